/* read_json.c: a chronology as write_json.c writes it.  The schema is checked first; what is read below keeps to it. */
#include "read_json.h"
#include "decode.h"
#include "json_input.h"
#include "schema.h"
#include "utf8.h"
#include "zone_name.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* How far the documents of a text have been read, which stand in its order. */
typedef struct text_cursor {
    size_t input;       /* among `inputs` */
    size_t byte, point; /* of it, where the last document began */
} text_cursor;

typedef struct reader {
    annals_chronology *to;
    const source_file *file; /* NULL: nothing is told */
    annals_error *error;
    json_t *documents, *mentions; /* from an id to its index in `to` */
    json_t *apart;                /* the ids of documents that are no texts */
    const json_t *inputs;         /* the texts, where they are there */
    text_cursor cursor;
    char zone[64]; /* the last that was known */
    size_t first_mention;
    json_t *events; /* the ids that there were */
    bool told;      /* of one that comes twice */
    bool renames;   /* other documents are there already: these and their mentions get other ids */
    const char *list;
    size_t index; /* of the record at hand */
    json_room whens, steps, mention_indexes, sources, source_whens, conflicts, tags, fields;
    json_input_rooms input_rooms;
} reader;

/* "mentions[3]: no document has the id 'd7'; ..."; false. */
static bool __attribute__((format(printf, 2, 3))) refuse(const reader *r, const char *format, ...) {
    char message[200];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    annals_fail(r->error, ANNALS_INPUT, "%s[%zu]: %s", r->list, r->index, message);
    return false;
}

static bool no_memory(const reader *r) {
    return annals_fail(r->error, ANNALS_MEMORY, "out of memory; give a smaller file") == ANNALS_OK;
}

/* ------------------------------------------------------------------ ids */

static bool find(const reader *r, const json_t *ids, const char *id, const char *what, size_t *index) {
    const json_t *found = json_object_get(ids, id);
    if (!found) return refuse(r, "no %s has the id '%.60s'; give one that is there", what, id);
    *index = (size_t)json_integer_value(found);
    return true;
}

static bool remember(const reader *r, json_t *ids, const json_t *record, size_t index) {
    const char *id = json_string_value(json_object_get(record, "id"));
    if (json_object_get(ids, id)) return refuse(r, "the id '%.60s' is given twice; give each its own", id);
    return json_object_set_new(ids, id, json_integer((json_int_t)index)) == 0 || no_memory(r);
}

/* The id that a record keeps: where it is not its own, the engine makes one. */
static annals_text kept_id(const reader *r, const json_t *record) {
    return r->renames ? (annals_text){0} : json_text(record, "id");
}

/* What a mention was resolved against, by the id it has now. */
static annals_text kept_anchor(const reader *r, const json_t *resolution, char *buffer, size_t size) {
    annals_text anchor = json_text(resolution, "anchor");
    if (!r->renames || !anchor.length) return anchor;
    const json_t *document = json_object_get(r->documents, anchor.data);
    const json_t *mention = json_object_get(r->mentions, anchor.data);
    size_t count;
    if (document) return annals_documents(r->to, &count)[json_integer_value(document)].id;
    if (!mention) return anchor;
    snprintf(buffer, size, "m%zu", (size_t)json_integer_value(mention) + 1); /* as the engine makes it */
    return annals_text_of(buffer);
}

/* ------------------------------------------------------------------ records */

/* An offset, or a name that the tz database has, where there is one.  Most times have the zone of the one before. */
static bool is_zone(reader *r, annals_text zone) {
    bool same = strlen(r->zone) == zone.length && !memcmp(r->zone, zone.data, zone.length);
    if (same || is_zone_offset(zone)) return true;
    annals_text found = zone_of_name(zone);
    bool known = found.length == zone.length && !memcmp(found.data, zone.data, zone.length);
    if (known && zone.length < sizeof r->zone) snprintf(r->zone, sizeof r->zone, "%s", zone.data);
    return known;
}

