#!/bin/sh
# gates.sh DRAW-SAMPLE [SIZE...]: every layout of every distribution holds the gates of drawings, as check_drawing.py
# finds them in the layout and in the finished files.  With GATES=all each in both widths, and the scores too; LAYOUTS,
# WIDTHS and SCALES choose among them.
draw=$1
render=$(cd "$(dirname "$0")" && pwd)
. "$render/held.sh"

# The checker itself sees what is wrong.
planted() {
    printf 'figure 0 0 100 50\n%s\n' "$2" >"$folder/planted"
    python3 "$render/check_drawing.py" "$folder/planted" >"$folder/log" && { echo "not seen: $1"; failed=1; }
    grep -q "$1" "$folder/log" || { echo "not said: $1"; failed=1; }
}
planted overlap "$(printf 'note 1.00 1.00 20.00 3.00 | one\nnote 15.00 2.00 20.00 3.00 | two')"
planted outside 'note 90.00 1.00 20.00 3.00 | one'
planted outside 'overview 1.00 1.00 98.00 60.00'
planted cross "$(printf 'point 10 40 0 0 at 10.00 id a\nleader 10 40 30 30 5\npoint 20 40 0 0 at 20.00 id b\nleader 20 40 25 30 5')"
planted through "$(printf 'point 10 40 0 0 at 10.00 id a\nleader 10 40 10 30 5\nnote 8.00 20.00 9.00 3.00 | one')"
planted "marks at" "$(printf 'point 10 40 0 0 at 10.00 id a\nleader 10 40 10 30 29\npoint 10.5 40 0 0 at 10.50 id b\nleader 10.5 40 11 30 29')"
planted "through the mark" "$(printf 'point 10 40 0 0 at 10.00 id a raised 1\nleader 10 40 10 30 29\npoint 10 40 0 0 at 10.00 id b\nleader 10 40 11 30 29')"
planted "is read before" "$(printf 'point 10 40 0 0 at 10.00 id a\nleader 10 40 10 30 20\nlabel 11 20 9 3 | one\npoint 20 40 0 0 at 20.00 id b\nleader 20 40 12 30 10\nlabel 13 10 9 3 | two')"
planted through "$(printf 'point 10 40 0 0 at 10.00 id a\nleader 10 40 10 50 70\nnote 8.00 60.00 9.00 3.00 | one')"

planted "pages hold" "$(for page in 1 2 3 4; do printf 'page 0 0 100 100 number %s\nentry 1.00 1.00 9.00 %s.00 | one\n' $page $((page == 1 ? 90 : 9)); done)"

# gates KIND COUNT EVENTS WIDTH LAYOUT [SCALE]: a list is no picture.
gates() {
    [ "$5" = list ] && formats='pdf layout' || formats='svg pdf layout'
    for format in $formats; do
        makes "$*" a.$format "$draw" "$1" "$2" $format a4 classic "$4" "$5" ${6:+"$6"} || return
    done
    held "$1 $2 $4 $5 $6" --events "$3"
}
shift
[ $# -gt 0 ] || set -- 100
for layout in ${LAYOUTS:-figure lanes vertical list}; do
    widths=${WIDTHS:-84 174} scales=${SCALES-linear piecewise}
    [ "$GATES" ] || [ $layout = figure ] || widths=174
    [ $layout = list ] && widths=174 scales=
    for width in $widths; do
        gates week 0 26 $width $layout
        gates century 0 12 $width $layout
        for scale in $scales; do
            gates week 0 26 $width $layout $scale
            for kind in bursty power; do
                for count in "$@"; do gates $kind "$count" "$count" $width $layout $scale; done
            done
        done
        for kind in uniform bursty power same same-day nested ancient minutes; do
            for count in "$@"; do gates $kind "$count" "$count" $width $layout; done
        done
    done
done
exit $failed
