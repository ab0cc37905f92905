/* zone_name.h: what calendars call a time zone, and what the tz database calls it. */
#ifndef ANNALS_FORMATS_ZONE_NAME_H
#define ANNALS_FORMATS_ZONE_NAME_H

#include "annals.h"

/* "America/New_York" of that, of "Eastern Standard Time" and of "/example.org/America/New_York"; absent: the system has
 * no such zone.  Static, or within the name. */
annals_text zone_of_name(annals_text name);

#endif
