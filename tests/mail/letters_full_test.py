#!/usr/bin/env python3
"""The messages of letters, read by mailparser and by GMime."""
import os
import sys
import tempfile

import hostile
import letters
import readers


def main():
    folder = tempfile.mkdtemp()
    made = letters.generate(folder)
    samples = letters.samples()
    messages, _ = letters.render(made, os.path.join(folder, "out"))
    sample_messages, _ = letters.render(samples, tempfile.mkdtemp())
    failed = []
    print(f"1..4\n# seed {hostile.SEED}")
    for number, reader in enumerate([readers.Mailparser(), readers.GMime()]):
        failed += [
            readers.report(2 * number + 1, f"{reader.name} reads the messages of {len(samples)} sample letters",
                           letters.check_all(samples, sample_messages, reader)),
            readers.report(2 * number + 2, f"{reader.name} reads the messages of {hostile.COUNT} hostile letters",
                           letters.check_all(made, messages, reader)),
        ]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
