/* Tables of events. */
#include "reading.h"

#include <stdio.h>
#include <string.h>

static const annals_event *events_of(const annals_chronology *c, size_t wanted) {
    size_t count;
    const annals_event *e = annals_events(c, &count);
    assert_int_equal(count, wanted);
    return e;
}

/* What a notice says, and where. */
typedef struct told {
    const char *words;
    size_t line, column;
} told;

static void tells(const annals_chronology *c, const told *notices, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const annals_notice *n = notice_with(c, notices[i].words);
        assert_non_null(n);
        assert_int_equal(n->line, notices[i].line);
        assert_int_equal(n->column, notices[i].column);
    }
}

static void reads_columns_in_any_order(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "\xEF\xBB\xBF"
                                                "Category,label,Witness,date,end,text\r\n"
                                                "Ships,\"Left, \"\"at last\"\"\",Åse,night of 26-27 October 1962,,\r\n"
                                                "\r\n"
                                                ",In port,,1962-10-01,1962-10-20,\"Two\nlines\"\r\n");
    const annals_event *e = events_of(c, 2);
    assert_string_equal(e[0].label.data, "In port");
    assert_string_equal(e[0].when->edtf.data, "1962-10-01/1962-10-20");
    assert_string_equal(e[0].text.data, "Two\nlines");
    assert_int_equal(e[0].mention_count, 2);
    assert_int_equal(e[0].category.length, 0);
    assert_string_equal(e[1].label.data, "Left, \"at last\"");
    assert_string_equal(e[1].category.data, "Ships");
    assert_int_equal(e[1].when->day_part, ANNALS_NIGHT);
    assert_int_equal(e[1].field_count, 1);
    assert_string_equal(e[1].fields[0].name.data, "Witness");
    assert_string_equal(e[1].fields[0].value.data, "Åse");
    offsets_are_right(c);
    annals_free(c);
}

static void reads_other_separators(void **state) {
    (void)state;
    const char *const files[] = {"date\tlabel\n27 October 1962\tA, b; c", "date;label\n27 October 1962;\"A, b; c\"\n"};
    for (size_t i = 0; i < 2; i++) {
        annals_chronology *c = read_string("a.tsv", files[i]);
        assert_string_equal(events_of(c, 1)->label.data, "A, b; c");
        annals_free(c);
    }
}

/* An empty id is none: each event has one of its own. */
static void names_rows_without_an_id(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "date,label,id\n1962-10-27,A,x\n1962-10-28,B,\n1962-10-29,C,\n");
    const annals_event *e = events_of(c, 3);
    assert_string_equal(e[0].id.data, "x");
    for (size_t i = 1; i < 3; i++) assert_true(e[i].id.length > 0);
    assert_string_not_equal(e[1].id.data, e[2].id.data);
    annals_free(c);
}

/* What says the same has the same id wherever it stands, and a number when it comes again; who gives an id twice is
 * told of it once. */
static void makes_ids_of_contents(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "date,label\n1962-10-27,A\n1962-10-28,B\n");
    const annals_event *e = events_of(c, 2);
    char first[32], second[32];
    snprintf(first, sizeof first, "%s", e[0].id.data);
    snprintf(second, sizeof second, "%s", e[1].id.data);
    annals_free(c);
    c = read_string("b.csv", "date,label\n1962-10-26,Z\n1962-10-28,B\n1962-10-27,A\n1962-10-28,B\n1962-10-28,B\n");
    e = events_of(c, 5);
    assert_string_equal(e[1].id.data, first);
    assert_string_equal(e[2].id.data, second);
    assert_memory_equal(e[3].id.data, second, strlen(second));
    assert_string_equal(e[3].id.data + strlen(second), "-2");
    assert_string_equal(e[4].id.data + strlen(second), "-3");
    size_t count;
    annals_notices(c, &count);
    assert_int_equal(count, 0);
    annals_free(c);
    c = read_string("c.csv", "date,label,id\n1962-10-26,Z,1\n1962-10-28,B,1\n1962-10-29,C,1\n");
    e = events_of(c, 3);
    assert_string_equal(e[1].id.data, "1");
    const annals_notice *n = notice_with(c, "another event has the id '1', too; give each an id of its own");
    assert_non_null(n);
    assert_int_equal(n->line, 3);
    assert_int_equal(n->column, 12);
    annals_notices(c, &count);
    assert_int_equal(count, 1);
    annals_free(c);
}

