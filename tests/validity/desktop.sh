#!/bin/sh
# What GNOME's calendar and Evolution make of it: evolution-data-server takes the calendar, and has the same events at
# the same moments; an event that changed takes the place of the older one.
. "$(dirname "$0")/make.sh"
needs dbus-run-session
python=/usr/bin/python3
"$python" -c 'import gi; gi.require_version("ECal", "2.0")' 2>/dev/null || {
    echo "SKIPPED: evolution-data-server and gir1.2-ecal-2.0 are not installed"
    exit 77
}
export HOME="$folder/home" XDG_RUNTIME_DIR="$folder/run" LC_ALL=C.UTF-8 NO_AT_BRIDGE=1
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
make_history America/New_York
sed 's/The ships waited/The ships turned back/' history.json >edited.json
"$annals" -q --zone America/New_York --previous history.ics -o newer.ics edited.json || fail "no newer calendar"
PYTHONPATH=$here timeout 100 dbus-run-session -- "$python" - history.ics newer.ics >log 2>&1 <<'END'
import datetime, sys
import gi
gi.require_version("ECal", "2.0")
gi.require_version("ICalGLib", "3.0")
gi.require_version("EDataServer", "1.2")
from gi.repository import ECal, EDataServer, ICalGLib
import history
try:
    registry = EDataServer.SourceRegistry.new_sync(None)
    client = ECal.Client.connect_sync(registry.ref_builtin_calendar(), ECal.ClientSourceType.EVENTS, 20, None)
except gi.repository.GLib.Error as error:
    print("NOT STARTED:", error)
    sys.exit(77)


def moment(value):
    time = value.get_value()
    if time.is_date():
        return datetime.date(time.get_year(), time.get_month(), time.get_day())
    zone = client.get_timezone_sync(value.get_tzid(), None)[1] if value.get_tzid() else ICalGLib.Timezone.get_utc_timezone()
    return datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=time.as_timet_with_zone(zone))


def take(name):
    text = open(name, newline="", encoding="utf-8").read()
    client.receive_objects_sync(ICalGLib.Component.new_from_string(text), ECal.OperationFlags.NONE, None)
    found = {}
    for event in client.get_object_list_as_comps_sync("#t", None)[1]:
        label = event.get_summary().get_value()
        found[label] = tuple(map(moment, (event.get_dtstart(), event.get_dtend() or event.get_dtstart())))
        if label == "The commission read a report":
            assert any(history.LAST_WORDS in d.get_value() for d in event.get_descriptions()), label
    return found


wanted = history.expected("America/New_York")
found = take(sys.argv[1])
assert found == wanted, set(found.items()) ^ set(wanted.items())
found = take(sys.argv[1])
assert found == wanted, "taken twice"
wanted["The ships turned back"] = wanted.pop("The ships waited")
found = take(sys.argv[2])
assert found == wanted, set(found.items()) ^ set(wanted.items())
print(len(found), "events")
END
status=$?
[ $status -eq 0 ] && { grep events log; exit 0; }
cat log
# A bus that cannot be had is no fault of the calendar.
grep -q Error log && [ $status -ne 77 ] || { echo "SKIPPED: evolution-data-server does not start here"; exit 77; }
fail "evolution-data-server has something else"
