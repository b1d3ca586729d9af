"""letters.py - letters, the sample ones and generated ones, and what must be read in their messages."""
import base64
import glob
import json
import os
import re
import subprocess
import unicodedata

import hostile
import readers

SOURCE = os.environ["SRCDIR"]
LETTERCTL = os.environ["LETTERCTL"]
DATE = "2024-05-01T10:00:00+02:00"


def words(text):
    """Words long enough to be told apart from marks and abbreviations."""
    return re.findall(r"[^\W\d_]{4,}", unicodedata.normalize("NFC", text))


def shown_words(html):
    """The words of a page, without its tags, in lower case; soft hyphens and references undone."""
    without_style = re.sub(r"<(style|title)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return set(words(re.sub(r"<[^>]*>", " ", without_style).lower()))


class Letter:
    """What a message must have: the subject, people, words of both bodies, pictures."""

    def __init__(self, path, subject, mailboxes, texts, pictures):
        self.path, self.subject, self.mailboxes = path, subject, mailboxes
        self.recipients = mailboxes[1:]
        self.words = {word for text in texts for word in words(text)}
        self.pictures = pictures

    def check(self, found, reader):
        faults = reader.header(found, self.subject, self.mailboxes)
        plain = set(words(found["text"].lower()))
        html = shown_words(found["html"])
        for what, shown in (("text", plain), ("HTML", html)):
            missing = sorted({word.lower() for word in self.words} - shown)
            faults += readers.compare(f"words not in the {what}", missing, [])
        pictures = sorted(part["bytes"] for part in found["parts"] if part["inline"])
        faults += readers.compare("pictures", pictures, sorted(self.pictures))
        for part in found["parts"]:
            if part["inline"] and f'src="cid:{part["id"]}"' not in found["html"]:
                faults.append(f"no picture of the page is {part['id']}")
        return faults


def front_matter(text):
    head, body = text.removeprefix("---\n").split("\n---\n", 1)
    blocks = re.split(r"^(?=[a-z_]+:)", head, flags=re.MULTILINE)
    return {block.split(":", 1)[0]: block.split(":", 1)[1].strip() for block in blocks if block}, body


def one_line(value):
    """A text of the front matter as the sample letters write it: plain or in single quotes."""
    return value[1:-1].replace("''", "'") if value.startswith("'") else value


def mailbox(text):
    name, address = re.fullmatch(r"(.*) <(.*)>", text).groups()
    return hostile.Mailbox(name, address)


def addressees(block):
    items = re.split(r"^ *- ", block, flags=re.MULTILINE)
    found = [(re.search(r"name: *(.*)", item), re.search(r"^ *email: *(.*)", item, re.MULTILINE)) for item in items]
    return [hostile.Mailbox(one_line(name[1]), email[1]) for name, email in found if email]


def sample(path):
    with open(path, encoding="utf-8") as file:
        keys, body = front_matter(file.read())
    title = one_line(keys["title"])
    sender = [mailbox(keys["from"])] if keys.get("from", "").endswith(">") else []
    if not sender and "from" in keys:
        sender = [hostile.Mailbox(re.search("name: (.*)", keys["from"])[1], re.search("email: (.*)", keys["from"])[1])]
    named = re.search("^ *to: (.*)", keys.get("email", ""), re.MULTILINE)
    people = sender + ([mailbox(named[1])] if named else addressees(keys.get("addressees", "")))
    sources = re.findall(r"src: (\S+)", keys.get("image", "")) + re.findall(r"^!\[.*\]\((\S+?)[ )]", body, re.MULTILINE)
    texts = [title, keys.get("subtitle", ""), keys.get("salutation", ""), keys.get("closing", ""),
             re.sub(r"\]\([^)]*\)|\]\[[^]]*\]|<?https?:\S+|[\w.]+@[\w.]+|^\[[^\]]*\]:.*$", " ", body, flags=re.MULTILINE)]
    texts += [one_line(line.strip(" -")) for line in keys.get("signatories", "").splitlines()
              if line.lstrip().startswith("- ") and ":" not in line]
    pictures = []
    for source in sources:
        with open(os.path.join(os.path.dirname(path), source), "rb") as file:
            pictures.append(base64.b64encode(file.read()).decode())
    letter = Letter(path, one_line(keys.get("subject", title)), people, texts, pictures)
    letter.recipients = people[len(sender):]
    return letter


def samples():
    paths = sorted(glob.glob(os.path.join(SOURCE, "letters", "*.md")))
    letters = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            is_draft = re.search("^status: draft", file.read(), re.MULTILINE)
        if not is_draft:
            letters.append(sample(path))
    return letters


def visible(text, otherwise):
    """A tab stands for a blank in a letter, and a text of blanks for none."""
    return text.replace("\t", " ") if text.strip() else otherwise


def generate(folder, controls=False):
    """Letters whose title, names and text are hostile; in JSON's notation, which is YAML too."""
    texts = hostile.Texts(controls)
    letters = []
    for number in range(hostile.COUNT):
        title = visible(texts.line(200), "Title")
        mailboxes = [texts.mailbox() for _ in range(3)]
        for who in mailboxes:
            who.name = visible(who.name, "Name")
        # A signatory that is an address is refused, lest it be published.
        names = [visible(texts.line(300).replace("@", ""), "Name") for _ in range(3)]
        people = [json.dumps({"name": who.name, "email": who.typed}, ensure_ascii=False) for who in mailboxes]
        signatories = [json.dumps({"name": name}, ensure_ascii=False) for name in names]
        path = os.path.join(folder, f"{number:04}.md")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write("---\n" + f"title: {json.dumps(title, ensure_ascii=False)}\ndate: 2024-05-01\nfrom: {people[0]}\n"
                       f"addressees: [{people[1]}]\ncc: [{people[2]}]\n"
                       f"signatories: [{', '.join(signatories)}]\n---\n\nSome words of the letter.\n")
        letters.append(Letter(path, title, mailboxes, ["Some words of the letter"], []))
        letters[-1].lines = [title, *(who.name for who in mailboxes), *names]
    return letters


def render(letters, folder, *options):
    """Each letter's message; None where there is none."""
    done = subprocess.run([LETTERCTL, "render", "-q", "-t", "email", "--date", DATE, "--message-id", "--crlf", *options,
                           "-o", folder + "/", *(letter.path for letter in letters)],
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    messages = []
    for letter in letters:
        stem = os.path.basename(letter.path).removesuffix(".md").replace(".", "-")
        path = os.path.join(folder, stem + ".eml")
        messages.append(open(path, "rb").read() if os.path.exists(path) else None)
    return messages, done


def check_all(letters, messages, reader):
    """The faults that a reader finds in the messages of letters."""
    faults = [f"{letter.path}: no message" for letter, message in zip(letters, messages) if message is None]
    pairs = [(letter, message) for letter, message in zip(letters, messages) if message is not None]
    for (letter, _), found in zip(pairs, reader.read([message for _, message in pairs])):
        faults += [f"{os.path.basename(letter.path)}: {fault}" for fault in letter.check(found, reader)]
    return faults
