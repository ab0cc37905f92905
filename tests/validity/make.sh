# Helpers of the validity tests; read with "." by a script called with ANNALS SOURCE.  Makes the chronology of the
# five examples as "$folder/events.$1" and as "$folder/truth.json".
# shellcheck shell=sh disable=SC2034
annals=$1 root=$2
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
here=$(cd "$(dirname "$0")" && pwd)
unset SOURCE_DATE_EPOCH

# needs PROGRAM...: skip the test when one is not installed.
needs() {
    for program in "$@"; do
        command -v "$program" >/dev/null && continue
        echo "SKIPPED: $program is not installed"
        exit 77
    done
}
# needs_python MODULE...: sets $python to an interpreter that has them; the first of the path may not be the system's.
needs_python() {
    for python in python3 /usr/bin/python3; do
        "$python" -c "import $(echo "$*" | tr ' ' ,)" 2>/dev/null && return
    done
    echo "SKIPPED: no python3 has the modules $*"
    exit 77
}
make_chronology() {
    cd "$root/examples/dispatches" || exit 1
    "$annals" -q --date 1958-03-18 --title "Straits & <Crisis>" -o "$folder/events.$1" -o "$folder/truth.json" *.txt || exit 1
    cd "$folder" || exit 1
}
fail() {
    echo "FAILED: $*"
    exit 1
}
# A text of days that calendars have trouble with; history.py has what its events are.
make_history() {
    cat >"$folder/history.txt" <<'END'
On 15 October 1582 the new calendar began. On 28 February 1700 the toll was paid for the last time. On 1 March 1900 the
census was opened. On 3 May 1962 the “Звезда” brought tea from 横浜 to the harbour. From 24 to 28 October 1962 the ships
waited. At 02:00 on 27 October 1962 the ambassador wrote home. On 26 October 1962 a plane was shot down. In the night of
27-28 October 1962 it rained.

On 30 October 1962 the commission read a report which said that the stores of the northern harbour held four hundred
barrels of flour, sixty of salted beef, eleven of lamp oil and an uncounted heap of rope, that the roof of the eastern
shed had been mended with tin and leaked all the same, that the books of the harbour master could not be found although
two clerks had looked for them behind every press and under every stair, that the seal was broken on all of the letters,
and that nobody who was asked remembered who had held the key to the strong room below the customs house.
END
    cd "$folder" || exit 1
    "$annals" -q --mode narrative --zone "$1" -o history.json -o history.ics history.txt || fail "no calendar in $1"
}
# A server on this machine, for this test alone, listens on $port.
find_port() {
    port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
}
