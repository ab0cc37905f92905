/* build_list.c: the elements of lists, each of which takes what it leaves out from its neighbour. */
#include "builders.h"
#include "text.h"

/* The words before the expression, commas and "and" aside, end in a digit or its "th". */
static bool ends_in_digit(const build_context *c) {
    size_t at;
    uint32_t sign = sign_before(c, &at);
    if (is_letter(sign)) {
        annals_text word = word_before(c, at);
        if (!in_context(c->grammar, word, CONTEXT_JOINER)) return false;
        at -= word.length;
    } else if (sign == ',') {
        at--;
    }
    while (byte_before(c, at) == ' ' || byte_before(c, at) == ',') at--;
    annals_text suffix = word_before(c, at);
    if (suffix.length <= 2 && at > suffix.length) at -= suffix.length; /* "3d", "5th" */
    return is_digit((unsigned char)byte_before(c, at));
}

/* A neighbour that can lend its month or year. */
static bool lends(const expr *d) {
    return is_point(d) && !d->base && !d->limit && !d->of && !has_clock(d) && !d->whole_week;
}

static bool is_century(const expr *d) {
    return d->century != UNSET && d->decade == UNSET && d->year == UNSET;
}

static bool is_millennium(const expr *d) {
    return d->millennium != UNSET && d->century == UNSET && d->year == UNSET;
}

/* "the first and third quarters", "the second and fourth Fridays in August" */
static int32_t *counted_field(expr *e) {
    if (is_century(e)) return &e->century;
    if (is_millennium(e)) return &e->millennium;
    if (e->quarter != UNSET && !e->base) return &e->quarter;
    return e->nth != UNSET && e->nth > 0 && e->weekday != UNSET && e->month != UNSET ? &e->nth : NULL;
}

/* The neighbour with another number, which stands before it; before Christ they count down. */
static bool take_number(expr *e, const expr *neighbour, int32_t nth, int32_t third) {
    *e = *neighbour;
    e->third = third;
    int32_t *field = counted_field(e);
    if (!field) return false;
    bool before = e->era < 0 ? nth > *field : nth < *field;
    *field = nth;
    return before && nth > 0;
}

/* What the neighbour says, but for the day; its range ends with it. */
static void take_day(expr *e, const expr *neighbour, int32_t day) {
    *e = *neighbour;
    e->weekday = UNSET;
    e->last_day = UNSET;
    e->first_end = e->second_start = 0;
    e->day = day;
    e->impossible = !day_possible(e);
}

/* "on 3 May 1921, the opening day": that day once more */
bool build_apposed_day(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!lends(d) || d->month == UNSET || d->day == UNSET) return false;
    take_day(e, d, d->day);
    return true;
}

/* (a day of a list, the number of another, whether that stands behind, a year behind both, a third): "October 22, 23
 * and 25", "5, 6 and 8 October", "October 22 and 25, 1962", "the late 18th and early 19th centuries". */
bool build_listed_day(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *year = c->arguments[3].node;
    bool behind = said(&c->arguments[2]);
    int32_t day = c->arguments[1].value;
    bool of_month = is_point(d) && d->of && d->day != UNSET && !d->base && !d->limit; /* "the 10th and 11th inst." */
    if (!behind && of_month && !c->arguments[4].present) return day < d->day ? take_day(e, d, day), true : false;
    if (!lends(d)) return false;
    if (!behind && take_number(e, d, day, value_or(&c->arguments[4], 0))) return true;
    *e = blank(EXPR_POINT);
    if (d->month == UNSET || d->day == UNSET || c->arguments[4].present) return false;
    int32_t last = d->last_day == UNSET ? d->day : d->last_day;
    if (!behind) return day < d->day ? take_day(e, d, day), true : false;
    annals_text lead = word_before(c, before_spaces(c, c->arguments[0].start));
    bool named = in_context(c->grammar, lead, CONTEXT_DETERMINER); /* "the June 5 and 6 talks" */
    if (d->year != UNSET || day <= last || !(year || named || stands_alone(c) || verb_follows(c))) return false;
    /* "27 October, 14": the day stands before its month, and this is no list. */
    if (!ends_in_digit(c)) return false;
    take_day(e, d, day);
    if (!year) return true;
    e->year = year->year;
    return lends(year) && year->month == UNSET && year->last_day == UNSET && year->year != UNSET && !year->third;
}

/* (a day of a month that is known, another behind it): "on the 20th, 21st and 23rd" */
bool build_listed_nth(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    int32_t day = c->arguments[1].value;
    if (!lends(d) || d->day == UNSET || d->month != UNSET || d->year != UNSET || day <= d->day) return false;
    take_day(e, d, day);
    return (stands_alone(c) || verb_follows(c)) && ends_in_digit(c);
}

