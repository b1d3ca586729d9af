#!/usr/bin/env python3
"""cases.py - letters with the outputs and diagnostics that they must have.

    cases.py golden|rules [CASE...]

A case is a folder in tests/golden or tests/rules; README.md beside this file
says what it holds.  With UPDATE=1 the expected files are written anew.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LETTERCTL = os.path.abspath(os.environ.get("LETTERCTL", os.path.join(SOURCE, "build/letterctl")))
COMMANDS = {
    "golden": "letterctl render -t html,text,email,json -o out/ letter.md",
    "rules": "letterctl render -t html,text,json -o out/ letter.md",
}
DIFFERENCE_LINES = 60


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def run(kind, case):
    """Runs the case's command in a copy of its folder: a table of what came out."""
    with tempfile.TemporaryDirectory() as parent:
        folder = os.path.join(parent, "case")
        shutil.copytree(case, folder, ignore=shutil.ignore_patterns("expected"), symlinks=True)
        os.makedirs(os.path.join(folder, "out"))
        command_file = os.path.join(folder, "cmd")
        command = open(command_file, encoding="utf-8").read() if os.path.exists(command_file) \
            else COMMANDS[kind]
        path = os.path.dirname(LETTERCTL) + os.pathsep + os.environ.get("PATH", "")
        done = subprocess.run(["sh", "-c", command], cwd=folder, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, env={**os.environ, "PATH": path, "SRCDIR": SOURCE})
        found = {"stderr": done.stderr, "status": b"%d\n" % done.returncode, "stdout": done.stdout}
        for root, _, names in os.walk(os.path.join(folder, "out")):
            for name in names:
                path = os.path.join(root, name)
                found[os.path.relpath(path, folder)] = read(path)
        return found


def golden(case, found):
    """Every output file and stream, whole; what is empty or zero has no file."""
    expected = os.path.join(case, "expected")
    usual = {"stderr": b"", "stdout": b"", "status": b"0\n"}
    found = {name: data for name, data in found.items() if usual.get(name) != data}
    if os.environ.get("UPDATE"):
        shutil.rmtree(expected, ignore_errors=True)
        for name, data in found.items():
            write(os.path.join(expected, name), data)
        return
    wanted = {}
    for root, _, names in os.walk(expected):
        for name in names:
            path = os.path.join(root, name)
            wanted[os.path.relpath(path, expected)] = read(path)
    if not wanted:
        yield "nothing is expected: `make golden-update` writes it"
    for name in sorted(wanted.keys() | found.keys()):
        yield from compare(name, wanted.get(name, b""), found.get(name, b""))


def rules(case, found):
    """The diagnostics: they name the case's rule, and an error writes nothing."""
    slug = re.sub(r"-\d+$", "", os.path.basename(case))
    expected = os.path.join(case, "expected")
    stderr = found["stderr"]
    if os.environ.get("UPDATE"):
        write(expected, stderr)
    elif not os.path.exists(expected):
        yield "nothing is expected: `make golden-update` writes it"
    else:
        yield from compare("stderr", read(expected), stderr)
    if f"[{slug}]".encode() not in stderr:
        yield f"the rule {slug} is not reported"
    wrong = re.search(rb"^[^ ].*: error: ", stderr, re.MULTILINE) is not None
    if found["status"] != (b"1\n" if wrong else b"0\n"):
        yield f"status {found['status'].decode().strip()}"
    if wrong and any(name.startswith("out/") for name in found):
        yield "a faulty letter was rendered"


def compare(name, wanted, found):
    if wanted != found:
        lines = [data.decode("utf-8", "backslashreplace").splitlines() for data in (wanted, found)]
        difference = list(difflib.unified_diff(*lines, "expected/" + name, "found", lineterm=""))
        yield f"{name} differs"
        yield from difference[:DIFFERENCE_LINES]


def main(kind, names):
    judge = {"golden": golden, "rules": rules}[kind]
    folder = os.path.join(SOURCE, "tests", kind)
    cases = sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name))) \
        if os.path.isdir(folder) else []
    cases = [name for name in cases if not names or name in names]
    failures = 0
    print(f"1..{len(cases)}")
    for number, name in enumerate(cases, 1):
        case = os.path.join(folder, name)
        faults = list(judge(case, run(kind, case)))
        print(f"{'not ok' if faults else 'ok'} {number} - {name}", flush=True)
        for fault in faults:
            print("# " + fault)
        failures += bool(faults)
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
