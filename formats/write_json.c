/* write_json.c: a chronology as JSON; annals.schema.json describes it.
 *
 * One record at a time is built and written, so that the memory does not grow with the chronology. */
#include "write_json.h"

#include "output.h"
#include "utf8.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 2 };

/* ------------------------------------------------------------------ values: null when memory runs out */

/* Text from outside the engine (a title, a file name) may hold anything: it is repaired. */
static json_t *json_of_text(annals_text text) {
    if (!text.length) return json_string("");
    json_t *value = json_stringn(text.data, text.length);
    utf8_faults faults;
    if (value || utf8_check(text, &faults)) return value;
    annals_text copy = utf8_repaired(text, &faults);
    if (copy.data) value = json_stringn(copy.data, copy.length);
    free((char *)copy.data);
    return value;
}

/* Absent is null. */
static json_t *json_of_nonempty(annals_text text) {
    return text.length ? json_of_text(text) : json_null();
}

static json_t *json_of_size(size_t n) {
    return json_integer((json_int_t)n);
}

static json_t *json_of_bound(annals_bound bound) {
    char buffer[ANNALS_BOUND_SIZE];
    return annals_bound_known(bound) ? json_string(annals_bound_iso(bound, buffer)) : json_null();
}

/* An object under construction: the first failure makes it null, and later members are dropped. */
static void set(json_t **object, const char *key, json_t *value) {
    if (*object && json_object_set_new_nocheck(*object, key, value) == 0) return;
    if (!*object) json_decref(value);
    json_decref(*object);
    *object = NULL;
}

static void append(json_t **array, json_t *value) {
    if (*array && json_array_append_new(*array, value) == 0) return;
    if (!*array) json_decref(value);
    json_decref(*array);
    *array = NULL;
}

/* ------------------------------------------------------------------ times */

static json_t *json_of_bounds(annals_bounds bounds) {
    json_t *object = json_object();
    set(&object, "earliest", json_of_bound(bounds.earliest));
    set(&object, "latest", json_of_bound(bounds.latest));
    return object;
}

/* The bounds that are open, as both open and unknown ones are null. */
static void set_open(json_t **object, const annals_when *when) {
    const struct {
        annals_bound bound;
        const char *name;
    } rows[] = {{when->begin.earliest, "begin.earliest"},
                {when->begin.latest, "begin.latest"},
                {when->end.earliest, "end.earliest"},
                {when->end.latest, "end.latest"}};
    json_t *open = json_array();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].bound.state == ANNALS_BOUND_OPEN) append(&open, json_string(rows[i].name));
    if (open && !json_array_size(open)) json_decref(open);
    else set(object, "open", open);
}

static void set_qualifiers(json_t **object, const annals_when *when) {
    if (!when->approximate && !when->uncertain) return;
    json_t *qualifiers = json_array();
    if (when->approximate) append(&qualifiers, json_string("approximate"));
    if (when->uncertain) append(&qualifiers, json_string("uncertain"));
    set(object, "qualifiers", qualifiers);
}

static void set_if_any(json_t **object, const char *key, annals_text text) {
    if (text.length) set(object, key, json_of_text(text));
}

static json_t *json_of_when(const annals_when *when) {
    json_t *object = json_object();
    set(&object, "edtf", json_of_nonempty(when->edtf));
    set(&object, "begin", json_of_bounds(when->begin));
    set(&object, "end", json_of_bounds(when->end));
    set_open(&object, when);
    set(&object, "granularity", json_string(annals_granularity_name(when->granularity)));
    if (when->day_part != ANNALS_DAY_PART_NONE)
        set(&object, "dayPart", json_string(annals_day_part_name(when->day_part)));
    set_qualifiers(&object, when);
    set(&object, "calendar", json_string(annals_calendar_name(when->calendar)));
    set_if_any(&object, "asWritten", when->as_written);
    set(&object, "zone", json_of_nonempty(when->zone));
    if (when->zone_basis != ANNALS_ZONE_NONE)
        set(&object, "zoneBasis", json_string(annals_zone_basis_name(when->zone_basis)));
    set_if_any(&object, "duration", when->duration);
    set_if_any(&object, "set", when->set);
    return object;
}

