/* marks.h: an editor's marks around a date: the question mark that doubts it, the brackets that supply it. */
#ifndef ENGINE_MARKS_H
#define ENGINE_MARKS_H

#include "annals.h"

/* A question mark belongs to the date itself: "1512?", "[27 October?] 1962", "1512 (?)"; not one that ends a question.
 */
bool marks_doubt(annals_text text, size_t start, size_t end);
/* The date stands in square brackets, or a part of it does. */
bool marks_supply(annals_text text, size_t start, size_t end);
/* How many brackets more it opens than it closes. */
int marks_open(annals_text text, size_t start, size_t end);
/* The bytes at `end` that close a bracket: "]", or "?]"; 0: none do. */
size_t marks_closing(annals_text text, size_t end);
/* Take in the bracket whose other one the expression holds. */
void marks_balance(annals_text text, size_t *start, size_t *end);

#endif
