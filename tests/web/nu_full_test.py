#!/usr/bin/env python3
"""Every page, fragment and message by the Nu HTML checker: no error, no warning."""
import glob
import json
import os
import subprocess
import sys
import urllib.parse

import pages

JAR = os.path.join(os.environ["BUILD"], "node_modules/vnu-jar/build/dist/vnu.jar")
KINDS = ("page", "fragment", "email")


def ask(paths):
    """What the checker says of each file."""
    command = ["java", "-jar", JAR, "--Werror", "--exit-zero-always", "--format", "json", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = {path: [] for path in paths}
    for message in json.loads(done.stderr)["messages"]:
        path = urllib.parse.unquote(urllib.parse.urlparse(message["url"]).path)
        place = f'{message.get("lastLine")}:{message.get("firstColumn")}'
        found[path].append(f'{place}: {message["message"]} {message.get("extract", "")!r}')
    return found


def main():
    folder = os.environ["TMPDIR"]
    pages.render_all(folder)
    paths = [path for kind in KINDS for path in sorted(glob.glob(os.path.join(folder, kind, "*.html")))]
    print(f"1..{len(paths)}")
    for number, (path, faults) in enumerate(ask(paths).items(), 1):
        print(f"{'not ok' if faults else 'ok'} {number} - {os.path.relpath(path, folder)}")
        for fault in faults:
            print("# " + fault)


if __name__ == "__main__":
    sys.exit(main())
