/* layout_lanes.c: interval partitioning; the callers limit the number of bars to what a page can show, so that looking
 * at each row is cheap. */
#include "layout_lanes.h"

static const double side_gap = 2.5;

typedef struct row {
    double right, height, top;
} row;

static size_t free_row(const row *rows, size_t count, double left) {
    for (size_t i = 0; i < count; i++)
        if (rows[i].right + side_gap <= left) return i;
    return count;
}

bool lanes_place(memory_pool *pool, lane_box *boxes, size_t count, size_t *most, double *height) {
    row *rows = POOL_ARRAY(pool, row, count);
    size_t *row_of = POOL_ARRAY(pool, size_t, count), used = 0;
    *height = 0;
    if (!rows || !row_of) return false;
    for (size_t i = 0; i < count; i++) {
        size_t r = row_of[i] = free_row(rows, used, boxes[i].left);
        if (r == *most) continue;
        used += r == used;
        rows[r].right = boxes[i].right;
        if (boxes[i].height > rows[r].height) rows[r].height = boxes[i].height;
    }
    for (size_t r = 0; r < used; r++) {
        rows[r].top = *height + (r ? LANE_ROW_GAP : 0);
        *height = rows[r].top + rows[r].height;
    }
    for (size_t i = 0; i < count; i++) boxes[i].top = row_of[i] < *most ? rows[row_of[i]].top : -1;
    *most = used;
    return true;
}
