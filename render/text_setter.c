/* text_setter.c: lines of text set by Pango. */
#include "text_setter.h"

#include "buffer.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_KEPT = 64, LONGEST_SET = 400, REMEMBERED = 4096 };

/* Text is set in this size, in points, and drawn larger or smaller: nothing is hinted, and to open a font in one more
 * size takes as long as to set a page. */
static const double set_size = 10;

typedef struct kept_font {
    PangoFont *font;
    PangoGlyphInfo blank;
} kept_font;

/* A block that was measured: layouts that try several arrangements ask for it again. */
typedef struct remembered {
    const memory_pool *pool; /* null: none yet */
    double width;            /* that it was broken to */
    text_block block;
} remembered;

struct text_setter {
    PangoContext *context;
    PangoLayout *layout;
    PangoFontDescription *fonts[STYLE_COUNT];
    text_style current; /* of the layout; STYLE_COUNT: none yet */
    buffer line;
    kept_font kept[MOST_KEPT]; /* of set lines */
    size_t kept_count;
    size_t missing;
    remembered blocks[REMEMBERED]; /* each in the place that its hash tells, the newest only */
};

/* A glyph of a set line, and how far the next one is, in Pango's units. */
typedef struct set_glyph {
    PangoGlyph glyph;
    int advance;
} set_glyph;

/* A line of plain letters in one font, as it was measured, with its final blank: shaping it again to draw it would take
 * a fifth of the time of a book. */
struct set_line {
    PangoFont *font;
    size_t count; /* a glyph a byte; and the blank, if the text of the line does not end with one */
    set_glyph glyphs[];
};

static double larger(text_style style) {
    return face_of(style)->size / set_size;
}

static double mm_of(int pango_units, text_style style) {
    return (double)pango_units / PANGO_SCALE * MM_PER_POINT * larger(style);
}

