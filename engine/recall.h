/* recall.h: a memory of islands.  The same words come again and again, "in 1943" or "from the", and what they were
 * found to say they say again, where all that was looked at around them is the same too.  They are known by the bytes
 * of their run, so that they need not be read again. */
#ifndef ENGINE_RECALL_H
#define ENGINE_RECALL_H

#include "expr.h"
#include "outlook.h"
#include "scan.h"

enum { RECALL_MENTIONS = 2 /* of the islands that are worth it */ };

/* What is the same of equal runs, besides their bytes. */
typedef struct run_shape {
    uint8_t length, core, left;
    uint8_t flags; /* 1: it begins with a rough number; 2 and 4: the line_opening that it begins */
} run_shape;

typedef struct recall_key {
    size_t start, row;
    run_shape shape; /* the length is 0 of a run that is not worth it */
} recall_key;

/* A mention by its place in the run. */
typedef struct recalled_mention {
    const expr *expr;
    int16_t start, end;
    uint16_t rule, range;
} recalled_mention;

/* A run, and what came of the island that it begins with.  Those of one hash share a cache line. */
typedef struct recollection {
    size_t start; /* of the first that was met */
    run_shape shape;
    uint8_t before, behind; /* bytes around it that were looked at */
    uint8_t read;           /* bytes of it that are done with */
    uint8_t mention_count;
} recollection;

/* Zero-initialised it remembers nothing. */
typedef struct recall {
    recollection *rows;
    recalled_mention (*mentions)[RECALL_MENTIONS]; /* of each row */
    const expr **exprs;                            /* of mentions, by their hashes */
    size_t mask, expr_mask;
} recall;

/* Make room for the islands of a text.  False when memory runs out. */
bool recall_begin(recall *r, size_t text_length, arena *a);
/* What the scanner's run is remembered by. */
recall_key recall_key_of(const recall *r, const scanner *s, unsigned opens);
/* What is remembered of such a run, or null. */
const recollection *recall_find(const recall *r, annals_text text, const recall_key *key);
/* Remember what came of it once it was read, if that is not too much. */
void recall_keep(recall *r, const recall_key *key, const scanner *s, const outlook *around, const raw_mention *made,
                 size_t count);
/* A mention of a remembered run, in one that begins at `start`. */
raw_mention recall_mention(const recall *r, const recollection *like, size_t index, size_t start);

/* The expression in memory that stays, which equal ones share as far as they are remembered; null when memory runs out.
 */
const expr *recall_expr(recall *r, const expr *e, arena *a);

#endif
