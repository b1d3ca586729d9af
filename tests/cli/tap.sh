# tap.sh - sourced by the command tests: `. "$SRCDIR/tests/cli/tap.sh"`.
#
# A test runs in an empty folder of its own and ends with `finish`.
set -u
cd "$TMPDIR" || exit 1
tests=0
failures=0

letterctl() {
    "$LETTERCTL" "$@"
}

pass() {
    tests=$((tests + 1))
    echo "ok $tests - $1"
}

# fail NAME [FILE...]: the files show what went wrong.
fail() {
    tests=$((tests + 1))
    failures=$((failures + 1))
    echo "not ok $tests - $1"
    shift
    for file; do
        echo "# $file:"
        head -n 40 "$file" | sed 's/^/#   /'
    done
}

skip() {
    tests=$((tests + 1))
    echo "ok $tests - $1 # SKIP $2"
}

# run COMMAND...: its output is in the files stdout and stderr, its exit
# status in $status.
run() {
    "$@" >stdout 2>stderr </dev/null
    status=$?
}

# succeeds NAME COMMAND...
succeeds() {
    name=$1
    shift
    run "$@"
    if [ $status -eq 0 ]; then pass "$name"; else fail "$name (status $status)" stdout stderr; fi
}

# exits STATUS NAME COMMAND...
exits() {
    wanted=$1
    name=$2
    shift 2
    run "$@"
    if [ $status -eq "$wanted" ]; then
        pass "$name"
    else
        fail "$name (status $status, not $wanted)" stdout stderr
    fi
}

# contains NAME FILE TEXT: the file has the text, as it stands, within a line.
contains() {
    if grep -qF -e "$3" "$2"; then pass "$1"; else fail "$1: no '$3'" "$2"; fi
}

lacks() {
    if grep -qF -e "$3" "$2"; then fail "$1: '$3'" "$2"; else pass "$1"; fi
}

# same NAME FILE FILE
same() {
    if cmp "$2" "$3" >difference 2>&1; then pass "$1"; else fail "$1" difference; fi
}

empty() {
    if [ -e "$2" ] && [ ! -s "$2" ]; then pass "$1"; else fail "$1" "$2"; fi
}

absent() {
    if [ ! -e "$2" ]; then pass "$1"; else fail "$1: $2 exists"; fi
}

finish() {
    echo "1..$tests"
    [ $failures -eq 0 ]
    exit
}
