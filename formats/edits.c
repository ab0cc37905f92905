/* edits.c: the file of changes by hand, read and written; annals-edits.schema.json describes it. */
#include "annals-formats.h"
#include "emit.h"
#include "json_values.h"
#include "reader.h"
#include "schema.h"
#include "write_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------ reading */

typedef struct edit_reader {
    annals_chronology *chronology;
    source_file file; /* but for its bytes */
    annals_edit *edits;
    annals_when *whens; /* one an edit */
    json_room *rooms;   /* two an edit: tags and fields */
    size_t count;
    annals_error *error;
} edit_reader;

static bool __attribute__((format(printf, 3, 4))) refuse(const edit_reader *r, size_t index, const char *format, ...) {
    char message[200];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    annals_fail(r->error, ANNALS_INPUT, "edits[%zu]%s", index, message);
    return false;
}

static bool tell_moved(const edit_reader *r, size_t index, const annals_when *when) {
    char list[32];
    snprintf(list, sizeof list, "edits[%zu]", index);
    return notice_in_file(r->chronology, &r->file, 0, 0, r->error, JSON_MOVED, list, (int)when->edtf.length,
                          when->edtf.data) == ANNALS_OK;
}

static bool read_time(const edit_reader *r, size_t index, const json_t *value, annals_when *when) {
    annals_error error = {0};
    bool moved = false;
    if (json_is_object(value) && !json_when(value, when, &moved, &error))
        return refuse(r, index, ".when.%s", error.message);
    if (json_is_object(value)) return !moved || tell_moved(r, index, when);
    annals_status status = annals_read_when(r->chronology, json_text_of(value), when, &error);
    if (status == ANNALS_MEMORY) return annals_fail(r->error, status, "%s", error.message) == ANNALS_OK;
    return status == ANNALS_OK || refuse(r, index, ".when: %s", error.message);
}

/* The keys are the names of the fields. */
static unsigned fields_of(const json_t *record) {
    unsigned fields = 0;
    for (annals_event_field field = 0; field < ANNALS_FIELD_SOURCES; field++)
        if (json_object_get(record, annals_event_field_name(field))) fields |= 1u << field;
    return fields;
}

static bool read_edit(const edit_reader *r, size_t index, const json_t *record) {
    const json_t *when = json_object_get(record, "when");
    annals_edit *edit = &r->edits[index];
    annals_when *time = &r->whens[index];
    *edit = (annals_edit){.id = json_text(record, "id"),
                          .remembers = json_text(record, "was"),
                          .drop = json_truth(record, "drop"),
                          .add = json_truth(record, "add"),
                          .merge = json_text(record, "mergeWith"),
                          .fields = fields_of(record),
                          .values = {.kind = json_event_kind(record, "kind"),
                                     .modality = json_modality(record, "modality"),
                                     .speaker = json_text(record, "speaker"),
                                     .label = json_text(record, "label"),
                                     .text = json_text(record, "text"),
                                     .when = time,
                                     .category = json_text(record, "category"),
                                     .confidence = json_number_value(json_object_get(record, "confidence"))}};
    unsigned needed = 1u << ANNALS_FIELD_LABEL | 1u << ANNALS_FIELD_WHEN;
    if (edit->add && (edit->fields & needed) != needed)
        return refuse(r, index, ": what is added needs a label and a time; give \"label\" and \"when\"");
    if (edit->drop + edit->add + (edit->merge.length > 0) > 1)
        return refuse(r, index, ": \"drop\", \"add\" and \"mergeWith\" exclude each other; leave one");
    return (!when || read_time(r, index, when, time)) &&
           json_tags(record, &r->rooms[2 * index], &edit->values, r->error) &&
           json_fields(record, &r->rooms[2 * index + 1], &edit->values, r->error);
}

static bool read_edits(edit_reader *r, const json_t *list) {
    r->count = json_array_size(list);
    r->edits = calloc(r->count + 1, sizeof *r->edits);
    r->whens = calloc(r->count + 1, sizeof *r->whens);
    r->rooms = calloc(2 * r->count + 1, sizeof *r->rooms);
    bool read = r->edits && r->whens && r->rooms;
    if (!read) annals_fail(r->error, ANNALS_MEMORY, "out of memory; give fewer edits");
    for (size_t i = 0; read && i < r->count; i++) read = read_edit(r, i, json_array_get(list, i));
    return read;
}

static void free_edits(edit_reader *r) {
    for (size_t i = 0; r->rooms && i < 2 * r->count; i++) free(r->rooms[i].items);
    free(r->rooms);
    free(r->whens);
    free(r->edits);
}

