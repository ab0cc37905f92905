/* pdf_font.c: parts of TrueType fonts (OpenType 1.9; "Glyph Data", "Index to Location").  Glyphs keep their outlines
 * and instructions and get new numbers: first those that have a code, then those that these are put together from. */
#include "pdf_font.h"

#include "text.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangofc-font.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SOURCES = 64, MOST_SUBSETS = 400, CODES = 256, MOST_GLYPHS = 2048, NONE = -1 };

typedef enum table_name { GLYF, LOCA, HEAD, HHEA, HMTX, MAXP, CVT, FPGM, PREP, TABLES } table_name;

/* By tag, as a font orders them; the table of codes comes first. */
static const struct {
    table_name name;
    char tag[5];
} tables[] = {{CVT, "cvt "},  {FPGM, "fpgm"}, {GLYF, "glyf"}, {HEAD, "head"}, {HHEA, "hhea"},
              {HMTX, "hmtx"}, {LOCA, "loca"}, {MAXP, "maxp"}, {PREP, "prep"}};

typedef struct table {
    hb_blob_t *blob;
    const unsigned char *data;
    unsigned length;
} table;

/* What a glyph is written as; where it shows several letters, others are found in the subsets. */
typedef struct known_letter {
    uint32_t letter; /* 0: none yet */
    pdf_letter written;
} known_letter;

typedef struct source {
    PangoFont *font;
    hb_face_t *face;
    bool able;
    table tables[TABLES];
    unsigned glyph_count, metric_count, units;
    known_letter *known; /* by glyph */
    int newest;          /* of its subsets, or NONE */
} source;

typedef struct subset {
    const source *from;
    int before; /* the subset of the same source that was full, or NONE */
    bool used[CODES];
    uint16_t glyphs[CODES];
    pdf_letter letters[CODES];
    uint32_t points[CODES];
} subset;

struct pdf_fonts {
    source sources[MOST_SOURCES];
    size_t source_count;
    subset *subsets[MOST_SUBSETS];
    size_t subset_count;
};

pdf_fonts *pdf_fonts_new(void) {
    return calloc(1, sizeof(pdf_fonts));
}

void pdf_fonts_free(pdf_fonts *p) {
    for (size_t i = 0; p && i < p->source_count; i++) {
        for (int k = 0; k < TABLES; k++) hb_blob_destroy(p->sources[i].tables[k].blob);
        free(p->sources[i].known);
    }
    for (size_t i = 0; p && i < p->subset_count; i++) free(p->subsets[i]);
    free(p);
}

/* ------------------------------------------------------------------ sources */

static unsigned word_at(const unsigned char *s) {
    return (unsigned)s[0] << 8 | s[1];
}

static unsigned long_at(const unsigned char *s) {
    return word_at(s) << 16 | word_at(s + 2);
}

static void read_table(hb_face_t *of, const char *tag, table *out) {
    out->blob = hb_face_reference_table(of, hb_tag_from_string(tag, 4));
    out->data = (const unsigned char *)hb_blob_get_data(out->blob, &out->length);
}

static bool has_table(hb_face_t *of, const char *tag) {
    table t;
    read_table(of, tag, &t);
    hb_blob_destroy(t.blob);
    return t.length;
}

/* Letters that are made bold or slanted for want of a font, in colours, or between the ends of a design. */
static bool is_made_up(PangoFont *font, hb_face_t *of) {
    static const char *const others[] = {"CFF ", "CFF2", "fvar", "COLR", "CBDT", "sbix", "SVG "};
    FcPattern *pattern = PANGO_IS_FC_FONT(font) ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
    FcBool bold = FcFalse;
    FcMatrix *matrix;
    if (!pattern || (FcPatternGetBool(pattern, FC_EMBOLDEN, 0, &bold) == FcResultMatch && bold)) return true;
    if (FcPatternGetMatrix(pattern, FC_MATRIX, 0, &matrix) == FcResultMatch) return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (has_table(of, others[i])) return true;
    return false;
}

