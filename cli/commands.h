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

/* Tell what changed between two chronologies: `annals diff OLD NEW`. */
int run_diff(const struct settings *settings);
/* Tell what should be looked at: `annals check FILE...`. */
int run_check(const struct settings *settings);
/* Write what was edited by hand as edits: `annals edits FRESH EDITED`. */
int run_edits(const struct settings *settings);
/* List what is read and written: `annals formats`. */
int run_formats(const struct settings *settings);

#endif
