/* entry_head.c: by what a block is known to begin an entry. */
#include "entries.h"

#include "caption.h"
#include "figures.h"
#include "language.h"
#include "text.h"

#include <string.h>

/* A day, with or without month and year; a year; or a month, where the line's form says that an entry begins. */
bool may_head(const expr *e, bool dated) {
    bool day = e->day != UNSET && !e->shift && !e->nth, month = e->month != UNSET && dated;
    bool year = e->year != UNSET && !e->short_year && e->day == UNSET && e->month == UNSET && e->season == UNSET;
    return e->kind == EXPR_POINT && !e->base && !e->of && !e->limit && !e->third && (day || month || year);
}

bool only_marks(const analysis *x, size_t from, size_t to) {
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
    if (at >= b->end || (b->numbered && m->start == b->body)) return true;
    if (b->dated && m->start == b->body && opens_with_figures(text_slice(x->text, b->body, b->end))) return true;
    if (x->text.data[at] == ']' && x->text.data[b->body] == '[') return true;
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

/* ---------------------------------------------------------------- days among names */

/* "7 p.m.", "half past two": a clock and no day. */
static bool is_hour(const expr *e) {
    return e->kind == EXPR_POINT && e->day == UNSET && e->month == UNSET && e->year == UNSET && e->weekday == UNSET &&
           e->named == UNSET && !e->base && (e->hour != UNSET || e->part);
}

static bool is_whole_day(const expr *e) {
    return may_head(e, false) && e->day != UNSET && e->month != UNSET && e->last_day == UNSET;
}

/* "Ash Wednesday, 18 Feb.", "the Friday, the 4th day of May": a feast or weekday, and the day it was. */
static bool names_next_day(const analysis *x, size_t raw, size_t end) {
    enum { CLOSE = 6 /* bytes */ };
    if (raw + 1 >= end) return false;
    const raw_mention *m = &x->raws.items[raw];
    bool named = m->expr->kind == EXPR_POINT && (m->expr->named != UNSET || m->expr->weekday != UNSET);
    return named && m->expr->day == UNSET && m[1].start <= m->end + CLOSE && is_whole_day(m[1].expr);
}

/* The one day that a block names, beside hours and how often; or null. */
static const raw_mention *only_day(const analysis *x, size_t index) {
    const raw_mention *found = NULL;
    for (size_t i = x->first_raw.items[index]; i < x->first_raw.items[index + 1]; i++) {
        const raw_mention *m = &x->raws.items[i];
        if (m->expr->kind == EXPR_SET || is_hour(m->expr) || names_next_day(x, i, x->first_raw.items[index + 1]))
            continue;
        if (found || m->range != ANNALS_RANGE_NONE) return NULL;
        found = m;
    }
    return found && is_whole_day(found->expr) ? found : NULL;
}

/* What the words beside a day are. */
typedef struct beside {
    size_t count;
    bool names;  /* all of them, or small words between names */
    bool meets;  /* one names those who met, or a feast */
    bool tells;  /* one is a verb */
    bool phrase; /* it opens with an article, or one thing is said to be of another */
} beside;

static void take_beside(const analysis *x, annals_text word, beside *w) {
    enum { SMALL = 3 /* bytes */ };
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    bool upper = text_begins_upper(word),
         meets = has_role(x->grammar, word, ROLES_OF(ROLE_GATHERING, ROLE_SESSION, ROLE_FEAST));
    context_set is = contexts_of(x->grammar, word);
    w->phrase |= !w->count && is & CONTEXT_DETERMINER;
    w->tells |= has_role(x->grammar, word, ROLE_NEXT); /* "Next meeting: Tuesday, 7 May 1912" */
    w->phrase |= !upper && text_same_word(word, "of");
    w->count++;
    w->meets |= meets;
    if (upper || meets || is_digit((unsigned char)*word.data)) return;
    bool held = is & CONTEXT_DATE_FIELD, clock = is & CONTEXT_CLOCK_WORD;
    w->tells |= is & verbs && !held && !clock;
    w->names &= word.length <= SMALL || clock || is & (CONTEXT_PLACE_LEAD | CONTEXT_PARTICLE);
}

/* Of text[from, to), but for what the mentions of its block say. */
static void read_beside(const analysis *x, size_t index, size_t from, size_t to, beside *w) {
    size_t raw = x->first_raw.items[index], start, end;
    for (size_t at = from; text_word(text_slice(x->text, 0, to), at, &start, &end); at = end) {
        while (raw < x->first_raw.items[index + 1] && x->raws.items[raw].end <= start) raw++;
        bool said = raw < x->first_raw.items[index + 1] && x->raws.items[raw].start <= start;
        if (!said) take_beside(x, text_slice(x->text, start, end), w);
    }
}

/* A comma, a stop or a dash parts the day from the name before it. */
static bool is_parted_before(const analysis *x, const block *b, const raw_mention *m) {
    size_t at = m->start, next;
    while (at > b->body && x->text.data[at - 1] == ' ') at--;
    if (at == b->body) return false;
    bool dash = (unsigned char)x->text.data[at - 1] >= 0x80 || is_dash(text_decode(x->text, at - 1, &next));
    return dash || byte_in(x->text.data[at - 1], ",.:;(");
}

/* "Date: 3 May 1931    Time: 21.15    Officer: P.C. 41": a form that opens with the field of its date. */
static bool fills_date(const analysis *x, const block *b, const raw_mention *m) {
    annals_text value;
    return line_has_field(x->grammar, text_slice(x->text, b->body, b->end), CONTEXT_DATE_FIELD, &value) &&
           value.data == x->text.data + m->start;
}

static bool opens_with_place(const analysis *x, const block *b) {
    size_t start, end;
    return b->kind == BLOCK_HEADING && text_word(x->text, b->body, &start, &end) &&
           in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_PLACE_LEAD | CONTEXT_PLACE_CUE);
}

