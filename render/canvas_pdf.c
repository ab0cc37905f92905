/* canvas_pdf.c: the content of pages (ISO 32000-1, 8 and 9).  Text is marked as a piece of the element that is open;
 * what is not text, or belongs to none, is marked as an artifact, as the figures' text alternative stands for it. */
#include "canvas_pdf.h"

#include "text_plain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char artifact[] = "Artifact";

static pdf_canvas *pdf_of(canvas *c) {
    return (pdf_canvas *)c;
}

/* ------------------------------------------------------------------ operators */

static void put(pdf_canvas *pdf, const char *words) {
    buffer_string(&pdf->content, words);
}

static void put_number(pdf_canvas *pdf, double value) {
    buffer_number(&pdf->content, value, 2);
    put(pdf, " ");
}

static double x_of(const pdf_canvas *pdf, double x) {
    return (pdf->origin.x + x) * pdf->points;
}

static double y_of(const pdf_canvas *pdf, double y) {
    return pdf->size.height - (pdf->origin.y + y) * pdf->points;
}

static void put_point(pdf_canvas *pdf, double x, double y) {
    put_number(pdf, x_of(pdf, x));
    put_number(pdf, y_of(pdf, y));
}

static void put_rgb(buffer *b, uint32_t rgb) {
    for (int shift = 16; shift >= 0; shift -= 8) {
        buffer_number(b, (rgb >> shift & 255) / 255.0, 3);
        buffer_string(b, " ");
    }
}

static void set_fill(pdf_canvas *pdf, colour which) {
    if (pdf->fill == which) return;
    put_rgb(&pdf->content, pdf->look->colours[which]);
    put(pdf, "rg\n");
    pdf->fill = which;
}

static void set_stroke(pdf_canvas *pdf, const paint *look) {
    if (pdf->stroke != look->stroke) {
        put_rgb(&pdf->content, pdf->look->colours[look->stroke]);
        put(pdf, "RG\n");
    }
    if (pdf->width != look->width) {
        put_number(pdf, look->width * pdf->points);
        put(pdf, "w\n");
    }
    if (pdf->dashed != look->dashed) {
        put(pdf, "[");
        if (look->dashed) put_number(pdf, 0.7 * pdf->points);
        if (look->dashed) put_number(pdf, 0.6 * pdf->points);
        put(pdf, "]0 d\n");
    }
    pdf->stroke = look->stroke;
    pdf->width = look->width;
    pdf->dashed = look->dashed;
}

/* ------------------------------------------------------------------ structure */

static void close_piece(pdf_canvas *pdf) {
    if (pdf->open) put(pdf, "EMC\n");
    pdf->open = NULL;
}

/* What follows is text of the open element; that of a figure's axis is part of the picture. */
static void open_text(pdf_canvas *pdf) {
    const char *tag = pdf_tree_tag(pdf->tree);
    if (tag && !strcmp(tag, canvas_tag(PART_FIGURE))) tag = NULL;
    if (pdf->open && pdf->open == (tag ? tag : artifact)) return;
    close_piece(pdf);
    pdf->open = tag ? tag : artifact;
    put(pdf, "/");
    put(pdf, pdf->open);
    if (tag) {
        put(pdf, "<</MCID ");
        buffer_integer(&pdf->content, (int64_t)pdf_tree_piece(pdf->tree));
        put(pdf, ">>BDC\n");
    } else {
        put(pdf, " BMC\n");
    }
}

static void open_shape(pdf_canvas *pdf) {
    if (pdf->open == artifact) return;
    close_piece(pdf);
    pdf->open = artifact;
    put(pdf, "/Artifact BMC\n");
}

static void begin_element(pdf_canvas *pdf, const char *tag) {
    if (pdf->open != artifact) close_piece(pdf);
    pdf_tree_begin(pdf->tree, tag);
}

static void end_element(pdf_canvas *pdf) {
    if (pdf->open != artifact) close_piece(pdf);
    pdf_tree_end(pdf->tree);
}

