/* test_scale.c: positions grow with time, ticks stand at round moments, and no year 0 is ever shown. */
#include "cmocka_first.h"

#include "plain_measure.h"
#include "ticks.h"

#include <math.h>
#include <stdio.h>

typedef struct axis {
    memory_pool pool;
    time_scale scale;
    ticks ticks;
} axis;

static moment day(int64_t year, int month, int number) {
    return annals_day_of_civil(year, month, number) * SECONDS_A_DAY;
}

static axis make_axis(const scale_stop *stops, size_t count) {
    axis a = {0};
    assert_true(scale_make(&a.pool, stops, count, SCALE_BREAKS, 2, 172, &a.scale));
    assert_true(ticks_make(&(wording){.pool = &a.pool}, &a.scale, (text_measure){plain_wrap, NULL},
                           (tick_gaps){.labels = 2.2, .ticks = 1.4}, &a.ticks));
    return a;
}

static axis axis_of(moment from, moment to) {
    const scale_stop stops[] = {{from, from, 0}, {to, to, 0}};
    return make_axis(stops, 2);
}

static bool has_label(const axis *a, const char *words, int row) {
    for (size_t i = 0; i < a->ticks.label_count; i++) {
        const tick_label *l = &a->ticks.labels[i];
        if (l->row == row && l->block.text.length == strlen(words) && !memcmp(l->block.text.data, words, strlen(words)))
            return true;
    }
    return false;
}

static size_t labels_of(const axis *a, int row) {
    size_t count = 0;
    for (size_t i = 0; i < a->ticks.label_count; i++) count += a->ticks.labels[i].row == row;
    return count;
}

static void test_no_stops(void **state) {
    (void)state;
    axis a = make_axis(NULL, 0);
    assert_int_equal(a.scale.count, 0);
    assert_int_equal(a.ticks.count, 0);
    pool_free(&a.pool);
}

/* At every scale: something is labelled, but not so much that it touches; and the second level says the rest. */
static void test_every_scale(void **state) {
    (void)state;
    moment start = day(1962, 10, 14) + 5 * 3600;
    for (double length = 600; length < 1e16; length *= 1.7) {
        axis a = axis_of(start, start + (moment)length);
        size_t first = labels_of(&a, 0), second = labels_of(&a, 1);
        if (first < 1 || first > 40) fail_msg("%zu labels for %g s", first, length);
        if (length < 2e7 && second < 1) fail_msg("no second level for %g s", length);
        for (size_t i = 0; i < a.ticks.count; i++)
            assert_true(a.ticks.ticks[i].x >= 1.99 && a.ticks.ticks[i].x <= 172.01);
        pool_free(&a.pool);
    }
}

static void test_words(void **state) {
    (void)state;
    axis a = axis_of(day(1962, 10, 27), day(1962, 10, 27) + 7200);
    assert_true(has_label(&a, "00:30", 0));
    assert_true(has_label(&a, "27 October 1962", 1));
    pool_free(&a.pool);
    a = axis_of(day(1962, 10, 14), day(1962, 11, 20));
    assert_true(has_label(&a, "21", 0) && has_label(&a, "October 1962", 1) && has_label(&a, "November 1962", 1));
    pool_free(&a.pool);
    a = axis_of(day(1961, 3, 1), day(1963, 2, 1));
    assert_true(has_label(&a, "Oct", 0) && has_label(&a, "1962", 1));
    pool_free(&a.pool);
}

/* No tick tells more than is known of what stands in a segment. */
static void test_granularity(void **state) {
    (void)state;
    axis a = make_axis(&(scale_stop){day(1957, 1, 1), day(1958, 1, 1), YEAR_SECONDS}, 1);
    assert_true(has_label(&a, "1957", 0));
    assert_int_equal(labels_of(&a, 1), 0);
    pool_free(&a.pool);
    a = make_axis(&(scale_stop){day(1957, 3, 1), day(1957, 4, 1), MONTH_SECONDS}, 1);
    assert_true(has_label(&a, "Mar", 0) && has_label(&a, "1957", 1));
    pool_free(&a.pool);
    a = make_axis(&(scale_stop){day(1957, 3, 1), day(1957, 3, 2), SECONDS_A_DAY}, 1);
    assert_true(has_label(&a, "1", 0) && !has_label(&a, "12:00", 0));
    assert_true(has_label(&a, "March 1957", 1));
    pool_free(&a.pool);
}

