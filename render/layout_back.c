/* layout_back.c: what stands after the entries: the sources and the legend; and the outline of it all. */
#include "layout_pages_parts.h"

#include "buffer.h"

#include <glib.h>
#include <string.h>

/* ------------------------------------------------------------------ sources */

/* The words of the language tables under "basis". */
enum { BASIS_OF, BASIS_NOT_KNOWN = 4 };

/* The one that the engine gives its reasons in. */
static const char usual_language[] = "en";

/* What a date was taken from, with the words quoted; nothing where the language has no words for it. */
static annals_text ground_words(flow *f, annals_text from) {
    const char *language = f->words.phrasing.language,
               *comma = from.length ? memchr(from.data, ',', from.length) : NULL;
    annals_text known = {from.data, comma ? (size_t)(comma - from.data) : from.length}, ground;
    if (!language || !strcmp(language, usual_language)) return text_clean(f->pool, from);
    for (int i = 0; (ground = annals_said(usual_language, "grounds", i)).length; i++) {
        if (!text_same(ground, known)) continue;
        bool quotes = from.length > known.length + 2 && from.data[known.length + 2] == '"';
        annals_text said = words_said(&f->words, "grounds", i),
                    rest = quotes ? (annals_text){comma, from.length - known.length} : (annals_text){"", 0};
        rest = text_clean(f->pool, rest);
        if (!said.data || !rest.data) return (annals_text){0};
        return words_join(f->pool, (const char *const[]){said.data, rest.data, NULL});
    }
    return (annals_text){"", 0};
}

/* "Its date is not known (after 19 March, which it reports)." */
static annals_text undated_words(flow *f, annals_text from) {
    annals_text words = words_said(&f->words, "basis", BASIS_NOT_KNOWN);
    if (!words.data || !from.length) return words;
    annals_text open = text_clean(f->pool, (annals_text){words.data, words.length - 1}); /* without its full stop */
    if (!open.data) return open;
    return words_join(f->pool, (const char *const[]){open.data, " (", from.data, ").", NULL});
}

/* "Of 2 November 1962", "From 27 October 1962": what begins with a small letter has its own words for how it is known.
 */
static annals_text day_words(flow *f, const annals_when *w) {
    annals_text of = words_said(&f->words, "basis", BASIS_OF), when = words_when(&f->words, w, (common_year){0});
    if (!of.data || !when.data) return (annals_text){0};
    gunichar first = g_utf8_get_char(when.data), capital = g_unichar_toupper(first);
    if (first == capital) return words_join(f->pool, (const char *const[]){of.data, " ", when.data, NULL});
    char letter[8] = "";
    g_unichar_to_utf8(capital, letter);
    return words_join(f->pool, (const char *const[]){letter, g_utf8_next_char(when.data), NULL});
}

/* "Of 2 November 1962 (as it says itself: its dateline)." */
static annals_text dated_words(flow *f, const annals_document *d, annals_text from) {
    static const int reasons[] = {[ANNALS_BASIS_STATED] = 1, [ANNALS_BASIS_OPTION] = 2, [ANNALS_BASIS_INFERRED] = 3};
    annals_text when = day_words(f, &d->when), reason = words_said(&f->words, "basis", reasons[d->basis]);
    if (!when.data || !reason.data) return (annals_text){0};
    return words_join(
        f->pool, (const char *const[]){when.data, " (", reason.data, from.length ? ": " : "", from.data, ").", NULL});
}

/* The file, unless the name says it, and the date; a table of events, which is in no language, was not written on a
 * day. */
static annals_text document_words(flow *f, const annals_document *d) {
    bool dated = annals_bound_known(d->when.begin.earliest) || annals_bound_known(d->when.end.latest),
         named = !d->title.length && d->source.length == text_file_name(d->source).length;
    annals_text source = named ? (annals_text){"", 0} : text_clean(f->pool, d->source);
    annals_text from = ground_words(f, d->basis_from);
    if (!source.data || !from.data) return (annals_text){0};
    annals_text date = dated                ? dated_words(f, d, from)
                       : d->language.length ? undated_words(f, from)
                                            : (annals_text){"", 0};
    if (!date.data) return date;
    const char *stop = source.length && date.length ? ". " : "";
    return words_join(f->pool, (const char *const[]){source.data, stop, date.data, NULL});
}

void flow_sources(flow *f) {
    size_t count;
    const annals_document *documents = annals_documents(f->chronology, &count);
    if (count && !f->failed) flow_section(f, HEADING_SOURCES, "sources");
    for (size_t i = 0; i < count && !f->failed; i++) {
        const annals_document *d = &documents[i];
        double width = f->out->column_width - TEXT_LEFT;
        annals_text title = text_clean(f->pool, d->title.length ? d->title : text_file_name(d->source));
        annals_text number = flow_source_number(f, i);
        if (f->failed || !title.data) break;
        const char *blank = number.length ? " " : "";
        title = words_join(f->pool, (const char *const[]){number.data, blank, title.data, NULL});
        const text_block *name = flow_set(f, STYLE_ENTRY, title, width);
        const text_block *body = flow_set(f, STYLE_BODY, document_words(f, d), width);
        size_t piece = f->piece_count;
        flow_lines(f, PIECE_ENTRY, name, TEXT_LEFT, 1.6, text_block_height(name), true);
        if (!f->failed && piece < f->piece_count) f->pieces[piece].anchor = flow_source_anchor(f, i);
        flow_lines(f, PIECE_BODY, body, TEXT_LEFT, 0, 0, false);
        f->items++;
    }
}

