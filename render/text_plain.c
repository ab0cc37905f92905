/* text_plain.c: words are shaped once, by Pango, and lines put together from them. */
#include "text_plain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FONTS = 64, LONGEST_SET = 400, LONGEST_WORD = 28, WORDS = 4096 };

typedef struct kept_font {
    PangoItem *item; /* how its letters are shaped */
    set_glyph blank;
} kept_font;

/* A word, and the blank before it. */
typedef struct plain_word {
    const kept_font *font; /* null: none yet */
    uint8_t length, count; /* bytes; glyphs, 0: it is not plain */
    char bytes[LONGEST_WORD];
    set_glyph blank, glyphs[LONGEST_WORD];
} plain_word;

struct plain_setter {
    kept_font fonts[MOST_FONTS];
    PangoFont *faces[MOST_FONTS]; /* of these */
    size_t font_count;
    const kept_font *styles[STYLE_COUNT]; /* null: not asked for yet */
    PangoGlyphString *shaped;
    plain_word words[WORDS]; /* each in the place that its hash tells, the newest only */
};

plain_setter *plain_setter_new(void) {
    plain_setter *p = calloc(1, sizeof *p);
    if (p) p->shaped = pango_glyph_string_new();
    return p;
}

void plain_setter_free(plain_setter *p) {
    if (!p) return;
    for (size_t i = 0; i < p->font_count; i++) pango_item_free(p->fonts[i].item);
    pango_glyph_string_free(p->shaped);
    free(p);
}

/* ------------------------------------------------------------------ glyphs */

/* The glyphs of a run, if each is a letter of the text and stands where the one before it ends; the blank at which a
 * line was broken has none.  Returns their number, or 0. */
static size_t take_glyphs(const PangoGlyphString *run, size_t font, const char *text, size_t length, set_glyph *out) {
    size_t at = 0, n = (size_t)run->num_glyphs;
    for (size_t i = 0; i < n; i++) {
        const PangoGlyphInfo *g = &run->glyphs[i];
        bool broken = i + 1 == n && g->glyph == PANGO_GLYPH_EMPTY;
        if (at >= length || (size_t)run->log_clusters[i] != at || g->geometry.x_offset || g->geometry.y_offset ||
            (g->glyph > UINT16_MAX && !broken))
            return 0;
        size_t bytes = (size_t)(g_utf8_next_char(text + at) - (text + at));
        out[i] = (set_glyph){(uint16_t)g->glyph, (uint8_t)bytes, (uint8_t)font, g->geometry.width};
        at += bytes;
    }
    return at == length ? n : 0;
}

static size_t shape(plain_setter *p, const kept_font *font, const char *text, size_t length, set_glyph *out) {
    pango_shape_full(text, (int)length, NULL, 0, &font->item->analysis, p->shaped);
    return (size_t)p->shaped->num_glyphs <= length
               ? take_glyphs(p->shaped, (size_t)(font - p->fonts), text, length, out)
               : 0;
}

/* Null when there are too many, or when the font has no blank. */
static const kept_font *keep_font(plain_setter *p, PangoItem *item) {
    for (size_t i = 0; i < p->font_count; i++)
        if (p->faces[i] == item->analysis.font) return p->fonts[i].blank.bytes ? &p->fonts[i] : NULL;
    kept_font *kept = &p->fonts[p->font_count];
    if (p->font_count == MOST_FONTS) return NULL;
    *kept = (kept_font){.item = pango_item_copy(item)};
    p->faces[p->font_count++] = item->analysis.font;
    return shape(p, kept, " ", 1, &kept->blank) ? kept : NULL;
}

/* A line ends with a blank, which has no width if Pango broke the line there. */
static struct set_line *set_line_of(plain_setter *p, memory_pool *pool, const set_glyph *glyphs, size_t count,
                                    bool blank) {
    size_t all = count + !blank;
    struct set_line *set = pool_take(pool, 1, sizeof *set + all * sizeof *glyphs);
    if (!set) return NULL;
    set->fonts = p->faces;
    set->count = all;
    memcpy(set->glyphs, glyphs, count * sizeof *glyphs);
    set_glyph *last = &set->glyphs[all - 1];
    uint8_t bytes = blank ? last->bytes : 1;
    *last = p->fonts[glyphs[count - 1].font].blank;
    last->bytes = bytes;
    return set;
}

/* The glyphs of a run from left to right; returns their number, or 0. */
static size_t take_run(plain_setter *p, const PangoGlyphItem *run, const char *text, set_glyph *out) {
    const kept_font *font = run->item->analysis.level ? NULL : keep_font(p, run->item);
    return font ? take_glyphs(run->glyphs, (size_t)(font - p->fonts), text, (size_t)run->item->length, out) : 0;
}

