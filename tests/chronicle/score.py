#!/usr/bin/env python3
"""How much of what a historian finds in the collection the program finds, and how it joins accounts of one event.

    score.py ANNALS [--misses] [NAME...]

With names, only those files. --misses lists what is missing, what is too much, and what is wrong. README.md here says
how an event of the program is matched with one of the collection.
"""
import itertools
import json
import re
import subprocess
import sys
from collections import Counter

sys.dont_write_bytecode = True
from collection import day_number, load, load_merges

MOMENT = re.compile(r'([+-]?\d{4,})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?')


def flat(text):
    return ' '.join((text or '').split()).lower()


def day(moment):
    match = MOMENT.match(moment or '')
    return day_number(*map(int, match.groups()[:3])) if match else None


def clock(moment):
    match = MOMENT.match(moment or '')
    return match and match.group(4)


def edges(when):
    """First and last moment of a resolved time, as the program wrote them."""
    when = when or {}
    return (when.get('begin') or {}).get('earliest'), (when.get('end') or {}).get('latest')


class Account:
    """One source of an event of the program: what one place of a document says of it, in words of its own or the event's."""

    def __init__(self, event, source, file):
        self.event, self.file, self.start, self.end = event, file, source['start'], source['end']
        self.when = source.get('when') or event['when']
        self.label = source.get('label') or event['label']
        self.first, self.last = map(day, edges(self.when))
        self.gold = None

    def overlap(self, span):
        return min(self.end, span[1]) - max(self.start, span[0])

    def says(self, gold):
        return flat(gold.words) in flat(self.label)


def near(found, wanted, slack):
    return found is not None and abs(found - wanted) <= slack


def time_right(first, last, gold):
    """Both ends within the slack; an open end is not closed, or at least beyond the other end."""
    for wanted_first, wanted_last in gold.times:
        slack = max(gold.slack or 0, gold.part == 'night')
        begins = near(first, wanted_first, slack) if wanted_first is not None else \
            first is None or first < wanted_last - slack
        ends = near(last, wanted_last, slack) if wanted_last is not None else \
            last is None or last > wanted_first + slack
        if begins and ends and (first, last) != (None, None):
            return True
    return False


def times_touch(account, gold):
    if (account.first, account.last) == (None, None):
        return False
    return any((account.first is None or last is None or account.first <= last)
               and (account.last is None or first is None or account.last >= first) for first, last in gold.times)


def hour_right(account, gold):
    begins, ends = map(clock, edges(account.when))
    if gold.at or gold.until:
        return (not gold.at or begins == gold.at) and (not gold.until or ends == gold.until)
    return account.when.get('dayPart') == gold.part


def run(annals, files):
    done = subprocess.run([annals, '-q', '--to', 'json'] + [f.path for f in files], capture_output=True, timeout=120)
    if done.returncode:
        sys.exit('exit %d: %s' % (done.returncode, done.stderr.decode('utf-8', 'replace')[-300:]))
    return json.loads(done.stdout)


def read_accounts(out, files):
    by_path = {f.path: f for f in files}
    files_by_id = {d['id']: by_path[d['source']] for d in out['documents']}
    return [Account(event, s, files_by_id[s['document']])
            for event in out['events'] if event['kind'] != 'citation' for s in event['sources']]


def match(accounts, files):
    """Pairs accounts with events of the collection, the likeliest first; then with the documents themselves."""
    likely = []
    for number, account in enumerate(accounts):
        for gold in account.file.events:
            overlap = account.overlap(gold.span)
            if overlap > 0 and (times_touch(account, gold) or account.says(gold)):
                fits = (4 * account.says(gold) + 8 * time_right(account.first, account.last, gold) + 2 * hour_right(account, gold)
                        + (account.event['kind'] == gold.kind) + overlap / (account.end - account.start + len(gold.passage)))
                likely.append((-fits, number, gold.key, account, gold))
    taken = set()
    for *_, account, gold in sorted(likely, key=lambda pair: pair[:3]):
        if not account.gold and gold.key not in taken:
            account.gold = gold
            taken.add(gold.key)
    for account in accounts:
        if account.gold or account.event['kind'] != 'document':
            continue
        for document in sorted(account.file.documents, key=lambda d: abs(d.start - account.start)):
            if document.key not in taken and time_right(account.first, account.last, document):
                account.gold = document
                taken.add(document.key)
                break


