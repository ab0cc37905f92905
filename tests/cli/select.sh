#!/bin/sh
# What is asked for of a chronology: the filters, and the groups.
. "$(dirname "$0")/check.sh"
cat >a.txt <<'END'
On 4 March 1958 the tanker Corrigan was boarded. On 12 March 1958 Captain Roald Ness put 22 men ashore at Sandwick.
In 1957 nothing had happened. On 3 April 1958 the Harbour Council met. The blockade lasted from 28 March to 2 April 1958.
END
cat >b.txt <<'END'
Letter of 5 March 1958

On 4 March 1958 the crew was landed. We will meet again on 1 May 1958. On 12 March 1958 ÉMILE DUPRÉ arrived.
END
shown() { # words that the labels, one a line, must have, and only those, in this order
    "$annals" -q --to json "$@" >json || check_that "annals $*" false
    sed -n '/"events": \[/,$s/^      "label": "\(.*\)",$/\1/p' json >labels
    last=$*
}
are() {
    printf '%s\n' "$@" >wanted
    check_that "the labels are: $(tr '\n' '|' <labels)" cmp -s wanted labels
}
shown a.txt --from "12 March 1958" --until 1958-04-01
are "Captain Roald Ness put 22 men ashore at Sandwick" "The blockade lasted"
shown a.txt --from 1958-04-03
are "The Harbour Council met"
shown a.txt --until 1957
are "Nothing had happened"
shown a.txt --from 1958-04-02T12:00 --until 1958-04-02
are "The blockade lasted"
shown a.txt --match "harb COUNCIL"
are "The Harbour Council met"
shown a.txt --match council --match tanker
are "The tanker Corrigan was boarded" "The Harbour Council met"
shown b.txt --match "émile dupré"
are "ÉMILE DUPRÉ arrived"
shown b.txt --kind plan
are "We will meet again"
shown a.txt b.txt --source b.txt --kind occurrence
are "The crew was landed" "ÉMILE DUPRÉ arrived"
shown a.txt b.txt --source b --kind plan
are "We will meet again"
check_that "the other document is still there" [ "$(grep -c '"source": "a.txt"' json)" -eq 0 ]
shown a.txt b.txt --source d1 --match blockade
are "The blockade lasted"
# Where sources disagree on the time, every claim counts.
cat >c.txt <<'END'
Report of the Harbour Master

Port Tessaly, 9 May 1931

On 3 May 1931 the ferry Halcyon struck the Gannet Rock in fog. On 7 May 1931 Captain Orme was questioned.
END
cat >d.txt <<'END'
Letter from Agnes Orme to her sister

12 May 1931

The ferry Halcyon struck the Gannet Rock on 4 May 1931. In May 1931 Captain Orme was questioned.
END
shown c.txt d.txt --from 1931-05-04 --until 1931-05-06 --match halcyon
are "The ferry Halcyon struck the Gannet Rock in fog"
shown c.txt d.txt --until 1931-05-03
are "The ferry Halcyon struck the Gannet Rock in fog"
shown c.txt d.txt --from 1931-05-05 --match halcyon
check_that "nobody claims a later day: $(cat labels)" [ ! -s labels ]
shown c.txt d.txt --from 1931-05-20 --match orme --kind occurrence
check_that "who says May says nothing against the 7th: $(cat labels)" [ ! -s labels ]

shown a.txt --match nowhere
check_that "there is something: $(cat labels)" [ ! -s labels ]
run 0 "$annals" -q a.txt --match nowhere
prints "No dated event was found."
run 0 "$annals" a.txt --match nowhere
says "annals: warning: none of the 5 events is what --from, --until, --kind, --match, --tag and --source ask for; ask for less"

run 2 "$annals" a.txt --from soup
says_in_usage "annals: --from and --until: 'soup' is not a date; write it like 1962-10-27 or 27 October 1962"
prints_nothing
run 2 "$annals" a.txt --from 1958-04-03 --until "12 March 1958"
says_in_usage "annals: --from and --until: '1958-04-03' lies behind '12 March 1958'; exchange them"
prints_nothing
run 2 "$annals" a.txt --kind event
says_in_usage "annals: --kind: 'event' is not known; choose occurrence, document, plan or citation"
run 2 "$annals" a.txt --group week
says_in_usage "annals: --group: 'week' is not known; choose day, month, year, source, tag or none"
run 2 "$annals" a.txt --to summary --from 1958
says_in_usage "annals: the summary counts all that was found; leave out what asks for some of it"
run 0 "$annals" -q a.txt b.txt --to jsonl --kind plan
check_that "a line each" [ "$(wc -l <out)" -eq 2 ]
prints '"label":"We will meet again"'
check_that "more than was asked for" [ "$(grep -c tanker out)" -eq 0 ]
run 2 "$annals" a.txt --tag ''
says_in_usage "annals: --tag: nothing is given to look for; give a word"

# Filters commute: one after the other in either order, on what is read back, or both at once.
cp "$here"/../../examples/dispatches/*.txt .
"$annals" -q --date 1958-03-18 --to json [1-5]-*.txt >all.json
# commute FILTER FILTER, each an option with its value
commute() {
    "$annals" -q --to json "$1" "$2" all.json >both
    for pair in "$1|$2" "$2|$1"; do
        "$annals" -q --to json "${pair%%|*}" all.json >half.json && "$annals" -q --to json "${pair#*|}" half.json >two
        last=$pair
        check_that "it is not what both at once give" cmp -s two both
    done
}
for filter in --from=1958-03-20 --kind=occurrence "--source=4-cables-of-a-day.txt"; do
    for other in --until=1958-04-03 "--match=the president" --match=council; do commute "$filter" "$other"; done
done
commute --from=1958-03-20 --kind=plan
commute --kind=document --source=d3

# Groups, in every output.
run 0 "$annals" -q a.txt --group month
prints "March 1958"
check_that "no heading of April" grep -qx "April 1958" out
check_that "1957 is no month" grep -qx "1957" out
run 0 "$annals" -q a.txt --group month --to json
prints '"name": "April 1958"'
cp out grouped.json
run 0 "$annals" -q --group month --to json grouped.json
check_that "groups are not the same again" cmp -s grouped.json out
run 0 "$annals" -q a.txt b.txt --group source --to ics
prints 'CATEGORIES:occurrence,a.txt'
prints 'CATEGORIES:plan,Letter of 5 March 1958'
for by in day month year source tag; do
    run 0 "$annals" -q [1-5]-*.txt --date 1958-03-18 --group $by -o $by.svg -o $by.pdf -o $by.json -o $by.ics -o $by.txt
    if command -v qpdf >/dev/null; then run 0 qpdf --check $by.pdf; fi
    if command -v xmllint >/dev/null; then run 0 xmllint --noout --nonet $by.svg; fi
    check_that "an id stands twice in $by.svg" [ -z "$(grep -o ' id="[^"]*"' $by.svg | sort | uniq -d)" ]
done
done_checking
