/* Accounts that several documents give of one event become that event; near misses do not. */
#include "engine_test.h"

typedef struct text {
    const char *source, *text;
} text;

static annals_chronology *chronology_of_all(const text *texts, size_t count) {
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, &error);
    assert_non_null(c);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(annals_add_text(c, texts[i].source, annals_text_of(texts[i].text), &error), ANNALS_OK);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    return c;
}
#define CHRONOLOGY(...) chronology_of_all((text[]){__VA_ARGS__}, sizeof(text[]){__VA_ARGS__} / sizeof(text))

/* The event that has an account with these words. */
static const annals_event *event_that_says(const annals_chronology *c, const char *words) {
    size_t count;
    const annals_event *events = annals_events(c, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < events[i].source_count; j++)
            if (has(events[i].sources[j].label.length ? events[i].sources[j].label : events[i].label, words))
                return &events[i];
    fail_msg("no account says '%s'", words);
    return NULL;
}

static void expect_joined(const annals_chronology *c, const char *one, const char *other, bool joined) {
    if ((event_that_says(c, one) == event_that_says(c, other)) != joined)
        fail_msg("'%s' and '%s' are %s", one, other, joined ? "two events" : "one event");
}

static const char harbour[] = "Report of the Harbour Master\n\nPort Tessaly, 9 May 1931\n\n"
                              "On 3 May 1931 the ferry Halcyon struck the Gannet Rock in fog. On 4 May 1931 divers "
                              "from Port Tessaly searched the "
                              "wreck of the Halcyon. On 7 May 1931 Captain Orme was questioned at the customs house.\n";
static const char paper[] =
    "The Tessaly Courier\n\n10 May 1931\n\n"
    "The ferry Halcyon ran upon the Gannet Rock on the night of 3 May 1931. Captain Orme was questioned on 7 May 1931 "
    "at "
    "the customs house in Port Tessaly. On 8 May 1931 the owners of the Halcyon offered a reward.\n";
static const char letter[] = "Letter from Agnes Orme to her sister\n\n12 May 1931\n\n"
                             "They say that the Halcyon struck the Gannet Rock on 2 May 1931. On 4 May 1931 our roof "
                             "in Port Tessaly was mended at "
                             "last.\n";

/* On one day there is much that does not happen. */
static void test_denials(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "The Tessaly Courier\n\n10 May 1931\n\nOn 3 May 1931 the Halcyon struck the Gannet Rock at Port "
              "Tessaly. On 5 May 1931 the mail came. Not a shot was fired on 5 May 1931.\n"},
        {"b", "Letter from Agnes Orme to her sister\n\n12 May 1931\n\nOn 3 May 1931 the Halcyon struck the "
              "Gannet Rock at Port Tessaly. On 5 May 1931 the roof fell in. No bread came on 5 May 1931.\n"});
    expect_joined(c, "shot was fired", "o bread came", false);
    annals_free(c);
}

/* ... but what one claims and another denies is one event with both claims. */
static void test_denied_claims(void **state) {
    (void)state;
    static const char claim[] =
        "The Tessaly Courier\n\n10 May 1931\n\nOn 3 May 1931 the Halcyon struck the Gannet Rock at "
        "Port Tessaly. Captain Orme signed the protest at the customs house on 5 May 1931.\n";
    static const char *const denials[][2] = {
        {"Letter from Agnes Orme to her sister\n\n12 May 1931\n\nOn 3 May 1931 the Halcyon struck the Gannet Rock. "
         "Captain Orme did not sign the protest on 5 May 1931.\n",
         "did not sign"},
        {"Report of the Harbour Master\n\n14 May 1931\n\nOn 3 May 1931 the Halcyon struck the Gannet Rock. Captain "
         "Orme denied that he signed the protest at the customs house on 5 May 1931.\n",
         "denied that"},
        {"Report of the Harbour Master\n\n14 May 1931\n\nOn 3 May 1931 the Halcyon struck the Gannet Rock. It is not "
         "true "
         "that Captain Orme signed the protest at the customs house on 5 May 1931.\n",
         "not true"}};
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++) {
        annals_chronology *c = CHRONOLOGY({"a", claim}, {"b", denials[i][0]});
        const annals_event *e = event_that_says(c, denials[i][1]);
        expect_joined(c, "Captain Orme signed", denials[i][1], true);
        assert_int_equal(e->conflict_count, 1);
        assert_true(has(e->conflicts[0].claim, "5 May 1931: it did not happen"));
        assert_int_equal(e->modality, ANNALS_ASSERTED);
        assert_true(is(e->label, "Captain Orme signed the protest at the customs house"));
        annals_free(c);
    }
}

/* Days apart and one common act are no account of one thing; a letter is no cable. */
static void test_apart_by_days(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a",
         "The Tessaly Courier\n\n10 May 1931\n\nOn 3 May 1931 the Halcyon struck the Gannet Rock at Port Tessaly. The "
         "cable arrived on 9 May 1931. At dusk on 6 May 1931 a crowd came before the gate with hammers.\n"},
        {"b",
         "Letter from Agnes Orme to her sister\n\n12 May 1931\n\nOn 3 May 1931 the Halcyon struck the Gannet Rock. The "
         "letter arrived on 8 May 1931. The horse soldiers came in on 5 May 1931 with drawn swords.\n"});
    expect_joined(c, "cable arrived", "letter arrived", false);
    expect_joined(c, "crowd came", "soldiers came", false);
    annals_free(c);
}

