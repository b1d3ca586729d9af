"""The JSON of a letter is what the manual says, and holds nothing that is private."""
import json
import os
import re
import subprocess

LETTERCTL, SOURCE = os.environ["LETTERCTL"], os.environ["SRCDIR"]

LETTER = """---
title: 'The "bench"'
subtitle: It was taken
subject: Your letter
kind: statement
date: 2026-05-04T09:00:00+02:00
place: Vestholm
lang: da
embargo: 2026-05-04T09:00:00+02:00
slug: bench
url: https://bench.example/
image: { src: bench.png, alt: '', caption: A bench, credit: Ada, at: end }
addressees:
  - { name: The Mayor, role: Mayor, organization: Town, address: [Harbour 1], email: private1@bench.example,
      phone: private2, note: private3, salutation: private4, extra: { key: private5 } }
cc: [ The Council <private6@bench.example> ]
salutation: Dear all,
closing: Yours,
signatories:
  - heading: People
    list:
      - { name: Ada Novak, role: poet, email: private7@bench.example, phone: '+45 1', publish: [phone], as: personal,
          note: private8, sort_as: private9, date: 2026-01-01, consent: { date: 2026-01-01, how: private10 } }
      - { name: private11, anonymous: true }
      - { name: private12, status: withdrawn }
      - { name: private13, status: pending }
  - heading: Groups
    list:
      - { name: Friends, url: 'https://friends.example/', representative: { name: Ben, role: chair, email: private14@bench.example } }
postscript: "P: [it](https://p.example/)[^p]\\n\\n[^p]: Note."
about: About *us*.
sections: [ { heading: Annex, text: One. } ]
sign: { url: 'https://sign.example/', email: sign@bench.example, deadline: 2030-01-01, text: Sign it. }
updates: [ { date: 2026-06-01, text: It is back. } ]
contact: { label: Press, name: Cleo, email: cleo@bench.example, phone: '+45 2' }
from: { name: Sender, email: private15@bench.example }
email: { to: private16@bench.example, bcc: private17@bench.example, subject: private18, intro: private19,
         headers: { X-Private: private20 } }
allow: [ { rule: message-clipped, reason: private21 } ]
extra: { own: [ 1, true, { key: '2' } ] }
---

First [paragraph](https://a.example/).[^a]

# Head

[^a]: First *note*.
"""

KEYS = ("version slug lang dir kind status embargo url title subtitle summary image place date from addressees "
        "cc subject salutation body closing signatories postscript notes sections about sign updates contact "
        "links extra").split()
COUNTS = {"total": 3, "shown": 2, "anonymous": 1, "omitted": 0, "people": 2, "organizations": 1,
          "pending": 1, "withdrawn": 1}

count = 0


def told(name, problem=None):
    global count
    count += 1
    print(f"{'not ' if problem else ''}ok {count} - {name}")
    if problem:
        print("# " + str(problem).replace("\n", "\n# "))


def same(name, found, expected):
    told(name, None if found == expected else f"{found!r} is not {expected!r}")


os.chdir(os.environ["TMPDIR"])
with open("letter.md", "w", encoding="utf-8") as file:
    file.write(LETTER)
with open(os.path.join(SOURCE, "letters/pictures/bench.png"), "rb") as source, open("bench.png", "wb") as file:
    file.write(source.read())
done = subprocess.run([LETTERCTL, "render", "-t", "json", "--strict", "letter.md"], capture_output=True,
                      text=True, check=False)
told("a letter with every key renders", done.stderr or None)
letter = json.loads(done.stdout)

same("its keys, in their order", list(letter), KEYS)
told("nothing private is in it", re.findall(r"private\d+\S*", done.stdout) or None)
same("texts", [letter[key] for key in ("version", "slug", "lang", "dir", "kind", "status", "title", "date", "summary")],
     [1, "bench", "da", "ltr", "statement", "final", 'The "bench"', "2026-05-04T09:00:00+02:00",
      "First paragraph."])
same("the picture", letter["image"],
     {"src": "bench.png", "alt": "", "caption": "A bench", "credit": "Ada", "at": "end"})
same("an addressee", letter["addressees"],
     [{"name": "The Mayor", "role": "Mayor", "organization": "Town", "address": ["Harbour 1"]}])
same("a copy", letter["cc"], [{"name": "The Council"}])
same("the sender", letter["from"], {"name": "Sender"})
same("counts", letter["signatories"]["counts"], COUNTS)
groups = letter["signatories"]["groups"]
same("groups", [group["heading"] for group in groups], ["People", "Groups"])
same("a signatory", groups[0]["list"],
     [{"name": "Ada Novak", "type": "person", "role": "poet", "as": "personal", "phone": "+45 1"}])
same("an organization", groups[1]["list"],
     [{"name": "Friends", "type": "organization", "url": "https://friends.example/",
       "representative": {"name": "Ben", "role": "chair"}}])
told("the text as HTML", None if "<p>First <a href=\"https://a.example/\">" in letter["body"]["html"] and
     '<h2 id="bench-head">Head</h2>' in letter["body"]["html"] else letter["body"]["html"])
told("the text as text", None if letter["body"]["text"].startswith("First paragraph [3].[1]\n") or
     "First paragraph [3]" in letter["body"]["text"] else letter["body"]["text"])
same("notes", [note["number"] for note in letter["notes"]], [1, 2])
same("links go on from the notes", letter["links"],
     [{"number": 3, "url": "https://a.example/"}, {"number": 4, "url": "https://p.example/"}])
same("how to sign", {**letter["sign"], "html": ""},
     {"url": "https://sign.example/", "email": "sign@bench.example", "deadline": "2030-01-01", "html": "",
      "text": "Sign it.\n"})
same("a contact", letter["contact"],
     [{"label": "Press", "name": "Cleo", "email": ["cleo@bench.example"], "phone": "+45 2"}])
same("values of one's own", letter["extra"], {"own": ["1", True, {"key": "2"}]})


with open("numbers.md", "w", encoding="utf-8") as file:
    file.write("---\ntitle: T\ndate: 2026-05-04\naddressees: [A]\n"
               "sections: [{heading: H, text: 'a [section](https://section.example/)'}]\n"
               "---\n\nA [body](https://body.example/).[^1]\n\n[^1]: A [note](https://note.example/).\n")
numbered = json.loads(subprocess.run([LETTERCTL, "render", "-t", "json", "numbers.md"], capture_output=True,
                                     check=True).stdout)
text = subprocess.run([LETTERCTL, "render", "-t", "text", "numbers.md"], capture_output=True, text=True,
                      check=True).stdout
same("links are numbered as in the plain text", [f"[{link['number']}] {link['url']}" for link in numbered["links"]],
     re.findall(r"^\[\d+\] https:.*$", text, re.MULTILINE))

with open(os.path.join(SOURCE, "src/cli/letterctl.1"), encoding="utf-8") as file:
    section = file.read().split("\n.Sh JSON OF A LETTER\n")[1].split("\n.Sh ")[0]
documented = [key for item in re.findall(r"^\.It Cm (.*)$", section, re.MULTILINE) for key in item.split(" , ")]
same("the manual has the keys in this order", documented,
     KEYS)

with open("bare.md", "w", encoding="utf-8") as file:
    file.write("---\ntitle: x\nkind: page\n---\n")
done = subprocess.run([LETTERCTL, "render", "-t", "json", "bare.md"], capture_output=True, text=True, check=False)
same("a letter with nothing", list(json.loads(done.stdout)),
     ["version", "slug", "lang", "dir", "kind", "status", "title", "body", "signatories"])
print(f"1..{count}")
