/* chronicle.c: read files, make one chronology, write it. */
#include "commands.h"
#include "folder.h"
#include "input.h"
#include "left_out.h"
#include "link.h"
#include "message.h"
#include "output.h"
#include "plan.h"
#include "reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const piped[] = {"-"};

/* Warnings of drawings, each of which is said once, however many drawings give it. */
enum { MOST_WARNINGS = 8, LONGEST_WARNING = 256 };

struct work {
    const struct settings *settings;
    char warnings[MOST_WARNINGS][LONGEST_WARNING];
    size_t warning_count;
    struct plan plan;
    struct reading reading;
    struct left_out_report report;
    struct input previous; /* of --previous */
};

/* ------------------------------------------------------------------ writing */

/* Where a drawing's warnings come from, and where it is to stand. */
struct drawing {
    struct work *work;
    const char *name;
    struct link link;
};

static bool was_said(struct work *work, const char *message) {
    for (size_t i = 0; i < work->warning_count; i++)
        if (!strncmp(work->warnings[i], message, LONGEST_WARNING - 1)) return true;
    if (work->warning_count < MOST_WARNINGS)
        snprintf(work->warnings[work->warning_count++], LONGEST_WARNING, "%s", message);
    return false;
}

static void warn_of_drawing(void *context, const char *message) {
    const struct drawing *drawing = context;
    progress_pause(&drawing->work->reading.progress);
    if (was_said(drawing->work, message)) return;
    if (!drawing->work->settings->quiet) message_warning(whole_file(drawing->name), "%s", message);
}

static const char *document_address(void *context, const annals_document *document) {
    struct drawing *drawing = context;
    return link_to(&drawing->link, document->source.data, document->source.length);
}

/* Make the product into an output that has begun; true when all of it is written. */
static bool make(struct work *work, const struct target *target, struct outfile *output) {
    const struct settings *settings = work->settings;
    bool standard = outfile_is_standard(target->path);
    struct left_out left_out = {.report = settings->report ? &work->report : NULL, .name = outfile_name(target->path)};
    annals_write_options write = {.columns = standard ? terminal_columns() : 0,
                                  .colour = standard && terminal_colour(settings->colour),
                                  .citations = settings->render.citations,
                                  .zone = settings->zone,
                                  .floating = settings->floating,
                                  .previous = {work->previous.bytes, work->previous.length},
                                  .stamp = settings->render.created,
                                  .left_out = left_out_keep,
                                  .context = &left_out};
    struct drawing drawing = {.work = work, .name = outfile_name(target->path)};
    link_start(&drawing.link, target->path);
    annals_render_options render = settings->render;
    render.warn = warn_of_drawing;
    render.address = document_address;
    render.context = &drawing;
    annals_error error = {0};
    annals_status status =
        product_make(&target->product, work->reading.chronology, &write, &render, outfile_sink(output), &error);
    int code = output->code;
    if (status == ANNALS_OK) code = outfile_finish(output);
    else outfile_abandon(output);
    progress_pause(&work->reading.progress);
    left_out_print(&left_out, outfile_name(target->path), "this format cannot hold; other formats can",
                   settings->quiet);
    if (code) message_not_written(outfile_name(target->path), code);
    else if (status != ANNALS_OK) message_library_error(outfile_name(target->path), &error);
    return !code && status == ANNALS_OK;
}

static bool write_target(struct work *work, const struct target *target) {
    bool to_terminal = outfile_is_standard(target->path) && isatty(STDOUT_FILENO);
    if (!to_terminal) progress_step(&work->reading.progress, "writing", outfile_name(target->path), 0, 0);
    struct outfile output;
    int code = outfile_begin(&output, target->path);
    if (!code) return make(work, target, &output);
    progress_pause(&work->reading.progress);
    message_not_written(outfile_name(target->path), code);
    return false;
}

/* What was left out of the targets, all of it; an empty file when that is nothing. */
static bool write_report(struct work *work) {
    const char *path = work->settings->report;
    struct outfile output;
    int code = path ? outfile_begin(&output, path) : 0;
    if (path && !code) {
        annals_sink sink = outfile_sink(&output);
        sink.write(sink.context, work->report.text, work->report.length);
        code = outfile_finish(&output);
    }
    if (code) message_not_written(path, code);
    return !code;
}

