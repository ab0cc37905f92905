/* theme.h: what a drawing looks like: faces and sizes of type, and colours, as tables. */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Categories or sources that have a colour of their own; the last one stands for all others. */
enum { MOST_SERIES = 8 };

typedef enum colour {
    COLOUR_NONE,
    COLOUR_PAPER,
    COLOUR_INK,
    COLOUR_MUTED,  /* secondary text */
    COLOUR_LEADER, /* lines that carry meaning: leaders, axis ticks */
    COLOUR_RULE,   /* lines that only order the page */
    COLOUR_OCCURRENCE,
    COLOUR_OCCURRENCE_TINT,
    COLOUR_DOCUMENT,
    COLOUR_DOCUMENT_TINT,
    COLOUR_PLAN,
    COLOUR_PLAN_TINT,
    COLOUR_CITATION,
    COLOUR_CITATION_TINT,
    COLOUR_SERIES, /* each with its tint */
    COLOUR_COUNT = COLOUR_SERIES + 2 * MOST_SERIES
} colour;

typedef enum text_style {
    STYLE_FIGURE_TITLE,
    STYLE_DATE,  /* the time above a label */
    STYLE_LABEL, /* an event's headline in the figure */
    STYLE_MORE,  /* "… and 14 more" */
    STYLE_TICK,
    STYLE_MAJOR, /* the second level of the axis */
    STYLE_NOTE,  /* legend and notes under the figure */
    STYLE_TITLE,
    STYLE_SUBTITLE,
    STYLE_DAY,     /* heading of a day's entries */
    STYLE_WEEKDAY, /* beside it */
    STYLE_SECTION,
    STYLE_TIME,  /* margin column of an entry */
    STYLE_ENTRY, /* headline of an entry */
    STYLE_BODY,
    STYLE_SOURCE, /* margin note that names the source */
    STYLE_INDEX,
    STYLE_FOLIO, /* running head and page number */
    STYLE_COUNT
} text_style;

typedef enum face_family { FAMILY_SANS, FAMILY_SERIF } face_family;

typedef struct face {
    const char *name; /* in the layout's dump */
    face_family family;
    double size;    /* points */
    double leading; /* from baseline to baseline, millimetres */
    bool bold, italic;
    colour colour;
} face;

typedef struct theme {
    const char *name;
    const char *dark;               /* the theme for readers who prefer dark pages, where a picture can tell; or null */
    const char *families[2];        /* of each face_family: the names to try, comma separated */
    uint32_t colours[COLOUR_COUNT]; /* 0xRRGGBB */
} theme;

#define MM_PER_POINT (25.4 / 72)

/* The type of a style; the same in every theme, so that a layout does not depend on the theme. */
const face *face_of(text_style style);
/* From the top of a line to its baseline, millimetres. */
double face_ascent(text_style style);
/* The theme called `name` (null: the first), or null. */
const theme *theme_find(const char *name);

#endif
