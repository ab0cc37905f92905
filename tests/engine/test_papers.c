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
    annals_chronology *c =
        chronology_of("Report of 1 June 1931\n\nThe death of Doro on 3 May 1931 was due to cyanide. "
                      "The ship was due to sail on 5 May 1931. None is expected before 9 May 1931.\n",
                      NULL);
    assert_null(event_with(c, "None is expected"));
    assert_int_equal(event_with(c, "due to cyanide")->kind, ANNALS_OCCURRENCE);
    assert_int_equal(event_with(c, "due to sail")->kind, ANNALS_PLAN);
    annals_free(c);
}

/* What a meeting did is numbered below it; a trial is of the day that stands below its title. */
static void test_records(void **state) {
    (void)state;
    const char *meeting =
        "KELBY BOARD\n\nMeeting of Monday 21 June 1999\n\n1. The Chairman welcomed the men.\n2. Mr Dorn "
        "was elected Treasurer.\n";
    expect_told(meeting, "Mr Dorn was elected Treasurer", "1999-06-21");
    const char *committee = "Minutes of the Committee held at Orle on 4 February 1952\n\nPresent: Mr Aske (Chair), Mrs "
                            "Dorn\n\n1. The minutes were read.\n2. Mr Weller resigned from the Committee.\n";
    expect_told(committee, "Mr Weller resigned", "1952-02-04");
    expect_told("Minutes of meeting, 4 May 1891\n\nIt was resolved to raise the dredger.\n", "It was resolved",
                "1891-05-04");
    expect_title("Meeting No. 12\nHeld on 4 May 1951\nPresent: Mr Aske\n\nThe Clerk read a letter.\n", "");
    const char *trial =
        "THE TRIAL OF ADA WELLER FOR THE MURDER OF BENJAMIN OSTROW, ESQ.\nHad at the Assizes held at Orle on "
        "Tuesday, the 9th Day of August, 1836\n\nThe prisoner pleaded Not Guilty this morning.\n";
    expect_title(trial, "THE TRIAL OF ADA WELLER FOR THE MURDER OF BENJAMIN OSTROW, ESQ.");
    expect_told(trial, "he prisoner pleaded", "1836-08-09");
    expect_title(
        "The information of Ada Weller, taken before me this 4th day of May 1762\n\nWho saith that it rained.\n",
        "The information of Ada Weller");
}

static void expect_date(const char *text, const char *edtf) {
    annals_chronology *c = chronology_of(text, NULL);
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    if (!is(d->when.edtf, edtf)) fail_msg("date '%.*s', not '%s'", (int)d->when.edtf.length, d->when.edtf.data, edtf);
    annals_free(c);
}

/* A headline ends above the day and place of what it is of, however short that is. */
static void test_headlines(void **state) {
    (void)state;
    const char *wire =
        "Thousands march for the river\nORLE, 18 May 1996. Some 900 people marched past the diet yesterday.\n";
    expect_title(wire, "Thousands march for the river");
    expect_told(wire, "people marched past", "1996-05-17");
}

/* Who tells a story names the year of the telling in its head, if it is later than what is told. */
static void test_stories(void **state) {
    (void)state;
#define TOLD "\n\nThe Heron was launched on 4 May 1921, when it rained. I joined her on 1 June. We sailed on 9 June.\n"
    expect_date("ABOVE THE WEATHER\n\nby A. Weller, 1948" TOLD, "1948");
    expect_date("ABOVE THE WEATHER\n\nby A. Weller\n\nOrle, May 1948" TOLD, "1948-05");
    expect_date("WHAT I SAW\n\nAda Weller, cook, told to her niece in 1951" TOLD, "1951");
    expect_date("The Heron" TOLD "\nPage last updated 3 May 2019.\n", "2019-05-03");
    expect_date("THE HERON\n\nOrle, 1921" TOLD, "[1921-06-09..]");
    expect_date("The fire at Orle in 1951" TOLD, "[1921-06-09..]");
}

/* Whom a relative clause tells of is what it was done to; the night of a weekday and its date are one. */
static void test_letters(void **state) {
    (void)state;
    const char *letter = "Letter of K. Lind to the Federation, 29 March 1936\n\nDear Comrades,\nThe shed went up in "
                         "flames on the morning of the 12th, and nothing could be saved. They asked on the 14th for "
                         "the code books, which I had burned on the 13th in the stove. The young men broke the windows "
                         "on Thursday night the 19th, against our advice.\n\nYours, K. Lind\n";
    expect_told(letter, "The shed went up in flames", "1936-03-12");
    expect_told(letter, "I had burned the code books", "1936-03-13");
    expect_told(letter, "The young men broke the windows", "1936-03-19/1936-03-20");
}

