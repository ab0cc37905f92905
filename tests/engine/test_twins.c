/* A block that stands again is read once: with and without that a document's mentions and events are the same.  The
 * documents are made of few paragraphs in many orders, so that the same words come in other company; where there is a
 * list of periods every block is read anew. */
#include "engine_test.h"

enum { DOCUMENTS = 12, PARAGRAPHS = 40, DRAWN = 300, SENTENCES = 3, SIZE = 1 << 20 };

static const char *const sentences[] = {
    "In %d the works were sold to a house in Leeds.",
    "On %d May the masons struck, and two days after the strike the mayor rode out.",
    "He said that the bridge would open on %d June.",
    "\"I came yesterday,\" said Anna Weller, \"and shall leave on the %dth.\"",
    "She wrote that nothing had been paid since 1%d.",
    "The next day it rained.",
    "Mr Hale told the court that he had signed on %d March 1903.",
    "From 9 p.m. to %d a.m. the pumps ran.",
    "See Proceedings, %d April 1911, pp. 3-9.",
    "It was to have been lit by December; that evening the lamp failed.",
    "Two weeks later the council met again (17 or %d July).",
    "The flood of 1882 lasted from %d to 24 February.",
    "Between 1 and %d November no boat sailed, which the owners had known before.",
    "(%d October 1899) the clerk resigned.",
    "The letter of %d August to the harbour master was not answered.",
    "In the spring of 191%d they returned.",
    "Every Monday the mail came; on Thursday, %d January, it did not.",
    "'We will go on Sunday,' he answered: 'it is %d weeks since the vote.'",
    "Until 7 p.m. they waited, recently also at night.",
    "12.%d.1931",
};
static const char *const heads[] = {"3 May 1904", "The strike", "Reference: No 12 of 4 July 1911", "10th.", "0430"};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static size_t put_paragraph(draft *d, char *out, size_t size) {
    size_t at = 0, count = 1 + draw(d, SENTENCES);
    if (!draw(d, 6)) return (size_t)snprintf(out, size, "%s", heads[draw(d, sizeof heads / sizeof *heads)]);
    if (!draw(d, 8)) at += (size_t)snprintf(out, size, "%u. ", 1 + draw(d, 9));
    for (size_t i = 0; i < count; i++) {
        const char *sentence = sentences[draw(d, sizeof sentences / sizeof *sentences)];
        at += (size_t)snprintf(out + at, size - at, sentence, (int)(2 + draw(d, 26)));
        at += (size_t)snprintf(out + at, size - at, i + 1 < count ? " " : "");
    }
    return at;
}
#pragma GCC diagnostic pop

static void make_document(draft *d) {
    char paragraphs[PARAGRAPHS][1024];
    for (size_t i = 0; i < PARAGRAPHS; i++) put_paragraph(d, paragraphs[i], sizeof paragraphs[i]);
    d->length = (size_t)snprintf(d->text, SIZE, "%s", draw(d, 2) ? "The works\n\n5 June 1914\n\n" : "");
    for (size_t i = 0; i < DRAWN; i++)
        d->length += (size_t)snprintf(d->text + d->length, SIZE - d->length, "%s%s", paragraphs[draw(d, PARAGRAPHS)],
                                      draw(d, 9) ? "\n\n" : "\n");
}

static annals_chronology *read(const draft *d, bool anew) {
    annals_period period = {.name = annals_text_of("Quorbish Interval"), .edtf = annals_text_of("1901")};
    annals_options options = {.periods = &period, .period_count = anew};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    assert_non_null(c);
    assert_int_equal(annals_add_text(c, "d.txt", (annals_text){d->text, d->length}, &error), ANNALS_OK);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    return c;
}

static bool same(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !memcmp(a.data, b.data, a.length));
}

static bool same_when(const annals_when *v, const annals_when *w) {
    return same(v->edtf, w->edtf) && !annals_bound_compare(v->begin.earliest, w->begin.earliest) &&
           !annals_bound_compare(v->end.latest, w->end.latest) && v->day_part == w->day_part;
}

