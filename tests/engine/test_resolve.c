/* Dates in their context: what they resolve to, with and without a date of the document. */
#include "engine_test.h"

static void expect(const char *text, const char *date, const char *exact, const char *value) {
    annals_chronology *c = chronology_of(text, date);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    size_t i = 0;
    while (i < count && !is(m[i].exact, exact)) i++;
    if (i == count) fail_msg("'%s' was not found in: %s", exact, text);
    if (!is(m[i].timex->value, value))
        fail_msg("'%s' is %.*s, not %s", exact, (int)m[i].timex->value.length, m[i].timex->value.data, value);
    assert_true(m[i].resolution->step_count > 0 && m[i].resolution->rule.length > 0);
    annals_free(c);
}

static void test_open_years(void **state) {
    (void)state;
    expect("They left on November 16 and were not seen again.", NULL, "November 16", "XXXX-11-16");
    expect("They left on November 16 and were not seen again.", "1979-11-18", "November 16", "1979-11-16");
    expect("They left on November 25 and were not seen again.", "1979-11-18", "November 25", "1979-11-25");
    expect("They left on December 28 and were not seen again.", "1980-01-04", "December 28", "1979-12-28");
    expect("He called tonight and said so.", NULL, "tonight", "XXXX-XX-XXTNI");
}

/* A past verb takes the day that was, "will" the one to come; a note may tell of what came after. */
static void test_tense(void **state) {
    (void)state;
    expect("In January he resigned, they say.", "1962-11-02", "January", "1962-01");
    expect("Costs since 1 January have grown.", "1922-11-14", "1 January", "1922-01-01");
    expect("The polls will be held on 1 March.", "1962-11-02", "1 March", "1963-03-01");
    expect("He sailed on the 5th with all his men.", "1962-11-02", "the 5th", "1962-10-05");
    expect("I shall see her on Monday.", "1958-03-27", "Monday", "1958-03-31");
    expect("I saw her on Monday.", "1958-03-27", "Monday", "1958-03-24");
    expect("He thought that they could hold out until the end of May.", "1958-04-07", "the end of May", "1958-05");
    expect("The fair is moved to 5-9 November this time.", "2003-09-11", "9 November", "2003-11-09");
    expect("They must be out by November 15.3 He stayed.", "1977-11-10", "November 15", "1977-11-15");
    expect("They arrive on Monday, May 3 and stay through Friday.", "1965-04-23", "Friday", "1965-05-07");
}

/* Midnight ends the day that it is said of, and shortly before it is still that day. */
static void test_midnight(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("The pump failed shortly before midnight on Tuesday, and stood at midnight on "
                                         "31 October.",
                                         "1962-11-02");
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 2);
    assert_true(is(m[0].when->edtf, "1962-10-30") && m[0].when->approximate);
    assert_int_equal(m[0].when->end.latest.day, m[0].when->begin.earliest.day);
    assert_true(is(m[1].when->edtf, "1962-11-01T00:00:00"));
    annals_free(c);
}

static void test_years_of_paragraphs(void **state) {
    (void)state;
    expect("In 1958 he became minister. On 20 October he resigned.", "1962-11-02", "20 October", "1962-10-20");
    expect("On 3 May 1911 it began. On 20 October it was over.", "1962-11-02", "20 October", "1911-10-20");
}

