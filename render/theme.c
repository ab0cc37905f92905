/* theme.c: the tables of type and colour. */
#include "theme.h"

#include "annals-render.h"

#include <string.h>

static const face faces[STYLE_COUNT] = {
    [STYLE_FIGURE_TITLE] = {"figure-title", FAMILY_SANS, 11, 5.2, true, false, COLOUR_INK},
    [STYLE_DATE] = {"date", FAMILY_SANS, 7, 3.1, true, false, COLOUR_INK},
    [STYLE_LABEL] = {"label", FAMILY_SANS, 7.5, 3.25, false, false, COLOUR_INK},
    [STYLE_MORE] = {"more", FAMILY_SANS, 7, 3.1, false, false, COLOUR_MUTED},
    [STYLE_TICK] = {"tick", FAMILY_SANS, 7, 3.1, false, false, COLOUR_INK},
    [STYLE_MAJOR] = {"major", FAMILY_SANS, 7, 3.2, true, false, COLOUR_MUTED},
    [STYLE_NOTE] = {"note", FAMILY_SANS, 7, 3.3, false, false, COLOUR_MUTED},
    [STYLE_TITLE] = {"title", FAMILY_SERIF, 21, 9.4, true, false, COLOUR_INK},
    [STYLE_SUBTITLE] = {"subtitle", FAMILY_SERIF, 10, 4.9, false, true, COLOUR_MUTED},
    [STYLE_DAY] = {"day", FAMILY_SERIF, 12, 5.6, true, false, COLOUR_INK},
    [STYLE_WEEKDAY] = {"weekday", FAMILY_SERIF, 8.5, 5.6, false, true, COLOUR_MUTED},
    [STYLE_SECTION] = {"section", FAMILY_SERIF, 14, 6.4, true, false, COLOUR_INK},
    [STYLE_TIME] = {"time", FAMILY_SANS, 7.5, 4.6, false, false, COLOUR_INK},
    [STYLE_ENTRY] = {"entry", FAMILY_SERIF, 9.5, 4.6, true, false, COLOUR_INK},
    [STYLE_BODY] = {"body", FAMILY_SERIF, 9.5, 4.6, false, false, COLOUR_INK},
    [STYLE_SOURCE] = {"source", FAMILY_SERIF, 7.5, 3.5, false, true, COLOUR_MUTED},
    [STYLE_INDEX] = {"index", FAMILY_SERIF, 8.5, 4.1, false, false, COLOUR_INK},
    [STYLE_FOLIO] = {"folio", FAMILY_SANS, 7.5, 3.6, false, false, COLOUR_MUTED},
};

#define SANS  "Noto Sans,DejaVu Sans,sans-serif"
#define SERIF "Noto Serif,DejaVu Serif,serif"

/* A colour and its tint, a fifth of it on the paper. */
#define MIX(solid, paper, shift) (((((solid) >> (shift)&255) + 4 * ((paper) >> (shift)&255)) / 5) << (shift))
#define TINT(solid, paper)       (MIX(solid, paper, 16) | MIX(solid, paper, 8) | MIX(solid, paper, 0))
#define SERIES(n, solid, paper)  [COLOUR_SERIES + 2 * (n)] = (solid), [COLOUR_SERIES + 2 * (n) + 1] = TINT(solid, paper)

