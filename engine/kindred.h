/* kindred.h: the day of a letter that names no more than a weekday, from others that tell of the same. */
#ifndef ENGINE_KINDRED_H
#define ENGINE_KINDRED_H

#include "chronology.h"

/* Give such letters the day on which what they tell falls where others date it.  Call it when all documents are read
 * and bounded. */
annals_status date_by_kindred(annals_chronology *c, annals_error *error);

#endif
