/* text_plain.h: lines of plain letters, each a glyph of one font that stands where the one before it ends: most of what
 * there is to print.  They are set from words that were shaped before, in a fifth of the time that Pango takes to lay
 * them out, and drawn as they were measured. */
#ifndef RENDER_TEXT_PLAIN_H
#define RENDER_TEXT_PLAIN_H

#include "text.h"

#include <pango/pangocairo.h>

typedef struct plain_setter plain_setter;

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