def document_time_right(found, gold):
    first, last = map(day, edges(found['when']))
    if gold.basis == 'stated':
        return time_right(first, last, gold)
    wanted_first, wanted_last = gold.times[0]
    slack = gold.slack or 0
    return ((wanted_first is None or first is not None and first >= wanted_first - slack)
            and (wanted_last is None or last is not None and last <= wanted_last + slack) and (first, last) != (None, None))


def same_words(found, wanted):
    found = flat(found)
    return any(found and (found in flat(w) or flat(w) in found) for w in (wanted if isinstance(wanted, list) else [wanted]))


def document_fields(found, gold):
    """What of a document's heading is right: a dictionary of those fields that the document states."""
    right = {'date': document_time_right(found, gold), 'basis': found['whenBasis'] == gold.basis}
    for field in ('title', 'sender', 'recipient', 'place', 'number'):
        if gold.fields.get(field):
            right[field] = same_words(found.get(field), gold.fields[field])
    return right


class Tally:
    def __init__(self, misses):
        self.right, self.all, self.misses = Counter(), Counter(), misses

    def add(self, what, right, told=''):
        self.right[what] += bool(right)
        self.all[what] += 1
        if self.misses and not right:
            print('%s: %s' % (what, told))

    def line(self, what, meaning=''):
        right, all_ = self.right[what], self.all[what]
        print('  %-16s %4d of %4d  %s  %s' % (what, right, all_, '%.3f' % (right / all_) if all_ else '  -  ', meaning))


def told(account):
    return '%s: %s %s: %s' % (account.file.name, account.when.get('edtf'), account.event['kind'], account.label)


def count_events(tally, accounts, files):
    found = {account.gold.key: account for account in accounts if account.gold}
    for account in accounts:
        gold = account.gold
        if gold and (gold.optional or gold in gold.file.documents):
            continue
        tally.add('precision', gold and gold.kind != 'citation', told(account))
    for gold in (e for file in files for e in file.events if e.kind != 'citation'):
        if not gold.optional:
            tally.add('recall', gold.key in found, '%s %s: %s' % (gold.key, gold.time, gold.words))
        if gold.key in found:
            count_fields(tally, found[gold.key], gold)


def count_fields(tally, account, gold):
    what = '%s (%s %s): %s' % (told(account), gold.key, gold.time, gold.words)
    modality = account.event.get('modality')
    tally.add('time', time_right(account.first, account.last, gold), what)
    if gold.at or gold.until or gold.part:
        tally.add('hour', hour_right(account, gold), what)
    tally.add('label', account.says(gold) and len(account.label) <= 90, what)
    tally.add('kind', account.event['kind'] == gold.kind, what)
    if gold.modality:
        tally.add('modality', modality == gold.modality, '%s: %s' % (modality, what))
    elif modality:
        tally.add('modality', False, '%s: %s' % (modality, what))
    if gold.speaker:
        tally.add('speaker', same_words(account.event.get('speaker'), gold.speaker), what)


def count_documents(tally, out, file):
    """Those that have most in common are one, the likeliest first."""
    likely = sorted(((-sum(document_fields(d, gold).values()), i, j)
                     for i, gold in enumerate(file.documents) for j, d in enumerate(out['documents'])))
    found, taken = {}, set()
    for _, i, j in likely:
        if i not in found and j not in taken:
            found[i] = out['documents'][j]
            taken.add(j)
    empty = {'when': None, 'whenBasis': None}
    for i, gold in enumerate(file.documents):
        for field, right in document_fields(found.get(i) or empty, gold).items():
            tally.add('document ' + field, right, '%s %s' % (gold.key, gold.fields.get(field, gold.time)))


