#include "emit.h"

#include "utf8.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 2 };

void emit_line_break(emitter *e) {
    output_bytes(e->out, "\n", 1);
    output_blanks(e->out, INDENT * e->depth);
}

/* ------------------------------------------------------------------ texts */

static bool is_plain(unsigned char byte) {
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/* Sixteen bytes as compilers have them in a register, where the machine has such. */
typedef unsigned char bytes16 __attribute__((vector_size(16)));

/* Is one of sixteen bytes not plain? */
static bool any_special(const char *at) {
    bytes16 bytes;
    uint64_t found[2];
    memcpy(&bytes, at, sizeof bytes);
    bytes16 special = (bytes16)(bytes - 0x20 >= 0x60) | (bytes16)(bytes == '"') | (bytes16)(bytes == '\\');
    memcpy(found, &special, sizeof found);
    return found[0] | found[1];
}

/* Most text is plain: it is copied and then looked at, with blanks behind it, so that no single bytes are left. */
static bool emit_plain(output *out, annals_text text) {
    static const char blanks[] = "                ";
    char *to = output_room(out, text.length + sizeof(bytes16) + 1);
    bool special = false;
    if (!to) return false;
    *to = '"';
    if (text.length) memcpy(to + 1, text.data, text.length);
    memcpy(to + 1 + text.length, blanks, sizeof(bytes16));
    for (size_t at = 0; at < text.length && !special; at += sizeof(bytes16)) special = any_special(to + 1 + at);
    to[1 + text.length] = '"';
    if (!special) out->used += text.length + 2;
    return !special;
}

static size_t plain_run(annals_text text, size_t at) {
    size_t end = at;
    while (text.length - end >= sizeof(bytes16) && !any_special(text.data + end)) end += sizeof(bytes16);
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
    if (emit_plain(e->out, text)) return;
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

/* ------------------------------------------------------------------ the rest */

void emit_size(emitter *e, size_t number) {
    char digits[20];
    size_t first = sizeof digits;
    do digits[--first] = (char)('0' + number % 10);
    while (number /= 10);
    output_bytes(e->out, digits + first, sizeof digits - first);
}

/* Most are whole hundredths between 0 and 1, which need no search for the digits. */
static bool emit_hundredths(emitter *e, double number) {
    if (!(number >= 0 && number < 1)) return false;
    unsigned hundredths = (unsigned)(number * 100 + 0.5);
    if (number != hundredths / 100.0) return false;
    const char digits[] = {'0', '.', (char)('0' + hundredths / 10), (char)('0' + hundredths % 10)};
    output_bytes(e->out, digits, hundredths % 10 ? 4 : 3);
    return true;
}

/* What has no more digits than a double surely keeps is printed without others; the rest needs one or two more. */
void emit_real(emitter *e, double number) {
    char text[40];
    int digits = DBL_DIG;
    if (emit_hundredths(e, number)) return;
    while (snprintf(text, sizeof text, "%.*g", digits, number), digits < 17 && strtod(text, NULL) != number) digits++;
    output_string(e->out, text);
    if (!strpbrk(text, ".e")) output_string(e->out, ".0");
}