/* (a day of a list, the first and the last of a range behind it): "October 16, 20-22". */
bool build_listed_days(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    const build_argument *a = c->arguments;
    if (!lends(d) || d->month == UNSET || d->day == UNSET || d->year != UNSET || a[2].value <= a[1].value) return false;
    if (a[1].value <= (d->last_day == UNSET ? d->day : d->last_day) || !ends_in_digit(c) || !stands_alone(c))
        return false;
    take_day(e, d, a[1].value);
    e->last_day = a[2].value;
    part_range(c, e, &a[1], &a[2]);
    return true;
}

/* (a day or days of a list, the first and the last of a range before them): "3-5 and 8-10 May" */
bool build_listed_days_before(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    const build_argument *first = &c->arguments[1], *last = &c->arguments[2];
    if (!lends(d) || d->month == UNSET || d->day == UNSET || first->value >= last->value || last->value > d->day)
        return false;
    take_day(e, d, first->value);
    e->last_day = last->value;
    part_range(c, e, first, last);
    return true;
}

/* "December, January and February 1942" began in 1941. */
static int32_t year_beside(const expr *neighbour, int32_t month, bool behind) {
    if (neighbour->year == UNSET || neighbour->month == UNSET || neighbour->short_year) return neighbour->year;
    if (behind) return neighbour->year + (month < neighbour->month);
    return neighbour->year - (month > neighbour->month);
}

/* (a month of a list, another beside it, whether that stands behind): "in May, June and July 1962". */
bool build_listed_month(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!lends(d) || d->month == UNSET || d->last_day != UNSET || d->third) return false;
    bool behind = c->arguments[2].present;
    if (d->day != UNSET || (behind && text_begins_upper(word_behind(c)))) return false;
    e->month = c->arguments[1].value;
    e->year = year_beside(d, e->month, behind);
    e->short_year = d->short_year;
    e->era = d->era;
    return e->month != d->month;
}

/* "31 May/1 June 1944": its first day, with the year that its last lends it */
static const expr *first_of_range(const expr *range, expr *first) {
    *first = *range->from;
    if (first->year != UNSET || !lends(range->to)) return first;
    first->year = year_beside(range->to, first->month, false);
    first->short_year = range->to->short_year;
    first->era = range->to->era;
    return first;
}

/* "30 May-2 June, 9 July 1944" */
static bool listed_range(const build_context *c, const expr *d, const expr *x, expr *e) {
    if (!lends(x->to) || x->to->year != UNSET || x->to->month == UNSET || d->month == UNSET || d->year == UNSET)
        return false;
    if (!lends(x->from) || x->from->year != UNSET) return false;
    *e = *x;
    set_ends(c, e, *x->from, *x->to);
    c->room->ends[1].year = year_beside(d, x->to->month, false);
    c->room->ends[1].short_year = d->short_year;
    return true;
}

/* (a date of a list, one before it that leaves something out): "on the 3rd and the 5th of May", "5 May and 9 June
 * 1962", "the spring and summer of 1941". */
bool build_listed(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *x = c->arguments[1].node;
    expr first;
    if (d && d->kind == EXPR_RANGE) d = first_of_range(d, &first);
    if (!lends(d)) return false;
    if (x && x->kind == EXPR_RANGE) return listed_range(c, d, x, e);
    if (!lends(x) || x->year != UNSET || x->decade != UNSET || x->third) return false;
    bool only_day = x->day != UNSET && x->month == UNSET;
    if (only_day && take_number(e, d, x->day, 0)) return true;
    *e = blank(EXPR_POINT);
    if (x->century != UNSET || (only_day && (d->day == UNSET || d->month == UNSET || x->day >= d->day))) return false;
    if (only_day) return take_day(e, d, x->day), true;
    if (d->year == UNSET || (x->month == UNSET) != (d->month == UNSET) || (x->season == UNSET) != (d->season == UNSET))
        return false;
    *e = *x;
    e->year = year_beside(d, x->month, false);
    e->short_year = d->short_year;
    e->era = d->era;
    return x->month != UNSET || x->season != UNSET;
}

/* (weekday, one of a week): "on Monday and Tuesday of last week" */
bool build_weekday_of_same_week(const build_context *c, expr *e) {
    return in_same_week(c->arguments[0].node, c->arguments[1].node, e);
}

