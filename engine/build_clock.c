/* build_clock.c: times of day, alone and with their day. */
#include "builders.h"

/* (hour, minute, second, 0 a.m., 12 p.m. or 24 for four digits) */
bool build_clock(const build_context *c, expr *e) {
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

static expr clock_at(int32_t hour, int32_t minute) {
    expr e = blank(EXPR_POINT);
    e.hour = hour;
    e.minute = minute;
    return e;
}

/* Hours of a part of the day: 8 in the evening is 20, 3 at night is 3. */
static bool hour_in_part(int32_t *hour, int32_t part) {
    if (*hour < 1 || *hour > 12) return false;
    bool late =
        part == ANNALS_AFTERNOON || part == ANNALS_EVENING || (part == ANNALS_NIGHT && *hour >= 6 && *hour < 12);
    *hour = *hour % 12 + (late ? 12 : 0);
    return part != ANNALS_NOON && part != ANNALS_MIDNIGHT;
}

/* (hour, minute, part of day) */
bool build_clock_part(const build_context *c, expr *e) {
    int32_t hour = c->arguments[0].value;
    if (!hour_in_part(&hour, c->arguments[2].value)) return false;
    *e = clock_at(hour, value_or(&c->arguments[1], 0));
    return true;
}

static bool set_hours(const build_context *c, expr *e, expr from, expr to) {
    if (!c->ends) return false;
    c->ends[0] = from;
    c->ends[1] = to;
    e->kind = EXPR_RANGE;
    e->from = &c->ends[0];
    e->to = &c->ends[1];
    return true;
}

/* (first hour, last hour, half of the day, minutes of both): "from 11 to 1 p.m." begins in the half before. */
bool build_hour_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t first = a[0].value, last = a[1].value, half = a[2].value;
    if (first < 1 || first > 12 || last < 1 || last > 12) return false;
    int32_t from = first % 12 + half, to = last % 12 + half;
    if (from > to) from = from >= 12 ? from - 12 : from + 12;
    part_range(c, e, &a[a[3].present ? 3 : 0], &a[1]);
    return set_hours(c, e, clock_at(from, value_or(&a[3], 0)), clock_at(to, value_or(&a[4], 0)));
}

/* (first hour, last hour, part of day, minutes of both) */
bool build_hour_range_part(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t from = a[0].value, to = a[1].value;
    if (!hour_in_part(&from, a[2].value) || !hour_in_part(&to, a[2].value)) return false;
    part_range(c, e, &a[a[3].present ? 3 : 0], &a[1]);
    return set_hours(c, e, clock_at(from, value_or(&a[3], 0)), clock_at(to, value_or(&a[4], 0)));
}

bool build_part(const build_context *c, expr *e) {
    e->part = (annals_day_part)c->arguments[0].value;
    if (e->part != ANNALS_NOON && e->part != ANNALS_MIDNIGHT) return true;
    e->hour = e->part == ANNALS_NOON ? 12 : 24; /* midnight ends the day that it is said of */
    e->minute = 0;
    return true;
}

/* "9:40 on the morning of 27 March": the part of the day says which half, where the clock does not. */
static bool clock_fits_part(expr *e, annals_day_part part) {
    if (part == ANNALS_DAY_PART_NONE || e->hour == UNSET) return part == ANNALS_DAY_PART_NONE;
    int32_t hour = e->hour;
    if (hour >= 1 && hour <= 12 && hour_in_part(&hour, (int32_t)part)) e->hour = hour;
    return true;
}

/* "midnight on 24-25 April" is where the two days meet. */
static bool meets_midnight(const expr *d, const expr *t) {
    return t->part == ANNALS_MIDNIGHT && d->month != UNSET && d->day != UNSET && d->last_day == d->day + 1;
}

/* "8 to 10 a.m. on 5 October": the day is that of the beginning, the end follows it. */
static bool clocks_of_day(const build_context *c, const expr *d, const expr *t, expr *e) {
    bool alone = t->from->hour != UNSET && t->from->day == UNSET && t->from->base == BASE_NONE && t->to->day == UNSET;
    bool dated = is_point(d) && !has_clock(d) && d->last_day == UNSET &&
                 (d->day != UNSET || d->weekday != UNSET || d->unit == UNIT_DAY);
    if (!alone || !dated || d->limit || !c->ends) return false;
    expr from = *d;
    from.hour = t->from->hour;
    from.minute = t->from->minute;
    e->first_end = t->first_end;
    e->second_start = t->second_start;
    return set_hours(c, e, from, *t->to);
}

/* (date, clock) */
bool build_with_clock(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *t = c->arguments[1].node;
    if (d && t && t->kind == EXPR_RANGE) return clocks_of_day(c, d, t, e);
    if (!is_point(d) || !is_point(t) || d->hour != UNSET || !has_clock(t)) return false;
    bool one_day = d->last_day == UNSET || meets_midnight(d, t);
    bool dated = d->day != UNSET || d->weekday != UNSET || d->unit == UNIT_DAY;
    if (!one_day || !dated || t->base != BASE_NONE || t->day != UNSET || t->limit) return false;
    *e = *d;
    e->last_day = UNSET; /* where 24 and 25 April meet is the end of the 24th */
    e->hour = t->hour;
    e->minute = t->minute;
    e->second = t->second;
    e->part = t->part;
    e->approximate = d->approximate || t->approximate;
    return clock_fits_part(e, d->part) || !d->part;
}

bool build_with_part(const build_context *c, expr *e) {
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