static void test_accounts(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY({"a", harbour}, {"b", paper});
    expect_joined(c, "struck the Gannet Rock", "ran upon the Gannet Rock", true);
    expect_joined(c, "questioned at the customs house", "questioned", true);
    expect_joined(c, "Divers", "reward", false);
    const annals_event *e = event_that_says(c, "ran upon the Gannet Rock");
    assert_int_equal(e->source_count, 2);
    assert_int_equal(e->mention_count, 2);
    assert_int_equal(e->conflict_count, 0);
    for (size_t i = 0; i < e->source_count; i++) {
        assert_non_null(e->sources[i].when);
        assert_true(e->sources[i].label.length && e->sources[i].id.length);
        assert_true(has(e->text, "Gannet Rock"));
    }
    annals_free(c);
}

/* Sources that disagree stand together, each with what it says; the event has the time of the most. */
static void test_conflict(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY({"a", harbour}, {"b", paper}, {"c", letter});
    const annals_event *e = event_that_says(c, "struck the Gannet Rock");
    assert_int_equal(e->source_count, 3);
    assert_true(has(e->when->edtf, "1931-05-03"));
    assert_int_equal(e->conflict_count, 1);
    assert_true(is(e->conflicts[0].claim, "2 May 1931"));
    size_t count;
    const annals_mention *mentions = annals_mentions(c, &count);
    size_t document = mentions[e->conflicts[0].mention].document;
    assert_true(is(annals_documents(c, &count)[document].source, "c"));
    expect_joined(c, "Divers", "ur roof", false);
    annals_free(c);
}

static bool claims(const annals_event *e, const char *claim) {
    for (size_t i = 0; i < e->conflict_count; i++)
        if (is(e->conflicts[i].claim, claim)) return true;
    return false;
}

/* An hour is much where the hour is what matters; a quarter of an hour is what clocks differ by. */
static void test_hours(void **state) {
    (void)state;
    const text report = {"a", "Report of the Inquiry\n\nOn 31 January 1923 at 5.30 p.m. the police at Saltness warned "
                              "Orrin Haven by telephone of the flood.\n"};
    const char book[] =
        "Occurrence Book\n\nOn 31 January 1923 at %s the police at Saltness telephoned a warning of the "
        "flood to Orrin Haven.\n";
    static const struct {
        const char *hour, *claim;
    } cases[] = {{"4.30 p.m.", "31 January 1923, 16:30"},
                 {"5.25 p.m.", NULL},
                 {"about 5 p.m.", NULL},
                 {"6.10 p.m.", "31 January 1923, 18:10"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char words[256];
        snprintf(words, sizeof words, book, cases[i].hour);
        annals_chronology *c = CHRONOLOGY(report, {"b", words});
        expect_joined(c, "warned Orrin Haven", "telephoned a warning", true);
        const annals_event *e = event_that_says(c, "warned Orrin Haven");
        assert_int_equal(e->conflict_count, cases[i].claim != NULL);
        if (cases[i].claim) assert_true(claims(e, cases[i].claim) || claims(e, "31 January 1923, 17:30"));
        annals_free(c);
    }
}

/* Who names the morning contradicts who names the evening. */
static void test_parts_of_a_day(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "Report\n\nOn the morning of 31 January 1923 the tower of St Orrin fell upon the market of Saltness.\n"},
        {"b", "Diary\n\nAt 8 p.m. on 31 January 1923 the tower of St Orrin fell upon the market of Saltness.\n"});
    assert_int_equal(event_that_says(c, "tower of St Orrin")->conflict_count, 1);
    annals_free(c);
}

/* A night takes in two days, but who names the one contradicts who names the other. */
static void test_claims_within_a_night(void **state) {
    (void)state;
    annals_chronology *c =
        CHRONOLOGY({"a", "Report of the Inquiry\n\nRobert Hale died in the infirmary on 20 February 1923.\n"},
                   {"b", "Register of Orrin\n\n21 February 1923. Robert Hale died in the infirmary.\n"},
                   {"c", "Diary of the vicar\n\n21 February 1923. Robert Hale died in the infirmary last night.\n"});
    const annals_event *e = event_that_says(c, "Robert Hale");
    assert_true(claims(e, "20 February 1923") && claims(e, "21 February 1923"));
    annals_free(c);
}

/* Within half an hour much happens: what two accounts tell in no word alike is of one minute, or of two things. */
static void test_other_words_of_an_hour(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY({"a", "The Saltness Board, Orrin Haven\n\nMr Josiah Pratt of Orrin Haven was "
                                            "there.\n\nOn 31 January 1923 at 7.20 p.m. the wall was overtopped.\n"
                                            "On 31 January 1923 at 9.30 p.m. the mill burned.\n"},
                                      {"b", "The Town Clerk of Saltness\n\nI saw Mr Josiah Pratt at Orrin Haven.\n\nOn "
                                            "31 January 1923 at 7.10 p.m. the police spoke to him.\n"
                                            "On 31 January 1923 at 9.55 p.m. a van stopped in Calm Street.\n"});
    expect_joined(c, "overtopped", "spoke to him", false);
    expect_joined(c, "mill burned", "van stopped", false);
    annals_free(c);
}

