#!/bin/sh
# embed_style.sh FILE - write the built-in style.yaml as C data for style.c.
#
# Reading YAML takes longer than rendering a letter.  The file has one entry a
# line, quoted by ' or " or not at all; a test compares what is made here with
# what the YAML says.
set -eu

awk '
/^[a-z]+:$/ {
    if (part != "") print "};"
    part = substr($0, 1, length($0) - 1)
    print "static const BuiltinEntry builtin_" part "[] = {"
    next
}
/^  [a-z0-9-]+: / {
    name = $1
    sub(/:$/, "", name)
    value = substr($0, index($0, ": ") + 2)
    quote = substr(value, 1, 1)
    if (quote == "\"" || quote == "\047") value = substr(value, 2, length(value) - 2)
    if (part == "roles") {
        gsub(/ *; */, ";", value)
        gsub(/: +/, ":", value)
    }
    print "    { \"" name "\", \"" value "\" },"
}
END { print "};" }' "$1"
