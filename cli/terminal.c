/* terminal.c: what standard output is, and how wide. */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_COLUMNS = 80, FEWEST_COLUMNS = 20, MOST_COLUMNS = 1000 };

static bool usable(long columns) {
    return columns >= FEWEST_COLUMNS && columns <= MOST_COLUMNS;
}

size_t terminal_columns(void) {
    const char *said = getenv("COLUMNS");
    long columns = said ? strtol(said, NULL, 10) : 0;
    if (usable(columns)) return (size_t)columns;
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && usable(size.ws_col)) return size.ws_col;
    return USUAL_COLUMNS;
}

bool terminal_colour(enum colour wanted) {
    if (wanted != COLOUR_AUTO) return wanted == COLOUR_ALWAYS;
    const char *none = getenv("NO_COLOR"), *kind = getenv("TERM");
    if ((none && *none) || !kind || !*kind || strcmp(kind, "dumb") == 0) return false;
    return isatty(STDOUT_FILENO);
}
