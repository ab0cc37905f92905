#!/bin/sh
# Whatever JSON is made, ajv finds it valid by our schemas: of every document that the tests have, of all forms that are
# read, with the options that change it, parts of it merged, and edits.
. "$(dirname "$0")/make.sh"
needs node
needs_python json
[ -d "$here/npm/node_modules/ajv" ] || { echo "SKIPPED: npm ci was not run in tests/validity/npm"; exit 77; }
mkdir "$folder/made"
"$annals" --schema >"$folder/annals.schema.json" && "$annals" edits --schema >"$folder/annals-edits.schema.json"
cd "$root" || exit 1
i=0
for file in examples/dispatches/*.txt tests/golden/input/*.txt tests/chronicle/documents/*.txt tests/fuzz/corpus/*/*; do
    i=$((i + 1))
    # What is broken is refused, and makes no JSON.
    "$annals" -q --to json "$file" >"$folder/made/$i.json" 2>/dev/null || rm "$folder/made/$i.json"
done
made=$folder/made
set -- examples/dispatches/*.txt
"$annals" -q --date 1958-03-18 -o "$made/all.json" "$@" || fail "no chronology"
"$annals" -q --to jsonl -j 2 "$@" tests/chronicle/documents/*.txt >"$made/lines.jsonl" || fail "no lines"
printf '{"id": "a", "text": "On 3 May 1962 it rained."}\n{"id": 3\n' |
    "$annals" -q --from-format jsonl --to jsonl >"$made/filtered.jsonl" 2>/dev/null && fail "a bad line is no failure"
"$annals" merge -q -o "$made/merged.json" "$made/lines.jsonl" || fail "no merged chronology"
for by in day month year source tag; do
    "$annals" -q --citations --group $by -o "$made/by-$by.json" "$@" || fail "no groups by $by"
done
"$annals" -q --mode narrative --zone America/Havana --from 1958-03-01 --until 1958-04-01 -o "$made/some.json" "$@"
sed 's/"category": null/"category": "war"/' "$made/all.json" >"$made/edited.json"
"$annals" edits "$made/all.json" "$made/edited.json" >"$made/edits.json" || fail "no edits"
cd "$folder" || exit 1
valid() {
    node "$here/npm/valid.mjs" annals.schema.json annals-edits.schema.json "$@"
}
valid made/* >log || { cat log; fail "see above"; }
cat log
[ "$(sed -n 's/ JSON texts are valid//p' log)" -ge 100 ] || fail "there are fewer than 100"
sed 's/"confidence": [0-9.]*/"confidence": 2/' made/all.json >wrong.json
valid wrong.json >/dev/null && fail "the schema takes what is wrong"
exit 0
