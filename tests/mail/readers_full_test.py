#!/usr/bin/env python3
"""Messages with hostile names and subjects, read by mailparser and by GMime."""
import base64
import json
import os
import subprocess
import sys
import unicodedata

import hostile

HERE = os.path.dirname(os.path.abspath(__file__))


def read(command, messages):
    """What a reader makes of messages: it gets each with its size before it."""
    data = b"".join(b"%d\n%s" % (len(message), message) for message in messages)
    output = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def mailparser():
    return ["node", os.path.join(HERE, "read_mailparser.mjs")]


def gmime():
    """GMime's reader is built here: nothing else needs that library."""
    program = os.path.join(os.environ["TMPDIR"], "read")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gmime-3.0", "jansson"], check=True,
                           capture_output=True, text=True).stdout.split()
    subprocess.run([os.environ.get("CC", "cc"), "-o", program, os.path.join(HERE, "gmime/read.c"), *flags],
                   check=True)
    return [program]


class Mailparser:
    """It shows domains as they are typed, and makes a line of a part without any."""
    name = "mailparser"
    domains = "typed"
    people = staticmethod(lambda people: people)
    text = staticmethod(lambda text: hostile.unflow(text) or "\n")
    html = staticmethod(lambda html: html or "\n")


class GMime:
    """It takes blanks off the ends of a name and leaves flowed text as it was sent."""
    name = "GMime"
    domains = "ascii"
    people = staticmethod(lambda people: [[name.strip(" "), address] for name, address in people])
    text = staticmethod(hostile.stuff)
    html = staticmethod(lambda html: html)


def check(message, found, reader):
    """What a reader found, without what is known of it, is what the message says."""
    names = [unicodedata.normalize("NFC", name) for name in message.files]
    mailboxes = [list(mailbox) for mailbox in message.mailboxes(reader.domains)]
    pairs = [
        ("subject", found["subject"], unicodedata.normalize("NFC", message.subject)),
        ("people", found["people"], reader.people(mailboxes)),
        ("HTML", found["html"].replace("\r\n", "\n"), reader.html(message.html)),
        ("text", found["text"].replace("\r\n", "\n"), reader.text(message.plain)),
        ("file names", [part["name"] for part in found["parts"]], names),
        ("bytes", [base64.b64decode(part["bytes"]).decode() for part in found["parts"]], [message.bytes] * 2),
        ("ids", [part["id"] for part in found["parts"]], ["1@letter.example", None]),
        ("places", [part["inline"] for part in found["parts"]], [True, False]),
    ]
    return [f"{what}: {value!r} instead of {wanted!r}" for what, value, wanted in pairs if value != wanted]


def main():
    messages = hostile.make()
    written = hostile.write(messages)
    failed = False
    print(f"1..2\n# seed {hostile.SEED}")
    for number, (reader, command) in enumerate([(Mailparser, mailparser()), (GMime, gmime())], 1):
        read_messages = read(command, written)
        faults = [] if len(read_messages) == len(messages) else [f"{len(read_messages)} were read"]
        for index, (message, found) in enumerate(zip(messages, read_messages)):
            faults += [f"message {index}: {fault}" for fault in check(message, found, reader)]
        print(f"{'not ok' if faults else 'ok'} {number} - {reader.name} reads {len(messages)} messages as they were meant")
        for fault in faults[:20]:
            print("# " + fault)
        failed |= bool(faults)
    return failed


if __name__ == "__main__":
    sys.exit(main())
