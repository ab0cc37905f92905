/* mask.h: which bytes of a text belong to words and which may end a sentence, a bit each, made 64 bytes at a time. */
#ifndef ENGINE_MASK_H
#define ENGINE_MASK_H

#include "arena.h"

/* The masks of 64 bytes; bit i is byte i. */
typedef struct byte_masks {
    uint64_t word; /* ASCII letters and digits, and every byte above 127 */
    uint64_t digit;
    uint64_t stop; /* . ! ? */
    uint64_t lead; /* bytes that may begin a mark beyond ASCII: C2, C3, E2, E3, EF */
} byte_masks;

/* One way to make them; all give the same. */
typedef struct byte_map byte_map;
typedef struct mask_kernel {
    const char *name;
    byte_masks (*masks)(const char *bytes);
    void (*map)(annals_text text, byte_map *map); /* of all its groups */
} mask_kernel;

/* The ways that this machine has; the last is the fastest. */
const mask_kernel *mask_kernels(size_t *count);

/* The bits of text[start, end).  A word's bytes are those of letters and digits as text.h has them. */
struct byte_map {
    size_t start, end, count; /* of the groups of 64 bytes; behind them is one more that is 0 */
    uint64_t *word, *digit, *stop;
    uint64_t *known, *core, *verb; /* the first bytes of words so marked: scan.h makes them */
    size_t capacity;
};

/* Make the map of a stretch of text whose ends cut no code point; room is taken from `a` and used again by the next
 * call.  False when memory runs out. */
bool map_bytes(annals_text text, size_t start, size_t end, arena *a, byte_map *map);

static inline bool has_bit(const byte_map *m, const uint64_t *mask, size_t at) {
    return mask[(at - m->start) / 64] >> (at - m->start) % 64 & 1;
}

static inline bool in_word(const byte_map *m, size_t at) {
    return has_bit(m, m->word, at);
}

/* The first byte at or after `at` whose bit in `mask` differs from `not`'s, or `end`, where the search ends. */
static inline size_t next_byte_before(const byte_map *m, const uint64_t *mask, uint64_t not, size_t at, size_t end) {
    if (at >= end) return end;
    size_t bit = at - m->start, i = bit / 64, last = (end - 1 - m->start) / 64;
    uint64_t bits = (mask[i] ^ not ) >> bit % 64 << bit % 64;
    while (!bits && ++i <= last) bits = mask[i] ^ not ;
    size_t found = bits ? m->start + 64 * i + (size_t)__builtin_ctzll(bits) : end;
    return found < end ? found : end;
}

static inline size_t next_byte(const byte_map *m, const uint64_t *mask, uint64_t not, size_t at) {
    return next_byte_before(m, mask, not, at, m->end);
}

/* Behind the last byte of text[from, at) whose bit in `mask` differs from `not`'s, or `from`. */
static inline size_t behind_byte(const byte_map *m, const uint64_t *mask, uint64_t not, size_t from, size_t at) {
    while (at > from) {
        size_t bit = at - 1 - m->start;
        uint64_t bits = (mask[bit / 64] ^ not ) << (63 - bit % 64);
        if (bits) at -= (size_t)__builtin_clzll(bits);
        else at -= bit % 64 + 1;
        if (bits) break;
    }
    return at > from ? at : from;
}

static inline size_t next_word(const byte_map *m, size_t at) {
    return next_byte(m, m->word, 0, at);
}

static inline size_t word_end(const byte_map *m, size_t at) {
    return next_byte(m, m->word, ~UINT64_C(0), at);
}

/* The first bytes of words among the map's 64 from 64 * `row`, a bit each. */
static inline uint64_t word_starts(const byte_map *m, size_t row) {
    return m->word[row] & ~(m->word[row] << 1 | (row ? m->word[row - 1] >> 63 : 0));
}

/* Of the map's 64 bytes from 64 * `row`: those from which so many in a row, up to 64, are of words. */
static inline uint64_t word_runs(const byte_map *m, size_t row, unsigned length) {
    uint64_t bits = m->word[row];
    for (unsigned i = 1; i < length; i++) bits &= m->word[row] >> i | m->word[row + 1] << (64 - i);
    return bits;
}

/* The length of the word that begins at `at`; `most`, which is under 64, when it is longer. */
static inline size_t word_length(const byte_map *m, size_t at, unsigned most) {
    size_t row = (at - m->start) / 64, bit = (at - m->start) % 64;
    uint64_t bits = m->word[row] >> bit | (bit ? m->word[row + 1] << (64 - bit) : 0);
    return (size_t)__builtin_ctzll(~bits | UINT64_C(1) << most);
}

/* The next mark that may end a sentence. */
static inline size_t next_stop(const byte_map *m, size_t at) {
    return next_byte(m, m->stop, 0, at);
}

#endif
