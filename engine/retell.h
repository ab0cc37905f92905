/* retell.h: what a block that stands again tells is what its first twin told, where its dates came to the same times
 * and whom its pronouns mean is the same: its events are copies. */
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

typedef struct retelling {
    told_block *blocks;
    uint32_t *of; /* a block's index among those with twins */
} retelling;

/* Make room for the blocks of a document that have twins.  False when memory runs out. */
bool retell_begin(retelling *r, const analysis *x, arena *a);
/* What the block's twin told, if the same is to be told of it; else null. */
const told_block *retell_find(const retelling *r, const annals_chronology *c, const clauses *k, size_t index);
/* Append its events.  False when memory runs out. */
bool retell(const told_block *like, annals_chronology *c, clauses *k, size_t index);
/* Remember what a block told, from an event on; `named` is whom a pronoun at its beginning meant. */
void retell_keep(retelling *r, const annals_chronology *c, const clauses *k, size_t index, size_t first_event,
                 annals_text named);

#endif
