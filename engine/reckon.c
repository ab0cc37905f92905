#include "reckon.h"
#include "when.h"

#include "calendar.h"
#include "civil.h"
#include "days.h"

enum { FIRST_REPUBLICAN = 1792, LAST_REPUBLICAN = 1806, GREGORIAN_REFORM = 1582 };

bool reckons_day(const expr *e) {
    return (e->named != UNSET && !e->reign) || e->nth || e->near || (e->shift && e->iso_week == UNSET) || e->first_of ||
           e->last_of || e->roman_month != UNSET || e->reckoning != RECKON_CIVIL;
}

bool reckoned(const expr *e) {
    return reckons_day(e) || e->reign || e->quarter != UNSET || e->fiscal || e->weekend;
}

/* ---------------------------------------------------------------- single days */

/* The day of the Julian calendar that falls into a civil year: its 25 December may be 7 January of the next.  Until
 * Russia left that calendar, on 31 January 1918, the year of a feast was the one it had there. */
static int64_t julian_day_in(int64_t civil_year, int month, int day) {
    enum { LAST_OLD_STYLE = 1917 };
    int64_t found = calendar_julian_day(civil_year, month, day), year;
    if (civil_year <= LAST_OLD_STYLE) return found;
    int m, d;
    annals_civil_of_day(found, &year, &m, &d);
    return year == civil_year ? found : calendar_julian_day(civil_year - 1, month, day);
}

/* Until the reform all churches kept the Easter of the Julian calendar; like other dates of those years what is
 * counted from it, over a 29 February of that calendar too, is read as it was written. */
static int64_t day_of_easter(int64_t year, int days) {
    if (year > GREGORIAN_REFORM) return calendar_easter(year) + days;
    calendar_date d = calendar_julian_of_day(calendar_orthodox_easter(year) + days);
    return annals_day_of_civil(d.year, d.month, d.day);
}

static int64_t day_of_rule(const day_rule *r, int64_t year) {
    const int16_t *n = r->numbers;
    int64_t day;
    switch ((enum day_rule_kind)r->kind) {
    case DAY_RULE_fixed:
    case DAY_RULE_national:
        return annals_day_of_civil(year, n[0], n[1]);
    case DAY_RULE_nth:
        day = calendar_nth_weekday(year, n[0], n[1], n[2]);
        return day == CALENDAR_NO_DAY ? day : day + n[3];
    case DAY_RULE_before:
        return calendar_weekday_near(annals_day_of_civil(year, n[0], n[1]) - 1, n[2], -1) - 7 * (n[3] - 1);
    case DAY_RULE_easter:
        return day_of_easter(year, n[0]);
    case DAY_RULE_orthodox:
        return calendar_orthodox_easter(year) + n[0];
    case DAY_RULE_hashanah:
        return calendar_rosh_hashanah(year) + n[0];
    case DAY_RULE_julian:
        return julian_day_in(year, n[0], n[1]);
    case DAY_RULE_on:
    case DAY_RULE_landing:
    case DAY_RULE_since:
        return annals_day_of_civil(n[0], n[1], n[2]);
    case DAY_RULE_republic:
    case DAY_RULE_reign:
        break;
    }
    return CALENDAR_NO_DAY;
}

static int64_t named_day_of(int32_t index, int64_t year) {
    const named_day *d = &named_days[index];
    for (size_t i = 0; i < d->count; i++) {
        const day_rule *r = &day_rules[d->first + i];
        if (year >= r->since && year <= r->until) return day_of_rule(r, year);
    }
    return CALENDAR_NO_DAY;
}

/* The calendar of the French Republic has years of its own; the day is the one that falls into the civil year. */
static int64_t republican_day(int64_t year, int month, int day) {
    if (year < FIRST_REPUBLICAN || year > LAST_REPUBLICAN) return CALENDAR_NO_DAY;
    for (int own = (int)(year - FIRST_REPUBLICAN); own <= year - FIRST_REPUBLICAN + 1; own++) {
        int64_t civil, found = own > 0 ? calendar_republican(own, month, day) : CALENDAR_NO_DAY;
        int m, d;
        if (found == CALENDAR_NO_DAY) continue;
        annals_civil_of_day(found, &civil, &m, &d);
        if (civil == year) return found;
    }
    return CALENDAR_NO_DAY;
}

