#include "edtf.h"

#include "civil.h"

#include <stdlib.h>

/* Year numbers beyond this are read and written, but not reckoned with: seconds since 1970 must fit 64 bits. */
static const int64_t LAST_YEAR = INT64_C(100000000000);

/* ---------------------------------------------------------------- sub-year groupings */

/* ISO 8601-2 leaves the months of the seasons to those who exchange them; these are the meteorological seasons. */
static const struct {
    int first, months;
} seasons[] = {
    {3, 3}, {6, 3},  {9, 3}, {12, 3},         /* 21 spring, summer, autumn, winter */
    {3, 3}, {6, 3},  {9, 3}, {12, 3},         /* 25 the same in the north */
    {9, 3}, {12, 3}, {3, 3}, {6, 3},          /* 29 the same in the south */
    {1, 3}, {4, 3},  {7, 3}, {10, 3},         /* 33 quarters */
    {1, 4}, {5, 4},  {9, 4}, {1, 6},  {7, 6}, /* 37 quadrimesters, 40 semestrals */
};

void edtf_season_months(int season, int *first, int *months) {
    *first = seasons[season - EDTF_FIRST_SEASON].first;
    *months = seasons[season - EDTF_FIRST_SEASON].months;
}

static void bound_season(annals_edtf_date *date) {
    int first, months;
    edtf_season_months(date->season, &first, &months);
    int64_t day = annals_day_of_civil(date->year, first, 1);
    date->earliest = bound_of_day(day);
    date->latest = bound_of_day(civil_add_months(day, months) - 1);
}

/* ---------------------------------------------------------------- unspecified digits */

bool edtf_fits(int number, int written, unsigned unspecified) {
    bool units = unspecified & 1 || number % 10 == written % 10;
    return units && (unspecified & 2 || number / 10 == written / 10);
}

/* Month and day as month * 100 + day. */
typedef struct days_of_year {
    int first, last; /* 0: none */
} days_of_year;

/* The first and the last day that fit, in a leap year or another; what is not written fits all. */
static days_of_year fitting_days(const annals_edtf_date *date, bool leap) {
    enum { ANY = 3 };
    unsigned month_digits = date->granularity >= ANNALS_MONTH ? date->unspecified[ANNALS_EDTF_MONTH] : ANY;
    unsigned day_digits = date->granularity >= ANNALS_DAY ? date->unspecified[ANNALS_EDTF_DAY] : ANY;
    days_of_year days = {0};
    for (int month = 1; month <= 12; month++)
        for (int day = 1; day <= civil_month_length(leap ? 2000 : 2001, month); day++) {
            if (!edtf_fits(month, date->month, month_digits) || !edtf_fits(day, date->day, day_digits)) continue;
            days.last = month * 100 + day;
            if (!days.first) days.first = days.last;
        }
    return days;
}

static int64_t count_of_years(unsigned unspecified) {
    int64_t count = 1;
    for (; unspecified; unspecified >>= 1) count *= unspecified & 1 ? 10 : 1;
    return count;
}

/* The n-th of the years that fit, by magnitude: the digits of n stand for the X. */
static int64_t nth_year(const annals_edtf_date *date, int64_t n) {
    int64_t magnitude = llabs(date->year), place = 1;
    for (unsigned digits = date->unspecified[ANNALS_EDTF_YEAR]; digits; digits >>= 1, place *= 10) {
        if (!(digits & 1)) continue;
        magnitude += n % 10 * place;
        n /= 10;
    }
    return date->negative ? -magnitude : magnitude;
}

/* The first or the last year that fits and, if asked for, is a leap year. */
static bool find_year(const annals_edtf_date *date, bool last, bool leap, int64_t *year) {
    int64_t count = count_of_years(date->unspecified[ANNALS_EDTF_YEAR]);
    bool backward = last != date->negative;
    for (int64_t i = 0; i < count; i++) {
        *year = nth_year(date, backward ? count - 1 - i : i);
        if (*year == 0 && date->negative) continue; /* -0000 is no year */
        if (!leap || civil_month_length(*year, 2) == 29) return true;
    }
    return false;
}

