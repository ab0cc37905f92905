/* tz.h: time zones of the tz database, as the system keeps them (TZif, RFC 9636).  All reckoning is ours. */
#ifndef ANNALS_FORMATS_TZ_H
#define ANNALS_FORMATS_TZ_H

#include "annals.h"

/* From `onset` on, in seconds after 1970-01-01 UTC, clocks are `offset` seconds ahead of UTC; before, `before`. */
typedef struct tz_observance {
    int64_t onset; /* of the first one TZ_ALWAYS */
    int32_t before, offset;
    bool daylight;
    char name[16]; /* "EST" */
    bool used;     /* the caller's */
} tz_observance;
#define TZ_ALWAYS INT64_MIN

typedef struct tz {
    tz_observance *list; /* at least one, by time */
    size_t count;
} tz;

/* Load "America/Havana".  ANNALS_INPUT when there is no such zone, or no such name.  Free it with tz_free. */
annals_status tz_load(annals_text name, tz *zone);
/* Can it be loaded? */
bool tz_exists(annals_text name);
/* The same from the bytes of a file, behind which there is a NUL byte. */
annals_status tz_parse(const unsigned char *bytes, size_t length, tz *zone);
void tz_free(tz *zone);

/* The observance at a local time, in seconds after the local 1970-01-01.  What comes twice is the first (RFC 5545,
 * 3.3.5). */
size_t tz_at(const tz *zone, int64_t local);

#endif
