#!/usr/bin/env python3
"""Checks the collection itself, not the program: every quotation stands in its document once, every time can be read,
every reference leads somewhere. Prints what is wrong, then how much there is; exits 1 if anything is wrong."""
import re
import sys
from collections import Counter

sys.dont_write_bytecode = True
from collection import bounds, load, load_merges

KINDS = {'occurrence', 'plan', 'document', 'citation'}
MODALITIES = {None, 'negated', 'conditional', 'planned', 'reported'}
PARTS = {None, 'dawn', 'morning', 'noon', 'afternoon', 'evening', 'night', 'midnight'}
BASES = {'stated', 'inferred', 'unknown'}
DOCUMENT_FIELDS = set('id starts time at slack basis from title sender recipient place number answers'.split())
EVENT_FIELDS = set('id time or at until part slack kind modality speaker optional words passage'.split())
problems = []


def expect(right, where, what):
    if not right:
        problems.append('%s: %s' % (where, what))


def readable(where, edtf):
    try:
        bounds(edtf)
    except ValueError as error:
        problems.append('%s: %s' % (where, error))


def quoted(file, where, quotation):
    count = file.text.count(quotation)
    expect(count == 1, where, 'stands %d times in the text: %r' % (count, quotation))


def once(where, keys):
    twice = sorted(key for key, count in Counter(keys).items() if count > 1)
    expect(not twice, where, 'there twice: %s' % twice)


def check_item(item, fields):
    expect(set(item.fields) <= fields, item.key, 'unknown fields %s' % sorted(set(item.fields) - fields))
    for edtf in [item.time] + (item.fields.get('or') or []):
        readable(item.key, edtf)
    for clock in (item.at, item.until):
        expect(not clock or re.fullmatch('([01][0-9]|2[0-3]):[0-5][0-9]', clock), item.key, 'no time of day: %r' % clock)


def check_document(document):
    check_item(document, DOCUMENT_FIELDS)
    expect(document.basis in BASES, document.key, 'unknown basis %r' % document.basis)
    if document.starts:
        quoted(document.file, document.key, document.starts)
    flat = ' '.join(document.file.text.split())
    for field in ('title', 'sender', 'recipient', 'place'):
        value = document.fields.get(field)
        expect(not value or value in flat, document.key, 'the %s does not stand in the text: %r' % (field, value))


def check_event(event):
    check_item(event, EVENT_FIELDS)
    expect(event.kind in KINDS, event.key, 'unknown kind %r' % event.kind)
    expect(event.modality in MODALITIES, event.key, 'unknown modality %r' % event.modality)
    expect(event.part in PARTS, event.key, 'unknown part of day %r' % event.part)
    expect((event.speaker or '') in event.file.text, event.key, 'the speaker does not stand in the text: %r' % event.speaker)
    quoted(event.file, event.key, event.passage)
    expect(event.words and event.words in ' '.join(event.passage.split()), event.key, 'its words are not in its passage')


def check_group(group, known):
    where = group['what']
    members = group['events'] + group.get('also', [])
    expect(len(members) > 1, where, 'one account alone')
    for key in members:
        expect(key in known, where, 'no such event %r' % key)
    claims = group.get('claims', [])
    expect(not claims or len(claims) > 1, where, 'one claim alone')
    for claim in claims:
        readable(where, claim['time'])
    if claims:
        claimed = [key for claim in claims for key in claim['events']]
        expect(sorted(claimed) == sorted(members), where, 'its claims are not those of its accounts')


def main():
    files, merges = load(), load_merges()
    documents = [d for file in files for d in file.documents]
    events = [e for file in files for e in file.events]
    keys = [item.key for item in documents + events]
    once('ids', keys)
    for document in documents:
        check_document(document)
        for key in document.answers or []:
            expect(key in keys, document.key, 'answers what is not there: %r' % key)
    for event in events:
        check_event(event)
    for file in files:
        for passage in file.none:
            quoted(file, file.name, passage)
    for group in merges['groups']:
        check_group(group, set(keys))
    once('groups', [k for group in merges['groups'] for k in group['events'] + group.get('also', [])])
    for near in merges['apart']:
        for key in (k for side in near['events'] for k in side):
            expect(key in keys, near['why'], 'no such event %r' % key)
    for problem in problems:
        print(problem)
    print('%d files, %d documents, %d events (%d of them optional), %d passages without one' % (
        len(files), len(documents), len(events), sum(bool(e.optional) for e in events), sum(len(f.none) for f in files)))
    print('%d groups of accounts of one event, %d of them in conflict; %d near misses' % (
        len(merges['groups']), sum('claims' in g for g in merges['groups']), len(merges['apart'])))
    sys.exit(bool(problems))


main()