static bool tell_moved(const reader *r, const annals_when *when) {
    char record[64];
    snprintf(record, sizeof record, "%s[%zu]", r->list, r->index);
    return !r->file || notice_in_file(r->to, r->file, 0, 0, r->error, JSON_MOVED, record, (int)when->edtf.length,
                                      when->edtf.data) == ANNALS_OK;
}

static bool when_of(reader *r, const json_t *object, annals_when *when) {
    annals_error error = {0};
    bool moved;
    if (!json_when(object, when, &moved, &error))
        return error.status == ANNALS_MEMORY ? no_memory(r) : refuse(r, "when.%s", error.message);
    if (moved && !tell_moved(r, when)) return false;
    if (!when->zone.length || is_zone(r, when->zone)) return true;
    return refuse(r, "when.zone: there is no time zone '%.60s'; give one such as America/Havana or -05:00",
                  when->zone.data);
}

/* Places count in the text that the document is a part of. */
static bool is_in_document(const reader *r, const char *what, size_t index, size_t start, size_t end) {
    size_t count;
    const annals_document *d = &annals_documents(r->to, &count)[index];
    if (start > end) return refuse(r, "%send is before its start; exchange them", what);
    if (!d->length || end <= d->start + d->length) return true;
    return refuse(r, "%send is %zu, and its document ends at %zu; give a place in it", what, end, d->start + d->length);
}

/* On to code point `until`; false where the text ends before it. */
static bool move_to(text_cursor *c, annals_text text, size_t until) {
    while (c->point < until && c->byte < text.length) {
        utf8_next(text, &c->byte);
        c->point++;
    }
    return c->point == until;
}

/* Of the text at hand, or of the next one of its source: a text holds one document or more, one behind the other. */
static annals_text text_of_document(reader *r, const annals_document *d) {
    text_cursor *c = &r->cursor;
    const size_t count = json_array_size(r->inputs);
    for (; d->read && c->input < count; *c = (text_cursor){.input = c->input + 1}) {
        const json_t *input = json_array_get(r->inputs, c->input);
        annals_text text = json_text(input, "text"), source = json_text(input, "source");
        bool same = source.length == d->source.length && !memcmp(source.data, d->source.data, source.length);
        if (!same || d->start < c->point || !move_to(c, text, d->start)) continue;
        text_cursor end = *c;
        if (!move_to(&end, text, d->start + d->length)) continue;
        annals_text found = {text.data + c->byte, end.byte - c->byte};
        *c = end;
        return found;
    }
    return (annals_text){0};
}

static bool put_document(reader *r, const json_t *record) {
    size_t count;
    annals_document d = {.id = kept_id(r, record),
                         .source = json_text(record, "source"),
                         .title = json_text(record, "title"),
                         .sender = json_text(record, "sender"),
                         .recipient = json_text(record, "recipient"),
                         .place = json_text(record, "place"),
                         .number = json_text(record, "number"),
                         .basis = json_when_basis(record, "whenBasis"),
                         .basis_from = json_text(record, "whenFrom"),
                         .mode = json_mode(record, "mode"),
                         .mode_reason = json_text(record, "modeReason"),
                         .language = json_text(record, "language"),
                         .length = json_size(record, "length"),
                         .start = json_size(record, "start"),
                         .read = json_array_size(r->inputs) &&
                                 !json_object_get(r->apart, json_string_value(json_object_get(record, "id")))};
    const json_t *when = json_object_get(record, "when");
    annals_documents(r->to, &count);
    d.text = text_of_document(r, &d);
    return (json_is_null(when) || when_of(r, when, &d.when)) && remember(r, r->documents, record, count) &&
           annals_put_document(r->to, &d, r->error) == ANNALS_OK;
}

static bool read_alternatives(reader *r, const json_t *list, annals_mention *m) {
    size_t count = json_array_size(list);
    annals_when *whens = json_make_room(&r->whens, count, sizeof *whens, r->error);
    bool read = whens;
    for (size_t i = 0; read && i < count; i++) read = when_of(r, json_array_get(list, i), &whens[i]);
    m->alternatives = whens;
    m->alternative_count = count;
    return read;
}

