#!/bin/sh
# The PDF is sound, tagged, has its fonts in it, and holds the label of every event of the chronology as text.
. "$(dirname "$0")/make.sh"
needs qpdf pdfinfo pdftotext pdffonts
needs_python json
make_chronology pdf
qpdf --check events.pdf >log 2>&1 || { cat log; fail "qpdf finds it damaged"; }
pdfinfo events.pdf >info 2>warnings || fail "pdfinfo cannot read it"
[ ! -s warnings ] || { cat warnings; fail "pdfinfo warns"; }
grep -q '^Title: *Straits & <Crisis>' info || fail "no title"
grep -q '^Tagged: *yes' info || fail "not tagged"
pdffonts events.pdf | awk 'NR > 2 { n++; if ($0 !~ / yes +(yes|no) +(yes|no) +[0-9]/) bad++ } END { exit n == 0 || bad > 0 }' ||
    fail "a font is not embedded"
pdfinfo -struct-text events.pdf >structure 2>warnings || fail "the structure cannot be read"
[ ! -s warnings ] || { cat warnings; fail "the structure has faults"; }
pdftotext -layout events.pdf text || fail "the text cannot be read"
"$python" "$here/labels.py" truth.json structure text
