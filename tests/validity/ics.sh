#!/bin/sh
# The calendar is read whole by vobject, icalendar and khal.
. "$(dirname "$0")/make.sh"
needs_python vobject icalendar
make_chronology ics
"$python" "$here/read_calendar.py" events.ics truth.json || exit 1
needs khal
mkdir -p home/calendar
cat >khal.conf <<C
[calendars]
[[history]]
path = $folder/home/calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $folder/home/khal.db
C
HOME=$folder/home khal -c khal.conf import --batch events.ics >log 2>&1 || { cat log; fail "khal cannot import it"; }
imported=$(find home/calendar -name '*.ics' | wc -l)
[ "$imported" -eq "$(grep -c '^BEGIN:VEVENT' events.ics)" ] || fail "khal imported $imported events"
echo "khal imported $imported events"
