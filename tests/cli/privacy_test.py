"""Each field of a letter holds a word of its own, whose beginning says where it may be read."""
import email
import email.policy
import os
import re
import subprocess

LETTERCTL = os.environ["LETTERCTL"]

# no: nowhere; page: in every format; mail: in the message alone, hint: in its page, head: in its
# header; code: in JSON and in what a page says to machines.
LETTER = """---
title: page01
date: 2026-01-01
url: https://self.example/letter.html
addressees:
  - {name: page02, role: page03, organization: page04, location: page05, address: [page06],
     email: no01@x.example, phone: no02 1, label: no03, note: no04, salutation: no05,
     extra: {key: no06}}
  - no07@x.example
  - page07 <no08@x.example>
cc:
  - {name: page08, email: [no09@x.example, no10@x.example], phone: no11 1, note: no12}
from: {name: page09, role: no13, organization: no14, location: no15, address: [no16], phone: no17 1,
       note: no18, label: no19, email: head01@x.example, url: "https://code01.example/"}
signatories:
  - {name: page10, role: page11, organization: page12, location: page13,
     url: "https://page14.example/", address: [no20], email: no21@x.example, phone: no22 1,
     label: no23, note: no24, sort_as: no25, date: 2019-09-09,
     consent: {date: 2019-09-09, how: no26}, verified: {how: no27, by: no28, date: 2019-09-09}}
  - {name: page15, representative: {name: page16, role: page17, organization: page18,
     email: no29@x.example, phone: no30 1, address: [no31], note: no32, location: no33}}
  - {name: no34, role: no35, anonymous: true, email: no36@x.example, publish: [email]}
  - {name: no37, status: pending, email: no38@x.example, publish: [email]}
  - {name: no39, status: withdrawn, email: no40@x.example, publish: [email]}
  - {name: page19, email: page20@x.example, phone: page21 1, note: page22, address: [page23],
     publish: [email, phone, note, address]}
contact: {label: page24, name: page25, email: page26@x.example, phone: page27 1, address: [page28],
          note: no41, url: "https://page29.example/"}
sign: {url: "https://page30.example/", email: page31@x.example, text: page32}
email:
  to: {name: head02, email: head03@x.example, phone: no42 1, note: no43}
  cc: {name: head04, email: head05@x.example}
  bcc: {name: head06, email: head07@x.example}
  reply_to: {name: head08, email: head09@x.example}
  subject: head10
  preheader: hint01
  intro: mail01
  headers: {X-Own: head11}
  list_unsubscribe: ["https://head12.example/"]
  envelope_sender: no44@x.example
allow:
  - {rule: no-addressees, reason: no45}
---

page33
"""

WORD = re.compile(r"(?:no|page|mail|hint|head|code)[0-9]{2}")
count = 0


def told(name, problems):
    global count
    count += 1
    print(f"{'not ' if problems else ''}ok {count} - {name}")
    for problem in problems:
        print(f"# {problem}")


def render(*options):
    return subprocess.run([LETTERCTL, "render", *options, "letter.md"], check=True,
                          capture_output=True, encoding="utf-8")


def expect(name, text, allowed):
    """Every word of the allowed kinds is in the text, and no other."""
    found = set(WORD.findall(text))
    wanted = {word for word in WORD.findall(LETTER) if word[:-2] in allowed}
    problems = [f"{word} may not be read here" for word in sorted(found - wanted)]
    problems += [f"{word} is missing" for word in sorted(wanted - found)]
    if "2019" in text:
        problems.append("a date that nobody had published is here")
    told(name, problems)


def read(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    header = "\n".join(f"{name}: {value}" for name, value in message.items())
    return header, {part.get_content_type(): part.get_content() for part in message.walk()
                    if not part.is_multipart()}


os.chdir(os.environ["TMPDIR"])
with open("letter.md", "w", encoding="utf-8") as file:
    file.write(LETTER)
told("what is private is in no finding", [word for word in WORD.findall(render().stderr)])
expect("a page", render("-t", "html").stdout, {"page", "code"})
expect("a fragment", render("-t", "html", "--fragment").stdout, {"page"})
expect("a plain text", render("-t", "text").stdout, {"page"})
expect("JSON", render("-t", "json").stdout, {"page", "code"})

header, parts = read(render("-t", "email").stdout.encode())
expect("the message's page", parts["text/html"], {"page", "mail", "hint"})
expect("the message's text", parts["text/plain"], {"page", "mail"})
found = set(WORD.findall(header)) - {"page09"}
wanted = {word for word in WORD.findall(LETTER) if word.startswith("head")}
told("the message's header", sorted(found ^ wanted))

render("-t", "email", "-o", "folder/")
with open("folder/letter.eml", "rb") as file:
    header, _ = read(file.read())
told("no Bcc in a folder", [word for word in ("head06", "head07") if word in header])
print(f"1..{count}")
