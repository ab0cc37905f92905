/* render.c: the public functions and the table of formats. */
#define _POSIX_C_SOURCE 200809L /* locale_t */

#include "annals-render.h"

#include "canvas_cairo.h"
#include "canvas_svg.h"
#include "draw.h"
#include "draw_pages.h"
#include "drawing.h"
#include "dump.h"
#include "layout_pages.h"
#include "page.h"
#include "pdf_finish.h"
#include "words.h"

#include <math.h>
#include <stdio.h>

static const double svg_margin = 2, figure_gap = 8, screen_width = 260;

static annals_status no_memory(annals_error *error) {
    return annals_fail(error, ANNALS_MEMORY, "out of memory; draw fewer events at once");
}

/* Tell of letters that no font has. */
static void warn_missing(const drawing *s) {
    char names[120], message[300];
    if (!s->options.warn || !text_setter_missing(s->setter, names, sizeof names)) return;
    snprintf(message, sizeof message,
             "letters are in no installed font and show as boxes (%s); install a font for their script "
             "(Debian: fonts-noto-core)",
             names);
    s->options.warn(s->options.context, message);
}

/* ------------------------------------------------------------------ figure */

static bool lay_out_figure(drawing *s, const event_order *order, annals_text title, figure *f) {
    double usual = s->options.width_mm - 2 * svg_margin; /* the file is as wide as was asked */
    figure_options o = {.kind = s->kind,
                        .scale = s->scale,
                        .one_lane = s->options.one_lane,
                        .width = usual * s->wider,
                        .label_height = fmax(110, usual),
                        .bar_height = fmax(60, usual / 2),
                        .title = title,
                        .phrasing = s->words.phrasing};
    double most =
        s->options.height_mm > 0 && s->kind != FIGURE_VERTICAL ? s->options.height_mm - 2 * svg_margin : INFINITY;
    if (!figure_layout_within(&s->pool, order, &o, text_setter_measure(s->setter), most, f)) return false;
    if (f->height > most && s->options.warn && !s->on_screen)
        s->options.warn(s->options.context, "the figure is higher than was asked, as its words need more room");
    return true;
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
                     : lay_out_figure(s, all, s->untitled ? (annals_text){0} : s->title, &figures[i]);
    return done ? figures : NULL;
}

/* From `at` downwards.  False when memory runs out. */
static bool draw_figures(drawing *s, canvas *c, const figure *figures, size_t count, bool links, point at) {
    bool drawn = true;
    for (size_t i = 0; drawn && i < count; i++) {
        drawn = draw_figure(c, &s->words, &figures[i], at, links);
        at.y += figures[i].height + figure_gap;
    }
    return drawn;
}

static double height_of(const figure *figures, size_t count, double *width) {
    double height = 0;
    *width = 0;
    for (size_t i = 0; i < count; i++) {
        *width = fmax(*width, figures[i].width);
        height += figures[i].height + (i ? figure_gap : 0);
    }
    return height;
}

/* Where the documents are, if there are several: the only one need not be linked from each event.  False when memory
 * runs out. */
static bool find_addresses(drawing *s, const char *const **addresses) {
    size_t count;
    const annals_document *documents = annals_documents(s->chronology, &count);
    *addresses = NULL;
    if (!s->options.address || count < 2) return true;
    const char **found = POOL_ARRAY(&s->pool, const char *, count);
    for (size_t i = 0; found && i < count; i++) {
        const char *address = s->options.address(s->options.context, &documents[i]);
        if (!address) continue;
        found[i] = text_clean(&s->pool, annals_text_of(address)).data;
        if (!found[i]) return false;
    }
    *addresses = found;
    return found;
}

static annals_status draw_svg(drawing *s, annals_sink sink, annals_error *error) {
    size_t count;
    svg_canvas svg;
    double width;
    annals_text description = words_describe(&s->words, &s->order);
    const figure *figures = lay_out_figures(s, &count);
    if (!description.data || !figures) return no_memory(error);
    svg_canvas_start(&svg, &s->theme, s->words.phrasing.language, svg_margin, s->zoom);
    svg.dark = s->dark;
    svg.outlines = s->options.outlines ? s->setter : NULL;
    svg.pool = &s->pool;
    svg.documents = annals_documents(s->chronology, &svg.document_count);
    bool drawn = find_addresses(s, &svg.addresses) && draw_figures(s, &svg.base, figures, count, false, (point){0, 0});
    double height = height_of(figures, count, &width);
    annals_status status = !drawn ? no_memory(error)
                                  : svg_canvas_finish(&svg, width + 2 * svg_margin, height + 2 * svg_margin, s->title,
                                                      description, sink, error);
    svg_canvas_free(&svg);
    warn_missing(s);
    return status;
}

