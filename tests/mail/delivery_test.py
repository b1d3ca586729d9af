#!/usr/bin/env python3
"""Messages given to msmtp, as to any sendmail, and what arrives at a mail server on loopback."""
import os
import re
import subprocess
import sys

import letters
import readers
import sink

ENVELOPE_SENDER = "bounces@letter.example"


def render(path, *options):
    return subprocess.run([letters.LETTERCTL, "render", "-q", "-t", "email", "--date", letters.DATE, "--message-id",
                           *options, path], capture_output=True, check=True).stdout


def deliver(server, message, *recipients):
    """msmtp is not to add the From and Message-ID that a letter without `from` has not."""
    subprocess.run(["msmtp", "-C", "/dev/null", "--host=127.0.0.1", f"--port={server.port}", "-t",
                    f"--from={ENVELOPE_SENDER}", "--set-from-header=off", "--set-msgid-header=off", "--", *recipients],
                   input=message, check=True)
    return server.keeper.messages[-1]


def without_bcc(message):
    return re.sub(rb"^Bcc:.*\r\n(?:[ \t].*\r\n)*", b"", message, flags=re.MULTILINE)


def check_samples(server):
    faults = []
    for letter in letters.samples():
        message = render(letter.path)
        sender, recipients, arrived = deliver(server, message, "archive@letter.example")
        expected = sorted(["archive@letter.example", *(mailbox.ascii for mailbox in letter.recipients)])
        name = os.path.basename(letter.path)
        faults += readers.compare(f"{name}: sender", sender, ENVELOPE_SENDER)
        faults += readers.compare(f"{name}: recipients", recipients, expected)
        faults += readers.compare(f"{name}: same bytes", arrived == message.replace(b"\n", b"\r\n"), True)
        faults += readers.compare(f"{name}: --crlf", arrived == render(letter.path, "--crlf"), True)
    return faults


def check_bcc(server):
    path = os.path.join(os.environ["TMPDIR"], "bcc.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write("---\ntitle: T\ndate: 2024-05-01\nfrom: A <a@b.example>\nemail:\n"
                   "  bcc: [{ name: Ünseen, email: u@bücher.example }, v@b.example]\n---\n\nText\n")
    message = render(path, "--crlf")
    _, recipients, arrived = deliver(server, message.replace(b"\r\n", b"\n"))
    faults = readers.compare("recipients", recipients, ["u@xn--bcher-kva.example", "v@b.example"])
    faults += readers.compare("Bcc is written", b"\r\nBcc: " in message, True)
    faults += readers.compare("To", re.findall(rb"^To:.*", arrived, re.MULTILINE), [b"To: undisclosed-recipients:;\r"])
    return faults + readers.compare("same bytes but Bcc", arrived == without_bcc(message), True)


def main():
    print("1..2")
    with sink.Server() as server:
        failed = [
            readers.report(1, "sample letters arrive byte for byte", check_samples(server)),
            readers.report(2, "who is in Bcc gets the message and is not told in it", check_bcc(server)),
        ]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
