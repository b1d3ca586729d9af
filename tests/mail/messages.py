"""messages.py - hostile messages and what each reader must make of them."""
import base64

import hostile
from readers import compare, normal


def check(message, found, reader):
    parts = found["parts"]
    faults = reader.header(found, message.subject, message.mailboxes)
    faults += compare("HTML", found["html"].replace("\r\n", "\n"), reader.html(message.html))
    faults += compare("text", found["text"].replace("\r\n", "\n"), reader.text(message.plain))
    faults += compare("file names", [part["name"] for part in parts], [normal(name) for name in message.files])
    faults += compare("bytes", [base64.b64decode(part["bytes"]).decode() for part in parts], [message.content] * 2)
    faults += compare("ids", [part["id"] for part in parts], ["1@letter.example", None])
    faults += compare("places", [part["inline"] for part in parts], [True, False])
    return faults


def check_all(reader):
    """The faults of all messages, as one reader finds them."""
    messages = hostile.make()
    read = reader.read(hostile.write(messages))
    faults = compare("count", len(read), len(messages))
    for number, (message, found) in enumerate(zip(messages, read)):
        faults += [f"message {number}: {fault}" for fault in check(message, found, reader)]
    return faults
