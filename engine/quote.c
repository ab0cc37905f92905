#include "quote.h"

#include "text.h"

#include <string.h>

enum {
    CURLY_OPEN = 0x201C,
    CURLY_CLOSE = 0x201D,
    SINGLE_OPEN = 0x2018,
    SINGLE_CLOSE = 0x2019,
    LOW_OPEN = 0x201E,
    ANGLE_OPEN = 0xAB,
    ANGLE_CLOSE = 0xBB
};

/* The mark that closes what `c` opens, or 0.  An apostrophe opens behind a colon or comma only: ": 'I came'". */
static uint32_t closing_of(annals_text text, size_t start, size_t at, uint32_t c) {
    bool introduced = at >= start + 2 && text.data[at - 1] == ' ' && byte_in(text.data[at - 2], ":,");
    switch (c) {
    case '"':
        return '"';
    case CURLY_OPEN:
        return CURLY_CLOSE;
    case LOW_OPEN:
        return CURLY_OPEN;
    case ANGLE_OPEN:
        return ANGLE_CLOSE;
    case '\'':
        return introduced || at == start ? '\'' : 0;
    case SINGLE_OPEN:
        return introduced || at == start ? SINGLE_CLOSE : 0;
    default:
        return 0;
    }
}

/* Whoever types the mark that opens may have no key for the one that closes: „so". */
static bool answers(uint32_t awaited, uint32_t c) {
    bool curly = awaited == CURLY_OPEN || awaited == CURLY_CLOSE;
    return c == awaited || (curly && c == '"') || (awaited == CURLY_OPEN && c == CURLY_CLOSE);
}

/* A closing single mark is no apostrophe: no letter or digit follows it. */
static bool closes(annals_text text, uint32_t awaited, uint32_t c, size_t next, size_t end) {
    size_t after;
    if (!answers(awaited, c)) return false;
    if (c != '\'' && c != SINGLE_CLOSE) return true;
    uint32_t behind = next < end ? text_decode(text, next, &after) : 0;
    return !behind || !(is_letter(behind) || is_digit(behind));
}

/* The next byte that may be a quotation mark, in ASCII or beyond. */
static size_t next_mark(annals_text text, size_t at, size_t end) {
    for (size_t first; end - at >= sizeof(bytes16); at += sizeof(bytes16)) {
        bytes16 bytes = bytes16_at(text.data + at);
        first = bytes16_first((bytes16)(bytes == '"') | (bytes16)(bytes == '\'') | (bytes16)(bytes >= 0x80));
        if (first < sizeof bytes) return at + first;
    }
    while (at < end && (unsigned char)text.data[at] < 0x80 && text.data[at] != '"' && text.data[at] != '\'') at++;
    return at;
}

bool find_quotations(annals_text text, size_t start, size_t end, arena *a, quotation_list *out) {
    uint32_t awaited = 0;
    for (size_t at = start, next; (at = next_mark(text, at, end)) < end; at = next) {
        uint32_t c = text_decode(text, at, &next);
        quotation *last = awaited ? &out->items[out->count - 1] : NULL;
        if (last && closes(text, awaited, c, next, end)) {
            *last = (quotation){last->start, at, false};
            awaited = 0;
        } else if (!last && (awaited = closing_of(text, start, at, c))) {
            if (!ARENA_ROOM(a, out)) return false;
            out->items[out->count++] = (quotation){next, end, true};
        }
    }
    return true;
}

bool opens_quotation(annals_text text, size_t at) {
    size_t next;
    return at < text.length && closing_of(text, at, at, text_decode(text, at, &next)) != 0;
}
