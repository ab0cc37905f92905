/* text_shapes.c: fonts without letters. */
#include "text_shapes.h"

#include <cairo-ft.h>
#include <hb-ot.h>
#include <pango/pangofc-font.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include FT_MULTIPLE_MASTERS_H

enum { DIRECTORY = 12, RECORD = 16, MOST_AXES = 16 };

/* A font that is held by its face.  Its bytes are those of the file, which are shared, but for the name of a table. */
typedef struct shapes {
    FT_Library library;
    FT_Face face;
    FT_StreamRec stream;
    hb_blob_t *blob;
    size_t hidden; /* where that name stands */
} shapes;

static void free_shapes(void *held) {
    shapes *s = held;
    if (s->face) FT_Done_Face(s->face);
    if (s->library) FT_Done_FreeType(s->library);
    hb_blob_destroy(s->blob);
    free(s);
}

static uint32_t number_at(const unsigned char *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Where the tables of a font are listed; a file may hold several fonts. */
static size_t directory_of(const unsigned char *bytes, size_t length, unsigned index) {
    size_t at = DIRECTORY + (size_t)index * 4;
    if (length < DIRECTORY || memcmp(bytes, "ttcf", 4) != 0) return 0;
    return at + 4 <= length ? number_at(bytes + at) : length;
}

/* Where the table of letters is named; 0: nowhere. */
static size_t find_letters(const unsigned char *bytes, size_t length, unsigned index) {
    size_t directory = directory_of(bytes, length, index), at = directory + DIRECTORY;
    if (at > length) return 0;
    unsigned count = (unsigned)(bytes[directory + 4] << 8 | bytes[directory + 5]);
    for (unsigned i = 0; i < count && at + RECORD <= length; i++, at += RECORD)
        if (!memcmp(bytes + at, "cmap", 4)) return at;
    return 0;
}

/* The table of letters gets a name that nobody asks for. */
static unsigned long read_bytes(FT_Stream stream, unsigned long at, unsigned char *to, unsigned long count) {
    static const char nobody[] = "none";
    const shapes *s = stream->descriptor.pointer;
    if (!count) return at > stream->size; /* only looked for */
    if (at >= stream->size) return 0;
    if (count > stream->size - at) count = stream->size - at;
    memcpy(to, hb_blob_get_data(s->blob, NULL) + at, count);
    for (size_t i = 0; i < 4; i++)
        if (s->hidden + i >= at && s->hidden + i - at < count) to[s->hidden + i - at] = (unsigned char)nobody[i];
    return count;
}

/* Of a font with axes, the one that is shown. */
static void set_axes(FT_Face face, hb_font_t *font) {
    unsigned count;
    const int *axes = hb_font_get_var_coords_normalized(font, &count);
    FT_Fixed set[MOST_AXES];
    if (!count || count > MOST_AXES) return;
    for (unsigned i = 0; i < count; i++) set[i] = (FT_Fixed)axes[i] * 4; /* 2.14 to 16.16 */
    FT_Set_Var_Blend_Coordinates(face, count, set);
}

static bool open_shapes(shapes *s, hb_font_t *font) {
    hb_face_t *face = hb_font_get_face(font);
    unsigned length, index = hb_face_get_index(face) & 0xffff; /* above them: which set of axes */
    s->blob = hb_face_reference_blob(face);
    const char *data = hb_blob_get_data(s->blob, &length);
    s->hidden = data ? find_letters((const unsigned char *)data, length, index) : 0;
    if (!s->hidden || FT_Init_FreeType(&s->library)) return false;
    s->stream = (FT_StreamRec){.size = length, .descriptor.pointer = s, .read = read_bytes};
    FT_Open_Args how = {.flags = FT_OPEN_STREAM, .stream = &s->stream};
    if (FT_Open_Face(s->library, &how, (FT_Long)index, &s->face)) return false;
    set_axes(s->face, font);
    return true;
}

static bool is_emboldened(PangoFont *font) {
    FcBool bold = FcFalse;
    return PANGO_IS_FC_FONT(font) &&
           FcPatternGetBool(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_EMBOLDEN, 0, &bold) == FcResultMatch &&
           bold;
}

cairo_font_face_t *shapes_of_font(PangoFont *font) {
    static const cairo_user_data_key_t key;
    hb_font_t *outlines = pango_font_get_hb_font(font);
    shapes *s = outlines ? calloc(1, sizeof *s) : NULL;
    if (!s) return NULL;
    if (!open_shapes(s, outlines)) {
        free_shapes(s);
        return NULL;
    }
    cairo_font_face_t *made = cairo_ft_font_face_create_for_ft_face(s->face, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(made, &key, s, free_shapes) != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(made);
        free_shapes(s);
        return NULL;
    }
    if (is_emboldened(font)) cairo_ft_font_face_set_synthesize(made, CAIRO_FT_SYNTHESIZE_BOLD);
    return made;
}
