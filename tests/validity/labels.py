"""labels.py TRUTH.JSON TEXT...: the label of every event of the chronology is in each of the texts, whatever the line
breaks and hyphens."""
import json
import re
import sys


def flat(text):
    return re.sub(r'[\s\u00ad-]+', '', text)


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        events = [e for e in json.load(file)['events'] if e['kind'] != 'citation']
    if not events:
        sys.exit('FAILED: the chronology has no events')
    for name in sys.argv[2:]:
        with open(name, encoding='utf-8') as file:
            text = flat(file.read())
        # A structure dump interleaves tags with text; a label that was broken is looked for by its words.
        missing = [e['label'] for e in events if flat(e['label']) not in text]
        missing = [m for m in missing if not all(flat(word) in text for word in m.split())]
        if missing:
            sys.exit('FAILED: %s lacks %d of %d labels, such as %r' % (name, len(missing), len(events), missing[0]))
    print('%d labels in %s' % (len(events), ' and '.join(sys.argv[2:])))


main()
