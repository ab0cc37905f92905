/* sections.c: days within a text that what stands below them was written on.  The reports of a newspaper are of the
 * last such day before the paper's, "Dunroe, Friday night."; who goes on with a letter does so on the next one. */
#include "dateline.h"

#include "language.h"
#include "text.h"

#include <string.h>

/* A weekday, or a day of a month; an hour or a part of the day may stand with it. */
static bool may_date_report(const expr *e) {
    bool weekday = e->weekday != UNSET && e->day == UNSET && e->month == UNSET && e->year == UNSET;
    bool day = e->day != UNSET && e->month != UNSET && e->year == UNSET && e->last_day == UNSET && !e->base;
    return e->kind == EXPR_POINT && (weekday || day) && !e->direction && !e->limit && !e->nth && !e->of &&
           !e->impossible && e->named == UNSET;
}

/* "the 29th", which the letter's month goes with */
static bool is_bare_day(const expr *e) {
    return e->kind == EXPR_POINT && e->day != UNSET && e->month == UNSET && e->year == UNSET && !e->base &&
           !e->direction && !e->limit && !e->nth && !e->of && e->last_day == UNSET;
}

/* "San Bruno, ": some names, a comma behind them, and nothing else. */
static bool is_place(const analysis *x, size_t from, size_t to) {
    enum { MOST_WORDS = 4 };
    const context_set others = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER | CONTEXT_PRONOUN;
    size_t start, end, words = 0;
    annals_text place = text_trim(text_slice(x->text, from, to));
    if (!text_ends(place, ",") || memchr(place.data, ',', place.length - 1)) return false;
    for (size_t at = 0; text_word(place, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(place, start, end);
        bool other =
            in_context(x->grammar, word, others) || has_role(x->grammar, word, ROLES_OF(ROLE_GATHERING, ROLE_SESSION));
        if (!text_begins_upper(word) || (!words && other)) return false;
    }
    return words && words <= MOST_WORDS && !greeting_of(x->grammar, place).length;
}

/* Does the block end with the date, or a sentence begin behind it? */
static bool is_parted(const analysis *x, const block *b, size_t end) {
    annals_text rest = text_slice(x->text, end, b->end);
    size_t at = rest.length && *rest.data == '.';
    bool stop = at || (end > b->start && x->text.data[end - 1] == '.');
    while (at < rest.length && is_space_byte(rest.data[at])) at++;
    return at == rest.length || (stop && text_begins_upper(text_slice(rest, at, rest.length)));
}

/* Who writes a letter goes on with it after its date. */
static bool is_letter_to(const analysis *x) {
    enum { HEAD = 12 /* blocks */ };
    for (size_t i = x->head; i < x->blocks.count && i < x->head + HEAD; i++) {
        const block *b = &x->blocks.items[i];
        if (greeting_of(x->grammar, text_slice(x->text, b->body, b->end)).length) return true;
    }
    return false;
}

/* ---------------------------------------------------------------- letters */

/* "P.S.", "P. D." */
static bool is_postscript(const analysis *x, size_t from, size_t to) {
    enum { LONGEST = 16 };
    char letters[LONGEST];
    size_t length = 0;
    for (size_t at = from; at < to; at++) {
        char c = x->text.data[at];
        if (byte_in(c, " .:,-")) continue;
        if (length == LONGEST) return false;
        letters[length++] = c;
    }
    return length && has_role(x->grammar, (annals_text){letters, length}, ROLE_POSTSCRIPT);
}

/* "P.S. 29th April. The Wasp came in", "Rome, Friday. We left", "Friday night. She knew me"; behind the end of a letter
 * a day alone will do. */
static bool goes_on(const analysis *x, size_t index, size_t own, bool letter) {
    const block *b = &x->blocks.items[index];
    size_t raw = x->first_raw.items[index];
    if ((b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING) || b->entry || b->mail) return false;
    if (raw == x->first_raw.items[index + 1] || raw == own) return false;
    const raw_mention *m = &x->raws.items[raw];
    if (m->range != ANNALS_RANGE_NONE || !(may_date_report(m->expr) || is_bare_day(m->expr))) return false;
    bool led = is_postscript(x, b->body, m->start) || (letter && is_place(x, b->body, m->start));
    bool weekday = letter && m->start == b->body && m->expr->weekday != UNSET;
    return (led || weekday) && is_parted(x, b, m->end);
}

/* "Corfu, Tuesday." below "Trieste, 3 March 1871": who writes from place to place goes on too. */
static bool is_placed(const analysis *x, size_t own) {
    return own != SIZE_MAX && is_place(x, x->blocks.items[block_of_raw(x, own)].body, x->raws.items[own].start);
}

static bool is_by_one(const analysis *x, size_t own) {
    return !x->chronicle && (is_letter_to(x) || is_placed(x, own));
}

void find_sequels(analysis *x, size_t own) {
    bool letter = is_by_one(x, own);
    for (size_t i = x->head; i < x->blocks.count; i++) {
        await_block(x->text, &x->blocks, i + PASS_AHEAD);
        x->blocks.items[i].sequel = goes_on(x, i, own, letter);
    }
}

/* ---------------------------------------------------------------- newspapers */

static bool heads_report(const analysis *x, size_t index, size_t own) {
    const block *b = &x->blocks.items[index];
    size_t raw = x->first_raw.items[index];
    if ((b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING) || b->entry || b->mail) return false;
    if (raw == x->first_raw.items[index + 1] || raw == own || raw == x->opening_raw) return false;
    const raw_mention *m = &x->raws.items[raw];
    return m->range == ANNALS_RANGE_NONE && may_date_report(m->expr) && is_place(x, b->body, m->start) &&
           is_parted(x, b, m->end);
}

bool find_reports(analysis *x, size_t own) {
    bool any = false;
    if (x->chronicle || is_by_one(x, own)) return false;
    for (size_t i = x->head; i < x->blocks.count; i++) {
        if (!heads_report(x, i, own)) continue;
        x->blocks.items[i].dateline = any = true;
    }
    return any;
}