/* Clocks that are told to the minute tell of two moments, where one told to the next five may be rounded. */
static void test_minutes(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "The Saltness Line\n\nOn 31 January 1923 at 5.46 p.m. Hale of Orrin Haven accepted the express. On 31 "
              "January 1923 at 5.30 p.m. the empties stopped at Orrin Haven.\n"},
        {"b", "Occurrence book, Saltness\n\n31 January 1923. 5.52 p.m. Express into the empties at Orrin Haven.\n"});
    expect_joined(c, "accepted the express", "into the empties", false);
    annals_free(c);
    c = CHRONOLOGY({"a", "The Saltness Line\n\nOn 31 January 1923 at 5.46 p.m. Hale of Orrin Haven accepted the "
                         "express from Saltness.\n"},
                   {"b", "The Saltness Board\n\nOn 31 January 1923 at 5.45 p.m. the express from Saltness was accepted "
                         "by Hale of Orrin Haven.\n"});
    expect_joined(c, "Hale of Orrin Haven accepted", "was accepted", true);
    annals_free(c);
}

/* One document may tell of a thing twice, once with its hour; other hours are of other things. */
static void test_told_twice(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "Report on the riot at Velm\n\nOn 16 March 1921 at 10.20 a.m. the guard fired on the crowd at the Velm "
              "Gate.\n"},
        {"b",
         "Letter from Anna Velm\n\n16 March 1921. The soldiers fired on the crowd at the Velm Gate. At 10.20 a.m. I "
         "heard the guard fire.\n"},
        {"c",
         "The Velm Argus\n\nOn 16 March 1921 the guard fired on the crowd at the Velm Gate. At 4 p.m. on 16 March 1921 "
         "the guard fired again.\n"});
    expect_joined(c, "fired on the crowd", "heard the guard fire", true);
    expect_joined(c, "fired on the crowd", "fired again", false);
    annals_free(c);
}

/* The telegram that one man wrote is not the cable that another sent on that day. */
static void test_other_sender(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "Cable from Foreign Minister Orlow to Consul Hart in Tessaly\n\n3 May 1931\n\nKeep the harbour open.\n"},
        {"b", "Report of the Harbour Master\n\nPort Tessaly, 9 May 1931\n\nIn reality, Brandt had not written anything "
              "to Belmonte with the exception of the telegram of 3 May 1931.\n"});
    expect_joined(c, "Cable from Foreign Minister", "Brandt had not written anything", false);
    annals_free(c);
}

static void test_near_misses(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "The raiders burned the mill at Lower Aske on 3 June 1644. On 10 June 1644 they burned the mill at Upper "
              "Aske. The Governor of Carrick left for Dorn on 12 June 1644.\n"},
        {"b",
         "On 3 June 1644 the bridge at Thorn was broken by raiders. The mill at Upper Aske was burned by them on 10 "
         "June 1644. If the Governor had stayed on 12 June 1644, Carrick would have held.\n"});
    expect_joined(c, "mill at Lower Aske", "bridge at Thorn", false);
    expect_joined(c, "mill at Lower Aske", "mill at Upper Aske", false);
    expect_joined(c, "hey burned the mill at Upper Aske", "mill at Upper Aske was burned", true);
    expect_joined(c, "left for Dorn", "had stayed", false);
    annals_free(c);
}

/* The same deed on one day, of one thing that two papers place otherwise; names that begin alike are two. */
static void test_places(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY({"a", "Report one\n\nOn 3 May 1931 the mill at Aske was on fire.\n"},
                                      {"b", "Report two\n\nOn 3 May 1931 the mill at Thorn burned.\n"});
    expect_joined(c, "mill at Aske", "mill at Thorn", false);
    annals_free(c);
    c = CHRONOLOGY({"a", "Report one\n\nOn 3 May 1931 the mill at Williamsburg was on fire.\n"},
                   {"b", "Report two\n\nOn 3 May 1931 the mill at Williamstown burned.\n"});
    expect_joined(c, "mill at Williamsburg", "mill at Williamstown", false);
    annals_free(c);
}

/* The same words with another name, or with names that changed places, tell of other things; denied, of one. */
static void test_other_names(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a",
         "On 4 June 1927 General Ovando was shot in Oroya. On 5 June 1927 the envoy Reyes warned Mora of a raid. On 7 "
         "June 1927 Mr. Hale was elected mayor of Lima. On 9 June 1927 the steamer Khrushchev left Callao.\n"},
        {"b",
         "On 4 June 1927 General Mora was shot in Oroya. On 5 June 1927 the envoy Mora warned Reyes of a raid. On 7 "
         "June 1927 Mr. Hale was not elected mayor of Lima. On 9 June 1927 the steamer Khrushev left Callao.\n"});
    expect_joined(c, "Ovando was shot", "Mora was shot", false);
    expect_joined(c, "Reyes warned Mora", "Mora warned Reyes", false);
    expect_joined(c, "was elected", "was not elected", true);
    expect_joined(c, "steamer Khrushchev", "steamer Khrushev", true);
    annals_free(c);
    c = CHRONOLOGY({"a", "On 3 May 1912 the mill in ward 2 burned.\n"},
                   {"b", "On 3 May 1912 the mill in ward 17 burned.\n"},
                   {"c", "The mill in ward 17 burned on 3 May 1912.\n"});
    expect_joined(c, "mill in ward 2", "mill in ward 17", false);
    size_t count;
    annals_events(c, &count);
    assert_int_equal(count, 2);
    annals_free(c);
}

