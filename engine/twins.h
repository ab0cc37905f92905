/* twins.h: blocks that stand in a document again.  Quoted letters, running texts and copies say what they said before,
 * where their bytes and those that were looked at around them are the same: they are read once. */
#ifndef ENGINE_TWINS_H
#define ENGINE_TWINS_H

#include "analysis.h"

/* A block that was read, and how far its reader looked. */
typedef struct twin_row {
    uint32_t block;          /* and one; 0: it was not read, or is too short */
    uint16_t before, behind; /* bytes around the block */
    size_t first_sentence;
} twin_row;

/* Zero-initialised it knows no block. */
typedef struct twins {
    twin_row *read; /* a row for each block */
    uint32_t *rows; /* by what they say: blocks that were read, and one; 0: the row is free */
    size_t mask;
} twins;

/* Make room for the blocks of a document.  False when memory runs out. */
bool twins_begin(twins *t, const analysis *x, arena *a);
/* An earlier block like this one, or null. */
const twin_row *twins_find(const twins *t, const analysis *x, size_t index);
/* The sentences and raw mentions of a block are those of its twin.  False when memory runs out. */
bool twins_copy(const twin_row *like, analysis *x, size_t index, arena *a);
/* Remember a block that was read, whose readers looked at text[from, to). */
void twins_keep(twins *t, const analysis *x, size_t index, size_t first_sentence, size_t from, size_t to);

/* Once none of them is left out any more: find out which mentions are alike. */
void twins_link(analysis *x);

/* What hangs on the words of its block alone is asked once of a mention and those like it in the block's twins. */
typedef int raw_question(const analysis *x, size_t raw);
int twins_ask_first(const analysis *x, size_t raw, raw_trait trait, raw_question *question);

enum { ANSWER_BITS = 4, ANSWER = (1 << ANSWER_BITS) - 1 };
_Static_assert(TRAITS *ANSWER_BITS <= 64, "a mention has room for the answers to all traits");

static inline int twins_answer(const analysis *x, size_t raw, raw_trait trait) {
    return (int)(x->raws.items[raw].answers >> ANSWER_BITS * (unsigned)trait & ANSWER);
}

static inline int twins_ask(const analysis *x, size_t raw, raw_trait trait, raw_question *question) {
    uint32_t like = x->raws.items[raw].like;
    int answer = like ? twins_answer(x, like - 1, trait) : 0;
    return answer ? answer - 1 : twins_ask_first(x, raw, trait, question);
}

/* Without a question: what was told of one of them, or 0. */
void twins_tell(const analysis *x, size_t raw, raw_trait trait, int answer);

#endif
