/* build_clock.c: times of day, alone. */
#include "builders.h"
#include "text.h"

static expr clock_at(int32_t hour, int32_t minute) {
    expr e = blank(EXPR_POINT);
    e.hour = hour;
    e.minute = minute;
    return e;
}

enum { OF_24 = 24 };

/* How the half of the day is known of an hour that no a.m. or p.m. follows. */
static clock_half half_of(const build_context *c, const build_argument *hour, int32_t value) {
    int32_t least = hour->digits ? 1 : 0; /* "halb eins" */
    if (hour->digits > 2 || value < least || value > 12) return HALF_COUNTED;
    if (!hour->digits) return HALF_UNSAID;
    if (byte_at(c, hour->start) == '0') return HALF_COUNTED;
    return hour->digits == 2 && byte_at(c, hour->end) == ':' ? HALF_OF_TEN : HALF_IN_FIGURES;
}

/* (hour, minute, second, 0 a.m., 12 p.m. or 24 where figures count so many hours, zone); without minutes three or four
 * digits hold both */
bool build_clock(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t hour = a[0].value, minute = value_or(&a[1], 0), half = a[3].present ? a[3].value : OF_24;
    if (a[0].digits > 2) {
        minute = hour % 100;
        hour /= 100;
    }
    if (half != OF_24) {
        if (hour < 1 || hour > 12) return false;
        hour = hour % 12 + half;
    } else {
        e->half = half_of(c, &a[0], hour);
        if (a[3].present && e->half == HALF_IN_FIGURES) e->half = HALF_KNOWN;
    }
    if (hour > 24 || minute > 59 || (hour == 24 && minute)) return false;
    e->hour = hour;
    e->minute = minute;
    if (a[2].present && a[2].digits) e->second = a[2].value;
    set_zone(c, e, &a[4]);
    return true;
}

/* (month, day, hour, minute, 0 a.m. or 12 p.m.): "[Received May 8—10 a.m.]", no days */
bool build_day_hour(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    build_argument clock[RULE_ARGUMENTS] = {a[2], a[3], [3] = a[4]};
    build_context inner = *c;
    inner.arguments = clock;
    e->month = a[0].value;
    e->day = a[1].value;
    return build_clock(&inner, e);
}

/* Four digits, or two and two with a stop, that stand where a clock is said and count nothing: "at 1845 he left". */
/* "At 1500 metres, and again at 1800": figures of what was measured right before. */
static bool goes_on_measuring(const build_context *c) {
    enum { REACH = 30 /* bytes */ };
    size_t at = c->start;
    for (int i = 0; i < REACH && at && !byte_in(byte_before(c, at), ".;:\n"); i++, at--) {
        if (byte_before(c, at) != ' ' || at < 2 || !is_digit((unsigned char)byte_before(c, at - 1))) continue;
        return is_of_category(c->grammar, word_at(c, at), "counted");
    }
    return false;
}

bool build_bare_clock(const build_context *c, expr *e) {
    bool military = byte_at(c, c->start) == '0' && c->arguments[0].digits == 4;
    return build_clock(c, e) && (military || (stands_alone(c) && !goes_on_measuring(c)));
}

/* "03:14:07 pump stopped": as machines stamp the lines of their logs, to the second */
static bool stamps_line(const build_context *c) {
    size_t at, next;
    uint32_t sign = sign_before(c, &at);
    bool heads = !sign || sign == ';' || byte_before(c, c->start) == '\n';
    bool exact = c->arguments[0].digits == 2 && c->arguments[2].present;
    return exact && heads && byte_at(c, c->end) == ' ' && is_lower(sign_at(c, c->end + 1, &next));
}

/* "16:59" alone may be a score or a verse, unless it opens a line of a log. */
bool build_clock_alone(const build_context *c, expr *e) {
    e->loose = !c->opens && !stamps_line(c);
    return build_clock(c, e);
}

