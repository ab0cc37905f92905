/* mode.c: whether a document looks to its day or to its story. */
#include "language.h"
#include "stages.h"
#include "tense.h"
#include "text.h"

/* What tells a story from a letter: a story gives the years of its dates, a letter leaves them out and speaks of
 * yesterday. */
typedef struct clues {
    size_t own_years;                                 /* that are not the document's, nor ahead of a given day */
    size_t partial;                                   /* dates without a year */
    size_t deictic;                                   /* yesterday, this morning */
    bool opened, opens_with_year, opens_with_deictic; /* by the first of them, or a weekday before it */
    bool opens_long_ago;                              /* ... with one of many years before the document */
    bool opens_with_month;                            /* ... that says the month too */
    size_t late_years, weekdays;                      /* years not so long before the document; weekdays alone */
} clues;

/* "The senator resigned Tuesday.": a story that said nothing yet has no week to count from, its writer has. */
static bool is_weekday(const expr *e) {
    return e->weekday != UNSET && e->day == UNSET && e->month == UNSET && e->year == UNSET && !e->nth;
}

/* "yesterday", and where the day of writing is given "this week", "last month", "next year"; but histories say "this
 * year" too. */
static bool counts_from_now(const expr *e, bool given) {
    if (e->base == BASE_NOW) return e->unit == UNIT_DAY;
    bool near = e->base == BASE_STORY && e->weekday == UNSET && e->count >= -1 && e->count <= 1;
    return given && near && (e->unit == UNIT_WEEK || ((e->unit == UNIT_MONTH || e->unit == UNIT_YEAR) && e->count));
}

/* "will reopen on May 3, he said Wednesday": who writes so looks to his own day. */
static bool speaks_from_now(const analysis *x, size_t raw) {
    const expr *e = x->raws.items[raw].expr;
    if (is_weekday(e)) return !e->direction && (lies_ahead(x, raw) || was_reported(x, raw));
    return e->year == UNSET && !e->base && lies_ahead(x, raw);
}

enum { MANY = 8 /* dates of a story */, SEVERAL = 5, FEW = 3, LONG_AGO = 5 /* years */, PAST = 30 /* years */ };

static clues find_clues(const analysis *x, const annals_document *d) {
    clues found = {0};
    int64_t year = UNSET;
    int month, day;
    bool now = annals_bound_known(d->when.begin.earliest), given = now && d->basis == ANNALS_BASIS_OPTION;
    if (now) annals_civil_of_day(d->when.begin.earliest.day, &year, &month, &day);
    for (size_t i = 0; i < x->raws.count; i++) {
        const expr *e = x->raws.items[i].expr;
        await_mention(x, i + PASS_AHEAD);
        block_kind kind = x->blocks.items[block_of_raw(x, i)].kind;
        if (e->kind != EXPR_POINT || kind == BLOCK_CITATION || kind == BLOCK_FURNITURE || kind == BLOCK_TABLE_ROW)
            continue;
        bool ahead = given && e->year > year; /* no story gives what is still to come */
        bool own = e->year != UNSET && !e->short_year && e->year != year && !ahead;
        bool deictic = counts_from_now(e, given), partial = !own && e->month != UNSET;
        bool weekday = now && is_weekday(e);
        deictic |= now && (partial || weekday) && speaks_from_now(x, i);
        if (!found.opened && i != x->date_raw) {
            found.opens_with_year = own;
            found.opens_with_deictic = deictic || weekday;
            found.opens_long_ago = own && now && e->year + LONG_AGO <= year;
            found.opens_with_month = own && e->month != UNSET;
        }
        found.opened |= (own || partial || deictic || weekday) && i != x->date_raw;
        found.own_years += own;
        found.late_years += e->year != UNSET && now && e->year + PAST > year;
        found.weekdays += weekday;
        found.partial += partial;
        found.deictic += deictic;
    }
    return found;
}

size_t greeting_block(const analysis *x) {
    enum { HEAD = 6 /* blocks */ };
    for (size_t i = 0; i < x->blocks.count && i < HEAD; i++) {
        const block *b = &x->blocks.items[i];
        if (greeting_of(x->grammar, text_slice(x->text, b->body, b->end)).length) return i;
    }
    return SIZE_MAX;
}

