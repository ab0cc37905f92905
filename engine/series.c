/* series.c: how long something went on from a day: "for six weeks from 4 April 1961" and "every Tuesday for six weeks
 * from 4 April 1961" are of the days up to the last of those weeks, and "each year on 5 May 1950 to 1955" of that day
 * of all these years. */
#include "civil.h"
#include "language.h"
#include "teller.h"
#include "text.h"
#include "when.h"

#include <string.h>

enum { CLOSE = 24 /* bytes between two mentions that belong together */ };

static bool same_sentence(const analysis *x, size_t raw, size_t other) {
    return x->sentence_of.items[raw] == x->sentence_of.items[other];
}

/* "Every Tuesday", "the first Tuesday of each month", and not "twice a week". */
static bool is_series(const expr *e) {
    return e->kind == EXPR_SET && !e->rate && e->unit >= UNIT_DAY;
}

/* Of days, weeks, months or years, and exactly so long. */
static bool is_length(const expr *e) {
    bool unit = e->unit == UNIT_DAY || e->unit == UNIT_WEEK || e->unit == UNIT_MONTH || e->unit == UNIT_YEAR;
    bool plain = !e->hundredths && !e->months && !e->of && e->base == BASE_NONE && e->quantity == QUANTITY_EXACT;
    return e->kind == EXPR_DURATION && unit && plain && !e->approximate && e->count > 0 && e->count != COUNT_UNKNOWN;
}

/* "six weeks from 4 April", "six weeks, beginning on 4 April" */
static bool runs_from(const analysis *x, size_t length, size_t raw) {
    const grammar *g = x->grammar;
    size_t from = x->raws.items[length].end, until = x->raws.items[raw].start, start, end;
    bool leads = false;
    if (until < from || until - from > CLOSE || text_find_any(x->text, from, until, ".;:()") < until) return false;
    for (size_t at = from; text_word(x->text, at, &start, &end) && start < until; at = end) {
        annals_text word = text_slice(x->text, start, end);
        leads |= in_context(g, word, CONTEXT_RANGE_LEAD) || has_role(g, word, ROLES_OF(ROLE_SINCE, ROLE_OUTSET));
    }
    return leads;
}

/* "sechs Wochen lang" */
static bool lasts_behind(const analysis *x, size_t length) {
    size_t start, end;
    bool word = text_word(x->text, x->raws.items[length].end, &start, &end);
    return word && has_role(x->grammar, text_slice(x->text, start, end), ROLE_FOR);
}

/* "for six weeks", "for the six weeks": it lasted so long, be it that something came again or not. */
static bool lasts(const analysis *x, size_t length) {
    enum { NEAR = 40 /* bytes */ };
    size_t until = x->raws.items[length].start, start, end;
    bool for_it = false;
    for (size_t at = until > NEAR ? until - NEAR : 0; text_word(x->text, at, &start, &end) && end <= until; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (!in_context(x->grammar, word, CONTEXT_DETERMINER)) for_it = has_role(x->grammar, word, ROLE_FOR);
    }
    return for_it || lasts_behind(x, length);
}

/* What comes again stands right before its length, or behind the day in the same run of words. */
static bool has_series(const analysis *x, size_t length, size_t raw) {
    const raw_mention *m = x->raws.items;
    if (length && same_sentence(x, length - 1, raw) && is_series(m[length - 1].expr))
        return m[length].start - m[length - 1].end <= CLOSE;
    return series_behind(x, raw);
}

bool series_behind(const analysis *x, size_t raw) {
    enum { LONGEST = 60 /* bytes */ };
    const raw_mention *m = &x->raws.items[raw];
    if (raw + 1 >= x->raws.count || !same_sentence(x, raw, raw + 1) || !is_series(m[1].expr)) return false;
    size_t from = m->end, until = m[1].start, start, end;
    if (until < from || until - from > LONGEST || text_find_any(x->text, from, until, ",.;:()") < until) return false;
    for (size_t at = from; text_word(x->text, at, &start, &end) && start < until; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_JOINER)) return false;
    return true;
}

static int64_t last_day(const expr *length, int64_t first) {
    enum { WEEK = 7, MOST = 10000, MONTHS = 12 };
    int64_t count = length->count < MOST ? length->count : MOST;
    if (length->unit == UNIT_DAY) return first + count - 1;
    if (length->unit == UNIT_WEEK) return first + count * WEEK - 1;
    return civil_add_months(first, length->unit == UNIT_YEAR ? count * MONTHS : count) - 1;
}

