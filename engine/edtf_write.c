#include "edtf.h"

#include "civil.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a spelling goes; what does not fit is counted only. */
typedef struct spelling {
    char *data;
    size_t size, length;
} spelling;

static void put(spelling *s, const char *text) {
    size_t length = strlen(text);
    if (s->length + length < s->size) memcpy(s->data + s->length, text, length + 1);
    s->length += length;
}

/* `count` digits of a number, X for the unspecified ones. */
static void put_digits(spelling *s, int64_t number, int count, unsigned unspecified) {
    char digits[24] = "";
    for (int i = 0; i < count; i++, number /= 10)
        digits[count - 1 - i] = (char)(unspecified >> i & 1 ? 'X' : '0' + number % 10);
    put(s, digits);
}

static void put_number(spelling *s, const char *prefix, int64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)number);
    put(s, prefix);
    put(s, text);
}

static void put_qualifier(spelling *s, unsigned qualifier) {
    static const char *const signs[] = {"", "?", "~", "%"};
    put(s, signs[qualifier & 3]);
}

/* ---------------------------------------------------------------- a date */

static void put_year(spelling *s, const annals_edtf_date *date) {
    if (date->long_year) {
        put_number(s, "Y", date->year);
        if (date->exponent) put_number(s, "E", date->exponent);
    } else {
        if (date->negative) put(s, "-");
        int coarse = date->granularity == ANNALS_CENTURY ? 2 : date->granularity == ANNALS_DECADE;
        put_digits(s,
                   llabs(date->year) / (coarse == 2 ? 100
                                        : coarse    ? 10
                                                    : 1),
                   4 - coarse, date->unspecified[ANNALS_EDTF_YEAR]);
    }
    if (date->significant_digits) put_number(s, "S", date->significant_digits);
}

/* How many parts the date has: year, month, day. */
static int parts_of(const annals_edtf_date *date) {
    if (date->granularity >= ANNALS_DAY) return 3;
    return date->granularity >= ANNALS_MONTH && !date->season ? 2 : 1;
}

/* One sign behind the last of the first parts that share a qualifier, and one before each later part that has one. */
static int shared_parts(const annals_edtf_date *date) {
    int count = 1;
    while (count < parts_of(date) && date->qualifier[count] == date->qualifier[0]) count++;
    return count;
}

