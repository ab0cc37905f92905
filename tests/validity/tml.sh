#!/bin/sh
# TimeML is well formed, and keeps the texts and every date in them.
. "$(dirname "$0")/make.sh"
needs xmllint
needs_python json
make_chronology tml
xmllint --noout --nonet events.tml || fail "not well formed"
"$python" - "$root/examples/dispatches" <<'END' || fail "see above"
import glob, json, sys
import xml.etree.ElementTree as ElementTree
root = ElementTree.parse("events.tml").getroot()
truth = json.load(open("truth.json", encoding="utf-8"))
texts = root.findall("TEXT")
files = sorted(glob.glob(sys.argv[1] + "/*.txt"))
assert len(texts) == len(files), len(texts)
for text, file in zip(texts, files):
    assert "".join(text.itertext()) == open(file, encoding="utf-8").read(), file
marked = [(t.get("type"), t.get("value"), t.get("mod"), t.text) for text in texts for t in text.iter("TIMEX3")]
meant = [(*map(m["timex"].get, ("type", "value", "mod")), m["exact"]) for m in truth["mentions"]]
assert marked == meant, set(meant) ^ set(marked)
names = [t.get("tid") for t in root.iter("TIMEX3")]
assert len(names) == len(set(names)), "a tid comes twice"
assert all(t.get("anchorTimeID") in names for t in root.iter("TIMEX3") if t.get("anchorTimeID")), "an anchor is nowhere"
print(len(marked), "dates")
END
