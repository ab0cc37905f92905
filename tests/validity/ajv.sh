#!/bin/sh
# Whatever JSON is made, ajv finds it valid by our schemas: of every document that the tests have, of all forms that are
# read, with the options that change it, parts of it merged, and edits.
. "$(dirname "$0")/make.sh"
needs node
needs_python json
[ -d "$here/npm/node_modules/ajv" ] || { echo "SKIPPED: npm ci was not run in tests/validity/npm"; exit 77; }
ln -s "$here/npm/node_modules" "$folder/node_modules"
cat >"$folder/valid.mjs" <<'END'
import Ajv from "ajv/dist/2020.js";
import fs from "fs";
const read = name => JSON.parse(fs.readFileSync(name, "utf8"));
const ajv = new Ajv({strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false});
ajv.addSchema(read("annals.schema.json"), "annals.schema.json");
const chronicle = ajv.getSchema("annals.schema.json"), edits = ajv.compile(read("annals-edits.schema.json"));
let count = 0, bad = 0;
for (const name of fs.readdirSync("made").sort()) {
    const text = fs.readFileSync("made/" + name, "utf8"), check = name.startsWith("edits") ? edits : chronicle;
    for (const one of name.endsWith("jsonl") ? text.trim().split("\n") : [text]) {
        count++;
        if (check(JSON.parse(one))) continue;
        bad++;
        console.log("FAILED:", name, ajv.errorsText(check.errors));
    }
}
const whole = read("made/all.json");
whole.events[0].confidence = 2;
if (chronicle(whole)) { console.log("FAILED: the schema takes what is wrong"); bad++; }
console.log(count, "files and lines are valid");
process.exit(bad || count < 100 ? 1 : 0);
END
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
cd "$folder" && node valid.mjs || fail "see above"
