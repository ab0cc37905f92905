/* EDTF as the engine's own value: its fields, its errors, what is written of it; no expression breaks it. */
#include "engine_test.h"

#include "edtf.h"

static annals_edtf *parsed(const char *expression) {
    annals_error error = {0};
    annals_edtf *value = annals_edtf_parse(annals_text_of(expression), &error);
    if (!value) fail_msg("%s: %s", expression, error.message);
    return value;
}

static void test_fields(void **state) {
    (void)state;
    annals_edtf *value = parsed("?-19X2-~03/1962-10-27T09:20:05.5-04:30");
    const annals_edtf_date *first = &value->items[0].first, *last = &value->items[0].last;
    assert_int_equal(value->kind, ANNALS_EDTF_INTERVAL);
    assert_int_equal(first->year, -1902);
    assert_true(first->negative);
    assert_int_equal(first->unspecified[ANNALS_EDTF_YEAR], 2);
    assert_int_equal(first->qualifier[ANNALS_EDTF_YEAR], ANNALS_EDTF_UNCERTAIN);
    assert_int_equal(first->qualifier[ANNALS_EDTF_MONTH], ANNALS_EDTF_APPROXIMATE);
    assert_int_equal(first->granularity, ANNALS_MONTH);
    assert_int_equal(last->granularity, ANNALS_SECOND);
    assert_int_equal(last->nanosecond, 500000000);
    assert_true(last->zoned);
    assert_int_equal(last->zone_minutes, -270);
    annals_edtf_free(value);

    value = parsed("[..1941-22,1962,Y-17E7S3]");
    assert_int_equal(value->item_count, 3);
    assert_int_equal(value->items[0].first.state, ANNALS_EDTF_OPEN);
    assert_int_equal(value->items[0].last.season, 22);
    assert_int_equal(value->items[1].last.state, ANNALS_EDTF_ABSENT);
    assert_int_equal(value->items[2].first.exponent, 7);
    assert_int_equal(value->items[2].first.significant_digits, 3);
    annals_edtf_free(value);
}

static void test_errors(void **state) {
    (void)state;
    annals_error error = {0};
    assert_null(annals_edtf_parse(annals_text_of("1962-02-30"), &error));
    assert_int_equal(error.status, ANNALS_DATE);
    assert_int_equal(error.column, 9);
    assert_string_equal(error.message, "this month has no day 30; its days are 01 to 28");
    assert_null(annals_edtf_parse(annals_text_of("1962-13"), &error)); /* the first error is kept */
    assert_int_equal(error.column, 9);
    assert_null(annals_edtf_parse(annals_text_of("1962-13"), NULL));
    assert_null(annals_edtf_parse((annals_text){0}, NULL));
    assert_null(annals_edtf_parse((annals_text){"1962\0", 5}, NULL));
    annals_edtf_free(NULL);
}

static void test_short_buffers(void **state) {
    (void)state;
    static const char whole[] = "1962-10-~27/..";
    annals_edtf *value = parsed(whole);
    for (size_t size = 0; size < sizeof whole + 3; size++) {
        char buffer[32];
        memset(buffer, '#', sizeof buffer);
        assert_int_equal(annals_edtf_write(value, buffer, size), sizeof whole - 1);
        assert_true(buffer[size] == '#');
        if (size) assert_true(strlen(buffer) < size && !strncmp(buffer, whole, strlen(buffer)));
    }
    annals_edtf_free(value);
}

static bool ordered(annals_bound a, annals_bound b) {
    return !annals_bound_known(a) || !annals_bound_known(b) || a.day <= b.day;
}

/* What can be read is written so that it is read as the same, and its bounds are in order. */
static void check_round_trip(annals_text expression) {
    annals_edtf *value = annals_edtf_parse(expression, NULL);
    if (!value) return;
    char once[200], twice[200];
    assert_true(annals_edtf_write(value, once, sizeof once) < sizeof once);
    annals_edtf *second = parsed(once);
    annals_edtf_write(second, twice, sizeof twice);
    assert_string_equal(once, twice);
    assert_true(ordered(value->begin.earliest, value->begin.latest) && ordered(value->end.earliest, value->end.latest));
    assert_true(ordered(value->begin.earliest, value->end.earliest) && ordered(value->begin.latest, value->end.latest));
    assert_int_equal(value->begin.earliest.day, second->begin.earliest.day);
    assert_int_equal(value->end.latest.day, second->end.latest.day);
    annals_edtf_free(second);
    annals_edtf_free(value);
}

