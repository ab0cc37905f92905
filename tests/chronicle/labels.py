#!/usr/bin/env python3
"""Headlines of the whole collection and of the examples, as an editor reads them: labels.py ANNALS [FILE...]

Prints those that an editor would strike out or write anew, with what is wrong with them, and how many they are; exits 1
if there are more than MOST. With FILEs, only the headlines of those."""
import glob
import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from collection import load

MOST = 13  # what is left; less is better

SUBORDINATE = 'although because if once though unless when whenever where whereas whether while'
RELATIVE = 'which who whom whose'
BE = 'am are be been being is was were'
HELPERS = BE + ' did do does had has have'
PREPOSITIONS = 'at by for from into of on to upon with'
LAST = 'a an the and but or nor than that his their its our your my ' + RELATIVE + ' ' + PREPOSITIONS
MONTHS = 'January February March April May June July August September October November December'


def any_of(words):
    return r'(?:%s)' % '|'.join(words.split())


# What is wrong, and how it shows. Most are cut from a sentence whose rest is missed.
FAULTS = [
    ('ends in the middle', r'(?<!stay|went|sent|.was|oked|paid| not|d me) %s$' % any_of(LAST + ' had has have')),
    ('begins in the middle', r'^(?i:%s)\b' % any_of('and but or nor than ' + RELATIVE)),
    ('begins in the middle', r'^(?i:%s) (?:which|whom|whose)\b' % any_of('in at by for from of on to upon with during')),
    ('a subordinate clause alone', r'^(?i:%s)\b(?!.*,)(?! \S+ \S+ .*\b(?:I|he|she|it|they|we|you|the)\b)' % any_of(SUBORDINATE)),
    ('a clause of another alone', r'^That (?:he|she|it|they|we|the|a|an|\w+ (?:he|she|they|it)) '),
    ('a relative clause cut short', r', (?:which|who|whom|that) (?:(?:had|has|have) (?:been )?|(?:was|were|is|are) )\w+$'),
    ('a noun and a clause about it', r'^(?:The|A|An|His|Her|Our|Their) (?:[\w-]+ ){1,3}(?:who|which|whom) (?:\w+ )?%s \w+$' % any_of(HELPERS)),
    ('nobody of whom it is told', r'^(?i:been|has|have|had|is|are|was|were)\b(?!.*\?)(?!.*,.* (?:would|should))'),
    ('the middle is missed', r'\b%s (?:was|were|is|are|had|has|did|of|to|and)\b' % any_of('the a an The A An')),
    ('the middle is missed', r'\b%s,' % any_of('and or the a of with by')),
    ('a tail of another time', r'\b(?:and|or) (?:again|once more|for the (?:first|second|last|third)(?: time)?|one)(?: \w+ \w+)?$'),
    ('a tail of another time', r' and one on the \w+$'),
    ('a tail of something said', r'^(?:(?!\bthat\b).)* and that '),
    ('a date left over', r'^%s (?:1\d\d\d|of)? ?[a-z]' % any_of(MONTHS)),
    ('a comma too many', r'\b(?:began|begun|came|was|were|died|happened), (?:when|where|in|at|on|with|by|of)\b'),
    ('a mark of a list', r'\([a-z]\) |^[A-Z]{3,}(?: [A-Z]{2,})* (?:\([a-z]\)|[A-Z][a-z]+ )'),
    ('a mark without its other', r'^[^(]*\)|\([^)]*$'),
    ('whose letter?', r'^(?:Our|Your|My|His|Her|Their|The|A) (?:[a-z]+ )?(?:note|letter|message|telegram|reply|cable|dispatch|statement)$'),
]
FAULTS = [(what, re.compile(how)) for what, how in FAULTS]


def faults_of(label):
    """Of a headline in small letters; one in capitals is looked at likewise."""
    if not re.search('[a-z]', label):
        label = label.capitalize()
    return next((what for what, how in FAULTS if how.search(label)), None)


def headlines(annals, path):
    out = subprocess.run([annals, '-q', '--to', 'json', path], capture_output=True, timeout=120).stdout
    return [e['label'] for e in json.loads(out)['events'] if e['kind'] != 'citation'] if out else []


def main():
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
    examples = sorted(glob.glob(os.path.join(root, 'examples', '**', '*.txt'), recursive=True))
    paths, all_, found = sys.argv[2:] or [f.path for f in load()] + examples, 0, 0
    for path in paths:
        for label in headlines(sys.argv[1], path):
            what = faults_of(label)
            all_ += 1
            if what:
                print('%s: %s: %s' % (os.path.basename(path), what, label))
                found += 1
    print('%d of %d headlines are broken, at most %d may be' % (found, all_, MOST))
    sys.exit(found > MOST)


if __name__ == '__main__':
    main()
