/* build_named.c: days with a name: feasts, holidays, saints, what happened on one. */
#include "builders.h"
#include "civil.h"
#include "days.h"
#include "text.h"
#include "when.h"

#include <string.h>

/* "Christmas Humphreys", "the Easter Rising": a single word before a capital is part of a name. */
static bool part_of_name(const build_context *c) {
    annals_text words = own_words(c), behind = word_behind(c);
    return !memchr(words.data, ' ', words.length) && text_begins_upper(behind);
}

/* (the day's number in named_days, whether only a preposition makes a time of it, whether the days around it are meant
 * too): one that is the same in every year needs no rule any more. */
bool build_named(const build_context *c, expr *e) {
    const named_day *day = &named_days[c->arguments[0].value];
    const day_rule *rule = &day_rules[day->first];
    bool always = day->count == 1 && rule->since == INT32_MIN && rule->until == INT32_MAX;
    e->unit = UNIT_DAY;
    e->loose = c->arguments[1].present || part_of_name(c);
    e->uncertain = rule->kind == DAY_RULE_national;
    if (c->arguments[2].present) { /* "Whitsuntide", which says too little without its year */
        e->unit = UNIT_NONE;
        e->approximate = true;
    }
    if (always && rule->kind == DAY_RULE_fixed) {
        e->month = rule->numbers[0];
        e->day = rule->numbers[1];
    } else {
        e->named = c->arguments[0].value;
    }
    return true;
}

/* (named day): "every Fourth of July" */
bool build_repeat_named(const build_context *c, expr *e) {
    const day_rule *rule = &day_rules[named_days[c->arguments[0].value].first];
    e->kind = EXPR_SET;
    e->unit = UNIT_YEAR;
    e->count = 1;
    e->month = rule->numbers[0];
    e->day = rule->numbers[1];
    return rule->kind == DAY_RULE_fixed;
}

/* "Mother's Day", which other nations keep on another day; "Old Christmas" */
bool build_named_unsure(const build_context *c, expr *e) {
    e->uncertain = build_named(c, e);
    return e->uncertain;
}

/* (named day): "Holy Week", the one that it lies in */
bool build_named_week(const build_context *c, expr *e) {
    e->whole_week = true;
    return build_named(c, e) && !e->loose;
}

/* (named day, how many of them): "three Christmases ago" */
bool build_named_ago(const build_context *c, expr *e) {
    int32_t count = c->arguments[1].value;
    if (count < 2 || !build_named(c, e)) return false;
    e->base = BASE_STORY;
    e->unit = UNIT_YEAR;
    e->direction = -1;
    e->count = 1 - count;
    e->loose = false;
    return true;
}

/* "before the Armistice", "before All Saints", and neither "of the Armistice of Mudros" nor "All Saints Church" */
bool build_named_alone(const build_context *c, expr *e) {
    annals_text behind = word_behind(c);
    bool other = in_context(c->grammar, behind, CONTEXT_GENITIVE | CONTEXT_WEAK) || text_same_word(behind, "with");
    return stands_alone(c) && !other && build_named(c, e);
}

/* "the third day of Christmas", of which there are twelve */
bool build_day_of_christmas(const build_context *c, expr *e) {
    enum { DECEMBER = 12, CHRISTMAS = 25, LAST = 12 };
    int32_t nth = c->arguments[0].value;
    e->unit = UNIT_DAY;
    e->month = DECEMBER;
    e->day = CHRISTMAS;
    e->loose = true;
    move_day(e, nth - 1);
    return nth >= 1 && nth <= LAST;
}

/* (which one, the first of several that follow each other): "2. Advent" */
bool build_nth_named(const build_context *c, expr *e) {
    enum { MOST = 4 };
    e->unit = UNIT_DAY;
    e->named = c->arguments[1].value + c->arguments[0].value - 1;
    return c->arguments[0].value >= 1 && c->arguments[0].value <= MOST;
}

void move_day(expr *e, int32_t days) {
    enum { FEBRUARY = 2, SHORTEST = 28, ANY_YEAR = 1999 };
    int32_t day = e->day + days;
    bool plain =
        e->month != UNSET && e->day != UNSET && e->reckoning == RECKON_CIVIL && e->calendar == ANNALS_GREGORIAN;
    bool back = plain && day == 0 && e->month > FEBRUARY + 1;
    if (back) e->day = civil_month_length(ANY_YEAR, --e->month);
    else if (plain && day > 0 && day <= SHORTEST) e->day = day;
    else e->shift = days;
}

