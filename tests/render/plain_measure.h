/* plain_measure.h: text measured by counting characters, for layouts that do not depend on fonts. */
#ifndef TESTS_RENDER_PLAIN_MEASURE_H
#define TESTS_RENDER_PLAIN_MEASURE_H

#include "text.h"

#include <string.h>

static inline size_t plain_width(const char *text, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++) count += (text[i] & 0xc0) != 0x80;
    return count;
}

/* Each character is half as wide as the type is high; lines break at blanks, and within words that are too long. */
static inline bool plain_wrap(void *context, memory_pool *pool, text_style style, annals_text text, double width,
                              text_block *block) {
    (void)context;
    double each = face_of(style)->size * MM_PER_POINT * 0.55;
    text_line *lines = POOL_ARRAY(pool, text_line, text.length + 1);
    if (!lines) return false;
    *block = (text_block){.text = text, .style = style, .lines = lines};
    for (size_t at = 0; at < text.length;) {
        size_t end = at, blank = at;
        while (end < text.length && (double)plain_width(text.data + at, end - at + 1) * each <= width) {
            if (text.data[end++] == ' ') blank = end;
        }
        if (end == at) end = at + 1;
        if (end < text.length && blank > at) end = blank;
        while (end < text.length && (text.data[end] & 0xc0) == 0x80) end++;
        size_t shown = end - at - (end > at && text.data[end - 1] == ' ');
        double set = (double)plain_width(text.data + at, shown) * each;
        lines[block->count] = (text_line){.offset = at, .length = end - at, .width = set};
        if (lines[block->count].width > block->width) block->width = lines[block->count].width;
        block->count++;
        at = end;
    }
    return true;
}

#endif
