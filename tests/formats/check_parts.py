"""annals merge makes the same bytes however the work was cut, and those that reading all at once makes.

check_parts.py ANNALS SOURCE [SEED]"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ANNALS = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2]).resolve()
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
MADE = iter(range(10**6))
# Two rows say the same, one is told in a text as well; a mail, a mailbox and an archive come in with the corpus.
TABLE = "date,label\n1931-05-03,The ferry Halcyon struck the Gannet Rock\n1931-05-03,A\n1931-05-03,A\n"
COPY = "kept-by-the-clerk.txt"


def annals(*arguments):
    done = subprocess.run([ANNALS, "-q", *map(str, arguments)], capture_output=True)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout


def kept(data, ending):
    path = pathlib.Path(f"part-{next(MADE)}{ending}")
    path.write_bytes(data)
    return path


def part_of(files, options, dice):
    ending = dice.choice([".json", ".jsonl"])
    return kept(annals(*options, "--to", ending[1:], *files), ending)


def cut(items, dice):
    items = dice.sample(items, len(items))
    pieces = []
    while items:
        size = dice.randint(1, len(items))
        pieces.append(items[:size])
        items = items[size:]
    return pieces


def merged(parts, dice):
    """In any order and any nesting, some of them twice."""
    parts = parts + [p for p in parts if dice.random() < 0.2]
    while len(parts) > 1 and dice.random() < 0.7:
        some = dice.sample(parts, dice.randint(2, len(parts)))
        parts = [p for p in parts if p not in some] + [kept(annals("merge", "--to", "json", *some), ".json")]
    return annals("merge", "--to", "json", *dice.sample(parts, len(parts)))


def tells(data):
    """All but what is told of it, as of texts that came twice."""
    return {key: value for key, value in json.loads(data).items() if key != "notices"}


def check(name, files, options=(), turns=4):
    whole = annals(*options, "--to", "json", *files)
    assert annals("--to", "json", kept(whole, ".json")) == whole, f"{name}: read back it is something else"
    first = annals("merge", "--to", "json", kept(whole, ".json"))
    assert tells(first) == tells(whole), f"{name}: merged alone it is something else"
    for turn in range(turns):
        dice = random.Random(f"{SEED} {name} {turn}")
        parts = [part_of(piece, options, dice) for piece in cut(files, dice)]
        assert merged(parts, dice) == first, f"{name}: seed {SEED}, turn {turn}: cut otherwise it is something else"
    print(f"{name}: {len(files)} files, {len(json.loads(first)['events'])} events")
    return whole


def check_mixed_options(files):
    """Each part is read as it was."""
    half = len(files) // 2
    strict = ["--order", "dmy", "--mode", "narrative", "--fiscal-year", "april", "--periods", "names"]
    wholes = [annals("--date", "1931-06-01", "--to", "json", *files[:half]),
              annals(*strict, "--to", "json", *files[half:])]
    first = merged([kept(w, ".json") for w in wholes], random.Random(0))
    assert b"the Long Winter" not in first, "a name that no text has goes along"
    for said in (b'"1931-06/1931-08"', b'"1931-03-05"', b'"1930-04-01"'):
        assert said in first, said
    for turn in range(3):
        dice = random.Random(turn)
        parts = [part_of(piece, ["--date", "1931-06-01"], dice) for piece in cut(files[:half], dice)]
        parts += [part_of(piece, strict, dice) for piece in cut(files[half:], dice)]
        assert merged(parts, dice) == first, f"with options, turn {turn}"


def check_changed(files):
    """What was changed by hand stays."""
    whole = json.loads(annals("--to", "json", *files))
    joined = next(e for e in whole["events"] if len(e["sources"]) > 1)
    joined["label"] = "What happened that day"
    whole["documents"][0]["title"] = "A title of one's own"
    changed = kept(json.dumps(whole).encode(), ".json")
    for once in (annals("merge", "--to", "json", changed), annals("merge", "--to", "json", changed, changed)):
        after = json.loads(once)
        assert any(e["label"] == joined["label"] for e in after["events"]), "a change is lost"
        assert any(d["title"] == "A title of one's own" for d in after["documents"]), "a title is lost"
    edits = kept(json.dumps({"annals": {"edits": 1}, "edits": [{"id": joined["id"], "drop": True}]}).encode(), ".json")
    dropped = json.loads(annals("--to", "json", "--edits", edits, *files))
    assert "inputs" not in dropped, "what was edited is not what the texts make"
    some = json.loads(annals("--to", "json", "--kind", "document", *files))
    assert "inputs" not in some, "some is not what the texts make"
    again = json.loads(annals("merge", "--to", "json", kept(json.dumps(dropped).encode(), ".json")))
    assert [e["label"] for e in again["events"]] == [e["label"] for e in dropped["events"]], "an edit is lost"


def main():
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    try:
        for path in sorted(ROOT.glob("tests/chronicle/documents/*")):
            if not path.name.endswith(".events.json"):
                shutil.copy(path, ".")
        chronicle = sorted(p.name for p in pathlib.Path().iterdir())
        check("the collection", chronicle)
        families = {}
        for name in chronicle:
            families.setdefault(name.split("-")[0], []).append(name)
        for name, files in sorted(families.items()):
            if len(files) > 2:
                check(name, files, turns=2)
        for path in sorted(ROOT.glob("tests/fuzz/corpus/*/*")):
            # Those are of documents that stand elsewhere in the order of names.
            if path.parent.name not in ("merge", "read-jsonl", "read-json") and path.stem != "chronology":
                shutil.copy(path, f"{path.parent.name}-{path.name}")
        pathlib.Path("table.csv").write_text(TABLE)
        shutil.copy(families["halcyon"][0], COPY)
        forms = sorted(p.name for p in pathlib.Path().iterdir() if p.name.startswith(("read-", "detect-", "text-")))
        check("every form", forms + ["table.csv", COPY] + families["halcyon"], turns=8)
        pathlib.Path("names").write_text("the Dry Summer\t1931-06/1931-08\nthe Long Winter\t1929-12/1930-03\n")
        pathlib.Path("dry.txt").write_text("In the Dry Summer the wells of Aske failed. On 5/3/1931 it had rained last. "
                                           "The accounts of FY 1931 say so.\n")
        check_mixed_options(families["halcyon"] + families["skelder"] + ["table.csv", "dry.txt"])
        check_changed(families["halcyon"])
    finally:
        os.chdir(ROOT)
        shutil.rmtree(folder)


main()
