#include "build.h"

#include "civil.h"
#include "text.h"

static expr blank(expr_kind kind) {
    return (expr){.kind = kind, .century = UNSET, .decade = UNSET, .year = UNSET, .season = UNSET, .month = UNSET,
                  .week_of_month = UNSET, .day = UNSET, .weekday = UNSET, .hour = UNSET, .minute = UNSET, .second = UNSET,
                  .iso_week = UNSET, .last_day = UNSET};
}

static int32_t value_or(const build_argument *a, int32_t otherwise) {
    return a->present ? a->value : otherwise;
}

static bool said(const build_argument *a) {
    return a->present && (a->value || a->digits);
}

static void set_year(expr *e, const build_argument *year) {
    if (!said(year)) return;
    e->year = year->value;
    e->short_year = year->digits == 2;
}

static bool is_point(const expr *e) {
    return e && e->kind == EXPR_POINT;
}

static bool has_clock(const expr *e) {
    return e->hour != UNSET || e->part != ANNALS_DAY_PART_NONE;
}

static bool build_none(const build_context *c, expr *e) {
    (void)c;
    (void)e;
    return true;
}

/* ---------------------------------------------------------------- calendar dates */

static bool day_possible(const expr *e) {
    if (e->month == UNSET || e->day == UNSET) return true;
    int64_t year = e->year == UNSET || e->short_year ? 2000 : e->year; /* a leap year: 29 February may be */
    return civil_valid(year, e->month, e->day);
}

static bool build_ymd(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    set_year(e, &a[0]);
    if (a[1].present) e->month = a[1].value;
    if (a[2].present) e->day = a[2].value;
    e->impossible = !day_possible(e);
    return true;
}

/* (year, month, day, hour, minute, second) */
static bool build_iso_time(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (!build_ymd(c, e) || a[3].value > 23) return false;
    e->hour = a[3].value;
    e->minute = a[4].value;
    if (a[5].present) e->second = a[5].value;
    return true;
}

/* Three numbers with slashes: what cannot be a month settles the order; otherwise month first, and unsure. */
static bool build_numeric(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t first = a[0].value, second = a[1].value;
    if (a[0].digits > 2 || a[1].digits > 2 || first < 1 || second < 1 || (first > 12 && second > 12)) return false;
    set_year(e, &a[2]);
    bool day_first = first > 12;
    e->day = day_first ? first : second;
    e->month = day_first ? second : first;
    e->numeric_order_unsure = e->uncertain = first <= 12 && second <= 12 && first != second;
    e->impossible = !day_possible(e);
    return e->day <= 31;
}

/* (year, month, first day, last day) or (year, first month, 0, 0, last month) */
static bool build_day_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    set_year(e, &a[0]);
    e->month = a[1].value;
    if (a[4].present) {
        if (a[4].value <= a[1].value) return false;
        e->last_day = a[4].value; /* a month: day stays unset */
        return true;
    }
    if (a[3].value <= a[2].value) return false;
    e->day = a[2].value;
    e->last_day = a[3].value;
    expr last = *e;
    last.day = last.last_day;
    e->impossible = !day_possible(e) || !day_possible(&last);
    return true;
}

/* ---------------------------------------------------------------- years */

static uint32_t sign_before(const build_context *c, size_t *at) {
    size_t i = c->start, next;
    while (i && (c->text.data[i - 1] == ' ' || c->text.data[i - 1] == '\n')) i--;
    *at = i;
    if (!i) return 0;
    do i--;
    while (i && ((unsigned char)c->text.data[i] & 0xC0) == 0x80);
    return text_decode(c->text, i, &next);
}

static annals_text word_before(const build_context *c, size_t end) {
    size_t start = end;
    while (start && ((c->text.data[start - 1] | 32) >= 'a' && (c->text.data[start - 1] | 32) <= 'z')) start--;
    return text_slice(c->text, start, end);
}

static bool one_of(annals_text word, const char *const *words) {
    for (; *words; words++)
        if (text_same_word(word, *words)) return true;
    return false;
}

/* Four digits are a year after a word that leads to one, at the start of a sentence, or after a comma or bracket when
 * nothing that they could count follows. */
static bool year_expected(const build_context *c) {
    static const char *const leads[] = {"in",   "since",  "by",     "of",     "from",    "until",  "till", "during", "before",
                                        "after", "early", "late",   "mid",    "to",      "through", "and", "between", "circa",
                                        "about", "around", "year",  "years",  "or",      "for",     "spring", "summer",
                                        "autumn", "fall", "winter", "throughout", "ca", "c", NULL};
    size_t at;
    uint32_t sign = sign_before(c, &at);
    if (!sign || sign == '(' || sign == '[' || sign == ',' || sign == ';' || sign == '.' || is_dash(sign)) return true;
    return one_of(word_before(c, at), leads);
}