/* What opens a paragraph with a day is an entry too; each leaves out what the one before said. */
static void test_entries(void **state) {
    (void)state;
    static const char diary[] =
        "Ada's book\n\nJan. 3, 1858. News came yesterday.\n\n10th. Cold. He came at noon.\n\nSat. "
        "16th. The mail of the 28th ult. came.\n\nMarch 4th.--No letter since last Thursday.\n\n2 "
        "January. Tomorrow we go.\n";
    expect(diary, NULL, "yesterday", "1858-01-02");
    expect(diary, NULL, "noon", "1858-01-10T12:00");
    expect(diary, NULL, "the 28th ult", "1857-12-28");
    expect(diary, NULL, "last Thursday", "1858-02-25");
    expect(diary, NULL, "Tomorrow", "1859-01-03");
    static const char annals[] =
        "Anno 1785. The bridge fell in May.\nAnno 1786. In Lent of this year the school was begun; on "
        "3 November it burned.\nAnno 1787. Nothing until the 4th of March.\n";
    expect(annals, NULL, "May", "1785-05");
    expect(annals, NULL, "3 November", "1786-11-03");
    static const char log[] =
        "LOG of the Ada, 1787\n\nThursday 15th March 1787\n 6 AM  Sailed.\n Noon  Rain.\n 8.30 PM  Wind, "
        "until midnight.\n\nFriday 16th March\n 2 AM  Fog.\n";
    expect(log, NULL, "6 AM", "1787-03-15T06:00");
    expect(log, NULL, "Noon", "1787-03-15T12:00");
    expect(log, NULL, "2 AM", "1787-03-16T02:00");
    static const char siege[] =
        "Diario del sitio, del año de 1741\n\n14 de julio. Llueve.\n\n15 de julio. Sol.\n\n16 de "
        "julio. Ayer murieron tres de los nuestros.\n";
    expect(siege, NULL, "Ayer", "1741-07-15");
}

/* The lines of dates in a diary are what its days count from. */
static void test_diary(void **state) {
    (void)state;
    static const char diary[] = "A Diary\n\n12 July 1936\n\nHot. We heard it last night.\n\n18 July\n\nAt 3 a.m. we "
                                "woke. They rose yesterday.\n";
    expect(diary, NULL, "last night", "1936-07-11TNI");
    expect(diary, NULL, "yesterday", "1936-07-17");
    expect(diary, NULL, "3 a.m.", "1936-07-18T03:00");
    annals_chronology *c = chronology_of(diary, NULL);
    size_t count;
    assert_string_equal(annals_when_basis_name(annals_documents(c, &count)->basis), "inferred");
    annals_free(c);
}

static void test_story(void **state) {
    (void)state;
    static const char story[] =
        "The war began in 1911. In March 1912 the mill fell. On 4 November the bridge fell, and on 2 January the town. "
        "In 1913 all was over. The following year they came back. On 5 May 1915 it rained. Two days later it did not.";
    expect(story, NULL, "4 November", "1912-11-04");
    expect(story, NULL, "2 January", "1913-01-02");
    expect(story, NULL, "The following year", "1914");
    expect(story, NULL, "Two days later", "1915-05-07");
}

static void test_counted_from_said(void **state) {
    (void)state;
    static const char story[] =
        "In 1853 it began. In 1854 it went on. In June 1855 they asked for terms, and on the 17th they gave in. "
        "A stone was set on 17 June 1955, one hundred years later.";
    expect("On 4 May 1971 they sign what will expire on 31 December 1973. On 14 June they are paid.", NULL, "14 June",
           "1971-06-14");
    expect(story, NULL, "the 17th", "1855-06-17");
    expect(story, NULL, "one hundred years later", "1955-06-17");
}

static void test_times_of_day(void **state) {
    (void)state;
    static const char text[] = "On 12 March, at 2 a.m. he came. He stayed until 7 a.m. and slept.";
    expect(text, "1958-03-20", "12 March, at 2 a.m.", "1958-03-12T02:00");
    expect(text, "1958-03-20", "7 a.m.", "1958-03-12T07:00");
    annals_chronology *c = chronology_of(text, "1958-03-20");
    const annals_event *e = event_with(c, "He stayed");
    char first[ANNALS_BOUND_SIZE], last[ANNALS_BOUND_SIZE], words[128];
    assert_non_null(e);
    assert_string_equal(annals_bound_iso(e->when->begin.earliest, first), "1958-03-12T02:00");
    assert_string_equal(annals_bound_iso(e->when->end.latest, last), "1958-03-12T07:00");
    annals_when_phrase(e->when, words, sizeof words);
    assert_string_equal(words, "12 March 1958, until 07:00");
    annals_free(c);
}

