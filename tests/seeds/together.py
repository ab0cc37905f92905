#!/usr/bin/env python3
"""Stands in for annals before a checker of single files: reads all texts of the file's folder in one run, and gives
what the one chronology has of that file.

    ANNALS=PROGRAM together.py --to json FILE

FOLDER/dct.tsv has the day of the one text that does not give it itself; the others must find theirs.
"""
import glob
import json
import os
import subprocess
import sys


def options(folder):
    with open(os.path.join(folder, 'dct.tsv'), encoding='utf-8') as f:
        days = [line.rstrip('\n').split('\t')[1] for line in f if '\t' in line]
    if len(days) > 1:
        sys.exit('%s: several texts do not give their day, and one option cannot tell them apart' % folder)
    return ['--date', days[0]] if days else []


def main():
    folder = os.path.dirname(sys.argv[-1])
    files = sorted(glob.glob(os.path.join(folder, '*.txt')))
    done = subprocess.run([os.environ['ANNALS'], '-q', '--to', 'json'] + options(folder) + files, capture_output=True,
                          timeout=60)
    if done.returncode:
        sys.stderr.buffer.write(done.stderr)
        sys.exit(done.returncode)
    out = json.loads(done.stdout)
    own = {d['id'] for d in out['documents'] if d['source'] == sys.argv[-1]}
    if not own:
        sys.exit('%s is not in the run of all' % sys.argv[-1])
    out['documents'] = [d for d in out['documents'] if d['id'] in own]
    out['events'] = [e for e in out['events'] if any(s['document'] in own for s in e['sources'])]
    json.dump(out, sys.stdout)


main()