annals_status annals_apply_edits(annals_chronology *chronology, const char *source, const char *bytes, size_t length,
                                 size_t *lost, annals_error *error) {
    annals_error failure = {0};
    size_t at = 0;
    edit_reader r = {.chronology = chronology, .file = {.name = source}, .error = &failure};
    schema *s = schema_load(annals_edits_schema(), &failure);
    json_t *root = s ? schema_read(s, (annals_text){bytes, length}, &at, &failure) : NULL;
    *lost = 0;
    if (root && read_edits(&r, json_object_get(root, "edits")))
        annals_edit_events(chronology, source, r.edits, r.count, lost, &failure);
    free_edits(&r);
    json_decref(root);
    schema_free(s);
    if (failure.status == ANNALS_OK) return ANNALS_OK;
    snprintf(failure.file, sizeof failure.file, "%s", source);
    if (error && error->status == ANNALS_OK) *error = failure;
    return failure.status;
}

/* ------------------------------------------------------------------ making */

typedef struct edit_writer {
    const annals_event *before, *after;
    const annals_mention *mentions_before, *mentions_after;
    json_t *events_of_mentions; /* from a mention's id to the event that it dates in the edited chronology */
    json_t *ids_before;         /* of events, what can be merged with: where they stand */
    bool *inherits;             /* of the events of that: it has taken over one that is gone */
    const annals_write_options *options;
    annals_chronology *scratch; /* reads dates */
    emitter emitter;
} edit_writer;

static bool same_time(const annals_when *a, const annals_when *b) {
    const annals_event x = {.when = a}, y = {.when = b};
    return !(annals_compare_events(&x, &y) & 1u << ANNALS_FIELD_WHEN);
}

/* As short as it can be: the EDTF, when it says all, or when it is all that was changed by hand. */
static void put_edited_time(edit_writer *w, const annals_when *before, const annals_when *after) {
    annals_when read, changed = before ? *before : (annals_when){0};
    changed.edtf = after->edtf;
    emit_key(&w->emitter, "when");
    bool known = after->edtf.length && annals_read_when(w->scratch, after->edtf, &read, NULL) == ANNALS_OK;
    if (known && (same_time(&read, after) || same_time(&changed, after))) emit_text(&w->emitter, after->edtf);
    else emit_when(&w->emitter, after);
}

static void put_text_or_null(emitter *e, const char *key, annals_text text) {
    emit_key(e, key);
    if (text.length) emit_text(e, text);
    else output_string(e->out, "null");
}

static void put_text(emitter *e, const char *key, annals_text text) {
    emit_key(e, key);
    emit_text(e, text);
}

static void put_word(emitter *e, const char *key, const char *word) {
    emit_key(e, key);
    emit_string(e, word);
}

static void put_true(emitter *e, const char *key) {
    emit_key(e, key);
    output_string(e->out, "true");
}

static void put_empty(emitter *e, const char *key) {
    emit_key(e, key);
    output_string(e->out, "[]");
}

static void put_fields(edit_writer *w, const annals_event *before, const annals_event *after, unsigned fields) {
    emitter *e = &w->emitter;
#define CHANGED(field) (fields & 1u << ANNALS_FIELD_##field)
    if (CHANGED(WHEN)) put_edited_time(w, before ? before->when : NULL, after->when);
    if (CHANGED(LABEL)) put_text(e, "label", after->label);
    if (CHANGED(TEXT)) put_text(e, "text", after->text);
    if (CHANGED(KIND)) put_word(e, "kind", annals_event_kind_name(after->kind));
    if (CHANGED(MODALITY))
        put_text_or_null(e, "modality",
                         after->modality ? annals_text_of(annals_modality_name(after->modality)) : (annals_text){0});
    if (CHANGED(SPEAKER)) put_text_or_null(e, "speaker", after->speaker);
    if (CHANGED(CATEGORY)) put_text_or_null(e, "category", after->category);
    if (CHANGED(CONFIDENCE)) {
        emit_key(e, "confidence");
        emit_real(e, after->confidence);
    }
    if (CHANGED(TAGS) && after->tag_count) emit_tags(e, after);
    else if (CHANGED(TAGS)) put_empty(e, "tags");
    if (CHANGED(FIELDS) && after->field_count) emit_fields(e, after);
    else if (CHANGED(FIELDS)) put_empty(e, "fields");
    if (CHANGED(CONFLICTS) && !after->conflict_count) put_empty(e, "conflicts");
#undef CHANGED
}

/* Has it more than before?  What several events of a day share none of them has taken over. */
static bool took_over(const annals_event *before, const annals_event *after) {
    return after->mention_count > before->mention_count || after->source_count > before->source_count;
}

/* The event that has taken over the mentions of one that is gone; null: none has. */
static const annals_event *heir_of(const edit_writer *w, const annals_event *gone) {
    for (size_t i = 0; i < gone->mention_count; i++) {
        annals_text id = w->mentions_before[gone->mentions[i]].id;
        const json_t *index = json_object_get(w->events_of_mentions, id.data);
        const annals_event *heir = index ? &w->after[json_integer_value(index)] : NULL;
        const json_t *place = heir ? json_object_get(w->ids_before, heir->id.data) : NULL;
        if (place && took_over(&w->before[json_integer_value(place)], heir)) return heir;
    }
    return NULL;
}

/* Dropped, or merged with another. */
static bool is_gone(const annals_change *change) {
    return change->after == SIZE_MAX || (change->before != SIZE_MAX && !change->fields);
}

