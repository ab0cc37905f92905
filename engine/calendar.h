/* calendar.h: days that other calendars, feasts and reckonings name, as day numbers.  Pure functions; civil.h has the
 * Gregorian calendar itself.  Where no such day exists the result is CALENDAR_NO_DAY. */
#ifndef ENGINE_CALENDAR_H
#define ENGINE_CALENDAR_H

#include "annals.h"

#define CALENDAR_NO_DAY INT64_MIN

/* A date of whatever calendar the function says; `month` is 0 where there is no such date. */
typedef struct calendar_date {
    int64_t year; /* astronomical: 1 BC is year 0 */
    int month, day;
} calendar_date;

/* A run of days, both ends included; `first` is CALENDAR_NO_DAY where there is none. */
typedef struct calendar_days {
    int64_t first, last;
} calendar_days;

/* ---------------------------------------------------------------- the Julian calendar (proleptic before AD 8) */

int calendar_julian_month_length(int64_t year, int month);
int64_t calendar_julian_day(int64_t year, int month, int day);
calendar_date calendar_julian_of_day(int64_t day_number);
/* The Gregorian date of a Julian one ("25 October 1917, Old Style" is 7 November). */
calendar_date calendar_civil_of_julian(int64_t year, int month, int day);

/* ---------------------------------------------------------------- Easter */

/* Easter Sunday of the Gregorian computus (the western churches since 1583), and of the Julian computus (every church
 * before 1583, the Orthodox churches still). */
int64_t calendar_easter(int64_t year);
int64_t calendar_orthodox_easter(int64_t year);

/* ---------------------------------------------------------------- the Jewish calendar */

/* The first of Tishri that falls into a civil year; its day began at sunset of the day before. */
int64_t calendar_rosh_hashanah(int64_t civil_year);

/* ---------------------------------------------------------------- the French Republican calendar */

enum { CALENDAR_COMPLEMENTARY = 13 }; /* the "month" of the complementary days */

/* Day of a Republican date: month 1 Vendémiaire to 12 Fructidor, days 1 to 30; month 13 has the five complementary
 * days, six in the sextile years.  Years 1 to 14 begin on the days that were in force (the equinox at Paris; III, VII
 * and XI were sextile).  From year 15 on, when the calendar was no longer law, Romme's rule: sextile years are those
 * that divide by 4, but of the hundreds only those that divide by 400, the first being year 16. */
int64_t calendar_republican(int year, int month, int day);

/* ---------------------------------------------------------------- the Roman month */

typedef enum calendar_roman_marker { CALENDAR_KALENDS, CALENDAR_NONES, CALENDAR_IDES } calendar_roman_marker;

/* Julian date of a Roman one: `count` 1 is the marker's own day, 2 the day before (pridie), 3 "ante diem III" ...; days
 * before the Kalends of a month lie in the month before, those of January in the year before.  In a leap year the
 * sixth day before the Kalends of March is doubled: it is 24 February, and with `doubled` (bis sextum) the 25th. */
calendar_date calendar_roman_day(int64_t year, int month, calendar_roman_marker marker, int count, bool doubled);

/* ---------------------------------------------------------------- weekdays and weeks */

/* The nth `weekday` (1 Monday to 7 Sunday) of a month; n from 1, or -1 for the last, -2 for the last but one. */
int64_t calendar_nth_weekday(int64_t year, int month, int weekday, int n);
/* The `weekday` on the day or next before it (`direction` -1), or next after it (1). */
int64_t calendar_weekday_near(int64_t day_number, int weekday, int direction);
/* Monday to Sunday of an ISO week; none for a week 53 that the year does not have. */
calendar_days calendar_week(int64_t year, int week);
/* The Saturday and Sunday that the day lies nearest to. */
calendar_days calendar_weekend(int64_t day_number);

/* ---------------------------------------------------------------- fiscal years */

/* The fiscal year named after the calendar year it ends in; it begins on the first of `start_month`. */
calendar_days calendar_fiscal_year(int64_t year, int start_month);
/* The fiscal year of the United States: from 1 July (1844 to 1976) and from 1 October (1977 on) of the year before;
 * before 1843 the calendar year, and 1843 its first half.  Its transition quarter was 1 July to 30 September 1976. */
calendar_days calendar_us_fiscal_year(int64_t year);
calendar_days calendar_us_transition_quarter(void);

#endif
