/* ical_set.h: the days that an event comes again on, of all that is said beside its time. */
#ifndef ANNALS_FORMATS_ICAL_SET_H
#define ANNALS_FORMATS_ICAL_SET_H

#include "ical_rule.h"
#include "writer.h"

typedef struct ical_set {
    ical_cycle cycle;
    char first[48];   /* as it is said, with its hour: "XXXX-WXX-1T19:00" */
    annals_text zone; /* of the hour; absent where none is said */
    bool mixed;       /* no one rule has all of them: "on Mondays at ten and on Thursdays at noon" */
} ical_set;

/* False where the event comes but once, as far as its words say. */
bool ical_set_of(const writing *w, const annals_event *event, ical_set *set);
/* Make the text a line of all its sets, as listing_sets.h reads it; empty where it comes but once. */
void ical_put_sets(builder *to, const writing *w, const annals_event *event);

#endif
