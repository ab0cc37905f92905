#!/bin/sh
# drawing.sh [DRAW-SAMPLE]: the gates and the scores of drawings of 10 to 10,000 events; the time that each takes, and its
# bytes, beside what they should be at most.
here=$(cd "$(dirname "$0")" && pwd)
draw=$(realpath -- "${1:-$here/../../build/release/tests/render/draw-sample}")
GATES=all sh "$here/../render/gates.sh" "$draw" 10 100 1000 10000
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

# measure COUNT FORMAT LAYOUT SECONDS BYTES
measure() {
    size=$("$draw" uniform "$1" "$2" a4 classic 174 "$3" 2>"$log" | wc -c)
    echo "$1 events, $3 as $2: $(sed 's/.*, //' "$log") (at most $4 s), $((size / $1)) bytes an event (at most $5)"
}
while read -r count svg pdf; do
    for layout in figure lanes vertical; do measure "$count" svg $layout "$svg" 450; done
    for layout in figure vertical list; do measure "$count" pdf $layout "$pdf" 900; done
done <<'END'
100 0.03 0.03
1000 0.15 0.15
10000 1 1.5
100000 8 8
END
for kind in uniform bursty power same same-day nested ancient minutes; do
    for width in 84 174; do
        size=$("$draw" $kind 10000 svg a4 classic $width vertical 2>/dev/null | wc -c)
        echo "10000 events, $kind, vertical of $width mm: $((size / 10000)) bytes an event (at most 450)"
    done
done
