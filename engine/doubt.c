/* doubt.c: what takes its year or its day from a doubtful date is no surer than that. */
#include "around.h"
#include "language.h"
#include "resolver.h"
#include "text.h"
#include "twins.h"
#include "when.h"

/* What of a mention's time is in doubt: its day within a year that is sure, or its year too. */
typedef enum date_doubt { DOUBT_NONE, DOUBT_DAY, DOUBT_YEAR } date_doubt;

/* "4 October", "the summer": all that it lacks is the year. */
static bool lacks_only_year(const expr *e) {
    bool part_of_year = e->month != UNSET || e->season != UNSET || e->quarter != UNSET || e->iso_week != UNSET;
    return !e->base && (part_of_year || year_settles(e));
}

static date_doubt own_doubt(const expr *e) {
    if (e->year != UNSET && !e->short_year) return DOUBT_DAY;
    bool year = lacks_only_year(e) || e->short_year || (e->base && e->unit >= UNIT_YEAR);
    return year ? DOUBT_YEAR : DOUBT_DAY;
}

/* "was probably born in 1512", "left, perhaps on 3 May": a word of doubt stands before it, or before its verb. */
static int find_doubt(const analysis *x, size_t raw) {
    enum { REACH = 5 /* words */ };
    const context_set between =
        CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER | CONTEXT_DETERMINER | CONTEXT_PAST | CONTEXT_PARTICIPLE;
    raw -= x->raws.items[raw].range == ANNALS_RANGE_END && raw;
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, at = x->raws.items[raw].start;
    for (int i = 0; i < REACH; i++) {
        if (i && at > first + 1 && text_starts(text_slice(x->text, at - 2, at), ", ")) /* "he, perhaps, was" */
            return has_role(x->grammar, word_of(x->text, first, at - 2), ROLE_DOUBT);
        annals_text word = word_ending(x->text, first, at);
        if (!word.length || has_role(x->grammar, word, ROLE_DOUBT)) return word.length > 0;
        context_set contexts = contexts_of(x->grammar, word);
        if (!(contexts & between) && !is_past(word, contexts) && !has_role(x->grammar, word, ROLE_TIE)) return false;
        at -= word.length + 1;
    }
    return false;
}

void doubt_likely(resolver *r, expr *e) {
    if (e->kind != EXPR_POINT || e->uncertain || e->base) return;
    if (!twins_ask(r->x, r->raw, TRAIT_DOUBT, find_doubt)) return;
    e->uncertain = true;
    because(r, "it is told as no more than likely");
}

void inherit_doubt(resolver *r, const expr *in, expr *e) {
    if (r->anchored == NO_MENTION && !e->uncertain) return;
    bool dated = in->year != UNSET && !in->short_year;
    date_doubt from = r->anchored == NO_MENTION || dated ? DOUBT_NONE : (date_doubt)r->doubts[r->anchored];
    if (from == DOUBT_DAY && lacks_only_year(in)) from = DOUBT_NONE;
    bool known = e->year != UNSET || e->decade != UNSET || e->century != UNSET;
    if (from != DOUBT_NONE && known && !e->uncertain) {
        e->uncertain = true;
        because(r, "and what it counts from is uncertain itself");
    }
    date_doubt own = e->uncertain ? own_doubt(in) : DOUBT_NONE;
    r->doubts[r->raw] = (unsigned char)(own > from ? own : from);
}
