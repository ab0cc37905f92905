/* What the scanner passes by holds no date: with every word taken for one that a date may hang on, the mentions of all
 * examples and counter-examples are the same. */
#include "engine_test.h"

#include "language.h"
#include "match.h"

static bool find(const grammar *g, annals_text text, arena *kept, raw_mention_list *out) {
    arena scratch = {0}, nodes = {0};
    byte_map map = {0};
    scanner s = {.grammar = g, .text = text, .arena = &scratch};
    matcher m = {.grammar = g, .text = text, .arena = kept, .scratch = &scratch, .nodes = &nodes};
    bool ok = map_bytes(text, 0, text.length, &scratch, &map);
    if (ok) {
        scan_block(&s, &map);
        scan_sentence(&s, 0, text.length);
        while (ok && next_island(&s)) ok = match(&m, &s.tokens, out);
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
    static uint64_t every_word[CORE_BITS / 64];
    memset(every_word, 0xFF, sizeof every_word);
    size_t differing = 0, count = 0;
    for (size_t i = 0; case_lists[i]; i++) {
        const grammar *g = language_of_code(annals_text_of(case_lists[i]->language));
        grammar all = *g;
        all.cores = every_word;
        for (size_t j = 0; j < case_lists[i]->count; j++, count++)
            differing += compare(g, &all, &case_lists[i]->cases[j]);
    }
    assert_true(count > 100);
    assert_int_equal(differing, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nothing_is_lost)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
