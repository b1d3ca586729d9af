# What README.md and the manual show is what happens.
. "$SRCDIR/tests/cli/tap.sh"

# block LANGUAGE: the first block of that language in README.md.
block() {
    awk -v opening="\`\`\`$1" '$0 == opening { found = 1; next } /^```/ && found { exit } found' "$SRCDIR/README.md"
}

block markdown >letter.md
block text >expected.txt
succeeds "README's letter renders" letterctl render --strict -t text letter.md
empty "without a word" stderr
same "to the text that README shows" expected.txt stdout

# The commands of README and letterctl(1) are right, but for who sends the message.
mkdir letters
cp letter.md letters/
{
    grep '^    letterctl ' "$SRCDIR/README.md"
    sed -n 's/^- run: //p' "$SRCDIR/README.md"
    sed -n 's/^\.Dl letterctl/letterctl/p' "$SRCDIR/src/cli/letterctl.1"
} | sed 's/ | .*//' | sort -u >commands
mkdir bin
ln -s "$LETTERCTL" bin/letterctl
PATH=$TMPDIR/bin:$PATH
while read -r command; do
    succeeds "$command" sh -c "$command"
done <commands
succeeds "there were some" test "$(wc -l <commands)" -gt 10

# The example at the head of letter(5).
awk '/^\.Bd/ && !done { found = 1; next } /^\.Ed/ && found { exit } found' "$SRCDIR/src/cli/letter.5" >manual.md
succeeds "the letter of letter(5) renders" letterctl render --strict -t text manual.md
contains "as it stands there" stdout "Dear Ms Duarte,"
finish
