"""The JSON of the sample is valid by the schema, the schema refuses what is wrong, and all references lead somewhere."""
import copy
import json
import os
import re
import subprocess
import sys

try:
    import jsonschema
    VALIDATOR = jsonschema.Draft202012Validator
except (ImportError, AttributeError):
    print("skipped: Python's jsonschema with Draft 2020-12 is not installed")
    sys.exit(77)


def run(*arguments, **environment):
    return subprocess.run([sys.argv[1], *arguments], check=True, capture_output=True,
                          env={**os.environ, **environment}).stdout


# Each makes a valid file invalid.
DAMAGES = {
    "unknown member of the file": lambda f: f.update(extra=1),
    "no title": lambda f: f.pop("title"),
    "unknown member of an event": lambda f: f["events"][0].update(extra=1),
    "no such kind": lambda f: f["events"][0].update(kind="accident"),
    "confidence above 1": lambda f: f["events"][0].update(confidence=1.5),
    "no such granularity": lambda f: f["events"][0]["when"].update(granularity="fortnight"),
    "no such open bound": lambda f: f["events"][0]["when"].update(open=["end"]),
    "EDTF with letters it does not have": lambda f: f["events"][0]["when"].update(edtf="late 1962"),
    "EDTF without anything": lambda f: f["mentions"][0]["when"].update(edtf=""),
    "EDTF with a month that is none": lambda f: f["events"][0]["when"].update(edtf="1962-13-01"),
    "EDTF with a day that is none": lambda f: f["events"][0]["when"].update(edtf="1962-10-27/1962-11-52"),
    "a zone that is none": lambda f: f["events"][0]["when"].update(zone="5 hours"),
    "a day that is none": lambda f: f["events"][0]["when"]["begin"].update(earliest="1962-13-01"),
    "an hour that is none": lambda f: f["events"][0]["when"]["begin"].update(earliest="1962-10-27T24:00"),
    "an offset below 0": lambda f: f["mentions"][0].update(start=-1),
    "impossible is only ever true": lambda f: f["mentions"][0].update(impossible=False),
    "alternatives that are none": lambda f: f["mentions"][0].update(alternatives=[]),
    "another version of the schema": lambda f: f["annals"].update(schema=2),
    "a source without words": lambda f: f["events"][0]["sources"][0].pop("text"),
    "line 0": lambda f: f["notices"][0].update(line=0),
}


def check_references(file):
    documents = {d["id"] for d in file["documents"]}
    mentions = {m["id"] for m in file["mentions"]}
    for mention in file["mentions"]:
        assert mention["document"] in documents, mention
    for event in file["events"]:
        assert set(event["mentions"]) <= mentions, event
        assert {s["document"] for s in event["sources"]} <= documents, event
        assert {c["mention"] for c in event["conflicts"]} <= mentions, event


def main():
    schema = json.loads(run("schema"))
    VALIDATOR.check_schema(schema)
    text = run("json")
    file = json.loads(text)
    validator = VALIDATOR(schema)
    errors = [error.message for error in validator.iter_errors(file)]
    assert not errors, errors
    for name, damage in DAMAGES.items():
        damaged = copy.deepcopy(file)
        damage(damaged)
        assert not validator.is_valid(damaged), f"the schema takes: {name}"
    check_references(file)
    lower = re.sub(r"\\u00[0-9A-F]{2}", lambda escape: escape[0].lower(), text.decode())
    assert json.dumps(file, indent=2, ensure_ascii=False) + "\n" == lower
    for environment in ({"TZ": "America/Havana"}, {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}):
        assert run("json", **environment) == text, environment
    print(f"{len(file['events'])} events are valid; {len(DAMAGES)} damaged files are refused")


main()
