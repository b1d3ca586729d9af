"""Hostile letters and templates end soon, in little memory, with a clear word or a right result."""
import os
import subprocess

LETTERCTL = os.environ["LETTERCTL"]
MEASURED = not os.environ.get("SANITIZED")
SECONDS, MEBIBYTES = 1.2, 320
BODY_SIZE = 4 * 1024 * 1024 - 100

HEAD = b"---\ntitle: x\ndate: 2026-05-04\nkind: page\n"
OPEN = b"---\n\n"

count = failures = 0


def told(name, problems):
    global count, failures
    count += 1
    failures += bool(problems)
    print(f"{'not ' if problems else ''}ok {count} - {name}")
    for problem in problems:
        print(f"# {problem}")


def measure(command):
    """Runs a command: its status, what it said, processor seconds, mebibytes."""
    with open("stderr", "wb") as errors, open(os.devnull, "r+b") as nothing:
        process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    with open("stderr", encoding="utf-8", errors="replace") as errors:
        said = errors.read(100_000)
    return (os.waitstatus_to_exitcode(status), said, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024)


def expect(name, command, status, words, seconds=SECONDS, mebibytes=MEBIBYTES):
    """`words` is what must be said; more than one status may be right."""
    statuses = status if isinstance(status, tuple) else (status,)
    ended, said, took, peak = measure(command)
    problems = []
    if ended not in statuses:
        problems.append(f"status {ended}: {said[:300]}")
    if words and ended != 0 and words not in said:
        problems.append(f"nothing is said of {words}: {said[:300]}")
    if MEASURED and took > seconds:
        problems.append(f"{took:.2f} seconds of the processor, more than {seconds}")
    if MEASURED and peak > mebibytes:
        problems.append(f"{peak:.0f} MiB, more than {mebibytes}")
    told(name, problems)