const raw_mention *session_date(const analysis *x, size_t index, bool *sure) {
    enum { LONGEST = 160 /* bytes */, WORDS = 3 };
    const block *b = &x->blocks.items[index];
    if (x->first_raw.items[index] == x->first_raw.items[index + 1]) return NULL;
    if ((b->kind != BLOCK_HEADING && b->kind != BLOCK_PARAGRAPH) || b->enumerated || b->end - b->start > LONGEST ||
        memchr(x->text.data + b->start, '\n', b->end - b->start) ||
        !text_begins_upper(text_slice(x->text, b->body, b->end)))
        return NULL;
    const raw_mention *m = only_day(x, index);
    if (!m) return NULL;
    *sure = fills_date(x, b, m);
    if (*sure) return m;
    beside before = {.names = true}, behind = {.names = true};
    read_beside(x, index, b->body, m->start, &before);
    read_beside(x, index, m->end, b->end, &behind);
    if (before.tells || behind.tells || !before.count) return NULL;
    *sure = before.meets;
    if (before.meets) return m;
    bool placed = before.names || opens_with_place(x, b); /* "In harbour, 6 June 1941" */
    bool named = placed && !before.phrase && !behind.count && is_parted_before(x, b, m);
    *sure = named && m->expr->weekday != UNSET;
    return named && (*sure || before.count <= WORDS) ? m : NULL;
}

const raw_mention *entry_date(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    bool may = b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM;
    size_t first = x->first_raw.items[index];
    if (!may || x->first_raw.items[index + 1] == first || !opens_block(x, b, &x->raws.items[first])) return NULL;
    size_t raw = names_next_day(x, first, x->first_raw.items[index + 1]) ? first + 1 : first;
    const raw_mention *m = &x->raws.items[raw], *last = m->range == ANNALS_RANGE_BEGIN ? m + 1 : m;
    const expr *e = m->expr->kind == EXPR_RANGE ? m->expr->from : m->expr; /* "6th and 7th. No sleep." */
    return may_head(e, b->dated) && (is_parted(x, b, last) || is_named(x, b, last)) ? m : NULL;
}

/* "Foot of the pass, 9 May.": short, and told of nothing. */
static bool may_be_place(const analysis *x, size_t from, size_t to) {
    enum { LONGEST = 40 /* bytes */ };
    size_t start, end;
    if (to - from > LONGEST) return false;
    for (size_t at = from; text_word(text_slice(x->text, 0, to), at, &start, &end); at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_PAST | CONTEXT_MODAL)) return false;
    return true;
}

const raw_mention *placed_date(const analysis *x, size_t index, bool sure) {
    enum { WORDS = 5 };
    const block *b = &x->blocks.items[index];
    size_t first = x->first_raw.items[index];
    if (b->kind != BLOCK_PARAGRAPH || b->enumerated || x->first_raw.items[index + 1] == first) return NULL;
    const raw_mention *m = &x->raws.items[first];
    bool opens = is_whole_day(m->expr) && m->range == ANNALS_RANGE_NONE && m->start > b->body && m->end < b->end;
    if (!opens || !text_begins_upper(text_slice(x->text, b->body, b->end)) || !is_parted(x, b, m)) return NULL;
    if (memchr(x->text.data + b->body, '\n', m->end + 1 - b->body) || only_marks(x, m->end, b->end)) return NULL;
    if (!text_ends(text_trim(text_slice(x->text, b->body, m->start)), ",")) return NULL;
    if (!sure) return may_be_place(x, b->body, m->start) ? m : NULL;
    beside before = {.names = true};
    read_beside(x, index, b->body, m->start, &before);
    return before.names && !before.phrase && !before.tells && before.count && before.count <= WORDS ? m : NULL;
}

/* ---------------------------------------------------------------- weekdays and feasts */

/* A weekday or a feast, and no more. */
static bool is_lone_day(const raw_mention *m) {
    const expr *e = m->expr;
    bool weekday = e->weekday != UNSET && e->named == UNSET, feast = e->named != UNSET && e->weekday == UNSET;
    return e->kind == EXPR_POINT && (weekday || feast) && e->day == UNSET && e->month == UNSET && e->year == UNSET &&
           e->hour == UNSET && !e->part && !e->of && !e->limit && !e->direction && !e->nth && !e->shift &&
           m->range == ANNALS_RANGE_NONE;
}

bool opens_with_weekday(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    size_t raw = x->first_raw.items[index];
    bool may = b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM;
    if (!may || raw == x->first_raw.items[index + 1]) return false;
    const raw_mention *m = &x->raws.items[raw];
    return m->start == b->body && is_lone_day(m) && is_parted(x, b, m);
}

size_t entry_raw(const analysis *x, size_t index) {
    size_t first = x->first_raw.items[index], end = x->first_raw.items[index + 1];
    for (size_t i = first; i < end; i++) {
        const expr *e = x->raws.items[i].expr;
        if (e->kind != EXPR_SET && !is_hour(e) && !names_next_day(x, i, end)) return i;
    }
    return first;
}
