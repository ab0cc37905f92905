/* canvas_cairo.h: a tagged PDF, or a PNG, made by cairo. */
#ifndef RENDER_CANVAS_CAIRO_H
#define RENDER_CANVAS_CAIRO_H

#include "buffer.h"
#include "canvas.h"
#include "paper.h"
#include "text_setter.h"

typedef struct pdf_metadata {
    annals_text title, subject; /* clean, ended by NUL */
    int64_t created;            /* seconds after 1970-01-01 UTC */
} pdf_metadata;

typedef struct pdf_canvas {
    canvas base;
    const theme *look;
    text_setter *setter;
    buffer out;
    cairo_surface_t *surface;
    cairo_t *cairo;
    double points; /* a millimetre of the layout */
} pdf_canvas;

/* Begin a file with pages of this size in millimetres, drawn `zoom` times as large. */
void pdf_canvas_start(pdf_canvas *canvas, const theme *look, text_setter *setter, const paper *size, double zoom,
                      const pdf_metadata *metadata);
/* Begin a figure of this size in millimetres as pixels; the others of these functions but image_canvas_finish and
 * pdf_canvas_free are not for it.  False when memory runs out. */
bool image_canvas_start(pdf_canvas *canvas, const theme *look, text_setter *setter, int width, int height,
                        double pixels_per_mm);
/* Close it; a PNG is then in `out`, which says how many dots an inch of it has. */
annals_status image_canvas_finish(pdf_canvas *canvas, double dpi, annals_error *error);
/* End a page; `number` is its label. */
void pdf_canvas_end_page(pdf_canvas *canvas, size_t number);
/* Add an item to the outline; `parent` is what an earlier call returned, or 0. */
int pdf_canvas_outline(pdf_canvas *canvas, int parent, const char *name, const char *anchor, bool open);
/* Close the file; its bytes are then in `out`.  The error of cairo is known only here. */
annals_status pdf_canvas_finish(pdf_canvas *canvas, annals_error *error);
void pdf_canvas_free(pdf_canvas *canvas);

#endif
