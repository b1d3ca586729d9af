# `letterctl render`: where letters come from, where outputs go, what options do.
. "$SRCDIR/tests/cli/tap.sh"

write_letter() {
    printf -- '---\ntitle: The bench\ndate: 2026-05-04\naddressees: [The mayor]\n%b---\n\nBring it back.\n' "${2:-}" >"$1"
}

write_letter bench.md
write_letter faulty.md 'titel: x\n'
write_letter draft.md 'status: draft\n'
write_letter warned.md
printf '\n[^a]: Nobody asks.\n' >>warned.md

succeeds "one letter goes to standard output" letterctl render -t json bench.md
cp stdout expected.json
contains "as what was asked for" stdout '"title": "The bench"'
empty "nothing else is said" stderr
succeeds "HTML is the default" letterctl render bench.md
contains "it is a page" stdout "<!DOCTYPE html>"
succeeds "a letter comes from standard input" sh -c "'$LETTERCTL' render -t text - <bench.md"
contains "and is rendered" stdout "Bring it back."
succeeds "-o - is standard output" letterctl render -t json -o - bench.md
same "it is the same" expected.json stdout
succeeds "options may follow the letter" letterctl render bench.md --to=json
same "they count too" expected.json stdout
succeeds "a value may follow its short option at once" letterctl render -tjson bench.md
same "as it may elsewhere" expected.json stdout
succeeds "a value may look like an option" letterctl render -t json -o -tfile bench.md
same "if an option asks for one" expected.json ./-tfile
cp bench.md ./-t.md
succeeds "what follows -- is a letter" letterctl render -M slug=bench -t json -- -t.md
same "whatever its name" expected.json stdout

succeeds "-o names a file" letterctl render -t json -o page bench.md
same "which has the output" expected.json page
empty "standard output has nothing" stdout
succeeds "a folder that ends in / is made" letterctl render -t html,text,email,json -o made/for/it/ bench.md
for extension in html txt eml json; do
    succeeds "it has bench.$extension" test -s made/for/it/bench.$extension
done
mkdir there
succeeds "a folder that is there needs none" letterctl render -t json,json -o there bench.md draft.md --drafts
same "it has the first letter" expected.json there/bench.json
succeeds "it has the second" test -s there/draft.json
exits 3 "a file in a folder that is not there" letterctl render -o no/where.html bench.md
contains "is named" stderr "no/where.html: No such file or directory"

exits 3 "a letter that is not there" letterctl render nowhere.md
contains "is named too" stderr "letterctl: nowhere.md: No such file or directory"
exits 3 "other letters go on then" letterctl render -t json -o there nowhere.md bench.md -v
contains "they are written" stderr "unchanged there/bench.json"
exits 1 "a faulty letter" letterctl render -t json -o there bench.md faulty.md
absent "has no output" there/faulty.json
contains "and is told" stderr "faulty.md:5:1: error: unknown key 'titel'; did you mean 'title'? [unknown-key]"

succeeds "-M sets a key" letterctl render -t json -M 'title=Über = alles' -M place=Rom bench.md
contains "over the letter's" stdout '"title": "Über = alles"'
contains "and another" stdout '"place": "Rom"'
succeeds "-M reaches into mappings" letterctl render -t email -M email.subject=News bench.md
contains "by a dot" stdout "Subject: News"
exits 1 "-M of an unknown key" letterctl render -M titel=x bench.md
contains "names the right one" stderr "did you mean 'title'?"
exits 1 "-M of a wrong value" letterctl render -M kind=song bench.md
contains "names the values" stderr "'song' is no value for 'kind'"

succeeds "a draft named alone is rendered" letterctl render draft.md
succeeds "a draft among others is left out" letterctl render -t text -o left/ bench.md draft.md
contains "which is told" stderr "draft.md:1:1: note: a draft among several letters is left out"
absent "it has no output" left/draft.txt
succeeds "--drafts renders it" letterctl render -t text --drafts -o left/ bench.md draft.md
succeeds "it has an output then" test -s left/draft.txt
exits 1 "a draft is no message" letterctl render -t email draft.md
empty "not a byte of it" stdout

succeeds "a warning forbids nothing" letterctl render -t text -o warned.txt warned.md
contains "but is told" stderr "warning: nothing refers to the footnote 'a' [footnote-unused]"
rm warned.txt
exits 1 "--strict makes it an error" letterctl render --strict -t text -o warned.txt warned.md
contains "which it is called" stderr "error: nothing refers to the footnote 'a' [footnote-unused]"
absent "nothing is written" warned.txt
succeeds "-q tells no warning" letterctl render -q -t text warned.md
empty "at all" stderr

succeeds "-v tells what was written" letterctl render -v -t json -o new.json bench.md
contains "by name" stderr "letterctl: wrote new.json"
succeeds "-v tells what was not" letterctl render -v -t json -o new.json bench.md
contains "as it was equal" stderr "letterctl: unchanged new.json"
rm -rf listed
succeeds "--list json" letterctl render --list json -t json,text -o listed/ bench.md
cp stdout list
succeeds "is JSON" "$PYTHON" -c '
import hashlib, json, sys
entries = json.load(open("list"))
assert [sorted(entry) for entry in entries] == [["format", "input", "output", "sha256", "state"]] * 2
assert [entry["output"] for entry in entries] == ["listed/bench.json", "listed/bench.txt"]
assert [entry["format"] for entry in entries] == ["json", "text"]
for entry in entries:
    assert entry["state"] == "written" and entry["input"] == "bench.md"
    assert entry["sha256"] == hashlib.sha256(open(entry["output"], "rb").read()).hexdigest()
