/* around.h: the words around a date. */
#ifndef ENGINE_AROUND_H
#define ENGINE_AROUND_H

#include "analysis.h"

/* A word in -ed tells of the past when it is long enough to be a verb and no name. */
bool is_past(annals_text word, context_set contexts);
/* "Mr Dorn resigned on Monday.", "Mrs Hask, who is 60, came": has a line a verb, or what leads to one? */
bool line_tells(const grammar *g, annals_text line);
/* The part of the sentence around a mention that is looked at, from `at` on. */
annals_text surroundings(const analysis *x, size_t raw, size_t *at);
/* ... with the asides among them: "who will be 60 in May", for a date that stands behind. */
annals_text wide_surroundings(const analysis *x, size_t raw, size_t *at);
/* May the word that ends at `end` be a verb of the present: "moves to", "quits at", but not "sons of"? */
bool looks_like_verb(const analysis *x, annals_text word, size_t end);
/* The word that ends at `end`, from `first` on. */
annals_text word_of(annals_text text, size_t first, size_t end);
/* The word before `at` and one blank, from `first` on; absent where something else stands there. */
annals_text word_ending(annals_text text, size_t first, size_t at);
/* What leads to the date: "for" of "planned for May", "said on" of "he said on Monday". */
annals_text word_led(const analysis *x, size_t raw, annals_text *lead);
/* "she's", "she’s" */
bool is_short_form(annals_text word);
/* Is it an end: "until the 9th", "before the 9th"? */
bool is_end(const analysis *x, size_t raw);
/* Is the next word one of those? */
bool is_before(const analysis *x, annals_text text, size_t at, context_set wanted);
/* "455. Ref: Embtel 398, July 14", "To our # 7. Reference: # 6 from 3 May.": what it names are documents. */
bool in_reference_line(const analysis *x, size_t raw);

#endif
