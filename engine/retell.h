/* retell.h: what a block that stands again tells is what its first twin told, where its dates came to the same times
 * and whom its pronouns mean is the same: the events of that are told once more, by its mentions. */
#ifndef ENGINE_RETELL_H
#define ENGINE_RETELL_H

#include "clause.h"

/* What one of several twins told, the last that was told anew. */
typedef struct told_block {
    uint32_t block; /* and one; 0: none was told, or not by itself */
    size_t first_event, event_count;
    annals_text named_before, named_behind; /* as speaking */
    bool names;                             /* it named whom pronouns behind it mean */
} told_block;

/* An event that is told again, so many mentions and code points further on. */
typedef struct told_again {
    size_t event, mentions, points;
} told_again;

typedef struct retelling {
    arena *arena;
    told_block *blocks;
    uint32_t *of; /* a block's index among those with twins */
    LIST(told_again) again;
} retelling;

/* Make room for the blocks of a document that have twins.  False when memory runs out. */
bool retell_begin(retelling *r, const analysis *x, arena *a);
/* What the block's twin told, if the same is to be told of it; else null. */
const told_block *retell_find(const retelling *r, const annals_chronology *c, const clauses *k, size_t index);
/* Its events are told again.  False when memory runs out. */
bool retell(retelling *r, const told_block *like, annals_chronology *c, clauses *k, size_t index);
/* Remember what a block told, from an event on; `named` is whom a pronoun at its beginning meant. */
void retell_keep(retelling *r, const annals_chronology *c, const clauses *k, size_t index, size_t first_event,
                 annals_text named);
/* Give the document's events, from the first on, their mentions and sources of all blocks that tell them.  False when
 * memory runs out. */
bool retell_end(const retelling *r, annals_chronology *c, size_t first_event);

#endif
