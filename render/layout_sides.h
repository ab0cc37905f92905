/* layout_sides.h: labels above an axis and below it, in columns.
 *
 * Below the axis everything is turned by half a turn: labels hang from their stems to the left, and in a column the
 * first one stands at the top on the leftmost stem.  So reading goes down a column and on to the next on either side,
 * and no stem runs through a label. */
#ifndef RENDER_LAYOUT_SIDES_H
#define RENDER_LAYOUT_SIDES_H

#include "layout_columns.h"

typedef struct sides_result {
    bool fits;
    double room;                       /* that a side had */
    double height[2], displacement[2]; /* above and below: as of a column_result */
    double cost;                       /* millimetres: all heights, and how far labels are from their marks */
} sides_result;

/* Place labels on the sides that they say, each of which may be as high as `room`; the limits hold for both together.
 * False when memory runs out. */
bool sides_place(column_label *labels, size_t count, column_limits limits, double room, sides_result *result);
/* Choose the sides: one column after the other where it comes nearest to its marks, above where that is all one. */
bool sides_choose(column_label *labels, size_t count, column_limits limits, sides_result *result);
/* Put placed labels that became lower above each other again. */
bool sides_stack(column_label *labels, size_t count, sides_result *result);
/* Room for leaders to bend, of which one is displaced so much: flat ones are hard to follow. */
double sides_bend(double displacement);
/* Whether two labels on one side, one next after the other in time, stand in one column. */
bool sides_same_column(const column_label *before, const column_label *after);

#endif
