/* ical_observance.c: the rules by which clocks change, as calendars say them. */
#include "ical_observance.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 86400, WEEK = 7, MONTHS = 12, LONGEST_MONTH = 31 };

/* ------------------------------------------------------------------ reading */

typedef void take(ical_observance *o, const char *value);

static void take_frequency(ical_observance *o, const char *value) {
    o->unknown |= strcmp(value, "YEARLY") != 0;
}

static void take_interval(ical_observance *o, const char *value) {
    o->unknown |= strcmp(value, "1") != 0;
}

static void take_month(ical_observance *o, const char *value) {
    o->month = atoi(value);
    o->unknown |= o->month < 1 || o->month > MONTHS || strchr(value, ',');
}

/* "BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14": the first Sunday from the 8th on. */
static void take_day(ical_observance *o, const char *value) {
    o->day = atoi(value);
    o->unknown |= o->day < 1 || o->day > LONGEST_MONTH;
}

static void take_weekday(ical_observance *o, const char *value) {
    static const char names[] = "MOTUWETHFRSASU";
    enum { NAME = 2, MOST_IN_MONTH = 5 };
    char *name;
    o->nth = (int)strtol(value, &name, 10);
    for (int i = 0; i < WEEK; i++)
        if (strlen(name) == NAME && !memcmp(name, names + NAME * i, NAME)) o->weekday = i + 1;
    o->unknown |= !o->weekday || o->nth < -MOST_IN_MONTH || o->nth > MOST_IN_MONTH;
}

static void take_end(ical_observance *o, const char *value) {
    bool timed, universal;
    o->ends = true;
    o->unknown |= !ical_moment_read(annals_text_of(value), &o->until, &timed, &universal);
}

static void take_nothing(ical_observance *o, const char *value) {
    (void)o;
    (void)value;
}

static const struct part {
    const char *name;
    take *take;
} parts[] = {{"FREQ", take_frequency}, {"INTERVAL", take_interval}, {"BYMONTH", take_month}, {"BYDAY", take_weekday},
             {"BYMONTHDAY", take_day}, {"UNTIL", take_end},         {"WKST", take_nothing}};

static void take_part(ical_observance *o, annals_text part) {
    enum { LONGEST = 64 };
    char text[LONGEST];
    int length = snprintf(text, sizeof text, "%.*s", (int)part.length, part.data);
    char *value = strchr(text, '=');
    if (!value || length >= LONGEST) {
        o->unknown = true;
        return;
    }
    *value++ = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strcmp(text, parts[i].name) != 0) continue;
        parts[i].take(o, value);
        return;
    }
    o->unknown = true;
}

/* The day that it first holds on says what the rule leaves open. */
static void fill(ical_observance *o) {
    int64_t year;
    int month, day;
    annals_civil_of_day(o->start.day, &year, &month, &day);
    if (!o->month) o->month = month;
    if (!o->weekday && !o->day) o->day = day;
    o->unknown |= o->weekday && !o->nth == !o->day;
}

void ical_observance_rule(ical_observance *o, annals_text rule) {
    for (size_t at = 0; at < rule.length;) {
        const char *end = memchr(rule.data + at, ';', rule.length - at);
        size_t stop = end ? (size_t)(end - rule.data) : rule.length;
        take_part(o, (annals_text){rule.data + at, stop - at});
        at = stop + 1;
    }
    fill(o);
}

/* ------------------------------------------------------------------ when */

static int64_t first_weekday_from(int64_t day, int weekday) {
    return day + (weekday - annals_weekday_of_day(day) + WEEK) % WEEK;
}

static int64_t day_in_year(const ical_observance *o, int64_t year) {
    int64_t first = annals_day_of_civil(year, o->month, 1);
    if (o->day) first += o->day - 1;
    if (!o->weekday) return first;
    if (o->nth >= 0) return first_weekday_from(first, o->weekday) + (o->nth ? o->nth - 1 : 0) * WEEK;
    int64_t behind =
        o->month == MONTHS ? annals_day_of_civil(year + 1, 1, 1) : annals_day_of_civil(year, o->month + 1, 1);
    return first_weekday_from(behind - WEEK, o->weekday) + (o->nth + 1) * WEEK;
}

/* From before all years that calendars have, so that none is negative. */
static int64_t seconds_of(ical_moment m) {
    return (m.day - annals_day_of_civil(0, 1, 1)) * DAY + m.second;
}

/* The end is told in UTC, and holds for the day that it is on. */
int64_t ical_observance_onset(const ical_observance *o, ical_moment at) {
    int64_t year, first = seconds_of(o->start), last = seconds_of(at);
    int month, day;
    if (last < first) return ICAL_NEVER;
    ical_moment latest = at;
    if (o->ends && seconds_of(o->until) + DAY < last) latest = (ical_moment){o->until.day + 1, o->until.second};
    annals_civil_of_day(latest.day, &year, &month, &day);
    for (int64_t y = year; o->month && y > year - 2; y--) {
        int64_t onset = seconds_of((ical_moment){day_in_year(o, y), o->start.second});
        if (onset >= first && onset <= seconds_of(latest)) return onset;
    }
    return first;
}
