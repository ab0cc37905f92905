#!/bin/sh
# make.sh [ANNALS]: the timeline of the five dispatches in the forms that a paper, a page of the web and a word processor
# take, in this folder, or in the folder that OUT names. --height keeps it on a page.
#
# LaTeX: paper.tex takes figure.pdf.  Typst: paper.typ takes figure.svg.  HTML: page.html takes figure.svg.  Word and
# LibreOffice: Insert, Picture, figure.svg; or figure.png where a program draws no SVG.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
annals=$(realpath -- "${1:-$here/../../build/release/annals}")
out=${OUT:-$here}
options='--quiet --date 1958-03-18 --width 174mm --height 190mm'
title='The Straits Crisis, 1958'
cd "$here/../dispatches"
# shellcheck disable=SC2086  # the options are meant to be split
"$annals" $options --title "$title" --paper figure -o "$out/figure.pdf" -o "$out/figure.svg" -o "$out/figure.png" ./*.txt
