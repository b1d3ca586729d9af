"""hostile.py - names and subjects of strangers, and messages that are made of them."""
import os
import random
import subprocess
import unicodedata

SEED = 20231121
COUNT = 2000
BUILD = os.environ["BUILD"]

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


class Texts:
    """Random texts, the same ones in every run."""

    def __init__(self, controls=False):
        self.pick = random.Random(SEED)
        self.pieces = PIECES + CONTROLS if controls else PIECES

    def line(self, limit):
        count = self.pick.choice([0, 1, 2, 3, 4, 8, 30])
        return "".join(self.pick.choice(self.pieces) for _ in range(count))[:limit]

    def lines(self):
        return "".join(self.pick.choice(LINES) + "\n" for _ in range(self.pick.randrange(12)))

    def file_name(self):
        """Readers take blanks off a file name, and mailparser decodes encoded-words in it."""
        name = self.line(40).replace("/", "").replace("\\", "").replace("=?", "")
        return name.strip(" ") + ".bin"

    def mailbox(self):
        typed, ascii_form = self.pick.choice(ADDRESSES)
        return Mailbox(self.line(300), typed, ascii_form or typed)


class Mailbox:
    def __init__(self, name, typed, ascii_form=None):
        self.name, self.typed, self.ascii = name, typed, ascii_form or typed


class Message:
    """What a message is made of, and what a reader must find in it."""

    def __init__(self, texts):
        self.subject = texts.line(200)
        self.mailboxes = [texts.mailbox() for _ in range(3)]
        self.content = texts.line(2000)
        self.plain, self.html = texts.lines(), texts.lines()
        self.files = [texts.file_name(), texts.file_name()]

    def fields(self):
        people = [text for mailbox in self.mailboxes for text in (mailbox.name, mailbox.typed)]
        return [self.subject, *people, *self.files, self.content, self.plain, self.html]

    def lines(self):
        return [self.subject, *(mailbox.name for mailbox in self.mailboxes), *self.files]


def has_controls(text):
    return any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in text)


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


def make(controls=False):
    texts = Texts(controls)
    return [Message(texts) for _ in range(COUNT)]
