#!/bin/sh
# embed.sh ANNALS: the figure in a paper made by LaTeX, and in one made by Typst, where these are installed; and in a page
# of the web.
here=$(cd "$(dirname "$0")" && pwd)
examples=$here/../../examples/embed
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
fail() {
    echo "FAILED: $*"
    exit 1
}
OUT=$folder "$examples/make.sh" "$1" || fail "the figures are not made"
cp "$examples"/paper.* "$examples/page.html" "$folder"
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
if command -v typst >/dev/null && command -v pdftotext >/dev/null; then
    typst compile paper.typ || fail "typst"
    holds Typst
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
