#!/bin/sh
# fits.sh ANNALS: drawings on small papers, with many categories, and of little height: nothing is cut off, and nothing
# lies over anything else.
annals=$(realpath -- "$1")
render=$(cd "$(dirname "$0")" && pwd)
. "$render/held.sh"

# Ids, and with them the order of what happens at once, depend on the name that is given.
mkdir "$folder/tables" && cd "$folder" || exit 1

# table CATEGORIES EVENTS FILE: so many events of each category.
table() {
    awk -v categories="$1" -v events="$2" 'BEGIN {
        print "date,label,category"
        for (e = 0; e < events; e++)
            for (c = 1; c <= categories; c++)
                printf "1962-%02d-%02d,The keeper of light %d sails to harbour %d,light %d\n", (c + 5 * e) % 12 + 1, c % 27 + 1, c, e, c
    }' >"tables/$3"
}
table 40 2 many.csv
table 3 5 few.csv
printf 'date,label\n1962-10-27,One\n1962-10-28,Another with a somewhat longer name\n1962-11-02,Last\n' >tables/three.csv

# fits FILE FORMATS OPTION...: what is drawn of it holds the gates.
fits() {
    rows=$1 formats=$2
    shift 2
    makes "$rows $*" a.layout "$annals" --dump layout "$@" "tables/$rows" || return
    for format in $formats; do makes "$rows $*" a.$format "$annals" --to $format "$@" "tables/$rows" || return; done
    held "$rows $*"
}
for paper in a4 200x130 140x200 105x148 1400x2000; do
    for layout in figure lanes vertical; do
        [ $paper.$layout = 200x130.figure ] || fits many.csv pdf --paper $paper --layout $layout
        fits few.csv pdf --paper $paper --layout $layout
    done
done
for size in 18 72; do
    for layout in figure vertical; do
        fits few.csv 'pdf svg' --font-size $size --layout $layout
        fits few.csv pdf --font-size $size --layout $layout --paper a5
    done
done
makes "a margin of no page" a.svg "$annals" --to svg --margin 90 tables/few.csv
for height in 40 55; do
    for layout in figure lanes; do
        for rows_of in many.csv few.csv three.csv; do
            fits $rows_of svg --height $height --layout $layout
            fits $rows_of svg --height $height --layout $layout --scale linear --width 90
        done
    done
done
exit $failed