static annals_bound bound_in_year(int64_t year, int month_and_day) {
    return bound_of_day(annals_day_of_civil(year, month_and_day / 100, month_and_day % 100));
}

/* All digits are given: a year, month or day as most are. */
static bool bound_plain_date(annals_edtf_date *date) {
    int first_month = date->granularity >= ANNALS_MONTH ? date->month : 1;
    int last_month = date->granularity >= ANNALS_MONTH ? date->month : 12;
    int length = civil_month_length(date->year, last_month);
    int first_day = date->granularity >= ANNALS_DAY ? date->day : 1, last_day = first_day;
    if (date->granularity < ANNALS_DAY) last_day = length;
    if (!length || first_day < 1 || last_day > length || (date->negative && !date->year)) return false;
    date->earliest = bound_of_day(annals_day_of_civil(date->year, first_month, first_day));
    date->latest = bound_of_day(annals_day_of_civil(date->year, last_month, last_day));
    return true;
}

static bool has_unspecified(const annals_edtf_date *date) {
    return date->unspecified[ANNALS_EDTF_YEAR] || date->unspecified[ANNALS_EDTF_MONTH] ||
           date->unspecified[ANNALS_EDTF_DAY];
}

static bool bound_calendar_date(annals_edtf_date *date) {
    if (!has_unspecified(date)) return bound_plain_date(date);
    days_of_year days[] = {fitting_days(date, false), fitting_days(date, true)};
    int64_t first, last;
    bool leap_only = !days[0].first;
    if (!days[1].first || !find_year(date, false, leap_only, &first) || !find_year(date, true, leap_only, &last))
        return false;
    date->earliest = bound_in_year(first, days[civil_month_length(first, 2) == 29].first);
    date->latest = bound_in_year(last, days[civil_month_length(last, 2) == 29].last);
    return true;
}

/* ---------------------------------------------------------------- other forms */

static void bound_years(annals_edtf_date *date, int64_t first, int64_t last) {
    if (first < -LAST_YEAR || last > LAST_YEAR) return;
    date->earliest = bound_of_day(annals_day_of_civil(first, 1, 1));
    date->latest = bound_of_day(annals_day_of_civil(last, 12, 31));
}

/* A year with an exponent or with significant digits: the years that are the same in these digits. */
static void bound_rounded_year(annals_edtf_date *date) {
    int64_t magnitude = llabs(date->year), unit = 1;
    for (int i = 0; i < date->exponent; i++) {
        if (magnitude > LAST_YEAR) return;
        magnitude *= 10;
    }
    int digits = 1;
    for (int64_t rest = magnitude / 10; rest; rest /= 10) digits++;
    for (int i = date->significant_digits; i && i < digits; i++) unit *= 10;
    int64_t low = magnitude / unit * unit, high = low + (unit - 1);
    if (date->negative) bound_years(date, -high, -low);
    else bound_years(date, low, high);
}

/* A leap second counts with the second before it, which is the last that a day has here. */
static void bound_time(annals_edtf_date *date) {
    int64_t second = date->hour * 3600 + date->minute * 60 + (date->second == 60 ? 59 : date->second);
    annals_bound_state state = date->granularity == ANNALS_SECOND ? ANNALS_BOUND_SECOND : ANNALS_BOUND_MINUTE;
    date->earliest = date->latest = bound_of_second(date->earliest.day, second, state);
}

bool edtf_bound(annals_edtf_date *date) {
    if (date->granularity == ANNALS_CENTURY) bound_years(date, date->year, date->year + 99);
    else if (date->granularity == ANNALS_DECADE) bound_years(date, date->year, date->year + 9);
    else if (date->season) bound_season(date);
    else if (date->long_year || date->significant_digits) bound_rounded_year(date);
    else if (!bound_calendar_date(date)) return false;
    if (date->granularity >= ANNALS_MINUTE) bound_time(date);
    return true;
}