/* A time of day takes the day of its own paragraph or the one before, not one that lies ahead, nor one from a list. */
static void test_days_of_clocks(void **state) {
    (void)state;
    expect("Talks open on 20 November. I saw him at noon.", "1962-11-02", "noon", "1962-11-02T12:00");
    expect("1. See my wire of October 30.\n\nThe King died at 6 a.m.", "1962-11-02", "6 a.m.", "1962-11-02T06:00");
    expect("On the evening of 26 March he rang. He came at 1:30 a.m. and slept.", "1958-03-29", "1:30 a.m.",
           "1958-03-27T01:30");
    expect("He came at 1:30 a.m. and stayed until 5 a.m. on 27 March.", "1958-03-29", "1:30 a.m.", "1958-03-27T01:30");
    expect("He spoke at 5 p.m. On 6 October he sat down.", "1962-11-02", "6 October", "1962-10-06");
}

static void test_phrases(void **state) {
    (void)state;
    static const struct {
        const char *text, *phrase;
    } rows[] = {{"27 October 1962", "27 October 1962"},
                {"night of 26-27 October 1962", "night of 26–27 October 1962"},
                {"early November 1962", "early November 1962"},
                {"the second half of April 1961", "second half of April 1961"},
                {"late 1961", "late 1961"},
                {"the mid-1960s", "mid-1960s"},
                {"late summer of 1961", "late summer 1961"},
                {"winter of 1812-13", "winter 1812–1813"},
                {"May-June 1962", "May – June 1962"},
                {"first week of November 1962", "between 1 and 7 November 1962"},
                {"30 October - 2 November 1962", "30 October – 2 November 1962"},
                {"490 BC", "490 BC"},
                {"19th century", "19th century"},
                {"27 October 1962, about 5 p.m.", "27 October 1962, about 17:00"},
                {"circa 1920", "about 1920"},
                {"1962-04-05/1962-05-10~", "5 April – about 10 May 1962"},
                {"1962-06-01~/1962-07-10", "about 1 June – 10 July 1962"},
                {"1961-04-05?/1962-05-10", "5 April 1961 (?) – 10 May 1962"},
                {"1962-04-05~/1962-05-10~", "about 5 April – about 10 May 1962"},
                {"1962-05-05~/1962-05-10~", "about 5–10 May 1962"},
                {"1962-04/1962-05-10", "April – 10 May 1962"},
                {"1962-04/1962-05-10~", "April – about 10 May 1962"},
                {"1960/1962-05-10", "1960 – 10 May 1962"},
                {"1962-04-05/1962-06", "5 April – June 1962"},
                {"mid-April to 10 May 1962", "mid-April – 10 May 1962"},
                {"[1850..1860]", "between 1850 and 1860"},
                {"between 14:00 and 16:00 on 3 May 1962", "3 May 1962, between 14:00 and 16:00"},
                {"3 May 1962, between 14:00 and 16:00", "3 May 1962, between 14:00 and 16:00"},
                {"between 22:00 and 24:00 on 3 May 1962", "3 May 1962, between 22:00 and 24:00"},
                {"between 3 May 1962, 23:00 and 4 May 1962, 02:00", "between 3 May 1962, 23:00 and 4 May 1962, 02:00"},
                {"from 14:00 to 16:00 on 3 May 1962", "3 May 1962, 14:00–16:00"},
                {"[1962-04..1962-06]", "between April and June 1962"},
                {"{1962-10-01,1962-10-03,1962-11-20}", "1 October, 3 October, 20 November 1962"},
                {"{1961-12-31,1962-01-02}", "31 December 1961, 2 January 1962"},
                {"{1962-10-01,1962-10-02}", "1–2 October 1962"},
                {"between May 1961 and June 1962", "between May 1961 and June 1962"}};
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, &error);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_when when;
        char phrase[128];
        assert_int_equal(annals_read_when(c, annals_text_of(rows[i].text), &when, &error), ANNALS_OK);
        annals_when_phrase(&when, phrase, sizeof phrase);
        assert_string_equal(phrase, rows[i].phrase);
    }
    annals_free(c);
}

