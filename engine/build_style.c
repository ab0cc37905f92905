/* build_style.c: dates of other calendars: Old and New Style, dual years, the Republic's and Rome's. */
#include "builders.h"
#include "calendar.h"
#include "reckon.h"

#include <string.h>

enum { LEAST_GAP = 10, MOST_GAP = 13 /* days between the two styles, 1582 to 2100 */ };

static int64_t gap_of(int64_t year, int month, int day) {
    return calendar_julian_day(year, month, day) - annals_day_of_civil(year, month, day);
}

typedef struct styled {
    int32_t year, month, day;
} styled;

/* Is the second date the Gregorian one of the first, give or take so many days?  Without a year any gap of the
 * centuries will do. */
static bool new_style_of(styled old, styled new, int64_t off) {
    bool open = old.year == UNSET;
    int32_t year = open ? 1900 : old.year, new_year = open ? 1900 : new.year;
    bool turns = open && old.month == 12 && new.month == 1;
    int64_t away =
        annals_day_of_civil(new_year + turns, new.month, new.day) - annals_day_of_civil(year, old.month, old.day);
    int64_t gap = gap_of(year, old.month, old.day);
    return open ? away >= LEAST_GAP && away <= MOST_GAP : away >= gap - off && away <= gap + off;
}

/* Who wrote them was at times a day out, and the one of the Gregorian calendar is taken with a doubt. */
static bool both_styles(styled a, styled b, expr *e) {
    bool exact = new_style_of(a, b, 0) || new_style_of(b, a, 0), later = new_style_of(a, b, !exact);
    if (!later && !new_style_of(b, a, !exact)) return false;
    e->uncertain |= !exact;
    styled new = later ? b : a;
    e->year = new.year;
    e->month = new.month;
    e->day = new.day;
    e->calendar = ANNALS_JULIAN;
    return true;
}

/* (month and day, month and day, year, year of the second): both styles, in either order.  "1 (13 March)" leaves the
 * first month out, which is the same or the one before. */
bool build_two_styles(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t year = a[4].present ? a[4].value : UNSET, second_year = a[5].present ? a[5].value : year;
    styled first = {year, said(&a[0]) ? a[0].value : a[2].value, a[1].value},
           second = {second_year, a[2].value, a[3].value};
    if (a[4].present && a[4].digits < 3) return false;
    if (said(&a[0]) && !a[5].present && first.month == 12 && second.month == 1 && year != UNSET) first.year--;
    if (both_styles(first, second, e)) return true;
    if (said(&a[0]) || first.day < second.day) return false;
    if (--first.month) return both_styles(first, second, e);
    first.month = 12;
    if (first.year != UNSET) first.year--;
    return both_styles(first, second, e);
}

/* (first day, last day, month in the one style; first day, its month where it is another, last day, month in the other;
 * year): "24-25 October (6-7 November) 1917".  Both styles count the same days; those of the new one are the time's. */
bool build_two_styles_days(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t year = said(&a[7]) ? a[7].value : UNSET, month = said(&a[4]) ? a[4].value : a[6].value;
    if (said(&a[7]) && a[7].digits < 3) return false;
    styled one[] = {{year, a[2].value, a[0].value}, {year, a[2].value, a[1].value}};
    styled other[] = {{year, month, a[3].value}, {year, a[6].value, a[5].value}};
    expr first = blank(EXPR_POINT), last = blank(EXPR_POINT);
    if (a[1].value <= a[0].value || !both_styles(one[0], other[0], &first) || !both_styles(one[1], other[1], &last))
        return false;
    part_range(c, e, &a[0], &a[1]);
    if (first.month != last.month) return set_ends(c, e, first, last);
    first.first_end = e->first_end;
    first.second_start = e->second_start;
    *e = first;
    e->last_day = last.day;
    return true;
}

/* "1699/1700", "1741/2": is it the number of the year behind the first? */
static bool second_number(const build_argument *first, const build_argument *second) {
    int32_t modulus = second->digits == 1 ? 10 : second->digits == 2 ? 100 : 10000;
    return second->digits != 3 && second->value % modulus == (first->value + 1) % modulus;
}

/* (day, month, day, first year, second year): both styles of a day, and both numbers of its year.  Who wrote them was
 * at times a day out; the second is that of the Gregorian calendar. */
bool build_two_styles_dual(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t month = a[1].value, away = a[2].value - a[0].value;
    if (away < LEAST_GAP || away > MOST_GAP || month > 3 || !second_number(&a[3], &a[4])) return false;
    e->year = a[3].value + 1;
    e->month = month;
    e->day = a[2].value;
    e->calendar = ANNALS_JULIAN;
    return true;
}

