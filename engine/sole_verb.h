/* sole_verb.h: which word of a sentence is its verb, where none is known for one. */
#ifndef ENGINE_SOLE_VERB_H
#define ENGINE_SOLE_VERB_H

#include "analysis.h"

/* "My sister marries on Saturday." */
bool is_verb_led(const analysis *x, size_t raw);
/* "The show moves to Bath in May."; `text` are the words around the date, from `from` on. */
bool acts_before(const analysis *x, size_t raw, annals_text text, size_t from);
/* "The trio play the Corn Hall on Saturday", "England face Wales on Saturday" */
bool band_acts(const analysis *x, size_t raw, annals_text text, size_t from);
/* Does a verb of theirs stand behind the word that ends at `end`: "United play"? */
bool is_staged_behind(const analysis *x, annals_text text, size_t end);
/* "Classes began on 4 September and end on 7 June" */
bool goes_on_as(const analysis *x, size_t raw);

#endif
