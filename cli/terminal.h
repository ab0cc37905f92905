/* terminal.h: what standard output is, and how wide. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* Columns of standard output: COLUMNS, else the terminal's, else 80. */
size_t terminal_columns(void);
/* Whether standard output takes colours: a terminal that is not dumb, unless NO_COLOR is set. */
bool terminal_colour(enum colour wanted);

#endif
