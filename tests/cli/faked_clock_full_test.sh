# No output holds the moment at which it was rendered.
. "$SRCDIR/tests/cli/tap.sh"

for letter in "$SRCDIR"/letters/*.md; do
    for format in html text email json; do
        letterctl render --now 2026-06-01T00:00:00Z -t $format "$letter" >now 2>log
        faketime '2001-02-03 04:05:06' "$LETTERCTL" render --now 2026-06-01T00:00:00Z \
            -t $format "$letter" >then 2>>log
        same "${letter##*/} as $format" now then
    done
done
finish
