/* Titles, document dates and sentences. */
#include "engine_test.h"

#include "document.h"
#include "language.h"

static void expect_document(const char *text, const char *title, const char *date, const char *basis) {
    annals_chronology *c = chronology_of(text, NULL);
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    if (!is(d->title, title)) fail_msg("title '%.*s', not '%s'", (int)d->title.length, d->title.data, title);
    if (!is(d->when.edtf, date)) fail_msg("date '%.*s', not '%s'", (int)d->when.edtf.length, d->when.edtf.data, date);
    assert_string_equal(annals_when_basis_name(d->basis), basis);
    annals_free(c);
}

static void test_document_dates(void **state) {
    (void)state;
    expect_document("March 3, 1958\n\nLetter from the Consul\n\nThe ship left on 1 March.\n", "Letter from the Consul",
                    "1958-03-03", "stated");
    expect_document(
        "Skip to content\n\nThe Fall of the Bridge\n\nHarbour Town, 3 March 1958\n\nNothing moved. It rained.\n",
        "The Fall of the Bridge", "1958-03-03", "stated");
    expect_document("MEMORANDUM\nFrom: A. Writer\nDate: 3 March 1958\nSubject: Grain\n\nThe stores are full.\n",
                    "MEMORANDUM", "1958-03-03", "stated");
    expect_document("12. Report From the Legation2\n\nThe stores were full. They were emptied at night.\n\nMore was "
                    "said about it.\n\n"
                    "3 March 1958 Weller\n",
                    "Report From the Legation", "1958-03-03", "stated");
    expect_document("Port, July 16, 1958, 2 p.m.\n\nThe mill burned this morning.\n", "", "1958-07-16", "stated");
    expect_document("Mill Burns\n\nPORT, April 3, 1947 -- The mill burned last night.\n", "Mill Burns", "1947-04-03",
                    "stated");
    expect_document("Port, 3 March 1958\n\nDear Sir,\n\nThe mill burned. It is gone.\n\nYours faithfully\nA. Weller\n",
                    "", "1958-03-03", "stated");
    expect_document(
        "Skip to content Search\nHome > Papers > 1958\n\nSECRET\n\nThe Mill\n\nIt burned on 3 March 1958.\n",
        "The Mill", "", "unknown");
    expect_document("FROM: A. Weller\nDATE: 3 March 1958\nSUBJECT: The mill at Port\n\nIt burned. It is gone.\n",
                    "The mill at Port", "1958-03-03", "stated");
    expect_document("**A starred\nheading**\n\nOn 3 March 1958 the stores were emptied.\n", "A starred heading", "",
                    "unknown");
    /* When a telegram came is not when it was sent; a group dates its message. */
    expect_document("Port, November 2, 1958—8 p.m.\n[Received November 3—4:20 p. m.]\n\nThe mill burned. It is gone.\n",
                    "", "1958-11-02", "stated");
    expect_document("Port, November 2, 1958—8 p.m. [Received November 3, 1958—4:20 p. m.]\n\nThe mill burned.\n", "",
                    "1958-11-02", "stated");
    expect_document("[Received 3 November 1958]\n\nThe mill burned. It is gone.\n", "[Received 3 November 1958]", "",
                    "unknown");
    expect_document("P 112130Z AUG 1964\nFM CONSUL PORT\nTOR 120015Z\n\nThe mill burned. It is gone.\n", "",
                    "1964-08-11", "stated");
    expect_document(
        "Report\n\nCitation:\n\n\"Report\", May 2001, Some Archive, 3 March 1958.\n\nThe stores were full.\n", "Report",
        "", "unknown");
}

static void expect_sentences(const char *text, const char *const *wanted) {
    arena a = {0};
    annals_text t = annals_text_of(text);
    const grammar *english = language_of_code(annals_text_of("en"));
    block_list blocks = {0};
    sentence_list sentences = {0};
    assert_true(find_blocks(english, t, 1, &a, &blocks));
    byte_map map = {0};
    assert_true(map_bytes(t, 0, t.length, &a, &map));
    for (size_t i = 0; i < blocks.count; i++)
        assert_true(find_sentences(english, t, blocks.items, i, &map, &a, &sentences));
    size_t n = 0;
    for (; wanted[n]; n++) {
        annals_text found = n < sentences.count ? (annals_text){text + sentences.items[n].start,
                                                                sentences.items[n].end - sentences.items[n].start}
                                                : (annals_text){0};
        if (!is(found, wanted[n]))
            fail_msg("sentence %zu is '%.*s', not '%s'", n, (int)found.length, found.data, wanted[n]);
    }
    assert_int_equal(sentences.count, n);
    arena_free(&a);
}

#define SENTENCES(text, ...) expect_sentences(text, (const char *const[]){__VA_ARGS__, NULL})

static void test_sentences(void **state) {
    (void)state;
    SENTENCES("The U.S. Consul met A. B. Weller. He left.", "The U.S. Consul met A. B. Weller.", "He left.");
    SENTENCES("See No. 5 of Nov. 4. No. They were late.", "See No. 5 of Nov. 4.", "No.", "They were late.");
    SENTENCES("He came at 2 a.m. Weller called. At 3 p.m. He slept.", "He came at 2 a.m. Weller called.", "At 3 p.m.",
              "He slept.");
    SENTENCES("\"We shall see.\" He said no more.", "\"We shall see.\"", "He said no more.");
    SENTENCES("It was called “a matter of days.” (City Library, box 3) In May it ended.",
              "It was called “a matter of days.”", "(City Library, box 3)", "In May it ended.");
    SENTENCES("They were told.3 Nothing more (see p. 4) was said.", "They were told.3",
              "Nothing more (see p. 4) was said.");
    SENTENCES("2. The second point. It is short.", "The second point.", "It is short.");
    SENTENCES("What now? Go! They went.", "What now?", "Go!", "They went.");
    SENTENCES("Mr. Weller, Gen. Ostrow and Col. Hart of Weller & Co. met in St. Anne.",
              "Mr. Weller, Gen. Ostrow and Col. Hart of Weller & Co. met in St. Anne.");
    SENTENCES("", NULL);
}

static void test_tables(void **state) {
    (void)state;
    annals_chronology *c = chronology_of(
        "3 March 1958\n\nCables of a Day\n\nThey are listed below, one by one.\n\nItem Date From To Number\n"
        "a7.pdf 2-Mar-58 PORT CAPITAL 71\na8.pdf 3-Mar-58 PORT CAPITAL 72\n",
        NULL);
    const annals_event *e = event_with(c, "a7.pdf");
    assert_non_null(e);
    assert_true(is(e->label, "a7.pdf, from PORT to CAPITAL, no. 71"));
    assert_true(is(e->when->edtf, "1958-03-02"));
    assert_int_equal(e->kind, ANNALS_DOCUMENT);
    annals_free(c);
}

static void test_parted_tables(void **state) {
    (void)state;
    annals_chronology *c =
        chronology_of("Days of the port\n\nDate | What happened\n---|---\n5 October 1962 | The fleet sails\n", NULL);
    const annals_event *e = event_with(c, "fleet");
    assert_non_null(e);
    assert_true(is(e->label, "The fleet sails"));
    assert_int_equal(e->kind, ANNALS_OCCURRENCE);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_document_dates), cmocka_unit_test(test_sentences),
                                       cmocka_unit_test(test_tables), cmocka_unit_test(test_parted_tables)};
    return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