/* Of two themes. */
#define CLASSIC                                                                                                        \
    {                                                                                                                  \
        [COLOUR_PAPER] = 0xffffff, [COLOUR_INK] = 0x1d1d1f, [COLOUR_MUTED] = 0x595959, [COLOUR_LEADER] = 0x868686,     \
        [COLOUR_RULE] = 0xd4d2cd, [COLOUR_OCCURRENCE] = 0x8f2a1e, [COLOUR_OCCURRENCE_TINT] = 0xf0dcd6,                 \
        [COLOUR_DOCUMENT] = 0x2a5674, [COLOUR_DOCUMENT_TINT] = 0xd9e4eb, [COLOUR_PLAN] = 0x5b6b2f,                     \
        [COLOUR_PLAN_TINT] = 0xe4e8d6, [COLOUR_CITATION] = 0x6b6257, [COLOUR_CITATION_TINT] = 0xe6e2dc,                \
        SERIES(0, 0x8f2a1e, 0xffffff), SERIES(1, 0x2a5674, 0xffffff), SERIES(2, 0x5b6b2f, 0xffffff),                   \
        SERIES(3, 0xb8650a, 0xffffff), SERIES(4, 0x6a3d8a, 0xffffff), SERIES(5, 0x1f7f7a, 0xffffff),                   \
        SERIES(6, 0xb0437f, 0xffffff), SERIES(7, 0x6b6257, 0xffffff)                                                   \
    }

