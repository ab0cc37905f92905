/* canvas_pdf.h: a tagged PDF, written as it is drawn.  Its text is letters one after another of fonts that pdf_font can
 * write; what has other text is drawn by cairo. */
#ifndef RENDER_CANVAS_PDF_H
#define RENDER_CANVAS_PDF_H

#include "canvas.h"
#include "paper.h"
#include "pdf_font.h"
#include "pdf_tree.h"

typedef struct pdf_metadata {
    annals_text title, subject; /* clean, ended by NUL */
    int64_t created;            /* seconds after 1970-01-01 UTC */
    const char *language;
} pdf_metadata;

typedef struct pdf_canvas {
    canvas base;
    const theme *look;
    pdf_metadata metadata;
    pdf_file file;
    pdf_fonts *fonts;
    pdf_tree *tree;
    buffer content, page, pages; /* of the page; its dictionary; references to all pages */
    size_t page_count, page_number, parent;
    paper size;       /* points */
    double points;    /* a millimetre of the layout */
    point origin;     /* of a sheet, millimetres */
    const char *open; /* tag of the marked piece of content, or null */
    const char *link; /* anchor that the label leads to */
    pdf_rectangle link_place;
    colour fill, stroke;
    double width, font_size;
    int font;
    bool dashed;
    fade_look *fades;
    size_t fade_count, fade_room;
    bool unable; /* some text is none of these letters */
    bool failed; /* memory ran out */
} pdf_canvas;

/* Begin a file with pages of this size in millimetres, drawn `zoom` times as large. */
void pdf_canvas_start(pdf_canvas *canvas, const theme *look, const paper *size, double zoom,
                      const pdf_metadata *metadata);
/* Close the file; its bytes are then in `file.out`. */
annals_status pdf_canvas_finish(pdf_canvas *canvas, annals_error *error);
void pdf_canvas_free(pdf_canvas *canvas);

#endif