static PangoFontDescription *describe(const theme *look, const face *f) {
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family(d, look->families[f->family]);
    pango_font_description_set_absolute_size(d, set_size * PANGO_SCALE);
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
    for (size_t i = 0; i < t->kept_count; i++) g_object_unref(t->kept[i].font);
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

/* ------------------------------------------------------------------ set lines */

static PangoGlyphInfo shape_blank(const PangoAnalysis *analysis) {
    PangoGlyphString *shaped = pango_glyph_string_new();
    pango_shape_full(" ", 1, NULL, 0, analysis, shaped);
    PangoGlyphInfo blank = shaped->num_glyphs ? shaped->glyphs[0] : (PangoGlyphInfo){.glyph = PANGO_GLYPH_EMPTY};
    pango_glyph_string_free(shaped);
    return blank;
}

/* Null when there are too many. */
static const kept_font *keep_font(text_setter *t, const PangoAnalysis *analysis) {
    for (size_t i = 0; i < t->kept_count; i++)
        if (t->kept[i].font == analysis->font) return &t->kept[i];
    if (t->kept_count == MOST_KEPT) return NULL;
    t->kept[t->kept_count] = (kept_font){g_object_ref(analysis->font), shape_blank(analysis)};
    return &t->kept[t->kept_count++];
}

/* The one run of a line of plain letters, from left to right, each a glyph that stands where the one before it ends. */
static const PangoGlyphItem *plain_run(const PangoLayoutLine *line, const char *text) {
    const PangoGlyphItem *run = line->runs && !line->runs->next ? line->runs->data : NULL;
    if (!run || run->item->analysis.level || run->item->length != line->length ||
        run->glyphs->num_glyphs != line->length)
        return NULL;
    for (int i = 0; i < line->length; i++) {
        const PangoGlyphInfo *g = &run->glyphs->glyphs[i];
        bool wrapped = i + 1 == line->length && g->glyph == PANGO_GLYPH_EMPTY && text[i] == ' ';
        if ((unsigned char)text[i] >= 0x80 || run->glyphs->log_clusters[i] != i || g->geometry.x_offset ||
            g->geometry.y_offset || (g->glyph >= PANGO_GLYPH_EMPTY && !wrapped))
            return NULL;
    }
    return run;
}

/* Null when the line is not plain, or memory runs out: then it is shaped again. */
static const struct set_line *keep_line(text_setter *t, memory_pool *pool, const PangoLayoutLine *line,
                                        const char *text) {
    const PangoGlyphItem *run = plain_run(line, text);
    const kept_font *kept = run && line->length + 1 <= LONGEST_SET ? keep_font(t, &run->item->analysis) : NULL;
    if (!kept || kept->blank.glyph >= PANGO_GLYPH_EMPTY) return NULL;
    size_t count = (size_t)line->length, all = count + (text[count - 1] != ' ');
    struct set_line *set = pool_take(pool, 1, sizeof *set + all * sizeof(set_glyph));
    if (!set) return NULL;
    set->font = kept->font;
    set->count = all;
    for (size_t i = 0; i < all; i++) {
        const PangoGlyphInfo *g = i + 1 < all ? &run->glyphs->glyphs[i] : &kept->blank;
        set->glyphs[i] = (set_glyph){g->glyph, g->geometry.width};
    }
    return set;
}

static text_line line_of(text_setter *t, memory_pool *pool, PangoLayoutLine *line, const char *text, text_style style) {
    PangoRectangle logical;
    pango_layout_line_get_extents(line, NULL, &logical);
    const struct set_line *set = keep_line(t, pool, line, text + line->start_index);
    return (text_line){(size_t)line->start_index, (size_t)line->length, mm_of(logical.width, style), set};
}

/* That of the whole block, which its first letters tell when it is broken into lines: a line that begins with a foreign
 * word runs as the others do. */
static void set_direction(text_setter *t, bool known, bool runs_left) {
    pango_layout_set_auto_dir(t->layout, !known);
    pango_context_set_base_dir(t->context, runs_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

static bool set_block(text_setter *t, memory_pool *pool, double width, text_block *block) {
    annals_text text = block->text;
    set_style(t, block->style);
    set_direction(t, false, false);
    pango_layout_set_width(t->layout, (int)(width / MM_PER_POINT / larger(block->style) * PANGO_SCALE));
    pango_layout_set_text(t->layout, text.data ? text.data : "", (int)text.length);
    size_t count = text.length ? (size_t)pango_layout_get_line_count(t->layout) : 0;
    text_line *lines = POOL_ARRAY(pool, text_line, count);
    if (!lines) return false;
    GSList *item = pango_layout_get_lines_readonly(t->layout);
    block->runs_left = item && ((PangoLayoutLine *)item->data)->resolved_dir == PANGO_DIRECTION_RTL;
    for (size_t i = 0; i < count && item; i++, item = item->next) {
        lines[i] = line_of(t, pool, item->data, text.data, block->style);
        if (lines[i].width > block->width) block->width = lines[i].width;
    }
    block->lines = lines;
    block->count = count;
    t->missing += (size_t)pango_layout_get_unknown_glyphs_count(t->layout);
    return true;
}

/* ------------------------------------------------------------------ remembered blocks */

static remembered *place_of(text_setter *t, text_style style, annals_text text) {
    uint32_t hash = 2166136261u ^ (uint32_t)style;
    for (size_t i = 0; i < text.length; i++) hash = (hash ^ (unsigned char)text.data[i]) * 16777619u;
    return &t->blocks[(hash ^ hash >> 16) % REMEMBERED];
}

static bool is_same(const remembered *r, const memory_pool *pool, text_style style, annals_text text, double width) {
    const text_block *b = &r->block;
    return r->pool == pool && r->width == width && b->style == style && b->text.length == text.length &&
           (!text.length || !memcmp(b->text.data, text.data, text.length));
}

static bool pango_wrap(void *context, memory_pool *pool, text_style style, annals_text text, double width,
                       text_block *block) {
    text_setter *t = context;
    remembered *known = place_of(t, style, text);
    *block = (text_block){.text = text, .style = style};
    if (is_same(known, pool, style, text, width)) *block = known->block;
    else if (!set_block(t, pool, width, block)) return false;
    *known = (remembered){pool, width, *block};
    return true;
}

text_measure text_setter_measure(text_setter *setter) {
    return (text_measure){pango_wrap, setter};
}

size_t text_setter_missing(const text_setter *setter) {
    return setter->missing;
}

/* A layout that holds one line of a block, to be drawn larger. */
static PangoLayout *shape_line(text_setter *t, const text_block *block, size_t line) {
    set_style(t, block->style);
    set_direction(t, true, block->runs_left);
    pango_layout_set_width(t->layout, -1);
    t->line.length = 0;
    buffer_bytes(&t->line, block->text.data + block->lines[line].offset, block->lines[line].length);
    if (line + 1 == block->count) buffer_string(&t->line, " ");
    pango_layout_set_text(t->layout, t->line.failed ? "" : t->line.data, (int)t->line.length);
    return t->layout;
}

/* Where a shaped line is drawn, in points: words that run to the left have their final blank before them. */
static double start_of(const text_block *block, size_t line, PangoLayoutLine *shaped) {
    PangoRectangle logical;
    if (!block->runs_left) return 0;
    pango_layout_line_get_extents(shaped, NULL, &logical);
    return block->lines[line].width / MM_PER_POINT / larger(block->style) - (double)logical.width / PANGO_SCALE;
}

/* Each glyph is a cluster of its byte, so that the text can be taken out of a PDF. */
static void draw_set(cairo_t *cairo, const struct set_line *set, const char *text, size_t length) {
    cairo_glyph_t glyphs[LONGEST_SET];
    cairo_text_cluster_t clusters[LONGEST_SET];
    char bytes[LONGEST_SET];
    int64_t x = 0;
    memcpy(bytes, text, length);
    bytes[set->count - 1] = ' ';
    for (size_t i = 0; i < set->count; i++) {
        glyphs[i] = (cairo_glyph_t){set->glyphs[i].glyph, (double)x / PANGO_SCALE, 0};
        clusters[i] = (cairo_text_cluster_t){1, 1};
        x += set->glyphs[i].advance;
    }
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(set->font)));
    cairo_show_text_glyphs(cairo, bytes, (int)set->count, glyphs, (int)set->count, clusters, (int)set->count, 0);
}

void text_setter_draw(text_setter *t, cairo_t *cairo, const text_block *block, size_t line) {
    const text_line *l = &block->lines[line];
    cairo_scale(cairo, larger(block->style), larger(block->style));
    if (l->set) {
        draw_set(cairo, l->set, block->text.data + l->offset, l->length);
        return;
    }
    PangoLayoutLine *shaped = pango_layout_get_line_readonly(shape_line(t, block, line), 0);
    cairo_move_to(cairo, start_of(block, line, shaped), 0);
    pango_cairo_show_layout_line(cairo, shaped);
}

cairo_path_t *text_setter_outline(text_setter *t, const text_block *block, size_t line) {
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
    cairo_t *cairo = cairo_create(surface);
    PangoLayoutLine *shaped = pango_layout_get_line_readonly(shape_line(t, block, line), 0);
    cairo_save(cairo);
    cairo_scale(cairo, larger(block->style), larger(block->style));
    cairo_move_to(cairo, start_of(block, line, shaped), 0);
    pango_cairo_layout_line_path(cairo, shaped);
    cairo_restore(cairo);
    cairo_path_t *path = cairo_copy_path(cairo);
    bool failed = cairo_status(cairo) != CAIRO_STATUS_SUCCESS || path->status != CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    if (!failed) return path;
    cairo_path_destroy(path);
    return NULL;
}
