/* paginate.c: first fit, chunk by chunk; a chunk is a run of rows that must stay together. */
#include "paginate.h"

typedef struct position {
    size_t page;
    double y;
} position;

static size_t chunk_end(const page_row *rows, size_t count, size_t first) {
    while (first + 1 < count && rows[first].keep) first++;
    return first + 1;
}

/* `closed` is the part that is taken of what the rows may give: 0 to 1. */
static double space(const page_row *row, double closed) {
    return row->before - closed * row->give;
}

static double space_before(const page_row *row, double y, double closed) {
    return y > 0 ? space(row, closed) : 0;
}

/* From the top of the chunk to the end of all that must be on its page. */
static double chunk_height(const page_row *rows, size_t first, size_t end, double y, double closed) {
    double height = 0, reach = 0;
    for (size_t i = first; i < end; i++) {
        height += i == first ? space_before(&rows[i], y, closed) : space(&rows[i], closed);
        if (height + rows[i].reach > reach) reach = height + rows[i].reach;
        height += rows[i].height;
    }
    return height > reach ? height : reach;
}

static void put(page_row *row, position *at, double height, double closed) {
    double need = row->height > row->reach ? row->height : row->reach;
    if (at->y > 0 && at->y + space(row, closed) + need > height + 1e-9) *at = (position){at->page + 1, 0};
    row->page = at->page;
    row->top = at->y + space_before(row, at->y, closed);
    at->y = row->top + row->height;
}

static size_t fill(page_row *rows, size_t count, double height, double closed) {
    position at = {0, 0};
    for (size_t i = 0, end; i < count; i = end) {
        end = chunk_end(rows, count, i);
        if (at.y > 0 && at.y + chunk_height(rows, i, end, at.y, closed) > height + 1e-9)
            at = (position){at.page + 1, 0};
        while (i < end) put(&rows[i++], &at, height, closed);
    }
    return at.page + 1;
}

size_t paginate(page_row *rows, size_t count, double height) {
    return fill(rows, count, height, 0);
}

size_t paginate_closely(page_row *rows, size_t count, double height) {
    static const double steps[] = {0.5, 1};
    size_t pages = fill(rows, count, height, 0);
    double given = 0;
    for (size_t i = 0; i < count; i++) given += rows[i].give;
    if (pages == 1 || rows[count - 1].top + rows[count - 1].height > given) return pages;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (fill(rows, count, height, steps[i]) < pages) return pages - 1;
    return fill(rows, count, height, 0);
}
