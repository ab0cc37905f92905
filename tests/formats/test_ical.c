/* The calendar: which lines an event becomes, and which events cannot be written. */
#include "sample.h"

#include "cmocka_headers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The component of the event `id` as one text, unfolded; free it. */
static char *component_of(const char *calendar, const char *id) {
    char uid[80];
    snprintf(uid, sizeof uid, "BEGIN:VEVENT\r\nUID:%s@annals\r\n", id);
    const char *start = strstr(calendar, uid);
    if (!start) return NULL;
    const char *end = strstr(start, "END:VEVENT");
    char *component = calloc((size_t)(end - start) + 1, 1), *out = component;
    assert_non_null(component);
    for (const char *at = start; at < end;) {
        if (!strncmp(at, "\r\n ", 3)) at += 3;
        else *out++ = *at++;
    }
    return component;
}

static void assert_holds(const char *component, const char *line) {
    char whole[512];
    snprintf(whole, sizeof whole, "\r\n%s\r\n", line);
    if (!strstr(component, whole)) fail_msg("no line %s in:\n%s", line, component);
}

static void writes_each_kind_of_time(void **state) {
    (void)state;
    static const struct {
        const char *id, *start, *end, *summary, *status;
    } rows[] = {
        {"e-leap", "DTSTART;VALUE=DATE:16000229", "DTEND;VALUE=DATE:16000301", "Leap day of a century year",
         "CONFIRMED"},
        {"e-about", "DTSTART;VALUE=DATE:18500101", "DTEND;VALUE=DATE:18510101", "The house was built (about)",
         "TENTATIVE"},
        {"e-talks", "DTSTART;VALUE=DATE:19621025", "DTEND;VALUE=DATE:19621028", "Talks at the United Nations",
         "CONFIRMED"},
        {"e-night", "DTSTART;VALUE=DATE:19621026", "DTEND;VALUE=DATE:19621028", "Weller’s visit to the embassy (night)",
         "CONFIRMED"},
        {"e-cable", "DTSTART;VALUE=DATE:19621027", "DTEND;VALUE=DATE:19621028", "Cable to Moscow (02:00)", "CONFIRMED"},
        {"e-meeting", "DTSTART;VALUE=DATE:19621027", "DTEND;VALUE=DATE:19621028",
         "Meeting of the committee (08:30–09:15)", "CONFIRMED"},
        {"e-zone", "DTSTART;TZID=America/New_York:19621027T100000", NULL, "The ships stop", "CONFIRMED"},
        {"e-hour", "DTSTART;VALUE=DATE:19621027", "DTEND;VALUE=DATE:19621028",
         "A call in the hour after four (between 16:00 and 16:59)", "CONFIRMED"},
        {"e-within", "DTSTART;VALUE=DATE:19621101", "DTEND;VALUE=DATE:19621111",
         "The bombers are crated (between 1 and 10 November 1962)", "TENTATIVE"},
        {"e-month", "DTSTART;VALUE=DATE:19621101", "DTEND;VALUE=DATE:19621201",
         "Inspection at sea (some time in November 1962)", "TENTATIVE"},
        {"e-plan", "DTSTART;VALUE=DATE:19621220", "DTEND;VALUE=DATE:19621221", "Withdrawal to be completed (plan)",
         "TENTATIVE"},
        {"e-text", "DTSTART;VALUE=DATE:19621028", "DTEND;VALUE=DATE:19621029",
         "Trawniki\\; “Übergröße”\\, 日本語\\, back\\\\slash and [31mcontrol (uncertain)", "TENTATIVE"},
        {"e-future", "DTSTART;VALUE=DATE:50000101", "DTEND;VALUE=DATE:50000102", "The storage site is opened",
         "CONFIRMED"},
    };
    annals_chronology *c = sample_chronology();
    char *calendar = sample_written(c, "ics", NULL);
    assert_non_null(calendar);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *component = component_of(calendar, rows[i].id), line[256];
        assert_non_null(component);
        assert_holds(component, rows[i].start);
        if (rows[i].end) assert_holds(component, rows[i].end);
        else assert_null(strstr(component, "DTEND"));
        snprintf(line, sizeof line, "SUMMARY:%s", rows[i].summary);
        assert_holds(component, line);
        snprintf(line, sizeof line, "STATUS:%s", rows[i].status);
        assert_holds(component, line);
        assert_holds(component, "DTSTAMP:19700101T000000Z");
        assert_holds(component, "TRANSP:TRANSPARENT");
        assert_holds(component, "X-MICROSOFT-CDO-BUSYSTATUS:FREE");
        free(component);
    }
    free(calendar);
    annals_free(c);
}

