"""edits.py ANNALS FRESH.JSON: events are changed at random; the edits that are made of it make the same chronology."""
import copy
import json
import random
import subprocess
import sys


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True)
    if done.returncode:
        sys.exit('FAILED: %s: %s' % (' '.join(arguments[1:]), done.stderr))
    return done.stdout


def write(name, chronology):
    with open(name, 'w', encoding='utf-8') as file:
        json.dump(chronology, file)


def merge(events, event, other):
    other['mentions'] += event['mentions']
    other['text'] += '' if event['text'] == other['text'] or not event['text'] else '\n' + event['text']
    for owner in (other, event):
        for source in owner['sources']:
            source.setdefault('id', owner['id'])
            source.setdefault('when', owner['when'])
            source.setdefault('label', owner['label'])
    other['sources'] += event['sources']
    events.remove(event)


def change(dice, fresh, events):
    event = dice.choice(events)
    others = [e for e in events if e is not event and e['mentions']]
    what = dice.randrange(10)
    if what == 0:
        event['label'] = 'A headline by hand, "%d"' % dice.randrange(1000)
    elif what == 1:
        event['when'] = copy.deepcopy(dice.choice(fresh)['when'])
    elif what == 2:
        event['kind'] = dice.choice(['occurrence', 'document', 'plan', 'citation'])
    elif what == 3:
        event['modality'] = dice.choice(['reported', 'planned', 'conditional', 'negated'])
        event['speaker'] = 'Somebody'
    elif what == 4:
        event['tags'] = [{'kind': 'person', 'name': 'Ölgren'}, {'kind': 'name', 'name': 'x'}]
    elif what == 5:
        event['category'] = 'war'
        event['confidence'] = dice.choice([0.123456789, 1, 0.5])
    elif what == 6:
        event.pop('modality', None)
        event.pop('speaker', None)
        event.pop('tags', None)
        event['conflicts'] = []
    elif what == 7:
        events.remove(event)
    elif what == 8 and event['mentions'] and others:
        merge(events, event, dice.choice(others))
    elif what == 9:
        new = copy.deepcopy(dice.choice(fresh))
        new.update(id='own-%d' % dice.randrange(10 ** 9), mentions=[], sources=[], conflicts=[], text='own words')
        new.pop('fields', None)
        events.append(new)


def main():
    annals, name = sys.argv[1:]
    with open(name, encoding='utf-8') as file:
        fresh = json.load(file)
    for seed in range(30):
        dice = random.Random(seed)
        edited = copy.deepcopy(fresh)
        for _ in range(dice.randrange(1, 12)):
            change(dice, fresh['events'], edited['events'])
        write('by-hand.json', edited)
        with open('by-hand.edits.json', 'w', encoding='utf-8') as file:
            file.write(run(annals, 'edits', name, 'by-hand.json'))
        run(annals, '-q', '-o', 'wanted.json', 'by-hand.json')
        run(annals, '-q', '--edits', 'by-hand.edits.json', '-o', 'made.json', name)
        with open('wanted.json', encoding='utf-8') as file, open('made.json', encoding='utf-8') as other:
            wanted, made = [{e['id']: e for e in json.load(f)['events']} for f in (file, other)]
        for event in set(wanted) | set(made):
            if wanted.get(event) != made.get(event):
                sys.exit('FAILED: seed %d: %s\nwanted %s\nmade %s' % (seed, event, wanted.get(event), made.get(event)))
    print('30 chronologies edited')


main()
