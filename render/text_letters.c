/* text_letters.c: glyphs and their letters. */
#include "text_letters.h"

#include "buffer.h"
#include "text_shapes.h"

#include <hb.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FONTS = 32, MOST_GLYPHS = 65536, MOST_LETTERS = 32 };

/* A font with the first letter that it has each glyph for; 0: none. */
typedef struct letter_font {
    PangoFont *font;
    gunichar *letters;
    unsigned count;
    cairo_font_face_t *shapes; /* its glyphs without letters; null: none yet */
} letter_font;

struct letter_fonts {
    letter_font fonts[MOST_FONTS];
    size_t count;
};

/* The glyphs of a run that are shown together. */
typedef struct shown {
    cairo_t *cairo;
    cairo_scaled_font_t *font;
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters;
    int glyph_count, cluster_count;
    buffer text;
} shown;

/* One cluster: letters that are shown by several glyphs together, or the other way round. */
typedef struct cluster {
    const char *text;
    int length;
    const PangoGlyphString *glyphs;
    int first, end, step; /* of its glyphs, in the order of letters */
} cluster;

letter_fonts *letter_fonts_new(void) {
    return calloc(1, sizeof(letter_fonts));
}

void letter_fonts_free(letter_fonts *fonts) {
    if (!fonts) return;
    for (size_t i = 0; i < fonts->count; i++) {
        g_object_unref(fonts->fonts[i].font);
        free(fonts->fonts[i].letters);
        cairo_font_face_destroy(fonts->fonts[i].shapes);
    }
    free(fonts);
}

/* ------------------------------------------------------------------ fonts */

static void find_letters(letter_font *f) {
    hb_font_t *font = pango_font_get_hb_font(f->font);
    unsigned count = font ? hb_face_get_glyph_count(hb_font_get_face(font)) : 0;
    hb_set_t *all = hb_set_create();
    f->letters = count && count <= MOST_GLYPHS ? calloc(count, sizeof *f->letters) : NULL;
    f->count = f->letters ? count : 0;
    if (f->count) hb_face_collect_unicodes(hb_font_get_face(font), all);
    hb_codepoint_t letter = HB_SET_VALUE_INVALID, glyph;
    while (f->count && hb_set_next(all, &letter))
        if (hb_font_get_nominal_glyph(font, letter, &glyph) && glyph < f->count && !f->letters[glyph])
            f->letters[glyph] = letter;
    hb_set_destroy(all);
}

static letter_font *font_of(letter_fonts *fonts, PangoFont *font) {
    for (size_t i = 0; i < fonts->count; i++)
        if (fonts->fonts[i].font == font) return &fonts->fonts[i];
    if (fonts->count == MOST_FONTS) return NULL;
    letter_font *added = &fonts->fonts[fonts->count++];
    *added = (letter_font){.font = g_object_ref(font)};
    find_letters(added);
    return added;
}

static gunichar letter_of(const letter_font *f, PangoGlyph glyph) {
    return f && glyph < f->count ? f->letters[glyph] : 0;
}

/* ------------------------------------------------------------------ what a cluster says */

/* The letters of a cluster, taken apart; those that a glyph says are used. */
typedef struct parts {
    gunichar letters[MOST_LETTERS];
    bool used[MOST_LETTERS];
    size_t count;
} parts;

static bool take_apart(const char *text, int length, parts *p) {
    char *apart = g_utf8_normalize(text, length, G_NORMALIZE_ALL);
    const char *at = apart;
    *p = (parts){.count = 0};
    for (; at && *at && p->count < MOST_LETTERS; at = g_utf8_next_char(at))
        p->letters[p->count++] = g_utf8_get_char(at);
    bool whole = at && !*at;
    g_free(apart);
    return whole;
}

/* Returns where the letter stands, or `count`. */
static size_t use_one(parts *p, gunichar letter) {
    gunichar mirrored = letter;
    g_unichar_get_mirror_char(letter, &mirrored);
    size_t i = 0;
    while (i < p->count && (p->used[i] || (p->letters[i] != letter && p->letters[i] != mirrored))) i++;
    if (i < p->count) p->used[i] = true;
    return i;
}

/* A glyph that the font has for a letter says all parts of it; returns where the first of them stands. */
static size_t use_letter(parts *p, gunichar letter) {
    char text[6];
    parts own;
    size_t first = p->count;
    take_apart(text, g_unichar_to_utf8(letter, text), &own);
    for (size_t i = 0; i < own.count; i++) {
        size_t at = use_one(p, own.letters[i]);
        if (!i) first = at;
    }
    return first;
}

