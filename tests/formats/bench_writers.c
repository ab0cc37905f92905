/* Measures the writers, and the reading of text in one long line: formats-bench [EVENTS]. */
#include "annals-formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    timespec_get(&t, TIME_UTC);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static annals_status count_bytes(void *context, const char *data, size_t length) {
    (void)data;
    *(size_t *)context += length;
    return ANNALS_OK;
}

/* `spelling` holds ANNALS_BOUND_SIZE bytes, as long as the day is used. */
static annals_when day_of(int64_t day, char *spelling) {
    annals_bound bound = {.day = day, .state = ANNALS_BOUND_DAY};
    return (annals_when){.edtf = annals_text_of(annals_bound_iso(bound, spelling)),
                         .begin = {bound, bound},
                         .end = {bound, bound},
                         .granularity = ANNALS_DAY};
}

static void put_one(annals_chronology *c, size_t index, int64_t day) {
    const annals_text steps[] = {annals_text_of("no year is given; the document is of 2 November 1962"),
                                 annals_text_of("27 October before that day is in 1962")};
    char spelling[ANNALS_BOUND_SIZE];
    const annals_when when = day_of(day, spelling);
    const annals_timex timex = {.value = when.edtf};
    const annals_resolution resolution = {.rule = annals_text_of("day-month"), .steps = steps, .step_count = 2};
    annals_mention mention = {.start = 100 * index,
                              .end = 100 * index + 10,
                              .exact = annals_text_of("27 October"),
                              .timex = &timex,
                              .when = &when,
                              .resolution = &resolution};
    annals_put_mention(c, &mention, NULL);
    annals_text text =
        annals_text_of("On 27 October a reconnaissance plane was shot down over the east of the island, and "
                       "its pilot, a major of the air force, was killed.");
    annals_source source = {.start = 100 * index, .end = 100 * index + 131, .text = text};
    annals_event event = {.label = annals_text_of("A reconnaissance plane was shot down over the east of the island"),
                          .text = text,
                          .when = &when,
                          .mentions = &index,
                          .mention_count = 1,
                          .sources = &source,
                          .source_count = 1,
                          .confidence = 0.9};
    annals_put_event(c, &event, NULL);
}

static annals_chronology *large_chronology(size_t events) {
    annals_chronology *c = annals_new(NULL, NULL);
    annals_document document = {.source = annals_text_of("large.txt"), .title = annals_text_of("Large")};
    if (!c || annals_put_document(c, &document, NULL) != ANNALS_OK) abort();
    int64_t first = annals_day_of_civil(1900, 1, 1);
    for (size_t i = 0; i < events; i++) put_one(c, i, first + (int64_t)(i / 3));
    return c;
}

static void measure_writers(size_t events) {
    annals_chronology *c = large_chronology(events);
    size_t count;
    const annals_writer *writers = annals_writers(&count);
    for (size_t i = 0; i < count; i++) {
        size_t bytes = 0;
        annals_error error = {0};
        double start = now();
        annals_status status = writers[i].write(c, NULL, (annals_sink){count_bytes, &bytes}, &error);
        printf("%-5s %zu events: %.3f s, %.1f MB%s%s\n", writers[i].name, events, now() - start, 1e-6 * (double)bytes,
               status == ANNALS_OK ? "" : ", failed: ", error.message);
    }
    annals_free(c);
}

/* What the reader adds to the engine's own time is the difference of the two. */
static void measure_reading(const char *what, const char *piece, size_t length) {
    char *bytes = malloc(length);
    annals_chronology *c = annals_new(NULL, NULL), *plain = annals_new(NULL, NULL);
    if (!bytes || !c || !plain) abort();
    size_t n = strlen(piece);
    for (size_t i = 0; i < length; i++) bytes[i] = piece[i % n];
    double start = now();
    annals_read(c, "long.txt", bytes, length, NULL);
    double middle = now();
    annals_add_text(plain, "long.txt", (annals_text){bytes, length}, NULL);
    double end = now();
    printf("read  %s, %zu MB: %.3f s; the engine alone: %.3f s\n", what, length / 1000000, middle - start,
           end - middle);
    annals_free(c);
    annals_free(plain);
    free(bytes);
}

int main(int argc, char **argv) {
    size_t events = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
    measure_writers(events);
    measure_reading("ASCII", "All of it is one line of plain words, without an end. ", 50000000);
    measure_reading("UTF-8", "Über größere Dörfer weiß man später mehr. ", 50000000);
    return 0;
}
