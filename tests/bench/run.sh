#!/bin/sh
# run.sh [ANNALS]: measures and prints, asserts nothing.  Wall times (median of five runs) and peak memory of making the
# four outputs, of each document and of all together; whether the bytes are the same again and elsewhere; writing 100,000
# events; and a line of 50 MB.  ANNALS_SHARED names a folder with more corpora, by default one called shared beside the source.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
annals=$(realpath -- "${1:-$root/build/release/annals}")
shared=$(realpath -m -- "${ANNALS_SHARED:-$root/../shared}")
if [ ! -x "$annals" ]; then
    echo "$annals is not there; build it: cmake --preset release && cmake --build --preset release" >&2
    exit 1
fi
unset SOURCE_DATE_EPOCH COLUMNS
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# measure RUNS NAME COMMAND...
measure() {
    runs=$1 name=$2
    shift 2
    printf '  %-46s ' "$name"
    python3 "$here/measure.py" "$runs" "$@"
}
# outputs FOLDER: the four outputs, as arguments without blanks.
outputs() {
    for extension in pdf svg ics json; do printf ' -o %s' "$1/a.$extension"; done
}
# compare NAME FOLDER FOLDER: whether the outputs in both are the same.
compare() {
    differing=
    for extension in pdf svg ics json; do
        cmp -s "$2/a.$extension" "$3/a.$extension" || differing="${differing:-other bytes in} $extension"
    done
    printf '  %-46s %s\n' "$1" "${differing:-the same bytes}"
}
# corpus FOLDER [OPTION...]
corpus() {
    documents=$1
    shift
    echo "$documents: to PDF, SVG, iCalendar and JSON"
    mkdir -p "$folder/one" "$folder/two" "$folder/elsewhere"
    # shellcheck disable=SC2046  # the arguments are meant to be split
    for document in "$documents"/*.txt; do
        measure 5 "$(basename "$document")" "$annals" -q "$@" $(outputs "$folder/one") "$document"
    done
    # shellcheck disable=SC2046
    measure 5 "all together" "$annals" -q "$@" $(outputs "$folder/one") "$documents"/*.txt
    # shellcheck disable=SC2046
    "$annals" -q "$@" $(outputs "$folder/two") "$documents"/*.txt
    # shellcheck disable=SC2046
    (
        cd /
        export TZ=Asia/Tokyo LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8
        "$annals" -q "$@" $(outputs "$folder/elsewhere") "$documents"/*.txt
    )
    compare "all together, a second time" "$folder/one" "$folder/two"
    compare "TZ=Asia/Tokyo LANG=de_DE.UTF-8, another folder" "$folder/one" "$folder/elsewhere"
}

# With a comma for decimals, if the system can make that language.
mkdir "$folder/locale"
if localedef -i de_DE -f UTF-8 "$folder/locale/de_DE.UTF-8" 2>/dev/null; then export LOCPATH="$folder/locale"
else echo "de_DE.UTF-8 cannot be made here (package locales): the C library will not know it"; fi

"$annals" --version | head -n 1
corpus "$(realpath "$root/examples/dispatches")" --date 1958-03-18
if [ -d "$shared/corpora/seeds" ]; then corpus "$shared/corpora/seeds"
else echo "SKIPPED: $shared/corpora/seeds is not there"; fi

awk 'BEGIN {
    for (i = 0; i < 1250000; i++)
        printf i % 5000 ? "In the course of it nothing was done, so " : "On 5 May 1962 nothing happened, I think "
}' | head -c 50000000 >"$folder/line.txt"
if [ -x "$root/build/release/tests/formats/formats-bench" ]; then
    echo "writing 100,000 events that were made up; to be within 3 s as iCalendar and 1.5 s as JSON"
    "$root/build/release/tests/formats/formats-bench" 100000 | sed -n '/events:/s/^/  /p'
else echo "SKIPPED: formats-bench was not built; it is with -DANNALS_TESTS=ON"; fi

echo "one line of $(wc -c <"$folder/line.txt") bytes, with $(grep -o '5 May 1962' "$folder/line.txt" | wc -l) dates"
measure 1 "to JSON" "$annals" -q -o "$folder/line.json" "$folder/line.txt"
