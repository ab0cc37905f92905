/* paginate.c: first fit, chunk by chunk; a chunk is a run of rows that must stay together. */
#include "paginate.h"

static const double tolerance = 1e-9;

/* Columns are numbered through all pages. */
typedef struct position {
    size_t column;
    double y;
} position;

typedef struct filling {
    page_grid grid;
    double above; /* what the front takes of the first page */
    bool over;    /* a row found no room */
} filling;

static size_t chunk_end(const page_row *rows, size_t count, size_t first) {
    while (first + 1 < count && rows[first].keep) first++;
    return first + 1;
}

static double top_of(const filling *f, size_t column) {
    return column < f->grid.columns ? f->above : 0;
}

static double space(const filling *f, const page_row *row) {
    return row->before - f->grid.closed * row->give;
}

static double space_at(const filling *f, const page_row *row, const position *at) {
    return at->y > top_of(f, at->column) ? space(f, row) : 0;
}

static double needed(const page_row *row) {
    return row->height > row->reach ? row->height : row->reach;
}

/* From the top of the chunk to the end of all that must be on its page. */
static double chunk_height(const filling *f, const page_row *rows, size_t first, size_t end, const position *at) {
    double height = 0, reach = 0;
    for (size_t i = first; i < end; i++) {
        height += i == first ? space_at(f, &rows[i], at) : space(f, &rows[i]);
        if (height + rows[i].reach > reach) reach = height + rows[i].reach;
        height += rows[i].height;
    }
    return height > reach ? height : reach;
}

static void next_column(const filling *f, position *at) {
    at->column++;
    at->y = top_of(f, at->column);
}

static void put(filling *f, page_row *row, position *at) {
    while (at->y > 0 && at->y + space_at(f, row, at) + needed(row) > f->grid.height + tolerance) next_column(f, at);
    row->page = at->column / f->grid.columns;
    row->column = at->column % f->grid.columns;
    row->top = at->y + space_at(f, row, at);
    f->over |= row->top + needed(row) > f->grid.height + tolerance;
    at->y = row->top + row->height;
}

/* Returns the last column. */
static size_t fill_from(filling *f, page_row *rows, size_t count, size_t column) {
    position at = {column, top_of(f, column)};
    for (size_t i = 0, end; i < count; i = end) {
        end = chunk_end(rows, count, i);
        while (at.y > 0 && at.y + chunk_height(f, rows, i, end, &at) > f->grid.height + tolerance) next_column(f, &at);
        while (i < end) put(f, &rows[i++], &at);
    }
    return at.column;
}

/* The columns of the last page are as low as they may be. */
static void balance(const filling *f, page_row *rows, size_t count, size_t page) {
    size_t first = f->grid.front, column = page * f->grid.columns;
    while (first < count && rows[first].page < page) first++;
    double low = top_of(f, column), high = f->grid.height;
    for (int i = 0; i < 16; i++) {
        filling try = *f;
        try.grid.height = i < 15 ? (low + high) / 2 : high;
        try.over = false;
        bool fits = fill_from(&try, rows + first, count - first, column) < column + f->grid.columns && !try.over;
        *(fits ? &high : &low) = try.grid.height;
    }
}

/* The rows above the columns, which begin as far below them as the first row of a column stands from another. */
static void fill_front(filling *f, page_row *rows, size_t count) {
    for (size_t i = 0; i < f->grid.front; i++) {
        f->above += i ? rows[i].before : 0;
        rows[i].page = rows[i].column = 0;
        rows[i].top = f->above;
        f->above += rows[i].height;
    }
    if (f->grid.front && f->grid.front < count) f->above += rows[f->grid.front].before;
}

size_t paginate(page_row *rows, size_t count, page_grid grid) {
    filling f = {.grid = grid};
    fill_front(&f, rows, count);
    size_t page = fill_from(&f, rows + grid.front, count - grid.front, 0) / grid.columns;
    if (grid.columns > 1) balance(&f, rows, count, page);
    return page + 1;
}
