/* layout_pages_parts.h: what the parts of the pages' layout share: rows that flow down, and pieces that stand in rows.
 */
#ifndef RENDER_LAYOUT_PAGES_PARTS_H
#define RENDER_LAYOUT_PAGES_PARTS_H

#include "draw.h"
#include "layout_pages.h"
#include "paginate.h"
#include "words.h"

typedef struct heading {
    annals_text words;
    const char *anchor;
    moment at;
} heading;

/* While the flow is made, `page` of a piece is its row, and `y` counts from the row's top. */
typedef struct flow {
    memory_pool *pool;
    text_measure measure;
    const annals_chronology *chronology;
    const event_order *order;
    pages *out;
    page_row *rows;
    page_piece *pieces;
    heading *headings;
    size_t row_count, row_room, piece_count, piece_room, heading_count, heading_room;
    size_t items;
    bool signs[SIGN_COUNT];
    bool failed;     /* out of memory */
    page_piece lost; /* takes what is written after a failure */
} flow;

/* Columns of a page, from the left edge of its text. */
#define TIME_WIDTH   25.0
#define SIGN_LEFT    26.6
#define TEXT_LEFT    33.0
#define TEXT_WIDTH   99.0
#define SOURCE_LEFT  138.0
#define SOURCE_WIDTH 36.0

/* A new row; returns its index. */
size_t flow_row(flow *f, double before, double height, bool keep);
/* A new piece in a row; it belongs to the current item. */
page_piece *flow_piece(flow *f, piece_kind kind, size_t row, double x, double y, const text_block *block);
const text_block *flow_set(flow *f, text_style style, annals_text text, double width);
/* A row for each line of a block; the first ones that reach over `keep_height` stay together, and no single line is
 * left behind.  `keep_last` ties the last row to what follows.  Returns the first row. */
size_t flow_lines(flow *f, piece_kind kind, const text_block *block, double x, double before, double keep_height,
                  bool keep_last);
/* Remember a heading for the outline. */
void flow_heading_of(flow *f, annals_text words, const char *anchor, moment at);
/* A heading of what stands under no day. */
void flow_section(flow *f, const char *words, const char *anchor);

void flow_entries(flow *f);
void flow_sources(flow *f);
void flow_legend(flow *f);
/* The outline from the headings. */
void flow_outline(flow *f);

#endif
