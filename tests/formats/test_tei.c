/* TEI, and XML that means harm. */
#include "reading.h"

#include <stdio.h>

#define TEI(text)  "<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>" text "</TEI>"
#define BODY(text) TEI("<text><body>" text "</body></text>")

static void need(const char *name) {
    if (annals_find_reader(name)->missing) skip();
}

static void gives(const char *file, const char *text) {
    annals_chronology *c = read_string("a.xml", file);
    assert_string_equal(text_of(c, 0), text);
    offsets_are_right(c);
    annals_free(c);
}

static void makes_text(void **state) {
    (void)state;
    need("tei");
    gives(BODY("<head>Title</head><p>One<note n='1'>a <hi>note</hi></note> two.</p><p>Three</p>"),
          "Title\n\nOne two.\n\nThree\n\n[1] a note\n");
    gives(BODY("<p><choice><abbr>Oct.</abbr><expan>October</expan></choice> <abbr>Dr.</abbr> <sic>teh</sic> Octo-<lb "
               "break='no'/>\n ber, No\n<lb break='no'/>vember</p>"),
          "October Dr. teh October, November\n");
    gives(BODY("<p>a<lb/>b <pb n='2'/>c<choice><sic>teh</sic><corr>the</corr></choice></p><fw>Page 3</fw>"),
          "a\nb cthe\n");
    gives(BODY("<list><item>one</item><item>two</item></list>"
               "<table><row><cell>Date</cell><cell>What</cell></row><row><cell>4 "
               "May</cell><cell>Rain</cell></row></table>"),
          "- one\n- two\n\nDate | What\n4 May | Rain\n");
    gives(BODY("<p>a<![CDATA[ & b]]> &lt;c&#xE9;</p>"), "a & b <cé\n");
}

static void wrong_dates_are_told(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c =
        read_string("a.xml", BODY("<p>The ship left\non <date when='1962-13-45'>3 May 1962</date> and "
                                  "came <date from='1962-06-05' to='1962-06-01'>soon</date>, at "
                                  "<time when='10:30:00'>half past ten</time>.</p>\n\n"));
    size_t count, notices;
    const annals_mention *m = annals_mentions(c, &count);
    assert_true(count >= 1);
    assert_string_equal(m->when->edtf.data, "1962-05-03");
    const annals_notice *notice =
        notice_with(c, "what a date states, when=\"1962-13-45\", is none, and its words are read");
    assert_non_null(notice);
    assert_int_equal(notice->line, 2);
    assert_non_null(notice_with(c, "from=\"1962-06-05\" to=\"1962-06-01\""));
    annals_notices(c, &notices);
    assert_int_equal(notices, 2);
    annals_free(c);
}

static void dates_are_kept(void **state) {
    (void)state;
    need("tei");
    static const struct {
        const char *attributes, *edtf;
    } rows[] = {
        {"when='1962-10-27'", "1962-10-27"},
        {"when-iso='1962-10'", "1962-10"},
        {"from='1962-10-26' to='1962-10-28'", "1962-10-26/1962-10-28"},
        {"from='1962-10-26'", "1962-10-26/.."},
        {"from='1962-10-26' notAfter='1962-10-30'", "1962-10-26/1962-10-30?"},
        {"notBefore='1962-10-20' to='1962-10-26'", "1962-10-20?/1962-10-26"},
        {"notBefore='1962-10-26' notAfter='1962-10-28'", "[1962-10-26..1962-10-28]"},
        {"notBefore='1962-10-26T00:00:00' notAfter='1962-10-26T23:59:59'", "1962-10-26"},
        {"notBefore='1962-10-26T17:00' notAfter='1962-10-27T03:00'", "[1962-10-26..1962-10-27]"},
        {"notBefore='1962' notAfter='1963-02'", "[1962-01-01..1963-02-28]"},
        {"notBefore='1962-02-03' notAfter='1962-02'", "[1962-02-03..1962-02-28]"},
        {"notBefore='1962' notAfter='1962-06'", "[1962-01-01..1962-06-30]"},
        {"when='1962' cert='low'", "1962?"},
        {"when='-0043-03-15'", "-0043-03-15"},
        {"when='--10-27'", "XXXX-10-27"},
        {"when='--10'", "XXXX-10"},
        {"when-iso='--10--'", "XXXX-10"},
        {"when='---27'", "XXXX-XX-27"},
        {"from='--10-27' to='--10-29'", "XXXX-10-27/XXXX-10-29"},
        {"when='--02-29' cert='low'", "XXXX-02-29?"},
        {"when='1962-10-27+01:00'", "1962-10-27"},
        {"when='1962-10-27Z'", "1962-10-27"},
        {"when='1962-10-05:00'", "1962-10"},
        {"when='1962Z'", "1962"},
        {"when='1962-10-27T10:00:00-05:00'", "1962-10-27T10:00:00-05:00"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[400];
        snprintf(file, sizeof file, BODY("<p>The ship left <date %s>that\n day</date> after dinner.</p>"),
                 rows[i].attributes);
        annals_chronology *c = read_string("a.xml", file);
        size_t count;
        const annals_mention *m = annals_mentions(c, &count);
        assert_int_equal(count, 1);
        assert_memory_equal(m->exact.data, "that day", 8);
        assert_int_equal(m->exact.length, 8);
        assert_string_equal(m->when->edtf.data, rows[i].edtf);
        assert_string_equal(m->resolution->rule.data, "stated");
        offsets_are_right(c);
        annals_free(c);
    }
}

/* A date without words says what it states, parted from the words around it. */
static void values_are_shown(void **state) {
    (void)state;
    need("tei");
    gives(BODY("<p>It rained on<date when='1962-10-27'/>. On <date when='1962-10-28'/>the (<date when='1963'/>) "
               "gate</p><list><item><date when='--10-29'/> The ship left</item></list>"),
          "It rained on 1962-10-27. On 1962-10-28 the (1963) gate\n\n- XXXX-10-29: The ship left\n");
    gives(BODY("<table><row><cell><date when='1962-10-27'/></cell><cell>Rain</cell></row></table>"),
          "1962-10-27 | Rain\n");
    annals_chronology *c = read_string("a.xml", BODY("<p>The ship left on <date when='1962-10-27'/>.</p>"));
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 1);
    assert_string_equal(m->resolution->rule.data, "stated");
    assert_string_equal(m->when->edtf.data, "1962-10-27");
    annals_free(c);
}

