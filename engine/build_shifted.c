/* build_shifted.c: a length counted from a date that stands beside it. */
#include "builders.h"
#include "text.h"

/* (day with a name, sign, count): "D-Day plus 3" */
bool build_days_off(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const expr *d = a[0].node;
    enum { MOST_DAYS = 999 };
    if (!is_point(d) || d->named == UNSET || d->shift || a[2].value > MOST_DAYS) return false;
    *e = *d;
    e->shift = a[1].value * a[2].value;
    return true;
}

bool lasts_so_long(const build_context *c, const expr *length) {
    annals_text lead = word_before(c, before_spaces(c, c->start));
    return has_role(c->grammar, lead, ROLE_FOR) && (length->count == COUNT_UNKNOWN || text_begins_upper(lead));
}

/* "ten days earlier than in 1921": how long, measured by a time; but "it came ten years later than there" */
static bool is_measured_by_date(const build_context *c) {
    annals_text than = word_behind(c);
    if (!in_context(c->grammar, than, CONTEXT_THAN)) return false;
    annals_text word = word_at(c, after_spaces(c, place_of(c, than) + than.length));
    if (!word.length) return false;
    return is_digit((unsigned char)*word.data) || has_role(c->grammar, word, ROLE_LEAD) ||
           in_context(c->grammar, word, CONTEXT_SURE | CONTEXT_CALENDAR_WORD);
}

/* (length, base, direction): "two weeks ago", "half a century later", "a few days earlier" */
bool build_shifted(const build_context *c, expr *e) {
    enum { AGES = 1000 };
    const build_argument *a = c->arguments;
    const expr *length = a[0].node;
    if (!length || length->kind != EXPR_DURATION || length->direction || leads_on(c, e)) return false;
    if (is_measured_by_date(c)) return false;
    if (!whole_parts(length, e)) return false;
    e->base = (expr_base)a[1].value;
    e->direction = a[2].value;
    e->approximate = length->approximate;
    e->uncertain |= length->least != 0;
    bool ages = length->unit == UNIT_YEAR && length->count >= AGES; /* "nine thousand years ago": of no year */
    if (length->count == COUNT_UNKNOWN || ages) e->kind = EXPR_REF;
    e->count *= e->direction;
    return !lasts_so_long(c, length) || e->direction < 0;
}

/* "two days after, they left", and not "two days after they left" */
bool build_shifted_apart(const build_context *c, expr *e) {
    char behind = byte_at(c, c->end);
    bool goes_on =
        text_same_word(word_before(c, c->end), "since") && in_context(c->grammar, word_behind(c), CONTEXT_JOINER);
    return (!behind || byte_in(behind, ",.;:)") || goes_on) && build_shifted(c, e); /* "a fortnight since and died" */
}

/* "Eighteen years on he was back", and not "ten years on the run": who acts stands behind, where it opens a sentence.
 */
bool build_shifted_on(const build_context *c, expr *e) {
    size_t at;
    bool opens = text_begins_upper(own_words(c)) || sign_before(c, &at) == ';'; /* "; a few weeks back he fell" */
    bool acts =
        opens && in_context(c->grammar, word_behind(c), CONTEXT_SUBJECT | CONTEXT_PAST); /* "Two years on came the" */
    return acts ? build_shifted(c, e) : build_shifted_apart(c, e);
}

bool names_unit(const expr *e) {
    return is_point(e) && e->base == BASE_SAID && e->unit >= UNIT_DAY && !e->count && e->day == UNSET;
}

/* (length or unit, date, direction, "the day" where it is to that): "ten days after 5 May", "the day after 5 May" */
bool build_shifted_from(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const expr *length = a[0].node, *from = a[1].node;
    if (!length || !is_point(from)) return false;
    bool unit = names_unit(length);
    if (!unit && (length->kind != EXPR_DURATION || length->direction || length->count == COUNT_UNKNOWN)) return false;
    if (!whole_parts(length, e) || e->unit < UNIT_DAY) return false;
    e->base = BASE_DATE;
    e->of = from;
    e->count = (unit ? 1 : e->count) * a[2].value;
    e->same = a[3].present;
    bool day = e->same && names_unit(a[3].node) && a[3].node->unit == UNIT_DAY;
    return !e->same || (day && e->unit <= UNIT_YEAR);
}

/* (length or unit, date, direction): "a day after the June 3 vote", "ten years after the 1905 revolution" */
bool build_shifted_from_dated(const build_context *c, expr *e) {
    enum { SHORTEST = 4 };
    const expr *x = c->arguments[1].node;
    annals_text what = word_behind(c);
    size_t next;
    bool plain = is_point(x) && !x->base && !x->limit && !x->third && x->last_day == UNSET && !has_clock(x);
    bool noun = what.length >= SHORTEST && is_lower(text_decode(what, 0, &next)) &&
                !in_context(c->grammar, what, CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_PAST);
    if (!plain || !noun || !build_shifted_from(c, e)) return false;
    bool day = x->month != UNSET && x->day != UNSET, year = x->year != UNSET && x->month == UNSET && x->season == UNSET;
    return day || (year && e->unit >= UNIT_YEAR);
}

/* (length or long unit, date, direction): "the two weeks after 3 May", "the decade before 1914": a span, and not its
 * end */
bool build_beside(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const expr *length = a[0].node, *from = a[1].node;
    if (!length || !is_point(from) || from->limit || has_clock(from)) return false;
    bool unit = names_unit(length) && length->unit >= UNIT_DECADE;
    if (!unit && (length->kind != EXPR_DURATION || length->direction || length->count == COUNT_UNKNOWN)) return false;
    if (!unit && a[0].start == c->start) return false; /* "a week after Easter 1916" is a day */
    if (!whole_parts(length, e) || e->unit < UNIT_DAY) return false;
    e->kind = EXPR_DURATION;
    e->base = BASE_DATE;
    e->place = LENGTH_BESIDE;
    e->of = from;
    e->direction = a[2].value;
    if (unit) e->count = 1;
    return true;
}
