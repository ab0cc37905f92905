/* text_setter.h: text measured and shaped by Pango. */
#ifndef RENDER_TEXT_SETTER_H
#define RENDER_TEXT_SETTER_H

#include "text.h"

#include <pango/pangocairo.h>

/* The measure that Pango makes.  One of them holds one Pango context; it belongs to one thread.  It remembers blocks:
 * the pools and the texts that it was given last as long as it. */
typedef struct text_setter text_setter;

text_setter *text_setter_new(const theme *theme);
void text_setter_free(text_setter *setter);
text_measure text_setter_measure(text_setter *setter);
/* Is one of these families, with commas between them, installed? */
bool text_setter_has_font(const text_setter *setter, const char *families);
/* The scripts, or where that says nothing the characters, that no font has: "cherokee, U+E000"; false for none. */
bool text_setter_missing(const text_setter *setter, char *names, size_t size);
/* Draw one line of a block, a unit being a point; the left end of its baseline is the origin.  The units change.  Every
 * line ends in a blank, the last too, so that readers of a PDF keep neighbouring texts apart. */
void text_setter_draw(text_setter *setter, cairo_t *cairo, const text_block *block, size_t line);
/* The shapes of the letters of one line, in points from the left end of its baseline; to be destroyed by the caller.
 * Null when memory runs out. */
cairo_path_t *text_setter_outline(text_setter *setter, const text_block *block, size_t line);

#endif
