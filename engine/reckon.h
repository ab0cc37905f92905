/* reckon.h: expressions that do not give their days by month and day of the civil calendar: named days, nth weekdays,
 * days of other calendars, weekends, quarters, years of accounts.  The year settles them. */
#ifndef ENGINE_RECKON_H
#define ENGINE_RECKON_H

#include "expr.h"

/* Is the expression of that kind, and not settled yet? */
bool reckoned(const expr *e);
/* It comes to a single day, once its year is known. */
bool reckons_day(const expr *e);
/* The days it covers in its year, both included; false when its year has no such days, or is not known. */
bool reckon_days(const expr *e, int64_t *first, int64_t *last);
/* The day of an event that the expression names; false where it names none.  `date`: the name is that day's date. */
bool reckon_event(const expr *e, int64_t *day, bool *date);
/* Is it the day of an operation, such as every one has, or one counted from that? */
bool reckon_landing(const expr *e);
/* Does it hang on an Easter that the two calendars have on different days? */
bool reckon_by_easter(const expr *e);
/* The year that a day of the calendar of the French Republic means without one; UNSET: none. */
int32_t reckon_republic_year(const expr *e);
/* Is it in that year the day of something that happened once: "Bloody Sunday", of 1905, 1920 ...? */
bool reckon_once(const expr *e, int64_t year);
/* The year of accounts that the day lies in, where such years begin in the month `start`, or (0) in the United States.
 */
int64_t reckon_fiscal_year(int64_t day, int start);
/* Of a Roman day that only the Julian calendar has: say so, and what it is called there. */
void reckon_roman(expr *e);
/* Make it a plain date of that day; `calendar` stays, to tell what it was written in. */
void reckon_settle(expr *e, int64_t day);

/* Are the weekdays of a year those of the Julian calendar, in which its days are written? */
bool reckons_julian(int64_t year);

#endif