static bool read_source(source *s) {
    for (size_t i = 0; i < TABLES; i++) read_table(s->face, tables[i].tag, &s->tables[tables[i].name]);
    const table *t = s->tables;
    if (!t[GLYF].length || t[HEAD].length < 54 || t[HHEA].length < 36 || t[MAXP].length < 6) return false;
    s->glyph_count = word_at(t[MAXP].data + 4);
    s->metric_count = word_at(t[HHEA].data + 34);
    s->units = word_at(t[HEAD].data + 18);
    unsigned width = word_at(t[HEAD].data + 50) ? 4 : 2;
    if (!s->units || !s->metric_count || t[HMTX].length < 4 * s->metric_count ||
        t[LOCA].length < width * (s->glyph_count + 1))
        return false;
    s->known = calloc(s->glyph_count, sizeof *s->known);
    return s->known;
}

static source *find_source(pdf_fonts *p, PangoFont *font) {
    for (size_t i = 0; i < p->source_count; i++)
        if (p->sources[i].font == font) return &p->sources[i];
    if (p->source_count == MOST_SOURCES) return NULL;
    source *s = &p->sources[p->source_count++];
    hb_font_t *shaper = pango_font_get_hb_font(font);
    *s = (source){.font = font, .face = shaper ? hb_font_get_face(shaper) : NULL, .newest = NONE};
    s->able = s->face && !is_made_up(font, s->face) && read_source(s);
    return s;
}

/* ------------------------------------------------------------------ letters */

static subset *new_subset(pdf_fonts *p, source *s) {
    subset *set = p->subset_count < MOST_SUBSETS ? calloc(1, sizeof *set) : NULL;
    if (!set) return NULL;
    set->from = s;
    set->before = s->newest;
    s->newest = (int)p->subset_count;
    return p->subsets[p->subset_count++] = set;
}

/* Its own in ASCII, so that the lines of a page are alike and pack well; or the next that is free, of which 0 is none.
 */
static int free_code(const subset *set, uint32_t letter) {
    if (letter > ' ' && letter < 0x7f) return set->used[letter] ? NONE : (int)letter;
    if (letter == ' ' && !set->used[' ']) return ' ';
    for (int code = 0x80; code < CODES; code++)
        if (!set->used[code]) return code;
    return NONE;
}

static float width_of(const source *s, unsigned glyph) {
    unsigned row = glyph < s->metric_count ? glyph : s->metric_count - 1;
    return (float)word_at(s->tables[HMTX].data + 4 * row) * 1000 / (float)s->units;
}

static const pdf_letter *add_letter(pdf_fonts *p, source *s, unsigned glyph, uint32_t letter) {
    subset *set = s->newest == NONE ? new_subset(p, s) : p->subsets[s->newest];
    int code = set ? free_code(set, letter) : NONE;
    if (set && code == NONE) {
        set = new_subset(p, s);
        code = set ? free_code(set, letter) : NONE;
    }
    if (code == NONE) return NULL;
    set->used[code] = true;
    set->glyphs[code] = (uint16_t)glyph;
    set->points[code] = letter;
    set->letters[code] = (pdf_letter){(uint16_t)s->newest, (unsigned char)code, width_of(s, glyph)};
    s->known[glyph] = (known_letter){letter, set->letters[code]};
    return &set->letters[code];
}

/* Among the letters that the glyph showed before. */
static const pdf_letter *search(const pdf_fonts *p, const source *s, unsigned glyph, uint32_t letter) {
    for (int i = s->newest; i != NONE; i = p->subsets[i]->before)
        for (int code = 0; code < CODES; code++)
            if (p->subsets[i]->used[code] && p->subsets[i]->glyphs[code] == glyph &&
                p->subsets[i]->points[code] == letter)
                return &p->subsets[i]->letters[code];
    return NULL;
}

const pdf_letter *pdf_fonts_letter(pdf_fonts *p, PangoFont *font, unsigned glyph, uint32_t letter) {
    source *s = find_source(p, font);
    if (!s || !s->able || glyph >= s->glyph_count || !letter) return NULL;
    const known_letter *k = &s->known[glyph];
    if (k->letter == letter) return &k->written;
    const pdf_letter *found = k->letter ? search(p, s, glyph, letter) : NULL;
    return found ? found : add_letter(p, s, glyph, letter);
}

/* ------------------------------------------------------------------ glyphs */

