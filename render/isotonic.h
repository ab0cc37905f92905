/* isotonic.h: things in a row that keep their order and their distances, each as near to its wish as the others allow:
 * isotonic regression by pooling adjacent violators, the least sum of squared displacements in one pass. */
#ifndef RENDER_ISOTONIC_H
#define RENDER_ISOTONIC_H

#include <stdbool.h>
#include <stddef.h>

typedef struct isotonic_item {
    double wanted, weight;
    double offset; /* least distance from the first item */
    double place;  /* result */
} isotonic_item;

typedef struct isotonic_block {
    double sum, weight;
    size_t first;
} isotonic_block;

/* Place `count` items from `low` on; the last one may stand at `high`.  `blocks` has room for as many.  False when
 * there is no room for them. */
bool isotonic_place(isotonic_item *items, size_t count, double low, double high, isotonic_block *blocks);

#endif
