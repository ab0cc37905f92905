/* entries.c: diaries, logs and chronicles: the day that an entry begins with is the one it looks to. */
#include "language.h"
#include "stages.h"
#include "text.h"

#include <string.h>

/* A day, with or without month and year; a year; or a month, where the line's form says that an entry begins. */
static bool may_head(const expr *e, bool dated) {
    bool day = e->day != UNSET && !e->shift && !e->nth, month = e->month != UNSET && dated;
    bool year = e->year != UNSET && !e->short_year && e->day == UNSET && e->month == UNSET && e->season == UNSET;
    return e->kind == EXPR_POINT && !e->base && !e->of && !e->limit && !e->third && (day || month || year);
}

static bool only_marks(const analysis *x, size_t from, size_t to) {
    size_t start, end;
    return !text_word(text_slice(x->text, 0, to), from, &start, &end);
}

/* "Anno" and "the", nothing else, may stand before it. */
static bool opens_block(const analysis *x, const block *b, const raw_mention *m) {
    size_t start, end;
    if (m->start < b->body || m->start - b->body > 8) return false;
    return only_marks(x, b->body, m->start) ||
           (text_word(x->text, b->body, &start, &end) &&
            in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_ENTRY_LEAD) &&
            only_marks(x, end, m->start));
}

/* What parts the day from what is told of it: a stop, a colon, a dash, a wide space, the end of the line. */
static bool is_parted(const analysis *x, const block *b, const raw_mention *m) {
    size_t at = m->end, next;
    if (x->text.data[m->end - 1] == '.') return true;
    if (at >= b->end) return true;
    if (byte_in(x->text.data[at], ".:;\n\t") || (x->text.data[at] == '\r')) return true;
    while (at < b->end && x->text.data[at] == ' ') at++;
    if (at > m->end + 1) return true;
    return at < b->end && (x->text.data[at] == '\n' || (at > m->end && is_dash(text_decode(x->text, at, &next))) ||
                           is_dash(text_decode(x->text, at, &next)));
}

/* "25 July, St James. Today": a name of the day, or of the place, stands between. */
static bool is_named(const analysis *x, const block *b, const raw_mention *m) {
    enum { MOST = 3 /* words */ };
    size_t at = m->end, start, end, words = 0;
    if (at >= b->end || x->text.data[at] != ',') return false;
    annals_text line = text_slice(x->text, 0, b->end);
    for (; text_word(line, at, &start, &end) && words < MOST; at = end, words++) {
        if (memchr(line.data + at, '\n', start - at) || !text_begins_upper(text_slice(line, start, end))) return false;
        if (end < b->end && line.data[end] == '.' && end - start > MOST) return true;
    }
    return false;
}

static const raw_mention *entry_date(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    bool may = b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM;
    size_t raw = x->first_raw.items[index];
    if (!may || x->first_raw.items[index + 1] == raw) return NULL;
    const raw_mention *m = &x->raws.items[raw], *last = m->range == ANNALS_RANGE_BEGIN ? m + 1 : m;
    bool heads = may_head(m->expr, b->dated) && opens_block(x, b, m);
    return heads && (is_parted(x, b, last) || is_named(x, b, last)) ? m : NULL;
}

/* Nothing else stands in the block. */
static bool stands_alone(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    const raw_mention *m = entry_date(x, index);
    return m && x->first_raw.items[index + 1] - x->first_raw.items[index] == 1 && only_marks(x, b->body, m->start) &&
           b->kind == BLOCK_HEADING && only_marks(x, m->end, b->end);
}

static bool is_year(const expr *e) {
    return e->day == UNSET && e->month == UNSET;
}

/* "DIARY 1847": the year of the whole stands in its title. */
static bool titles_year(const analysis *x, size_t index) {
    size_t raw = x->first_raw.items[index];
    bool one = x->first_raw.items[index + 1] == raw + 1 && x->raws.items[raw].range == ANNALS_RANGE_NONE;
    return one && x->blocks.items[index].kind == BLOCK_HEADING && may_head(x->raws.items[raw].expr, false) &&
           is_year(x->raws.items[raw].expr);
}

static bool same_head(const expr *a, const expr *b) {
    return a->year == b->year && a->month == b->month && a->day == b->day;
}

void mark_entries(analysis *x) {
    enum { HEADINGS = 2, YEARS = 3, OPENINGS = 3 };
    size_t headings = 0, years = 0, openings = 0, prose = 0;
    const expr *before = NULL;
    for (size_t i = 0; i < x->blocks.count; i++) {
        const raw_mention *m = entry_date(x, i);
        prose += x->blocks.items[i].kind == BLOCK_PARAGRAPH;
        if (!m || (before && same_head(before, m->expr))) continue;
        bool alone = stands_alone(x, i);
        headings += alone && !is_year(m->expr);
        years += alone && is_year(m->expr);
        openings += !alone;
        before = m->expr;
    }
    bool open = openings == prose ? openings : openings >= OPENINGS && 2 * openings >= prose;
    x->chronicle = headings >= HEADINGS || years >= YEARS || open;
    x->by_years = x->chronicle && headings < HEADINGS && !open;
    bool begun = false;
    for (size_t i = 0; x->chronicle && i < x->blocks.count; i++) {
        bool alone = stands_alone(x, i), heads = alone || (open && entry_date(x, i));
        if (!heads && (begun || !titles_year(x, i))) continue;
        begun |= heads;
        x->blocks.items[i].entry = true;
        if (alone) x->blocks.items[i].kind = BLOCK_ENTRY;
    }
}
