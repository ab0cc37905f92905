/* Calendars, and lists of events in TEI: what others wrote, what is wrong, and what is cut. */
#include "reading.h"
#include "sample.h"

#define CALENDAR(text) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Old\\, days\r\n" text "END:VCALENDAR\r\n"
#define EVENT(text)    "BEGIN:VEVENT\r\nUID:1@elsewhere\r\nSUMMARY:It\r\n" text "END:VEVENT\r\n"

static const annals_event *only_event(const annals_chronology *c) {
    size_t count;
    const annals_event *e = annals_events(c, &count);
    assert_int_equal(count, 1);
    return e;
}

static void reads_times(void **state) {
    (void)state;
    static const struct {
        const char *lines, *first, *last, *zone;
    } rows[] = {
        {"DTSTART;VALUE=DATE:19621027\r\n", "1962-10-27", "1962-10-27", ""},
        {"DTSTART;VALUE=DATE:19621025\r\nDTEND;VALUE=DATE:19621028\r\n", "1962-10-25", "1962-10-27", ""},
        {"DTSTART:19621025\r\nDURATION:P2W\r\n", "1962-10-25", "1962-11-07", ""},
        {"DTSTART:19621027T020000\r\n", "1962-10-27T02:00", "1962-10-27T02:00", ""},
        {"DTSTART:19621027T020000Z\r\nDTEND:19621027T030015Z\r\n", "1962-10-27T02:00", "1962-10-27T03:00:15", "UTC"},
        {"DTSTART;TZID=\"America/Havana\":19621027T230000\r\nDURATION:PT2H30M\r\n", "1962-10-27T23:00",
         "1962-10-28T01:30", "America/Havana"},
        {"DTSTART:00010101\r\n", "0001-01-01", "0001-01-01", ""},
        {"DTSTART:19621001\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n", "1962-10-01", "1962-10-29", ""},
        {"DTSTART:19621001\r\nRRULE:FREQ=WEEKLY;UNTIL=19621030T235959Z;BYDAY=MO;WKST=SU\r\n", "1962-10-01",
         "1962-10-29", ""},
        {"DTSTART:19621001\r\nDTEND:19621003\r\nRRULE:COUNT=2;FREQ=MONTHLY;BYMONTHDAY=1\r\n", "1962-10-01",
         "1962-11-02", ""},
        {"DTSTART:19621001\r\nRRULE:FREQ=YEARLY;UNTIL=19650930\r\n", "1962-10-01", "1964-10-01", ""},
        {"DTSTART;TZID=Europe/Paris:19621001T230000\r\nDURATION:PT2H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n", "1962-10-01",
         "1962-10-04", "Europe/Paris"},
        {"DTSTART:99991231\r\n", "9999-12-31", "9999-12-31", ""},
        /* What annals wrote itself, and what was moved since. */
        {"DTSTART:19621101\r\nDTEND:19621111\r\nX-ANNALS-WHEN:early November 1962\r\n", "1962-11-01", "1962-11-10", ""},
        {"DTSTART:19621105\r\nDTEND:19621111\r\nX-ANNALS-WHEN:early November 1962\r\n", "1962-11-05", "1962-11-10", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[1000], bound[ANNALS_BOUND_SIZE];
        snprintf(file, sizeof file, CALENDAR(EVENT("%s")), rows[i].lines);
        annals_chronology *c = read_string("a.ics", file);
        const annals_when *when = only_event(c)->when;
        assert_string_equal(annals_bound_iso(when->begin.earliest, bound), rows[i].first);
        assert_string_equal(annals_bound_iso(when->end.latest, bound), rows[i].last);
        assert_int_equal(when->zone.length, strlen(rows[i].zone));
        assert_memory_equal(when->zone.length ? when->zone.data : "", rows[i].zone, when->zone.length);
        annals_free(c);
    }
}

/* The set, as TIMEX3 has it, of what comes again; and one warning for all that no set says. */
static void reads_sets(void **state) {
    (void)state;
    static const struct {
        const char *lines, *set, *last;
    } rows[] = {
        {"DTSTART:19621001\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n", "XXXX-WXX-1", "1962-10-29"},
        {"DTSTART:19621001T103000\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n", "XXXX-WXX-1T10:30", "1962-10-29"},
        {"DTSTART:19621001\r\nRRULE:freq=daily;interval=1;count=2\r\n", "XXXX-XX-XX", "1962-10-02"},
        {"DTSTART:19621015\r\nRRULE:FREQ=MONTHLY;COUNT=4\r\n", "XXXX-XX-15", "1963-01-15"},
        {"DTSTART:19621231\r\nRRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31;COUNT=3\r\n", "XXXX-12-31", "1964-12-31"},
        {"DTSTART:19621231\r\nRRULE:FREQ=YEARLY\r\n", "XXXX-12-31", NULL},
        /* Its clocks are behind those of UTC, or ahead, or nobody knows. */
        {"DTSTART;TZID=America/New_York:20190107T200000\r\nRRULE:FREQ=DAILY;UNTIL=20190111T045959Z\r\n",
         "XXXX-XX-XXT20:00", "2019-01-10"},
        {"DTSTART;TZID=America/New_York:20190107T200000\r\nRRULE:FREQ=DAILY;UNTIL=20190112T010000Z\r\n",
         "XXXX-XX-XXT20:00", "2019-01-11"},
        {"DTSTART;TZID=Asia/Tokyo:20190107T080000\r\nRRULE:FREQ=DAILY;UNTIL=20190110T145959Z\r\n", "XXXX-XX-XXT08:00",
         "2019-01-10"},
        {"DTSTART;TZID=Asia/Tokyo:20190107T080000\r\nRRULE:FREQ=DAILY;UNTIL=20190110T230000Z\r\n", "XXXX-XX-XXT08:00",
         "2019-01-11"},
        {"DTSTART:20190107T200000Z\r\nRRULE:FREQ=DAILY;UNTIL=20190110T195959Z\r\n", "XXXX-XX-XXT20:00", "2019-01-09"},
        {"DTSTART;TZID=Own:20190107T200000\r\nRRULE:FREQ=DAILY;UNTIL=20190110T235959Z\r\n", "XXXX-XX-XXT20:00",
         "2019-01-10"},
        {"DTSTART:19621231\r\nRRULE:FREQ=YEARLY;COUNT=1\r\n", "", "1962-12-31"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[1000], bound[ANNALS_BOUND_SIZE];
        size_t count;
        snprintf(file, sizeof file, CALENDAR(EVENT("%s")), rows[i].lines);
        annals_chronology *c = read_string("a.ics", file);
        const annals_mention *m = annals_mentions(c, &count);
        assert_int_equal(count, *rows[i].set ? 2 : 1);
        if (*rows[i].set) assert_string_equal(m[1].timex->value.data, rows[i].set);
        annals_bound last = only_event(c)->when->end.latest;
        if (rows[i].last) assert_string_equal(annals_bound_iso(last, bound), rows[i].last);
        else assert_int_equal(last.state, ANNALS_BOUND_OPEN);
        assert_string_equal(only_event(c)->fields[0].name.data, "RRULE");
        assert_null(notice_with(c, "that is not kept"));
        annals_free(c);
    }
}

/* Several days of a week are several sets, and every second week is one of two weeks. */
static void reads_sets_of_several(void **state) {
    (void)state;
    static const struct {
        const char *lines, *sets[3], *period, *last;
    } rows[] = {
        {"DTSTART:19621001\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3\r\n", {"XXXX-WXX-1"}, "P2W", "1962-10-29"},
        {"DTSTART:19621001\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3\r\n",
         {"XXXX-WXX-1", "XXXX-WXX-3"},
         "",
         "1962-10-08"},
        {"DTSTART:19621004T190000\r\nRRULE:FREQ=WEEKLY;BYDAY=TH,MO;UNTIL=19621016\r\n",
         {"XXXX-WXX-1T19:00", "XXXX-WXX-4T19:00"},
         "",
         "1962-10-15"},
        {"DTSTART:19621004\r\nRRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,TH;COUNT=4\r\n",
         {"XXXX-WXX-4", "XXXX-WXX-7"},
         "P3W",
         "1962-10-28"},
        {"DTSTART:19621001\r\nRRULE:FREQ=DAILY;INTERVAL=10;UNTIL=19621030\r\n", {"XXXX-XX-XX"}, "P10D", "1962-10-21"},
        {"DTSTART:19621115\r\nRRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=2\r\n", {"XXXX-XX-15"}, "P3M", "1963-02-15"},
        {"DTSTART:19621115\r\nRRULE:FREQ=YEARLY;INTERVAL=4;COUNT=2\r\n", {"XXXX-11-15"}, "P4Y", "1966-11-15"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[1000], bound[ANNALS_BOUND_SIZE];
        size_t count, sets = 0;
        snprintf(file, sizeof file, CALENDAR(EVENT("%s")), rows[i].lines);
        annals_chronology *c = read_string("a.ics", file);
        const annals_mention *m = annals_mentions(c, &count);
        for (; sets < 3 && rows[i].sets[sets]; sets++) {
            assert_true(sets + 1 < count);
            assert_string_equal(m[sets + 1].timex->value.data, rows[i].sets[sets]);
            annals_text period = m[sets + 1].when->duration;
            assert_string_equal(period.data ? period.data : "", rows[i].period);
        }
        assert_int_equal(count, sets + 1);
        assert_string_equal(annals_bound_iso(only_event(c)->when->end.latest, bound), rows[i].last);
        assert_null(notice_with(c, "that is not kept"));
        annals_free(c);
    }
}

static void tells_what_no_set_says(void **state) {
    (void)state;
    static const char *const lines[] = {
        "RRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=3\r\n",
        "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3\r\n",
        "RRULE:FREQ=HOURLY;COUNT=3\r\n",
        "RRULE:FREQ=YEARLY;BYMONTHDAY=1;COUNT=3\r\n",
        "RRULE:FREQ=WEEKLY;UNTIL=19610101\r\n",
        "RRULE:FREQ=WEEKLY;UNTIL=soon\r\n",
        "RRULE:FREQ=YEARLY;COUNT=99999\r\n",
        "RRULE:COUNT=3\r\n",
        "RDATE:19621005\r\n",
        "RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:19621007\r\nEXDATE:19621008\r\n",
        "RECURRENCE-ID:19621008\r\n",
    };
    enum { COUNT = sizeof lines / sizeof *lines };
    char file[8000] = "BEGIN:VCALENDAR\r\n";
    for (size_t i = 0; i < COUNT; i++)
        snprintf(file + strlen(file), sizeof file - strlen(file), EVENT("DTSTART:19621001\r\n%s"), lines[i]);
    strcat(file, "END:VCALENDAR\r\n");
    annals_chronology *c = read_string("a.ics", file);
    const annals_notice *n = notice_with(c, "11 events come again, or in place of another, in a way that is not kept");
    size_t count, notices;
    assert_non_null(n);
    assert_int_equal(n->line, 2);
    assert_non_null(notice_with(c, "another event has the id '1@elsewhere', too"));
    annals_notices(c, &notices);
    assert_int_equal(notices, 2);
    const annals_event *e = annals_events(c, &count);
    assert_int_equal(count, COUNT);
    bool moved = false, left = false;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(e[i].when->begin.earliest.day, annals_day_of_civil(1962, 10, 1));
        assert_true(e[i].field_count >= 1);
        moved |= !strcmp(e[i].id.data, "1@elsewhere-19621008");
        left |= e[i].field_count == 2 && !strcmp(e[i].fields[1].value.data, "19621007,19621008");
    }
    assert_true(moved && left);
    annals_free(c);
}

static void reads_words(void **state) {
    (void)state;
    annals_chronology *c = read_string(
        "a.txt",
        CALENDAR("BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\nEND:VTIMEZONE\n"
                 "BEGIN:VEVENT\nUID:e-1@annals\nDTSTART:19621027\nSUMMARY;LANGUAGE=en:A plane\\, \n shot\n\t down\n"
                 "DESCRIPTION:One\\nTwo\\; \\\\three\nCATEGORIES:plan,war\nCATEGORIES: air\\, "
                 "sea\nLOCATION:Cuba\nSTATUS:CANCELLED\n"
                 "URL:https://example.org/a\nBEGIN:VALARM\nSUMMARY:Alarm\nEND:VALARM\nEND:VEVENT\n"));
    const annals_event *e = only_event(c);
    assert_string_equal(annals_title(c).data, "Old, days");
    assert_string_equal(e->id.data, "e-1");
    assert_string_equal(e->label.data, "Cancelled: A plane, shot down");
    assert_string_equal(e->text.data, "One\nTwo; \\three");
    assert_string_equal(e->category.data, "war, air, sea");
    assert_int_equal(e->kind, ANNALS_PLAN);
    assert_int_equal(e->modality, ANNALS_NEGATED);
    assert_int_equal(e->field_count, 4);
    assert_string_equal(e->fields[0].name.data, "CATEGORIES");
    assert_string_equal(e->fields[0].value.data, "war,air\\, sea");
    assert_string_equal(e->fields[1].value.data, "https://example.org/a");
    assert_string_equal(e->fields[2].value.data, "Cuba");
    assert_string_equal(e->fields[3].value.data, "CANCELLED");
    offsets_are_right(c);
    annals_free(c);
}

/* As the tz database calls it, or none; what a text has for its lines comes back. */
static void reads_zones(void **state) {
    (void)state;
    static const char *const rows[][2] = {{"America/Havana", "America/Havana"},
                                          {"\"Eastern Standard Time\"", "America/New_York"},
                                          {"/example.org/20010101/Europe/Moscow", "Europe/Moscow"},
                                          {"\"UTC-03:00\"", "-03:00"},
                                          {"GMT+0530", "+05:30"},
                                          {"Own", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[400];
        snprintf(file, sizeof file, CALENDAR(EVENT("DTSTART;TZID=%s:19621027T100000\r\n")), rows[i][0]);
        annals_chronology *c = read_string("a.ics", file);
        const annals_event *e = only_event(c);
        assert_string_equal(e->when->zone.data ? e->when->zone.data : "", rows[i][1]);
        assert_int_equal(e->when->begin.earliest.second, 10 * 3600);
        if (!*rows[i][1]) {
            assert_non_null(notice_with(c, "1 event is of a time zone that is not known here"));
            assert_string_equal(e->fields[0].name.data, "TZID");
        }
        annals_free(c);
    }
}

/* Those that the file itself defines: by the place that it tells, or by the one offset that they have. */
static void knows_zones_of_its_own(void **state) {
    (void)state;
#define CLOCKS(offset) "BEGIN:STANDARD\r\nTZOFFSETTO:" offset "\r\nEND:STANDARD\r\n"
    static const char *const rows[][2] = {
        {"X-LIC-LOCATION:Europe/Rome\r\n" CLOCKS("+0100") CLOCKS("+0200"), "Europe/Rome"},
        {CLOCKS("-0330") CLOCKS("-0330"), "-03:30"},
        {CLOCKS("+0100") CLOCKS("+0200"), ""},
        {"", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[600];
        snprintf(file, sizeof file,
                 CALENDAR("BEGIN:VTIMEZONE\r\nTZID:My Zone\r\n%sEND:VTIMEZONE\r\n" EVENT(
                     "DTSTART;TZID=My Zone:19621027T100000\r\n")),
                 rows[i][0]);
        annals_chronology *c = read_string("a.ics", file);
        const annals_event *e = only_event(c);
        assert_string_equal(e->when->zone.data ? e->when->zone.data : "", rows[i][1]);
        assert_int_equal(!notice_with(c, "not known here"), *rows[i][1] != 0);
        annals_free(c);
    }
#undef CLOCKS
}

/* By the rules of the zone for that moment, where the calendar has them for it. */
static void knows_hours_of_its_own_zones(void **state) {
    (void)state;
#define PART(kind, offset, lines)                                                                                      \
    "BEGIN:" kind "\r\n" lines "TZOFFSETFROM:+0000\r\nTZOFFSETTO:" offset "\r\nEND:" kind "\r\n"
#define AMERICAN                                                                                                       \
    PART("DAYLIGHT", "-0400", "DTSTART:19700426T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU\r\n")                 \
    PART("STANDARD", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nDTSTART:19701025T020000\r\n")
    static const struct {
        const char *zone, *event, *offset;
    } rows[] = {
        {AMERICAN, "DTSTART;TZID=My Zone:19860704T100000", "-04:00"},
        {AMERICAN, "DTSTART;TZID=My Zone:19861026T015900", "-04:00"},
        {AMERICAN, "DTSTART;TZID=My Zone:19861026T020000", "-05:00"},
        {AMERICAN, "DTSTART;TZID=My Zone:19870301T100000", "-05:00"},
        {AMERICAN, "DTSTART;TZID=My Zone:19621027T100000", ""}, /* before the first of them */
        {AMERICAN, "DTSTART;TZID=My Zone:19861025T100000\r\nDTEND;TZID=My Zone:19861027T100000", ""},
        {AMERICAN, "DTSTART;TZID=My Zone:19860704T100000\r\nRRULE:FREQ=DAILY;COUNT=3", ""},
        {PART("STANDARD", "+0100", "DTSTART:16010101T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=4SU\r\n")
             PART("DAYLIGHT", "+0200",
                  "DTSTART:16010101T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;"
                  "BYMONTHDAY=25,26,27,28,29,30,31\r\n"),
         "DTSTART;TZID=My Zone:19621028T040000", "+01:00"},
        {PART("DAYLIGHT", "+0300",
              "DTSTART:19600401T000000\r\nRDATE;VALUE=DATE-TIME:19610401T000000,19620401T000000\r\n")
             PART("STANDARD", "+0200", "DTSTART:19600930T000000\r\nRDATE:19610930T000000\r\n"),
         "DTSTART;TZID=My Zone:19621027T100000", "+03:00"},
        {PART("DAYLIGHT", "+0300", "DTSTART:19600401T000000\r\nRRULE:FREQ=YEARLY;UNTIL=19610331T220000Z\r\n")
             PART("STANDARD", "+0200", "DTSTART:19600930T000000\r\nRRULE:FREQ=YEARLY\r\n"),
         "DTSTART;TZID=My Zone:19620704T100000", "+02:00"},
        {PART("DAYLIGHT", "+0300", "DTSTART:19600401T000000\r\nRRULE:FREQ=DAILY\r\n")
             PART("STANDARD", "+0200", "DTSTART:19600930T000000\r\n"),
         "DTSTART;TZID=My Zone:19621027T100000", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[1000];
        snprintf(file, sizeof file, CALENDAR("BEGIN:VTIMEZONE\r\nTZID:My Zone\r\n%sEND:VTIMEZONE\r\n" EVENT("%s\r\n")),
                 rows[i].zone, rows[i].event);
        annals_chronology *c = read_string("a.ics", file);
        const annals_event *e = only_event(c);
        assert_string_equal(e->when->zone.data ? e->when->zone.data : "", rows[i].offset);
        assert_int_equal(!notice_with(c, "not known here"), *rows[i].offset != 0);
        if (*rows[i].offset) assert_non_null(strstr(e->when->edtf.data, rows[i].offset));
        annals_free(c);
    }
#undef AMERICAN
#undef PART
}

static void keeps_lines_of_texts(void **state) {
    (void)state;
    static const char words[] = "One\n\n\ttwo\tthree\nfour";
    annals_chronology *c = read_string("a.csv", "date,label,text\n1962-10-27,Rain,\"One\n\n\ttwo\tthree\nfour\"\n");
    char *calendar = sample_written(c, "ics", NULL);
    annals_chronology *back = read_string("a.ics", calendar);
    assert_string_equal(only_event(back)->text.data, words);
    free(calendar);
    annals_free(back);
    annals_free(c);
}

/* Lines may be folded within a letter. */
static void reads_letters_in_two_lines(void **state) {
    (void)state;
    annals_chronology *c =
        read_string("a.ics", CALENDAR("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:19621027\r\n"
                                      "SUMMARY:\xC3\r\n \xA9t\xC3\n\t\xA9 \xC3\xA9\r\n x\r\nEND:VEVENT\r\n"));
    assert_string_equal(only_event(c)->label.data, "\xC3\xA9t\xC3\xA9 \xC3\xA9x");
    size_t notices;
    annals_notices(c, &notices);
    assert_int_equal(notices, 0);
    annals_free(c);
}

static void reads_the_name(void **state) {
    (void)state;
    static const char *const heads[] = {"NAME:Old\\, days\n", "X-WR-CALNAME:Old\\, days\n",
                                        "X-WR-CALNAME:Other\nNAME;LANGUAGE=en:Old\\, days\n",
                                        "NAME:Old\\, days\nX-WR-CALNAME:Other\n"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        char file[1000];
        snprintf(file, sizeof file, "BEGIN:VCALENDAR\n%s" EVENT("DTSTART:19621027\n") "END:VCALENDAR\n", heads[i]);
        annals_chronology *c = read_string("a.ics", file);
        assert_string_equal(annals_title(c).data, "Old, days");
        annals_free(c);
    }
}

/* One wrong event does not take the others with it. */
static void leaves_out_what_is_wrong(void **state) {
    (void)state;
    static const char *const wrong[] = {
        EVENT("DTSTART:00000101\r\n"),
        EVENT("DTSTART:100000101\r\n"),
        EVENT("DTSTART:19620230\r\n"),
        EVENT("DTSTART:19621301\r\n"),
        EVENT("DTSTART:19621027T250000\r\n"),
        EVENT("DTSTART:19621027T02:00\r\n"),
        EVENT("DTSTART:19621027T020000\r\nDTEND:19621026T020000\r\n"),
        EVENT("DTSTART:19621027\r\nDTEND:19621028T020000\r\n"),
        EVENT("DTSTART:19621027\r\nDTEND:19621020\r\n"),
        EVENT("DTSTART:\r\n"),
        EVENT(""),
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char file[1000];
        snprintf(file, sizeof file, CALENDAR("%s" EVENT("DTSTART:19621028\r\n")), wrong[i]);
        annals_chronology *c = read_string("a.ics", file);
        only_event(c);
        const annals_notice *n = notice_with(c, "its DTSTART and DTEND are no days or times");
        assert_non_null(n);
        assert_true(n->line >= 4 && n->line <= 8);
        annals_free(c);
    }
    refuses("a.ics", CALENDAR(""), "1:1: there is no event in the calendar; check that it is the right file");
    refuses("a.ics", "BEGIN:VCALENDAR", "1:1: there is no event in the calendar; check that it is the right file");
}

static void survives_what_is_cut(void **state) {
    (void)state;
    static const char whole[] =
        CALENDAR(EVENT("DTSTART:19621027\r\n") EVENT("DTSTART:19621028\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"));
    for (size_t length = 0; length < sizeof whole; length++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_status status = annals_read_as(c, annals_find_reader("ics"), "a.ics", whole, length, NULL);
        assert_true(status == ANNALS_OK || status == ANNALS_INPUT);
        annals_free(c);
    }
}

static void reads_lists_in_tei(void **state) {
    (void)state;
    if (annals_find_reader("tei")->missing) skip();
    annals_chronology *c = read_string(
        "a.xml", "<TEI><standOff><listEvent><event xml:id='a' when='1962-10-27'><head>A plane</head><p>It was shot "
                 "<hi>down</hi>.</p><note type='field'>Witness: nobody</note></event>"
                 "<event notBefore='1962-11-01' notAfter='1962-11-10' type='plan'><label>Crates</label></event>"
                 "<event when='soon'><label>No date</label></event><event when='1962-01-01'/>"
                 "</listEvent></standOff></TEI>");
    size_t count;
    const annals_event *e = annals_events(c, &count);
    assert_int_equal(count, 2);
    assert_string_equal(e[0].id.data, "a");
    assert_string_equal(e[0].label.data, "A plane");
    assert_string_equal(e[0].text.data, "It was shot down.");
    assert_string_equal(e[0].fields[0].name.data, "Witness");
    assert_int_equal(e[1].kind, ANNALS_PLAN);
    assert_string_equal(e[1].when->edtf.data, "[1962-11-01..1962-11-10]");
    assert_non_null(notice_with(c, "'soon' is no date"));
    assert_non_null(notice_with(c, "this event has no label"));
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_times),
        cmocka_unit_test(reads_sets),
        cmocka_unit_test(reads_sets_of_several),
        cmocka_unit_test(tells_what_no_set_says),
        cmocka_unit_test(reads_words),
        cmocka_unit_test(reads_zones),
        cmocka_unit_test(knows_zones_of_its_own),
        cmocka_unit_test(knows_hours_of_its_own_zones),
        cmocka_unit_test(keeps_lines_of_texts),
        cmocka_unit_test(reads_letters_in_two_lines),
        cmocka_unit_test(reads_the_name),
        cmocka_unit_test(leaves_out_what_is_wrong),
        cmocka_unit_test(survives_what_is_cut),
        cmocka_unit_test(reads_lists_in_tei),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
