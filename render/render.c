/* render.c: the public functions and the table of formats. */
#define _POSIX_C_SOURCE 200809L /* newlocale, uselocale */

#include "annals-render.h"

#include "canvas_cairo.h"
#include "canvas_svg.h"
#include "draw.h"
#include "draw_pages.h"
#include "dump.h"
#include "layout_pages.h"
#include "pdf_finish.h"
#include "words.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const double default_width = 174, least_width = 60, most_width = 2000, svg_margin = 2, figure_gap = 8;

static annals_status no_memory(annals_error *error) {
    return annals_fail(error, ANNALS_MEMORY, "out of memory; draw fewer events at once");
}

/* ------------------------------------------------------------------ what every drawing needs */

typedef struct drawing {
    memory_pool pool;
    const annals_chronology *chronology;
    annals_render_options options;
    const theme *theme;
    figure_kind kind;
    scale_kind scale;
    const paper *paper;
    text_setter *setter;
    event_order order;
    annals_text title;
    locale_t plain, before; /* cairo writes numbers as the locale says: for this thread, the locale is "C" */
} drawing;

const char *const *annals_render_layouts(void) {
    static const char *const names[] = {
        [FIGURE_COLUMNS] = "figure", [FIGURE_LANES] = "lanes", [FIGURE_VERTICAL] = "vertical", NULL};
    return names;
}

const char *const *annals_render_scales(void) {
    static const char *const names[] = {
        [SCALE_BREAKS] = "breaks", [SCALE_PIECEWISE] = "piecewise", [SCALE_LINEAR] = "linear", NULL};
    return names;
}

/* The place of a name among `names`; -1: not there.  No name: the first. */
static int place_among(const char *const *names, const char *name) {
    for (int i = 0; names[i]; i++)
        if (!name || !strcmp(names[i], name)) return i;
    return -1;
}

static annals_status check_options(drawing *s, annals_error *error) {
    annals_render_options *o = &s->options;
    s->theme = theme_find(o->theme);
    if (!s->theme)
        return annals_fail(error, ANNALS_ARGUMENT,
                           "no theme is called '%s'; take 'classic', 'plain', 'grey', 'dark' or 'colourblind-safe'",
                           o->theme);
    s->paper = paper_find(o->paper);
    if (!s->paper)
        return annals_fail(error, ANNALS_ARGUMENT, "no paper is called '%s'; take 'a4' or 'letter'", o->paper);
    int kind = place_among(annals_render_layouts(), o->layout);
    if (kind < 0)
        return annals_fail(error, ANNALS_ARGUMENT, "no layout is called '%s'; take 'figure', 'lanes' or 'vertical'",
                           o->layout);
    s->kind = (figure_kind)kind;
    int scale = place_among(annals_render_scales(), o->scale);
    if (scale < 0)
        return annals_fail(error, ANNALS_ARGUMENT, "no scale is called '%s'; take 'breaks', 'piecewise' or 'linear'",
                           o->scale);
    s->scale = (scale_kind)scale;
    if (!(o->width_mm > 0)) o->width_mm = default_width;
    if (o->width_mm >= least_width && o->width_mm <= most_width) return ANNALS_OK;
    return annals_fail(error, ANNALS_ARGUMENT, "a figure cannot be that narrow or wide; take 60 to 2000 mm");
}

static void drawing_close(drawing *s) {
    text_setter_free(s->setter);
    pool_free(&s->pool);
    if (s->plain == (locale_t)0) return;
    uselocale(s->before);
    freelocale(s->plain);
}

static annals_status drawing_open(drawing *s, const annals_chronology *chronology, const annals_render_options *options,
                                  annals_error *error) {
    *s = (drawing){.chronology = chronology};
    if (options) s->options = *options;
    annals_status status = check_options(s, error);
    if (status != ANNALS_OK) return status;
    s->plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (s->plain == (locale_t)0) return no_memory(error);
    s->before = uselocale(s->plain);
    s->setter = text_setter_new(s->theme);
    s->title = text_clean(&s->pool, annals_title(chronology));
    if (s->title.data && !s->title.length) s->title = text_clean(&s->pool, annals_text_of("Chronology"));
    if (s->setter && s->title.data && order_events(&s->pool, chronology, s->options.citations, &s->order))
        return ANNALS_OK;
    drawing_close(s);
    return no_memory(error);
}

/* Tell of letters that no font has. */
static void warn_missing(const drawing *s) {
    if (s->options.warn && text_setter_missing(s->setter))
        s->options.warn(s->options.context,
                        "some characters are in no installed font and show as boxes; install a font "
                        "for their script (Debian: fonts-noto-core)");
}

/* ------------------------------------------------------------------ figure */

static bool lay_out_figure(drawing *s, const event_order *order, annals_text title, figure *f) {
    double width = s->options.width_mm - 2 * svg_margin; /* the file is as wide as was asked */
    figure_options o = {.kind = s->kind,
                        .scale = s->scale,
                        .width = width,
                        .label_height = fmax(110, width),
                        .bar_height = fmax(60, width / 2),
                        .title = title};
    return figure_layout(&s->pool, order, &o, text_setter_measure(s->setter), f);
}

/* One figure, or one below the other where the events are grouped. */
static figure *lay_out_figures(drawing *s, size_t *count) {
    const event_order *all = &s->order;
    bool apart = all->group_count && s->kind != FIGURE_LANES;
    *count = apart ? all->group_count : 1;
    figure *figures = POOL_ARRAY(&s->pool, figure, *count);
    bool done = figures;
    for (size_t i = 0; done && i < *count; i++)
        done = apart ? lay_out_figure(s, &all->groups[i].order, all->groups[i].name, &figures[i])
                     : lay_out_figure(s, all, s->title, &figures[i]);
    return done ? figures : NULL;
}

