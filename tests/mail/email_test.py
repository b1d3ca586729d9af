#!/usr/bin/env python3
"""What `letterctl render -t email` makes of the settings of a message."""
import email
import email.policy
import os
import re
import subprocess
import sys

import letters
from readers import compare, report

FOLDER = os.environ["TMPDIR"]
PEOPLE = "from: Ann Lee <ann@a.example>\naddressees: [Mayor <mayor@m.example>]\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001"
                    "000000ffff03000006000557bfabd40000000049454e44ae426082")


def run(keys, *options, body="Some words.", name="letter.md"):
    """The status, what was written, and the diagnostics, for a letter with these keys."""
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8") as file:
        file.write(f"---\ntitle: The title\ndate: 2024-05-01\n{keys}---\n\n{body}\n")
    done = subprocess.run([letters.LETTERCTL, "render", "-t", "email", *options, name], cwd=FOLDER,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def message(keys, *options, **settings):
    return email.message_from_bytes(run(keys, *options, **settings)[1], policy=email.policy.default)


def put(name, content):
    os.makedirs(os.path.dirname(os.path.join(FOLDER, name)), exist_ok=True)
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(content)


def refusals():
    """Drafts, and letters under embargo."""
    embargo = PEOPLE + "embargo: 2030-01-02T09:00:00+01:00\n"
    faults = []
    for keys, rule in ((PEOPLE + "status: draft\n", "message-draft"), (embargo, "message-embargo")):
        status, output, errors = run(keys, "--now", "2029-01-01T00:00:00Z")
        faults += compare(rule, (status, output, rule in errors), (1, b"", True))
    over = message(embargo, "--now", "2030-01-02T08:00:00Z")
    faults += compare("subject after the embargo", over["Subject"], "The title")
    under = message(embargo, "--under-embargo", "--now", "2029-01-01T00:00:00Z")
    notice = "EMBARGOED until 2 January 2030, 09:00 (UTC+01:00)"
    faults += compare("subject under embargo", under["Subject"], notice + ": The title")
    for kind in ("plain", "html"):
        text = under.get_body((kind,)).get_content()
        text = re.sub(r"<(title|style).*?</\1>|<[^>]*>|\s+", " ", text, flags=re.DOTALL)
        shown = re.sub(r"\s+", " ", text)
        faults += compare(f"the {kind} part says so first", -1 < shown.find(notice) < shown.find("The title"), True)
    return faults


def fields():
    """Date, Message-ID, X-Unsent, and fields of the letter's own."""
    keys = PEOPLE + ("email:\n  subject: Another\n  reply_to: r@a.example\n  headers: { X-Campaign: Mai–Juni }\n"
                     "  list_unsubscribe: [https://a.example/u, mailto:u@a.example]\n")
    options = ["--date", "2024-05-01T10:00:00+02:00", "--message-id", "--compose"]
    first, second = message(keys, *options), message(keys, *options)
    faults = compare("Date", str(first["Date"]), "Wed, 01 May 2024 10:00:00 +0200")
    faults += compare("Message-ID", re.fullmatch(r"<[0-9a-f]{32}@a\.example>", first["Message-ID"]) is not None, True)
    faults += compare("same bytes", first.as_bytes(), second.as_bytes())
    other = message(keys, *options, body="Other words.")
    faults += compare("other words, other Message-ID", other["Message-ID"] != first["Message-ID"], True)
    expected = {"X-Unsent": "1", "Subject": "Another", "X-Campaign": "Mai–Juni", "Reply-To": "r@a.example",
                "List-Unsubscribe": "<https://a.example/u>, <mailto:u@a.example>", "Content-Language": "en",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "From": "Ann Lee <ann@a.example>"}
    for name, value in expected.items():
        faults += compare(name, first[name], value)
    plain = message(PEOPLE)
    for name in ("Date", "Message-ID", "X-Unsent", "Bcc", "Sender", "List-Unsubscribe"):
        faults += compare(f"{name} of a letter that sets none", plain[name], None)
    return faults


def recipients():
    """Bcc only where it is stripped later, and what is said without anybody."""
    keys = "from: a@a.example\nemail:\n  bcc: [b@b.example, c@c.example]\n"
    faults = compare("Bcc on standard output", message(keys)["Bcc"], "b@b.example, c@c.example")
    faults += compare("To", message(keys)["To"], "undisclosed-recipients:;")
    run(keys, "-o", "one.eml")
    with open(os.path.join(FOLDER, "one.eml"), "rb") as file:
        faults += compare("Bcc in one named file", b"\nBcc: " in file.read(), True)
    run(keys, "-o", "folder/")
    with open(os.path.join(FOLDER, "folder/letter.eml"), "rb") as file:
        faults += compare("Bcc in a folder", b"\nBcc: " in file.read(), False)
    status, output, errors = run("")
    faults += compare("nobody", (status, b"\nFrom:" in output, b"\nTo:" in output), (0, False, False))
    for rule in ("message-no-sender", "message-no-recipient"):
        faults += compare(rule, f"[{rule}]" in errors, True)
    return faults


def parts():
    """Pictures by cid, attachments, the preheader, the covering note."""
    put("pictures/a b.png", PNG)
    put("annex/Größe.pdf", b"%PDF-1.4 \r\n.\n")
    keys = PEOPLE + ("url: https://a.example/letters/one.html\n"
                     "image: { src: pictures/a b.png, alt: A dot }\nemail:\n  preheader: Read me first\n"
                     "  intro: A *covering* note.\n  attachments: [annex/Größe.pdf]\n")
    made = message(keys, body="See ![the dot](pictures/a%20b.png) and [there](two.html), ![again](pictures/a%20b.png)")
    found = [(part.get_content_type(), part.get_content_disposition(), part.get_filename())
             for part in made.walk() if not part.is_multipart()]
    faults = compare("parts", found, [("text/plain", None, None), ("text/html", None, None),
                                      ("image/png", "inline", "a b.png"),
                                      ("application/pdf", "attachment", "Größe.pdf")])
    faults += compare("shape", [part.get_content_type() for part in made.walk() if part.is_multipart()],
                      ["multipart/mixed", "multipart/alternative", "multipart/related"])
    if faults:
        return faults
    html = made.get_body(("html",)).get_content()
    plain = made.get_body(("plain",)).get_content()
    picture, annex = [part for part in made.walk() if part.get_content_disposition()]
    faults += compare("picture", picture.get_content(), PNG)
    faults += compare("attachment", annex.get_content(), b"%PDF-1.4 \r\n.\n")
    faults += compare("cid", len(re.findall(f'src="cid:{picture["Content-ID"][1:-1]}"', html)), 3)
    faults += compare("link", 'href="https://a.example/letters/two.html"' in html, True)
    faults += compare("preheader", html.find("Read me first") > 0, True)
    faults += compare("preheader before all else", html.find("Read me first") < html.find("covering"), True)
    faults += compare("note before the title", 0 < html.find("covering") < html.rfind("The title"), True)
    faults += compare("note in the text", 0 <= plain.find("covering") < plain.lower().find("the title"), True)
    return faults


def html_part():
    """Its styles are on the elements, and nothing is loaded from elsewhere."""
    made = message(PEOPLE + "signatories: [One, Two]\n", body="# A heading\n\nWords[^1] and `code`.\n\n> quote\n\n[^1]: A note.")
    html = made.get_body(("html",)).get_content()
    faults = []
    for element in ("h1", "h2", "p", "blockquote", "code"):
        bare = re.findall(rf"<{element}(?![^>]*style=)[ >]", html)
        faults += compare(f"{element} without a style", bare, [])
    faults += compare("loads or runs", re.findall(r"<script|<link|<iframe|url\(|src=\"(?!cid:)", html), [])
    faults += compare("lang", re.search(r'<html[^>]* lang="en"', html) is not None, True)
    return faults


def line_ends():
    """--crlf changes line ends alone."""
    lf, crlf = run(PEOPLE)[1], run(PEOPLE, "--crlf")[1]
    faults = compare("LF", b"\r" in lf, False)
    return faults + compare("CRLF", lf.replace(b"\n", b"\r\n") == crlf, True)


def main():
    checks = [refusals, fields, recipients, parts, html_part, line_ends]
    print(f"1..{len(checks)}")
    failed = [report(number, check.__doc__.rstrip("."), check()) for number, check in enumerate(checks, 1)]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
