/* layout_columns.h: labels above an axis, in columns.
 *
 * A label hangs on a stem as a flag on its pole, to the right of it.  Labels are taken in the order of time and stacked
 * into columns: in a column the first stands at the top on the leftmost stem, and each next one below it on a stem to
 * the right; so no stem runs through a label, and reading goes down a column and on to the next.  The stems keep the
 * order of the marks, so leaders from marks to stems cannot cross.  Where stems stand is an isotonic regression (pool
 * adjacent violators): the least sum of squared displacements for the chosen columns. */
#ifndef RENDER_LAYOUT_COLUMNS_H
#define RENDER_LAYOUT_COLUMNS_H

#include "pool.h"

typedef struct column_label {
    double x;             /* of the mark; labels are given in the order of x */
    double width, height; /* of the label with its stem */
    bool below;           /* of two sides of an axis, it stands on the lower one */
    double stem;          /* result: x of the stem */
    double bottom;        /* result: distance of the label's lower edge from the feet of the stems */
    bool last;            /* result: of its column */
} column_label;

typedef struct column_limits {
    double left, right; /* for stems and labels */
    double height;      /* the most that a column may have */
} column_limits;

typedef struct column_result {
    bool fits;                   /* false: no arrangement is within the limits */
    double height, displacement; /* of the highest column; of the most displaced stem */
} column_result;

/* False when memory runs out. */
bool columns_place(memory_pool *pool, column_label *labels, size_t count, column_limits limits, column_result *result);
/* Put placed labels that became lower above each other again; returns the height of the highest column. */
double columns_stack(column_label *labels, size_t count);

#endif