/* Above the day and place of an item stand its heading and who wrote it; a firm's name may end a sentence. */
static void test_items_of_news(void **state) {
    (void)state;
    const char *item =
        "Corvexa shares halted as chief executive quits\nBy Martin Hale, Financial Wire\nNEW YORK, Nov 5, "
        "2008 (FW) - Agents on Wednesday searched the offices of Corvexa Corp. Two executives have been "
        "put on leave, a person familiar with the matter said.\n";
    expect_title(item, "Corvexa shares halted as chief executive quits");
    annals_chronology *c = chronology_of(item, NULL);
    assert_true(is(event_with(c, "earched the offices")->label, "Agents searched the offices of Corvexa Corp"));
    annals_free(c);
    expect_told(
        "From: Dana Whitfield\nTo: Luis Ortega\nDate: Mon, 3 Nov 2008 09:12:44 -0500\n\nLuis,\nThe auditors were "
        "here on Friday.\n",
        "The auditors were here", "2008-10-31");
}

/* Days with a stop part a newspaper's issues, and who asks and who answers begin lines of their own. */
static void test_lines(void **state) {
    (void)state;
    const char *paper =
        "THE MARLOW MERCURY. Tuesday, January 17, 1888.\n\nOn Saturday last the Mail ran into a stopping "
        "train.\n\nTuesday, January 24, 1888.\nThe jury on Saturday found that Yarrow had caused the "
        "deaths.\n\nTuesday, February 28, 1888.\nAt the Assizes on Wednesday last Yarrow was "
        "acquitted.\n";
    expect_told(paper, "The jury found that Yarrow", "1888-01-21");
    expect_told(paper, "Yarrow was acquitted", "1888-02-22");
    annals_chronology *c =
        chronology_of("Interview with Mr. Tully, 6 March 1958\n\nQ. When did you leave?\nA. We left on 3 "
                      "February 1890.\nQ. And your mother?\nA. She died on 5 June 1891.\n",
                      NULL);
    assert_true(is(event_with(c, "We left")->label, "We left"));
    assert_true(is(event_with(c, "She died")->label, "She died"));
    annals_free(c);
    expect_told("Station Master's Journal\n\nSat. Jan. 14th 1888. Heavy snow.\nMon. 16th. Inquest opened and adjd. to "
                "Thursday.\nSat. 21st. Verdict of manslaughter agst. Yarrow.\n",
                "Verdict of manslaughter agst. Yarrow", "1888-01-21");
}

/* An item of a list of days keeps its text, and a citation says what is cited. */
static void test_lists(void **state) {
    (void)state;
    expect_told("CHRONOLOGY\n\n3 May 1931: The mill burned.\n4 May 1931: The council met, and adjourned.\n",
                "The council met, and adjourned", "1931-05-04");
    annals_chronology *c = chronology_of(
        "History\n\nThe mill burned on 3 May 1931 (Harker, Annals of Aske, London, 1957, p. 12).\n", NULL);
    size_t count, cited = 0;
    const annals_event *events = annals_events(c, &count);
    for (size_t i = 0; i < count; i++)
        cited +=
            events[i].kind == ANNALS_CITATION && is(events[i].label, "Harker, Annals of Aske, London, 1957, p. 12");
    assert_int_equal(cited, 1);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_records),
                                       cmocka_unit_test(test_stories),
                                       cmocka_unit_test(test_headlines),
                                       cmocka_unit_test(test_notices),
                                       cmocka_unit_test(test_bare_hours),
                                       cmocka_unit_test(test_minutes),
                                       cmocka_unit_test(test_titles_of_reports),
                                       cmocka_unit_test(test_entries_of_few_words),
                                       cmocka_unit_test(test_causes),
                                       cmocka_unit_test(test_letters),
                                       cmocka_unit_test(test_items_of_news),
                                       cmocka_unit_test(test_lines),
                                       cmocka_unit_test(test_lists)};
    return cmocka_run_group_tests_name("papers", tests, NULL, NULL);
}
