#!/bin/sh
# make.sh [ANNALS]: the timeline of the five dispatches in the forms that a paper, a page of the web and a word processor
# take, in this folder, or in the folder that OUT names. --height keeps it on a page.
#
# LaTeX: paper.tex takes figure.pdf.  Typst: paper.typ takes figure.svg.  HTML: page.html takes figure.svg.  Word and
# LibreOffice: paper.docx is made here of figure.svg, and of figure.png for programs that draw no SVG; by hand, it is
# Insert, Picture.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
annals=$(realpath -- "${1:-$here/../../build/release/annals}")
out=$(realpath -- "${OUT:-$here}")
options='--quiet --date 1958-03-18 --width 174mm --height 190mm'
title='The Straits Crisis, 1958'
cd "$here/../dispatches"
# shellcheck disable=SC2086  # the options are meant to be split
"$annals" $options --title "$title" --paper figure -o "$out/figure.pdf" -o "$out/figure.svg" -o "$out/figure.png" ./*.txt

command -v zip >/dev/null || { echo "zip is not there, so paper.docx is not made" >&2; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$here/word/." "$folder"
mkdir "$folder/word/media"
cp "$out/figure.png" "$out/figure.svg" "$folder/word/media"
height=$(sed -n 's/.* height="\([0-9.]*\)mm".*/\1/p' "$out/figure.svg" | awk 'NR == 1 { printf "%d", $1 * 36000 }')
sed "s/@HEIGHT@/$height/" "$here/word/word/document.xml" >"$folder/word/document.xml"
rm -f "$out/paper.docx"
(cd "$folder" && zip -q -X -r "$out/paper.docx" '[Content_Types].xml' _rels word)
