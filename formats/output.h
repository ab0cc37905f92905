/* output.h: what the writers write to: a sink behind a buffer that keeps the first failure. */
#ifndef ANNALS_FORMATS_OUTPUT_H
#define ANNALS_FORMATS_OUTPUT_H

#include "annals.h"

typedef struct output {
    annals_sink sink;
    annals_status status; /* once it is not OK, nothing more is written */
    size_t used;
    char buffer[16384];
} output;

/* Begin to write to `sink`.  The output is large: keep one a writer. */
void output_begin(output *out, annals_sink sink);
void output_bytes(output *out, const char *data, size_t length);
void output_text(output *out, annals_text text);
void output_string(output *out, const char *string);
void output_blanks(output *out, size_t count);
/* Write what is left and say how it went. */
annals_status output_end(output *out, annals_error *error);

/* Fill `error` and return ANNALS_MEMORY. */
annals_status output_no_memory(annals_error *error);

#endif