/* Some days of a time are named, as the calendar shows all of it. */
static void names_listed_days(void **state) {
    (void)state;
    static const char table[] = "date,label,id\n\"{1962-10-01,1962-11-20}\",They met,a\n"
                                "\"{1962-10-01..1962-10-05}\",They sat,b\n";
    annals_chronology *c = annals_new(NULL, NULL);
    assert_int_equal(annals_read(c, "a.csv", table, strlen(table), NULL), ANNALS_OK);
    char *calendar = sample_written(c, "ics", NULL);
    assert_holds(calendar, "DTSTART;VALUE=DATE:19621001\r\nDTEND;VALUE=DATE:19621121");
    assert_holds(calendar, "SUMMARY:They met (1 October\\, 20 November 1962)");
    assert_holds(calendar, "SUMMARY:They sat");
    free(calendar);
    annals_free(c);
}

/* Times of day with a zone, without one, and of one that is not theirs. */
static void knows_zones(void **state) {
    (void)state;
    static const char *const floating[] = {"DTSTART:19621026T200000", "DTEND:19621027T060000",
                                           "DTSTART:19621027T020000", "DTSTART:19621027T100000",
                                           "DTEND:19621027T170000"};
    static const char *const local[] = {
        "DTSTART;TZID=America/Havana:19621026T200000", "DTEND;TZID=America/Havana:19621027T060000",
        "DTSTART;TZID=America/Havana:19621027T020000", "DTSTART;TZID=America/New_York:19621027T100000",
        "DTEND;TZID=America/Havana:19621027T170000"};
    static const char *const ids[] = {"e-night", "e-night", "e-cable", "e-zone", "e-hour"};
    const annals_write_options in_havana = {.zone = annals_text_of("America/Havana")}, in_none = {.floating = true},
                               nowhere = {.zone = annals_text_of("America/../Atlantis")};
    annals_chronology *c = sample_chronology();
    char *with = sample_written(c, "ics", &in_havana), *without = sample_written(c, "ics", &in_none);
    assert_non_null(with);
    assert_non_null(without);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        char *in_zone = component_of(with, ids[i]), *in_no_zone = component_of(without, ids[i]);
        assert_holds(in_zone, local[i]);
        assert_holds(in_no_zone, floating[i]);
        free(in_zone);
        free(in_no_zone);
    }
    assert_null(strstr(without, "VTIMEZONE"));
    /* Cuba kept its clocks from 1946 to 1965; New York's were ahead until 28 October 1962. */
    assert_non_null(strstr(with, "BEGIN:STANDARD\r\nDTSTART:19460901T000000\r\nTZOFFSETFROM:-0400\r\n"));
    assert_non_null(
        strstr(with, "BEGIN:DAYLIGHT\r\nDTSTART:19620429T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400"));
    assert_null(sample_written(c, "ics", &nowhere));
    free(with);
    free(without);
    annals_free(c);
}

static annals_chronology *edited(const char *label) {
    annals_chronology *c = sample_chronology();
    const annals_edit edit = {.id = annals_text_of("e-talks"),
                              .fields = 1u << ANNALS_FIELD_LABEL,
                              .values = {.label = annals_text_of(label)}};
    size_t lost;
    assert_int_equal(annals_finish(c, NULL), ANNALS_OK);
    assert_int_equal(annals_edit_events(c, "edits", &edit, 1, &lost, NULL), ANNALS_OK);
    return c;
}