/* One day; or one from which something goes on: "ab dem 4. April". */
static bool is_outset(const annals_when *day) {
    const annals_bound *first = &day->begin.earliest, *end = &day->end.latest;
    bool open = end->state == ANNALS_BOUND_OPEN && text_ends(day->edtf, "/..") && day->begin.latest.day == first->day;
    bool one = open || (annals_bound_known(*end) && first->day == end->day);
    return day->granularity == ANNALS_DAY && annals_bound_known(*first) && one && !day->uncertain && !day->approximate;
}

bool take_series(teller *t, size_t raw) {
    const analysis *x = t->x;
    const raw_mention *m = &x->raws.items[raw];
    const annals_when *day = t->said.when;
    if (!is_outset(day) || !raw || !same_sentence(x, raw - 1, raw)) return true;
    if (!is_length(m[-1].expr) || !runs_from(x, raw - 1, raw) || !(lasts(x, raw - 1) || has_series(x, raw - 1, raw)))
        return true;
    annals_when first = *day, last, *joined = arena_alloc(&t->c->arena, sizeof *joined);
    annals_timex timex;
    expr e = blank_expr;
    e.kind = EXPR_POINT;
    set_date(&e, last_day(m[-1].expr, day->begin.earliest.day));
    if (text_ends(first.edtf, "/..")) first.edtf.length -= strlen("/..");
    t->said.when = joined;
    return joined && when_point(&t->c->arena, &e, &last, &timex) && when_range(&t->c->arena, &first, &last, joined);
}

/* ---------------------------------------------------------------- a day of several years */

static bool is_yearly(const expr *e) {
    return is_series(e) && e->unit == UNIT_YEAR && e->count == 1 && e->month == UNSET && e->season == UNSET;
}

static bool is_bare_year(const expr *e) {
    return e->kind == EXPR_POINT && e->year != UNSET && !e->base && e->month == UNSET && e->season == UNSET &&
           e->quarter == UNSET && !e->third && !e->of;
}

static bool is_full_day(const expr *e) {
    return e->kind == EXPR_POINT && e->year != UNSET && e->month != UNSET && e->day != UNSET && !e->base && !e->of &&
           e->hour == UNSET && !e->part && e->last_day == UNSET && !e->shift && !e->short_year;
}

/* Where the year begins that ends the mention; its end where it does not. */
static size_t year_in(const analysis *x, const raw_mention *m) {
    enum { DIGITS = 4 };
    bool digits = m->end - m->start > DIGITS;
    for (size_t i = m->end - DIGITS; digits && i < m->end; i++) digits = is_digit((unsigned char)x->text.data[i]);
    return digits ? m->end - DIGITS : m->end;
}

/* Only a word or two part them: "each year on 5 May". */
static bool leads_to_day(const analysis *x, const raw_mention *set) {
    enum { LONGEST = 12 /* bytes */ };
    return set[1].start - set->end <= LONGEST &&
           text_find_any(x->text, set->end, set[1].start, ".;:()") == set[1].start;
}

/* The day goes to what comes each year, and the years remain. */
static bool part_day(analysis *x, raw_mention *set, arena *a) {
    const expr *range = set[1].expr;
    size_t year = year_in(x, &set[1]), end = year;
    while (end > set[1].start && byte_in(x->text.data[end - 1], " ,")) end--;
    if (year == set[1].end || end == set[1].start) return true;
    expr *yearly = arena_copy(a, set->expr, 1, sizeof *yearly), *from = arena_copy(a, &blank_expr, 1, sizeof *from),
         *years = arena_copy(a, range, 1, sizeof *years);
    if (!yearly || !from || !years) return false;
    yearly->month = range->from->month;
    yearly->day = range->from->day;
    from->kind = EXPR_POINT;
    from->year = range->from->year;
    years->from = from;
    set->end = end;
    set->expr = yearly;
    set[1].start = year;
    set[1].expr = set[2].expr = years;
    return true;
}

bool series_find(analysis *x, size_t first, arena *a) {
    for (size_t i = first; i + 2 < x->raws.count; i++) {
        raw_mention *m = &x->raws.items[i];
        if (!is_yearly(m->expr) || m[1].range != ANNALS_RANGE_BEGIN || m[1].expr->kind != EXPR_RANGE) continue;
        bool years = is_full_day(m[1].expr->from) && is_bare_year(m[1].expr->to);
        if (years && leads_to_day(x, m) && !part_day(x, m, a)) return false;
    }
    return true;
}