def pairs_of(keys):
    return {frozenset(pair) for pair in itertools.combinations(sorted(set(keys)), 2)}


def wanted_pairs(merges, names):
    """Pairs of accounts of one event: those that agree, those that don't, and those that may be joined or not."""
    agree, differ, may = set(), set(), set()
    for group in merges['groups']:
        events = [k for k in group['events'] if k.split(':')[0] in names]
        may |= pairs_of(events + [k for k in group.get('also', []) if k.split(':')[0] in names])
        claim = {k: i for i, c in enumerate(group.get('claims', [])) for k in c['events']}
        for pair in pairs_of(events):
            (agree if len({claim.get(k) for k in pair}) == 1 else differ).add(pair)
    return agree, differ, may


def count_merges(tally, accounts, merges, files):
    by_event, optional = {}, {e.key for f in files for e in f.events if e.optional}
    for account in accounts:
        if account.gold:
            by_event.setdefault(account.event['id'], []).append(account.gold.key)
    joined = set().union(*map(pairs_of, by_event.values()))
    agree, differ, may = wanted_pairs(merges, {f.name for f in files})
    for pair in sorted(joined, key=sorted):
        if pair in may or not pair & optional:
            tally.add('merge precision', pair in may, ' + '.join(sorted(pair)))
    found = {key for keys in by_event.values() for key in keys}
    for pair in sorted(agree, key=sorted):
        if not pair & optional:
            tally.add('merge recall', pair in joined, ' + '.join(sorted(pair)))
            if pair <= found:
                tally.add('of those found', pair in joined, ' + '.join(sorted(pair)))
    for pair in sorted(differ, key=sorted):
        tally.add('conflicts', pair in joined, ' + '.join(sorted(pair)))
    for near_miss in merges['apart']:
        crossing = {frozenset((a, b)) for one, other in itertools.combinations(near_miss['events'], 2)
                    for a in one for b in other}
        tally.add('kept apart', not crossing & joined, near_miss['why'])


def count_alone(tally, annals, files):
    for file in files:
        out = run(annals, [file])
        accounts = read_accounts(out, [file])
        match(accounts, [file])
        count_events(tally, accounts, [file])
        count_documents(tally, out, file)


def count_together(tally, annals, files):
    accounts = read_accounts(run(annals, files), files)
    match(accounts, files)
    misses, tally.misses = tally.misses, False  # those of the events were told before
    count_events(tally, accounts, files)
    tally.misses = misses
    count_merges(tally, accounts, load_merges(), files)


def report(alone, together):
    print('each file alone: events')
    alone.line('precision', 'shown that are events')
    alone.line('recall', 'events that are shown')
    alone.line('time', 'of the found: first and last day')
    alone.line('hour', 'of those with an hour or a part of the day')
    alone.line('label', 'says what happened, in 90 characters')
    alone.line('kind')
    alone.line('modality', 'of those that are marked, here or there')
    alone.line('speaker')
    print('each file alone: documents')
    for field in ('date', 'basis', 'title', 'sender', 'recipient', 'place', 'number'):
        alone.line('document ' + field)
    print('all files together')
    for what in ('precision', 'recall', 'time'):
        together.line(what)
    together.line('merge precision', 'pairs joined that are one event')
    together.line('merge recall', 'pairs of one event that are joined')
    together.line('of those found', 'the same, of events that were found')
    together.line('conflicts', 'pairs that disagree on the time and are joined')
    together.line('kept apart', 'near misses')


def main():
    arguments = [a for a in sys.argv[1:] if a != '--misses']
    if not arguments:
        sys.exit(__doc__)
    annals, names = arguments[0], arguments[1:]
    files = [f for f in load() if not names or f.name in names]
    alone, together = Tally('--misses' in sys.argv), Tally('--misses' in sys.argv)
    count_alone(alone, annals, files)
    count_together(together, annals, files)
    report(alone, together)


if __name__ == "__main__":
    main()
