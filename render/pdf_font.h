/* pdf_font.h: the fonts of a PDF, each holding the letters that are printed with it only (ISO 32000-1, 9.6.3 and 9.9).
 * They are TrueType fonts whose characters are letters of one byte; others are not for this. */
#ifndef RENDER_PDF_FONT_H
#define RENDER_PDF_FONT_H

#include "pdf_file.h"

#include <pango/pango.h>

typedef struct pdf_fonts pdf_fonts;

/* How a letter is written. */
typedef struct pdf_letter {
    uint16_t font;
    unsigned char code;
    float width; /* thousandths of the font's size */
} pdf_letter;

/* Null when memory runs out. */
pdf_fonts *pdf_fonts_new(void);
void pdf_fonts_free(pdf_fonts *fonts);
/* The letter that a glyph of the font shows; null when the font is none of those that can be written, or when memory
 * runs out. */
const pdf_letter *pdf_fonts_letter(pdf_fonts *fonts, PangoFont *font, unsigned glyph, uint32_t letter);
/* Write them; their names, "/F0" and so on, are added to `resources`. */
void pdf_fonts_write(pdf_fonts *fonts, pdf_file *file, buffer *resources);

#endif
