/* canvas_cairo.h: a PNG, or a tagged PDF with text that canvas_pdf cannot write, made by cairo. */
#ifndef RENDER_CANVAS_CAIRO_H
#define RENDER_CANVAS_CAIRO_H

#include "canvas_pdf.h"
#include "text_setter.h"

typedef struct cairo_canvas {
    canvas base;
    const theme *look;
    text_setter *setter;
    buffer out;
    cairo_surface_t *surface;
    cairo_t *cairo;
    double points; /* a millimetre of the layout */
} cairo_canvas;

/* Begin a file with pages of this size in millimetres, drawn `zoom` times as large. */
void cairo_canvas_start(cairo_canvas *canvas, const theme *look, text_setter *setter, const paper *size, double zoom,
                        const pdf_metadata *metadata);
/* Begin a figure of this size in millimetres as pixels; the others of these functions but image_canvas_finish and
 * cairo_canvas_free are not for it.  False when memory runs out. */
bool image_canvas_start(cairo_canvas *canvas, const theme *look, text_setter *setter, int width, int height,
                        double pixels_per_mm);
/* Close it; a PNG is then in `out`, which says how many dots an inch of it has. */
annals_status image_canvas_finish(cairo_canvas *canvas, double dpi, annals_error *error);
/* Close the file; its bytes are then in `out`.  The error of cairo is known only here. */
annals_status cairo_canvas_finish(cairo_canvas *canvas, annals_error *error);
void cairo_canvas_free(cairo_canvas *canvas);

#endif
