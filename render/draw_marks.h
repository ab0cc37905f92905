/* draw_marks.h: what the drawings of all layouts share: the marks of events and their parts. */
#ifndef RENDER_DRAW_MARKS_H
#define RENDER_DRAW_MARKS_H

#include "canvas.h"
#include "layout_figure.h"
#include "words.h"

#define MARK_RADIUS FIGURE_MARK_MM

typedef struct kind_colours {
    colour solid, tint;
} kind_colours;

bool same_look(event_look a, event_look b);
kind_colours kind_colours_of(event_look look);

/* A shape for each kind, so that no reader needs the colour: circle, square, diamond, cross. */
void draw_mark(canvas *c, event_look look, point at, bool hollow);
/* At some time between `left` and `right`: palest at the ends. */
void draw_glow(canvas *c, event_look look, double left, double right, double y, double height);
/* The same off the axis, where a dashed line carries the contrast. */
void draw_within(canvas *c, event_look look, double left, double right, double y, double height);

/* False when memory runs out. */
bool draw_begin_event(canvas *c, const wording *say, const annals_event *event, annals_text id, size_t rank,
                      bool links);
void draw_end_event(canvas *c);
/* The texts of an event, which lead to its entry. */
bool draw_label(canvas *c, const wording *say, size_t rank, bool links, const text_block *blocks[3], const point at[3]);

#endif
