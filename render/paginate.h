/* paginate.h: rows -> pages.  Pure. */
#ifndef RENDER_PAGINATE_H
#define RENDER_PAGINATE_H

#include <stdbool.h>
#include <stddef.h>

/* A line, a heading, a figure: what is never divided. */
typedef struct page_row {
    double before; /* space above it, left out at the top of a page */
    double give;   /* of the space above it, what may go */
    double height;
    double reach; /* from its top down, what must have room on its page too, such as a note beside it; may be 0 */
    bool keep;    /* must stand on the page of the next row */
    size_t page, column; /* results */
    double top;          /* from the top of the page's text */
} page_row;

/* A page's text: so high, in so many columns beside each other.  Where there are several, the first `front` rows stand
 * above all of them on the first page, and those of the last page end together.  `closed` is the part that is taken of
 * what the rows may give: 0 to 1. */
typedef struct page_grid {
    double height;
    size_t columns, front;
    double closed;
} page_grid;

/* Give each row its page and place; returns the number of pages, at least 1.  Rows that must stay together but are
 * higher than a page are divided. */
size_t paginate(page_row *rows, size_t count, page_grid grid);

#endif
