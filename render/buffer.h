/* buffer.h: bytes that grow, and numbers written without a locale. */
#ifndef RENDER_BUFFER_H
#define RENDER_BUFFER_H

#include "annals.h"

/* All zero is an empty buffer.  After a failed allocation `failed` stays set and nothing more is added. */
typedef struct buffer {
    char *data;
    size_t length, capacity;
    bool failed;
} buffer;

void buffer_free(buffer *b);
void buffer_bytes(buffer *b, const char *data, size_t length);
void buffer_string(buffer *b, const char *string);
void buffer_text(buffer *b, annals_text text);
void buffer_integer(buffer *b, int64_t value);
/* `value` with a point and at most `decimals` digits after it, trailing zeros left out: "12.5". */
void buffer_number(buffer *b, double value, int decimals);
/* The same with all its decimals: "12.500". */
void buffer_fixed(buffer *b, double value, int decimals);
/* `value` in hexadecimal, padded with zeros to `digits`. */
void buffer_hex(buffer *b, uint64_t value, int digits);
/* The text with what markup needs escaped. */
void buffer_escaped(buffer *b, annals_text text);
/* A sink that adds to the buffer. */
annals_sink buffer_sink(buffer *b);
/* Hand all bytes to the sink. */
annals_status buffer_flush(const buffer *b, annals_sink sink, annals_error *error);

#endif