static annals_status draw_png(drawing *s, annals_sink sink, annals_error *error) {
    enum { MOST_PIXELS = 30000 };
    size_t count;
    cairo_canvas image;
    double width, pixels = s->zoom * s->options.dpi / 25.4;
    const figure *figures = lay_out_figures(s, &count);
    if (!figures) return no_memory(error);
    double height = ceil((height_of(figures, count, &width) + 2 * svg_margin) * pixels);
    width = ceil((width + 2 * svg_margin) * pixels);
    if (width > MOST_PIXELS || height > MOST_PIXELS)
        return annals_fail(error, ANNALS_ARGUMENT,
                           "the picture would have more than %d pixels in a row or column; take "
                           "a lower resolution",
                           MOST_PIXELS);
    bool drawn = image_canvas_start(&image, &s->theme, s->setter, (int)width, (int)height, pixels) &&
                 draw_figures(s, &image.base, figures, count, false, (point){svg_margin, svg_margin});
    annals_status status = drawn ? image_canvas_finish(&image, s->options.dpi, error) : no_memory(error);
    if (status == ANNALS_OK) status = buffer_flush(&image.out, sink, error);
    cairo_canvas_free(&image);
    warn_missing(s);
    return status;
}

/* ------------------------------------------------------------------ pages */

/* What a PDF shows: pages, or one that is as large as the figures. */
typedef struct print {
    drawing *drawing;
    paper size;
    const pages *pages;
    const figure *figures; /* null: pages */
    size_t count;
} print;

static bool draw_print(const print *p, canvas *c) {
    drawing *s = p->drawing;
    part page = {.role = PART_SECTION}, whole = {.role = PART_FIGURE};
    if (!p->figures) return draw_pages(c, &s->words, p->pages, text_setter_measure(s->setter));
    if (s->theme.colours[COLOUR_PAPER] != 0xffffff) canvas_paper(c, p->size.width, p->size.height);
    c->class->begin(c, &page);
    c->class->begin(c, &whole);
    bool drawn = draw_figures(s, c, p->figures, p->count, false, (point){svg_margin, svg_margin});
    c->class->end(c, &whole);
    c->class->end(c, &page);
    c->class->end_page(c, 1);
    return drawn;
}

/* Letters that are put together, or of fonts of other kinds. */
static annals_status print_by_cairo(const print *p, const pdf_metadata *metadata, annals_sink sink,
                                    annals_error *error) {
    drawing *s = p->drawing;
    cairo_canvas pdf;
    cairo_canvas_start(&pdf, &s->theme, s->setter, &p->size, s->zoom, metadata);
    bool drawn = draw_print(p, &pdf.base);
    annals_status status = cairo_canvas_finish(&pdf, error);
    if (!drawn) status = no_memory(error);
    if (status == ANNALS_OK) status = pdf_finish(&pdf.out, metadata->subject, metadata->language, error);
    if (status == ANNALS_OK) status = buffer_flush(&pdf.out, sink, error);
    cairo_canvas_free(&pdf);
    return status;
}

static annals_status print_pdf(const print *p, annals_text description, annals_sink sink, annals_error *error) {
    drawing *s = p->drawing;
    pdf_canvas pdf;
    pdf_metadata metadata = {s->title, description, s->options.created, s->words.phrasing.language};
    pdf_canvas_start(&pdf, &s->theme, &p->size, s->zoom, &metadata);
    bool drawn = !pdf.unable && draw_print(p, &pdf.base), unable = pdf.unable;
    annals_status status = ANNALS_OK;
    if (!unable) status = drawn ? pdf_canvas_finish(&pdf, error) : no_memory(error);
    if (!unable && status == ANNALS_OK) status = buffer_flush(&pdf.file.out, sink, error);
    pdf_canvas_free(&pdf);
    if (unable) status = print_by_cairo(p, &metadata, sink, error);
    warn_missing(s);
    return status;
}

/* A page that is as large as the figure. */
static annals_status draw_figure_pdf(drawing *s, annals_sink sink, annals_error *error) {
    print p = {.drawing = s};
    annals_text description = words_describe(&s->words, &s->order);
    p.figures = lay_out_figures(s, &p.count);
    if (!description.data || !p.figures) return no_memory(error);
    p.size.height = (height_of(p.figures, p.count, &p.size.width) + 2 * svg_margin);
    p.size.width += 2 * svg_margin;
    return print_pdf(&p, description, sink, error);
}

