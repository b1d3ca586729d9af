# The Nu HTML checker finds no error and no warning in any page.
. "$SRCDIR/tests/cli/tap.sh"

for letter in "$SRCDIR"/letters/*.md; do
    letterctl render -q -t html -o pages/ "$letter"
done
run java -jar "$BUILD/node_modules/vnu-jar/build/dist/vnu.jar" --Werror pages/*.html
for page in pages/*.html; do
    lacks "${page#*/}" stderr "$page"
done
if [ $status -eq 0 ]; then pass "all pages"; else fail "all pages (status $status)" stderr; fi
finish
