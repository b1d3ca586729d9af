# The same letter gives the same bytes, wherever and by whomever it is rendered.
. "$SRCDIR/tests/cli/tap.sh"

# render_all FOLDER LETTERS COMMAND...: every letter there in every format.
render_all() {
    to=$1
    from=$2
    shift 2
    mkdir -p "$to"
    for letter in "$from"/*.md; do
        "$@" "$LETTERCTL" render -q --now 2026-06-01T00:00:00Z -t html,text,email,json -o "$to/" \
            "$letter" || return
    done
}

# differs_not NAME COMMAND...
differs_not() {
    name=$1
    shift
    rm -rf again
    if render_all again letters "$@" >log 2>&1 && diff -r first again >>log 2>&1; then
        pass "$name"
    else
        fail "$name" log
    fi
}

cp -R "$SRCDIR/letters" letters
printf -- '---\ntitle: Über die Brücke\ndate: 2026-05-04\naddressees: [Die Bürgermeisterin]\n---\n\nJa.\n' \
    >letters/brücke.md

succeeds "every letter renders" render_all first letters env

# Zones as POSIX writes them need no table of the machine.
for zone in UTC0 NPT-5:45 NST3:30 SST11 LINT-14; do
    differs_not "time zone $zone" env TZ="$zone"
done
for locale in C POSIX C.UTF-8 en_US.ISO-8859-1 tr_TR.UTF-8; do
    differs_not "locale $locale" env LC_ALL="$locale" LANG="$locale"
done

succeeds "from another folder" render_all elsewhere "$SRCDIR/letters" env
rm -f first/br*cke.* elsewhere/br*cke.*
succeeds "nothing of the folder is in it" diff -r first elsewhere

# Another user: nobody for root, and root in a name space of its own for others.
# The program and the letters must be where another user may read them.
rm -rf again
mkdir -m 777 again
chmod 755 .
cp "$LETTERCTL" program
LETTERCTL=$TMPDIR/program
if [ "$(id -u)" -eq 0 ]; then
    other="setpriv --reuid=65534 --regid=65534 --clear-groups"
else
    other="unshare --user --map-root-user"
fi
rm -f letters/br*cke.md
# shellcheck disable=SC2086
succeeds "by another user" render_all again letters env HOME=/nonexistent $other
succeeds "nothing of the user is in it" diff -r first again
finish
