#!/bin/sh
# Times of day with a zone: two readers see the clocks of the time and the place, as the tz database has them.
. "$(dirname "$0")/make.sh"
needs_python vobject icalendar
[ -e /usr/share/zoneinfo/America/Havana ] || { echo "SKIPPED: no tz database"; exit 77; }
cd "$folder" || exit 1
cat >a.txt <<'END'
In the night of 27-28 October 1962 it rained. At 02:00 on 27 October 1962 he called. At 10:00 a.m. EDT on 23 October 1962
the ships stopped. At 9 p.m. on 4 July 2051 they will meet. At noon on 3 May 1850 the bridge was opened.
END
for zone in America/New_York America/Havana Europe/Moscow; do
    "$annals" -q --mode narrative --zone "$zone" -o events.ics a.txt || fail "no calendar in $zone"
    "$python" - "$zone" <<'END' || fail "$zone: see above"
import datetime, sys, zoneinfo
import icalendar, vobject
data = open("events.ics", encoding="utf-8", newline="").read()
place = zoneinfo.ZoneInfo(sys.argv[1])
utc = datetime.timezone.utc
found = 0
for event in vobject.readOne(data).vevent_list:
    start = event.dtstart.value
    if not isinstance(start, datetime.datetime):
        continue
    found += 1
    for value in [start] + ([event.dtend.value] if hasattr(event, "dtend") else []):
        local = value.replace(tzinfo=None)
        meant = local.replace(tzinfo=place)
        if local.date() == datetime.date(1962, 10, 23):
            assert value.astimezone(utc).replace(tzinfo=None) == datetime.datetime(1962, 10, 23, 14, 0), value
            continue
        # The other reader knows offsets of whole minutes only.
        assert abs(value.utcoffset() - meant.utcoffset()) < datetime.timedelta(minutes=1), (value, meant)
assert found == 5, found
assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 5
END
done
# The night in which Washington's clocks went back lasted an hour longer.
"$annals" -q --mode narrative --zone America/New_York -o events.ics a.txt
"$python" - <<'END' || fail "see above"
import datetime, vobject
nights = [e for e in vobject.readOne(open("events.ics", encoding="utf-8", newline="").read()).vevent_list
          if "rained" in e.summary.value]
utc = datetime.timezone.utc
length = nights[0].dtend.value.astimezone(utc) - nights[0].dtstart.value.astimezone(utc)
assert length == datetime.timedelta(hours=11), length
END
echo "three zones"