/* What pages are told of the figure in front of them. */
static figure_options overview_of(const drawing *s) {
    return (figure_options){
        .kind = s->kind, .scale = s->scale, .one_lane = s->options.one_lane, .phrasing = s->words.phrasing};
}

static bool try_pages(drawing *s, double zoom, pages *all) {
    figure_options overview = overview_of(s);
    double smaller = s->zoom / zoom;
    s->page = (page_setting){{s->page.paper.width * smaller, s->page.paper.height * smaller}, s->page.margin * smaller};
    s->zoom = zoom;
    return pages_layout(&s->pool, s->chronology, &s->order, &s->page, &overview, s->title,
                        text_setter_measure(s->setter), all);
}

/* A poster is one sheet, if it can be, and full: its text is as large as that allows, within reason. */
static bool fill_poster(drawing *s, double usual, pages *all) {
    enum { STEPS = 6 };
    static const double largest = 2, least = 0.6;
    bool one = all->page_count == 1;
    double low = one ? usual : fmax(1, usual * least), high = one ? usual * largest : usual;
    if (!one && (!try_pages(s, low, all) || all->page_count > 1)) return try_pages(s, usual, all);
    for (int i = 0; i < STEPS; i++) {
        double middle = (low + high) / 2;
        if (!try_pages(s, middle, all)) return false;
        *(all->page_count == 1 ? &low : &high) = middle;
    }
    return try_pages(s, low, all);
}

static bool lay_out_pages(drawing *s, pages *all) {
    enum { FEW_PAGES = 3 };
    if (!try_pages(s, s->zoom, all)) return false;
    return !s->poster || all->page_count > FEW_PAGES || fill_poster(s, s->zoom, all);
}

static annals_status draw_pdf(drawing *s, annals_sink sink, annals_error *error) {
    pages all;
    annals_text description = words_describe(&s->words, &s->order);
    if (s->figure_page) return draw_figure_pdf(s, sink, error);
    if (!description.data || !lay_out_pages(s, &all)) return no_memory(error);
    return print_pdf(&(print){.drawing = s, .size = s->page.paper, .pages = &all}, description, sink, error);
}

/* ------------------------------------------------------------------ a page for the screen */

/* The figures as SVG, in which events lead to their entries. */
static annals_status inline_svg(drawing *s, const figure *figures, size_t count, annals_text description, buffer *out,
                                annals_error *error) {
    svg_canvas svg;
    double width;
    svg_canvas_start(&svg, &s->theme, s->words.phrasing.language, svg_margin, s->zoom);
    svg.dark = s->dark;
    svg.inlined = true;
    bool drawn = draw_figures(s, &svg.base, figures, count, true, (point){0, 0});
    double height = height_of(figures, count, &width);
    annals_status status = !drawn ? no_memory(error)
                                  : svg_canvas_finish(&svg, width + 2 * svg_margin, height + 2 * svg_margin, s->title,
                                                      description, buffer_sink(out), error);
    svg_canvas_free(&svg);
    return status;
}

/* No event is only counted. */
static bool shows_all(const figure *figures, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (figures[i].bars_left_out) return false;
        for (size_t k = 0; k < figures[i].point_count; k++)
            if (figures[i].points[k].count > 1) return false;
    }
    return true;
}

/* The figure, at first with its axis on the screen, and again each time twice as wide until it shows all: the page
 * changes from one to the next, so that more comes to light while letters stay as large as they are.  What runs down
 * the page has all at once. */
static annals_status draw_views(drawing *s, annals_text description, buffer *out, annals_error *error) {
    enum { MOST_VIEWS = 4 };
    static const double screen = 0.58, higher = 1.25; /* of its width */
    s->on_screen = s->kind == FIGURE_COLUMNS && !(s->options.height_mm > 0);
    if (s->on_screen) s->options.height_mm = s->options.width_mm * screen;
    annals_status status = ANNALS_OK;
    bool all = false;
    for (size_t view = 0; view < MOST_VIEWS && !all && status == ANNALS_OK; view++, s->wider *= 2) {
        size_t count;
        const figure *figures = lay_out_figures(s, &count);
        if (!figures) return no_memory(error);
        all = s->kind == FIGURE_VERTICAL || (view && shows_all(figures, count));
        double width = (s->options.width_mm - 2 * svg_margin) * s->wider + 2 * svg_margin;
        put_view(out, width / s->options.width_mm, view > 0);
        status = inline_svg(s, figures, count, description, out, error);
        buffer_string(out, "</div>\n");
        if (s->on_screen) s->options.height_mm *= higher;
    }
    return status;
}

