/* engine_test.h: what the engine's tests share. */
#ifndef ANNALS_TESTS_ENGINE_TEST_H
#define ANNALS_TESTS_ENGINE_TEST_H

#include "annals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static inline bool is(annals_text text, const char *value) {
    return text.length == strlen(value) && (!text.length || !memcmp(text.data, value, text.length));
}

static inline bool has(annals_text text, const char *part) {
    size_t n = strlen(part);
    for (size_t i = 0; i + n <= text.length; i++)
        if (!memcmp(text.data + i, part, n)) return true;
    return false;
}

/* A text that is made of what chance draws, the same in every run. */
typedef struct draft {
    char *text;
    size_t length;
    uint32_t random;
} draft;

static inline uint32_t draw(draft *d, uint32_t choices) {
    d->random = d->random * UINT32_C(1664525) + UINT32_C(1013904223);
    return (d->random >> 8) % choices;
}

/* A finished chronology of one document; `date` may be null. */
static inline annals_chronology *chronology_of(const char *text, const char *date) {
    annals_options options = {.date = annals_text_of(date)};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    assert_non_null(c);
    assert_int_equal(annals_add_text(c, "test.txt", annals_text_of(text), &error), ANNALS_OK);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    return c;
}

static inline const annals_event *event_with(const annals_chronology *c, const char *words) {
    size_t count;
    const annals_event *events = annals_events(c, &count);
    for (size_t i = 0; i < count; i++)
        if (has(events[i].label, words)) return &events[i];
    return NULL;
}

#endif
