#!/bin/sh
# embed.sh FILE... - write files as C data, sorted by name, for builtin.c.
#
# A file in templates/ is named by its path below that folder, a manual page
# by "man/" and its file name.
set -eu
LC_ALL=C
export LC_ALL

list_names() {
    for file; do
        case $file in
        templates/*) echo "${file#templates/} $file" ;;
        *) echo "man/${file##*/} $file" ;;
        esac
    done | sort
}

# A zero ends each array, so that an empty file is an array too.
number=0
list_names "$@" | while read -r name file; do
    number=$((number + 1))
    echo "static const unsigned char file_$number[] = { /* $name */"
    od -An -v -tu1 "$file" | sed 's/ *\([0-9][0-9]*\)/\1,/g'
    echo "0 };"
done

echo "static const BuiltinFile builtin_files[] = {"
number=0
list_names "$@" | while read -r name file; do
    number=$((number + 1))
    echo "    { \"$name\", file_$number, sizeof file_$number - 1 },"
done
echo "    { NULL, NULL, 0 }"
echo "};"