/* A first row that has a date names nothing, and is not lost. */
static void reads_rows_without_names(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "1962-10-27,The plane\n1962-10-28,The end\n");
    const annals_event *e = events_of(c, 2);
    assert_string_equal(e[0].label.data, "The plane");
    assert_non_null(notice_with(c, "the first row has a date, and so it is read as an event"));
    annals_free(c);
    c = read_string("b.csv", "label,from,to\nTalks,1962-10-25,1962-10-27\n");
    assert_string_equal(events_of(c, 1)->when->edtf.data, "1962-10-25/1962-10-27");
    annals_free(c);
    c = read_string("c.csv", "date,from,to,label\n1962-10-25,Orme,5 Gannet Street,A letter\n");
    assert_string_equal(events_of(c, 1)->when->edtf.data, "1962-10-25");
    annals_free(c);
}

/* Words of any language, where those that read them agree. */
static void reads_dates_of_other_languages(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "Datum;Ereignis\n27.10.1962;A\n3. November 1962;B\n1er mars 1963;C\n"
                                                "5 de mayo de 1963;D\n");
    const annals_event *e = events_of(c, 4);
    static const char *const dates[] = {"1962-10-27", "1962-11-03", "1963-03-01", "1963-05-05"};
    for (size_t i = 0; i < 4; i++) assert_string_equal(e[i].when->edtf.data, dates[i]);
    annals_free(c);
}

static void reads_years_months_and_days(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "sep=;\r\n"
                                                "Day;Month;Year;Label\r\n"
                                                "8;6;793;Raiders came\r\n"
                                                "27;October;1962;They met\r\n"
                                                ";11;1962;They talked\r\n"
                                                ";;1963;It ended\r\n"
                                                "30;2;1964;Never\r\n");
    static const char *const dates[] = {"0793-06-08", "1962-10-27", "1962-11", "1963"};
    const annals_event *e = events_of(c, 4);
    for (size_t i = 0; i < 4; i++) assert_string_equal(e[i].when->edtf.data, dates[i]);
    offsets_are_right(c);
    annals_free(c);
}

/* What spreadsheets of TimelineJS and calendars of the web are exported as. */
static void reads_tables_of_others(void **state) {
    (void)state;
    annals_chronology *c = read_string(
        "a.csv", "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media\n"
                 "1962,10,27,,1962,10,28,,,Plane shot,It fell,http://a.example/b\n"
                 "1962,10,29,9:05,,,,10:30:15,,Talks,They met,\n"
                 "1962,11,,10:00,,,,,,Crates,They left,\n"
                 "1962,12,1,noonish,,,,,,Lunch,They ate,\n"
                 "1962,12,2,,1962,13,1,,,Bad,No,\n");
    static const char *const dates[] = {"1962-10-27/1962-10-28", "1962-10-29T09:05:00/1962-10-29T10:30:15", "1962-11",
                                        "1962-12-01"};
    static const char *const labels[] = {"Plane shot", "Talks", "Crates", "Lunch"};
    const annals_event *e = events_of(c, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(e[i].label.data, labels[i]);
        assert_string_equal(e[i].when->edtf.data, dates[i]);
    }
    assert_string_equal(e[0].text.data, "It fell");
    assert_string_equal(e[0].fields[0].name.data, "Media");
    assert_string_equal(e[2].fields[0].value.data, "10:00");
    assert_string_equal(e[3].fields[0].value.data, "noonish");
    assert_int_equal(notice_with(c, "'noonish' is no time of day")->column, 11);
    assert_int_equal(notice_with(c, "'10:00' is no time of day of its date")->line, 4);
    assert_int_equal(notice_with(c, "'13' is no date that can be read")->line, 6);
    offsets_are_right(c);
    annals_free(c);
    c = read_string("b.csv", "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location\n"
                             "Meeting,10/27/2024,09:00 AM,10/27/2024,12:30 PM,False,All came,Hall\n"
                             "Fair,10/28/2024,,10/29/2024,,True,,\n"
                             "Watch,10/30/2024,12:00 AM,10/30/2024,11:00 pm,False,,\n");
    e = events_of(c, 3);
    assert_string_equal(e[0].when->edtf.data, "2024-10-27T09:00:00/2024-10-27T12:30:00");
    assert_string_equal(e[0].text.data, "All came");
    assert_string_equal(e[1].when->edtf.data, "2024-10-28/2024-10-29");
    assert_string_equal(e[2].when->edtf.data, "2024-10-30T00:00:00/2024-10-30T23:00:00");
    annals_free(c);
    c = read_string("c.csv", "time,what\n1962-10-27,Rain\n");
    assert_string_equal(events_of(c, 1)->when->edtf.data, "1962-10-27");
    annals_free(c);
    c = read_string("d.csv", "date,text\n1962-10-27,It rained\n");
    assert_string_equal(events_of(c, 1)->label.data, "It rained");
    annals_free(c);
}

