"""Every time of the specification goes out and in again: tables, TEI and calendars keep all of it, and the date that they
show to others is never sharper than what is known.

check_times.py ANNALS SOURCE [N]: of all sentences, or one in N"""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ANNALS = os.path.abspath(sys.argv[1])
SPECIFICATION = pathlib.Path(sys.argv[2]).resolve() / "tests" / "spec"
SHARE = int(sys.argv[3]) if len(sys.argv) > 3 else 1
ENDINGS = {"csv": ".csv", "tei": ".xml", "ics": ".ics"}
WHOLE = "when_json"


def annals(*arguments):
    done = subprocess.run([ANNALS, "-q", *map(str, arguments)], capture_output=True)
    assert done.returncode == 0, (arguments, done.stderr.decode()[:400])
    return done.stdout


def sentences(lines):
    """The cases of a file, each with the options that hold for it."""
    options, block = {"lang": "en", "mode": "auto", "date": "none"}, None
    for line in lines:
        option = re.match(r"(lang|date|mode|order): *(.*)", line)
        if line == "---":
            if block is not None:
                yield options, "\n".join(block)
            block = [] if block is None else None
        elif block is not None:
            block.append(line)
        elif option:
            options = {**options, option[1]: option[2]}
        elif line.strip() and not line.startswith("#"):
            yield options, line


def documents():
    """Lines of JSON, those of a language and a mode together."""
    groups = {}
    for path in sorted(SPECIFICATION.glob("*.txt")):
        if path.name == "CMakeLists.txt":
            continue
        for number, (options, text) in enumerate(sentences(path.read_text(encoding="utf-8").splitlines())):
            text = re.sub(r"\{([^|{}]*)\|[^{}]*\}", r"\1", text).replace("\\n", "\n")
            record = {"id": f"{path.stem}-{number}", "text": text}
            if options["date"] not in ("none", ""):
                record["date"] = options["date"]
            groups.setdefault((options["lang"], options["mode"]), []).append(json.dumps(record))
    return {key: lines[::SHARE] for key, lines in groups.items()}


def events_of(text):
    return {e["id"]: e for e in json.loads(text)["events"] if e["kind"] != "citation"}


def seconds(moment, last):
    """A moment as something to compare; a day is its first second or its last."""
    year, month, day, clock = re.fullmatch(r"([-+]?\d+)-(\d\d)-(\d\d)(?:T([\d:]+))?", moment).groups()
    clock = (clock or ("23:59:59" if last else "00:00:00")) + ":00"
    return int(year), month, day, clock[:8]


def sharper(when, was):
    """The bounds that say more than was known; nothing ends before it begins."""
    found = []
    first, last = was["begin"]["earliest"], was["end"]["latest"]
    for side in ("begin", "end"):
        low, high = when[side]["earliest"], when[side]["latest"]
        before = [m for m in (was[side]["earliest"], first) if m]
        behind = [m for m in (was[side]["latest"], last) if m]
        if low and (not before or seconds(low, False) > max(seconds(m, False) for m in before)):
            found.append(side + ".earliest")
        if high and (not behind or seconds(high, True) < min(seconds(m, True) for m in behind)):
            found.append(side + ".latest")
    return found


def check_kept(name, before, chronology):
    """All that is known of the times comes back."""
    path = pathlib.Path("out" + ENDINGS[name])
    path.write_bytes(annals("--to", name, chronology))
    after = events_of(annals("--to", "json", path))
    assert name == "ics" or before.keys() == after.keys(), (name, set(before) ^ set(after))
    for i, event in after.items():
        assert event["when"] == before[i]["when"], (name, event["label"], before[i]["when"], event["when"])
    return len(after)


def check_shown(before):
    """The dates of the table alone, as other programs take them: wider perhaps, never sharper."""
    with open("out.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with open("shown.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, ["id", "date", "label"], extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)
    for i, event in events_of(annals("--to", "json", "shown.csv")).items():
        assert not sharper(event["when"], before[i]["when"]), (event["label"], before[i]["when"], event["when"])


FAR = ["It happened between 10100 BC and 10001 BC.", "It was made a hundred centuries before 5 May 44 BC."]


def check_far():
    """Years beyond those that EDTF has in sets: what we write as JSON is read again."""
    for sentence in FAR:
        pathlib.Path("far.txt").write_text(sentence + "\n", encoding="utf-8")
        written = annals("--to", "json", "far.txt")
        pathlib.Path("far.json").write_bytes(written)
        assert annals("--to", "json", "far.json") == written, sentence


def check_changed():
    """A date that was changed by hand counts, whatever stood behind it."""
    pathlib.Path("changed.txt").write_text("The bridge had been rebuilt by late 1776.\n", encoding="utf-8")
    written = annals("--to", "csv", "changed.txt").decode()
    assert '"{""edtf"":' in written and "../1776," in written, written
    pathlib.Path("changed.csv").write_text(written.replace("../1776,", "3 May 1781,"), encoding="utf-8")
    when = next(iter(events_of(annals("--to", "json", "changed.csv")).values()))["when"]
    assert when["edtf"] == "1781-05-03" and when["begin"]["earliest"] == when["end"]["latest"] == "1781-05-03", when


def main():
    kept = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        check_far()
        check_changed()
        for (language, mode), lines in documents().items():
            pathlib.Path("in.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
            part = annals("--lang", language, "--mode", mode, "--from-format", "jsonl", "--to", "jsonl", "in.jsonl")
            pathlib.Path("part.jsonl").write_bytes(part)
            pathlib.Path("all.json").write_bytes(annals("merge", "--to", "json", "part.jsonl"))
            before = events_of(pathlib.Path("all.json").read_bytes())
            if not before:  # few sentences, and none that tells: a table without rows is refused
                continue
            kept += sum(check_kept(name, before, "all.json") for name in ENDINGS)
            check_shown(before)
    assert kept > 20000 // SHARE, kept
    print(f"{kept} times came back")


main()
