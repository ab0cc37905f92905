#include "ical_span.h"

#include "words.h"
#include "writer.h"

#include <stdio.h>
#include <string.h>

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

/* iCalendar has four digits for the year; clients take small years for those of this century. */
enum { FIRST_YEAR = 100, LAST_YEAR = 9999 };

static bool in_range(int64_t day) {
    return day >= annals_day_of_civil(FIRST_YEAR, 1, 1) && day <= annals_day_of_civil(LAST_YEAR, 12, 31);
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

static void take_days(ical_span *span, int64_t first, int64_t last) {
    *span = (ical_span){.has_end = true, .start = {first, 0}, .end = {last + 1, 0}};
}

static void take_times(ical_span *span, annals_bound first, annals_bound last) {
    *span = (ical_span){.timed = true, .start = {first.day, first.second}, .end = {first.day, first.second}};
    if (annals_bound_compare(first, last) == 0) return;
    span->has_end = true;
    span->end = exclusive_end(last);
}

const char *ical_span_of(const annals_when *when, ical_span *span) {
    when_extent extent = when_extent_of(when);
    if (extent == WHEN_UNPLACED) return why_unplaced(when);
    annals_bound first = extent == WHEN_UNTIL ? when->end.latest : when->begin.earliest;
    annals_bound last = extent == WHEN_FROM ? when->begin.earliest : when->end.latest;
    if (!in_range(first.day) || !in_range(last.day) || !in_range(last.day + 1)) return outside;
    bool both = extent == WHEN_FILLS || extent == WHEN_WITHIN;
    bool timed = both && has_clock(first) && has_clock(last);
    if (first.day > last.day || (timed && annals_bound_compare(first, last) > 0)) return "it ends before it begins";
    if (timed) take_times(span, first, last);
    else take_days(span, first.day, last.day);
    return NULL;
}

bool ical_span_in_range(const ical_span *span) {
    return in_range(span->start.day) && (!span->has_end || in_range(span->end.day));
}

void ical_span_to_days(ical_span *span) {
    bool whole = span->has_end && span->end.second == 0 && span->end.day > span->start.day;
    int64_t last = !span->has_end ? span->start.day : whole ? span->end.day - 1 : span->end.day;
    take_days(span, span->start.day, last);
}

void ical_span_to_utc(ical_span *span, int32_t offset) {
    ical_moment *moments[] = {&span->start, &span->end};
    for (size_t i = 0; i < 2; i++) {
        int64_t second = moments[i]->second - offset;
        int64_t days = second >= 0 ? second / DAY : -((DAY - 1 - second) / DAY);
        *moments[i] = (ical_moment){moments[i]->day + days, (int32_t)(second - days * DAY)};
    }
}

/* The weekday of "XXXX-WXX-1", 0 of "XXXX-XX-XX" with a part of the day or without, and -1 of what says no days. */
static int weekday_of(annals_text set) {
    static const char week[] = "XXXX-WXX-", day[] = "XXXX-XX-XX";
    if (set.length == sizeof week && !memcmp(set.data, week, sizeof week - 1)) return set.data[sizeof week - 1] - '0';
    return set.length >= sizeof day - 1 && !memcmp(set.data, day, sizeof day - 1) ? 0 : -1;
}

bool ical_rule_of(annals_text set, ical_span *span, char *buffer) {
    int weekday = weekday_of(set), step = weekday ? 7 : 1;
    if (weekday < 0 || weekday > 7 || span->timed) return false;
    int64_t first = span->start.day, last = span->end.day - 1;
    if (weekday) first += (weekday - annals_weekday_of_day(first) + 7) % 7;
    int64_t count = (last - first) / step + 1;
    if (first > last || count < 2) return false;
    take_days(span, first, first);
    snprintf(buffer, ICAL_RULE_SIZE, "FREQ=%s;COUNT=%lld", weekday ? "WEEKLY" : "DAILY", (long long)count);
    return true;
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