/* What two offices do on one day, at one hour, is two events; "your telegram" is that of whom one writes to; a date
 * that is said to be wrong is a claim; what stands under a day is told of it. */
static void test_who_and_whose(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a",
         "The Mayor of Aske spoke to the weavers at the Dorn Gate at noon on 3 June 1844. In the first edition of the "
         "Almanac the fall of the Thorn Tower at Aske was dated 7 June 1844. The Thorn Tower at Aske fell on 8 June "
         "1844.\n"},
        {"b", "The Bishop spoke to the widows at noon on 3 June 1844. The Thorn Tower at Aske "
              "fell on 8 June 1844 in the forenoon.\n"},
        {"c", "TELEGRAMS\n\nNo. 1\nFrom the Mayor of Aske to the Governor, Dorn\n9 June 1844, 9 a.m.\nTower down. Send "
              "masons.\n\nNo. 2\nFrom the Governor, Dorn, to the Mayor of Aske\n9 June 1844, 5 p.m.\nYour telegram of "
              "this morning received. Masons will reach you tomorrow.\n"});
    expect_joined(c, "Mayor of Aske spoke", "Bishop spoke", false);
    expect_joined(c, "was dated", "Tower at Aske fell", true);
    expect_joined(c, "From the Mayor of Aske", "Your telegram", true);
    expect_joined(c, "From the Governor", "Your telegram", false);
    annals_free(c);
    c = CHRONOLOGY({"a",
                    "Diary of Ann Thorn, 1844\n\n8 June 1844. A dreadful day. The Thorn Tower at Aske fell and broke "
                    "the bridge.\n\n9 June 1844. Masons came.\n\n10 June 1844. Nothing.\n"},
                   {"b", "On 8 June 1844 the Thorn Tower at Aske fell.\n"});
    assert_true(has(event_that_says(c, "dreadful")->text, "broke the bridge."));
    annals_free(c);
}

/* Told in other words: what happened, and to whom, has more than one name, and two words may be one of them. */
static void test_other_words(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "The powder mill at Lower Aske blew up on 3 June 1844. On 5 June 1844 the victims were interred at Aske. "
              "On 9 June 1844 the physician of Aske sailed for Dorn.\n"},
        {"b",
         "An explosion at the gunpowder mill of Aske took eleven lives on 3 June 1844. All Aske went to the funeral "
         "of the dead on 5 June 1844. A vessel from Dorn reached Aske on 9 June 1844.\n"});
    expect_joined(c, "blew up", "explosion", true);
    expect_joined(c, "interred", "funeral", true);
    expect_joined(c, "sailed for Dorn", "vessel from Dorn", false);
    annals_free(c);
}

/* "The telegram of that day" is Brandt's, though it went to the capital and not to the man there. */
static void test_papers(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a",
         "Report of the Harbour Master\n\nPort Tessaly, 9 May 1931\n\nThis is the history of Brandt's letter of 3 "
         "May 1931 to Belmonte. He had written nothing to the capital with the exception of the telegram from 3 May "
         "1931.\n"},
        {"b", "Box list\n\nFolder 2  Brandt to Belmonte, telegram 212, 3 May 1931.\n"});
    const annals_event *e = event_that_says(c, "Brandt's letter");
    assert_int_equal(e->source_count, 3);
    assert_int_equal(e->kind, ANNALS_DOCUMENT);
    annals_free(c);
}

/* The most precise of the times that agree. */
static void test_sharpest_time(void **state) {
    (void)state;
    annals_chronology *c =
        CHRONOLOGY({"a", "The observatory on Mount Karsk was struck by lightning on 5 August 1911.\n"},
                   {"b", "At 4 p.m. on 5 August 1911 lightning struck the observatory on Mount Karsk.\n"},
                   {"c", "In August 1911 the observatory on Mount Karsk was struck by lightning.\n"});
    const annals_event *e = event_that_says(c, "ightning struck the observatory");
    assert_int_equal(e->source_count, 3);
    assert_int_equal(e->conflict_count, 0);
    assert_true(is(e->when->edtf, "1911-08-05T16:00:00"));
    annals_free(c);
}

