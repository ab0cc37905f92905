/* report.c: what two chronologies differ in, what should be looked at in one, and what was edited by hand. */
#include "commands.h"
#include "left_out.h"
#include "message.h"
#include "output.h"
#include "reading.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* As diff and grep have them, which tells a result from trouble. */
enum report_status { REPORT_NONE = 0, REPORT_SOME = 1, REPORT_TROUBLE = 2 };

/* The chronology of the files; null after a message.  What is to be said of the documents is no matter of a report, or
 * is in it. */
static annals_chronology *read_all(const struct settings *settings, const char *const *files, size_t count,
                                   bool *whole) {
    int status = EXIT_DONE;
    struct settings silent = *settings;
    silent.quiet = true;
    struct reading reading = {.settings = &silent, .chronology = begin_chronology(settings, &status)};
    if (!reading.chronology) return NULL;
    bool done = reading_do(&reading, files, count);
    *whole &= done && !reading.failed;
    if (done && reading.lost && settings->action == ACTION_DIFF && !settings->quiet)
        print_notices(reading.chronology, NULL);
    if (done) return reading.chronology;
    annals_free(reading.chronology);
    return NULL;
}

/* The form of the report: to read, or JSON.  False after a message. */
static bool form(const struct settings *settings, bool *json) {
    *json = settings->format && strcmp(settings->format, "json") == 0;
    if (!settings->format || *json || strcmp(settings->format, "txt") == 0) return true;
    message_usage("--to: a report is txt or json, not %s", settings->format);
    return false;
}

/* Finish what was printed; `status` is what is to be returned when all went well. */
static int printed(struct outfile *output, annals_status written, const annals_error *error, int status) {
    int code = outfile_finish(output);
    if (code) message_not_written(outfile_name("-"), code);
    else if (written != ANNALS_OK) message_library_error(NULL, error);
    return code || written != ANNALS_OK ? REPORT_TROUBLE : status;
}

/* ------------------------------------------------------------------ diff, edits */

struct pair {
    annals_chronology *before, *after;
    bool whole; /* all of both could be read */
};

static bool read_pair(const struct settings *settings, struct pair *pair) {
    *pair = (struct pair){.whole = true};
    pair->before = read_all(settings, &settings->operands[0], 1, &pair->whole);
    if (pair->before) pair->after = read_all(settings, &settings->operands[1], 1, &pair->whole);
    return pair->after;
}

static void free_pair(struct pair *pair) {
    annals_free(pair->before);
    annals_free(pair->after);
}

static int print_changes(const struct pair *pair, bool json) {
    size_t count;
    annals_error error = {0};
    struct outfile output;
    annals_status status = annals_compare(pair->before, pair->after, &error);
    annals_changes(pair->after, &count);
    outfile_begin(&output, "-");
    if (status == ANNALS_OK)
        status = annals_write_changes(pair->before, pair->after, json, outfile_sink(&output), &error);
    return printed(&output, status, &error, count ? REPORT_SOME : REPORT_NONE);
}

int run_diff(const struct settings *settings) {
    bool json;
    struct pair pair;
    if (settings->operand_count != 2)
        return message_usage("'diff' compares two files; name the old one and the new one");
    if (!form(settings, &json)) return EXIT_USAGE;
    int status = read_pair(settings, &pair) ? print_changes(&pair, json) : REPORT_TROUBLE;
    free_pair(&pair);
    return pair.whole ? status : REPORT_TROUBLE;
}

static int print_edits(const struct settings *settings, const struct pair *pair) {
    struct left_out left_out = {0};
    annals_write_options options = {.left_out = left_out_keep, .context = &left_out};
    annals_error error = {0};
    struct outfile output;
    outfile_begin(&output, "-");
    annals_status status = annals_write_edits(pair->before, pair->after, &options, outfile_sink(&output), &error);
    left_out_print(&left_out, settings->operands[1], "edits cannot make", settings->quiet);
    return printed(&output, status, &error, EXIT_DONE) == EXIT_DONE ? EXIT_DONE : EXIT_TROUBLE;
}

int run_edits(const struct settings *settings) {
    struct pair pair;
    if (settings->operand_count != 2)
        return message_usage("'edits' compares two files; name the one as it was made and the edited one");
    int status = read_pair(settings, &pair) ? print_edits(settings, &pair) : EXIT_TROUBLE;
    free_pair(&pair);
    return pair.whole ? status : EXIT_TROUBLE;
}

/* ------------------------------------------------------------------ check */

static int print_findings(annals_chronology *chronology, bool json) {
    size_t count;
    annals_error error = {0};
    struct outfile output;
    annals_status status = annals_check(chronology, &error);
    annals_findings(chronology, &count);
    outfile_begin(&output, "-");
    if (status == ANNALS_OK) status = annals_write_findings(chronology, json, outfile_sink(&output), &error);
    return printed(&output, status, &error, count ? REPORT_SOME : REPORT_NONE);
}

int run_check(const struct settings *settings) {
    static const char *const piped[] = {"-"};
    bool json, whole = true;
    if (!settings->operand_count && isatty(STDIN_FILENO))
        return message_usage("no file is given; name the files to check, or - for standard input");
    if (!form(settings, &json)) return EXIT_USAGE;
    annals_chronology *chronology = read_all(settings, settings->operand_count ? settings->operands : piped,
                                             settings->operand_count ? settings->operand_count : 1, &whole);
    int status = chronology ? print_findings(chronology, json) : REPORT_TROUBLE;
    annals_free(chronology);
    return whole ? status : REPORT_TROUBLE;
}