/* (-1: the Julian calendar; 1: the Gregorian): "O.S.", "New Style" */
bool build_style_words(const build_context *c, expr *e) {
    e->kind = EXPR_STYLE;
    e->direction = c->arguments[0].value;
    return true;
}

static bool in_style(expr *e, int style) {
    if (style > 0) return true;
    e->impossible = false; /* 29 February 1900 was a day of the Julian calendar */
    e->calendar = ANNALS_JULIAN;
    e->reckoning = RECKON_JULIAN;
    return true;
}

static bool styled_day(const expr *d) {
    return is_point(d) && d->month != UNSET && d->day != UNSET && d->named == UNSET && d->last_day == UNSET &&
           !has_clock(d) && !d->limit && d->calendar == ANNALS_GREGORIAN;
}

/* "22 December/2 January 1701": a day in both styles, which is told by that of the new one */
static bool both_said(const expr *d) {
    return is_point(d) && d->calendar == ANNALS_JULIAN && d->reckoning == RECKON_CIVIL && d->day != UNSET;
}

/* "8 March 1878 (O.S. 24 February)": the sign behind the bracket is that of the other date. */
static bool leaves_bracket_open(const build_context *c) {
    size_t next;
    annals_text words = own_words(c);
    bool opens = memchr(words.data, '(', words.length) || memchr(words.data, '[', words.length);
    bool closes = memchr(words.data, ')', words.length) || memchr(words.data, ']', words.length);
    uint32_t sign = sign_at(c, c->end, &next);
    if (sign == '.') sign = sign_at(c, next, &next); /* "(ст. ст.)" */
    return opens && !closes && sign != ')' && sign != ']';
}

/* A year or what an earlier level made of one; UNSET where none stands.  False for another date. */
static bool year_behind(const build_argument *a, int32_t *year) {
    *year = !a->present ? UNSET : a->node ? a->node->year : a->value;
    return !a->node || (is_point(a->node) && a->node->month == UNSET && *year != UNSET);
}

/* (date, its style, weekday, a year behind the style) */
bool build_style(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    int style = c->arguments[1].node->direction;
    if (both_said(d)) {
        *e = *d;
        return style > 0 && !c->arguments[3].present;
    }
    if (!styled_day(d) || leaves_bracket_open(c)) return false;
    *e = *d;
    if (said(&c->arguments[2])) e->weekday = c->arguments[2].value;
    int32_t year;
    if (!year_behind(&c->arguments[3], &year) || (year != UNSET && d->year != UNSET)) return false;
    if (year != UNSET) e->year = year;
    return in_style(e, style);
}

/* (date, its style before it): "by the Julian calendar 25 October", but "on 2 May O.S. 14 May" */
bool build_style_led(const build_context *c, expr *e) {
    size_t start, end;
    if (!word_from(c, c->start, &start, &end)) return false;
    annals_text lead = look(c, start, end);
    bool leads = in_context(c->grammar, lead, CONTEXT_SURE | CONTEXT_WEAK | CONTEXT_ACCORDING);
    bool beside = c->arguments[1].end + 1 == c->arguments[0].start; /* "born on Old Style 1 March 1817" */
    return (leads || beside) && build_style(c, e);
}

/* The year that one of two dates gives is the other's too, but where the one is of December and the other of January.
 */
static int32_t year_of_other(const expr *d, const expr *other) {
    return other->year == UNSET ? UNSET : other->year + (other->month - d->month > 6) - (d->month - other->month > 6);
}

/* Both dates with their years; one that stands behind both is that of the New Style. */
static void years_of_both(const expr *new, const expr *old, int32_t year, styled *of_new, styled *of_old) {
    expr n = *new, o = *old;
    if (n.year == UNSET) n.year = year != UNSET ? year : year_of_other(new, old);
    if (o.year == UNSET) o.year = year_of_other(old, &n);
    *of_new = (styled){n.year, n.month, n.day};
    *of_old = (styled){o.year, o.month, o.day};
}

/* (date, the same day in the other style, the style of the one, of the other, a year behind both, weekday): "8 March
 * [O.S. 24 February] 1878".  Where the two are no one day, that of the Gregorian calendar is taken, with a doubt. */
