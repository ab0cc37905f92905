/* layout_lanes.h: bars and their labels in rows below an axis: interval partitioning, first row that is free. */
#ifndef RENDER_LAYOUT_LANES_H
#define RENDER_LAYOUT_LANES_H

#include "pool.h"

#define LANE_ROW_GAP 1.6

typedef struct lane_box {
    double left, right, height;
    size_t rank; /* in the order that rows shall have, by the first of their boxes */
    double top;  /* result: distance from the top of the first row; less than 0: no row had room */
} lane_box;

/* Place the boxes in the order given; a box goes to the highest row that is free where it stands.  There are `*rows` at
 * most; sets it to those used, and the height of all.  Then the rows are put in order, which costs none.  False when
 * memory runs out. */
bool lanes_place(memory_pool *pool, lane_box *boxes, size_t count, size_t *rows, double *height);

#endif
