/* amount.h: how many a text says there were, in figures or in words. */
#ifndef ENGINE_AMOUNT_H
#define ENGINE_AMOUNT_H

#include "annals.h"
#include "grammar.h"

/* Reads the number that the word text[start, end) is or begins: "18,000", "40l", "two hundred and fifty".  False where
 * it is none; else how many, and where it ends. */
bool amount_at(const grammar *g, annals_text text, size_t start, size_t end, int64_t *amount, size_t *behind);

#endif
