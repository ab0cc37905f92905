/* match.h: tokens -> mentions that are not yet resolved.  Level by level, the longest match from the left wins; a
 * rule's constructor may refuse, and then the next longest is tried. */
#ifndef ENGINE_MATCH_H
#define ENGINE_MATCH_H

#include "expr.h"
#include "scan.h"

/* Find the expressions in tokens[first, last) of one block.  False when memory runs out. */
bool match(const grammar *g, annals_text text, const token_list *tokens, size_t first, size_t last, arena *a,
           raw_mention_list *out);

#endif
