#!/usr/bin/env python3
"""Messages with hostile names and subjects, read by Python's email package."""
import sys

import hostile
import messages
import readers


def check_lines():
    faults = []
    for number, data in enumerate(hostile.write(hostile.make())):
        faults += [f"message {number}: {fault}" for fault in readers.limits(data)]
        fields = readers.Python().read_one(data)["fields"]
        expected = ["From", "To", "Cc", "Subject", "MIME-Version", "Content-Type"]
        faults += readers.compare(f"message {number}: fields", fields, expected)
    return faults


def check_refusals():
    made = hostile.make(controls=True)
    faults = []
    for number, (message, data) in enumerate(zip(made, hostile.write(made))):
        is_wrong = any(map(hostile.has_controls, message.lines()))
        faults += readers.compare(f"message {number} is refused", data is None, is_wrong)
    return faults


def main():
    print(f"1..3\n# seed {hostile.SEED}")
    failed = [
        readers.report(1, f"Python reads {hostile.COUNT} messages as they were meant",
                       messages.check_all(readers.Python())),
        readers.report(2, "all lines keep their limits, and there is no field too many", check_lines()),
        readers.report(3, "control characters in a field are refused", check_refusals()),
    ]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
