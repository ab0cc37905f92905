#!/bin/sh
# Changes by hand: made of an edited chronology, they make it again, and survive new documents.
. "$(dirname "$0")/check.sh"
cat >a.txt <<'END'
On 4 March 1958 the tanker Corrigan was boarded. On 12 March 1958 Captain Ness put 22 men ashore.
On 3 April 1958 the Council met.
END
cat >edits.json <<'END'
{"annals": {"edits": 1},
 "edits": [
  {"id": "TANKER", "was": "The tanker Corrigan was boarded", "label": "Marines board the Corrigan", "when": "night of 4-5 March 1958",
   "note": "see the log"},
  {"id": "COUNCIL", "was": "The Council met", "drop": true},
  {"id": "own", "add": true, "label": "The war begins", "when": "1958-03-01~"}
 ]}
END
"$annals" -q a.txt -o a.json
id_of() {
    grep -B 3 -F "\"label\": \"$1\"" a.json | sed -n 's/.*"id": "\(e-[^"]*\)".*/\1/p'
}
sed -i "s/TANKER/$(id_of "The tanker Corrigan was boarded")/; s/COUNCIL/$(id_of "The Council met")/" edits.json
run 0 "$annals" --edits edits.json a.txt
says_nothing
prints "Marines board the Corrigan"
prints "night of 4–5 March"
prints "The war begins"
check_that "what was dropped is there" [ "$(grep -c "Council met" out)" -eq 0 ]
run 0 "$annals" --edits edits.json a.json --to json
cp out edited.json

