/* ical_rule.h: what comes again: rules of a calendar (RFC 5545, 3.3.10), and values of sets (TIMEX3): "XXXX-WXX-1" is
 * every Monday.  Both hold days of each, or of each second or third, day, week, month or year.  Pure: no iCalendar
 * library is needed. */
#ifndef ANNALS_FORMATS_ICAL_RULE_H
#define ANNALS_FORMATS_ICAL_RULE_H

#include "ical_span.h"

typedef enum ical_unit { ICAL_DAILY, ICAL_WEEKLY, ICAL_MONTHLY, ICAL_YEARLY, ICAL_UNITS } ical_unit;

typedef struct ical_cycle {
    ical_unit unit;
    int interval;      /* 2: every second day, week, month or year */
    unsigned weekdays; /* of a week: bit 0 is Monday */
    int month, day;    /* of a year, of a month */
    int nth;           /* of a month: which one of its weekday it is, -1 the last; 0: it has a day */
    bool unset;        /* only how often is said: "every two weeks" */
} ical_cycle;

/* What a set says, and the period of it, "P2W", where that is another than one of its units.  False for sets that are
 * no days: "every summer". */
bool ical_cycle_of(annals_text set, annals_text period, ical_cycle *cycle);
/* Days of the same weeks: "Mondays and Thursdays".  False when they are not. */
bool ical_cycle_join(ical_cycle *cycle, const ical_cycle *other);

/* The sets that say the same, one for each day of the week, and the period of all of them.  Returns how many. */
enum { ICAL_SET_SIZE = 24, ICAL_MOST_SETS = 7 };
size_t ical_cycle_sets(const ical_cycle *cycle, char (*sets)[ICAL_SET_SIZE]);
/* Empty where it is one of its units.  `buffer` holds ICAL_SET_SIZE bytes and is returned. */
const char *ical_cycle_period(const ical_cycle *cycle, char *buffer);

/* "FREQ=WEEKLY;COUNT=5".  True for days in a time that has a beginning and an end, "every Monday in October 1962":
 * `span` is then the first of them.  `buffer` holds ICAL_RULE_SIZE bytes. */
enum { ICAL_RULE_SIZE = 96 };
bool ical_rule_of(const ical_cycle *cycle, ical_span *span, char *buffer);

typedef struct ical_repetition {
    ical_cycle cycle;
    bool endless;
    int64_t last; /* the last day of them, where there is one */
} ical_repetition;

/* What begins at `first`, by clocks that are `ahead` of UTC by so many seconds, and comes again by that rule.  False
 * where no set says it: "the second Monday". */
bool ical_rule_read(annals_text rule, const ical_span *first, int32_t ahead, ical_repetition *repetition);

/* Are those that begin at `first` all that the cycle has within these whole days? */
bool ical_repetition_fills(const ical_repetition *repetition, int64_t first, const ical_span *days);

typedef enum ical_left { ICAL_LEFT_NONE, ICAL_LEFT_ENDS, ICAL_LEFT_OTHERS, ICAL_LEFT_NO_MEMORY } ical_left;
/* Take out the days of an EXDATE at either end: `first` becomes the first that is left.  ICAL_LEFT_OTHERS: others are
 * out as well, or nothing would be left.  `universal`: they are told in UTC, as is the first. */
ical_left ical_rule_leave(annals_text days, bool universal, ical_span *first, ical_repetition *repetition);

#endif
