/* split.h: the documents that a file holds. */
#ifndef ENGINE_SPLIT_H
#define ENGINE_SPLIT_H

#include "document.h"

/* A document of a file of several: the block that it begins with, and the one that its head begins with, before which
 * only the title of the whole may stand. */
typedef struct part {
    size_t first, head;
} part;

typedef LIST(part) part_list;

/* The documents that the blocks of a file make; none where it is a single one.  False when memory runs out. */
bool find_parts(const grammar *g, annals_text text, const block_list *blocks, arena *a, part_list *out);

#endif
