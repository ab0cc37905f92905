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
/* The family of a word, in whatever form, that others tell the same as: "fire" and "burned"; null: none. */
const word_family *family_of_word(const grammar *g, annals_text word);
/* The first of the words that tell what a noun names; null: the endings show them all. */
const deed_word *deeds_of(const grammar *g, annals_text noun);
/* "the queen's", "the sailors'" */
bool is_genitive(annals_text word);
/* Of two words that stand together: "blew up". */
const word_family *family_of_two(const grammar *g, annals_text first, annals_text second);
/* Of a word and another close behind it: "let him go". */
const word_family *family_of_parted(const grammar *g, annals_text first, annals_text behind);
/* What two families are to each other. */
family_relation relation_of(uint32_t a, uint32_t b);
/* A number that words share which are akin, case and marks aside: of the stem's first letters.  "Ost-row's" and
 * "Ostrow" are one. */
uint64_t stem_hash(const grammar *g, annals_text word);
/* Likewise; words of one family share its. */
uint64_t family_hash(const word_family *family);

#endif
