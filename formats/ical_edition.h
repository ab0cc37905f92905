/* ical_edition.h: what an older calendar says of its events, so that a newer one counts their editions on. */
#ifndef ANNALS_FORMATS_ICAL_EDITION_H
#define ANNALS_FORMATS_ICAL_EDITION_H

#include "annals-formats.h"

#include <stdint.h>

/* An event: by a number of its UID, and one of all that it says besides time stamps and SEQUENCE. */
typedef struct ical_edition {
    uint64_t uid, content;
    int32_t sequence;
    bool written; /* it is in the newer calendar too */
} ical_edition;

/* Zero is empty; free it with ical_editions_free. */
typedef struct ical_editions {
    ical_edition *list; /* by UID */
    size_t count, room;
} ical_editions;

/* Read the calendar; ANNALS_ARGUMENT when it is none. */
annals_status ical_editions_read(ical_editions *editions, annals_text calendar, annals_error *error);
/* That of an event which is written as `component`, lines that are folded. */
ical_edition ical_edition_of(annals_text component);
/* The number of a UID, escaped or not. */
uint64_t ical_uid_number(annals_text uid);
/* The one of the calendar with that UID; null where it has none. */
const ical_edition *ical_editions_find(const ical_editions *editions, uint64_t uid);
/* It is written again. */
void ical_editions_note(ical_editions *editions, uint64_t uid);
/* A SEQUENCE as text; 0 where it is no number. */
int32_t ical_sequence_read(annals_text text);
/* An event that a calendar had before and has no longer, in a line of it: when it comes back, it counts on. */
#define ICAL_GONE "X-ANNALS-GONE"
enum { ICAL_GONE_SIZE = 64 };
const char *ical_gone_spelling(const ical_edition *edition, char *buffer);
void ical_editions_free(ical_editions *editions);

#endif
