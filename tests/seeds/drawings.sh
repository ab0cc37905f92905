#!/bin/sh
# drawings.sh ANNALS SHARED: drawings of the seeds, of the events in SHARED/drawing and of those that its generate.py makes
# hold the gates that check_drawing.py knows, from the files on.
annals=$1 shared=$2
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$shared/drawing" ] || { echo "SKIPPED: $shared/drawing is not there"; exit 77; }
for program in python3 rsvg-convert pdftotext pdfinfo qpdf xmllint; do
    command -v $program >/dev/null || { echo "SKIPPED: $program is not installed"; exit 77; }
done
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
failed=0

# gates NAME FILE...: in each layout.
gates() {
    name=$1
    shift
    for layout in figure lanes vertical list; do
        svg=$folder/a.svg
        [ $layout = list ] && svg=
        timeout 60 "$annals" -q --layout $layout ${svg:+-o} $svg -o "$folder/a.pdf" "$@" >"$folder/log" 2>&1 &&
            timeout 60 "$annals" -q --layout $layout --dump layout "$@" >"$folder/a.layout" 2>"$folder/log" &&
            python3 "$here/../render/check_drawing.py" "$folder/a.layout" $svg "$folder/a.pdf" >"$folder/log" && continue
        echo "$name, $layout:"
        cat "$folder/log"
        failed=1
    done
}

for kind in uniform bursty power same nested; do
    for count in ${COUNTS:-10 100}; do
        python3 "$shared/drawing/generate.py" $kind "$count" >"$folder/$kind.csv"
        gates "$kind $count" "$folder/$kind.csv"
    done
done
for table in "$shared"/drawing/*.csv; do gates "$table" "$table"; done
gates seeds "$shared"/corpora/seeds/*.txt
for seed in "$shared"/corpora/seeds/*.txt; do gates "$seed" "$seed"; done
exit $failed