/* In a word, as calendars have it, or none; without a day of its own the end is of the day that it begins on. */
static void reads_times_of_day(void **state) {
    (void)state;
    static const struct {
        const char *time, *end, *edtf;
        annals_day_part part;
    } rows[] = {{"noon", "", "1962-10-27T12:00:00", ANNALS_DAY_PART_NONE},
                {"14h30", "16:00", "1962-10-27T14:30:00/1962-10-27T16:00:00", ANNALS_DAY_PART_NONE},
                {"morning", "", "1962-10-27", ANNALS_MORNING},
                {"25:00", "", "1962-10-27", ANNALS_DAY_PART_NONE},
                {"9:00-10:00", "", "1962-10-27", ANNALS_DAY_PART_NONE},
                {"9:00", "late", "1962-10-27T09:00:00", ANNALS_DAY_PART_NONE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[200];
        snprintf(file, sizeof file, "date,time,end time,label\n1962-10-27,%s,%s,It\n", rows[i].time, rows[i].end);
        annals_chronology *c = read_string("a.csv", file);
        const annals_event *e = events_of(c, 1);
        assert_string_equal(e->when->edtf.data, rows[i].edtf);
        assert_int_equal(e->when->day_part, rows[i].part);
        assert_int_equal(e->field_count, i >= 3);
        if (i >= 3) assert_non_null(notice_with(c, "is no time of day of its date; write it like 14:30"));
        annals_free(c);
    }
}

/* Which of the numbers is the day the other rows tell; where they do not, the other reading is kept. */
static void reads_days_of_numbers(void **state) {
    (void)state;
    static const struct {
        const char *other, *edtf;
        bool uncertain;
    } rows[] = {{"13/5/1931", "1931-03-05T10:00:00", false},
                {"5/13/31", "1931-05-03T10:00:00", false},
                {"7/6/1931", "1931-05-03T10:00:00", true},
                {"1931-05-05", "1931-05-03T10:00:00", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[200];
        size_t count;
        snprintf(file, sizeof file, "date,time,label\n5/3/1931,10:00,It\n%s,,Other\n\"x\ny\",,\n", rows[i].other);
        annals_chronology *c = read_string("a.csv", file);
        const annals_when *when = events_of(c, 2)->when;
        const annals_mention *m = annals_mentions(c, &count);
        assert_string_equal(when->edtf.data, rows[i].edtf);
        assert_int_equal(when->uncertain, rows[i].uncertain);
        assert_int_equal(m->alternative_count, rows[i].uncertain);
        if (rows[i].uncertain) assert_int_equal(m->alternatives->begin.earliest.day, when->begin.earliest.day - 59);
        annals_free(c);
    }
    annals_chronology *c = read_string("a.csv", "date,end,label\n1/2/1931 10:00,1/3/1931 11:00,It\n");
    assert_true(events_of(c, 1)->when->uncertain);
    annals_free(c);
}

/* Of as many figures as there may be, in a column of years and in one of dates. */
static void reads_bare_years(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "year,month,day,label\n-10000,,,a\n-44,3,15,b\n33,,,c\n44,March,15,d\n"
                                                "44,spring,,e\n900,,,f\n12000,,,g\n");
    static const char *const dates[] = {"Y-10000", "-0044-03-15", "0033", "0044-03-15", "0900", "Y12000"};
    const annals_event *e = events_of(c, 6);
    for (size_t i = 0; i < 6; i++) assert_string_equal(e[i].when->edtf.data, dates[i]);
    assert_int_equal(notice_with(c, "-10000 is 10001 BC; write 10000 BC where that is meant")->line, 2);
    assert_int_equal(notice_with(c, "'spring' is no date")->line, 6);
    annals_free(c);
    c = read_string("b.csv", "date,label\n900,a\n-10000,b\n-44,c\n33,d\n44927,e\n");
    e = events_of(c, 3);
    assert_string_equal(e[0].when->edtf.data, "Y-10000");
    assert_string_equal(e[1].when->edtf.data, "-0044");
    assert_string_equal(e[2].when->edtf.data, "0900");
    assert_int_equal(notice_with(c, "'33' may be no year; write years like 0033")->line, 5);
    assert_int_equal(notice_with(c, "'44927' may be no year")->line, 6);
    annals_free(c);
    c = read_string("c.csv", "date,label\n1914-18,a\n1921-22,b\n1939-40,c\n1962-22,d\n");
    static const char *const spans[] = {"1914/1918", "1921/1922", "1939/1940", "1962-22"};
    e = events_of(c, 4);
    for (size_t i = 0; i < 4; i++) assert_string_equal(e[i].when->edtf.data, spans[i]);
    annals_free(c);
    c = read_string("d.csv", "id,date,label,first,last\nx,1921-22,Summer,1921-06-01,1921-08-31\n");
    assert_string_equal(events_of(c, 1)->when->edtf.data, "1921-22");
    assert_int_equal(events_of(c, 1)->field_count, 0);
    annals_free(c);
}

static void reads_any_date(void **state) {
    (void)state;
    static const struct {
        const char *date, *end, *edtf;
    } rows[] = {
        {"-0043-03-15", "", "-0043-03-15"},
        {"1962", "1964", "1962/1964"},
        {"44 BC", "", "-0043"},
        {"1962-10-26T18:00", "1962-10-26T21:00", "1962-10-26T18:00:00/1962-10-26T21:00:00"},
        {"c. 1850", "", "1850~"},
        {"3 May 1912", "5 May 1912", "1912-05-03/1912-05-05"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[200];
        snprintf(file, sizeof file, "date,end,label\n%s,%s,It\n", rows[i].date, rows[i].end);
        annals_chronology *c = read_string("a.csv", file);
        assert_string_equal(events_of(c, 1)->when->edtf.data, rows[i].edtf);
        annals_free(c);
    }
}

/* ".." is an end that is open, as in EDTF. */
static void reads_open_ends(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "date,time,end,label\n3 May 1931,,..,a\n..,,1932,b\n"
                                                "1933-01-02,9:30,..,c\n..,,..,d\n");
    static const char *const dates[] = {"1931-05-03/..", "../1932", "1933-01-02T09:30:00/.."};
    const annals_event *e = events_of(c, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(e[i].when->edtf.data, dates[i]);
        assert_int_equal((i == 1 ? e[i].when->begin.earliest : e[i].when->end.latest).state, ANNALS_BOUND_OPEN);
        assert_int_equal(e[i].mention_count, 1);
    }
    assert_int_equal(notice_with(c, "'..' is no date that can be read")->line, 5);
    offsets_are_right(c);
    annals_free(c);
}

/* Rows without words may stand above the names of the columns, as spreadsheets save them. */
static void passes_blank_rows(void **state) {
    (void)state;
    static const char *const tables[] = {"\n\n;;;\ndate;label;;\n;;;\n1931-05-03;x;;\n;;;\n",
                                         "\t\t\n\ndate\tlabel\t\n1931-05-03\tx\t\n", ",,\ndate,label\n1931-05-03,x\n"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        annals_chronology *c = read_string("a.csv", tables[i]);
        assert_string_equal(events_of(c, 1)->label.data, "x");
        offsets_are_right(c);
        annals_free(c);
    }
}

/* Words in a column of sets that say none are told once, but a column of other words is none of sets. */
static void tells_sets_that_are_none(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "date,set,label\n1962-10-01/1962-10-31,XXXX-WXX-1,Fair\n"
                                                "1962-10-02,Mondays,Ball\n1962-10-03,often,Walk\n");
    const annals_notice *n = notice_with(c, "'Mondays' is no set, and goes along as a field");
    assert_int_equal(n->line, 3);
    assert_int_equal(n->column, 12);
    assert_string_equal(events_of(c, 3)[1].fields[0].value.data, "Mondays");
    annals_free(c);
    c = read_string("a.csv", "date,set,label\n1962-10-01,Blue,Plate\n1962-10-02,Red,Cup\n");
    assert_null(notice_with(c, "is no set"));
    annals_free(c);
}

