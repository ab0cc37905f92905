/* test_span.c: what of a time's four bounds is certain, uncertain, open or unknown. */
#include "cmocka_first.h"

#include "span.h"

static annals_bound on(int day) {
    return (annals_bound){annals_day_of_civil(1911, 3, day), 0, ANNALS_BOUND_DAY};
}

static moment midnight(int day) {
    return annals_day_of_civil(1911, 3, day) * SECONDS_A_DAY;
}

static span of(annals_bound a, annals_bound b, annals_bound c, annals_bound d) {
    return span_of(&(annals_when){.begin = {a, b}, .end = {c, d}});
}

static const annals_bound open_bound = {.state = ANNALS_BOUND_OPEN}, unknown = {.state = ANNALS_BOUND_UNKNOWN};

static void test_known(void **state) {
    (void)state;
    span day = of(on(4), on(4), on(4), on(4));
    assert_true(day.known && !day.core && day.low == midnight(4) && day.high == midnight(5));
    span range = of(on(4), on(4), on(9), on(9));
    assert_true(range.core && range.core_low == midnight(4) && range.core_high == midnight(10));
    span fuzzy = of(on(4), on(6), on(10), on(12));
    assert_true(fuzzy.core && fuzzy.low == midnight(4) && fuzzy.core_low == midnight(7));
    assert_true(fuzzy.core_high == midnight(10) && fuzzy.high == midnight(13));
    span within = of(on(4), on(9), on(4), on(9));
    assert_true(!within.core && within.low == midnight(4) && within.high == midnight(10));
    span touching = of(on(4), on(8), on(8), on(12));
    assert_true(!touching.core && touching.low == midnight(4) && touching.high == midnight(13));
}

static void test_limited_on_one_side(void **state) {
    (void)state;
    span until = of(open_bound, open_bound, on(9), on(9));
    assert_true(until.known && until.open_begin && !until.unknown_begin && until.high == midnight(10));
    span from = of(on(4), on(4), unknown, unknown);
    assert_true(from.unknown_end && !from.open_end && !from.unknown_begin && from.low == midnight(4));
    span by = of(unknown, on(9), unknown, on(9));
    assert_true(by.known && by.unknown_begin && !by.unknown_end && by.high == midnight(10));
    span nothing = of(unknown, unknown, open_bound, unknown);
    assert_false(nothing.known);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_known), cmocka_unit_test(test_limited_on_one_side)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
