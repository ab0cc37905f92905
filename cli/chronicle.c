/* chronicle.c: read files, make one chronology, write it. */
#include "commands.h"
#include "input.h"
#include "message.h"
#include "output.h"
#include "plan.h"
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const piped[] = {"-"};

struct work {
    const struct settings *settings;
    struct plan plan;
    struct progress progress;
    annals_chronology *chronology;
    bool failed; /* something could not be read or written; the rest goes on */
};

/* ------------------------------------------------------------------ for both commands */

annals_chronology *begin_chronology(const struct settings *settings, int *status) {
    annals_error error = {0};
    annals_chronology *chronology = annals_new(&settings->engine, &error);
    if (chronology) return chronology;
    *status = EXIT_TROUBLE;
    if (error.status == ANNALS_DATE) *status = message_usage("--date: %s", error.message);
    else message_library_error(NULL, &error);
    return NULL;
}

/* The filter and the grouping are applied to the finished chronology; an empty one shows that they are right. */
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

/* ------------------------------------------------------------------ reading */

static bool read_file(struct work *work, const char *path) {
    struct input input;
    annals_error error = {0};
    annals_status status = ANNALS_OK;
    int code = input_read(path, &input);
    if (!code) status = annals_read(work->chronology, input_name(path), input.bytes, input.length, &error);
    input_free(&input);
    if (!code && status == ANNALS_OK) return true;
    progress_pause(&work->progress);
    if (code) message_not_read(input_name(path), code);
    else message_library_error(input_name(path), &error);
    return false;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Files are read in the order of their names: that in which they were given changes nothing.  True when at least one
 * could be read. */
static bool read_files(struct work *work, const char *const *files, size_t count) {
    size_t done = 0;
    const char **sorted = malloc((count + 1) * sizeof *sorted);
    for (size_t i = 0; sorted && i < count; i++) sorted[i] = files[i];
    if (sorted) qsort(sorted, count, sizeof *sorted, by_name);
    for (size_t i = 0; i < count; i++) {
        const char *file = sorted ? sorted[i] : files[i];
        progress_step(&work->progress, "reading", input_name(file), i + 1, count);
        if (read_file(work, file)) done++;
    }
    free(sorted);
    work->failed = done < count;
    return done > 0;
}

static bool finish(struct work *work) {
    annals_error error = {0};
    progress_step(&work->progress, "putting together", "the chronology", 0, 0);
    annals_status status = annals_finish(work->chronology, &error);
    progress_pause(&work->progress);
    if (status != ANNALS_OK) {
        message_library_error(NULL, &error);
        return false;
    }
    if (!work->settings->quiet) print_notices(work->chronology);
    return select_events(work->settings, work->chronology) == EXIT_DONE;
}

/* ------------------------------------------------------------------ writing */

enum { MOST_LEFT_OUT = 10 };

/* What a format could not hold: the first few, and how many in all. */
struct left_out {
    char *messages[MOST_LEFT_OUT];
    size_t count;
};

static void keep_left_out(void *context, const char *message) {
    struct left_out *left_out = context;
    if (left_out->count < MOST_LEFT_OUT) left_out->messages[left_out->count] = strdup(message);
    left_out->count++;
}

static void print_left_out(struct left_out *left_out, const char *name, bool quiet) {
    size_t kept = left_out->count < MOST_LEFT_OUT ? left_out->count : MOST_LEFT_OUT;
    if (left_out->count && !quiet)
        message_warning(name, 0, "%zu %s left out, which this format cannot hold; other formats can:", left_out->count,
                        left_out->count == 1 ? "event was" : "events were");
    for (size_t i = 0; i < kept; i++) {
        if (left_out->messages[i] && !quiet) message_warning(name, 0, "left out: %s", left_out->messages[i]);
        free(left_out->messages[i]);
    }
    if (left_out->count > kept && !quiet) message_warning(name, 0, "and %zu more", left_out->count - kept);
}

/* Where a drawing's warnings come from. */
struct drawing {
    struct work *work;
    const char *name;
};

static void warn_of_drawing(void *context, const char *message) {
    const struct drawing *drawing = context;
    progress_pause(&drawing->work->progress);
    if (!drawing->work->settings->quiet) message_warning(drawing->name, 0, "%s", message);
}

/* Make the product into an output that has begun; true when all of it is written. */
static bool make(struct work *work, const struct target *target, struct outfile *output) {
    const struct settings *settings = work->settings;
    bool standard = outfile_is_standard(target->path);
    struct left_out left_out = {.count = 0};
    annals_write_options write = {.columns = standard ? terminal_columns() : 0,
                                  .colour = standard && terminal_colour(settings->colour),
                                  .citations = settings->render.citations,
                                  .stamp = settings->render.created,
                                  .left_out = keep_left_out,
                                  .context = &left_out};
    struct drawing drawing = {work, outfile_name(target->path)};
    annals_render_options render = settings->render;
    render.warn = warn_of_drawing;
    render.context = &drawing;
    annals_error error = {0};
    annals_status status =
        product_make(&target->product, work->chronology, &write, &render, outfile_sink(output), &error);
    int code = output->code;
    if (status == ANNALS_OK) code = outfile_finish(output);
    else outfile_abandon(output);
    progress_pause(&work->progress);
    print_left_out(&left_out, outfile_name(target->path), settings->quiet);
    if (code) message_not_written(outfile_name(target->path), code);
    else if (status != ANNALS_OK) message_library_error(outfile_name(target->path), &error);
    return !code && status == ANNALS_OK;
}

static bool write_target(struct work *work, const struct target *target) {
    bool to_terminal = outfile_is_standard(target->path) && isatty(STDOUT_FILENO);
    if (!to_terminal) progress_step(&work->progress, "writing", outfile_name(target->path), 0, 0);
    struct outfile output;
    int code = outfile_begin(&output, target->path);
    if (!code) return make(work, target, &output);
    progress_pause(&work->progress);
    message_not_written(outfile_name(target->path), code);
    return false;
}

static void write_targets(struct work *work) {
    for (size_t i = 0; i < work->plan.count; i++)
        if (!write_target(work, &work->plan.targets[i])) work->failed = true;
}

/* ------------------------------------------------------------------ the command */

static int run(struct work *work, const char *const *files, size_t count) {
    progress_start(&work->progress, !work->settings->quiet);
    bool ready = read_files(work, files, count) && finish(work);
    if (ready) write_targets(work);
    progress_stop(&work->progress);
    return ready && !work->failed ? EXIT_DONE : EXIT_TROUBLE;
}

/* The target that takes each document by itself, which must be the only one; null when there is none. */
static const struct target *streamed(const struct settings *settings, const struct plan *plan, int *status) {
    const struct target *found = NULL;
    for (size_t i = 0; i < plan->count; i++)
        if (product_by_document(&plan->targets[i].product)) found = &plan->targets[i];
    if (found && plan->count > 1)
        *status = message_usage("JSON Lines and the summary take each document by itself; write them alone");
    else if (!found && settings->from_lines)
        *status = message_usage("--from-format: jsonl goes with --to jsonl or --to summary; add one of them");
    else if (!found && settings->jobs)
        *status = message_usage("--jobs goes with --to jsonl or --to summary; leave it out, or add one of them");
    return found;
}

int run_chronicle(const struct settings *settings) {
    if (!settings->operand_count && isatty(STDIN_FILENO))
        return message_usage("no file is given; name the files to read, or - for standard input");
    const char *const *files = settings->operand_count ? settings->operands : piped;
    size_t count = settings->operand_count ? settings->operand_count : 1;
    struct work work = {.settings = settings};
    int status = plan_make(settings, &work.plan);
    const struct target *stream = status == EXIT_DONE ? streamed(settings, &work.plan, &status) : NULL;
    /* A stream makes a chronology of each document; this one only shows that the options are right. */
    if (status == EXIT_DONE) work.chronology = begin_chronology(settings, &status);
    if (work.chronology) status = select_events(settings, work.chronology);
    if (status == EXIT_DONE) status = stream ? run_stream(settings, stream, files, count) : run(&work, files, count);
    annals_free(work.chronology);
    plan_free(&work.plan);
    return status;
}
