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