static void begin(canvas *c, const part *p) {
    pdf_canvas *pdf = pdf_of(c);
    if (canvas_tag(p->role)) begin_element(pdf, canvas_tag(p->role));
    if (p->role == PART_SHEET) pdf->origin = (point){pdf->origin.x + p->origin.x, pdf->origin.y + p->origin.y};
    if (p->role != PART_LABEL) return;
    begin_element(pdf, p->link ? "Link" : "Span");
    pdf->link = p->link;
    pdf->link_place = (pdf_rectangle){HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
}

static void end(canvas *c, const part *p) {
    pdf_canvas *pdf = pdf_of(c);
    if (p->role == PART_LABEL && pdf->link && pdf->link_place.left < pdf->link_place.right)
        pdf_tree_link(pdf->tree, pdf->link, pdf->link_place);
    if (p->role == PART_LABEL) pdf->link = NULL;
    if (canvas_tag(p->role) || p->role == PART_LABEL) end_element(pdf);
    if (p->role == PART_SHEET) pdf->origin = (point){pdf->origin.x - p->origin.x, pdf->origin.y - p->origin.y};
}

static void anchor(canvas *c, const char *name, point at) {
    pdf_canvas *pdf = pdf_of(c);
    pdf_tree_anchor(pdf->tree, name, x_of(pdf, at.x), y_of(pdf, at.y));
}

/* ------------------------------------------------------------------ shapes */

static void move_to(pdf_canvas *pdf, double x, double y) {
    put_point(pdf, x, y);
    put(pdf, "m\n");
}

static void line_to(pdf_canvas *pdf, double x, double y) {
    put_point(pdf, x, y);
    put(pdf, "l\n");
}

static void curve_to(pdf_canvas *pdf, point a, point b, point to) {
    put_point(pdf, a.x, a.y);
    put_point(pdf, b.x, b.y);
    put_point(pdf, to.x, to.y);
    put(pdf, "c\n");
}

/* Colours are set before a path begins. */
static void prepare(pdf_canvas *pdf, const paint *look) {
    open_shape(pdf);
    if (look->fill != COLOUR_NONE) set_fill(pdf, look->fill);
    if (look->stroke != COLOUR_NONE) set_stroke(pdf, look);
}

static void apply(pdf_canvas *pdf, const paint *look) {
    bool fill = look->fill != COLOUR_NONE, stroke = look->stroke != COLOUR_NONE;
    put(pdf, fill && stroke ? "B\n" : fill ? "f\n" : stroke ? "S\n" : "n\n");
}

static void leader(canvas *c, point mark, double bend_y, point foot, double top, const paint *look) {
    pdf_canvas *pdf = pdf_of(c);
    double middle = (bend_y + foot.y) / 2;
    prepare(pdf, look);
    move_to(pdf, mark.x, mark.y);
    if (bend_y < mark.y || bend_y > mark.y) line_to(pdf, mark.x, bend_y);
    curve_to(pdf, (point){mark.x, middle}, (point){foot.x, middle}, foot);
    line_to(pdf, foot.x, top);
    apply(pdf, look);
}

static void bend(canvas *c, point from, point to, const paint *look) {
    pdf_canvas *pdf = pdf_of(c);
    double middle = (from.x + to.x) / 2;
    prepare(pdf, look);
    move_to(pdf, from.x, from.y);
    curve_to(pdf, (point){middle, from.y}, (point){middle, to.y}, to);
    apply(pdf, look);
}

static void polygon(canvas *c, const point *points, size_t count, bool closed, const paint *look) {
    pdf_canvas *pdf = pdf_of(c);
    prepare(pdf, look);
    for (size_t i = 0; i < count; i++) (i ? line_to : move_to)(pdf, points[i].x, points[i].y);
    if (closed) put(pdf, "h\n");
    apply(pdf, look);
}

/* Four curves, none of which is a thousandth of the radius off. */
static void circle(canvas *c, point centre, double radius, const paint *look) {
    pdf_canvas *pdf = pdf_of(c);
    double x = centre.x, y = centre.y, r = radius, k = radius * 0.5522847;
    prepare(pdf, look);
    move_to(pdf, x + r, y);
    curve_to(pdf, (point){x + r, y + k}, (point){x + k, y + r}, (point){x, y + r});
    curve_to(pdf, (point){x - k, y + r}, (point){x - r, y + k}, (point){x - r, y});
    curve_to(pdf, (point){x - r, y - k}, (point){x - k, y - r}, (point){x, y - r});
    curve_to(pdf, (point){x + k, y - r}, (point){x + r, y - k}, (point){x + r, y});
    put(pdf, "h\n");
    apply(pdf, look);
}

static void put_rectangle(pdf_canvas *pdf, point corner, double width, double height) {
    put_point(pdf, corner.x, corner.y + height);
    put_number(pdf, width * pdf->points);
    put_number(pdf, height * pdf->points);
    put(pdf, "re\n");
}

static void rectangle(canvas *c, point corner, double width, double height, const paint *look) {
    pdf_canvas *pdf = pdf_of(c);
    prepare(pdf, look);
    put_rectangle(pdf, corner, width, height);
    apply(pdf, look);
}

/* Its number among those of the file. */
static size_t fade_number(pdf_canvas *pdf, const fade_look *look) {
    for (size_t i = 0; i < pdf->fade_count; i++) {
        const fade_look *f = &pdf->fades[i];
        if (f->from == look->from && f->to == look->to && f->mirrored == look->mirrored) return i;
    }
    if (pdf->fade_count == pdf->fade_room) {
        size_t room = 2 * pdf->fade_room + 16;
        fade_look *grown = realloc(pdf->fades, room * sizeof *grown);
        pdf->failed |= !grown;
        if (!grown) return 0;
        pdf->fades = grown;
        pdf->fade_room = room;
    }
    pdf->fades[pdf->fade_count] = *look;
    return pdf->fade_count++;
}

/* A shading from 0 to 1, which is stretched. */
static void fade(canvas *c, point corner, double width, double height, const fade_look *look) {
    pdf_canvas *pdf = pdf_of(c);
    double wide = width * pdf->points, high = height * pdf->points;
    open_shape(pdf);
    put(pdf, "q\n");
    put_rectangle(pdf, corner, width, height);
    put(pdf, "W n\n");
    put_number(pdf, look->upright ? 0 : wide);
    put_number(pdf, look->upright ? -high : 0);
    put_number(pdf, look->upright ? 1 : 0);
    put_number(pdf, look->upright ? 0 : 1);
    put_point(pdf, corner.x, corner.y);
    put(pdf, "cm\n/S");
    buffer_integer(&pdf->content, (int64_t)fade_number(pdf, look));
    put(pdf, " sh\nQ\n");
}

static void strokes(canvas *c, const stroke_row *row, const paint *look) {
    pdf_canvas *pdf = pdf_of(c);
    prepare(pdf, look);
    for (size_t i = 0; i < row->count; i++) {
        double x = row->level ? row->foot : row->at[i], y = row->level ? row->at[i] : row->foot;
        move_to(pdf, x, y);
        line_to(pdf, x - (row->level ? row->length : 0), y - (row->level ? 0 : row->length));
    }
    apply(pdf, look);
}

/* ------------------------------------------------------------------ text */

static void set_font(pdf_canvas *pdf, int font, double size) {
    if (pdf->font == font && pdf->font_size == size) return;
    put(pdf, "/F");
    buffer_integer(&pdf->content, font);
    put(pdf, " ");
    put_number(pdf, size);
    put(pdf, "Tf\n");
    pdf->font = font;
    pdf->font_size = size;
}

static void put_code(buffer *b, unsigned char code) {
    if (code == '(' || code == ')' || code == '\\') buffer_string(b, "\\");
    buffer_bytes(b, (const char *)&code, 1);
}

/* A line's letters in the strings of TJ, which moves where they do not stand as wide as they are: `strayed` is by how
 * many thousandths. */
static bool put_letters(pdf_canvas *pdf, const struct set_line *set, const char *text, size_t length, double size) {
    double strayed = 0;
    const char *at = text, *end = text + length;
    int font = -1;
    for (size_t i = 0; i < set->count; i++) {
        const set_glyph *g = &set->glyphs[i];
        const pdf_letter *l =
            pdf_fonts_letter(pdf->fonts, set->fonts[g->font], g->glyph, at < end ? g_utf8_get_char(at) : ' ');
        if (!l) return false;
        if (font != l->font) {
            if (font >= 0) put(pdf, ")]TJ\n");
            set_font(pdf, font = l->font, size);
            put(pdf, "[(");
        }
        if (fabs(strayed) >= 1) {
            int64_t whole = llround(strayed);
            put(pdf, ")");
            buffer_integer(&pdf->content, whole);
            put(pdf, "(");
            strayed -= (double)whole;
        }
        put_code(&pdf->content, l->code);
        strayed += (double)l->width - g->advance * 1000 / (SET_SIZE * PANGO_SCALE);
        at += g->bytes;
    }
    if (font >= 0) put(pdf, ")]TJ\n");
    return true;
}

/* The label's link reaches from the top of its first line to below its last one. */
static void spread_link(pdf_canvas *pdf, point at, double width, double size) {
    pdf_rectangle *r = &pdf->link_place;
    double x = x_of(pdf, at.x), y = y_of(pdf, at.y);
    r->left = fmin(r->left, x);
    r->right = fmax(r->right, x + width * pdf->points);
    r->bottom = fmin(r->bottom, y - 0.3 * size);
    r->top = fmax(r->top, y + size);
}

static void line(canvas *c, const text_block *block, size_t number, point at) {
    pdf_canvas *pdf = pdf_of(c);
    const text_line *l = &block->lines[number];
    double size = face_of(block->style)->size * pdf->points * MM_PER_POINT;
    pdf->unable |= !l->set;
    if (pdf->unable) return;
    open_text(pdf);
    set_fill(pdf, face_of(block->style)->colour);
    put(pdf, "BT\n");
    put_point(pdf, at.x, at.y);
    put(pdf, "Td\n");
    pdf->unable |= !put_letters(pdf, l->set, block->text.data + l->offset, l->length, size);
    put(pdf, "ET\n");
    if (pdf->link) spread_link(pdf, at, l->width, size);
}

/* ------------------------------------------------------------------ pages */

/* The state that each page begins with. */
static void start_page(pdf_canvas *pdf) {
    pdf->content.length = 0;
    pdf->open = NULL;
    pdf->fill = pdf->stroke = COLOUR_NONE;
    pdf->width = pdf->font_size = -1;
    pdf->font = -1;
    pdf->dashed = false;
    pdf->page_number = pdf_file_take(&pdf->file, 1);
    pdf_tree_page(pdf->tree, pdf->page_number);
}

static void end_page(canvas *c, size_t number) {
    pdf_canvas *pdf = pdf_of(c);
    size_t content = pdf_file_take(&pdf->file, 1);
    (void)number; /* pages are counted from 1 */
    close_piece(pdf);
    pdf_file_stream(&pdf->file, content, "", &pdf->content);
    pdf->page.length = 0;
    buffer_string(&pdf->page, "<</Type/Page/Parent ");
    pdf_put_reference(&pdf->page, pdf->parent);
    buffer_string(&pdf->page, "/Contents ");
    pdf_put_reference(&pdf->page, content);
    pdf_tree_end_page(pdf->tree, &pdf->file, &pdf->page);
    buffer_string(&pdf->page, ">>");
    pdf->failed |= pdf->page.failed;
    if (!pdf->failed) pdf_file_object(&pdf->file, pdf->page_number, pdf->page.data, pdf->page.length);
    pdf_put_reference(&pdf->pages, pdf->page_number);
    buffer_string(&pdf->pages, "\n");
    pdf->page_count++;
    start_page(pdf);
}

static int outline(canvas *c, int parent, const char *name, const char *anchor_name, bool open) {
    return pdf_tree_outline(pdf_of(c)->tree, parent, name, anchor_name, open);
}

static const canvas_class pdf_class = {begin,     end,  anchor,  leader, bend,     polygon, circle,
                                       rectangle, fade, strokes, line,   end_page, outline};

/* ------------------------------------------------------------------ the file */

void pdf_canvas_start(pdf_canvas *pdf, const theme *look, const paper *size, double zoom,
                      const pdf_metadata *metadata) {
    double points = zoom / MM_PER_POINT;
    *pdf = (pdf_canvas){.base = {&pdf_class},
                        .look = look,
                        .metadata = *metadata,
                        .fonts = pdf_fonts_new(),
                        .tree = pdf_tree_new(metadata->subject),
                        .size = {size->width * points, size->height * points},
                        .points = points};
    pdf->unable = !pdf->fonts || !pdf->tree;
    if (pdf->unable) return;
    pdf_file_start(&pdf->file);
    pdf->parent = pdf_file_take(&pdf->file, 1);
    start_page(pdf);
}

/* From one colour to another; mirrored: and back. */
static void put_fade(buffer *b, const theme *look, const fade_look *f) {
    buffer slope = {0};
    buffer_string(&slope, "<</FunctionType 2/Domain[0 1]/N 1/C0[");
    put_rgb(&slope, look->colours[f->from]);
    buffer_string(&slope, "]/C1[");
    put_rgb(&slope, look->colours[f->to]);
    buffer_string(&slope, "]>>");
    buffer_string(b, "<</ShadingType 2/ColorSpace/DeviceRGB/Extend[true true]/Coords[0 0 1 0]/Function");
    if (f->mirrored) buffer_string(b, "<</FunctionType 3/Domain[0 1]/Bounds[0.5]/Encode[0 1 1 0]/Functions[");
    for (int i = 0; i < (f->mirrored ? 2 : 1); i++) buffer_bytes(b, slope.data, slope.length);
    buffer_string(b, f->mirrored ? "]>>>>" : ">>");
    b->failed |= slope.failed;
    buffer_free(&slope);
}

/* What all pages share. */
static void write_pages(pdf_canvas *pdf) {
    buffer *b = &pdf->page;
    b->length = 0;
    buffer_string(b, "<</Type/Pages/MediaBox[0 0 ");
    buffer_number(b, pdf->size.width, 2);
    buffer_string(b, " ");
    buffer_number(b, pdf->size.height, 2);
    buffer_string(b, "]/Count ");
    buffer_integer(b, (int64_t)pdf->page_count);
    buffer_string(b, "/Kids[");
    buffer_bytes(b, pdf->pages.data, pdf->pages.length);
    buffer_string(b, "]/Resources<<");
    pdf_fonts_write(pdf->fonts, &pdf->file, b);
    buffer_string(b, "/Shading<<");
    for (size_t i = 0; i < pdf->fade_count; i++) {
        buffer_string(b, "/S");
        buffer_integer(b, (int64_t)i);
        put_fade(b, pdf->look, &pdf->fades[i]);
    }
    buffer_string(b, ">>>>>>");
    pdf->failed |= b->failed || pdf->pages.failed;
    if (!pdf->failed) pdf_file_object(&pdf->file, pdf->parent, b->data, b->length);
}

static size_t write_information(pdf_canvas *pdf) {
    buffer *b = &pdf->page;
    size_t number = pdf_file_take(&pdf->file, 1);
    char created[21];
    pdf_date(pdf->metadata.created, created);
    pdf_file_locate(&pdf->file, number); /* not packed, as any program should find it */
    b->length = 0;
    buffer_integer(b, (int64_t)number);
    buffer_string(b, " 0 obj\n<</Title ");
    pdf_put_text(b, pdf->metadata.title);
    buffer_string(b, "/Subject ");
    pdf_put_text(b, pdf->metadata.subject);
    buffer_string(b, "/Creator(annals " ANNALS_VERSION ")/Producer (annals " ANNALS_VERSION ")/CreationDate (D:");
    for (const char *at = created; *at; at++)
        if (!strchr("-T:", *at)) buffer_bytes(b, at, 1);
    buffer_string(b, ")>>\nendobj\n");
    pdf->failed |= b->failed;
    buffer_bytes(&pdf->file.out, b->data, b->length);
    return number;
}

static size_t write_catalog(pdf_canvas *pdf) {
    buffer *b = &pdf->page;
    size_t number = pdf_file_take(&pdf->file, 1);
    b->length = 0;
    buffer_string(b, "<</Type/Catalog/Pages ");
    pdf_put_reference(b, pdf->parent);
    buffer_string(b, "/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>/Lang(");
    buffer_string(b, pdf->metadata.language);
    buffer_string(b, ")");
    pdf_tree_write(pdf->tree, &pdf->file, b);
    buffer_string(b, ">>");
    pdf->failed |= b->failed;
    if (!pdf->failed) pdf_file_object(&pdf->file, number, b->data, b->length);
    return number;
}

annals_status pdf_canvas_finish(pdf_canvas *pdf, annals_error *error) {
    write_pages(pdf);
    size_t information = write_information(pdf), catalog = write_catalog(pdf);
    pdf_file_finish(&pdf->file, catalog, information);
    if (!pdf->failed && !pdf->file.out.failed) return ANNALS_OK;
    return annals_fail(error, ANNALS_MEMORY, "out of memory; print fewer events at once");
}

void pdf_canvas_free(pdf_canvas *pdf) {
    pdf_fonts_free(pdf->fonts);
    pdf_tree_free(pdf->tree);
    pdf_file_free(&pdf->file);
    buffer_free(&pdf->file.out);
    buffer_free(&pdf->content);
    buffer_free(&pdf->page);
    buffer_free(&pdf->pages);
    free(pdf->fades);
}
