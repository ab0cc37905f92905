/* message.h: what the program tells a person, one line on standard error each:
 *
 *     annals: FILE:LINE:COLUMN: what is wrong; what to do
 *     annals: FILE:LINE:COLUMN: warning: what is wrong; what to do
 *
 * What there is none of is left out (null, 0). */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "annals.h"

/* What a message is about; lines and columns count from 1. */
struct place {
    const char *file;
    size_t line, column;
};

/* What the program ends with. */
enum exit_status {
    EXIT_DONE = 0,
    EXIT_TROUBLE = 1, /* something could not be read or written */
    EXIT_USAGE = 2    /* called wrongly; nothing was done */
};

void message_error(struct place place, const char *format, ...) __attribute__((format(printf, 2, 3)));
void message_warning(struct place place, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The place that is a whole file, or none when `file` is null. */
struct place whole_file(const char *file);
/* An error in how the program was called, and where to read more.  Returns EXIT_USAGE. */
int message_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* What a failed system call on `file` means, from its errno; of the first also the words alone. */
const char *message_cause(int code);
void message_not_read(const char *file, int code);
void message_not_written(const char *file, int code);

/* An error of the libraries; `file` is used where the error names none. */
void message_library_error(const char *file, const annals_error *error);

/* Append "a, b or c" to the text in `buffer`, cut to `size` with the final NUL. */
void message_list(char *buffer, size_t size, const char *const *names);

#endif
