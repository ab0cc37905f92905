#!/bin/sh
# Each document by itself: JSON Lines, the summary, documents in JSON Lines, threads.
. "$(dirname "$0")/check.sh"
echo "On 27 October 1962 a plane was shot down." >a.txt
echo "On 5 May it rained, and every Monday." >b.txt

run 0 "$annals" -q --to jsonl a.txt b.txt
check_that "there are not two lines" [ "$(wc -l <out)" -eq 2 ]
check_that "the first line is not of a.txt" [ "$(sed -n 1p out | grep -c '"source":"a.txt"')" -eq 1 ]
check_that "the second line is not of b.txt" [ "$(sed -n 2p out | grep -c '"source":"b.txt"')" -eq 1 ]
run 0 "$annals" -q -o x.jsonl a.txt b.txt
prints_nothing
"$annals" -q --to jsonl a.txt b.txt >y.jsonl
check_that "-o writes something else" cmp -s x.jsonl y.jsonl
no_leftovers

run 0 "$annals" -q --to summary a.txt b.txt
prints "documents                2"
prints "bytes                   80"
prints "mentions                 3"
prints "  dates                  2"
prints "  sets                   1"
prints "resolved                 1"
prints "open                     1"

# A file that had to be repaired is told of in its own words.
printf 'On 27 October 1962 a caf\351 was shut down.\n' >latin.txt
run 0 "$annals" -q --to jsonl latin.txt
check_that "the words are others" [ "$(grep -c '"exact":"27 October 1962"' out)" -eq 1 ]
check_that "the event is another" [ "$(grep -c '"text":"On 27 October 1962 a caf.* was shut down."' out)" -eq 1 ]

# What counts from an event is resolved without reasons too: the summary asks for none.
cat >e.txt <<'END'
On 5 May 1962 the siege began. Two days after the siege began he left, and two days before the feast he came.
END
run 0 "$annals" -q --to summary e.txt
prints "documents                1"
check_that "the summary counts other mentions" [ "$(awk '/^mentions/ { print $2 }' out)" -eq \
    "$("$annals" -q --to json e.txt | grep -c '"timex"')" ]

# Documents a line, each with its own day or none; a line that is none has an error in its place.
printf '\357\273\277' >d.jsonl # a byte order mark
cat >>d.jsonl <<'END'
{"id": "one", "text": "He came on 5 May.", "date": "1962-05-20"}

{"id": "two", "text": "He came on 5 May."}
{"id": "three"
{"id": "four", "text": 4}
{"id": "five", "text": "He came on 6 May 1961.", "date": "some day"}
{"text": "He \u201ccame\u201d on 7 May 1961."}
END
run 1 "$annals" --from-format jsonl --to jsonl d.jsonl
says_somewhere "annals: d.jsonl:4:14: this line is no JSON"
says_somewhere "annals: d.jsonl:5: \"text\" is no text"
says_somewhere "annals: d.jsonl:6: 'some day' is not a date; write it like 1962-10-27 or 27 October 1962"
says_somewhere "annals: d.jsonl:3: warning: nothing says when this was written"
check_that "there is not a line for each" [ "$(wc -l <out)" -eq 7 ]
says_somewhere "annals: d.jsonl:2: this line is empty; leave it out"
check_that "an empty line is no error" [ "$(sed -n 2p out | grep -c '"error":{"source":"d.jsonl","line":2,')" -eq 1 ]
sed -i 2d out
check_that "the day of the first is not its own" [ "$(sed -n 1p out | grep -c '"edtf":"1962-05-05"')" -eq 1 ]
check_that "the second has a year" [ "$(sed -n 2p out | grep -c '"edtf":"XXXX-05-05"')" -eq 1 ]
check_that "the third line is no error" [ "$(sed -n 3p out | grep -c '"error":{"source":"d.jsonl","line":4,')" -eq 1 ]
check_that "the last has no name" [ "$(sed -n 6p out | grep -c '"source":"d.jsonl:7"')" -eq 1 ]
cp out lines
run 1 "$annals" -q --from-format jsonl --to summary d.jsonl d.jsonl
prints "documents                6"

# The same bytes on any number of threads, and from a pipe.
i=0
while [ $i -lt 3000 ]; do
    echo "{\"id\": \"d$i\", \"text\": \"On $((i % 28 + 1)) May $((1900 + i % 90)) he came, and two days later he left.\"}"
    i=$((i + 1))
done >many.jsonl
"$annals" -q --from-format jsonl --to jsonl many.jsonl >one || echo "FAILED: one thread"
check_that "there are not 3000 lines" [ "$(wc -l <one)" -eq 3000 ]
for jobs in 2 3 8; do
    run 0 "$annals" -q -j $jobs --from-format jsonl --to jsonl many.jsonl many.jsonl
    cat one one >two
    check_that "$jobs threads write something else" cmp -s two out
done
run 0 "$annals" -q -j 2 --from-format jsonl --to summary many.jsonl
prints "documents             3000"
prints "mentions              6000"
head -c 200000 many.jsonl | "$annals" -q --from-format jsonl --to jsonl - >part 2>/dev/null
check_that "a pipe gives something else" [ "$(head -n 1000 part | cksum)" = "$(head -n 1000 one | cksum)" ]
run 1 "$annals" -q -j 2 --from-format jsonl --to jsonl none.jsonl d.jsonl
says_somewhere "annals: none.jsonl: there is no such file; check the name"
check_that "an input that is not there takes no line" [ "$(wc -l <out)" -eq 8 ]

# A full disk ends it; a reader that has read enough, too.
if [ -w /dev/full ]; then
    run 1 "$annals" -q -j 2 --from-format jsonl --to jsonl -o /dev/full many.jsonl
    says "annals: /dev/full: the disk is full; make room or choose another folder"
fi

run 2 "$annals" --to jsonl -o x.pdf a.txt
says_in_usage "annals: JSON Lines and the summary take each document by itself; write them alone"
run 2 "$annals" --from-format jsonl d.jsonl
says_in_usage "annals: --from-format: jsonl goes with --to jsonl or --to summary; add one of them"
run 2 "$annals" -j 2 a.txt
says_in_usage "annals: --jobs goes with --to jsonl or --to summary; leave it out, or add one of them"
run 2 "$annals" -j 0 --to jsonl a.txt
says_in_usage "annals: --jobs: '0' is no number of threads; give 1 to 1024"
run 2 "$annals" --from-format wax a.txt
says_somewhere "annals: --from-format: 'wax' is not known; choose text, json, csv"
run 2 "$annals" --to jsonl --date tomorrow a.txt
no_leftovers
done_checking