/* The glyphs of a subset by their new numbers. */
typedef struct chosen {
    const source *from;
    unsigned old[MOST_GLYPHS], count;
} chosen;

static table outline_of(const source *s, unsigned glyph) {
    const unsigned char *loca = s->tables[LOCA].data;
    bool wide = word_at(s->tables[HEAD].data + 50);
    unsigned start = wide ? long_at(loca + 4 * glyph) : 2 * word_at(loca + 2 * glyph);
    unsigned end = wide ? long_at(loca + 4 * glyph + 4) : 2 * word_at(loca + 2 * glyph + 2);
    if (start >= end || end > s->tables[GLYF].length) return (table){0};
    return (table){.data = s->tables[GLYF].data + start, .length = end - start};
}

static unsigned number_of(chosen *c, unsigned glyph) {
    for (unsigned i = 0; i < c->count; i++)
        if (c->old[i] == glyph) return i;
    if (c->count == MOST_GLYPHS || glyph >= c->from->glyph_count) return 0;
    c->old[c->count] = glyph;
    return c->count++;
}

/* Renumber what a glyph is put together from, in a copy of it. */
static void renumber(chosen *c, unsigned char *glyph, unsigned length) {
    enum { WORDS = 1, SCALE = 8, MORE = 32, TWO_SCALES = 64, MATRIX = 128 };
    if (length < 10 || word_at(glyph) < 0x8000) return;
    for (unsigned at = 10, flags = MORE; flags & MORE && at + 4 <= length;) {
        flags = word_at(glyph + at);
        unsigned number = number_of(c, word_at(glyph + at + 2));
        glyph[at + 2] = (unsigned char)(number >> 8);
        glyph[at + 3] = (unsigned char)number;
        at += 4u + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
    }
}

static void put_word(buffer *b, unsigned value) {
    buffer_bytes(b, (const char[]){(char)(value >> 8), (char)value}, 2);
}

static void put_long(buffer *b, unsigned value) {
    put_word(b, value >> 16);
    put_word(b, value & 0xffff);
}

/* The outlines, where they are, and how wide: more glyphs may be chosen on the way. */
static void put_glyphs(chosen *c, buffer parts[TABLES]) {
    for (unsigned i = 0; i < c->count && !parts[GLYF].failed; i++) {
        table outline = outline_of(c->from, c->old[i]);
        size_t start = parts[GLYF].length;
        put_long(&parts[LOCA], (unsigned)start);
        buffer_bytes(&parts[GLYF], (const char *)outline.data, outline.length);
        while (parts[GLYF].length % 4) buffer_bytes(&parts[GLYF], "", 1);
        if (parts[GLYF].failed) break;
        if (outline.length) renumber(c, (unsigned char *)parts[GLYF].data + start, outline.length);
        unsigned rows = c->from->metric_count, last = c->old[i] < rows ? c->old[i] : rows - 1;
        const table *metrics = &c->from->tables[HMTX];
        unsigned side = c->old[i] < rows ? 4 * last + 2 : 4 * rows + 2 * (c->old[i] - rows);
        put_word(&parts[HMTX], word_at(metrics->data + 4 * last));
        put_word(&parts[HMTX], side + 2 <= metrics->length ? word_at(metrics->data + side) : 0);
    }
    put_long(&parts[LOCA], (unsigned)parts[GLYF].length);
}

static void copy_table(buffer *b, const table *t, unsigned at, unsigned value) {
    buffer_bytes(b, (const char *)t->data, t->length);
    if (b->failed || at + 2 > b->length) return;
    b->data[at] = (char)(value >> 8);
    b->data[at + 1] = (char)value;
}

/* A table of codes for bytes (format 0), as viewers look for in fonts that have letters of their own. */
static void put_codes(buffer *b, const subset *set) {
    put_word(b, 0);
    put_word(b, 1);
    put_word(b, 1);
    put_word(b, 0);
    put_long(b, 12);
    put_word(b, 0);
    put_word(b, 6 + CODES);
    put_word(b, 0);
    char number = 1;
    for (int code = 0; code < CODES; code++) buffer_bytes(b, set->used[code] ? (char[]){number++} : "", 1);
}

