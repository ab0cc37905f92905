/* command_line.h: the options and commands as tables, for what reads them and for the help. */
#ifndef CLI_COMMAND_LINE_H
#define CLI_COMMAND_LINE_H

#include "options.h"

/* One row an option.  Either `set` takes its value (false after a message), or `action` replaces all other work. */
struct option_row {
    const char *name;
    const char *argument;                       /* null: it takes none */
    const char *help;                           /* null: the row before tells of it */
    const char *shown;                          /* instead of name and argument */
    void (*choices)(char *buffer, size_t size); /* appended to `help` */
    bool (*set)(struct settings *settings, const char *value);
    enum action action;
    unsigned also; /* the commands that it is of use to besides `annals FILE...` */
    bool reads;    /* it is about reading documents */
    char letter;   /* 0: it has none */
};

/* options.c: the rows in their order; null behind the last. */
const struct option_row *option_row_at(size_t index);
bool option_is_of_use(const struct option_row *row, enum action action);

struct command {
    const char *name, *synopsis, *what;
    const char *more; /* for its own help */
};

/* help.c: a command that is named, ACTION_EXPLAIN to ACTION_FORMATS. */
const struct command *command_of(enum action action);

#endif
