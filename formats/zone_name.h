/* zone_name.h: what calendars call a time zone, and what the tz database calls it. */
#ifndef ANNALS_FORMATS_ZONE_NAME_H
#define ANNALS_FORMATS_ZONE_NAME_H

#include "annals.h"

/* "America/New_York" of that, of "Eastern Standard Time" and of "/example.org/America/New_York"; absent: the system has
 * no such zone.  Static, or within the name. */
annals_text zone_of_name(annals_text name);

/* "-03:00" of that, of "UTC-03:00", "GMT-3" and "-0300".  False: it is no offset that is in use. */
enum { ZONE_OFFSET_SIZE = 7 };
bool zone_offset_of(annals_text name, char *offset);
/* Is it one as EDTF and the engine spell it: "-03:00"? */
bool is_zone_offset(annals_text zone);

#endif