static bool same_mention(const annals_mention *m, const annals_mention *n) {
    bool steps = m->resolution->step_count == n->resolution->step_count;
    for (size_t i = 0; steps && i < m->resolution->step_count; i++)
        steps = same(m->resolution->steps[i], n->resolution->steps[i]);
    return steps && same(m->id, n->id) && m->start == n->start && m->end == n->end && same(m->exact, n->exact) &&
           same(m->timex->value, n->timex->value) && same_when(m->when, n->when) && m->impossible == n->impossible;
}

static bool same_event(const annals_event *e, const annals_event *f) {
    bool sources = e->source_count == f->source_count, mentions = e->mention_count == f->mention_count;
    for (size_t i = 0; sources && i < e->source_count; i++)
        sources = e->sources[i].start == f->sources[i].start && e->sources[i].end == f->sources[i].end &&
                  same(e->sources[i].text, f->sources[i].text);
    for (size_t i = 0; mentions && i < e->mention_count; i++) mentions = e->mentions[i] == f->mentions[i];
    bool tags = e->tag_count == f->tag_count;
    for (size_t i = 0; tags && i < e->tag_count; i++) tags = same(e->tags[i].name, f->tags[i].name);
    return sources && mentions && tags && same(e->id, f->id) && e->kind == f->kind && e->modality == f->modality &&
           same(e->speaker, f->speaker) && same(e->label, f->label) && same(e->text, f->text) &&
           same_when(e->when, f->when);
}

static void compare(const draft *d) {
    annals_chronology *a = read(d, false), *b = read(d, true);
    size_t count, others;
    const annals_mention *m = annals_mentions(a, &count), *n = annals_mentions(b, &others);
    for (size_t i = 0; i < count && i < others; i++)
        if (!same_mention(&m[i], &n[i]))
            fail_msg("mention %zu is \"%.*s\" and \"%.*s\"", i, (int)m[i].exact.length, m[i].exact.data,
                     (int)n[i].exact.length, n[i].exact.data);
    assert_int_equal(count, others);
    const annals_event *e = annals_events(a, &count), *f = annals_events(b, &others);
    for (size_t i = 0; i < count && i < others; i++)
        if (!same_event(&e[i], &f[i]))
            fail_msg("event %zu is \"%.*s\" and \"%.*s\"", i, (int)e[i].label.length, e[i].label.data,
                     (int)f[i].label.length, f[i].label.data);
    assert_int_equal(count, others);
    annals_free(a);
    annals_free(b);
}

static void test_twins_change_nothing(void **state) {
    (void)state;
    draft d = {.text = malloc(SIZE)};
    assert_non_null(d.text);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        make_document(&d);
        compare(&d);
    }
    free(d.text);
}

/* The same words say something else where what they hang on stands elsewhere: a year before Christ, the header of a
 * table, the day above. */
static void test_what_hangs_on_others(void **state) {
    (void)state;
    static const char *const texts[] = {
        "The harbour was closed from 405 to 404 by a chain.\n\nIn 410 BC the walls were built.\n\n"
        "The harbour was closed from 405 to 404 by a chain.\n\nThe harbour was closed from 405 to 404 by a chain.\n",
        "| Number | Ship and date |\n|---|---|\n| 1204 | The Marigold of Port |\n\nMore is said below.\n\n"
        "| Date | Ship |\n|---|---|\n| 1204 | The Marigold of Port |\n",
        "Chronicle\n\nReference: # 12 from 1 March 1958\n\nThe envoy called at 6 p.m. at the mill and left.\n\n"
        "Reference: # 14 from 3 March 1958\n\nAll was quiet by then.\n\nReference: # 12 from 1 March 1958\n\n"
        "The envoy called at 6 p.m. at the mill and left.\n",
        "Thursday 3 May 1900\n\nBrig hove to at 5 a.m. off the point.\n\nFriday 4 May 1900\n\nCalm all day.\n\n"
        "Thursday 3 May 1900\n\nBrig hove to at 5 a.m. off the point.\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        compare(&(draft){.text = (char *)(uintptr_t)texts[i], .length = strlen(texts[i])});
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_twins_change_nothing),
                                       cmocka_unit_test(test_what_hangs_on_others)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