static bool greets(const analysis *x) {
    return greeting_block(x) != SIZE_MAX;
}

/* "Your loving husband," stands near its end. */
static bool closes(const analysis *x) {
    enum { FOOT = 3 /* blocks */ };
    for (size_t i = x->blocks.count; i-- > 0 && i + FOOT >= x->blocks.count;) {
        const block *b = &x->blocks.items[i];
        if (b->kind != BLOCK_PARAGRAPH && closes_letter(x->grammar, text_slice(x->text, b->start, b->end))) return true;
    }
    return false;
}

/* "died on Friday", below the day of a newspaper: he may tell a whole life after that. */
static bool speaks_of_today(const annals_document *d, const clues *c) {
    bool dated = d->basis == ANNALS_BASIS_STATED || d->basis == ANNALS_BASIS_OPTION;
    return 3 * c->deictic > c->own_years || (c->opens_with_deictic && (dated || c->own_years < MANY));
}

/* "The war broke out in October 1853.  In March": its years are long past, and nothing is told of today. */
static bool tells_of_the_past(const annals_document *d, const clues *c) {
    bool past = c->opens_long_ago && c->opens_with_month && !c->late_years;
    return d->basis == ANNALS_BASIS_OPTION && past && !c->deictic && !c->weekdays;
}

/* A document with a date of its own looks to that day, unless it is full of others. */
static bool tells_story(const analysis *x, const annals_document *d, const clues *c) {
    if (x->by_years) return !c->deictic; /* a history in years, and no diary */
    if (x->chronicle || speaks_of_today(d, c) || greets(x) || closes(x)) return false;
    if (x->opening_raw != SIZE_MAX && d->basis != ANNALS_BASIS_UNKNOWN) return false; /* a dateline opens it */
    if (tells_of_the_past(d, c)) return true;
    const size_t enough = c->opens_long_ago ? FEW : SEVERAL; /* who remembers names the year once */
    if (d->basis == ANNALS_BASIS_STATED && !(c->opens_with_year && c->own_years >= enough && !c->deictic))
        return c->own_years >= MANY && c->own_years > 2 * c->partial;
    if (c->deictic && d->basis != ANNALS_BASIS_UNKNOWN && c->own_years < MANY) return false;
    bool few = c->own_years < 3;
    if (few && !(c->opens_with_year && d->basis == ANNALS_BASIS_UNKNOWN)) return false;
    bool many = c->own_years >= MANY && !c->deictic; /* however many leave it out */
    return many || (c->opens_with_year && !c->deictic) || c->own_years * 4 > c->partial;
}

static annals_text reason_of(arena *a, const analysis *x, const annals_document *d, const clues *c) {
    if (d->mode == ANNALS_MODE_NARRATIVE)
        return arena_printf(a, "it gives the %s of %zu %s itself, as a story does", c->own_years > 1 ? "years" : "year",
                            c->own_years, c->own_years > 1 ? "dates" : "date");
    if (x->chronicle) return annals_text_of("its entries look to their own days");
    if (d->basis != ANNALS_BASIS_STATED && c->deictic && speaks_of_today(d, c))
        return arena_printf(a, "it speaks from its own day, of yesterday or of what will be, %zu %s", c->deictic,
                            c->deictic > 1 ? "times" : "time");
    if (greets(x)) return annals_text_of("it greets whom it is written to, as a letter does");
    if (closes(x)) return annals_text_of("it closes as a letter does");
    if (d->basis != ANNALS_BASIS_UNKNOWN)
        return annals_text_of("it has a date of its own, and its dates leave the year out");
    return annals_text_of("it gives few years of its own");
}

annals_status choose_mode(annals_chronology *c, const analysis *x, annals_error *error) {
    annals_document *d = &c->documents.items[x->document];
    d->mode = c->options.mode;
    if (d->mode != ANNALS_MODE_AUTO) {
        d->mode_reason = annals_text_of("given as an option");
        return ANNALS_OK;
    }
    clues found = find_clues(x, d);
    d->mode = tells_story(x, d, &found) ? ANNALS_MODE_NARRATIVE : ANNALS_MODE_DOCUMENT;
    d->mode_reason = reason_of(&c->arena, x, d, &found);
    return d->mode_reason.data ? ANNALS_OK : no_memory(error);
}
