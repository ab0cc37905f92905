#include "ical_rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { WEEK = 7, YEAR = 12 /* months */, MOST_APART = 9999 };
static const struct {
    const char *name, letter;
    int days, months; /* from one to the next */
} units[ICAL_UNITS] = {[ICAL_DAILY] = {"DAILY", 'D', 1, 0},
                       [ICAL_WEEKLY] = {"WEEKLY", 'W', WEEK, 0},
                       [ICAL_MONTHLY] = {"MONTHLY", 'M', 0, 1},
                       [ICAL_YEARLY] = {"YEARLY", 'Y', 0, YEAR}};
static const char weekday_names[] = "MOTUWETHFRSASU";

/* ------------------------------------------------------------------ counting */

static int64_t months_of(int64_t at, int *of_month) {
    int64_t year;
    int month;
    annals_civil_of_day(at, &year, &month, of_month);
    return year * YEAR + month - 1;
}

static int64_t day_of_months(int64_t months, int of_month) {
    return annals_day_of_civil(months / YEAR, (int)(months % YEAR) + 1, of_month);
}

static int count_weekdays(unsigned weekdays, int before) {
    int count = 0;
    for (int i = 0; i < before; i++) count += (weekdays >> i & 1) != 0;
    return count;
}

static int64_t monday_of(int64_t day) {
    return day - annals_weekday_of_day(day) + 1;
}

/* The weekday that is so many behind the first of them, weeks aside. */
static int nth_weekday(unsigned weekdays, int n) {
    int at = 0;
    for (; at < WEEK; at++)
        if (weekdays >> at & 1 && !n--) return at;
    return 0;
}

/* The day of a month, of those since the year 0. */
static int64_t day_in_month(const ical_cycle *c, int64_t months) {
    if (!c->nth) return day_of_months(months, c->day);
    int64_t first = day_of_months(months, 1), weekday = nth_weekday(c->weekdays, 0) + 1;
    if (c->nth < 0) first = day_of_months(months + 1, 1) - WEEK;
    return first + (weekday - annals_weekday_of_day(first) + WEEK) % WEEK + (c->nth > 0 ? (c->nth - 1) * WEEK : 0);
}

/* Weeks begin on Monday. */
static int64_t later_weekday(const ical_cycle *c, int64_t first, int64_t times) {
    int each = count_weekdays(c->weekdays, WEEK);
    int64_t monday = monday_of(first), at = times + count_weekdays(c->weekdays, (int)(first - monday));
    return monday + at / each * c->interval * WEEK + nth_weekday(c->weekdays, (int)(at % each));
}

/* So many times behind the first, which is one of its days. */
static int64_t later_by(const ical_cycle *c, int64_t first, int64_t times) {
    int of_month;
    if (c->unit == ICAL_WEEKLY) return later_weekday(c, first, times);
    if (c->unit == ICAL_DAILY) return first + times * c->interval;
    int64_t months = months_of(first, &of_month) + times * units[c->unit].months * c->interval;
    return c->nth ? day_in_month(c, months) : day_of_months(months, of_month);
}

static int64_t count_weekdays_until(const ical_cycle *c, int64_t first, int64_t last) {
    int64_t monday = monday_of(first), period = (int64_t)c->interval * WEEK, days = last - monday;
    int64_t rest = days % period + 1, whole = days / period * count_weekdays(c->weekdays, WEEK);
    return whole + count_weekdays(c->weekdays, (int)(rest < WEEK ? rest : WEEK)) -
           count_weekdays(c->weekdays, (int)(first - monday));
}

/* How often, from the first to that day, which is not before it. */
static int64_t count_until(const ical_cycle *c, int64_t first, int64_t last) {
    int from, to;
    if (c->unit == ICAL_WEEKLY) return count_weekdays_until(c, first, last);
    if (c->unit == ICAL_DAILY) return (last - first) / c->interval + 1;
    int64_t begin = months_of(first, &from), end = months_of(last, &to), months = end - begin;
    bool early = c->nth ? last < day_in_month(c, end) : to < from;
    return (months - early) / (units[c->unit].months * c->interval) + 1;
}

static int64_t first_from(const ical_cycle *c, int64_t day) {
    int of_month;
    int64_t months = months_of(day, &of_month);
    if (c->unit == ICAL_DAILY) return day;
    if (c->unit == ICAL_WEEKLY) {
        while (!(c->weekdays >> (annals_weekday_of_day(day) - 1) & 1)) day++;
        return day;
    }
    if (c->nth) return day_in_month(c, months + (day > day_in_month(c, months)));
    months += of_month > c->day;
    if (c->unit == ICAL_YEARLY) months += (c->month - 1 - months % YEAR + YEAR) % YEAR;
    return day_of_months(months, c->day);
}