/* Text has a contrast of at least 4.5:1 on the paper, leaders and marks 3:1, in each theme and when printed in grey. */
static const theme themes[] = {
    {"classic", NULL, {[FAMILY_SANS] = SANS, [FAMILY_SERIF] = SERIF}, CLASSIC},
    {"plain",
     NULL,
     {[FAMILY_SANS] = SANS, [FAMILY_SERIF] = SANS},
     {[COLOUR_PAPER] = 0xffffff,
      [COLOUR_INK] = 0x000000,
      [COLOUR_MUTED] = 0x505050,
      [COLOUR_LEADER] = 0x7d7d7d,
      [COLOUR_RULE] = 0xcccccc,
      [COLOUR_OCCURRENCE] = 0x1f4e8c,
      [COLOUR_OCCURRENCE_TINT] = 0xd6e0ee,
      [COLOUR_DOCUMENT] = 0x1f4e8c,
      [COLOUR_DOCUMENT_TINT] = 0xd6e0ee,
      [COLOUR_PLAN] = 0x5d6670,
      [COLOUR_PLAN_TINT] = 0xe2e5e8,
      [COLOUR_CITATION] = 0x5d6670,
      [COLOUR_CITATION_TINT] = 0xe2e5e8,
      SERIES(0, 0x1f4e8c, 0xffffff),
      SERIES(1, 0xb8650a, 0xffffff),
      SERIES(2, 0x5d6670, 0xffffff),
      SERIES(3, 0x2f7d4f, 0xffffff),
      SERIES(4, 0x8f2a1e, 0xffffff),
      SERIES(5, 0x6a3d8a, 0xffffff),
      SERIES(6, 0x1f7f7a, 0xffffff),
      SERIES(7, 0x505050, 0xffffff)}},
    {"grey",
     NULL,
     {[FAMILY_SANS] = SANS, [FAMILY_SERIF] = SERIF},
     {[COLOUR_PAPER] = 0xffffff,
      [COLOUR_INK] = 0x111111,
      [COLOUR_MUTED] = 0x4d4d4d,
      [COLOUR_LEADER] = 0x808080,
      [COLOUR_RULE] = 0xd0d0d0,
      [COLOUR_OCCURRENCE] = 0x222222,
      [COLOUR_OCCURRENCE_TINT] = 0xdddddd,
      [COLOUR_DOCUMENT] = 0x444444,
      [COLOUR_DOCUMENT_TINT] = 0xe2e2e2,
      [COLOUR_PLAN] = 0x5c5c5c,
      [COLOUR_PLAN_TINT] = 0xe8e8e8,
      [COLOUR_CITATION] = 0x6e6e6e,
      [COLOUR_CITATION_TINT] = 0xececec,
      SERIES(0, 0x111111, 0xffffff),
      SERIES(1, 0x8a8a8a, 0xffffff),
      SERIES(2, 0x505050, 0xffffff),
      SERIES(3, 0x6e6e6e, 0xffffff),
      SERIES(4, 0x2c2c2c, 0xffffff),
      SERIES(5, 0x7c7c7c, 0xffffff),
      SERIES(6, 0x5f5f5f, 0xffffff),
      SERIES(7, 0x404040, 0xffffff)}},
    {"dark",
     NULL,
     {[FAMILY_SANS] = SANS, [FAMILY_SERIF] = SERIF},
     {[COLOUR_PAPER] = 0x16181c,
      [COLOUR_INK] = 0xececea,
      [COLOUR_MUTED] = 0xa9aeb6,
      [COLOUR_LEADER] = 0x7f8690,
      [COLOUR_RULE] = 0x3a3f47,
      [COLOUR_OCCURRENCE] = 0xf28b74,
      [COLOUR_OCCURRENCE_TINT] = 0x5a3028,
      [COLOUR_DOCUMENT] = 0x7fb8e6,
      [COLOUR_DOCUMENT_TINT] = 0x28445a,
      [COLOUR_PLAN] = 0xb5cc74,
      [COLOUR_PLAN_TINT] = 0x414b26,
      [COLOUR_CITATION] = 0xbdb3a6,
      [COLOUR_CITATION_TINT] = 0x47423b,
      SERIES(0, 0xf28b74, 0x16181c),
      SERIES(1, 0x7fb8e6, 0x16181c),
      SERIES(2, 0xb5cc74, 0x16181c),
      SERIES(3, 0xf0b45a, 0x16181c),
      SERIES(4, 0xc3a0e8, 0x16181c),
      SERIES(5, 0x6fd0c8, 0x16181c),
      SERIES(6, 0xf09ac4, 0x16181c),
      SERIES(7, 0xbdb3a6, 0x16181c)}},
    /* Blue and orange, the pair that everybody tells apart, and two greys. */
    {"colourblind-safe",
     NULL,
     {[FAMILY_SANS] = SANS, [FAMILY_SERIF] = SERIF},
     {[COLOUR_PAPER] = 0xffffff,
      [COLOUR_INK] = 0x1d1d1f,
      [COLOUR_MUTED] = 0x595959,
      [COLOUR_LEADER] = 0x868686,
      [COLOUR_RULE] = 0xd4d4d4,
      [COLOUR_OCCURRENCE] = 0x0b4f8a,
      [COLOUR_OCCURRENCE_TINT] = 0xd3e1ee,
      [COLOUR_DOCUMENT] = 0xc25a00,
      [COLOUR_DOCUMENT_TINT] = 0xf7e2cf,
      [COLOUR_PLAN] = 0x7a7a7a,
      [COLOUR_PLAN_TINT] = 0xe6e6e6,
      [COLOUR_CITATION] = 0x111111,
      [COLOUR_CITATION_TINT] = 0xdcdcdc,
      SERIES(0, 0x0b4f8a, 0xffffff),
      SERIES(1, 0xc25a00, 0xffffff),
      SERIES(2, 0x111111, 0xffffff),
      SERIES(3, 0x00805c, 0xffffff),
      SERIES(4, 0x8f3f78, 0xffffff),
      SERIES(5, 0x7a7a7a, 0xffffff),
      SERIES(6, 0x5a3b00, 0xffffff),
      SERIES(7, 0x2e8fc4, 0xffffff)}},
    /* Classic, and dark where the reader prefers that. */
    {"auto", "dark", {[FAMILY_SANS] = SANS, [FAMILY_SERIF] = SERIF}, CLASSIC},
};

enum { THEME_COUNT = sizeof themes / sizeof *themes };

const face *face_of(text_style style) {
    return &faces[style];
}

double face_ascent(text_style style) {
    double size = faces[style].size * MM_PER_POINT;
    return (faces[style].leading - size) / 2 + 0.8 * size;
}

const theme *theme_find(const char *name) {
    if (!name) return &themes[0];
    for (size_t i = 0; i < THEME_COUNT; i++)
        if (!strcmp(themes[i].name, name)) return &themes[i];
    return NULL;
}

const char *const *annals_render_themes(void) {
    static const char *const names[] = {"classic", "plain", "grey", "dark", "colourblind-safe", "auto", NULL};
    _Static_assert(sizeof names / sizeof *names == THEME_COUNT + 1, "a name for each row of the theme table");
    return names;
}
