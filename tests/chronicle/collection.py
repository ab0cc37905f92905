"""Reads the collection of this folder: documents, what a historian finds in them, and which accounts are of one event.

Days are numbers (0 is 1 January 1970, proleptic Gregorian), so that they can be compared; None is an open end.
"""
import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
DOCUMENTS = os.path.join(HERE, 'documents')
QUALIFIER = '[~?%]?'
DATE = re.compile(r'(Y?-?[0-9X]{4,})%s(?:-%s([0-9X]{2})%s(?:-%s([0-9X]{2})%s)?)?$' % ((QUALIFIER,) * 5))
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


class Item:
    """One document or event, with the fields of its JSON as attributes; what a field may leave out is None."""

    def __init__(self, file, fields):
        self.file, self.fields = file, fields
        self.key = file.name + ':' + fields['id']

    def __getattr__(self, name):
        return self.fields.get(name)

    @property
    def times(self):
        """What its time may be, each as (first, last)."""
        return [bounds(edtf) for edtf in [self.time] + (self.fields.get('or') or [])]


class Event(Item):
    @property
    def span(self):
        start = self.file.text.find(self.passage)
        return start, start + len(self.passage)


class Document(Item):
    @property
    def start(self):
        return self.file.text.find(self.starts) if self.starts else 0


class File:
    def __init__(self, name):
        self.name = name
        self.path = os.path.join(DOCUMENTS, name + '.txt')
        with open(self.path, encoding='utf-8', newline='') as f:
            self.text = f.read()
        with open(os.path.join(DOCUMENTS, name + '.events.json'), encoding='utf-8') as f:
            gold = json.load(f)
        self.documents = [Document(self, d) for d in gold['documents']]
        self.events = [Event(self, e) for e in gold['events']]
        self.none = gold.get('none', [])


def load():
    """All files, sorted by name."""
    return [File(name[:-4]) for name in sorted(os.listdir(DOCUMENTS)) if name.endswith('.txt')]


def load_merges():
    with open(os.path.join(HERE, 'merges.json'), encoding='utf-8') as f:
        return json.load(f)


def day_number(year, month, day):
    """The day's number; a month of 13 or 14 is in the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year -= month <= 2
    era, of_era = year // 400, year % 400
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def month_length(year, month):
    return day_number(year, month + 1, 1) - day_number(year, month, 1)


def date_bounds(text):
    match = DATE.match(text)
    if not match:
        raise ValueError('not EDTF: %r' % text)
    year, month, day = match.groups()
    year = year.lstrip('Y')
    edges = [int(year.replace('X', digit)) for digit in '09']
    if year.startswith('-'):
        edges.reverse()
    if not month or 'X' in month:
        months = 1, 12
    else:
        months = SEASONS.get(int(month), (int(month),) * 2)
    if not 1 <= months[0] <= months[1] <= 14 or month in ('13', '14'):
        raise ValueError('no such month: %r' % text)
    first, last = 1, month_length(edges[1], months[1])
    if day and 'X' not in day:
        first = int(day)
        if not 1 <= first <= last:
            raise ValueError('no such day: %r' % text)
        last = first
    return day_number(edges[0], months[0], first), day_number(edges[1], months[1], last)


def bounds(edtf):
    """The first and the last day of a date or an interval of the Extended Date/Time Format; a ValueError if it is none."""
    ends = edtf.split('/')
    if len(ends) > 2 or all(end in ('', '..') for end in ends):
        raise ValueError('not EDTF: %r' % edtf)
    each = [(None, None) if end in ('', '..') else date_bounds(end) for end in ends]
    first, last = each[0][0], each[-1][1]
    if None not in (first, last) and first > last:
        raise ValueError('ends before it begins: %r' % edtf)
    return first, last
