#!/bin/sh
# Every line of JSON Lines keeps to the schema, and holds what the JSON of that document alone does.
. "$(dirname "$0")/make.sh"
needs_python jsonschema
cd "$root/examples/dispatches" || exit 1
"$annals" -q --date 1958-03-18 --to jsonl -j 2 ./*.txt >"$folder/lines" || fail "no lines"
for file in ./*.txt; do
    "$annals" -q --date 1958-03-18 --to json "$file" >"$folder/$(basename "$file").json" || fail "no JSON of $file"
done
cd "$folder" || exit 1
echo '{"id": "x"' | "$annals" -q --from-format jsonl --to jsonl >failed 2>/dev/null && fail "a bad line is no failure"
"$annals" --schema >schema.json || fail "no schema"
"$python" - <<'END' || fail "see above"
import glob, json, jsonschema
validator = jsonschema.Draft202012Validator(json.load(open("schema.json")))
lines = [json.loads(line) for line in open("lines", encoding="utf-8")]
alone = [json.load(open(name, encoding="utf-8")) for name in sorted(glob.glob("*.txt.json"))]
assert len(lines) == len(alone) == 5, len(lines)
for line, whole in zip(lines, alone):
    validator.validate(line)
    assert line == whole, line["title"]
failed = [json.loads(line) for line in open("failed")]
assert len(failed) == 1 and failed[0]["error"]["line"] == 1, failed
validator.validate(failed[0])
END