/* Whoever only gives the day agrees with both that give its hours, and does not silence them. */
static void test_coarse_third(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY({"a", "The tanker Corrigan sank off Port Aldmoor at 2 a.m. on 3 March 1958.\n"},
                                      {"b", "At 5 a.m. on 3 March 1958 the tanker Corrigan sank off Port Aldmoor.\n"},
                                      {"c", "On 3 March 1958 the tanker Corrigan sank off Port Aldmoor.\n"});
    const annals_event *e = event_that_says(c, "Corrigan");
    assert_int_equal(e->source_count, 3);
    assert_true(is(e->when->edtf, "1958-03-03T02:00:00"));
    assert_int_equal(e->conflict_count, 1);
    assert_true(is(e->conflicts[0].claim, "3 March 1958, 05:00"));
    annals_free(c);
}

/* "I wrote to Hale" and "the Harbour Master's telegram" are papers that stand there themselves. */
static void test_letters_told(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "From: Agnes Orme, Accounts\nTo: Peter Hale, Audit\nDate: Wed, 9 Jun 1999 17:42\nSubject: Account "
              "7719\n\nThe account will not clear.\n"},
        {"b", "A CLERK REMEMBERS\n\nBy Agnes Orme\n\nOn 9 June 1999 I wrote to Peter Hale. On 10 June 1999 I wrote to "
              "my mother.\n"});
    const annals_event *e = event_that_says(c, "I wrote to Peter Hale");
    assert_int_equal(e->source_count, 2);
    assert_int_equal(e->kind, ANNALS_DOCUMENT);
    assert_int_equal(event_that_says(c, "I wrote to my mother")->source_count, 1);
    annals_free(c);
}

/* A hill that is named after what was done there is not that. */
static void test_names_of_acts(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "ACCOUNT OF THE STEWARD OF ASKE\n\n7 August 1651. To the carpenters, for a fence at the Gallows Hill of "
              "Aske.\n\n20 August 1651. To the smith, for a lock.\n"},
        {"b",
         "HOUSE BOOK OF MATTHIAS DENT\n\n2 August 1651. The court of Aske sat.\n\n9 August 1651. Both were beheaded on "
         "the hill of Aske.\n"});
    expect_joined(c, "To the carpenters", "Both were beheaded", false);
    annals_free(c);
}

/* One deed, of which one account tells something contrary besides. */
static void test_opposites_beside(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "Report of the Council\n\n9 May 1931\n\nOn 3 May 1931 sixty weavers entered the Guildhall at Aldmoor and "
              "barred the doors.\n"},
        {"b", "The Aldmoor Courier\n\n10 May 1931\n\nOn 3 May 1931 the siege of the Guildhall at Aldmoor began when "
              "sixty weavers entered.\n"});
    expect_joined(c, "barred the doors", "Guildhall at Aldmoor began", true);
    annals_free(c);
}

/* What excludes each other is two events, however alike the words. */
static void test_opposites(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"The bridge at Aldmoor was opened", "The bridge at Aldmoor was closed"},
        {"Governor Reyes arrived at Aldmoor", "Governor Reyes left Aldmoor"},
        {"Hart was elected mayor of Aldmoor", "Hart was defeated as mayor of Aldmoor"},
        {"The Council granted the licence to Hart", "The Council refused the licence to Hart"},
        {"The strike at the Aldmoor mill began", "The strike at the Aldmoor mill ended"},
        {"Captain Hart was acquitted at Aldmoor", "Captain Hart was convicted at Aldmoor"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char one[128], other[128];
        snprintf(one, sizeof one, "%s on 3 March 1958.\n", pairs[i][0]);
        snprintf(other, sizeof other, "%s on 3 March 1958.\n", pairs[i][1]);
        annals_chronology *c = CHRONOLOGY({"a", one}, {"b", other});
        if (event_that_says(c, pairs[i][0]) == event_that_says(c, pairs[i][1]))
            fail_msg("'%s' and '%s' are one event", pairs[i][0], pairs[i][1]);
        annals_free(c);
    }
}

static void expect_pair(const char *a, const char *b, const char *one, const char *other, bool joined) {
    annals_chronology *c = CHRONOLOGY({"a", a}, {"b", b});
    expect_joined(c, one, other, joined);
    annals_free(c);
}

/* One happening in other words; one of a series is not the next. */
static void test_akin(void **state) {
    (void)state;
    expect_pair("Captain Hart was shot at Aldmoor on 3 March 1958.\n",
                "Captain Hart died at Aldmoor on 3 March 1958.\n", "was shot", "died", true);
    expect_pair("The first sortie from Fort Lazar failed on 3 March 1958.\n",
                "The second sortie from Fort Lazar failed on 3 March 1958.\n", "first", "second", false);
    expect_pair("The Ardova commandant resigned on 3 March 1958.\n",
                "According to Ardova the troops came on 3 March 1958.\n", "resigned", "troops", false);
}

/* Who a pronoun means, the sentence before says. */
static void test_carried(void **state) {
    (void)state;
    expect_pair("Captain Orme of the Halcyon fell ill at Tessaly. He died on 7 May 1931.\n",
                "Captain Orme of the Halcyon was ill at Tessaly. Orme expired on 7 May 1931.\n", "He died", "expired",
                true);
    expect_pair("Captain Orme of the Halcyon was led to the gallows at Tessaly. He died on 7 May 1931 and forgave Mr. "
                "Weller by name.\n",
                "The Halcyon lay at Tessaly. Captain Orme was hanged on 7 May 1931 on Castle Green.\n", "He died",
                "hanged", true);
}