/* The entries are those of pages of any height. */
static annals_status draw_html(drawing *s, annals_sink sink, annals_error *error) {
    static const page_setting endless = {{210, 1e9}, 18};
    pages all;
    buffer svg = {0}, out = {0};
    s->untitled = true; /* the page says it */
    figure_options none = {.kind = FIGURE_NONE, .phrasing = s->words.phrasing};
    annals_text description = words_describe(&s->words, &s->order);
    if (!description.data || !pages_layout(&s->pool, s->chronology, &s->order, &endless, &none, s->title,
                                           text_setter_measure(s->setter), &all))
        return no_memory(error);
    annals_status status = draw_views(s, description, &svg, error);
    if (status == ANNALS_OK) {
        put_page(&out, &(screen_page){s->chronology, &s->words, &all, &s->theme, s->dark, s->title, description,
                                      (annals_text){svg.data, svg.length}});
        status = buffer_flush(&out, sink, error);
    }
    buffer_free(&svg);
    buffer_free(&out);
    warn_missing(s);
    return status;
}

/* ------------------------------------------------------------------ layout, formats */

static annals_status dump_layout(drawing *s, annals_sink sink, annals_error *error) {
    size_t count;
    pages all;
    buffer out = {0};
    const figure *figures = s->kind == FIGURE_NONE ? NULL : lay_out_figures(s, &count);
    if (s->kind == FIGURE_NONE) count = 0;
    else if (!figures) return no_memory(error);
    if (!lay_out_pages(s, &all)) return no_memory(error);
    for (size_t i = 0; i < count; i++) dump_figure(&out, &figures[i]);
    dump_pages(&out, &all);
    annals_status status = buffer_flush(&out, sink, error);
    buffer_free(&out);
    return status;
}

/* A list is pages of text. */
static annals_status need_figure(const drawing *s, annals_error *error) {
    if (s->kind != FIGURE_NONE) return ANNALS_OK;
    return annals_fail(error, ANNALS_ARGUMENT, "a list is no picture; write it as a PDF, or take another layout");
}

typedef annals_status draw_function(drawing *s, annals_sink sink, annals_error *error);

static annals_status run(draw_function *draw, bool picture, const annals_chronology *chronology,
                         const annals_render_options *options, annals_sink sink, annals_error *error) {
    drawing s;
    annals_status status = drawing_open(&s, chronology, options, !picture, error);
    if (status != ANNALS_OK) return status;
    status = picture || s.figure_page ? need_figure(&s, error) : ANNALS_OK;
    if (status == ANNALS_OK) status = draw(&s, sink, error);
    drawing_close(&s);
    return status;
}

annals_status annals_render_svg(const annals_chronology *chronology, const annals_render_options *options,
                                annals_sink sink, annals_error *error) {
    return run(draw_svg, true, chronology, options, sink, error);
}

annals_status annals_render_png(const annals_chronology *chronology, const annals_render_options *options,
                                annals_sink sink, annals_error *error) {
    return run(draw_png, true, chronology, options, sink, error);
}

annals_status annals_render_html(const annals_chronology *chronology, const annals_render_options *options,
                                 annals_sink sink, annals_error *error) {
    annals_render_options own = options ? *options : (annals_render_options){0};
    if (!own.theme) own.theme = "auto";
    if (!(own.width_mm > 0)) own.width_mm = screen_width;
    return run(draw_html, true, chronology, &own, sink, error);
}

annals_status annals_render_pdf(const annals_chronology *chronology, const annals_render_options *options,
                                annals_sink sink, annals_error *error) {
    return run(draw_pdf, false, chronology, options, sink, error);
}

annals_status annals_render_layout(const annals_chronology *chronology, const annals_render_options *options,
                                   annals_sink sink, annals_error *error) {
    return run(dump_layout, false, chronology, options, sink, error);
}

const annals_renderer *annals_renderers(size_t *count) {
    static const annals_renderer rows[] = {
        {"svg", ".svg", "timeline as a scalable picture with live text", annals_render_svg},
        {"png", ".png", "timeline as a picture of pixels", annals_render_png},
        {"html", ".html", "page for the screen, with timeline, search and filters", annals_render_html},
        {"pdf", ".pdf", "printable chronology with timeline, entries and sources", annals_render_pdf},
    };
    *count = sizeof rows / sizeof *rows;
    return rows;
}
