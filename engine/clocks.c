/* clocks.c: four figures that are a clock where the text writes clocks so: "at 0600 they met ... from 1430 to 1510",
 * "0800: The gate opens ... 1840: The car is back", and no years of long ago. */
#include "language.h"
#include "stages.h"
#include "tense.h"
#include "text.h"

enum { FIGURES = 4, FAR = 100 /* years */ };

/* What a text tells of how it writes clocks, and of which years it is. */
typedef struct figures {
    bool clocks; /* of four figures */
    int32_t first, last;
} figures;

static bool in_figures(const analysis *x, const raw_mention *m) {
    size_t at = m->start;
    while (at < m->end && at - m->start < FIGURES && is_digit((unsigned char)x->text.data[at])) at++;
    return at - m->start == FIGURES;
}

static void note_figures(const analysis *x, const raw_mention *m, figures *f) {
    const expr *e = m->expr;
    if (e->kind == EXPR_RANGE) e = e->from;
    if (e->kind != EXPR_POINT) return;
    f->clocks |= e->half == HALF_COUNTED && e->hour != UNSET && in_figures(x, m);
    if (e->year == UNSET || e->month == UNSET || e->short_year || e->era < 0) return;
    if (e->year < f->first) f->first = e->year;
    if (e->year > f->last) f->last = e->year;
}

static bool is_bare_year(const expr *e) {
    return e->kind == EXPR_POINT && e->year != UNSET && e->month == UNSET && e->season == UNSET && !e->base &&
           !e->short_year && !e->era && !e->third && e->hour == UNSET && !e->of;
}

/* A year of none of those times that may be a clock. */
static bool may_be_clock(const figures *f, int32_t year) {
    enum { HUNDRED = 100, HOURS = 24, MINUTES = 60 };
    if (year / HUNDRED >= HOURS || year % HUNDRED >= MINUTES) return false;
    return year < f->first - FAR || year > f->last + FAR;
}

/* Null when memory runs out. */
static const expr *clock_of(arena *a, int32_t year) {
    enum { HUNDRED = 100 };
    expr *e = arena_copy(a, &blank_expr, 1, sizeof *e);
    if (!e) return NULL;
    e->hour = year / HUNDRED;
    e->minute = year % HUNDRED;
    e->half = HALF_COUNTED;
    return e;
}

/* Of "1430 to 1510", which has been read as years, what it says as clocks; null when memory runs out. */
static const expr *clocks_of(arena *a, const expr *years) {
    if (years->last_day == UNSET) return clock_of(a, years->year);
    expr *e = arena_copy(a, &blank_expr, 1, sizeof *e);
    if (!e) return NULL;
    e->kind = EXPR_RANGE;
    e->from = clock_of(a, years->year);
    e->to = clock_of(a, years->last_day);
    return e->from && e->to ? e : NULL;
}

/* "3 May. 1010 moored in the roads" */
static bool follows_day(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    return raw && m->start == m[-1].end + 2 && x->text.data[m[-1].end] == '.' && m[-1].expr->day != UNSET;
}

/* "3 May. Fog. 1010 moored in the roads": a sentence of what is told below a day that opens its paragraph. */
static bool heads_entry(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    size_t index = block_of_raw(x, raw), first = x->first_raw.items[index], start, end;
    const expr *day = x->raws.items[first].expr;
    if (raw == first || x->raws.items[first].start != x->blocks.items[index].body) return false;
    if (day->kind != EXPR_POINT || day->day == UNSET || day->hour != UNSET) return false;
    if (m->end - m->start != FIGURES || m->end >= x->text.length || x->text.data[m->end] != ' ') return false;
    if (!follows_day(x, raw) && x->sentences.items[x->sentence_of.items[raw]].start != m->start) return false;
    return text_word(x->text, m->end, &start, &end) && start == m->end + 1 &&
           !is_digit((unsigned char)x->text.data[start]);
}

