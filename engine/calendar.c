#include "calendar.h"

#include "civil.h"

static const calendar_days no_days = {CALENDAR_NO_DAY, CALENDAR_NO_DAY};

/* ---------------------------------------------------------------- the Julian calendar */

int calendar_julian_month_length(int64_t year, int month) {
    return civil_month_length(year % 4 == 0 ? 2000 : 2001, month); /* the months' lengths are the same */
}

int64_t calendar_julian_day(int64_t year, int month, int day) {
    if (day < 1 || day > calendar_julian_month_length(year, month)) return CALENDAR_NO_DAY;
    return civil_day_of_julian(year, month, day);
}

/* The Julian year is 365 days and a quarter: the quotient gives the year, or for the days before March the one after.
 */
calendar_date calendar_julian_of_day(int64_t day_number) {
    int64_t from_era = day_number - civil_day_of_julian(0, 3, 1);
    int64_t year = civil_floor_div(4 * from_era + 3, 1461);
    int64_t day_of_year = from_era - civil_floor_div(1461 * year, 4);
    int from_march = (int)((5 * day_of_year + 2) / 153), month = from_march < 10 ? from_march + 3 : from_march - 9;
    year += month <= 2;
    return (calendar_date){year, month, (int)(day_number - civil_day_of_julian(year, month, 1)) + 1};
}

calendar_date calendar_civil_of_julian(int64_t year, int month, int day) {
    calendar_date date = {0};
    int64_t number = calendar_julian_day(year, month, day);
    if (number != CALENDAR_NO_DAY) annals_civil_of_day(number, &date.year, &date.month, &date.day);
    return date;
}

/* ---------------------------------------------------------------- Easter */

static int64_t modulo(int64_t a, int64_t b) {
    return a - civil_floor_div(a, b) * b;
}

/* The anonymous Gregorian algorithm (J. Meeus, Astronomical Algorithms, 2nd edition, chapter 8): the Sunday after the
 * full moon of the epact. */
int64_t calendar_easter(int64_t year) {
    int64_t golden = modulo(year, 19), century = civil_floor_div(year, 100), of_century = modulo(year, 100);
    int64_t moon_correction = civil_floor_div(century - civil_floor_div(century + 8, 25) + 1, 3);
    int64_t moon = modulo(19 * golden + century - civil_floor_div(century, 4) - moon_correction + 15, 30);
    int64_t to_sunday = modulo(32 + 2 * modulo(century, 4) + 2 * (of_century / 4) - moon - of_century % 4, 7);
    int64_t late = (golden + 11 * moon + 22 * to_sunday) / 451; /* the two epacts that would come a week too late */
    int64_t day = moon + to_sunday - 7 * late;                  /* after 22 March */
    return annals_day_of_civil(year, 3, 22) + day;
}

/* Meeus's rule for the Julian computus: the Sunday after the full moon of the nineteen-year cycle. */
int64_t calendar_orthodox_easter(int64_t year) {
    int64_t moon = modulo(19 * modulo(year, 19) + 15, 30);
    int64_t to_sunday = modulo(2 * modulo(year, 4) + 4 * modulo(year, 7) - moon + 34, 7);
    return civil_day_of_julian(year, 3, 22) + moon + to_sunday;
}

/* ---------------------------------------------------------------- the Jewish calendar */

/* Days from the calendar's first new moon to the first of Tishri, which is put off a day where the mean moon comes
 * after noon or the day would be a Sunday, a Wednesday or a Friday (E. M. Reingold and N. Dershowitz, Calendrical
 * Calculations, chapter on the Hebrew calendar: 1080 parts make an hour, the first moon was 12084 parts after sunset).
 */
static int64_t jewish_new_year_by_moon(int64_t jewish_year) {
    enum { PARTS_OF_DAY = 25920, MONTH_PARTS = 13753 /* beyond 29 days */, FIRST_MOON = 12084 };
    int64_t months = civil_floor_div(235 * jewish_year - 234, 19);
    int64_t day = 29 * months + civil_floor_div(FIRST_MOON + MONTH_PARTS * months, PARTS_OF_DAY);
    return modulo(3 * (day + 1), 7) < 3 ? day + 1 : day;
}

/* It is put off once more where a year would be too long or too short by it. */
int64_t calendar_rosh_hashanah(int64_t civil_year) {
    enum { BEFORE_OUR_ERA = 3761, TOO_LONG = 356, TOO_SHORT = 382, EPOCH = -1373428 /* days before 1 January 1 */ };
    int64_t year = civil_year + BEFORE_OUR_ERA;
    int64_t before = jewish_new_year_by_moon(year - 1), day = jewish_new_year_by_moon(year);
    int64_t after = jewish_new_year_by_moon(year + 1);
    int64_t put_off = after - day == TOO_LONG ? 2 : day - before == TOO_SHORT ? 1 : 0;
    return annals_day_of_civil(1, 1, 1) + EPOCH + day + put_off;
}

/* ---------------------------------------------------------------- the French Republican calendar */

enum { LAST_YEAR_IN_FORCE = 14 };

