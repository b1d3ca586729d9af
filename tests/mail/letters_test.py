#!/usr/bin/env python3
"""The messages of letters, read by Python's email package."""
import os
import sys
import tempfile

import hostile
import letters
import readers


def generated():
    """Messages of generated letters, read; and what was refused."""
    folder = tempfile.mkdtemp()
    made = letters.generate(folder)
    messages, _ = letters.render(made, os.path.join(folder, "out"))
    faults = letters.check_all(made, messages, readers.Python())
    for letter, message in zip(made, messages):
        faults += [f"{letter.path}: {fault}" for fault in readers.limits(message or b"\r\n\r\n")]
    return faults


def refused():
    folder = tempfile.mkdtemp()
    made = letters.generate(folder, controls=True)
    messages, done = letters.render(made, os.path.join(folder, "out"))
    faults = readers.compare("status", done.returncode, 1)
    for letter, message in zip(made, messages):
        is_wrong = any(map(hostile.has_controls, letter.lines))
        faults += readers.compare(f"{letter.path} is refused", message is None, is_wrong)
    return faults


def main():
    print(f"1..4\n# seed {hostile.SEED}")
    samples = letters.samples()
    messages, _ = letters.render(samples, tempfile.mkdtemp())
    limits = [f"{letter.path}: {fault}" for letter, message in zip(samples, messages)
              for fault in readers.limits(message or b"\r\n\r\n")]
    failed = [
        readers.report(1, f"Python reads the messages of {len(samples)} sample letters",
                       letters.check_all(samples, messages, readers.Python())),
        readers.report(2, "all lines keep their limits", limits),
        readers.report(3, f"Python reads the messages of {hostile.COUNT} hostile letters", generated()),
        readers.report(4, "letters with control characters in names and titles are refused", refused()),
    ]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
