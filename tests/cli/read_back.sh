#!/bin/sh
# A chronology in JSON is read back: nothing is lost, and what breaks the schema is refused with its place.
. "$(dirname "$0")/check.sh"
root=$here/../..

# Text to JSON to JSON: the same bytes; and every other output is the one that the texts give.
cp "$root"/examples/dispatches/*.txt "$root"/tests/golden/input/*.txt .
for collection in '[1-5]-*.txt' '*.txt'; do
    # shellcheck disable=SC2086
    run 0 "$annals" -q --date 1958-03-18 -o once.json -o once.svg -o once.pdf -o once.ics -o once.tml $collection
    run 0 "$annals" -q once.json -o again.json -o again.svg -o again.pdf -o again.ics -o again.tml
    for format in json svg pdf ics tml; do
        check_that "$format is not the same from JSON" cmp -s once.$format again.$format
    done
done
run 0 sh -c '"$0" -q --to json - <once.json' "$annals"
check_that "not the same from standard input" cmp -s once.json out
run 0 "$annals" -q --title "Another title" --to json once.json
prints '"title": "Another title"'

# A line each: together they are one chronology.
run 0 "$annals" -q --date 1958-03-18 --to jsonl [1-5]-*.txt
cp out lines
run 0 "$annals" -q --to json lines
prints '"id": "d5"'
cp out together.json
run 0 "$annals" -q --to json together.json
check_that "what was put together is not the same again" cmp -s together.json out
# With texts beside it, documents and mentions are numbered on.
run 0 "$annals" -q --to json once.json once.json [12]-*.txt
cp out more.json
run 0 "$annals" -q --to json more.json
check_that "with texts beside it, it is not the same again" cmp -s more.json out

# broken SED WORDS: the chronology with this change is refused with these words.
echo "On 27 October 1962 a plane was shot down." >a.txt
"$annals" -q --to json a.txt -o good.json
broken() {
    sed "$1" good.json >bad.json
    check_that "nothing is changed by: $1" [ -s bad.json -a "$(cmp -s bad.json good.json; echo $?)" -eq 1 ]
    run 1 "$annals" bad.json --to txt
    says "annals: bad.json$2"
    prints_nothing
}
broken 's/"occurrence"/"occurence"/' \
    ": events[0].kind: 'occurence' is not known; choose occurrence, document, plan or citation"
broken 's/"label":/"lable":/' ': events[0]: "label" is missing; add it'
broken 's/"confidence":/"speeker": "", "confidence":/' \
    ': events[0]: "speeker" is not known here; check its spelling, or take it out'
broken 's/"confidence": .*,/"confidence": 2,/' ": events[0].confidence: 2 is too much; give 1 or less"
broken 's/"confidence": .*,/"confidence": "high",/' ": events[0].confidence: this is a text; give a number"
broken 's/"earliest": "1962-10-27"/"earliest": "1962-10-32"/' \
    ": documents[0].when.begin.earliest: '1962-10-32' cannot stand here; what can: A day, or a minute or second of one, at the precision it is known to"
broken 's/"latest": "1962-10-27"/"latest": "1962-02-29"/' \
    ": mentions[0]: when.begin.latest: there is no day '1962-02-29'; check the month and the day"
broken 's/"edtf": "1962-10-27"/"edtf": "1962-13-01"/' \
    ": mentions[0].when.edtf: '1962-13-01' cannot stand here; what can: ISO 8601-2:2019 (EDTF) up to level 2"
broken 's/"edtf": "1962-10-27"/"edtf": "1900-02-29"/' \
    ": mentions[0]: when.edtf: '1900-02-29' is no date of EDTF: this month has no day 29; its days are 01 to 28"
broken 's/"earliest": "1962-10-27"/"earliest": "1962-12-27"/' \
    ": mentions[0]: when.begin.earliest: 1962-12-27 is after begin.latest, 1962-10-27; correct one of them"
broken 's/"zone": null/"zone": "Foo\/Bar"/' \
    ": documents[0]: when.zone: there is no time zone 'Foo/Bar'; give one such as America/Havana or -05:00"
broken 's/"start": 3,/"start": 19,/' ": mentions[0]: end is before its start; exchange them"
broken 's/"end": 41$/"end": 99999/;s/"end": 41,$/"end": 99999,/' \
    ": events[0]: source.end is 99999, and its document ends at 42; give a place in it"
broken 's/"start": .*,/"start": -1,/' ": mentions[0].start: -1 is too little; give 0 or more"
broken 's/"document": "d1"/"document": "d7"/' ": mentions[0]: no document has the id 'd7'; give one that is there"
broken 's/"schema": 1/"schema": 2/' ": annals.schema: 2 is not known to this program; it reads 1"
broken 's/"title": "a.txt"/"title": ,/;s/"title": "Chronology"/"title": ,/' \
    ":6:12: this is no JSON (unexpected token near ','); mend it there, or write it anew"
echo '{}' >none.json
run 1 "$annals" none.json
says 'annals: none.json: "annals" is missing; give a file that annals wrote'
echo '{"id": "a", "text": "On 27 October 1962 a plane was shot down."}' >lines.jsonl
run 1 "$annals" lines.jsonl
says 'annals: lines.jsonl:1: this is no chronology; documents, one a line, are read with --from-format jsonl'
echo '{On 27 October 1962 a plane was shot down.}' >braced.txt
run 0 "$annals" -q --to json braced.txt
prints '"1962-10-27"'

# Two events of one id are both there, and it is told.
printf 'On 3 May 1931 the ferry sank. On 4 May 1931 the court met.\n' >two.txt
run 0 "$annals" -q -o two.json two.txt
id=$(grep -o '"id": "e-[^"]*"' two.json | head -1)
sed "s/\"id\": \"e-[^\"]*\"/$id/" two.json >double.json
run 0 "$annals" -o again.json double.json
says_somewhere "double.json: warning: events[1]: another event has the id 'e-" "give each an id of its own"
check_that "an event is lost" [ "$(grep -c "${id%?}" again.json)" -eq 2 ]
run 0 "$annals" -o third.json again.json
check_that "it is another" cmp -s again.json third.json

# Who changes a date by hand need not mind what else we wrote of it.
printf 'date,label\n1931-05-03,Ferry\n1931-05-07?,Court\n1931-05-08/1931-05-09,Fair\n' >days.csv
run 0 "$annals" -q -o days.xml -o table.csv days.csv
sed 's/when-iso="1931-05-03"/when-iso="1931-06-03"/; s/from-iso="1931-05-08"/from-iso="1931-04-08"/' days.xml >moved.xml
run 0 "$annals" -q --to csv moved.xml
prints ',1931-06-03,Ferry,'
prints ',1931-05-07?,Court,'
prints ',1931-04-08/1931-05-09,Fair,'
sed 's/,1931-05-03,Ferry/,1931-06-03,Ferry/' table.csv >moved.csv
run 0 "$annals" -q --to csv moved.csv
prints ',1931-06-03,Ferry,Ferry,1931-06-03,1931-06-03,'
prints ',Court,Court,1931-05-07,1931-05-07,'
done_checking