const struct set_line *plain_line(plain_setter *p, memory_pool *pool, const PangoLayoutLine *line, const char *text) {
    set_glyph glyphs[LONGEST_SET];
    size_t length = (size_t)line->length, count = 0;
    if (length >= LONGEST_SET) return NULL;
    for (const GSList *at = line->runs; at; at = at->next) {
        const PangoGlyphItem *run = at->data;
        size_t offset = (size_t)(run->item->offset - line->start_index);
        size_t taken =
            count + (size_t)run->glyphs->num_glyphs <= length ? take_run(p, run, text + offset, glyphs + count) : 0;
        if (!taken) return NULL;
        count += taken;
    }
    bool blank = count && glyphs[count - 1].glyph == (uint16_t)PANGO_GLYPH_EMPTY;
    return count ? set_line_of(p, pool, glyphs, count, blank || text[length - 1] == ' ') : NULL;
}

/* ------------------------------------------------------------------ words */

static void free_item(void *item) {
    pango_item_free(item);
}

/* The font of the layout's style.  No line is set for it: Pango would ask for the font's height, and for that look for
 * the same font by another name, which takes as long as all that a page needs. */
static const kept_font *font_of(plain_setter *p, PangoLayout *layout, text_style style) {
    if (p->styles[style]) return p->styles[style];
    PangoAttrList *attributes = pango_attr_list_copy(pango_layout_get_attributes(layout));
    pango_attr_list_insert_before(attributes, pango_attr_font_desc_new(pango_layout_get_font_description(layout)));
    GList *items = pango_itemize(pango_layout_get_context(layout), "n", 0, 1, attributes, NULL);
    if (items) p->styles[style] = keep_font(p, items->data);
    g_list_free_full(items, free_item);
    pango_attr_list_unref(attributes);
    return p->styles[style];
}

/* Shaped between blanks, as it stands in a text: fonts may move letters nearer to them. */
static void shape_word(plain_setter *p, plain_word *w) {
    char text[LONGEST_WORD + 2] = " ";
    set_glyph glyphs[LONGEST_WORD + 2];
    memcpy(text + 1, w->bytes, w->length);
    text[w->length + 1] = ' ';
    size_t count = shape(p, w->font, text, w->length + 2u, glyphs);
    w->count = (uint8_t)(count ? count - 2 : 0);
    w->blank = glyphs[0];
    memcpy(w->glyphs, glyphs + 1, w->count * sizeof *glyphs);
}

static const plain_word *find_word(plain_setter *p, const kept_font *font, const char *bytes, size_t length) {
    uint32_t hash = text_digest((uint32_t)(font - p->fonts), (annals_text){bytes, length});
    plain_word *w = &p->words[hash % WORDS];
    if (w->font == font && w->length == length && !memcmp(w->bytes, bytes, length)) return w;
    w->font = font;
    w->length = (uint8_t)length;
    memcpy(w->bytes, bytes, length);
    shape_word(p, w);
    return w;
}

/* Latin letters, figures and the signs that stand among them: none of a script that asks for more than its letters. */
static bool is_latin(gunichar c) {
    enum { MIDDLE_DOT = 0xb7, EN_SPACE = 0x2002 };
    return (c >= '!' && c < 0x7f) || (c >= 0xc0 && c < 0x250) || (c >= 0x2013 && c <= 0x2026) || c == MIDDLE_DOT ||
           c == EN_SPACE;
}

static bool is_latin_text(annals_text text) {
    for (const char *at = text.data; at < text.data + text.length; at = g_utf8_next_char(at))
        if (*at != ' ' && !is_latin(g_utf8_get_char(at))) return false;
    return true;
}

/* What a letter is to the breaking of lines, as far as plain words need it. */
typedef enum letter_sort { LETTER, QUOTE, OPENING, CLOSING, FINAL, DASH, OTHER } letter_sort;

static letter_sort sort_of(gunichar c) {
    if (g_unichar_isalnum(c) || c == '&') return LETTER;
    if (c == '\'' || c == '"' || (c >= 0x2018 && c <= 0x201d && c != 0x201a && c != 0x201b)) return QUOTE;
    if (c == '(') return OPENING;
    if (c < 0x80) return strchr(".,;:)", (int)c) ? CLOSING : strchr("!?%-", (int)c) ? FINAL : OTHER;
    return c == 0x2013 || c == 0x2026 ? DASH : OTHER; /* – … */
}

/* Whether a line may end before and after a word, and nowhere in it (UAX 14).  `before`: what the word before it ends
 * with; sets what this one does. */
static bool is_whole(const char *word, size_t length, letter_sort *before) {
    letter_sort last = OTHER;
    for (const char *at = word, *end = word + length, *next; at < end; at = next) {
        next = g_utf8_next_char(at);
        letter_sort sort = sort_of(g_utf8_get_char(at));
        bool begins = at == word, ends = next == end;
        if (sort == OTHER || ((sort == CLOSING || sort == FINAL) && begins)) return false;
        if (sort == OPENING && (ends || (begins ? *before == QUOTE : last == CLOSING))) return false;
        if ((sort == FINAL || sort == DASH) && !ends) return false;
        last = sort;
    }
    *before = last;
    return true;
}

/* ------------------------------------------------------------------ lines */

