/* commands.h: what the program does.  Each returns an exit_status. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "plan.h"

/* Read files, make one chronology, write it: `annals FILE...`. */
int run_chronicle(const struct settings *settings);
/* The same with each document by itself: JSON Lines and the summary. */
int run_stream(const struct settings *settings, const struct target *target, const char *const *files, size_t count);
/* Tell what the dates of a text mean: `annals explain TEXT...`. */
int run_explain(const struct settings *settings);
/* Tell what EDTF expressions say: `annals edtf EXPRESSION...`. */
int run_edtf(const struct settings *settings);

/* For the first two: the chronology of the settings, or null after a message; `status` then says with what to end. */
annals_chronology *begin_chronology(const struct settings *settings, int *status);
/* Keep and group the events that were asked for.  Returns an exit_status. */
int select_events(const struct settings *settings, annals_chronology *chronology);
/* Print the chronology's notices as warnings. */
void print_notices(const annals_chronology *chronology);

#endif
