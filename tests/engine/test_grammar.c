/* Every example of the grammar comes to its value; no counter-example is taken by its rule: not even in silence,
 * by a trap. */
#include "engine_test.h"

#include "grammar.h"

static annals_chronology *read_text(const char *language, const char *text) {
    annals_options options = {
        .date = annals_text_of("1962-11-02"), .mode = ANNALS_MODE_DOCUMENT, .language = annals_text_of(language)};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    assert_non_null(c);
    char sentence[512];
    /* Within a sentence, so that no date becomes a dateline. */
    snprintf(sentence, sizeof sentence, "We heard it was so: %s, they say, and they know it well enough.", text);
    assert_int_equal(annals_add_text(c, "case", annals_text_of(sentence), &error), ANNALS_OK);
    return c;
}

/* A range is two mentions, in an example "first/last", unless it is that of a reign. */
static bool comes_to(const annals_mention *m, bool more, const char *value) {
    const char *slash = strchr(value, '/');
    size_t first = slash ? (size_t)(slash - value) : strlen(value);
    if (is(m->timex->value, value)) return true;
    bool begins = m->timex->value.length == first && !memcmp(m->timex->value.data, value, first);
    return begins && (!slash || (more && is(m[1].timex->value, slash + 1)));
}

static bool case_holds(const grammar *g, const rule_case *k) {
    annals_chronology *c = read_text(g->language, k->text);
    const char *rule = g->rules[k->rule].name;
    /* A number is part of a mention that another rule makes. */
    const int maker = g->rules[k->rule].constructor;
    bool makes_number = k->value && (maker == CONSTRUCTOR_number || maker == CONSTRUCTOR_grouped);
    bool nothing = k->value && !strcmp(k->value, "none");
    size_t count;
    const annals_mention *mentions = annals_mentions(c, &count);
    /* What a trap does not take is a date. */
    bool trap = !g->rules[k->rule].result;
    bool holds = k->value ? nothing && !count : !trap || count;
    for (size_t i = 0; i < count; i++) {
        bool by_rule = makes_number || is(mentions[i].resolution->rule, rule);
        if (k->value && comes_to(&mentions[i], i + 1 < count, k->value) && by_rule) holds = true;
        if (!k->value && by_rule) holds = false;
    }
    if (!holds) {
        print_message("%s:%d: rule '%s': %s \"%s\"%s%s; found", k->file, k->line, rule,
                      k->value ? "example" : "counter-example", k->text, k->value ? " is not " : " is taken",
                      k->value ? k->value : "");
        for (size_t i = 0; i < count; i++)
            print_message(" [%.*s] %.*s by %.*s", (int)mentions[i].exact.length, mentions[i].exact.data,
                          (int)mentions[i].timex->value.length, mentions[i].timex->value.data,
                          (int)mentions[i].resolution->rule.length, mentions[i].resolution->rule.data);
        print_message("\n");
    }
    annals_free(c);
    return holds;
}

static void test_cases(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t l = 0; case_lists[l]; l++) {
        const rule_cases *list = case_lists[l];
        assert_string_equal(list->language, grammars[l]->language);
        assert_true(list->count >= 2 * grammars[l]->rule_count);
        for (size_t i = 0; i < list->count; i++) wrong += !case_holds(grammars[l], &list->cases[i]);
    }
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests_name("grammar", tests, NULL, NULL);
}