static size_t first_unused(const parts *p) {
    size_t i = 0;
    while (i < p->count && p->used[i]) i++;
    return i;
}

/* What no glyph says by itself. */
static void put_unused(buffer *b, parts *p) {
    gunichar left[MOST_LETTERS];
    glong count = 0;
    for (size_t i = 0; i < p->count; i++)
        if (!p->used[i]) left[count++] = p->letters[i];
    memset(p->used, true, sizeof p->used);
    char *apart = g_ucs4_to_utf8(left, count, NULL, NULL, NULL);
    char *text = apart ? g_utf8_normalize(apart, -1, G_NORMALIZE_NFC) : NULL;
    if (text) buffer_string(b, text);
    g_free(text);
    g_free(apart);
}

static void put_letter(buffer *b, gunichar letter) {
    char text[6];
    buffer_bytes(b, text, (size_t)g_unichar_to_utf8(letter, text));
}

/* ------------------------------------------------------------------ what is shown */

static void add_glyph(shown *s, const PangoGlyphInfo *g, double x, double y) {
    if (g->glyph == PANGO_GLYPH_EMPTY) return;
    s->glyphs[s->glyph_count++] = (cairo_glyph_t){g->glyph, x + (double)g->geometry.x_offset / PANGO_SCALE,
                                                  y + (double)g->geometry.y_offset / PANGO_SCALE};
}

static void end_cluster(shown *s, size_t text, int glyphs) {
    s->clusters[s->cluster_count++] = (cairo_text_cluster_t){(int)(s->text.length - text), s->glyph_count - glyphs};
}

/* As cairo would have it. */
static void show_whole(shown *s, const cluster *c, const double *x, double y) {
    size_t text = s->text.length;
    int glyphs = s->glyph_count;
    buffer_bytes(&s->text, c->text, (size_t)c->length);
    for (int i = c->first; i != c->end; i += c->step) add_glyph(s, &c->glyphs->glyphs[i], x[i], y);
    end_cluster(s, text, glyphs);
}

static void show_glyph(shown *s, const PangoGlyphInfo *g, gunichar letter, parts *p, double x, double y) {
    static const gunichar nothing = 0x200b; /* no width */
    size_t text = s->text.length;
    int glyphs = s->glyph_count;
    if (letter) put_letter(&s->text, letter);
    else if (first_unused(p) < p->count) put_unused(&s->text, p);
    else put_letter(&s->text, nothing);
    add_glyph(s, g, x, y);
    end_cluster(s, text, glyphs);
}

/* One letter with one glyph. */
static bool is_plain(const cluster *c) {
    return c->first + c->step == c->end && g_utf8_strlen(c->text, c->length) == 1;
}

/* A bracket in a line that runs to the left: its glyph is that of the mirrored letter. */
static bool is_mirrored(const cluster *c, const letter_font *f) {
    gunichar mirrored;
    return is_plain(c) && g_unichar_get_mirror_char(g_utf8_get_char(c->text), &mirrored) &&
           letter_of(f, c->glyphs->glyphs[c->first].glyph) == mirrored;
}

/* Shows what was added so far. */
static void flush(shown *s) {
    if (s->glyph_count && !s->text.failed)
        cairo_show_text_glyphs(s->cairo, s->text.data, (int)s->text.length, s->glyphs, s->glyph_count, s->clusters,
                               s->cluster_count, 0);
    s->text.length = 0;
    s->glyph_count = s->cluster_count = 0;
}

/* By a font that has no letters, for by its own it would say the letter that it looks like. */
static void show_mirrored(shown *s, const cluster *c, letter_font *f, const double *x, double y) {
    cairo_matrix_t matrix;
    if (!f->shapes) f->shapes = shapes_of_font(f->font);
    flush(s);
    cairo_scaled_font_get_font_matrix(s->font, &matrix);
    if (f->shapes) cairo_set_font_face(s->cairo, f->shapes);
    if (f->shapes) cairo_set_font_matrix(s->cairo, &matrix);
    show_whole(s, c, x, y);
    flush(s);
    cairo_set_scaled_font(s->cairo, s->font);
}

