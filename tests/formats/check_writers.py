"""The programs and modules of others read from CSV, Markdown, TEI, TimeML and TimelineJS what was meant."""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

LEFT_OUT = {"It has always been so", "Return of the delegation", "The deadline"}
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def run(*arguments, **environment):
    return subprocess.run([sys.argv[1], *arguments], check=True, capture_output=True,
                          env={**os.environ, **environment})


def pipe(program, data):
    return subprocess.run(program, input=data, check=True, capture_output=True).stdout


def written(name):
    """The output, which is the same in another place."""
    data = run(name).stdout
    assert data == run(name, TZ="Asia/Tokyo", LC_ALL="C.UTF-8").stdout, name
    return data


def truth():
    """id -> event, as the JSON has it, of all that are no citations."""
    return {e["id"]: e for e in json.loads(run("json").stdout)["events"] if e["kind"] != "citation"}


def one_line(text):
    text = "".join(c for c in text if c in "\t\n\r" or not (ord(c) < 32 or 0x7F <= ord(c) < 0xA0))
    return " ".join(text.split())


def check_csv(events):
    rows = list(csv.DictReader(io.StringIO(written("csv").decode(), newline=""), strict=True))
    assert [r["id"] for r in rows] == list(events)
    for row in rows:
        event = events[row["id"]]
        when = event["when"]
        assert row["label"] == event["label"] and row["text"] == event["text"], row
        assert (row["first"], row["last"]) == (when["begin"]["earliest"] or "", when["end"]["latest"] or ""), row
        assert row["kind"] == ("" if event["kind"] == "occurrence" else event["kind"]), row
    dates = {r["id"]: r["date"] for r in rows}
    assert dates["e-night"] == "night of 26–27 October 1962", dates
    assert dates["e-until"] == "../1962-11-07" and dates["e-caesar"] == "-0043-03-15", dates
    assert dates["e-open"] == "XXXX-XX-XX" and dates["e-yearless"] == "XXXX-11-16", dates


def check_markdown(events):
    if not shutil.which("cmark"):
        return
    tree = ElementTree.fromstring(re.sub(rb' xmlns="[^"]*"', b"", pipe(["cmark", "--to", "xml"], written("markdown"))))
    items = tree.find("list").findall("item")
    assert len(items) == len(events), len(items)
    for item, event in zip(items, events.values()):
        words = "".join(item.find("paragraph").itertext())
        assert one_line(event["label"]) in words, (event["label"], words)
        assert len(item.find("list").findall("item")) == len(event["sources"]), event
        assert not item.findall(".//html_inline") and not item.findall(".//link"), event


def check_tei(events):
    data = written("tei")
    schema = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tei.rng")
    pipe(["xmllint", "--noout", "--nonet", "--relaxng", schema, "-"], data)
    wrong = subprocess.run(["xmllint", "--noout", "--relaxng", schema, "-"], input=data.replace(b"when-iso=", b"When="),
                           capture_output=True)
    assert wrong.returncode != 0, "the schema takes what is wrong"
    tree = ElementTree.fromstring(data)
    found = {e.get(XML_ID): e for e in tree.iterfind(f"{TEI}standOff/{TEI}listEvent/{TEI}event")}
    assert list(found) == list(events)
    documents = {b.get(XML_ID) for b in tree.iter(f"{TEI}bibl")}
    for name, element in found.items():
        assert one_line(element.find(f"{TEI}label").text) == one_line(events[name]["label"]), name
        for note in element.iterfind(f"{TEI}note[@source]"):
            assert note.get("source")[1:] in documents, name
    assert found["e-talks"].get("from-iso") == "1962-10-25" and found["e-talks"].get("to-iso") == "1962-10-27"
    assert found["e-within"].get("notBefore-iso") == "1962-11-01"
    assert found["e-month"].get("when-iso") == "1962-11" and found["e-until"].get("to-iso") == "1962-11-07"
    assert found["e-about"].get("when-custom") == "1850~" and found["e-caesar"].get("when-iso") == "-0043-03-15"


def check_timelinejs(events):
    done = run("timelinejs")
    file = json.loads(done.stdout)
    left_out = {line.split(": ")[0] for line in done.stderr.decode().splitlines()}
    assert left_out == LEFT_OUT, left_out
    assert [e["unique_id"] for e in file["events"]] == [i for i, e in events.items() if e["label"] not in LEFT_OUT]
    slides = {e["unique_id"]: e for e in file["events"]}
    assert slides["e-caesar"]["start_date"] == {"year": -43, "month": 3, "day": 15, "display_date": "15 March 44 BC"}
    assert slides["e-cable"]["start_date"]["hour"] == 2 and "end_date" not in slides["e-cable"]
    assert slides["e-talks"]["end_date"]["day"] == 27 and slides["e-month"]["start_date"].keys() == {
        "year", "month", "display_date"}
    assert "<p>The other account. <cite>Dispatch from Havana</cite></p>" in slides["e-night"]["text"]["text"]


def main():
    events = truth()
    check_csv(events)
    check_markdown(events)
    check_tei(events)
    check_timelinejs(events)
    print(f"{len(events)} events are read as they were meant")


main()
