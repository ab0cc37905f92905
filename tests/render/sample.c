/* sample.c: chronologies for the tests of drawings. */
#include "sample.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The wreck of the coaster "Maren", its salvage, and the inquiry: invented. */
static const sample_row week[] = {
    {{"1911-03-04"},
     "The coaster Maren leaves Tarnvik with salt and timber",
     "She left on the morning tide.",
     NULL,
     0,
     0,
     0,
     0},
    {{"1911-03-05T06:00", "1911-03-05T12:00", "1911-03-05T06:00", "1911-03-05T12:00"},
     "The glass falls; fishing boats turn back",
     "All that morning the glass fell, and the boats came home one by one.",
     NULL,
     0,
     ANNALS_MORNING,
     0,
     0},
    {{"1911-03-05T16:20"}, "The light keeper at Holm logs a ship without sails", NULL, NULL, ANNALS_DOCUMENT, 0, 0, 0},
    {{"1911-03-05T20:00", "1911-03-06T06:00", "1911-03-05T20:00", "1911-03-06T06:00"},
     "Storm over the Sound",
     "Nobody on the coast slept that night; the sea took the pier and eleven boats with it.",
     NULL,
     0,
     ANNALS_NIGHT,
     0,
     0},
    {{"1911-03-06T01:15"},
     "The Maren strikes the Kettle reef",
     "She struck at a quarter past one and lay over to port.",
     NULL,
     0,
     0,
     1,
     1},
    {{"1911-03-06T02:00"},
     "Rockets seen from Tarnvik",
     "Two rockets were seen, and a third that failed.",
     NULL,
     0,
     0,
     0,
     0},
    {{"1911-03-06T03:40"}, "The lifeboat Constance is launched", NULL, NULL, 0, 0, 0, 0},
    {{"1911-03-06T05:05"},
     "Nine of the crew of fourteen are taken off",
     "Nine were taken off by rope.",
     NULL,
     0,
     0,
     0,
     0},
    {{"1911-03-06T05:30", "1911-03-06T11:00"}, "Search for the five who are missing", NULL, NULL, 0, 0, 0, 0},
    {{"1911-03-06"}, "The harbour master wires the owners", NULL, NULL, ANNALS_DOCUMENT, 0, 0, 0},
    {{"1911-03-06T14:00"}, "The hull breaks in two", NULL, NULL, 0, 0, 1, 0},
    {{"1911-03-07"}, "First timber comes ashore at Holm", NULL, NULL, 0, 0, 0, 0},
    {{"1911-03-07", "1911-03-11"}, "Salt fish is rationed in Tarnvik", NULL, NULL, 0, 0, 0, 0},
    {{"1911-03-08T09:30"},
     "Captain Ruud makes his statement",
     "The captain said that the light at Holm was dark.",
     NULL,
     ANNALS_DOCUMENT,
     0,
     0,
     0},
    {{"1911-03-08T11:00"},
     "The keeper at Holm swears that the light was burning",
     NULL,
     NULL,
     ANNALS_DOCUMENT,
     0,
     0,
     0},
    {{"1911-03-08", "1911-04-02"}, "Divers work on the wreck", NULL, NULL, 0, 0, 0, 0},
    {{"1911-03-09"}, "Burial of two sailors, names unknown", NULL, NULL, 0, 0, 0, 0},
    {{"1911-03-10", "1911-03-10", "1911-03-20", "1911-03-31"}, "The pier is rebuilt", NULL, NULL, 0, 0, 0, 0},
    {{"1911-03-11", "1911-03-20", "1911-03-11", "1911-03-20"},
     "A ring of the captain's is sold in Aalsund",
     NULL,
     NULL,
     0,
     0,
     0,
     0},
    {{"1911-03-13"},
     "Inquiry announced for April",
     "It is announced that an inquiry will sit.",
     NULL,
     ANNALS_PLAN,
     0,
     0,
     0},
    {{"1911-03-16"}, "Letter of the insurers to the owners", NULL, NULL, ANNALS_DOCUMENT, 0, 0, 0},
    {{"1911-03-20", "1911-03-20", "..", ".."}, "A watch is kept at Holm day and night", NULL, NULL, 0, 0, 0, 0},
    {{"1911-04-03", "1911-04-05"},
     "The inquiry sits at Tarnvik",
     "It sat for three days and heard nineteen witnesses.",
     NULL,
     0,
     0,
     0,
     0},
    {{"1911-04-05T17:00"},
     "Finding: the light was dark for an hour",
     "The light was found to have been dark for an hour.",
     NULL,
     0,
     0,
     0,
     0},
    {{"1951-06-12"},
     "The bell of the Maren is raised",
     "Forty years on, a trawler brought up the bell.",
     NULL,
     0,
     0,
     0,
     0},
    {{NULL}, "A model of the ship is given to the church", NULL, "XXXX-11-16", 0, 0, 0, 0},
};

