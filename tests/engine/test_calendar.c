/* The calendars against days that are published: M = J. Meeus, Astronomical Algorithms, 2nd edition, chapters 7 to 9;
 * R = E. M. Reingold and N. Dershowitz, Calendrical Calculations, appendix C; C = the concordance of the French
 * Republican and the Gregorian calendar; the others are named where they stand. */
#include "engine_test.h"

#include "calendar.h"
#include "civil.h"

typedef struct ymd {
    int64_t year;
    int month, day;
} ymd;

static int64_t day_of(ymd d) {
    return annals_day_of_civil(d.year, d.month, d.day);
}

static void assert_day(int64_t actual, ymd expected) {
    if (actual == day_of(expected)) return;
    char buffer[ANNALS_BOUND_SIZE];
    fail_msg("%s, not %lld-%02d-%02d", annals_bound_iso(bound_of_day(actual), buffer), (long long)expected.year,
             expected.month, expected.day);
}

static void assert_date(calendar_date actual, ymd expected) {
    if (actual.year != expected.year || actual.month != expected.month || actual.day != expected.day)
        fail_msg("%lld-%02d-%02d, not %lld-%02d-%02d", (long long)actual.year, actual.month, actual.day,
                 (long long)expected.year, expected.month, expected.day);
}

static void test_julian(void **state) {
    (void)state;
    static const struct {
        ymd julian, gregorian;
    } rows[] = {{{1582, 10, 4}, {1582, 10, 14}}, /* M: the last Julian day; the next was 15 October */
                {{1917, 10, 25}, {1917, 11, 7}},
                {{1918, 1, 31}, {1918, 2, 13}}, /* decree of 24 January 1918: the next day was 14 February */
                {{1752, 9, 2}, {1752, 9, 13}},  /* 24 Geo. II c. 23: the next day was 14 September */
                {{1732, 2, 11}, {1732, 2, 22}}, /* Washington's birthday */
                {{1996, 2, 12}, {1996, 2, 25}}, /* R */
                {{-586, 7, 30}, {-586, 7, 24}}, /* R */
                {{-43, 3, 15}, {-43, 3, 13}},
                {{1700, 2, 29}, {1700, 3, 11}}, /* a leap day that the Gregorian year does not have */
                {{300, 2, 28}, {300, 2, 28}},
                {{-4712, 1, 1}, {-4713, 11, 24}}}; /* M: Julian day 0 */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ymd j = rows[i].julian;
        assert_day(calendar_julian_day(j.year, j.month, j.day), rows[i].gregorian);
        assert_date(calendar_julian_of_day(day_of(rows[i].gregorian)), j);
        assert_date(calendar_civil_of_julian(j.year, j.month, j.day), rows[i].gregorian);
    }
    assert_true(calendar_julian_day(1701, 2, 29) == CALENDAR_NO_DAY);
    assert_int_equal(calendar_civil_of_julian(1701, 2, 29).month, 0);
    assert_int_equal(calendar_julian_month_length(1900, 2), 29);
}

/* Every Julian day of -1000 to 3000, one by one. */
static void test_every_julian_day(void **state) {
    (void)state;
    int64_t day = calendar_julian_day(-1000, 1, 1);
    for (int64_t year = -1000; year <= 3000; year++)
        for (int month = 1; month <= 12; month++)
            for (int dom = 1; dom <= calendar_julian_month_length(year, month); dom++, day++) {
                calendar_date d = calendar_julian_of_day(day);
                if (d.year != year || d.month != month || d.day != dom) fail_msg("day %lld", (long long)day);
            }
}

static void test_easter(void **state) {
    (void)state;
    static const ymd western[] = {{1991, 3, 31}, {1992, 4, 19}, {1993, 4, 11}, {1954, 4, 18}, {2000, 4, 23},
                                  {1818, 3, 22}, {1886, 4, 25}, {1943, 4, 25}, {2038, 4, 25}, /* M */
                                  {1916, 4, 23}, /* the Easter Rising: the Monday after */
                                  {1962, 4, 22}, {1981, 4, 19}, {2049, 4, 18}, {2024, 3, 31}, {1583, 4, 10}};
    for (size_t i = 0; i < sizeof western / sizeof *western; i++)
        assert_day(calendar_easter(western[i].year), western[i]);
    static const ymd orthodox[] = {{2000, 4, 30}, {2010, 4, 4}, {2016, 5, 1},
                                   {2021, 5, 2},  {2024, 5, 5}, {2025, 4, 20}};
    for (size_t i = 0; i < sizeof orthodox / sizeof *orthodox; i++)
        assert_day(calendar_orthodox_easter(orthodox[i].year), orthodox[i]);
    static const int64_t julian[] = {179, 711, 1243}; /* M: 12 April in each */
    for (size_t i = 0; i < 3; i++)
        assert_date(calendar_julian_of_day(calendar_orthodox_easter(julian[i])), (ymd){julian[i], 4, 12});
    for (int64_t year = -2000; year < 6000; year++) {
        int64_t day = calendar_easter(year), old = calendar_orthodox_easter(year);
        assert_int_equal(annals_weekday_of_day(day), 7);
        assert_int_equal(annals_weekday_of_day(old), 7);
        assert_true(day >= day_of((ymd){year, 3, 22}) && day <= day_of((ymd){year, 4, 25}));
        assert_true(old >= calendar_julian_day(year, 3, 22) && old <= calendar_julian_day(year, 4, 25));
    }
}

