/* drawing.c: the names that options take, and what is made of them. */
#define _POSIX_C_SOURCE 200809L /* newlocale, uselocale */

#include "drawing.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double default_width = 174, least_width = 60, most_width = 2000, default_margin = 18, default_size = 9.5,
                    default_dpi = 300;
/* Millimetres, of a square as large as a sheet of A2; on larger paper, a poster, text and margins are larger, as it is
 * read from afar. */
static const double largest_page = 499.5;
static const char usual_language[] = "en";

static annals_status no_memory(annals_error *error) {
    return annals_fail(error, ANNALS_MEMORY, "out of memory; draw fewer events at once");
}

/* ------------------------------------------------------------------ names */

const char *const *annals_render_layouts(void) {
    static const char *const names[] = {[FIGURE_COLUMNS] = "figure",
                                        [FIGURE_LANES] = "lanes",
                                        [FIGURE_VERTICAL] = "vertical",
                                        [FIGURE_NONE] = "list",
                                        NULL};
    return names;
}

const char *const *annals_render_scales(void) {
    static const char *const names[] = {
        [SCALE_BREAKS] = "breaks", [SCALE_PIECEWISE] = "piecewise", [SCALE_LINEAR] = "linear", NULL};
    return names;
}

const char *const *annals_render_dates(void) {
    static const char *const names[] = {
        [ANNALS_DATE_DMY] = "dmy", [ANNALS_DATE_MDY] = "mdy", [ANNALS_DATE_ISO] = "iso", NULL};
    return names;
}

const char *const *annals_render_colours(void) {
    static const char *const names[] = {
        [COLOUR_BY_KIND] = "kind", [COLOUR_BY_CATEGORY] = "category", [COLOUR_BY_SOURCE] = "source", NULL};
    return names;
}

/* The place of a name among `names`; -1: not there.  No name: the first. */
static int place_among(const char *const *names, const char *name) {
    for (int i = 0; names[i]; i++)
        if (!name || !strcmp(names[i], name)) return i;
    return -1;
}

/* The language that all documents are in; English when there are several. */
static const char *language_of_all(const annals_chronology *chronology) {
    size_t count;
    const annals_document *documents = annals_documents(chronology, &count);
    const char *const *codes = annals_languages();
    for (size_t i = 0; codes[i]; i++) {
        size_t same = 0;
        for (size_t k = 0; k < count; k++) same += text_same(documents[k].language, annals_text_of(codes[i]));
        if (count && same == count) return codes[i];
    }
    return usual_language;
}

static annals_status refuse(annals_error *error, const char *kind, const char *name, const char *const *names) {
    char list[256];
    size_t length = 0;
    for (size_t i = 0; names[i] && length < sizeof list; i++)
        length += (size_t)snprintf(list + length, sizeof list - length, "%s'%s'",
                                   !i             ? ""
                                   : names[i + 1] ? ", "
                                                  : " or ",
                                   names[i]);
    return annals_fail(error, ANNALS_ARGUMENT, "no %s is called '%s'; take %s", kind, name, list);
}

/* The names among the options. */
static annals_status check_names(drawing *s, annals_error *error) {
    const annals_render_options *o = &s->options;
    const theme *look = theme_find(o->theme);
    if (!look) return refuse(error, "theme", o->theme, annals_render_themes());
    s->theme = *look;
    s->dark = look->dark ? theme_find(look->dark) : NULL;
    int kind = place_among(annals_render_layouts(), o->layout), scale = place_among(annals_render_scales(), o->scale),
        dates = place_among(annals_render_dates(), o->dates),
        colours = place_among(annals_render_colours(), o->colours);
    if (kind < 0) return refuse(error, "layout", o->layout, annals_render_layouts());
    if (scale < 0) return refuse(error, "scale", o->scale, annals_render_scales());
    if (dates < 0) return refuse(error, "date style", o->dates, annals_render_dates());
    if (colours < 0) return refuse(error, "meaning of colours", o->colours, annals_render_colours());
    bool automatic = o->words && !strcmp(o->words, "auto");
    if (o->words && !automatic && place_among(annals_languages(), o->words) < 0)
        return refuse(error, "language", o->words, annals_languages());
    s->kind = (figure_kind)kind;
    s->scale = o->scale ? (scale_kind)scale : SCALE_CHOSEN;
    s->colours = (colouring)colours;
    s->words.phrasing.style = (annals_date_style)dates;
    s->words.phrasing.language = automatic ? language_of_all(s->chronology) : o->words ? o->words : usual_language;
    return ANNALS_OK;
}

/* Zero is the default. */
static bool in_range(double *value, double usual, double least, double most) {
    if (!(*value > 0)) *value = usual;
    return *value >= least && *value <= most;
}

