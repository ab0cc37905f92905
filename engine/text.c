#include "text.h"

#include "grammar.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(text_buffer *b, size_t more) {
    if (b->failed) return false;
    if (more < b->capacity - b->length) return true;
    size_t capacity = b->capacity ? b->capacity : 256;
    while (capacity - b->length <= more) {
        if (capacity > SIZE_MAX / 2) return !(b->failed = true);
        capacity *= 2;
    }
    char *data = realloc(b->data, capacity);
    if (!data) return !(b->failed = true);
    b->data = data;
    b->capacity = capacity;
    return true;
}

void text_put(text_buffer *b, annals_text text) {
    if (!text.length || !reserve(b, text.length)) return;
    memcpy(b->data + b->length, text.data, text.length);
    b->length += text.length;
}

void text_printf(text_buffer *b, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0 || !reserve(b, (size_t)length)) return;
    va_start(args, format);
    vsnprintf(b->data + b->length, (size_t)length + 1, format, args);
    va_end(args);
    b->length += (size_t)length;
}

void text_free(text_buffer *b) {
    free(b->data);
    *b = (text_buffer){0};
}

static size_t previous(annals_text text, size_t at) {
    do at--;
    while (at && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return at;
}

static inline bool is_graphic(char c) {
    return c > ' ' && c < 0x7F;
}

annals_text text_trim(annals_text text) {
    size_t start = 0, end = text.length, next;
    if (end && is_graphic(text.data[0]) && is_graphic(text.data[end - 1])) return text;
    while (start < end && is_space(text_decode(text, start, &next))) start = next;
    while (end > start) {
        size_t before = previous(text, end);
        if (!is_space(text_decode(text, before, &next))) break;
        end = before;
    }
    return text_slice(text, start, end);
}

bool text_equal(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !memcmp(a.data, b.data, a.length));
}

