/* text.h: looking at UTF-8 text, which is known to be valid. */
#ifndef ENGINE_TEXT_H
#define ENGINE_TEXT_H

#include "annals.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Sixteen bytes at once, in a register where the machine has such; comparing them gives 255 for yes. */
typedef unsigned char bytes16 __attribute__((vector_size(16)));
static inline bytes16 bytes16_at(const char *at) {
    bytes16 bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}
/* Which of the bytes are in `set`? */
static inline bytes16 bytes16_any(bytes16 bytes, const char *set) {
    bytes16 found = {0};
    for (; *set; set++) found |= (bytes16)(bytes == (unsigned char)*set);
    return found;
}
static inline bytes16 bytes16_digits(bytes16 bytes) {
    return (bytes16)((bytes16)(bytes - '0') < 10);
}
/* The first of the bytes that is not 0, or 16. */
static inline size_t bytes16_first(bytes16 found) {
#ifdef __SSE2__
    return (size_t)__builtin_ctz((unsigned)_mm_movemask_epi8((__m128i)found) | 1u << sizeof found);
#else
    uint64_t half[2];
    memcpy(half, &found, sizeof half);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return half[0] ? (size_t)__builtin_ctzll(half[0]) / 8 : half[1] ? 8 + (size_t)__builtin_ctzll(half[1]) / 8 : 16;
#else
    return half[0] ? (size_t)__builtin_clzll(half[0]) / 8 : half[1] ? 8 + (size_t)__builtin_clzll(half[1]) / 8 : 16;
#endif
#endif
}

/* A growing text in memory of its own; text_free it, or take it with arena_text first. */
typedef struct text_buffer {
    char *data;
    size_t length, capacity;
    bool failed; /* memory ran out: what follows is dropped */
} text_buffer;

void text_put(text_buffer *b, annals_text text);
void text_printf(text_buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_free(text_buffer *b);

static inline annals_text text_slice(annals_text text, size_t start, size_t end) {
    if (end > text.length) end = text.length;
    if (start > end) start = end;
    return (annals_text){text.data ? text.data + start : NULL, end - start};
}
/* Without white space at both ends. */
annals_text text_trim(annals_text text);
bool text_equal(annals_text a, annals_text b);
/* By their bytes, the shorter first. */
int text_compare(annals_text a, annals_text b);
/* Equal but for the case of ASCII letters. */
bool text_same_word(annals_text a, const char *b);
/* The first `length` letters of both, case of ASCII letters aside. */
bool text_same_letters(annals_text a, annals_text b, size_t length);
bool text_starts(annals_text text, const char *prefix);
bool text_ends(annals_text text, const char *suffix);
/* Is the word one of a list of words in small letters, ASCII case aside?  IN takes the list as an array. */
bool text_in_list(annals_text word, const char *const *list, size_t count);
#define IN(word, list) text_in_list(word, list, sizeof(list) / sizeof *(list))
/* Is all its white space single blanks between words?  False in doubt: characters beyond ASCII may begin like a space.
 */
bool text_single_spaced(annals_text text);
/* The first byte of text[at, end) that is one of `set`, or `end`. */
size_t text_find_any(annals_text text, size_t at, size_t end, const char *set);
/* Behind the marks that a line of a quoted mail begins with, "> > " (RFC 3676, 4.5); `marks`, not null: how many. */
size_t text_behind_marks(annals_text text, size_t line, int *marks);
/* Behind the marks of footnotes at `at`, "[3]", "[note 2]", "^4^", "<sup>[5]</sup>", "†": those that no text has for
 * anything else, without a blank before them. */
size_t text_behind_notes(annals_text text, size_t at);
/* Does the mark at `at` stand between two digits, as in "1,140"? */
static inline bool text_in_number(annals_text text, size_t at) {
    return at && at + 1 < text.length && text.data[at - 1] >= '0' && text.data[at - 1] <= '9' &&
           text.data[at + 1] >= '0' && text.data[at + 1] <= '9';
}
/* The first digit, or the text's length. */
size_t text_find_digit(annals_text text);
static inline bool text_has_digit(annals_text text) {
    return text_find_digit(text) < text.length;
}
/* Offset of `needle` (ASCII case aside) in `text` at or after `from`, or SIZE_MAX. */
size_t text_find(annals_text text, const char *needle, size_t from);

/* Code points in a text, and the bytes of the first `count` of them. */
size_t text_code_points(annals_text text);
size_t text_bytes_of(annals_text text, size_t count);
/* The code point at `at`, and where the next begins. */
uint32_t text_decode_long(annals_text text, size_t at, size_t *next);
static inline uint32_t text_decode(annals_text text, size_t at, size_t *next) {
    unsigned char c = (unsigned char)text.data[at];
    *next = at + 1;
    return c < 0x80 ? c : text_decode_long(text, at, next);
}
/* Line and column, from 1, of a byte offset. */
void text_place(annals_text text, size_t at, size_t *line, size_t *column);

/* Classes of code points.  Letters: ASCII letters and whatever beyond ASCII is not known as a mark or space. */
bool is_space_beyond_ascii(uint32_t c);
static inline bool is_space(uint32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x80 && is_space_beyond_ascii(c));
}
bool is_mark_beyond_ascii(uint32_t c);
/* A byte of a word: what is beyond ASCII is taken for part of one. */
static inline bool is_word_byte(char c) {
    unsigned char b = (unsigned char)c;
    return b >= 0x80 || (b | 32u) - 'a' < 26u;
}

static inline bool is_letter(uint32_t c) {
    return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : !is_mark_beyond_ascii(c);
}
bool is_upper_beyond_ascii(uint32_t c);
static inline bool is_upper(uint32_t c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper_beyond_ascii(c);
}
bool is_lower(uint32_t c);
/* The small letter of a capital. */
uint32_t fold_case(uint32_t c);
/* The capital of a small letter; any other as it is. */
uint32_t capital_of(uint32_t c);
static inline bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}
/* White space in ASCII; a byte of a longer code point is none. */
static inline bool is_space_byte(char c) {
    return c == ' ' || (c >= 9 && c <= 13);
}
static inline bool text_begins_upper(annals_text text) {
    size_t next;
    return text.length && is_upper(text_decode(text, 0, &next));
}
bool text_in_capitals(annals_text word); /* all letters, and one at least */
bool is_dash(uint32_t c);
bool is_opening(uint32_t c); /* brackets and quotation marks that open; the straight ones both open and close */
bool is_closing(uint32_t c);

/* Where the word that begins at or after `at` begins and ends: letters, digits, and marks within a word ("Weller's",
 * "A.I.", "U-2").  False when there is none. */
bool text_word(annals_text text, size_t at, size_t *start, size_t *end);

/* Is the byte one of `set`?  NUL never is. */
bool byte_in(char c, const char *set);

uint64_t text_hash(uint64_t seed, annals_text text); /* FNV-1a */
/* A hash of a few bytes of a text, which has eight and more: it tells most apart, and does not read them. */
uint64_t text_sample(annals_text text);
#define TEXT_HASH_SEED   UINT64_C(0xcbf29ce484222325)
#define TEXT_HASH_FACTOR UINT64_C(0x100000001b3)

#endif