/* "0800: The gate opens.  0915: The car leaves." */
static bool heads_line(const build_context *c) {
    size_t at, next;
    uint32_t before = sign_before(c, &at);
    bool opens = !before || is_opening(before) || before == '.' || before == ';' || before == ':' || c->opens;
    if (!opens || byte_at(c, c->start) != '0' || byte_at(c, c->end) != ':') return false;
    return byte_at(c, c->end + 1) == ' ' && is_upper(sign_at(c, c->end + 2, &next));
}

/* "0430 Sighted a vessel" opens a line of a log. */
bool build_log_clock(const build_context *c, expr *e) {
    bool heads = c->opens & OPENS_LOG || (c->arguments[0].digits == 4 && heads_line(c));
    return heads ? build_clock(c, e) : c->arguments[0].digits == 4 && build_clock_told(c, e);
}

/* (hour, nought): "4.0. Rockets sent up" */
bool build_log_hour(const build_context *c, expr *e) {
    return c->opens & OPENS_LOG && !c->arguments[1].value && c->arguments[1].digits == 1 && build_clock(c, e);
}

/* "1400-1630 Lorries checked" opens one, too. */
bool build_log_range(const build_context *c, expr *e) {
    return c->opens & OPENS_LOG && build_clock_range(c, e);
}

/* (minutes, before or after as -1 or 1, hour, noon or midnight instead): "twenty-five minutes to six" */
bool build_clock_words(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t minutes = a[0].value, hour = a[2].value;
    if (a[3].present) hour = a[3].value == ANNALS_NOON ? 12 : 24;
    if (minutes < 1 || minutes > 59 || hour < 1 || (hour > 12 && hour != 24)) return false;
    int32_t after_midnight = (hour * 60 + a[1].value * minutes + 24 * 60) % (24 * 60);
    if (hour <= 12 && after_midnight < 60) after_midnight += 12 * 60; /* "ten to one" says no half of the day */
    *e = clock_at(after_midnight / 60, after_midnight % 60);
    if (hour <= 12 && !a[3].present) e->half = HALF_UNSAID;
    return true;
}

/* (minutes, the hour that they are of): "двадцать минут пятого", of the fifth hour */
bool build_clock_into(const build_context *c, expr *e) {
    build_argument whole[RULE_ARGUMENTS] = {c->arguments[0], {.present = true, .value = 1}, c->arguments[1]};
    build_context inner = *c;
    inner.arguments = whole;
    whole[2].value = c->arguments[1].value > 1 ? c->arguments[1].value - 1 : 12;
    return build_clock_words(&inner, e);
}

/* "at half eleven": (hour) */
bool build_half_hour(const build_context *c, expr *e) {
    build_argument whole[RULE_ARGUMENTS] = {
        {.present = true, .value = 30}, {.present = true, .value = 1}, c->arguments[0]};
    build_context inner = *c;
    inner.arguments = whole;
    bool day = is_of_category(c->grammar, word_behind(c), "day-word") || text_same_word(word_behind(c), "tonight");
    return !c->arguments[0].digits && (stands_alone(c) || day) && build_clock_words(&inner, e);
}

/* (minutes, hour): "at ten of six", ten minutes before it, and not "ten of six men" */
bool build_minutes_of(const build_context *c, expr *e) {
    enum { STEP = 5, MOST = 25 };
    const build_argument *a = c->arguments;
    build_argument whole[RULE_ARGUMENTS] = {a[0], {.present = true, .value = -1}, a[1]};
    build_context inner = *c;
    inner.arguments = whole;
    bool fives = a[0].value % STEP == 0 && a[0].value <= MOST && !a[0].digits && !a[1].digits;
    char behind = byte_at(c, c->end);
    return fives && (!behind || byte_in(behind, ".,;:)!?\n")) && build_clock_words(&inner, e);
}

/* "He came ten minutes after nine.", and not "ten minutes after nine had left" */
bool build_clock_words_told(const build_context *c, expr *e) {
    bool ends = byte_in(byte_at(c, c->end), ".,;:\n") || !byte_at(c, c->end);
    return ends && !c->arguments[2].digits && build_clock_words(c, e);
}

