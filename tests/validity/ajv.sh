#!/bin/sh
# Whatever JSON is made, ajv finds it valid by our schemas: of every document that the tests have, of all forms that are
# read, with the options that change it, parts of it merged, and edits.
. "$(dirname "$0")/make.sh"
needs node
needs_python json
[ -d "$here/npm/node_modules/ajv" ] || { echo "SKIPPED: npm ci was not run in tests/validity/npm"; exit 77; }
mkdir "$folder/made"
put_schema() { # FILE [COMMAND]
    "$annals" ${2:+"$2"} --schema >"$folder/$1" || fail "no schema"
    cmp -s "$folder/$1" "$root/formats/$1" || fail "--schema is not $1 of the source tree"
}
put_schema annals.schema.json
put_schema annals-edits.schema.json edits
put_schema annals-changes.schema.json diff
put_schema annals-findings.schema.json check
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
"$annals" -q diff --to json "$made/all.json" "$made/edited.json" >"$made/changes.json"
[ $? -eq 1 ] || fail "no changes"
"$annals" -q diff --to json "$made/merged.json" "$made/all.json" >"$made/other-changes.json"
[ $? -eq 1 ] || fail "no other changes"
i=0
for file in examples/dispatches/*.txt tests/golden/input/*.txt tests/chronicle/documents/*.txt; do
    i=$((i + 1))
    "$annals" -q check --to json "$file" >"$made/findings-$i.json"
    [ $? -le 1 ] || fail "no findings"
done
cd "$folder" || exit 1
valid() {
    node "$here/npm/valid.mjs" . "$@"
}
valid made/* >log || { cat log; fail "see above"; }
cat log
[ "$(sed -n 's/ JSON texts are valid//p' log)" -ge 100 ] || fail "there are fewer than 100"
sed 's/"confidence": [0-9.]*/"confidence": 2/' made/all.json >wrong.json
valid wrong.json >/dev/null && fail "the schema takes what is wrong"
sed 's/"change": "changed"/"change": "other"/' made/changes.json >wrong.json
valid wrong.json >/dev/null && fail "the schema takes what is no change"
sed 's/"doubt": "[a-z-]*"/"doubt": "other"/' made/findings-1.json >wrong.json
valid wrong.json >/dev/null && fail "the schema takes what is no doubt"
exit 0