/* A family's name ends up in the styles of an SVG. */
static annals_status check_font(drawing *s, annals_error *error) {
    const char *font = s->options.font;
    if (!font) return ANNALS_OK;
    for (const char *c = font; *c; c++)
        if (!strchr(" -,", *c) && !((unsigned char)*c >= 0x80 || (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') ||
                                    (*c >= 'a' && *c <= 'z')))
            return annals_fail(error, ANNALS_ARGUMENT, "no font is called '%s'; give letters, digits and blanks", font);
    annals_text families = words_join(&s->pool, (const char *const[]){font, ",", s->theme.families[FAMILY_SANS], NULL});
    if (!families.data) return no_memory(error);
    s->theme.families[FAMILY_SANS] = s->theme.families[FAMILY_SERIF] = families.data;
    return ANNALS_OK;
}

/* Text is made smaller where a figure or a page would have no room for it, but not smaller than can be read. */
static void shrink_to(drawing *s, double most) {
    if (s->zoom <= most + 1e-9 || s->zoom <= 1) return;
    s->zoom = fmax(1, most);
    if (s->options.warn && s->options.font_size > 0)
        s->options.warn(s->options.context,
                        "the text is smaller than was asked, as there is no room for larger letters");
}

/* As asked; else more on wide paper, and less where text would have no room. */
static annals_status check_margin(drawing *s, paper sheet, double larger, annals_error *error) {
    static const double roomy = 100, least = 10, most = 100;
    double room = (fmin(sheet.width, sheet.height) - roomy) / 2;
    double usual =
        s->figure_page || !s->on_paper ? default_margin : fmax(least, fmin(fmin(default_margin * larger, room), most));
    if (in_range(&s->options.margin_mm, usual, least, most)) return ANNALS_OK;
    return annals_fail(error, ANNALS_ARGUMENT, "a margin cannot be that small or large; take 10 to 100 mm");
}

static annals_status check_page(drawing *s, paper sheet, annals_error *error) {
    static const double narrowest = 70, lowest = 80, longest = 5000;
    if (s->figure_page || !s->on_paper) return ANNALS_OK;
    double margin = s->options.margin_mm;
    double fits = fmin((sheet.width - 2 * margin) / narrowest, (sheet.height - 2 * margin) / lowest);
    if (fits < 1)
        return annals_fail(error, ANNALS_ARGUMENT,
                           "the pages have too little room for text; take another paper or margin");
    if (sheet.width > longest || sheet.height > longest)
        return annals_fail(error, ANNALS_ARGUMENT, "no PDF has pages that large; take another paper");
    shrink_to(s, fits);
    s->page = (page_setting){{sheet.width / s->zoom, sheet.height / s->zoom}, margin / s->zoom};
    s->poster = sqrt(sheet.width * sheet.height) > largest_page && !(s->options.font_size > 0);
    return ANNALS_OK;
}

/* Lengths become those of the layout, which is drawn larger. */
static annals_status check_sizes(drawing *s, annals_error *error) {
    static const double good_width = 100, largest_size = 72;
    annals_render_options *o = &s->options;
    paper sheet = {0};
    s->figure_page = o->paper && !strcmp(o->paper, "figure");
    if (!s->figure_page && !paper_find(o->paper, &sheet))
        return refuse(error, "paper", o->paper, annals_render_papers());
    double larger = s->on_paper ? fmax(1, sqrt(sheet.width * sheet.height) / largest_page) : 1, size = o->font_size;
    if (!in_range(&size, fmin(largest_size, default_size * larger), default_size, largest_size))
        return annals_fail(error, ANNALS_ARGUMENT, "text cannot be that small or large; take 9.5 to 72 points");
    s->zoom = size / default_size;
    if (!in_range(&o->width_mm, fmin(most_width, fmax(default_width, good_width * s->zoom)), least_width, most_width))
        return annals_fail(error, ANNALS_ARGUMENT, "a figure cannot be that narrow or wide; take 60 to 2000 mm");
    shrink_to(s, o->width_mm / least_width);
    if (o->height_mm > 0 && (o->height_mm < 40 || o->height_mm > most_width))
        return annals_fail(error, ANNALS_ARGUMENT, "a figure cannot be that low or high; take 40 to 2000 mm");
    annals_status status = check_margin(s, sheet, larger, error);
    if (status == ANNALS_OK) status = check_page(s, sheet, error);
    if (status != ANNALS_OK) return status;
    if (!in_range(&o->dpi, default_dpi, 20, 2400))
        return annals_fail(error, ANNALS_ARGUMENT, "a resolution cannot be that low or high; take 20 to 2400 dpi");
    o->width_mm /= s->zoom;
    o->height_mm /= s->zoom;
    return ANNALS_OK;
}

static annals_status check_options(drawing *s, annals_error *error) {
    annals_status status = check_names(s, error);
    if (status == ANNALS_OK) status = check_font(s, error);
    return status == ANNALS_OK ? check_sizes(s, error) : status;
}

static void warn_of_font(const drawing *s) {
    const annals_render_options *o = &s->options;
    char message[200];
    if (!o->warn || !o->font || text_setter_has_font(s->setter, o->font)) return;
    snprintf(message, sizeof message, "no font called '%s' is installed, and another takes its place", o->font);
    o->warn(o->context, message);
}

void drawing_close(drawing *s) {
    text_setter_free(s->setter);
    pool_free(&s->pool);
    if (s->plain == (locale_t)0) return;
    uselocale(s->before);
    freelocale(s->plain);
}

annals_status drawing_open(drawing *s, const annals_chronology *chronology, const annals_render_options *options,
                           bool on_paper, annals_error *error) {
    *s = (drawing){.chronology = chronology, .on_paper = on_paper, .wider = 1};
    if (options) s->options = *options;
    s->words.pool = &s->pool;
    annals_status status = check_options(s, error);
    if (status != ANNALS_OK) {
        pool_free(&s->pool);
        return status;
    }
    s->plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (s->plain == (locale_t)0) return no_memory(error);
    s->before = uselocale(s->plain);
    s->setter = text_setter_new(&s->theme);
    if (s->setter) warn_of_font(s);
    s->title = text_clean(&s->pool, annals_title(chronology));
    if (s->title.data && (!s->title.length || text_same(s->title, annals_said(NULL, "headings", HEADING_CHRONOLOGY))))
        s->title = words_heading(&s->words, HEADING_CHRONOLOGY);
    if (s->setter && s->title.data && order_events(&s->pool, chronology, s->options.citations, s->colours, &s->order))
        return ANNALS_OK;
    drawing_close(s);
    return no_memory(error);
}