static bool read_resolution(reader *r, const json_t *object, annals_resolution *resolution, char *buffer, size_t size) {
    const json_t *list = json_object_get(object, "steps");
    size_t count = json_array_size(list);
    annals_text *steps = json_make_room(&r->steps, count, sizeof *steps, r->error);
    for (size_t i = 0; steps && i < count; i++) steps[i] = json_text_of(json_array_get(list, i));
    *resolution = (annals_resolution){json_text(object, "rule"), kept_anchor(r, object, buffer, size), steps, count};
    return steps;
}

static bool put_mention(reader *r, const json_t *record) {
    char anchor[32];
    annals_when when;
    annals_resolution resolution;
    const json_t *t = json_object_get(record, "timex");
    annals_timex timex = {json_timex_type(t, "type"), json_text(t, "value"), json_text(t, "mod")};
    annals_mention m = {.id = kept_id(r, record),
                        .start = json_size(record, "start"),
                        .end = json_size(record, "end"),
                        .exact = json_text(record, "exact"),
                        .timex = &timex,
                        .when = &when,
                        .resolution = &resolution,
                        .range = json_range_end(record, "range"),
                        .impossible = json_truth(record, "impossible"),
                        .reversed = json_truth(record, "reversed"),
                        .wrong_weekday = json_truth(record, "wrongWeekday")};
    return find(r, r->documents, json_string_value(json_object_get(record, "document")), "document", &m.document) &&
           is_in_document(r, "", m.document, m.start, m.end) && when_of(r, json_object_get(record, "when"), &when) &&
           read_resolution(r, json_object_get(record, "resolution"), &resolution, anchor, sizeof anchor) &&
           read_alternatives(r, json_object_get(record, "alternatives"), &m) &&
           annals_put_mention(r->to, &m, r->error) == ANNALS_OK;
}

static bool read_sources(reader *r, const json_t *list, annals_event *e) {
    size_t count = json_array_size(list);
    annals_source *sources = json_make_room(&r->sources, count, sizeof *sources, r->error);
    annals_when *whens = json_make_room(&r->source_whens, count, sizeof *whens, r->error);
    bool read = sources && whens;
    for (size_t i = 0; read && i < count; i++) {
        const json_t *s = json_array_get(list, i), *when = json_object_get(s, "when");
        sources[i] = (annals_source){.id = json_text(s, "id"),
                                     .start = json_size(s, "start"),
                                     .end = json_size(s, "end"),
                                     .text = json_text(s, "text"),
                                     .when = when ? &whens[i] : NULL,
                                     .label = json_text(s, "label")};
        read = find(r, r->documents, json_string_value(json_object_get(s, "document")), "document",
                    &sources[i].document) &&
               is_in_document(r, "source.", sources[i].document, sources[i].start, sources[i].end) &&
               (!when || when_of(r, when, &whens[i]));
    }
    e->sources = sources;
    e->source_count = count;
    return read;
}

static bool read_mentions(reader *r, const json_t *list, annals_event *e) {
    size_t count = json_array_size(list);
    size_t *mentions = json_make_room(&r->mention_indexes, count, sizeof *mentions, r->error);
    bool read = mentions;
    for (size_t i = 0; read && i < count; i++)
        read = find(r, r->mentions, json_string_value(json_array_get(list, i)), "mention", &mentions[i]);
    e->mentions = mentions;
    e->mention_count = count;
    return read;
}

static bool read_conflicts(reader *r, const json_t *list, annals_event *e) {
    size_t count = json_array_size(list);
    annals_conflict *conflicts = json_make_room(&r->conflicts, count, sizeof *conflicts, r->error);
    bool read = conflicts;
    for (size_t i = 0; read && i < count; i++) {
        const json_t *c = json_array_get(list, i);
        conflicts[i].claim = json_text(c, "claim");
        read = find(r, r->mentions, json_string_value(json_object_get(c, "mention")), "mention", &conflicts[i].mention);
    }
    e->conflicts = conflicts;
    e->conflict_count = count;
    return read;
}

/* How whoever tells of ids that come twice says what to do. */
static const char own_id[] = "give each an id of its own";

