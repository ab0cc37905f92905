/* canvas_cairo.c: a picture of pixels, or a tagged PDF, made by cairo.  Each laid-out line is drawn as its own run with
 * its final blank, so that readers put the words of a paragraph together again.  Names of anchors hold letters and
 * digits only: a quote in an attribute would damage the file without an error. */
#include "canvas_cairo.h"

#include "pdf_file.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <zlib.h>

static cairo_t *cairo_of(canvas *c) {
    return ((cairo_canvas *)c)->cairo;
}

/* ------------------------------------------------------------------ structure */

enum { LONGEST_ATTRIBUTE = 400 };

/* "before" + name + "after" in a buffer of the caller; false when it does not fit. */
static bool attribute(char *out, const char *before, const char *name, const char *after) {
    size_t a = strlen(before), b = strlen(name), c = strlen(after);
    if (a + b + c >= LONGEST_ATTRIBUTE) return false;
    memcpy(out, before, a);
    memcpy(out + a, name, b);
    memcpy(out + a + b, after, c + 1);
    return true;
}

static void begin(canvas *c, const part *p) {
    char link[LONGEST_ATTRIBUTE];
    if (canvas_tag(p->role)) cairo_tag_begin(cairo_of(c), canvas_tag(p->role), "");
    if (p->role == PART_SHEET) cairo_save(cairo_of(c)), cairo_translate(cairo_of(c), p->origin.x, p->origin.y);
    if (p->role != PART_LABEL) return;
    if (p->link && attribute(link, "dest='", p->link, "'")) cairo_tag_begin(cairo_of(c), CAIRO_TAG_LINK, link);
    else cairo_tag_begin(cairo_of(c), "Span", "");
}

static void end(canvas *c, const part *p) {
    char link[LONGEST_ATTRIBUTE];
    if (canvas_tag(p->role)) cairo_tag_end(cairo_of(c), canvas_tag(p->role));
    if (p->role == PART_SHEET) cairo_restore(cairo_of(c));
    if (p->role != PART_LABEL) return;
    cairo_tag_end(cairo_of(c), p->link && attribute(link, "dest='", p->link, "'") ? CAIRO_TAG_LINK : "Span");
}

/* The place is given in points: attributes know nothing of the scale that was set. */
static void anchor(canvas *c, const char *name, point at) {
    buffer words = {0};
    buffer_string(&words, "name='");
    buffer_string(&words, name);
    buffer_string(&words, "' x=");
    buffer_number(&words, at.x * ((cairo_canvas *)c)->points, 2);
    buffer_string(&words, " y=");
    buffer_number(&words, at.y * ((cairo_canvas *)c)->points, 2);
    buffer_bytes(&words, " internal", sizeof " internal");
    if (!words.failed) {
        cairo_tag_begin(cairo_of(c), CAIRO_TAG_DEST, words.data);
        cairo_tag_end(cairo_of(c), CAIRO_TAG_DEST);
    }
    buffer_free(&words);
}

/* ------------------------------------------------------------------ shapes */

