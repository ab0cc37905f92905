"""Out and in again: JSON loses nothing; CSV, TEI and calendars keep what they can hold, and the second time lose no more.

check_round_trips.py ANNALS SOURCE [N]: of all there is, or one in N"""
import csv
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ANNALS = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2]).resolve()
SHARE = int(sys.argv[3]) if len(sys.argv) > 3 else 1
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
COLLECTIONS = [sorted(ROOT.glob("examples/dispatches/*.txt"))] + [[f] for f in sorted(ROOT.glob("tests/golden/input/*"))
                                                                  if f.suffix in (".txt", ".csv")]


def annals(*arguments, code=0):
    done = subprocess.run([ANNALS, "-q", *map(str, arguments)], capture_output=True, env=ENVIRONMENT)
    assert done.returncode == code, (arguments, done.stderr.decode())
    return done.stdout


def events_of(text):
    return {e["id"]: e for e in json.loads(text)["events"] if e["kind"] != "citation"}


def edges(event):
    """The first and the last moment, and the days alone of what a calendar has as whole days."""
    return event["when"]["begin"]["earliest"], event["when"]["end"]["latest"]


def says_no_more(when, was):
    """As unsure as it was, of the same part of the day, and within edges that are no sharper."""
    kept = all(when.get(member, []) == was.get(member, []) for member in ("qualifiers", "dayPart"))
    begin, end = when["begin"]["latest"] or "9", when["end"]["earliest"] or ""
    return kept and begin[:10] >= (was["begin"]["latest"] or "")[:10] and end[:10] <= (was["end"]["earliest"] or "9")[:10]


def same_modulo_space(a, b):
    return re.sub(r"\s", "", a) == re.sub(r"\s", "", b)


def accounts_of(text):
    """What each document says of each event, and what is known of the document, as TEI holds it."""
    chronology = json.loads(text)
    documents = {d["id"]: {m: d.get(m) for m in ("source", "title", "sender", "recipient", "place", "number")} |
                 {"when": d["when"] and d["when"]["edtf"], "basis": d["whenBasis"]} for d in chronology["documents"]}
    claimed = {m["id"]: m["document"] for m in chronology["mentions"]}
    return {e["id"]: ([(documents[s["document"]], s["text"], s.get("label"), s.get("id"),
                        (s.get("when") or {}).get("edtf")) for s in e["sources"]],
                      [(documents[claimed[c["mention"]]], c["claim"]) for c in e["conflicts"]])
            for e in chronology["events"] if e["kind"] != "citation"}


def check_format(files, name, ending, options=()):
    before = events_of(annals("--date", "1958-03-18", "--to", "json", *files))
    written = annals("--date", "1958-03-18", "--to", name, *options, *files)
    path = pathlib.Path("chronology" + ending)
    accounts = accounts_of(annals("--date", "1958-03-18", "--to", "json", *files))
    kept = 0
    for turn in range(3):
        if not before or (name == "ics" and b"BEGIN:VEVENT" not in written):
            return 0
        path.write_bytes(written)
        after = events_of(annals("--to", "json", path))
        if name == "tei":
            for i, said in accounts_of(annals("--to", "json", path)).items():
                assert said == accounts[i], (files, said, accounts[i])
        lost = set(before) - set(after)
        assert name == "ics" or not lost, (name, files, lost)
        for i, event in after.items():
            was = before[i]
            for member in ("kind", "category", "label"):
                assert same_modulo_space(event[member] or "", was[member] or ""), (name, member, event, was)
            if name != "ics" or (was["when"]["zone"] and edges(event) == edges(was)):
                zones = [(w["when"]["zone"], w["when"].get("zoneBasis")) for w in (event, was)]
                assert zones[0] == zones[1], (name, event["when"], was["when"])
            if name != "ics" or edges(event) != edges(was):
                # Until some day of a year, it is written as until that year: wider, never sharper.
                assert name == "ics" or says_no_more(event["when"], was["when"]), (name, event["when"], was["when"])
                assert all(a == b or (a and b and a[:4] == b[:4]) for a, b in zip(edges(event), edges(was))), (
                    name, event["when"], was["when"])
        again = annals("--to", name, *options, path)
        # From the second time on it is the same, byte by byte.
        assert turn == 0 or again == written, (name, files)
        before, written, kept = after, again, len(after)
    return kept


