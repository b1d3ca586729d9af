# clang builds all without a warning, and its programs pass the unit tests.
cd "$SRCDIR" || exit 1
echo 1..2
if make -s CC=clang CI=1 BUILD="$BUILD/clang" all test-programs >"$TMPDIR/log" 2>&1; then
    echo "ok 1 - clang builds without a warning"
else
    echo "not ok 1 - clang builds without a warning"
    sed 's/^/# /' "$TMPDIR/log"
fi
failed=0
for program in "$BUILD"/clang/tests/unit/*/*_test; do
    "$program" >"$TMPDIR/log" 2>&1 && continue
    failed=1
    sed 's/^/# /' "$TMPDIR/log"
done
if [ $failed -eq 0 ]; then
    echo "ok 2 - what clang built passes the unit tests"
else
    echo "not ok 2 - what clang built passes the unit tests"
fi
