/* canvas.c: what every canvas can do with the operations it has. */
#include "canvas.h"

const char *canvas_tag(part_role role) {
    static const char *const names[PART_ROLE_COUNT] = {
        [PART_SECTION] = "Sect",   [PART_TITLE] = "H1",        [PART_HEADING] = "H2",
        [PART_PARAGRAPH] = "P",    [PART_LIST] = "L",          [PART_ITEM] = "LI",
        [PART_ITEM_LABEL] = "Lbl", [PART_ITEM_BODY] = "LBody", [PART_FIGURE] = "Figure",
    };
    return names[role];
}

void canvas_lines(canvas *c, const text_block *block, size_t first, size_t count, double x, double top) {
    double leading = face_of(block->style)->leading, ascent = face_ascent(block->style);
    for (size_t i = first; i < first + count; i++, top += leading) {
        double indent = block->runs_left || block->flush_right ? block->width - block->lines[i].width : 0;
        c->class->line(c, block, i, (point){x + indent, top + ascent});
    }
}

void canvas_block(canvas *c, const text_block *block, double x, double top) {
    canvas_lines(c, block, 0, block->count, x, top);
}

void canvas_paper(canvas *c, double width, double height) {
    paint ground = {.fill = COLOUR_PAPER};
    c->class->rectangle(c, (point){0, 0}, width, height, &ground);
}