/* "26 events, 14 October – 20 November 1962." */
static annals_text describe(drawing *s) {
    memory_pool *p = &s->pool;
    annals_text count = words_count(p, s->order.count, "event", "events");
    if (!s->order.dated) return count;
    moment low = INT64_MAX, high = INT64_MIN;
    for (size_t i = 0; i < s->order.dated; i++) {
        const span *e = &s->order.events[i].span;
        if (e->low < low) low = e->low;
        if (e->high > high) high = e->high;
    }
    annals_text period = words_period(p, low, high, (common_year){0});
    if (!count.data || !period.data) return (annals_text){0};
    return words_join(p, (const char *const[]){"Timeline of ", count.data, ", ", period.data, ".", NULL});
}

/* False when memory runs out. */
static bool draw_figures(drawing *s, canvas *c, const figure *figures, size_t count, point *size) {
    bool drawn = true;
    for (size_t i = 0; drawn && i < count; i++) {
        if (i) size->y += figure_gap;
        drawn = draw_figure(c, &s->pool, &figures[i], (point){0, size->y}, false);
        size->x = fmax(size->x, figures[i].width);
        size->y += figures[i].height;
    }
    return drawn;
}

static annals_status draw_svg(drawing *s, annals_sink sink, annals_error *error) {
    size_t count;
    svg_canvas svg;
    point size = {0, 0};
    annals_text description = describe(s);
    const figure *figures = lay_out_figures(s, &count);
    if (!description.data || !figures) return no_memory(error);
    svg_canvas_start(&svg, s->theme, svg_margin);
    bool drawn = draw_figures(s, &svg.base, figures, count, &size);
    annals_status status = !drawn ? no_memory(error)
                                  : svg_canvas_finish(&svg, size.x + 2 * svg_margin, size.y + 2 * svg_margin, s->title,
                                                      description, sink, error);
    svg_canvas_free(&svg);
    warn_missing(s);
    return status;
}

/* ------------------------------------------------------------------ pages */

static annals_status draw_pdf(drawing *s, annals_sink sink, annals_error *error) {
    pages all;
    figure_options overview = {.kind = s->kind, .scale = s->scale};
    pdf_canvas pdf;
    text_measure measure = text_setter_measure(s->setter);
    annals_text description = describe(s);
    if (!description.data ||
        !pages_layout(&s->pool, s->chronology, &s->order, s->paper, &overview, s->title, measure, &all))
        return no_memory(error);
    pdf_metadata metadata = {s->title, description, s->options.created};
    pdf_canvas_start(&pdf, s->theme, s->setter, s->paper->width, s->paper->height, &metadata);
    bool drawn = draw_pages(&pdf, &s->pool, &all, measure);
    annals_status status = pdf_canvas_finish(&pdf, error);
    if (!drawn) status = no_memory(error);
    if (status == ANNALS_OK) status = pdf_finish(&pdf.out, description, error);
    if (status == ANNALS_OK) status = buffer_flush(&pdf.out, sink, error);
    pdf_canvas_free(&pdf);
    warn_missing(s);
    return status;
}

/* ------------------------------------------------------------------ layout, formats */

static annals_status dump_layout(drawing *s, annals_sink sink, annals_error *error) {
    size_t count;
    pages all;
    figure_options overview = {.kind = s->kind, .scale = s->scale};
    buffer out = {0};
    text_measure measure = text_setter_measure(s->setter);
    const figure *figures = lay_out_figures(s, &count);
    if (!figures) return no_memory(error);
    if (!pages_layout(&s->pool, s->chronology, &s->order, s->paper, &overview, s->title, measure, &all))
        return no_memory(error);
    for (size_t i = 0; i < count; i++) dump_figure(&out, &figures[i]);
    dump_pages(&out, &all);
    annals_status status = buffer_flush(&out, sink, error);
    buffer_free(&out);
    return status;
}

typedef annals_status draw_function(drawing *s, annals_sink sink, annals_error *error);

static annals_status run(draw_function *draw, const annals_chronology *chronology, const annals_render_options *options,
                         annals_sink sink, annals_error *error) {
    drawing s;
    annals_status status = drawing_open(&s, chronology, options, error);
    if (status != ANNALS_OK) return status;
    status = draw(&s, sink, error);
    drawing_close(&s);
    return status;
}

annals_status annals_render_svg(const annals_chronology *chronology, const annals_render_options *options,
                                annals_sink sink, annals_error *error) {
    return run(draw_svg, chronology, options, sink, error);
}

annals_status annals_render_pdf(const annals_chronology *chronology, const annals_render_options *options,
                                annals_sink sink, annals_error *error) {
    return run(draw_pdf, chronology, options, sink, error);
}

annals_status annals_render_layout(const annals_chronology *chronology, const annals_render_options *options,
                                   annals_sink sink, annals_error *error) {
    return run(dump_layout, chronology, options, sink, error);
}

const annals_renderer *annals_renderers(size_t *count) {
    static const annals_renderer rows[] = {
        {"svg", ".svg", "timeline as a scalable picture with live text", annals_render_svg},
        {"pdf", ".pdf", "printable chronology with timeline, entries and sources", annals_render_pdf},
    };
    *count = sizeof rows / sizeof *rows;
    return rows;
}