static calendar_date roman_date(const expr *e) {
    return calendar_roman_day(e->year, e->roman_month, (calendar_roman_marker)e->roman_marker, e->roman_count, false);
}

/* Roman names of days are those of the calendar in use, the Julian one until the reform; like other dates of those
 * years they are read as they were written, but for the 29 February that only the Julian calendar has. */
static int64_t roman_day(const expr *e) {
    calendar_date d = roman_date(e);
    if (d.month && civil_valid(d.year, d.month, d.day)) return annals_day_of_civil(d.year, d.month, d.day);
    return d.month && d.year <= GREGORIAN_REFORM ? calendar_julian_day(d.year, d.month, d.day) : CALENDAR_NO_DAY;
}

static int64_t month_or_year_day(const expr *e) {
    int month = e->month != UNSET ? e->month : e->first_of ? 1 : 12;
    return annals_day_of_civil(e->year, month, e->first_of ? 1 : civil_month_length(e->year, month));
}

static int64_t plain_day(const expr *e) {
    if (e->named != UNSET) return named_day_of(e->named, e->year);
    if (e->roman_month != UNSET) return roman_day(e);
    if (e->first_of || e->last_of) return month_or_year_day(e);
    if (e->nth)
        return e->month == UNSET ? CALENDAR_NO_DAY : calendar_nth_weekday(e->year, e->month, e->weekday, e->nth);
    if (e->month == UNSET || e->day == UNSET) return CALENDAR_NO_DAY;
    if (e->reckoning == RECKON_REPUBLICAN) return republican_day(e->year, e->month, e->day);
    if (e->reckoning == RECKON_JULIAN) {
        bool exists = e->day <= calendar_julian_month_length(e->year, e->month);
        return exists ? calendar_julian_day(e->year, e->month, e->day) : CALENDAR_NO_DAY;
    }
    return civil_valid(e->year, e->month, e->day) ? annals_day_of_civil(e->year, e->month, e->day) : CALENDAR_NO_DAY;
}

bool reckons_julian(int64_t year) {
    return year <= GREGORIAN_REFORM;
}

/* The weekday next to a day, as people then counted weekdays: before the reform by the Julian calendar, in which such
 * days are written. */
static int64_t weekday_beside(int64_t day, int weekday, int direction) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(day, &year, &month, &dom);
    if (!reckons_julian(year)) return calendar_weekday_near(day, weekday, direction);
    int64_t there = calendar_weekday_near(calendar_julian_day(year, month, dom), weekday, direction);
    calendar_date d = calendar_julian_of_day(there);
    return civil_valid(d.year, d.month, d.day) ? annals_day_of_civil(d.year, d.month, d.day) : there;
}

static bool single_day(const expr *e, int64_t *day) {
    *day = plain_day(e);
    if (*day == CALENDAR_NO_DAY) return false;
    if (e->near) *day = weekday_beside(*day + e->near, e->weekday, e->near);
    *day += e->shift;
    return true;
}

/* ---------------------------------------------------------------- longer ones */

static calendar_days fiscal_year(int64_t year, int start) {
    return start ? calendar_fiscal_year(year, start) : calendar_us_fiscal_year(year);
}

int64_t reckon_fiscal_year(int64_t day, int start) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(day, &year, &month, &dom);
    return day > fiscal_year(year, start).last ? year + 1 : year;
}

/* Quarters and halves of the year, or of one of accounts. */
static void months_of_year(int64_t start, int64_t from, int64_t months, int64_t *first, int64_t *last) {
    *first = civil_add_months(start, from);
    *last = civil_add_months(*first, months) - 1;
}

static bool year_part(const expr *e, int64_t *first, int64_t *last) {
    enum { HALF = 4 /* the value of expr.third that is the first half */ };
    calendar_days whole = {annals_day_of_civil(e->year, 1, 1), annals_day_of_civil(e->year, 12, 31)};
    if (e->fiscal) whole = fiscal_year(e->year, e->fiscal_start);
    if (whole.first == CALENDAR_NO_DAY) return false;
    *first = whole.first;
    *last = whole.last;
    if (e->quarter != UNSET) months_of_year(whole.first, 3 * (e->quarter - 1), 3, first, last);
    else if (e->third >= HALF) months_of_year(whole.first, 6 * (e->third - HALF), 6, first, last);
    else if (e->third) months_of_year(whole.first, 4 * (e->third - 1), 4, first, last);
    return true;
}

