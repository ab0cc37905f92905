/* Dates that the format of a file states go before what the words of the text say. */
#include "annals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const char text[] = "Report\n\nIt left from 3 to 5 May 1912. That Saturday it rained. On 7 May it did not.\n";

static annals_stated stated(const char *words, const char *date) {
    const char *at = strstr(text, words);
    assert_non_null(at);
    size_t start = (size_t)(at - text);
    return (annals_stated){start, start + strlen(words), annals_text_of(date)};
}

static annals_chronology *add(annals_document d, const annals_stated *dates, size_t count) {
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, NULL);
    d.source = annals_text_of("a.xml");
    d.text = annals_text_of(text);
    assert_int_equal(annals_add_document(c, &d, dates, count, &error), ANNALS_OK);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    return c;
}

static void is(const annals_chronology *c, size_t index, const char *words, const char *edtf) {
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_true(index < count);
    assert_int_equal(m[index].exact.length, strlen(words));
    assert_memory_equal(m[index].exact.data, words, strlen(words));
    assert_string_equal(m[index].when->edtf.data, edtf);
    assert_int_equal(m[index].range, ANNALS_RANGE_NONE);
}

static void takes_the_place_of_words(void **state) {
    (void)state;
    annals_stated dates[] = {stated("3 to 5 May 1912", "1912-05-03/1912-05-06"), stated("It left", "someday"),
                             stated("That Saturday", "1912-05-04"), stated("7 May", "1913-05-07")};
    annals_chronology *c = add((annals_document){0}, dates, 4);
    is(c, 0, "3 to 5 May 1912", "1912-05-03/1912-05-06");
    is(c, 1, "That Saturday", "1912-05-04");
    is(c, 2, "7 May", "1913-05-07");
    size_t count;
    assert_string_equal(annals_mentions(c, &count)->resolution->rule.data, "stated");
    assert_int_equal(count, 3);
    annals_free(c);
}

static void parts_a_range(void **state) {
    (void)state;
    annals_stated dates[] = {stated("5 May 1912", "1912-05-06")};
    annals_chronology *c = add((annals_document){0}, dates, 1);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    for (size_t i = 0; i < count; i++) assert_int_equal(m[i].range, ANNALS_RANGE_NONE);
    annals_free(c);
}

static void head_goes_before_the_text(void **state) {
    (void)state;
    annals_document d = {.title = annals_text_of("From the head"), .basis = ANNALS_BASIS_STATED};
    annals_chronology *scratch = annals_new(NULL, NULL);
    assert_int_equal(annals_read_when(scratch, annals_text_of("1950-01-02"), &d.when, NULL), ANNALS_OK);
    annals_chronology *c = add(d, NULL, 0);
    size_t count;
    const annals_document *found = annals_documents(c, &count);
    assert_string_equal(found->title.data, "From the head");
    assert_string_equal(found->when.edtf.data, "1950-01-02");
    annals_free(c);
    annals_free(scratch);
}

/* Its own event stands where the text says what it is called, else where it says its day: not at a later heading. */
static void has_its_own_place(void **state) {
    (void)state;
    static const char letter[] = "Dunvik, 2 May 1931\n\nDear John,\n\nIt rained on 1 May.\n\nThe Yard\n\nIt burnt.\n";
    static const struct {
        const char *title, *place;
    } rows[] = {{"Letter of Emma", "Dunvik, 2 May 1931"},
                {"The Yard", "The Yard"},
                {"Yard", "The Yard"},
                {"The Yard of John", "The Yard"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_document d = {.source = annals_text_of("a.txt"),
                             .title = annals_text_of(rows[i].title),
                             .text = annals_text_of(letter),
                             .basis = ANNALS_BASIS_STATED};
        annals_chronology *c = annals_new(NULL, NULL);
        size_t count, at = 0;
        assert_int_equal(annals_read_when(c, annals_text_of("1931-05-02"), &d.when, NULL), ANNALS_OK);
        assert_int_equal(annals_add_document(c, &d, NULL, 0, NULL), ANNALS_OK);
        const annals_event *e = annals_events(c, &count);
        while (at < count && e[at].kind != ANNALS_DOCUMENT) at++;
        assert_true(at < count);
        const annals_source *s = e[at].sources;
        assert_int_equal(s->end - s->start, strlen(rows[i].place));
        assert_memory_equal(letter + s->start, rows[i].place, strlen(rows[i].place));
        annals_free(c);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_place_of_words),
        cmocka_unit_test(parts_a_range),
        cmocka_unit_test(head_goes_before_the_text),
        cmocka_unit_test(has_its_own_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