def write(name, *pieces):
    """A file of pieces; (bytes, number) is a piece repeated, never held whole: the
    program's peak of memory is counted from that of who starts it."""
    with open(name, "wb") as file:
        for piece in pieces:
            data, times = piece if isinstance(piece, tuple) else (piece, 1)
            block = max(1, 65536 // max(1, len(data)))
            while times > 0:
                file.write(data * min(block, times))
                times -= block
    return name


def render(name, *pieces, status=1, words="", **limits):
    path = write("letter.md", *pieces)
    expect(name, [LETTERCTL, "render", "-t", "html,text,json", "-o", "out/", path], status, words,
           **limits)


def fill(unit):
    return (unit, BODY_SIZE // len(unit))


def heads():
    render("200 kB of [", b"---\ntitle: ", (b"[", 200_000), b"\n" + OPEN, words="error")
    render("200 kB of [ in a name", HEAD, b"signatories:\n  - ", (b"[", 200_000), b"\n" + OPEN,
           words="[too-deep]")
    render("200 kB of {", b"---\ntitle: ", (b"{", 200_000), b"\n" + OPEN, words="error")
    anchors = b"".join(b"  a%d: &a%d x\n" % (number, number) for number in range(20_000))
    render("20,000 anchors", HEAD, b"extra:\n", anchors, OPEN, words="[yaml-anchor]")
    bomb = b"".join(b"  %c: &%c [%s]\n" % (97 + i, 97 + i, b",".join([b"*%c" % (96 + i)] * 9))
                    for i in range(1, 9))
    render("an alias bomb", HEAD, b"extra:\n  a: &a [x,x,x,x,x,x,x,x,x]\n", bomb, OPEN,
           words="[yaml-a")
    render("50 MB in one scalar", b"---\ntitle: ", (b"x", 50_000_000), b"\n" + OPEN,
           words="[text-too-long]")
    render("50 MB in a block", b"---\ntitle: |\n", (b"  xxxxxxx\n", 5_000_000), OPEN,
           words="[text-too-long]")
    render("100,000 unknown keys", HEAD, b"".join(b"k%d: x\n" % n for n in range(100_000)), OPEN,
           words="[unknown-key]")
    render("100,000 wrong addressees", HEAD, b"addressees:\n", (b"  - {nam: x}\n", 100_000), OPEN,
           words="[unknown-key]")
    render("100,000 signatories", HEAD, b"signatories:\n", (b"  - Ada Novak\n", 100_000), OPEN,
           status=0, seconds=2 * SECONDS)
    render("invalid UTF-8", HEAD + OPEN, b"\xff\xfe\n", words="[not-utf8]")
    render("4 MB of invalid UTF-8", HEAD + OPEN, fill(b"\xff"), words="[not-utf8]")
    render("NUL", HEAD + OPEN, b"a\0b\n", words="[control-character]")
    render("U+202E in a name", HEAD, "signatories: ['a\u202eb']\n".encode(), OPEN,
           words="[bidi-control]")
    render("a torn file", b"---\ntitle: x\nsignatories:\n  - name: \"A", words="[head-open]")
    render("an empty file", b"", words="[head-missing]")
    render("a file of line ends", (b"\n", 1_000_000), words="[head-missing]")
    render("a file of hyphens", (b"---\n", 1_000_000), words="error")


def bodies():
    complex_ = {"words": "[body-too-complex]", "status": (0, 1)}
    for unit in (b"[", b"*a*", b"- a\n", b"- a", b"[a](b)", b"`", b"<a", b"&amp;", b"a\n\n", b"_a ",
                 b"![", b"\\\n", b"[^a]", b"| ", b"a@b.c ", b"https://a.b/ ", b"<!--", b"<?", b"![a](b)"):
        render(f"4 MiB of {unit.decode().encode('unicode_escape').decode()}", HEAD + OPEN, fill(unit),
               status=(0, 1), words="error")
    render("![[]() 160,000 times", HEAD + OPEN, (b"![[]()", 160_000), **complex_)
    for unit in (b"- ", b"> ", b"1. "):
        render(f"{unit.decode()!r} nested 30,000 deep, and as many line ends", HEAD + OPEN,
               (unit, 30_000), b"\n", (b"\n", 30_000), **complex_)
    render("'> - ' nested 15,000 deep, and a word", HEAD + OPEN, (b"> - ", 15_000), b"a\n",
           **complex_)
    render("> 100,000 times", HEAD + OPEN, (b">", 100_000), b"\n", **complex_)
    render("a* 100,000 times", HEAD + OPEN, (b"a*", 100_000), b"\n", **complex_)
    render("> and a* 100,000 times", HEAD + OPEN, (b">", 100_000), (b"a*", 100_000), b"\n",
           **complex_)
    render("20,000 footnotes", HEAD + OPEN,
           b"".join(b"a[^%d]\n\n[^%d]: b\n\n" % (n, n) for n in range(20_000)), **complex_)
    render("a footnote that refers to itself", HEAD + OPEN, b"a[^a]\n\n[^a]: b[^a]\n", status=(0, 1))
    render("24,000 items of a list", HEAD + OPEN, b"".join(b"%d. a\n" % n for n in range(1, 24_001)),
           status=0)
    render("a body over 4 MiB", HEAD + OPEN, (b"a b c d\n", 600_000), words="[body-too-large]")
    prose = b"Nobody who has waited there for an hour will ever call that corner a stop, we say.\n"
    render("4 MiB of prose", HEAD + OPEN, (prose * 12 + b"\n", BODY_SIZE // (len(prose) * 12 + 1)),
           status=0, seconds=1.0)
    path = write("prose.md", HEAD + OPEN,
                 (prose * 12 + b"\n", BODY_SIZE // (len(prose) * 12 + 1)))
    for form in ("html", "text"):
        expect(f"4 MiB of prose as {form}", [LETTERCTL, "render", "-t", form, path], 0, "",
               seconds=0.5, mebibytes=128)


def paths():
    os.makedirs("inside", exist_ok=True)
    write("secret.png", b"\x89PNG\r\n\x1a\n")
    for target, link in (("../secret.png", "inside/link.png"), ("..", "inside/up")):
        if not os.path.islink(link):
            os.symlink(target, link)
    os.mkfifo("inside/pipe.png")
    os.mkdir("inside/folder.png")
    for name, words in (("../secret.png", "[path-outside]"), ("link.png", "[path-outside]"),
                        ("up/secret.png", "[path-outside]"), ("/etc/hostname", "[path-outside]"),
                        ("./../secret.png", "[path-outside]"), ("pipe.png", "[file-unreadable]"),
                        ("folder.png", "[file-unreadable]"), ("no.png", "[picture-missing]")):
        letter = write("inside/letter.md", HEAD, f"image: {{ src: {name}, alt: x }}\n".encode(), OPEN)
        expect(f"a picture at {name}", [LETTERCTL, "render", letter], 1, words)
        letter = write("inside/letter.md", HEAD + OPEN, f"![x]({name})\n".encode())
        expect(f"a picture of the text at {name}", [LETTERCTL, "render", letter], 1, "error")
        letter = write("inside/letter.md", HEAD, f"email: {{ attachments: [{name}] }}\n".encode(),
                       OPEN)
        expect(f"an attachment at {name}", [LETTERCTL, "render", "-t", "email", letter], 1, "error")
    expect("a folder given as a letter", [LETTERCTL, "render", "inside"], 2, "is a folder")
    expect("a pipe given as a letter", [LETTERCTL, "render", "inside/pipe.png"], 3, "inside/pipe.png")
    expect("a device given as a letter", [LETTERCTL, "render", "/dev/zero"], 3, "/dev/zero")


def templates():
    letter = write("signed.md", HEAD, b"signatories:\n", (b"  - Ada Novak\n", 1000), OPEN, b"Text.\n")
    os.mkdir("own")
    nested = b"{{#signatories}}{{#groups}}{{#entries}}" * 4 + b"x" * 1000
    nested += b"{{/entries}}{{/groups}}{{/signatories}}" * 4
    for name, content, words in (
            ("sections within sections", nested, "[template-"),
            ("a partial within itself", b"{{>letter}}", "[template-depth]"),
            ("200 kB of {{#title}}", b"{{#title}}" * 20_000, "[template-"),
            ("1 MB of {{", b"{{" * 500_000, "[template-"),
            ("a binary file", b"\xff\x00{{title}}", "error"),
            ("a path as a partial", b"{{>../secret}}", "[template-")):
        write("own/letter.html", content)
        expect(f"a template of {name}",
               [LETTERCTL, "render", "--templates", "own", "-o", "out/", letter], 1, words)
    os.remove("own/letter.html")
    os.symlink("../signed.md", "own/letter.html")
    expect("a template that is a link to elsewhere", [LETTERCTL, "render", "--templates", "own", letter],
           1, "letter.html")
    os.remove("own/letter.html")
    os.mkfifo("own/letter.html")
    expect("a template that is a pipe", [LETTERCTL, "render", "--templates", "own", letter], 1,
           "letter.html")


def sources():
    os.makedirs("signed/list", exist_ok=True)
    os.mkfifo("signed/pipe.txt")
    os.symlink("../secret.png", "signed/link.csv")
    os.symlink("..", "signed/up")
    for name, status, words, pieces in (
            ("rows.csv", 0, "", [b"name,url\n", (b"Ada Novak,https://ada.example/\n", 100_000)]),
            ("columns.csv", 1, "[unknown-field]", [(b"x,", 1_000_000), b"name\n"]),
            ("names.csv", 1, "[duplicate-key]", [(b"name,", 1_000_000), b"name\n"]),
            ("quote.csv", 1, "[csv-syntax]", [b"name\n\"", (b"Ada Novak\n", 1_000_000)]),
            ("quotes.csv", 1, "[csv-syntax]", [b"name\n", (b"a\"\n", 300_000)]),
            ("binary.csv", 1, "error", [b"name\n", (b"\xff\x00\n", 300_000)]),
            ("deep.json", 1, "[json-syntax]", [(b"[", 1_000_000)]),
            ("deep.jsonl", 1, "[json-syntax]", [(b'{"a":', 1_000_000)]),
            ("texts.json", 0, "", [b"[", (b'"Ada Novak",', 100_000), b'"Ben"]']),
            ("deep.yaml", 1, "[too-deep]", [(b"- ", 100_000), b"x"]),
            ("names.yaml", 0, "", [(b"- Ada Novak\n", 100_000)]),
            ("names.txt", 0, "", [(b"Ada Novak\n", 300_000)]),
            ("fences.txt", 1, "[code-fence]", [(b"```\n", 300_000)])):
        write(f"signed/{name}", *pieces)
        letter = write("signed/letter.md", HEAD, f"signatories: {{ source: {name} }}\n".encode(), OPEN)
        expect(f"a source {name}", [LETTERCTL, "render", "-o", os.devnull, letter], status, words)
    for name, words in (("pipe.txt", "[file-unreadable]"), ("link.csv", "[path-outside]"),
                        ("up", "[path-outside]"), ("up/signed/names.txt", "[path-outside]"),
                        ("../signed/names.txt", "[path-outside]"), ("list/", "")):
        letter = write("signed/letter.md", HEAD, f"signatories: {{ source: {name} }}\n".encode(), OPEN)
        expect(f"a source at {name}", [LETTERCTL, "render", letter], 1 if words else 0, words)


os.chdir(os.environ["TMPDIR"])
heads()
bodies()
paths()
sources()
templates()
print(f"1..{count}")
raise SystemExit(failures > 0)
