/* over.h: what the words around a date say to be over, whatever the verb of the sentence tells of.  tense.h has more.
 */
#ifndef ENGINE_OVER_H
#define ENGINE_OVER_H

#include "analysis.h"

enum { CLAUSE_REACH = 100 /* bytes of a clause before its date */ };

/* Where the part of a sentence begins that a comma so near before the date parts off; 0: none does. */
size_t past_comma(const analysis *x, size_t raw, size_t reach);
/* "It will be the first since May", "Seit März wird gebaut" */
bool lasts_since(const analysis *x, size_t raw);
/* "He promised in August that it would be paid", "The note delivered on the 18th would be answered" */
bool was_done(const analysis *x, size_t raw);
/* ... or "Minutes of Thursday's meeting will be published", "He returns on Monday after walking out on Friday" */
bool is_over(const analysis *x, size_t raw);
/* "They are in hospital after an explosion on Tuesday", where no verb tells */
bool is_behind_event(const analysis *x, size_t raw, annals_text text, size_t from);
/* "He faces charges after a fire on Tuesday", but not "reopens after a refit on Tuesday" */
bool is_behind_occasion(const analysis *x, size_t raw, annals_text text, size_t from);

#endif