def drawing_lines(name):
    """The lines of a picture without the id that tells it from others in one page."""
    text = pathlib.Path(name).read_text(encoding="utf-8")
    return text.replace(re.search(r'<svg [^>]*?id="(\w+)"', text).group(1), "ID").splitlines()


NUMBER = re.compile(r"\d+(?:\.\d+)?")


def is_same_place(one, two):
    """Two lines of a picture that differ by no more than a fifth of a millimetre, as letters are not of one width."""
    return NUMBER.sub("0", one) == NUMBER.sub("0", two) and all(
        abs(float(a) - float(b)) <= 4 for a, b in zip(NUMBER.findall(one), NUMBER.findall(two)))


def check_edit(files, seed):
    """A label changed by a script changes its words in the picture, and nothing else."""
    dice = random.Random(seed)
    annals("--date", "1958-03-18", "-o", "one.json", "-o", "one.svg", *files)
    chronology = json.loads(pathlib.Path("one.json").read_text(encoding="utf-8"))
    turned = lambda word: word[0] + word[1:].translate(str.maketrans("aeou", "eauo"))
    event = dice.choice([e for e in chronology["events"] if e["kind"] == "occurrence" and e["when"]["edtf"] and
                         turned(e["label"].split()[0]) != e["label"].split()[0]])
    first = event["label"].split()[0]
    changed = turned(first)
    event["label"] = event["label"].replace(first, changed, 1)
    pathlib.Path("two.json").write_text(json.dumps(chronology), encoding="utf-8")
    annals("-o", "two.svg", "two.json")
    one, two = (drawing_lines(f"{n}.svg") for n in ("one", "two"))
    assert len(one) == len(two), (seed, event["label"])
    differing = [(a, b) for a, b in zip(one, two) if a != b and not is_same_place(a, b)]
    assert all(first in a and changed in b for a, b in differing), differing
    return bool(differing)  # where many events stand close together, some are no more than counted


YEARS = ["-0043", "0099", "0100", "1582", "1700", "1900", "1962", "2051", "9999"]
FORMS = ["{y}", "{y}-{m}", "{y}-{m}-{d}", "{y}-{m}-{d}T{h}:30", "{y}-{m}-{d}?", "{y}-{m}~", "{y}~", "{y}-{m}-{d}/{y}-12-30",
         "{y}-{m}-{d}/..", "../{y}-{m}-{d}", "[{y}-{m}-{d}..{y}-12-30]", "{y}-{m}-{d}T{h}:30/{y}-{m}-{d}T23:45", "XXXX-{m}-{d}",
         "{y}-{m}-{d}T{h}:30-05:00", "196X", "19XX", "night of 26-27 October 1962", "early November 1962", "summer 1962",
         "{y}-{m}-XX", "after {d} May 1912", "before {d} May 1912", "evening of {d} May 1912", "about 17:00 on {d} May 1912",
         "{d} May 1912, 17:00 (?)", "{d} May 1912, dawn~", "late 4th century", "{y}-{m}-{d}T{h}:30/{y}-{m}-{d}T23:45 (?)",
         "about {h}:20 on {d} May 1912", "{d} May 1912, {h}:20 (?)", "between 09:30 and 12:{m} on {d} May 1912",
         "{d} May 1912, between 22:{m} and 24:00", "between {d} May 1912, 23:00 and 29 May 1912, 04:{m}",
         "between 09:30 and 12:{m} on {d} May 1912 (?)", "between 09:30 and 12:{m} on {d} May 1912~"]
PIECES = ["rain", "the ship left", "Übergröße", "日本", "🎉", '"quoted"', "a, b; c", "back\\slash", "<b>&amp;", "=1+2", "(plan)",
          "x" * 80, "tab\tstop", "two\nlines", "- item", "e\u0301"]


ZONES = ["", "", "UTC", "America/Havana", "Europe/Moscow", "Asia/Kolkata", "-03:00", "UTC+05:30", "the red one"]


