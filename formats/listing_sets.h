/* listing_sets.h: what comes again, in a line of a table or a note: "XXXX-WXX-1T19:00 XXXX-WXX-4/P2W" are the sets
 * (TIMEX3) of an event, each perhaps with the zone of its hour, "T19:00[Europe/London]", and its period. */
#ifndef ANNALS_FORMATS_LISTING_SETS_H
#define ANNALS_FORMATS_LISTING_SETS_H

#include "listing.h"

enum { LISTING_MOST_SETS = 16 };

/* Is it such a line? */
bool are_listed_sets(annals_text line);
/* Put a mention of each set that the line has, which the file says in these words; `mentions` has room for
 * LISTING_MOST_SETS more of them. */
bool listing_sets(listing *l, passage where, annals_text words, annals_text line, size_t *mentions, size_t *count);
/* The line of a rule of calendars (RFC 5545, 3.3.10) for what begins with that time, which then reaches to its end.
 * False, with all as it was, where no sets say it. */
bool listing_rule(listing *l, annals_text rule, annals_when *when, builder *line);

#endif
