"""What is private of a signatory reaches no output, whatever it is read from."""
import json
import os
import subprocess

LETTERCTL = os.environ["LETTERCTL"]
PRIVATE = ("email", "phone", "address", "note", "label", "sort_as", "date", "consent.how", "verified.by")
PUBLISHED = ("email", "phone", "address", "note", "label", "date")

count = failures = 0


def told(name, problems):
    global count, failures
    count += 1
    failures += bool(problems)
    print(f"{'not ' if problems else ''}ok {count} - {name}")
    for problem in problems:
        print(f"# {problem}")


def token(kind, key):
    """A value that stands nowhere else, and that the key takes."""
    place = f"{kind}-{key}".replace(".", "-").replace("_", "-")
    days = {"inline": 11, "csv": 12, "json": 13, "jsonl": 14, "folder": 15}
    return {"email": f"token-{place}@tokens.example", "date": f"1971-03-{days[kind]}"}.get(
        key, f"token-{place}")


def needles(kind, keys=PRIVATE):
    for key in keys:
        yield token(kind, key)
    yield "1971"  # a date in words


def entry(kind, **more):
    """A mapping with every private key."""
    mapping = {"name": f"Name of {kind}", **more}
    for key in PRIVATE:
        inner = mapping
        *outer, last = key.split(".")
        for name in outer:
            inner = inner.setdefault(name, {})
        inner[last] = [token(kind, key)] if key == "address" else token(kind, key)
    return mapping


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def write_letter(**more):
    os.makedirs("folder", exist_ok=True)
    row = {"name": "Name of csv", **{key: token("csv", key) for key in PRIVATE}, **more}
    write("list.csv", ",".join(row) + "\n" + ",".join(f'"{value}"' for value in row.values()) + "\n")
    write("list.json", json.dumps([entry("json", **more)]))
    write("list.jsonl", json.dumps(entry("jsonl", **more)) + "\n")
    write("folder/a.yaml", json.dumps(entry("folder", **more)))
    write("letter.md", "---\ntitle: T\ndate: 2026-05-04\nkind: page\nsignatories:\n"
          f"  - list: [{json.dumps(entry('inline', **more))}]\n"
          "  - source: [list.csv, list.json, list.jsonl]\n  - source: folder\n---\nText.\n")


def render(*options):
    """All that comes out: every format, the list of outputs, what is said."""
    done = subprocess.run([LETTERCTL, "render", "-t", "html,text,email,json", "-o", "out/", "--list",
                           "json", "-v", *options, "letter.md"], capture_output=True, check=False)
    found = {"stdout": done.stdout, "stderr": done.stderr}
    for name in os.listdir("out") if os.path.isdir("out") else ():
        with open(os.path.join("out", name), "rb") as file:
            found[name] = file.read()
    # Soft line ends of quoted-printable tear words.
    return done.returncode, {name: data.replace(b"=\r\n", b"").replace(b"=\n", b"").decode()
                             for name, data in found.items()}


KINDS = ("inline", "csv", "json", "jsonl", "folder")

os.chdir(os.environ["TMPDIR"])
write_letter()
status, outputs = render()
told("the letter is rendered", [] if status == 0 else [outputs["stderr"]])
for kind in KINDS:
    told(f"nothing private of {kind} is in an output",
         [f"{needle} in {name}" for needle in needles(kind) for name, text in outputs.items()
          if needle in text])
told("everybody is named",
     [f"{kind} not in {name}" for kind in KINDS for name in ("letter.html", "letter.txt", "letter.json")
      if f"Name of {kind}" not in outputs[name]])

write_letter(publish=["note"])
write("list.csv", open("list.csv", encoding="utf-8").read().replace("['note']", "note"))
status, outputs = render()
told("what is published is in JSON, and nothing else",
     [f"{key} of {kind}" for kind in KINDS for key in PUBLISHED
      if (token(kind, key) in outputs["letter.json"]) != (key == "note")])

write_letter(status="pending", anonymous="true")
status, outputs = render()
told("those who are not shown are not named",
     [f"{kind} in {name}" for kind in KINDS for name, text in outputs.items()
      if f"Name of {kind}" in text] + list(needle for kind in KINDS for needle in needles(kind)
                                           if needle in "".join(outputs.values())))

write_letter()
write("list.json", json.dumps([entry("json")])[:-2] + ' "token" "token"}]')
status, outputs = render()
told("findings of what is no JSON name no private value",
     ([] if status == 1 else [f"status {status}"]) +
     [needle for needle in [*needles("json"), "token"] if needle in
      outputs["stderr"].replace("unexpected token", "")])

# A fault among private values, as it would stand in a build's public log.
write_letter(url="mailto:token-url", email="token-email at tokens.example", date="token-date",
             anonymous="token-anonymous", publish="token-publish", lang="token lang")
for form in ("human", "short", "json", "github"):
    status, outputs = render("--diagnostics", form)
    # The author's own line is shown, the line of a table is not.
    told(f"findings of sources name no private value: {form}",
         ([] if status == 1 else [f"status {status}"]) +
         [f"{key} of {kind}" for kind in KINDS if kind != "inline" for key in PRIVATE
          if token(kind, key) in outputs["stderr"]] +
         [line for line in outputs["stderr"].splitlines()
          if "token" in line and ("list." in line or "folder/" in line)])
print(f"1..{count}")
raise SystemExit(failures > 0)
