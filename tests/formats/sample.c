#include "sample.h"

#include <stdlib.h>
#include <string.h>

/* A bound as a row of a table can hold it. */
typedef struct moment {
    annals_bound_state state;
    int year, month, day, hour, minute;
} moment;

#define DAY(y, m, d)                                                                                                   \
    { .state = ANNALS_BOUND_DAY, .year = (y), .month = (m), .day = (d) }
#define TIME(y, m, d, h, min)                                                                                          \
    { .state = ANNALS_BOUND_MINUTE, .year = (y), .month = (m), .day = (d), .hour = (h), .minute = (min) }
#define OPEN                                                                                                           \
    { .state = ANNALS_BOUND_OPEN }
/* Begins and ends at known moments; begins and ends somewhere between them. */
#define FILLS(a, b)  .begin = {a, a}, .end = {b, b}
#define WITHIN(a, b) .begin = {a, b}, .end = {a, b}

typedef struct row {
    const char *id, *label, *text, *edtf;
    moment begin[2], end[2];
    annals_granularity granularity;
    annals_event_kind kind;
    annals_day_part day_part;
    bool approximate, uncertain, impossible, merged, first_only;
    const char *zone, *as_written, *category;
} row;

static const row rows[] = {
    {.id = "e-caesar",
     .label = "Caesar is killed",
     .edtf = "-0043-03-15",
     FILLS(DAY(-43, 3, 15), DAY(-43, 3, 15)),
     .granularity = ANNALS_DAY},
    {.id = "e-leap",
     .label = "Leap day of a century year",
     .edtf = "1600-02-29",
     FILLS(DAY(1600, 2, 29), DAY(1600, 2, 29)),
     .granularity = ANNALS_DAY},
    {.id = "e-about",
     .label = "The house was built",
     .edtf = "1850~",
     WITHIN(DAY(1850, 1, 1), DAY(1850, 12, 31)),
     .granularity = ANNALS_YEAR,
     .approximate = true},
    {.id = "e-julian",
     .label = "The Winter Palace was taken",
     .edtf = "1917-11-07",
     FILLS(DAY(1917, 11, 7), DAY(1917, 11, 7)),
     .granularity = ANNALS_DAY,
     .as_written = "25 October 1917"},
    {.id = "e-talks",
     .label = "Talks at the United Nations",
     .edtf = "1962-10-25/1962-10-27",
     FILLS(DAY(1962, 10, 25), DAY(1962, 10, 27)),
     .granularity = ANNALS_DAY,
     .category = "talks; New York, USA"},
    {.id = "e-night",
     .label = "Weller’s visit to the embassy",
     .edtf = "1962-10-26/1962-10-27",
     WITHIN(TIME(1962, 10, 26, 20, 0), TIME(1962, 10, 27, 6, 0)),
     .granularity = ANNALS_PART_OF_DAY,
     .day_part = ANNALS_NIGHT,
     .merged = true},
    {.id = "e-plane",
     .label = "A reconnaissance plane was shot down over the east of the island",
     .edtf = "1962-10-27",
     .text =
         "On 27 October 1962 a reconnaissance plane was shot down over the east of the island; its pilot was killed.",
     FILLS(DAY(1962, 10, 27), DAY(1962, 10, 27)),
     .granularity = ANNALS_DAY,
     .category = "war",
     .first_only = true},
    {.id = "e-cable",
     .label = "Cable to Moscow",
     .edtf = "1962-10-27T02:00",
     FILLS(TIME(1962, 10, 27, 2, 0), TIME(1962, 10, 27, 2, 0)),
     .granularity = ANNALS_MINUTE,
     .kind = ANNALS_DOCUMENT},
    {.id = "e-meeting",
     .label = "Meeting of the committee",
     .edtf = "1962-10-27T08:30/1962-10-27T09:15",
     FILLS(TIME(1962, 10, 27, 8, 30), TIME(1962, 10, 27, 9, 15)),
     .granularity = ANNALS_MINUTE},
    {.id = "e-zone",
     .label = "The ships stop",
     .edtf = "1962-10-27T10:00-04:00",
     FILLS(TIME(1962, 10, 27, 10, 0), TIME(1962, 10, 27, 10, 0)),
     .granularity = ANNALS_MINUTE,
     .zone = "America/New_York"},
    {.id = "e-hour",
     .label = "A call in the hour after four",
     .edtf = "1962-10-27T16:00:00",
     WITHIN(TIME(1962, 10, 27, 16, 0), TIME(1962, 10, 27, 16, 59)),
     .granularity = ANNALS_HOUR},
    {.id = "e-text",
     .label = "Trawniki; “Übergröße”, 日本語, back\\slash\tand \x1B[31mcontrol\x07",
     .text = " Äußerst lange Zeile, die gefaltet werden muß; sie hat Kommas, Strichpunkte und \\ und "
             "日本語の長い文章が続きます。\r\n"
             "Second line with an invalid \xFF byte \x01 and 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉.  ",
     .edtf = "1962-10-28?",
     FILLS(DAY(1962, 10, 28), DAY(1962, 10, 28)),
     .granularity = ANNALS_DAY,
     .uncertain = true},
    {.id = "e-within",
     .label = "The bombers are crated",
     .edtf = "[1962-11-01..1962-11-10]",
     WITHIN(DAY(1962, 11, 1), DAY(1962, 11, 10)),
     .granularity = ANNALS_DAY},
    {.id = "e-month",
     .label = "Inspection at sea",
     .edtf = "1962-11",
     WITHIN(DAY(1962, 11, 1), DAY(1962, 11, 30)),
     .granularity = ANNALS_MONTH},
    {.id = "e-until",
     .label = "Work at the sites goes on",
     .edtf = "../1962-11-07",
     .begin = {OPEN, DAY(1962, 11, 7)},
     .end = {DAY(1962, 11, 7), DAY(1962, 11, 7)},
     .granularity = ANNALS_DAY},
    {.id = "e-from",
     .label = "The quarantine is lifted",
     .edtf = "1962-11-20/..",
     .begin = {DAY(1962, 11, 20), DAY(1962, 11, 20)},
     .end = {DAY(1962, 11, 20), OPEN},
     .granularity = ANNALS_DAY},
    {.id = "e-plan",
     .label = "Withdrawal to be completed",
     .edtf = "1962-12-20",
     FILLS(DAY(1962, 12, 20), DAY(1962, 12, 20)),
     .granularity = ANNALS_DAY,
     .kind = ANNALS_PLAN},
    {.id = "e-citation",
     .label = "Published in the annual report",
     .edtf = "1992",
     WITHIN(DAY(1992, 1, 1), DAY(1992, 12, 31)),
     .granularity = ANNALS_YEAR,
     .kind = ANNALS_CITATION},
    {.id = "e-future",
     .label = "The storage site is opened",
     .edtf = "5000-01-01",
     FILLS(DAY(5000, 1, 1), DAY(5000, 1, 1)),
     .granularity = ANNALS_DAY},
    {.id = "e-last",
     .label = "The last day of four digits",
     .edtf = "9999-12-31",
     FILLS(DAY(9999, 12, 31), DAY(9999, 12, 31)),
     .granularity = ANNALS_DAY},
    {.id = "e-open", .label = "It has always been so", .edtf = "../..", .begin = {OPEN, OPEN}, .end = {OPEN, OPEN}},
    {.id = "e-yearless", .label = "Return of the delegation", .edtf = "XXXX-11-16", .granularity = ANNALS_DAY},
    {.id = "e-impossible", .label = "The deadline", .granularity = ANNALS_DAY, .impossible = true},
};