/* What is counted from a day of an unknown year is of that year, whatever else is known. */
static void yearless_days_go_on(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c = read_string(
        "a.xml",
        BODY("<p>The fort was old on 5 May 1962. The guard changed on <date when='--10-07'>the seventh</date> at "
             "noon. The next day it rained. On the 9th it snowed.</p><p>On 10 May 1962 a gate fell. At 9 a.m. it "
             "was mended.</p>"));
    static const char *const dates[] = {"1962-05-05", "XXXX-10-07", "XXXX-10-07T12:00", "XXXX-10-08",
                                        "XXXX-10-09", "1962-05-10", "1962-05-10T09:00"};
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, sizeof dates / sizeof *dates);
    for (size_t i = 0; i < count; i++) {
        annals_text date = m[i].timex->value;
        assert_int_equal(date.length, strlen(dates[i]));
        assert_memory_equal(date.data, dates[i], date.length);
    }
    annals_free(c);
}

/* A letter that is dated to its month lends the year. */
static void months_lend_their_year(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c = read_string(
        "a.xml",
        BODY("<div type='document'><head>Letter from the Consul</head><opener><dateline>Port, <date "
             "when='1962-10'>October 1962</date></dateline></opener><p>We left on October 3. It rained in May. "
             "We had sailed on December 5. The ship sails on December 9.</p></div>"));
    static const char *const dates[] = {"1962-10", "1962-10-03", "1962-05", "1961-12-05?", "1962-12-09"};
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, sizeof dates / sizeof *dates);
    for (size_t i = 0; i < count; i++) assert_string_equal(m[i].when->edtf.data, dates[i]);
    annals_free(c);
}