/* The calendar of the sample with that label, after another one; null: the first. */
static char *edition(const char *label, const char *previous) {
    const annals_write_options options = {.previous = annals_text_of(previous), .stamp = previous ? 86400 : 0};
    annals_chronology *c = edited(label);
    char *calendar = sample_written(c, "ics", &options);
    assert_non_null(calendar);
    annals_free(c);
    return calendar;
}

static void has_sequence(const char *calendar, const char *id, const char *sequence) {
    char *component = component_of(calendar, id), line[40];
    snprintf(line, sizeof line, "SEQUENCE:%s", sequence);
    assert_holds(component, line);
    free(component);
}

/* The calendar as another program would give it back: folded elsewhere, stamped anew, the lines in another order. */
static char *given_back(const char *calendar) {
    char *given = calloc(2, strlen(calendar) + 100), *to = given;
    for (const char *at = calendar; *at;) {
        size_t length = strcspn(at, "\n") + 1;
        bool label = !strncmp(at, "SUMMARY:", 8), end = !strncmp(at, "END:VEVENT", 10);
        if (end) to += sprintf(to, "CREATED:20200101T000000Z\nLAST-MODIFIED:20200101T000000Z\n");
        if (label) to += sprintf(to, "SUMM\n ARY:%.*s", (int)(length - 8), at + 8);
        else to += sprintf(to, "%.*s", (int)length, at);
        at += length;
    }
    return given;
}

/* Whoever has the event knows whether it is another. */
static void counts_editions(void **state) {
    (void)state;
    char *first = edition("Talks", NULL), *same = edition("Talks", first), *second = edition("Long talks", same);
    char *given = given_back(second), *third = edition("Talks", given);
    has_sequence(first, "e-talks", "0");
    has_sequence(same, "e-talks", "0");
    has_sequence(second, "e-talks", "1");
    has_sequence(third, "e-talks", "2");
    has_sequence(third, "e-plane", "0");
    char *calendars[] = {first, same, second, given, third};
    for (size_t i = 0; i < sizeof calendars / sizeof *calendars; i++) free(calendars[i]);
    const annals_write_options wrong = {.previous = annals_text_of("On 27 October 1962 it rained.")};
    annals_chronology *c = sample_chronology();
    assert_null(sample_written(c, "ics", &wrong));
    annals_free(c);
}

/* A set of days in a time that ends comes again; in one that is open, it does not. */
static void repeats(void **state) {
    (void)state;
    const char text[] =
        "Every Monday in October 1962 the committee met. From 3 to 7 May 1962 it rained. The council met "
        "daily from 3 to 7 May 1963. Every Tuesday until 5 June 1964 the board met. On the first of every month in "
        "1965 "
        "the accounts were read. Every year on 5 October from 1950 to 1955 they marched. Every Monday morning in May "
        "1966 "
        "the bell rang.";
    annals_chronology *c = annals_new(NULL, NULL);
    assert_int_equal(annals_read(c, "a.txt", text, strlen(text), NULL), ANNALS_OK);
    assert_int_equal(annals_finish(c, NULL), ANNALS_OK);
    char *calendar = sample_written(c, "ics", NULL);
    assert_non_null(strstr(calendar, "DTSTART;VALUE=DATE:19621001\r\nDTEND;VALUE=DATE:19621002\r\n"
                                     "RRULE:FREQ=WEEKLY;COUNT=5\r\n"));
    assert_non_null(strstr(calendar, "DTSTART;VALUE=DATE:19630503\r\nDTEND;VALUE=DATE:19630504\r\n"
                                     "RRULE:FREQ=DAILY;COUNT=5\r\n"));
    assert_non_null(strstr(calendar, "DTSTART;VALUE=DATE:19650101\r\nDTEND;VALUE=DATE:19650102\r\n"
                                     "RRULE:FREQ=MONTHLY;COUNT=12\r\n"));
    assert_non_null(strstr(calendar, "DTSTART;VALUE=DATE:19501005\r\nDTEND;VALUE=DATE:19501006\r\n"
                                     "RRULE:FREQ=YEARLY;COUNT=6\r\n"));
    assert_non_null(strstr(calendar, "DTSTART;VALUE=DATE:19660502\r\nDTEND;VALUE=DATE:19660503\r\n"
                                     "RRULE:FREQ=WEEKLY;COUNT=5\r\n"));
    assert_non_null(strstr(calendar, "DTSTART;VALUE=DATE:19620503\r\nDTEND;VALUE=DATE:19620508\r\nSUMMARY"));
    assert_null(strstr(calendar, "DTSTART;VALUE=DATE:19640605\r\nDTEND;VALUE=DATE:19640606\r\nRRULE"));
    free(calendar);
    annals_free(c);
}