static void reads_months_in_figures(void **state) {
    (void)state;
    annals_chronology *c =
        read_string("a.csv", "date,end,label\n05/1931,7/1931,a\n8.1931,,b\n12-1931,,c\n13/1931,,d\n0/1931,,e\n");
    const annals_event *e = events_of(c, 3);
    assert_string_equal(e[0].when->edtf.data, "1931-05/1931-07");
    assert_string_equal(e[1].when->edtf.data, "1931-08");
    assert_string_equal(e[2].when->edtf.data, "1931-12");
    assert_int_equal(notice_with(c, "'13/1931' is no date")->line, 5);
    annals_free(c);
}

static void compares_weekdays(void **state) {
    (void)state;
    static const struct {
        const char *date;
        bool wrong;
    } rows[] = {{"\"Saturday, 26 October 1962\"", true}, {"\"Friday, 26 October 1962\"", false},
                {"\"Samstag, 26. Oktober 1962\"", true}, {"26 October 1962 (Saturday)", true},
                {"26 October 1962 (Friday)", false},     {"1962-10-26 (Fri)", false},
                {"\"October 26, 1962, Fri.\"", false},   {"26 octobre 1962 (samedi)", true},
                {"26.10.1962 (Freitag)", false},         {"1962-10-26", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char file[100];
        size_t count;
        snprintf(file, sizeof file, "date,label\n%s,It\n", rows[i].date);
        annals_chronology *c = read_string("a.csv", file);
        assert_int_equal(annals_mentions(c, &count)->wrong_weekday, rows[i].wrong);
        annals_free(c);
    }
}

static void leaves_out_rows_with_a_notice(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "date,end,label\n1962,,Good\nå,,No date\n,,None\n1962-10-27,,\n"
                                                "1962,1961,Backwards\n1962,someday,No end\n");
    static const told notices[] = {
        {"'å' is no date that can be read", 3, 1},        {"'' is no date; give one", 4, 1}, {"'' has no label", 5, 13},
        {"'1961' is before the date that it ends", 6, 6}, {"'someday' is no date", 7, 6},
    };
    events_of(c, 1);
    tells(c, notices, sizeof notices / sizeof *notices);
    annals_free(c);
}

