/* draw.h: layout -> canvas. */
#ifndef RENDER_DRAW_H
#define RENDER_DRAW_H

#include "canvas.h"
#include "layout_figure.h"
#include "words.h"

/* Draw the figure with its upper left corner at `origin`.  `say` puts times in words.  With `links`, each event
 * leads to the anchor of its entry.  False when memory runs out. */
bool draw_figure(canvas *c, const wording *say, const figure *figure, point origin, bool links);

/* One sheet of a figure whose time runs down. */
bool draw_sheet(canvas *c, const wording *say, const figure *figure, const figure_sheet *sheet, point origin,
                bool links);

/* A name for a place that links lead to: a letter and a number.  An event's entry is 'e' and its place in the order of
 * time.  Null when memory runs out. */
const char *draw_anchor_name(memory_pool *pool, char letter, size_t number);

/* A sign of the legend in the colour of a series, its left end at `x`, around the height `y`. */
void draw_sign(canvas *c, figure_sign sign, unsigned series, double x, double y);

#endif