static void test_republican(void **state) {
    (void)state;
    static const struct {
        int year, month, day;
        ymd gregorian;
    } rows[] = {
        {1, 1, 1, {1792, 9, 22}},   {2, 1, 1, {1793, 9, 22}},   {3, 1, 1, {1794, 9, 22}},    {4, 1, 1, {1795, 9, 23}},
        {5, 1, 1, {1796, 9, 22}},   {6, 1, 1, {1797, 9, 22}},   {7, 1, 1, {1798, 9, 22}},    {8, 1, 1, {1799, 9, 23}},
        {9, 1, 1, {1800, 9, 23}},   {10, 1, 1, {1801, 9, 23}},  {11, 1, 1, {1802, 9, 23}},   {12, 1, 1, {1803, 9, 24}},
        {13, 1, 1, {1804, 9, 23}},  {14, 1, 1, {1805, 9, 23}},  {3, 13, 6, {1795, 9, 22}},   {11, 13, 6, {1803, 9, 23}},
        {2, 11, 9, {1794, 7, 27}},  {4, 1, 13, {1795, 10, 5}},  {5, 12, 18, {1797, 9, 4}},   {8, 2, 18, {1799, 11, 9}},
        {13, 3, 11, {1804, 12, 2}}, {14, 3, 11, {1805, 12, 2}}, {14, 4, 10, {1805, 12, 31}}, /* C */
        {15, 1, 1, {1806, 9, 23}},  {17, 1, 1, {1808, 9, 23}}};                              /* R's arithmetic form */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_day(calendar_republican(rows[i].year, rows[i].month, rows[i].day), rows[i].gregorian);
    assert_true(calendar_republican(4, 13, 6) == CALENDAR_NO_DAY);
    assert_true(calendar_republican(16, 13, 6) != CALENDAR_NO_DAY);
    assert_true(calendar_republican(100, 13, 6) == CALENDAR_NO_DAY);
    assert_true(calendar_republican(2, 3, 31) == CALENDAR_NO_DAY);
    assert_true(calendar_republican(0, 1, 1) == CALENDAR_NO_DAY);
    assert_true(calendar_republican(2, 14, 1) == CALENDAR_NO_DAY);
}