static bool build_bare_year(const build_context *c, expr *e) {
    set_year(e, &c->arguments[0]);
    return year_expected(c);
}

/* Ranges of years need no expressions of their own: the first and the last year say all. */
static bool build_year_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t last = a[1].value;
    if (a[1].digits == 2) last += a[0].value / 100 * 100;
    if (last <= a[0].value) return false;
    e->year = a[0].value;
    e->last_day = last; /* month stays unset: the last year */
    return true;
}

static bool build_decade(const build_context *c, expr *e) {
    if (c->arguments[0].value % 10) return false;
    e->decade = c->arguments[0].value / 10;
    return true;
}

static bool build_century(const build_context *c, expr *e) {
    e->century = c->arguments[0].value;
    return true;
}

static bool build_era(const build_context *c, expr *e) {
    if (c->arguments[0].value < 1) return false;
    e->year = c->arguments[0].value;
    e->era = c->arguments[1].value;
    return true;
}

/* (season, year, second year of a winter) */
static bool build_season(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->season = a[0].value;
    set_year(e, &a[1]);
    return !a[2].present || a[2].value % 100 == (a[1].value + 1) % 100;
}

/* ---------------------------------------------------------------- weekdays */

/* (weekday, direction) */
static bool build_weekday(const build_context *c, expr *e) {
    e->weekday = c->arguments[0].value;
    e->base = BASE_STORY;
    e->unit = UNIT_WEEK;
    if (c->arguments[1].present) {
        e->count = c->arguments[1].value;
        e->direction = e->count ? e->count : 2; /* 2: this week's */
    }
    return true;
}

static bool build_weekday_date(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    if (!is_point(d) || d->day == UNSET || d->weekday != UNSET || d->last_day != UNSET) return false;
    *e = *d;
    e->weekday = c->arguments[0].value;
    return true;
}

/* ---------------------------------------------------------------- times of day */

/* (hour, minute, second, 0 a.m., 12 p.m. or 24 for four digits) */
static bool build_clock(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t hour = a[0].value, minute = value_or(&a[1], 0), half = a[3].present ? a[3].value : -1;
    if (half == 24) {
        minute = hour % 100;
        hour /= 100;
    } else if (half >= 0) {
        if (hour < 1 || hour > 12) return false;
        hour = hour % 12 + half;
    }
    if (hour > 24 || minute > 59 || (hour == 24 && minute)) return false;
    e->hour = hour;
    e->minute = minute;
    if (a[2].present && a[2].digits) e->second = a[2].value;
    return true;
}

static bool build_part(const build_context *c, expr *e) {
    e->part = (annals_day_part)c->arguments[0].value;
    if (e->part != ANNALS_NOON && e->part != ANNALS_MIDNIGHT) return true;
    e->hour = e->part == ANNALS_NOON ? 12 : 0;
    e->minute = 0;
    return true;
}

static bool build_with_clock(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *t = c->arguments[1].node;
    bool whole_day = is_point(d) && !has_clock(d) && d->last_day == UNSET && (d->day != UNSET || d->weekday != UNSET || d->unit == UNIT_DAY);
    if (!whole_day || !is_point(t) || !has_clock(t) || t->base != BASE_NONE || t->day != UNSET) return false;
    *e = *d;
    e->hour = t->hour;
    e->minute = t->minute;
    e->second = t->second;
    e->part = t->part;
    return true;
}

static bool build_with_part(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!is_point(d) || has_clock(d)) return false;
    if (d->day == UNSET && d->weekday == UNSET && d->unit != UNIT_DAY) return false;
    if (d->last_day != UNSET && d->last_day != d->day + 1) return false;
    *e = *d;
    e->part = (annals_day_part)c->arguments[1].value;
    /* The night of 26-27 is the one that begins on the 26th; no other part of the day has two dates. */
    if (e->last_day != UNSET && e->part != ANNALS_NIGHT) return false;
    e->last_day = UNSET;
    return true;
}

/* ---------------------------------------------------------------- relative times */

/* (unit, how many away, part of day) */
static bool build_deictic(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->base = BASE_NOW;
    e->unit = (time_unit)a[0].value;
    e->count = a[1].value;
    if (a[2].present) e->part = (annals_day_part)a[2].value;
    return true;
}

/* (unit, how many away, month) */
static bool build_relative(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->base = BASE_STORY;
    e->unit = (time_unit)a[0].value;
    if (e->unit < UNIT_DAY) return false;
    e->count = a[1].value;
    e->direction = a[1].value ? a[1].value : 2;
    if (a[2].present) e->month = a[2].value;
    return true;
}