static bool weekend_days(const expr *e, int64_t *first, int64_t *last) {
    calendar_days days;
    if (e->iso_week != UNSET) {
        *first = civil_day_of_week(e->year, e->iso_week) + 5;
        *last = *first + 1;
        return true;
    }
    if (e->month == UNSET || e->day == UNSET || !civil_valid(e->year, e->month, e->day)) return false;
    days = calendar_weekend(annals_day_of_civil(e->year, e->month, e->day));
    *first = days.first;
    *last = days.last;
    return true;
}

/* A whole reign, or one of the years that are counted from its beginning; of the Republic only these. */
static bool reign_days(const expr *e, int64_t *first, int64_t *last) {
    if (e->calendar == ANNALS_FRENCH_REPUBLICAN) {
        *first = calendar_republican(e->count, 1, 1);
        *last = calendar_republican(e->count + 1, 1, 1) - 1;
        return true;
    }
    const int16_t *n = day_rules[named_days[e->named].first].numbers;
    *first = annals_day_of_civil(n[0], n[1], n[2]);
    *last = annals_day_of_civil(n[3], n[4], n[5]);
    if (!e->count) return true;
    *first = civil_add_months(*first, 12 * (int64_t)(e->count - 1));
    int64_t end = civil_add_months(*first, 12) - 1;
    if (end < *last) *last = end;
    return *first <= *last;
}

bool reckon_event(const expr *e, int64_t *day, bool *date) {
    const day_rule *r = e->named != UNSET && !e->reign ? &day_rules[named_days[e->named].first] : NULL;
    if (!r || (r->kind != DAY_RULE_on && r->kind != DAY_RULE_since && r->kind != DAY_RULE_landing)) return false;
    *day = day_of_rule(r, 0);
    *date = r->kind == DAY_RULE_since;
    return true;
}

bool reckon_once(const expr *e, int64_t year) {
    if (e->named == UNSET || e->reign) return false;
    const named_day *d = &named_days[e->named];
    for (size_t i = d->first; i < (size_t)d->first + d->count; i++)
        if (day_rules[i].since == year && day_rules[i].until == year) return true;
    return false;
}

bool reckon_by_easter(const expr *e) {
    if (e->kind != EXPR_POINT || e->named == UNSET || e->reign || e->year == UNSET) return false;
    return e->year > GREGORIAN_REFORM && day_rules[named_days[e->named].first].kind == DAY_RULE_easter;
}

int32_t reckon_republic_year(const expr *e) {
    for (size_t i = 0; i < named_day_count; i++) {
        const day_rule *r = &day_rules[named_days[i].first];
        if (r->kind == DAY_RULE_republic && r->numbers[0] == e->month && r->numbers[1] == e->day) return r->numbers[2];
    }
    return UNSET;
}

bool reckon_landing(const expr *e) {
    return e->kind == EXPR_POINT && e->named != UNSET && !e->reign &&
           day_rules[named_days[e->named].first].kind == DAY_RULE_landing;
}

bool reckon_days(const expr *e, int64_t *first, int64_t *last) {
    if (e->reign) return reign_days(e, first, last);
    bool date;
    if (e->year == UNSET && !reckon_event(e, first, &date)) return false;
    if (!reckons_day(e)) return e->weekend ? weekend_days(e, first, last) : year_part(e, first, last);
    if (!single_day(e, first)) return false;
    calendar_days whole = e->weekend ? calendar_weekend(*first) : (calendar_days){*first, *first};
    *first = whole.first;
    *last = whole.last;
    return true;
}

void reckon_roman(expr *e) {
    if (e->roman_month == UNSET || e->near || e->shift) return;
    calendar_date d = roman_date(e);
    if (civil_valid(d.year, d.month, d.day)) return;
    e->calendar = ANNALS_JULIAN;
    e->spoken_year = (int32_t)d.year;
    e->spoken_month = d.month;
    e->spoken_day = d.day;
}

void reckon_settle(expr *e, int64_t day) {
    set_date(e, day);
    e->named = e->roman_month = UNSET;
    e->nth = e->near = e->shift = 0;
    e->first_of = e->last_of = false;
    e->reckoning = RECKON_CIVIL;
}