/* @when counts as we do; where there is none, the words count as @calendar says. */
static void calendars_are_converted(void **state) {
    (void)state;
    need("tei");
    static const struct {
        const char *date, *edtf;
        annals_calendar calendar;
    } rows[] = {
        {"<date calendar='#julian'>25 October 1917</date>", "1917-11-07", ANNALS_JULIAN},
        {"<date calendar='#julian' when='1917-11-07'>25 October 1917</date>", "1917-11-07", ANNALS_JULIAN},
        {"<date calendar='#julian' when='1700-02-29'>29 February 1700</date>", "1700-03-11", ANNALS_JULIAN},
        {"<date calendar='#julian' when='1917-11-08'>25 October 1917</date>", "1917-11-08", ANNALS_GREGORIAN},
        {"<date calendar='#c1'>25 October 1917</date>", "1917-11-07", ANNALS_JULIAN},
        {"<date calendar='#gregorian'>7 November 1917</date>", "1917-11-07", ANNALS_GREGORIAN},
        {"<date calendar='#julian #gregorian'>25 October/7 November 1917</date>", "1917-11-07", ANNALS_JULIAN},
        {"<date datingMethod='#julian' when-custom='1917-10-25'>that day</date>", "1917-11-07", ANNALS_GREGORIAN},
        {"<date datingMethod='#julian' from-custom='1917-10-25' to-custom='1917-10-26'>then</date>",
         "1917-11-07/1917-11-08", ANNALS_GREGORIAN},
        {"<date calendar='#julian' datingMethod='#julian' when-custom='1598'>1598</date>", "1598", ANNALS_GREGORIAN},
        {"<date calendar='#republican'>10 Thermidor an II</date>", "1794-07-28", ANNALS_FRENCH_REPUBLICAN},
        {"<date calendar='#hijri' when='1917-11-07'>22 Muharram 1336</date>", "1917-11-07", ANNALS_GREGORIAN},
        {"<date calendar='#hijri'>22 Muharram 1336</date>", "XXXX-XX-XX", ANNALS_GREGORIAN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[600];
        snprintf(file, sizeof file,
                 TEI("<teiHeader><profileDesc><calendarDesc><calendar xml:id='c1'><p>The Julian calendar</p></calendar>"
                     "</calendarDesc></profileDesc></teiHeader><text><body><p>The ship left on %s after dinner.</p>"
                     "</body></text>"),
                 rows[i].date);
        annals_chronology *c = read_string("a.xml", file);
        size_t count;
        const annals_mention *m = annals_mentions(c, &count);
        assert_int_equal(count, 1);
        assert_string_equal(m->when->edtf.data, rows[i].edtf);
        assert_int_equal(m->when->calendar, rows[i].calendar);
        annals_free(c);
    }
}

/* A dateline is one, and the next day is counted from a day, by whatever they are stated. */
static void stated_days_are_days(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c = read_string(
        "a.xml", BODY("<div type='document'><head>Letter from the Consul</head><opener><dateline>Port, <date "
                      "when='1958-03-03'>this Monday</date></dateline></opener><p>It left on <date when='1912-05-04'>a "
                      "Saturday</date> and the mill burned. The next day it rained.</p></div>"));
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 3);
    assert_string_equal(m[2].when->edtf.data, "1912-05-05");
    const annals_event *e = annals_events(c, &count);
    for (size_t i = 0; i < count; i++) assert_null(strstr(e[i].label.data, "Port"));
    annals_free(c);
}

static void events_lie_in_events(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c = read_string(
        "a.xml", BODY("<listEvent><event from='1912' to='1914'><eventName>The strike</eventName><listEvent><event "
                      "when='1912-05-04'><label>The mill burned</label></event><event when='1912-05-05'><label>It "
                      "rained</label></event></listEvent></event></listEvent>"));
    size_t count;
    const annals_event *e = annals_events(c, &count);
    assert_int_equal(count, 3);
    assert_string_equal(e[0].label.data, "The strike");
    assert_string_equal(e[2].label.data, "It rained");
    annals_free(c);
}

static void says_which_calendar_is_not_known(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c = read_string(
        "a.xml",
        BODY("<p>Port, <date calendar='#hijri'>1 Safar 1336</date>,\n<date calendar='#hijri'>2 Safar 1336</date>"
             "</p>"));
    size_t count;
    const annals_notice *n = annals_notices(c, &count);
    size_t told = 0;
    for (size_t i = 0; i < count; i++) told += !!strstr(n[i].message.data, "the calendar 'hijri' is not known");
    assert_int_equal(told, 1);
    annals_free(c);
}

static void dates_in_notes_are_kept(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c = read_string(
        "a.xml", BODY("<p>It left<note>See his letter of <date when='1912-05-03'>that day</date>.</note> on <date "
                      "when='1912-05-04'>Saturday</date>.</p>"));
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 2);
    assert_string_equal(m[0].when->edtf.data, "1912-05-04");
    assert_string_equal(m[1].when->edtf.data, "1912-05-03");
    assert_memory_equal(m[1].exact.data, "that day", 8);
    annals_free(c);
}

static void letters_have_heads(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c = read_string(
        "a.xml", TEI("<teiHeader><fileDesc><titleStmt><title>A Letter</title></titleStmt><publicationStmt><date "
                     "when='2015'/></publicationStmt></fileDesc><profileDesc><correspDesc><correspAction type='sent'>"
                     "<persName>A. Weller</persName><placeName>Port Halmeer</placeName><date when='1912-05-03'/>"
                     "</correspAction><correspAction type='received'><persName>N. Roe</persName></correspAction>"
                     "</correspDesc></profileDesc></teiHeader><text><body><p>Yesterday it rained.</p></body></text>"));
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    assert_int_equal(count, 1);
    assert_string_equal(d->title.data, "A Letter");
    assert_string_equal(d->sender.data, "A. Weller");
    assert_string_equal(d->recipient.data, "N. Roe");
    assert_string_equal(d->place.data, "Port Halmeer");
    assert_string_equal(d->when.edtf.data, "1912-05-03");
    assert_string_equal(annals_mentions(c, &count)->when->edtf.data, "1912-05-02");
    annals_free(c);
}

