/* era.c: the years of antiquity that do not say their era.  "Caesar was born in 100 BC.  In 81 he left Rome": where a
 * text counts before Christ it goes on so, and numbers are years that would be none elsewhere. */
#include "stages.h"
#include "text.h"

enum {
    FIRST_OF_FOUR_DIGITS = 1000,
    LEAPS = 200, /* years that a text goes on without a doubt */
    CLOSE = 3    /* blocks within which a number of two digits may be a year */
};

/* How the text counts, as far as it is read. */
typedef struct counting {
    int32_t before_christ; /* the year that was said last; 0: one after Christ, or none */
    size_t block;          /* of the last year of antiquity; SIZE_MAX: there was none */
} counting;

/* The first year before Christ of what says that era; 0: it does not. */
static int32_t said_before_christ(const expr *e) {
    if (e->kind == EXPR_RANGE) {
        bool life = e->to->era >= 0; /* "63 BC - AD 14": its story begins with the first */
        return said_before_christ(life ? e->from : e->to);
    }
    if (e->kind != EXPR_POINT || e->era >= 0) return 0;
    if (e->year != UNSET) return e->year;
    if (e->decade != UNSET) return (e->decade + 1) * 10;
    return e->century != UNSET ? e->century * 100 : e->millennium != UNSET ? e->millennium * 1000 : 0;
}

static bool is_year_of_antiquity(const expr *e) {
    return e->kind == EXPR_POINT && e->year != UNSET && e->year > 0 && e->year < FIRST_OF_FOUR_DIGITS && !e->base;
}

/* The year of an expression that says no era; of a range the first; UNSET: there is none. */
static int32_t bare_year(const expr *e) {
    if (e->kind == EXPR_RANGE)
        return e->from->era || e->to->era || !is_year_of_antiquity(e->to) ? UNSET : bare_year(e->from);
    return is_year_of_antiquity(e) && !e->era && (e->last_day == UNSET || e->month != UNSET) ? e->year : UNSET;
}

static bool counts_down(const expr *e) {
    return e->kind == EXPR_RANGE && bare_year(e) != UNSET && e->to->year < e->from->year;
}

/* "2 September 44", and neither "'44" nor "2.9.44" */
static bool has_plain_words(annals_text words) {
    return text_find_any(words, 0, words.length, "'/.-") == words.length &&
           text_find(words, "\xE2\x80\x99", 0) == SIZE_MAX;
}

/* The year before Christ that its sentence says behind a mention: "in 58, and again in 55 BC"; 0: none. */
static int32_t era_behind(const analysis *x, size_t raw) {
    enum { TRIED = 6 };
    for (size_t i = raw + 1; i < x->raws.count && i <= raw + TRIED; i++) {
        if (x->sentence_of.items[i] != x->sentence_of.items[raw]) return 0;
        if (x->raws.items[i].expr != x->raws.items[raw].expr && said_before_christ(x->raws.items[i].expr))
            return said_before_christ(x->raws.items[i].expr);
    }
    return 0;
}

/* What a year that says no era is. */
typedef enum era_guess { BEFORE_CHRIST, LIKELY_BEFORE, LIKELY_AFTER, AFTER_CHRIST } era_guess;

/* The years of "the fifth century", "the third millennium", where no era is said and they are so few that they may be
 * before Christ; 0: it is no such. */
static int32_t years_of_bare(const expr *e) {
    enum { MOST = 10, CENTURY = 100, MILLENNIUM = 1000 };
    if (e->kind != EXPR_POINT || e->year != UNSET || e->decade != UNSET || e->era || e->base) return 0;
    if (e->century != UNSET) return e->century <= MOST && !e->century_unsure ? CENTURY : 0;
    return e->millennium != UNSET && e->millennium <= MOST ? MILLENNIUM : 0;
}

/* Where the text stands before Christ: years go on counting down, and back to those that are much nearer so. */
static era_guess guess_era(int32_t stands, int32_t year) {
    enum { SURE = 5, LIKELY = 3, OPEN = 2 }; /* times as near */
    int32_t back = year - stands, after = year + stands;
    if (!stands) return AFTER_CHRIST;
    if (back <= 0) return -back <= LEAPS ? BEFORE_CHRIST : LIKELY_BEFORE;
    return SURE * back <= after     ? BEFORE_CHRIST
           : LIKELY * back <= after ? LIKELY_BEFORE
           : OPEN * back <= after   ? LIKELY_AFTER
                                    : AFTER_CHRIST;
}