/* Good expressions with characters of the alphabet put in, taken out or changed. */
static void test_random(void **state) {
    (void)state;
    static const char alphabet[] = "0123456789XY-/.,:?~%TZES[]{}+ ";
    static const char *const seeds[] = {"1962-10-27",    "196X-1X-~27/..",         "[1667,1668..1672]", "Y-17E7S3",
                                        "-0489?-09-%12", "1962-10-27T09:20:00-04", "{..1941-22,1962}",  "/1950S2"};
    uint32_t random = 1;
    for (int round = 0; round < 400000; round++) {
        char text[64];
        size_t length = strlen(seeds[round % 8]);
        memcpy(text, seeds[round % 8], length + 1);
        for (int edits = round / 8 % 3; edits >= 0; edits--) {
            random = random * 1664525 + 1013904223;
            size_t at = (random >> 8) % (length + 1);
            char c = alphabet[(random >> 16) % (sizeof alphabet - 1)];
            if (random >> 30 == 0 && length < sizeof text - 1) {
                memmove(text + at + 1, text + at, length++ - at);
                text[at] = c;
            } else if (random >> 30 == 1 && at < length) {
                memmove(text + at, text + at + 1, --length - at);
            } else if (at < length) {
                text[at] = c;
            }
        }
        check_round_trip((annals_text){text, length});
    }
}

/* A set of many dates is read in one pass. */
static void test_long_set(void **state) {
    (void)state;
    enum { DATES = 300000, EACH = 11 };
    char *text = malloc(DATES * EACH + 2);
    assert_non_null(text);
    for (size_t i = 0; i < DATES; i++) memcpy(text + i * EACH, i ? ",1962-XX-27" : "{1962-XX-27", EACH);
    text[DATES * EACH] = '}';
    annals_edtf *value = annals_edtf_parse((annals_text){text, DATES * EACH + 1}, NULL);
    assert_non_null(value);
    assert_int_equal(value->item_count, DATES);
    assert_int_equal(annals_edtf_write(value, NULL, 0), DATES * EACH + 1);
    annals_edtf_free(value);
    free(text);
}

/* Where EDTF lacks an expression, the engine writes the nearest one, and never one that cannot be read. */
static void test_intervals(void **state) {
    (void)state;
    static const struct {
        const char *first, *last, *interval;
    } rows[] = {{"1941-22", "1942-23", "1941-06/1942-11"},
                {"1941-24", NULL, "1941-12/.."},
                {NULL, "1941-24", "../1942-02"},
                {"1962-10-22/1962-10-28", NULL, "1962-10-22/.."},
                {"193X", "1945-05~", "193X/1945-05~"},
                {"1962-10-27T09:20:00", "1962-10-27T11:00:00", "1962-10-27T09:20:00/1962-10-27T11:00:00"},
                {"Y-39999", NULL, ""},
                {"nonsense", NULL, ""}};
    arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(
            is(edtf_interval(&a, annals_text_of(rows[i].first), annals_text_of(rows[i].last)), rows[i].interval));
    assert_true(is(edtf_qualified(&a, annals_text_of("1941-22"), ANNALS_EDTF_APPROXIMATE), "1941-06~/1941-08~"));
    assert_true(is(edtf_qualified(&a, annals_text_of("1962-10?/.."), ANNALS_EDTF_APPROXIMATE), "1962-10%/.."));
    assert_true(
        is(edtf_qualified(&a, annals_text_of("1962-10-27T09:20:00"), ANNALS_EDTF_UNCERTAIN), "1962-10-27T09:20:00"));
    assert_true(is(edtf_qualified(&a, annals_text_of("Y-39999"), ANNALS_EDTF_UNCERTAIN), "Y-39999"));
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_fields),        cmocka_unit_test(test_errors),
                                       cmocka_unit_test(test_short_buffers), cmocka_unit_test(test_random),
                                       cmocka_unit_test(test_long_set),      cmocka_unit_test(test_intervals)};
    return cmocka_run_group_tests_name("edtf", tests, NULL, NULL);
}
