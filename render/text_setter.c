/* text_setter.c: lines of text set by Pango. */
#include "text_setter.h"

#include "buffer.h"

#include <stdlib.h>

struct text_setter {
    PangoContext *context;
    PangoLayout *layout;
    PangoFontDescription *fonts[STYLE_COUNT];
    text_style current; /* of the layout; STYLE_COUNT: none yet */
    buffer line;
    size_t missing;
};

static double mm_of(int pango_units) {
    return (double)pango_units / PANGO_SCALE * MM_PER_POINT;
}

static PangoFontDescription *describe(const theme *look, const face *f) {
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family(d, look->families[f->family]);
    pango_font_description_set_absolute_size(d, f->size * PANGO_SCALE);
    pango_font_description_set_weight(d, f->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(d, f->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return d;
}

/* Nothing may depend on a screen: no hinting, no rounding. */
static void set_options(PangoContext *context) {
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

text_setter *text_setter_new(const theme *look) {
    text_setter *t = calloc(1, sizeof *t);
    if (!t) return NULL;
    t->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    set_options(t->context);
    t->layout = pango_layout_new(t->context);
    pango_layout_set_wrap(t->layout, PANGO_WRAP_WORD_CHAR);
    /* With ligatures, readers of PDF lose the rest of a paragraph. */
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0,dlig=0"));
    pango_layout_set_attributes(t->layout, attributes);
    pango_attr_list_unref(attributes);
    for (text_style s = 0; s < STYLE_COUNT; s++) t->fonts[s] = describe(look, face_of(s));
    t->current = STYLE_COUNT;
    return t;
}

void text_setter_free(text_setter *t) {
    if (!t) return;
    for (text_style s = 0; s < STYLE_COUNT; s++) pango_font_description_free(t->fonts[s]);
    buffer_free(&t->line);
    g_object_unref(t->layout);
    g_object_unref(t->context);
    free(t);
}

static void set_style(text_setter *t, text_style style) {
    if (t->current == style) return;
    pango_layout_set_font_description(t->layout, t->fonts[style]);
    t->current = style;
}

static text_line line_of(PangoLayoutLine *line) {
    PangoRectangle logical;
    pango_layout_line_get_extents(line, NULL, &logical);
    return (text_line){(size_t)line->start_index, (size_t)line->length, mm_of(logical.width)};
}

static bool pango_wrap(void *context, memory_pool *pool, text_style style, annals_text text, double width,
                       text_block *block) {
    text_setter *t = context;
    set_style(t, style);
    pango_layout_set_width(t->layout, (int)(width / MM_PER_POINT * PANGO_SCALE));
    pango_layout_set_text(t->layout, text.data ? text.data : "", (int)text.length);
    size_t count = text.length ? (size_t)pango_layout_get_line_count(t->layout) : 0;
    text_line *lines = POOL_ARRAY(pool, text_line, count);
    if (!lines) return false;
    *block = (text_block){.text = text, .style = style, .lines = lines, .count = count};
    GSList *item = pango_layout_get_lines_readonly(t->layout);
    for (size_t i = 0; i < count && item; i++, item = item->next) {
        lines[i] = line_of(item->data);
        if (lines[i].width > block->width) block->width = lines[i].width;
    }
    t->missing += (size_t)pango_layout_get_unknown_glyphs_count(t->layout);
    return true;
}

text_measure text_setter_measure(text_setter *setter) {
    return (text_measure){pango_wrap, setter};
}

size_t text_setter_missing(const text_setter *setter) {
    return setter->missing;
}

PangoLayout *text_setter_line(text_setter *t, const text_block *block, size_t line) {
    set_style(t, block->style);
    pango_layout_set_width(t->layout, -1);
    t->line.length = 0;
    buffer_bytes(&t->line, block->text.data + block->lines[line].offset, block->lines[line].length);
    if (line + 1 == block->count) buffer_string(&t->line, " ");
    pango_layout_set_text(t->layout, t->line.failed ? "" : t->line.data, (int)t->line.length);
    return t->layout;
}

cairo_path_t *text_setter_outline(text_setter *t, const text_block *block, size_t line) {
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
    cairo_t *cairo = cairo_create(surface);
    PangoLayout *layout = text_setter_line(t, block, line);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_layout_line_path(cairo, pango_layout_get_line_readonly(layout, 0));
    cairo_path_t *path = cairo_copy_path(cairo);
    bool failed = cairo_status(cairo) != CAIRO_STATUS_SUCCESS || path->status != CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    if (!failed) return path;
    cairo_path_destroy(path);
    return NULL;
}
