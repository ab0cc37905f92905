/* ical_observance.h: from when on the clocks of a zone that a calendar defines show what (RFC 5545, 3.6.5).  Pure: no
 * iCalendar library is needed. */
#ifndef ANNALS_FORMATS_ICAL_OBSERVANCE_H
#define ANNALS_FORMATS_ICAL_OBSERVANCE_H

#include "ical_span.h"

/* The clocks begin to show it once, or on a day of each year. */
typedef struct ical_observance {
    char offset[16]; /* "+0100" */
    ical_moment start, until;
    int month;        /* 0: once */
    int day;          /* of the month, or the first that `weekday` may be; 0: `nth` says which */
    int weekday, nth; /* 1: Monday, 0: any; -1: the last of the month */
    bool ends, unknown;
} ical_observance;

/* "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"; what no zone's rules are makes the observance unknown. */
void ical_observance_rule(ical_observance *o, annals_text rule);
enum { ICAL_NEVER = -1 };
/* When, at or before `at`, the clocks began to show it: the larger, the later.  ICAL_NEVER: they had not yet. */
int64_t ical_observance_onset(const ical_observance *o, ical_moment at);

#endif
