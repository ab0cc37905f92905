/* left_out.h: what could not be written: the first few, and how many in all. */
#ifndef CLI_LEFT_OUT_H
#define CLI_LEFT_OUT_H

#include <stdbool.h>
#include <stddef.h>

enum { MOST_LEFT_OUT = 50 };

/* All of it, a line each, "events.ics: Return of the delegation: its year is not known".  Zero is empty. */
struct left_out_report {
    char *text; /* owned */
    size_t length, room;
};

/* Zero is empty. */
struct left_out {
    char *messages[MOST_LEFT_OUT];
    size_t count;
    struct left_out_report *report; /* or null */
    const char *name;               /* of the file, for the report */
};

/* For annals_write_options: `context` is a struct left_out. */
void left_out_keep(void *context, const char *message);
/* Print it as warnings of the file `name`, unless `quiet`, and forget it.  "2 events were left out, which `why`:"
 */
void left_out_print(struct left_out *left_out, const char *name, const char *why, bool quiet);

#endif
