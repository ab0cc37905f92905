/* build_relative.c: what is counted from another time, lengths, sets and vague references. */
#include "builders.h"
#include "text.h"

/* (unit, how many away, part of day) */
bool build_deictic(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->base = BASE_NOW;
    e->unit = (time_unit)a[0].value;
    e->count = a[1].value;
    if (a[2].present) e->part = (annals_day_part)a[2].value;
    return true;
}

/* (unit, how many away, month) */
bool build_relative(const build_context *c, expr *e) {
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
bool build_ago(const build_context *c, expr *e) {
    e->base = BASE_NOW;
    e->unit = (time_unit)c->arguments[1].value;
    e->count = -c->arguments[0].value;
    if (c->arguments[0].value == COUNT_UNKNOWN) e->kind = EXPR_REF;
    e->direction = -1;
    return true;
}

/* "three days before the feast" counts from the feast, not from what was said. */
static bool leads_on(const build_context *c) {
    if (!in_context(c->grammar, word_before(c, c->end), CONTEXT_COUNTS_FROM) || c->end >= c->text.length) return false;
    size_t next, at = c->end;
    while (at < c->text.length && is_space_byte(c->text.data[at])) at++;
    return at < c->text.length &&
           (is_letter(text_decode(c->text, at, &next)) || is_digit((unsigned char)c->text.data[at]));
}

/* (count, unit) */
bool build_hence(const build_context *c, expr *e) {
    e->base = BASE_NOW;
    e->unit = (time_unit)c->arguments[1].value;
    e->count = c->arguments[0].value;
    e->direction = 1;
    return e->count != COUNT_UNKNOWN;
}

/* (unit, how many away, part of day, sign) from what was said last */
bool build_same(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->base = BASE_SAID;
    e->unit = (time_unit)a[0].value;
    e->count = a[1].value;
    if (e->unit < UNIT_DAY) return false;
    if (a[1].value == COUNT_UNKNOWN && a[1].present && a[3].present) return false;
    if (a[3].present) e->count = -e->count;
    if (a[3].present && leads_on(c)) return false;
    if (a[2].present && a[2].value) e->part = (annals_day_part)a[2].value;
    return true;
}

/* (tens, units, hundreds): "twenty-five", "three hundred and ten" */
bool build_number(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->kind = EXPR_NUMBER;
    e->count = a[0].value + value_or(&a[1], 0) + 100 * value_or(&a[2], 0);
    return e->count < 1000;
}

/* (direction, count, unit) */
bool build_span(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    e->base = BASE_NOW;
    e->direction = c->arguments[0].value;
    e->count = c->arguments[1].value;
    e->unit = (time_unit)c->arguments[2].value;
    return true;
}

bool build_length(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    e->count = c->arguments[0].value;
    e->unit = (time_unit)c->arguments[1].value;
    return true;
}

bool build_repeat(const build_context *c, expr *e) {
    e->kind = EXPR_SET;
    e->unit = (time_unit)c->arguments[0].value;
    e->count = 1;
    if (c->arguments[1].present) e->weekday = c->arguments[1].value;
    return true;
}

bool build_vague(const build_context *c, expr *e) {
    e->kind = EXPR_REF;
    e->direction = c->arguments[0].value;
    return true;
}

/* "the 26th ult.": (day, how many months away) */
bool build_old_month(const build_context *c, expr *e) {
    if (!c->ends) return false;
    expr *month = &c->ends[0];
    *month = blank(EXPR_POINT);
    month->base = BASE_NOW;
    month->unit = UNIT_MONTH;
    month->count = c->arguments[1].value;
    e->day = c->arguments[0].value;
    e->of = month;
    return true;
}
