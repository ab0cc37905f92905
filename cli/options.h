/* options.h: what the user asked for. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "annals-formats.h"
#include "annals-render.h"
#include "periods.h"
#include "terminal.h"

enum action {
    ACTION_CHRONICLE,
    ACTION_EXPLAIN, /* from here on by the name of a command */
    ACTION_EDTF,
    ACTION_DIFF,
    ACTION_CHECK,
    ACTION_EDITS,
    ACTION_MERGE,
    ACTION_FORMATS,
    ACTION_HELP, /* from here on by an option */
    ACTION_VERSION,
    ACTION_SCHEMA
};

/* Texts are borrowed from the command line; the lists are owned: options_free. */
struct settings {
    enum action action, command; /* the latter without what options ask for instead */
    annals_options engine;
    struct periods periods; /* of --periods; owned */
    annals_render_options render;
    const char *format; /* of --to, or null */
    const char *stage;  /* of --dump, or null */
    enum colour colour;
    bool quiet;
    annals_filter filter; /* its lists are owned */
    annals_grouping grouping;
    const char *edits;           /* of --edits, or null */
    const char *report;          /* of --report, or null */
    annals_text zone;            /* of --zone, or absent */
    const char *previous;        /* of --previous, or null */
    bool floating;               /* times of day without a zone stay so in calendars */
    bool from_lines;             /* the files hold a document a line */
    const annals_reader *reader; /* of --from-format; null: what a file is tells */
    size_t jobs;                 /* threads that work on documents; 0: not said */
    const char **outputs;        /* of -o, in order */
    size_t output_count;
    const char **operands; /* the files, the words of `annals explain`, the expressions of `annals edtf` */
    size_t operand_count;
};

/* Read the command line and SOURCE_DATE_EPOCH.  False after a message about wrong usage, and with no memory. */
bool options_read(int argc, char **argv, struct settings *settings);
void options_free(struct settings *settings);

/* help.c: print the help, made from the table of options: of a command, or of all (ACTION_CHRONICLE). */
annals_status options_help(enum action command, annals_sink sink);

#endif
