"""Includes go downward only, and each library is seen by its one room."""
import os
import re
import subprocess

import lint

# A room sees those before it in this list; some see fewer.
ROOMS = ["base", "text", "front", "model", "body", "template", "mail", "render", "check", "output",
         "net", "cli"]
SEES = {
    "mail": {"base", "text"},
    "check": {"base", "text", "front", "model", "body"},
}

# Which files may include a header that is not the project's own.
LIBRARIES = [
    (r"cmark\.h$", r"src/body/"),
    (r"yaml\.h$", r"src/front/yaml\.c$"),
    (r"csv\.h$", r"src/front/csv\.c$"),
    (r"unicode/", r"src/text/"),
    (r"jansson\.h$", r"src/base/json\.c$"),
    (r"curl/", r"src/net/"),
    (r"setjmp\.h$", r"src/body/"),
    (r"dlfcn\.h$", r"src/text/icu\.c$"),
    (r"letter/", r""),
    (r"(linux/openat2|sys/syscall)\.h$", r"src/base/folder\.c$"),
    (r"(glib|glib-unix|glib/gstdio)\.h$", r""),
    (r"(assert|ctype|errno|fcntl|float|inttypes|limits|math|signal|stdarg|stdbool|stddef|stdint|"
     r"stdio|stdlib|string|time|unistd|poll|dirent)\.h$", r""),
    (r"sys/(types|stat|time|ioctl|mman|resource|uio|wait|file)\.h$", r""),
]
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')

# The program alone speaks, ends itself and asks for the machine's ways.
LOUD = re.compile(r"\b(printf|puts|putchar|perror|g_print|g_printerr|exit|_exit|abort|"
                  r"setlocale)\s*\(|\bfprintf\s*\(\s*std(out|err)\b")
SYMBOL = re.compile(r"\sO (\.t?(?:data|bss))\s+\S+\s+(\S+)$", re.MULTILINE)


def room_of(name):
    parts = name.split("/")
    return parts[1] if parts[0] == "src" and len(parts) > 2 else None


def is_library(name):
    return room_of(name) not in ("cli", "net")


def includes():
    for name, number, text in lint.lines(lint.sources()):
        found = INCLUDE.match(text)
        if found:
            yield f"{name}:{number}", name, found[1], found[2]


def check_known():
    "every folder in src is a room"
    for room in sorted({room_of(name) for name in lint.sources()} - {None}):
        if room not in ROOMS:
            yield f"src/{room} is not a room"


def check_downward():
    "includes go downward only"
    for place, name, quote, header in includes():
        if quote != '"' or header.endswith(".inc") or header.startswith("letter/"):
            continue
        room, seen = room_of(name), header.split("/")[0]
        if "/" not in header:
            yield f'{place}: "{header}" does not name its room'
        elif room not in ROOMS:
            yield f'{place}: "{header}" is not public'
        elif seen != room and seen not in SEES.get(room, ROOMS[:ROOMS.index(room)]):
            yield f'{place}: {room} does not see "{header}"'


def check_libraries():
    "each library is included by its one room"
    for place, name, quote, header in includes():
        if quote != "<":
            continue
        allowed = [room for pattern, room in LIBRARIES if re.match(pattern, header)]
        if not allowed:
            yield f"{place}: <{header}> is not a header of this project's libraries"
        elif not re.match(allowed[0], name):
            yield f"{place}: <{header}> belongs to {allowed[0]}"


def check_public():
    "public headers include GLib and each other only"
    for place, name, _, header in includes():
        if name.startswith("include/") and not header.startswith(("glib", "letter/")):
            yield f"{place}: {header}"


def check_quiet():
    "nothing below src/cli prints or exits"
    for name, number, text in lint.lines(lint.sources(".c")):
        if is_library(name) and LOUD.search(text):
            yield f"{name}:{number}: {text.strip()}"


def check_state():
    "no mutable data but what is set once, and the Markdown parser's arena of a thread"
    build = os.environ["BUILD"]
    for name in filter(is_library, lint.sources(".c")):
        table = subprocess.run(["objdump", "-t", os.path.join(build, name[:-2] + ".o")],
                               capture_output=True, text=True, check=True)
        for section, symbol in SYMBOL.findall(table.stdout):
            arena = section.startswith(".t") and room_of(name) == "body"
            if not arena and not re.match(r"(q|once)\.\d+$", symbol):
                yield f"{name}: {symbol}"


lint.main(check_known, check_downward, check_libraries, check_public, check_quiet, check_state)
