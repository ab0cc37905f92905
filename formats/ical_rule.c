#include "ical_rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { DAILY, WEEKLY, MONTHLY, YEARLY, CYCLES };
static const struct {
    const char *name;
    int days, months; /* from one to the next */
} cycles[CYCLES] = {{"DAILY", 1, 0}, {"WEEKLY", 7, 0}, {"MONTHLY", 0, 1}, {"YEARLY", 0, 12}};

/* A day of each of them; what a cycle has none of is 0. */
typedef struct pattern {
    int cycle, weekday, month, day;
} pattern;

static int64_t months_of(int64_t at, int *of_month) {
    int64_t year;
    int month;
    annals_civil_of_day(at, &year, &month, of_month);
    return year * 12 + month - 1;
}

static int64_t day_of_months(int64_t months, int of_month) {
    return annals_day_of_civil(months / 12, (int)(months % 12) + 1, of_month);
}

static int64_t later_by(int cycle, int64_t first, int64_t times) {
    int of_month;
    int64_t months = months_of(first, &of_month) + times * cycles[cycle].months;
    return cycles[cycle].days ? first + times * cycles[cycle].days : day_of_months(months, of_month);
}

/* How often, from the first to that day. */
static int64_t count_until(int cycle, int64_t first, int64_t last) {
    int from, to;
    int64_t begin = months_of(first, &from), months = months_of(last, &to) - begin;
    if (cycles[cycle].days) return (last - first) / cycles[cycle].days + 1;
    return (months - (to < from)) / cycles[cycle].months + 1;
}

static int64_t first_from(const pattern *p, int64_t day) {
    int of_month;
    int64_t months = months_of(day, &of_month);
    if (p->cycle == DAILY) return day;
    if (p->cycle == WEEKLY) return day + (p->weekday - annals_weekday_of_day(day) + 7) % 7;
    months += of_month > p->day;
    if (p->cycle == YEARLY) months += (p->month - 1 - months % 12 + 12) % 12;
    return day_of_months(months, p->day);
}

/* ------------------------------------------------------------------ sets */

/* 0 for "XX", -1 for what is neither it nor a number. */
static int two_digits(const char *at) {
    if (!memcmp(at, "XX", 2)) return 0;
    bool digits = at[0] >= '0' && at[0] <= '9' && at[1] >= '0' && at[1] <= '9';
    return digits ? (at[0] - '0') * 10 + at[1] - '0' : -1;
}

/* Of a month, that each of them has; of a year, that each of them has. */
static bool comes_each_time(const pattern *p) {
    enum { COMMON_YEAR = 1962, FEBRUARY = 2 };
    int64_t year;
    int month = p->cycle == YEARLY ? p->month : FEBRUARY, found, day;
    annals_civil_of_day(annals_day_of_civil(COMMON_YEAR, month, p->day), &year, &found, &day);
    return found == month;
}

/* "XXXX-WXX-1", "XXXX-XX-XX", "XXXX-XX-05", "XXXX-10-05", each with a part of the day or without. */
static bool read_set(annals_text set, pattern *p) {
    enum { DAY = 10 /* bytes */ };
    *p = (pattern){0};
    if (set.length < DAY || (set.length > DAY && set.data[DAY] != 'T') || memcmp(set.data, "XXXX-", 5) != 0)
        return false;
    if (!memcmp(set.data + 5, "WXX-", 4)) {
        *p = (pattern){.cycle = WEEKLY, .weekday = set.data[9] - '0'};
        return p->weekday >= 1 && p->weekday <= 7;
    }
    *p = (pattern){.month = two_digits(set.data + 5), .day = two_digits(set.data + 8)};
    if (p->month < 0 || p->month > 12 || p->day < 0 || p->day > 31 || set.data[7] != '-') return false;
    p->cycle = p->month ? YEARLY : p->day ? MONTHLY : DAILY;
    return p->cycle == DAILY || (p->day && comes_each_time(p));
}

bool ical_rule_of(annals_text set, ical_span *span, char *buffer) {
    pattern p;
    if (span->timed || !read_set(set, &p)) return false;
    int64_t first = first_from(&p, span->start.day), last = span->end.day - 1;
    int64_t count = first <= last ? count_until(p.cycle, first, last) : 0;
    if (count < 2) return false;
    *span = ical_span_of_days(first, first);
    snprintf(buffer, ICAL_RULE_SIZE, "FREQ=%s;COUNT=%lld", cycles[p.cycle].name, (long long)count);
    return true;
}

/* ------------------------------------------------------------------ rules */

