/* stem.h: words of one family, "invasion" and "invaded", are known by their stems. */
#ifndef ENGINE_STEM_H
#define ENGINE_STEM_H

#include "annals.h"
#include "grammar.h"

enum {
    STEM_KEY = 4,   /* letters that a noun and its verb must share */
    STEM_SPREAD = 2 /* letters that one stem may be longer than the other */
};

/* A word without its longest ending, four letters at least. */
annals_text stem_of(const grammar *g, annals_text word);
/* "inva(sion)" and "invad(ed)", "surrend(er)" and "surrender(ed)" */
bool stems_akin(annals_text a, annals_text b);
/* A number that words share which tell the same or are akin, case and marks aside: that of its family, else of its
 * stem's first letters.  "Ost-row's" and "Ostrow" are one. */
uint64_t stem_hash(const grammar *g, annals_text word);

#endif
