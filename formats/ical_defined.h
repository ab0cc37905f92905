/* ical_defined.h: the zones that a calendar defines itself, by names of its own. */
#ifndef ANNALS_FORMATS_ICAL_DEFINED_H
#define ANNALS_FORMATS_ICAL_DEFINED_H

#include "builder.h"
#include "ical_observance.h"

typedef struct ical_definition {
    char name[64];       /* its TZID */
    char place[64];      /* what the tz database calls it, as the calendar says; or empty */
    bool changes;        /* its clocks do */
    size_t first, count; /* what they show, of all observances */
} ical_definition;

/* Zero is empty; free it with ical_definitions_free. */
typedef struct ical_definitions {
    ical_definition *list;
    size_t count, room;
    bool open; /* lines are those of the last */
    ical_observance *observances;
    size_t observance_count, observance_room, begun; /* those from `begun` on are of the component at hand */
    builder rule;                                    /* of it */
} ical_definitions;

/* Take what a line says of a zone: before its colon, and behind it.  False: memory ran out. */
bool ical_take_definition(ical_definitions *zones, const builder *name, const builder *content);
/* What others call the zone, or the offset from UTC that its clocks have all through the span; empty: the calendar says
 * neither.  `again`: it is but the first of several such. */
annals_text ical_defined_zone(const ical_definitions *zones, const char *name, const ical_span *span, bool again);
void ical_definitions_free(ical_definitions *zones);

#endif
