#include "ical_span.h"

#include "words.h"
#include "writer.h"

#include <stdio.h>
#include <string.h>

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

/* iCalendar has four digits for the year; clients take small years for those of this century. */
enum { FIRST_YEAR = 100 };

static bool in_range(int64_t day) {
    return day >= annals_day_of_civil(FIRST_YEAR, 1, 1) && day <= annals_day_of_civil(ICAL_LAST_YEAR, 12, 31);
}

static const char outside[] = "its year is outside 0100 to 9999";

static bool has_clock(annals_bound bound) {
    return bound.state >= ANNALS_BOUND_MINUTE;
}

static ical_moment later(ical_moment moment, int32_t seconds) {
    int32_t total = moment.second + seconds;
    return (ical_moment){moment.day + total / DAY, total % DAY};
}

/* Bounds are inclusive.  A time of day stays as it is said ("until 09:15"), but the last minute of an hour and the last
 * second of a minute are the end of that hour and minute. */
static ical_moment exclusive_end(annals_bound last) {
    ical_moment end = {last.day, last.second};
    if (last.state == ANNALS_BOUND_SECOND && last.second % MINUTE == MINUTE - 1) return later(end, 1);
    if (last.state == ANNALS_BOUND_MINUTE && last.second % HOUR == HOUR - MINUTE) return later(end, MINUTE);
    return end;
}

ical_span ical_span_of_days(int64_t first, int64_t last) {
    return (ical_span){.has_end = true, .start = {first, 0}, .end = {last + 1, 0}};
}

static void take_times(ical_span *span, annals_bound first, annals_bound last) {
    *span = (ical_span){.timed = true, .start = {first.day, first.second}, .end = {first.day, first.second}};
    if (annals_bound_compare(first, last) == 0) return;
    span->has_end = true;
    span->end = exclusive_end(last);
}

bool ical_span_in_range(const ical_span *span) {
    return in_range(span->start.day) && (!span->has_end || in_range(span->end.day));
}

/* What began at no known time, or goes on to none: any day that it could stand on would say too much. */
static const char *why_open(annals_bound bound, bool end) {
    if (bound.state == ANNALS_BOUND_OPEN) return end ? "its end is open" : "its beginning is open";
    return end ? "its end is not known" : "its beginning is not known";
}

const char *ical_span_of(const annals_when *when, ical_span *span) {
    when_extent extent = when_extent_of(when);
    annals_bound first = when->begin.earliest, last = when->end.latest;
    if (extent == WHEN_UNPLACED) return why_unplaced(when);
    if (extent == WHEN_FROM || extent == WHEN_UNTIL)
        return why_open(extent == WHEN_FROM ? last : first, extent == WHEN_FROM);
    if (!in_range(first.day) || !in_range(last.day)) return outside;
    bool timed = has_clock(first) && has_clock(last);
    if (first.day > last.day || (timed && annals_bound_compare(first, last) > 0)) return "it ends before it begins";
    if (timed) take_times(span, first, last);
    else *span = ical_span_of_days(first.day, last.day);
    /* Without an end it would be a day too (RFC 5545, 3.6.1), but khal counts that day and breaks. */
    return ical_span_in_range(span) ? NULL : "the day behind it, its end, is in the year 10000";
}

void ical_span_to_days(ical_span *span) {
    bool whole = span->has_end && span->end.second == 0 && span->end.day > span->start.day;
    int64_t last = !span->has_end ? span->start.day : whole ? span->end.day - 1 : span->end.day;
    *span = ical_span_of_days(span->start.day, last);
}

void ical_span_to_utc(ical_span *span, int32_t offset) {
    ical_moment *moments[] = {&span->start, &span->end};
    for (size_t i = 0; i < 2; i++) {
        int64_t second = moments[i]->second - offset;
        int64_t days = second >= 0 ? second / DAY : -((DAY - 1 - second) / DAY);
        *moments[i] = (ical_moment){moments[i]->day + days, (int32_t)(second - days * DAY)};
    }
}

/* `count` digits; -1: they are none. */
static int digits(const char *at, size_t count) {
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (at[i] < '0' || at[i] > '9') return -1;
        number = 10 * number + at[i] - '0';
    }
    return number;
}

static bool read_day(const char *text, int64_t *at) {
    int64_t year;
    int month, day;
    int y = digits(text, 4), m = digits(text + 4, 2), d = digits(text + 6, 2);
    if (y < 1 || m < 1 || d < 1) return false;
    *at = annals_day_of_civil(y, m, d);
    annals_civil_of_day(*at, &year, &month, &day);
    return month == m && day == d;
}

bool ical_moment_read(annals_text text, ical_moment *moment, bool *timed, bool *universal) {
    *moment = (ical_moment){0};
    *timed = text.length >= 15;
    *universal = text.length == 16;
    if ((text.length != 8 && text.length != 15 && !*universal) || !read_day(text.data, &moment->day)) return false;
    if (!*timed) return true;
    int hour = digits(text.data + 9, 2), minute = digits(text.data + 11, 2), second = digits(text.data + 13, 2);
    moment->second = hour * HOUR + minute * MINUTE + (second == MINUTE ? MINUTE - 1 : second);
    return text.data[8] == 'T' && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60 &&
           (!*universal || text.data[15] == 'Z');
}

int64_t ical_duration_read(annals_text text) {
    enum { MOST_DIGITS = 9 };
    static const char letters[] = "WDHMS";
    static const int64_t seconds[] = {7 * DAY, DAY, HOUR, MINUTE, 1};
    size_t at = text.length && *text.data == '+', digits = 0;
    int64_t total = 0, number = 0;
    if (at >= text.length || text.data[at] != 'P') return -1;
    for (at++; at < text.length; at++) {
        char c = text.data[at];
        const char *letter = memchr(letters, c, sizeof letters - 1);
        if (c >= '0' && c <= '9' && ++digits <= MOST_DIGITS) number = number * 10 + c - '0';
        else if (letter && digits) total += number * seconds[letter - letters], number = 0, digits = 0;
        else if (c != 'T' || digits) return -1;
    }
    return digits ? -1 : total;
}

const char *ical_moment_spelling(ical_moment moment, bool timed, char *buffer) {
    int64_t year;
    int month, day;
    annals_civil_of_day(moment.day, &year, &month, &day);
    int n = snprintf(buffer, ICAL_MOMENT_SIZE, "%04d%02d%02d", (int)year, month, day);
    if (timed)
        snprintf(buffer + n, (size_t)(ICAL_MOMENT_SIZE - n), "T%02d%02d%02d", moment.second / HOUR,
                 moment.second / MINUTE % 60, moment.second % MINUTE);
    return buffer;
}
