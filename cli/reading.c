/* reading.c: files become one finished chronology. */
#include "reading.h"

#include "input.h"
#include "message.h"

#include <stdio.h>

annals_chronology *begin_chronology(const struct settings *settings, int *status) {
    annals_error error = {0};
    annals_chronology *chronology = annals_new(&settings->engine, &error);
    if (chronology) return chronology;
    *status = EXIT_TROUBLE;
    if (error.status == ANNALS_DATE) *status = message_usage("--date: %s", error.message);
    else message_library_error(NULL, &error);
    return NULL;
}

int select_events(const struct settings *settings, annals_chronology *chronology) {
    annals_error error = {0};
    annals_status status = annals_select(chronology, &settings->filter, &error);
    if (status == ANNALS_OK) status = annals_group_events(chronology, settings->grouping, &error);
    if (status == ANNALS_OK) return EXIT_DONE;
    if (status == ANNALS_DATE) return message_usage("--from and --until: %s", error.message);
    message_library_error(NULL, &error);
    return EXIT_TROUBLE;
}

void print_notices(const annals_chronology *chronology) {
    size_t count;
    const annals_notice *notices = annals_notices(chronology, &count);
    for (size_t i = 0; i < count; i++) {
        const annals_notice *notice = &notices[i];
        char file[512];
        snprintf(file, sizeof file, "%.*s", (int)notice->file.length, notice->file.data ? notice->file.data : "");
        message_warning(file, notice->line, "%.*s", (int)notice->message.length,
                        notice->message.data ? notice->message.data : "");
    }
}

static bool read_file(struct reading *reading, const char *path) {
    struct input input;
    annals_error error = {0};
    annals_status status = ANNALS_OK;
    int code = input_read(path, &input);
    if (!code) status = annals_read(reading->chronology, input_name(path), input.bytes, input.length, &error);
    input_free(&input);
    if (!code && status == ANNALS_OK) return true;
    progress_pause(&reading->progress);
    if (code) message_not_read(input_name(path), code);
    else message_library_error(input_name(path), &error);
    return false;
}

/* True when at least one file could be read. */
static bool read_files(struct reading *reading, const char *const *files, size_t count) {
    size_t done = 0;
    for (size_t i = 0; i < count; i++) {
        progress_step(&reading->progress, "reading", input_name(files[i]), i + 1, count);
        if (read_file(reading, files[i])) done++;
    }
    reading->failed = done < count;
    return done > 0;
}

/* Edits whose events are gone are told with the other notices; whoever runs this in a script learns it by the status.
 */
static bool edit(struct reading *reading) {
    const char *path = reading->settings->edits;
    struct input input;
    annals_error error = {0};
    size_t lost = 0;
    if (!path) return true;
    int code = input_read(path, &input);
    if (code) message_not_read(input_name(path), code);
    else if (annals_apply_edits(reading->chronology, input_name(path), input.bytes ? input.bytes : "", input.length,
                                &lost, &error) != ANNALS_OK)
        message_library_error(input_name(path), &error);
    input_free(&input);
    reading->lost = lost > 0;
    return !code && error.status == ANNALS_OK;
}

static bool finish(struct reading *reading) {
    annals_error error = {0};
    progress_step(&reading->progress, "putting together", "the chronology", 0, 0);
    annals_status status = annals_finish(reading->chronology, &error);
    progress_pause(&reading->progress);
    if (status == ANNALS_OK) return edit(reading);
    message_library_error(NULL, &error);
    return false;
}

bool reading_do(struct reading *reading, const char *const *files, size_t count) {
    bool done = read_files(reading, files, count) && finish(reading);
    if (done && !reading->settings->quiet) print_notices(reading->chronology);
    return done && select_events(reading->settings, reading->chronology) == EXIT_DONE;
}
