# What `make install` puts on a machine works without the source tree, and
# `make uninstall` takes all of it away.
. "$SRCDIR/tests/cli/tap.sh"

# The sanitizers' build is not for installing.
[ -z "${SANITIZED:-}" ] || finish

# The build is as the tests found it: `-o all` keeps make from looking.
install_below() {
    make -s -C "$SRCDIR" -o all install BUILD="$BUILD" "$@"
}

letter() {
    printf -- '---\ntitle: The bench\ndate: 2026-05-04\naddressees: [The mayor]\n---\n\nBring it back.\n'
}

letter >bench.md
succeeds "make install" install_below PREFIX="$TMPDIR/there"
succeeds "the installed program renders" there/bin/letterctl render -t text bench.md
cp stdout expected
contains "its output has the letter" stdout "Bring it back."
succeeds "the installed program shows its manual" there/bin/letterctl help

export PKG_CONFIG_PATH="$TMPDIR/there/lib/pkgconfig"
succeeds "pkg-config finds libletter" pkg-config --exists libletter
# shellcheck disable=SC2046
succeeds "a program builds with libletter" ${CC:-cc} -o through_library \
    $(pkg-config --cflags libletter) "$SRCDIR/tests/cli/through_library.c" \
    $(pkg-config --libs libletter)
succeeds "it renders the letter" ./through_library bench.md
same "as letterctl does" stdout expected

for page in "$SRCDIR"/src/cli/*.[1-9]; do
    section=${page##*.}
    succeeds "${page##*/} is installed" test -f "there/share/man/man$section/${page##*/}"
done

make -s -C "$SRCDIR" uninstall PREFIX="$TMPDIR/there"
find there ! -type d >left
empty "make uninstall leaves nothing" left

succeeds "make install below DESTDIR" install_below DESTDIR="$TMPDIR/staged" PREFIX=/usr
succeeds "the program is below it" test -x staged/usr/bin/letterctl
contains "pkg-config is told of the place without it" staged/usr/lib/pkgconfig/libletter.pc "prefix=/usr"
finish
