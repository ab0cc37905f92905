/* periods.h: a person's own names for times, found in texts word by word. */
#ifndef ENGINE_PERIODS_H
#define ENGINE_PERIODS_H

#include "annals.h"
#include "arena.h"
#include "expr.h"

/* A name, what it means, and the expression that its mentions have. */
typedef struct period {
    annals_text name, file;
    size_t line;
    annals_when when;
    expr expr; /* EXPR_PERIOD, with the period's number in `count` */
    bool used; /* it was found since somebody looked */
} period;

/* From a node of the tree of names along a word.  `from` is twice the node's number, the root's being 0, and one more
 * where white space stands before the word. */
typedef struct period_edge {
    uint32_t from, to; /* to 0: the slot is empty */
    uint32_t first;    /* of a name's first word the sign that it begins with, and `word` is the rest; else 0 */
    annals_text word;
} period_edge;

typedef struct period_set {
    period *periods;
    size_t count;
    period_edge *edges; /* hashed by node and word, open addressing */
    size_t edge_mask;
    uint32_t *ends; /* a node's period, from 1; 0: no name ends here */
    uint32_t nodes;
} period_set;

/* Make the tree of a list of names.  An error names the file and the line. */
annals_status periods_compile(arena *a, const annals_period *list, size_t count, period_set *out, annals_error *error);

/* Put the names that stand in text[start, end) among its mentions, which are those from `first` on.  A name takes the
 * place of the dates in it, but not of a longer expression that it is part of.  False when memory runs out. */
bool periods_find(const period_set *set, annals_text text, size_t start, size_t end, size_t first, arena *a,
                  raw_mention_list *mentions);

#endif
