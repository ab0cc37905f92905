#include "emit.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 2 };

static void new_line(emitter *e) {
    if (e->compact) return;
    output_bytes(e->out, "\n", 1);
    output_blanks(e->out, INDENT * e->depth);
}

void emit_open(emitter *e, char bracket) {
    output_bytes(e->out, &bracket, 1);
    e->depth++;
    e->first = true;
}

void emit_close(emitter *e, char bracket) {
    e->depth--;
    if (!e->first) new_line(e);
    output_bytes(e->out, &bracket, 1);
    e->first = false;
}

void emit_item(emitter *e) {
    if (!e->first) output_bytes(e->out, ",", 1);
    new_line(e);
    e->first = false;
}

void emit_key(emitter *e, const char *key) {
    emit_item(e);
    output_bytes(e->out, "\"", 1);
    output_string(e->out, key);
    output_string(e->out, e->compact ? "\":" : "\": ");
}

/* ------------------------------------------------------------------ texts */

static bool is_plain(unsigned char byte) {
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/* Does one of eight bytes need a closer look?  Each byte's highest bit tells; a borrow may tell it of one too many. */
static bool any_special(uint64_t bytes) {
    const uint64_t ones = UINT64_C(0x0101010101010101), high = UINT64_C(0x8080808080808080);
    uint64_t quotes = bytes ^ ones * '"', slashes = bytes ^ ones * '\\';
    uint64_t found = bytes | (bytes - ones * 0x20) | (quotes - ones) | (slashes - ones);
    return found & high;
}

static size_t plain_run(annals_text text, size_t at) {
    size_t end = at;
    for (uint64_t bytes; text.length - end >= sizeof bytes; end += sizeof bytes) {
        memcpy(&bytes, text.data + end, sizeof bytes);
        if (any_special(bytes)) break;
    }
    while (end < text.length && is_plain((unsigned char)text.data[end])) end++;
    return end - at;
}

static void put_control(output *out, unsigned char byte) {
    static const char *const names[] = {['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f",
                                        ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\"};
    char code[8];
    if (names[byte]) {
        output_string(out, names[byte]);
        return;
    }
    snprintf(code, sizeof code, "\\u%04X", byte);
    output_string(out, code);
}

void emit_text(emitter *e, annals_text text) {
    static const char replacement[] = "\xEF\xBF\xBD";
    output_bytes(e->out, "\"", 1);
    for (size_t at = 0; at < text.length;) {
        size_t run = plain_run(text, at), invalid;
        output_bytes(e->out, text.data + at, run);
        at += run;
        if (at == text.length) break;
        if ((unsigned char)text.data[at] < 0x80) {
            put_control(e->out, (unsigned char)text.data[at++]);
            continue;
        }
        size_t length = utf8_sequence(text.data + at, text.length - at, &invalid);
        output_bytes(e->out, length ? text.data + at : replacement, length ? length : sizeof replacement - 1);
        at += length ? length : invalid;
    }
    output_bytes(e->out, "\"", 1);
}

void emit_string(emitter *e, const char *text) {
    emit_text(e, annals_text_of(text));
}

/* ------------------------------------------------------------------ the rest */

void emit_size(emitter *e, size_t number) {
    char digits[20];
    size_t first = sizeof digits;
    do digits[--first] = (char)('0' + number % 10);
    while (number /= 10);
    output_bytes(e->out, digits + first, sizeof digits - first);
}

void emit_real(emitter *e, double number) {
    char text[40];
    int digits = 1;
    while (snprintf(text, sizeof text, "%.*g", digits, number), digits < 17 && strtod(text, NULL) != number) digits++;
    output_string(e->out, text);
    if (!strpbrk(text, ".e")) output_string(e->out, ".0");
}

void emit_literal(emitter *e, const char *literal) {
    output_string(e->out, literal);
}
