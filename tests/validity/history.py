"""The events of make_history: what programs that have taken the calendar must say of them."""
import datetime
import zoneinfo

DAY, TIME = datetime.date, datetime.datetime
EVENTS = {  # headline: beginning and end, as the calendar has them; a moment has no end
    "The new calendar began": (DAY(1582, 10, 15), DAY(1582, 10, 16)),
    "The toll was paid for the last time": (DAY(1700, 2, 28), DAY(1700, 3, 1)),
    "The census was opened": (DAY(1900, 3, 1), DAY(1900, 3, 2)),
    "The “Звезда” brought tea from 横浜 to the harbour": (DAY(1962, 5, 3), DAY(1962, 5, 4)),
    "The ships waited": (DAY(1962, 10, 24), DAY(1962, 10, 29)),
    "A plane was shot down": (DAY(1962, 10, 26), DAY(1962, 10, 27)),
    "The ambassador wrote home": (TIME(1962, 10, 27, 2), None),
    "It rained (night)": (TIME(1962, 10, 27, 20), TIME(1962, 10, 28, 6)),
    "The commission read a report": (DAY(1962, 10, 30), DAY(1962, 10, 31)),
}
LAST_WORDS = "to the strong room below the customs house."  # of a sentence of more than 500 characters


def universal(local, zone):
    """The moment in UTC, by the tz database; a day stays one."""
    if not isinstance(local, TIME):
        return local
    return local.replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(datetime.timezone.utc).replace(tzinfo=None)


def expected(zone):
    return {label: tuple(universal(t, zone) for t in (start, end or start)) for label, (start, end) in EVENTS.items()}
