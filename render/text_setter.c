/* text_setter.c: lines of text set by Pango. */
#include "text_setter.h"

#include "buffer.h"
#include "text_letters.h"
#include "text_plain.h"

#include <glib-object.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REMEMBERED = 4096, MOST_MISSING = 4 };

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
    plain_setter *plain;
    letter_fonts *letters;
    gunichar missing[MOST_MISSING]; /* of each script the first letter that no font has, and other characters */
    size_t missing_count;
    remembered blocks[REMEMBERED]; /* each in the place that its hash tells, the newest only */
};

static double larger(text_style style) {
    return face_of(style)->size / SET_SIZE;
}

static double mm_of(int pango_units, text_style style) {
    return (double)pango_units / PANGO_SCALE * MM_PER_POINT * larger(style);
}

static PangoFontDescription *describe(const theme *look, const face *f) {
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family(d, look->families[f->family]);
    pango_font_description_set_absolute_size(d, SET_SIZE * PANGO_SCALE);
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
    plain_setter *plain = plain_setter_new();
    letter_fonts *letters = letter_fonts_new();
    if (!t || !plain || !letters) {
        free(t);
        plain_setter_free(plain);
        letter_fonts_free(letters);
        return NULL;
    }
    t->plain = plain;
    t->letters = letters;
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
    plain_setter_free(t->plain);
    letter_fonts_free(t->letters);
    buffer_free(&t->line);
    g_object_unref(t->layout);
    g_object_unref(t->context);
    free(t);
}

/* Is it among names with commas between them, ASCII case aside? */
static bool is_among(const char *name, const char *families) {
    size_t length = strlen(name);
    for (const char *at = families; *at; at += strcspn(at, ","), at += *at == ',') {
        while (*at == ' ') at++;
        size_t end = strcspn(at, ",");
        while (end && at[end - 1] == ' ') end--;
        if (end == length && !g_ascii_strncasecmp(at, name, end)) return true;
    }
    return false;
}

bool text_setter_has_font(const text_setter *t, const char *families) {
    static const char *const generic[] = {"serif", "sans", "sans-serif", "monospace"};
    PangoFontFamily **all;
    int count;
    bool found = false;
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++) found |= is_among(generic[i], families);
    pango_context_list_families(t->context, &all, &count);
    for (int i = 0; i < count && !found; i++) found = is_among(pango_font_family_get_name(all[i]), families);
    g_free(all);
    return found;
}

static void set_style(text_setter *t, text_style style) {
    if (t->current == style) return;
    pango_layout_set_font_description(t->layout, t->fonts[style]);
    t->current = style;
}

/* ------------------------------------------------------------------ lines */

static text_line line_of(text_setter *t, memory_pool *pool, PangoLayoutLine *line, const char *text, text_style style) {
    PangoRectangle logical;
    pango_layout_line_get_extents(line, NULL, &logical);
    const struct set_line *set = plain_line(t->plain, pool, line, text + line->start_index);
    return (text_line){(size_t)line->start_index, (size_t)line->length, mm_of(logical.width, style), set};
}

/* That of the whole block, which its first letters tell when it is broken into lines: a line that begins with a foreign
 * word runs as the others do. */
static void set_direction(text_setter *t, bool known, bool runs_left) {
    pango_layout_set_auto_dir(t->layout, !known);
    pango_context_set_base_dir(t->context, runs_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

/* ------------------------------------------------------------------ letters that no font has */

static bool is_of_script(gunichar c) {
    GUnicodeScript script = g_unichar_get_script(c);
    return script > G_UNICODE_SCRIPT_INHERITED && script != G_UNICODE_SCRIPT_UNKNOWN;
}

static void note_letter(text_setter *t, gunichar c) {
    for (size_t i = 0; i < t->missing_count; i++)
        if (t->missing[i] == c || (is_of_script(c) && g_unichar_get_script(c) == g_unichar_get_script(t->missing[i])))
            return;
    if (t->missing_count < MOST_MISSING) t->missing[t->missing_count++] = c;
}

static void note_missing(text_setter *t) {
    PangoLayoutIter *at = pango_layout_get_iter(t->layout);
    do {
        const PangoLayoutRun *run = pango_layout_iter_get_run_readonly(at);
        for (int i = 0; run && i < run->glyphs->num_glyphs; i++) {
            PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
            if (glyph & PANGO_GLYPH_UNKNOWN_FLAG) note_letter(t, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        }
    } while (pango_layout_iter_next_run(at));
    pango_layout_iter_free(at);
}

static bool set_block(text_setter *t, memory_pool *pool, double width, text_block *block) {
    annals_text text = block->text;
    int units = (int)(width / mm_of(1, block->style));
    set_style(t, block->style);
    set_direction(t, false, false);
    if (plain_break(t->plain, pool, t->layout, units, mm_of(1, block->style), block)) return true;
    pango_layout_set_width(t->layout, units);
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
    if (pango_layout_get_unknown_glyphs_count(t->layout)) note_missing(t);
    return true;
}

/* ------------------------------------------------------------------ remembered blocks */

static remembered *place_of(text_setter *t, text_style style, annals_text text) {
    return &t->blocks[text_digest(style, text) % REMEMBERED];
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

bool text_setter_missing(const text_setter *t, char *names, size_t size) {
    GEnumClass *scripts = g_type_class_ref(g_unicode_script_get_type());
    size_t length = 0;
    for (size_t i = 0; i < t->missing_count && length < size; i++) {
        const GEnumValue *script = g_enum_get_value(scripts, (gint)g_unichar_get_script(t->missing[i]));
        const char *between = i ? ", " : "";
        length += (size_t)(is_of_script(t->missing[i]) && script
                               ? snprintf(names + length, size - length, "%s%s", between, script->value_nick)
                               : snprintf(names + length, size - length, "%sU+%04X", between, t->missing[i]));
    }
    g_type_class_unref(scripts);
    return t->missing_count;
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

void text_setter_draw(text_setter *t, cairo_t *cairo, const text_block *block, size_t line) {
    const text_line *l = &block->lines[line];
    cairo_scale(cairo, larger(block->style), larger(block->style));
    if (l->set) {
        plain_draw(cairo, l->set, block->text.data + l->offset, l->length);
        return;
    }
    PangoLayoutLine *shaped = pango_layout_get_line_readonly(shape_line(t, block, line), 0);
    cairo_move_to(cairo, start_of(block, line, shaped), 0);
    if (cairo_surface_has_show_text_glyphs(cairo_get_target(cairo)))
        letters_show_line(t->letters, cairo, shaped, t->line.data);
    else pango_cairo_show_layout_line(cairo, shaped);
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
