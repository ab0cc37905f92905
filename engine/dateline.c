/* dateline.c: when a document was written, and whether it looks to that day or to its story. */
#include "analysis.h"
#include "civil.h"
#include "language.h"
#include "text.h"
#include "when.h"

#include <string.h>

/* How a document may state its date, best first. */
enum { BY_FIELD, BY_DATELINE, BY_HEADING, BY_OPENING, BY_SIGNATURE, BY_NOTHING };

typedef struct finding {
    int rank;
    size_t block, raw;
} finding;

static bool full_day(const expr *e) {
    return e->kind == EXPR_POINT && e->year != UNSET && e->month != UNSET && e->day != UNSET && !e->impossible &&
           !e->limit && e->last_day == UNSET && !e->base;
}

static bool same_day(const expr *a, const expr *b) {
    bool two_digits = a->short_year || b->short_year;
    return (two_digits ? a->year % 100 == b->year % 100 : a->year == b->year) && a->month == b->month &&
           a->day == b->day;
}

/* "[Received November 3—4:20 p. m.]": the time that a telegram came is another than its own. */
static bool is_receipt(const analysis *x, const raw_mention *m) {
    size_t at = m->start, start;
    while (at && (is_space_byte(x->text.data[at - 1]) || byte_in(x->text.data[at - 1], ":("))) at--;
    for (start = at; start && (is_letter((unsigned char)x->text.data[start - 1]) || x->text.data[start - 1] == '\'');)
        start--;
    return in_context(x->grammar, text_slice(x->text, start, at), CONTEXT_RECEIPT);
}

/* How many mentions of a block may say when the document was written, and the first of them. */
static size_t count_own(const analysis *x, size_t block_index, size_t *first) {
    size_t count = 0, end = x->first_raw.items[block_index + 1];
    *first = x->first_raw.items[block_index];
    for (size_t i = end; i > x->first_raw.items[block_index]; i--) {
        if (is_receipt(x, &x->raws.items[i - 1])) continue;
        *first = i - 1;
        count++;
    }
    return count;
}

/* Does a word of the block belong to the time of receipt? */
static bool in_receipt(const analysis *x, const block *b, size_t start) {
    size_t index = (size_t)(b - x->blocks.items);
    for (size_t i = x->first_raw.items[index]; i < x->first_raw.items[index + 1]; i++) {
        const raw_mention *m = &x->raws.items[i];
        if (start >= m->start && start < m->end) return is_receipt(x, m);
    }
    return false;
}

/* What else stands in the block beside the date: how many words, and whether all are capitalised. */
static size_t other_words(const analysis *x, const block *b, const raw_mention *m, bool *names_only) {
    size_t count = 0, start, end;
    *names_only = true;
    for (size_t at = b->body; text_word(x->text, at, &start, &end) && end <= b->end; at = end) {
        if ((start >= m->start && end <= m->end + 1) || in_receipt(x, b, start)) continue;
        size_t next;
        uint32_t c = text_decode(x->text, start, &next);
        if (!is_upper(c) && !is_digit(c)) *names_only = false;
        if (++count > 40) break;
    }
    return count;
}

/* Where the word ends that names the date of a document, at the head of a block; 0: there is none. */
static size_t date_field(const analysis *x, const block *b) {
    annals_text text = text_slice(x->text, b->start, b->end);
    size_t start, end;
    bool opens = text_word(text, 0, &start, &end) && !start;
    return opens && in_context(x->grammar, text_slice(text, 0, end), CONTEXT_DATE_FIELD) ? b->start + end : 0;
}

/* "Date: 3 March 1958", "Published March 3, 1958" */
static bool field_names_date(const analysis *x, const block *b, const raw_mention *m) {
    size_t end = date_field(x, b);
    bool colon = end && end < b->end && x->text.data[end] == ':';
    return end && (colon || m->start <= end + 1);
}

/* "PARIS, April 3, 1947 -- The Cabinet fell": place and date open the first paragraph. */
static bool opens_text(const analysis *x, const block *b, const raw_mention *m) {
    size_t start, end, words = 0;
    for (size_t at = b->body; text_word(x->text, at, &start, &end) && start < m->start; at = end) {
        if (!text_begins_upper(text_slice(x->text, start, end)) || ++words > 5) return false;
    }
    annals_text rest = text_trim(text_slice(x->text, m->end, b->end));
    size_t next;
    uint32_t sign = rest.length ? text_decode(rest, 0, &next) : 0;
    return words && (sign == '.' || sign == '(' || is_dash(sign));
}