static bool nothing_known(const annals_when *when) {
    const annals_bound bounds[] = {when->begin.earliest, when->begin.latest, when->end.earliest, when->end.latest};
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        if (bounds[i].state != ANNALS_BOUND_UNKNOWN) return false;
    return !when->edtf.length && when->granularity == ANNALS_GRANULARITY_UNKNOWN;
}

/* ------------------------------------------------------------------ records */

/* The arrays that records refer to each other by. */
typedef struct tables {
    const annals_document *documents;
    const annals_mention *mentions;
    const annals_event *events;
    const annals_notice *notices;
    size_t document_count, mention_count, event_count, notice_count;
} tables;

static json_t *json_of_document(const tables *t, size_t index) {
    const annals_document *d = &t->documents[index];
    json_t *object = json_object();
    set(&object, "id", json_of_text(d->id));
    set(&object, "source", json_of_text(d->source));
    set(&object, "title", json_of_nonempty(d->title));
    set(&object, "when", nothing_known(&d->when) ? json_null() : json_of_when(&d->when));
    set(&object, "whenBasis", json_string(annals_when_basis_name(d->basis)));
    set(&object, "whenFrom", json_of_nonempty(d->basis_from));
    set(&object, "mode", json_string(annals_mode_name(d->mode)));
    set(&object, "modeReason", json_of_nonempty(d->mode_reason));
    set(&object, "language", json_of_nonempty(d->language));
    set(&object, "length", json_of_size(d->length));
    return object;
}

static json_t *json_of_timex(const annals_timex *timex) {
    json_t *object = json_object();
    set(&object, "type", json_string(annals_timex_type_name(timex->type)));
    set(&object, "value", json_of_nonempty(timex->value));
    set_if_any(&object, "mod", timex->mod);
    return object;
}

static json_t *json_of_resolution(const annals_resolution *resolution) {
    json_t *object = json_object(), *steps = json_array();
    set(&object, "rule", json_of_nonempty(resolution->rule));
    set(&object, "anchor", json_of_nonempty(resolution->anchor));
    for (size_t i = 0; i < resolution->step_count; i++) append(&steps, json_of_text(resolution->steps[i]));
    set(&object, "steps", steps);
    return object;
}

static json_t *json_of_mention(const tables *t, size_t index) {
    const annals_mention *m = &t->mentions[index];
    json_t *object = json_object();
    set(&object, "id", json_of_text(m->id));
    set(&object, "document", json_of_text(t->documents[m->document].id));
    set(&object, "start", json_of_size(m->start));
    set(&object, "end", json_of_size(m->end));
    set(&object, "exact", json_of_text(m->exact));
    set(&object, "timex", json_of_timex(&m->timex));
    set(&object, "when", json_of_when(&m->when));
    if (m->range) set(&object, "range", json_string(annals_range_end_name(m->range)));
    if (m->impossible) set(&object, "impossible", json_true());
    set(&object, "resolution", json_of_resolution(&m->resolution));
    return object;
}

static json_t *json_of_source(const tables *t, const annals_source *source) {
    json_t *object = json_object();
    set(&object, "document", json_of_text(t->documents[source->document].id));
    set(&object, "start", json_of_size(source->start));
    set(&object, "end", json_of_size(source->end));
    set(&object, "text", json_of_text(source->text));
    return object;
}

static json_t *json_of_conflict(const tables *t, const annals_conflict *conflict) {
    json_t *object = json_object();
    set(&object, "mention", json_of_text(t->mentions[conflict->mention].id));
    set(&object, "claim", json_of_text(conflict->claim));
    return object;
}

/* What is not a number, or beyond the limits, has no place in the file. */
static double clamped(double confidence) {
    return confidence >= 1 ? 1 : confidence >= 0 ? confidence : 0;
}

static json_t *json_of_event(const tables *t, size_t index) {
    const annals_event *e = &t->events[index];
    json_t *object = json_object(), *mentions = json_array(), *sources = json_array(), *conflicts = json_array();
    for (size_t i = 0; i < e->mention_count; i++) append(&mentions, json_of_text(t->mentions[e->mentions[i]].id));
    for (size_t i = 0; i < e->source_count; i++) append(&sources, json_of_source(t, &e->sources[i]));
    for (size_t i = 0; i < e->conflict_count; i++) append(&conflicts, json_of_conflict(t, &e->conflicts[i]));
    set(&object, "id", json_of_text(e->id));
    set(&object, "kind", json_string(annals_event_kind_name(e->kind)));
    set(&object, "label", json_of_text(e->label));
    set(&object, "text", json_of_text(e->text));
    set(&object, "when", json_of_when(&e->when));
    set(&object, "mentions", mentions);
    set(&object, "sources", sources);
    set(&object, "category", json_of_nonempty(e->category));
    set(&object, "confidence", json_real(clamped(e->confidence)));
    set(&object, "conflicts", conflicts);
    return object;
}