/* Vague and long times: years, decades, a century, ends that are open or not known. */
static const sample_row century[] = {
    {{"1801-01-01", "1900-12-31", "1801-01-01", "1900-12-31"},
     "Founding of the reading society, of which no minutes survive",
     0,
     0,
     0,
     0,
     0,
     0},
    {{"..", "..", "1890-05-01", "1890-05-01"}, "The ferry at Holm is rowed", NULL, NULL, 0, 0, 0, 0},
    {{"1890-05-01", "1890-05-01", "?", "?"},
     "A steam ferry is put on the route from Tarnvik to Holm by way of the Kettle",
     0,
     0,
     0,
     0,
     0,
     0},
    {{"1898-01-01", "1898-12-31", "1898-01-01", "1898-12-31"}, "The first telephone", NULL, NULL, 0, 0, 0, 0},
    {{"1904-01-01", "1906-12-31", "1904-01-01", "1906-12-31"},
     "Birth of the painter Solveig Aas, by her own account in a storm",
     NULL,
     NULL,
     0,
     0,
     1,
     0},
    {{"1911-03-06T01:15"}, "The Maren strikes the Kettle reef", NULL, NULL, 0, 0, 0, 0},
    {{"1914-01-01", "1914-04-30", "1914-01-01", "1914-04-30"},
     "Talks about a bridge",
     NULL,
     NULL,
     ANNALS_PLAN,
     0,
     0,
     0},
    {{"1914-08-01", "1914-08-01", "1918-11-01", "1918-11-30"}, "The light is put out", NULL, NULL, 0, 0, 0, 0},
    {{"1920-01-01", "1929-12-31", "1920-01-01", "1929-12-31"}, "The herring stay away", NULL, NULL, 0, 0, 0, 0},
    {{"1926-06-01", "1926-08-31", "1931-06-01", "1933-08-31"}, "Solveig Aas lives abroad", NULL, NULL, 0, 0, 1, 0},
    {{"1934-05-17"},
     "Opening of the bridge by the king, who had been expected the day before and was met by no one",
     0,
     0,
     0,
     0,
     0,
     0},
    {{"1951-06-12"}, "The bell of the Maren is raised", NULL, NULL, 0, 0, 0, 0},
};

annals_chronology *sample_century(void) {
    return sample_rows("Tarnvik and Holm", century, sizeof century / sizeof *century);
}

static annals_bound parse(const char *text) {
    annals_bound bound = {.state = ANNALS_BOUND_UNKNOWN};
    long long year;
    int month, day, hour = 0, minute = 0;
    if (!text) return bound;
    if (!strcmp(text, "..")) {
        bound.state = ANNALS_BOUND_OPEN;
        return bound;
    }
    int parts = sscanf(text, "%lld-%d-%dT%d:%d", &year, &month, &day, &hour, &minute);
    if (parts < 3) return bound;
    bound.day = annals_day_of_civil(year, month, day);
    bound.second = hour * 3600 + minute * 60;
    bound.state = parts == 5 ? ANNALS_BOUND_MINUTE : ANNALS_BOUND_DAY;
    return bound;
}

static annals_when when_of(const sample_row *row) {
    annals_bound b[4];
    for (int i = 0; i < 4; i++) b[i] = parse(row->bounds[i]);
    if (!row->bounds[1]) b[1] = b[2] = b[3] = b[0];
    else if (!row->bounds[2]) b[3] = b[2] = b[1], b[1] = b[0];
    annals_when w = {
        .begin = {b[0], b[1]}, .end = {b[2], b[3]}, .day_part = row->part, .approximate = row->approximate};
    w.granularity = row->part ? ANNALS_PART_OF_DAY : b[0].state == ANNALS_BOUND_MINUTE ? ANNALS_MINUTE : ANNALS_DAY;
    const char *last = row->bounds[3];
    if (last && strstr(row->bounds[0], "-01-01") && strstr(last, "-12-31")) w.granularity = ANNALS_YEAR;
    if (row->edtf) w.edtf = annals_text_of(row->edtf);
    return w;
}

static bool put_documents(annals_chronology *c) {
    annals_document log = {.source = annals_text_of("holm-log.txt"),
                           .title = annals_text_of("Log of the light at Holm")};
    annals_document paper = {.source = annals_text_of("gazette.html"),
                             .title = annals_text_of("Tarnvik Gazette, special number on the loss of the Maren"),
                             .basis = ANNALS_BASIS_STATED,
                             .basis_from = annals_text_of("dateline")};
    annals_bound day = {annals_day_of_civil(1911, 4, 6), 0, ANNALS_BOUND_DAY};
    paper.when = (annals_when){.begin = {day, day}, .end = {day, day}, .granularity = ANNALS_DAY};
    annals_mention mention = {.document = 1, .exact = annals_text_of("half past one")};
    return annals_put_document(c, &log, NULL) == ANNALS_OK && annals_put_document(c, &paper, NULL) == ANNALS_OK &&
           annals_put_mention(c, &mention, NULL) == ANNALS_OK;
}