/* At their hour, of several days of a week, and of every second week; what no one rule says is no block that is sure.
 */
static void repeats_otherwise(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"The council met every Monday at 10 a.m. from 1 October to 29 October 1962.",
         "DTSTART;TZID=America/Havana:19621001T100000\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"
         "SUMMARY:The council met every Monday at 10 a.m.\r\n"},
        {"From 1 to 29 October 1962 the council met every Monday at 10 a.m.",
         "DTSTART;TZID=America/Havana:19621001T100000\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"},
        {"The council met on Mondays and Thursdays in October 1962.",
         "DTSTART;VALUE=DATE:19621001\r\nDTEND;VALUE=DATE:19621002\r\nRRULE:FREQ=WEEKLY;COUNT=9;BYDAY=MO,TH\r\n"},
        {"The council met every second Tuesday from 2 October to 27 November 1962.",
         "DTSTART;VALUE=DATE:19621002\r\nDTEND;VALUE=DATE:19621003\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5\r\n"},
        {"The shop opened on weekdays from 3 to 12 October 1962.",
         "RRULE:FREQ=WEEKLY;COUNT=8;BYDAY=MO,TU,WE,TH,FR\r\n"},
        {"The paper came out every two weeks from 1 October to 29 October 1962.",
         "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3\r\n"},
        {"Every Tuesday for six weeks from 4 April 1961 the court sat.",
         "DTSTART;VALUE=DATE:19610404\r\nDTEND;VALUE=DATE:19610405\r\nRRULE:FREQ=WEEKLY;COUNT=6\r\n"
         "SUMMARY:Every Tuesday for six weeks the court sat\r\n"},
        {"For six weeks from 4 April 1961 the court sat every Tuesday.", "RRULE:FREQ=WEEKLY;COUNT=6\r\n"},
        {"Every Tuesday, for six weeks beginning on 4 April 1961, the court sat.", "RRULE:FREQ=WEEKLY;COUNT=6\r\n"},
        {"The court sat every other Tuesday for eight weeks from 4 April 1961.",
         "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4\r\n"},
        {"From 4 April to 9 May 1961 the bank was shut every Tuesday.", "RRULE:FREQ=WEEKLY;COUNT=6\r\n"},
        {"On the first Tuesday of each month from January to June 1961 the board met.",
         "DTSTART;VALUE=DATE:19610103\r\nDTEND;VALUE=DATE:19610104\r\nRRULE:FREQ=MONTHLY;COUNT=6;BYDAY=1TU\r\n"},
        {"The choir sang on the last Friday of each month from March to June 1962.",
         "DTSTART;VALUE=DATE:19620330\r\nDTEND;VALUE=DATE:19620331\r\nRRULE:FREQ=MONTHLY;COUNT=4;BYDAY=-1FR\r\n"},
        {"On the first Tuesday of each month from January to June 1961 the board met.", "STATUS:CONFIRMED\r\n"},
        {"The council met every Monday in October 1962.", "STATUS:CONFIRMED\r\n"},
        {"The council met every Monday from early October to December 1962.", "STATUS:TENTATIVE\r\n"},
        {"Der Rat tagte jeden ersten Dienstag im Monat von Januar bis Juni 1961.",
         "FREQ=MONTHLY;COUNT=6;BYDAY=1TU\r\n"},
        {"Der Rat tagte am letzten Freitag jedes Monats von März bis Juni 1962.",
         "FREQ=MONTHLY;COUNT=4;BYDAY=-1FR\r\n"},
        {"Совет заседал каждый второй вторник месяца с января по июнь 1961 года.",
         "FREQ=MONTHLY;COUNT=6;BYDAY=2TU\r\n"},
        {"Le conseil se réunissait chaque premier mardi du mois de janvier à juin 1961.",
         "FREQ=MONTHLY;COUNT=6;BYDAY=1TU\r\n"},
        {"El consejo se reunía el primer martes de cada mes de enero a junio de 1961.",
         "FREQ=MONTHLY;COUNT=6;BYDAY=1TU\r\n"},
        {"Each year on 5 May 1950 to 1955 the flag was raised.",
         "DTSTART;VALUE=DATE:19500505\r\nDTEND;VALUE=DATE:19500506\r\nRRULE:FREQ=YEARLY;COUNT=6\r\n"},
        {"On 5 May of each year from 1950 to 1955 the flag was raised.", "RRULE:FREQ=YEARLY;COUNT=6\r\n"},
        {"The board met monthly from 3 May 1961 to 3 August 1961.", "STATUS:TENTATIVE\r\n"},
        {"He stayed for six weeks from 4 April 1961.",
         "DTEND;VALUE=DATE:19610516\r\nSUMMARY:He stayed for six weeks\r\n"},
        {"Für sechs Wochen ab dem 4. April 1961 tagte das Gericht.", "DTEND;VALUE=DATE:19610516\r\nSUMMARY"},
        {"Das Gericht tagte sechs Wochen lang ab dem 4. April 1961.", "DTEND;VALUE=DATE:19610516\r\nSUMMARY"},
        {"Le tribunal a siégé pendant six semaines à partir du 4 avril 1961.", "DTEND;VALUE=DATE:19610516\r\nSUMMARY"},
        {"El tribunal se reunió durante seis semanas desde el 4 de abril de 1961.",
         "DTEND;VALUE=DATE:19610516\r\nSUMMARY"},
        {"Суд заседал в течение шести недель с 4 апреля 1961 года.", "DTEND;VALUE=DATE:19610516\r\nSUMMARY"},
        {"The court rose six weeks from 4 April 1961.", "DTEND;VALUE=DATE:19610405\r\nSUMMARY"},
        {"They sat on Mondays at 10 a.m. and on Thursdays at noon from 1 to 29 October 1962.", "STATUS:TENTATIVE\r\n"},
        {"The council met every second Tuesday from 1 October to 27 November 1962.", "STATUS:TENTATIVE\r\n"},
        {"The club met every Monday. In May 1962 the mill burned.",
         "SUMMARY:The mill burned (some time in May 1962)\r\n"}};
    annals_write_options options = {.zone = annals_text_of("America/Havana")};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = annals_new(NULL, NULL);
        assert_int_equal(annals_read(c, "a.txt", rows[i][0], strlen(rows[i][0]), NULL), ANNALS_OK);
        assert_int_equal(annals_finish(c, NULL), ANNALS_OK);
        char *calendar = sample_written(c, "ics", &options);
        if (!strstr(calendar, rows[i][1])) fail_msg("%s\n%s", rows[i][0], calendar);
        const char *event = strstr(calendar, "BEGIN:VEVENT");
        assert_null(strstr(event + 1, "BEGIN:VEVENT"));
        free(calendar);
        annals_free(c);
    }
}

