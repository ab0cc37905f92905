/* The masks of 64 bytes: every way to make them gives the same, and a map says of each byte what text.h says. */
#include "engine_test.h"

#include "mask.h"
#include "text.h"

/* xorshift: the same bytes in every run. */
static uint64_t next_random(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void test_kernels_agree(void **state) {
    (void)state;
    uint64_t random = 88172645463325252;
    size_t count;
    const mask_kernel *kernels = mask_kernels(&count);
    for (int round = 0; round < 20000; round++) {
        char bytes[64];
        for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(next_random(&random) >> 32);
        byte_masks wanted = kernels[0].masks(bytes);
        for (size_t k = 1; k < count; k++) {
            byte_masks m = kernels[k].masks(bytes);
            if (m.word != wanted.word || m.digit != wanted.digit || m.stop != wanted.stop || m.lead != wanted.lead)
                fail_msg("%s and %s differ in round %d", kernels[0].name, kernels[k].name, round);
        }
    }
}

static void test_every_byte(void **state) {
    (void)state;
    size_t count;
    const mask_kernel *kernels = mask_kernels(&count);
    for (int byte = 0; byte < 256; byte++) {
        char bytes[64];
        memset(bytes, byte, sizeof bytes);
        bool word = byte >= 0x80 || is_letter((uint32_t)byte) || is_digit((uint32_t)byte);
        bool stop = byte == '.' || byte == '!' || byte == '?';
        for (size_t k = 0; k < count; k++) {
            byte_masks m = kernels[k].masks(bytes);
            assert_true(m.word == (word ? UINT64_MAX : 0));
            assert_true(m.digit == (is_digit((uint32_t)byte) ? UINT64_MAX : 0));
            assert_true(m.stop == (stop ? UINT64_MAX : 0));
        }
    }
}

static size_t put_code_point(char *out, uint32_t c) {
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    if (n == 1) *out = (char)c;
    for (size_t i = n; n > 1 && i-- > 1; c >>= 6) out[i] = (char)(0x80 | (c & 0x3F));
    if (n > 1) *out = (char)(leads[n] | c);
    return n;
}

/* Letters, marks and spaces of the first planes in any order and at any place of the 64. */
static void test_map_of_text(void **state) {
    (void)state;
    static char bytes[8192];
    uint64_t random = 1181783497276652981;
    for (int round = 0; round < 400; round++) {
        size_t length = 0;
        while (length + 4 < sizeof bytes) {
            uint64_t r = next_random(&random) >> 20;
            uint32_t c = r & 1 ? (uint32_t)(r >> 8) % 0x80 : (uint32_t)(r >> 8) % 0x3100;
            length += put_code_point(bytes + length, c);
        }
        annals_text text = {bytes, length};
        arena a = {0};
        byte_map map = {0};
        assert_true(map_bytes(text, 0, length, &a, &map));
        size_t count = 0;
        for (size_t at = 0, next; at < length; at = next, count++) {
            uint32_t c = text_decode(text, at, &next);
            for (size_t i = at; i < next; i++)
                if (in_word(&map, i) != (is_letter(c) || is_digit(c))) fail_msg("U+%04X at %zu", (unsigned)c, at);
        }
        assert_int_equal(text_code_points(text), count);
        arena_free(&a);
    }
}

static void test_next(void **state) {
    (void)state;
    annals_text text = annals_text_of("  On  it. x");
    arena a = {0};
    byte_map map = {0};
    assert_true(map_bytes(text, 1, text.length, &a, &map));
    assert_int_equal(next_word(&map, 1), 2);
    assert_int_equal(word_end(&map, 2), 4);
    assert_int_equal(next_stop(&map, 2), 8);
    assert_int_equal(word_end(&map, 10), 11);
    assert_int_equal(next_word(&map, 11), 11);
    assert_int_equal(next_stop(&map, 9), 11);
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kernels_agree), cmocka_unit_test(test_every_byte),
                                       cmocka_unit_test(test_map_of_text), cmocka_unit_test(test_next)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