/* Where the clock needs no hour behind it to be one. */
bool build_clock_words_alone(const build_context *c, expr *e) {
    return stands_alone(c) && build_clock_words(c, e);
}

/* "twenty past four"; "at ten to one" tells odds as well. */
bool build_clock_words_short(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    return a[0].value % 5 == 0 && (a[1].value > 0 || a[2].value > 1) && build_clock_words(c, e);
}

/* (hour, minute), both in words: "vingt heures trente"; "twenty-two men" are no minutes. */
bool build_clock_in_words(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    return !a[0].digits && (!a[1].present || (a[1].value > 0 && a[1].value % 5 == 0)) && build_clock(c, e);
}

/* (hour, minute, half of the day): "seven forty-five" */
bool build_clock_spoken(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t hour = a[0].value, minute = a[1].value;
    if (a[0].digits || a[1].digits || hour < 1 || hour > 12 || minute < 10 || minute > 59) return false;
    if (!a[2].present && (minute % 5 || !stands_alone(c))) return false;
    *e = clock_at(a[2].present ? hour % 12 + a[2].value : hour, minute);
    if (!a[2].present) e->half = HALF_UNSAID;
    return true;
}

/* "sixteen hundred hours", "oh eight hundred hours": (hour, or its hundreds) */
bool build_hundred_hours(const build_context *c, expr *e) {
    enum { DAY = 24 };
    int32_t said = c->arguments[0].value, hour = said > DAY ? said / 100 : said;
    *e = clock_at(hour, 0);
    return hour <= DAY && (said <= DAY || said % 100 == 0) && !c->arguments[0].digits;
}

/* "18.45 hours" is a clock, "2.30 hours" a length */
bool build_clock_of_day(const build_context *c, expr *e) {
    return c->arguments[0].digits == 2 && build_clock(c, e);
}

bool hour_in_part(int32_t *hour, int32_t minute, int32_t part) {
    if (part == PART_SMALL_HOURS) part = ANNALS_MORNING;
    if (*hour < 1 || *hour > 12) return false;
    bool late =
        part == ANNALS_AFTERNOON || part == ANNALS_EVENING || (part == ANNALS_NIGHT && *hour >= 6 && *hour < 12);
    bool midnight = part == ANNALS_NIGHT && *hour == 12 && minute <= 0;
    *hour = midnight ? 24 : *hour % 12 + (late ? 12 : 0);
    return part != ANNALS_NOON && part != ANNALS_MIDNIGHT;
}

/* "He would buy one in the morning", "she ordered two": what a verb takes, and not when it was done. */
static bool counts_taken(const build_context *c) {
    const context_set verbs =
        CONTEXT_VERB | CONTEXT_PAST | CONTEXT_INTENT | CONTEXT_OWED | CONTEXT_BIDDING | CONTEXT_HAD;
    const context_set helpers = CONTEXT_MODAL | CONTEXT_FORETOLD | CONTEXT_FUTURE | CONTEXT_INFINITIVE;
    size_t at;
    if (!is_letter(sign_before(c, &at))) return false;
    annals_text verb = word_before(c, at), helper = word_before(c, before_spaces(c, at - verb.length));
    if (in_context(c->grammar, verb, CONTEXT_COPULA | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER)) return false;
    if (has_role(c->grammar, verb, ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT))) return false;
    return in_context(c->grammar, verb, verbs) || in_context(c->grammar, helper, helpers);
}

/* (hour, minute, part of day) */
bool build_clock_part(const build_context *c, expr *e) {
    int32_t hour = c->arguments[0].value, minute = value_or(&c->arguments[1], 0);
    if (!c->arguments[1].present && counts_taken(c)) return false;
    if (!hour_in_part(&hour, minute, c->arguments[2].value)) return false;
    *e = clock_at(hour, minute);
    return true;
}

