/* page.c: the pieces of the pages once more, as HTML: headings, and entries as items of lists.  What the program on the
 * page searches and filters by stands in the items. */
#include "page.h"

#include <stdlib.h>
#include <string.h>

typedef struct writer {
    buffer *out;
    const screen_page *page;
    bool section, list, item;
    size_t item_number;
} writer;

static void put(writer *w, const char *text) {
    buffer_string(w->out, text);
}

static void put_text(writer *w, annals_text text) {
    buffer_escaped(w->out, text);
}

/* A word of the language tables. */
static void put_said(writer *w, const char *name, int n) {
    put_text(w, annals_said(w->page->say->phrasing.language, name, n));
}

/* The words that the language tables have under "controls". */
typedef enum control_word {
    CONTROL_SKIP,
    CONTROL_FILTERS,
    CONTROL_SEARCH,
    CONTROL_KIND,
    CONTROL_SOURCE,
    CONTROL_NAME,
    CONTROL_ALL,
    CONTROL_SHOW_ALL,
    CONTROL_SHOWN,
    CONTROL_ZOOM,
    CONTROL_LARGER,
    CONTROL_SMALLER,
    CONTROL_WHOLE,
    CONTROL_HOW,
    CONTROL_CATEGORY
} control_word;

/* `before`, such a word, `after`. */
static void put_control(writer *w, const char *before, control_word word, const char *after) {
    put(w, before);
    put_said(w, "controls", (int)word);
    put(w, after);
}

/* ------------------------------------------------------------------ head */

static void put_variable(writer *w, const theme *look, const char *name, colour c) {
    put(w, name);
    buffer_hex(w->out, look->colours[c], 6);
}

static void put_colours(writer *w, const theme *look) {
    bool dark = look->colours[COLOUR_PAPER] < 0x808080;
    put_variable(w, look, "{--paper:#", COLOUR_PAPER);
    put_variable(w, look, ";--ink:#", COLOUR_INK);
    put_variable(w, look, ";--muted:#", COLOUR_MUTED);
    put_variable(w, look, ";--leader:#", COLOUR_LEADER);
    put_variable(w, look, ";--rule:#", COLOUR_RULE);
    put_variable(w, look, ";--mark:#", COLOUR_OCCURRENCE);
    put_variable(w, look, ";--tint:#", COLOUR_OCCURRENCE_TINT);
    put(w, dark ? ";--scheme:dark" : ";--scheme:light");
}

static void put_style(writer *w) {
    const theme *look = w->page->look;
    put(w, "<style>\n:root");
    put_colours(w, look);
    put(w, ";--sans:");
    put(w, look->families[FAMILY_SANS]);
    put(w, ";--serif:");
    put(w, look->families[FAMILY_SERIF]);
    put(w, "}\n");
    if (w->page->dark) {
        put(w, "@media(prefers-color-scheme:dark){:root");
        put_colours(w, w->page->dark);
        put(w, "}}\n");
    }
    put(w, page_style());
    put(w, "</style>\n");
}

static void put_head(writer *w) {
    put(w, "<!DOCTYPE html>\n<html lang=\"");
    put(w, w->page->say->phrasing.language);
    put(w, "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';style-src 'unsafe-inline';"
           "script-src 'unsafe-inline'\">\n<meta name=\"generator\" content=\"annals " ANNALS_VERSION
           "\">\n<meta name=\"description\" content=\"");
    put_text(w, w->page->description);
    put(w, "\">\n<title>");
    put_text(w, w->page->title);
    put(w, "</title>\n");
    put_style(w);
    put_control(w, "</head>\n<body>\n<a class=\"skip\" href=\"#entries\">", CONTROL_SKIP, "</a>\n");
}

/* ------------------------------------------------------------------ search and filters */

static const char *const kind_names[] = {[ANNALS_OCCURRENCE] = "event",
                                         [ANNALS_DOCUMENT] = "document",
                                         [ANNALS_PLAN] = "planned",
                                         [ANNALS_CITATION] = "citation"};

static void open_option(writer *w, const char *value) {
    put(w, "<option value=\"");
    put(w, value);
    put(w, "\">");
}

static void close_option(writer *w) {
    put(w, "</option>");
}

/* A choice that begins with all of them. */
static void open_choice(writer *w, control_word label, const char *name) {
    put_control(w, "<label>", label, " <select name=\"");
    put(w, name);
    put_control(w, "\"><option value=\"\">", CONTROL_ALL, "</option>");
}

static void put_kinds(writer *w) {
    const pages *all = w->page->pages;
    bool used[ANNALS_CITATION + 1] = {false};
    for (size_t i = 0; i < all->piece_count; i++)
        if (all->pieces[i].event) used[all->pieces[i].event->kind] = true;
    open_choice(w, CONTROL_KIND, "kind");
    for (int i = 0; i <= ANNALS_CITATION; i++) {
        if (!used[i]) continue;
        open_option(w, kind_names[i]);
        put_said(w, "kinds", i);
        close_option(w);
    }
    put(w, "</select></label>\n");
}