'
succeeds "--list json of a run without outputs" sh -c "'$LETTERCTL' render --list json -o x faulty.md || test \$? -eq 1"
contains "is an empty list" stdout "[]"

write_letter allowed.md 'allow: [{ rule: footnote-unused, reason: The printed one has it. }]\n'
printf '\n[^a]: Nobody asks.\n' >>allowed.md
succeeds "a warning that is meant" letterctl render --strict -t text allowed.md
empty "is not told" stderr
write_letter long.md
printf '\nThis line has many words and is to be broken where it becomes wider than thirty columns.\n' >>long.md
succeeds "--width" letterctl render --width 30 -t text long.md
cp stdout narrow
succeeds "breaks lines there" awk 'length($0) > 30 { exit 1 }' narrow
succeeds "--fragment" letterctl render --fragment bench.md
lacks "has no page about it" stdout "<html"
contains "but the text" stdout "Bring it back."
succeeds "--heading-base" letterctl render --fragment --heading-base 3 bench.md
contains "moves the headings" stdout "<h3"
lacks "all of them" stdout "<h1"
succeeds "--crlf" letterctl render --crlf -t email bench.md
cp stdout message
succeeds "ends all lines of a message so" "$PYTHON" -c '
data = open("message", "rb").read()
assert data.count(b"\n") == data.count(b"\r\n") > 5'
succeeds "--date" letterctl render -t email --date 2030-06-01T12:00:00+02:00 bench.md
contains "is the message's" stdout "Date: Sat, 01 Jun 2030 12:00:00 +0200"
succeeds "without it" letterctl render -t email bench.md
lacks "there is none" stdout "Date:"
succeeds "--compose" letterctl render -t email --compose bench.md
contains "marks the message" stdout "X-Unsent: 1"
succeeds "--message-id" letterctl render -t email --message-id -M 'from=A <a@bench.example>' bench.md
contains "is of the sender's domain" stdout "@bench.example>"

write_letter embargo.md 'embargo: 2030-06-01T12:00:00Z\n'
exits 1 "a message under embargo" letterctl render -t email --now 2030-06-01T11:59:59Z embargo.md
contains "is refused" stderr "[message-embargo]"
succeeds "--under-embargo allows it" letterctl render -t email --under-embargo --now 2030-06-01T11:59:59Z embargo.md
contains "and says so" stdout "EMBARGOED"
succeeds "it is over after the moment" letterctl render -t email --now 2030-06-01T12:00:00Z embargo.md
lacks "and not said then" stdout "EMBARGOED"

write_letter copied.md 'email:\n  to: A <a@bench.example>\n  bcc: [B <b@bench.example>]\n'
succeeds "a message on standard output" letterctl render -t email copied.md
contains "has its Bcc" stdout "Bcc: "
succeeds "a message in one file" letterctl render -t email -o copied.eml copied.md
contains "too" copied.eml "Bcc: "
succeeds "a message in a folder" letterctl render -t email -o there copied.md
lacks "has none" there/copied.eml "b@bench.example"

mkdir own
printf 'Own: {{title}}\n' >own/letter.txt
succeeds "--templates" letterctl render -t text --templates own bench.md
contains "are used" stdout "Own: The bench"
succeeds "formats without one there" letterctl render -t json --templates own bench.md
same "are built in" expected.json stdout
printf 'Own: {{tilte}}\n' >own/letter.txt
exits 1 "a wrong template" letterctl render -t text -o there --templates own bench.md draft.md
contains "is told once, by file and place" stderr "own/letter.txt:1:6: error: there is no 'tilte' in templates; did you mean 'title'? [template-name]"
cp stderr said
succeeds "once" sh -c 'test "$(grep -c template-name said)" -eq 1'
exits 3 "a templates folder that is not there" letterctl render --templates nowhere bench.md
contains "is named as well" stderr "nowhere: No such file or directory"
exits 2 "an empty --templates" letterctl render --templates '' bench.md
contains "says what to write" stderr "--templates is empty; write a folder"
rm -r own && mkdir -p own/labels
ln -s /etc/passwd own/letter.html
exits 1 "a template that leads out of its folder" letterctl render --templates own bench.md
contains "is not read" stderr "own/letter.html: it leads out of the folder [file-unreadable]"
rm own/letter.html
printf 'p { color: \377 }\n' >own/page.css
exits 1 "a style sheet that is no text" letterctl render --templates own bench.md
contains "is told where" stderr "own/page.css:1:12: error: byte 0xFF"
rm own/page.css
printf 'too: To\n' >own/labels/en.yaml
cp bench.md second.md
exits 1 "wrong labels" letterctl render -t text -o wrong/ --templates own bench.md second.md
lacks_file() { test ! -e "$1"; }
succeeds "hold back each letter that needs them" lacks_file wrong/second.txt
printf -- '---\ntitle: T\ndate: 2026-01-01\naddressees: [a@bench.example]\n---\n\nHi.\n' >address.md
succeeds "who is an address alone" letterctl render -t text address.md
lacks "is not named" stdout "To:"

mkdir 'Gr ü ße'
write_letter 'Gr ü ße/Brücke & Söhne.md'
succeeds "names of files may have any characters" env LC_ALL=C "$LETTERCTL" render -v -t json -o 'Gr ü ße/' 'Gr ü ße/Brücke & Söhne.md'
contains "in every locale" stderr "wrote Gr ü ße/brucke-sohne.json"
succeeds "and so may values" env LC_ALL=C "$LETTERCTL" render -t text -M 'title=Æble 日本 🌳' bench.md
contains "as they are" stdout "Æble 日本 🌳"
finish
