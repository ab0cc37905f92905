#include "builder.h"

#include "utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 256, FORMAT_SIZE = 512, FIRST_AFTER_CONTROLS = 0xA0 };

static bool make_room(builder *b, size_t more) {
    if (b->failed || more >= SIZE_MAX / 2 - b->length) return !(b->failed = true);
    if (b->data && b->length + more < b->capacity) return true;
    size_t capacity = 2 * (b->length + more) < FIRST_CAPACITY ? FIRST_CAPACITY : 2 * (b->length + more);
    char *data = realloc(b->data, capacity);
    if (!data) return !(b->failed = true);
    b->data = data;
    b->capacity = capacity;
    return true;
}

void builder_text(builder *b, annals_text text) {
    if (!make_room(b, text.length)) return;
    if (text.length) memcpy(b->data + b->length, text.data, text.length);
    b->length += text.length;
    b->data[b->length] = 0;
}

void builder_string(builder *b, const char *string) {
    builder_text(b, annals_text_of(string));
}

void builder_format(builder *b, const char *format, ...) {
    char text[FORMAT_SIZE];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n > 0) builder_string(b, text);
}

static bool is_plain(char c) {
    return c > ' ' && c < 0x7F;
}

static bool at_word(const builder *b) {
    return b->length && b->data[b->length - 1] != ' ' && b->data[b->length - 1] != '\n';
}

/* One character that is not plain ASCII, from `*at` on. */
static void put_character(builder *b, annals_text text, size_t *at) {
    size_t start = *at;
    uint32_t c = utf8_next(text, at);
    bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (blank && at_word(b)) builder_string(b, " ");
    if (c == 0xFFFD) builder_string(b, "\xEF\xBF\xBD");
    else if (c >= FIRST_AFTER_CONTROLS) builder_text(b, (annals_text){text.data + start, *at - start});
}

void builder_line(builder *b, annals_text text) {
    for (size_t i = 0; i < text.length;) {
        size_t start = i;
        while (i < text.length && is_plain(text.data[i])) i++;
        if (i > start) builder_text(b, (annals_text){text.data + start, i - start});
        else put_character(b, text, &i);
    }
}

void builder_trim(builder *b) {
    if (b->length && b->data[b->length - 1] == ' ') b->data[--b->length] = 0;
}

void builder_clear(builder *b) {
    b->length = 0;
    if (b->data) b->data[0] = 0;
}

void builder_free(builder *b) {
    free(b->data);
    *b = (builder){0};
}
