/* The JSON holds everything, in a fixed form. */
#include "sample.h"

#include "cmocka_headers.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static json_t *parsed(const char *text) {
    assert_non_null(text);
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    return json;
}

static json_t *event_called(json_t *file, const char *id) {
    size_t index;
    json_t *event;
    json_array_foreach(json_object_get(file, "events"), index, event) {
        if (!strcmp(json_string_value(json_object_get(event, "id")), id)) return event;
    }
    fail_msg("no event %s", id);
    return NULL;
}

static void assert_member(const json_t *object, const char *key, const char *expected) {
    const json_t *value = json_object_get(object, key);
    assert_non_null(value);
    if (expected) assert_string_equal(json_string_value(value), expected);
    else assert_true(json_is_null(value));
}

static void has_every_record(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology();
    char *text = sample_written(c, "json", NULL);
    json_t *file = parsed(text);
    size_t documents, mentions, events, notices;
    annals_documents(c, &documents);
    annals_mentions(c, &mentions);
    annals_events(c, &events);
    annals_notices(c, &notices);
    assert_int_equal(json_array_size(json_object_get(file, "documents")), documents);
    assert_int_equal(json_array_size(json_object_get(file, "mentions")), mentions);
    assert_int_equal(json_array_size(json_object_get(file, "events")), events);
    assert_int_equal(json_array_size(json_object_get(file, "notices")), notices);
    assert_member(file, "title", "Two dispatches; Havana, Moscow");
    json_decref(file);
    free(text);
    annals_free(c);
}

static void spells_times(void **state) {
    (void)state;
    static const struct {
        const char *id, *earliest, *begin_latest, *end_latest, *granularity;
    } rows[] = {
        {"e-caesar", "-0043-03-15", "-0043-03-15", "-0043-03-15", "day"},
        {"e-cable", "1962-10-27T02:00", "1962-10-27T02:00", "1962-10-27T02:00", "minute"},
        {"e-night", "1962-10-26T20:00", "1962-10-27T06:00", "1962-10-27T06:00", "part-of-day"},
        {"e-within", "1962-11-01", "1962-11-10", "1962-11-10", "day"},
        {"e-until", NULL, "1962-11-07", "1962-11-07", "day"},
        {"e-yearless", NULL, NULL, NULL, "day"},
    };
    annals_chronology *c = sample_chronology();
    char *text = sample_written(c, "json", NULL);
    json_t *file = parsed(text);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_t *when = json_object_get(event_called(file, rows[i].id), "when");
        assert_member(json_object_get(when, "begin"), "earliest", rows[i].earliest);
        assert_member(json_object_get(when, "begin"), "latest", rows[i].begin_latest);
        assert_member(json_object_get(when, "end"), "latest", rows[i].end_latest);
        assert_member(when, "granularity", rows[i].granularity);
    }
    json_t *until = json_object_get(event_called(file, "e-until"), "when");
    assert_int_equal(json_array_size(json_object_get(until, "open")), 1);
    assert_string_equal(json_string_value(json_array_get(json_object_get(until, "open"), 0)), "begin.earliest");
    assert_null(json_object_get(json_object_get(event_called(file, "e-yearless"), "when"), "open"));
    assert_member(json_object_get(event_called(file, "e-night"), "when"), "dayPart", "night");
    json_decref(file);
    free(text);
    annals_free(c);
}

/* The form of the file is a promise too: two blanks, this order, no escapes that are not needed. */
static void has_a_fixed_form(void **state) {
    (void)state;
    const annals_options options = {.title = annals_text_of("Ä \"quoted\" \xFF title\n")};
    annals_chronology *c = annals_new(&options, NULL);
    annals_document document = {.source = annals_text_of("a.txt"), .mode = ANNALS_MODE_NARRATIVE};
    assert_int_equal(annals_put_document(c, &document, NULL), ANNALS_OK);
    char *text = sample_written(c, "json", NULL);
    assert_string_equal(text, "{\n"
                              "  \"annals\": {\n"
                              "    \"schema\": 1,\n"
                              "    \"version\": \"" ANNALS_VERSION "\"\n"
                              "  },\n"
                              "  \"title\": \"Ä \\\"quoted\\\" \xEF\xBF\xBD title\\n\",\n"
                              "  \"documents\": [\n"
                              "    {\n"
                              "      \"id\": \"d1\",\n"
                              "      \"source\": \"a.txt\",\n"
                              "      \"title\": null,\n"
                              "      \"when\": null,\n"
                              "      \"whenBasis\": \"unknown\",\n"
                              "      \"whenFrom\": null,\n"
                              "      \"mode\": \"narrative\",\n"
                              "      \"modeReason\": null,\n"
                              "      \"language\": null,\n"
                              "      \"length\": 0\n"
                              "    }\n"
                              "  ],\n"
                              "  \"mentions\": [],\n"
                              "  \"events\": [],\n"
                              "  \"notices\": []\n"
                              "}\n");
    free(text);
    annals_free(c);
}

static void says_confidence_shortly(void **state) {
    (void)state;
    static const struct {
        double confidence;
        const char *spelling;
    } rows[] = {{0.9, "0.9,"}, {1, "1.0,"}, {0, "0.0,"}, {0.35, "0.35,"}, {1.0 / 3, "0.3333333333333333,"},
                {7, "1.0,"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_event event = {.label = annals_text_of("It"), .confidence = rows[i].confidence};
        assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
        char *text = sample_written(c, "json", NULL);
        const char *at = strstr(text, "\"confidence\": ");
        assert_non_null(at);
        assert_memory_equal(at + strlen("\"confidence\": "), rows[i].spelling, strlen(rows[i].spelling));
        free(text);
        annals_free(c);
    }
}

static void is_the_same_again(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology(), *again = sample_chronology();
    char *text = sample_written(c, "json", NULL), *second = sample_written(again, "json", NULL);
    assert_string_equal(text, second);
    free(text);
    free(second);
    annals_free(c);
    annals_free(again);
}

/* Every writer stops at the first failure of its sink and says so. */
static void reports_a_failing_sink(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology();
    size_t count;
    const annals_writer *writers = annals_writers(&count);
    assert_true(count >= 3);
    for (size_t i = 0; i < count; i++) {
        capture to = {.fail_at = 1};
        annals_error error = {0};
        assert_int_equal(writers[i].write(c, NULL, capture_sink(&to), &error), ANNALS_OUTPUT);
        assert_int_equal(error.status, ANNALS_OUTPUT);
        assert_non_null(strchr(error.message, ';'));
        assert_ptr_equal(annals_find_writer(writers[i].name), &writers[i]);
        free(to.data);
    }
    assert_null(annals_find_writer("no such format"));
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_every_record),  cmocka_unit_test(spells_times),
        cmocka_unit_test(has_a_fixed_form),  cmocka_unit_test(says_confidence_shortly),
        cmocka_unit_test(is_the_same_again), cmocka_unit_test(reports_a_failing_sink),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
