/* ical_rule.h: what comes again: rules of a calendar (RFC 5545, 3.3.10), and values of sets (TIMEX3): "XXXX-WXX-1" is
 * every Monday.  Both hold a day of each day, week, month or year.  Pure: no iCalendar library is needed. */
#ifndef ANNALS_FORMATS_ICAL_RULE_H
#define ANNALS_FORMATS_ICAL_RULE_H

#include "ical_span.h"

/* "FREQ=WEEKLY;COUNT=5".  True for a set of days in a time that has a beginning and an end, "every Monday in October
 * 1962": `span` is then the first of its days.  `buffer` holds ICAL_RULE_SIZE bytes. */
enum { ICAL_RULE_SIZE = 48 };
bool ical_rule_of(annals_text set, ical_span *span, char *buffer);

typedef struct ical_repetition {
    char set[48];
    bool endless;
    int64_t last; /* the last day of them, where there is one */
    int cycle;
} ical_repetition;

/* What begins at `first`, by clocks that are `ahead` of UTC by so many seconds, and comes again by that rule.  False
 * where no set says it: "the second Monday". */
bool ical_rule_read(annals_text rule, const ical_span *first, int32_t ahead, ical_repetition *repetition);

typedef enum ical_left { ICAL_LEFT_NONE, ICAL_LEFT_ENDS, ICAL_LEFT_OTHERS, ICAL_LEFT_NO_MEMORY } ical_left;
/* Take out the days of an EXDATE at either end: `first` becomes the first that is left.  ICAL_LEFT_OTHERS: others are
 * out as well, or nothing would be left.  `universal`: they are told in UTC, as is the first. */
ical_left ical_rule_leave(annals_text days, bool universal, ical_span *first, ical_repetition *repetition);

#endif
