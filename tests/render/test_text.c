/* test_text.c: lines that are put together from words are those that Pango makes. */
#include "cmocka_first.h"

#include "text_setter.h"

#include <string.h>

static uint32_t seed = 7;

static size_t pick(size_t count) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % count;
}

/* Words that tell where lines may end; the signs of some ask Pango. */
static const char *const words[] = {
    "A",       "Vale",    "Ty",        "salt",       "3",          "27",       "04:38",        "(1911)",
    "(the",    "sea).",   "\"Maren\"", "well-known", "and/or",     "100%",     "Ruud's",       "Mr.",
    "P.S.",    "who?",    "wait!",     "–",          "5–17",       "…",        "so…",          "“Halt!”",
    "l’été",   "Größe",   "Łódź",      "&",          "R&D",        "[sic]",    "a,b;c:d",      "!not",
    ")",       "...",     "1,000.5",   "“",          "O'Hara",     "non‑stop", "e\xcc\x81tat", "Ελλάς",
    "Волга",   "x=y",     "U.S.S.R",   "—",          "Maren—lost", "$5",       "#3",           "*",
    "f(x)(y)", "(\"q\")", "\"a\"(b)",  "naïve",      "20°",        "AVATAR"};

static annals_text make_text(char *out, size_t count) {
    char *at = out;
    for (size_t i = 0; i < count; i++) {
        const char *word = words[pick(sizeof words / sizeof *words)];
        if (i) *at++ = ' ';
        memcpy(at, word, strlen(word));
        at += strlen(word);
    }
    *at = 0;
    return (annals_text){out, (size_t)(at - out)};
}

/* A word that is not Latin makes Pango break all of the text; it changes none of the lines before the last one. */
static void test_same_lines(void **state) {
    (void)state;
    memory_pool pool = {0};
    text_setter *setter = text_setter_new(theme_find(NULL));
    text_measure m = text_setter_measure(setter);
    for (int round = 0; round < 20000; round++) {
        char plain[512], foreign[520];
        annals_text text = make_text(plain, 1 + pick(14)), longer = {foreign, text.length + 3};
        memcpy(foreign, plain, text.length);
        memcpy(foreign + text.length, " \xd0\x96", 4);
        double width = 8 + (double)pick(900) / 10;
        text_style style = (text_style)pick(STYLE_COUNT);
        text_block a, b;
        assert_true(m.wrap(m.context, &pool, style, text, width, &a) &&
                    m.wrap(m.context, &pool, style, longer, width, &b));
        assert_true(a.count == b.count || a.count + 1 == b.count);
        for (size_t i = 0; i + 1 < a.count; i++) {
            if (a.lines[i].offset != b.lines[i].offset || a.lines[i].length != b.lines[i].length)
                fail_msg("'%s' in %.1f mm", plain, width);
            assert_float_equal(a.lines[i].width, b.lines[i].width, 0.001);
        }
        assert_int_equal(a.lines[a.count - 1].offset, b.lines[a.count - 1].offset);
    }
    char names[8];
    assert_false(text_setter_missing(setter, names, sizeof names));
    text_setter_free(setter);
    pool_free(&pool);
}

/* A range is broken between its ends, not within a date. */
static void test_times(void **state) {
    (void)state;
    memory_pool pool = {0};
    text_setter *setter = text_setter_new(theme_find(NULL));
    text_block b;
    const char *range = "24 October – 15 November";
    assert_true(text_wrap(text_setter_measure(setter), &pool, STYLE_TIME, annals_text_of(range), 25, &b));
    assert_int_equal(b.count, 2);
    assert_string_equal(b.text.data + b.lines[1].offset, "15 November");
    assert_int_equal(b.lines[1].offset, b.lines[0].length);
    assert_int_equal(b.lines[1].length, strlen("15 November"));
    text_setter_free(setter);
    pool_free(&pool);
}

static text_setter *setter_of(void) {
    return text_setter_new(theme_find(NULL));
}

/* Lines of a label; joined by bars. */
static void assert_lines(text_setter *setter, const char *text, double width, const char *expected) {
    memory_pool pool = {0};
    text_block b;
    char lines[256] = "";
    assert_true(text_wrap(text_setter_measure(setter), &pool, STYLE_LABEL, annals_text_of(text), width, &b));
    for (size_t i = 0; i < b.count; i++) {
        strncat(lines, b.text.data + b.lines[i].offset, b.lines[i].length);
        if (i + 1 < b.count) strcat(lines, "|");
        assert_true(b.lines[i].width <= width);
    }
    assert_string_equal(lines, expected);
    pool_free(&pool);
}

/* Initials stay with their name; a word that is wider than its line has a hyphen, an address has none. */
static void test_line_ends(void **state) {
    (void)state;
    text_setter *setter = setter_of();
    assert_lines(setter, "The translation of F. Castro's letter", 28, "The translation of |F. Castro's letter");
    assert_lines(setter, "Письмо написал Н. Хрущёв сам", 28, "Письмо написал |Н. Хрущёв сам");
    assert_lines(setter, "Donaudampfschifffahrtsgesellschaft", 28, "Donaudampfschifffa-|hrtsgesellschaft");
    assert_lines(setter, "An uncharacteristicallyunmitigated", 28, "An |uncharacteristically-|unmitigated");
    assert_lines(setter, "The counterblockade", 20.5, "The |counterblock-|ade");
    assert_lines(setter, "https://example.org/harbourmasters", 28, "https://example.org/|harbourmasters");
    text_setter_free(setter);
}

/* The hyphens of the lines are none of the text. */
static void test_hyphens(void **state) {
    (void)state;
    memory_pool pool = {0};
    text_setter *setter = setter_of();
    text_block b;
    const annals_text word = annals_text_of("Donaudampfschifffahrtsgesellschaft");
    for (int i = 0; i < 2; i++) {
        assert_true(text_wrap(text_setter_measure(setter), &pool, i ? STYLE_ENTRY : STYLE_LABEL, word, 28, &b));
        assert_non_null(strchr(b.text.data, '-'));
        assert_string_equal(text_of_block(&b).data, word.data);
    }
    text_setter_free(setter);
    pool_free(&pool);
}

/* What has no room is left out with a mark, never in silence. */
static void test_cut(void **state) {
    (void)state;
    memory_pool pool = {0};
    text_setter *setter = setter_of();
    text_measure m = text_setter_measure(setter);
    text_block b;
    const annals_text title = annals_text_of("Telegram from the Legation in Port Halmeer to the Foreign Office");
    assert_true(text_wrap_cut(m, &pool, STYLE_FOLIO, title, 60, 1, &b));
    assert_int_equal(b.count, 1);
    assert_string_equal(b.text.data, "Telegram from the Legation in Port Halmeer…");
    assert_true(b.width <= 60);
    assert_true(text_wrap_cut(m, &pool, STYLE_FOLIO, title, 60, 2, &b));
    assert_int_equal(b.text.length, title.length);
    text_setter_free(setter);
    pool_free(&pool);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_same_lines), cmocka_unit_test(test_times),
                                       cmocka_unit_test(test_line_ends), cmocka_unit_test(test_hyphens),
                                       cmocka_unit_test(test_cut)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
