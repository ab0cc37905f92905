/* outlook.c: what the builders see of the text, and the note that is taken of it. */
#include "outlook.h"

#include "builders.h"
#include "text.h"

annals_text look(const build_context *c, size_t start, size_t end) {
    outlook_note(c->around, start, end);
    return text_slice(c->around->text, start, end);
}

annals_text own_words(const build_context *c) {
    return look(c, c->start, c->end);
}

size_t place_of(const build_context *c, annals_text seen) {
    return (size_t)(seen.data - c->around->text.data);
}

char byte_at(const build_context *c, size_t at) {
    outlook_note(c->around, at, at + 1);
    return at < c->around->text.length ? c->around->text.data[at] : 0;
}

char byte_before(const build_context *c, size_t at) {
    if (at) return byte_at(c, at - 1);
    c->around->before = c->around->start + 1;
    return 0;
}

uint32_t sign_at(const build_context *c, size_t at, size_t *next) {
    *next = at + 1;
    uint32_t sign = at < c->around->text.length ? text_decode(c->around->text, at, next) : 0;
    outlook_note(c->around, at, *next);
    return sign;
}

/* The sign that ends at `at`, and where it begins; 0 at the beginning of the text. */
static uint32_t sign_ending(const build_context *c, size_t at, size_t *start) {
    size_t next;
    *start = at;
    if (!byte_before(c, at)) return 0;
    do --*start;
    while (*start && ((unsigned char)c->around->text.data[*start] & 0xC0) == 0x80);
    return sign_at(c, *start, &next);
}

uint32_t sign_before(const build_context *c, size_t *at) {
    size_t i = c->start, start;
    while (byte_before(c, i) == ' ' || byte_before(c, i) == '\n') i--;
    *at = i;
    return sign_ending(c, i, &start);
}

size_t before_spaces(const build_context *c, size_t at) {
    while (is_space_byte(byte_before(c, at))) at--;
    return at;
}

size_t after_spaces(const build_context *c, size_t at) {
    while (is_space_byte(byte_at(c, at))) at++;
    return at;
}

annals_text word_before(const build_context *c, size_t end) {
    size_t start = end, at = end;
    while (is_letter(sign_ending(c, at, &at))) start = at;
    return look(c, start, end);
}

/* text_word looks at the sign behind the word, and when that joins at one more. */
bool word_from(const build_context *c, size_t at, size_t *start, size_t *end) {
    annals_text text = c->around->text;
    size_t next;
    bool found = text_word(text, at, start, end);
    outlook_note(c->around, at, found ? *end : text.length + 1);
    if (found && !is_space(sign_at(c, *end, &next))) sign_at(c, next, &next);
    return found;
}

annals_text word_at(const build_context *c, size_t at) {
    size_t start, end;
    if (text_word(c->around->text, at, &start, &end) && start == at && word_from(c, at, &start, &end))
        return look(c, start, end);
    sign_at(c, at, &end);
    return (annals_text){0};
}

annals_text word_behind(const build_context *c) {
    return is_space_byte(byte_at(c, c->end)) ? word_at(c, c->end + 1) : (annals_text){0};
}