/* The same times in other styles and languages. */
static void test_phrasings(void **state) {
    (void)state;
    static const struct {
        const char *text;
        annals_phrasing how;
        const char *phrase;
    } rows[] = {
        {"27 October 1962", {.style = ANNALS_DATE_MDY}, "October 27, 1962"},
        {"26-27 October 1962", {.style = ANNALS_DATE_MDY}, "October 26–27, 1962"},
        {"30 October - 2 November 1962", {.style = ANNALS_DATE_MDY}, "October 30 – November 2, 1962"},
        {"30 December 1962 - 2 January 1963", {.style = ANNALS_DATE_MDY}, "December 30, 1962 – January 2, 1963"},
        {"first week of November 1962", {.style = ANNALS_DATE_MDY}, "between November 1 and 7, 1962"},
        {"27 October 1962, 02:00", {.style = ANNALS_DATE_ISO}, "1962-10-27, 02:00"},
        {"26-27 October 1962", {.style = ANNALS_DATE_ISO}, "1962-10-26 – 1962-10-27"},
        {"October 1962", {.style = ANNALS_DATE_ISO}, "1962-10"},
        {"early November 1962", {.style = ANNALS_DATE_ISO}, "early 1962-11"},
        {"27 October 1962", {.year_known = true, .year = 1962}, "27 October"},
        {"27 October 1962", {.year_known = true, .year = 1963}, "27 October 1962"},
        {"27 October 1962", {.style = ANNALS_DATE_MDY, .year_known = true, .year = 1962}, "October 27"},
        {"27 October 1962", {.style = ANNALS_DATE_ISO, .year_known = true, .year = 1962}, "1962-10-27"},
        {"spring 1962", {.year_known = true, .year = 1962}, "spring 1962"},
        {"1 October 1962", {.language = "fr"}, "1er octobre 1962"},
        {"mid-November 1962", {.language = "fr"}, "mi-novembre 1962"},
        {"19th century", {.language = "fr"}, "XIXe siècle"},
        {"27 October 1962", {.language = "de"}, "27. Oktober 1962"},
        {"circa 1920", {.language = "de"}, "um 1920"},
        {"490 BC", {.language = "de"}, "490 v. Chr."},
        {"27 October 1962", {.language = "es"}, "27 de octubre de 1962"},
        {"19th century", {.language = "es"}, "siglo XIX"},
        {"October 1962", {.language = "ru"}, "октябрь 1962"},
        {"early October 1962", {.language = "ru"}, "начало октября 1962"},
        {"1962-04/1962-05-10~", {.style = ANNALS_DATE_ISO}, "1962-04 – about 1962-05-10"},
        {"1962-04-05/1962-05-10~", {.style = ANNALS_DATE_MDY}, "April 5 – about May 10, 1962"},
        {"1962-04/1962-05-10", {.year_known = true, .year = 1962}, "April – 10 May"},
        {"1962-04/1962-05-10~", {.language = "de"}, "April – um den 10. Mai 1962"},
        {"[1850..1860]", {.language = "fr"}, "entre 1850 et 1860"},
        {"27 October 1962", {.language = "xx"}, "27 October 1962"}};
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, &error);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_when when;
        char phrase[128];
        assert_int_equal(annals_read_when(c, annals_text_of(rows[i].text), &when, &error), ANNALS_OK);
        annals_when_phrase_as(&when, &rows[i].how, phrase, sizeof phrase);
        assert_string_equal(phrase, rows[i].phrase);
    }
    annals_free(c);
    annals_text name = annals_weekday_name("fr", 6), month = annals_month_name("ru", 5, false);
    assert_int_equal(name.length, strlen("samedi"));
    assert_memory_equal(month.data, "май", month.length);
}