static void put_gone(edit_writer *w, const annals_event *gone) {
    const annals_event *heir = heir_of(w, gone);
    if (heir) put_text(&w->emitter, "mergeWith", heir->id);
    else put_true(&w->emitter, "drop");
}

/* Say what no edit can hold. */
static void leave_out(const edit_writer *w, size_t index, unsigned fields) {
    const annals_event *e = &w->after[index];
    bool sources = fields & 1u << ANNALS_FIELD_SOURCES && !w->inherits[index];
    bool conflicts = fields & 1u << ANNALS_FIELD_CONFLICTS && e->conflict_count;
    char message[512];
    if ((!sources && !conflicts) || !w->options || !w->options->left_out) return;
    snprintf(message, sizeof message, "%.*s: it has other %s than before", (int)e->label.length, e->label.data,
             sources ? "sources or mentions" : "conflicts");
    w->options->left_out(w->options->context, message);
}

/* What can be changed by an edit, or was taken over with what is merged. */
static const unsigned editable = (1u << ANNALS_FIELD_SOURCES) - 1;

static void put_edit(edit_writer *w, const annals_change *change) {
    const annals_event *before = change->before == SIZE_MAX ? NULL : &w->before[change->before];
    const annals_event *after = is_gone(change) ? NULL : &w->after[change->after];
    static const annals_when no_time;
    const annals_event nothing = {.when = &no_time};
    unsigned fields = change->fields & editable;
    if (before && after) leave_out(w, change->after, change->fields);
    if (after && after->conflict_count) fields &= ~(1u << ANNALS_FIELD_CONFLICTS);
    /* An event that others were merged with has their words too: merging gives it these. */
    if (before && after && w->inherits[change->after]) fields &= ~(1u << ANNALS_FIELD_TEXT);
    if (before && after && !fields) return;
    emit_item(&w->emitter);
    emit_open(&w->emitter, '{');
    put_text(&w->emitter, "id", before ? before->id : after->id);
    if (before) put_text(&w->emitter, "was", before->label);
    else put_true(&w->emitter, "add");
    if (!after) put_gone(w, before);
    else if (before) put_fields(w, before, after, fields);
    else put_fields(w, NULL, after, annals_compare_events(&nothing, after) & editable);
    emit_close(&w->emitter, '}');
}

static bool map_ids(edit_writer *w, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (json_object_set_new(w->ids_before, w->before[i].id.data, json_integer((json_int_t)i))) return false;
    return true;
}

static bool map_mentions(edit_writer *w, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < w->after[i].mention_count; j++) {
            annals_text id = w->mentions_after[w->after[i].mentions[j]].id;
            if (json_object_set_new(w->events_of_mentions, id.data, json_integer((json_int_t)i))) return false;
        }
    return true;
}

static bool find_heirs(edit_writer *w, const annals_change *changes, size_t count, size_t events) {
    w->inherits = calloc(events + 1, sizeof *w->inherits);
    for (size_t i = 0; w->inherits && i < count; i++) {
        const annals_event *heir = is_gone(&changes[i]) ? heir_of(w, &w->before[changes[i].before]) : NULL;
        if (heir) w->inherits[heir - w->after] = true;
    }
    return w->inherits;
}

static void put_all(edit_writer *w, const annals_change *changes, size_t count) {
    emitter *e = &w->emitter;
    emit_open(e, '{');
    emit_versions(e, "edits", ANNALS_EDITS_VERSION);
    emit_key(e, "edits");
    emit_open(e, '[');
    for (size_t i = 0; i < count; i++) put_edit(w, &changes[i]);
    emit_close(e, ']');
    emit_close(e, '}');
    output_string(e->out, "\n");
}

annals_status annals_write_edits(const annals_chronology *before, annals_chronology *after,
                                 const annals_write_options *options, annals_sink sink, annals_error *error) {
    size_t count, before_count, event_count, mention_count;
    annals_status status = annals_compare(before, after, error);
    if (status != ANNALS_OK) return status;
    const annals_change *changes = annals_changes(after, &count);
    output out;
    output_begin(&out, sink);
    edit_writer w = {.before = annals_events(before, &before_count),
                     .after = annals_events(after, &event_count),
                     .mentions_before = annals_mentions(before, &mention_count),
                     .mentions_after = annals_mentions(after, &mention_count),
                     .events_of_mentions = json_object(),
                     .ids_before = json_object(),
                     .scratch = annals_new(NULL, error),
                     .options = options,
                     .emitter = {.out = &out}};
    bool ready = w.events_of_mentions && w.ids_before && w.scratch && map_ids(&w, before_count) &&
                 map_mentions(&w, event_count) && find_heirs(&w, changes, count, event_count);
    if (ready) put_all(&w, changes, count);
    else out.status = ANNALS_MEMORY;
    json_decref(w.events_of_mentions);
    json_decref(w.ids_before);
    annals_free(w.scratch);
    free(w.inherits);
    return output_end(&out, error);
}
