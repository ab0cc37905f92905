/* A person's own names for times: which are found, what stands in their place, and what is wrong in a list. */
#include "engine_test.h"

enum { NAMES = 3000 };

static const annals_period list[] = {
    {{"the Crisis", 10}, {"1962-10-14/1962-10-28", 21}, {"own.tsv", 7}, 2},
    {{"the Crisis of May", 17}, {"1958-05", 7}, {"own.tsv", 7}, 3},
    {{"Operation Heron", 15}, {"1961~", 5}, {NULL, 0}, 0},
    {{"Plan 1961", 9}, {"1960-01-02", 10}, {"own.tsv", 7}, 5},
    {{"Río-Blanco affair", 18}, {"1899-03", 7}, {"own.tsv", 7}, 6},
};

static annals_chronology *with_periods(const char *text) {
    annals_options options = {.date = annals_text_of("1962-11-02"),
                              .mode = ANNALS_MODE_DOCUMENT,
                              .periods = list,
                              .period_count = sizeof list / sizeof *list};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    assert_non_null(c);
    assert_int_equal(annals_add_text(c, "a.txt", annals_text_of(text), &error), ANNALS_OK);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    return c;
}

/* The mentions are these words with these values, NULL at the end. */
static void expect(const char *text, const char *const *words) {
    annals_chronology *c = with_periods(text);
    size_t count, i = 0;
    const annals_mention *mentions = annals_mentions(c, &count);
    for (; words[2 * i]; i++) {
        if (i >= count || !is(mentions[i].exact, words[2 * i]) || !is(mentions[i].timex->value, words[2 * i + 1]))
            fail_msg("in '%s' mention %zu is not '%s' %s", text, i, words[2 * i], words[2 * i + 1]);
    }
    assert_int_equal(count, i);
    annals_free(c);
}

static void test_found(void **state) {
    (void)state;
    expect("He left before the Crisis, they say.", (const char *[]){"the Crisis", "1962-10-14/1962-10-28", NULL});
    expect("Since the Crisis of May he had known.", (const char *[]){"the Crisis of May", "1958-05", NULL});
    expect("In the\nCrisis he wrote, and on 5 May 1961 he left.",
           (const char *[]){"the\nCrisis", "1962-10-14/1962-10-28", "5 May 1961", "1961-05-05", NULL});
    expect("After the Río-Blanco affair he left.", (const char *[]){"Río-Blanco affair", "1899-03", NULL});
    expect("Operation Heron, and then Operation Heron's end.",
           (const char *[]){"Operation Heron", "1961~", "Operation Heron", "1961~", NULL});
}

/* What is counted from an event of the list has its date. */
static void test_counted_from(void **state) {
    (void)state;
    expect("Two days after the Crisis he wrote home.",
           (const char *[]){"Two days after the Crisis", "1962-10-30", NULL});
    expect("They met the week before the Crisis.", (const char *[]){"the week before the Crisis", "1962-W40", NULL});
}

/* Words before a name make a limit of it. */
static void expect_limit(const char *text, const char *edtf) {
    annals_chronology *c = with_periods(text);
    size_t count;
    const annals_mention *mentions = annals_mentions(c, &count);
    assert_int_equal(count, 1);
    if (!is(mentions[0].when->edtf, edtf)) fail_msg("'%s' is not %s", text, edtf);
    annals_free(c);
}

static void test_limits(void **state) {
    (void)state;
    expect_limit("Before the Crisis he lived in Halm.", "../1962-10-13");
    expect_limit("He came back after the Crisis.", "1962-10-29/..");
    expect_limit("Since the\nCrisis nobody trusts him.", "1962-10-14/..");
    expect_limit("After the Río-Blanco affair he left.", "1899-04-01/..");
    expect_limit("During the Crisis he slept little.", "1962-10-14/1962-10-28");
    expect_limit("Long after, the Crisis was over.", "1962-10-14/1962-10-28");
    expect_limit("On the fifth day of the Crisis he left.", "1962-10-18");
    expect_limit("On the twentieth day of the Crisis he left.", "");
}

