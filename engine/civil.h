/* civil.h: day numbers and calendar dates.  Pure functions; annals.h has the Gregorian pair. */
#ifndef ENGINE_CIVIL_H
#define ENGINE_CIVIL_H

#include "annals.h"

enum { SECONDS_PER_DAY = 86400 };

/* The quotient rounded down, `b` positive: years and days before the epoch count like those after it. */
int64_t civil_floor_div(int64_t a, int64_t b);
/* Days in a month of the proleptic Gregorian calendar; 0 for a month outside 1 to 12. */
int civil_month_length(int64_t year, int month);
bool civil_valid(int64_t year, int month, int day);
/* The year of the Gregorian calendar that a day lies in. */
int64_t civil_year_of_day(int64_t day_number);
/* `months` later, the day clipped to the month's length. */
int64_t civil_add_months(int64_t day_number, int64_t months);
/* Day number of the Monday of an ISO week (ISO 8601 4.3.2.4), and the week a day lies in. */
int64_t civil_day_of_week(int64_t year, int week);
void civil_week_of_day(int64_t day_number, int64_t *year, int *week);
/* Day number of a Julian calendar date. */
int64_t civil_day_of_julian(int64_t year, int month, int day);

/* Write a number with at least so many digits; where the text goes on. */
char *civil_digits(char *at, uint64_t number, int width);

/* The day and its two ends as bounds. */
annals_bound bound_of_day(int64_t day);
annals_bound bound_of_second(int64_t day, int64_t second, annals_bound_state state);

#endif
