#!/bin/sh
# Days that calendars have trouble with (history.py has them) are right in vobject, in ical.js and in the list of khal.
. "$(dirname "$0")/make.sh"
needs khal node
needs_python vobject
[ -e /usr/share/zoneinfo/America/Havana ] || { echo "SKIPPED: no tz database"; exit 77; }
[ -d "$here/npm/node_modules/ical.js" ] || { echo "SKIPPED: ical.js is not installed"; exit 77; }
listed() { # DAY: what khal shows of it
    HOME=$folder/home LC_ALL=C.UTF-8 khal -c khal.conf list --day-format '' --format '{start}|{end}|{title}' "$1" 1d
}
for zone in America/New_York America/Havana; do
    make_history "$zone"
    node "$here/npm/events.mjs" history.ics >script.json || fail "ical.js cannot read it"
    PYTHONPATH=$here "$python" - "$zone" <<'END' || fail "$zone: see above"
import datetime, json, sys
import vobject
import history
UTC = datetime.timezone.utc
wanted = history.expected(sys.argv[1])


def universal(value):
    return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime.datetime) else value


found = {}
for event in vobject.readOne(open("history.ics", encoding="utf-8", newline="").read()).vevent_list:
    end = event.dtend.value if hasattr(event, "dtend") else event.dtstart.value
    found[event.summary.value] = universal(event.dtstart.value), universal(end)
    if event.summary.value == "The commission read a report":
        assert history.LAST_WORDS in event.description.value
assert found == wanted, ("vobject", set(found.items()) ^ set(wanted.items()))
found = {}
for event in json.load(open("script.json", encoding="utf-8")):
    read = datetime.date.fromisoformat if event["day"] else datetime.datetime.fromisoformat
    found[event["label"]] = read(event["start"]), read(event["end"])
    if event["label"] == "The commission read a report":
        assert history.LAST_WORDS in event["text"]
assert found == wanted, ("ical.js", set(found.items()) ^ set(wanted.items()))
END
    rm -rf home khal.db
    mkdir -p home/calendar
    cat >khal.conf <<C
[calendars]
[[history]]
path = $folder/home/calendar
[locale]
local_timezone = $zone
default_timezone = $zone
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $folder/khal.db
C
    HOME=$folder/home LC_ALL=C.UTF-8 khal -c khal.conf import --batch history.ics >log 2>&1 || { cat log; fail "khal cannot import it"; }
    while IFS='|' read -r day start end label; do
        listed "$day" >shown
        # It gives a moment a length of its own.
        [ -n "$end" ] || sed -i "s/^\($start\)|[^|]*|/\1||/" shown
        grep -qxF "$start|$end|$label" shown || { cat shown; fail "$zone: khal does not list on $day: $start|$end|$label"; }
    done <<'END'
1582-10-15|1582-10-15|1582-10-15|The new calendar began
1700-02-28|1700-02-28|1700-02-28|The toll was paid for the last time
1900-03-01|1900-03-01|1900-03-01|The census was opened
1962-05-03|1962-05-03|1962-05-03|The “Звезда” brought tea from 横浜 to the harbour
1962-10-24|1962-10-24|1962-10-28|The ships waited
1962-10-28|1962-10-24|1962-10-28|The ships waited
1962-10-26|1962-10-26|1962-10-26|A plane was shot down
1962-10-27|1962-10-27 02:00||The ambassador wrote home
1962-10-27|1962-10-27 20:00|1962-10-28 06:00|It rained (night)
1962-10-30|1962-10-30|1962-10-30|The commission read a report
END
done
echo "history is right in vobject, ical.js and khal"
