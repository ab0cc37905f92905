"""values.py ANNALS SOURCE: are the values valid that the program gives to the texts of the specification, to the
collection and to times put together of all kinds of parts, as letter and as story, with a date and without?"""

import calendar, glob, itertools, json, re, subprocess, sys

annals, source = sys.argv[1:]

YEAR = r"(?:BC)?(?:\d{4,}|XXXX)"
DAY = rf"{YEAR}-(?:\d\d|XX)-(?:\d\d|XX)|{YEAR}-W(?:\d\d|XX)-(?:[1-7]|WE|WD)"
DATE = (rf"{DAY}|(?:BC)?\d{{1,3}}|{YEAR}|{YEAR}-(?:\d\d|XX)|{YEAR}-W(?:\d\d|XX)|{YEAR}-(?:SP|SU|FA|WI|Q[1-4]|H[12])"
        rf"|FY(?:\d{{4}}|XXXX)(?:-(?:Q[1-4]|H[12]|\d\d))?|(?:PAST|PRESENT|FUTURE)_REF"
        rf"|\d{{4}}-\d\d-\d\d/\d{{4}}-\d\d-\d\d")  # of reigns: TIMEX3 has no years of their own

CLOCK = r"(?:\d\d:\d\d(?::\d\d)?|XX(?::XX)?)(?:Z|[+-]\d\d(?::\d\d)?)?"
TIME = rf"(?:{DAY})T(?:{CLOCK}|MO|MI|AF|EV|NI|DA|DT)"
NUMBER = r"(?:\d+(?:\.\d+)?|X)"
LENGTH = rf"P(?:{NUMBER}(?:CE|DE|ML|Y|M|W|D|WE|SP|SU|FA|WI|Q|TNI))+|PT(?:{NUMBER}[HMS])+"
VALID = {"DATE": DATE, "TIME": TIME, "DURATION": LENGTH, "SET": rf"{LENGTH}|{DATE}|{TIME}"}
VALID = {kind: re.compile(rf"(?:{pattern})$") for kind, pattern in VALID.items()}


def exists(value):
    """Months, days and hours that there are."""
    day = re.match(r"(BC)?(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?", value)
    clock = re.search(r"T(\d\d):(\d\d)(?::(\d\d))?", value)
    if clock and not (int(clock[1]) < 24 or clock[0] == "T24:00") or (clock and int(clock[2]) > 59):
        return False
    if not day:
        return True
    year, month = (0 if day[1] else 4 if day[2] == "XXXX" else int(day[2])), int(day[3])
    known = day[4] and 1 <= month <= 12 and not day[1] and year > 0
    longest = calendar.monthrange(year, month)[1] if known else 31
    return 1 <= month <= 12 and (not day[4] or 1 <= int(day[4]) <= longest)


def spec_texts():
    """Lines of the specification without braces, and what stands between lines of three hyphens."""
    for name in sorted(glob.glob(source + "/tests/spec/*.txt")):
        told = None
        for line in open(name, encoding="utf-8").read().split("\n"):
            if line == "---":
                if told is not None:
                    yield "\n".join(told)
                told = [] if told is None else None
            elif told is not None:
                told.append(line)
            elif line and not re.match(r"#|(date|mode|lang|order):", line):
                yield line.replace("\\n", "\n")


def mixtures():
    days = ["tonight", "today", "tomorrow", "yesterday", "Monday", "last Monday", "the 5th", "the next day", "that day",
            "two days later", "next week", "last month", "May", "late May", "the weekend", "this summer", "Easter",
            "the eve of Easter", "the first Monday in May", "5 May", "5 May 1912", "Christmas Day", "the last day",
            "the night of the 5th", "the 5th of that month", "30 February 1911", "the Ides of March", "9 Thermidor"]
    times = ["", "at 7 p.m. ", "at noon ", "at midnight ", "at half past twelve ", "early ", "late ", "at dawn ", "by ",
             "since ", "before ", "at 24:00 ", "at 2130Z ", "about nine ", "between nine and ten ", "two hours after "]
    ends = ["", " evening", " morning", " at 9.15", " night", " at six", " at noon", " or so", " BC", " 1912", " last"]
    for time, day, end in itertools.product(times, days, ends):
        yield f"He came {time}{day}{end}."
    for count, unit, tail in itertools.product(
            ["two", "several", "half a", "a few", "1,000,000", "a hundred"],
            ["seconds", "minutes", "hours", "days", "weekends", "weeks", "fortnights", "months", "quarters", "years",
             "decades", "centuries", "millennia"],
            ["later", "ago", "earlier", "after the war", "after Easter", "before 5 May 44 BC", "from now", "hence"]):
        yield f"He came {count} {unit} {tail}."


texts = [re.sub(r"\{([^|{}]*)\|[^}]*\}", r"\1", text) for text in spec_texts()] + list(mixtures())
for name in sorted(glob.glob(source + "/tests/chronicle/documents/*.txt")):
    texts.append(open(name, encoding="utf-8").read())
lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)).encode()

seen, expressions = {}, {}
for mode, date in itertools.product(("letter", "story"), ([], ["--date", "1962-11-02"])):
    mode = {"letter": "document", "story": "narrative"}[mode]
    command = [annals, "-q", "--from-format", "jsonl", "--to", "jsonl", "--mode", mode, *date, "-"]
    out = subprocess.run(command, input=lines, stdout=subprocess.PIPE, timeout=300, check=True).stdout
    for line in out.decode().splitlines():
        for m in json.loads(line)["mentions"]:
            impossible = not m["when"]["edtf"] and re.match(r"\d{4}-\d\d-\d\d", m["timex"]["value"])
            if not impossible:  # "30 February 1911" is kept as it is written
                seen.setdefault((m["timex"]["type"], m["timex"]["value"]), m["exact"])
            if m["when"]["edtf"]:
                expressions.setdefault(m["when"]["edtf"], m["exact"])

wrong = [(kind, value, words) for (kind, value), words in sorted(seen.items())
         if not VALID[kind].match(value) or not exists(value)]
edtf = sorted(expressions)
for first in range(0, len(edtf), 500):
    said = subprocess.run([annals, "edtf", "--", *edtf[first:first + 500]], capture_output=True, text=True, timeout=60)
    for message in said.stderr.splitlines():
        expression = message.split(": ")[1]
        wrong.append((message, expression, expressions.get(expression)))
for kind, value, words in wrong:
    print(f"{kind}: '{value}' of '{words}'")
print(len(texts), "texts,", len(seen), "values,", len(edtf), "expressions of EDTF,", len(wrong), "wrong")
sys.exit(bool(wrong) or not seen)
