/* between.h: the dates of a document that is of one of several days. */
#ifndef ENGINE_BETWEEN_H
#define ENGINE_BETWEEN_H

#include "analysis.h"

/* Resolves its mentions as far as the bounds of its own date let them, of which the first must be known; `of_year`:
 * it is known to be of the year of that. */
annals_status resolve_between(annals_chronology *c, analysis *x, bool of_year, annals_error *error);
/* Makes the events of those documents anew, of their mentions as they are. */
annals_status tell_anew(annals_chronology *c, const bool *documents, annals_error *error);

#endif