# What was edited is found again; a document more changes nothing about it.
run 0 "$annals" edits a.json edited.json
cp out made.json
run 0 "$annals" -q --edits made.json -o again.json a.json
run 0 "$annals" diff edited.json again.json
check_that "the edits that were made do not make the same" cmp -s edited.json again.json
echo "On 4 March 1958 the tanker Corrigan was boarded. On 9 March 1958 the crew was landed." >b.txt
for order in "a.txt b.txt" "b.txt a.txt"; do
    # shellcheck disable=SC2086
    run 0 "$annals" --edits edits.json --to json $order
    prints '      "label": "Marines board the Corrigan"'
    check_that "the label before the edit is back" [ "$(grep -c '^      "label": "The tanker' out)" -eq 0 ]
done

# Two that were edited apart, and are one when both papers are read: the second edit is told, and not lost.
echo "Marines boarded the tanker Corrigan on 4 March 1958." >c.txt
"$annals" -q c.txt -o c.json
cat >both.json <<'END'
{"annals": {"edits": 1},
 "edits": [{"id": "TANKER", "was": "The tanker Corrigan was boarded", "label": "Boarded"},
  {"id": "MARINES", "was": "Marines boarded the tanker Corrigan", "label": "The marines come"}]}
END
sed -i "s/TANKER/$(id_of "The tanker Corrigan was boarded")/; s/MARINES/$(sed -n 's/.*"id": "\(e-[^"]*\)".*/\1/p' c.json | head -n 1)/" both.json
run 1 "$annals" --edits both.json a.txt c.txt
prints "Boarded"
says_somewhere "annals: both.json: warning: the edit of 'Marines boarded the tanker Corrigan' is not applied: its event is one with another that is edited too; keep one of the two edits"

# Whoever changes only the EDTF moves the event.
sed 's/"edtf": "1958-04-03"/"edtf": "1958-04-09"/' a.json >moved.json
run 0 "$annals" moved.json
prints "9 April 1958"
says_somewhere "annals: moved.json: warning: events[2].when: its bounds are outside of '1958-04-09' and were made those of that date; change edtf and bounds alike if it should have others"
run 1 "$annals" diff a.json moved.json
prints "to 9 April 1958"

# What was merged by hand is shown as merged, and not as gone.
cat >merge.json <<'END'
{"annals": {"edits": 1}, "edits": [{"id": "TANKER", "mergeWith": "NESS"}]}
END
sed -i "s/TANKER/$(id_of "The tanker Corrigan was boarded")/; s/NESS/$(id_of "Captain Ness put 22 men ashore")/" merge.json
run 0 "$annals" -q --edits merge.json -o merged.json a.json
run 1 "$annals" diff a.json merged.json
prints "merged    4 March 1958: The tanker Corrigan was boarded
     with 12 March 1958: Captain Ness put 22 men ashore"
prints "1 merged, 1 changed"

# One of several events of an entry that share its day is taken out: it is dropped, and merged with none.
printf 'Diary, 1958\n\nMonday, 3 March. The mill burned down. The Council sent for help.\n\nTuesday, 4 March. Rain fell.\n' >day.txt
run 0 "$annals" -q day.txt -o day.json
python3 -c 'import json
day = json.load(open("day.json"))
day["events"] = [e for e in day["events"] if "Council" not in e["label"]]
json.dump(day, open("fewer.json", "w"))'
run 0 "$annals" edits day.json fewer.json
prints '"drop": true'
check_that "what was taken out is merged" [ "$(grep -c mergeWith out)" -eq 0 ]
run 1 "$annals" diff day.json fewer.json
prints "gone      3 March 1958: The Council sent for help"

# An edit whose event is gone is told, and the rest is made.
echo "On 12 March 1958 Captain Ness put 22 men ashore." >less.txt
run 1 "$annals" --edits edits.json less.txt
says "annals: edits.json: warning: the edit of 'The tanker Corrigan was boarded' is not applied: its event is gone; take it out, or give the id of another" \
    "annals: edits.json: warning: the edit of 'The Council met' is not applied: its event is gone; take it out, or give the id of another"
prints "The war begins"
run 1 "$annals" -q --edits edits.json less.txt
says_nothing
run 1 "$annals" check --edits edits.json less.txt
prints "edits.json: the edit of 'The Council met' is not applied"

# refused SED WORDS
refused() {
    sed "$1" edits.json >bad.json
    run 1 "$annals" --edits bad.json a.txt
    says "annals: bad.json: $2"
    prints_nothing
}
refused 's/"drop": true/"drop": false/' "edits[1].drop: this can only be true; leave it out where it is not"
refused 's/"drop": true/"dropp": true/' 'edits[1]: "dropp" is not known here; check its spelling, or take it out'
refused 's/"when": "1958-03-01~"/"when": "soup"/' "edits[2].when: 'soup' is not a date; write it like 1962-10-27 or 27 October 1962"
refused 's/, "when": "1958-03-01~"//' 'edits[2]: what is added needs a label and a time; give "label" and "when"'
refused 's/"drop": true/"drop": true, "mergeWith": "own"/' \
    'edits[1]: "drop", "add" and "mergeWith" exclude each other; leave one'
run 1 "$annals" --edits missing.json a.txt
says "annals: missing.json: there is no such file; check the name"
run 2 "$annals" --edits edits.json --to jsonl a.txt
says_in_usage "annals: --edits changes one chronology; leave it out, or write another format"
run 2 "$annals" --edits edits.json -o edits.json a.txt
says_in_usage "annals: edits.json: this file is read, and would be overwritten; write to another"
run 0 "$annals" edits --schema
prints '"title": "Edits of a chronology"'

# What edits cannot make is told.
sed 's/"text": "On 12 March 1958 Captain Ness put 22 men ashore."/"text": "Mended."/' a.json >mended.json
run 0 "$annals" edits a.json mended.json
says "annals: mended.json: warning: 1 event was left out, which edits cannot make:" \
    "annals: mended.json: warning: left out: Captain Ness put 22 men ashore: it has other sources or mentions than before"

# Tags by hand, and what can be asked of them.
sed 's/"add": true/"add": true, "tags": [{"kind": "person", "name": "Captain Roald Ness"}, {"kind": "place", "name": "Åse"}]/' \
    edits.json >tags.json
run 0 "$annals" --edits tags.json --tag "roald ness" a.txt
prints "1 event from"
prints "The war begins"
run 0 "$annals" --edits tags.json --tag "åse" a.txt
prints "The war begins"
run 0 "$annals" --edits tags.json --tag "person" a.txt
prints "No dated event was found."
run 0 "$annals" --edits tags.json --group tag a.txt
check_that "the groups are not in the order of their names: $(cat out)" \
    [ "$(grep -xE 'Captain Roald Ness|Åse' out | tr '\n' ',')" = "Captain Roald Ness,Åse," ]

# Any change of any event makes the round.
printf 'On 3 May 1931 the ferry sank.\n' >ferry.txt
"$annals" -q -o ferry.json ferry.txt
id=$(sed -n '/^  "events"/,$p' ferry.json | sed -n 's/.*"id": "\(e-[^"]*\)".*/\1/p' | head -1)
day='"earliest": "1931-05-03", "latest": "1931-05-03"'
cat >moved.json <<END
{"annals": {"edits": 1, "version": "0.1.0"}, "edits": [{"id": "$id", "when": {"edtf": "1931-05-09",
 "begin": {$day}, "end": {$day}, "granularity": "day", "calendar": "gregorian", "zone": null}}]}
END
run 0 "$annals" --edits moved.json --to csv ferry.txt
says_somewhere "moved.json: warning: edits[0].when: its bounds are outside of '1931-05-09' and were made those of that date"
prints ',1931-05-09,The ferry sank'
command -v python3 >/dev/null || { echo "SKIPPED: python3 is not installed"; done_checking; }
cp "$here"/../../examples/dispatches/*.txt .
"$annals" -q --date 1958-03-18 -o all.json [1-5]-*.txt
last="tests/cli/edits.py"
check_that "$(python3 "$here/edits.py" "$annals" all.json 2>&1 | tail -3)" python3 "$here/edits.py" "$annals" all.json
done_checking