/* (clock, clock, zone, minutes of both): "0800-1200 hours", "19:00-21:30 GMT"; without minutes four digits hold both */
bool build_clock_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    bool apart = a[3].present;
    expr from = apart ? clock_at(a[0].value, a[3].value) : clock_at(a[0].value / 100, a[0].value % 100);
    expr to = apart ? clock_at(a[1].value, a[4].value) : clock_at(a[1].value / 100, a[1].value % 100);
    if (from.minute > 59 || to.minute > 59 || from.hour > 23) return false;
    if (a[2].node) {
        set_zone(c, &from, &a[2]);
        set_zone(c, &to, &a[2]);
    }
    from.half = half_of(c, &a[0], from.hour);
    to.half = half_of(c, &a[1], to.hour);
    part_range(c, e, &a[apart ? 3 : 0], &a[1]);
    return set_ends(c, e, from, to);
}

/* (four digits, four more): "from 1900 to 2130", as no year that anybody tells of is so late */
bool build_clock_range_late(const build_context *c, expr *e) {
    enum { LAST_YEAR = 2100 };
    int32_t from = c->arguments[0].value, to = c->arguments[1].value;
    bool fives = from % 5 == 0 && to % 5 == 0;
    return fives && to > LAST_YEAR && from < to && !counts_something(c) && build_clock_range(c, e);
}

/* (weekdays, first hour, last hour, minutes of the first, of the last): "Mon-Thu 9.30-16.30" */
bool build_weekday_hours(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const expr *d = a[0].node;
    if (d && d->kind == EXPR_RANGE) d = d->from;
    build_argument clocks[RULE_ARGUMENTS] = {a[1], a[2], {0}, a[3], a[4]};
    build_context inner = *c;
    inner.arguments = clocks;
    return is_point(d) && d->weekday != UNSET && d->hour == UNSET && build_clock_range(&inner, e);
}

/* (hours, minutes of both): "de 9 a 14 horas" */
bool build_hours_counted(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = clock_at(a[0].value, value_or(&a[2], 0)), to = clock_at(a[1].value, value_or(&a[3], 0));
    from.half = half_of(c, &a[0], from.hour);
    to.half = half_of(c, &a[1], to.hour);
    part_range(c, e, &a[a[2].present ? 2 : 0], &a[1]);
    return a[0].value < a[1].value && set_ends(c, e, from, to);
}

/* The same behind a weekday, where it may be years: "On Monday, 1914 to 1918 was the theme" */
bool build_clock_range_of_day(const build_context *c, expr *e) {
    enum { ROUND = 5 /* minutes */, HOUR = 100 };
    const build_argument *a = c->arguments;
    bool round = a[0].value % ROUND == 0 && a[1].value % ROUND == 0 && a[1].value - a[0].value >= HOUR;
    return (byte_at(c, a[0].start) == '0' || round) && build_clock_range(c, e);
}

/* The same, and nothing beside it says that it is no verse: "Matthew 13:16-14:12". */
bool build_clock_span(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    size_t at;
    bool verse = !c->opens && is_letter(sign_before(c, &at)) && text_begins_upper(word_before(c, at));
    return a[0].digits == 2 && a[1].digits == 2 && a[4].value < 60 && !verse && build_clock_range(c, e);
}

/* (first hour, last hour, half of the day, minutes of both): "from 11 to 1 p.m." begins in the half before. */
bool build_hour_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t first = a[0].value, last = a[1].value, half = a[2].value;
    if (first < 1 || first > 12 || last < 1 || last > 12) return false;
    int32_t from = first % 12 + half, to = last % 12 + half;
    if (last == 12 && !half && first < last) to = last; /* "10-12 a.m." are the hours before noon */
    if (from > to) from = from >= 12 ? from - 12 : from + 12;
    part_range(c, e, &a[a[3].present ? 3 : 0], &a[1]);
    return set_ends(c, e, clock_at(from, value_or(&a[3], 0)), clock_at(to, value_or(&a[4], 0)));
}