int text_compare(annals_text a, annals_text b) {
    size_t n = a.length < b.length ? a.length : b.length;
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static unsigned char fold(char c) {
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool same_bytes(const char *a, const char *b, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (fold(a[i]) != fold(b[i])) return false;
    return true;
}

bool text_same_word(annals_text a, const char *b) {
    size_t i = 0;
    while (i < a.length && b[i] && fold(a.data[i]) == fold(b[i])) i++;
    return i == a.length && !b[i];
}

bool text_in_list(annals_text word, const char *const *list, size_t count) {
    unsigned char first = word.length ? fold(word.data[0]) : 0;
    for (size_t i = 0; i < count; i++)
        if ((unsigned char)*list[i] == first && text_same_word(word, list[i])) return true;
    return false;
}

bool text_same_letters(annals_text a, annals_text b, size_t length) {
    for (size_t i = 0; i < length; i++)
        if ((a.data[i] | 32) != (b.data[i] | 32)) return false;
    return true;
}

bool text_starts(annals_text text, const char *prefix) {
    size_t i = 0;
    while (i < text.length && prefix[i] && fold(text.data[i]) == fold(prefix[i])) i++;
    return !prefix[i];
}

bool text_ends(annals_text text, const char *suffix) {
    size_t n = strlen(suffix);
    if (!n || n > text.length) return !n;
    return fold(text.data[text.length - 1]) == fold(suffix[n - 1]) &&
           same_bytes(text.data + text.length - n, suffix, n);
}

static bool doubtful_space(char c) {
    return (c >= 0 && c < ' ') || byte_in(c, "\xC2\xE2\xE3\xEF");
}

bool text_single_spaced(annals_text text) {
    if (!text.length || text.data[0] == ' ' || doubtful_space(text.data[0])) return !text.length;
    size_t at = 1;
    for (size_t last = text.length - sizeof(bytes16); text.length > sizeof(bytes16) && at < text.length;
         at += sizeof(bytes16)) {
        if (at > last) at = last; /* once more what was looked at, so that no single bytes are left */
        bytes16 here = bytes16_at(text.data + at), before = bytes16_at(text.data + at - 1);
        bytes16 odd = (bytes16)(here < ' ') | (bytes16)(here == 0xC2) | (bytes16)(here == 0xEF) |
                      (bytes16)((here | 1) == 0xE3) | ((bytes16)(here == ' ') & (bytes16)(before == ' '));
        if (bytes16_first(odd) < sizeof odd) return false;
    }
    for (; at < text.length; at++)
        if (doubtful_space(text.data[at]) || (text.data[at] == ' ' && text.data[at - 1] == ' ')) return false;
    return text.data[text.length - 1] != ' ';
}

/* The first byte of text[at, end) that is one of `set`, or without a set a digit; or `end`. */
static inline size_t find_byte(annals_text text, size_t at, size_t end, const char *set) {
    for (size_t first = sizeof(bytes16); first == sizeof(bytes16) && at < end; at += first) {
        char rest[sizeof(bytes16)] = {0};
        bool whole = text.length - at >= sizeof rest;
        if (!whole) memcpy(rest, text.data + at, text.length - at);
        bytes16 bytes = bytes16_at(whole ? text.data + at : rest);
        first = bytes16_first(set ? bytes16_any(bytes, set) : bytes16_digits(bytes));
    }
    return at < end ? at : end;
}

size_t text_find_any(annals_text text, size_t at, size_t end, const char *set) {
    return find_byte(text, at, end, set);
}

static bool is_superscript_digit(uint32_t c) {
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/* "3", "12", "a", "note 4", "4, 5": what a bracket holds that marks a footnote; a year has four digits. */
static bool is_note_name(annals_text name) {
    enum { MOST_DIGITS = 3 };
    if (text_same_word(name, "citation needed")) return true;
    if (text_starts(name, "note ") || text_starts(name, "nb "))
        name = text_slice(name, text_find_digit(name), name.length);
    if (name.length == 1 && is_lower((unsigned char)*name.data)) return true;
    size_t digits = 0;
    for (size_t i = 0; i < name.length; i++) {
        if (byte_in(name.data[i], ", -")) digits = 0;
        else if (!is_digit((unsigned char)name.data[i]) || ++digits > MOST_DIGITS) return false;
    }
    return name.length && is_digit((unsigned char)*name.data);
}

/* Behind one mark of a footnote at `at`, or `at`. */
static size_t behind_note(annals_text text, size_t at) {
    enum { LONGEST = 32 /* bytes */ };
    static const char *const ends[][2] = {{"<sup>", "</sup>"}, {"[", "]"}, {"^", "^"}};
    size_t next = at;
    if (at >= text.length) return at;
    uint32_t c = text_decode(text, at, &next);
    bool power = (c == 0xB2 || c == 0xB3) && at && (text.data[at - 1] | 0x20) == 'm'; /* "km²" */
    if ((is_superscript_digit(c) && !power) || c == 0x2020 || c == 0x2021) return next;
    annals_text rest = text_slice(text, at, at + LONGEST);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!text_starts(rest, ends[i][0])) continue;
        size_t open = strlen(ends[i][0]), close = text_find(rest, ends[i][1], open);
        if (close == SIZE_MAX) return at;
        annals_text name = text_slice(rest, open, close);
        if (i < 1 && text_starts(name, "[") && text_ends(name, "]")) name = text_slice(name, 1, name.length - 1);
        if (i == 1 && text_starts(name, "^")) name = text_slice(name, 1, name.length);
        return is_note_name(name) ? at + close + strlen(ends[i][1]) : at;
    }
    return at;
}

size_t text_behind_notes(annals_text text, size_t at) {
    for (size_t next; (next = behind_note(text, at)) > at; at = next)
        ;
    return at;
}

size_t text_find_digit(annals_text text) {
    return find_byte(text, 0, text.length, NULL);
}

size_t text_find(annals_text text, const char *needle, size_t from) {
    size_t n = strlen(needle), end = n <= text.length ? text.length - n + 1 : 0;
    bool letter = (*needle | 32) >= 'a' && (*needle | 32) <= 'z';
    const char first[] = {*needle, letter ? (char)(*needle ^ 32) : 0, 0}; /* in both cases */
    for (size_t i = from; (i = text_find_any(text, i, end, first)) < end; i++)
        if (same_bytes(text.data + i, needle, n)) return i;
    return SIZE_MAX;
}

/* Which of so many bytes are in 0x80..0xBF, as those are that begin no code point: a one each. */
static uint64_t trailing_bytes(const char *bytes, size_t count) {
    uint64_t key = bytes_key(bytes, count);
    return key >> 7 & ~key >> 6 & UINT64_C(0x0101010101010101);
}

/* Sixteen sums side by side, emptied before one can overflow. */
static size_t trailing_sum(const char *bytes, size_t steps) {
    const uint64_t pairs = UINT64_C(0x00FF00FF00FF00FF), ones = UINT64_C(0x0001000100010001);
    bytes16 sums = {0};
    uint64_t half[2];
    for (size_t i = 0; i < steps; i++) sums -= (bytes16)((bytes16_at(bytes + sizeof sums * i) & 0xC0) == 0x80);
    memcpy(half, &sums, sizeof half);
    return ((half[0] & pairs) + (half[0] >> 8 & pairs) + (half[1] & pairs) + (half[1] >> 8 & pairs)) * ones >> 48;
}

size_t text_code_points(annals_text text) {
    enum { STEPS = 255 };
    size_t count = text.length, i = 0;
    for (size_t steps; (steps = (text.length - i) / sizeof(bytes16)); i += steps * sizeof(bytes16)) {
        if (steps > STEPS) steps = STEPS;
        count -= trailing_sum(text.data + i, steps);
    }
    for (; i < text.length; i += 8)
        count -= trailing_bytes(text.data + i, text.length - i) * UINT64_C(0x0101010101010101) >> 56;
    return count;
}

size_t text_bytes_of(annals_text text, size_t count) {
    size_t at = 0;
    while (count && at < text.length) {
        annals_text least = text_slice(text, at, count < text.length - at ? at + count : text.length);
        count -= text_code_points(least);
        at += least.length;
    }
    while (at < text.length && ((unsigned char)text.data[at] & 0xC0) == 0x80) at++;
    return at;
}

uint32_t text_decode_long(annals_text text, size_t at, size_t *next) {
    const unsigned char *p = (const unsigned char *)text.data + at;
    size_t left = text.length - at;
    uint32_t c = p[0];
    size_t n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (n > left) n = left;
    if (n > 1) c &= 0x7Fu >> n;
    for (size_t i = 1; i < n; i++) c = c << 6 | (p[i] & 0x3F);
    *next = at + n;
    return c;
}

void text_place(annals_text text, size_t at, size_t *line, size_t *column) {
    size_t begin = 0;
    *line = 1;
    for (size_t i = 0; i < at && i < text.length; i++)
        if (text.data[i] == '\n') {
            begin = i + 1;
            ++*line;
        }
    *column = text_code_points(text_slice(text, begin, at)) + 1;
}

bool is_space_beyond_ascii(uint32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 || c == 0xFEFF || c == 0x2028 ||
           c == 0x2029;
}

/* Ordinals end in these: 1º, 2ª; typewriters have the degree sign instead. */
static bool is_ordinal_sign(uint32_t c) {
    return c == 0xBA || c == 0xAA || c == 0xB0;
}

/* Latin-1 signs, general punctuation to currency, arrows to shapes, CJK punctuation, replacement. */
/* ¼, ½ and ¾: words of their own, as "half" is. */
static bool is_vulgar_fraction(uint32_t c) {
    return c >= 0xBC && c <= 0xBE;
}

bool is_mark_beyond_ascii(uint32_t c) {
    if (is_ordinal_sign(c) || is_vulgar_fraction(c)) return false;
    return (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x20D0) ||
           (c >= 0x2190 && c < 0x2C00) || (c >= 0x2E00 && c < 0x2E80) || (c >= 0x3000 && c < 0x3040) ||
           (c >= 0xFF00 && c < 0xFF10) || c >= 0xFFF0;
}

/* Latin-1, Greek and Cyrillic capitals have plain ranges; in Latin Extended-A the even code points are capitals but for
 * two stretches. */
bool is_upper_beyond_ascii(uint32_t c) {
    if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
    if (c >= 0x100 && c <= 0x17F) {
        bool odd_is_capital = (c >= 0x139 && c <= 0x148) || c >= 0x179;
        return odd_is_capital ? c & 1 : !(c & 1);
    }
    return (c >= 0x386 && c <= 0x3AB) || (c >= 0x400 && c <= 0x42F);
}

bool is_lower(uint32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return is_letter(c) && !is_upper(c) && c < 0x530;
}

uint32_t fold_case(uint32_t c) {
    if (!is_upper(c)) return c;
    if (c >= 0x100 && c <= 0x17F) return c + 1;
    return c >= 0x400 && c <= 0x40F ? c + 80 : c + 32;
}

uint32_t capital_of(uint32_t c) {
    static const uint32_t distances[] = {'a' - 'A', 0x50, 1};
    for (size_t i = 0; i < sizeof distances / sizeof *distances; i++) {
        uint32_t capital = c - distances[i];
        if (c > distances[i] && is_upper(capital) && fold_case(capital) == c) return capital;
    }
    return c;
}

bool is_dash(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool is_opening(uint32_t c) {
    return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == 0x2018 || c == 0x201A || c == 0x201C ||
           c == 0x201E || c == 0xAB;
}

bool is_closing(uint32_t c) {
    return c == ')' || c == ']' || c == '}' || c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0xBB;
}

/* ASCII letters and digits, which most words are made of. */
static bool is_plain(char byte) {
    unsigned char c = (unsigned char)byte;
    return (unsigned char)((c | 32) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

/* How many of sixteen bytes are plain before the first other. */
static inline size_t plain_run(const char *at) {
    bytes16 bytes = bytes16_at(at);
    return bytes16_first(~((bytes16)((bytes | 32) - 'a' < 26) | bytes16_digits(bytes)));
}

static size_t plain_end(annals_text text, size_t at) {
    for (size_t run = sizeof(bytes16); text.length - at >= sizeof(bytes16); at += run) {
        run = plain_run(text.data + at);
        if (run < sizeof(bytes16)) return at + run;
    }
    while (at < text.length && is_plain(text.data[at])) at++;
    return at;
}

/* What a code point is to a word. */
enum code_class { OUTSIDE, INSIDE, JOINS };

/* The class of what stands at `at`, and where the next begins. */
static inline enum code_class class_at(annals_text text, size_t at, size_t *next) {
    uint32_t c = text_decode(text, at, next);
    if (c < 0x80) return is_plain((char)c) ? INSIDE : c == '\'' || c == '.' || c == '-' ? JOINS : OUTSIDE;
    return is_letter(c) ? INSIDE : c == 0x2019 || c == 0x2010 ? JOINS : OUTSIDE;
}

/* ASCII that is in no word. */
static inline bool is_gap(char byte) {
    return (unsigned char)byte < 0x80 && !is_plain(byte);
}

/* Most words are few plain letters between blanks, or with a point behind them. */
static inline bool plain_word(annals_text text, size_t at, size_t *start, size_t *end) {
    if (at < text.length && text.data[at] == ' ') at++;
    if (at > text.length) return false;
    *start = *end = at;
    if (text.length - at >= sizeof(bytes16)) *end += plain_run(text.data + at);
    else
        while (*end < text.length && is_plain(text.data[*end])) ++*end;
    if (*end == at) return false;
    if (*end >= text.length) return true;
    char behind = text.data[*end];
    if (behind != '.' && behind != '-' && behind != '\'') return is_gap(behind);
    return *end + 1 == text.length || is_gap(text.data[*end + 1]);
}

static __attribute__((noinline)) bool any_word(annals_text text, size_t at, size_t *start, size_t *end) {
    size_t next;
    for (; at < text.length && !is_plain(text.data[at]); at = next)
        if (class_at(text, at, &next) == INSIDE) break;
    if (at >= text.length) return false;
    size_t last = *start = at;
    for (;; at = next) {
        size_t run = plain_end(text, at);
        if (run > at) last = at = run;
        if (at == text.length || text.data[at] == ' ') break;
        enum code_class class = class_at(text, at, &next);
        if (class == INSIDE) last = next;
        else if (class != JOINS || at != last) break;
    }
    *end = last;
    return true;
}

bool text_word(annals_text text, size_t at, size_t *start, size_t *end) {
    return plain_word(text, at, start, end) || any_word(text, at, start, end);
}

bool byte_in(char c, const char *set) {
    while (*set && *set != c) set++;
    return *set;
}

size_t text_behind_marks(annals_text text, size_t line, int *marks) {
    size_t at = line;
    int count = 0;
    for (; at < text.length && byte_in(text.data[at], "> "); at++) count += text.data[at] == '>';
    if (marks) *marks = count;
    return count ? at : line;
}

uint64_t text_sample(annals_text text) {
    enum { SAMPLES = 6, WIDTH = 8 };
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = text.length;
    for (size_t i = 0; i < SAMPLES; i++) {
        hash = (hash ^ bytes_key(text.data + i * (text.length - WIDTH) / (SAMPLES - 1), WIDTH)) * factor;
        hash ^= hash >> 29;
    }
    return hash;
}

uint64_t text_hash(uint64_t seed, annals_text text) {
    for (size_t i = 0; i < text.length; i++) seed = (seed ^ (unsigned char)text.data[i]) * TEXT_HASH_FACTOR;
    return seed;
}

bool text_in_capitals(annals_text word) {
    for (size_t at = 0, next; at < word.length; at = next)
        if (!is_upper(text_decode(word, at, &next))) return false;
    return word.length > 0;
}
