"""The form of the source: sizes, leftovers, the root, and no machine's paths."""
import re

import lint

ROOT = {"src", "include", "letters", "templates", "tests", "Makefile", "README.md", "LICENSE"}
FILE_LINES = 400

# Written so that this file does not hold what it looks for.
LEFTOVER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE = re.compile(r"(?<![\w.:/~$}])/(?:home|root|work|Users|tmp/w)/\w")
BINARY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bin")


def texts():
    return [name for name in lint.tracked() if not name.endswith(BINARY)]


def check_root():
    "the root holds only what belongs there"
    for entry in sorted({name.split("/")[0] for name in lint.tracked()}):
        if entry not in ROOT and not entry.startswith("."):
            yield entry


def check_sizes():
    "no source file is too long to be about one noun"
    for name in lint.sources():
        count = lint.read(name).count("\n")
        if count > FILE_LINES:
            yield f"{name} has {count} lines, more than {FILE_LINES}"


def check_head():
    "every source file begins with its name and purpose"
    for name in lint.sources():
        base = name.split("/")[-1]
        if not re.match(r"/\*\n \* (letter/)?" + re.escape(base) + r" - ", lint.read(name)):
            yield name


def check_leftovers():
    "no note of unfinished work"
    for name, number, text in lint.lines(texts()):
        if LEFTOVER.search(text):
            yield f"{name}:{number}: {text.strip()}"


def check_machine():
    "no path of a machine"
    for name, number, text in lint.lines(texts()):
        if MACHINE.search(text):
            yield f"{name}:{number}: {text.strip()}"


def check_line_ends():
    "source lines end without blanks, files with a line end"
    names = [name for name in texts() if name.startswith(("src/", "include/", "templates/", "Make"))]
    for name, number, text in lint.lines(names):
        if text != text.rstrip():
            yield f"{name}:{number}: blanks at the end"
    for name in names:
        if not lint.read(name).endswith("\n"):
            yield f"{name}: no line end at the end"


lint.main(check_root, check_sizes, check_head, check_leftovers, check_machine, check_line_ends)
