/* stated.h: dates that the format of a file states for words of a document. */
#ifndef ENGINE_STATED_H
#define ENGINE_STATED_H

#include "chronology.h"
#include "document.h"
#include "expr.h"

typedef struct stated {
    size_t start, end; /* bytes of the document's text */
    annals_when when;
    expr expr; /* EXPR_STATED, with the index in the list in `count` */
} stated;

typedef struct stated_list {
    stated *items;
    size_t count;
    size_t next; /* the first that no sentence was searched for yet */
} stated_list;

struct analysis;

/* Read the dates of a document; those that are no dates are left out. */
annals_status stated_read(annals_chronology *c, const annals_stated *dates, size_t count, stated_list *out,
                          annals_error *error);
/* Put those that begin in the sentence among its mentions, which are those from `first` on: they take the place of what
 * was found there.  False when memory runs out. */
bool stated_find(struct analysis *x, const sentence *s, size_t first, arena *a);

#endif
