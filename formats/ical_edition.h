/* ical_edition.h: what an older calendar says of its events, so that a newer one counts their editions on. */
#ifndef ANNALS_FORMATS_ICAL_EDITION_H
#define ANNALS_FORMATS_ICAL_EDITION_H

#include "annals-formats.h"

/* An event: by a number of its UID, and one of all that it says besides time stamps and SEQUENCE. */
typedef struct ical_edition {
    uint64_t uid, content;
    int32_t sequence;
} ical_edition;

/* Zero is empty; free it with ical_editions_free. */
typedef struct ical_editions {
    ical_edition *list; /* by UID */
    size_t count, room;
} ical_editions;

/* Read the calendar; ANNALS_ARGUMENT when it is none. */
annals_status ical_editions_read(ical_editions *editions, annals_text calendar, annals_error *error);
/* The SEQUENCE of an event that is written as `component`, lines that are folded: 0 of a new one, that of the older
 * calendar while it says the same, and one more when it does not. */
int32_t ical_editions_next(const ical_editions *editions, annals_text component);
void ical_editions_free(ical_editions *editions);

#endif
