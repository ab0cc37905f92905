/* The chronology to read. */
#include "sample.h"

#include "cmocka_headers.h"

#include <stdlib.h>
#include <string.h>

static annals_chronology *three_events(void) {
    const annals_options options = {.title = annals_text_of("Three days")};
    annals_chronology *c = annals_new(&options, NULL);
    const annals_document document = {.source = annals_text_of("havana.txt")};
    assert_int_equal(annals_put_document(c, &document, NULL), ANNALS_OK);
    const annals_when october = sample_day(1962, 10, 27), later = sample_day(1992, 1, 1);
    const annals_when open = {.edtf = annals_text_of("XXXX-11-16")};
    annals_event events[] = {
        {.label = annals_text_of("A reconnaissance plane was shot down over the island"), .when = &october},
        {.label = annals_text_of("A\tletter\x1B came"), .kind = ANNALS_DOCUMENT, .when = &october},
        {.label = annals_text_of("The delegation is to return"), .kind = ANNALS_PLAN, .when = &open},
        {.label = annals_text_of("Published"), .kind = ANNALS_CITATION, .when = &later},
    };
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        assert_int_equal(annals_put_event(c, &events[i], NULL), ANNALS_OK);
    return c;
}

static void assert_written(const annals_write_options *options, const char *expected) {
    annals_chronology *c = three_events();
    char *text = sample_written(c, "txt", options);
    assert_string_equal(text, expected);
    free(text);
    annals_free(c);
}

static void sets_dates_at_the_left(void **state) {
    (void)state;
    const annals_write_options options = {.columns = 60};
    assert_written(&options, "Three days\n"
                             "3 events from havana.txt, 27 October 1962\n"
                             "\n"
                             "27 October 1962  A reconnaissance plane was shot down over\n"
                             "                 the island\n"
                             "                 [document] A letter came\n"
                             "\n"
                             "Year not known\n"
                             "\n"
                             "16 November      [plan] The delegation is to return\n");
}

static void keeps_to_the_least_width(void **state) {
    (void)state;
    const annals_write_options options = {.columns = 1};
    assert_written(&options, "Three days\n"
                             "3 events from havana.txt, 27 October\n"
                             "1962\n"
                             "\n"
                             "27 October    A reconnaissance plane was\n"
                             "1962          shot down over the island\n"
                             "              [document] A letter came\n"
                             "\n"
                             "Year not known\n"
                             "\n"
                             "16 November   [plan] The delegation is\n"
                             "              to return\n");
}

static void inks_dates_and_sources(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology();
    const annals_write_options options = {.colour = true, .citations = true};
    char *text = sample_written(c, "txt", &options), *plain = sample_written(c, "txt", NULL);
    assert_non_null(strstr(text, "\x1B[1m29 February 1600\x1B[0m          Leap day of a century year\n"
                                 "                            \x1B[2mmoscow.txt\x1B[0m\n"));
    assert_non_null(strstr(text, "[citation] Published in the annual report"));
    assert_non_null(strstr(plain, "  2 mentions in 2 documents; the sources disagree\n"));
    assert_null(strchr(plain, '\x1B'));
    assert_null(strstr(plain, "citation"));
    free(text);
    free(plain);
    annals_free(c);
}

static void says_a_day_once(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology();
    char *text = sample_written(c, "txt", NULL);
    assert_non_null(strstr(text, "\n02:00                     [document] Cable to Moscow\n"));
    assert_non_null(strstr(text, "\n08:30–09:15               Meeting of the committee\n"));
    assert_non_null(strstr(text, "\nbetween 1 and 10          The bombers are crated\nNovember 1962  "));
    free(text);
    annals_free(c);
}

static void has_no_blanks_at_line_ends(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology();
    for (size_t columns = 40; columns <= 130; columns++) {
        const annals_write_options options = {.columns = columns};
        char *text = sample_written(c, "txt", &options);
        assert_null(strstr(text, " \n"));
        free(text);
    }
    annals_free(c);
}

static void says_that_there_is_nothing(void **state) {
    (void)state;
    annals_chronology *c = annals_new(NULL, NULL);
    char *text = sample_written(c, "txt", NULL);
    assert_string_equal(text, "No dated event was found.\n");
    free(text);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_dates_at_the_left),     cmocka_unit_test(keeps_to_the_least_width),
        cmocka_unit_test(inks_dates_and_sources),     cmocka_unit_test(says_a_day_once),
        cmocka_unit_test(has_no_blanks_at_line_ends), cmocka_unit_test(says_that_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
