"""labels.py TRUTH.JSON TEXT...: the label of every event of the chronology is in each of the texts, whatever the line
breaks and hyphens.  One that stops short may stand as the beginning of the account that it is taken from, and one whose
words the account has stands in that, where its date and other marks are."""
import json
import re
import sys


def flat(text):
    return re.sub(r'[\s\u00ad-]+', '', text).lower()


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        events = [e for e in json.load(file)['events'] if e['kind'] != 'citation']
    labels = [e['label'].rstrip('…') for e in events]
    if not labels:
        sys.exit('FAILED: the chronology has no events')
    for name in sys.argv[2:]:
        with open(name, encoding='utf-8') as file:
            text = flat(file.read())
        # A structure dump interleaves tags with text; a label that was broken is looked for by its words.
        missing = [label for label in labels if flat(label) not in text]
        missing = [m for m in missing if not all(flat(word.strip(',;:.')) in text for word in m.split())]
        if missing:
            sys.exit('FAILED: %s lacks %d of %d labels, such as %r' % (name, len(missing), len(labels), missing[0]))
    print('%d labels in %s' % (len(labels), ' and '.join(sys.argv[2:])))


main()
