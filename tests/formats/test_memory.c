/* Memory runs out, at every allocation in turn: writers and the reader say so, or what they wrote is whole.  The C
 * library's allocators are replaced for the whole program, which the sanitizers do too: not with them. */
#include "sample.h"

#include "../support/failing_memory.h"
#include "cmocka_headers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A sink that needs no memory. */
typedef struct fixed_capture {
    size_t length;
    char data[200000];
} fixed_capture;

static annals_status write_fixed(void *context, const char *data, size_t length) {
    fixed_capture *to = context;
    if (length > sizeof to->data - to->length) return ANNALS_OUTPUT;
    memcpy(to->data + to->length, data, length);
    to->length += length;
    return ANNALS_OK;
}

static void ignore_left_out(void *context, const char *message) {
    (void)context;
    (void)message;
}

/* What memory a writer gets: the allocations, or the bytes, of one try. */
typedef void limit_function(long amount);

static void limit_allocations(long amount) {
    memory_limit(amount, -1);
}

static void limit_bytes(long amount) {
    memory_limit(-1, amount);
}

static annals_status write_limited(const annals_chronology *c, const char *format, limit_function *limiting,
                                   long amount, fixed_capture *to) {
    const annals_write_options options = {.left_out = ignore_left_out};
    const annals_writer *writer = annals_find_writer(format);
    annals_error error = {0};
    to->length = 0;
    limiting(amount);
    annals_status status = writer->write(c, &options, (annals_sink){write_fixed, to}, &error);
    memory_limit(-1, -1);
    assert_int_equal(error.status, status);
    return status;
}

/* Gives more and more, until it is enough; then the output is the same as without a limit. */
static void survives(const char *format, limit_function *limiting, long step) {
    static fixed_capture whole, part;
    annals_chronology *c = sample_chronology();
    assert_non_null(c);
    assert_int_equal(write_limited(c, format, limiting, -1, &whole), ANNALS_OK);
    long failures = 0;
    for (annals_status status; (status = write_limited(c, format, limiting, failures * step, &part)) != ANNALS_OK;) {
        assert_int_equal(status, ANNALS_MEMORY);
        failures++;
    }
    print_message("%s: failed %ld times\n", format, failures);
    assert_true(failures > 0);
    assert_int_equal(part.length, whole.length);
    assert_memory_equal(part.data, whole.data, whole.length);
    annals_free(c);
}

/* It is written as it goes. */
static void json_needs_none(void **state) {
    (void)state;
    static fixed_capture whole, part;
    annals_chronology *c = sample_chronology();
    assert_non_null(c);
    const char *const formats[] = {"json", "jsonl"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        assert_int_equal(write_limited(c, formats[i], limit_allocations, -1, &whole), ANNALS_OK);
        assert_int_equal(write_limited(c, formats[i], limit_allocations, 0, &part), ANNALS_OK);
        assert_int_equal(part.length, whole.length);
        assert_memory_equal(part.data, whole.data, whole.length);
    }
    annals_free(c);
}

static void writers_survive(void **state) {
    (void)state;
    static const char *const formats[] = {"txt", "csv", "markdown", "tei", "timelinejs"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) survives(formats[i], limit_allocations, 1);
}

/* libical itself takes a failed allocation badly: the writer looks for room before it calls it.  So memory runs out
 * here as it does in a process, by the amount that is held at a time. */
static void calendar_survives(void **state) {
    (void)state;
    survives("ics", limit_bytes, 64);
}

/* What was written as JSON, too. */
static void reader_survives(void **state) {
    const char *bytes = *state ? *state : "On 27 October\xFF 1962 it rained.";
    for (long allocations = 0;; allocations++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_error error = {0};
        memory_limit(allocations, -1);
        annals_status status = annals_read(c, "a.txt", bytes, strlen(bytes), &error);
        memory_limit(-1, -1);
        annals_free(c);
        assert_int_equal(error.status, status);
        if (status == ANNALS_OK) break;
        /* Neither jansson, regexec nor iconv_open always says that it was for want of memory that it failed. */
        assert_true(status == ANNALS_MEMORY || status == ANNALS_INPUT);
    }
}

int main(void) {
    annals_chronology *c = sample_chronology();
    char *json = c ? sample_written(c, "json", NULL) : NULL;
    annals_free(c);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_needs_none),
        cmocka_unit_test(writers_survive),
        cmocka_unit_test(calendar_survives),
        cmocka_unit_test(reader_survives),
        cmocka_unit_test_prestate(reader_survives, json),
    };
    int failed = json ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    free(json);
    return failed;
}
