/* What the scanner passes by holds no date: with every word taken for one that a date may hang on, the mentions of all
 * examples and counter-examples are the same. */
#include "engine_test.h"

#include "language.h"
#include "match.h"
#include "text.h"

static bool find(const grammar *g, annals_text text, arena *kept, raw_mention_list *out) {
    arena scratch = {0}, nodes = {0};
    byte_map map = {0};
    scanner s = {.grammar = g, .text = text, .arena = &scratch};
    matcher m = {.grammar = g, .text = text, .arena = kept, .scratch = &scratch, .nodes = &nodes};
    bool ok = map_bytes(text, 0, text.length, &scratch, &map);
    if (ok) {
        scan_block(&s, &map);
        scan_sentence(&s, 0, text.length);
        while (ok && next_run(&s)) ok = match_run(&m, &s, 0, out);
    }
    ok &= !s.failed;
    arena_free(&nodes);
    arena_free(&scratch);
    return ok;
}

static size_t compare(const grammar *g, const grammar *all, const rule_case *c) {
    arena kept = {0};
    raw_mention_list some = {0}, every = {0};
    annals_text text = annals_text_of(c->text);
    assert_true(find(g, text, &kept, &some));
    assert_true(find(all, text, &kept, &every));
    bool same = some.count == every.count;
    for (size_t i = 0; same && i < some.count; i++) {
        const raw_mention *a = &some.items[i], *b = &every.items[i];
        same = a->start == b->start && a->end == b->end && a->rule == b->rule;
    }
    if (!same)
        print_error("%s:%d: \"%s\" has other mentions when all words are looked at\n", c->file, c->line, c->text);
    arena_free(&kept);
    return !same;
}

static void test_nothing_is_lost(void **state) {
    (void)state;
    static uint8_t marks[MARK_ROWS];
    size_t differing = 0, count = 0;
    for (size_t i = 0; case_lists[i]; i++) {
        const grammar *g = language_of_code(annals_text_of(case_lists[i]->language));
        grammar all = *g;
        all.marks = marks;
        for (size_t j = 0; j < MARK_ROWS; j++) marks[j] = g->marks[j] | MARK_CORE;
        for (size_t j = 0; j < case_lists[i]->count; j++, count++)
            differing += compare(g, &all, &case_lists[i]->cases[j]);
    }
    assert_true(count > 100);
    assert_int_equal(differing, 0);
}

/* The marks of a word say what the grammar's table and its own letters say, wherever in its group it stands. */
static void expect_marks(const grammar *g, annals_text text, const byte_map *m, size_t start, size_t end) {
    size_t left = text.length - start;
    uint8_t marks = g->marks[core_hash(bytes_key(text.data + start, left < 8 ? left : 8), end - start)];
    bool dotted = end - start == 1 && end < text.length && byte_in(text.data[end], ".!?"), digit = false;
    for (size_t i = start; i < end; i++) digit |= is_digit((unsigned char)text.data[i]);
    assert_int_equal(has_bit(m, m->known, start), (marks & MARK_KNOWN) != 0);
    assert_int_equal(has_bit(m, m->core, start), marks & MARK_CORE || digit || dotted);
    assert_int_equal(has_bit(m, m->verb, start), marks & MARK_VERB && end - start > 1);
    for (size_t i = start + 1; i < end; i++)
        assert_false(has_bit(m, m->known, i) || has_bit(m, m->core, i) || has_bit(m, m->verb, i));
}

static void test_marks(void **state) {
    (void)state;
    text_buffer all = {0};
    arena a = {0};
    byte_map map = {0};
    const grammar *g = language_of_code(annals_text_of("en"));
    for (size_t i = 0; case_lists[i]; i++)
        for (size_t j = 0; j < case_lists[i]->count; j++) {
            text_put(&all, annals_text_of(case_lists[i]->cases[j].text));
            text_put(&all, annals_text_of(j % 3 ? " " : " is. I will a26b3 "));
        }
    annals_text text = {all.data, all.length};
    scanner s = {.grammar = g, .text = text, .arena = &a};
    assert_true(map_bytes(text, 0, text.length, &a, &map));
    scan_block(&s, &map);
    for (size_t at = next_word(&map, 0), end; at < text.length; at = next_word(&map, end))
        expect_marks(g, text, &map, at, end = word_end(&map, at));
    arena_free(&a);
    text_free(&all);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nothing_is_lost), cmocka_unit_test(test_marks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