/* Wherever an axis begins, no label is missing between two: one that has no room at its tick gives way to one that has.
 */
static void test_edge(void **state) {
    (void)state;
    for (int month = 0; month < 120; month++) {
        axis a = axis_of(day(-50 + month / 12, month % 12 + 1, 7), day(32, 4, 25));
        const tick_label *l = a.ticks.labels;
        for (size_t i = 1; i + 1 < a.ticks.label_count; i++)
            assert_true(l[i].x - l[i - 1].x < 1.5 * (l[i + 1].x - l[i].x));
        pool_free(&a.pool);
    }
}

static void test_beside_break(void **state) {
    (void)state;
    scale_segment segments[] = {{.from = 0, .to = 10, .left = 0, .right = 10},
                                {.from = 90, .to = 99, .left = 15, .right = 40}};
    time_scale scale = {segments, 2, 0, 40};
    const double x[][2] = {{5, 5}, {11, 10}, {14, 15}, {15, 15}, {39, 39}};
    for (size_t i = 0; i < 5; i++) assert_true(fabs(scale_beside_break(&scale, x[i][0]) - x[i][1]) < 1e-9);
}

static void test_before_christ(void **state) {
    (void)state;
    axis a = axis_of(day(-499, 1, 1), day(300, 1, 1));
    assert_true(has_label(&a, "500 BC", 0) && has_label(&a, "100 BC", 0) && has_label(&a, "AD 1", 0));
    assert_true(has_label(&a, "AD 100", 0));
    for (size_t i = 0; i < a.ticks.label_count; i++) {
        const annals_text t = a.ticks.labels[i].block.text;
        assert_false(t.data[0] == '0' || (t.length == 4 && !memcmp(t.data, "AD 0", 4)));
    }
    pool_free(&a.pool);
    a = axis_of(day(-3, 1, 1), day(5, 1, 1));
    assert_true(has_label(&a, "1 BC", 1) && has_label(&a, "AD 1", 1) && !has_label(&a, "0 BC", 1));
    pool_free(&a.pool);
    a = axis_of(day(-1000000, 1, 1), day(1962, 1, 1));
    assert_true(has_label(&a, "800\u00a0000 BC", 0) && has_label(&a, "200\u00a0000 BC", 0) && has_label(&a, "AD 1", 0));
    pool_free(&a.pool);
}

static void check_monotone(const time_scale *s, moment from, moment to) {
    double before = -1;
    for (int i = 0; i <= 2000; i++) {
        double x = scale_position(s, from + (to - from) / 2000 * i);
        assert_true(x >= before && x >= 2 - 1e-9 && x <= 172 + 1e-9);
        before = x;
    }
}

static void test_burst_gets_its_own_segment(void **state) {
    (void)state;
    scale_stop stops[100];
    for (int i = 0; i < 100; i++) {
        moment at = i < 5    ? day(1960, 1, 1) + i * 150 * (moment)SECONDS_A_DAY
                    : i < 95 ? day(1962, 10, 16) + i * 3 * (moment)3600
                             : day(1963, 6, 1) + i * 20 * (moment)SECONDS_A_DAY;
        stops[i] = (scale_stop){at, at, 0};
    }
    axis a = make_axis(stops, 100);
    assert_int_equal(a.scale.count, 3);
    assert_true(a.scale.segments[1].right - a.scale.segments[1].left > 85);
    for (size_t i = 1; i < a.scale.count; i++) {
        assert_true(fabs(a.scale.segments[i].left - a.scale.segments[i - 1].right - (SCALE_BREAK_MM)) < 1e-6);
        assert_true(a.scale.segments[i].from >= a.scale.segments[i - 1].to);
    }
    check_monotone(&a.scale, stops[0].low, stops[99].high);
    pool_free(&a.pool);
}

