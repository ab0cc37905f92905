#!/bin/sh
# files.sh DRAW-SAMPLE ANNALS: finished files as other programs see them: well formed, drawn, tagged in order, and the same bytes
# in every time zone and language.
draw=$1 annals=$2 dispatches=$(cd "$(dirname "$0")/../../examples/dispatches" && pwd)
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
fail() {
    echo "FAILED: $*"
    exit 1
}
has() {
    command -v "$1" >/dev/null
}

for format in svg pdf; do
    "$draw" week 0 $format >one.$format 2>log || fail "$(cat log)"
    for language in C de_DE.UTF-8 ar_EG.UTF-8; do
        TZ=Asia/Kathmandu LANG=$language LC_ALL=$language "$draw" week 0 $format >two.$format 2>log || fail "$(cat log)"
        cmp -s one.$format two.$format || fail "another $format with LANG=$language"
    done
done

# A source whose day is not known says from when on it may be.
if has pdftotext; then
    echo "On 27 October 1962 the ferry Anna Petersen sank off Holm." >told.txt
    "$annals" -q -o told.pdf told.txt || fail "no list is made"
    pdftotext told.pdf - | grep -q "From 27 October 1962 (inferred" || fail "the day of a source is told otherwise"
fi

# A poster is one sheet and full of text, of any size that a PDF may have.
if has pdftotext && has pdfinfo; then
    awk 'BEGIN { print "date,label"; for (day = 1; day <= 26; day++) print "1962-10-" day ",The keeper writes letter " day }' >poster.csv
    for paper in a0 a0-landscape 5000x5000; do
        "$annals" -q --paper $paper -o poster.pdf poster.csv || fail "no poster of $paper"
        pdfinfo poster.pdf | grep -q '^Pages: *1$' || fail "a poster of $paper has several sheets"
        [ $paper = 5000x5000 ] && continue
        pdftotext -bbox poster.pdf - | awk -F'"' '/page width/ { height = $4 } /<word/ && $8 > low && $8 < height * 0.96 { low = $8 }
            END { exit low < height * 0.7 }' || fail "a poster of $paper is half empty"
    done
    for paper in a0 a0-landscape; do
        "$annals" -q --date 1958-03-18 --paper $paper -o poster.pdf "$dispatches"/*.txt || fail "no poster of $paper"
        pdfinfo poster.pdf | grep -q '^Pages: *1$' || fail "87 events take several sheets of $paper"
    done
fi

checked=
if has xmllint; then
    for kind in week century uniform bursty same same-day nested ancient minutes; do
        for theme in classic plain grey dark colourblind-safe; do
            "$draw" $kind 100 svg a4 $theme >many.svg 2>log || fail "$(cat log)"
            xmllint --noout --nonet many.svg || fail "$kind is not well formed"
            twice=$(xmllint --xpath '//@id' many.svg | sort | uniq -d)
            [ -z "$twice" ] || fail "$kind has the same id twice: $twice"
        done
    done
    checked="$checked xmllint"
fi
if has rsvg-convert; then
    rsvg-convert -o one.png one.svg || fail "rsvg-convert cannot draw it"
    [ "$(wc -c <one.png)" -gt 20000 ] || fail "next to nothing was drawn"
    checked="$checked rsvg-convert"
fi
if has pngcheck; then
    "$draw" week 0 png >one.png 2>log || fail "$(cat log)"
    pngcheck -v one.png >log || fail "$(cat log)"
    grep -q '11811x11811 pixels/meter (300 dpi)' log || fail "a picture does not say how large it is"
    checked="$checked pngcheck"
fi
if has qpdf && has pdfinfo && has pdffonts; then
    for kind in week century uniform bursty same nested ancient; do
        for paper in a4 letter; do
            "$draw" $kind 200 pdf $paper >many.pdf 2>log || fail "$(cat log)"
            qpdf --check many.pdf >log 2>&1 || fail "$kind: $(cat log)"
            pdfinfo -struct-text many.pdf >structure 2>warnings || fail "$kind: no structure"
            [ ! -s warnings ] || fail "$kind: $(head -3 warnings)"
        done
    done
    pdfinfo one.pdf | grep -q '^Tagged: *yes' || fail "not tagged"
    pdffonts one.pdf | awk 'NR > 2 && $0 !~ / yes (yes|no ) (yes|no ) +[0-9]+ +[0-9]+$/ { exit 1 }' || fail "a font is not embedded"
    # The headings of the days come in the order of time, and a label is whole.
    pdfinfo -struct-text one.pdf >structure
    grep -A3 ' H2' structure | sed -n 's/.*"\([0-9]* [A-Z][a-z]* 19[0-9]*\).*/\1/p' >days
    head -1 days | grep -q '^4 March 1911' || fail "begins with $(head -1 days)"
    tail -1 days | grep -q '^12 June 1951' || fail "ends with $(tail -1 days)"
    grep -q 'The keeper at Holm swears that the light was burning' structure || fail "a label is not whole"
    grep -q 'Document' structure || fail "no document in the structure"
    checked="$checked qpdf pdfinfo pdffonts"
fi
# Letters of other scripts are drawn, and are text.
if has fc-list && has pdftotext && fc-list :lang=zh-cn | grep -q . && fc-list :lang=ko | grep -q .; then
    cat >scripts.csv <<'END'
date,label
1962-10-14,夜明け前に船が港を出た
1962-10-15,渔民在礁石上看到了灯光
1962-10-16,등대지기가 편지를 쓰다
1962-10-17,Сторож зажёг огонь
1962-10-18,Ο φύλακας άναψε το φως
1962-10-19,غادرت السفينة الميناء
1962-10-20,הספינה יצאה מן הנמל
END
    "$annals" -o scripts.pdf -o scripts.svg scripts.csv 2>log || fail "$(cat log)"
    ! grep "^annals:" log || fail "a script has no letters" # and what the sanitizer says is no word of ours
    pdftotext scripts.pdf text
    for words in 夜明け前に 礁石上 등대지기가 зажёг φύλακας; do
        grep -q "$words" text || fail "no '$words' in a PDF"
    done
    checked="$checked pdftotext"
fi
[ "$checked" ] || { echo "SKIPPED: none of the programs is installed"; exit 77; }
echo "checked with$checked"
