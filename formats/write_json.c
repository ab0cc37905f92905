/* write_json.c: a chronology as JSON, over many lines or on one; annals.schema.json describes it. */
#include "write_json.h"
#include "utf8.h"

#include "emit.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------ members */

static void put_text(emitter *e, const char *key, annals_text text) {
    emit_key(e, key);
    emit_text(e, text);
}

static void put_null(emitter *e, const char *key) {
    emit_key(e, key);
    output_string(e->out, "null");
}

/* Absent is null. */
static void put_nonempty(emitter *e, const char *key, annals_text text) {
    if (text.length) put_text(e, key, text);
    else put_null(e, key);
}

static void put_if_any(emitter *e, const char *key, annals_text text) {
    if (text.length) put_text(e, key, text);
}

static void put_if_true(emitter *e, const char *key, bool truth) {
    if (!truth) return;
    emit_key(e, key);
    output_string(e->out, "true");
}

static void put_name(emitter *e, const char *key, const char *name) {
    emit_key(e, key);
    emit_string(e, name);
}

static void put_size(emitter *e, const char *key, size_t number) {
    emit_key(e, key);
    emit_size(e, number);
}

static void put_item(emitter *e, annals_text text) {
    emit_item(e);
    emit_text(e, text);
}

/* ------------------------------------------------------------------ times */

static void put_bound(emitter *e, const char *key, const char *iso) {
    if (*iso) put_name(e, key, iso);
    else put_null(e, key);
}

static void put_bounds(emitter *e, const char *key, const char *earliest, const char *latest) {
    emit_key(e, key);
    emit_open(e, '{');
    put_bound(e, "earliest", earliest);
    put_bound(e, "latest", latest);
    emit_close(e, '}');
}

static bool same_bound(annals_bound a, annals_bound b) {
    return a.state == b.state && a.day == b.day && a.second == b.second;
}

/* A time mostly begins and ends within the same two bounds, which then are spelt once. */
static void put_four_bounds(emitter *e, const annals_when *when) {
    char first[ANNALS_BOUND_SIZE], second[ANNALS_BOUND_SIZE];
    annals_bound_iso(when->begin.earliest, first);
    annals_bound_iso(when->begin.latest, second);
    put_bounds(e, "begin", first, second);
    if (!same_bound(when->end.earliest, when->begin.earliest)) annals_bound_iso(when->end.earliest, first);
    if (!same_bound(when->end.latest, when->begin.latest)) annals_bound_iso(when->end.latest, second);
    put_bounds(e, "end", first, second);
}

/* The bounds that are open, as both open and unknown ones are null. */
static void put_open(emitter *e, const annals_when *when) {
    const struct {
        annals_bound bound;
        const char *name;
    } rows[] = {{when->begin.earliest, "begin.earliest"},
                {when->begin.latest, "begin.latest"},
                {when->end.earliest, "end.earliest"},
                {when->end.latest, "end.latest"}};
    bool any = false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].bound.state != ANNALS_BOUND_OPEN) continue;
        if (!any) {
            emit_key(e, "open");
            emit_open(e, '[');
        }
        any = true;
        put_item(e, annals_text_of(rows[i].name));
    }
    if (any) emit_close(e, ']');
}

static void put_qualifiers(emitter *e, const annals_when *when) {
    if (!when->approximate && !when->uncertain) return;
    emit_key(e, "qualifiers");
    emit_open(e, '[');
    if (when->approximate) put_item(e, annals_text_of("approximate"));
    if (when->uncertain) put_item(e, annals_text_of("uncertain"));
    emit_close(e, ']');
}

void emit_when(emitter *e, const annals_when *when) {
    emit_open(e, '{');
    put_nonempty(e, "edtf", when->edtf);
    put_four_bounds(e, when);
    put_open(e, when);
    put_name(e, "granularity", annals_granularity_name(when->granularity));
    if (when->day_part != ANNALS_DAY_PART_NONE) put_name(e, "dayPart", annals_day_part_name(when->day_part));
    put_qualifiers(e, when);
    put_name(e, "calendar", annals_calendar_name(when->calendar));
    put_if_any(e, "asWritten", when->as_written);
    put_nonempty(e, "zone", when->zone);
    if (when->zone_basis != ANNALS_ZONE_NONE) put_name(e, "zoneBasis", annals_zone_basis_name(when->zone_basis));
    put_if_any(e, "duration", when->duration);
    put_if_any(e, "set", when->set);
    emit_close(e, '}');
}