static void test_impossible(void **state) {
    (void)state;
    static const char *const texts[] = {"It happened on 31 November 1962, they say.",
                                        "It happened on 29 February 1900, they say.",
                                        "It happened on February 30, they say."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        annals_chronology *c = chronology_of(texts[i], "1963-01-01");
        size_t mentions, events, notices;
        const annals_mention *m = annals_mentions(c, &mentions);
        const annals_event *e = annals_events(c, &events);
        const annals_notice *n = annals_notices(c, &notices);
        assert_int_equal(mentions, 1);
        assert_true(m->impossible);
        assert_false(annals_bound_known(m->when->begin.earliest));
        assert_int_equal(events, 1); /* what is told of it is not lost */
        assert_false(annals_bound_known(e->when->begin.earliest));
        const char *why = i == 1 ? "day of the Julian calendar only" : "no date of any calendar";
        assert_true(notices >= 1 && has(n->message, why) && n->line == 1);
        annals_free(c);
    }
}

/* The order of day and month that nothing settles keeps both readings. */
static void test_terms(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("Pay no later than 3 May 1963, and not earlier than 5 May 1962.", NULL);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 2);
    assert_true(is(m->when->edtf, "../1963-05-03"));
    assert_true(is(m[1].when->edtf, "1962-05-05/.."));
    annals_free(c);
}

static void test_orders(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("The permit is of 5/3/1958, the bond of Tuesday, 11/2/1958.", NULL);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 2);
    assert_true(is(m->when->edtf, "1958-05-03?") && m->alternative_count == 1);
    assert_true(is(m->alternatives->edtf, "1958-03-05?"));
    assert_true(is(m[1].when->edtf, "1958-02-11") && !m[1].alternative_count && !m[1].when->uncertain);
    annals_free(c);
    annals_options options = {.order = ANNALS_ORDER_DMY};
    annals_error error = {0};
    annals_when when;
    c = annals_new(&options, &error);
    assert_non_null(c);
    assert_int_equal(annals_read_when(c, annals_text_of("5/3/1958"), &when, &error), ANNALS_OK);
    assert_true(is(when.edtf, "1958-03-05"));
    annals_free(c);
}

/* Where the paragraph speaks of years ago, a day without a year is no more than likely of the document's. */
static void test_far_years(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("Between August 1951 and January 1952 three letters were sent. The first, of "
                                         "9 August, was lost.\n\nHe came on 9 March.",
                                         "1958-03-20");
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 4);
    assert_true(m[2].when->uncertain);
    assert_true(is(m[3].when->edtf, "1958-03-09"));
    annals_free(c);
}

/* The last of the years that stand as headings ends with the next heading of another kind. */
static void test_chapters(void **state) {
    (void)state;
    annals_chronology *c =
        chronology_of("The mill\n\n1939\n\nIt was built in June.\n\n1940\n\nIt ran from May on.\n\n"
                      "1941\n\nIt burned on 5 July.\n\nAfterwards\n\nIn 1950 the miller came home. He "
                      "left on 9 June.\n",
                      NULL);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 8);
    assert_true(is(m[1].when->edtf, "1939-06"));
    assert_true(is(m[5].when->edtf, "1941-07-05"));
    assert_true(is(m[7].when->edtf, "1950-06-09"));
    annals_free(c);
}