/* ------------------------------------------------------------------ legend */

static void flow_sign(flow *f, figure_sign sign, unsigned series, annals_text words) {
    static const double left = TEXT_LEFT - 5.5, indent = 1.6;
    size_t row = f->row_count;
    if (sign == SIGN_CONFLICT) { /* a letter */
        flow_piece(f, PIECE_BODY, row, left + indent, 0, flow_set(f, STYLE_BODY, annals_text_of("‡"), TEXT_LEFT));
    } else {
        page_piece *p = flow_piece(f, PIECE_SIGN, row, left, 0, NULL);
        p->sign = sign;
        p->series = series;
    }
    flow_lines(f, PIECE_BODY, flow_set(f, STYLE_BODY, words, flow_text_width(f)), TEXT_LEFT, 0, 0, false);
    f->items++;
}

/* A plain occurrence, and a bar, need no words but where sheets have them. */
static bool is_explained(const flow *f, figure_sign sign) {
    return f->signs[sign] && (sign != SIGN_OCCURRENCE || f->overview.kind == FIGURE_VERTICAL);
}

void flow_legend(flow *f) {
    unsigned count = (unsigned)f->order->series_count;
    bool any = count;
    for (size_t i = 0; i < SIGN_SERIES; i++) any |= is_explained(f, figure_sign_order[i]);
    if (any && !f->failed) flow_section(f, HEADING_SIGNS, "signs");
    for (unsigned i = 0; i < count && !f->failed; i++)
        flow_sign(f, SIGN_SERIES, i + 1, words_series(&f->words, f->order, i));
    for (size_t i = 0; i < SIGN_SERIES && !f->failed; i++) {
        figure_sign s = figure_sign_order[i];
        if (is_explained(f, s))
            flow_sign(f, s, count ? NO_SERIES : 0, words_said(&f->words, "signs", figure_sign_word(s)));
    }
}

/* ------------------------------------------------------------------ outline */

enum { FEW_HEADINGS = 12, MANY_HEADINGS = 30 };

typedef struct outliner {
    flow *flow;
    int64_t year, month;          /* of the parents made last */
    size_t year_item, month_item; /* index + 1 */
    bool years, months;
} outliner;

static void year_and_month(moment at, int64_t *year, int *month) {
    int day;
    annals_civil_of_day(at / SECONDS_A_DAY - (at % SECONDS_A_DAY < 0), year, month, &day);
}

static size_t add_item(outliner *o, annals_text name, const char *anchor, size_t parent) {
    pages *out = o->flow->out;
    out->outline[out->outline_count++] = (outline_item){name, anchor, parent};
    return out->outline_count;
}

static annals_text period_name(flow *f, moment at, bool month) {
    int64_t year;
    int number;
    year_and_month(at, &year, &number);
    annals_bound first = {.state = ANNALS_BOUND_DAY, .day = annals_day_of_civil(year, month ? number : 1, 1)};
    int64_t next_year = month && number < 12 ? year : year + 1;
    annals_bound last = {.state = ANNALS_BOUND_DAY,
                         .day = annals_day_of_civil(next_year, month && number < 12 ? number + 1 : 1, 1) - 1};
    annals_when when = {
        .begin = {first, first}, .end = {last, last}, .granularity = month ? ANNALS_MONTH : ANNALS_YEAR};
    annals_text name = words_when(&f->words, &when, (common_year){0});
    f->failed |= !name.data;
    return name;
}

static void add_heading(outliner *o, const heading *h) {
    if (h->at == INT64_MAX) {
        add_item(o, h->words, h->anchor, 0);
        return;
    }
    int64_t year;
    int month;
    year_and_month(h->at, &year, &month);
    if (o->years && (!o->year_item || year != o->year)) {
        o->year_item = add_item(o, period_name(o->flow, h->at, false), h->anchor, 0);
        o->month_item = 0;
    }
    if (o->months && (!o->month_item || month != o->month || year != o->year))
        o->month_item = add_item(o, period_name(o->flow, h->at, true), h->anchor, o->year_item);
    o->year = year;
    o->month = month;
    add_item(o, h->words, h->anchor, o->month_item ? o->month_item : o->year_item);
}

static bool several_years(const flow *f) {
    int64_t first = 0, year;
    int month;
    for (size_t i = 0; i < f->heading_count; i++) {
        if (f->headings[i].at == INT64_MAX) continue;
        year_and_month(f->headings[i].at, &year, &month);
        if (i && year != first) return true;
        first = year;
    }
    return false;
}

void flow_outline(flow *f) {
    if (f->failed) return;
    f->out->outline = POOL_ARRAY(f->pool, outline_item, f->heading_count * 3 + 1);
    f->failed |= !f->out->outline;
    if (f->failed) return;
    outliner o = {.flow = f};
    o.years = f->heading_count > FEW_HEADINGS && several_years(f);
    o.months = f->heading_count > MANY_HEADINGS;
    if (f->order->dated && f->overview.kind != FIGURE_VERTICAL && f->overview.kind != FIGURE_NONE)
        add_item(&o, words_heading(&f->words, HEADING_OVERVIEW), "overview", 0);
    for (size_t i = 0; i < f->heading_count && !f->failed; i++) add_heading(&o, &f->headings[i]);
}
