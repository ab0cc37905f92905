#include "marks.h"

#include "text.h"

#include <string.h>

static char byte_at(annals_text text, size_t at) {
    return at < text.length ? text.data[at] : 0;
}

static size_t skip_blanks(annals_text text, size_t at) {
    while (byte_at(text, at) == ' ') at++;
    return at;
}

/* Behind its question mark a sentence would end, and the next begin with a capital. */
static bool goes_on(annals_text text, size_t at) {
    size_t next, word = skip_blanks(text, at);
    if (byte_in(byte_at(text, at), ",;:)]/\t") || byte_at(text, word) == '|') return true;
    if (at < text.length && is_dash(text_decode(text, at, &next))) return true; /* "1512?-1571" */
    if (word == at || word >= text.length) return false;
    uint32_t c = text_decode(text, word, &next);
    return is_lower(c) || c == '[' || c == '(';
}

bool marks_doubt(annals_text text, size_t start, size_t end) {
    if (memchr(text.data + start, '?', end - start)) return true;
    if (byte_at(text, end) == '?') return goes_on(text, end + 1);
    size_t behind = skip_blanks(text, end);
    return text_starts(text_slice(text, behind, text.length), "(?)") ||
           text_starts(text_slice(text, behind, text.length), "[?]");
}

bool marks_supply(annals_text text, size_t start, size_t end) {
    bool before = start && text.data[start - 1] == '[', within = memchr(text.data + start, ']', end - start) != NULL;
    size_t behind = end + (byte_at(text, end) == '?');
    return within || (before && byte_at(text, behind) == ']');
}

int marks_open(annals_text text, size_t start, size_t end) {
    int open = 0;
    for (size_t i = start; i < end; i++) {
        char c = text.data[i];
        open += (c == '(' || c == '[') - (c == ')' || c == ']');
    }
    return open;
}

size_t marks_closing(annals_text text, size_t end) {
    size_t doubt = byte_in(byte_at(text, end), "?."); /* "(ст. ст.)" */
    return byte_in(byte_at(text, end + doubt), ")]") ? doubt + 1 : 0;
}

void marks_balance(annals_text text, size_t *start, size_t *end) {
    int open = marks_open(text, *start, *end);
    if (open > 0) *end += marks_closing(text, *end);
    if (open < 0 && *start && byte_in(text.data[*start - 1], "([")) --*start;
}
