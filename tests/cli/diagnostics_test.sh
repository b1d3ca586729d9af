# What is said about a letter: to a terminal, to a file, to programs.
. "$SRCDIR/tests/cli/tap.sh"

printf -- '---\r\ntitle: The bench\r\ndate: 2026-05-04\r\naddressees: [The mayor]\r\nplace: \t日本 # \t\r\n---\r\n\r\nÆrø: <b>no</b>.\r\n' >crlf.md
printf '\357\273\277---\ntitel: x\ndate: 2026-05-04\n---\n' >bom.md
printf -- '---\ntitle: x\ndate: 2026-05-04\nkind: page\n---\n\n%s[^q] %s\n' "$(printf 'word %.0s' $(seq 60))" "$(printf 'word %.0s' $(seq 60))" >wide.md

# on_a_terminal COMMAND...: stderr is a terminal; what it shows is in the file shown.
on_a_terminal() {
    "$PYTHON" -c '
import os, pty, subprocess, sys
ours, theirs = pty.openpty()
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs)
os.close(theirs)
shown = b""
try:
    while piece := os.read(ours, 65536):
        shown += piece
except OSError:
    pass
process.wait()
open("shown", "wb").write(shown.replace(b"\r\n", b"\n"))
' "$@"
}

exits 1 "raw HTML in a file with CRLF" letterctl render -t json crlf.md
printf '%s\n' "crlf.md:8:6: error: raw HTML is not allowed in letters; write Markdown, or escape the '<' as '\\<' [raw-html]" >expected
printf '%s\n' "crlf.md:8:11: error: raw HTML is not allowed in letters; write Markdown, or escape the '<' as '\\<' [raw-html]" >>expected
same "its columns are characters" expected stderr
exits 1 "a file with a BOM" letterctl render -t json bom.md
contains "its first column is the one after it" stderr "bom.md:2:1: error: unknown key 'titel'"

exits 1 "--diagnostics human" letterctl render -t json --diagnostics human crlf.md
contains "shows the source line" stderr "    8 | Ærø: <b>no</b>."
contains "and the place in it" stderr "      |      ^~~"
lacks "without colour" stderr "$(printf '\033')"
exits 1 "--color always" letterctl render -t json --color always crlf.md
contains "colours" stderr "$(printf '\033[1;31merror:')"

on_a_terminal env TERM=xterm "$LETTERCTL" render -t json crlf.md
contains "a terminal gets the source line" shown "    8 | Ærø: <b>no</b>."
contains "and colours" shown "$(printf '\033')"
on_a_terminal env TERM=xterm NO_COLOR=1 "$LETTERCTL" render -t json crlf.md
lacks "but none with NO_COLOR" shown "$(printf '\033')"
on_a_terminal env TERM=xterm "$LETTERCTL" render -t json --color never crlf.md
lacks "nor with --color never" shown "$(printf '\033')"
on_a_terminal env TERM=dumb "$LETTERCTL" render -t json --diagnostics short crlf.md
same "--diagnostics short is the line alone" expected shown
on_a_terminal env NO_COLOR=1 "$LETTERCTL" render -t json wide.md
contains "a long line is cut about the place" shown "[^q]"
succeeds "to the width of a terminal" awk 'NR > 1 && length($0) > 84 { exit 1 }' shown

exits 1 "--diagnostics json" letterctl render -t json --diagnostics json -o out/ crlf.md bom.md
cp stderr said
succeeds "is JSON" "$PYTHON" -c '
import json
report = json.load(open("said"))
assert report["errors"] + report["notes"] == len(report["diagnostics"]) >= 3, report
first = report["diagnostics"][0]
assert first["file"] == "crlf.md" and (first["line"], first["column"]) == (8, 6)
assert (first["endLine"], first["endColumn"]) == (8, 9)
assert first["severity"] == "error" and first["rule"] == "raw-html"
assert [entry["file"] for entry in report["diagnostics"]] == sorted(
    (entry["file"] for entry in report["diagnostics"]), reverse=True), "as named on the command line"
'
exits 3 "a failure of the system" letterctl render --diagnostics json -t json nowhere.md
cp stderr said
succeeds "is JSON too" "$PYTHON" -c '
import json
[entry] = json.load(open("said"))["diagnostics"]
assert entry["message"] == "nowhere.md: No such file or directory" and "rule" not in entry'
printf -- '---\ntitle: x\ndate: 2026-05-04\nkind: page\n---\n\nText.\n' >sound.md
succeeds "a run without findings" letterctl render --diagnostics json -t json sound.md
contains "has an empty list" stderr '"diagnostics": []'
exits 1 "--diagnostics github" letterctl render -t json --diagnostics github bom.md
contains "writes workflow commands" stderr "::error file=bom.md,line=2,col=1,title=unknown-key::unknown key 'titel'; did you mean 'title'?"

{ printf -- '---\ntitle: x\ndate: 2026-05-04\nkind: page\n---\n\n'; for n in $(seq 150); do printf '<br>\n\n'; done; } >many.md
exits 1 "many errors" letterctl render -t json many.md
cp stderr said
succeeds "are told up to a hundred" sh -c 'test "$(grep -c raw-html said)" -eq 100'
contains "and how many there are more" said "many.md: and 50 more errors (--max-errors 0 shows all)"
exits 1 "--max-errors 2" letterctl render -t json --max-errors 2 many.md
cp stderr said
succeeds "tells so many" sh -c 'test "$(grep -c raw-html said)" -eq 2'
exits 1 "--max-errors 0" letterctl render -t json --max-errors 0 many.md
cp stderr said
succeeds "tells all" sh -c 'test "$(grep -c raw-html said)" -eq 150'

printf -- '---\ntitle: x\ndate: 2026-05-04\nallow: [{ rule: no-addressees, reason: "A letter to all" }]\n---\n\nText.\n' >meant.md
succeeds "a note that is meant" letterctl render -t json meant.md
lacks "is not told" stderr no-addressees

name=$(printf 'a\nb\033[2J.md')
cp bom.md "$name"
exits 1 "a hostile file name" letterctl render -t json "$name"
contains "is made harmless" stderr 'a\u{000A}b\u{001B}[2J.md:2:1: error:'
printf -- '---\ntitle: x\ndate: 2026-05-04\nkind: page\n---\n\n\033[2J\n' >escape.md
exits 1 "a hostile line" letterctl render -t json --diagnostics human escape.md
contains "is made harmless too" stderr '    7 | \u{001B}[2J'
lacks "all of it" stderr "$(printf '\033')"
finish
