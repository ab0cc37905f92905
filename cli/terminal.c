/* terminal.c: what standard output is, and how wide. */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_COLUMNS = 80, FEWEST_COLUMNS = 20, MOST_COLUMNS = 1000 };

/* The nearest width that can be used; 0 when none is told. */
static size_t usable(unsigned long columns) {
    if (!columns) return 0;
    if (columns < FEWEST_COLUMNS) return FEWEST_COLUMNS;
    return columns > MOST_COLUMNS ? MOST_COLUMNS : columns;
}

/* Digits alone: strtoul would take "-5" and "80x" too.  It gives the most there is for a number that is larger. */
static size_t said_columns(const char *said) {
    if (!said || !*said || said[strspn(said, "0123456789")]) return 0;
    return usable(strtoul(said, NULL, 10));
}

size_t terminal_columns(void) {
    size_t columns = said_columns(getenv("COLUMNS"));
    struct winsize size;
    if (!columns && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = usable(size.ws_col);
    return columns ? columns : USUAL_COLUMNS;
}

bool terminal_colour(enum colour wanted) {
    if (wanted != COLOUR_AUTO) return wanted == COLOUR_ALWAYS;
    const char *none = getenv("NO_COLOR"), *kind = getenv("TERM");
    if ((none && *none) || !kind || !*kind || strcmp(kind, "dumb") == 0) return false;
    return isatty(STDOUT_FILENO);
}
