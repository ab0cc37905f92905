/* periods.h: a file of names for times: each line a name, a tab, and the time in EDTF. */
#ifndef CLI_PERIODS_H
#define CLI_PERIODS_H

#include "annals.h"
#include "input.h"

/* The names point into the bytes of the file; both are owned, and the path is not: periods_free. */
struct periods {
    const char *path; /* null: none was read */
    struct input file;
    annals_period *list;
    size_t count;
};

/* Read the file; false after a message about what is wrong with it. */
bool periods_read(const char *path, struct periods *periods);
void periods_free(struct periods *periods);

#endif
