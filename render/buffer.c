/* buffer.c: bytes that grow, and numbers written without a locale. */
#include "buffer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void buffer_free(buffer *b) {
    free(b->data);
    *b = (buffer){0};
}

static bool make_room(buffer *b, size_t length) {
    if (b->failed) return false;
    if (b->capacity - b->length >= length) return true;
    size_t capacity = b->capacity ? b->capacity : 4096;
    while (capacity - b->length < length && capacity < SIZE_MAX / 2) capacity *= 2;
    char *data = capacity - b->length < length ? NULL : realloc(b->data, capacity);
    if (!data) {
        b->failed = true;
        return false;
    }
    b->data = data;
    b->capacity = capacity;
    return true;
}

void buffer_bytes(buffer *b, const char *data, size_t length) {
    if (!length || !make_room(b, length)) return;
    memcpy(b->data + b->length, data, length);
    b->length += length;
}

void buffer_string(buffer *b, const char *string) {
    buffer_bytes(b, string, strlen(string));
}

void buffer_text(buffer *b, annals_text text) {
    buffer_bytes(b, text.data, text.length);
}

/* Write the digits of `value` backwards from `end`; at least `least` of them.  Returns the first. */
static char *digits_before(char *end, uint64_t value, unsigned base, int least) {
    for (; value || least > 0; value /= base, least--) *--end = "0123456789abcdef"[value % base];
    return end;
}

void buffer_hex(buffer *b, uint64_t value, int digits) {
    char text[24], *end = text + sizeof text;
    char *start = digits_before(end, value, 16, digits);
    buffer_bytes(b, start, (size_t)(end - start));
}

void buffer_integer(buffer *b, int64_t value) {
    char text[24], *end = text + sizeof text;
    char *start = digits_before(end, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 10, 1);
    if (value < 0) *--start = '-';
    buffer_bytes(b, start, (size_t)(end - start));
}

/* The decimals with their point, before `end`; trailing zeros stay when `keep` is true. */
static void put_decimal(buffer *b, double value, int decimals, bool keep) {
    static const double powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    double limit = 9e15, scaled = value * powers[decimals];
    int64_t units = llround(scaled > limit ? limit : scaled < -limit ? -limit : scaled);
    uint64_t magnitude = units < 0 ? 0 - (uint64_t)units : (uint64_t)units;
    for (; !keep && decimals && magnitude % 10 == 0; decimals--) magnitude /= 10;
    char text[32], *end = text + sizeof text;
    char *start = digits_before(end, magnitude, 10, decimals + 1);
    if (units < 0) buffer_string(b, "-");
    buffer_bytes(b, start, (size_t)(end - start) - (size_t)decimals);
    if (!decimals) return;
    buffer_string(b, ".");
    buffer_bytes(b, end - decimals, (size_t)decimals);
}

void buffer_number(buffer *b, double value, int decimals) {
    put_decimal(b, value, decimals, false);
}

void buffer_fixed(buffer *b, double value, int decimals) {
    put_decimal(b, value, decimals, true);
}

void buffer_escaped(buffer *b, annals_text text) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == '<') buffer_string(b, "&lt;");
        else if (c == '>') buffer_string(b, "&gt;");
        else if (c == '&') buffer_string(b, "&amp;");
        else if (c == '"') buffer_string(b, "&quot;");
        else buffer_bytes(b, &c, 1);
    }
}

static annals_status add(void *context, const char *data, size_t length) {
    buffer *b = context;
    buffer_bytes(b, data, length);
    return b->failed ? ANNALS_MEMORY : ANNALS_OK;
}

annals_sink buffer_sink(buffer *b) {
    return (annals_sink){.write = add, .context = b};
}

annals_status buffer_flush(const buffer *b, annals_sink sink, annals_error *error) {
    if (b->failed) return annals_fail(error, ANNALS_MEMORY, "out of memory; draw fewer events at once");
    if (sink.write(sink.context, b->data ? b->data : "", b->length) == ANNALS_OK) return ANNALS_OK;
    return annals_fail(error, ANNALS_OUTPUT, "the drawing could not be written; is there room on the disk?");
}
