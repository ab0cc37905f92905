/* help.c: the commands, and the help that is made of the tables. */
#include "command_line.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Named by the first operand, when no "--" stands before it. */
static const struct command commands[] = {
    [ACTION_EXPLAIN] = {"explain", "explain [OPTION]... TEXT...", "what the dates in TEXT mean, and why",
                        "Print each date of TEXT with what it means and why, step by step. The words are\n"
                        "one text; '-', or no TEXT in a pipe, is standard input.\n"},
    [ACTION_EDTF] = {"edtf", "edtf EXPRESSION...", "what EDTF expressions mean",
                     "Print what each expression of the Extended Date/Time Format (ISO 8601-2) means,\n"
                     "such as 1962-10-27, 1962-11~, 196X, 1962-10-26/1962-10-28 or [..1962-11-07].\n"},
    [ACTION_DIFF] = {"diff", "diff [OPTION]... OLD NEW", "what changed between two chronologies",
                     "Print which events were added, are gone, were moved, reworded or changed. OLD and\n"
                     "NEW are chronologies in JSON, or documents that one is made of.\n"},
    [ACTION_CHECK] = {"check", "check [OPTION]... FILE...", "what a careful person should look at",
                      "Print, a line each with file, line, column and words: dates that no calendar has,\n"
                      "years that nothing tells, sources that disagree, times that are uncertain.\n"},
    [ACTION_EDITS] = {"edits", "edits FRESH EDITED", "what was edited by hand, for --edits",
                      "Print as JSON what makes EDITED, a chronology that was changed by hand, of FRESH,\n"
                      "the same as it was made. --edits makes these changes again.\n"},
    [ACTION_MERGE] = {"merge", "merge [OPTION]... PART...", "one chronology of parts, in JSON",
                      "Make one chronology of what --to json or --to jsonl wrote, here or elsewhere:\n"
                      "    annals merge -o all.json -o all.pdf part-*.jsonl\n"
                      "In what order the parts come, how the documents were parted among them, and\n"
                      "whether some were merged before, makes no difference; a document that comes\n"
                      "twice is taken once. The parts' texts are read anew together, so that accounts of\n"
                      "one event are joined; a part that was edited or selected from is kept as it is.\n"},
    [ACTION_FORMATS] = {"formats", "formats", "the forms that are read and written",
                        "Print them, each with the endings of its files' names and what is lost of it.\n"
                        "--from-format takes the names of the first list, --to those of the second.\n"},
};

const struct command *command_of(enum action action) {
    return &commands[action];
}

enum { HELP_COLUMNS = 79, HELP_INDENT = 26 };

static const char head[] = "Find the dates in documents and make one chronology of what they tell. FILE '-',\n"
                           "or none in a pipe, is standard input; of a FOLDER what has a known form is read.\n\n";
static const char tail[] = "Exit status: 0 done, 1 trouble, 2 wrong usage; check, diff: 1 found, 2 trouble.\n",
                  compared[] = "Exit status: 0 nothing, 1 found, 2 trouble or wrong usage.\n",
                  done[] = "Exit status: 0 done, 1 trouble, 2 wrong usage.\n";

static annals_status put(annals_sink sink, const char *text) {
    return sink.write(sink.context, text, strlen(text));
}

/* Print `text` from column HELP_INDENT on, broken at blanks. */
static annals_status put_wrapped(annals_sink sink, const char *text) {
    enum { ROOM = HELP_COLUMNS - HELP_INDENT };
    annals_status status = ANNALS_OK;
    while (status == ANNALS_OK && strlen(text) > ROOM) {
        size_t cut = ROOM;
        while (cut > 1 && text[cut] != ' ') cut--;
        char line[ROOM + HELP_INDENT + 4];
        snprintf(line, sizeof line, "%.*s\n%*s", (int)cut, text, HELP_INDENT, "");
        status = put(sink, line);
        text += cut + strspn(text + cut, " ");
    }
    if (status == ANNALS_OK) status = put(sink, text);
    return status == ANNALS_OK ? put(sink, "\n") : status;
}

static annals_status put_row(annals_sink sink, const struct option_row *row) {
    char letter[5] = "    ", left[HELP_COLUMNS + 1], right[1024];
    if (!row->help) return ANNALS_OK;
    if (row->letter) snprintf(letter, sizeof letter, "-%c, ", row->letter);
    if (row->shown) snprintf(left, sizeof left, "  %s", row->shown);
    else
        snprintf(left, sizeof left, "  %s--%s%s%s", letter, row->name, row->argument ? " " : "",
                 row->argument ? row->argument : "");
    snprintf(right, sizeof right, "%s", row->help);
    if (row->choices) row->choices(right, sizeof right);
    char padded[HELP_INDENT + HELP_COLUMNS + 1];
    snprintf(padded, sizeof padded, "%-*s", HELP_INDENT, left);
    annals_status status = put(sink, padded);
    return status == ANNALS_OK ? put_wrapped(sink, right) : status;
}

static annals_status __attribute__((format(printf, 2, 3))) put_line(annals_sink sink, const char *format, ...) {
    char line[2 * HELP_COLUMNS];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    return put(sink, line);
}

static annals_status put_head(annals_sink sink) {
    annals_status status = put(sink, "Usage: annals [OPTION]... FILE...\n");
    for (enum action a = ACTION_EXPLAIN; a < ACTION_HELP && status == ANNALS_OK; a++)
        status = put_line(sink, "  or:  annals %-28s %s\n", commands[a].synopsis, commands[a].what);
    return status == ANNALS_OK ? put(sink, head) : status;
}

static annals_status put_command_head(annals_sink sink, enum action action) {
    annals_status status = put_line(sink, "Usage: annals %s\n", commands[action].synopsis);
    if (status == ANNALS_OK) status = put(sink, commands[action].more);
    return status == ANNALS_OK ? put(sink, "\n") : status;
}

annals_status options_help(enum action command, annals_sink sink) {
    bool whole = command == ACTION_CHRONICLE, compares = command == ACTION_DIFF || command == ACTION_CHECK;
    annals_status status = whole ? put_head(sink) : put_command_head(sink, command);
    const struct option_row *row;
    size_t before = 0;
    for (size_t i = 0; (row = option_row_at(i)) && status == ANNALS_OK; i++) {
        if (!whole && !option_is_of_use(row, command)) continue;
        status = put_row(sink, row);
        before += row->help != NULL;
    }
    if (before && status == ANNALS_OK) status = put(sink, "\n");
    return status == ANNALS_OK ? put(sink, whole ? tail : compares ? compared : done) : status;
}
