#include "build.h"

#include "civil.h"
#include "text.h"

static expr blank(expr_kind kind) {
    return (expr){.kind = kind,
                  .century = UNSET,
                  .decade = UNSET,
                  .year = UNSET,
                  .season = UNSET,
                  .month = UNSET,
                  .week_of_month = UNSET,
                  .day = UNSET,
                  .weekday = UNSET,
                  .hour = UNSET,
                  .minute = UNSET,
                  .second = UNSET,
                  .iso_week = UNSET,
                  .last_day = UNSET};
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

static bool one_of(annals_text word, const char *const *words) {
    for (; *words; words++)
        if (text_same_word(word, *words)) return true;
    return false;
}

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

/* The words before the expression, commas and "and" aside, end in a digit or its "th". */
static bool ends_in_digit(const build_context *c) {
    size_t at;
    uint32_t sign = sign_before(c, &at);
    if (is_letter(sign)) {
        annals_text word = word_before(c, at);
        if (!text_same_word(word, "and") && !text_same_word(word, "or")) return false;
        at -= word.length;
    } else if (sign == ',') {
        at--;
    }
    while (at && (c->text.data[at - 1] == ' ' || c->text.data[at - 1] == ',')) at--;
    annals_text suffix = word_before(c, at);
    if (suffix.length == 2 && at > 2) at -= 2;
    return at && is_digit((unsigned char)c->text.data[at - 1]);
}

/* Nothing follows that the number could count: "the 9th Army", "October 22, 23 men". */
static bool stands_alone(const build_context *c) {
    static const char *const followers[] = {"and", "or", "he", "she",  "it",  "they",  "we",   "the",   "at",
                                            "but", "to", "in", "on",   "of",  "that",  "when", "with",  "was",
                                            "had", "a",  "by", "from", "for", "there", "as",   "after", NULL};
    size_t next, start, end;
    if (c->end >= c->text.length) return true;
    uint32_t sign = text_decode(c->text, c->end, &next);
    if (!is_space(sign)) return !is_letter(sign) && (!is_dash(sign) || sign == 0x2014) && sign != '/';
    while (next < c->text.length && is_space_byte(c->text.data[next])) next++;
    uint32_t following = next < c->text.length ? text_decode(c->text, next, &end) : 0;
    if (!following || is_opening(following) || is_dash(following)) return true;
    return text_word(c->text, next, &start, &end) && one_of(text_slice(c->text, start, end), followers);
}

static bool build_nth_day(const build_context *c, expr *e) {
    e->day = c->arguments[0].value;
    return stands_alone(c);
}

/* (a day of a list, the number of another, whether that stands behind): "October 22, 23 and 25", "5, 6 and 8 October".
 */
static bool build_listed_day(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    bool behind = c->arguments[2].present;
    int32_t day = c->arguments[1].value;
    if (!is_point(d) || d->month == UNSET || d->day == UNSET || d->base || d->limit || has_clock(d) ||
        d->last_day != UNSET)
        return false;
    if (behind ? d->year != UNSET || day <= d->day || !stands_alone(c) : day >= d->day) return false;
    /* "27 October, 14": the day stands before its month, and this is no list. */
    if (behind && !ends_in_digit(c)) return false;
    *e = *d;
    e->weekday = UNSET;
    e->day = day;
    e->impossible = !day_possible(e);
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

/* "24 and 25 March" is one time, "6 and 8 March" is two. */
static bool build_two_days(const build_context *c, expr *e) {
    return c->arguments[3].value == c->arguments[2].value + 1 && build_day_range(c, e);
}

/* ---------------------------------------------------------------- years */

/* The word right behind the expression, one space away. */
static annals_text word_behind(const build_context *c) {
    size_t start, end, at = c->end + 1;
    if (at >= c->text.length || !is_space_byte(c->text.data[c->end])) return (annals_text){0};
    if (!text_word(c->text, at, &start, &end) || start != at) return (annals_text){0};
    return text_slice(c->text, start, end);
}

/* "sent to 1800 miners": a plural behind the number is what it counts. */
static bool counts_something(const build_context *c) {
    static const char *const others[] = {"was",  "is",  "has",  "as",      "its",    "his", "this",
                                         "does", "saw", "thus", "perhaps", "always", NULL};
    annals_text word = word_behind(c);
    return word.length > 2 && word.data[0] >= 'a' && word.data[0] <= 'z' && text_ends(word, "s") &&
           !text_ends(word, "ss") && !one_of(word, others);
}

/* Behind these words stands a time and nothing else. */
static bool behind_sure_word(const build_context *c) {
    static const char *const sure[] = {"in",    "since",  "during",     "early",  "late", "mid",    "circa", "year",
                                       "years", "spring", "summer",     "autumn", "fall", "winter", "ca",    "c",
                                       "until", "till",   "throughout", "last",   "next", "this",   "into",  NULL};
    size_t at;
    sign_before(c, &at);
    return one_of(word_before(c, at), sure);
}

/* Four digits are a year after a word that leads to one, at the start of a sentence, or after a comma or bracket; after
 * a word that leads to many things, only when nothing follows that they could count. */
static bool year_expected(const build_context *c) {
    static const char *const weak[] = {"by",      "of",    "from",   "before", "after", "to",  "through", "and",
                                       "between", "about", "around", "or",     "for",   "the", "as",      NULL};
    size_t at;
    uint32_t sign = sign_before(c, &at);
    if (behind_sure_word(c)) return true;
    size_t next;
    uint32_t following = c->end < c->text.length ? text_decode(c->text, c->end, &next) : 0;
    annals_text behind = word_behind(c), before = word_before(c, sign == '.' && at ? at - 1 : at);
    /* "(1430 EST)", "Fig. 1900", "2000 Convoy reformed" */
    if ((sign == '(' || sign == '[') && is_space(following)) return false;
    if (sign == '.' && before.length && before.length < 5 && is_upper((unsigned char)before.data[0])) return false;
    if ((!sign || sign == '.') && behind.length && is_upper((unsigned char)behind.data[0])) return false;
    bool opens = !sign || sign == '(' || sign == '[' || sign == ',' || sign == ';' || sign == '.' || is_dash(sign);
    return (opens || one_of(word_before(c, at), weak)) && !counts_something(c);
}

/* "sold to May Summers": a person, where the word before leads to persons too. */
static bool build_month_alone(const build_context *c, expr *e) {
    e->month = c->arguments[0].value;
    annals_text word = word_behind(c);
    return !word.length || !is_upper((unsigned char)word.data[0]) || behind_sure_word(c);
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
static bool build_clock_part(const build_context *c, expr *e) {
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
static bool build_hour_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t first = a[0].value, last = a[1].value, half = a[2].value;
    if (first < 1 || first > 12 || last < 1 || last > 12) return false;
    int32_t from = first % 12 + half, to = last % 12 + half;
    if (from > to) from = from >= 12 ? from - 12 : from + 12;
    return set_hours(c, e, clock_at(from, value_or(&a[3], 0)), clock_at(to, value_or(&a[4], 0)));
}

/* (first hour, last hour, part of day, minutes of both) */
static bool build_hour_range_part(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t from = a[0].value, to = a[1].value;
    if (!hour_in_part(&from, a[2].value) || !hour_in_part(&to, a[2].value)) return false;
    return set_hours(c, e, clock_at(from, value_or(&a[3], 0)), clock_at(to, value_or(&a[4], 0)));
}

static bool build_part(const build_context *c, expr *e) {
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
    return set_hours(c, e, from, *t->to);
}

/* (date, clock) */
static bool build_with_clock(const build_context *c, expr *e) {
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

/* "three days before the feast" counts from the feast, not from what was said. */
static bool leads_on(const build_context *c) {
    annals_text words = text_slice(c->text, c->start, c->end);
    if (!text_ends(words, "before") || c->end >= c->text.length) return false;
    size_t next, at = c->end;
    while (at < c->text.length && is_space_byte(c->text.data[at])) at++;
    return at < c->text.length &&
           (is_letter(text_decode(c->text, at, &next)) || is_digit((unsigned char)c->text.data[at]));
}

/* (count, unit) */
static bool build_hence(const build_context *c, expr *e) {
    e->base = BASE_NOW;
    e->unit = (time_unit)c->arguments[1].value;
    e->count = c->arguments[0].value;
    e->direction = 1;
    return e->count != COUNT_UNKNOWN;
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
    if (a[3].present && leads_on(c)) return false;
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

/* "October 30 of this year", "the spring of 480 BC", "June 20 of 1792" */
static bool build_of_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *y = c->arguments[1].node;
    if (!is_point(d) || !is_point(y) || d->year != UNSET || d->base != BASE_NONE || d->of || has_clock(d)) return false;
    bool day_of_month = d->month == UNSET && d->day != UNSET && y->base != BASE_NONE &&
                        y->unit == UNIT_MONTH; /* "the 20th of this month" */
    if (d->month == UNSET && d->season == UNSET && !day_of_month) return false;
    if (y->month != UNSET || y->season != UNSET || y->last_day != UNSET || y->third || has_clock(y)) return false;
    *e = *d;
    if (y->base != BASE_NONE) {
        e->of = y;
        return y->unit == UNIT_YEAR || day_of_month;
    }
    e->year = y->year;
    e->short_year = y->short_year;
    e->era = y->era;
    return y->year != UNSET;
}

static bool build_third(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    if (!is_point(d) || d->day != UNSET || has_clock(d) || d->weekday != UNSET || d->third || d->last_day != UNSET)
        return false;
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

/* "the 26th ult.": (day, how many months away) */
static bool build_old_month(const build_context *c, expr *e) {
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

static bool build_week_of_day(const build_context *c, expr *e) {
    e->whole_week = true;
    return build_ymd(c, e);
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

/* (third, year, whether it is a decade, month) */
static bool build_third_year(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->third = a[0].value;
    if (a[3].present) e->month = a[3].value;
    if (!a[2].present || !a[2].value) set_year(e, &a[1]);
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
    bool strict = limit == LIMIT_BEFORE || limit == LIMIT_AFTER;
    if (strict && d->approximate) return false; /* "shortly after noon" is about noon */
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

static bool build_before(const build_context *c, expr *e) {
    return limited(c, e, LIMIT_BEFORE);
}

static bool build_after(const build_context *c, expr *e) {
    return limited(c, e, LIMIT_AFTER);
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
