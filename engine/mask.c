#include "mask.h"

#include "text.h"

#include <string.h>

#if defined __x86_64__ && defined __GNUC__
#define HAS_VECTORS 1
#include <immintrin.h>
#else
#define HAS_VECTORS 0
#endif

/* In line, so that each way of making masks has a loop of its own. */
#define INLINE inline __attribute__((always_inline))

/* ---------------------------------------------------------------- eight bytes at a time */

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define HIGH       EACH(0x80u)

/* In the results below a byte's highest bit tells; `low` has none set. */
static uint64_t at_least(uint64_t low, unsigned byte) {
    return low + EACH(0x80u - byte);
}

static uint64_t between(uint64_t low, unsigned first, unsigned last) {
    return at_least(low, first) & ~at_least(low, last + 1);
}

static uint64_t equals(uint64_t low, unsigned byte) {
    return ~at_least(low ^ EACH(byte), 1);
}

/* The highest bits of eight bytes side by side. */
static uint64_t gather(uint64_t bits) {
    return ((bits & HIGH) >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

static INLINE byte_masks portable_masks(const char *bytes) {
    byte_masks m = {0};
    for (unsigned i = 0; i < 8; i++) {
        uint64_t x = 0;
        for (unsigned j = 0; j < 8; j++) x |= (uint64_t)(unsigned char)bytes[8 * i + j] << 8 * j;
        uint64_t high = x & HIGH, low = x & ~HIGH, folded = low | EACH(0x20u);
        uint64_t letter = between(folded, 'a', 'z'), digit = between(low, '0', '9');
        uint64_t stop = equals(low, '.') | equals(low, '!') | equals(low, '?');
        uint64_t lead =
            equals(low, 0x42) | equals(low, 0x43) | equals(low, 0x62) | equals(low, 0x63) | equals(low, 0x6F);
        m.word |= gather(letter | digit | high) << 8 * i;
        m.digit |= gather(digit & ~high) << 8 * i;
        m.stop |= gather(stop & ~high) << 8 * i;
        m.lead |= gather(lead & high) << 8 * i;
    }
    return m;
}

/* ---------------------------------------------------------------- vectors */

#if HAS_VECTORS

static __m128i within16(__m128i v, char first, int count) {
    __m128i offset = _mm_sub_epi8(v, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8((char)(count - 1))), offset);
}

static INLINE byte_masks sse2_masks(const char *bytes) {
    byte_masks m = {0};
    for (unsigned i = 0; i < 4; i++) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
        __m128i folded = _mm_or_si128(v, _mm_set1_epi8(0x20));
        __m128i letters = within16(folded, 'a', 26), digits = within16(v, '0', 10);
        __m128i stops = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('.')), _mm_cmpeq_epi8(v, _mm_set1_epi8('!')));
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(v, _mm_set1_epi8('?')));
        uint64_t high = (unsigned)_mm_movemask_epi8(v);
        m.word |= ((unsigned)_mm_movemask_epi8(_mm_or_si128(letters, digits)) | high) << 16 * i;
        m.digit |= (uint64_t)(unsigned)_mm_movemask_epi8(digits) << 16 * i;
        m.stop |= (uint64_t)(unsigned)_mm_movemask_epi8(stops) << 16 * i;
        if (!high) continue;
        __m128i lead = _mm_or_si128(within16(v, (char)0xC2, 2), within16(v, (char)0xE2, 2));
        lead = _mm_or_si128(lead, _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xEF)));
        m.lead |= (uint64_t)(unsigned)_mm_movemask_epi8(lead) << 16 * i;
    }
    return m;
}

#define AVX2 __attribute__((target("avx2")))

AVX2 static __m256i within32(__m256i v, char first, int count) {
    __m256i offset = _mm256_sub_epi8(v, _mm256_set1_epi8(first));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, _mm256_set1_epi8((char)(count - 1))), offset);
}

