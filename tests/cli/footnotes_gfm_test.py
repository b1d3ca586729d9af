#!/usr/bin/env python3
"""Footnotes are those that cmark-gfm reads: the same notes, numbers and texts.

Bodies are generated within what letter(5) says of footnotes, where both
readers must agree, and compared by the text of their HTML.
"""
import html.parser
import os
import random
import re
import shutil
import subprocess
import sys

SEED = 20260502
COUNT = 400
FIRST, LAST = "FIRSTWORD", "LASTWORD"


class Reader(html.parser.HTMLParser):
    """The words of a page, with [N] for references, apart for each note."""

    def __init__(self):
        super().__init__()
        self.parts = {0: []}
        self.at = 0
        self.items = []  # for each open <li>, the part around it
        self.skipping = 0  # open elements of a back link
        self.marking = False  # within a reference, whose text is its number

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        address = attributes.get("href") or ""
        if tag == "li":
            self.items.append(self.at)
            if re.search("(^|-)fn-", attributes.get("id") or ""):
                self.at = max(self.parts) + 1
                self.parts[self.at] = []
        elif self.skipping:
            self.skipping += 1
        elif tag == "a" and re.search("#(.*-)?fnref-", address):
            self.skipping = 1
        elif tag == "a" and re.search("#(.*-)?fn-", address):
            self.marking = True
        elif tag in ("p", "pre", "blockquote", "h2", "h3", "ul", "ol"):
            self.parts[self.at].append(" ")

    def handle_endtag(self, tag):
        if tag == "li":
            self.at = self.items.pop()
        elif self.skipping:
            self.skipping -= 1
        elif tag == "a":
            self.marking = False

    def handle_data(self, data):
        if self.marking:
            data = f" [{data.strip(' []')}] "
        if not self.skipping:
            self.parts[self.at].append(data)

    def result(self):
        texts = {n: " ".join("".join(part).split()) for n, part in self.parts.items()}
        texts[0] = re.search(f"{FIRST}.*{LAST}", texts[0])[0]
        return texts


def read(page):
    reader = Reader()
    reader.feed(page)
    return reader.result()


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.words = 0
        self.labels = []  # by first use
        self.notes = []

    def word(self):
        self.words += 1
        return self.random.choice(["word{}", "*em{}*", "`code{} [^x]`", "**b{}**", "æ{}", r"\[^esc{}]",
                                   "[link{}](/a)", "[ref{}][r]", "{}."]).format(self.words)

    def label(self):
        if self.labels and self.random.random() < 0.4:
            return self.random.choice(self.labels)
        form = self.random.choice(["{}", "n{}", "Note{}", "a-b{}", "a_b_{}", "é{}", "1.{}"])
        self.labels.append(form.format(len(self.labels)))
        return self.labels[-1]

    def mark(self):
        label = self.label()
        return f"[^{self.random.choice([label, label.upper(), label.lower()])}]"

    def words_line(self, marks):
        pieces = [self.word() for _ in range(self.random.randint(1, 5))]
        if marks and self.random.random() < 0.6:
            at = self.random.randrange(len(pieces))
            pieces[at] += self.mark()
        return " ".join(pieces)

    def paragraph(self, marks):
        lines = [f"x {self.words_line(marks)}" for _ in range(self.random.randint(1, 3))]
        return [line + self.random.choice(["", "", r" \*"]) for line in lines]

    def block(self, marks):
        kind = self.random.randrange(7)
        if kind == 0:
            return [f"- {line}" for line in self.paragraph(marks)]
        if kind == 1:
            return [f"> {line}" for line in self.paragraph(marks)]
        if kind == 2:
            self.words += 1
            return ["```", f"code{self.words} [^1]", "", "[^1]: code", "```"]
        if kind == 3:
            return [f"## {self.words_line(marks)}"]
        return self.paragraph(marks)

    def note(self, label, marks):
        lines = self.random.choice([self.paragraph, self.paragraph, self.block])(marks)
        result = [f"[^{label}]: {lines[0]}"] + [f"    {line}" if line else "" for line in lines[1:]]
        for _ in range(self.random.choice([0, 0, 1, 2])):
            result.append("")
            result += [f"    {line}" if line else "" for line in self.block(marks)]
        return result

    def body(self):
        blocks = [[f"{FIRST} {self.words_line(True)}"]]
        blocks += [self.block(True) for _ in range(self.random.randint(1, 5))]
        early = list(self.labels)
        self.random.shuffle(early)
        defined = []
        lines = []
        for block in blocks:
            lines += block
            # A definition may stand before its use, and close to a paragraph,
            # as long as it refers to nothing: numbers follow the references.
            if early and self.random.random() < 0.4:
                defined.append(early.pop())
                if self.random.random() < 0.5:
                    lines.append("")
                lines += self.note(defined[-1], False)
            lines.append("")
        lines += [LAST, ""]
        for label in self.labels:  # grows by what notes refer to
            if label not in defined:
                lines += self.note(label, self.random.random() < 0.4)
                if self.random.random() < 0.5:
                    lines.append("")
        lines += ["", "[r]: /ref", ""]
        return "\n".join(lines)


def run(*command, text):
    return subprocess.run(command, input=text.encode(), capture_output=True, check=False)


def compare(number):
    body = Maker(SEED + number).body()
    head = "---\ntitle: T\nkind: page\nsummary: S\n---\n"
    ours = run(os.environ["LETTERCTL"], "render", "--fragment", "-t", "html", "-", text=head + body)
    theirs = run("cmark-gfm", "-e", "footnotes", text=body)
    if ours.returncode != 0:
        return body, ours.stderr.decode()
    ours, theirs = read(ours.stdout.decode()), read(theirs.stdout.decode())
    return None if ours == theirs else (body, f"ours:   {ours}\ntheirs: {theirs}")


def main():
    print("1..1")
    if shutil.which("cmark-gfm") is None:
        print("ok 1 - footnotes are those of cmark-gfm # SKIP cmark-gfm is not installed")
        return 0
    print(f"# seed {SEED}")
    for number in range(0, COUNT, 10 if os.environ.get("SANITIZED") else 1):
        difference = compare(number)
        if difference:
            for line in "\n".join((f"body {number}:",) + difference).split("\n"):
                print(f"# {line}")
            print("not ok 1 - footnotes are those of cmark-gfm")
            return 1
    print("ok 1 - footnotes are those of cmark-gfm")
    return 0


sys.exit(main())