static int rank_of(const analysis *x, size_t block_index, size_t raw, size_t body_blocks, size_t mentions) {
    const block *b = &x->blocks.items[block_index];
    const raw_mention *m = &x->raws.items[raw];
    if (!full_day(m->expr) || b->kind == BLOCK_FURNITURE || b->kind == BLOCK_CITATION || b->kind == BLOCK_FOOTNOTE ||
        b->kind == BLOCK_TABLE_ROW)
        return BY_NOTHING;
    if (field_names_date(x, b, m)) return BY_FIELD;
    bool names_only;
    size_t others = other_words(x, b, m, &names_only);
    if (mentions > 1) names_only = false; /* a line of several dates is no dateline */
    bool top = !body_blocks, bottom = block_index * 3 >= x->blocks.count * 2;
    if (top && others <= 12 && names_only && b->kind != BLOCK_ENTRY) return BY_DATELINE;
    if (top && b->kind == BLOCK_HEADING && m->end + 2 >= b->end) return BY_HEADING;
    if (top && b->kind == BLOCK_PARAGRAPH && raw == x->first_raw.items[block_index] && opens_text(x, b, m))
        return BY_OPENING;
    if (bottom && others <= 12 && names_only && b->kind == BLOCK_HEADING) return BY_SIGNATURE;
    return BY_NOTHING;
}

/* A line that is nothing but a day: the expression, or null. */
static const expr *date_alone(const analysis *x, size_t block_index) {
    const block *b = &x->blocks.items[block_index];
    size_t raw = x->first_raw.items[block_index];
    bool names_only;
    if (b->kind != BLOCK_HEADING || x->first_raw.items[block_index + 1] - raw != 1) return NULL;
    const raw_mention *m = &x->raws.items[raw];
    bool day =
        m->expr->kind == EXPR_POINT && m->expr->month != UNSET && m->expr->day != UNSET && m->expr->last_day == UNSET;
    return day && !other_words(x, b, m, &names_only) ? m->expr : NULL;
}

/* Several such lines of different days head the entries of a chronicle or diary. */
static bool mark_entries(analysis *x) {
    const expr *first = NULL;
    bool several = false;
    for (size_t i = 0; i < x->blocks.count; i++) {
        const expr *e = date_alone(x, i);
        if (e && first && !same_day(first, e) && (e->month != first->month || e->day != first->day)) several = true;
        if (e) first = e;
    }
    for (size_t i = 0; several && i < x->blocks.count; i++)
        if (date_alone(x, i)) x->blocks.items[i].kind = BLOCK_ENTRY;
    return several;
}

/* Most paragraphs can be passed by: those behind the first that neither end the text nor begin with a field. */
static bool may_state(const analysis *x, size_t block_index, size_t body_blocks) {
    const block *b = &x->blocks.items[block_index];
    return !body_blocks || b->kind == BLOCK_HEADING || date_field(x, b);
}

static finding find_statement(const analysis *x) {
    finding best = {BY_NOTHING, 0, 0};
    size_t body_blocks = 0;
    for (size_t i = 0; i < x->blocks.count; i++) {
        size_t first, count = may_state(x, i, body_blocks) ? count_own(x, i, &first) : 0;
        int rank = count ? rank_of(x, i, first, body_blocks, count) : BY_NOTHING;
        if (rank < best.rank) best = (finding){rank, i, first};
        if (x->blocks.items[i].kind == BLOCK_PARAGRAPH || x->blocks.items[i].kind == BLOCK_LIST_ITEM) body_blocks++;
    }
    return best;
}

/* Blocks that only repeat the document's date are its dateline or signature. */
static void mark_blocks(analysis *x, const expr *day) {
    for (size_t i = 0; i < x->blocks.count; i++) {
        block *b = &x->blocks.items[i];
        size_t first, count = count_own(x, i, &first);
        if (!count && x->first_raw.items[i + 1] > first && b->end - b->start < 80) b->kind = BLOCK_DATELINE;
        if (!count) continue;
        bool names_only;
        const raw_mention *m = &x->raws.items[first];
        /* "Port, 3 March 1958, 2 p.m." ends like a paragraph. */
        bool line = b->kind == BLOCK_HEADING || (b->kind == BLOCK_PARAGRAPH && count == 1 && m->end + 2 >= b->end);
        if (count != 1 || !line) continue;
        size_t others = other_words(x, b, m, &names_only);
        if (!full_day(m->expr) || !same_day(m->expr, day) || !names_only) continue;
        if (others > 6) continue;
        b->kind = i * 3 >= x->blocks.count * 2 ? BLOCK_SIGNATURE : BLOCK_DATELINE;
    }
}

static const char *const basis_words[] = {[BY_FIELD] = "its field",
                                          [BY_DATELINE] = "its dateline",
                                          [BY_HEADING] = "its heading",
                                          [BY_OPENING] = "its opening words",
                                          [BY_SIGNATURE] = "its signature"};