static void write_targets(struct work *work) {
    for (size_t i = 0; i < work->plan.count; i++)
        if (!write_target(work, &work->plan.targets[i])) work->reading.failed = true;
    if (!write_report(work)) work->reading.failed = true;
}

/* ------------------------------------------------------------------ the command */

static int run(struct work *work, const char *const *files, size_t count) {
    progress_start(&work->reading.progress, !work->settings->quiet);
    bool ready = reading_do(&work->reading, files, count);
    if (ready) write_targets(work);
    progress_stop(&work->reading.progress);
    return ready && !work->reading.failed && !work->reading.lost ? EXIT_DONE : EXIT_TROUBLE;
}

static bool asks_for_some(const annals_filter *filter) {
    return filter->from.length || filter->until.length || filter->kinds || filter->match_count || filter->tag_count ||
           filter->source_count;
}

/* The target that takes each document by itself, which must be the only one; null when there is none. */
static const struct target *streamed(const struct settings *settings, const struct plan *plan, int *status) {
    const struct target *found = NULL;
    for (size_t i = 0; i < plan->count; i++)
        if (product_by_document(&plan->targets[i].product)) found = &plan->targets[i];
    if (found && settings->action == ACTION_MERGE)
        *status = message_usage("a merged chronology is one; write json instead of JSON Lines or the summary");
    else if (found && plan->count > 1)
        *status = message_usage("JSON Lines and the summary take each document by itself; write them alone");
    else if (found && found->product.counts && asks_for_some(&settings->filter))
        *status = message_usage("the summary counts all that was found; leave out what asks for some of it");
    else if (found && settings->report)
        *status = message_usage("--report tells what a format cannot hold; leave it out, or write another format");
    else if (found && settings->edits)
        *status = message_usage("--edits changes one chronology; leave it out, or write another format");
    else if (!found && settings->from_lines)
        *status = message_usage("--from-format: jsonl goes with --to jsonl or --to summary; add one of them");
    else if (!found && settings->jobs)
        *status = message_usage("--jobs goes with --to jsonl or --to summary; leave it out, or add one of them");
    return found;
}

/* The calendar that the new one comes after, before that may be written in its place. */
static int read_previous(struct work *work) {
    const char *path = work->settings->previous;
    bool calendar = false;
    for (size_t i = 0; i < work->plan.count; i++) {
        const annals_writer *writer = work->plan.targets[i].product.writer;
        calendar |= writer && strcmp(writer->name, "ics") == 0;
    }
    if (!path) return EXIT_DONE;
    if (!calendar) return message_usage("--previous is of a calendar; leave it out, or add -o FILE.ics");
    int code = input_read(path, &work->previous);
    if (code) message_not_read(input_name(path), code);
    return code ? EXIT_TROUBLE : EXIT_DONE;
}

static int run_files(const struct settings *settings, const char *const *files, size_t count) {
    struct work work = {.settings = settings, .reading = {.settings = settings}};
    int status = plan_make(settings, &work.plan);
    if (status == EXIT_DONE) status = read_previous(&work);
    const struct target *stream = status == EXIT_DONE ? streamed(settings, &work.plan, &status) : NULL;
    /* A stream makes a chronology of each document; this one only shows that the options are right. */
    if (status == EXIT_DONE) work.reading.chronology = begin_chronology(settings, &status);
    if (work.reading.chronology) status = select_events(settings, work.reading.chronology);
    if (status == EXIT_DONE) status = stream ? run_stream(settings, stream, files, count) : run(&work, files, count);
    annals_free(work.reading.chronology);
    free(work.report.text);
    input_free(&work.previous);
    plan_free(&work.plan);
    return status;
}

int run_chronicle(const struct settings *settings) {
    if (!settings->operand_count && isatty(STDIN_FILENO))
        return message_usage("no file is given; name the files to read, or - for standard input");
    struct file_list files;
    int status = EXIT_TROUBLE;
    if (files_find(settings->operand_count ? settings->operands : piped,
                   settings->operand_count ? settings->operand_count : 1, settings, &files)) {
        struct settings found = *settings;
        found.operands = files.names;
        found.operand_count = files.count;
        status = run_files(&found, files.names, files.count);
    }
    files_free(&files);
    return status;
}
