/* layout_pages.h: a chronology -> pages of text with the figure as overview.  Pure: text is measured through a
 * callback.
 *
 * Three columns: the time, the text, and the source as a margin note. */
#ifndef RENDER_LAYOUT_PAGES_H
#define RENDER_LAYOUT_PAGES_H

#include "layout_figure.h"
#include "paper.h"

/* How pages are set up: all in millimetres. */
typedef struct page_setting {
    paper paper;
    double margin;
} page_setting;

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
    PIECE_SIGN,  /* a mark in the margin */
    PIECE_SHEET, /* of the figure */
    PIECE_INDEX  /* a name and its pages */
} piece_kind;

/* Lines of one block at one place. */
typedef struct page_piece {
    piece_kind kind;
    size_t page;
    double x, y;             /* of the first line's top, from the upper left corner of the page's text */
    const text_block *block; /* null for figures and signs */
    size_t first, count;     /* lines */
    double hang;             /* how much further in all lines but the first begin */
    bool beside, rest;       /* it goes on in the last line of its headline; it goes on with the block before */
    figure_sign sign;
    unsigned series;           /* of the sign: its colour */
    size_t sheet;              /* number of a sheet */
    size_t item;               /* numbers the entries; pieces of one entry are neighbours */
    const char *anchor;        /* place that links lead to; null: none */
    const char *link;          /* the anchor that it leads to; null: none */
    const annals_event *event; /* of the time of an entry */
} page_piece;

typedef struct outline_item {
    annals_text name;
    const char *anchor;
    size_t parent; /* index + 1 of the item this belongs to; 0: none */
} outline_item;

typedef struct pages {
    paper paper;
    double left, top, bottom, text_width, text_height;
    size_t columns; /* beside each other; what begins the first page stands above them */
    double column_width;
    figure figure;
    page_piece *pieces; /* in reading order */
    size_t piece_count, page_count;
    outline_item *outline;
    size_t outline_count;
    annals_text head; /* running head */
} pages;

/* `title` is clean; `overview` tells the layout and the scale of the figure.  False when memory runs out. */
bool pages_layout(memory_pool *pool, const annals_chronology *chronology, const event_order *order,
                  const page_setting *setting, const figure_options *overview, annals_text title, text_measure measure,
                  pages *pages);

#endif