static annals_bound bound_of(moment m) {
    if (m.state < ANNALS_BOUND_DAY) return (annals_bound){.state = m.state};
    return (annals_bound){annals_day_of_civil(m.year, m.month, m.day), (m.hour * 60 + m.minute) * 60, m.state};
}

static annals_when when_of(const row *r) {
    return (annals_when){.edtf = annals_text_of(r->edtf),
                         .begin = {bound_of(r->begin[0]), bound_of(r->begin[1])},
                         .end = {bound_of(r->end[0]), bound_of(r->end[1])},
                         .granularity = r->granularity,
                         .day_part = r->day_part,
                         .approximate = r->approximate,
                         .uncertain = r->uncertain,
                         .calendar = r->as_written ? ANNALS_JULIAN : ANNALS_GREGORIAN,
                         .as_written = annals_text_of(r->as_written),
                         .zone = annals_text_of(r->zone),
                         .zone_basis = r->zone ? ANNALS_ZONE_STATED : ANNALS_ZONE_NONE};
}

annals_when sample_day(int64_t year, int month, int day) {
    annals_bound bound = {.day = annals_day_of_civil(year, month, day), .state = ANNALS_BOUND_DAY};
    return (annals_when){.begin = {bound, bound}, .end = {bound, bound}, .granularity = ANNALS_DAY};
}

