/* canvas_svg.h: SVG with live text, one <text> a line, or with the shapes of its letters. */
#ifndef RENDER_CANVAS_SVG_H
#define RENDER_CANVAS_SVG_H

#include "annals-render.h"
#include "buffer.h"
#include "canvas.h"
#include "text_setter.h"

enum { MOST_PAINTS = 160 };

/* Shapes that need no class while they look like the first of their sort. */
typedef enum plain_shape { PLAIN_LEADER, PLAIN_CIRCLE, PLAIN_COUNT } plain_shape;

/* A line of an event's words. */
typedef struct svg_words {
    text_style style;
    point at;
    double width; /* 0: none yet */
} svg_words;

typedef struct svg_canvas {
    canvas base;
    const theme *theme, *dark; /* dark: for readers who prefer it; may be null */
    text_setter *outlines;     /* draws the shapes of letters; null: text is live */
    buffer out;                /* byte 1 stands for the prefix of ids until the end */
    const char *language;      /* of the words */
    double margin, zoom;
    bool used[STYLE_COUNT];
    fade_look fades[COLOUR_COUNT * 2];
    size_t fade_count;
    paint paints[MOST_PAINTS]; /* each is a class */
    size_t paint_count;
    paint plain[PLAIN_COUNT];
    bool has_plain[PLAIN_COUNT], in_event;
    char run;                     /* class of the group of lines that is open; 0: none is */
    int64_t run_left;             /* where it begins */
    const char *const *addresses; /* of documents; null: no links to them */
    memory_pool *pool;            /* of what the full texts need; null: they stand elsewhere */
    const annals_document *documents;
    size_t document_count;
    const annals_event *event; /* that is being drawn */
    svg_words words;           /* the first line of its label; of its date where it has none */
    bool linked;               /* it leads to a document */
    bool inlined;              /* a part of a page of HTML, where events lead to their entries */
} svg_canvas;

/* Everything drawn is moved right and down by `margin`, and made `zoom` times as large.  `dark` and `outlines` may be
 * set before anything is drawn. */
void svg_canvas_start(svg_canvas *canvas, const theme *theme, const char *language, double margin, double zoom);
/* Write the finished drawing of this size to the sink, with `title` and `description` (clean) for assistive software.
 */
annals_status svg_canvas_finish(svg_canvas *canvas, double width, double height, annals_text title,
                                annals_text description, annals_sink sink, annals_error *error);
void svg_canvas_free(svg_canvas *canvas);

#endif
