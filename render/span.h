/* span.h: a resolved time as what can be drawn of it: a certain core, uncertain ends, open ends. */
#ifndef RENDER_SPAN_H
#define RENDER_SPAN_H

#include "annals.h"

/* Moments in seconds after 1970-01-01T00:00. */
typedef int64_t moment;

enum { SECONDS_A_DAY = 86400 };

/* `low` <= `core_low` <= `core_high` <= `high`.  A range without a certain core, and anything that happened at one
 * moment within an interval, has `core` false; what is drawn then reaches from `low` to `high`. */
typedef struct span {
    moment low, core_low, core_high, high;
    bool known; /* at least one bound is */
    bool core;
    bool open_begin, open_end;       /* known to have no limit */
    bool unknown_begin, unknown_end; /* nothing is known of this end */
} span;

span span_of(const annals_when *when);
/* The middle of what is known, for a point mark. */
moment span_middle(const span *s);

#endif