/* The glyphs of a text, each of whose bytes are a letter's. */
typedef struct plain_text {
    set_glyph glyphs[LONGEST_SET];
    size_t count;
    bool whole; /* its lines end at blanks only */
} plain_text;

static bool set_words(plain_setter *p, const kept_font *font, annals_text text, plain_text *out) {
    letter_sort before = LETTER;
    out->count = 0;
    out->whole = true;
    for (size_t at = 0; at < text.length;) {
        const char *word = text.data + at, *blank = memchr(word, ' ', text.length - at);
        size_t length = blank ? (size_t)(blank - word) : text.length - at;
        const plain_word *w = length && length <= LONGEST_WORD ? find_word(p, font, word, length) : NULL;
        if (!w || !w->count) return false;
        if (at) out->glyphs[out->count++] = w->blank;
        memcpy(out->glyphs + out->count, w->glyphs, w->count * sizeof *w->glyphs);
        out->count += w->count;
        out->whole = out->whole && is_whole(word, length, &before);
        at += length + (blank != NULL);
    }
    return out->count > 0;
}

/* The line that begins with the glyph `first`, whose byte `line` tells: as many words as fit.  Returns the glyph after
 * it, or 0 when not one fits. */
static size_t next_line(const plain_text *t, annals_text text, size_t first, int width, text_line *line) {
    size_t end = 0, byte = line->offset;
    int64_t so_far = 0;
    for (size_t i = first; i <= t->count; i++) {
        bool ends = i == t->count || text.data[byte] == ' ';
        if (ends && so_far <= width) {
            end = i;
            line->length = byte - line->offset;
            line->width = (double)so_far;
        }
        if (i == t->count || (ends && so_far > width)) break;
        so_far += t->glyphs[i].advance;
        byte += t->glyphs[i].bytes;
    }
    return end;
}

/* The lines with their glyphs, each but the last with its blank.  Returns their number, or 0. */
static size_t set_lines(plain_setter *p, memory_pool *pool, const plain_text *t, annals_text text, int width,
                        text_line lines[LONGEST_SET]) {
    size_t count = 0;
    for (size_t first = 0, at = 0; first < t->count; count++) {
        text_line *l = &lines[count];
        *l = (text_line){.offset = at};
        size_t end = next_line(t, text, first, width, l);
        bool last = end == t->count;
        if (end <= first || (!last && !t->whole)) return 0;
        l->set = set_line_of(p, pool, t->glyphs + first, end - first, false);
        if (!l->set) return 0;
        l->length += !last;
        at += l->length;
        first = end + 1;
    }
    return count;
}

bool plain_break(plain_setter *p, memory_pool *pool, PangoLayout *layout, int width, double unit, text_block *block) {
    text_line lines[LONGEST_SET];
    plain_text set;
    annals_text text = block->text;
    if (!text.length || text.length >= LONGEST_SET || !is_latin_text(text)) return false;
    const kept_font *font = font_of(p, layout, block->style);
    size_t count = font && set_words(p, font, text, &set) ? set_lines(p, pool, &set, text, width, lines) : 0;
    text_line *out = count ? POOL_ARRAY(pool, text_line, count) : NULL;
    if (!out) return false;
    memcpy(out, lines, count * sizeof *out);
    for (size_t i = 0; i < count; i++) {
        out[i].width *= unit;
        block->width = fmax(block->width, out[i].width);
    }
    block->lines = out;
    block->count = count;
    return true;
}

/* The glyphs that follow in the same font, of which each is a cluster of the bytes of its letter.  Returns their
 * number; `x` is where they begin, and then where they end. */
static size_t draw_run(cairo_t *cairo, const struct set_line *set, size_t first, const char *text, int64_t *x) {
    cairo_glyph_t glyphs[LONGEST_SET];
    cairo_text_cluster_t clusters[LONGEST_SET];
    size_t count = 0;
    int bytes = 0;
    for (; first + count < set->count && set->glyphs[first + count].font == set->glyphs[first].font; count++) {
        const set_glyph *g = &set->glyphs[first + count];
        glyphs[count] = (cairo_glyph_t){g->glyph, (double)*x / PANGO_SCALE, 0};
        clusters[count] = (cairo_text_cluster_t){g->bytes, 1};
        bytes += g->bytes;
        *x += g->advance;
    }
    PangoFont *font = set->fonts[set->glyphs[first].font];
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
    cairo_show_text_glyphs(cairo, text, bytes, glyphs, (int)count, clusters, (int)count, 0);
    return count;
}

void plain_draw(cairo_t *cairo, const struct set_line *set, const char *text, size_t length) {
    char bytes[4 * LONGEST_SET] = "";
    int64_t x = 0;
    memcpy(bytes, text, length);
    bytes[length] = ' '; /* if it has none */
    const char *at = bytes;
    for (size_t first = 0, count; first < set->count; first += count) {
        count = draw_run(cairo, set, first, at, &x);
        for (size_t i = 0; i < count; i++) at += set->glyphs[first + i].bytes;
    }
}