static void put_when(emitter *e, const annals_when *when) {
    emit_key(e, "when");
    emit_when(e, when);
}

/* A time as it was spelt last; "in 1943" comes often, and its mentions share what they mean. */
typedef struct spelt_time {
    const annals_when *when;
    size_t length;
    char text[240];
} spelt_time;

/* A row for the place of each in memory; without rows nothing is remembered. */
typedef struct spelt_times {
    spelt_time *rows;
    size_t mask;
} spelt_times;

static spelt_times spelt_times_for(size_t mentions) {
    enum { MOST = 4096 };
    size_t count = 1;
    while (count < MOST && count < mentions) count *= 2;
    return (spelt_times){calloc(count, sizeof(spelt_time)), count - 1};
}

/* Where all is on one line it is spelt alike everywhere. */
static void put_spelt(emitter *e, const spelt_times *times, const annals_when *when) {
    output *out = e->out;
    uint64_t hash = (uint64_t)(uintptr_t)when * UINT64_C(0x9E3779B97F4A7C15) >> 48;
    spelt_time *row = times->rows && e->compact ? &times->rows[hash & times->mask] : NULL;
    emit_key(e, "when");
    if (row && row->when == when) {
        output_bytes(out, row->text, row->length);
        return;
    }
    size_t before = out->used, flushes = out->flushes;
    emit_when(e, when);
    size_t length = out->used - before;
    if (!row || out->flushes != flushes || length > sizeof row->text) return;
    row->when = when;
    row->length = length;
    memcpy(row->text, out->buffer + before, length);
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
    const annals_group *groups;
    const annals_input *inputs;
    const annals_event *apart; /* events too: as they were put */
    size_t document_count, mention_count, event_count, notice_count, group_count, input_count, apart_count;
    spelt_times spelt;
} tables;

static void put_document(emitter *e, const tables *t, size_t index) {
    const annals_document *d = &t->documents[index];
    put_text(e, "id", d->id);
    put_text(e, "source", d->source);
    put_nonempty(e, "title", d->title);
    put_if_any(e, "sender", d->sender);
    put_if_any(e, "recipient", d->recipient);
    put_if_any(e, "place", d->place);
    put_if_any(e, "number", d->number);
    if (nothing_known(&d->when)) put_null(e, "when");
    else put_when(e, &d->when);
    put_name(e, "whenBasis", annals_when_basis_name(d->basis));
    put_nonempty(e, "whenFrom", d->basis_from);
    put_name(e, "mode", annals_mode_name(d->mode));
    put_nonempty(e, "modeReason", d->mode_reason);
    put_nonempty(e, "language", d->language);
    put_size(e, "length", d->length);
    if (d->start) put_size(e, "start", d->start);
}

static void put_timex(emitter *e, const annals_timex *timex) {
    emit_key(e, "timex");
    emit_open(e, '{');
    put_name(e, "type", annals_timex_type_name(timex->type));
    put_nonempty(e, "value", timex->value);
    put_if_any(e, "mod", timex->mod);
    emit_close(e, '}');
}

static void put_resolution(emitter *e, const annals_resolution *resolution) {
    emit_key(e, "resolution");
    emit_open(e, '{');
    put_nonempty(e, "rule", resolution->rule);
    put_nonempty(e, "anchor", resolution->anchor);
    emit_key(e, "steps");
    emit_open(e, '[');
    for (size_t i = 0; i < resolution->step_count; i++) put_item(e, resolution->steps[i]);
    emit_close(e, ']');
    emit_close(e, '}');
}