/* ------------------------------------------------------------------ sets */

/* 0 for "XX", -1 for what is neither it nor a number. */
static int two_digits(const char *at) {
    if (!memcmp(at, "XX", 2)) return 0;
    bool digits = at[0] >= '0' && at[0] <= '9' && at[1] >= '0' && at[1] <= '9';
    return digits ? (at[0] - '0') * 10 + at[1] - '0' : -1;
}

/* Of a month, that each of them has; of a year, that each of them has. */
static bool comes_each_time(const ical_cycle *c) {
    enum { COMMON_YEAR = 1962, FEBRUARY = 2, SURE_WEEKS = 4 };
    if (c->nth) return c->nth <= SURE_WEEKS;
    int64_t year;
    int month = c->unit == ICAL_YEARLY ? c->month : FEBRUARY, found, day;
    annals_civil_of_day(annals_day_of_civil(COMMON_YEAR, month, c->day), &year, &found, &day);
    return found == month;
}

/* "P2W"; 0: it is none such. */
static int read_period(annals_text period, ical_unit *unit) {
    int number = 0;
    if (period.length < 3 || period.data[0] != 'P') return 0;
    for (size_t i = 1; i + 1 < period.length; i++) {
        if (period.data[i] < '0' || period.data[i] > '9' || number > MOST_APART / 10) return 0;
        number = number * 10 + period.data[i] - '0';
    }
    for (*unit = ICAL_DAILY; *unit < ICAL_UNITS; ++*unit)
        if (units[*unit].letter == period.data[period.length - 1]) return number;
    return 0;
}

static bool is(annals_text text, const char *word) {
    return text.length == strlen(word) && !strncasecmp(text.data, word, text.length);
}

/* "XXXX-WXX" is each week, and "P2W" every second one; "P1W" is a number of times each week. */
static bool read_unset(annals_text set, ical_cycle *c) {
    *c = (ical_cycle){.interval = 1, .unset = true};
    static const char *const each[] = {
        [ICAL_DAILY] = "XXXX-XX-XX", [ICAL_WEEKLY] = "XXXX-WXX", [ICAL_MONTHLY] = "XXXX-XX", [ICAL_YEARLY] = "XXXX"};
    for (c->unit = ICAL_WEEKLY; c->unit < ICAL_UNITS; c->unit++)
        if (is(set, each[c->unit])) return true;
    c->interval = read_period(set, &c->unit);
    return c->interval > 1;
}

/* "XXXX-WXX-1", "XXXX-WXX-WE" and "-WD", the end of the week and its working days. */
static bool read_weekdays(const char *at, ical_cycle *c) {
    enum { WORKING = 31, WEEKEND = 96 };
    bool one = *at >= '1' && *at <= '7';
    c->unit = ICAL_WEEKLY;
    c->weekdays = one ? 1u << (*at - '1') : !memcmp(at, "WD", 2) ? WORKING : !memcmp(at, "WE", 2) ? WEEKEND : 0;
    return c->weekdays;
}

/* "XXXX-XX-W01-2", "XXXX-XX-WL-2" */
static bool read_nth(annals_text set, ical_cycle *c) {
    static const char head[] = "XXXX-XX-W";
    const size_t length = sizeof head - 1;
    if (set.length < length + 3 || memcmp(set.data, head, length) != 0) return false;
    bool last = set.data[length] == 'L';
    if (set.length != length + (last ? 3 : 4)) return false;
    *c = (ical_cycle){.interval = 1, .nth = last ? -1 : two_digits(set.data + length)};
    bool weekday = read_weekdays(set.data + set.length - 1, c);
    c->unit = ICAL_MONTHLY;
    return weekday && c->nth && comes_each_time(c);
}

/* Those, or "XXXX-XX-XX", "XXXX-XX-05", "XXXX-10-05", each with a part of the day or without. */
static bool read_set(annals_text set, ical_cycle *c) {
    enum { DAY = 10 /* bytes */ };
    if (read_nth(set, c)) return true;
    if (set.length < DAY || memcmp(set.data, "XXXX-", 5) != 0) return read_unset(set, c);
    const char *time = memchr(set.data, 'T', set.length);
    size_t length = time ? (size_t)(time - set.data) : set.length;
    bool weeks = !memcmp(set.data + 5, "WXX-", 4);
    *c = (ical_cycle){.interval = 1};
    if (length != DAY && !(weeks && length == DAY + 1)) return false;
    if (weeks) return read_weekdays(set.data + 9, c) && (length == DAY) == (set.data[9] != 'W');
    c->month = two_digits(set.data + 5);
    c->day = two_digits(set.data + 8);
    if (c->month < 0 || c->month > YEAR || c->day < 0 || c->day > 31 || set.data[7] != '-') return false;
    c->unit = c->month ? ICAL_YEARLY : c->day ? ICAL_MONTHLY : ICAL_DAILY;
    return c->unit == ICAL_DAILY || (c->day && comes_each_time(c));
}

