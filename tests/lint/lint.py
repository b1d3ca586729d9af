"""lint.py - what the lint tests share: the project's files, and TAP."""
import os
import subprocess
import sys

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def tracked():
    """The project's files; without git, all but what a build leaves."""
    listing = subprocess.run(["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=SOURCE,
                             capture_output=True, text=True, check=False)
    if listing.returncode == 0 and listing.stdout:
        names = listing.stdout.rstrip("\0").split("\0")
    else:
        names = [os.path.relpath(os.path.join(folder, name), SOURCE)
                 for folder, _, names in os.walk(SOURCE) for name in names]
    return sorted(name for name in names
                  if not name.startswith(("build", ".git/")) and
                  os.path.isfile(os.path.join(SOURCE, name)))


def read(name):
    with open(os.path.join(SOURCE, name), encoding="utf-8", errors="replace") as file:
        return file.read()


def lines(names):
    """All lines of these files: name, number, text."""
    for name in names:
        for number, text in enumerate(read(name).split("\n"), 1):
            yield name, number, text


def sources(*endings):
    return [name for name in tracked()
            if name.startswith(("src/", "include/")) and name.endswith(endings or (".c", ".h"))]


def main(*checks):
    """Each check is a function that yields faults; its docstring names it."""
    print(f"1..{len(checks)}")
    failures = 0
    for number, check in enumerate(checks, 1):
        try:
            faults = list(check())
        except (OSError, subprocess.CalledProcessError) as error:
            faults = [str(error)]
        print(f"{'not ok' if faults else 'ok'} {number} - {check.__doc__}")
        for fault in faults:
            print("# " + fault)
        failures += bool(faults)
    sys.exit(1 if failures else 0)
