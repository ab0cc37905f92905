/* input.h: reading files and standard input whole. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

struct input {
    char *bytes; /* owned by the caller: free(), also after a failure */
    size_t length;
};

/* Whether an operand stands for standard input. */
bool input_is_standard(const char *path);
/* What documents and messages call it. */
const char *input_name(const char *path);
/* Read a file, a pipe or, for "-", standard input to its end.  Returns 0 or an errno. */
int input_read(const char *path, struct input *input);

#endif