/* (hour, minutes, half of the day, noon or midnight): "8am-noon" */
bool build_hour_to_moment(const build_context *c, expr *e) {
    enum { NOON = 12, MIDNIGHT = 24 };
    const build_argument *a = c->arguments;
    if (a[0].value < 1 || a[0].value > NOON) return false;
    int32_t from = a[0].value % NOON + a[2].value, to = a[3].value == ANNALS_MIDNIGHT ? MIDNIGHT : NOON;
    part_range(c, e, &a[2], &a[3]);
    return from < to && set_ends(c, e, clock_at(from, value_or(&a[1], 0)), clock_at(to, 0));
}

/* (first hour, last hour, part of day, minutes of both) */
bool build_hour_range_part(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t from = a[0].value, to = a[1].value, first = value_or(&a[3], 0), last = value_or(&a[4], 0);
    if (!hour_in_part(&from, first, a[2].value) || !hour_in_part(&to, last, a[2].value)) return false;
    part_range(c, e, &a[a[3].present ? 3 : 0], &a[1]);
    return set_ends(c, e, clock_at(from, first), clock_at(to, last));
}

/* (clock, part of day, whether about then): "half past two in the afternoon"; a clock of 24 hours says its half itself
 */
bool build_clock_of_part(const build_context *c, expr *e) {
    const expr *t = c->arguments[0].node, *p = c->arguments[1].node;
    expr word = blank(EXPR_POINT);
    word.part = part_said(&c->arguments[1]);
    if (!p) p = &word;
    if (!is_point(t) || t->hour == UNSET || t->day != UNSET || t->base) return false;
    if (!is_point(p) || p->hour != UNSET || p->part == ANNALS_DAY_PART_NONE || p->base) return false;
    *e = *t;
    e->half = HALF_KNOWN;
    e->approximate |= c->arguments[2].present;
    return t->hour > 12 || hour_in_part(&e->hour, t->minute, (int32_t)p->part);
}

/* (clock, 0 a.m. or 12 p.m.): "half past two a.m." */
bool build_clock_words_half(const build_context *c, expr *e) {
    enum { HALF = 12 };
    const expr *t = c->arguments[0].node;
    if (!is_point(t) || t->hour == UNSET || t->hour > HALF || t->day != UNSET || t->base || t->half == HALF_KNOWN)
        return false;
    *e = *t;
    e->hour = t->hour % HALF + c->arguments[1].value;
    e->half = HALF_KNOWN;
    e->loose = e->letter_only = false;
    return true;
}

/* (hour, part of day, minute): "at 3 that afternoon" */
bool build_hour_of_part(const build_context *c, expr *e) {
    const expr *p = c->arguments[1].node;
    if (!is_point(p) || p->part == ANNALS_DAY_PART_NONE || p->hour != UNSET) return false;
    int32_t hour = c->arguments[0].value, minute = value_or(&c->arguments[2], 0);
    if (!hour_in_part(&hour, minute, (int32_t)p->part)) return false;
    *e = *p;
    e->part = ANNALS_DAY_PART_NONE;
    e->third = 0;
    e->hour = hour;
    e->minute = minute;
    small_hours_follow(p, e);
    return true;
}

bool build_hour_of_part_alone(const build_context *c, expr *e) {
    return stands_alone(c) && build_hour_of_part(c, e);
}

/* "shortly after two this morning" */
bool build_about_hour_of_part(const build_context *c, expr *e) {
    if (!build_hour_of_part(c, e)) return false;
    e->approximate = true;
    return true;
}

/* (minutes, before or after, hour): "five or ten past six" */
bool build_clock_words_about(const build_context *c, expr *e) {
    if (!build_clock_words_short(c, e)) return false;
    e->approximate = true;
    return true;
}

/* (hour, hour): from the one to the other, as sure as `e` is. */
static bool hours_from_to(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = clock_at(a[0].value, 0), to = clock_at(a[1].value, 0);
    from.half = half_of(c, &a[0], from.hour);
    to.half = half_of(c, &a[1], to.hour);
    from.letter_only = to.letter_only = e->letter_only;
    part_range(c, e, &a[0], &a[1]);
    return set_ends(c, e, from, to);
}