/* Room around what is far off does not take a burst's own events from it. */
static void test_segments_hold_their_events(void **state) {
    (void)state;
    moment noon = day(1962, 10, 27) + 43200;
    const scale_stop stops[] = {
        {noon, noon, 60}, {noon + 60, noon + 60, 60}, {noon + 210, noon + 210, 60}, {noon + 1260, noon + 1260, 60}};
    axis a = make_axis(stops, 4);
    assert_int_equal(a.scale.count, 2);
    const scale_segment *first = &a.scale.segments[0], *second = first + 1;
    assert_true(first->from < noon && first->to > noon + 210);
    assert_true(second->from >= first->to && second->from < noon + 1260 && second->to > noon + 1260);
    pool_free(&a.pool);
}

/* What happens within a minute is told apart. */
static void test_seconds(void **state) {
    (void)state;
    const moment ten = day(1962, 10, 27) + 36000;
    const scale_stop stops[] = {{ten + 5, ten + 5, 1}, {ten + 20, ten + 20, 1}, {ten + 45, ten + 45, 1}};
    axis a = make_axis(stops, 3);
    assert_true(scale_position(&a.scale, ten + 20) - scale_position(&a.scale, ten + 5) > 10);
    assert_true(has_label(&a, "10:00", 0) && has_label(&a, "10:01", 0));
    pool_free(&a.pool);
}

/* Where nothing asks for more, a break is made only for marks that one scale would not keep apart. */
static void test_breaks_where_needed(void **state) {
    (void)state;
    const moment noon = SECONDS_A_DAY / 2, hour = 3600;
    scale_stop stops[] = {{day(1962, 10, 26), day(1962, 10, 27), SECONDS_A_DAY},
                          {day(1962, 10, 27), day(1962, 10, 28), SECONDS_A_DAY},
                          {day(1962, 10, 27), day(1962, 10, 28), SECONDS_A_DAY},
                          {day(1962, 10, 27), day(1962, 10, 28), SECONDS_A_DAY}};
    axis a = {0};
    assert_true(scale_make(&a.pool, stops, 4, SCALE_CHOSEN, 2, 172, &a.scale));
    assert_int_equal(a.scale.count, 1);
    assert_true(scale_make(&a.pool, stops, 4, SCALE_BREAKS, 2, 172, &a.scale));
    assert_true(a.scale.count > 1);
    for (moment i = 1; i < 4; i++) stops[i].low = stops[i].high = day(1962, 12, 27) + noon + i * hour;
    assert_true(scale_make(&a.pool, stops, 4, SCALE_CHOSEN, 2, 172, &a.scale));
    assert_true(a.scale.count > 1);
    pool_free(&a.pool);
}

static void test_even_spread_has_no_break(void **state) {
    (void)state;
    scale_stop stops[40];
    for (int i = 0; i < 40; i++) stops[i].low = stops[i].high = day(1900 + i * 2, 1 + i % 12, 5);
    axis a = make_axis(stops, 40);
    assert_int_equal(a.scale.count, 1);
    check_monotone(&a.scale, stops[0].low, stops[39].high);
    pool_free(&a.pool);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_stops),
        cmocka_unit_test(test_every_scale),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_granularity),
        cmocka_unit_test(test_edge),
        cmocka_unit_test(test_beside_break),
        cmocka_unit_test(test_before_christ),
        cmocka_unit_test(test_burst_gets_its_own_segment),
        cmocka_unit_test(test_segments_hold_their_events),
        cmocka_unit_test(test_seconds),
        cmocka_unit_test(test_breaks_where_needed),
        cmocka_unit_test(test_even_spread_has_no_break),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
