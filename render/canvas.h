/* canvas.h: what the drawing code draws on.  Lengths are millimetres from the upper left corner of a figure or page. */
#ifndef RENDER_CANVAS_H
#define RENDER_CANVAS_H

#include "text.h"

typedef struct point {
    double x, y;
} point;

/* COLOUR_NONE leaves the inside, or the outline, undrawn. */
typedef struct paint {
    colour fill, stroke;
    double width; /* of the outline */
    bool dashed;
} paint;

/* A rectangle's colour that changes from left to right, or upright: from top to bottom; mirrored: to the middle and
 * back. */
typedef struct fade_look {
    colour from, to;
    bool mirrored, upright;
} fade_look;

/* Many short strokes of one length: upright ones from the height `foot` upwards, beside each other; or level ones from
 * `foot` to the left, below each other. */
typedef struct stroke_row {
    const double *at;
    size_t count;
    double foot, length;
    bool level;
} stroke_row;

/* The logical structure of a drawing; each canvas keeps what its format can say. */
typedef enum part_role {
    PART_EVENT, /* an event's marks and texts in a figure */
    PART_LABEL, /* its texts alone */
    PART_REST,  /* what counts events that have no mark of their own */
    PART_SHEET, /* what is drawn in it counts from its origin */
    PART_SECTION,
    PART_TITLE,
    PART_HEADING,
    PART_PARAGRAPH,
    PART_LIST,
    PART_ITEM,
    PART_ITEM_LABEL,
    PART_ITEM_BODY,
    PART_FIGURE,
    PART_ROLE_COUNT
} part_role;

typedef struct part {
    part_role role;
    annals_text id; /* unique in the drawing; of an event; absent: a further part of one that was drawn before */
    const annals_event *event;
    const size_t *ranks; /* of the events that it stands for, where they are several */
    size_t rank_count;
    annals_text title; /* clean; of an event: shown when the mouse rests on it */
    const char *link;  /* of an event and of a label: name of the anchor that it leads to, or null */
    point origin;      /* of a sheet */
} part;

typedef struct canvas canvas;

typedef struct canvas_class {
    void (*begin)(canvas *c, const part *part);
    void (*end)(canvas *c, const part *part);
    /* A place that links lead to. */
    void (*anchor)(canvas *c, const char *name, point at);
    /* From the mark upright to the height `bend`, to the foot as a curve that leaves and arrives upright, then straight
     * up, or down, to `top`. */
    void (*leader)(canvas *c, point mark, double bend, point foot, double top, const paint *paint);
    /* A curve that leaves and arrives level. */
    void (*bend)(canvas *c, point from, point to, const paint *paint);
    void (*polygon)(canvas *c, const point *points, size_t count, bool closed, const paint *paint);
    void (*circle)(canvas *c, point centre, double radius, const paint *paint);
    void (*rectangle)(canvas *c, point corner, double width, double height, const paint *paint);
    void (*fade)(canvas *c, point corner, double width, double height, const fade_look *look);
    void (*strokes)(canvas *c, const stroke_row *row, const paint *paint);
    /* One line of a block; `at` is the left end of its baseline. */
    void (*line)(canvas *c, const text_block *block, size_t line, point at);
    /* Of canvases that have pages: end one, whose label is `number`; and add an item to the outline, below what an
     * earlier call returned, or 0. */
    void (*end_page)(canvas *c, size_t number);
    int (*outline)(canvas *c, int parent, const char *name, const char *anchor, bool open);
} canvas_class;

struct canvas {
    const canvas_class *class;
};

/* What the structure of a PDF calls a part; null for one that has no element of its own there. */
const char *canvas_tag(part_role role);
/* Lines of a block, the first one's top at `top`; those that run to the left begin below each other at the right. */
void canvas_lines(canvas *c, const text_block *block, size_t first, size_t count, double x, double top);
/* All of them. */
void canvas_block(canvas *c, const text_block *block, double x, double top);
/* The paper itself. */
void canvas_paper(canvas *c, double width, double height);

#endif