bool build_styles_said(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *x = c->arguments[1].node;
    const build_argument *of_first = &c->arguments[2], *of_other = &c->arguments[3];
    if (!styled_day(d) || !styled_day(x) || !(of_first->present || of_other->present)) return false;
    if (of_first->present && of_other->present && of_first->node->direction == of_other->node->direction) return false;
    int32_t year;
    if (!year_behind(&c->arguments[4], &year)) return false;
    if (year != UNSET && d->year != UNSET) return false;
    bool first_new = of_first->present ? of_first->node->direction > 0 : of_other->node->direction < 0;
    styled new, old;
    years_of_both(first_new ? d : x, first_new ? x : d, year, &new, &old);
    if (c->arguments[5].present) e->weekday = c->arguments[5].value;
    if (both_styles(old, new, e)) return true;
    e->year = new.year;
    e->month = new.month;
    e->day = new.day;
    e->uncertain = true;
    return true;
}

/* "10 February 1699/1700": (first year, second year, month, day).  Where the year began in March, the first months
 * have two numbers. */
bool build_dual_year(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (!second_number(&a[0], &a[1])) return false;
    if (a[2].value > 3 || (a[2].value == 3 && value_or(&a[3], 1) > 25)) return false;
    e->year = a[0].value + 1;
    e->month = a[2].value;
    if (!a[3].present) return true;
    e->day = a[3].value;
    e->calendar = ANNALS_JULIAN;
    e->reckoning = RECKON_JULIAN;
    e->as_spoken = true;
    return true;
}

/* Numerals of a few letters are rather of names: "MD", and where only a date leads to them "MDC". */
static bool long_numeral(const build_argument *a, size_t least) {
    return a->end - a->start >= least;
}

/* A year in a Roman numeral */
bool build_roman_year(const build_context *c, expr *e) {
    e->year = c->arguments[0].value;
    return long_numeral(&c->arguments[0], 3);
}

bool build_month_roman_year(const build_context *c, expr *e) {
    e->month = c->arguments[0].value;
    set_year(e, &c->arguments[1]);
    return long_numeral(&c->arguments[1], 4);
}

bool build_date_roman_year(const build_context *c, expr *e) {
    return long_numeral(&c->arguments[1], 4) && build_with_year(c, e);
}

/* (year): "the constitution of the Year III", "in Year II of the Republic" */
bool build_republican_year(const build_context *c, expr *e) {
    enum { LAST = 14 };
    int64_t first, last, year;
    int month, day;
    e->reign = true;
    e->calendar = ANNALS_FRENCH_REPUBLICAN;
    e->count = c->arguments[0].value;
    if (e->count < 1 || e->count > LAST || !reckon_days(e, &first, &last)) return false;
    annals_civil_of_day(first, &year, &month, &day);
    e->year = (int32_t)year;
    return stands_alone(c) || verb_follows(c);
}

/* A day of the Republic's calendar, whose year may be left out. */
static bool republican_day(int32_t day, int32_t month, const build_argument *year, expr *e) {
    e->calendar = ANNALS_FRENCH_REPUBLICAN;
    if (!year->present) {
        e->month = month;
        e->day = day;
        e->reckoning = RECKON_REPUBLICAN;
        e->unit = UNIT_DAY;
        return day <= 30;
    }
    int64_t found = year->value > 0 ? calendar_republican(year->value, month, day) : CALENDAR_NO_DAY;
    if (found == CALENDAR_NO_DAY) return false;
    set_date(e, found);
    return true;
}

/* (day, month, year of the Republic) */
bool build_republican(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    return republican_day(a[0].value, a[1].value, &a[2], e);
}

/* (first day, last day, month, year of the Republic) */
bool build_republican_days(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    if (a[1].value <= a[0].value || !republican_day(a[0].value, a[2].value, &a[3], &from)) return false;
    part_range(c, e, &a[0], &a[1]);
    return republican_day(a[1].value, a[2].value, &a[3], &to) && set_ends(c, e, from, to);
}

/* (count to it, 1 the day itself; Kalends, Nones or Ides; month; year; era) */
bool build_roman(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    calendar_roman_marker marker = (calendar_roman_marker)a[1].value;
    int month = said(&a[2]) || a[2].value ? a[2].value : 3;
    if (!calendar_roman_day(2001, month, marker, a[0].value, false).month) return false;
    if (!a[0].value) return false;
    enum { FOUR_DIGITS = 1000 };
    if (a[3].present && a[3].value < FOUR_DIGITS && !a[4].present && !year_behind_day(c)) return false;
    e->roman_month = a[2].value;
    e->roman_marker = a[1].value;
    e->roman_count = a[0].value;
    e->unit = UNIT_DAY;
    set_year(e, &a[3]);
    if (a[4].present) e->era = a[4].value;
    if (a[4].present) e->short_year = false;
    return true;
}
