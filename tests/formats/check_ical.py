"""Two other parsers read from the calendar what was meant."""
import datetime
import os
import subprocess
import sys

try:
    import icalendar
    import vobject
except ImportError as error:
    print(f"skipped: Python's {error.name} is not installed")
    sys.exit(77)


def run(*options, **environment):
    return subprocess.run([sys.argv[1], "ics", *options], check=True, capture_output=True,
                          env={**os.environ, **environment}).stdout


DAY, TIME = datetime.date, datetime.datetime
# id: first day or moment, the day after the last one or the last moment (None: no length), a part of the summary
EXPECTED = {
    "e-leap": (DAY(1600, 2, 29), DAY(1600, 3, 1), "Leap day of a century year"),
    "e-about": (DAY(1850, 1, 1), DAY(1851, 1, 1), "(about)"),
    "e-julian": (DAY(1917, 11, 7), DAY(1917, 11, 8), "The Winter Palace was taken"),
    "e-talks": (DAY(1962, 10, 25), DAY(1962, 10, 28), "Talks at the United Nations"),
    "e-night": (TIME(1962, 10, 26, 20), TIME(1962, 10, 27, 6), "(night)"),
    "e-plane": (DAY(1962, 10, 27), DAY(1962, 10, 28), "A reconnaissance plane was shot down over the east of the island"),
    "e-cable": (TIME(1962, 10, 27, 2), None, "Cable to Moscow"),
    "e-meeting": (TIME(1962, 10, 27, 8, 30), TIME(1962, 10, 27, 9, 15), "Meeting of the committee"),
    "e-zone": (TIME(1962, 10, 27, 10), None, "The ships stop"),
    "e-hour": (TIME(1962, 10, 27, 16), TIME(1962, 10, 27, 17), "A call in the hour after four"),
    "e-text": (DAY(1962, 10, 28), DAY(1962, 10, 29), "Trawniki; “Übergröße”, 日本語, back\\slash and [31mcontrol (uncertain)"),
    "e-within": (DAY(1962, 11, 1), DAY(1962, 11, 11), "(between 1 and 10 November 1962)"),
    "e-month": (DAY(1962, 11, 1), DAY(1962, 12, 1), "(some time in November 1962)"),
    "e-plan": (DAY(1962, 12, 20), DAY(1962, 12, 21), "(plan)"),
    "e-future": (DAY(5000, 1, 1), DAY(5000, 1, 2), "The storage site is opened"),
}


def check(parser, uid, start, end, summary, description):
    expected_start, expected_end, part = EXPECTED[uid.removesuffix("@annals")]
    assert (type(start), start) == (type(expected_start), expected_start), (parser, uid, start)
    assert end == expected_end, (parser, uid, end)
    assert part in summary, (parser, uid, summary)
    assert description.startswith("Time: "), (parser, uid, description)


def check_icalendar(data):
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    for e in events:
        end = e["DTEND"].dt if "DTEND" in e else None
        check("icalendar", e["UID"], e["DTSTART"].dt, end, e["SUMMARY"], e["DESCRIPTION"])
    return {str(e["UID"]).removesuffix("@annals") for e in events}


def check_vobject(data):
    calendar = vobject.readOne(data.decode())
    for e in calendar.vevent_list:
        end = e.dtend.value if hasattr(e, "dtend") else None
        check("vobject", e.uid.value, e.dtstart.value, end, e.summary.value, e.description.value)
    calendar.validate(raiseException=True)
    return {e.uid.value.removesuffix("@annals") for e in calendar.vevent_list}


# id: seconds ahead of UTC at the beginning, when all that has no zone is of Havana
OFFSETS = {"e-night": -5, "e-cable": -5, "e-meeting": -5, "e-zone": -4, "e-hour": -5}


def check_zones(data):
    """The offsets of the time: New York's clocks were still ahead, Havana's not."""
    beginnings = {e["UID"]: e["DTSTART"].dt for e in icalendar.Calendar.from_ical(data).walk("VEVENT")}
    others = {e.uid.value: e.dtstart.value for e in vobject.readOne(data.decode()).vevent_list}
    for uid, hours in OFFSETS.items():
        for start in (beginnings[f"{uid}@annals"], others[f"{uid}@annals"]):
            assert start.utcoffset() == datetime.timedelta(hours=hours), (uid, start)


def check_names(data):
    """Commas and semicolons of the calendar's name and of the labels, also where another program wrote them."""
    again = vobject.readOne(data.decode()).serialize()
    for text in data.decode(), again:
        calendar = icalendar.Calendar.from_ical(text)
        assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Two dispatches; Havana, Moscow", text[:300]
        labels = {str(e["UID"]): e["X-ANNALS-LABEL"] for e in calendar.walk("VEVENT") if "X-ANNALS-LABEL" in e}
        assert labels["e-text@annals"].startswith("Trawniki; “Übergröße”, 日本語, back\\slash"), labels
    assert all(len(line.encode()) <= 75 for line in data.decode().split("\r\n")), "a line of more than 75 bytes"


def check_days(data):
    """Without a zone it is whole days, and the time is in the summary."""
    events = {e["UID"]: e for e in icalendar.Calendar.from_ical(data).walk("VEVENT")}
    cable, night = events["e-cable@annals"], events["e-night@annals"]
    assert cable["DTSTART"].dt == DAY(1962, 10, 27) and cable["SUMMARY"] == "Cable to Moscow (02:00)", cable
    assert (night["DTSTART"].dt, night["DTEND"].dt) == (DAY(1962, 10, 26), DAY(1962, 10, 28)), night


def main():
    data = run("floating")
    assert check_icalendar(data) == set(EXPECTED)
    assert check_vobject(data) == set(EXPECTED)
    check_names(data)
    check_zones(run("zone=America/Havana"))
    check_days(run())
    for environment in ({"TZ": "America/Havana"}, {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}):
        assert run("floating", **environment) == data, environment
    print(f"icalendar and vobject read {len(EXPECTED)} events as they were meant")


main()
