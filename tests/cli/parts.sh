#!/bin/sh
# annals merge: one chronology of parts, the same however the work was cut; and annals as a filter.
. "$(dirname "$0")/check.sh"
root=$here/../..
cp "$root"/examples/dispatches/*.txt "$root"/tests/golden/input/*.txt .
"$annals" -q --date 1958-03-18 --to jsonl ./*.txt >all.jsonl || echo "FAILED: no lines"
"$annals" -q --date 1958-03-18 --to json ./*.txt >at-once.json || echo "FAILED: all at once"
lines=$(wc -l <all.jsonl)
run 0 "$annals" -q merge all.jsonl -o whole.json -o whole.svg -o whole.ics -o whole.txt
says_nothing
check_that "read at once they make something else" cmp -s at-once.json whole.json

# In halves, in thirds, in single lines; in another order, some of them twice; and parts of parts.
for size in 1 3 $((lines / 2 + 1)); do
    rm -f part-*
    split -l "$size" all.jsonl part-
    # shellcheck disable=SC2046
    run 0 "$annals" -q merge --to json $(ls -r part-*) part-aa
    check_that "parts of $size lines make something else" cmp -s out whole.json
done
rm -f part-* && split -l 2 all.jsonl part-
for part in part-*; do
    "$annals" -q merge --to json "$part" >"left-$part.json" || echo "FAILED: $part"
    # One after the other, each with what was merged before.
    if [ -e sum.json ]; then "$annals" -q merge --to json sum.json "$part" >next.json; else cp "left-$part.json" next.json; fi
    mv next.json sum.json
done
check_that "one after the other they make something else" cmp -s sum.json whole.json
run 0 "$annals" -q merge --to json left-*.json
check_that "parts that were merged make something else" cmp -s out whole.json
run 0 "$annals" -q merge --to json whole.json all.jsonl sum.json
check_that "what is there already adds something" cmp -s out whole.json
run 0 "$annals" -q whole.json -o again.svg -o again.ics -o again.txt
for ending in svg ics txt; do check_that "$ending is another" cmp -s again.$ending whole.$ending; done

# Events that several documents tell stay together.
run 0 "$annals" -q --date 1958-03-18 --to json [1-5]-*.txt
cp out together.json
run 0 "$annals" -q merge --to json together.json
check_that "events came apart" [ "$(grep -c '"kind": "occurrence"' out)" -eq "$(grep -c '"kind": "occurrence"' together.json)" ]

# Parts that were made of several documents each: neither their order nor what was merged before makes a difference.
"$annals" -q --date 1958-03-18 --to json [12]-*.txt >joint-a.json || echo "FAILED: joint-a"
"$annals" -q --date 1958-03-18 --to json [345]-*.txt >joint-b.json || echo "FAILED: joint-b"
# Two rows say the same, and so does one of another table.
printf 'date,label\n1958-03-05,A\n1958-03-05,A\n1958-03-06,B\n' >rows.csv
printf 'date,label\n1958-03-04,C\n1958-03-05,A\n' >more.csv
"$annals" -q --to jsonl rows.csv more.csv >joint-c.jsonl || echo "FAILED: joint-c"
run 0 "$annals" -q merge -o joint.json joint-a.json joint-b.json joint-c.jsonl
check_that "an id comes twice" [ "$(sed '/^  "inputs"/,$d' joint.json | grep '"id": "e-' | sort | uniq -d | wc -l)" -eq 0 ]
for pair in "a.json b.json c.jsonl" "b.json c.jsonl a.json" "c.jsonl a.json b.json"; do
    # shellcheck disable=SC2086
    set -- $pair
    "$annals" -q merge -o first.json "joint-$1" "joint-$2" || echo "FAILED: $pair"
    run 0 "$annals" -q merge --to json "joint-$3" first.json
    check_that "the order of joint parts makes something else" cmp -s out joint.json
done

# A line that could not be read is told, and goes along.
printf '%s\n' '{"id": "a", "text": "On 27 October 1962 it rained."}' '{"id"' '{"id": "c", "text": "On 28 October 1962 it snowed."}' |
    "$annals" -q --from-format jsonl --to jsonl >lines.jsonl
run 0 "$annals" merge --to json lines.jsonl
says_somewhere "this line is no JSON"
prints '"source": "a"'
prints '"source": "c"'

run 1 "$annals" merge a-part-that-is-not.json
says "annals: a-part-that-is-not.json: there is no such file; check the name"
echo '{"annals": {}}' >bad.json
run 1 "$annals" merge bad.json --to txt
says 'annals: bad.json: "title" is missing; give a file that annals wrote'
run 2 "$annals" merge --to jsonl all.jsonl
says_in_usage "annals: a merged chronology is one; write json instead of JSON Lines or the summary"
run 2 "$annals" merge --date 1962-10-27 all.jsonl
says_in_usage "annals: option '--date' is of no use to 'annals merge'; leave it out"
no_leftovers
done_checking
