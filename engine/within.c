/* within.c: what is told to have been between two dates.  "War raged between 3 and 9 May" filled these days; "a spy was
 * caught between 3 and 9 May" was on one of them, and nobody says on which.  Where no words tell the one from the
 * other, the less is said. */
#include "clause_words.h"
#include "language.h"
#include "teller.h"
#include "when.h"

#include <string.h>

/* "Some time between": whatever is told, some moment of the time is meant. */
static bool says_some_time(const analysis *x, size_t begin, annals_text lead) {
    enum { MOST_BEFORE = 2 };
    size_t start = offset_of(x->text, lead), end = start + lead.length;
    for (int words = 0; words < MOST_BEFORE; words++) {
        annals_text word = preceding_word(x->text, begin, start);
        if (!word.length) return false;
        start = offset_of(x->text, word);
        if (place_said(x->grammar, SAY_WITHIN, text_slice(x->text, start, end)) != SIZE_MAX) return true;
    }
    return false;
}

/* "Between the 3rd and the 9th", but not "from the 3rd to the 9th". */
static bool stands_between(const teller *t, size_t raw, bool *some_time) {
    const analysis *x = t->x;
    const grammar *g = x->grammar;
    const annals_text range = t->said.exact;
    const size_t begin = x->sentences.items[x->sentence_of.items[raw]].start, from = x->raws.items[raw].start;
    size_t start, end;
    annals_text word = preceding_word(x->text, begin, from);
    if (word.length && in_context(g, word, CONTEXT_DETERMINER))
        word = preceding_word(x->text, begin, offset_of(x->text, word));
    if (!word.length || !in_context(g, word, CONTEXT_RANGE_LEAD)) return false;
    *some_time = says_some_time(x, begin, word);
    for (size_t at = 0; text_word(range, at, &start, &end); at = end)
        if (in_context(g, text_slice(range, start, end), CONTEXT_JOINER)) return true;
    return false;
}

/* "The guns", "300 men", "thirty-eight bodies". */
static bool is_many(const clauses *c, size_t i) {
    const grammar *g = c->x->grammar;
    annals_text word = word_text(c, i);
    if (c->words[i].date || !word.length) return false;
    bool plural = in_context(g, word, CONTEXT_PLURAL) && !in_context(g, word, CONTEXT_NOT_PLURAL);
    return plural || is_digit((unsigned char)*word.data);
}

/* What many did, or one did to many, takes its time. */
static bool tells_of_many(const clauses *c, const clause *k, size_t verb) {
    for (size_t i = k->first; i < verb; i++)
        if (is_many(c, i)) return true;
    for (size_t i = verb + 1; i < k->last && !c->words[i].gap && !c->words[i].date; i++) {
        if (has_role(c->x->grammar, word_text(c, i), ROLE_LEAD)) return false;
        if (is_many(c, i)) return true;
    }
    return false;
}

/* "Fought", "was raining", but not "went to". */
static bool goes_on(const clauses *c, size_t i) {
    bool lasts = is(c, i, CONTEXT_LASTS) && !has_role(c->x->grammar, word_text(c, i), ROLE_MOMENT);
    return lasts || (i && is(c, i, CONTEXT_DOING) && is(c, i - 1, CONTEXT_COPULA));
}

/* Does the clause tell what somebody did, or what was done, and nothing that says it took all the time? */
static bool tells_one_deed(clauses *c, size_t place) {
    size_t word, deed = NO_WORD;
    const clause *k = clause_at(c, place, &word);
    if (!k || k->negated) return false;
    for (size_t i = k->first; i < k->last; i++) {
        if (goes_on(c, i)) return false;
        bool done = i && is(c, i, CONTEXT_DONE) && is(c, i - 1, CONTEXT_COPULA); /* "was seen" */
        if (deed == NO_WORD && (done || is_deed(c, i))) deed = i;
    }
    return deed != NO_WORD && !tells_of_many(c, k, deed);
}

/* "1962-08-03/1962-08-09", "1962-08-03T21:00:00/1962-08-03T22:00:00-04:00": two days, months, years or times of day,
 * with nothing unsure about them. */
static bool is_plain_range(annals_text edtf) {
    const char *slash = edtf.length ? memchr(edtf.data, '/', edtf.length) : NULL;
    for (size_t i = 0; slash && i < edtf.length; i++)
        if (!is_digit((unsigned char)edtf.data[i]) && !byte_in(edtf.data[i], "-/T:+Z")) return false;
    return slash && 2 * (size_t)(slash - edtf.data) + 1 == edtf.length;
}

bool narrow_to_one(teller *t, size_t raw) {
    const annals_when *range = t->said.when;
    arena *a = &t->c->arena;
    bool some_time;
    if (!is_plain_range(range->edtf) || !stands_between(t, raw, &some_time)) return true;
    if (!some_time && !tells_one_deed(t->clauses, t->x->raws.items[raw].start)) return true;
    annals_when *one = arena_copy(a, range, 1, sizeof *one);
    if (!one) return false;
    const annals_text edtf = range->edtf;
    annals_when from = *range, to = *range;
    from.edtf = text_slice(edtf, 0, edtf.length / 2);
    to.edtf = text_slice(edtf, edtf.length / 2 + 1, edtf.length);
    t->said.when = one;
    return when_within(a, &from, &to, one);
}