/* Sextile years before a year.  In force the sixth day was added where the equinox asked for it: in III, VII and XI. */
static int64_t sextile_years_before(int year) {
    if (year <= LAST_YEAR_IN_FORCE) return year / 4;
    int past = year - 1;
    return past / 4 - past / 100 + past / 400;
}

int64_t calendar_republican(int year, int month, int day) {
    if (year < 1 || month < 1 || month > CALENDAR_COMPLEMENTARY) return CALENDAR_NO_DAY;
    int64_t sextile = sextile_years_before(year + 1) - sextile_years_before(year);
    int64_t length = month == CALENDAR_COMPLEMENTARY ? 5 + sextile : 30;
    if (day < 1 || day > length) return CALENDAR_NO_DAY;
    int64_t new_year = annals_day_of_civil(1792, 9, 22) + 365 * (int64_t)(year - 1) + sextile_years_before(year);
    return new_year + 30 * (month - 1) + day - 1;
}

/* ---------------------------------------------------------------- the Roman month */

static int marker_day(int month, calendar_roman_marker marker) {
    bool full = month == 3 || month == 5 || month == 7 || month == 10; /* March, May, July, October */
    if (marker == CALENDAR_KALENDS) return 1;
    return (marker == CALENDAR_NONES ? 5 : 13) + (full ? 2 : 0);
}

/* The longest count: down to the day after the marker before. */
static int longest_count(int64_t year, int month, calendar_roman_marker marker) {
    if (marker != CALENDAR_KALENDS) return marker_day(month, marker) - marker_day(month, marker - 1);
    int before = month == 1 ? 12 : month - 1;
    return calendar_julian_month_length(before == 2 ? 2001 : year, before) + 1 - marker_day(before, CALENDAR_IDES);
}

calendar_date calendar_roman_day(int64_t year, int month, calendar_roman_marker marker, int count, bool doubled) {
    if (month < 1 || month > 12 || count < 1 || count > longest_count(year, month, marker)) return (calendar_date){0};
    bool leap_count = marker == CALENDAR_KALENDS && month == 3 && calendar_julian_month_length(year, 2) == 29;
    if (doubled && !(leap_count && count == 6)) return (calendar_date){0};
    int64_t day = civil_day_of_julian(year, month, marker_day(month, marker)) - (count - 1);
    if (leap_count && count >= 6 && !doubled) day--;
    return calendar_julian_of_day(day);
}

/* ---------------------------------------------------------------- weekdays and weeks */

int64_t calendar_weekday_near(int64_t day_number, int weekday, int direction) {
    int from = annals_weekday_of_day(day_number);
    if (direction < 0) return day_number - modulo(from - weekday, 7);
    return day_number + modulo(weekday - from, 7);
}

int64_t calendar_nth_weekday(int64_t year, int month, int weekday, int n) {
    int length = civil_month_length(year, month);
    if (!length || weekday < 1 || weekday > 7 || n == 0) return CALENDAR_NO_DAY;
    int64_t first = annals_day_of_civil(year, month, 1), last = first + length - 1;
    int64_t day = n > 0 ? calendar_weekday_near(first, weekday, 1) + 7 * (int64_t)(n - 1)
                        : calendar_weekday_near(last, weekday, -1) + 7 * (int64_t)(n + 1);
    return day < first || day > last ? CALENDAR_NO_DAY : day;
}

calendar_days calendar_week(int64_t year, int week) {
    int64_t monday = civil_day_of_week(year, week);
    if (week < 1 || monday >= civil_day_of_week(year + 1, 1)) return no_days;
    return (calendar_days){monday, monday + 6};
}

calendar_days calendar_weekend(int64_t day_number) {
    enum { NEARER = 2 }; /* Monday and Tuesday are nearer to the one before */
    day_number -= NEARER;
    int64_t monday = day_number - (annals_weekday_of_day(day_number) - 1);
    return (calendar_days){monday + 5, monday + 6};
}

/* ---------------------------------------------------------------- fiscal years */

calendar_days calendar_fiscal_year(int64_t year, int start_month) {
    if (start_month < 1 || start_month > 12) return no_days;
    int64_t first_year = start_month == 1 ? year : year - 1;
    return (calendar_days){annals_day_of_civil(first_year, start_month, 1),
                           annals_day_of_civil(first_year + 1, start_month, 1) - 1};
}

/* Act of 26 August 1842 (5 Stat. 536): from 1 July 1843 on; Congressional Budget Act of 1974 (31 U.S.C. 1102): from
 * 1 October 1976 on. */
calendar_days calendar_us_fiscal_year(int64_t year) {
    if (year < 1843) return calendar_fiscal_year(year, 1);
    if (year == 1843) return (calendar_days){annals_day_of_civil(1843, 1, 1), annals_day_of_civil(1843, 6, 30)};
    return calendar_fiscal_year(year, year <= 1976 ? 7 : 10);
}

calendar_days calendar_us_transition_quarter(void) {
    return (calendar_days){annals_day_of_civil(1976, 7, 1), annals_day_of_civil(1976, 9, 30)};
}