static void put_alternatives(emitter *e, const annals_mention *m) {
    emit_key(e, "alternatives");
    emit_open(e, '[');
    for (size_t i = 0; i < m->alternative_count; i++) {
        emit_item(e);
        emit_when(e, &m->alternatives[i]);
    }
    emit_close(e, ']');
}

static void put_mention(emitter *e, const tables *t, size_t index) {
    const annals_mention *m = &t->mentions[index];
    put_text(e, "id", m->id);
    put_text(e, "document", t->documents[m->document].id);
    put_size(e, "start", m->start);
    put_size(e, "end", m->end);
    put_text(e, "exact", m->exact);
    put_timex(e, m->timex);
    put_spelt(e, &t->spelt, m->when);
    if (m->range) put_name(e, "range", annals_range_end_name(m->range));
    put_if_true(e, "impossible", m->impossible);
    put_if_true(e, "reversed", m->reversed);
    put_if_true(e, "wrongWeekday", m->wrong_weekday);
    if (m->alternative_count) put_alternatives(e, m);
    put_resolution(e, m->resolution);
}

static void put_source(emitter *e, const tables *t, const annals_source *source) {
    emit_item(e);
    emit_open(e, '{');
    put_if_any(e, "id", source->id);
    put_text(e, "document", t->documents[source->document].id);
    put_size(e, "start", source->start);
    put_size(e, "end", source->end);
    put_text(e, "text", source->text);
    if (source->when) put_when(e, source->when);
    put_if_any(e, "label", source->label);
    emit_close(e, '}');
}

void emit_tags(emitter *e, const annals_event *event) {
    if (!event->tag_count) return;
    emit_key(e, "tags");
    emit_open(e, '[');
    for (size_t i = 0; i < event->tag_count; i++) {
        emit_item(e);
        emit_open(e, '{');
        put_name(e, "kind", annals_tag_kind_name(event->tags[i].kind));
        put_text(e, "name", event->tags[i].name);
        emit_close(e, '}');
    }
    emit_close(e, ']');
}

void emit_fields(emitter *e, const annals_event *event) {
    if (!event->field_count) return;
    emit_key(e, "fields");
    emit_open(e, '[');
    for (size_t i = 0; i < event->field_count; i++) {
        emit_item(e);
        emit_open(e, '{');
        put_text(e, "name", event->fields[i].name);
        put_text(e, "value", event->fields[i].value);
        emit_close(e, '}');
    }
    emit_close(e, ']');
}

static void put_conflict(emitter *e, const tables *t, const annals_conflict *conflict) {
    emit_item(e);
    emit_open(e, '{');
    put_text(e, "mention", t->mentions[conflict->mention].id);
    put_text(e, "claim", conflict->claim);
    emit_close(e, '}');
}

/* What is not a number, or beyond the limits, has no place in the file. */
static double clamped(double confidence) {
    return confidence >= 1 ? 1 : confidence >= 0 ? confidence : 0;
}

static void put_event_of(emitter *e, const tables *t, const annals_event *event) {
    put_text(e, "id", event->id);
    put_name(e, "kind", annals_event_kind_name(event->kind));
    if (event->modality) put_name(e, "modality", annals_modality_name(event->modality));
    put_if_any(e, "speaker", event->speaker);
    put_text(e, "label", event->label);
    put_text(e, "text", event->text);
    put_spelt(e, &t->spelt, event->when);
    emit_key(e, "mentions");
    emit_open(e, '[');
    for (size_t i = 0; i < event->mention_count; i++) put_item(e, t->mentions[event->mentions[i]].id);
    emit_close(e, ']');
    emit_key(e, "sources");
    emit_open(e, '[');
    for (size_t i = 0; i < event->source_count; i++) put_source(e, t, &event->sources[i]);
    emit_close(e, ']');
    put_nonempty(e, "category", event->category);
    emit_key(e, "confidence");
    emit_real(e, clamped(event->confidence));
    emit_key(e, "conflicts");
    emit_open(e, '[');
    for (size_t i = 0; i < event->conflict_count; i++) put_conflict(e, t, &event->conflicts[i]);
    emit_close(e, ']');
    emit_tags(e, event);
    emit_fields(e, event);
}

