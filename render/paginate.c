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

static double space_before(const page_row *row, double y) {
    return y > 0 ? row->before : 0;
}

/* From the top of the chunk to the end of all that must be on its page. */
static double chunk_height(const page_row *rows, size_t first, size_t end, double y) {
    double height = 0, reach = 0;
    for (size_t i = first; i < end; i++) {
        height += i == first ? space_before(&rows[i], y) : rows[i].before;
        if (height + rows[i].reach > reach) reach = height + rows[i].reach;
        height += rows[i].height;
    }
    return height > reach ? height : reach;
}

static void put(page_row *row, position *at, double height) {
    double need = row->height > row->reach ? row->height : row->reach;
    if (at->y > 0 && at->y + row->before + need > height + 1e-9) *at = (position){at->page + 1, 0};
    row->page = at->page;
    row->top = at->y + space_before(row, at->y);
    at->y = row->top + row->height;
}

size_t paginate(page_row *rows, size_t count, double height) {
    position at = {0, 0};
    for (size_t i = 0, end; i < count; i = end) {
        end = chunk_end(rows, count, i);
        if (at.y > 0 && at.y + chunk_height(rows, i, end, at.y) > height + 1e-9) at = (position){at.page + 1, 0};
        while (i < end) put(&rows[i++], &at, height);
    }
    return at.page + 1;
}