/* What is plain is as it is.  Else each glyph says its own letter, in the order of the letters. */
static void show_cluster(shown *s, const cluster *c, letter_font *f, const double *x, double y) {
    parts p;
    size_t places[MOST_LETTERS], count = (size_t)abs(c->end - c->first);
    bool whole = count > MOST_LETTERS || !take_apart(c->text, c->length, &p), unknown = false;
    if (is_mirrored(c, f)) {
        show_mirrored(s, c, f, x, y);
        return;
    }
    if (whole || is_plain(c)) {
        show_whole(s, c, x, y);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        gunichar letter = letter_of(f, c->glyphs->glyphs[c->first + (int)i * c->step].glyph);
        places[i] = letter ? use_letter(&p, letter) : MOST_LETTERS;
        unknown |= !letter;
    }
    size_t unused = first_unused(&p);
    if (unused < p.count && !unknown) {
        show_whole(s, c, x, y);
        return;
    }
    for (size_t i = 0; i < count; i++)
        if (places[i] == MOST_LETTERS) places[i] = unused;
    for (size_t place = 0; place <= p.count; place++)
        for (size_t i = 0; i < count; i++) {
            int at = c->first + (int)i * c->step;
            const PangoGlyphInfo *g = &c->glyphs->glyphs[at];
            if (places[i] == place) show_glyph(s, g, letter_of(f, g->glyph), &p, x[at], y);
        }
}

/* Returns false where Pango must draw it: letters that no font has are boxes. */
static bool show_run(shown *s, letter_font *f, PangoGlyphItem *run, const char *text, const double *x, double y) {
    for (int i = 0; i < run->glyphs->num_glyphs; i++)
        if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) return false;
    s->font = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run->item->analysis.font));
    if (!s->font) return false;
    cairo_set_scaled_font(s->cairo, s->font);
    PangoGlyphItemIter at;
    for (bool more = pango_glyph_item_iter_init_start(&at, run, text); more;
         more = pango_glyph_item_iter_next_cluster(&at)) {
        int step = at.start_glyph <= at.end_glyph ? 1 : -1;
        show_cluster(s,
                     &(cluster){text + at.start_index, at.end_index - at.start_index, run->glyphs, at.start_glyph,
                                at.end_glyph, step},
                     f, x, y);
    }
    if (s->text.failed) return false;
    flush(s);
    return true;
}

/* ------------------------------------------------------------------ a line */

/* A run and where it begins; where runs to the right and to the left meet, it is not where it is read. */
typedef struct placed_run {
    PangoGlyphItem *run;
    double left;
} placed_run;

static int compare_offsets(const void *a, const void *b) {
    return ((const placed_run *)a)->run->item->offset - ((const placed_run *)b)->run->item->offset;
}

static void show_placed(letter_fonts *fonts, cairo_t *cairo, const placed_run *placed, const char *text, double y) {
    const PangoGlyphString *glyphs = placed->run->glyphs;
    size_t count = (size_t)glyphs->num_glyphs + 1;
    double *x = malloc(count * sizeof *x);
    shown s = {
        .cairo = cairo, .glyphs = malloc(count * sizeof *s.glyphs), .clusters = malloc(count * sizeof *s.clusters)};
    if (x) x[0] = placed->left;
    for (int i = 0; x && i < glyphs->num_glyphs; i++)
        x[i + 1] = x[i] + (double)glyphs->glyphs[i].geometry.width / PANGO_SCALE;
    bool able = x && s.glyphs && s.clusters;
    if (!able || !show_run(&s, font_of(fonts, placed->run->item->analysis.font), placed->run, text, x, y)) {
        cairo_move_to(cairo, placed->left, y);
        pango_cairo_show_glyph_item(cairo, text, placed->run);
    }
    free(x);
    free(s.glyphs);
    free(s.clusters);
    buffer_free(&s.text);
}

void letters_show_line(letter_fonts *fonts, cairo_t *cairo, PangoLayoutLine *line, const char *text) {
    size_t count = 0;
    double x, y;
    placed_run *runs = malloc((g_slist_length(line->runs) + 1) * sizeof *runs);
    cairo_get_current_point(cairo, &x, &y);
    if (!runs) {
        pango_cairo_show_layout_line(cairo, line);
        return;
    }
    for (GSList *at = line->runs; at; at = at->next) {
        runs[count++] = (placed_run){at->data, x};
        x += (double)pango_glyph_string_get_width(((PangoGlyphItem *)at->data)->glyphs) / PANGO_SCALE;
    }
    if (count) qsort(runs, count, sizeof *runs, compare_offsets);
    for (size_t i = 0; i < count; i++) show_placed(fonts, cairo, &runs[i], text, y);
    free(runs);
}
