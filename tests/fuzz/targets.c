#include "targets.h"

#include "annals-formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NAME = 32, MOST_TARGETS = 64 };
typedef void run_function(const char *bytes, size_t length);

static const annals_reader *reader;
static const annals_writer *writer; /* null: JSON */
static bool every_writer;
static annals_text given; /* the input at hand */
static run_function *run;

/* ------------------------------------------------------------------ what may come of it */

static void claim(bool holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "FAILED: %s\n", what);
    abort();
}

static annals_status swallow(void *context, const char *data, size_t length) {
    size_t *total = context;
    (void)data;
    *total += length;
    return ANNALS_OK;
}

static void note(void *context, const char *message) {
    size_t *total = context;
    *total += strlen(message);
}

static void write_as(const annals_chronology *c, const annals_writer *w) {
    size_t total = 0;
    annals_error error = {0};
    annals_write_options options = {
        .citations = true, .left_out = note, .context = &total, .zone = annals_text_of("America/Havana")};
    if (given.length > 15 && !strncasecmp(given.data, "BEGIN:VCALENDAR", 15)) options.previous = given;
    annals_status status = w->write(c, &options, (annals_sink){swallow, &total}, &error);
    bool refused = status == ANNALS_ARGUMENT && options.previous.length; /* an older calendar that breaks off */
    options.previous = (annals_text){0};
    if (refused) status = w->write(c, &options, (annals_sink){swallow, &total}, NULL);
    claim(status == ANNALS_OK, w->name);
}

/* An error has a sentence; what could be read can be finished, and written. */
static void take_in(annals_chronology *c, annals_status status, const annals_error *error) {
    annals_error later = {0};
    size_t count;
    claim((status == ANNALS_OK) == (error->status == ANNALS_OK), "the error tells how it ended");
    claim(status == ANNALS_OK || *error->message, "the error has a sentence");
    if (status != ANNALS_OK) return;
    claim(annals_finish(c, &later) == ANNALS_OK, "what was read can be finished");
    const annals_writer *writers = annals_writers(&count);
    const annals_writer *one = writer ? writer : annals_find_writer("json");
    for (size_t i = 0; i < count; i++)
        if (every_writer || one == &writers[i]) write_as(c, &writers[i]);
}

/* ------------------------------------------------------------------ the targets */

static void run_reader(const char *bytes, size_t length) {
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, NULL);
    take_in(c, annals_read_as(c, reader, "fuzz", bytes, length, &error), &error);
    annals_free(c);
}

static void run_engine(const char *bytes, size_t length) {
    const annals_options options = {.date = annals_text_of("1962-10-27")};
    annals_error error = {0};
    size_t total = 0;
    annals_chronology *c = annals_new(&options, NULL);
    take_in(c, annals_read_as(c, annals_find_reader("text"), "fuzz", bytes, length, &error), &error);
    if (error.status == ANNALS_OK)
        claim(annals_explain(c, (annals_sink){swallow, &total}, &error) == ANNALS_OK, "explain");
    annals_free(c);
}

/* What looks like whatever it is, and parts in JSON. */
static void run_merge(const char *bytes, size_t length) {
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, NULL);
    annals_parts *parts = annals_parts_new(NULL);
    annals_status status = annals_add_part(parts, "fuzz", bytes, length, &error);
    if (status == ANNALS_OK) status = annals_put_parts(parts, c, &error);
    take_in(c, status, &error);
    annals_parts_free(parts);
    annals_free(c);
}

/* A line of JSON Lines that holds a document. */
static void run_record(const char *bytes, size_t length) {
    annals_error error = {0};
    annals_record record;
    annals_chronology *c = annals_new(NULL, NULL);
    annals_status status = annals_read_record((annals_text){bytes, length}, &record, &error);
    if (status == ANNALS_OK) {
        annals_text text = annals_keep_text(c, record.text);
        annals_free_record(&record);
        status = annals_read_as(c, annals_find_reader("text"), "fuzz", text.data, text.length, &error);
    }
    take_in(c, status, &error);
    annals_free(c);
}

/* ------------------------------------------------------------------ their names */

static const struct {
    const char *name;
    run_function *run;
} others[] = {{"engine", run_engine},
              {"merge", run_merge},
              {"detect", run_reader},
              {"read-jsonl", run_record},
              {"writers", run_engine}};
enum { OTHERS = sizeof others / sizeof *others };

const char *fuzz_target(size_t index) {
    static char name[NAME];
    size_t readers, writers;
    const annals_reader *r = annals_readers(&readers);
    const annals_writer *w = annals_writers(&writers);
    if (index < OTHERS) return others[index].name;
    index -= OTHERS;
    if (index >= readers + writers) return NULL;
    if (index < readers) snprintf(name, sizeof name, "read-%s", r[index].name);
    else snprintf(name, sizeof name, "write-%s", w[index - readers].name);
    return name;
}

bool fuzz_aim(const char *target) {
    reader = NULL;
    writer = NULL;
    run = NULL;
    every_writer = !strcmp(target, "writers");
    for (size_t i = 0; i < OTHERS; i++)
        if (!strcmp(others[i].name, target)) run = others[i].run;
    if (!strncmp(target, "read-", 5)) {
        reader = annals_find_reader(target + 5);
        writer = annals_find_writer(target + 5); /* where there is one of its form, it is written back in that */
        if (reader && !reader->missing) run = run_reader;
    }
    if (!strncmp(target, "write-", 6)) {
        writer = annals_find_writer(target + 6);
        if (writer) run = run_engine;
    }
    return run;
}

void fuzz_one(const char *bytes, size_t length) {
    given = (annals_text){bytes, length};
    run(bytes, length);
}
