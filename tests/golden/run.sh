#!/bin/sh
# run.sh [--renew] [ANNALS]: print every stage and every text output of the documents in input/ and of the examples, and
# compare with expected/; --renew writes expected/ anew.  ANNALS is build/release/annals unless it is given.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
renew=false
if [ "${1-}" = --renew ]; then
    renew=true
    shift
fi
annals=${1-$root/build/release/annals}
[ -x "$annals" ] || { echo "$annals is not there; build it, or name the program to test"; exit 1; }
annals=$(cd "$(dirname "$annals")" && pwd)/$(basename "$annals")
unset COLUMNS NO_COLOR SOURCE_DATE_EPOCH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# record FILE ARGUMENT...: warnings are kept too, before the output.  All of it can be read and written, so none may fail.
record() {
    recorded=$1
    shift
    if ! "$annals" "$@" >"$folder/output" 2>"$folder/messages" </dev/null; then
        echo "FAILED: annals $*"
        head -20 "$folder/messages"
        exit 1
    fi
    sed 's/^/! /' "$folder/messages" | cat - "$folder/output" >"$folder/made/$recorded"
}
# The same of a report, which ends with 1 when it has found something.
record_report() {
    recorded=$1
    shift
    "$annals" "$@" >"$folder/made/$recorded" 2>&1 </dev/null || [ $? -eq 1 ] || { echo "FAILED: annals $*"; exit 1; }
}
mkdir "$folder/made"

# The five examples: each for itself through the stages of the engine, and together in every output.
cd "$root/examples/dispatches"
for file in *.txt; do
    for stage in blocks mentions times; do
        record "${file%.txt}.$stage" -q --date 1958-03-18 --dump $stage "$file"
    done
    record "${file%.txt}.open-year" -q --dump times "$file"
done
together="--date 1958-03-18 --title Straits"
for stage in events layout; do
    # shellcheck disable=SC2086
    record "dispatches.$stage" $together --dump $stage *.txt
done
for format in txt json ics svg; do
    # shellcheck disable=SC2086
    record "dispatches.$format" $together --to $format *.txt
done

for group in month source; do
    # shellcheck disable=SC2086
    record "dispatches.by-$group" $together --kind document --from 1958-03-27 --until 1958-04-10 --group $group *.txt
done
record_report dispatches.check check *.txt

# The small texts, one matter each; NAME.options holds the options to give with NAME.txt.
cd "$here/input"
for file in *.txt; do
    name=${file%.txt}
    options=
    [ ! -f "$name.options" ] || options=$(cat "$name.options")
    for stage in tokens times events; do
        # shellcheck disable=SC2086
        record "$name.$stage" $options --dump $stage "$file"
    done
    # shellcheck disable=SC2086
    record "$name.explain" explain $options "$(cat "$file")"
done

# What is drawn depends on how wide the letters are: it is only compared where fonts and libraries are the same.
drawn_with() {
    for font in 'Noto Sans' 'Noto Sans:bold' 'Noto Serif' 'Noto Serif:bold' 'Noto Serif:italic'; do
        echo "$font $(fc-match -f '%{file}' "$font" | xargs cksum | cut -d' ' -f1,2)"
    done
    for library in cairo pango harfbuzz; do echo "$library $(pkg-config --modversion $library)"; done
}
drawn_with >"$folder/made/drawn-with" 2>&1

if $renew; then
    rm -rf "$here/expected"
    cp -R "$folder/made" "$here/expected"
    echo "$(find "$here/expected" -type f | wc -l) files renewed; look at them with git diff"
    exit
fi
[ -d "$here/expected" ] || { echo "there is nothing to compare with; run $0 --renew"; exit 1; }
without=
if ! cmp -s "$here/expected/drawn-with" "$folder/made/drawn-with"; then
    echo "Other fonts or libraries than those of expected/drawn-with: the drawings are not compared"
    without="-x drawn-with -x dispatches.layout -x dispatches.svg"
fi
# shellcheck disable=SC2086
diff -ru $without "$here/expected" "$folder/made" >"$folder/difference" || {
    head -200 "$folder/difference"
    echo "FAILED: $(grep -c '^+++\|^Only in' "$folder/difference") files differ; if that is meant, run $0 --renew"
    exit 1
}
echo "$(find "$folder/made" -type f | wc -l) files are as expected"
