"""readers.py - foreign parsers of messages, and what is known of each.

A reader makes of a message: subject; people, names and addresses of From, To
and Cc; text; html; parts, each with name, bytes, id and inline.
"""
import base64
import email
import email.policy
import json
import os
import re
import subprocess
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))

# What an encoded-word of 75 columns holds (RFC 2047 section 2).
ENCODED_WORD = 63
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/ "


def normal(text):
    return unicodedata.normalize("NFC", text)


def compare(what, found, expected):
    return [] if found == expected else [f"{what}: {found!r} instead of {expected!r}"]


def stuff(text):
    """Flowed text as it is sent (RFC 3676 section 4.4)."""
    lines = []
    for line in text.split("\n"):
        depth = 0
        while line.startswith("> ") or line == ">":
            line, depth = line[2:], depth + 1
        line = "--" if line == "-- " else line
        pad = line and (depth or line[0] in " >" or line.startswith("From "))
        lines.append(">" * depth + (" " if pad else "") + line)
    return "\n".join(lines)


def unflow(text):
    """Flowed text as a reader shows it: paragraphs on one line, quotes marked."""
    text = text.replace("-- \n", "--\n").replace("> > ", ">> ")
    return text.replace(" \n", " ")


def fits_words(name):
    """Whether each word of a name, with the blank behind it, fits into an encoded-word."""
    return all(sum(1 if chr(byte) in PLAIN else 3 for byte in word.encode()) <= ENCODED_WORD
               for word in re.findall("[^ ]* ?", name))


class Reader:
    def people(self, found, mailboxes):
        return compare("people", found, [[normal(mailbox.name), mailbox.ascii] for mailbox in mailboxes])

    def text(self, flowed):
        """The plain text as this reader shows it."""
        return stuff(flowed)

    def html(self, html):
        return html

    def header(self, found, subject, mailboxes):
        return compare("subject", found["subject"], normal(subject)) + self.people(found["people"], mailboxes)


class Python(Reader):
    """CPython 3.11 puts a blank between two encoded-words of a name and makes one
    of several blanks in a word.  So blanks count as one, and names whose words are
    too long for an encoded-word are not compared; the other readers compare all."""
    name = "Python"

    def people(self, found, mailboxes):
        faults = compare("addresses", [address for _, address in found], [mailbox.ascii for mailbox in mailboxes])
        for (name, _), mailbox in zip(found, mailboxes):
            expected = normal(mailbox.name)
            if fits_words(expected):
                faults += compare("name", re.sub(" +", " ", name), re.sub(" +", " ", expected))
        return faults

    def read(self, messages):
        return [self.read_one(message) for message in messages]

    def read_one(self, message):
        parsed = email.message_from_bytes(message, policy=email.policy.default)
        assert not any(part.defects for part in parsed.walk())
        found = {"subject": parsed["Subject"], "fields": list(parsed.keys()), "parts": [], "text": "", "html": ""}
        found["people"] = [[address.display_name, address.addr_spec] for name in ("From", "To", "Cc") if parsed[name]
                           for address in parsed[name].addresses]
        for part in parsed.walk():
            place = part.get_content_disposition()
            if place:
                content_id = part["Content-ID"]
                found["parts"].append({"name": part.get_filename(), "inline": place == "inline",
                                       "id": content_id and content_id.strip("<>"),
                                       "bytes": base64.b64encode(part.get_payload(decode=True)).decode()})
            elif part.get_content_maintype() == "text":
                found["html" if part.get_content_subtype() == "html" else "text"] = part.get_content()
        return found


def run(command, messages):
    """A program gets each message with its size before it, and prints a line of JSON for it."""
    data = b"".join(b"%d\n%s" % (len(message), message) for message in messages)
    output = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in output.splitlines()]


class Mailparser(Reader):
    """It shows domains as they are typed, unflows text, and makes a line of a part without any."""
    name = "mailparser"

    def people(self, found, mailboxes):
        return compare("people", found, [[normal(mailbox.name), mailbox.typed] for mailbox in mailboxes])

    def text(self, flowed):
        return unflow(flowed) or "\n"

    def html(self, html):
        return html or "\n"

    def read(self, messages):
        return run(["node", os.path.join(HERE, "read_mailparser.mjs")], messages)


class GMime(Reader):
    """It takes blanks off the ends of a name.  Its program is built here: nothing else needs that library."""
    name = "GMime"

    def people(self, found, mailboxes):
        expected = [[normal(mailbox.name).strip(" "), mailbox.ascii] for mailbox in mailboxes]
        return compare("people", found, expected)

    def read(self, messages):
        program = os.path.join(os.environ["TMPDIR"], "read_gmime")
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gmime-3.0", "jansson"], check=True,
                               capture_output=True, text=True).stdout.split()
        subprocess.run([os.environ.get("CC", "cc"), "-o", program, os.path.join(HERE, "gmime/read.c"), *flags],
                       check=True)
        return run([program], messages)


def limits(message):
    """What holds for the lines of every message (RFC 5322 section 2.1.1, RFC 2045 section 6.7, RFC 2047 section 2)."""
    faults = []
    head, _, body = message.partition(b"\r\n\r\n")
    rest = message.replace(b"\r\n", b"")
    if b"\n" in rest or b"\r" in rest:
        faults.append("a bare CR or LF")
    if not message.isascii():
        faults.append("bytes beyond ASCII")
    for line in head.split(b"\r\n"):
        if len(line) > 78 and line.count(b" ") > 1 or len(line) > 76 and b"=?" in line:
            faults.append(f"a header line of {len(line)}")
        for word in line.split():
            if word.startswith(b"=?") and len(word.strip(b",")) > 75:
                faults.append(f"an encoded-word of {len(word)}")
    if max(map(len, body.split(b"\r\n"))) > 76:
        faults.append("a body line over 76")
    return faults


def report(number, name, faults):
    """A line of TAP, and the first faults."""
    print(f"{'not ok' if faults else 'ok'} {number} - {name}")
    for fault in faults[:20]:
        print("# " + fault.encode("unicode_escape").decode())
    return bool(faults)
