/* when.h: an expression whose fields are all that can be known -> bounds, EDTF and TIMEX3. */
#ifndef ENGINE_WHEN_H
#define ENGINE_WHEN_H

#include "expr.h"

/* Give the expression the calendar date of a day. */
void set_date(expr *e, int64_t day);
/* The date so many days from another.  Of an open year it is month and day, where leap years and others agree on
 * them; else false, and nothing is set. */
bool set_date_from(expr *e, const expr *from, int64_t days);
/* The days that the expression's calendar fields cover, whole; false when its year is open or there is nothing to
 * cover. Times of day do not count, but that a night ends on the next day. */
bool when_days(const expr *e, int64_t *first, int64_t *last);

/* Spell a point (fields year ... second, part, third, limit) as a time and as TIMEX3.  False when memory runs out. */
bool when_point(arena *a, const expr *e, annals_when *when, annals_timex *timex);
/* Join two times into one from the first's beginning to the second's end. */
bool when_range(arena *a, const annals_when *from, const annals_when *to, annals_when *when);
/* ... or into some time between the two. */
bool when_within(arena *a, const annals_when *from, const annals_when *to, annals_when *when);
/* It was the first or the second, none of which is an interval; the first may be a choice already. */
bool when_either(arena *a, const annals_when *first, const annals_when *second, annals_when *when);
/* A span of whole days that is known as such. */
void when_span(annals_when *when, int64_t first, int64_t last);
/* Make "until", "since", "before" or "after" of a time. */
bool when_limit(arena *a, expr_limit limit, annals_when *when);
/* "P2W", "PXD"; the units that TIMEX3 lacks are spelt in those that it has. */
annals_text when_duration(arena *a, const expr *length);
/* The recurrence as a TIMEX3 value: "XXXX-WXX-1", "XXXX-XX-XX" (daily), "P2W", "P1D" (so many a day). */
annals_text when_set(arena *a, const expr *set);
/* What TIMEX3 has no value for, a weekday of each month by its number: "XXXX-XX-W01-2" is the first Tuesday, and
 * "XXXX-XX-WL-2" the last. */
annals_text when_nth(arena *a, const expr *set);
/* How a length compares with what is said, as a TIMEX3 mod; absent where it is exact. */
annals_text when_quantity(length_quantity quantity);

/* What of a part of the day lies between two seconds of it; the first three in this order. */
typedef enum part_portion {
    PORTION_EARLY,
    PORTION_MIDDLE,
    PORTION_LATE,
    PORTION_ALL,
    PORTION_SMALL_HOURS
} part_portion;
part_portion portion_of_part(annals_day_part part, int32_t begin, int32_t end);
annals_granularity granularity_of_unit(time_unit unit);
/* The finest field that a point gives. */
annals_granularity granularity_of_point(const expr *e);

#endif