def random_table(seed):
    """Events with all that a table can say, of any time and with words that formats have trouble with."""
    r = random.Random(seed)
    words = lambda most: " ".join(r.choice(PIECES) for _ in range(r.randint(1, most)))
    name = f"random-{seed}.csv"
    with open(name, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["date", "label", "category", "text", "id", "kind", "speaker", "place", "zone"])
        for i in range(30):
            date = r.choice(FORMS).format(y=r.choice(YEARS), m=f"{r.randint(1, 12):02}", d=f"{r.randint(1, 28):02}",
                                          h=f"{r.randint(0, 23):02}")
            some = lambda most: words(most) if r.random() < 0.3 else ""
            table.writerow([date, words(4) + some(9), some(2), some(9), f"e{i}", r.choice(["", "document", "plan"]), some(1), some(2),
                            r.choice(ZONES)])
    return name


# Times of which EDTF, or the words for them, would say too much, or nothing that is read again.
SENTENCES = ["The charter was granted in the third year of Elizabeth I.", "The loss for fiscal 1957 was small.",
             "The end of the year 300 was cold.", "The league traded from the 12th to the 14th century.",
             "On 27 September 1931 the water was shut off from 2 to 11:30.", "On 2 May 1931 the hall was full by 9.",
             "On 3 May 1931 the fire burned until the evening.", "She lay ill from late 1904 to early 1905.",
             "On 11 May 1876 the bridges were his by noon.", "A spy was shot between 9 and 10 p.m. on 3 August 1957.",
             "A tanker was boarded at about 09:20 UTC-3 on 3 September 1957."]


def sentences():
    """A document each."""
    for i, sentence in enumerate(SENTENCES):
        pathlib.Path(f"sentence-{i}.txt").write_text(sentence + "\n", encoding="utf-8")
    return [f"sentence-{i}.txt" for i in range(len(SENTENCES))]


def check_json(files):
    """What was written is written again, byte by byte."""
    written = annals("--date", "1958-03-18", "--to", "json", *files)
    pathlib.Path("again.json").write_bytes(written)
    assert annals("--to", "json", "again.json") == written, files


def check_sources():
    """Documents that tell of one event, and disagree on another, are still there when TEI is read again."""
    pathlib.Path("letters").mkdir()
    pathlib.Path("letters/first.txt").write_text("Elsinad, 12 March 1961.\n\nOn 3 March 1961 the cutter Mirabel left Port "
                                                 "Elsinad with forty crates.\n")
    pathlib.Path("letters/second.txt").write_text("From: Harbour Office\nTo: Customs\nDate: 20 March 1961\n\nOn 3 March 1961 "
                                                  "the cutter Mirabel left Port Elsinad.\n")
    told = annals("--to", "json", "letters/first.txt", "letters/second.txt")
    told = told.replace(b'"conflicts": []', b'"conflicts": [{"mention": "m2", "claim": "12 March 1961"}]', 1)
    pathlib.Path("told.json").write_bytes(told)
    pathlib.Path("told.xml").write_bytes(annals("--to", "tei", "told.json"))
    assert accounts_of(annals("--to", "json", "told.xml")) == accounts_of(told)
    assert annals("--to", "tei", "told.xml") == pathlib.Path("told.xml").read_bytes()
    assert annals("told.xml") == annals("told.json"), annals("told.xml").decode()
    assert b"2 mentions in 2 documents; the sources disagree" in annals("told.xml")


def main():
    kept = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        check_sources()
        for files in COLLECTIONS[::SHARE] + [sentences()] + [[random_table(seed)] for seed in range(12 // SHARE)]:
            check_json(files)
            for name, ending, options in (("csv", ".csv", ()), ("tei", ".xml", ()), ("ics", ".ics", ()),
                                          ("ics", ".ics", ("--floating",)),
                                          ("ics", ".ics", ("--zone", "America/New_York"))):
                kept += check_format(files, name, ending, options)
        shown = sum(check_edit(COLLECTIONS[0], seed) for seed in range(24 // SHARE))
        assert shown > 4 // SHARE, shown
    assert kept > 100 // SHARE, kept
    print(f"{kept} events came back")


main()