static void test_roman(void **state) {
    (void)state;
    static const struct {
        int64_t year;
        int month;
        calendar_roman_marker marker;
        int count;
        ymd julian;
    } rows[] = {
        {-43, 3, CALENDAR_IDES, 1, {-43, 3, 15}},      /* Caesar's death */
        {-30, 9, CALENDAR_NONES, 4, {-30, 9, 2}},      /* Actium, a.d. IV Non. Sept. */
        {79, 9, CALENDAR_KALENDS, 9, {79, 8, 24}},     /* Pliny, Letters VI 16: nonum Kal. Septembres */
        {300, 1, CALENDAR_KALENDS, 8, {299, 12, 25}},  /* Chronograph of 354: VIII Kal. Ian. */
        {300, 5, CALENDAR_KALENDS, 11, {300, 4, 21}},  /* Parilia, a.d. XI Kal. Mai. */
        {300, 1, CALENDAR_KALENDS, 16, {299, 12, 17}}, /* Saturnalia */
        {301, 3, CALENDAR_KALENDS, 6, {301, 2, 24}},   /* Regifugium */
        {300, 3, CALENDAR_KALENDS, 6, {300, 2, 24}},   /* the same day in a leap year */
        {300, 3, CALENDAR_KALENDS, 5, {300, 2, 26}},   {300, 3, CALENDAR_KALENDS, 7, {300, 2, 23}},
        {300, 3, CALENDAR_KALENDS, 16, {300, 2, 14}},  {1, 7, CALENDAR_NONES, 2, {1, 7, 6}}, /* pridie Non. Iul. */
        {1, 10, CALENDAR_IDES, 8, {1, 10, 8}},         {1, 2, CALENDAR_IDES, 3, {1, 2, 11}},
        {1, 4, CALENDAR_KALENDS, 1, {1, 4, 1}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_date(calendar_roman_day(rows[i].year, rows[i].month, rows[i].marker, rows[i].count, false),
                    rows[i].julian);
    assert_date(calendar_roman_day(300, 3, CALENDAR_KALENDS, 6, true), (ymd){300, 2, 25});
    assert_int_equal(calendar_roman_day(301, 3, CALENDAR_KALENDS, 6, true).month, 0);
    assert_int_equal(calendar_roman_day(1, 3, CALENDAR_KALENDS, 17, false).month, 0);
    assert_int_equal(calendar_roman_day(1, 4, CALENDAR_NONES, 5, false).month, 0);
    assert_int_equal(calendar_roman_day(1, 13, CALENDAR_IDES, 1, false).month, 0);
}

/* Counting through a whole year names every day once. */
static void test_roman_year(void **state) {
    (void)state;
    for (int64_t year = 300; year <= 301; year++) {
        int named[367] = {0};
        for (int month = 1; month <= 13; month++)
            for (int marker = CALENDAR_KALENDS; marker <= CALENDAR_IDES; marker++)
                for (int count = 0; count <= 40; count++) {
                    calendar_date d = calendar_roman_day(month == 13 ? year + 1 : year, month == 13 ? 1 : month,
                                                         (calendar_roman_marker)marker, count / 2 + 1, count % 2);
                    if (d.month && d.year == year)
                        named[calendar_julian_day(d.year, d.month, d.day) - calendar_julian_day(year, 1, 1)]++;
                }
        for (int i = 0; i < (year == 300 ? 366 : 365); i++) assert_int_equal(named[i], 1);
    }
}

static void test_weekdays(void **state) {
    (void)state;
    assert_day(calendar_nth_weekday(1962, 11, 4, 4), (ymd){1962, 11, 22}); /* Thanksgiving, 5 U.S.C. 6103 */
    assert_day(calendar_nth_weekday(2000, 1, 1, 3), (ymd){2000, 1, 17});
    assert_day(calendar_nth_weekday(2024, 5, 1, -1), (ymd){2024, 5, 27});
    assert_day(calendar_nth_weekday(1962, 11, 4, 5), (ymd){1962, 11, 29});
    assert_true(calendar_nth_weekday(1962, 11, 3, 5) == CALENDAR_NO_DAY);
    assert_true(calendar_nth_weekday(1962, 11, 3, 0) == CALENDAR_NO_DAY);
    assert_true(calendar_nth_weekday(1962, 11, 3, -5) == CALENDAR_NO_DAY);
    assert_day(calendar_nth_weekday(1962, 11, 5, -5), (ymd){1962, 11, 2});
    assert_true(calendar_nth_weekday(1962, 13, 3, 1) == CALENDAR_NO_DAY);
    int64_t friday = day_of((ymd){1962, 11, 2});
    assert_day(calendar_weekday_near(friday, 5, -1), (ymd){1962, 11, 2});
    assert_day(calendar_weekday_near(friday, 1, -1), (ymd){1962, 10, 29});
    assert_day(calendar_weekday_near(friday, 1, 1), (ymd){1962, 11, 5});
    assert_day(calendar_weekend(friday).first, (ymd){1962, 11, 3});
    assert_day(calendar_weekend(friday + 2).last, (ymd){1962, 11, 4});
}

static void test_weeks(void **state) {
    (void)state;
    assert_day(calendar_week(1962, 43).first, (ymd){1962, 10, 22});
    assert_day(calendar_week(2009, 1).first, (ymd){2008, 12, 29}); /* ISO 8601 */
    assert_day(calendar_week(2020, 53).last, (ymd){2021, 1, 3});
    assert_true(calendar_week(2021, 53).first == CALENDAR_NO_DAY);
    assert_true(calendar_week(2021, 0).first == CALENDAR_NO_DAY);
}

static void test_fiscal_years(void **state) {
    (void)state;
    static const struct {
        int64_t year;
        ymd first, last;
    } rows[] = {{1842, {1842, 1, 1}, {1842, 12, 31}}, {1843, {1843, 1, 1}, {1843, 6, 30}},
                {1844, {1843, 7, 1}, {1844, 6, 30}},  {1963, {1962, 7, 1}, {1963, 6, 30}},
                {1976, {1975, 7, 1}, {1976, 6, 30}},  {1977, {1976, 10, 1}, {1977, 9, 30}},
                {2024, {2023, 10, 1}, {2024, 9, 30}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        calendar_days year = calendar_us_fiscal_year(rows[i].year);
        assert_day(year.first, rows[i].first);
        assert_day(year.last, rows[i].last);
    }
    assert_int_equal(calendar_us_fiscal_year(1976).last + 1, calendar_us_transition_quarter().first);
    assert_int_equal(calendar_us_fiscal_year(1977).first - 1, calendar_us_transition_quarter().last);
    assert_day(calendar_fiscal_year(1963, 4).first,
               (ymd){1962, 4, 1}); /* Japan, India, the United Kingdom's government */
    assert_day(calendar_fiscal_year(1963, 1).last, (ymd){1963, 12, 31});
    assert_true(calendar_fiscal_year(1963, 13).first == CALENDAR_NO_DAY);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_julian),      cmocka_unit_test(test_every_julian_day),
                                       cmocka_unit_test(test_easter),      cmocka_unit_test(test_republican),
                                       cmocka_unit_test(test_roman),       cmocka_unit_test(test_roman_year),
                                       cmocka_unit_test(test_weekdays),    cmocka_unit_test(test_weeks),
                                       cmocka_unit_test(test_fiscal_years)};
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
