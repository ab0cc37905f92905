/* resolve_length.c: how long -> a length, and where it lies when that is told. */
#include "around.h"
#include "civil.h"
#include "language.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

static int64_t units_before(int64_t day, time_unit unit, int64_t count) {
    switch (unit) {
    case UNIT_WEEK:
        return day + 7 * count;
    case UNIT_MONTH:
        return civil_add_months(day, count);
    case UNIT_QUARTER:
        return civil_add_months(day, 3 * count);
    case UNIT_YEAR:
        return civil_add_months(day, 12 * count);
    case UNIT_DECADE:
        return civil_add_months(day, 120 * count);
    case UNIT_CENTURY:
        return civil_add_months(day, 1200 * count);
    default:
        return day + count;
    }
}

static void place_days(resolver *r, int64_t first, int64_t last, annals_mention *m) {
    char from[64], to[64];
    annals_when *w = own_when(r, m);
    r->failed |= !w;
    if (!w) return;
    when_span(w, first, last);
    w->granularity = ANNALS_DAY;
    char a[ANNALS_BOUND_SIZE], b[ANNALS_BOUND_SIZE];
    w->edtf =
        arena_printf(&r->c->arena, "%s/%s", annals_bound_iso(w->begin.earliest, a), annals_bound_iso(w->end.latest, b));
    r->failed |= !w->edtf.data;
    because(r, "so it runs from %s to %s", day_phrase(first, from, sizeof from), day_phrase(last, to, sizeof to));
}

void place_length(resolver *r, const expr *e, int64_t base, annals_mention *m) {
    int64_t other = units_before(base, e->unit, (int64_t)e->direction * e->count);
    place_days(r, other < base ? other : base, other < base ? base : other, m);
}

/* An end of a length that is counted from a year or month: no sharper than that. */
static const reading *coarse_end(resolver *r, int64_t day, annals_granularity known) {
    expr end = blank_expr;
    set_date(&end, day);
    end.day = UNSET;
    if (known <= ANNALS_YEAR) end.month = UNSET;
    return reading_of(&r->readings, &r->c->arena, &end);
}

/* "over the following three years", behind "in 1905": 1905/1908 */
static void place_coarsely(resolver *r, int64_t first, int64_t last, annals_granularity known, annals_mention *m) {
    char from_phrase[64], to_phrase[64];
    const reading *from = coarse_end(r, first, known), *to = coarse_end(r, last, known);
    annals_when *w = own_when(r, m), range;
    r->failed |= !from || !to || !w;
    if (r->failed) return;
    range = from->when;
    r->failed = from != to && !when_range(&r->c->arena, &from->when, &to->when, &range);
    if (r->failed) return;
    range.duration = w->duration;
    *w = range;
    annals_when_phrase(&from->when, from_phrase, sizeof from_phrase);
    annals_when_phrase(&to->when, to_phrase, sizeof to_phrase);
    because(r, "so it runs from %s to %s", from_phrase, to_phrase);
}

/* "past two weeks", "next ten days": a length that ends or begins on a known day. */
static void place_span(resolver *r, const expr *e, annals_mention *m) {
    int64_t base;
    bool placed = e->direction && e->count != COUNT_UNKNOWN && e->unit >= UNIT_DAY && e->base != BASE_EVENT;
    if (!placed || !base_day(r, e->base == BASE_SAID ? BASE_SAID : BASE_STORY, UNIT_DAY, &base)) return;
    const annals_mention *from = r->anchored == NO_MENTION ? NULL : &r->c->mentions.items[r->anchored];
    annals_granularity known = from ? from->when->granularity : ANNALS_DAY;
    if (e->unit >= UNIT_DECADE && known > ANNALS_YEAR) known = ANNALS_YEAR; /* "the past two centuries" */
    int64_t other = units_before(base, e->unit, (int64_t)e->direction * e->count);
    if (known >= ANNALS_WEEK) place_length(r, e, base, m);
    else place_coarsely(r, other < base ? other : base, other < base ? base : other, known, m);
}

/* "the quarter ended 30 September" is one of the calendar, "the year ended 30 September" is not. */
static bool ends_with_calendar(const expr *e, int64_t last, expr *point) {
    enum { YEAR = 12, HALF = 6, QUARTER = 3, FIRST_HALF = 4 };
    int64_t year;
    int month, day;
    annals_civil_of_day(last, &year, &month, &day);
    if (day != civil_month_length(year, month)) return false;
    int32_t months = e->count * (e->unit == UNIT_YEAR ? YEAR : e->unit == UNIT_QUARTER ? QUARTER : 1);
    bool whole = months == YEAR || months == HALF || months == 1 || e->unit == UNIT_QUARTER;
    if (!whole || months > YEAR || month % months) return false;
    set_date(point, last);
    point->day = UNSET;
    if (months > 1) point->month = UNSET;
    if (months == QUARTER) point->quarter = month / QUARTER;
    if (months == HALF) point->third = FIRST_HALF + month / HALF - 1;
    return true;
}

