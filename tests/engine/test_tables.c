/* Tables: which column has the dates, rows that repeat the day above, clocks of a column of their own. */
#include "engine_test.h"

typedef struct row {
    const char *label, *edtf, *field, *value; /* of the event, and of one of its columns; null: none is looked at */
} row;

static void expect_row(const annals_chronology *c, const row *r) {
    const annals_event *e = event_with(c, r->label);
    if (!e) fail_msg("no event '%s'", r->label);
    if (!is(e->label, r->label)) fail_msg("'%.*s', not '%s'", (int)e->label.length, e->label.data, r->label);
    if (!is(e->when->edtf, r->edtf))
        fail_msg("'%s' is of '%.*s', not '%s'", r->label, (int)e->when->edtf.length, e->when->edtf.data, r->edtf);
    for (size_t i = 0; r->field && i < e->field_count; i++)
        if (is(e->fields[i].name, r->field)) {
            assert_true(is(e->fields[i].value, r->value));
            return;
        }
    if (r->field) fail_msg("'%s' has no field '%s'", r->label, r->field);
}

#define TABLE(text, ...)                                                                                               \
    do {                                                                                                               \
        annals_chronology *c = chronology_of(text, NULL);                                                              \
        const row rows[] = {__VA_ARGS__};                                                                              \
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) expect_row(c, &rows[i]);                               \
        annals_free(c);                                                                                                \
    } while (0)

/* Whatever the column is called, its cells are dates. */
static void test_columns(void **state) {
    (void)state;
    TABLE(
        "Arrests\n\nName          Arrested      Charge\nAda Weller    6 May 1931    Arson\nBen Ostrow    9 May 1931    "
        "Theft\n",
        {"Ada Weller, Arson", "1931-05-06", "Arrested", "6 May 1931"},
        {"Ben Ostrow, Theft", "1931-05-09", "Name", "Ben Ostrow"});
    TABLE("Lights\n\nLight\tOpened\tHeight\nKessel\t3 March 1861\t40 m\nAske\t1902\t22 m\n",
          {"Kessel, 40 m", "1861-03-03", "Height", "40 m"}, {"Aske, 22 m", "1902", "Opened", "1902"});
    TABLE("Ships\n\nWhen,Ship,Place\n6 May 1931,Ada,Dunvik\n9 May 1931,Corrigan,Aske\n",
          {"Ada, Dunvik", "1931-05-06", "Place", "Dunvik"}, {"Corrigan, Aske", "1931-05-09", NULL, NULL});
    TABLE("Strikes\n\nYear    Works           Days\n1911    Dunholt mill    40\n1926    Kessel yard     120\n",
          {"Dunholt mill, 40", "1911", "Days", "40"}, {"Kessel yard, 120", "1926", NULL, NULL});
    TABLE("Chronik der Mühle und der Leute\n\n| Tag | Ereignis |\n|---|---|\n| 6. Mai 1931 | Der Kessel platzte |\n",
          {"Der Kessel platzte", "1931-05-06", "Tag", "6. Mai 1931"});
    TABLE("Chronique du moulin et des gens\n\n| Jour | Fait |\n|---|---|\n| 6 mai 1931 | La chaudière a éclaté |\n",
          {"La chaudière a éclaté", "1931-05-06", "Fait", "La chaudière a éclaté"});
}

static void test_days(void **state) {
    (void)state;
    TABLE("The fire\n\n| Day | Hour | What |\n|---|---|---|\n| 6 May 1931 | 09:30 | The boiler burst |\n| do. | 11:00 "
          "| The roof "
          "fell in |\n| \" | | Two men were saved |\n| | 18:00 | The fire was out |\n| 7 May 1931 | 06:00 | The owner "
          "came |\n",
          {"The boiler burst", "1931-05-06T09:30:00", "Hour", "09:30"},
          {"The roof fell in", "1931-05-06T11:00:00", NULL, NULL}, {"Two men were saved", "1931-05-06", NULL, NULL},
          {"The fire was out", "1931-05-06T18:00:00", NULL, NULL},
          {"The owner came", "1931-05-07T06:00:00", NULL, NULL});
    /* A row without a word has nothing to tell of that day. */
    TABLE("The fire\n\n;;\ndate;what;who\n6 May 1931;Boiler burst;\n;;\n", {"Boiler burst", "1931-05-06", NULL, NULL});
    /* The clock may stand before its day. */
    TABLE("The fire\n\nTime    Date          What\n0930    6 May 1931    Boiler burst\n0600    7 May 1931    Owner "
          "came\n",
          {"Boiler burst", "1931-05-06T09:30:00", NULL, NULL}, {"Owner came", "1931-05-07T06:00:00", NULL, NULL});
}

/* A number is no clock, and words parted widely are no table. */
static void test_no_tables(void **state) {
    (void)state;
    TABLE("Catch\n\n| Day | Herring | Port |\n|---|---|---|\n| 6 May 1931 | 1130 | Dunvik |\n",
          {"1130, Dunvik", "1931-05-06", "Herring", "1130"});
    annals_chronology *c = chronology_of("He came at last.  She was gone.\nIt was on 6 May 1931.  Rain fell.\n", NULL);
    size_t count;
    const annals_event *e = annals_events(c, &count);
    for (size_t i = 0; i < count; i++) assert_int_equal(e[i].field_count, 0);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_columns), cmocka_unit_test(test_days),
                                       cmocka_unit_test(test_no_tables)};
    return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