static void put_sources(writer *w) {
    size_t count;
    const annals_document *documents = annals_documents(w->page->chronology, &count);
    open_choice(w, CONTROL_SOURCE, "source");
    for (size_t i = 0; i < count; i++) {
        put(w, "<option value=\"");
        buffer_integer(w->out, (int64_t)i + 1);
        put(w, "\">");
        put_text(w, documents[i].title.length ? documents[i].title : text_file_name(documents[i].source));
        close_option(w);
    }
    put(w, "</select></label>\n");
}

/* The program of the page knows which categories and names there are. */
static void put_choices(writer *w) {
    const pages *all = w->page->pages;
    bool categories = false, names = false;
    for (size_t i = 0; i < all->piece_count; i++) {
        const annals_event *e = all->pieces[i].event;
        if (e) categories |= e->category.length > 0, names |= e->tag_count > 0;
    }
    if (categories) open_choice(w, CONTROL_CATEGORY, "category"), put(w, "</select></label>\n");
    if (!names) return;
    put_control(w, "<label>", CONTROL_NAME, " <input name=\"name\" list=\"names\" autocomplete=\"off\"></label>");
    put(w, "<datalist id=\"names\"></datalist>\n");
}

static size_t count_entries(const pages *all) {
    size_t count = 0;
    for (size_t i = 0; i < all->piece_count; i++) count += all->pieces[i].event != NULL;
    return count;
}

static void put_controls(writer *w) {
    put_control(w, "<form role=\"search\" aria-label=\"", CONTROL_FILTERS, "\" hidden>\n<label>");
    put_control(w, "", CONTROL_SEARCH, " <input type=\"search\" name=\"search\" autocomplete=\"off\"></label>\n");
    put_kinds(w);
    put_sources(w);
    put_choices(w);
    put_control(w, "<button type=\"reset\">", CONTROL_SHOW_ALL, "</button>\n");
    put(w, "<output data-all=\"");
    put_text(w, words_count(w->page->say, count_entries(w->page->pages), "events"));
    put_control(w, "\" aria-label=\"", CONTROL_SHOWN, "\"></output>\n</form>\n");
}

void put_view(buffer *b, double wide, bool hidden) {
    buffer_string(b, "<div data-wide=\"");
    buffer_number(b, wide, 3);
    buffer_string(b, hidden ? "\" hidden>" : "\">");
}

static void put_figure(writer *w) {
    put(w, "<section aria-label=\"");
    put_said(w, "headings", HEADING_TIMELINE);
    put_control(w, "\">\n<div class=\"zoom\" role=\"group\" aria-label=\"", CONTROL_ZOOM, "\" hidden>");
    put_control(w, "<button type=\"button\" data-zoom=\"1\" aria-label=\"", CONTROL_LARGER, "\">+</button>");
    put_control(w, "<button type=\"button\" data-zoom=\"-1\" aria-label=\"", CONTROL_SMALLER, "\">−</button>");
    put_control(w, "<button type=\"button\" data-zoom=\"0\">", CONTROL_WHOLE, "</button></div>\n");
    put_control(w, "<div id=\"view\" tabindex=\"0\" role=\"group\" aria-label=\"", CONTROL_HOW, "\">\n");
    buffer_text(w->out, w->page->svg);
    put(w, "</div>\n</section>\n");
}

/* ------------------------------------------------------------------ entries */

static void close_item(writer *w) {
    if (w->item) put(w, "</li>\n");
    w->item = false;
}

static void close_section(writer *w) {
    close_item(w);
    if (w->list) put(w, "</ol>\n");
    if (w->section) put(w, "</section>\n");
    w->list = w->section = false;
}

static void put_id(writer *w, const char *anchor) {
    if (!anchor) return;
    put(w, " id=\"");
    put(w, anchor);
    put(w, "\"");
}

/* Its first and its last day, where they are known. */
static void put_days(writer *w, const annals_when *when) {
    const annals_bound ends[] = {when->begin.earliest, when->end.latest};
    put(w, "\" data-when=\"");
    for (int i = 0; i < 2; i++) {
        char iso[ANNALS_BOUND_SIZE];
        if (!annals_bound_known(ends[i]) || (i && ends[0].day == ends[1].day)) continue;
        put(w, i ? " " : "");
        put(w, annals_bound_iso((annals_bound){.day = ends[i].day, .state = ANNALS_BOUND_DAY}, iso));
    }
}

