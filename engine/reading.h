/* reading.h: what expressions say once their context has completed them.  "In 1943" comes often: it is spelt once, and
 * all mentions that mean the same share it. */
#ifndef ENGINE_READING_H
#define ENGINE_READING_H

#include "expr.h"

typedef struct reading {
    annals_when when;
    annals_timex timex;
} reading;

typedef struct kept_reading {
    expr key;
    const reading *reading;
} kept_reading;

/* The readings of the expressions met last, each in the row that its hash gives. */
typedef struct reading_table {
    struct reading_row *rows;
    size_t mask;
    LIST(kept_reading) kept;
    size_t made; /* so far */
    arena scratch; /* for the table; the readings are the caller's */
} reading_table;

/* Make a table, zero-initialised, one for so many mentions.  False when memory runs out. */
bool readings_begin(reading_table *t, size_t mentions);
void readings_end(reading_table *t);
/* What a point, a length, a set or a reference says; null when memory runs out. */
const reading *reading_of(reading_table *t, arena *a, const expr *e);

#endif
