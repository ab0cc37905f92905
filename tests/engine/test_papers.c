/* What papers of several kinds tell: notices of newspapers, logs with bare hours, minutes, reports with fields. */
#include "engine_test.h"

#include <string.h>

static void expect_told(const char *text, const char *label, const char *edtf) {
    annals_chronology *c = chronology_of(text, NULL);
    const annals_event *e = event_with(c, label);
    if (!e) fail_msg("no event '%s'", label);
    if (!is(e->when->edtf, edtf))
        fail_msg("'%s' is of '%.*s', not '%s'", label, (int)e->when->edtf.length, e->when->edtf.data, edtf);
    annals_free(c);
}

static void expect_title(const char *text, const char *title) {
    annals_chronology *c = chronology_of(text, NULL);
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    if (!is(d->title, title)) fail_msg("title '%.*s', not '%s'", (int)d->title.length, d->title.data, title);
    annals_free(c);
}

/* One word stands above what was done to whom; a first name cut short ends no sentence. */
static void test_notices(void **state) {
    (void)state;
    const char *paper = "THE LANNOCK COURANT\nSaturday, March 8, 1783\n\nYesterday the assizes ended, when Thos. Crane "
                        "was convicted.\n\nMarried. On Tuesday last, at St. Olave's, Mr. Jas. Pell to Miss Dinah "
                        "Rook.\n\nDied. On Sunday last, the Rev. Dr. Amory.\n";
    expect_title(paper, "THE LANNOCK COURANT");
    expect_told(paper, "Married: At St. Olave's, Mr. Jas. Pell to Miss Dinah Rook", "1783-03-04");
    expect_told(paper, "Died: The Rev. Dr. Amory", "1783-03-02");
    expect_told(paper, "when Thos. Crane was convicted", "1783-03-07");
}

/* "At 10 passed the light", where a log tells no half of the day; "Remarks on" a day is no part of what it tells. */
static void test_bare_hours(void **state) {
    (void)state;
    const char *log =
        "LOG OF THE BARQUE ANTELOPE, 1783\n\nRemarks on Tuesday February 11th. Wind NNE, fresh gales. At 6 "
        "a.m. weighed and made sail. At 10 passed the Skerry light. At four took a pilot off Hook Head. "
        "At 8 p.m. reefed topsails.\nRemarks on Wednesday February 12th. Strong gales with snow. At 3 "
        "the long boat stove.\n";
    expect_told(log, "passed the Skerry light", "1783-02-11T10:00:00");
    expect_told(log, "Took a pilot off Hook Head", "1783-02-11T16:00:00");
    expect_told(log, "The long boat stove", "1783-02-12T03:00:00");
    expect_told(log, "Wind NNE, fresh gales", "1783-02-11");
}

/* The day that minutes open with is theirs, though who was present stands in a line of its own; a report of another
 * day does not end what was done at the meeting. */
static void test_minutes(void **state) {
    (void)state;
    const char *minutes = "At a meeting held on Thursday the 21st of October 1847.\nPresent: Mr. Thorne in the chair, "
                          "Messrs. Garrod and Lowe.\nA riot had taken place at the gate on Monday evening.\nThe Master "
                          "tendered his resignation, which was accepted.\n";
    expect_told(minutes, "A riot had taken place", "1847-10-18");
    expect_told(minutes, "The Master tendered his resignation", "1847-10-21");
}

/* "Status: final" calls nothing, and a title may say of which days it is. */
static void test_titles_of_reports(void **state) {
    (void)state;
    expect_title("Incident review: loss of the billing database, 9-11 March 2014\nPrepared by: Operations, 24 March "
                 "2014\nStatus: final\n\nOn 9 March 2014 a controller failed.\n",
                 "Incident review: loss of the billing database");
}

/* Who did what, in two words, is told; how long something took leads away from no day. */
static void test_entries_of_few_words(void **state) {
    (void)state;
    const char *diary = "Diary of Ann Pell, 1783\n\nFriday, 7th of February. He died about four this morning. Father "
                        "rode to fetch the Rector.\n\nSaturday, 8th. Squally. Thos. Reeve fell from the yard; the boat "
                        "was half an hour out.\n\nSunday, 9th. Nothing.\n";
    annals_chronology *c = chronology_of(diary, NULL);
    assert_true(is(event_with(c, "He died")->label, "He died"));
    annals_free(c);
    expect_told(diary, "Thos. Reeve fell from the yard", "1783-02-08");
}

/* Whom or what it was due to is no plan. */
static void test_causes(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("Report of 1 June 1931\n\nThe death of Doro on 3 May 1931 was due to cyanide. "
                                         "The ship was due to sail on 5 May 1931.\n",
                                         NULL);
    assert_int_equal(event_with(c, "due to cyanide")->kind, ANNALS_OCCURRENCE);
    assert_int_equal(event_with(c, "due to sail")->kind, ANNALS_PLAN);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_notices),
                                       cmocka_unit_test(test_bare_hours),
                                       cmocka_unit_test(test_minutes),
                                       cmocka_unit_test(test_titles_of_reports),
                                       cmocka_unit_test(test_entries_of_few_words),
                                       cmocka_unit_test(test_causes)};
    return cmocka_run_group_tests_name("papers", tests, NULL, NULL);
}
