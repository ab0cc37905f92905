"""read_calendar.py EVENTS.ICS TRUTH.JSON: two readers agree on the events, and their days are those of the JSON."""
import datetime
import json
import sys

import icalendar
import vobject


def day_of(value):
    return value.date() if isinstance(value, datetime.datetime) else value


def fail(message):
    sys.exit('FAILED: ' + message)


def main():
    with open(sys.argv[1], 'rb') as file:
        data = file.read()
    with open(sys.argv[2], encoding='utf-8') as file:
        events = json.load(file)['events']
    if any(len(line) > 75 for line in data.split(b'\r\n')):
        fail('a line has more than 75 octets')
    if b'\n' in data.replace(b'\r\n', b''):
        fail('a line does not end in CR LF')
    read = icalendar.Calendar.from_ical(data).walk('VEVENT')
    read_again = vobject.readOne(data.decode('utf-8')).vevent_list
    if not read or len(read) != len(read_again):
        fail('%d events in one reader, %d in the other' % (len(read), len(read_again)))
    if len({str(e['UID']) for e in read}) != len(read):
        fail('a UID occurs twice')
    days = {e['when'][side][edge][:10] for e in events for side, edge in (('begin', 'earliest'), ('end', 'latest'))
            if (e['when'].get(side) or {}).get(edge)}
    for event, again in zip(read, read_again):
        if str(event['UID']) != again.uid.value or day_of(event['DTSTART'].dt) != day_of(again.dtstart.value):
            fail('the readers disagree on %s' % event['UID'])
        if event.errors:
            fail('%s: %s' % (event['UID'], event.errors))
        if str(day_of(event['DTSTART'].dt)) not in days:
            fail('no event of the chronology begins or ends on %s' % day_of(event['DTSTART'].dt))
        if 'SUMMARY' not in event or 'DTSTAMP' not in event:
            fail('%s lacks its summary or time stamp' % event['UID'])
    print('%d events' % len(read))


main()
