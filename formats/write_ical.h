/* write_ical.h: a chronology as iCalendar (RFC 5545). */
#ifndef ANNALS_FORMATS_WRITE_ICAL_H
#define ANNALS_FORMATS_WRITE_ICAL_H

#include "annals-formats.h"

annals_write_function write_ical;

#endif
