#!/bin/sh
# embed_labels.sh FILE... - write the built-in labels as C data for
# labels_builtin.c.
#
# Reading YAML takes longer than rendering a letter.  The files have one text a
# line, quoted by ' or not at all, and the months in one list; a test compares
# what is made here with what the YAML says.
set -eu

awk '
function add(label, place, text) {
    if (text ~ /^\047/) text = substr(text, 2, length(text) - 2)
    print "    { LETTER_LABEL_" toupper(label) ", " place ", \"" text "\" },"
}
FNR == 1 {
    tag = FILENAME
    gsub(/.*\/|\.yaml$/, "", tag)
    tags[++count] = tag
    if (count > 1) print "};"
    print "static const LetterBuiltinLabel labels_" count "[] = { /* " tag " */"
}
/^[a-z_]+:/ {
    label = substr($1, 1, length($1) - 1)
    if (NF > 1) add(label, "LETTER_PLURAL_OTHER", substr($0, index($0, ": ") + 2))
}
/^  [a-z]+:/ {
    add(label, "LETTER_PLURAL_" toupper(substr($1, 1, length($1) - 1)), \
        substr($0, index($0, ": ") + 2))
}
/^  \[.*\]$/ {
    months = split(substr($0, 4, length($0) - 4), names, ", ")
    for (i = 1; i <= months; i++) add(label, i - 1, names[i])
}
END {
    print "};"
    print "static const LetterBuiltinLabels builtin_labels[] = {"
    for (i = 1; i <= count; i++)
        print "    { \"" tags[i] "\", labels_" i ", G_N_ELEMENTS(labels_" i ") },"
    print "};"
}' "$@"
