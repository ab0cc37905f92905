/* ical_zone.h: how the time of day of an event stands in a calendar, and the VTIMEZONE components that this needs. */
#ifndef ANNALS_FORMATS_ICAL_ZONE_H
#define ANNALS_FORMATS_ICAL_ZONE_H

#include "ical_span.h"
#include "output.h"
#include "tz.h"

typedef struct ical_zone {
    char name[64];
    tz table;
    bool known;
} ical_zone;

/* Zero is empty; free it with ical_zones_free. */
typedef struct ical_zones {
    ical_zone *list;
    size_t count;
} ical_zones;

/* What a time of day is written as. */
typedef struct ical_clock {
    enum { ICAL_DAYS, ICAL_FLOATING, ICAL_UTC, ICAL_LOCAL } form;
    const char *zone; /* of ICAL_LOCAL */
} ical_clock;

/* Bring a span with a time of day into the form that it has by the zone of the event, else by `zone` (which may be
 * absent), else floating or as whole days; note which observances it needs.  ANNALS_MEMORY when that runs out. */
annals_status ical_zones_place(ical_zones *zones, annals_text own, annals_text zone, bool floating, ical_span *span,
                               ical_clock *clock);
/* The seconds ahead of UTC of "UTC", "Z" and "-04:00"; false: it is called otherwise. */
bool ical_zone_offset(annals_text zone, int32_t *offset);
/* The clock changes until that day are needed too: what comes again goes by them. */
void ical_zones_keep(ical_zones *zones, const char *name, int64_t last);
/* How many seconds the zone's clocks are ahead of UTC when they show that; 0 where it is not known. */
annals_status ical_zones_ahead(ical_zones *zones, annals_text zone, ical_moment shown, int32_t *ahead);
/* Write the VTIMEZONE of each zone, with those observances only that are needed, and the one before each. */
void ical_zones_write(ical_zones *zones, output *out);
void ical_zones_free(ical_zones *zones);

#endif
