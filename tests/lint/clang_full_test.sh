# clang builds all without a warning; what it built passes the unit tests and
# renders the same bytes as what gcc built.
. "$SRCDIR/tests/cli/tap.sh"

succeeds "clang builds without a warning" \
    make -s -C "$SRCDIR" CC=clang CI=1 BUILD="$BUILD/clang" all test-programs

cd "$SRCDIR" || exit 1
for program in "$BUILD"/clang/tests/unit/*/*_test; do
    "$program" >"$TMPDIR/stdout" 2>&1 || fail "${program#"$BUILD"/}" "$TMPDIR/stdout"
done
cd "$TMPDIR" || exit 1
[ $failures -gt 0 ] || pass "what clang built passes the unit tests"

for letter in "$SRCDIR"/letters/*.md; do
    letterctl render -q -t html,text,email,json -o gcc/ "$letter"
    "$BUILD/clang/letterctl" render -q -t html,text,email,json -o clang/ "$letter"
done
succeeds "and renders the same bytes" diff -r gcc clang
finish