/* Those that the table states stay whole; what is made of other columns is a headline. */
static void shortens_labels(void **state) {
    (void)state;
    static const char words[] =
        "Een, twee, drie, vier, vijf, zes, zeven, åtta, nio, tio, elva, tolv, tretton, fjorton, femton, sexton";
    char table[256];
    snprintf(table, sizeof table, "date,label\n1962,\"%s\"\n", words);
    annals_chronology *c = read_string("a.csv", table);
    assert_string_equal(events_of(c, 1)->label.data, words);
    annals_free(c);
    snprintf(table, sizeof table, "date,what\n1962,\"%s\"\n", words);
    c = read_string("a.csv", table);
    const annals_event *e = events_of(c, 1);
    assert_string_equal(e->label.data,
                        "Een, twee, drie, vier, vijf, zes, zeven, åtta, nio, tio, elva, tolv, tretton, fjorton,…");
    assert_string_equal(e->text.data, words);
    annals_free(c);
}

/* Of the columns that make a date the one that makes it none; what follows a closing quotation mark is of the cell;
 * a date stands between its quotation marks. */
static void tells_cells(void **state) {
    (void)state;
    annals_chronology *c =
        read_string("a.csv", "year,month,day,label\n1962,13,1,a\n1962,2,30,b\nx,2,3,c\n1962,10,27,d\n");
    static const size_t columns[] = {6, 8, 1};
    size_t count;
    events_of(c, 1);
    const annals_notice *n = annals_notices(c, &count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(n[i].line, i + 2);
        assert_int_equal(n[i].column, columns[i]);
    }
    annals_free(c);
    c = read_string("a.csv", "label,date\n\"Rain\"s,\" 27 October 1962\"\n");
    assert_string_equal(events_of(c, 1)->label.data, "Rains");
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(m->start, strlen("label,date\n\"Rain\"s,\" "));
    assert_int_equal(m->end - m->start, strlen("27 October 1962"));
    annals_free(c);
}

/* The column of dates is known by what it has, and the others tell what happened where none is the label. */
static void finds_columns(void **state) {
    (void)state;
    annals_chronology *c = read_string("a.csv", "No,When,Ship,Place\nvii,27 October 1962,Ada,Aske\n");
    const annals_event *e = events_of(c, 1);
    assert_string_equal(e->label.data, "vii, Ada, Aske");
    assert_string_equal(e->when->edtf.data, "1962-10-27");
    annals_free(c);
}

