# Every C file is laid out as clang-format lays it out.
cd "$SRCDIR" || exit 1
echo 1..1
find include src tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} + >"$TMPDIR/log" 2>&1
if [ $? -eq 0 ]; then
    echo "ok 1 - clang-format changes nothing"
else
    echo "not ok 1 - clang-format changes nothing"
    grep error: "$TMPDIR/log" | sed 's/^/# /'
fi
