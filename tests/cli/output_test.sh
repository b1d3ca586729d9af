# Outputs are whole or not there: full disks, closed pipes, folders that forbid writing.
. "$SRCDIR/tests/cli/tap.sh"

printf -- '---\ntitle: The bench\ndate: 2026-05-04\naddressees: [The mayor]\n---\n\nBring it back.\n' >bench.md
sed 's/^title/titel/' bench.md >faulty.md
{ cat bench.md; for line in $(seq 200); do printf '\n%s. Line of a text that is long.\n' "$line"; done; } >long.md
succeeds "a first output" letterctl render -t json -o out.json bench.md
cp out.json first.json

# keeps NAME: out.json is as it was, and nothing was left beside it.
keeps() {
    same "$1: the old file is whole" first.json out.json
    ls -A >names
    lacks "$1: nothing is left" names ".letterctl-"
}

exits 3 "a full device" letterctl render -t json -o /dev/full bench.md
contains "is named" stderr "letterctl: /dev/full: No space left on device"
exits 3 "standard output on a full device" sh -c "'$LETTERCTL' render bench.md >/dev/full"
contains "is named too" stderr "letterctl: standard output: No space left on device"
# More than a pipe holds, so that the end of its reader is met.
{ cat bench.md; for line in $(seq 4000); do printf '\n%s. Line of a text that is long.\n' "$line"; done; } >endless.md
exits 3 "a closed pipe" sh -c "{ '$LETTERCTL' render -t json endless.md; echo \$? >code; } | true; exit \$(cat code)"
contains "is named as well" stderr "standard output: Broken pipe"
exits 3 "a closed standard output" sh -c "'$LETTERCTL' render bench.md >&-"
contains "is an error" stderr "standard output: Bad file descriptor"
succeeds "closed standard streams" sh -c "'$LETTERCTL' render -t json -o closed.json bench.md <&- >&- 2>&-"
same "do not get into files" first.json closed.json
exits 3 "a closed standard input" sh -c "'$LETTERCTL' render - <&-"
contains "is an error too" stderr "Bad file descriptor"

exits 3 "a file that may not grow" sh -c "ulimit -f 1; '$LETTERCTL' render -t json -o out.json long.md"
contains "names itself" stderr "out.json: File too large"
keeps "a file that may not grow"

# A disk of its own where that is allowed.
if unshare --mount sh -c 'mount -t tmpfs -o size=16k none /mnt' 2>log; then
    mkdir disk
    run unshare --mount sh -c "mount -t tmpfs -o size=16k none disk && cp out.json disk/ &&
        { '$LETTERCTL' render -t json -o disk/out.json long.md; echo \$? >code; cp disk/out.json after.json; ls -A disk >names; }"
    contains "a full disk ends with 3" code 3
    contains "a full disk is named" stderr "disk/out.json: No space left on device"
    same "a full disk keeps the old file" first.json after.json
    lacks "a full disk has no leftover" names ".letterctl-"
fi

exits 1 "a faulty letter" letterctl render -t json -o out.json faulty.md
keeps "a faulty letter"
exits 3 "a letter that is not there" letterctl render -t json -o out.json nowhere.md
keeps "a letter that is not there"

touch -d 2020-01-01 out.json
succeeds "an equal output" letterctl render -t json -o out.json bench.md
succeeds "is not touched" find out.json -not -newermt 2020-01-02
contains "it is the old file" stdout out.json
chmod 640 out.json
succeeds "another output" letterctl render -t json -M place=Rome -o out.json bench.md
succeeds "keeps the mode" sh -c 'test "$(stat -c %a out.json)" = 640'
succeeds "a new one follows the umask" sh -c "umask 027; '$LETTERCTL' render -t json -o masked.json bench.md; test \"\$(stat -c %a masked.json)\" = 640"

mkdir apart
cp first.json apart/real.json
ln -s apart/real.json link.json
succeeds "a link that is named" letterctl render -t json -M place=Rome -o link.json bench.md
succeeds "stays a link" test -L link.json
contains "and its file is written" apart/real.json '"place": "Rome"'
mkdir folder
cp first.json apart/kept.json
ln -s ../apart/kept.json folder/bench.json
succeeds "a link in an output folder" letterctl render -t json -M place=Rome -o folder bench.md
same "is not written through" first.json apart/kept.json
contains "but replaced" folder/bench.json '"place": "Rome"'
mkdir folder/bench.txt
exits 3 "a folder in the place of an output" letterctl render -t text -o folder bench.md
contains "is named, once more" stderr "folder/bench.txt: Is a directory"
succeeds "a pipe" sh -c "mkfifo pipe; '$LETTERCTL' render -t json -o pipe bench.md & cat pipe >piped.json; wait \$!"
same "gets the output" first.json piped.json
succeeds "a device" letterctl render -o /dev/stdout -t json bench.md
same "does too" first.json stdout

# What only another user is forbidden.
chmod 755 .
cp "$LETTERCTL" program
if [ "$(id -u)" -eq 0 ]; then other="setpriv --reuid=65534 --regid=65534 --clear-groups"; else other=; fi
mkdir closed
cp first.json closed/out.json
chmod 555 closed
exits 3 "a folder that forbids writing" $other ./program render -t json -M place=Rome -o closed/out.json bench.md
contains "is told by the file" stderr "closed/out.json: Permission denied"
mkdir -m 777 open
cp first.json open/out.json
chmod 444 open/out.json
exits 3 "a file that forbids writing" $other ./program render -t json -M place=Rome -o open/out.json bench.md
same "is as it was" first.json open/out.json
cp bench.md secret.md
chmod 0 secret.md
exits 3 "a letter that forbids reading" $other ./program render secret.md
contains "is named in the end" stderr "letterctl: secret.md: Permission denied"
chmod 755 closed
finish
