/* What an island was found to say it says wherever it stands again: with and without a memory the mentions of a text
 * are the same.  The texts are made of few words in many orders, so that the same islands come in other company. */
#include "engine_test.h"

#include "language.h"
#include "match.h"

#include <stdlib.h>

enum { SIZE = 300 * 1000 };

static void put(draft *d, const char *word) {
    size_t length = strlen(word);
    if (d->length + length > SIZE) return;
    memcpy(d->text + d->length, word, length);
    d->length += length;
}

static void put_gap(draft *d) {
    static const char *const gaps[] = {" ",  " ",  " ",  " ",  " ", " ", ", ", ". ", "-",  "/", ":", ".",
                                       " (", ") ", " [", "] ", "'", "",  "\n", " '", "; ", "?", "$", "\xE2\x80\x99"};
    put(d, gaps[draw(d, sizeof gaps / sizeof *gaps)]);
}

/* Words that the rules know, numbers, and words that only look like the others. */
static void put_word(draft *d, const rule_cases *list) {
    static const char *const words[] = {"1943", "5",   "27",    "1812", "16",   "miners", "he",   "Rome", "the",
                                        "of",   "and", "to",    "in",   "from", "until",  "by",   "0430", "45",
                                        "May",  "may", "March", "said", "a.m.", "B.C",    "Army", "was",  "U.S."};
    if (draw(d, 8)) put(d, words[draw(d, sizeof words / sizeof *words)]);
    else put(d, list->cases[draw(d, (uint32_t)list->count)].text);
}

static annals_text make_text(draft *d, const rule_cases *list) {
    d->length = 0;
    for (size_t before = SIZE; d->length != before;) {
        before = d->length;
        put_word(d, list);
        put_gap(d);
    }
    return (annals_text){d->text, d->length};
}

static void find(const grammar *g, annals_text text, bool remember, arena *kept, raw_mention_list *out) {
    arena scratch = {0}, nodes = {0};
    byte_map map = {0};
    scanner s = {.grammar = g, .text = text, .arena = &scratch};
    matcher m = {.grammar = g, .text = text, .arena = kept, .scratch = &scratch, .nodes = &nodes};
    if (remember) assert_true(recall_begin(&m.recall, text.length, &scratch));
    assert_true(map_bytes(text, 0, text.length, &scratch, &map));
    scan_block(&s, &map);
    for (size_t at = 0, end; at < text.length; at = end) { /* a sentence ends where a line does */
        const char *line = memchr(text.data + at, '\n', text.length - at);
        end = line ? (size_t)(line - text.data) + 1 : text.length;
        scan_sentence(&s, at, end);
        while (next_run(&s)) assert_true(match_run(&m, &s, 0, out));
    }
    assert_false(s.failed);
    arena_free(&nodes);
    arena_free(&scratch);
}

static bool same_expr(const expr *a, const expr *b) {
    if (!a || !b) return a == b;
    if (!same_expr(a->of, b->of) || !same_expr(a->from, b->from) || !same_expr(a->to, b->to)) return false;
    if (!a->event != !b->event || (a->event && memcmp(a->event, b->event, sizeof *a->event) != 0)) return false;
    expr x = *a, y = *b;
    x.of = x.from = x.to = y.of = y.from = y.to = NULL;
    x.event = y.event = NULL;
    x.first_end = x.second_start = y.first_end = y.second_start = 0;
    return !memcmp(&x, &y, sizeof x);
}

static bool same_mention(const raw_mention *a, const raw_mention *b) {
    return a->start == b->start && a->end == b->end && a->rule == b->rule && a->range == b->range &&
           same_expr(a->expr, b->expr);
}

static void compare(const grammar *g, annals_text text) {
    arena kept = {0};
    raw_mention_list with = {0}, without = {0};
    find(g, text, true, &kept, &with);
    find(g, text, false, &kept, &without);
    assert_true(with.count > 1000);
    for (size_t i = 0; i < with.count && i < without.count; i++) {
        const raw_mention *a = &with.items[i], *b = &without.items[i];
        if (same_mention(a, b)) continue;
        size_t start = b->start > 40 ? b->start - 40 : 0;
        fail_msg("remembered at %zu to %zu, found at %zu to %zu: \"%.80s\"", a->start, a->end, b->start, b->end,
                 text.data + start);
    }
    assert_int_equal(with.count, without.count);
    arena_free(&kept);
}

static void test_memory_changes_nothing(void **state) {
    (void)state;
    draft d = {.text = malloc(SIZE + 1)};
    assert_non_null(d.text);
    d.text[SIZE] = 0;
    for (size_t i = 0; case_lists[i]; i++)
        compare(language_of_code(annals_text_of(case_lists[i]->language)), make_text(&d, case_lists[i]));
    free(d.text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_memory_changes_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
