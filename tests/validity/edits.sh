#!/bin/sh
# The edits that are made keep to their schema, which knows the times of the chronology's.
. "$(dirname "$0")/make.sh"
needs_python jsonschema
make_chronology json
"$annals" --schema >annals.schema.json && "$annals" edits --schema >annals-edits.schema.json || fail "no schema"
"$python" - <<'END' >edited.json || fail "no chronology to edit"
import json
chronology = json.load(open("events.json", encoding="utf-8"))
events = chronology["events"]
events[0].update(label="By hand", kind="plan", speaker="Somebody", category="war", tags=[{"kind": "name", "name": "x"}])
events[1]["when"] = [e["when"] for e in events if e["when"].get("dayPart")][0]
events[2].update(when=events[5]["when"], confidence=0.123)
del events[3]
print(json.dumps(chronology))
END
"$annals" edits events.json edited.json >edits.json || fail "no edits"
"$python" - <<'END' || fail "see above"
import json, jsonschema
schema = json.loads(open("annals-edits.schema.json").read().replace("annals.schema.json#", "#"))
schema["$defs"].update(json.load(open("annals.schema.json"))["$defs"])
edits = json.load(open("edits.json", encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.Draft202012Validator(schema).validate(edits)
assert len(edits["edits"]) == 4, edits
END
echo "4 edits"
