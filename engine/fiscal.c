/* fiscal.c: years of accounts of which the text says when they end: "fiscal 1997, ended June 30". */
#include "language.h"
#include "resolver.h"
#include "stem.h"
#include "text.h"

enum { MONTHS = 12 };

/* ", ended", "which ended on": nothing but that and small words between a year of accounts and its last day. */
static bool tells_end(const analysis *x, size_t from, size_t to) {
    enum { LONGEST = 24 /* bytes */ };
    const context_set small = CONTEXT_RELATIVE | CONTEXT_WEAK | CONTEXT_PLACE_LEAD | CONTEXT_FOLLOWER;
    const word_family *ended = family_of_word(language_by_default(), annals_text_of("end"));
    size_t start, end;
    bool told = false;
    if (to - from > LONGEST || text_find_any(x->text, from, to, ".;:()") < to) return false;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end <= to; at = end) {
        annals_text word = text_slice(x->text, start, end);
        const word_family *verb = family_of_word(x->grammar, word);
        bool ends = ended && verb && verb->family == ended->family;
        if (!ends && !in_context(x->grammar, word, small)) return false;
        told |= ends;
    }
    return told;
}

/* The date that stands behind a year of accounts and says when it ends; null: none does. */
static const expr *end_behind(const analysis *x, size_t raw) {
    size_t next = raw + 1;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[raw]) return NULL;
    const expr *e = x->raws.items[raw].expr, *n = x->raws.items[next].expr;
    bool accounts = e->kind == EXPR_POINT && e->fiscal && e->year != UNSET && e->quarter == UNSET && !e->short_year;
    bool end = n->kind == EXPR_POINT && n->month != UNSET && !n->base && !n->limit && n->last_day == UNSET;
    return accounts && end && tells_end(x, x->raws.items[raw].end, x->raws.items[next].start) ? n : NULL;
}

int fiscal_start(const resolver *r) {
    const expr *end = end_behind(r->x, r->raw);
    return end ? end->month % MONTHS + 1 : r->x->fiscal_start;
}

bool year_of_accounts(resolver *r, expr *e) {
    if (!r->raw || !end_behind(r->x, r->raw - 1)) return false;
    e->year = r->x->raws.items[r->raw - 1].expr->year;
    because(r, "no year is given; it ends the accounts of %d", e->year);
    return true;
}