static void put_event(emitter *e, const tables *t, size_t index) {
    put_event_of(e, t, &t->events[index]);
}

static void put_apart(emitter *e, const tables *t, size_t index) {
    put_event_of(e, t, &t->apart[index]);
}

static void put_place(emitter *e, const char *key, size_t number) {
    if (number) put_size(e, key, number);
    else put_null(e, key);
}

static void put_notice(emitter *e, const tables *t, size_t index) {
    const annals_notice *n = &t->notices[index];
    put_nonempty(e, "source", n->file);
    put_place(e, "line", n->line);
    put_place(e, "column", n->column);
    put_text(e, "message", n->message);
}

static void put_group(emitter *e, const tables *t, size_t index) {
    const annals_group *g = &t->groups[index];
    put_text(e, "name", g->name);
    emit_key(e, "events");
    emit_open(e, '[');
    for (size_t i = 0; i < g->count; i++) put_item(e, t->events[g->events[i]].id);
    emit_close(e, ']');
}

/* ------------------------------------------------------------------ what it was made of */

static void put_periods(emitter *e, const annals_options *o) {
    emit_key(e, "periods");
    emit_open(e, '[');
    for (size_t i = 0; i < o->period_count; i++) {
        const annals_period *p = &o->periods[i];
        emit_item(e);
        emit_open(e, '{');
        put_text(e, "name", p->name);
        put_text(e, "edtf", p->edtf);
        put_if_any(e, "file", p->file);
        if (p->line) put_size(e, "line", p->line);
        emit_close(e, '}');
    }
    emit_close(e, ']');
}

static void put_options(emitter *e, const annals_options *o) {
    bool any = o->date.length || o->language.length || o->mode || o->order || o->fiscal_start || o->period_count;
    if (!any) return;
    emit_key(e, "options");
    emit_open(e, '{');
    put_if_any(e, "date", o->date);
    put_if_any(e, "language", o->language);
    if (o->mode) put_name(e, "mode", annals_mode_name(o->mode));
    if (o->order) put_name(e, "order", annals_order_name(o->order));
    if (o->fiscal_start) put_size(e, "fiscalYear", (size_t)o->fiscal_start);
    if (o->period_count) put_periods(e, o);
    emit_close(e, '}');
}

static void put_stated(emitter *e, const annals_input *input) {
    if (!input->date_count) return;
    emit_key(e, "dates");
    emit_open(e, '[');
    for (size_t i = 0; i < input->date_count; i++) {
        emit_item(e);
        emit_open(e, '{');
        put_size(e, "start", input->dates[i].start);
        put_size(e, "end", input->dates[i].end);
        put_text(e, "date", input->dates[i].date);
        emit_close(e, '}');
    }
    emit_close(e, ']');
}

static void put_input(emitter *e, const tables *t, size_t index) {
    const annals_input *input = &t->inputs[index];
    const annals_document *d = &input->given;
    put_text(e, "source", d->source);
    if (input->turn) put_size(e, "turn", input->turn);
    put_text(e, "text", d->text);
    put_if_any(e, "title", d->title);
    put_if_any(e, "sender", d->sender);
    put_if_any(e, "recipient", d->recipient);
    put_if_any(e, "place", d->place);
    put_if_any(e, "number", d->number);
    put_if_any(e, "language", d->language);
    if (!nothing_known(&d->when)) put_when(e, &d->when);
    if (d->basis) put_name(e, "whenBasis", annals_when_basis_name(d->basis));
    put_if_any(e, "whenFrom", d->basis_from);
    put_stated(e, input);
    put_options(e, &input->options);
}

static void put_records(emitter *e, const char *key, const tables *t, size_t count,
                        void (*put)(emitter *, const tables *, size_t)) {
    emit_key(e, key);
    emit_open(e, '[');
    for (size_t i = 0; i < count && e->out->status == ANNALS_OK; i++) {
        emit_item(e);
        emit_open(e, '{');
        put(e, t, i);
        emit_close(e, '}');
    }
    emit_close(e, ']');
}