AVX2 static INLINE byte_masks avx2_masks(const char *bytes) {
    byte_masks m = {0};
    for (unsigned i = 0; i < 2; i++) {
        __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32 * i));
        __m256i folded = _mm256_or_si256(v, _mm256_set1_epi8(0x20));
        __m256i letters = within32(folded, 'a', 26), digits = within32(v, '0', 10);
        __m256i stops =
            _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('.')), _mm256_cmpeq_epi8(v, _mm256_set1_epi8('!')));
        stops = _mm256_or_si256(stops, _mm256_cmpeq_epi8(v, _mm256_set1_epi8('?')));
        uint64_t high = (unsigned)_mm256_movemask_epi8(v);
        m.word |= ((unsigned)_mm256_movemask_epi8(_mm256_or_si256(letters, digits)) | high) << 32 * i;
        m.digit |= (uint64_t)(unsigned)_mm256_movemask_epi8(digits) << 32 * i;
        m.stop |= (uint64_t)(unsigned)_mm256_movemask_epi8(stops) << 32 * i;
        if (!high) continue;
        __m256i lead = _mm256_or_si256(within32(v, (char)0xC2, 2), within32(v, (char)0xE2, 2));
        lead = _mm256_or_si256(lead, _mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)0xEF)));
        m.lead |= (uint64_t)(unsigned)_mm256_movemask_epi8(lead) << 32 * i;
    }
    return m;
}

#endif

/* ---------------------------------------------------------------- every group of a text */

/* Take the bytes of marks beyond ASCII out of the words.  Returns the bits to take out of the next 64. */
static uint64_t drop_marks(annals_text text, size_t base, uint64_t lead, uint64_t *word) {
    uint64_t carry = 0;
    for (; lead; lead &= lead - 1) {
        unsigned bit = (unsigned)__builtin_ctzll(lead);
        size_t next;
        if (is_letter(text_decode(text, base + bit, &next))) continue;
        size_t length = next - (base + bit);
        uint64_t bits = (UINT64_C(1) << length) - 1;
        *word &= ~(bits << bit);
        if (bit + length > 64) carry = bits >> (64 - bit);
    }
    return carry;
}

static INLINE void map_groups(annals_text text, byte_map *map, byte_masks (*masks)(const char *)) {
    uint64_t carry = 0;
    for (size_t i = 0; i < map->count; i++) {
        size_t at = map->start + 64 * i, left = map->end - at;
        char last[64];
        const char *bytes = text.data + at;
        if (left < sizeof last) {
            memset(last, 0, sizeof last);
            bytes = memcpy(last, bytes, left);
        }
        byte_masks m = masks(bytes);
        m.word &= ~carry;
        carry = m.lead ? drop_marks(text, at, m.lead, &m.word) : 0;
        map->word[i] = m.word;
        map->digit[i] = m.digit;
        map->stop[i] = m.stop;
    }
}

static void portable_map(annals_text text, byte_map *map) {
    map_groups(text, map, portable_masks);
}

#if HAS_VECTORS

static void sse2_map(annals_text text, byte_map *map) {
    map_groups(text, map, sse2_masks);
}

AVX2 static void avx2_map(annals_text text, byte_map *map) {
    map_groups(text, map, avx2_masks);
}

#endif

const mask_kernel *mask_kernels(size_t *count) {
    static const mask_kernel kernels[] = {
        {"portable", portable_masks, portable_map},
#if HAS_VECTORS
        {"sse2", sse2_masks, sse2_map},
        {"avx2", avx2_masks, avx2_map},
#endif
    };
    *count = sizeof kernels / sizeof *kernels;
#if HAS_VECTORS
    if (!__builtin_cpu_supports("avx2")) --*count;
#endif
    return kernels;
}

/* ---------------------------------------------------------------- the map of a stretch of text */

static bool room_for(byte_map *map, size_t words, arena *a) {
    if (words <= map->capacity) return true;
    size_t capacity = words + words / 4 + 64;
    uint64_t *all = arena_alloc(a, 6 * capacity * sizeof *all);
    if (!all) return false;
    map->word = all;
    map->digit = map->word + capacity;
    map->stop = map->digit + capacity;
    map->known = map->stop + capacity;
    map->core = map->known + capacity;
    map->verb = map->core + capacity;
    map->capacity = capacity;
    return true;
}

bool map_bytes(annals_text text, size_t start, size_t end, arena *a, byte_map *map) {
    size_t kernel_count, count = (end - start + 63) / 64;
    const mask_kernel *kernels = mask_kernels(&kernel_count);
    if (!room_for(map, count + 1, a)) return false;
    map->start = start;
    map->end = end;
    map->count = count;
    kernels[kernel_count - 1].map(text, map);
    map->word[count] = map->digit[count] = map->stop[count] = 0;
    return true;
}
