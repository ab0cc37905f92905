/* reading.c: files become one finished chronology. */
#include "reading.h"

#include "folder.h"
#include "input.h"
#include "message.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

annals_chronology *begin_chronology(const struct settings *settings, int *status) {
    annals_error error = {0};
    annals_chronology *chronology = annals_new(&settings->engine, &error);
    if (chronology) return chronology;
    *status = EXIT_TROUBLE;
    if (error.status == ANNALS_DATE) *status = message_usage("--date: %s", error.message);
    else message_library_error(NULL, &error);
    return NULL;
}

/* An empty chronology may be all that was asked for, or a word that is written otherwise. */
static void tell_if_empty(const annals_filter *f, size_t before, const annals_chronology *chronology) {
    size_t left;
    annals_events(chronology, &left);
    bool asked = f->from.length || f->until.length || f->match_count || f->tag_count || f->source_count;
    if (asked && before && !left)
        message_warning((struct place){0},
                        "none of the %zu events is what --from, --until, --kind, --match, --tag and "
                        "--source ask for; ask for less",
                        before);
}

int select_events(const struct settings *settings, annals_chronology *chronology) {
    annals_error error = {0};
    size_t before;
    annals_events(chronology, &before);
    annals_status status = annals_select(chronology, &settings->filter, &error);
    if (status == ANNALS_OK) status = annals_group_events(chronology, settings->grouping, &error);
    if (status == ANNALS_OK && !settings->quiet) tell_if_empty(&settings->filter, before, chronology);
    if (status == ANNALS_OK) return EXIT_DONE;
    if (status == ANNALS_DATE) return message_usage("--from and --until: %s", error.message);
    message_library_error(NULL, &error);
    return EXIT_TROUBLE;
}

/* A line that could not be read when its part was made, where it stood then. */
static bool print_failure(const annals_parts *parts, const annals_notice *notice) {
    annals_text source;
    size_t line;
    char file[512];
    if (!parts || !annals_part_place(parts, notice, &source, &line)) return false;
    snprintf(file, sizeof file, "%.*s", (int)source.length, source.data ? source.data : "");
    message_warning((struct place){file, line, 0}, "'%.*s': %.*s", (int)notice->file.length, notice->file.data,
                    (int)notice->message.length, notice->message.data);
    return true;
}

void print_notices(const annals_chronology *chronology, const annals_parts *parts) {
    size_t count;
    const annals_notice *notices = annals_notices(chronology, &count);
    for (size_t i = 0; i < count; i++) {
        const annals_notice *notice = &notices[i];
        char file[512];
        if (print_failure(parts, notice)) continue;
        snprintf(file, sizeof file, "%.*s", (int)notice->file.length, notice->file.data ? notice->file.data : "");
        message_warning((struct place){file, notice->line, notice->column}, "%.*s", (int)notice->message.length,
                        notice->message.data ? notice->message.data : "");
    }
}

static bool read_file(struct reading *reading, const char *path) {
    struct input input;
    annals_error error = {0};
    annals_status status = ANNALS_OK;
    int code = input_read(path, &input);
    if (!code && reading->parts)
        status =
            annals_add_part(reading->parts, input_name(path), input.bytes ? input.bytes : "", input.length, &error);
    else if (!code)
        status = annals_read_as(reading->chronology, reading->settings->reader, input_name(path), input.bytes,
                                input.length, &error);
    input_free(&input);
    if (!code && status == ANNALS_OK) return true;
    progress_pause(&reading->progress);
    if (code) message_not_read(input_name(path), code);
    else message_library_error(input_name(path), &error);
    return false;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Files are read in the order of their names: that in which they were given changes nothing.  True when at least one
 * could be read. */
static bool read_files(struct reading *reading, const char *const *files, size_t count) {
    size_t done = 0;
    const char **sorted = malloc((count + 1) * sizeof *sorted);
    for (size_t i = 0; sorted && i < count; i++) sorted[i] = files[i];
    if (sorted) qsort(sorted, count, sizeof *sorted, by_name);
    for (size_t i = 0; sorted && i < count; i++) {
        progress_step(&reading->progress, "reading", input_name(sorted[i]), i + 1, count);
        if (read_file(reading, sorted[i])) done++;
    }
    if (!sorted) message_not_read(input_name(files[0]), ENOMEM);
    free(sorted);
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
    annals_status status = ANNALS_OK;
    if (reading->parts) status = annals_put_parts(reading->parts, reading->chronology, &error);
    if (status == ANNALS_OK) status = annals_finish(reading->chronology, &error);
    progress_pause(&reading->progress);
    if (status == ANNALS_OK) return edit(reading);
    message_library_error(NULL, &error);
    return false;
}

/* Parts are kept until all of them are there. */
static bool begin_parts(struct reading *reading) {
    annals_error error = {0};
    if (reading->settings->action != ACTION_MERGE) return true;
    reading->parts = annals_parts_new(&error);
    if (!reading->parts) message_library_error(NULL, &error);
    return reading->parts;
}

bool reading_do(struct reading *reading, const char *const *operands, size_t count) {
    struct file_list files;
    bool done = files_find(operands, count, reading->settings, &files) && begin_parts(reading) &&
                read_files(reading, files.names, files.count) && finish(reading);
    files_free(&files);
    /* They say why nothing could be read, too. */
    if (!reading->settings->quiet) print_notices(reading->chronology, reading->parts);
    annals_parts_free(reading->parts);
    reading->parts = NULL;
    return done && select_events(reading->settings, reading->chronology) == EXIT_DONE;
}