/* The documents that are no texts, and the events that were put with them. */
static void put_apart_records(emitter *e, const tables *t) {
    bool any = t->apart_count;
    for (size_t i = 0; i < t->document_count && !any; i++) any = !t->documents[i].read;
    if (!any) return;
    emit_key(e, "apart");
    emit_open(e, '{');
    emit_key(e, "documents");
    emit_open(e, '[');
    for (size_t i = 0; i < t->document_count; i++)
        if (!t->documents[i].read) put_item(e, t->documents[i].id);
    emit_close(e, ']');
    put_records(e, "events", t, t->apart_count, put_apart);
    emit_close(e, '}');
}

/* ------------------------------------------------------------------ the file */

void emit_versions(emitter *e, const char *schema, size_t number) {
    emit_key(e, "annals");
    emit_open(e, '{');
    put_size(e, schema, number);
    put_name(e, "version", ANNALS_VERSION);
    emit_close(e, '}');
}

static annals_status write_object(const annals_chronology *chronology, bool compact, annals_sink sink,
                                  annals_error *error) {
    tables t;
    t.documents = annals_documents(chronology, &t.document_count);
    t.mentions = annals_mentions(chronology, &t.mention_count);
    t.events = annals_events(chronology, &t.event_count);
    t.notices = annals_notices(chronology, &t.notice_count);
    t.groups = annals_groups(chronology, &t.group_count);
    t.inputs = annals_inputs(chronology, &t.input_count);
    t.apart = annals_events_apart(chronology, &t.apart_count);
    t.spelt = compact ? spelt_times_for(t.mention_count) : (spelt_times){0};
    output out;
    output_begin(&out, sink);
    emitter e = {.out = &out, .compact = compact};
    emit_open(&e, '{');
    emit_versions(&e, "schema", ANNALS_SCHEMA_VERSION);
    put_text(&e, "title", annals_title(chronology));
    put_records(&e, "documents", &t, t.document_count, put_document);
    put_records(&e, "mentions", &t, t.mention_count, put_mention);
    put_records(&e, "events", &t, t.event_count, put_event);
    if (t.group_count) put_records(&e, "groups", &t, t.group_count, put_group);
    put_records(&e, "notices", &t, t.notice_count, put_notice);
    if (t.input_count) put_records(&e, "inputs", &t, t.input_count, put_input);
    if (t.input_count) put_apart_records(&e, &t);
    emit_close(&e, '}');
    output_string(&out, "\n");
    free(t.spelt.rows);
    return output_end(&out, error);
}

annals_status write_json(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                         annals_error *error) {
    (void)options;
    return write_object(chronology, false, sink, error);
}

annals_status write_json_line(const annals_chronology *chronology, const annals_write_options *options,
                              annals_sink sink, annals_error *error) {
    (void)options;
    return write_object(chronology, true, sink, error);
}

/* So much of a line as tells it from others. */
static annals_text beginning(annals_text line) {
    enum { SHOWN = 60 };
    size_t at = 0;
    for (size_t points = 0; at < line.length && points < SHOWN; points++) utf8_next(line, &at);
    return (annals_text){line.data, at};
}

annals_status annals_write_failure(const char *source, annals_text line, const annals_error *failure, annals_sink sink,
                                   annals_error *error) {
    output out;
    output_begin(&out, sink);
    emitter e = {.out = &out, .compact = true};
    emit_open(&e, '{');
    emit_versions(&e, "schema", ANNALS_SCHEMA_VERSION);
    put_text(&e, "title", annals_text_of(source));
    const char *const empty[] = {"documents", "mentions", "events"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        emit_key(&e, empty[i]);
        output_string(&out, "[]");
    }
    emit_key(&e, "error");
    emit_open(&e, '{');
    put_text(&e, "source", annals_text_of(source));
    put_place(&e, "line", failure->line);
    if (line.length) put_text(&e, "text", beginning(line));
    put_text(&e, "message", annals_text_of(failure->message));
    emit_close(&e, '}');
    emit_close(&e, '}');
    output_string(&out, "\n");
    return output_end(&out, error);
}