static void describes_time_and_sources(void **state) {
    (void)state;
    static const struct {
        const char *id, *line;
    } rows[] = {
        {"e-night", "DESCRIPTION:Time: night of 26–27 October 1962\\nConfidence: 90 %\\n\\nWeller’s visit to the "
                    "embassy\\n— moscow.txt\\n\\nThe other account.\\n— Dispatch from Havana (havana.txt)\\n\\nThe "
                    "sources disagree:\\nanother source has 25 October — Dispatch from Havana (havana.txt)"},
        {"e-julian", "DESCRIPTION:Time: 7 November 1917\\nIn the Julian calendar: 25 October 1917\\nConfidence: "
                     "90 %\\n\\nThe Winter Palace was taken\\n— moscow.txt"},
        {"e-talks", "CATEGORIES:occurrence,talks\\; New York\\, USA"},
        {"e-cable", "CATEGORIES:document"},
    };
    annals_chronology *c = sample_chronology();
    char *calendar = sample_written(c, "ics", NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *component = component_of(calendar, rows[i].id);
        assert_non_null(component);
        assert_holds(component, rows[i].line);
        free(component);
    }
    char *component = component_of(calendar, "e-zone");
    assert_non_null(strstr(component, "\\nTime zone: America/New_York (stated)\\n"));
    free(component);
    free(calendar);
    annals_free(c);
}