static void divisions_are_documents(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c = read_string(
        "a.xml",
        TEI("<text><body><div type='chapter'><head>Chapter</head>"
            "<div type='document' xml:id='d1' n='1'><head>1. Telegram From the Legation</head><opener><dateline>Port "
            "Halmeer, <date when='1958-03-03T14:00:00-05:00'>March 3</date></dateline></opener><p>We met "
            "yesterday.</p></div>"
            "<div type='document' n='2' frus:doc-dateTime-min='1958-03-05T00:00:00-05:00' "
            "frus:doc-dateTime-max='1958-03-05T23:59:59-05:00' xmlns:frus='http://history.state.gov/frus/ns/1.0'>"
            "<head>2. Note</head><p>We met yesterday.</p></div></div></body></text>"));
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    assert_int_equal(count, 2); /* the head of a chapter is none */
    assert_string_equal(d[0].when.edtf.data, "1958-03-03");
    assert_string_equal(d[0].basis_from.data, "its dateline");
    assert_string_equal(d[1].when.edtf.data, "1958-03-05");
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 3);
    assert_string_equal(m[1].when->edtf.data, "1958-03-02");
    assert_string_equal(m[2].when->edtf.data, "1958-03-04");
    annals_free(c);
}

/* What looks to the day of a document that has none stays open, and who reads it is told why. */
static void tells_what_stays_open(void **state) {
    (void)state;
    need("tei");
    annals_chronology *c =
        read_string("a.xml", TEI("<text><body><div type='document' frus:doc-dateTime-min='1958-03-05T00:00:00-05:00' "
                                 "frus:doc-dateTime-max='1958-03-07T23:59:59-05:00' "
                                 "xmlns:frus='http://history.state.gov/frus/ns/1.0'>"
                                 "<head>2. Note</head><p>We met yesterday.</p></div></body></text>"));
    assert_non_null(notice_with(c, "its own date, 5–7 March 1958, is no one day: 1 date stays open, the first "
                                   "'yesterday'; close it with an edit"));
    annals_free(c);
}

static void refuses_harm(void **state) {
    (void)state;
    need("tei");
    static const char entities[] =
        "1:0: it declares entities of its own, which are not read; write what they stand for";
    refuses(
        "a.xml",
        "<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
        "'&b;&b;&b;&b;&b;&b;&b;&b;'>]><TEI><text>&c;</text></TEI>",
        entities);
    refuses("a.xml", "<!DOCTYPE TEI [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<TEI><text>&x;</text></TEI>", entities);
    refuses("a.xml", "<!DOCTYPE TEI [<!ENTITY x SYSTEM 'http://127.0.0.1:1/'>]>\n<TEI a='&x;'/>", entities);
    refuses("a.xml", "<?xml version='1.0'?><svg>TEI <TEI/></svg>",
            "1:0: XML of another kind: it begins with <svg>, not <TEI>; give plain text");
    annals_error error = {0};
    char *deep = malloc(20000 * 5 + 10);
    strcpy(deep, "<TEI>");
    for (size_t i = 0; i < 20000; i++) memcpy(deep + 5 + i * 5, "<div>", 6);
    annals_chronology *c = annals_new(NULL, NULL);
    assert_int_equal(annals_read(c, "a.xml", deep, strlen(deep), &error), ANNALS_INPUT);
    assert_non_null(strstr(error.message, "its elements lie more than 256 deep in one another"));
    annals_free(c);
    free(deep);
}

static void survives_what_is_cut(void **state) {
    (void)state;
    need("tei");
    static const char whole[] = BODY(
        "<div type='document'><head>A</head><p>It <date when='1912-05-03'>is</date><note n='1'>b</note></p></div>");
    for (size_t length = 0; length < sizeof whole; length++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_error error = {0};
        annals_status status = annals_read(c, "a.xml", whole, length, &error);
        if (length > 60 && length + 1 < sizeof whole) {
            assert_int_equal(status, ANNALS_INPUT);
            assert_true(strstr(error.message, "this is not well-formed XML") ||
                        strstr(error.message, "it breaks off within <"));
        }
        annals_free(c);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_text),
        cmocka_unit_test(dates_are_kept),
        cmocka_unit_test(values_are_shown),
        cmocka_unit_test(yearless_days_go_on),
        cmocka_unit_test(months_lend_their_year),
        cmocka_unit_test(wrong_dates_are_told),
        cmocka_unit_test(calendars_are_converted),
        cmocka_unit_test(says_which_calendar_is_not_known),
        cmocka_unit_test(stated_days_are_days),
        cmocka_unit_test(events_lie_in_events),
        cmocka_unit_test(dates_in_notes_are_kept),
        cmocka_unit_test(letters_have_heads),
        cmocka_unit_test(divisions_are_documents),
        cmocka_unit_test(tells_what_stays_open),
        cmocka_unit_test(refuses_harm),
        cmocka_unit_test(survives_what_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