/* "1840: Orme lands" */
static bool heads_telling(const analysis *x, const raw_mention *m) {
    size_t before = m->start, next;
    if (m->end - m->start != FIGURES || !text_starts(text_slice(x->text, m->end, x->text.length), ": ")) return false;
    while (before && is_space_byte(x->text.data[before - 1])) before--;
    bool opens = !before || byte_in(x->text.data[before - 1], ".;:") || x->text.data[m->start - 1] == '\n';
    return opens && m->end + 2 < x->text.length && is_upper(text_decode(x->text, m->end + 2, &next));
}

static bool is_clock(const analysis *x, const figures *f, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    const expr *e = m->expr;
    if (!is_bare_year(e) || !may_be_clock(f, e->year)) return false;
    return e->last_day == UNSET ? heads_telling(x, m) || heads_entry(x, raw)
                                : e->last_day > e->year && may_be_clock(f, e->last_day);
}

/* "On 8 November they talked from 1430 to 1510": of the clause of a day, which lasts no years. */
static bool is_of_day(const analysis *x, size_t raw) {
    enum { REACH = 80 /* bytes */ };
    size_t start, end;
    if (!raw || x->sentence_of.items[raw - 1] != x->sentence_of.items[raw]) return false;
    const raw_mention *day = &x->raws.items[raw - 1], *m = day + 1;
    const expr *e = day->expr;
    bool whole = e->kind == EXPR_POINT && (e->day != UNSET || e->weekday != UNSET) && e->hour == UNSET && !e->limit;
    if (!whole || m->expr->last_day == UNSET || m->start - day->end > REACH) return false;
    bool verb = false, before = false; /* the last word, and the one before it */
    for (size_t at = day->end; text_word(x->text, at, &start, &end) && start < m->start; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (in_context(x->grammar, word, CONTEXT_SUBORDINATE | CONTEXT_GENITIVE)) return false;
        before = verb;
        verb = in_context(x->grammar, word, CONTEXT_VERB | CONTEXT_PAST | CONTEXT_PARTICIPLE);
    }
    if (!before) return false; /* "lectured on the reign from 1430 to 1510" */
    return opens_sentence(x, raw - 1) && text_find_any(x->text, day->end, m->start, ",;:()") >= m->start;
}

/* The years that a text may tell of which says none. */
static void take_any_years(figures *f) {
    enum { EARLIEST = 1800, LATEST = 2100 };
    if (f->first <= f->last) return;
    f->first = EARLIEST;
    f->last = LATEST;
}

bool find_clocks(annals_chronology *c, analysis *x) {
    figures f = {.first = INT32_MAX, .last = INT32_MIN};
    for (size_t i = 0; i < x->raws.count; i++) note_figures(x, &x->raws.items[i], &f);
    take_any_years(&f);
    for (size_t i = 0; i < x->raws.count; i++) {
        raw_mention *m = &x->raws.items[i];
        if (m->range == ANNALS_RANGE_END || !is_clock(x, &f, i) || !(f.clocks || is_of_day(x, i) || follows_day(x, i)))
            continue;
        m->expr = clocks_of(&c->arena, m->expr);
        if (!m->expr) return false;
        if (m->range == ANNALS_RANGE_BEGIN && i + 1 < x->raws.count) m[1].expr = m->expr;
        x->blocks.items[block_of_raw(x, i)].twin = 0; /* the rest of the text counts */
    }
    return true;
}

/* "at 9 p.m. (2 p.m. New York time).  An hour later": in brackets behind a clock the same moment is told by another
 * one, and nothing counts from that. */
bool restates_clock(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    if (!raw || m->expr->kind != EXPR_POINT || m->expr->hour == UNSET || m->expr->day != UNSET) return false;
    const raw_mention *before = m - 1;
    bool clock = before->expr->kind == EXPR_POINT && before->expr->hour != UNSET;
    return clock && m->start == before->end + 2 && text_starts(text_slice(x->text, before->end, m->start), " (") &&
           m->end < x->text.length && x->text.data[m->end] == ')';
}