/* (hour, hour): "between six and seven", next to each other */
bool build_hours_between(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    enum { HALF_A_DAY = 12, LONGEST = 3 };
    size_t at;
    sign_before(c, &at);
    annals_text between = word_before(c, at), day = word_before(c, before_spaces(c, at - between.length));
    bool dated = in_context(c->grammar, day, CONTEXT_CALENDAR_WORD); /* "on Tuesday between ten and twelve" */
    int hours = (a[1].value - a[0].value + HALF_A_DAY) % HALF_A_DAY;
    if (a[0].value > HALF_A_DAY || !hours || hours > (dated ? LONGEST : 1) || !stands_alone(c)) return false;
    e->letter_only = true;
    return hours_from_to(c, e);
}

/* (hour, hour, whether something is open then): "from 10 till 4"; what is open from two is so in the afternoon */
bool build_hours_till(const build_context *c, expr *e) {
    enum { NOON = 12, EARLIEST = 7, HALF_A_DAY = 12 };
    int32_t first = c->arguments[0].value, last = c->arguments[1].value;
    if (first < 1 || first > NOON || last < 1 || last > NOON || first == last || !stands_alone(c)) return false;
    if (!c->arguments[2].present || first >= EARLIEST || last < first) return hours_from_to(c, e);
    expr from = clock_at(first + HALF_A_DAY, 0), to = clock_at(last + HALF_A_DAY, 0);
    part_range(c, e, &c->arguments[0], &c->arguments[1]);
    return set_ends(c, e, from, to);
}

/* (hour, clock): "from two to half past three", "from eight till ten in the evening"; the last such hour before it */
bool build_hour_to(const build_context *c, expr *e) {
    enum { HALF_A_DAY = 12 };
    const build_argument *a = c->arguments;
    const expr *to = a[1].node;
    if (!is_point(to) || to->hour == UNSET || to->day != UNSET || to->base || a[0].value > HALF_A_DAY) return false;
    expr from = clock_at(a[0].value % HALF_A_DAY, 0);
    bool later = to->hour * 60 + to->minute >= (from.hour + HALF_A_DAY) * 60;
    if (to->half == HALF_KNOWN) from.hour += later ? HALF_A_DAY : 0;
    else from.hour = a[0].value;
    from.half = to->half;
    part_range(c, e, &a[0], &a[1]);
    return set_ends(c, e, from, *to);
}

/* (clock, hour, minute): "from 4.15 a.m. to 8.45": the end is the next such time behind the beginning. */
bool build_time_to_hour(const build_context *c, expr *e) {
    enum { HALF_A_DAY = 12, DAY = 24 };
    const build_argument *a = c->arguments;
    const expr *from = a[0].node;
    if (!is_point(from) || from->hour == UNSET || from->day != UNSET || from->base || from->limit) return false;
    if (!stands_alone(c) || a[1].value > (a[2].present ? 23 : 12) || !a[1].value) return false;
    expr to = clock_at(a[1].value, value_or(&a[2], 0));
    to.half = half_of(c, &a[1], to.hour);
    bool morning = from->half == HALF_KNOWN && from->hour % DAY < HALF_A_DAY;
    bool behind = to.hour * 60 + to.minute > from->hour % HALF_A_DAY * 60 + from->minute;
    if (from->half == HALF_KNOWN && to.half != HALF_COUNTED) {
        to.hour = to.hour % HALF_A_DAY + (behind == morning ? 0 : HALF_A_DAY);
        to.half = HALF_KNOWN;
    }
    part_range(c, e, &a[0], &a[1]);
    return set_ends(c, e, *from, to);
}

static bool clocks_from_to(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = clock_at(a[0].value, value_or(&a[2], 0)), to = clock_at(a[1].value, value_or(&a[3], 0));
    from.half = half_of(c, &a[0], from.hour);
    to.half = half_of(c, &a[1], to.hour);
    part_range(c, e, &a[a[2].present ? 2 : 0], &a[1]);
    return from.hour < 24 && to.hour <= 24 && set_ends(c, e, from, to);
}

