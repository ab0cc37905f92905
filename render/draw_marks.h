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

/* A shape for each kind, so that no reader needs the colour: circle, square, diamond, cross; and a motif in it for each
 * series. */
void draw_mark(canvas *c, event_look look, point at, bool hollow);
/* At some time between `left` and `right`: palest at the ends. */
void draw_glow(canvas *c, event_look look, double left, double right, double y, double height);
/* The same on the axis, with dashes at both edges, which carry the contrast. */
void draw_stretch(canvas *c, event_look look, double left, double right, double y, double height);
/* The motif of a series along the middle of a bar. */
void draw_motifs(canvas *c, event_look look, point from, point to, colour ink);
/* The same off the axis, where a dashed line carries the contrast. */
void draw_within(canvas *c, event_look look, double left, double right, double y, double height);

/* An event, or the one that leads a cluster of them. */
typedef struct drawn_event {
    const annals_event *event;
    annals_text id;
    size_t rank;
    const size_t *ranks; /* of a cluster */
    size_t rank_count;
    annals_text said; /* how its words tell when it was: what they say in full, its title does not repeat */
} drawn_event;

/* False when memory runs out. */
bool draw_begin_event(canvas *c, const wording *say, drawn_event drawn, bool links);
void draw_end_event(canvas *c);
/* The texts of an event, which lead to its entry. */
bool draw_label(canvas *c, const wording *say, size_t rank, bool links, const text_block *blocks[3], const point at[3]);

#endif