static json_t *json_of_notice(const tables *t, size_t index) {
    const annals_notice *n = &t->notices[index];
    json_t *object = json_object();
    set(&object, "source", json_of_nonempty(n->file));
    set(&object, "line", n->line ? json_of_size(n->line) : json_null());
    set(&object, "column", n->column ? json_of_size(n->column) : json_null());
    set(&object, "message", json_of_text(n->message));
    return object;
}

/* ------------------------------------------------------------------ the file */

typedef struct indented_output {
    output *out;
    size_t depth;
} indented_output;

/* Line ends in strings are escaped: every raw one is layout, and gets the depth of the record.  jansson hands them over
 * as pieces of their own. */
static int write_indented(const char *data, size_t length, void *context) {
    const indented_output *indented = context;
    output_bytes(indented->out, data, length);
    if (length == 1 && *data == '\n') output_blanks(indented->out, indented->depth);
    return indented->out->status == ANNALS_OK ? 0 : -1;
}

/* Digits enough to read the same number back, and no more: 0.9, not 0.90000000000000002. */
static size_t digits_of(double number) {
    char buffer[40];
    int digits = 1;
    while (digits < 17 && (snprintf(buffer, sizeof buffer, "%.*g", digits, number), strtod(buffer, NULL) != number))
        digits++;
    return (size_t)digits;
}

/* Writes `value` and frees it; null is a failed allocation. */
static void output_json(output *out, json_t *value, size_t depth, size_t digits) {
    indented_output indented = {.out = out, .depth = depth};
    size_t flags = JSON_INDENT(INDENT) | JSON_ENCODE_ANY | JSON_REAL_PRECISION(digits);
    int failed = !value || json_dump_callback(value, write_indented, &indented, flags) != 0;
    if (failed && out->status == ANNALS_OK) out->status = ANNALS_MEMORY;
    json_decref(value);
}

static void output_member(output *out, const char *key, json_t *value) {
    output_blanks(out, INDENT);
    output_string(out, "\"");
    output_string(out, key);
    output_string(out, "\": ");
    output_json(out, value, INDENT, 17);
}

typedef json_t *record_function(const tables *t, size_t index);

static void output_records(output *out, const char *key, const tables *t, size_t count, record_function *record) {
    output_string(out, ",\n  \"");
    output_string(out, key);
    output_string(out, "\": [");
    for (size_t i = 0; i < count && out->status == ANNALS_OK; i++) {
        size_t digits = record == json_of_event ? digits_of(clamped(t->events[i].confidence)) : 17;
        output_string(out, i ? ",\n    " : "\n    ");
        output_json(out, record(t, i), 2 * (size_t)INDENT, digits);
    }
    output_string(out, count ? "\n  ]" : "]");
}

static json_t *json_of_versions(void) {
    json_t *object = json_object();
    set(&object, "schema", json_integer(ANNALS_SCHEMA_VERSION));
    set(&object, "version", json_string(ANNALS_VERSION));
    return object;
}

annals_status write_json(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                         annals_error *error) {
    (void)options;
    tables t;
    t.documents = annals_documents(chronology, &t.document_count);
    t.mentions = annals_mentions(chronology, &t.mention_count);
    t.events = annals_events(chronology, &t.event_count);
    t.notices = annals_notices(chronology, &t.notice_count);
    output out;
    output_begin(&out, sink);
    output_string(&out, "{\n");
    output_member(&out, "annals", json_of_versions());
    output_string(&out, ",\n");
    output_member(&out, "title", json_of_text(annals_title(chronology)));
    output_records(&out, "documents", &t, t.document_count, json_of_document);
    output_records(&out, "mentions", &t, t.mention_count, json_of_mention);
    output_records(&out, "events", &t, t.event_count, json_of_event);
    output_records(&out, "notices", &t, t.notice_count, json_of_notice);
    output_string(&out, "\n}\n");
    return output_end(&out, error);
}
