#include "civil.h"

/* Years are taken from 1 March, so that the leap day is a year's last; eras are 400 years of 146,097 days
 * (E. M. Reingold and N. Dershowitz, Calendrical Calculations, chapter 2). */
enum { DAYS_PER_ERA = 146097, EPOCH_FROM_ERA = 719468 };

int64_t civil_floor_div(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

static int64_t days_before_month(int month_from_march) {
    return (153 * month_from_march + 2) / 5;
}

int64_t annals_day_of_civil(int64_t year, int month, int day) {
    int64_t y = year - (month <= 2);
    int64_t era = civil_floor_div(y, 400);
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = days_before_month((month + 9) % 12) + day - 1;
    return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH_FROM_ERA;
}

void annals_civil_of_day(int64_t day_number, int64_t *year, int *month, int *day) {
    int64_t z = day_number + EPOCH_FROM_ERA;
    int64_t era = civil_floor_div(z, DAYS_PER_ERA);
    uint32_t day_of_era = (uint32_t)(z - era * DAYS_PER_ERA);
    uint32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (DAYS_PER_ERA - 1)) / 365;
    uint32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (int)((5 * day_of_year + 2) / 153);
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *day = (int)(day_of_year - days_before_month(from_march)) + 1;
    *year = year_of_era + era * 400 + (*month <= 2);
}

int64_t civil_year_of_day(int64_t day_number) {
    int64_t year;
    int month, day;
    annals_civil_of_day(day_number, &year, &month, &day);
    return year;
}

int annals_weekday_of_day(int64_t day_number) {
    int64_t from_monday = (day_number + 3) - civil_floor_div(day_number + 3, 7) * 7;
    return (int)from_monday + 1;
}

static bool leap(int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int civil_month_length(int64_t year, int month) {
    static const int lengths[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return lengths[month] + (month == 2 && leap(year));
}

bool civil_valid(int64_t year, int month, int day) {
    return day >= 1 && day <= civil_month_length(year, month);
}

int64_t civil_add_months(int64_t day_number, int64_t months) {
    int64_t year;
    int month, day;
    annals_civil_of_day(day_number, &year, &month, &day);
    int64_t total = year * 12 + (month - 1) + months;
    year = civil_floor_div(total, 12);
    month = (int)(total - year * 12) + 1;
    int length = civil_month_length(year, month);
    return annals_day_of_civil(year, month, day < length ? day : length);
}

int64_t civil_day_of_week(int64_t year, int week) {
    int64_t fourth = annals_day_of_civil(year, 1, 4);
    return fourth - (annals_weekday_of_day(fourth) - 1) + 7 * (int64_t)(week - 1);
}

void civil_week_of_day(int64_t day_number, int64_t *year, int *week) {
    int64_t thursday = day_number - (annals_weekday_of_day(day_number) - 4);
    int month, day;
    annals_civil_of_day(thursday, year, &month, &day);
    *week = (int)((thursday - annals_day_of_civil(*year, 1, 1)) / 7) + 1;
}

int64_t civil_day_of_julian(int64_t year, int month, int day) {
    int64_t y = year - (month <= 2);
    int64_t cycle = civil_floor_div(y, 4);
    return cycle * 1461 + (y - cycle * 4) * 365 + days_before_month((month + 9) % 12) + day - 1 - (EPOCH_FROM_ERA + 2);
}

annals_bound bound_of_day(int64_t day) {
    return (annals_bound){.day = day, .state = ANNALS_BOUND_DAY};
}

annals_bound bound_of_second(int64_t day, int64_t second, annals_bound_state state) {
    int64_t carry = civil_floor_div(second, SECONDS_PER_DAY);
    return (annals_bound){.day = day + carry, .second = (int32_t)(second - carry * SECONDS_PER_DAY), .state = state};
}

bool annals_bound_known(annals_bound bound) {
    return bound.state >= ANNALS_BOUND_DAY;
}

int annals_bound_compare(annals_bound a, annals_bound b) {
    if (a.day != b.day) return a.day < b.day ? -1 : 1;
    return (a.second > b.second) - (a.second < b.second);
}

char *civil_digits(char *at, uint64_t number, int width) {
    char digits[20];
    int count = 0;
    do digits[count++] = (char)('0' + number % 10);
    while (number /= 10);
    for (; width > count; width--) *at++ = '0';
    while (count) *at++ = digits[--count];
    return at;
}

/* A sign and two digits. */
static char *put_field(char *at, char sign, int number) {
    *at++ = sign;
    *at++ = (char)('0' + number / 10);
    *at++ = (char)('0' + number % 10);
    return at;
}

/* ISO 8601 writes years outside 0000 to 9999 with a sign. */
const char *annals_bound_iso(annals_bound bound, char *buffer) {
    char *at = buffer;
    if (annals_bound_known(bound)) {
        int64_t year;
        int month, day;
        annals_civil_of_day(bound.day, &year, &month, &day);
        if (year < 0 || year > 9999) *at++ = year < 0 ? '-' : '+';
        at = civil_digits(at, year < 0 ? -(uint64_t)year : (uint64_t)year, 4);
        at = put_field(at, '-', month);
        at = put_field(at, '-', day);
        if (bound.state >= ANNALS_BOUND_MINUTE) {
            at = put_field(at, 'T', bound.second / 3600);
            at = put_field(at, ':', bound.second / 60 % 60);
        }
        if (bound.state == ANNALS_BOUND_SECOND) at = put_field(at, ':', bound.second % 60);
    }
    *at = 0;
    return buffer;
}