static bool put_documents(annals_chronology *c) {
    const annals_document documents[] = {
        {.id = annals_text_of("d1"),
         .source = annals_text_of("havana.txt"),
         .title = annals_text_of("Dispatch from Havana"),
         .when = sample_day(1962, 11, 2),
         .basis = ANNALS_BASIS_STATED,
         .basis_from = annals_text_of("the dateline"),
         .mode = ANNALS_MODE_DOCUMENT,
         .mode_reason = annals_text_of("it has a dateline"),
         .language = annals_text_of("en"),
         .length = 4210},
        {.id = annals_text_of("d2"),
         .source = annals_text_of("moscow.txt"),
         .mode = ANNALS_MODE_NARRATIVE,
         .length = 5800},
    };
    return annals_put_document(c, &documents[0], NULL) == ANNALS_OK &&
           annals_put_document(c, &documents[1], NULL) == ANNALS_OK;
}

static bool put_mention(annals_chronology *c, const row *r, size_t index) {
    const annals_text steps[] = {annals_text_of("no year is given; the document is of 2 November 1962")};
    const annals_timex timex = {.value = annals_text_of("1962-10-27"),
                                .mod = r->approximate ? annals_text_of("APPROX") : (annals_text){0}};
    const annals_when when = when_of(r);
    const annals_resolution resolution = {
        .rule = annals_text_of("day-month"), .anchor = annals_text_of("d1"), .steps = steps, .step_count = 1};
    annals_mention mention = {.document = index % 2,
                              .start = 100 * index,
                              .end = 100 * index + 12,
                              .exact = annals_text_of("27 October"),
                              .timex = &timex,
                              .when = &when,
                              .impossible = r->impossible,
                              .resolution = &resolution};
    if (r->uncertain) mention.alternatives = &when, mention.alternative_count = 1;
    return annals_put_mention(c, &mention, NULL) == ANNALS_OK;
}

static bool put_event(annals_chronology *c, const row *r, size_t index) {
    const char *text = r->text ? r->text : r->label;
    const annals_source sources[] = {
        {.document = r->first_only ? 0 : index % 2, .start = 90, .end = 190, .text = annals_text_of(text)},
        {.document = (index + 1) % 2, .start = 5, .end = 20, .text = annals_text_of("The other account.")},
    };
    const annals_conflict conflict = {.mention = 0, .claim = annals_text_of("another source has 25 October")};
    const size_t mentions[] = {index, 0};
    const annals_when when = when_of(r);
    annals_event event = {.id = annals_text_of(r->id),
                          .kind = r->kind,
                          .label = annals_text_of(r->label),
                          .text = annals_text_of(text),
                          .when = &when,
                          .category = annals_text_of(r->category),
                          .mentions = mentions,
                          .mention_count = r->merged ? 2 : 1,
                          .sources = sources,
                          .source_count = r->merged ? 2 : 1,
                          .confidence = 0.9,
                          .conflicts = &conflict,
                          .conflict_count = r->merged};
    return annals_put_event(c, &event, NULL) == ANNALS_OK;
}

annals_chronology *sample_chronology(void) {
    const annals_options options = {.title = annals_text_of("Two dispatches; Havana, Moscow")};
    annals_chronology *c = annals_new(&options, NULL);
    bool done = c && put_documents(c);
    for (size_t i = 0; done && i < sizeof rows / sizeof *rows; i++) done = put_mention(c, &rows[i], i);
    for (size_t i = 0; done && i < sizeof rows / sizeof *rows; i++) done = put_event(c, &rows[i], i);
    const annals_notice notice = {.file = annals_text_of("moscow.txt"),
                                  .line = 3,
                                  .column = 7,
                                  .message = annals_text_of("31 November does not exist; check it")};
    if (done && annals_put_notice(c, &notice, NULL) == ANNALS_OK) return c;
    annals_free(c);
    return NULL;
}

static annals_status capture_write(void *context, const char *data, size_t length) {
    capture *to = context;
    if (to->fail_at && to->length + length >= to->fail_at) return ANNALS_OUTPUT;
    char *grown = realloc(to->data, to->length + length + 1);
    if (!grown) return ANNALS_MEMORY;
    to->data = grown;
    memcpy(to->data + to->length, data, length);
    to->length += length;
    to->data[to->length] = 0;
    return ANNALS_OK;
}

annals_sink capture_sink(capture *to) {
    return (annals_sink){capture_write, to};
}

char *sample_written(const annals_chronology *chronology, const char *name, const annals_write_options *options) {
    capture to = {0};
    const annals_writer *writer = annals_find_writer(name);
    if (writer && writer->write(chronology, options, capture_sink(&to), NULL) == ANNALS_OK) return to.data;
    free(to.data);
    return NULL;
}
