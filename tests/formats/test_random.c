/* Chronologies of random times and texts: whatever they hold, each writer writes a file of its format, and the reader
 * takes or refuses any bytes. */
#include "sample.h"

#include "cmocka_headers.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A fixed sequence (Numerical Recipes' linear congruential generator), so that a failure comes again. */
static uint32_t random_below(uint32_t *seed, uint32_t limit) {
    *seed = *seed * 1664525 + 1013904223;
    return (uint32_t)((uint64_t)*seed * limit >> 32);
}

/* Pieces that formats have trouble with. */
static const char *const pieces[] = {
    "word",     " ",        "\n",           "\r\n",           "\t", ",",    ";", "\\",        "\"",
    ":",        "\x1B[1m",  "\x07",         "\x7F",           "ä",  "日本", "🎉", "e\xCC\x81", "\xFF",
    "\xE2\x80", "\xC2\x85", "\xEF\xBF\xBD", "BEGIN:VEVENT\n", "(",  "%s"};

static annals_text random_text(uint32_t *seed, char *buffer, size_t size) {
    size_t length = 0;
    for (uint32_t left = random_below(seed, 40); left; left--) {
        const char *piece = pieces[random_below(seed, sizeof pieces / sizeof *pieces)];
        if (length + strlen(piece) > size) break;
        memcpy(buffer + length, piece, strlen(piece));
        length += strlen(piece);
    }
    return (annals_text){buffer, length};
}

/* Days near each other, near the limits of a calendar, or anywhere. */
static annals_bound random_bound(uint32_t *seed) {
    static const int64_t years[] = {99, 100, 1962, 1962, 1962, 9999, 10000, -44, 0, 900000000};
    int64_t year = years[random_below(seed, sizeof years / sizeof *years)];
    annals_bound bound = {.state = (annals_bound_state)random_below(seed, 5)};
    if (!annals_bound_known(bound)) return bound;
    bound.day = annals_day_of_civil(year, 1 + (int)random_below(seed, 12), 1 + (int)random_below(seed, 28));
    if (bound.state >= ANNALS_BOUND_MINUTE) bound.second = (int32_t)random_below(seed, 1440) * 60;
    if (bound.state == ANNALS_BOUND_SECOND) bound.second += (int32_t)random_below(seed, 60);
    return bound;
}

static annals_when random_when(uint32_t *seed, annals_text text) {
    return (annals_when){.edtf = text,
                         .begin = {random_bound(seed), random_bound(seed)},
                         .end = {random_bound(seed), random_bound(seed)},
                         .granularity = (annals_granularity)random_below(seed, ANNALS_SECOND + 1),
                         .day_part = (annals_day_part)random_below(seed, ANNALS_MIDNIGHT + 1),
                         .approximate = random_below(seed, 2),
                         .uncertain = random_below(seed, 2),
                         .calendar = (annals_calendar)random_below(seed, 2),
                         .as_written = text,
                         .zone = text,
                         .zone_basis = (annals_zone_basis)random_below(seed, ANNALS_ZONE_ASSUMED + 1)};
}

static void put_random_event(annals_chronology *c, uint32_t *seed) {
    char buffers[4][256];
    annals_text texts[4];
    for (size_t i = 0; i < 4; i++) texts[i] = random_text(seed, buffers[i], sizeof buffers[i]);
    const annals_source source = {.text = texts[0]};
    const annals_when when = random_when(seed, texts[3]);
    annals_event event = {.label = texts[1],
                          .text = texts[0],
                          .category = texts[2],
                          .kind = (annals_event_kind)random_below(seed, ANNALS_CITATION + 1),
                          .when = &when,
                          .sources = &source,
                          .source_count = random_below(seed, 2),
                          .confidence = random_below(seed, 1000) / 999.0};
    assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
}

static annals_chronology *random_chronology(uint32_t *seed) {
    char title[256], name[256];
    const annals_options options = {.title = random_text(seed, title, sizeof title)};
    annals_chronology *c = annals_new(&options, NULL);
    assert_non_null(c);
    annals_document document = {.source = random_text(seed, name, sizeof name)};
    assert_int_equal(annals_put_document(c, &document, NULL), ANNALS_OK);
    for (uint32_t left = 1 + random_below(seed, 8); left; left--) put_random_event(c, seed);
    return c;
}

