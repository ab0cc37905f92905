/* Memory runs out at every allocation in turn: the engine says so, loses nothing it owns, and never crashes. */
#include "engine_test.h"

#include "../support/failing_memory.h"

static const char text[] =
    "3 March 1958\n\nA Letter\n\nCitation:\n\nA Letter, 3 March 1958, Archive.\n\nOn 1 March, at 2 a.m. the mill "
    "burned. "
    "He stayed until 7 a.m. and wrote Weller's letter of 1 March. The telegram of 1 March came late. It was read "
    "on the night of 1-2 March, from 3 to 6 p.m., every Monday, for the past two weeks, and on 31 November. After the "
    "Fair, on 9 Thermidor and on the Ides of March 44 BC, came Easter 1957.\n\n"
    "Item Date From\na.pdf 2-Mar-58 PORT\n";

/* It tells of the same fire, and gives another day for the letter. */
static const char other[] =
    "4 March 1958\n\nThe mill burned on 1 March at 2 a.m. Weller wrote on 2 March that he had stayed.\n";

static annals_status ignore(void *context, const char *data, size_t length) {
    (void)data;
    *(size_t *)context += length;
    return ANNALS_OK;
}

static annals_status make_edtf(annals_error *error) {
    annals_edtf *value = annals_edtf_parse(annals_text_of("[1958-03-01,1958-03-0X..]"), error);
    annals_edtf_free(value);
    return error->status;
}

/* What can be done with a chronology. */
static annals_status work_with(annals_chronology *c, annals_error *error) {
    size_t count, lost;
    const annals_event *events = annals_events(c, &count);
    annals_when when;
    annals_status status = annals_read_when(c, annals_text_of("4 March 1958"), &when, error);
    if (status != ANNALS_OK || count < 4) return status;
    const annals_event values = {.label = annals_text_of("By hand"), .when = &when};
    const unsigned fields = 1u << ANNALS_FIELD_LABEL | 1u << ANNALS_FIELD_WHEN;
    const annals_edit edits[] = {
        {.id = events[0].id, .fields = fields, .values = values},
        {.id = events[1].id, .drop = true},
        {.id = events[2].id, .merge = events[0].id},
        {.id = annals_text_of("own"), .add = true, .fields = fields, .values = values},
        {.id = annals_text_of("none"), .drop = true},
    };
    status = annals_edit_events(c, "edits.json", edits, sizeof edits / sizeof *edits, &lost, error);
    if (status == ANNALS_OK) assert_int_equal(lost, 1);
    const annals_filter filter = {.from = annals_text_of("1958"), .until = annals_text_of("1958-03-31")};
    if (status == ANNALS_OK) status = annals_select(c, &filter, error);
    for (annals_grouping by = ANNALS_BY_DAY; status == ANNALS_OK && by <= ANNALS_BY_TAG; by++)
        status = annals_group_events(c, by, error);
    if (status == ANNALS_OK) status = annals_check(c, error);
    if (status == ANNALS_OK) status = annals_compare(c, c, error);
    return status;
}

static annals_status make(annals_error *error, size_t *written) {
    if (make_edtf(error) != ANNALS_OK) return error->status;
    annals_period period = {annals_text_of("the Fair"), annals_text_of("1958-03"), annals_text_of("own.tsv"), 1};
    annals_options options = {.date = annals_text_of("5 March 1958"), .periods = &period, .period_count = 1};
    annals_chronology *c = annals_new(&options, error);
    if (!c) return error->status;
    annals_status status = annals_add_text(c, "a.txt", annals_text_of(text), error);
    if (status == ANNALS_OK) status = annals_add_text(c, "b.txt", annals_text_of(other), error);
    if (status == ANNALS_OK) status = annals_add_text(c, "c.txt", annals_text_of(other), error); /* a copy */
    if (status == ANNALS_OK) status = annals_finish(c, error);
    annals_sink sink = {ignore, written};
    for (const char *const *stage = annals_dump_stages(); *stage && status == ANNALS_OK; stage++)
        status = annals_dump(c, *stage, sink, error);
    if (status == ANNALS_OK) status = annals_explain(c, sink, error);
    if (status == ANNALS_OK) status = work_with(c, error);
    annals_free(c);
    return status;
}

static void test_every_allocation(void **state) {
    (void)state;
    size_t whole = 0, failures = 0;
    annals_error none = {0};
    assert_int_equal(make(&none, &whole), ANNALS_OK);
    for (long allocations = 0;; allocations++) {
        annals_error error = {0};
        size_t written = 0;
        memory_limit(allocations, -1);
        annals_status status = make(&error, &written);
        memory_limit(-1, -1);
        assert_int_equal(error.status, status);
        if (status == ANNALS_OK) {
            assert_int_equal(written, whole);
            break;
        }
        assert_int_equal(status, ANNALS_MEMORY);
        failures++;
    }
    print_message("failed %zu times\n", failures);
    assert_true(failures > 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_allocation)};
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
