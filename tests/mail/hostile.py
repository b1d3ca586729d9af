"""hostile.py - messages with the names and subjects of strangers, and what must be read in them."""
import os
import random
import re
import subprocess
import unicodedata

SEED = 20231121
COUNT = 2000
BUILD = os.environ["BUILD"]

# What an encoded-word of 75 columns holds (RFC 2047 section 2).
ENCODED_WORD = 63

PIECES = [
    "a", "Ann", "Lee", " ", "  ", ",", ";", ":", "<", ">", "@", '"', "\\", "(", ")", "[", "]", ".", "'", "=",
    "?", "=?", "?=", "=?utf-8?Q?x?=", "=?utf-8?B?YWE=?=", "=?utf-8?q?", "_", "-- ", "From ", "--=_letterctl-",
    "undisclosed-recipients:;", ">, <evil@x.example>", "\u200f", "\u200d", "ü", "e\u0301", "ß", "İ",
    "Жанна", "名前", "अनीता", "عمر", "שלום", "ไทย", "한국", "Ω", "👩\u200d🔬", "\U00020000",
    "x" * 40, "ü" * 70, "word " * 9,
]
CONTROLS = ["\r\nBcc: evil@x.example", "\n", "\r", "\t", "\x01", "\x1b[31m", "\x7f", "\x9b", "\u2028"]
ADDRESSES = [("a@b.example", None), ("x.y+z@Mail.b.example", None), ("a@bücher.example", "a@xn--bcher-kva.example"),
             ("o'neil=x@例え.テスト", "o'neil=x@xn--r8jz45g.xn--zckzah")]
LINES = ["", "    code", "From here", ".", "..", "-- ", "> quoted", "> > twice", ">not", "a=3D", "=?utf-8?Q?x?=",
         "trailing \u00a0", "x" * 300, "ünï " * 40 + "end", "--=_letterctl-", "名" * 90, "a paragraph \nof ünï \nlines"]


class Message:
    """Texts for the driver; what a reader must find is beside them."""

    def __init__(self, pick, controls):
        self.pick, self.controls = pick, controls
        self.subject = self.text(200)
        self.names = [self.text(300) for _ in range(3)]
        self.addresses = [pick.choice(ADDRESSES) for _ in range(3)]
        self.files = [self.file_name() for _ in range(2)]
        self.bytes = self.text(2000)
        self.plain, self.html = self.lines(), self.lines()

    def text(self, limit):
        count = self.pick.choice([0, 1, 2, 3, 4, 8, 30])
        pieces = PIECES + CONTROLS if self.controls else PIECES
        return "".join(self.pick.choice(pieces) for _ in range(count))[:limit]

    def file_name(self):
        """Readers take blanks off a file name, and mailparser decodes encoded-words in it."""
        name = self.text(40).replace("/", "").replace("\\", "").replace("=?", "")
        return name.strip(" ") + ".bin"

    def lines(self):
        return "".join(self.pick.choice(LINES) + "\n" for _ in range(self.pick.randrange(12)))

    def fields(self):
        people = [text for pair in zip(self.names, (typed for typed, _ in self.addresses)) for text in pair]
        return [self.subject, *people, *self.files, self.bytes, self.plain, self.html]

    def mailboxes(self, domains="ascii"):
        """Names and addresses as a reader must find them; some show domains as typed."""
        return [(unicodedata.normalize("NFC", name), ascii_form if ascii_form and domains == "ascii" else typed)
                for name, (typed, ascii_form) in zip(self.names, self.addresses)]


def has_controls(text):
    return any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in text)


def fits_words(text):
    """Whether each word of a name, with the blank behind it, fits into an encoded-word."""
    plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/ "
    return all(sum(1 if chr(byte) in plain else 3 for byte in word.encode()) <= ENCODED_WORD
               for word in re.findall("[^ ]* ?", text))


def write(messages):
    """Each message's bytes; None where it was refused."""
    fields = b"".join(text.encode() + b"\0" for message in messages for text in message.fields())
    output = subprocess.run([os.path.join(BUILD, "tests/mail/driver")], input=fields, capture_output=True,
                            check=True).stdout
    written = []
    for _ in messages:
        line, output = output.split(b"\n", 1)
        size = int(line)
        written.append(None if size < 0 else output[:size])
        output = output[max(size, 0):]
    assert output == b""
    return written


def make(controls=False, count=COUNT):
    pick = random.Random(SEED)
    return [Message(pick, controls) for _ in range(count)]


def stuff(text):
    """Flowed text as it is sent (RFC 3676 section 4.4)."""
    lines = []
    for line in text.split("\n"):
        depth = 0
        while line.startswith("> ") or line == ">":
            line, depth = line[2:], depth + 1
        line = "--" if line == "-- " else line
        pad = line and (depth or line[0] in " >" or line.startswith("From "))
        lines.append(">" * depth + (" " if pad else "") + line)
    return "\n".join(lines)


def unflow(text):
    """Flowed text as a reader shows it: paragraphs on one line, quotes marked."""
    text = text.replace("-- \n", "--\n").replace("> > ", ">> ")
    return text.replace(" \n", " ")