/* (hour, hour, minute, minute): "from 5 until 6.15", and not what fell from 5 till it was 6.15 */
bool build_clocks_till(const build_context *c, expr *e) {
    annals_text from = word_before(c, before_spaces(c, c->start));
    annals_text verb = word_before(c, before_spaces(c, place_of(c, from)));
    bool amount = is_of_category(c->grammar, verb, "amount-verb");
    return !amount && stands_alone(c) && clocks_from_to(c, e);
}

/* (bells, the hour that the watch begins at): "four bells in the first watch", one each half hour; the dog watches go
 * on with each other's, and the last ends with eight. */
bool build_bells(const build_context *c, expr *e) {
    enum { LAST_DOG = 18, EIGHT = 8, LEAST = 30 };
    int32_t bells = c->arguments[0].value, hour = c->arguments[1].value;
    if (bells < 1 || bells > EIGHT) return false;
    if (hour == LAST_DOG && bells == EIGHT) bells = 4;
    *e = clock_at(hour + bells * LEAST / 60, bells * LEAST % 60);
    return e->hour <= 24;
}

/* (the hour that it begins at): "in the middle watch" */
bool build_watch(const build_context *c, expr *e) {
    static const struct {
        int32_t begins, part;
    } watches[] = {{0, PART_SMALL_HOURS}, {4, ANNALS_MORNING},  {8, ANNALS_MORNING}, {12, ANNALS_AFTERNOON},
                   {16, ANNALS_EVENING},  {18, ANNALS_EVENING}, {20, ANNALS_NIGHT}};
    for (size_t i = 0; i < sizeof watches / sizeof *watches; i++)
        if (watches[i].begins == c->arguments[0].value) e->part = (annals_day_part)watches[i].part;
    return stands_alone(c);
}

/* (small hours, a morning or night): "the small hours of this morning" */
bool build_small_hours_of(const build_context *c, expr *e) {
    const expr *p = c->arguments[0].node, *d = c->arguments[1].node;
    bool small = is_point(p) && (int)p->part == PART_SMALL_HOURS && !p->base && p->day == UNSET;
    if (!small || !is_point(d) || d->part != ANNALS_MORNING || d->hour != UNSET) return false;
    *e = *d;
    e->part = p->part;
    return true;
}

/* (day, small hours, morning or night): "the small hours of Sunday morning" */
bool build_small_hours_of_day(const build_context *c, expr *e) {
    const expr *s = c->arguments[1].node, *p = c->arguments[2].node;
    bool small = is_point(s) && (int)s->part == PART_SMALL_HOURS && is_point(p) && p->part == ANNALS_MORNING;
    return small && build_with_part(c, e);
}

/* (12, noon or midnight) */
bool build_twelve(const build_context *c, expr *e) {
    if (c->arguments[0].value != 12) return false;
    build_context inner = *c;
    inner.arguments++;
    return build_part(&inner, e);
}

/* (part, portion of it) */
bool build_part(const build_context *c, expr *e) {
    const build_argument *p = &c->arguments[0];
    bool named = p->end && p->start > c->start && is_upper((unsigned char)byte_at(c, p->start));
    if (named && text_begins_upper(word_behind(c))) return false; /* "the Evening Herald" */
    if (in_context(c->grammar, word_behind(c), CONTEXT_CONVEYANCE)) return false;
    e->part = (annals_day_part)p->value;
    e->third = value_or(&c->arguments[1], 0);
    e->several = c->arguments[2].present;
    if (e->part != ANNALS_NOON && e->part != ANNALS_MIDNIGHT) return true;
    e->hour = e->part == ANNALS_NOON ? 12 : 24; /* midnight ends the day that it is said of */
    e->minute = 0;
    return true;
}

/* (noon or midnight): "за полночь", past it */
bool build_part_past(const build_context *c, expr *e) {
    e->limit = LIMIT_AFTER;
    return build_part(c, e);
}

