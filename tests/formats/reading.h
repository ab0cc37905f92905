/* What the tests of the readers share: a file goes in, and a chronology or an error comes out. */
#ifndef TESTS_FORMATS_READING_H
#define TESTS_FORMATS_READING_H

#include "annals-formats.h"

#include "cmocka_headers.h"

#include <stdio.h>

#include <stdlib.h>
#include <string.h>

static inline annals_chronology *read_bytes(const char *name, const char *bytes, size_t length) {
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, NULL);
    assert_non_null(c);
    annals_status status = annals_read(c, name, bytes, length, &error);
    if (status != ANNALS_OK) fail_msg("%s:%zu:%zu: %s", error.file, error.line, error.column, error.message);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    return c;
}

static inline annals_chronology *read_string(const char *name, const char *text) {
    return read_bytes(name, text, strlen(text));
}

/* The message, after "LINE:COLUMN: " where there is a place, of a file that is refused. */
static inline void refuses_bytes(const char *name, const char *bytes, size_t length, const char *message) {
    char said[512], place[64] = "";
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, NULL);
    assert_int_equal(annals_read(c, name, bytes, length, &error), ANNALS_INPUT);
    if (error.line) snprintf(place, sizeof place, "%zu:%zu: ", error.line, error.column);
    snprintf(said, sizeof said, "%s%s", place, error.message);
    assert_string_equal(said, message);
    assert_string_equal(error.file, name);
    annals_free(c);
}

static inline void refuses(const char *name, const char *text, const char *message) {
    refuses_bytes(name, text, strlen(text), message);
}

static inline const char *text_of(const annals_chronology *c, size_t index) {
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    assert_true(index < count);
    return d[index].text.data;
}

/* The words at a place that counts code points. */
static inline annals_text words_at(annals_text text, size_t start, size_t end) {
    size_t point = 0, from = text.length, to = text.length;
    for (size_t i = 0; i < text.length; i++) {
        if (((unsigned char)text.data[i] & 0xC0) == 0x80) continue;
        if (point == start) from = i;
        if (point++ == end) to = i;
    }
    return (annals_text){text.data + from, to - from};
}

/* Each mention's words are where it says, but for quotation marks. */
static inline void offsets_are_right(const annals_chronology *c) {
    size_t documents, mentions;
    const annals_document *d = annals_documents(c, &documents);
    const annals_mention *m = annals_mentions(c, &mentions);
    for (size_t i = 0; i < mentions; i++) {
        annals_text words = words_at(d[m[i].document].text, m[i].start, m[i].end);
        if (*words.data == '"') words.data++, words.length -= 2;
        assert_int_equal(words.length, m[i].exact.length);
        assert_memory_equal(words.data, m[i].exact.data, words.length);
    }
}

/* The first notice that has these words, or null. */
static inline const annals_notice *notice_with(const annals_chronology *c, const char *words) {
    size_t count;
    const annals_notice *n = annals_notices(c, &count);
    for (size_t i = 0; i < count; i++)
        if (strstr(n[i].message.data, words)) return &n[i];
    return NULL;
}

#endif
