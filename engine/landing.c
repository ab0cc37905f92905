/* landing.c: the D-Day of an operation.  The one that everybody knows is meant where the text dates no other. */
#include "civil.h"
#include "language.h"
#include "reckon.h"
#include "resolver.h"
#include "stem.h"
#include "text.h"

#include <string.h>

/* Does "was", "was set for", "for the landing was", a comma or a bracket join the day to its date? */
static bool joins_date(const resolver *r, size_t from, size_t to) {
    enum { LONGEST = 70 /* bytes */ };
    const analysis *x = r->x;
    size_t start, end, close = to - from;
    bool copula = false, last_copula = false, fixed = false, last_for = false;
    if (close > LONGEST || text_find_any(x->text, from, to, ".;:") < to) return false;
    if (close <= 2) return text_find_any(x->text, from, to, ",([") < to;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end <= to; at = end) {
        annals_text word = text_slice(x->text, start, end);
        last_copula = in_context(x->grammar, word, CONTEXT_COPULA);
        last_for = fixed && in_context(x->grammar, word, CONTEXT_WEAK | CONTEXT_SURE);
        fixed |= copula && in_context(x->grammar, word, CONTEXT_FIXED_FOR);
        copula |= last_copula;
    }
    return last_copula || last_for;
}

/* Is it a day of the calendar, which may date another one? */
static bool is_calendar_day(const expr *e) {
    return e->kind == EXPR_POINT && e->day != UNSET && e->month != UNSET && e->last_day == UNSET && !e->base &&
           e->named == UNSET && !e->limit && !e->impossible;
}

/* The day of the operation, as the date beside the mention at hand has it; false when there is none. */
static bool day_beside(resolver *r, const expr *e, size_t other, int64_t *day) {
    const analysis *x = r->x;
    if (other >= x->raws.count || x->sentence_of.items[other] != x->sentence_of.items[r->raw]) return false;
    const raw_mention *own = &x->raws.items[r->raw], *m = &x->raws.items[other];
    bool behind = other > r->raw;
    if (!is_calendar_day(m->expr) || !joins_date(r, behind ? own->end : m->end, behind ? m->start : own->start))
        return false;
    expr whole;
    complete(r, m->expr, &whole);
    if (whole.year == UNSET || !civil_valid(whole.year, whole.month, whole.day)) return false;
    *day = annals_day_of_civil(whole.year, whole.month, whole.day) - e->shift;
    return true;
}

/* How many years behind that of the D-Day that everybody knows the story stands; of another war it is some. */
static int64_t years_behind(const resolver *r, int64_t known) {
    int64_t year;
    int month, day;
    annals_civil_of_day(known, &year, &month, &day);
    const said *told = r->story.known ? &r->story : &r->last; /* "The landing is set for 9 June 1951.  On D-Day" */
    return told->known ? told->year - year : 0;
}

/* Does the sentence of the day that was said last tell of a landing? */
static bool landed_before(const resolver *r) {
    const analysis *x = r->x;
    if (!r->last.known || !r->last.day_known || r->last.block != r->block) return false;
    const sentence *s = &x->sentences.items[r->last.sentence];
    const deed_word *deeds = deeds_of(x->grammar, annals_text_of("D"));
    size_t start, end;
    for (size_t at = s->start; deeds && text_word(x->text, at, &start, &end) && end <= s->end; at = end)
        for (const deed_word *d = deeds; d->noun && !strcmp(d->noun, deeds->noun); d++)
            if (text_same_word(text_slice(x->text, start, end), d->verb)) return true;
    return false;
}

static void set_landing(resolver *r, int64_t day) {
    r->landing.known = true;
    r->landing.day = day;
}

void find_landing(resolver *r, expr *e) {
    enum { SAME_WAR = 2 /* years */ };
    int64_t known, day;
    bool date;
    if (!reckon_landing(e) || e->year != UNSET || !reckon_event(e, &known, &date)) return;
    bool beside = day_beside(r, e, r->raw + 1, &day) || (r->raw && day_beside(r, e, r->raw - 1, &day));
    int64_t behind = years_behind(r, known);
    bool other = behind < -SAME_WAR || behind > SAME_WAR;
    if (beside) set_landing(r, day);
    else if (!r->landing.known && !other) set_landing(r, known);
    else if (!r->landing.known && landed_before(r)) set_landing(r, r->last.first);
    if (r->landing.known && r->landing.day != known) {
        char phrase[64];
        because(r, "the text dates its own: %s", day_phrase(r->landing.day, phrase, sizeof phrase));
        reckon_settle(e, r->landing.day + e->shift);
    } else if (other && (behind < 0 || e->shift)) { /* not "in 1951, as he had on D-Day" */
        e->uncertain = true;
        because(r, "but the story is of %lld; it may be another one", (long long)r->story.year);
    }
}
