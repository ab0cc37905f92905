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
    if (!in_range(first.day) || !in_range(last.day) || !in_range(last.day + 1))
        return "its year is outside 0100 to 9999";
    bool both = extent == WHEN_FILLS || extent == WHEN_WITHIN;
    bool timed = both && has_clock(first) && has_clock(last);
    if (first.day > last.day || (timed && annals_bound_compare(first, last) > 0)) return "it ends before it begins";
    if (timed) take_times(span, first, last);
    else take_days(span, first.day, last.day);
    return NULL;
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