/* ------------------------------------------------------------------ a font */

static unsigned sum_of(const buffer *b) {
    unsigned sum = 0;
    for (size_t i = 0; i < b->length; i++) sum += (unsigned)(unsigned char)b->data[i] << (24 - 8 * (i % 4));
    return sum;
}

/* The directory of tables, and each at a multiple of four bytes. */
static void put_tables(buffer *out, buffer *codes, buffer parts[TABLES]) {
    buffer *all[TABLES + 1] = {codes};
    const char *tags[TABLES + 1] = {"cmap"};
    unsigned count = 1, power = 0;
    for (size_t i = 0; i < TABLES; i++)
        if (parts[tables[i].name].length) {
            all[count] = &parts[tables[i].name];
            tags[count++] = tables[i].tag;
        }
    while (2u << power <= count) power++;
    put_long(out, 0x00010000);
    put_word(out, count);
    put_word(out, 16u << power);
    put_word(out, power);
    put_word(out, 16 * count - (16u << power));
    unsigned at = 12 + 16 * count;
    for (unsigned i = 0; i < count; i++) {
        buffer_bytes(out, tags[i], 4);
        put_long(out, sum_of(all[i]));
        put_long(out, at);
        put_long(out, (unsigned)all[i]->length);
        at += (unsigned)(all[i]->length + 3) / 4 * 4;
    }
    for (unsigned i = 0; i < count; i++) {
        buffer_bytes(out, all[i]->data, all[i]->length);
        while (out->length % 4 && !out->failed) buffer_bytes(out, "", 1);
        out->failed |= all[i]->failed;
    }
}

static void put_font(buffer *out, const subset *set) {
    chosen c = {.from = set->from, .count = 1};
    buffer parts[TABLES] = {{0}}, codes = {0};
    const table *t = set->from->tables;
    for (int code = 0; code < CODES; code++)
        if (set->used[code]) c.old[c.count++] = set->glyphs[code];
    put_glyphs(&c, parts);
    put_codes(&codes, set);
    copy_table(&parts[HEAD], &t[HEAD], 50, 1);
    copy_table(&parts[HHEA], &t[HHEA], 34, c.count);
    copy_table(&parts[MAXP], &t[MAXP], 4, c.count);
    for (table_name name = CVT; name <= PREP; name++) copy_table(&parts[name], &t[name], t[name].length, 0);
    put_tables(out, &codes, parts);
    buffer_free(&codes);
    for (int i = 0; i < TABLES; i++) buffer_free(&parts[i]);
}

/* ------------------------------------------------------------------ its objects */

