#!/bin/sh
# The JSON keeps to its schema, and its offsets to the documents.
. "$(dirname "$0")/make.sh"
needs_python jsonschema
make_chronology json
"$annals" --schema >schema.json || fail "no schema"
cmp -s schema.json "$root/formats/annals.schema.json" || fail "--schema is not the schema of the source tree"
"$python" "$here/read_json.py" events.json schema.json "$root/examples/dispatches"
