#!/bin/sh
# embed.sh ANNALS: the figure in a paper made by LaTeX, in one made by Typst, in one that a word processor opens, in a page
# of the web and in a program for drawings, where these are installed.
here=$(cd "$(dirname "$0")" && pwd)
examples=$here/../../examples/embed
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
fail() {
    echo "FAILED: $*"
    exit 1
}
OUT=$folder "$examples/make.sh" "$1" || fail "the figures are not made"
cp "$examples/paper.tex" "$examples/paper.typ" "$examples/page.html" "$folder"
cd "$folder" || exit 1

# The text of the figure is in the paper, and the paper's own caption.
holds() {
    pdftotext paper.pdf text || fail "$1: no text"
    for words in 'The Straits Crisis, 1958' 'The crisis in the Straits'; do
        tr '\n' ' ' <text | grep -q "$words" || fail "$1: no '$words'"
    done
    checked="$checked $1"
}
checked=
if command -v pdflatex >/dev/null && command -v pdftotext >/dev/null; then
    for pass in 1 2; do pdflatex -interaction=batchmode paper.tex >log; done || fail "pdflatex: $(tail -3 log)"
    grep -q 'Overfull' paper.log && fail "the figure is wider than the page"
    holds LaTeX
    rm paper.pdf
fi
compile_typst() {
    if command -v typst >/dev/null; then typst compile paper.typ
    else node "$here/typst.mjs" "$modules" paper.typ paper.pdf
    fi
}
modules=$here/../validity/npm/node_modules
if { command -v typst >/dev/null || { command -v node >/dev/null && [ -d "$modules/@myriaddreamin" ]; }; } &&
    command -v pdftotext >/dev/null; then
    compile_typst >log 2>&1 || fail "Typst: $(cat log)"
    holds Typst
    rm paper.pdf
fi
if command -v soffice >/dev/null && command -v pdfimages >/dev/null && [ -f paper.docx ]; then
    HOME=$folder timeout 100 soffice --headless --convert-to pdf paper.docx >log 2>&1 || fail "LibreOffice: $(cat log)"
    pdftotext paper.pdf - | grep -q 'The crisis in the Straits' || fail "LibreOffice: no text"
    pdfimages -list paper.pdf | awk 'NR > 2 && $4 > 2000 { found = 1 } END { exit !found }' ||
        fail "LibreOffice: no picture"
    [ "$(pdfinfo paper.pdf | sed -n 's/^Pages: *//p')" = 1 ] || fail "LibreOffice: the figure leaves its page"
    checked="$checked Word"
fi
# What Inkscape draws is what rsvg draws, but for the edges of letters.
if command -v inkscape >/dev/null && command -v rsvg-convert >/dev/null && command -v python3 >/dev/null; then
    HOME=$folder timeout 100 inkscape figure.svg --export-type=png --export-filename=one.png --export-dpi=48 >log 2>&1 ||
        fail "Inkscape: $(cat log)"
    rsvg-convert -d 48 -p 48 -o two.png figure.svg
    python3 "$here/same_picture.py" one.png two.png || fail "Inkscape draws another picture"
    checked="$checked Inkscape"
fi
if command -v python3 >/dev/null; then
    PYTHONPATH=$here python3 - <<'PY' || fail "the picture is not drawn in a page"
import sys
from browser import Browser, program
if program():
    with Browser() as browser:
        browser.open("page.html")
        sys.exit(not browser.run("document.images[0].complete && document.images[0].naturalWidth > 400"))
PY
    checked="$checked HTML"
fi
[ "$checked" ] || { echo "SKIPPED: none of the programs is installed"; exit 77; }
echo "checked in$checked"
