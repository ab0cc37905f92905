/* layout_lanes.c: interval partitioning; the callers limit the number of bars to what a page can show, so that looking
 * at each row is cheap. */
#include "layout_lanes.h"

#include <stdlib.h>

static const double side_gap = 2.5;

typedef struct row {
    double right, height;
    size_t first, number; /* the lowest rank in it; its place before the rows were put in order */
} row;

static size_t free_row(const row *rows, size_t count, double left) {
    for (size_t i = 0; i < count; i++)
        if (rows[i].right + side_gap <= left) return i;
    return count;
}

static int compare_rows(const void *left, const void *right) {
    const row *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* Put the rows below each other in their order.  Returns their height; `tops` by number. */
static double stack_rows(row *rows, size_t count, double *tops) {
    double height = 0;
    if (count) qsort(rows, count, sizeof *rows, compare_rows);
    for (size_t r = 0; r < count; r++) {
        tops[rows[r].number] = height + (r ? LANE_ROW_GAP : 0);
        height = tops[rows[r].number] + rows[r].height;
    }
    return height;
}

bool lanes_place(memory_pool *pool, lane_box *boxes, size_t count, size_t *most, double *height) {
    row *rows = POOL_ARRAY(pool, row, count);
    double *tops = POOL_ARRAY(pool, double, count);
    size_t *row_of = POOL_ARRAY(pool, size_t, count), used = 0;
    if (!rows || !tops || !row_of) return false;
    for (size_t i = 0; i < count; i++) {
        size_t r = row_of[i] = free_row(rows, used, boxes[i].left);
        if (r == *most) continue;
        if (r == used) rows[used++] = (row){.first = boxes[i].rank, .number = r};
        if (boxes[i].rank < rows[r].first) rows[r].first = boxes[i].rank;
        rows[r].right = boxes[i].right;
        if (boxes[i].height > rows[r].height) rows[r].height = boxes[i].height;
    }
    *height = stack_rows(rows, used, tops);
    for (size_t i = 0; i < count; i++) boxes[i].top = row_of[i] < *most ? tops[row_of[i]] : -1;
    *most = used;
    return true;
}
