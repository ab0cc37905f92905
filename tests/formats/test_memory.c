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

/* What is read of each form, and written in all formats but calendars, for which memory runs out by the byte. */
static annals_status read_and_write(const char *name, const char *bytes, annals_error *error) {
    static const char *const formats[] = {"txt", "csv", "markdown", "tei", "timeml", "timelinejs", "json", "jsonl"};
    static fixed_capture to;
    const annals_write_options options = {.left_out = ignore_left_out};
    annals_chronology *c = annals_new(NULL, error);
    if (!c) return error->status;
    annals_status status = annals_read(c, name, bytes, strlen(bytes), error);
    if (status == ANNALS_OK) status = annals_finish(c, error);
    for (size_t i = 0; i < sizeof formats / sizeof *formats && status == ANNALS_OK; i++) {
        to.length = 0;
        status = annals_find_writer(formats[i])->write(c, &options, (annals_sink){write_fixed, &to}, error);
    }
    annals_free(c);
    return status;
}

static void survives_all_the_way(const char *name, const char *bytes) {
    long failures = 0;
    const annals_reader *reader = annals_reader_of_name(name);
    if (reader && reader->missing) return;
    for (;; failures++) {
        annals_error error = {0};
        memory_limit(failures, -1);
        annals_status status = read_and_write(name, bytes, &error);
        memory_limit(-1, -1);
        assert_int_equal(error.status, status);
        if (status == ANNALS_OK) break;
        /* Neither jansson, libxml2, regexec nor iconv_open always says that it was for want of memory that it failed.
         */
        assert_true(status == ANNALS_MEMORY || status == ANNALS_INPUT);
    }
    print_message("%s: failed %ld times\n", name, failures);
    assert_true(failures > 20);
}

/* But packed forms and mails, for which see own_memory.c: libarchive and GLib end the program when they find no memory.
 */
static void every_form_survives(void **state) {
    static const struct {
        const char *name, *bytes;
    } files[] = {
        {"a.txt", "On 27 October\xFF 1962 it rained. The next day the ship left for Port Halmeer."},
        {"a.csv", "date,end,label,category,place\n1962-10-27,1962-10-28,Rain,weather,Port\n27 May 1962 "
                  "(Sunday),,Sun,,\n44 BC,,\"A \"\"fire\"\"\",,\n"},
        {"a.ics",
         "BEGIN:VCALENDAR\nX-WR-CALNAME:Port\nBEGIN:VTIMEZONE\nTZID:My\nBEGIN:DAYLIGHT\nDTSTART:19620401T020000\n"
         "RDATE:19630401T020000\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:19611001T020000\n"
         "RRULE:FREQ=YEARLY\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:Own\n"
         "DTSTART;TZID=My:19621027T020000\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nDTSTART:19621027T020000Z\nSUMMARY:Ra\n in\n"
         "CATEGORIES:weather\nURL:http://"
         "port.example\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Bell\n"
         "DTSTART;TZID=America/Havana:19621001T190000\nRRULE:FREQ=MONTHLY;UNTIL=19630101T000000Z\nEXDATE:19621101\n"
         "RECURRENCE-ID:19621001\nEND:VEVENT\nEND:VCALENDAR\n"},
        {"a.md",
         "---\ntitle: Port\ndate: 1962-10-27\n---\n# Notes\n\n* It rained *yesterday*.\n\n| a | b |\n|---|---|\n| 3 "
         "May | rain |\n"},
        {"a.html",
         "<html><head><title>Port</title><meta name=date content=1962-10-27></head><body><nav>Menu</nav><h2>Notes"
         "</h2><p>It rained <time datetime=1962-10-26>on Friday</time>.<ul><li>one</ul></body></html>"},
        {"posts.html",
         "<html><body><h1>Blog</h1><p>Of rain.<article><h2>One</h2><time datetime=1962-10-27>27 October</time><p>It "
         "rained yesterday.</article><article><h2>Two</h2><time datetime=1962-10-20>20 October</time><p>It snowed "
         "yesterday.</article></body></html>"},
        {"a.xml",
         "<TEI><teiHeader><fileDesc><titleStmt><title>Port</title></titleStmt></fileDesc></teiHeader><text><body>"
         "<p>It rained <date when='1962-10-26'>on Friday</date><note n='1'>Or <date calendar='#julian'>13 October "
         "1962</date>.</note></p></body></text><standOff><listEvent><event when='1962-10-27'><label>Rain</label>"
         "</event></listEvent></standOff></TEI>"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) survives_all_the_way(files[i].name, files[i].bytes);
    survives_all_the_way("a.json", *state);
}

static annals_status merge_once(const char *part, annals_error *error) {
    annals_chronology *c = annals_new(NULL, error);
    annals_parts *parts = c ? annals_parts_new(error) : NULL;
    annals_status status = parts ? annals_add_part(parts, "a.json", part, strlen(part), error) : error->status;
    if (status == ANNALS_OK) status = annals_put_parts(parts, c, error);
    if (status == ANNALS_OK) status = annals_finish(c, error);
    annals_parts_free(parts);
    annals_free(c);
    return status;
}

/* A part of a text, whose reading names of one's own guide, and of a table that tells the same. */
static void merging_survives(void **state) {
    static const char text[] =
        "Report of the Harbour Master\n\n9 May 1931\n\nOn 3 May 1931 it rained in Port Halmeer.\n";
    static const char table[] = "date,label\n1931-05-03,It rained in Port Halmeer\n";
    const annals_period period = {annals_text_of("the Rains"), annals_text_of("1931-05"), annals_text_of("names"), 1};
    const annals_options options = {.periods = &period, .period_count = 1, .date = annals_text_of("1931-06-01")};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    assert_int_equal(annals_read(c, "a.txt", text, strlen(text), &error), ANNALS_OK);
    assert_int_equal(annals_read(c, "b.csv", table, strlen(table), &error), ANNALS_OK);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    char *part = sample_written(c, "json", NULL);
    (void)state;
    for (long failures = 0;; failures++) {
        error = (annals_error){0};
        memory_limit(failures, -1);
        annals_status status = merge_once(part, &error);
        memory_limit(-1, -1);
        assert_int_equal(error.status, status);
        if (status == ANNALS_OK) break;
        assert_true(status == ANNALS_MEMORY || status == ANNALS_INPUT);
    }
    free(part);
    annals_free(c);
}

int main(void) {
    annals_chronology *c = sample_chronology();
    char *json = c ? sample_written(c, "json", NULL) : NULL;
    annals_free(c);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_needs_none),
        cmocka_unit_test(writers_survive),
        cmocka_unit_test(calendar_survives),
        cmocka_unit_test(merging_survives),
        cmocka_unit_test_prestate(every_form_survives, json),
    };
    int failed = json ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    free(json);
    return failed;
}