static void put_time(spelling *s, const annals_edtf_date *date) {
    char text[32];
    snprintf(text, sizeof text, "T%02d:%02d:%02d", date->hour, date->minute, date->second);
    put(s, text);
    if (date->nanosecond) {
        snprintf(text, sizeof text, ".%09d", date->nanosecond);
        for (size_t last = strlen(text) - 1; text[last] == '0'; last--) text[last] = 0;
        put(s, text);
    }
    int minutes = abs(date->zone_minutes);
    if (!date->zoned) return;
    snprintf(text, sizeof text, "%c%02d:%02d", date->zone_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
    put(s, minutes ? text : "Z");
}

static void put_date(spelling *s, const annals_edtf_date *date) {
    int parts = parts_of(date), shared = shared_parts(date);
    const int written[] = {0, date->month, date->day};
    for (int part = 0; part < parts; part++) {
        if (part) put(s, "-");
        if (part >= shared) put_qualifier(s, date->qualifier[part]);
        if (part) put_digits(s, written[part], 2, date->unspecified[part]);
        else put_year(s, date);
        if (part == shared - 1) put_qualifier(s, date->qualifier[0]);
    }
    if (date->season) put_number(s, "-", date->season);
    if (date->granularity >= ANNALS_MINUTE) put_time(s, date);
}

static void put_end(spelling *s, const annals_edtf_date *date) {
    if (date->state == ANNALS_EDTF_OPEN) put(s, "..");
    else if (date->state == ANNALS_EDTF_GIVEN) put_date(s, date);
}

/* ---------------------------------------------------------------- a value */

static void put_set(spelling *s, const annals_edtf *value) {
    bool one_of = value->kind == ANNALS_EDTF_ONE_OF;
    put(s, one_of ? "[" : "{");
    for (size_t i = 0; i < value->item_count; i++) {
        const annals_edtf_item *item = &value->items[i];
        bool range = item->first.state == ANNALS_EDTF_GIVEN && item->last.state == ANNALS_EDTF_GIVEN;
        if (i) put(s, ",");
        put_end(s, &item->first);
        if (range) put(s, "..");
        put_end(s, &item->last);
    }
    put(s, one_of ? "]" : "}");
}

static void put_value(spelling *s, const annals_edtf *value) {
    if (value->kind >= ANNALS_EDTF_ONE_OF) {
        put_set(s, value);
        return;
    }
    put_end(s, &value->items[0].first);
    if (value->kind == ANNALS_EDTF_SINGLE) return;
    put(s, "/");
    put_end(s, &value->items[0].last);
}

size_t annals_edtf_write(const annals_edtf *value, char *buffer, size_t size) {
    spelling s = {buffer, size, 0};
    if (size) buffer[0] = 0;
    put_value(&s, value);
    return s.length;
}

annals_text edtf_spell(arena *a, const annals_edtf *value) {
    char buffer[128]; /* more than almost any takes */
    size_t length = annals_edtf_write(value, buffer, sizeof buffer);
    if (length < sizeof buffer) return arena_text(a, (annals_text){buffer, length});
    char *data = arena_alloc(a, length + 1);
    if (!data) return (annals_text){0};
    annals_edtf_write(value, data, length + 1);
    return (annals_text){data, length};
}

const char *annals_edtf_kind_name(annals_edtf_kind kind) {
    static const char *const names[] = {[ANNALS_EDTF_SINGLE] = "date",
                                        [ANNALS_EDTF_INTERVAL] = "interval",
                                        [ANNALS_EDTF_ONE_OF] = "one of",
                                        [ANNALS_EDTF_ALL_OF] = "all of"};
    return names[kind];
}

/* ---------------------------------------------------------------- what the engine writes */

static bool is_qualified(const annals_edtf_date *date) {
    return date->qualifier[ANNALS_EDTF_YEAR] || date->qualifier[ANNALS_EDTF_MONTH] || date->qualifier[ANNALS_EDTF_DAY];
}

/* The first or the last month of a season, as a date with its qualifier. */
static annals_edtf_date month_of_season(const annals_edtf_date *date, bool last) {
    annals_edtf_date month = *date;
    int first, months;
    edtf_season_months(date->season, &first, &months);
    int64_t day = civil_add_months(annals_day_of_civil(date->year, first, 1), last ? months - 1 : 0);
    int of_month;
    annals_civil_of_day(day, &month.year, &month.month, &of_month);
    month.negative = month.year < 0;
    month.granularity = ANNALS_MONTH;
    month.season = 0;
    month.qualifier[ANNALS_EDTF_MONTH] = month.qualifier[ANNALS_EDTF_YEAR];
    return month;
}

/* The first or the last year of a decade or century before year 0: 048X counts away from 0, a decade towards it. */
static annals_edtf_date year_of_period(const annals_edtf_date *date, bool last) {
    annals_edtf_date year = *date;
    if (last) year.year += date->unspecified[ANNALS_EDTF_YEAR] == 1 ? 9 : 99;
    year.negative = year.year < 0;
    year.unspecified[ANNALS_EDTF_YEAR] = 0;
    return year;
}

static annals_edtf_date as_end(const annals_edtf_date *date, bool last) {
    if (date->state != ANNALS_EDTF_GIVEN) return *date;
    if (date->season) return month_of_season(date, last);
    bool period = date->unspecified[ANNALS_EDTF_YEAR] == 1 || date->unspecified[ANNALS_EDTF_YEAR] == 3;
    return period && date->year < 0 ? year_of_period(date, last) : *date;
}

/* A season with a qualifier, or of no year, and a decade or century before year 0 are written as intervals. */
static bool is_expressible(const annals_edtf_date *date) {
    enum { ALL_FOUR = 15 };
    unsigned unspecified = date->unspecified[ANNALS_EDTF_YEAR];
    if (date->season) return !is_qualified(date) && !unspecified;
    return !unspecified || unspecified == ALL_FOUR || date->year >= 0;
}

/* Years with Y have neither parts nor qualifiers. */
static annals_edtf_date without_parts(const annals_edtf_date *date) {
    if (!date->long_year) return *date;
    return (annals_edtf_date){.state = date->state,
                              .granularity = ANNALS_YEAR,
                              .year = date->year,
                              .negative = date->negative,
                              .long_year = true,
                              .exponent = date->exponent,
                              .significant_digits = date->significant_digits};
}

annals_text edtf_spell_dates(arena *a, const annals_edtf_date *first, const annals_edtf_date *last) {
    annals_edtf_item item = {.first = without_parts(first)};
    annals_edtf value = {.kind = ANNALS_EDTF_SINGLE, .items = &item, .item_count = 1};
    if (last && (first->long_year || last->long_year)) return annals_text_of("");
    if (last || !is_expressible(first)) {
        value.kind = ANNALS_EDTF_INTERVAL;
        item.first = as_end(first, false);
        item.last = as_end(last ? last : first, true);
    }
    return edtf_spell(a, &value);
}

/* Read an expression of our own; null data in `failure` without memory, empty where it is none. */
static bool read_own(arena *a, annals_text expression, annals_edtf *value, annals_text *failure) {
    annals_error error = {0};
    bool done = edtf_read(a, expression, value, &error);
    *failure = error.status == ANNALS_MEMORY ? (annals_text){0} : annals_text_of("");
    return done;
}

/* The first or the last date of an expression; an absent one is open. */
static bool read_end(arena *a, annals_text expression, bool last, annals_edtf_date *date, annals_text *failure) {
    annals_edtf value;
    *date = (annals_edtf_date){.state = ANNALS_EDTF_OPEN};
    if (!expression.data) return true;
    if (!read_own(a, expression, &value, failure)) return false;
    const annals_edtf_item *item = &value.items[0];
    *date = last && item->last.state != ANNALS_EDTF_ABSENT ? item->last : item->first;
    return true;
}

annals_text edtf_interval(arena *a, annals_text first, annals_text last) {
    annals_edtf_date from, to;
    annals_text failure;
    if (!read_end(a, first, false, &from, &failure) || !read_end(a, last, true, &to, &failure)) return failure;
    return edtf_spell_dates(a, &from, &to);
}

static void qualify(annals_edtf_date *date, unsigned qualifier) {
    for (int part = 0; part < ANNALS_EDTF_PARTS && date->granularity < ANNALS_MINUTE; part++)
        date->qualifier[part] |= qualifier;
}

annals_text edtf_qualified(arena *a, annals_text expression, unsigned qualifier) {
    annals_edtf value;
    annals_text failure;
    if (!read_own(a, expression, &value, &failure)) return failure;
    annals_edtf_date first = value.items[0].first, last = value.items[0].last;
    qualify(&first, qualifier);
    qualify(&last, qualifier);
    return edtf_spell_dates(a, &first, last.state == ANNALS_EDTF_ABSENT ? NULL : &last);
}
