/* text_shapes.h: the glyphs of a font without its letters (OpenType 1.9, "Font Tables" and "cmap").
 *
 * What cairo writes into a PDF says of a glyph the letter that the font has it for, and the glyph of a bracket in a
 * line that runs to the left is that of its mirrored letter.  Of a font without such a table cairo knows no letters, so
 * a glyph says what it is shown for.  It stays a font of outlines with the same measures: those of a Type 3 font, which
 * cairo writes of one that is drawn by a program, are guessed by readers, which then break the line at each bracket. */
#ifndef RENDER_TEXT_SHAPES_H
#define RENDER_TEXT_SHAPES_H

#include <cairo.h>
#include <pango/pango.h>

/* Null when the font is not in such a file, or when memory runs out. */
cairo_font_face_t *shapes_of_font(PangoFont *font);

#endif
