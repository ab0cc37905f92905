/* reading.h: files become one finished chronology, as the options ask for it. */
#ifndef CLI_READING_H
#define CLI_READING_H

#include "options.h"
#include "progress.h"

struct reading {
    const struct settings *settings;
    struct progress progress;
    annals_chronology *chronology; /* of begin_chronology; annals_free */
    annals_parts *parts;           /* of annals merge, while it reads; else null */
    bool failed;                   /* something could not be read; the rest goes on */
    bool lost;                     /* an edit could not be made */
};

/* The chronology of the settings, or null after a message; `status` then says with what to end. */
annals_chronology *begin_chronology(const struct settings *settings, int *status);
/* Read the files, finish, edit, select and group.  False after a message: there is nothing to show. */
bool reading_do(struct reading *reading, const char *const *files, size_t count);
/* Keep and group the events that were asked for; an empty chronology shows that the options are right.  Returns an
 * exit_status. */
int select_events(const struct settings *settings, annals_chronology *chronology);
/* Print the chronology's notices as warnings; `parts`, which may be null, know where lines stood. */
void print_notices(const annals_chronology *chronology, const annals_parts *parts);

#endif
