#!/usr/bin/env python3
"""Headlines of the whole collection: labels.py ANNALS.  Prints those that begin in the middle of a clause or stop before
its end, at an article, a preposition or a conjunction; exits 1 if there are any."""
import re
import sys

sys.dont_write_bytecode = True
from collection import load
from score import run

LAST = set('a an the of to from with and or but nor at by for into upon than that which who whose his their its'.split())
FIRST = set('and but or nor which whose whom than'.split())
MIDDLE = re.compile(r'\b(?:the|a|an) (?:was|were|is|are|had|has|did|of|to|and)\b')


def wrong(label):
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+", label)
    last, first = (words[-1], words[0]) if words else ('', '')
    return last in LAST or first.lower() in FIRST or bool(MIDDLE.search(label))


def main():
    found = 0
    for file in load():
        for event in run(sys.argv[1], [file])['events']:
            if event['kind'] != 'citation' and wrong(event['label']):
                print('%s: %s' % (file.name, event['label']))
                found += 1
    print('%d headlines are broken' % found)
    sys.exit(bool(found))


if __name__ == '__main__':
    main()
