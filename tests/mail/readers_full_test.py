#!/usr/bin/env python3
"""Messages with hostile names and subjects, read by mailparser and by GMime."""
import sys

import hostile
import messages
import readers


def main():
    print(f"1..2\n# seed {hostile.SEED}")
    failed = [readers.report(number, f"{reader.name} reads {hostile.COUNT} messages as they were meant",
                             messages.check_all(reader))
              for number, reader in enumerate([readers.Mailparser(), readers.GMime()], 1)]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
