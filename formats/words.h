/* words.h: what the engine's phrases leave open about a time, in words. */
#ifndef ANNALS_FORMATS_WORDS_H
#define ANNALS_FORMATS_WORDS_H

#include "annals.h"

/* Room for any phrase here, the final NUL included. */
enum { WORDS_SIZE = 256 };

/* How much of its span an event fills. */
typedef enum when_extent {
    WHEN_UNPLACED, /* neither the first nor the last moment is known */
    WHEN_UNTIL,    /* only the last one is */
    WHEN_FROM,     /* only the first one is */
    WHEN_FILLS,    /* from the first to the last moment, or a single moment */
    WHEN_WITHIN    /* at some moment between them: "early November" */
} when_extent;

/* A part of the day and an hour count as filled, although their limits are soft. */
when_extent when_extent_of(const annals_when *when);

/* True for spans with a name of their own: seasons, quarters, months and longer ones. */
bool when_is_named(const annals_when *when);

/* The time in words; `buffer` holds WORDS_SIZE bytes and is returned. */
const char *when_words(const annals_when *when, char *buffer);

/* A spelling that annals_read_when reads as the same time: EDTF where that says all of it, else words.  `buffer` holds
 * WORDS_SIZE bytes; returns it or the EDTF, which may be no C string.  `status` becomes ANNALS_MEMORY when memory runs
 * out. */
annals_text when_spelling(const annals_when *when, char *buffer, annals_status *status);
/* Is that spelling EDTF, and says all that is known of the time, its granularity too? */
bool is_spelt_whole(const annals_when *when, annals_status *status);
/* The zone that a time of day is said in, where the spelling does not say it: "America/Havana", "UTC-03:00"; else
 * absent.  `buffer` holds WORDS_SIZE bytes. */
annals_text unspelt_zone(const annals_when *when, char *buffer);
/* An offset as a name that nobody takes for a number or a formula: "UTC-03:00"; other zones as they are. */
annals_text zone_in_words(annals_text zone, char *buffer);
/* Is it one date or time of level 0: "1962-11", "1962-10-27T02:00:00"? */
bool is_plain_date(annals_text edtf);
/* The one of level 0 whose bounds these are, in so many bytes: "1962-05", "1962-10-27T02:00"; false: there is none. */
bool plain_date_of(annals_bounds bounds, char *buffer, annals_status *status);

/* Is the time that a source tells said beside it?  Where the sources disagree, and where it has an hour of its own. */
bool source_has_own_time(const annals_event *event, const annals_source *source);

/* True for the events that a writer takes: citations only when asked for. */
bool event_is_wanted(const annals_event *event, bool citations);

#endif
