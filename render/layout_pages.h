/* layout_pages.h: a chronology -> pages of text with the figure as overview.  Pure: text is measured through a
 * callback.
 *
 * Three columns: the time, the text, and the source as a margin note. */
#ifndef RENDER_LAYOUT_PAGES_H
#define RENDER_LAYOUT_PAGES_H

#include "layout_figure.h"

typedef struct paper {
    const char *name;
    double width, height; /* millimetres */
} paper;

/* A row of the paper table; null for an unknown name.  No name: A4. */
const paper *paper_find(const char *name);

#define PAGE_TEXT_WIDTH 174.0
#define PAGE_TOP        24.0
#define PAGE_BOTTOM     22.0

typedef enum piece_kind {
    PIECE_TITLE,
    PIECE_SUBTITLE,
    PIECE_FIGURE,
    PIECE_SECTION,
    PIECE_DAY,
    PIECE_WEEKDAY,
    PIECE_TIME,
    PIECE_ENTRY, /* headline of an entry */
    PIECE_BODY,
    PIECE_SOURCE,
    PIECE_SIGN, /* a mark in the margin */
    PIECE_SHEET /* of the figure */
} piece_kind;

/* Lines of one block at one place. */
typedef struct page_piece {
    piece_kind kind;
    size_t page;
    double x, y;             /* of the first line's top, from the upper left corner of the page's text */
    const text_block *block; /* null for figures and signs */
    size_t first, count;     /* lines */
    figure_sign sign;
    size_t sheet;       /* number of a sheet */
    size_t item;        /* numbers the entries; pieces of one entry are neighbours */
    const char *anchor; /* place that links lead to; null: none */
    const char *link;   /* the anchor that it leads to; null: none */
} page_piece;

typedef struct outline_item {
    annals_text name;
    const char *anchor;
    size_t parent; /* index + 1 of the item this belongs to; 0: none */
} outline_item;

typedef struct pages {
    const paper *paper;
    double left, text_height;
    figure figure;
    page_piece *pieces; /* in reading order */
    size_t piece_count, page_count;
    outline_item *outline;
    size_t outline_count;
    annals_text head; /* running head */
} pages;

/* `title` is clean; `overview` tells the layout and the scale of the figure.  False when memory runs out. */
bool pages_layout(memory_pool *pool, const annals_chronology *chronology, const event_order *order, const paper *paper,
                  const figure_options *overview, annals_text title, text_measure measure, pages *pages);

#endif