static void set_colour(canvas *c, colour which) {
    uint32_t rgb = ((cairo_canvas *)c)->look->colours[which];
    cairo_set_source_rgb(cairo_of(c), (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

static void apply(canvas *c, const paint *look) {
    static const double dashes[] = {0.7, 0.6};
    cairo_t *cr = cairo_of(c);
    if (look->fill != COLOUR_NONE) {
        set_colour(c, look->fill);
        look->stroke != COLOUR_NONE ? cairo_fill_preserve(cr) : cairo_fill(cr);
    }
    if (look->stroke == COLOUR_NONE) return;
    set_colour(c, look->stroke);
    cairo_set_line_width(cr, look->width);
    cairo_set_dash(cr, dashes, look->dashed ? 2 : 0, 0);
    cairo_stroke(cr);
}

static void leader(canvas *c, point mark, double bend_y, point foot, double top, const paint *look) {
    double middle = (bend_y + foot.y) / 2;
    cairo_new_path(cairo_of(c));
    cairo_move_to(cairo_of(c), mark.x, mark.y);
    if (bend_y < mark.y || bend_y > mark.y) cairo_line_to(cairo_of(c), mark.x, bend_y);
    cairo_curve_to(cairo_of(c), mark.x, middle, foot.x, middle, foot.x, foot.y);
    cairo_line_to(cairo_of(c), foot.x, top);
    apply(c, look);
}

static void bend(canvas *c, point from, point to, const paint *look) {
    double middle = (from.x + to.x) / 2;
    cairo_new_path(cairo_of(c));
    cairo_move_to(cairo_of(c), from.x, from.y);
    cairo_curve_to(cairo_of(c), middle, from.y, middle, to.y, to.x, to.y);
    apply(c, look);
}

static void polygon(canvas *c, const point *points, size_t count, bool closed, const paint *look) {
    cairo_new_path(cairo_of(c));
    for (size_t i = 0; i < count; i++) cairo_line_to(cairo_of(c), points[i].x, points[i].y);
    if (closed) cairo_close_path(cairo_of(c));
    apply(c, look);
}

static void circle(canvas *c, point centre, double radius, const paint *look) {
    cairo_new_path(cairo_of(c));
    cairo_arc(cairo_of(c), centre.x, centre.y, radius, 0, 2 * acos(-1));
    cairo_close_path(cairo_of(c));
    apply(c, look);
}

static void rectangle(canvas *c, point corner, double width, double height, const paint *look) {
    cairo_new_path(cairo_of(c));
    cairo_rectangle(cairo_of(c), corner.x, corner.y, width, height);
    apply(c, look);
}

static void add_stop(cairo_pattern_t *gradient, double offset, uint32_t rgb) {
    cairo_pattern_add_color_stop_rgb(gradient, offset, (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0,
                                     (rgb & 255) / 255.0);
}

static void fade(canvas *c, point corner, double width, double height, const fade_look *look) {
    const uint32_t *rgb = ((cairo_canvas *)c)->look->colours;
    point end = look->upright ? (point){corner.x, corner.y + height} : (point){corner.x + width, corner.y};
    cairo_pattern_t *gradient = cairo_pattern_create_linear(corner.x, corner.y, end.x, end.y);
    add_stop(gradient, 0, rgb[look->from]);
    add_stop(gradient, look->mirrored ? 0.5 : 1, rgb[look->to]);
    if (look->mirrored) add_stop(gradient, 1, rgb[look->from]);
    cairo_new_path(cairo_of(c));
    cairo_rectangle(cairo_of(c), corner.x, corner.y, width, height);
    cairo_set_source(cairo_of(c), gradient);
    cairo_fill(cairo_of(c));
    cairo_pattern_destroy(gradient);
}

static void strokes(canvas *c, const stroke_row *row, const paint *look) {
    cairo_new_path(cairo_of(c));
    for (size_t i = 0; i < row->count; i++) {
        cairo_move_to(cairo_of(c), row->level ? row->foot : row->at[i], row->level ? row->at[i] : row->foot);
        cairo_rel_line_to(cairo_of(c), row->level ? -row->length : 0, row->level ? 0 : -row->length);
    }
    apply(c, look);
}

static void line(canvas *c, const text_block *block, size_t number, point at) {
    cairo_canvas *pdf = (cairo_canvas *)c;
    cairo_t *cr = pdf->cairo;
    set_colour(c, face_of(block->style)->colour);
    cairo_save(cr);
    cairo_translate(cr, at.x, at.y);
    cairo_scale(cr, MM_PER_POINT, MM_PER_POINT);
    text_setter_draw(pdf->setter, cr, block, number);
    cairo_restore(cr);
}

/* ------------------------------------------------------------------ pages */

static void end_page(canvas *c, size_t number) {
    cairo_canvas *pdf = (cairo_canvas *)c;
    char digits[24], *at = digits + sizeof digits;
    *--at = 0;
    do *--at = (char)('0' + number % 10);
    while (number /= 10);
    cairo_pdf_surface_set_page_label(pdf->surface, at);
    cairo_show_page(pdf->cairo);
}

static int outline(canvas *c, int parent, const char *name, const char *anchor_name, bool open) {
    cairo_canvas *pdf = (cairo_canvas *)c;
    char link[LONGEST_ATTRIBUTE];
    if (!attribute(link, "dest='", anchor_name, "'")) return 0;
    return cairo_pdf_surface_add_outline(pdf->surface, parent, name, link, open ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

static const canvas_class cairo_class = {begin,     end,  anchor,  leader, bend,     polygon, circle,
                                         rectangle, fade, strokes, line,   end_page, outline};

/* ------------------------------------------------------------------ the file */

static cairo_status_t collect(void *context, const unsigned char *data, unsigned int length) {
    buffer *out = context;
    buffer_bytes(out, (const char *)data, length);
    return out->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

void cairo_canvas_start(cairo_canvas *pdf, const theme *look, text_setter *setter, const paper *size, double zoom,
                        const pdf_metadata *metadata) {
    *pdf = (cairo_canvas){.base = {&cairo_class}, .look = look, .setter = setter, .points = zoom / MM_PER_POINT};
    pdf->surface =
        cairo_pdf_surface_create_for_stream(collect, &pdf->out, size->width * pdf->points, size->height * pdf->points);
    char created[21];
    pdf_date(metadata->created, created);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE, metadata->title.data);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_SUBJECT, metadata->subject.data);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATOR, "annals " ANNALS_VERSION);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
    pdf->cairo = cairo_create(pdf->surface);
    cairo_scale(pdf->cairo, pdf->points, pdf->points);
}

bool image_canvas_start(cairo_canvas *pdf, const theme *look, text_setter *setter, int width, int height,
                        double pixels_per_mm) {
    *pdf = (cairo_canvas){.base = {&cairo_class}, .look = look, .setter = setter, .points = pixels_per_mm};
    pdf->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    pdf->cairo = cairo_create(pdf->surface);
    set_colour(&pdf->base, COLOUR_PAPER);
    cairo_paint(pdf->cairo);
    cairo_scale(pdf->cairo, pixels_per_mm, pixels_per_mm);
    return cairo_status(pdf->cairo) == CAIRO_STATUS_SUCCESS;
}

static void put_uint32(unsigned char *out, unsigned long value) {
    for (int i = 0; i < 4; i++) out[i] = (unsigned char)(value >> (24 - 8 * i));
}

/* How large a pixel is, which cairo does not say, right after the header (PNG, third edition, 11.3.4.3). */
static void put_resolution(buffer *out, const buffer *png, double dpi) {
    enum { HEADER = 8 + 25, DATA = 9 };
    unsigned char chunk[12 + DATA] = {0, 0, 0, DATA, 'p', 'H', 'Y', 's', [16] = 1 /* pixels a metre */};
    unsigned long pixels = (unsigned long)lround(dpi / 0.0254);
    put_uint32(chunk + 8, pixels);
    put_uint32(chunk + 12, pixels);
    put_uint32(chunk + 17, crc32(0, chunk + 4, 4 + DATA));
    buffer_bytes(out, png->data, HEADER);
    buffer_bytes(out, (const char *)chunk, sizeof chunk);
    buffer_bytes(out, png->data + HEADER, png->length - HEADER);
}

annals_status image_canvas_finish(cairo_canvas *pdf, double dpi, annals_error *error) {
    buffer png = {0};
    cairo_status_t status = cairo_status(pdf->cairo);
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_write_to_png_stream(pdf->surface, collect, &png);
    if (status == CAIRO_STATUS_SUCCESS) put_resolution(&pdf->out, &png, dpi);
    buffer_free(&png);
    if (status == CAIRO_STATUS_SUCCESS) return ANNALS_OK;
    return annals_fail(error, ANNALS_MEMORY, "out of memory; take a lower resolution");
}

annals_status cairo_canvas_finish(cairo_canvas *pdf, annals_error *error) {
    cairo_status_t status = cairo_status(pdf->cairo);
    cairo_destroy(pdf->cairo);
    pdf->cairo = NULL;
    cairo_surface_finish(pdf->surface);
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(pdf->surface);
    if (status == CAIRO_STATUS_SUCCESS) return ANNALS_OK;
    if (status == CAIRO_STATUS_NO_MEMORY)
        return annals_fail(error, ANNALS_MEMORY, "out of memory; print fewer events at once");
    return annals_fail(error, ANNALS_OUTPUT, "the PDF could not be made (%s); report this with the input",
                       cairo_status_to_string(status));
}

void cairo_canvas_free(cairo_canvas *pdf) {
    if (pdf->cairo) cairo_destroy(pdf->cairo);
    if (pdf->surface) cairo_surface_destroy(pdf->surface);
    buffer_free(&pdf->out);
}