bool ical_cycle_of(annals_text set, annals_text period, ical_cycle *cycle) {
    ical_unit unit;
    if (!read_set(set, cycle)) return false;
    if (cycle->unset || !period.length) return true;
    cycle->interval = read_period(period, &unit);
    return cycle->interval > 0 && unit == cycle->unit;
}

bool ical_cycle_join(ical_cycle *cycle, const ical_cycle *other) {
    bool same = cycle->unit == other->unit && cycle->interval == other->interval && cycle->unit != ICAL_DAILY;
    if (same && other->unset) return true; /* "on 5 May of each year" */
    if (same && cycle->unset) return *cycle = *other, true;
    if (cycle->unit != ICAL_WEEKLY || other->unit != ICAL_WEEKLY || cycle->interval != other->interval) return false;
    cycle->weekdays |= other->weekdays;
    return !cycle->unset && !other->unset;
}

size_t ical_cycle_sets(const ical_cycle *c, char (*sets)[ICAL_SET_SIZE]) {
    size_t count = 0;
    for (int i = 0; i < WEEK && c->unit == ICAL_WEEKLY; i++)
        if (c->weekdays >> i & 1) snprintf(sets[count++], ICAL_SET_SIZE, "XXXX-WXX-%d", i + 1);
    if (c->unit == ICAL_DAILY) snprintf(sets[count++], ICAL_SET_SIZE, "XXXX-XX-XX");
    int weekday = nth_weekday(c->weekdays, 0) + 1;
    if (c->nth < 0) snprintf(sets[count++], ICAL_SET_SIZE, "XXXX-XX-WL-%d", weekday);
    else if (c->nth) snprintf(sets[count++], ICAL_SET_SIZE, "XXXX-XX-W%02d-%d", c->nth, weekday);
    else if (c->unit == ICAL_MONTHLY) snprintf(sets[count++], ICAL_SET_SIZE, "XXXX-XX-%02d", c->day);
    if (c->unit == ICAL_YEARLY) snprintf(sets[count++], ICAL_SET_SIZE, "XXXX-%02d-%02d", c->month, c->day);
    return count;
}

const char *ical_cycle_period(const ical_cycle *c, char *buffer) {
    *buffer = 0;
    if (c->interval > 1) snprintf(buffer, ICAL_SET_SIZE, "P%d%c", c->interval, units[c->unit].letter);
    return buffer;
}

/* What only says how often does so from the first day on. */
static ical_cycle begun_on(const ical_cycle *cycle, int64_t day) {
    ical_cycle c = *cycle;
    int64_t months = months_of(day, &c.day);
    if (c.unit == ICAL_WEEKLY) c.weekdays = 1u << (annals_weekday_of_day(day) - 1);
    c.month = (int)(months % YEAR) + 1;
    return c;
}

static void spell_weekdays(unsigned weekdays, char *to, size_t size) {
    const char *sign = ";BYDAY=";
    for (int i = 0; i < WEEK; i++) {
        if (!(weekdays >> i & 1)) continue;
        size_t length = strlen(to);
        snprintf(to + length, size - length, "%s%.2s", sign, &weekday_names[2 * i]);
        sign = ",";
    }
}

bool ical_rule_of(const ical_cycle *cycle, ical_span *span, char *buffer) {
    char interval[24] = "", days[ICAL_RULE_SIZE / 2] = "";
    if (span->timed) return false;
    ical_cycle c = cycle->unset ? begun_on(cycle, span->start.day) : *cycle;
    if (c.unit >= ICAL_MONTHLY && !comes_each_time(&c)) return false;
    int64_t first = first_from(&c, span->start.day), last = span->end.day - 1;
    int64_t count = first <= last ? count_until(&c, first, last) : 0;
    if (count < 2) return false;
    *span = ical_span_of_days(first, first);
    if (c.interval > 1) snprintf(interval, sizeof interval, ";INTERVAL=%d", c.interval);
    if (c.unit == ICAL_WEEKLY && count_weekdays(c.weekdays, WEEK) > 1) spell_weekdays(c.weekdays, days, sizeof days);
    if (c.nth) snprintf(days, sizeof days, ";BYDAY=%d%.2s", c.nth, &weekday_names[2 * nth_weekday(c.weekdays, 0)]);
    snprintf(buffer, ICAL_RULE_SIZE, "FREQ=%s%s;COUNT=%lld%s", units[c.unit].name, interval, (long long)count, days);
    return true;
}

