/* ical_span.h: the stretch of a calendar that an event takes up.  Pure: no iCalendar library is needed. */
#ifndef ANNALS_FORMATS_ICAL_SPAN_H
#define ANNALS_FORMATS_ICAL_SPAN_H

#include "annals.h"

/* A date, or a date and a time of day when `timed`. */
typedef struct ical_moment {
    int64_t day;
    int32_t second;
} ical_moment;

enum { ICAL_LAST_YEAR = 9999 };

typedef struct ical_span {
    bool timed;
    bool has_end;           /* false: a moment without a length */
    ical_moment start, end; /* `end` is exclusive */
} ical_span;

/* From the first to the last of these days. */
ical_span ical_span_of_days(int64_t first, int64_t last);
/* The same as whole days. */
void ical_span_to_days(ical_span *span);
/* The same in UTC, of clocks that are `offset` seconds ahead of it. */
void ical_span_to_utc(ical_span *span, int32_t offset);
/* Is all of it in the years that calendars have? */
bool ical_span_in_range(const ical_span *span);

/* Fill `span` and return null, or return why a calendar cannot hold the time: "its year is not known", "its end is
 * open". */
const char *ical_span_of(const annals_when *when, ical_span *span);

/* "19621027", or "19621027T020000" when `timed`.  `buffer` holds ICAL_MOMENT_SIZE bytes and is returned. */
enum { ICAL_MOMENT_SIZE = 32 };
const char *ical_moment_spelling(ical_moment moment, bool timed, char *buffer);
/* The same back, also "19621027T020000Z", which is `universal`.  False for what is none of these, and for days that
 * there are not. */
bool ical_moment_read(annals_text text, ical_moment *moment, bool *timed, bool *universal);
/* "P1D", "PT1H30M", "P2W"; the seconds, or -1. */
int64_t ical_duration_read(annals_text text);

#endif
