#!/bin/sh
# drawings.sh ANNALS SHARED: drawings of the seeds, of the events in SHARED/drawing and of those that its generate.py makes
# hold the gates that check_drawing.py knows, from the files on.  COUNTS says how many are made.
annals=$1 shared=$2
render=$(cd "$(dirname "$0")/../render" && pwd)
[ -d "$shared/drawing" ] || { echo "SKIPPED: $shared/drawing is not there"; exit 77; }
. "$render/held.sh"

# gates NAME FILE...: in each layout.
gates() {
    name=$1
    shift
    for layout in ${layouts:-figure lanes vertical list}; do
        for format in svg pdf layout; do
            to="--to $format"
            [ $format = layout ] && to='--dump layout'
            # shellcheck disable=SC2086  # options
            [ $layout$format = listsvg ] || makes "$name, $layout" a.$format "$annals" -q --layout $layout $options $to "$@" || break
        done && held "$name, $layout"
    done
}

for kind in uniform bursty power same nested; do
    for count in ${COUNTS:-100}; do
        python3 "$shared/drawing/generate.py" $kind "$count" >"$folder/$kind.csv"
        gates "$kind $count" "$folder/$kind.csv"
    done
done
for table in "$shared"/drawing/*.csv; do gates "$(basename "$table")" "$table"; done
for options in '--scale piecewise' '--scale linear' '--width 84 --date-lang ru' '--colour-by category --theme dark'; do
    gates "october-1962.csv $options" "$shared/drawing/october-1962.csv"
done
options=
gates seeds "$shared"/corpora/seeds/*.txt
layouts=figure
for seed in "$shared"/corpora/seeds/*.txt; do gates "$(basename "$seed")" "$seed"; done
exit $failed