/* One dies once, whatever the day. */
static void test_once(void **state) {
    (void)state;
    static const char here[] = "The Tessaly Courier\n\n10 May 1931\n\nBishop Kyril of Tessaly died on 3 May 1931. The "
                               "ferry Halcyon came in on 5 May 1931.\n";
    static const char there[] = "Letter from Agnes Orme\n\n12 May 1931\n\nBishop Kyril expired at Tessaly on 4 May "
                                "1931. The Halcyon left again on 6 May 1931.\n";
    expect_pair(here, there, "died", "expired", true);
    annals_chronology *c = CHRONOLOGY({"a", here}, {"b", there});
    assert_int_equal(event_that_says(c, "Kyril")->conflict_count, 1);
    expect_joined(c, "came in", "left again", false);
    annals_free(c);
}

/* ---------------------------------------------------------------- what must not matter */

static bool same(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !memcmp(a.data, b.data, a.length));
}

static void expect_same_events(const annals_chronology *a, const annals_chronology *b) {
    size_t n, m;
    const annals_event *x = annals_events(a, &n), *y = annals_events(b, &m);
    assert_int_equal(n, m);
    for (size_t i = 0; i < n; i++) {
        assert_true(same(x[i].id, y[i].id));
        assert_true(same(x[i].label, y[i].label));
        assert_true(same(x[i].text, y[i].text));
        assert_true(same(x[i].when->edtf, y[i].when->edtf));
        assert_int_equal(x[i].source_count, y[i].source_count);
        assert_int_equal(x[i].conflict_count, y[i].conflict_count);
        for (size_t j = 0; j < x[i].source_count; j++) assert_true(same(x[i].sources[j].text, y[i].sources[j].text));
        for (size_t j = 0; j < x[i].conflict_count; j++)
            assert_true(same(x[i].conflicts[j].claim, y[i].conflicts[j].claim));
    }
}

static void test_order(void **state) {
    (void)state;
    text texts[] = {{"a", harbour}, {"b", paper}, {"c", letter}};
    static const int orders[][3] = {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    annals_chronology *c = chronology_of_all(texts, 3);
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        text other[] = {texts[orders[i][0]], texts[orders[i][1]], texts[orders[i][2]]};
        annals_chronology *d = chronology_of_all(other, 3);
        expect_same_events(c, d);
        annals_free(d);
    }
    annals_free(c);
}

static void test_copies(void **state) {
    (void)state;
    annals_chronology *once = CHRONOLOGY({"a", harbour}, {"b", paper});
    annals_chronology *twice = CHRONOLOGY({"a", harbour}, {"b", paper}, {"a", harbour}, {"z", paper});
    size_t count;
    annals_documents(twice, &count);
    assert_int_equal(count, 2);
    annals_notices(twice, &count);
    assert_int_equal(count, 2);
    expect_same_events(once, twice);
    annals_free(once), annals_free(twice);
}

/* A copy with other line ends, blank lines or margins is the same document; one with another word is not. */
static void test_wrapped_copies(void **state) {
    (void)state;
    static const char
        plain[] = "Port, 3 May 1931\n\nThe mill burned on 1 May and the miller fled\nthe next day.\n",
        crlf[] = "Port, 3 May 1931\r\n\r\nThe mill burned on 1 May and the miller fled\r\nthe next day.\r\n",
        wide[] = "\n  Port, 3 May 1931\n\n\n  The mill burned on 1 May\n  and the miller\n  fled the next day.",
        other[] = "Port, 3 May 1931\n\nThe mill burned on 2 May and the miller fled\nthe next day.\n";
    annals_chronology *once = CHRONOLOGY({"a", plain});
    annals_chronology *often = CHRONOLOGY({"a", plain}, {"b", crlf}, {"c", wide});
    annals_chronology *both = CHRONOLOGY({"a", plain}, {"d", other});
    size_t count;
    annals_documents(often, &count);
    assert_int_equal(count, 1);
    expect_same_events(once, often);
    annals_documents(both, &count);
    assert_int_equal(count, 2);
    annals_free(once), annals_free(often), annals_free(both);
}

/* Do the events that those documents tell of stand as they did, whatever else there is? */
static void expect_events_of(const annals_chronology *few, const annals_chronology *more) {
    size_t n, m;
    const annals_event *x = annals_events(few, &n), *y = annals_events(more, &m);
    for (size_t i = 0; i < n; i++) {
        size_t j = 0;
        while (j < m && !same(y[j].id, x[i].id)) j++;
        if (j == m) fail_msg("'%.*s' is no event any more", (int)x[i].label.length, x[i].label.data);
        assert_true(same(x[i].label, y[j].label));
        assert_true(same(x[i].text, y[j].text));
        assert_true(same(x[i].when->edtf, y[j].when->edtf));
        assert_int_equal(x[i].source_count, y[j].source_count);
        assert_int_equal(x[i].conflict_count, y[j].conflict_count);
    }
}

/* Documents that have no words in common with the others join nothing of these, nor part it, of the same days or not:
 * how rare words are is asked of those that have them. */