typedef struct rule {
    pattern by;
    int64_t count;
    ical_moment until;
    bool bounded, timed, universal; /* by `until` */
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

/* How far on in a list of names of `size` bytes the text is, from 1 on; 0: it is none. */
static int place_in(annals_text text, const char *names, size_t size) {
    for (size_t i = 0; names[i] && text.length == size; i += size)
        if (!strncasecmp(names + i, text.data, size)) return (int)(i / size) + 1;
    return 0;
}

static bool is(annals_text text, const char *word) {
    return text.length == strlen(word) && !strncasecmp(text.data, word, text.length);
}

static bool take_cycle(rule *r, annals_text name) {
    for (r->by.cycle = 0; r->by.cycle < CYCLES; r->by.cycle++)
        if (is(name, cycles[r->by.cycle].name)) return true;
    return false;
}

static bool take_until(rule *r, annals_text value) {
    r->bounded = true;
    return ical_moment_read(value, &r->until, &r->timed, &r->universal);
}

static bool take_part(rule *r, annals_text key, annals_text value) {
    if (is(key, "FREQ")) return take_cycle(r, value);
    if (is(key, "UNTIL")) return take_until(r, value);
    if (is(key, "COUNT")) return (r->count = number_of(value)) > 0;
    if (is(key, "BYDAY")) return (r->by.weekday = place_in(value, "MOTUWETHFRSASU", 2)) > 0;
    if (is(key, "BYMONTHDAY")) return (r->by.day = (int)number_of(value)) > 0;
    if (is(key, "BYMONTH")) return (r->by.month = (int)number_of(value)) > 0;
    return is(key, "WKST") || (is(key, "INTERVAL") && number_of(value) == 1);
}

static bool read_rule(annals_text text, rule *r) {
    *r = (rule){.by.cycle = CYCLES};
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
    return r->by.cycle < CYCLES;
}

/* Do its parts say no more than the first day does?  A BYMONTHDAY alone makes what comes each year come each month. */
static bool says_its_first_day(const rule *r, int64_t first, pattern *p) {
    int of_month;
    int64_t months = months_of(first, &of_month);
    *p = (pattern){r->by.cycle, annals_weekday_of_day(first), (int)(months % 12) + 1, of_month};
    if (r->by.weekday && (r->by.cycle != WEEKLY || r->by.weekday != p->weekday)) return false;
    if (r->by.month && (r->by.cycle != YEARLY || r->by.month != p->month)) return false;
    if (r->by.day && (r->by.day != p->day || r->by.cycle < MONTHLY)) return false;
    return !r->by.day || r->by.cycle == MONTHLY || r->by.month;
}

static void spell_set(const pattern *p, const ical_span *first, char *set, size_t size) {
    char clock[16] = "";
    int minute = first->start.second / 60;
    if (first->timed) snprintf(clock, sizeof clock, "T%02d:%02d", minute / 60 % 24, minute % 60);
    if (p->cycle == DAILY) snprintf(set, size, "XXXX-XX-XX%s", clock);
    else if (p->cycle == WEEKLY) snprintf(set, size, "XXXX-WXX-%d%s", p->weekday, clock);
    else if (p->cycle == MONTHLY) snprintf(set, size, "XXXX-XX-%02d%s", p->day, clock);
    else snprintf(set, size, "XXXX-%02d-%02d%s", p->month, p->day, clock);
}

/* The last day that it may come on: UNTIL is a moment of UTC for what has a time of day (3.3.10). */
static int64_t last_day(const rule *r, const ical_span *first, int32_t ahead) {
    ical_span until = {.start = r->until, .end = r->until};
    if (r->universal && first->timed) ical_span_to_utc(&until, -ahead);
    return until.start.day - (r->timed && first->timed && until.start.second < first->start.second);
}

bool ical_rule_read(annals_text text, const ical_span *first, int32_t ahead, ical_repetition *repetition) {
    rule r;
    pattern p;
    if (!read_rule(text, &r)) return false;
    int64_t begin = first->start.day, until = last_day(&r, first, ahead);
    if (!says_its_first_day(&r, begin, &p) || (r.bounded && until < begin)) return false;
    repetition->cycle = p.cycle;
    spell_set(&p, first, repetition->set, sizeof repetition->set);
    if (p.cycle >= MONTHLY && !comes_each_time(&p)) return false;
    repetition->endless = !r.count && !r.bounded;
    int64_t count = r.count ? r.count : r.bounded ? count_until(p.cycle, begin, until) : 1;
    repetition->last = later_by(p.cycle, begin, count - 1);
    return repetition->last <= annals_day_of_civil(ICAL_LAST_YEAR, 12, 31);
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
    int64_t from = 0, begin = first->start.day, last = r->last, until = count_until(r->cycle, begin, last) - 1;
    while ((r->endless || from <= until) && is_among(days, count, later_by(r->cycle, begin, from))) from++;
    while (!r->endless && until > from && is_among(days, count, later_by(r->cycle, begin, until))) until--;
    bool some = r->endless || from <= until, moved = some && from;
    int64_t start = later_by(r->cycle, begin, from), end = later_by(r->cycle, begin, until);
    if (some && !r->endless) r->last = end;
    for (size_t i = 0; i < count; i++) all &= days[i] < start || (!r->endless && days[i] > end);
    free(days);
    if (moved) first->end.day += start - begin;
    if (moved) first->start.day = start;
    if (!some || !all) return ICAL_LEFT_OTHERS;
    return moved || r->last < last ? ICAL_LEFT_ENDS : ICAL_LEFT_NONE;
}
