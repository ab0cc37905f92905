/* canvas.c: what every canvas can do with the operations it has. */
#include "canvas.h"

void canvas_block(canvas *c, const text_block *block, double x, double top) {
    double leading = face_of(block->style)->leading, ascent = face_ascent(block->style);
    for (size_t i = 0; i < block->count; i++)
        c->class->line(c, block, i, (point){x, top + (double)i * leading + ascent});
}

void canvas_paper(canvas *c, double width, double height) {
    paint ground = {.fill = COLOUR_PAPER};
    c->class->rectangle(c, (point){0, 0}, width, height, &ground);
}