/* The numbers of its sources, its days, its category and its names. */
static void put_data(writer *w, const annals_event *event) {
    put(w, " data-kind=\"");
    put(w, kind_names[event->kind]);
    put(w, "\" data-sources=\"");
    for (size_t i = 0; i < event->source_count; i++) {
        if (i) put(w, " ");
        buffer_integer(w->out, (int64_t)event->sources[i].document + 1);
    }
    put_days(w, event->when);
    put(w, "\" data-category=\"");
    put_text(w, event->category);
    put(w, "\" data-names=\"");
    for (size_t i = 0; i < event->tag_count; i++) {
        if (i) put(w, "|");
        put_text(w, event->tags[i].name);
    }
    put(w, "\"");
}

static void open_item(writer *w, const page_piece *p) {
    if (w->item && w->item_number == p->item) return;
    close_item(w);
    if (!w->section) put(w, "<section>\n");
    if (!w->list) put(w, "<ol role=\"list\">\n");
    put(w, "<li");
    put_id(w, p->anchor);
    if (p->event) put_data(w, p->event);
    put(w, ">");
    w->section = w->list = w->item = true;
    w->item_number = p->item;
}

static void put_heading(writer *w, const page_piece *p, const page_piece *next) {
    close_section(w);
    put(w, "<section>\n<h2");
    put_id(w, p->anchor);
    put(w, ">");
    put_text(w, text_of_block(p->block));
    if (next && next->kind == PIECE_WEEKDAY) {
        put(w, " <span>");
        put_text(w, text_of_block(next->block));
        put(w, "</span>");
    }
    put(w, "</h2>\n");
    w->section = true;
}

static void put_element(writer *w, const char *begin, const page_piece *p, const char *end) {
    if (!p->block || !p->block->count) return;
    put(w, begin);
    if (p->link) put(w, "<a href=\"#"), put(w, p->link), put(w, "\">");
    put_text(w, text_of_block(p->block));
    put(w, p->link ? "</a>" : "");
    put(w, end);
}

static void put_kind(writer *w, const annals_event *event) {
    if (!event || event->kind == ANNALS_OCCURRENCE) return;
    put(w, "<p class=\"kind\">");
    put_said(w, "kinds", (int)event->kind);
    put(w, "</p>");
}

/* The words of an account among which is its headline, in one line: those that go on after others, and those after
 * which others go on. */
static void put_words(writer *w, const page_piece *p, const page_piece *next) {
    bool entry = p->kind == PIECE_ENTRY, goes_on = next && next->beside;
    if (p->rest) return;
    if (!p->beside && goes_on) put(w, "<div class=\"begun\">");
    if (p->beside && p->block->count && !strchr(",;:.", text_of_block(p->block).data[0])) put(w, " ");
    put_element(w, entry ? "<h3>" : "<p>", p, entry ? "</h3>" : "</p>");
    if (p->beside && !goes_on) put(w, "</div>");
}

static void put_piece(writer *w, const page_piece *p, const page_piece *next) {
    switch (p->kind) {
    case PIECE_SECTION:
    case PIECE_DAY:
        put_heading(w, p, next);
        break;
    case PIECE_TIME:
        open_item(w, p);
        put_element(w, "<p class=\"when\">", p, "</p>");
        put_kind(w, p->event);
        break;
    case PIECE_ENTRY:
    case PIECE_BODY:
        open_item(w, p);
        put_words(w, p, next);
        break;
    case PIECE_SOURCE:
        put_element(w, "<p class=\"source\">", p, "</p>");
        break;
    default:
        break;
    }
}

/* The signs are explained below the figure. */
static bool is_signs(const page_piece *p) {
    return p->kind == PIECE_SECTION && p->anchor && !strcmp(p->anchor, "signs");
}

static void put_entries(writer *w) {
    const pages *all = w->page->pages;
    put(w, "<div id=\"entries\" role=\"region\" aria-label=\"");
    put_said(w, "headings", HEADING_ENTRIES);
    put(w, "\">\n");
    for (size_t i = 0; i < all->piece_count && !is_signs(&all->pieces[i]); i++) {
        size_t next = i + 1;
        while (next < all->piece_count && all->pieces[next].rest) next++;
        put_piece(w, &all->pieces[i], next < all->piece_count ? &all->pieces[next] : NULL);
    }
    close_section(w);
    put(w, "</div>\n");
}

void put_page(buffer *b, const screen_page *page) {
    writer w = {.out = b, .page = page};
    put_head(&w);
    put(&w, "<header>\n<h1>");
    put_text(&w, page->title);
    put(&w, "</h1>\n<p class=\"about\">");
    put_text(&w, page->description);
    put(&w, "</p>\n</header>\n");
    put_controls(&w);
    put(&w, "<main>\n");
    put_figure(&w);
    put_entries(&w);
    put(&w, "</main>\n<script>\n");
    put(&w, page_script());
    put(&w, "</script>\n</body>\n</html>\n");
}