static bool put_row(annals_chronology *c, const sample_row *row, size_t number) {
    const char *words = row->text ? row->text : row->label;
    annals_source sources[] = {
        {.document = number % 2, .text = annals_text_of(words)},
        {.document = 1 - number % 2, .text = annals_text_of("The other source tells the same in other words.")}};
    annals_conflict conflict = {0, annals_text_of("half past one in the morning")};
    const annals_when when = when_of(row);
    annals_event event = {.kind = row->kind,
                          .label = annals_text_of(row->label),
                          .text = annals_text_of(words),
                          .when = &when,
                          .sources = sources,
                          .source_count = row->text && number % 3 == 0 ? 2 : 1,
                          .confidence = 1,
                          .conflicts = &conflict,
                          .conflict_count = row->conflict,
                          .category = annals_text_of(number < 8    ? "At sea"
                                                     : number < 19 ? "Tarnvik"
                                                                   : "The inquiry")};
    return annals_put_event(c, &event, NULL) == ANNALS_OK;
}

annals_chronology *sample_rows(const char *title, const sample_row *rows, size_t count) {
    annals_options options = {.title = annals_text_of(title)};
    annals_chronology *c = annals_new(&options, NULL);
    bool done = c && put_documents(c);
    for (size_t i = 0; done && i < count; i++) done = put_row(c, &rows[i], i);
    if (done) return c;
    annals_free(c);
    return NULL;
}

annals_chronology *sample_week(void) {
    return sample_rows("The loss of the Maren", week, sizeof week / sizeof *week);
}

/* ------------------------------------------------------------------ distributions */

const char *distribution_name(distribution d) {
    static const char *const names[] = {"uniform",  "bursty", "power",   "same",
                                        "same-day", "nested", "ancient", "minutes"};
    return names[d];
}

/* A number from 0 to 1; the same series for the same seed (Knuth's linear congruence). */
static double next(uint64_t *seed) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(*seed >> 11) / 9007199254740992.0;
}

static annals_bound minute_after(int64_t day, double minutes) {
    int64_t whole = (int64_t)minutes;
    return (annals_bound){day + whole / 1440, (int32_t)(whole % 1440 * 60), ANNALS_BOUND_MINUTE};
}

static annals_when distributed(distribution d, size_t i, size_t count, uint64_t *seed) {
    int64_t start = annals_day_of_civil(d == ANCIENT ? -2999 : 1960, 1, 1);
    double years = d == ANCIENT ? 5000 : 10, part = next(seed), all = years * 365 * 1440, at = part * all, length = 0;
    if (d == BURSTY && i % 10) at = (1018 + part * 13) * 1440;
    if (d == POWER) at = all * (double)(i + 1) / (double)count * pow(part, 6);
    if (d == SAME || d == SAME_DAY) at = 1018 * 1440 + 600;
    if (d == MINUTES) at = (double)i * 1.5;
    if (d == NESTED) at = (double)i * all / 2 / (double)count, length = all - 2 * at;
    if ((d == UNIFORM || d == BURSTY) && i % 5 == 4) length = next(seed) * 20 * 1440;
    annals_bound first = minute_after(start, at), last = minute_after(start, at + length);
    bool day = d == SAME_DAY || d == ANCIENT;
    if (day) first.state = last.state = ANNALS_BOUND_DAY;
    return (annals_when){.begin = {first, first}, .end = {last, last}, .granularity = day ? ANNALS_DAY : ANNALS_MINUTE};
}

annals_chronology *sample_distribution(distribution d, size_t count) {
    static const char *const words[] = {"harbour", "storm", "wreck", "keeper", "inquiry", "salvage", "lantern", "crew"};
    annals_options options = {.title = annals_text_of(distribution_name(d))};
    annals_chronology *c = annals_new(&options, NULL);
    uint64_t seed = 7;
    for (size_t i = 0; c && i < count; i++) {
        char label[128];
        int used = snprintf(label, sizeof label, "%zu", i);
        for (int n = 2 + (int)(next(&seed) * 6); n > 0; n--)
            used += snprintf(label + used, sizeof label - (size_t)used, " %s", words[(size_t)(next(&seed) * 8) % 8]);
        annals_event event = {.label = annals_text_of(label), .text = annals_text_of(label), .confidence = 1};
        event.category = annals_text_of(words[i % 3]);
        event.kind = i % 7 == 3 ? ANNALS_DOCUMENT : ANNALS_OCCURRENCE;
        const annals_when when = distributed(d, i, count, &seed);
        event.when = &when;
        if (annals_put_event(c, &event, NULL) == ANNALS_OK) continue;
        annals_free(c);
        return NULL;
    }
    return c;
}

/* ------------------------------------------------------------------ sink */

static annals_status take(void *context, const char *data, size_t length) {
    sample_bytes *b = context;
    char *larger = realloc(b->data, b->length + length + 1);
    if (!larger) return ANNALS_OUTPUT;
    memcpy(larger + b->length, data, length);
    b->data = larger;
    b->length += length;
    larger[b->length] = 0;
    return ANNALS_OK;
}

annals_sink sample_sink(sample_bytes *bytes) {
    return (annals_sink){take, bytes};
}