static void test_strangers(void **state) {
    (void)state;
    static const char *const verbs[] = {"sang", "danced", "slept", "coughed", "laughed"};
    static const char *const names[] = {"Zuri", "Quispe", "Yaxley", "Wujek", "Ibarra", "Ulmer", "Eskew"};
    enum { STRANGERS = 30, SENTENCES = 35 };
    static char sources[STRANGERS][16], strangers[STRANGERS][64 * SENTENCES];
    text texts[3 + STRANGERS] = {{"a", harbour}, {"b", paper}, {"c", letter}};
    for (size_t i = 0, length; i < STRANGERS; i++) {
        for (size_t j = length = 0; j < SENTENCES; j++)
            length += (size_t)sprintf(strangers[i] + length, "%s%zu %s %s1931-05-%02zu. ", names[(i + j) % 7], i + 100,
                                      verbs[j % 5], j % 2 ? "softly " : "", 2 + (i + j) % 7);
        sprintf(sources[i], "stranger %zu", i);
        texts[3 + i] = (text){sources[i], strangers[i]};
    }
    annals_chronology *few = chronology_of_all(texts, 3), *more = chronology_of_all(texts, 3 + STRANGERS);
    expect_events_of(few, more);
    annals_free(few), annals_free(more);
}

/* A copy that differs by a word elsewhere tells of nothing new. */
static void test_near_copies(void **state) {
    (void)state;
    char copy[1024];
    snprintf(copy, sizeof copy, "%s\nEnd of the copy.\n", harbour);
    annals_chronology *once = CHRONOLOGY({"a", harbour});
    annals_chronology *twice = CHRONOLOGY({"a", harbour}, {"copy", copy});
    size_t n, m;
    const annals_event *x = annals_events(once, &n), *y = annals_events(twice, &m);
    size_t happened = 0;
    for (size_t i = 0; i < n; i++) happened += x[i].kind == ANNALS_OCCURRENCE;
    for (size_t i = 0; i < m; i++) happened -= y[i].kind == ANNALS_OCCURRENCE;
    assert_int_equal(happened, 0);
    annals_free(once), annals_free(twice);
}

/* A correction by hand must find its event, whatever that was joined with. */
static void test_ids(void **state) {
    (void)state;
    annals_chronology *alone = CHRONOLOGY({"a", harbour}),
                      *with = CHRONOLOGY({"a", harbour}, {"b", paper}, {"c", letter});
    size_t n, m;
    const annals_event *x = annals_events(alone, &n), *y = annals_events(with, &m);
    for (size_t i = 0; i < n; i++) {
        bool found = false;
        for (size_t j = 0; j < m && !found; j++) {
            found = is(y[j].id, x[i].id.data);
            for (size_t k = 0; k < y[j].source_count; k++) found |= is(y[j].sources[k].id, x[i].id.data);
        }
        if (!found) fail_msg("'%.*s' has another id", (int)x[i].label.length, x[i].label.data);
    }
    annals_free(alone), annals_free(with);
}

/* What is joined stays as it is. */
static void test_again(void **state) {
    (void)state;
    annals_chronology *once = CHRONOLOGY({"a", harbour}, {"b", paper}, {"c", letter});
    annals_chronology *again = CHRONOLOGY({"a", harbour}, {"b", paper}, {"c", letter});
    assert_int_equal(annals_finish(again, NULL), ANNALS_OK);
    expect_same_events(once, again);
    annals_free(once), annals_free(again);
}

/* What is said of a document counts its own dates. */
static void test_notices(void **state) {
    (void)state;
    annals_chronology *c =
        CHRONOLOGY({"a", "The mill burned on 3 May. The bridge fell on 4 May.\n"}, {"b", "The ship sank on 5 June.\n"});
    size_t count;
    const annals_notice *notices = annals_notices(c, &count);
    assert_int_equal(count, 2);
    assert_true(has(notices[0].message, "2 dates stay open"));
    assert_true(has(notices[1].message, "1 date stays open"));
    annals_free(c);
}

/* How many there were is the same in words and in figures. */
static void test_amounts(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a",
         "Diary of Agnes Orme\n\n10 May 1931\n\nThe Dunvik mill took fire on 1 May 1931. On 3 May 1931 the "
         "Mayor gave Weller four hundred and fifty pounds for the widows of Dunvik. On 5 May 1931 the mail came.\n"},
        {"b", "The Dunvik Courier\n\n12 May 1931\n\nThe Dunvik mill was burned down on 1 May 1931. On 3 May 1931 "
              "\xC2\xA3"
              "450 was paid to Mr. Weller. On 5 May 1931 a bridge was opened at Dunvik.\n"});
    expect_joined(c, "four hundred and fifty", "450", true);
    expect_joined(c, "mail came", "bridge was opened", false);
    annals_free(c);
}

/* "let him go": a few words may part the two that tell something together. */
static void test_parted_words(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "Diary of Agnes Orme\n\n10 May 1931\n\nOn 3 May 1931 they let poor Weller go. On 5 May 1931 rain.\n"},
        {"b", "The Dunvik Courier\n\n12 May 1931\n\nOn 3 May 1931 Weller was set free at Dunvik. On 6 May 1931 "
              "Agnes Orme sang.\n"});
    expect_joined(c, "let poor Weller go", "set free", true);
    annals_free(c);
}

