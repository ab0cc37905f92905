/* Day numbers against the calendar's own rules, and against days that history has fixed. */
#include "engine_test.h"

#include "civil.h"

static void test_known_days(void **state) {
    (void)state;
    assert_int_equal(annals_day_of_civil(1970, 1, 1), 0);
    assert_int_equal(annals_day_of_civil(2000, 3, 1), 11017);
    assert_int_equal(annals_day_of_civil(1962, 10, 27), -2623);
    assert_int_equal(annals_weekday_of_day(annals_day_of_civil(1962, 10, 27)), 6);
    assert_int_equal(annals_weekday_of_day(annals_day_of_civil(1815, 6, 18)), 7);
    /* 4 October 1582, Julian, was followed by 15 October, Gregorian. */
    assert_int_equal(civil_day_of_julian(1582, 10, 4) + 1, annals_day_of_civil(1582, 10, 15));
    assert_int_equal(civil_day_of_julian(1917, 10, 25), annals_day_of_civil(1917, 11, 7));
    /* Julian day 0 is 1 January 4713 BC, Julian: 2,440,588 days before 1970. */
    assert_int_equal(civil_day_of_julian(-4712, 1, 1), -2440588);
}

static bool leap(int64_t y) {
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static void check_day(int64_t day, int64_t year, int month, int dom) {
    int64_t y;
    int m, d;
    annals_civil_of_day(day, &y, &m, &d);
    if (y != year || m != month || d != dom || annals_day_of_civil(year, month, dom) != day)
        fail_msg("day %lld is not %lld-%02d-%02d", (long long)day, (long long)year, month, dom);
}

/* Count every day from year -1000 to 3000 one by one. */
static void test_every_day(void **state) {
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t day = annals_day_of_civil(-1000, 1, 1);
    for (int64_t year = -1000; year <= 3000; year++)
        for (int month = 1; month <= 12; month++)
            for (int dom = 1; dom <= lengths[month - 1] + (month == 2 && leap(year)); dom++)
                check_day(day++, year, month, dom);
    assert_int_equal(day, annals_day_of_civil(3001, 1, 1));
}

static void test_far_days(void **state) {
    (void)state;
    uint64_t seed = 1;
    int64_t y;
    int m, d;
    for (int i = 0; i < 200000; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        int64_t day = (int64_t)(seed >> 34) - (INT64_C(1) << 29);
        annals_civil_of_day(day, &y, &m, &d);
        assert_int_equal(annals_day_of_civil(y, m, d), day);
        assert_true(civil_valid(y, m, d));
    }
    for (int64_t far = -1000000000000; far <= 1000000000000; far += 99999999999) {
        annals_civil_of_day(annals_day_of_civil(far, 2, 28), &y, &m, &d);
        assert_true(y == far && m == 2 && d == 28);
    }
}

static void test_weeks(void **state) {
    (void)state;
    static const struct {
        int64_t year;
        int month, day;
        int64_t week_year;
        int week;
    } rows[] = {{1962, 11, 1, 1962, 44}, {2005, 1, 1, 2004, 53}, {2008, 12, 29, 2009, 1}, {1970, 1, 1, 1970, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t year, day = annals_day_of_civil(rows[i].year, rows[i].month, rows[i].day);
        int week;
        civil_week_of_day(day, &year, &week);
        assert_int_equal(year, rows[i].week_year);
        assert_int_equal(week, rows[i].week);
        int64_t monday = civil_day_of_week(year, week);
        assert_true(monday <= day && day < monday + 7 && annals_weekday_of_day(monday) == 1);
    }
}

static void test_bounds(void **state) {
    (void)state;
    char buffer[ANNALS_BOUND_SIZE];
    assert_string_equal(annals_bound_iso(bound_of_second(-2623, 26 * 3600, ANNALS_BOUND_MINUTE), buffer),
                        "1962-10-28T02:00");
    assert_string_equal(annals_bound_iso(bound_of_day(annals_day_of_civil(-489, 9, 12)), buffer), "-0489-09-12");
    assert_string_equal(annals_bound_iso((annals_bound){.state = ANNALS_BOUND_OPEN}, buffer), "");
    assert_int_equal(civil_add_months(annals_day_of_civil(1962, 10, 31), 4), annals_day_of_civil(1963, 2, 28));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_known_days), cmocka_unit_test(test_every_day),
                                       cmocka_unit_test(test_far_days), cmocka_unit_test(test_weeks),
                                       cmocka_unit_test(test_bounds)};
    return cmocka_run_group_tests_name("civil", tests, NULL, NULL);
}