/* "St. Agnes' Eve": (month and day as one number, days from it, year) */
bool build_saints_day(const build_context *c, expr *e) {
    e->unit = UNIT_DAY;
    e->month = c->arguments[0].value / 100;
    e->day = c->arguments[0].value % 100;
    set_year(e, &c->arguments[2]);
    move_day(e, value_or(&c->arguments[1], 0));
    return true;
}

/* "on Bloody Sunday", "after the Boston Tea Party": (named day) */
bool build_cued_day(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!is_point(d) || d->unit != UNIT_DAY) return false;
    *e = *d;
    return true;
}

/* "Christmas morning 1776": (named day, part of day, year) */
bool build_part_with_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!is_point(d) || d->unit != UNIT_DAY || d->year != UNSET || has_clock(d)) return false;
    *e = *d;
    e->part = (annals_day_part)c->arguments[1].value;
    set_year(e, &c->arguments[2]);
    return e->part != ANNALS_NOON && e->part != ANNALS_MIDNIGHT;
}

bool lacks_only_year(const expr *d) {
    return is_point(d) && d->year == UNSET && d->base == BASE_NONE && !d->of && !has_clock(d);
}

/* (date, year, era) */
bool build_with_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!lacks_only_year(d)) return false;
    *e = *d;
    set_year(e, &c->arguments[1]);
    if (c->arguments[2].present) e->era = c->arguments[2].value;
    return true;
}

static bool whole_day(const expr *d) {
    bool dated = d && ((d->month != UNSET && d->day != UNSET) || d->named != UNSET) && !d->reign;
    return dated && is_point(d) && !has_clock(d) && !d->nth && !d->near && d->last_day == UNSET && !d->limit &&
           d->weekday == UNSET;
}

/* (named day, date): "Easter Monday, 24 April 1916", where both are one day */
bool build_named_date(const build_context *c, expr *e) {
    const expr *named = c->arguments[0].node, *date = c->arguments[1].node;
    int64_t day, other, last;
    if (!whole_day(named) || !lacks_only_year(named) || !whole_day(date) || date->year == UNSET) return false;
    annals_text words = look(c, c->arguments[0].start, c->arguments[0].end);
    expr dated = *named;
    dated.year = date->year;
    *e = *date;
    bool digits = words.length && is_digit((unsigned char)words.data[words.length - 1]);
    return !digits && when_days(&dated, &day, &last) && when_days(date, &other, &last) && day == other;
}

/* "the eve of 5 May": (date, the eve where that is a time by itself: "la veille", "le lendemain", days after instead)
 */
bool build_eve(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *eve = c->arguments[1].node;
    bool near = !eve || (eve->base == BASE_SAID && eve->unit == UNIT_DAY && eve->count && !eve->part);
    if (!whole_day(d) || !near) return false;
    *e = *d;
    move_day(e, eve ? eve->count : value_or(&c->arguments[2], -1));
    return true;
}

/* (day with a name): "Candlemas Eve", "Michaelmas eve" */
bool build_feast_eve(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    bool feast = is_point(d) && d->unit == UNIT_DAY && !d->base && d->year == UNSET && !d->shift && build_eve(c, e);
    e->loose = false;
    return feast;
}

/* "the Monday after Easter 1916": (weekday, direction, date, year, which of them) */
bool build_weekday_near(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (!whole_day(a[2].node)) return false;
    *e = *a[2].node;
    e->weekday = a[0].value;
    e->near = a[1].value;
    if (a[4].present) e->shift = 7 * (a[4].value - 1) * e->near;
    if (said(&a[3]) && e->year != UNSET) return false;
    set_year(e, &a[3]);
    return true;
}

/* (feast, year): "Labor Day weekend 1994" */
bool build_weekend_of_feast(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *y = c->arguments[1].node;
    bool feast = is_point(d) && d->named != UNSET && !d->base && !d->shift && !d->weekend;
    bool year = !y || (is_point(y) && y->year != UNSET && y->month == UNSET && !y->base && !y->limit && !y->third);
    bool given = c->arguments[1].present;
    if (!feast || !year || !whole_day(d) || (given && d->year != UNSET)) return false;
    *e = *d;
    e->weekend = true;
    if (y) e->year = y->year;
    else if (given) set_year(e, &c->arguments[1]);
    return true;
}

/* (day, 1, year): "the weekend after Thanksgiving" */
bool build_weekend_near(const build_context *c, expr *e) {
    enum { SATURDAY = 6 };
    const build_argument *a = c->arguments;
    if (!whole_day(a[0].node) || (said(&a[2]) && a[0].node->year != UNSET)) return false;
    *e = *a[0].node;
    e->weekday = SATURDAY;
    e->near = a[1].value;
    e->weekend = true;
    if (said(&a[2])) set_year(e, &a[2]);
    return true;
}