/* (count, unit) */
static bool build_ago(const build_context *c, expr *e) {
    e->base = BASE_NOW;
    e->unit = (time_unit)c->arguments[1].value;
    e->count = -c->arguments[0].value;
    if (c->arguments[0].value == COUNT_UNKNOWN) e->kind = EXPR_REF;
    e->direction = -1;
    return true;
}

/* (unit, how many away, part of day, sign) from what was said last */
static bool build_same(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->base = BASE_SAID;
    e->unit = (time_unit)a[0].value;
    e->count = a[1].value;
    if (e->unit < UNIT_DAY) return false;
    if (a[1].value == COUNT_UNKNOWN && a[1].present && a[3].present) return false;
    if (a[3].present) e->count = -e->count;
    if (a[2].present && a[2].value) e->part = (annals_day_part)a[2].value;
    return true;
}

/* (direction, count, unit) */
static bool build_span(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    e->base = BASE_NOW;
    e->direction = c->arguments[0].value;
    e->count = c->arguments[1].value;
    e->unit = (time_unit)c->arguments[2].value;
    return true;
}

static bool build_length(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    e->count = c->arguments[0].value;
    e->unit = (time_unit)c->arguments[1].value;
    return true;
}

static bool build_repeat(const build_context *c, expr *e) {
    e->kind = EXPR_SET;
    e->unit = (time_unit)c->arguments[0].value;
    e->count = 1;
    if (c->arguments[1].present) e->weekday = c->arguments[1].value;
    return true;
}

static bool build_vague(const build_context *c, expr *e) {
    e->kind = EXPR_REF;
    e->direction = c->arguments[0].value;
    return true;
}

/* ---------------------------------------------------------------- combinations */

static bool build_with_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *y = c->arguments[1].node;
    if (!is_point(d) || !is_point(y) || d->year != UNSET || y->year == UNSET || y->month != UNSET) return false;
    *e = *d;
    e->year = y->year;
    return true;
}

/* "October 30 of this year" */
static bool build_of_relative(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *r = c->arguments[1].node;
    if (!is_point(d) || !is_point(r) || d->year != UNSET || d->base != BASE_NONE) return false;
    if (d->month == UNSET && d->season == UNSET) return false;
    if (r->base == BASE_NONE || r->unit != UNIT_YEAR || r->month != UNSET) return false;
    *e = *d;
    e->of = r;
    return true;
}

static bool build_third(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    if (!is_point(d) || d->day != UNSET || has_clock(d) || d->weekday != UNSET || d->third || d->last_day != UNSET) return false;
    if (d->unit == UNIT_DAY) return false;
    *e = *d;
    e->third = c->arguments[0].value;
    return true;
}

static bool build_approximate(const build_context *c, expr *e) {
    if (!is_point(c->arguments[0].node)) return false;
    *e = *c->arguments[0].node;
    e->approximate = true;
    return true;
}

/* (nth, month, year) */
static bool build_week_of_month(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[0].value < 1 || a[0].value > 5) return false;
    e->week_of_month = a[0].value;
    e->month = a[1].value;
    set_year(e, &a[2]);
    return true;
}

/* (third, year, whether it is a decade) */
static bool build_third_year(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->third = a[0].value;
    if (!a[2].present) e->year = a[1].value;
    else if (a[1].value % 10) return false;
    else e->decade = a[1].value / 10;
    return true;
}

static bool bounded(const expr *e) {
    return e && (e->kind == EXPR_POINT || e->kind == EXPR_RANGE) && !e->limit;
}

static bool build_range(const build_context *c, expr *e) {
    const expr *from = c->arguments[0].node, *to = c->arguments[1].node;
    if (!is_point(from) || !is_point(to)) return false;
    e->kind = EXPR_RANGE;
    e->from = from;
    e->to = to;
    return true;
}

static bool limited(const build_context *c, expr *e, expr_limit limit) {
    const expr *d = c->arguments[0].node;
    if (!bounded(d) || d->kind != EXPR_POINT || d->last_day != UNSET) return false;
    *e = *d;
    e->limit = limit;
    return true;
}

static bool build_until(const build_context *c, expr *e) {
    return limited(c, e, LIMIT_UNTIL);
}

static bool build_since(const build_context *c, expr *e) {
    return limited(c, e, LIMIT_SINCE);
}

bool build(int constructor, const build_context *context, expr *out) {
    static bool (*const constructors[])(const build_context *, expr *) = {
#define X(name) [CONSTRUCTOR_##name] = build_##name,
        CONSTRUCTORS(X)
#undef X
    };
    *out = blank(EXPR_POINT);
    return constructors[constructor](context, out);
}
