# The Nu HTML checker finds no error and no warning in any page.
. "$SRCDIR/tests/cli/tap.sh"

for letter in "$SRCDIR"/letters/*.md; do
    letterctl render -q -t html -o pages/ "$letter"
done
for page in pages/*.html; do
    run java -jar "$BUILD/node_modules/vnu-jar/build/dist/vnu.jar" --Werror "$page"
    if [ $status -eq 0 ]; then pass "${page#*/}"; else fail "${page#*/}" stderr; fi
done
finish