static void test_not_found(void **state) {
    (void)state;
    expect("The crisis and the Crises are other words.", (const char *[]){NULL});
    expect("Operation Herons and Operation  heron.", (const char *[]){NULL});
    expect("The Río - Blanco affair is written otherwise.", (const char *[]){NULL});
    expect("They spoke of the.\n\nCrisis is the next word.", (const char *[]){NULL});
}

/* A name takes the place of the dates in it. */
static void test_place(void **state) {
    (void)state;
    expect("They agreed on Plan 1961 at once.", (const char *[]){"Plan 1961", "1960-01-02", NULL});
}

static void test_reason(void **state) {
    (void)state;
    annals_chronology *c = with_periods("He left during the Crisis, they say.");
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 1);
    assert_true(is(m->resolution->rule, "period"));
    assert_true(has(m->resolution->steps[0], "own.tsv, line 2"));
    assert_int_equal(m->when->begin.earliest.day, annals_day_of_civil(1962, 10, 14));
    assert_int_equal(m->when->end.latest.day, annals_day_of_civil(1962, 10, 28));
    annals_free(c);
}

static void refused(annals_period wrong, const char *message) {
    annals_period both[] = {{{"the Fair", 8}, {"1962", 4}, {"own.tsv", 7}, 1}, wrong};
    annals_options options = {.periods = both, .period_count = 2};
    annals_error error = {0};
    assert_null(annals_new(&options, &error));
    assert_int_equal(error.status, ANNALS_ARGUMENT);
    assert_string_equal(error.file, "own.tsv");
    assert_int_equal(error.line, 7);
    if (!strstr(error.message, message)) fail_msg("'%s' does not say '%s'", error.message, message);
}

static void test_refused(void **state) {
    (void)state;
    annals_text file = {"own.tsv", 7}, name = {"the Feast", 9}, time = {"1962", 4};
    refused((annals_period){name, {"1962-13", 7}, file, 7}, "there is no month 13");
    refused((annals_period){name, {"", 0}, file, 7}, "has no time");
    refused((annals_period){{" ", 1}, time, file, 7}, "is no name");
    refused((annals_period){{"the Fair", 8}, time, file, 7}, "given twice");
    char many[200] = "";
    for (int i = 0; i < 40; i++) strcat(many, "a ");
    refused((annals_period){annals_text_of(many), time, file, 7}, "too many words");
}

/* The first sign may be a capital where a name has none, and not the other way round. */
static void test_opens_sentence(void **state) {
    (void)state;
    annals_period names[] = {{.name = annals_text_of("the great hunger"), .edtf = annals_text_of("1946")},
                             {.name = annals_text_of("плохая зима"), .edtf = annals_text_of("1941")},
                             {.name = annals_text_of("Crisis"), .edtf = annals_text_of("1962")}};
    annals_options options = {.periods = names, .period_count = 3};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    assert_non_null(c);
    annals_text text =
        annals_text_of("The great hunger began. The Great hunger was a crisis. Плохая зима. Then the Crisis.");
    assert_int_equal(annals_add_text(c, "a.txt", text, &error), ANNALS_OK);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 3);
    assert_true(is(m[0].exact, "The great hunger") && is(m[1].exact, "Плохая зима") && is(m[2].exact, "Crisis"));
    annals_free(c);
}

/* Thousands of names with the same first words. */
static void test_many(void **state) {
    (void)state;
    static char names[NAMES][32];
    static annals_period many[NAMES];
    for (int i = 0; i < NAMES; i++) {
        snprintf(names[i], sizeof names[i], "Operation Big Heron %d", i);
        many[i] = (annals_period){.name = annals_text_of(names[i]), .edtf = annals_text_of("1961")};
    }
    annals_options options = {.periods = many, .period_count = NAMES};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    assert_non_null(c);
    annals_text text = annals_text_of("We planned Operation Big Heron 2999 and Operation Big Heron 3000 at home.");
    assert_int_equal(annals_add_text(c, "a.txt", text, &error), ANNALS_OK);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 1);
    assert_true(is(m->exact, "Operation Big Heron 2999"));
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),     cmocka_unit_test(test_counted_from), cmocka_unit_test(test_limits),
        cmocka_unit_test(test_not_found), cmocka_unit_test(test_place),        cmocka_unit_test(test_reason),
        cmocka_unit_test(test_refused),   cmocka_unit_test(test_many),         cmocka_unit_test(test_opens_sentence)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