/* Two documents that tell of the same few days of a year tell of the same things, in whatever words; two that tell of
 * every day may not. */
static void test_in_step(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a",
         "Day book of the Dunvik quarry\n\n20 December 1931\n\nOn 3 March 1931 the first blast at Dunvik. On 9 May "
         "1931 Weller was hurt by a stone. On 14 July 1931 the crane fell. On 2 October 1931 the pit ran full at "
         "Dunvik. On 11 November 1931 the last yard of rock was gone.\n"},
        {"b",
         "Memoirs of Agnes Orme\n\n20 December 1950\n\nOn 3 March 1931 they began to blast at Dunvik. On 9 May 1931 "
         "a stone hurt Weller. On 14 July 1931 the crane of Dunvik fell. On 2 October 1931 water drowned the "
         "workings. On 11 November 1931 the two galleries met.\n"});
    expect_joined(c, "rock was gone", "galleries met", true);
    annals_free(c);
    c = CHRONOLOGY(
        {"a", "Diary of Agnes Orme\n\n20 December 1931\n\nOn 3 March 1931 rain at Dunvik. On 4 March 1931 Weller "
              "came. On 5 March 1931 we baked. On 6 March 1931 the cow died. On 7 March 1931 the last yard of "
              "rock was gone.\n"},
        {"b", "Memoirs of Weller\n\n20 December 1950\n\nOn 3 March 1931 I left Dunvik. On 4 March 1931 I saw Agnes "
              "Orme. On 5 March 1931 a letter reached me. On 6 March 1931 the inn was shut. On 7 March 1931 "
              "the two galleries met.\n"});
    expect_joined(c, "rock was gone", "galleries met", false);
    annals_free(c);
}

/* Who meets again has met before: that is no other claim of the time. */
static void test_once_more(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"a", "Report to the Ministry\n\nOn 12 August 1961 Orban and Kestrel met at the Caf\xC3\xA9 Adler.\n"},
        {"b", "Memoir\n\nOn 14 August 1961 Orban and Kestrel met again at the Caf\xC3\xA9 Adler.\n"});
    expect_joined(c, "Orban and Kestrel met at", "met again", false);
    annals_free(c);
}

/* What one telegram does not name, the others of its file do. */
static void test_papers_of_a_file(void **state) {
    (void)state;
    annals_chronology *c = CHRONOLOGY(
        {"cables.txt", "No. 1\nConsul Weller to the Board\n\nAske, May 4, 1931\n\nColonel Maruk came to Aske with "
                       "Captain Orme and closed the Gannet bridge.\n\nNo. 2\nConsul Weller to the Board\n\nAske, May "
                       "9, 1931\n\nYesterday the prisoners were brought away.\n"},
        {"paper.txt",
         "The Tessaly Courier\n\n20 May 1931\n\nColonel Maruk and Captain Orme closed the bridge at Gannet "
         "on 4 May 1931. On 8 May 1931 they crossed the bay in a boat.\n"});
    expect_joined(c, "prisoners were brought away", "crossed the bay", true);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_papers_of_a_file),
                                       cmocka_unit_test(test_once_more),
                                       cmocka_unit_test(test_in_step),
                                       cmocka_unit_test(test_accounts),
                                       cmocka_unit_test(test_amounts),
                                       cmocka_unit_test(test_parted_words),
                                       cmocka_unit_test(test_denials),
                                       cmocka_unit_test(test_denied_claims),
                                       cmocka_unit_test(test_apart_by_days),
                                       cmocka_unit_test(test_conflict),
                                       cmocka_unit_test(test_other_sender),
                                       cmocka_unit_test(test_other_names),
                                       cmocka_unit_test(test_who_and_whose),
                                       cmocka_unit_test(test_places),
                                       cmocka_unit_test(test_near_misses),
                                       cmocka_unit_test(test_other_words),
                                       cmocka_unit_test(test_papers),
                                       cmocka_unit_test(test_sharpest_time),
                                       cmocka_unit_test(test_order),
                                       cmocka_unit_test(test_copies),
                                       cmocka_unit_test(test_wrapped_copies),
                                       cmocka_unit_test(test_near_copies),
                                       cmocka_unit_test(test_ids),
                                       cmocka_unit_test(test_again),
                                       cmocka_unit_test(test_notices),
                                       cmocka_unit_test(test_coarse_third),
                                       cmocka_unit_test(test_opposites),
                                       cmocka_unit_test(test_names_of_acts),
                                       cmocka_unit_test(test_letters_told),
                                       cmocka_unit_test(test_opposites_beside),
                                       cmocka_unit_test(test_strangers),
                                       cmocka_unit_test(test_akin),
                                       cmocka_unit_test(test_carried),
                                       cmocka_unit_test(test_once),
                                       cmocka_unit_test(test_hours),
                                       cmocka_unit_test(test_parts_of_a_day),
                                       cmocka_unit_test(test_claims_within_a_night),
                                       cmocka_unit_test(test_other_words_of_an_hour),
                                       cmocka_unit_test(test_minutes),
                                       cmocka_unit_test(test_told_twice)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
