#!/bin/sh
# drawing.sh [DRAW-SAMPLE]: the gates and the scores of drawings of 10 to 10,000 events, and the time that each takes.
here=$(cd "$(dirname "$0")" && pwd)
draw=$(realpath -- "${1:-$here/../../build/release/tests/render/draw-sample}")
GATES=all sh "$here/../render/gates.sh" "$draw" 10 100 1000 10000
for count in 100 1000 10000 100000; do
    for format in svg pdf; do "$draw" uniform $count $format 2>&1 >/dev/null | sed "s/^uniform/uniform $count/"; done
done