static bool put_event_by(reader *r, const json_t *record,
                         annals_status (*put)(annals_chronology *, const annals_event *, annals_error *)) {
    annals_when when;
    annals_event e = {.id = json_text(record, "id"),
                      .kind = json_event_kind(record, "kind"),
                      .modality = json_modality(record, "modality"),
                      .speaker = json_text(record, "speaker"),
                      .label = json_text(record, "label"),
                      .text = json_text(record, "text"),
                      .when = &when,
                      .category = json_text(record, "category"),
                      .confidence = json_number_value(json_object_get(record, "confidence"))};
    return when_of(r, json_object_get(record, "when"), &when) &&
           read_mentions(r, json_object_get(record, "mentions"), &e) &&
           read_sources(r, json_object_get(record, "sources"), &e) &&
           read_conflicts(r, json_object_get(record, "conflicts"), &e) && json_tags(record, &r->tags, &e, r->error) &&
           json_fields(record, &r->fields, &e, r->error) && put(r->to, &e, r->error) == ANNALS_OK;
}

/* What is compared and edited goes by ids.  Told once, and by the program that made the events of the file, if so. */
static bool tell_id(reader *r, const json_t *record) {
    const char *id = json_string_value(json_object_get(record, "id"));
    bool again = json_object_get(r->events, id) != NULL;
    if (!again) return json_object_set_new(r->events, id, json_true()) == 0 || no_memory(r);
    if (r->told || !r->file) return true;
    r->told = true;
    return notice_in_file(r->to, r->file, 0, 0, r->error,
                          "events[%zu]: another event has the id '%.60s', too; %s, or "
                          "edits may change the wrong one",
                          r->index, id, own_id) == ANNALS_OK;
}

static bool put_event(reader *r, const json_t *record) {
    return tell_id(r, record) && put_event_by(r, record, annals_put_event);
}

static bool put_apart(reader *r, const json_t *record) {
    return put_event_by(r, record, annals_put_apart);
}

static bool put_input(reader *r, const json_t *record) {
    annals_input input;
    annals_error error = {0};
    if (!json_input(record, &r->input_rooms, &input, &error)) return refuse(r, "%s", error.message);
    annals_status status = annals_put_input(r->to, &input, &error);
    return status == ANNALS_OK || (status == ANNALS_MEMORY ? no_memory(r) : refuse(r, "%s", error.message));
}

static bool put_notice(reader *r, const json_t *record) {
    annals_notice n = {.file = json_text(record, "source"),
                       .line = json_size(record, "line"),
                       .column = json_size(record, "column"),
                       .message = json_text(record, "message")};
    return annals_put_notice(r->to, &n, r->error) == ANNALS_OK;
}

/* ------------------------------------------------------------------ the file */

/* Mentions may refer to later ones: all are known before the first is read. */
static bool remember_mentions(reader *r, const json_t *list) {
    size_t count, first;
    annals_mentions(r->to, &first);
    r->list = "mentions";
    for (r->index = 0, count = json_array_size(list); r->index < count; r->index++)
        if (!remember(r, r->mentions, json_array_get(list, r->index), first + r->index)) return false;
    return true;
}

static bool read_list(reader *r, const char *name, const json_t *root, bool (*put)(reader *, const json_t *)) {
    const json_t *list = json_object_get(root, name);
    r->list = name;
    for (r->index = 0; r->index < json_array_size(list); r->index++)
        if (!put(r, json_array_get(list, r->index))) return false;
    return true;
}

static bool note_apart(reader *r, const json_t *root) {
    const json_t *list = json_object_get(json_object_get(root, "apart"), "documents");
    size_t i;
    const json_t *id;
    r->inputs = json_object_get(root, "inputs");
    json_array_foreach(list, i, id) if (json_object_set_new(r->apart, json_string_value(id), json_true()) !=
                                        0) return no_memory(r);
    return true;
}

/* Does a notice of the file say that ids come twice? */
static bool tells_of_ids(const json_t *notices) {
    size_t i;
    const json_t *notice;
    json_array_foreach(notices, i,
                       notice) if (strstr(json_string_value(json_object_get(notice, "message")), own_id)) return true;
    return false;
}