/* Centuries and millennia go on counting down likewise.  The first may be either, and whether the story goes back to an
 * earlier one is never sure. */
static era_guess guess_count(int32_t stands, int32_t number, int32_t years) {
    if (!stands) return AFTER_CHRIST;
    int32_t last = (number - 1) * years + 1;
    era_guess guess = guess_era(stands, last);
    return guess == BEFORE_CHRIST && (last > stands || number == 1) ? LIKELY_BEFORE : guess;
}

/* "In 58, and again in 55 BC" says it for both. */
static era_guess era_of(const counting *t, const analysis *x, size_t raw, int32_t year) {
    int32_t behind = era_behind(x, raw);
    bool said = behind && year >= behind && year - behind <= LEAPS;
    return said ? BEFORE_CHRIST : guess_era(t->before_christ, year);
}

static void put_era(expr *e, era_guess era) {
    if (era <= LIKELY_BEFORE) {
        e->era = -1;
        e->era_carried = true;
    }
    e->short_year = e->ancient = false;
    e->uncertain |= era == LIKELY_BEFORE || era == LIKELY_AFTER;
}

/* A copy of an expression that says the era; null when memory runs out. */
static const expr *with_era(arena *a, const expr *e, era_guess era) {
    expr *own = arena_copy(a, e, 1, sizeof *e);
    if (!own) return NULL;
    own->ancient = false;
    if (e->kind != EXPR_RANGE) {
        put_era(own, era);
        return own;
    }
    own->from = with_era(a, e->from, era);
    own->to = with_era(a, e->to, era);
    return own->from && own->to ? own : NULL;
}

/* Both mentions of a range hold the same expression. */
static void put_expr(analysis *x, size_t raw, const expr *e) {
    raw_mention *m = &x->raws.items[raw];
    if (m->range == ANNALS_RANGE_BEGIN && raw + 1 < x->raws.count) m[1].expr = e;
    m->expr = e;
}

/* Is a number of two digits, which elsewhere is none or one of our time, a year of antiquity? */
static bool may_be_old(const counting *t, const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    if (!m->expr->ancient && !m->expr->short_year) return true;
    bool near = t->block != SIZE_MAX && block_of_raw(x, raw) - t->block <= CLOSE;
    return (near || era_behind(x, raw)) && has_plain_words(text_slice(x->text, m->start, m->end));
}

static bool carry_one(annals_chronology *c, analysis *x, counting *t, size_t raw) {
    raw_mention *m = &x->raws.items[raw];
    size_t in = block_of_raw(x, raw);
    int32_t year = bare_year(m->expr), told = said_before_christ(m->expr);
    bool old = year != UNSET && may_be_old(t, x, raw);
    int32_t years = years_of_bare(m->expr);
    int32_t number = m->expr->century != UNSET ? m->expr->century : m->expr->millennium;
    era_guess era = old ? era_of(t, x, raw, year) : years ? guess_count(t->before_christ, number, years) : AFTER_CHRIST;
    if (year != UNSET) x->blocks.items[in].twin = 0; /* what stands before it counts */
    m->lost = (m->expr->ancient && !old) || (counts_down(m->expr) && era > LIKELY_BEFORE);
    if (era != AFTER_CHRIST && !m->lost) {
        const expr *e = with_era(&c->arena, m->expr, era);
        if (!e) return false;
        put_expr(x, raw, e);
        told = said_before_christ(e);
    }
    bool after = m->expr->era > 0 && (is_year_of_antiquity(m->expr) || m->expr->century != UNSET);
    bool said = told || (old && !m->expr->short_year) || after;
    if (m->lost || !said) return true;
    t->before_christ = told;
    t->block = in;
    return true;
}

bool carry_era(annals_chronology *c, analysis *x) {
    counting t = {.block = SIZE_MAX};
    for (size_t i = 0; i < x->raws.count; i++) {
        bool again = x->raws.items[i].range == ANNALS_RANGE_END && i;
        await_mention(x, i + PASS_AHEAD);
        if (again) x->raws.items[i].lost = x->raws.items[i - 1].lost;
        else if (!carry_one(c, x, &t, i)) return false;
    }
    return true;
}