/* A zone that is stated stands with the time; one of several of its name does not. */
static void test_zones(void **state) {
    (void)state;
    static const struct {
        const char *text, *zone, *edtf;
    } rows[] = {{"It came at 9:20 a.m. EST on 5 May 1958.", "-05:00", "1958-05-05T09:20:00-05:00"},
                {"It came at 2200Z on 5 May 1958.", "UTC", "1958-05-05T22:00:00Z"},
                {"It came at 9:20 Moscow time on 5 May 1958.", "Europe/Moscow", "1958-05-05T09:20:00"},
                {"It came at 9:20 New York time on 5 May 1958.", "America/New_York", "1958-05-05T09:20:00"},
                {"It came at 1200 CST on 5 May 1958.", "", "1958-05-05T12:00:00"},
                {"It came at 0300 local time on 5 May 1958.", "", "1958-05-05T03:00:00"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = chronology_of(rows[i].text, NULL);
        size_t count;
        const annals_mention *m = annals_mentions(c, &count);
        if (count != 1 || !is(m->when->zone, rows[i].zone) || !is(m->when->edtf, rows[i].edtf))
            fail_msg("%s: %zu, '%.*s' %.*s", rows[i].text, count, (int)m->when->zone.length, m->when->zone.data,
                     (int)m->when->edtf.length, m->when->edtf.data);
        assert_int_equal(m->when->zone_basis, *rows[i].zone ? ANNALS_ZONE_STATED : ANNALS_ZONE_NONE);
        annals_free(c);
    }
}

/* Lines that open with a clock are a log where some clock is no year; it never goes back. */
static void test_logs(void **state) {
    (void)state;
    static const char log[] =
        "Log of the boat\n12 April 1958\n\n0430 Left harbour.\n1914 A vessel answered\n2350 Anchored\n"
        "0110 Wind rising\n";
    expect(log, NULL, "1914", "1958-04-12T19:14");
    expect(log, NULL, "0110", "1958-04-13T01:10");
    expect("A chronicle\n\n1914 The army marched\n1916 The bridge fell\n1918 Peace came\nIn 1914 all began.", NULL,
           "1914", "1914");
}

static void test_traps(void **state) {
    (void)state;
    static const char *const traps[] = {"Special # 1717-1722 for all",
                                        "Ref: Wire 288123.4 of old",
                                        "Archives, K840131–1646, they say",
                                        "see the book, 481-482, for more",
                                        "some 14,000 men went",
                                        "5 percent out of 100 said so",
                                        "I wrote about it (see #1701)",
                                        "you may go and march on",
                                        "resolution 1914 of the board",
                                        "the price was $1,950 then",
                                        "it flew a U-2 at 21 kilometers",
                                        "a score of 3-2, version 1.9.39",
                                        "See Fig. 1900 and the rest",
                                        "the signal (1430 E) went out",
                                        "sent to 1800 miners",
                                        "the July 26 Movement was new",
                                        "for 1,911 crowns"};
    for (size_t i = 0; i < sizeof traps / sizeof *traps; i++) {
        annals_chronology *c = chronology_of(traps[i], "1962-11-02");
        size_t count;
        const annals_mention *m = annals_mentions(c, &count);
        if (count) fail_msg("'%.*s' in '%s' is no date", (int)m->exact.length, m->exact.data, traps[i]);
        annals_free(c);
    }
}

/* Offsets count code points of the text, carriage returns and all. */
static void test_offsets(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("Žižka wrote:\r\nOn 12 March 1958 “it” fell — 13 March 1958.", NULL);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 2);
    assert_int_equal(m[0].start, 17);
    assert_int_equal(m[0].end, 30);
    assert_int_equal(m[1].start, 43);
    annals_free(c);
}