/* The title is that of one chronology, not of several. */
static bool read_chronology(reader *r, const json_t *root) {
    size_t documents;
    annals_documents(r->to, &documents);
    r->renames = documents > 0;
    annals_text title = r->renames ? (annals_text){0} : json_text(root, "title");
    const json_t *failure = json_object_get(root, "error");
    r->told = tells_of_ids(json_object_get(root, "notices"));
    return annals_put_title(r->to, title, r->error) == ANNALS_OK && note_apart(r, root) &&
           read_list(r, "documents", root, put_document) && remember_mentions(r, json_object_get(root, "mentions")) &&
           read_list(r, "mentions", root, put_mention) && read_list(r, "events", root, put_event) &&
           read_list(r, "notices", root, put_notice) && read_list(r, "inputs", root, put_input) &&
           read_list(r, "events", json_object_get(root, "apart"), put_apart) && (!failure || put_notice(r, failure));
}

bool json_put_chronology(annals_chronology *chronology, const source_file *file, const json_t *root,
                         annals_error *error) {
    reader r = {.to = chronology, .file = file, .error = error, .documents = json_object(), .mentions = json_object()};
    r.apart = json_object();
    r.events = json_object();
    bool read = r.documents && r.mentions && r.apart && r.events ? read_chronology(&r, root) : no_memory(&r);
    json_room *rooms[] = {&r.whens,     &r.steps, &r.mention_indexes, &r.sources, &r.source_whens,
                          &r.conflicts, &r.tags,  &r.fields};
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) free(rooms[i]->items);
    json_decref(r.documents);
    json_decref(r.mentions);
    json_decref(r.apart);
    json_decref(r.events);
    json_input_rooms_free(&r.input_rooms);
    return read;
}

size_t json_skip_blanks(annals_text text, size_t at) {
    while (at < text.length && strchr(" \t\r\n", text.data[at]) && text.data[at]) at++;
    return at;
}

static bool starts_at(annals_text text, size_t at, const char *words) {
    size_t length = strlen(words);
    return text.length - at >= length && memcmp(text.data + at, words, length) == 0;
}

static bool begins_as_ours(annals_text bytes) {
    size_t at = json_skip_blanks(bytes, json_skip_blanks(bytes, 0) + 1);
    return at < bytes.length && (starts_at(bytes, at, "\"annals\"") || starts_at(bytes, at, "\"$schema\""));
}

static bool is_named(const char *name, const char *ending) {
    size_t length = strlen(name), end = strlen(ending);
    return length > end && strcasecmp(name + length - end, ending) == 0;
}

/* An object that begins as ours do; any object in a file whose name says that it holds JSON. */
static bool is_json_chronology(const char *name, annals_text bytes) {
    if (!starts_at(bytes, json_skip_blanks(bytes, 0), "{")) return false;
    return is_named(name, ".json") || is_named(name, ".jsonl") || begins_as_ours(bytes);
}

static annals_status read_json(annals_chronology *chronology, const source_file *file, annals_error *error) {
    annals_text bytes = without_mark(file->bytes);
    annals_error failure = {0};
    if (is_named(file->name, ".jsonl") && !begins_as_ours(bytes))
        return fail_in_file(file, 1, 0, error,
                            "this is no chronology; documents, one a line, are read with --from-format jsonl");
    schema *s = schema_load(annals_json_schema(), &failure);
    bool read = s && (json_skip_blanks(bytes, 0) < bytes.length ||
                      notice_in_file(chronology, file, 0, 0, &failure,
                                     "the file is empty; check that it is the right one") == ANNALS_OK);
    for (size_t at = 0; read && (at = json_skip_blanks(bytes, at)) < bytes.length;) {
        json_t *root = schema_read(s, bytes, &at, &failure);
        read = root && json_put_chronology(chronology, file, root, &failure);
        json_decref(root);
    }
    schema_free(s);
    if (read) return ANNALS_OK;
    snprintf(failure.file, sizeof failure.file, "%s", file->name);
    if (error && error->status == ANNALS_OK) *error = failure;
    return failure.status;
}

const struct annals_reading json_reading = {.fits = is_json_chronology, .read = read_json};
