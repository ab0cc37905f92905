/* misdates.h: figures that have the form of a date or an hour and are none: "32 May", "13/13/1962", "25:00". */
#ifndef ENGINE_MISDATES_H
#define ENGINE_MISDATES_H

#include "analysis.h"

typedef struct misdate {
    annals_text exact;
    size_t line, column; /* from 1, in the document's source */
    bool hour;           /* no clock shows it */
} misdate;

typedef LIST(misdate) misdate_list;

/* Those of a document, in the order of its text, at most as many as a person would look at.  They are no mentions, as
 * nothing was read from them.  False when memory runs out. */
bool list_misdates(annals_chronology *c, const analysis *x, arena *a, misdate_list *out);

/* Is the mention what is left of such a date, "May 1962" of "32 May 1962"? */
bool completes_misdate(const analysis *x, size_t raw);

#endif