typedef struct left_out_list {
    char messages[16][128];
    size_t count;
} left_out_list;

static void note_left_out(void *context, const char *message) {
    left_out_list *list = context;
    assert_true(list->count < 16);
    snprintf(list->messages[list->count++], sizeof list->messages[0], "%s", message);
}

/* A calendar of another program's, with a time of day. */
static void repeats_at_a_time(void **state) {
    (void)state;
    static const char given[] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:19621001T190000\n"
                                "RRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Rehearsal\nEND:VEVENT\nEND:VCALENDAR\n";
    annals_chronology *c = annals_new(NULL, NULL);
    assert_int_equal(annals_read(c, "a.ics", given, strlen(given), NULL), ANNALS_OK);
    assert_int_equal(annals_finish(c, NULL), ANNALS_OK);
    char *calendar = sample_written(c, "ics", NULL);
    assert_non_null(strstr(calendar, "RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Rehearsal (19:00)\r\n"));
    assert_non_null(strstr(calendar, "X-ANNALS-LABEL:Rehearsal\r\n"));
    free(calendar);
    annals_free(c);
}

/* What lasts to the end of 9999 has no day behind it that a calendar could name. */
static void ends_with_9999(void **state) {
    (void)state;
    static const char table[] = "date,label\n9999-12-30,A\n9999-12-31,B\n9999-12-30/9999-12-31,C\n9999,D\n";
    annals_chronology *c = annals_new(NULL, NULL);
    assert_int_equal(annals_read(c, "a.csv", table, strlen(table), NULL), ANNALS_OK);
    assert_int_equal(annals_finish(c, NULL), ANNALS_OK);
    left_out_list list = {.count = 0};
    annals_write_options options = {.left_out = note_left_out, .context = &list};
    char *calendar = sample_written(c, "ics", &options);
    assert_non_null(strstr(calendar, "DTSTART;VALUE=DATE:99991230\r\nDTEND;VALUE=DATE:99991231\r\n"));
    assert_null(strstr(calendar, ":B\r\n"));
    assert_int_equal(list.count, 3);
    for (size_t i = 0; i < list.count; i++)
        assert_non_null(strstr(list.messages[i], "the day behind it, its end, is in the year 10000"));
    free(calendar);
    annals_free(c);
}

static void leaves_out_and_says_why(void **state) {
    (void)state;
    static const char *const expected[] = {
        "Caesar is killed: its year is outside 0100 to 9999",
        "Work at the sites goes on: its beginning is open",
        "The quarantine is lifted: its end is open",
        "The last day of four digits: the day behind it, its end, is in the year 10000",
        "It has always been so: neither its beginning nor its end is known",
        "Return of the delegation: its year is not known",
        "The deadline: there is no such date",
    };
    static const char *const absent[] = {"e-caesar", "e-until",    "e-from",      "e-last",
                                         "e-open",   "e-yearless", "e-impossible"};
    annals_chronology *c = sample_chronology();
    left_out_list list = {.count = 0};
    annals_write_options options = {.left_out = note_left_out, .context = &list};
    char *calendar = sample_written(c, "ics", &options);
    assert_int_equal(list.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < list.count; i++) assert_string_equal(list.messages[i], expected[i]);
    for (size_t i = 0; i < list.count; i++) assert_null(component_of(calendar, absent[i]));
    free(calendar);
    annals_free(c);
}

