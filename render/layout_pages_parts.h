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
    wording words;
    text_measure measure;
    const annals_chronology *chronology;
    const event_order *order;
    figure_options overview; /* its layout and scale */
    pages *out;
    page_row *rows;
    page_piece *pieces;
    heading *headings;
    size_t row_count, row_room, piece_count, piece_room, heading_count, heading_room;
    size_t items, front; /* rows that stand above the columns */
    double closed;       /* the part that is taken of what the rows may give */
    size_t *entry_rows; /* of each entry by the rank of its event: its first row, or that of its sheet, and one; or 0 */
    size_t note_row;    /* of the last note in the margin */
    double note_height; /* from the top of its row; 0: nothing need be kept clear of it */
    size_t note_source; /* number of the source that was named last under this heading; 0: none */
    bool signs[SIGN_COUNT];
    bool failed;     /* out of memory */
    page_piece lost; /* takes what is written after a failure */
} flow;

/* Columns of a page, from the left edge of its text: time, signs, text, source. */
#define TIME_WIDTH 25.0
#define TEXT_LEFT  33.0
page_grid flow_grid(const flow *f);
bool flow_has_notes(const flow *f);
double flow_text_width(const flow *f);
double flow_source_left(const flow *f);
double flow_source_width(const flow *f);

/* A new row; returns its index. */
size_t flow_row(flow *f, double before, double height, bool keep);
/* A new piece in a row; it belongs to the current item. */
page_piece *flow_piece(flow *f, piece_kind kind, size_t row, double x, double y, const text_block *block);
const text_block *flow_set(flow *f, text_style style, annals_text text, double width);
/* A row for each line of a block; the first ones that reach over `keep_height` stay together, and no single line is
 * left behind.  `keep_last` ties the last row to what follows.  Returns the first row. */
size_t flow_lines(flow *f, piece_kind kind, const text_block *block, double x, double before, double keep_height,
                  bool keep_last);
/* Name the source of what stands in `row`, an entry of this label, in the margin. */
void flow_note(flow *f, size_t document, annals_text label, size_t row);
/* Make room above `row` for the last note in the margin. */
void flow_clear_note(flow *f, size_t row, double gap);
/* "[2]", the number of a document among the sources; empty when there is only one. */
annals_text flow_source_number(flow *f, size_t document);
/* What links to a source lead to; null when memory runs out. */
const char *flow_source_anchor(flow *f, size_t document);
/* Remember a heading for the outline. */
void flow_heading_of(flow *f, annals_text words, const char *anchor, moment at);
/* A heading of what stands under no day, and the millimetres above and below it. */
#define SECTION_GAP  9
#define SECTION_REST 2
void flow_section(flow *f, heading_word words, const char *anchor);
void flow_section_of(flow *f, annals_text words, const char *anchor);

/* Above an entry. */
#define ENTRY_GAP 2.4
/* The account of an entry with the words of its headline in bold, where they stand near its beginning; `row` is the
 * first.  False when they do not, and nothing was made. */
bool flow_told(flow *f, annals_text account, annals_text headline, size_t *row);
void flow_entries(flow *f);
void flow_sources(flow *f);
void flow_legend(flow *f);
/* After all else: it names the pages that `paginate` gives. */
void flow_index(flow *f);
/* The outline from the headings. */
void flow_outline(flow *f);

#endif