static annals_status set_stated(annals_chronology *c, analysis *x, finding f, annals_document *d, annals_error *error) {
    const raw_mention *m = &x->raws.items[f.raw];
    annals_timex timex;
    expr day = *m->expr;
    day.hour = day.minute = day.second = UNSET;
    day.part = ANNALS_DAY_PART_NONE;
    if (day.short_year) { /* TEL 118 OF FEB 25/66: which century is nowhere said */
        day.year += 1900;
        day.uncertain = true;
    }
    if (!when_point(&c->arena, &day, &d->when, &timex)) return no_memory(error);
    d->basis = ANNALS_BASIS_STATED;
    x->date_raw = f.raw;
    d->basis_from =
        arena_printf(&c->arena, "%s, \"%.*s\"", basis_words[f.rank], (int)(m->end - m->start), x->text.data + m->start);
    mark_blocks(x, &day);
    return d->basis_from.data ? ANNALS_OK : no_memory(error);
}

/* ---------------------------------------------------------------- mode */

/* What tells a story from a letter: a story gives the years of its dates, a letter leaves them out and speaks of
 * yesterday. */
typedef struct clues {
    size_t own_years; /* that are not the document's */
    size_t partial;   /* dates without a year */
    size_t deictic;   /* yesterday, this morning */
    bool opens_with_year, opens_with_deictic;
} clues;

static clues find_clues(const analysis *x, const annals_document *d) {
    clues found = {0};
    int64_t year = UNSET;
    int month, day;
    if (annals_bound_known(d->when.begin.earliest))
        annals_civil_of_day(d->when.begin.earliest.day, &year, &month, &day);
    for (size_t i = 0; i < x->raws.count; i++) {
        const expr *e = x->raws.items[i].expr;
        block_kind kind = x->blocks.items[block_of_raw(x, i)].kind;
        if (e->kind != EXPR_POINT || kind == BLOCK_CITATION || kind == BLOCK_FURNITURE || kind == BLOCK_TABLE_ROW)
            continue;
        bool own = e->year != UNSET && !e->short_year && e->year != year;
        bool deictic = e->base == BASE_NOW && e->unit == UNIT_DAY, first = !found.own_years && !found.partial;
        if (first && !found.deictic) found.opens_with_year = own, found.opens_with_deictic = deictic;
        found.own_years += own;
        found.partial += !own && e->month != UNSET;
        found.deictic += deictic;
    }
    return found;
}

enum { MANY = 8 /* dates of a story */ };

static bool speaks_of_today(const clues *c) {
    return 3 * c->deictic > c->own_years || (c->opens_with_deictic && c->own_years < MANY);
}

/* A document with a date of its own looks to that day, unless it is full of others. */
static bool tells_story(const analysis *x, const annals_document *d, const clues *c) {
    if (x->chronicle || speaks_of_today(c)) return false;
    if (d->basis == ANNALS_BASIS_STATED) return c->own_years >= MANY && c->own_years > 2 * c->partial;
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
    if (d->basis != ANNALS_BASIS_STATED && c->deictic && speaks_of_today(c))
        return arena_printf(a, "it speaks from its own day: of yesterday, today or tomorrow, %zu %s", c->deictic,
                            c->deictic > 1 ? "times" : "time");
    if (d->basis != ANNALS_BASIS_UNKNOWN)
        return annals_text_of("it has a date of its own, and its dates leave the year out");
    return annals_text_of("it gives few years of its own");
}

static annals_status choose_mode(annals_chronology *c, const analysis *x, annals_document *d, annals_error *error) {
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

/* What was known before the text was read: it marks the same blocks, and stays. */
static void keep_known(analysis *x, const annals_document *known, annals_document *d) {
    if (d->when.begin.earliest.day != known->when.begin.earliest.day) x->date_raw = SIZE_MAX;
    d->when = known->when;
    d->basis = known->basis;
    d->basis_from = known->basis_from;
}

annals_status find_document_date(annals_chronology *c, analysis *x, annals_error *error) {
    annals_document *d = &c->documents.items[x->document];
    const annals_document known = *d;
    x->chronicle = mark_entries(x);
    finding f = find_statement(x);
    if (f.rank != BY_NOTHING) {
        annals_status status = set_stated(c, x, f, d, error);
        if (status != ANNALS_OK) return status;
    } else if (known.basis == ANNALS_BASIS_UNKNOWN && c->options.date.data) {
        d->when = c->option_when;
        d->basis = ANNALS_BASIS_OPTION;
        d->basis_from = annals_text_of("the day given as an option");
    }
    if (known.basis == ANNALS_BASIS_STATED) keep_known(x, &known, d);
    return choose_mode(c, x, d, error);
}