static void test_one_date(void **state) {
    (void)state;
    static const struct {
        const char *text, *edtf;
    } rows[] = {{"1962-10-27", "1962-10-27"},
                {"27 October 1962", "1962-10-27"},
                {"1962-10-14T07:31", "1962-10-14T07:31:00"},
                {"night of 26-27 October 1962", "1962-10-26/1962-10-27"},
                {"1962-11-02~", "1962-11-02~"},
                {"27 October 1962~", "1962-10-27~"},
                {"summer of 1941?", "1941-06?/1941-08?"},
                {"2 May 1941, 3 p.m. ~", "1941-05-02T15:00:00"},
                {"October 1962", "1962-10"},
                {"1962-10-22/1962-10-28", "1962-10-22/1962-10-28"},
                {"1941-22", "1941-22"},
                {"196X-10-~27", "196X-10-~27"},
                {"-0489-09-12", "-0489-09-12"},
                {"?1962/..", "1962?/.."},
                {"[1962, 1963]", "[1962,1963]"},
                {"by 10 December 1962", "../1962-12-10"},
                {"before 10 December 1962", "../1962-12-09"},
                {"after 10 December 1962", "1962-12-11/.."},
                {"Since 10 December 1962", "1962-12-10/.."},
                {"until 10 December 1962", "../1962-12-10"},
                {"no later than 10 December 1962", "../1962-12-10"},
                {"1962 or 1963", "[1962,1963]"},
                {"in 1962 or 1963", "[1962,1963]"},
                {"27 or 28 October 1962", "[1962-10-27,1962-10-28]"},
                {"May or June 1962", "[1962-05,1962-06]"},
                {"1962 oder 1963", "[1962,1963]"},
                {"late 1962 or early 1963", "[1962-09..1963-04]"},
                {"between late 1962 and early 1963", "[1962-09..1963-04]"},
                {"not before 10 December 1962", "1962-12-10/.."},
                {"on or before 10 December 1962", "../1962-12-10"},
                {"on or about 10 December 1962", "1962-12-10~"},
                {"during 10 December 1962", "1962-12-10"},
                {"in the summer of 1941", "1941-22"},
                {"from 10 December 1962", "1962-12-10/.."},
                {"(27 October 1962)", "1962-10-27"},
                {"from 1 to 7 November 1962", "1962-11-01/1962-11-07"},
                {"between 1 and 7 November 1962", "[1962-11-01..1962-11-07]"},
                {"between 1850 and 1860", "[1850..1860]"},
                {"3 May 1962, between 14:00 and 16:00", "1962-05-03"},
                {"between 3 May 1962, 23:00 and 4 May 1962, 02:00", "[1962-05-03..1962-05-04]"},
                {"3 May 1962, 14:00 to 16:00", "1962-05-03T14:00:00/1962-05-03T16:00:00"},
                {"avant le 3 mai 1962", "../1962-05-02"},
                {"seit dem 3. Mai 1962", "1962-05-03/.."},
                {"31 December 1962 at midnight", "1963-01-01T00:00:00"},
                {"the Ides of March 44 BC", "-0043-03-15"}, /* as 15 March 44 BC */
                {"the Kalends of May 1500", "1500-05-01"}};
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, &error);
    annals_when when;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(annals_read_when(c, annals_text_of(rows[i].text), &when, &error), ANNALS_OK);
        assert_true(is(when.edtf, rows[i].edtf));
    }
    static const char *const wrong[] = {"",
                                        "soon",
                                        "1962-13-45",
                                        "31 November 1962",
                                        "1 May 1962 and more",
                                        "not by 10 December 1962",
                                        "not after 10 December 1962",
                                        "after about 1850"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        annals_error own = {0};
        assert_int_equal(annals_read_when(c, annals_text_of(wrong[i]), &when, &own), ANNALS_DATE);
        assert_true(own.message[0]);
    }
    annals_free(c);
    annals_options month = {.date = annals_text_of("October 1962")};
    assert_null(annals_new(&month, &error));
    assert_int_equal(error.status, ANNALS_DATE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_open_years),     cmocka_unit_test(test_tense),
        cmocka_unit_test(test_midnight),       cmocka_unit_test(test_years_of_paragraphs),
        cmocka_unit_test(test_entries),        cmocka_unit_test(test_diary),
        cmocka_unit_test(test_days_of_clocks), cmocka_unit_test(test_story),
        cmocka_unit_test(test_times_of_day),   cmocka_unit_test(test_counted_from_said),
        cmocka_unit_test(test_phrases),        cmocka_unit_test(test_phrasings),
        cmocka_unit_test(test_impossible),     cmocka_unit_test(test_terms),
        cmocka_unit_test(test_orders),         cmocka_unit_test(test_far_years),
        cmocka_unit_test(test_chapters),       cmocka_unit_test(test_zones),
        cmocka_unit_test(test_logs),           cmocka_unit_test(test_traps),
        cmocka_unit_test(test_offsets),        cmocka_unit_test(test_one_date)};
    return cmocka_run_group_tests_name("resolve", tests, NULL, NULL);
}