static void assert_json(const char *text) {
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    json_decref(json);
}

/* Lines of printable characters and tabs (RFC 5545, 3.1: TSAFE-CHAR), of at most 75 octets; every event begins and ends
 * once. */
static void assert_calendar(const char *text) {
    int depth = 0;
    for (const char *line = text; *line; line = strchr(line, '\n') + 1) {
        const char *end = strchr(line, '\n');
        assert_non_null(end);
        assert_true(end > line && end[-1] == '\r' && end - line <= 76);
        for (const char *at = line; at < end - 1; at++)
            assert_true(((unsigned char)*at >= ' ' || *at == '\t') && *at != 0x7F);
        if (!strncmp(line, "BEGIN:", 6)) assert_true(++depth <= 2);
        if (!strncmp(line, "END:", 4)) assert_true(--depth >= 0);
    }
    assert_int_equal(depth, 0);
    assert_null(strstr(text, "X-LIC"));
}

static void assert_readable(const char *text) {
    for (const char *at = text; *at; at++) assert_true((unsigned char)*at >= ' ' || *at == '\n');
}

/* Rows of as many cells, which begin and end outside of quotation marks. */
static void assert_table(const char *text) {
    size_t columns = 0, cells = 1;
    bool quoted = false;
    for (const char *at = text; *at; at++) {
        quoted ^= *at == '"';
        cells += *at == ',' && !quoted;
        if (*at != '\n' || quoted) continue;
        assert_true(at > text && at[-1] == '\r');
        assert_int_equal(cells, columns ? columns : cells);
        columns = cells;
        cells = 1;
    }
    assert_false(quoted);
}

/* Elements that begin and end in each other, and nothing else that a '<' could be. */
static void assert_markup(const char *text) {
    int depth = 0;
    for (const char *at = text; *at; at++) {
        assert_true((unsigned char)*at >= ' ' || *at == '\n' || *at == '\t');
        if (*at != '<' || at[1] == '?') continue;
        const char *end = strchr(at, '>');
        assert_non_null(end);
        depth += at[1] == '/' ? -1 : end[-1] != '/';
        assert_true(depth >= 0);
    }
    assert_int_equal(depth, 0);
}

static void writers_write(void **state) {
    (void)state;
    static const struct {
        const char *format;
        void (*holds)(const char *text);
    } rows[] = {{"json", assert_json},       {"jsonl", assert_json}, {"ics", assert_calendar},
                {"txt", assert_readable},    {"csv", assert_table},  {"markdown", assert_readable},
                {"timelinejs", assert_json}, {"tei", assert_markup}, {"timeml", assert_markup}};
    size_t count;
    annals_writers(&count);
    assert_int_equal(count, sizeof rows / sizeof *rows);
    for (uint32_t seed = 1, round = 0; round < 3000; round++) {
        annals_chronology *c = random_chronology(&seed);
        const annals_write_options options = {.columns = random_below(&seed, 130), .citations = random_below(&seed, 2)};
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            char *text = sample_written(c, rows[i].format, &options);
            assert_non_null(text);
            rows[i].holds(text);
            free(text);
        }
        annals_free(c);
    }
}

static void reader_reads(void **state) {
    (void)state;
    for (uint32_t seed = 1, round = 0; round < 3000; round++) {
        char buffer[256];
        annals_text text = random_text(&seed, buffer, sizeof buffer);
        for (uint32_t left = random_below(&seed, 4); left && text.length; left--)
            buffer[random_below(&seed, (uint32_t)text.length)] = (char)random_below(&seed, 256);
        annals_chronology *c = annals_new(NULL, NULL);
        annals_status status = annals_read(c, "random", text.data, text.length, NULL);
        assert_true(status == ANNALS_OK || status == ANNALS_INPUT);
        size_t count;
        annals_documents(c, &count);
        assert_int_equal(count, status == ANNALS_OK);
        annals_free(c);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(writers_write), cmocka_unit_test(reader_reads)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