/* ------------------------------------------------------------------ rules */

typedef struct rule {
    ical_cycle by;
    int64_t count;
    ical_moment until;
    bool bounded, timed, universal; /* by `until` */
    bool monday;                    /* its weeks begin so */
} rule;

/* Up to six digits, else 0. */
static int64_t number_of(annals_text text) {
    int64_t number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || text.length > 6) return 0;
        number = number * 10 + text.data[i] - '0';
    }
    return number;
}

/* "MO,TH"; 0: it is no list of weekdays. */
static unsigned weekdays_of(annals_text text) {
    unsigned found = 0;
    for (size_t at = 0; at + 2 <= text.length; at += 3) {
        int day = 0;
        while (day < WEEK && strncasecmp(&weekday_names[2 * day], text.data + at, 2) != 0) day++;
        bool ends = at + 2 == text.length || text.data[at + 2] == ',';
        if (day == WEEK || !ends || at + 3 == text.length) return 0;
        found |= 1u << day;
    }
    return found;
}

/* "1TU", "-1FR": of each month. */
static bool take_weekdays(rule *r, annals_text value) {
    bool last = value.length && *value.data == '-';
    size_t sign = value.length && (last || *value.data == '+');
    bool numbered = value.length == sign + 3 && value.data[sign] >= '1' && value.data[sign] <= '9';
    if (numbered) r->by.nth = (last ? -1 : 1) * (value.data[sign] - '0');
    if (numbered) value.data += sign + 1, value.length = 2;
    return (r->by.weekdays = weekdays_of(value)) > 0;
}

static bool take_unit(rule *r, annals_text name) {
    for (r->by.unit = 0; r->by.unit < ICAL_UNITS; r->by.unit++)
        if (is(name, units[r->by.unit].name)) return true;
    return false;
}

static bool take_until(rule *r, annals_text value) {
    r->bounded = true;
    return ical_moment_read(value, &r->until, &r->timed, &r->universal);
}

static bool take_interval(rule *r, annals_text value) {
    int64_t interval = number_of(value);
    r->by.interval = (int)interval;
    return interval > 0 && interval <= MOST_APART;
}

static bool take_part(rule *r, annals_text key, annals_text value) {
    if (is(key, "FREQ")) return take_unit(r, value);
    if (is(key, "UNTIL")) return take_until(r, value);
    if (is(key, "COUNT")) return (r->count = number_of(value)) > 0;
    if (is(key, "BYDAY")) return take_weekdays(r, value);
    if (is(key, "BYMONTHDAY")) return (r->by.day = (int)number_of(value)) > 0;
    if (is(key, "BYMONTH")) return (r->by.month = (int)number_of(value)) > 0;
    if (is(key, "WKST")) return r->monday = is(value, "MO"), true;
    return is(key, "INTERVAL") && take_interval(r, value);
}

static bool read_rule(annals_text text, rule *r) {
    *r = (rule){.by = {.unit = ICAL_UNITS, .interval = 1}, .monday = true};
    for (size_t at = 0; at < text.length;) {
        annals_text part = {text.data + at, text.length - at};
        const char *end = memchr(part.data, ';', part.length);
        if (end) part.length = (size_t)(end - part.data);
        const char *sign = memchr(part.data, '=', part.length);
        size_t key = sign ? (size_t)(sign - part.data) : part.length, behind = key + (sign != NULL);
        at += part.length + 1;
        if (!take_part(r, (annals_text){part.data, key}, (annals_text){part.data + behind, part.length - behind}))
            return false;
    }
    return r->by.unit < ICAL_UNITS;
}

/* Do its parts say no more than the first day does, or that it is one of several days of a week?  A BYMONTHDAY alone
 * makes what comes each year come each month.  In which weeks of several the days of one lie depends on how they begin.
 */
