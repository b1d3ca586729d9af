#!/usr/bin/env python3
"""Messages with hostile names and subjects, read by Python's email package."""
import email
import email.policy
import re
import sys
import unicodedata

import hostile


def check(test, found, expected, what):
    if found != expected:
        test.append(f"{what}: {found!r} instead of {expected!r}")


def check_names(faults, parsed, message):
    """CPython 3.11 puts a blank between two encoded-words of a name and makes one
    of several blanks in a word.  So blanks count as one, and names whose words are
    too long for an encoded-word are not compared; the other readers compare all."""
    found = [(address.display_name, address.addr_spec)
             for name in ("From", "To", "Cc") for address in parsed[name].addresses]
    expected = message.mailboxes()
    if len(found) != len(expected):
        faults.append(f"addresses: {found!r} instead of {expected!r}")
        return
    for (name, address), (expected_name, expected_address) in zip(found, expected):
        check(faults, address, expected_address, "address")
        if hostile.fits_words(expected_name):
            check(faults, re.sub(" +", " ", name), re.sub(" +", " ", expected_name), "name")


def check_parts(faults, parsed, message):
    mixed = list(parsed.iter_parts())
    plain, related = mixed[0].iter_parts()
    html, picture = related.iter_parts()
    attachment = mixed[1]
    # Python does not unstuff flowed text.
    check(faults, html.get_content(), message.html.replace("\n", "\r\n"), "HTML")
    check(faults, plain.get_content(), hostile.stuff(message.plain).replace("\n", "\r\n"), "text")
    for part, name in zip((picture, attachment), message.files):
        check(faults, part.get_filename(), unicodedata.normalize("NFC", name), "file name")
        check(faults, part.get_content(), message.bytes.encode(), "bytes")
    check(faults, picture["Content-ID"], "<1@letter.example>", "Content-ID")


def check_lines(faults, data):
    head, _, body = data.partition(b"\r\n\r\n")
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        faults.append("a bare CR or LF")
    if not data.isascii():
        faults.append("bytes beyond ASCII")
    for line in head.split(b"\r\n"):
        if len(line) > 78 and line.count(b" ") > 1 or len(line) > 76 and b"=?" in line:
            faults.append(f"a header line of {len(line)}")
        for word in line.split():
            if word.startswith(b"=?") and len(word.strip(b",")) > 75:
                faults.append(f"an encoded-word of {len(word)}")
    if max(map(len, body.split(b"\r\n"))) > 76:
        faults.append("a body line over 76")


def check_message(message, data):
    faults = []
    parsed = email.message_from_bytes(data, policy=email.policy.default)
    names = [name for name in parsed.keys()]
    check(faults, names, ["From", "To", "Cc", "Subject", "MIME-Version", "Content-Type"], "fields")
    for part in parsed.walk():
        check(faults, part.defects, [], "defects")
    check(faults, parsed["Subject"], unicodedata.normalize("NFC", message.subject), "subject")
    check_names(faults, parsed, message)
    check_parts(faults, parsed, message)
    check_lines(faults, data)
    return faults


def report(number, name, faults):
    print(f"{'not ok' if faults else 'ok'} {number} - {name}")
    for fault in faults[:20]:
        print("# " + fault)
    return bool(faults)


def main():
    print(f"1..2\n# seed {hostile.SEED}")
    messages = hostile.make()
    faults = []
    for number, (message, data) in enumerate(zip(messages, hostile.write(messages))):
        found = check_message(message, data) if data is not None else ["refused"]
        faults += [f"message {number}: {fault}" for fault in found]
    failed = report(1, f"{len(messages)} messages are read as they were meant", faults)

    messages = hostile.make(controls=True)
    faults = []
    for number, (message, data) in enumerate(zip(messages, hostile.write(messages))):
        is_wrong = any(map(hostile.has_controls, [message.subject, *message.names, *message.files]))
        if is_wrong != (data is None):
            faults.append(f"message {number}: " + ("not refused" if is_wrong else "refused"))
    failed |= report(2, "control characters in a field are refused", faults)
    return failed


if __name__ == "__main__":
    sys.exit(main())
