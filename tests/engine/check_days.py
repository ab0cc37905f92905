"""check_days.py PRINT-DAYS: every day of 1500 to 2500, and days at random from -999,999 to 999,999, against Python's
datetime; Julian dates against counting day by day, and against the cycle of four years; Easter against its epacts."""
import datetime
import subprocess
import sys

EPOCH = datetime.date(1970, 1, 1).toordinal()
CYCLE_YEARS, CYCLE_DAYS = 400, 146097  # of the Gregorian calendar


def lines(*arguments):
    process = subprocess.Popen([sys.argv[1], *map(str, arguments)], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        yield tuple(map(int, line.split()))
    if process.wait():
        sys.exit("FAILED: %s ends with %d" % (sys.argv[1], process.returncode))


def gregorian(day):
    """Year, month, day, weekday, ISO year and week; beyond datetime's years by whole cycles of 400."""
    cycles, rest = divmod(day + EPOCH - CYCLE_DAYS, CYCLE_DAYS)
    date = datetime.date.fromordinal(rest + CYCLE_DAYS)
    week_year, week, weekday = date.isocalendar()
    shift = cycles * CYCLE_YEARS
    return date.year + shift, date.month, date.day, weekday, week_year + shift, week


def julian_lengths(year):
    return [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def julian(day):
    """By cycles of 1461 days from 1 January of year 0, Julian, which is 30 December of the year before, Gregorian."""
    cycles, rest = divmod(day + EPOCH + 367, 1461)
    year = cycles * 4
    for lengths in map(julian_lengths, range(year, year + 4)):
        for month, length in enumerate(lengths, 1):
            if rest < length:
                return year, month, rest + 1
            rest -= length
        year += 1


def next_julian(year, month, day):
    if day < julian_lengths(year)[month - 1]:
        return year, month, day + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def check(row):
    day, expected = row[0], gregorian(row[0]) + julian(row[0])
    if row[1:10] != expected or any(again != day for again in row[10:]):
        sys.exit("FAILED: day %d is %s, not %s" % (day, row[1:], expected))


def check_span():
    first = datetime.date(1500, 1, 1).toordinal() - EPOCH
    last = datetime.date(2500, 12, 31).toordinal() - EPOCH
    known = (1499, 12, 23)  # nine days before 1 January 1500
    count = 0
    for row in lines(first, last):
        check(row)
        if row[0] != first + count or row[7:10] != known:
            sys.exit("FAILED: %s is not the Julian day %s" % (row, known))
        known, count = next_julian(*known), count + 1
    return count


def day_of_julian(year, month, day):
    cycles, rest = divmod(year, 4)
    before = cycles * 1461 + sum(sum(julian_lengths(y)) for y in range(rest)) + sum(julian_lengths(year)[:month - 1])
    return before + day - 1 - EPOCH - 367


def sunday_after(day):
    return day + 7 - (day + 4) % 7


def check_easter(year, western, orthodox):
    """The Sunday after the full moon of the year's epact (Reingold and Dershowitz, chapter 9)."""
    cycles, rest = divmod(year - 1, CYCLE_YEARS)
    april_19 = datetime.date(rest + 1, 4, 19).toordinal() - EPOCH + cycles * CYCLE_DAYS
    century, golden = year // 100 + 1, year % 19
    epact = (14 + 11 * golden - 3 * century // 4 + (5 + 8 * century) // 25) % 30
    if epact == 0 or (epact == 1 and golden > 10):
        epact += 1
    expected = sunday_after(april_19 - epact), sunday_after(day_of_julian(year, 4, 19) - (14 + 11 * golden) % 30)
    if (western, orthodox) != expected:
        sys.exit("FAILED: Easter of %d is %s, not %s" % (year, (western, orthodox), expected))


days = check_span()
randoms = 0
for row in lines("random", 200000, 999999 * CYCLE_DAYS // CYCLE_YEARS):
    check(row)
    randoms += 1
years = 0
for row in lines("easter", -3000, 12000):
    check_easter(*row)
    years += 1
print("%d days of 1500 to 2500, %d days at random, Easter of %d years" % (days, randoms, years))
sys.exit((days, randoms, years) != (365608, 200000, 15001))
