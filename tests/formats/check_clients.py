"""A calendar program takes the calendar in and shows it: khal, in a folder of its own and in several time zones."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

if not shutil.which("khal"):
    print("skipped: khal is not installed")
    sys.exit(77)

CONFIG = """[calendars]
[[annals]]
path = {home}/calendar
type = calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
{zone}
[default]
default_calendar = annals
"""

FORM = "{start} | {end} | {title}"
# day to list: lines that must be there, all of them
EXPECTED = {
    "1962-10-25": ["1962-10-25 | 1962-10-27 | Talks at the United Nations"],
    "1962-10-27": [
        "1962-10-25 | 1962-10-27 | Talks at the United Nations",
        "1962-10-27 | 1962-10-27 | A reconnaissance plane was shot down over the east of the island",
        "1962-10-26 20:00 | 1962-10-27 06:00 | Weller’s visit to the embassy (night)",
        "1962-10-27 08:30 | 1962-10-27 09:15 | Meeting of the committee",
        "1962-10-27 16:00 | 1962-10-27 17:00 | A call in the hour after four",
    ],
    "1962-11-10": ["1962-11-01 | 1962-11-10 | The bombers are crated (between 1 and 10 November 1962)",
                   "1962-11-01 | 1962-11-30 | Inspection at sea (some time in November 1962)"],
    "1962-11-11": ["1962-11-01 | 1962-11-30 | Inspection at sea (some time in November 1962)"],
    "1962-12-20": ["1962-12-20 | 1962-12-20 | Withdrawal to be completed (plan)"],
}
# Moments without a length: khal gives them one of its own, so only the beginning counts.
BEGINNINGS = {"1962-10-27": ["1962-10-27 02:00 | Cable to Moscow", "1962-10-27 10:00 | The ships stop"]}


def make_environment(home, zone):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home)}
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    (home / "config" / "khal").mkdir(parents=True)
    (home / "calendar").mkdir()
    zones = f"local_timezone = {zone}\ndefault_timezone = {zone}"
    (home / "config" / "khal" / "config").write_text(CONFIG.format(home=home, zone=zones))
    return environment


def khal(environment, *arguments):
    done = subprocess.run(["khal", *arguments], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return done.stdout.splitlines()


def check_zone(calendar, zone):
    with tempfile.TemporaryDirectory() as folder:
        environment = make_environment(pathlib.Path(folder), zone)
        for _ in range(2):  # the second time it updates: nothing comes twice
            khal(environment, "import", "--batch", calendar)
        for day, lines in EXPECTED.items():
            listed = khal(environment, "list", "--day-format", "", "--format", FORM, day, "1d")
            beginnings = khal(environment, "list", "--day-format", "", "--format", "{start} | {title}", day, "1d")
            wanted = BEGINNINGS.get(day, [])
            assert all(listed.count(line) == 1 for line in lines), (zone, day, lines, listed)
            assert all(beginnings.count(line) == 1 for line in wanted), (zone, day, wanted, beginnings)
            assert len(listed) == len(lines) + len(wanted), (zone, day, listed)


def main():
    with tempfile.TemporaryDirectory() as folder:
        calendar = os.path.join(folder, "sample.ics")
        with open(calendar, "wb") as file:
            subprocess.run([sys.argv[1], "ics", "floating"], check=True, stdout=file, stderr=subprocess.DEVNULL)
        for zone in ("UTC", "America/Havana", "Asia/Tokyo"):
            check_zone(calendar, zone)
    print("khal shows all of it in three time zones")


main()