/* (this week or year, direction, early or late): "this week or early next" */
bool build_unit_alike(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    bool unit = is_point(d) && d->base == BASE_STORY && d->unit >= UNIT_WEEK && !d->count && d->weekday == UNSET;
    if (!unit || d->month != UNSET || d->season != UNSET || !stands_alone(c)) return false;
    *e = *d;
    e->count = e->direction = c->arguments[1].value;
    e->third = value_or(&c->arguments[2], 0);
    return !text_same_word(word_behind(c), "to"); /* "next to it" */
}

/* (a year or decade, two digits of another, whether that is a decade): "in 1914, '15 and '16", "the 1840s and '50s". */
bool build_listed_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    int32_t digits = c->arguments[1].value;
    bool decade = c->arguments[2].present;
    int32_t first = decade ? d->decade : d->year;
    if (!lends(d) || first == UNSET || d->month != UNSET || d->season != UNSET || d->last_day != UNSET) return false;
    if (decade) {
        e->decade = first / 10 * 10 + digits / 10;
        e->short_year = d->short_year;
        return digits % 10 == 0 && e->decade > first;
    }
    e->year = first / 100 * 100 + digits;
    e->short_year = d->short_year; /* "in '46, '52 and '58" */
    return e->year > first;
}

/* "1947 or 48": the next year */
bool build_either_year(const build_context *c, expr *e) {
    return build_listed_year(c, e) && e->year == c->arguments[0].node->year + 1 && stands_alone(c);
}

/* (a decade, another by its tens): "the eighteen-sixties and seventies" */
bool build_listed_decade(const build_context *c, expr *e) {
    enum { DECADES = 10 };
    const expr *d = c->arguments[0].node, *x = c->arguments[1].node;
    if (!lends(d) || d->decade == UNSET || !is_point(x) || x->decade == UNSET || !x->short_year) return false;
    *e = *d;
    e->decade = d->decade / DECADES * DECADES + x->decade % DECADES;
    return e->decade > d->decade;
}

/* (a year of antiquity, one behind it): "in 871, 875 and 878", "in 55 and 54" */
bool build_listed_old_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!lends(d) || d->year == UNSET || d->year >= 1000 || d->month != UNSET || d->season != UNSET || d->short_year)
        return false;
    *e = *d;
    e->year = c->arguments[1].value;
    if (e->year < d->year && e->era >= 0 && !d->ancient) e->ancient = true;
    return stands_alone(c) && e->year != d->year;
}

/* (a year alone, one before it): "she spent 1877 and 1878 in India" */
bool build_listed_year_before(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!lends(d) || d->year == UNSET || d->month != UNSET || d->season != UNSET || d->short_year || d->era)
        return false;
    if (d->limit || d->last_day != UNSET || d->named != UNSET || d->quarter != UNSET || has_clock(d)) return false;
    e->year = c->arguments[1].value;
    return e->year < d->year;
}

static bool clock_alone_in(const expr *t) {
    return is_point(t) && t->hour != UNSET && t->day == UNSET && t->month == UNSET && !t->limit;
}

/* An hour and minute listed behind a time of day, and later: it shares its half. */
static bool list_clock(const build_context *c, const expr *t, int32_t hour, int32_t minute, expr *e) {
    enum { HALF_A_DAY = 12 };
    if (!clock_alone_in(t) || !stands_alone(c)) return false;
    *e = *t;
    e->hour = t->half == HALF_KNOWN && t->hour >= HALF_A_DAY && hour < HALF_A_DAY ? hour + HALF_A_DAY : hour;
    e->minute = minute;
    e->second = UNSET;
    return e->hour * 60 + e->minute > t->hour * 60 + t->minute && e->hour < 2 * HALF_A_DAY;
}

/* (a time of day, hour and minute of one behind it): "at 14.15 and 15.30", "at 2.15 p.m. and 3.40" */
bool build_listed_clock(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    return list_clock(c, a[0].node, a[1].value, a[2].value, e);
}

/* (a time of day, what may be one behind it): "at 2:15 and 3:40" */
bool build_listed_clock_node(const build_context *c, expr *e) {
    const expr *t = c->arguments[1].node;
    return clock_alone_in(t) && !t->part && t->minute != UNSET &&
           list_clock(c, c->arguments[0].node, t->hour, t->minute, e);
}

/* (a time of day, an hour before it): "at 3 and 5 p.m." */
bool build_listed_hour(const build_context *c, expr *e) {
    const expr *t = c->arguments[0].node;
    int32_t hour = c->arguments[1].value;
    if (!clock_alone_in(t) || hour < 1 || hour > 12) return false;
    *e = *t;
    e->hour = hour % 12 + (t->hour >= 12 ? 12 : 0);
    e->minute = 0;
    e->second = UNSET;
    return e->hour < t->hour;
}
