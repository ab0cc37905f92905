/* output.h: what the writers write to: a sink behind a buffer that keeps the first failure. */
#ifndef ANNALS_FORMATS_OUTPUT_H
#define ANNALS_FORMATS_OUTPUT_H

#include "annals.h"

#include <string.h>

typedef struct output {
    annals_sink sink;
    annals_status status; /* once it is not OK, nothing more is written */
    size_t used, flushes; /* of the buffer */
    char buffer[16384];
} output;

/* Begin to write to `sink`.  The output is large: keep one a writer. */
void output_begin(output *out, annals_sink sink);
/* Room for so many bytes in the buffer, for who fills it and adds to `used`; null where it has no such room. */
char *output_room(output *out, size_t length);
/* What does not fit into the buffer. */
void output_beyond(output *out, const char *data, size_t length);
/* In line, so that short literals are a store or two: a document has millions of them. */
static inline void output_bytes(output *out, const char *data, size_t length) {
    if (length > sizeof out->buffer - out->used) {
        output_beyond(out, data, length);
        return;
    }
    memcpy(out->buffer + out->used, data, length);
    out->used += length;
}
static inline void output_string(output *out, const char *string) {
    output_bytes(out, string, strlen(string));
}
void output_text(output *out, annals_text text);
void output_blanks(output *out, size_t count);
/* Write what is left and say how it went. */
annals_status output_end(output *out, annals_error *error);

/* Fill `error` and return ANNALS_MEMORY. */
annals_status output_no_memory(annals_error *error);

#endif