/* "the six months ended 30 June 1962": a length that ends on a date; "the first two weeks of May": with its first day.
 */
static bool resolve_reported(resolver *r, const expr *e, annals_mention *m) {
    int64_t first, last;
    expr end;
    complete(r, e->of, &end);
    if (!set_reading(r, e, m) || !when_days(&end, &first, &last)) return m->when;
    if (e->direction > 0) {
        place_days(r, first, units_before(first, e->unit, e->count) - 1, m);
        return !r->failed;
    }
    if (ends_with_calendar(e, last, &end)) return set_reading(r, &end, m);
    place_days(r, units_before(last + 1, e->unit, -(int64_t)e->count), last, m);
    return !r->failed;
}

/* "the two weeks after 3 May 1962": a length that begins or ends with a date. */
static bool resolve_beside(resolver *r, const expr *e, annals_mention *m) {
    int64_t first, last;
    expr point;
    complete(r, e->of, &point);
    const reading *read = reading_of(&r->readings, &r->c->arena, &point);
    if (!read || !set_reading(r, e, m)) return false;
    if (!when_days(&point, &first, &last)) return true;
    annals_granularity known = read->when.granularity;
    int64_t base = e->direction > 0 && known >= ANNALS_WEEK ? last : first;
    int64_t other = units_before(base, e->unit, (int64_t)e->direction * e->count);
    if (known >= ANNALS_WEEK) place_length(r, e, base, m);
    else place_coarsely(r, other < base ? other : base, other < base ? base : other, known, m);
    return !r->failed;
}

/* "He will come in two weeks": the day, week or month that is so far off. */
static bool resolve_ahead(resolver *r, const expr *e, annals_mention *m) {
    expr point = blank_expr;
    point.base = BASE_NOW;
    point.unit = e->unit;
    point.count = e->count;
    point.direction = 1;
    point.approximate = e->approximate || e->least; /* "in two or three weeks" */
    return resolve_point(r, &point, m);
}

/* "six to eight weeks": the longer, which is doubted. */
static void say_least(resolver *r, const expr *e) {
    if (!e->least || !r->explains) return;
    expr other = *e;
    other.count = e->least;
    annals_text least = when_duration(&r->c->arena, &other);
    because(r, "it may be no more than %.*s", (int)least.length, least.data);
}

bool resolve_duration(resolver *r, const expr *e, annals_mention *m) {
    bool from_now = e->base == BASE_NOW && !e->direction && r->mode == ANNALS_MODE_DOCUMENT;
    if (from_now && looks_on(tense_of(r))) return resolve_ahead(r, e, m);
    if (e->base == BASE_DATE) return e->place == LENGTH_BESIDE ? resolve_beside(r, e, m) : resolve_reported(r, e, m);
    if (!set_reading(r, e, m)) return false;
    say_least(r, e);
    place_span(r, e, m);
    return !r->failed;
}

/* "Founded in 1983, it grew over the next decade": the ten years from then, and not the 1990s; but "in the 1880s ...
 * over the next decade" goes from one to the other. */
bool lasts_over(resolver *r, const expr *e, expr *length) {
    bool next = e->base && e->count == 1 && e->unit >= UNIT_WEEK && e->unit <= UNIT_CENTURY && !e->part && !e->third;
    if (!next || e->same || e->of || e->limit || e->weekday != UNSET || e->season != UNSET || e->month != UNSET)
        return false;
    annals_text lead;
    word_led(r->x, r->raw, &lead);
    if (!has_role(r->x->grammar, lead, ROLE_OVER)) return false;
    bool story = e->base == BASE_SAID || r->mode == ANNALS_MODE_NARRATIVE;
    const said *from = story && r->last.known ? said_for(r, e->unit) : NULL;
    if (from && granularity_said(r, from) <= granularity_of_unit(e->unit) && e->unit > UNIT_YEAR) return false;
    *length = blank_expr;
    length->kind = EXPR_DURATION;
    length->base = e->base;
    length->unit = e->unit;
    length->count = length->direction = 1;
    return true;
}