static bool says_its_first_day(const rule *r, int64_t first, ical_cycle *c) {
    *c = begun_on(&r->by, first);
    unsigned weekdays = r->by.weekdays, several = weekdays & (weekdays - 1);
    int of_month;
    if (c->nth) {
        c->weekdays = weekdays;
        bool may = c->nth >= -1 && comes_each_time(c) && r->by.unit == ICAL_MONTHLY && !r->by.month && !r->by.day;
        return may && day_in_month(c, months_of(first, &of_month)) == first;
    }
    if (weekdays && (r->by.unit != ICAL_WEEKLY || !(weekdays & c->weekdays))) return false;
    if (several && r->by.interval > 1 && !r->monday) return false;
    if (several) c->weekdays = weekdays;
    if (r->by.month && (r->by.unit != ICAL_YEARLY || r->by.month != c->month)) return false;
    if (r->by.day && (r->by.day != c->day || r->by.unit < ICAL_MONTHLY)) return false;
    return !r->by.day || r->by.unit == ICAL_MONTHLY || r->by.month;
}

/* The last day that it may come on: UNTIL is a moment of UTC for what has a time of day (3.3.10). */
static int64_t last_day(const rule *r, const ical_span *first, int32_t ahead) {
    ical_span until = {.start = r->until, .end = r->until};
    if (r->universal && first->timed) ical_span_to_utc(&until, -ahead);
    return until.start.day - (r->timed && first->timed && until.start.second < first->start.second);
}

bool ical_rule_read(annals_text text, const ical_span *first, int32_t ahead, ical_repetition *repetition) {
    rule r;
    ical_cycle *c = &repetition->cycle;
    if (!read_rule(text, &r)) return false;
    int64_t begin = first->start.day, until = last_day(&r, first, ahead);
    if (!says_its_first_day(&r, begin, c) || (r.bounded && until < begin)) return false;
    if (c->unit >= ICAL_MONTHLY && !comes_each_time(c)) return false;
    repetition->endless = !r.count && !r.bounded;
    int64_t count = r.count ? r.count : r.bounded ? count_until(c, begin, until) : 1;
    repetition->last = later_by(c, begin, count - 1);
    return repetition->last <= annals_day_of_civil(ICAL_LAST_YEAR, 12, 31);
}

bool ical_repetition_fills(const ical_repetition *r, int64_t first, const ical_span *days) {
    int64_t last = days->end.day - 1;
    if (r->endless || first > last || first_from(&r->cycle, days->start.day) != first) return false;
    return later_by(&r->cycle, first, count_until(&r->cycle, first, last) - 1) == r->last;
}

/* ------------------------------------------------------------------ days that are left out */

static int by_day(const void *a, const void *b) {
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static bool is_among(const int64_t *days, size_t count, int64_t day) {
    return count && bsearch(&day, days, count, sizeof *days, by_day);
}

/* Those of them that begin as the first does; `*all` becomes false when there are others. */
static size_t read_days(annals_text text, bool universal, const ical_span *first, int64_t *days, bool *all) {
    size_t count = 0;
    for (size_t at = 0; at < text.length;) {
        const char *comma = memchr(text.data + at, ',', text.length - at);
        annals_text word = {text.data + at, (comma ? (size_t)(comma - text.data) : text.length) - at};
        ical_moment moment;
        bool timed, utc, read = ical_moment_read(word, &moment, &timed, &utc) && timed == first->timed;
        at += word.length + 1;
        if (read && timed) read = utc == universal && moment.second == first->start.second;
        if (read) days[count++] = moment.day;
        else *all = false;
    }
    if (count) qsort(days, count, sizeof *days, by_day);
    return count;
}

ical_left ical_rule_leave(annals_text text, bool universal, ical_span *first, ical_repetition *r) {
    bool all = true;
    int64_t *days = malloc((text.length / 2 + 1) * sizeof *days);
    if (!days) return ICAL_LEFT_NO_MEMORY;
    size_t count = read_days(text, universal, first, days, &all);
    int64_t from = 0, begin = first->start.day, last = r->last, until = count_until(&r->cycle, begin, last) - 1;
    while ((r->endless || from <= until) && is_among(days, count, later_by(&r->cycle, begin, from))) from++;
    while (!r->endless && until > from && is_among(days, count, later_by(&r->cycle, begin, until))) until--;
    bool some = r->endless || from <= until, moved = some && from;
    int64_t start = later_by(&r->cycle, begin, from), end = later_by(&r->cycle, begin, until);
    if (some && !r->endless) r->last = end;
    for (size_t i = 0; i < count; i++) all &= days[i] < start || (!r->endless && days[i] > end);
    free(days);
    if (moved) first->end.day += start - begin;
    if (moved) first->start.day = start;
    if (!some || !all) return ICAL_LEFT_OTHERS;
    return moved || r->last < last ? ICAL_LEFT_ENDS : ICAL_LEFT_NONE;
}
