#!/bin/sh
# fits.sh ANNALS: drawings on small papers, with many categories, and of little height: nothing is cut off, and nothing
# lies over anything else.
annals=$1
render=$(cd "$(dirname "$0")" && pwd)
. "$render/held.sh"

# table CATEGORIES EVENTS FILE: so many events of each category.
table() {
    awk -v categories="$1" -v events="$2" 'BEGIN {
        print "date,label,category"
        for (e = 0; e < events; e++)
            for (c = 1; c <= categories; c++)
                printf "1962-%02d-%02d,The keeper of light %d sails to harbour %d,light %d\n", (c + 5 * e) % 12 + 1, c % 27 + 1, c, e, c
    }' >"$folder/$3"
}
table 40 2 many.csv
table 3 5 few.csv
printf 'date,label\n1962-10-27,One\n1962-10-28,Another with a somewhat longer name\n1962-11-02,Last\n' >"$folder/three.csv"

# fits FILE FORMATS OPTION...: what is drawn of it holds the gates.
fits() {
    file=$1 formats=$2
    shift 2
    makes "$file $*" a.layout "$annals" --dump layout "$@" "$folder/$file" || return
    for format in $formats; do makes "$file $*" a.$format "$annals" --to $format "$@" "$folder/$file" || return; done
    held "$file $*"
}
for paper in a4 a5 a6 b5 200x130 140x200 130x400 a0; do
    for layout in figure lanes vertical; do
        fits many.csv pdf --paper $paper --layout $layout
        fits few.csv pdf --paper $paper --layout $layout
    done
done
for height in 40 45 50 60 90; do
    for layout in figure lanes; do
        for file in many.csv few.csv three.csv; do
            fits $file svg --height $height --layout $layout
            fits $file svg --height $height --layout $layout --scale linear --width 90
        done
    done
done
exit $failed