static void takes_citations_when_asked(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology();
    annals_write_options options = {.citations = true, .stamp = 1000000000};
    char *without = sample_written(c, "ics", NULL), *with = sample_written(c, "ics", &options);
    assert_null(strstr(without, "e-citation"));
    char *component = component_of(with, "e-citation");
    assert_non_null(component);
    assert_holds(component, "DTSTAMP:20010909T014640Z");
    free(component);
    free(without);
    free(with);
    annals_free(c);
}

static bool is_continuation(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* RFC 5545, section 3.1: lines of at most 75 octets, ended by CRLF; no character is divided. */
static void folds_lines(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology();
    char *calendar = sample_written(c, "ics", NULL);
    for (const char *line = calendar; *line;) {
        const char *end = strchr(line, '\n');
        assert_non_null(end);
        assert_true(end > line && end[-1] == '\r');
        assert_true(end - 1 - line <= 75);
        assert_false(*line == ' ' && is_continuation(line[1]));
        for (const char *at = line; at < end - 1; at++) assert_true((unsigned char)*at >= ' ' && *at != 0x7F);
        line = end + 1;
    }
    assert_null(strstr(calendar, "METHOD"));
    assert_null(strstr(calendar, "X-LIC"));
    free(calendar);
    annals_free(c);
}

/* Clocks around the ends of hours, days and the range of years. */
static void rounds_inclusive_ends(void **state) {
    (void)state;
    static const struct {
        int year, first, last;
        annals_bound_state precision;
        const char *lines;
    } rows[] = {
        {1962, 0, 86340, ANNALS_BOUND_MINUTE, "DTSTART:19621231T000000\r\nDTEND:19630101T000000\r\n"},
        {1962, 3600, 7199, ANNALS_BOUND_SECOND, "DTSTART:19621231T010000\r\nDTEND:19621231T020000\r\n"},
        {1962, 3600, 7260, ANNALS_BOUND_MINUTE, "DTSTART:19621231T010000\r\nDTEND:19621231T020100\r\n"},
        {100, 3600, 3600, ANNALS_BOUND_MINUTE, "DTSTART:01001231T010000\r\nSUMMARY"},
        {99, 3600, 3600, ANNALS_BOUND_MINUTE, NULL},
        {1962, 7200, 3600, ANNALS_BOUND_MINUTE, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_when when = sample_day(rows[i].year, 12, 31);
        when.begin.earliest.second = when.begin.latest.second = rows[i].first;
        when.end.earliest.second = when.end.latest.second = rows[i].last;
        when.begin.earliest.state = when.begin.latest.state = rows[i].precision;
        when.end.earliest.state = when.end.latest.state = rows[i].precision;
        annals_event event = {.label = annals_text_of("It"), .when = &when};
        assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
        const annals_write_options floating = {.floating = true};
        char *calendar = sample_written(c, "ics", &floating);
        if (rows[i].lines) assert_non_null(strstr(calendar, rows[i].lines));
        else assert_null(strstr(calendar, "VEVENT"));
        free(calendar);
        annals_free(c);
    }
}

static void is_the_same_again(void **state) {
    (void)state;
    annals_chronology *c = sample_chronology();
    char *text = sample_written(c, "ics", NULL), *second = sample_written(c, "ics", NULL);
    assert_string_equal(text, second);
    free(text);
    free(second);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_each_kind_of_time),
        cmocka_unit_test(names_listed_days),
        cmocka_unit_test(knows_zones),
        cmocka_unit_test(counts_editions),
        cmocka_unit_test(repeats),
        cmocka_unit_test(repeats_otherwise),
        cmocka_unit_test(repeats_at_a_time),
        cmocka_unit_test(ends_with_9999),
        cmocka_unit_test(describes_time_and_sources),
        cmocka_unit_test(leaves_out_and_says_why),
        cmocka_unit_test(takes_citations_when_asked),
        cmocka_unit_test(folds_lines),
        cmocka_unit_test(rounds_inclusive_ends),
        cmocka_unit_test(is_the_same_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
