/* Valid and invalid UTF-8, and the columns of a terminal. */
#include "utf8.h"
#include "width.h"

#include "cmocka_headers.h"

#include <stdlib.h>
#include <string.h>

#define R "\xEF\xBF\xBD"
#define BYTES(literal)                                                                                                 \
    { literal, sizeof(literal) - 1 }

/* Each maximal invalid subpart becomes one U+FFFD (the Unicode Standard, section 3.9, tables 3-8 to 3-11). */
static void repairs_invalid_sequences(void **state) {
    (void)state;
    static const struct {
        annals_text bytes;
        const char *repaired;
        size_t count, invalid_bytes, line, column;
    } rows[] = {
        {BYTES("abc"), "abc", 0, 0, 0, 0},
        {BYTES("\xC3\xA4\xE6\x97\xA5\xF0\x9F\x8E\x89"), "ä日🎉", 0, 0, 0, 0},
        {BYTES("\xFF"), R, 1, 1, 1, 1},
        {BYTES("a\x80z"), "a" R "z", 1, 1, 1, 2},
        {BYTES("\xC0\xAF"), R R, 2, 2, 1, 1},
        {BYTES("\xC3"), R, 1, 1, 1, 1},
        {BYTES("\xC3z"), R "z", 1, 1, 1, 1},
        {BYTES("\xE0\x80\xBF"), R R R, 3, 3, 1, 1},
        {BYTES("\xED\xA0\x80"), R R R, 3, 3, 1, 1},
        {BYTES("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), R R R R "A", 4, 8, 1, 1},
        {BYTES("\xF0\x80\x80\x80"), R R R R, 4, 4, 1, 1},
        {BYTES("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), R R R R R "A" R R "B", 7, 7, 1, 1},
        {BYTES("\xF0\x9F\x8E"), R, 1, 3, 1, 1},
        {BYTES("\xF0\x9F\x8E\xF0\x9F\x8E\x89"), R "🎉", 1, 3, 1, 1},
        {BYTES("one\nzw\xC3\xB6lf\r\ndrei\xE9 \xE9"), "one\nzwölf\r\ndrei" R " " R, 2, 2, 3, 5},
        {BYTES("old\rmac\xFF"), "old\rmac" R, 1, 1, 2, 4},
        {BYTES("longer than eight bytes \xFF and on and on"), "longer than eight bytes " R " and on and on", 1, 1, 1,
         25},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        utf8_faults faults;
        assert_int_equal(utf8_check(rows[i].bytes, &faults), rows[i].count == 0);
        assert_int_equal(faults.count, rows[i].count);
        assert_int_equal(faults.bytes, rows[i].invalid_bytes);
        assert_int_equal(faults.line, rows[i].line);
        assert_int_equal(faults.column, rows[i].column);
        annals_text repaired = utf8_repaired(rows[i].bytes, &faults);
        assert_string_equal(repaired.data, rows[i].repaired);
        assert_int_equal(repaired.length, strlen(rows[i].repaired));
        free((char *)repaired.data);
    }
}

/* Wherever it stands: in what is looked at many bytes at a time, in the rest, and behind what is not ASCII. */
static void tells_of_zeros(void **state) {
    (void)state;
    enum { LENGTH = 150 };
    char bytes[LENGTH];
    utf8_faults faults;
    for (size_t letter = 0; letter < LENGTH - 1; letter++) {
        memset(bytes, 'a', LENGTH);
        memcpy(bytes + letter, "\xC3\xA4", 2);
        assert_true(utf8_check((annals_text){bytes, LENGTH}, &faults));
        assert_false(faults.zeros);
        for (size_t at = 0; at < LENGTH; at++) {
            if (at == letter || at == letter + 1) continue;
            bytes[at] = 0;
            assert_true(utf8_check((annals_text){bytes, LENGTH}, &faults));
            assert_true(faults.zeros);
            bytes[at] = 'a';
        }
    }
}

/* Bytes at which the rules of UTF-8 change. */
static const unsigned char alphabet[] = {0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                         0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};

/* UTF-8 by arithmetic: what a whole sequence of this length says, or a code point that does not exist. */
static uint32_t decoded(const unsigned char *bytes, size_t length) {
    static const uint32_t lead_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07}, lead_bits[] = {0, 0, 0xC0, 0xE0, 0xF0};
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const uint32_t none = 0x110000;
    if ((bytes[0] & ~lead_mask[length] & 0xFF) != lead_bits[length]) return none;
    uint32_t c = bytes[0] & lead_mask[length];
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return none;
        c = c << 6 | (bytes[i] & 0x3F);
    }
    bool exists = c >= least[length] && c < none && !(c >= 0xD800 && c <= 0xDFFF);
    return exists ? c : none;
}

/* True when `bytes` can be completed to a valid sequence of `whole` bytes: two tries of the next byte are enough, as
 * the valid ones are a stretch at either end of 80 to BF. */
static bool is_beginning(const unsigned char *bytes, size_t length, size_t whole) {
    unsigned char filled[4];
    for (int low = 0; low < 2; low++) {
        memcpy(filled, bytes, length);
        memset(filled + length, low ? 0x80 : 0xBF, sizeof filled - length);
        if (decoded(filled, whole) < 0x110000) return true;
    }
    return false;
}

static size_t expected_invalid(const unsigned char *bytes, size_t left) {
    size_t longest = 1;
    for (size_t length = 2; length <= left && length < 4; length++)
        for (size_t whole = length + 1; whole <= 4; whole++)
            if (is_beginning(bytes, length, whole)) longest = length;
    return longest;
}

static void agrees_with_arithmetic(void **state) {
    (void)state;
    enum { LETTERS = sizeof alphabet, ALL = LETTERS * LETTERS * LETTERS * LETTERS };
    for (int n = 0; n < ALL; n++) {
        unsigned char bytes[4];
        for (int i = 0, rest = n; i < 4; i++, rest /= LETTERS) bytes[i] = alphabet[rest % LETTERS];
        for (size_t left = 1; left <= 4; left++) {
            size_t expected = 0, invalid, at = 0;
            for (size_t length = 1; length <= left; length++)
                if (decoded(bytes, length) < 0x110000) expected = length;
            size_t length = utf8_sequence((const char *)bytes, left, &invalid);
            assert_int_equal(length, expected);
            if (!expected) assert_int_equal(invalid, expected_invalid(bytes, left));
            uint32_t c = utf8_next((annals_text){(const char *)bytes, left}, &at);
            assert_int_equal(c, expected ? decoded(bytes, expected) : 0xFFFD);
            assert_int_equal(at, expected ? expected : invalid);
        }
    }
}

static void counts_columns(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t width;
    } rows[] = {{"", 0},
                {"plain", 5},
                {"Übergröße", 9},
                {"U\xCC\x88"
                 "ber",
                 4},
                {"日本語", 6},
                {"한국", 4},
                {"night – day", 11},
                {"🎉", 2},
                {"a\xE2\x80\x8D"
                 "b",
                 2},
                {"Ｗｉｄｅ", 8}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(width_of_text(annals_text_of(rows[i].text)), rows[i].width);
}

static void wraps_lines(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t columns;
        const char *lines[5];
    } rows[] = {
        {"one two three", 7, {"one two", "three"}},
        {"one two three", 13, {"one two three"}},
        {"one two three", 8, {"one two", "three"}},
        {"incomprehensible", 6, {"incomp", "rehens", "ible"}},
        {"an incomprehensible", 6, {"an", "incomp", "rehens", "ible"}},
        {"日本語です", 5, {"日本", "語で", "す"}},
        {"u\xCC\x88u\xCC\x88u\xCC\x88", 2, {"u\xCC\x88u\xCC\x88", "u\xCC\x88"}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_text rest = annals_text_of(rows[i].text);
        for (size_t n = 0; rows[i].lines[n]; n++) {
            annals_text line = width_next_line(&rest, rows[i].columns);
            assert_int_equal(line.length, strlen(rows[i].lines[n]));
            assert_memory_equal(line.data, rows[i].lines[n], line.length);
        }
        assert_int_equal(rest.length, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repairs_invalid_sequences),
        cmocka_unit_test(tells_of_zeros),
        cmocka_unit_test(agrees_with_arithmetic),
        cmocka_unit_test(counts_columns),
        cmocka_unit_test(wraps_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