/* (noon or midnight, zone) */
bool build_moment_zoned(const build_context *c, expr *e) {
    if (!build_part(c, e) || e->hour == UNSET) return false;
    e->third = 0;
    set_zone(c, e, &c->arguments[1]);
    return true;
}

/* "am Abend" that belongs to no date beside it: of the day that is told of */
bool build_lone_part(const build_context *c, expr *e) {
    const expr *p = c->arguments[0].node;
    if (!is_point(p) || p->part == ANNALS_DAY_PART_NONE || p->day != UNSET || p->base || p->generic) return false;
    *e = *p;
    e->bare_part = false;
    e->lone = true;
    return !text_begins_upper(word_behind(c)) || c->grammar->dots_ordinals;
}

/* "at dawn, noon and dusk": in one word, of the day of those before it. */
bool build_listed_part(const build_context *c, expr *e) {
    const expr *p = c->arguments[0].node;
    if (!is_point(p) || !p->bare_part || memchr(own_words(c).data, ' ', c->end - c->start)) return false;
    if (in_context(c->grammar, word_behind(c), CONTEXT_CONVEYANCE)) return false;
    *e = *p;
    e->bare_part = false;
    return true;
}

/* "Noon. Lost sight of the land" opens a line of a log. */
/* "Midnight heavy sea", "Noon Lat. 54 12 S.", and not "Midnight struck", "Noon is near" */
static bool notes_on(const build_context *c) {
    const context_set verbs =
        CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_PARTICIPLE | CONTEXT_JOINER | CONTEXT_GENITIVE;
    annals_text word = word_behind(c);
    size_t next;
    if (!word.length || byte_at(c, c->end) != ' ') return false;
    bool position = text_same_word(word, "lat") || text_same_word(word, "bar") || text_same_word(word, "ther");
    return position || (is_lower(text_decode(word, 0, &next)) && !in_context(c->grammar, word, verbs));
}

bool build_log_part(const build_context *c, expr *e) {
    size_t at, next;
    uint32_t before = sign_before(c, &at);
    bool heads = (!before || before == '.' || before == '\n') && text_begins_upper(own_words(c)) &&
                 (byte_in((char)sign_at(c, c->end, &next), ".,:") || notes_on(c));
    e->of_day = !c->opens; /* "8 p.m. Squalls. Midnight, wind easing" */
    return (c->opens || heads) && build_part(c, e);
}

/* "the evening", which only with a day, or behind a preposition, says when. */
bool build_loose_part(const build_context *c, expr *e) {
    e->bare_part = true;
    return build_part(c, e);
}

/* "at night": of no one day */
bool build_generic_part(const build_context *c, expr *e) {
    e->generic = true;
    return build_part(c, e);
}

/* (part of a day, whether of several) */
bool build_generic_part_in_story(const build_context *c, expr *e) {
    bool part = build_generic_part(c, e) && !titled(c); /* "Day & Night Ltd." */
    e->story_only = true;
    e->several = c->arguments[1].present;
    e->third = 0;
    return part;
}

/* "remained overnight", not "overnight stay" */
bool build_part_alone(const build_context *c, expr *e) {
    return stands_alone(c) && build_part(c, e);
}

/* (part of a day): "heute Nacht", which is over where it is told of as past */
bool build_part_around(const build_context *c, expr *e) {
    e->direction = -1;
    return build_part(c, e);
}

/* (part of a day): "overnight", which is over where it is told of as past */
bool build_part_over(const build_context *c, expr *e) {
    e->direction = -1;
    return build_part_alone(c, e);
}

/* (portion, part of a day): "late on Sunday night" */
bool build_third_part(const build_context *c, expr *e) {
    const expr *p = c->arguments[1].node;
    if (!is_point(p) || p->part == ANNALS_DAY_PART_NONE || p->hour != UNSET || p->third || p->limit) return false;
    *e = *p;
    e->third = c->arguments[0].value;
    return true;
}
