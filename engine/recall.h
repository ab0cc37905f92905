/* recall.h: a memory of islands.  The same words come again and again, "in 1943" or "from the", and what they were
 * found to say they say again, where all that was looked at around them is the same too. */
#ifndef ENGINE_RECALL_H
#define ENGINE_RECALL_H

#include "expr.h"
#include "outlook.h"
#include "scan.h"

enum { RECALL_TOKENS = 12, RECALL_MENTIONS = 2 }; /* of the islands that are worth it */

/* Where the tokens begin and end, and what the scanner saw around them: all else follows from their bytes. */
typedef struct island_shape {
    uint8_t count, opens_log;
    uint16_t rough_left, rough_right; /* a bit a token */
    uint8_t tokens[RECALL_TOKENS][2];
} island_shape;

typedef struct recall_key {
    size_t start, length; /* bytes of the text */
    size_t row;
    island_shape shape;
} recall_key;

/* A mention by its place in the island. */
typedef struct recalled_mention {
    const expr *expr;
    int16_t start, end;
    uint16_t rule, range;
} recalled_mention;

/* An island, and what came of it. */
typedef struct recollection {
    size_t start; /* of the first that was met */
    island_shape shape;
    uint8_t before, behind; /* bytes around it that were looked at */
    uint8_t mention_count;
    recalled_mention mentions[RECALL_MENTIONS];
} recollection;

/* Zero-initialised it remembers nothing. */
typedef struct recall {
    recollection *rows;
    const expr **exprs; /* of mentions, by their hashes */
    size_t mask, expr_mask;
} recall;

/* Make room for the islands of a text.  False when memory runs out. */
bool recall_begin(recall *r, size_t text_length, arena *a);
/* What an island is remembered by; of one that is not worth it the length is 0. */
recall_key recall_key_of(const recall *r, annals_text text, const token_list *tokens);
/* What is remembered of such an island, or null. */
const recollection *recall_find(const recall *r, annals_text text, const recall_key *key);
/* Remember what came of it, if that is not too much. */
void recall_keep(recall *r, const recall_key *key, const outlook *around, const raw_mention *made, size_t count);
/* The mention of a remembered island, in one that begins at `start`. */
raw_mention recall_mention(const recalled_mention *mention, size_t start);

/* The expression in memory that stays, which equal ones share as far as they are remembered; null when memory runs out.
 */
const expr *recall_expr(recall *r, const expr *e, arena *a);

#endif
