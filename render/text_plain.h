/* text_plain.h: lines of plain letters, each a glyph that stands where the one before it ends: most of what
 * there is to print.  They are set from words that were shaped before, in a fifth of the time that Pango takes to lay
 * them out, and drawn as they were measured. */
#ifndef RENDER_TEXT_PLAIN_H
#define RENDER_TEXT_PLAIN_H

#include "text.h"

#include <pango/pangocairo.h>

/* Text is set in this size, in points, and drawn larger or smaller: nothing is hinted, and to open a font in one more
 * size takes as long as to set a page. */
#define SET_SIZE 10.0

typedef struct plain_setter plain_setter;

/* A glyph of a set line, how far the next one is in Pango's units, the bytes of its letter, and which font it is of. */
typedef struct set_glyph {
    uint16_t glyph;
    uint8_t bytes, font;
    int advance;
} set_glyph;

struct set_line {
    PangoFont *const *fonts;
    size_t count; /* with the final blank, also if the text of the line does not end with one */
    set_glyph glyphs[];
};

/* Null when memory runs out. */
plain_setter *plain_setter_new(void);
void plain_setter_free(plain_setter *setter);
/* Set the block's lines of at most `width` in Pango's units, each of which is `unit` millimetres.  `layout` has the
 * font of the block's style; its text changes.  False when the text is not plain, when a line might end elsewhere than
 * at a blank, or when memory runs out. */
bool plain_break(plain_setter *setter, memory_pool *pool, PangoLayout *layout, int width, double unit,
                 text_block *block);
/* What a line that Pango has laid out is drawn from; null when it is not plain, or when memory runs out. */
const struct set_line *plain_line(plain_setter *setter, memory_pool *pool, const PangoLayoutLine *line,
                                  const char *text);
/* Draw a line, its glyphs' units being Cairo's, with a final blank; `text` is the line's. */
void plain_draw(cairo_t *cairo, const struct set_line *set, const char *text, size_t length);

#endif
