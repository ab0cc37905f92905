#include "utf8.h"

#include <stdlib.h>
#include <string.h>

enum { REPLACEMENT_LENGTH = 3 };
static const char replacement[REPLACEMENT_LENGTH + 1] = "\xEF\xBF\xBD";

/* Well-formed sequences (the Unicode Standard, table 3-7): a lead byte, the range of the byte after it, the length. */
typedef struct lead_row {
    unsigned char first, last, second_low, second_high, length;
} lead_row;

static const lead_row leads[] = {
    {.first = 0xC2, .last = 0xDF, .second_low = 0x80, .second_high = 0xBF, .length = 2},
    {.first = 0xE0, .last = 0xE0, .second_low = 0xA0, .second_high = 0xBF, .length = 3},
    {.first = 0xE1, .last = 0xEC, .second_low = 0x80, .second_high = 0xBF, .length = 3},
    {.first = 0xED, .last = 0xED, .second_low = 0x80, .second_high = 0x9F, .length = 3},
    {.first = 0xEE, .last = 0xEF, .second_low = 0x80, .second_high = 0xBF, .length = 3},
    {.first = 0xF0, .last = 0xF0, .second_low = 0x90, .second_high = 0xBF, .length = 4},
    {.first = 0xF1, .last = 0xF3, .second_low = 0x80, .second_high = 0xBF, .length = 4},
    {.first = 0xF4, .last = 0xF4, .second_low = 0x80, .second_high = 0x8F, .length = 4},
};

static const lead_row *lead_of(unsigned char byte) {
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (byte >= leads[i].first && byte <= leads[i].last) return &leads[i];
    return NULL;
}

size_t utf8_sequence(const char *at, size_t left, size_t *invalid) {
    const unsigned char *bytes = (const unsigned char *)at;
    *invalid = 1;
    if (bytes[0] < 0x80) return 1;
    const lead_row *row = lead_of(bytes[0]);
    if (!row || left < 2 || bytes[1] < row->second_low || bytes[1] > row->second_high) return 0;
    for (size_t i = 2; i < row->length; i++) {
        *invalid = i;
        if (i >= left || (bytes[i] & 0xC0) != 0x80) return 0;
    }
    return row->length;
}

typedef unsigned char bytes16 __attribute__((vector_size(16)));

static bool any_of(bytes16 bytes) {
    uint64_t half[2];
    memcpy(half, &bytes, sizeof half);
    return half[0] | half[1];
}

/* Many bytes at a time, as most text has none above 127.  `*zeros` remembers those that are 0. */
static size_t ascii_run(const char *at, size_t left, bytes16 *zeros) {
    enum { AHEAD = 4096 };
    size_t n = 0;
    for (bytes16 b[4]; left - n >= sizeof b; n += sizeof b) {
        memcpy(b, at + n, sizeof b);
        __builtin_prefetch(
            (const void *)((uintptr_t)at + n + AHEAD)); /* the processor itself looks no farther than a page */
        if (any_of((b[0] | b[1] | b[2] | b[3]) & 0x80)) break;
        *zeros |= (bytes16)(b[0] == 0) | (bytes16)(b[1] == 0) | (bytes16)(b[2] == 0) | (bytes16)(b[3] == 0);
    }
    for (; n < left && !((unsigned char)at[n] & 0x80); n++) (*zeros)[0] |= !at[n];
    return n;
}

/* Lines end in LF, CRLF or CR. */
static void locate(annals_text text, utf8_faults *faults) {
    faults->line = faults->column = 1;
    for (size_t i = 0; i < faults->first; i++) {
        char c = text.data[i];
        bool line_end = c == '\n' || (c == '\r' && (i + 1 == text.length || text.data[i + 1] != '\n'));
        if (line_end) {
            faults->line++;
            faults->column = 1;
        } else if (((unsigned char)c & 0xC0) != 0x80) {
            faults->column++;
        }
    }
}

bool utf8_check(annals_text text, utf8_faults *faults) {
    *faults = (utf8_faults){0};
    bytes16 zeros = {0};
    size_t i = 0;
    while (i += ascii_run(text.data + i, text.length - i, &zeros), i < text.length) {
        size_t invalid, length = utf8_sequence(text.data + i, text.length - i, &invalid);
        if (!length) {
            if (!faults->count++) faults->first = i;
            faults->bytes += invalid;
            length = invalid;
        }
        i += length;
    }
    faults->zeros = any_of(zeros);
    if (faults->count) locate(text, faults);
    return !faults->count;
}

annals_text utf8_repaired(annals_text text, const utf8_faults *faults) {
    size_t kept = text.length - faults->bytes;
    if (faults->count > (SIZE_MAX - kept - 1) / REPLACEMENT_LENGTH) return (annals_text){0};
    annals_text copy = {.length = kept + faults->count * REPLACEMENT_LENGTH};
    char *out = malloc(copy.length + 1);
    bytes16 zeros = {0};
    if (!out) return (annals_text){0};
    copy.data = out;
    for (size_t i = 0; i < text.length;) {
        size_t invalid, length = ascii_run(text.data + i, text.length - i, &zeros);
        if (!length) length = utf8_sequence(text.data + i, text.length - i, &invalid);
        const char *piece = length ? text.data + i : replacement;
        size_t piece_length = length ? length : REPLACEMENT_LENGTH;
        memcpy(out, piece, piece_length);
        out += piece_length;
        i += length ? length : invalid;
    }
    *out = 0;
    return copy;
}

uint32_t utf8_next(annals_text text, size_t *at) {
    size_t invalid, length = utf8_sequence(text.data + *at, text.length - *at, &invalid);
    const unsigned char *bytes = (const unsigned char *)text.data + *at;
    *at += length ? length : invalid;
    if (!length) return 0xFFFD;
    uint32_t code_point = bytes[0] & (length > 1 ? 0x7FU >> length : 0x7FU);
    for (size_t i = 1; i < length; i++) code_point = code_point << 6 | (bytes[i] & 0x3F);
    return code_point;
}
