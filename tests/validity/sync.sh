#!/bin/sh
# A server of calendars (radicale, by CalDAV) is brought what khal imported (by vdirsyncer): all of it, rightly, and
# the second time nothing; of a newer calendar what changed, and no more.
. "$(dirname "$0")/make.sh"
needs khal radicale vdirsyncer
needs_python icalendar
make_history America/Havana
mkdir -p here/history
find_port
cat >khal.conf <<C
[calendars]
[[history]]
path = $folder/here/history
[locale]
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = $folder/khal.db
C
cat >radicale.conf <<C
[server]
hosts = 127.0.0.1:$port
[auth]
type = none
[storage]
filesystem_folder = $folder/server
C
cat >vdirsyncer.conf <<C
[general]
status_path = "$folder/status"
[pair all]
a = "here"
b = "there"
collections = ["history"]
[storage here]
type = "filesystem"
path = "$folder/here"
fileext = ".ics"
[storage there]
type = "caldav"
url = "http://127.0.0.1:$port/"
username = "reader"
password = "none"
C
export HOME="$folder" LC_ALL=C.UTF-8
radicale -C radicale.conf >server.log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$folder"' EXIT
# The first try waits for the server.
tries=0
until yes | timeout 30 vdirsyncer -c vdirsyncer.conf discover >log 2>&1 && [ $tries -lt 50 ]; do
    tries=$((tries + 1))
    [ $tries -lt 50 ] || { cat log server.log; fail "vdirsyncer does not find the server"; }
    sleep 0.2
done
import() { khal -c khal.conf import --batch "$1" >log 2>&1 || { cat log; fail "khal cannot import $1"; }; }
moves() { # NUMBER WHAT: a sync moves so many events
    timeout 60 vdirsyncer -c vdirsyncer.conf sync >log 2>&1 || { cat log; fail "vdirsyncer cannot sync: $2"; }
    moved=$(grep -c -i 'item' log)
    [ "$moved" -eq "$1" ] || { cat log; fail "$2: $moved events were moved, not $1"; }
}
all=$(grep -c '^BEGIN:VEVENT' history.ics)
import history.ics
moves "$all" "the first sync"
moves 0 "the second sync"
import history.ics
moves 0 "imported again"
sed 's/The ships waited/The ships turned back/' history.json >edited.json
"$annals" -q --zone America/Havana --previous history.ics -o newer.ics edited.json || fail "no newer calendar"
import newer.ics
moves 1 "one event was changed"
moves 0 "the sync after that"

PYTHONPATH=$here "$python" - "$(find server -path '*history*' -type d | head -1)" <<'END' || fail "see above"
import datetime, glob, sys
import icalendar
import history
wanted = history.expected("America/Havana")
wanted["The ships turned back"] = wanted.pop("The ships waited")
found = {}
for name in glob.glob(sys.argv[1] + "/*.ics"):
    for event in icalendar.Calendar.from_ical(open(name, "rb").read()).walk("VEVENT"):
        # khal gives a moment an hour.
        moment = event["SUMMARY"] == "The ambassador wrote home"
        times = [event["DTSTART"].dt, event["DTSTART" if moment else "DTEND"].dt]
        found[str(event["SUMMARY"])] = tuple(
            t.astimezone(datetime.timezone.utc).replace(tzinfo=None) if isinstance(t, datetime.datetime) else t for t in times)
        changed = event["SUMMARY"] == "The ships turned back"
        assert event["SEQUENCE"] == changed, event
        if event["SUMMARY"] == "The commission read a report":
            assert history.LAST_WORDS in event["DESCRIPTION"], event
assert found == wanted, set(found.items()) ^ set(wanted.items())
print(len(found), "events are on the server")
END
