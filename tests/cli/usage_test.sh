# Wrong command lines end with status 2, write nothing, and say what would be right.
. "$SRCDIR/tests/cli/tap.sh"

printf -- '---\ntitle: The bench\ndate: 2026-05-04\naddressees: [The mayor]\n---\n\nBring it back.\n' >bench.md
cp bench.md other.md
mkdir folder

# refuses WHAT-IS-SAID COMMAND...
refuses() {
    said=$1
    shift
    run "$@"
    if [ $status -eq 2 ] && [ ! -s stdout ] && grep -qF -e "$said" stderr; then
        pass "$* is refused: $said"
    else
        fail "$* (status $status)" stdout stderr
    fi
}

refuses "no command given" letterctl
refuses "unknown command 'rendr'; did you mean 'render'?" letterctl rendr
refuses "unknown command 'check'; write render or help" letterctl check
refuses "unknown option '--hepl'; did you mean '--help'?" letterctl --hepl
refuses "no letter given" letterctl render
refuses "unknown option '--colour'; did you mean '--color'?" letterctl render --colour bench.md
refuses "unknown option '--outpt'; did you mean '--output'?" letterctl render --outpt=x bench.md
refuses "unknown option '-z'" letterctl render -z bench.md
refuses "missing argument for --output" letterctl render bench.md --output
refuses "'pdf' is no format; write html, text, email or json" letterctl render -t html,pdf bench.md
refuses "no format" letterctl render -t '' bench.md
refuses "--color: 'blue' is none of its values; write auto, always or never" \
    letterctl render --color blue bench.md
refuses "write human, short, json or github" letterctl render --diagnostics sarif bench.md
refuses "write json" letterctl render --list yaml -o folder bench.md
refuses "--width: '19' is no number from 20 to 998" letterctl render --width 19 bench.md
refuses "--width: '999' is no number from 20 to 998" letterctl render --width 999 bench.md
refuses "'wide' is no number" letterctl render --width wide bench.md
refuses "'7' is no number from 1 to 6" letterctl render --fragment --heading-base 7 bench.md
refuses "'-1' is no number" letterctl render --max-errors -1 bench.md
refuses "'tomorrow' is no moment; write it as 2030-06-01T12:00:00Z" \
    letterctl render --now tomorrow bench.md
refuses "'2030-06-01' is no moment" letterctl render --now 2030-06-01 bench.md
refuses "'soon' is no date" letterctl render -t email --date soon bench.md
refuses "'example.org' is no address" letterctl render --fragment --base-url example.org bench.md
refuses "'ftp://example.org' is no address" letterctl render --base-url ftp://example.org bench.md
refuses "'title' has no key; write KEY=VALUE" letterctl render -M title bench.md
refuses "'=x' has no key" letterctl render -M =x bench.md
refuses "is not UTF-8" letterctl render -M "title=$(printf '\377')" bench.md
refuses "'folder' is a folder; name its letters, 'folder/*.md' say" letterctl render folder
refuses "'folder/' is a folder; name its letters, 'folder/*.md' say" letterctl render folder/
refuses "the name of a letter is empty" letterctl render ''
refuses "standard input is given twice" letterctl render -o folder - -
refuses "2 outputs need a folder" letterctl render bench.md other.md
refuses "2 outputs need a folder" letterctl render -t html,text bench.md
refuses "'one' is one file for 2 outputs; write 'one/' for a folder" \
    letterctl render -o one bench.md other.md
refuses "--output is empty" letterctl render -o '' bench.md
refuses "--list and the output would both go to standard output" letterctl render --list json bench.md
refuses "one topic at a time" letterctl help render letter
refuses "nothing is known about 'leter'; did you mean 'letter'?" letterctl help leter
refuses "nothing is known about 'unknow-key'; did you mean 'unknown-key'?" letterctl help unknow-key
contains "it is told how to go on" stderr "Try 'letterctl help --help'."

# Two letters for one output, and a letter in the way of an output.
mkdir a b
cp bench.md a/
cp bench.md b/
refuses "'a/bench.md' and 'b/bench.md' would both be written to 'folder/bench.json'" \
    letterctl render -t json -o folder a/bench.md b/bench.md
refuses "would both be written to" letterctl render -t json -o folder bench.md ./bench.md
absent "nothing was written before" folder/bench.json
cp bench.md before.md
refuses "the output 'bench.md' would overwrite the letter 'bench.md'" letterctl render -o bench.md bench.md
refuses "the output './bench.md' would overwrite" letterctl render -o ./bench.md bench.md
same "the letter is as it was" before.md bench.md

succeeds "--help" letterctl --help
contains "it lists the commands" stdout "  render  "
succeeds "--help of a command" letterctl render --help
contains "it lists the options" stdout "--under-embargo"
empty "it goes to standard output" stderr
succeeds "-h" letterctl help -h
succeeds "--version" letterctl --version
contains "it names the Unicode data" stdout "ICU data"
succeeds "help" letterctl help
contains "it lists the topics" stdout "letterctl help letter"
for topic in render letter templates rules; do
    succeeds "help $topic" letterctl help $topic
    contains "$topic has a manual page" stdout "DESCRIPTION"
done
succeeds "help about a rule" letterctl help unknown-key
contains "it explains the rule" stdout "right:  signatories:"
lacks "and no other" stdout "unquoted-colon"

exits 3 "a full disk is an error of --help too" sh -c "'$LETTERCTL' --help >/dev/full"
contains "which is named" stderr "standard output: No space left on device"
finish
