/* input.h: reading files and standard input whole. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

struct input {
    char *bytes; /* input_free, also after a failure */
    size_t length;
    bool mapped; /* the system lends them */
};

/* Whether an operand stands for standard input. */
bool input_is_standard(const char *path);
/* What documents and messages call it. */
const char *input_name(const char *path);
/* Read a file, a pipe or, for "-", standard input to its end.  Returns 0 or an errno. */
int input_read(const char *path, struct input *input);

void input_free(struct input *input);
/* The line feeds in it. */
size_t input_lines(const struct input *input);

/* The same by steps: open a file that is no folder, read until `input`, whose memory reaches that far, holds `wanted`
 * bytes or the file ends, and close.  The first two return 0 or an errno. */
int input_open(const char *path, int *file);
int input_fill(int file, struct input *input, size_t wanted);
void input_close(const char *path, int file);

#endif
