#!/usr/bin/env python3
"""pages.py - every sample letter as a page, a fragment and a message's HTML.

    pages.py FOLDER

writes FOLDER/page/NAME.html, FOLDER/fragment/NAME.html, within a page that has
nothing else, FOLDER/email/NAME.html, its pictures inside, and FOLDER/json/NAME.json.
Samples are letters/, the letters beside this file, and one of those in each
language that has labels.
"""
import base64
import email
import email.policy
import glob
import os
import re
import subprocess
import sys

SOURCE = os.environ.get("SRCDIR", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
LETTERCTL = os.environ.get("LETTERCTL", os.path.join(SOURCE, "build/letterctl"))
BASE_URL = "https://letters.example/"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def letterctl(*arguments):
    subprocess.run([LETTERCTL, "render", "-q", "--drafts", "--under-embargo", *arguments], check=True)


def is_draft(letter):
    return "\nstatus: draft\n" in read(letter)


def write_fragment(path, folder):
    """A fragment with a page around it, in the fragment's language."""
    fragment = read(path)
    lang = re.search(r'\blang="([^"]*)"', fragment)[1]
    write(os.path.join(folder, "fragment", os.path.basename(path)),
          f'<!DOCTYPE html>\n<html lang="{lang}">\n<meta charset="utf-8">\n'
          f"<title>Page</title>\n<body>\n{fragment}</body>\n</html>\n")


def write_message(path, folder):
    """The HTML part of a message, its pictures where it has them by their ids."""
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    pictures = {}
    for part in message.walk():
        if part["Content-ID"]:
            data = base64.b64encode(part.get_payload(decode=True)).decode()
            pictures[part["Content-ID"].strip("<>")] = f"data:{part.get_content_type()};base64,{data}"
    html = message.get_body(("html",)).get_content()
    html = re.sub(r'"cid:([^"]*)"', lambda found: f'"{pictures[found[1]]}"', html)
    write(os.path.join(folder, "email", os.path.basename(path)[:-len(".eml")] + ".html"), html)


def render(folder, letters, *arguments):
    raw = os.path.join(folder, "raw")
    letterctl(*arguments, "-t", "html", "-o", os.path.join(folder, "page/"), *letters)
    letterctl(*arguments, "-t", "json", "-o", os.path.join(folder, "json/"), *letters)
    letterctl(*arguments, "-t", "html", "--fragment", "--base-url", BASE_URL, "-o", raw + "/", *letters)
    finals = [letter for letter in letters if not is_draft(letter)]
    letterctl(*arguments, "-t", "email", "-o", raw + "/", *finals)
    for path in glob.glob(raw + "/*.html"):
        write_fragment(path, folder)
        os.remove(path)
    for path in glob.glob(raw + "/*.eml"):
        write_message(path, folder)
        os.remove(path)


def render_all(folder):
    own = os.path.join(SOURCE, "tests/web/letters")
    render(folder, sorted(glob.glob(os.path.join(SOURCE, "letters/*.md"))))
    render(folder, sorted(glob.glob(own + "/*.md")))
    for path in sorted(glob.glob(os.path.join(SOURCE, "templates/labels/*.yaml"))):
        lang = os.path.basename(path)[:-len(".yaml")]
        render(folder, [own + "/everything.md"], "-M", "lang=" + lang, "-M", "slug=labels-" + lang)


if __name__ == "__main__":
    render_all(sys.argv[1])