/* A row that is not whole is told, and those behind it are read; cells that are missing at the end of one are empty. */
static void goes_on_behind_bad_rows(void **state) {
    (void)state;
    char rows[1024] =
        "date,label,category\n1962-10-27,A,x\n1962-10-28,B,y,more,,\n1962-10-29,C\n\"a\nb\",It\n1962-11-01\n"
        "1962-11-02,D,,,\n1962-11-03,\"E\n1962-11-04,F,z\n1962-11-05,\"G\",z\n1962-11-06,\"H\"\"\n";
    for (int i = 0; i < 70; i++) strcat(rows, ",1");
    strcat(rows, "\n1962-11-07,I,z\n1962-11-08,\"J\n");
    annals_chronology *c = read_string("a.csv", rows);
    static const told notices[] = {
        {"this row has 6 columns, and the first row names 3", 3, 16},
        {"is no date that can be read", 5, 1},
        {"'' has no label", 7, 1},
        {"this quotation mark is never closed", 9, 12},
        {"more than 64 columns", 13, 1},
    };
    events_of(c, 6); /* A, C, D, F, G and I */
    tells(c, notices, sizeof notices / sizeof *notices);
    annals_free(c);
}

static void refuses_wrong_tables(void **state) {
    (void)state;
    refuses("a.csv", "when,label\nsoon,It\n",
            "1:1: no column is called 'date'; name the columns in the first row: date,end,label,category");
    refuses("a.csv", "\n\n", "1:1: no row names the columns; begin with date,label");
    refuses("a.csv", "date,label,DATE\n", "1:12: a second column is called 'date'; give each its own name");
    refuses("a.csv", "date,\"label\n1962,It\n",
            "1:6: this quotation mark is never closed; close it, or double it within a text");
    refuses("a.csv", "date,label\n", "no row stands below the names of the columns; check that it is the right file");
    refuses("a.csv", "date,label\nnever,It\n", "no row of the table could be read; see the warnings, and correct it");
}

/* A title, a second capital and a place within a label make a name; a label's first word alone is none, unless it
 * stands within another. */
static void names_who_is_told_of(void **state) {
    static const struct {
        const char *label, *names;
    } rows[] = {{"Search is resumed off Holm", "Holm,"},
                {"Search is given up", ""},
                {"President Marr briefs Captain Ruud", "Marr,Ruud,"},
                {"Ruud meets the owners", "Ruud,"},
                {"Radio Tarnvik reports the loss", "Radio Tarnvik,"},
                {"Divers leave", ""}};
    char table[400] = "date,label\n", names[100];
    for (size_t i = 0; i < 6; i++)
        snprintf(table + strlen(table), sizeof table - strlen(table), "1962-10-0%zu,%s\n", i + 1, rows[i].label);
    (void)state;
    annals_chronology *c = read_string("a.csv", table);
    const annals_event *e = events_of(c, 6);
    for (size_t i = 0; i < 6; i++) {
        *names = 0;
        for (size_t k = 0; k < e[i].tag_count; k++)
            snprintf(names + strlen(names), sizeof names - strlen(names), "%s,", e[i].tags[k].name.data);
        assert_string_equal(names, rows[i].names);
    }
    annals_free(c);
}

static void survives_what_is_cut(void **state) {
    (void)state;
    static const char whole[] = "label,date,end,x\n\"Ships, \"\"å\"\"\",1962-10-27,1962-10-28,\"a\nb\"\n";
    for (size_t length = 0; length < sizeof whole; length++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_error error = {0};
        if (annals_read(c, "a.csv", whole, length, &error) == ANNALS_OK) annals_finish(c, &error);
        annals_free(c);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_columns_in_any_order),
        cmocka_unit_test(reads_other_separators),
        cmocka_unit_test(names_rows_without_an_id),
        cmocka_unit_test(makes_ids_of_contents),
        cmocka_unit_test(reads_rows_without_names),
        cmocka_unit_test(reads_dates_of_other_languages),
        cmocka_unit_test(reads_years_months_and_days),
        cmocka_unit_test(reads_tables_of_others),
        cmocka_unit_test(reads_times_of_day),
        cmocka_unit_test(reads_days_of_numbers),
        cmocka_unit_test(reads_bare_years),
        cmocka_unit_test(reads_any_date),
        cmocka_unit_test(reads_open_ends),
        cmocka_unit_test(passes_blank_rows),
        cmocka_unit_test(compares_weekdays),
        cmocka_unit_test(tells_sets_that_are_none),
        cmocka_unit_test(reads_months_in_figures),
        cmocka_unit_test(leaves_out_rows_with_a_notice),
        cmocka_unit_test(shortens_labels),
        cmocka_unit_test(tells_cells),
        cmocka_unit_test(finds_columns),
        cmocka_unit_test(goes_on_behind_bad_rows),
        cmocka_unit_test(refuses_wrong_tables),
        cmocka_unit_test(names_who_is_told_of),
        cmocka_unit_test(survives_what_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
