/* text_letters.h: lines drawn so that a PDF tells, for each glyph by itself, which letters it shows.
 *
 * cairo remembers of a glyph the letter that the font has it for.  Where a text says something else, a ligature of two
 * letters or an accent that is a letter of its own, it writes an ActualText around the glyph, and readers of tagged PDF
 * such as poppler then lose the rest of the paragraph.  So such a glyph says the letter that the font has it for:
 * U+FEFB for lam and alef, é for e and an accent.  A bracket that is drawn the other way round, which would say the
 * other one, is shown by a font that has no letters (text_shapes.h). */
#ifndef RENDER_TEXT_LETTERS_H
#define RENDER_TEXT_LETTERS_H

#include <pango/pangocairo.h>

typedef struct letter_fonts letter_fonts;

/* Null when memory runs out. */
letter_fonts *letter_fonts_new(void);
void letter_fonts_free(letter_fonts *fonts);
/* Draw a line of `text` at the current point. */
void letters_show_line(letter_fonts *fonts, cairo_t *cairo, PangoLayoutLine *line, const char *text);

#endif
