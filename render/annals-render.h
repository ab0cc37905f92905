/* annals-render.h: a chronology goes in, a picture or a printed page comes out.
 *
 *     annals_render_options options = {.width_mm = 174};
 *     annals_render_svg(chronology, &options, sink, &error);
 *
 * Lengths are millimetres on paper unless the name says otherwise.  Same chronology and options, same bytes. */
#ifndef ANNALS_RENDER_H
#define ANNALS_RENDER_H

#include "annals.h"

#ifdef __cplusplus
extern "C" {
#endif

/* All fields may be zero: then the defaults hold. */
typedef struct annals_render_options {
    double width_mm;    /* of a figure; 0: 174 mm, the text width of a two-column journal page.  60 to 2000 */
    double height_mm;   /* the most that a figure may have, but for the layout "vertical"; 0: no matter.  40 to 2000 */
    const char *paper;  /* of a PDF: one of annals_render_papers, "a4" by default; "a3-landscape"; "300x400" in
                         * mm; or "figure": the figure alone, on a page of its size */
    double margin_mm;   /* of a page: at the sides, and a little more above and below; 0: 18 mm, more on
                         * paper wider than 420 mm and less on small paper.  10 to 100 */
    const char *font;   /* the family of all text, with others to try after commas; null: the theme's */
    double font_size;   /* points, of the text of entries; all else in proportion.  0: 9.5, and more on paper wider than
                         * 420 mm, such as a poster.  9.5 to 72, so that the
                         * smallest text has 7; smaller than asked where there is no room for it */
    const char *layout; /* "figure" (default), "lanes" or "vertical"; of a PDF: of the overview, or of the whole;
                         * "list": a PDF without overview */
    const char *scale;  /* for bursts: "breaks", "piecewise" or "linear"; null: breaks where they are needed */
    const char *dates;  /* "dmy" (default), "mdy" or "iso": annals_date_style */
    const char *words; /* the language of times, headings and legends: one of annals_languages, "en" by default; "auto":
                        * that of the documents, if it is one */
    const char *colours; /* what the colours of marks tell: "kind" (default), "category" or "source" */
    const char *theme;   /* a row of the theme table; null: "classic" */
    double dpi;          /* of a PNG, dots an inch; 0: 300.  20 to 2400 */
    bool outlines;       /* an SVG has the shapes of its letters instead of text */
    bool one_lane;       /* the layout "lanes" does not part events by their categories */
    bool citations;      /* draw events of kind citation too */
    int64_t created;     /* seconds after 1970-01-01 UTC for the PDF's metadata; 0 is a valid and stable date */
    /* Called for each thing that the drawing cannot show, such as letters that no installed font has; may be null. */
    void (*warn)(void *context, const char *message);
    /* The address of a document, as a link of the SVG has it before its signs are escaped, good until the next call;
     * null where there is none.  May be null: then an SVG has no links. */
    const char *(*address)(void *context, const annals_document *document);
    void *context;
} annals_render_options;

/* The layouts, scales, date styles, meanings of colours, paper sizes and themes that the options take, ended by a null
 * pointer. */
ANNALS_API const char *const *annals_render_layouts(void);
ANNALS_API const char *const *annals_render_scales(void);
ANNALS_API const char *const *annals_render_dates(void);
ANNALS_API const char *const *annals_render_colours(void);
ANNALS_API const char *const *annals_render_papers(void);
/* The size of what the option "paper" may say; false for anything else. */
ANNALS_API bool annals_render_paper_size(const char *name, double *width_mm, double *height_mm);
ANNALS_API const char *const *annals_render_themes(void);

typedef annals_status annals_render_function(const annals_chronology *chronology, const annals_render_options *options,
                                             annals_sink sink, annals_error *error);

/* A horizontal timeline as SVG with live text. */
ANNALS_API annals_render_function annals_render_svg;
/* The same as a PNG. */
ANNALS_API annals_render_function annals_render_png;
/* A page for the screen in one file: the figure, and the entries with search and filters.  It asks for nothing from
 * elsewhere. */
ANNALS_API annals_render_function annals_render_html;
/* A printable chronology: title, overview timeline, entries by day, page numbers, outline, tags. */
ANNALS_API annals_render_function annals_render_pdf;
/* The layout of both as text, box by box: for debugging and for tests. */
ANNALS_API annals_render_function annals_render_layout;

/* One row an output format. */
typedef struct annals_renderer {
    const char *name, *extension, *description;
    annals_render_function *render;
} annals_renderer;

ANNALS_API const annals_renderer *annals_renderers(size_t *count);

#ifdef __cplusplus
}
#endif

#endif