/* "ABCDEF+NotoSans-Bold"; the first part tells one subset from another. */
static void put_name(buffer *b, const subset *set, size_t number) {
    char name[80];
    unsigned room = sizeof name;
    uint32_t digest = text_digest((uint32_t)number, (annals_text){(const char *)set->points, sizeof set->points});
    hb_ot_name_get_utf8(set->from->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &room, name);
    buffer_string(b, "/");
    for (int i = 0; i < 6; i++, digest /= 26) buffer_bytes(b, &"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digest % 26], 1);
    buffer_string(b, "+");
    size_t before = b->length;
    for (unsigned i = 0; i < room && i < sizeof name; i++)
        if (g_ascii_isalnum(name[i]) || name[i] == '-') buffer_bytes(b, &name[i], 1);
    if (b->length == before) buffer_string(b, "Font");
}

/* A signed measure of the font in thousandths. */
static void put_measure(buffer *b, const source *s, const unsigned char *at) {
    buffer_integer(b, (int64_t)(int16_t)word_at(at) * 1000 / s->units);
    buffer_string(b, " ");
}

static void write_descriptor(pdf_file *f, const subset *set, size_t number, size_t own, size_t data) {
    const source *s = set->from;
    buffer b = {0};
    buffer_string(&b, "<</Type/FontDescriptor/FontName");
    put_name(&b, set, number);
    buffer_string(&b, "/Flags 4/FontBBox[");
    for (int i = 0; i < 4; i++) put_measure(&b, s, s->tables[HEAD].data + 36 + 2 * i);
    buffer_string(&b, "]/ItalicAngle 0/Ascent ");
    put_measure(&b, s, s->tables[HHEA].data + 4);
    buffer_string(&b, "/Descent ");
    put_measure(&b, s, s->tables[HHEA].data + 6);
    buffer_string(&b, "/CapHeight ");
    put_measure(&b, s, s->tables[HHEA].data + 4);
    buffer_string(&b, "/StemV 80/FontFile2 ");
    pdf_put_reference(&b, data);
    buffer_string(&b, ">>");
    f->out.failed |= b.failed;
    pdf_file_object(f, own, b.data, b.length);
    buffer_free(&b);
}

/* The letters that the codes stand for, for searching and reading aloud. */
static void write_letters(pdf_file *f, const subset *set, size_t own) {
    enum { MOST_ROWS = 100 };
    buffer b = {0};
    int count = 0, row = 0;
    for (int code = 0; code < CODES; code++) count += set->used[code];
    buffer_string(&b,
                  "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) "
                  "/Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                  "1 begincodespacerange\n<00> <ff>\nendcodespacerange\n");
    for (int code = 0; code < CODES; code++) {
        if (!set->used[code]) continue;
        if (row % MOST_ROWS == 0) {
            buffer_integer(&b, count - row < MOST_ROWS ? count - row : MOST_ROWS);
            buffer_string(&b, " beginbfchar\n");
        }
        uint32_t point = set->points[code];
        buffer_string(&b, "<");
        buffer_hex(&b, (uint64_t)code, 2);
        buffer_string(&b, "> <");
        if (point >= 0x10000) buffer_hex(&b, 0xd800 + ((point - 0x10000) >> 10), 4);
        buffer_hex(&b, point >= 0x10000 ? 0xdc00 + ((point - 0x10000) & 0x3ff) : point, 4);
        buffer_string(&b, ">\n");
        if (++row % MOST_ROWS == 0 || row == count) buffer_string(&b, "endbfchar\n");
    }
    buffer_string(&b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
    pdf_file_stream(f, own, "", &b);
    buffer_free(&b);
}

static void write_data(pdf_file *f, const subset *set, size_t own) {
    buffer data = {0}, dictionary = {0};
    put_font(&data, set);
    buffer_string(&dictionary, "/Length1 ");
    buffer_integer(&dictionary, (int64_t)data.length);
    buffer_bytes(&dictionary, "", 1);
    f->out.failed |= dictionary.failed;
    if (!dictionary.failed) pdf_file_stream(f, own, dictionary.data, &data);
    buffer_free(&dictionary);
    buffer_free(&data);
}

static void write_subset(pdf_file *f, const subset *set, size_t number, size_t own) {
    buffer b = {0};
    size_t first = pdf_file_take(f, 3);
    write_data(f, set, first);
    write_letters(f, set, first + 1);
    write_descriptor(f, set, number, first + 2, first);
    buffer_string(&b, "<</Type/Font/Subtype/TrueType/BaseFont");
    put_name(&b, set, number);
    buffer_string(&b, "/FirstChar 32/LastChar 255/Widths[");
    for (int code = ' '; code < CODES; code++) {
        if (set->used[code]) buffer_number(&b, (double)set->letters[code].width, 2);
        else buffer_string(&b, "0");
        buffer_string(&b, code % 16 == 15 ? "\n" : " ");
    }
    buffer_string(&b, "]/FontDescriptor ");
    pdf_put_reference(&b, first + 2);
    buffer_string(&b, "/ToUnicode ");
    pdf_put_reference(&b, first + 1);
    buffer_string(&b, ">>");
    f->out.failed |= b.failed;
    pdf_file_object(f, own, b.data, b.length);
    buffer_free(&b);
}

void pdf_fonts_write(pdf_fonts *p, pdf_file *f, buffer *resources) {
    size_t first = pdf_file_take(f, p->subset_count);
    buffer_string(resources, "/Font<<");
    for (size_t i = 0; i < p->subset_count; i++) {
        write_subset(f, p->subsets[i], i, first + i);
        buffer_string(resources, "/F");
        buffer_integer(resources, (int64_t)i);
        buffer_string(resources, " ");
        pdf_put_reference(resources, first + i);
    }
    buffer_string(resources, ">>");
}
