/* print_days FIRST LAST: every day number of the range, in every calendar, a line each.
 * print_days random COUNT SPAN: days at random, at most SPAN from 1970.
 * print_days easter FIRST LAST: both Easters of every year. */
#include "calendar.h"
#include "civil.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Day; Gregorian date, weekday, ISO week, Julian date; and the day again, from each of them. */
static void print_day(int64_t day) {
    int64_t year, week_year;
    int month, of_month, week, weekday = annals_weekday_of_day(day);
    annals_civil_of_day(day, &year, &month, &of_month);
    civil_week_of_day(day, &week_year, &week);
    calendar_date julian = calendar_julian_of_day(day);
    printf("%lld %lld %d %d %d %lld %d %lld %d %d %lld %lld %lld\n", (long long)day, (long long)year, month, of_month,
           weekday, (long long)week_year, week, (long long)julian.year, julian.month, julian.day,
           (long long)annals_day_of_civil(year, month, of_month),
           (long long)calendar_week(week_year, week).first + weekday - 1,
           (long long)calendar_julian_day(julian.year, julian.month, julian.day));
}

static void print_random(long long count, long long span) {
    uint64_t random = 20;
    for (long long i = 0; i < count; i++) {
        random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        print_day((int64_t)((random >> 20) % (uint64_t)(2 * span + 1)) - span);
    }
}

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "random") == 0) {
        print_random(atoll(argv[2]), atoll(argv[3]));
    } else if (argc == 4 && strcmp(argv[1], "easter") == 0) {
        for (long long year = atoll(argv[2]), last = atoll(argv[3]); year <= last; year++)
            printf("%lld %lld %lld\n", year, (long long)calendar_easter(year),
                   (long long)calendar_orthodox_easter(year));
    } else if (argc == 3) {
        for (long long day = atoll(argv[1]), last = atoll(argv[2]); day <= last; day++) print_day(day);
    } else {
        puts("usage: print_days FIRST LAST | random COUNT SPAN | easter FIRST LAST");
        return 2;
    }
    return 0;
}
