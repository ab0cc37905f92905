/* parts.c: partial chronologies are joined into one, which does not depend on how the work was cut into parts, on their
 * order, or on what was joined before.
 *
 * Each part is taken apart into pieces.  A piece is a text that the part was made of, which is read anew together with
 * all others; or a unit: a document that is no text with its mentions and events, or several that an event joins.  Of a
 * part that was changed since, by hand or by a program, all is units.  Units get ids of their own, pieces are spelt in
 * one way; sorted by their source and their spelling, and each taken once, they make the whole. */
#include "annals-formats.h"
#include "builder.h"
#include "decode.h"
#include "json_input.h"
#include "read_json.h"
#include "schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct piece {
    json_t *root;
    char *spelling;
    const char *source; /* in the root */
    bool text;
    size_t turn; /* of a text */
} piece;

struct annals_parts {
    schema *schema;
    piece *pieces;
    size_t count, room;
    json_t *failures; /* lines that could not be read, from what they begin with and what is told of them */
};

annals_parts *annals_parts_new(annals_error *error) {
    annals_parts *parts = calloc(1, sizeof *parts);
    if (parts) parts->schema = schema_load(annals_json_schema(), error);
    if (parts) parts->failures = json_object();
    if (parts && parts->schema && parts->failures) return parts;
    annals_fail(error, ANNALS_MEMORY, "out of memory; give fewer parts at once");
    if (parts) schema_free(parts->schema), json_decref(parts->failures);
    free(parts);
    return NULL;
}

static void free_pieces(annals_parts *parts) {
    for (size_t i = 0; i < parts->count; i++) {
        json_decref(parts->pieces[i].root);
        free(parts->pieces[i].spelling);
    }
    free(parts->pieces);
    parts->pieces = NULL;
    parts->count = parts->room = 0;
}

void annals_parts_free(annals_parts *parts) {
    if (!parts) return;
    free_pieces(parts);
    json_decref(parts->failures);
    schema_free(parts->schema);
    free(parts);
}

/* ------------------------------------------------------------------ which documents belong together */

/* A part on its way into units. */
typedef struct split {
    json_t *root;
    json_t *documents, *mentions; /* from an id to the index of the document that it is, or is in */
    size_t *leader;               /* of each document: another one of its unit, or itself */
    size_t count;                 /* documents */
    json_t **units;               /* by the document that leads them; null: it does not lead */
    json_t *rest;                 /* what belongs to no document */
    annals_error *error;
} split;

static bool no_memory(const split *s) {
    return annals_fail(s->error, ANNALS_MEMORY, "out of memory; give fewer parts at once") == ANNALS_OK;
}

static size_t lead(split *s, size_t document) {
    while (s->leader[document] != document) document = s->leader[document] = s->leader[s->leader[document]];
    return document;
}

/* The document of an id, or `count` when there is none such: the reader says so later. */
static size_t find(const split *s, const json_t *ids, const json_t *id) {
    const char *key = json_string_value(id);
    const json_t *found = key ? json_object_get(ids, key) : NULL;
    return found ? (size_t)json_integer_value(found) : s->count;
}

static void join(split *s, size_t *first, size_t document) {
    if (document == s->count) return;
    if (*first == s->count) *first = document;
    s->leader[lead(s, document)] = lead(s, *first);
}

/* The documents that an event tells of, put together; the first of them. */
static size_t join_event(split *s, const json_t *event) {
    const json_t *sources = json_object_get(event, "sources"), *mentions = json_object_get(event, "mentions");
    const json_t *conflicts = json_object_get(event, "conflicts");
    size_t first = s->count;
    for (size_t i = 0; i < json_array_size(sources); i++)
        join(s, &first, find(s, s->documents, json_object_get(json_array_get(sources, i), "document")));
    for (size_t i = 0; i < json_array_size(mentions); i++)
        join(s, &first, find(s, s->mentions, json_array_get(mentions, i)));
    for (size_t i = 0; i < json_array_size(conflicts); i++)
        join(s, &first, find(s, s->mentions, json_object_get(json_array_get(conflicts, i), "mention")));
    return first;
}

/* What a mention was resolved against may stand in another document. */
static void join_anchor(split *s, const json_t *mention) {
    const json_t *anchor = json_object_get(json_object_get(mention, "resolution"), "anchor");
    size_t first = find(s, s->documents, json_object_get(mention, "document"));
    join(s, &first, find(s, s->documents, anchor));
    join(s, &first, find(s, s->mentions, anchor));
}

static bool note_ids(split *s) {
    const json_t *documents = json_object_get(s->root, "documents"), *mentions = json_object_get(s->root, "mentions");
    size_t i;
    const json_t *record;
    json_array_foreach(documents, i, record) {
        s->leader[i] = i;
        const char *id = json_string_value(json_object_get(record, "id"));
        if (json_object_set_new(s->documents, id, json_integer((json_int_t)i)) != 0) return no_memory(s);
    }
    json_array_foreach(mentions, i, record) {
        size_t document = find(s, s->documents, json_object_get(record, "document"));
        const char *id = json_string_value(json_object_get(record, "id"));
        if (json_object_set_new(s->mentions, id, json_integer((json_int_t)document)) != 0) return no_memory(s);
    }
    return true;
}

/* ------------------------------------------------------------------ units */

static const char *const lists[] = {"documents", "mentions", "events", "notices"};

static json_t *new_unit(void) {
    json_t *unit = json_object();
    bool made = unit && json_object_set_new(unit, "title", json_string("")) == 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        made = made && json_object_set_new(unit, lists[i], json_array()) == 0;
    if (made) return unit;
    json_decref(unit);
    return NULL;
}

static json_t **unit_of(split *s, size_t document) {
    return document == s->count ? &s->rest : &s->units[lead(s, document)];
}

/* Append a record to a list of the unit of a document. */
static bool give(split *s, size_t document, const char *list, json_t *record) {
    json_t **unit = unit_of(s, document);
    if (!*unit) *unit = new_unit();
    return (*unit && json_array_append(json_object_get(*unit, list), record) == 0) || no_memory(s);
}

/* The number of a line is that of the piece that was read: what it begins with says everywhere which it is. */
static bool give_failure(split *s, json_t *failure) {
    json_t *text = json_object_get(failure, "text");
    if (!failure) return true;
    if (!text) return give(s, s->count, "notices", failure);
    json_t *notice = json_object();
    bool made = notice && json_object_set(notice, "source", text) == 0 &&
                json_object_set_new(notice, "line", json_null()) == 0 &&
                json_object_set_new(notice, "column", json_null()) == 0 &&
                json_object_set(notice, "message", json_object_get(failure, "message")) == 0;
    made = made && give(s, s->count, "notices", notice);
    json_decref(notice);
    return made || no_memory(s);
}

static bool give_all(split *s) {
    size_t i;
    json_t *record, *failure = json_object_get(s->root, "error");
    json_array_foreach(json_object_get(s->root, "mentions"), i, record) join_anchor(s, record);
    json_array_foreach(json_object_get(s->root, "events"), i, record) join_event(s, record);
    json_array_foreach(json_object_get(s->root, "documents"), i,
                       record) if (!give(s, i, "documents", record)) return false;
    json_array_foreach(json_object_get(s->root, "mentions"), i,
                       record) if (!give(s, find(s, s->documents, json_object_get(record, "document")), "mentions",
                                         record)) return false;
    json_array_foreach(json_object_get(s->root, "events"), i,
                       record) if (!give(s, join_event(s, record), "events", record)) return false;
    json_array_foreach(json_object_get(s->root, "notices"), i,
                       record) if (!give(s, s->count, "notices", record)) return false;
    return give_failure(s, failure);
}

/* ------------------------------------------------------------------ ids of their own */

/* Give the records of a list the ids "d1", "d2" and so on; `ids` leads from the old to the new ones. */
static bool number(json_t *unit, const char *list, char letter, json_t *ids) {
    size_t i;
    json_t *record;
    json_array_foreach(json_object_get(unit, list), i, record) {
        char id[32];
        snprintf(id, sizeof id, "%c%zu", letter, i + 1);
        if (json_object_set_new(ids, json_string_value(json_object_get(record, "id")), json_string(id)) != 0 ||
            json_object_set_new(record, "id", json_string(id)) != 0)
            return false;
    }
    return true;
}

/* A member that refers to a record; what leads nowhere stays. */
static bool follow(json_t *record, const char *key, const json_t *ids) {
    const char *id = json_string_value(json_object_get(record, key));
    json_t *now = id ? json_object_get(ids, id) : NULL;
    return !now || json_object_set(record, key, now) == 0;
}

static bool follow_all(json_t *list, const char *key, const json_t *ids) {
    size_t i;
    json_t *record;
    json_array_foreach(list, i, record) {
        const char *id = json_string_value(record);
        json_t *now = id ? json_object_get(ids, id) : NULL;
        if (now ? json_array_set(list, i, now) != 0 : json_is_object(record) && !follow(record, key, ids)) return false;
    }
    return true;
}

/* The length of "e-0123456789-2" without what told apart, in the whole that the part was, events that say the
 * same; of another id, all of it. */
static size_t unnumbered(const char *id) {
    enum { MADE = 12 };
    size_t length = strlen(id);
    bool made =
        length > MADE + 1 && !strncmp(id, "e-", 2) && strspn(id + 2, "0123456789abcdefghjkmnpqrstvwxyz") >= MADE - 2;
    made = made && id[MADE] == '-' && strspn(id + MADE + 1, "0123456789") == length - MADE - 1;
    return made ? MADE : length;
}

static bool unnumber(json_t *event) {
    const char *id = json_string_value(json_object_get(event, "id"));
    size_t length = id ? unnumbered(id) : 0;
    return !id || !id[length] || json_object_set_new(event, "id", json_stringn(id, length)) == 0;
}

static bool renumber(json_t *unit, json_t *documents, json_t *mentions) {
    size_t i;
    json_t *record;
    if (!number(unit, "documents", 'd', documents) || !number(unit, "mentions", 'm', mentions)) return false;
    json_array_foreach(json_object_get(unit, "mentions"), i, record) {
        json_t *resolution = json_object_get(record, "resolution");
        if (!follow(record, "document", documents) || !follow(resolution, "anchor", documents) ||
            !follow(resolution, "anchor", mentions))
            return false;
    }
    json_array_foreach(json_object_get(unit, "events"), i,
                       record) if (!unnumber(record) ||
                                   !follow_all(json_object_get(record, "mentions"), NULL, mentions) ||
                                   !follow_all(json_object_get(record, "sources"), "document", documents) ||
                                   !follow_all(json_object_get(record, "conflicts"), "mention", mentions)) return false;
    return true;
}

/* ------------------------------------------------------------------ pieces */

static bool out_of_memory(annals_error *error) {
    return annals_fail(error, ANNALS_MEMORY, "out of memory; give fewer parts at once") == ANNALS_OK;
}

/* The piece with its root, or neither, is taken over. */
static bool keep_piece(annals_parts *parts, piece p, annals_error *error) {
    p.spelling = p.spelling ? p.spelling : json_dumps(p.root, JSON_COMPACT | JSON_SORT_KEYS);
    if (p.spelling && parts->count == parts->room) {
        size_t room = 2 * parts->room + 16;
        piece *more = realloc(parts->pieces, room * sizeof *more);
        if (more) parts->pieces = more, parts->room = room;
    }
    if (p.spelling && parts->count < parts->room) {
        parts->pieces[parts->count++] = p;
        return true;
    }
    json_decref(p.root);
    free(p.spelling);
    return out_of_memory(error);
}

static const char *first_source(const json_t *unit, const char *list) {
    return json_string_value(json_object_get(json_array_get(json_object_get(unit, list), 0), "source"));
}

/* The unit is kept, or freed. */
static bool keep(annals_parts *parts, split *s, json_t *unit) {
    json_t *documents = json_object(), *mentions = json_object();
    bool numbered = documents && mentions && renumber(unit, documents, mentions);
    json_decref(documents);
    json_decref(mentions);
    const char *source = first_source(unit, "documents"), *told_of = first_source(unit, "notices");
    if (numbered) return keep_piece(parts, (piece){.root = unit, .source = source ? source : told_of}, s->error);
    json_decref(unit);
    return no_memory(s);
}

/* What belongs to no document is a unit each. */
static bool keep_rest(annals_parts *parts, split *s) {
    for (size_t list = 0; s->rest && list < sizeof lists / sizeof *lists; list++) {
        size_t i;
        json_t *record;
        json_array_foreach(json_object_get(s->rest, lists[list]), i, record) {
            json_t *unit = new_unit();
            if (!unit || json_array_append(json_object_get(unit, lists[list]), record) != 0) return no_memory(s);
            if (!keep(parts, s, unit)) return false;
        }
    }
    return true;
}

static bool add_units(annals_parts *parts, json_t *root, annals_error *error) {
    split s = {.root = root, .error = error, .documents = json_object(), .mentions = json_object()};
    s.count = json_array_size(json_object_get(root, "documents"));
    s.leader = calloc(s.count + 1, sizeof *s.leader);
    s.units = calloc(s.count + 1, sizeof(json_t *));
    bool kept = s.documents && s.mentions && s.leader && s.units ? note_ids(&s) && give_all(&s) : no_memory(&s);
    for (size_t i = 0; i < s.count && s.units; i++)
        if (kept && s.units[i]) kept = keep(parts, &s, s.units[i]);
        else json_decref(s.units[i]);
    kept = kept && keep_rest(parts, &s);
    json_decref(s.rest);
    json_decref(s.documents);
    json_decref(s.mentions);
    free(s.leader);
    free(s.units);
    return kept;
}

static bool add_texts(annals_parts *parts, const json_t *root, annals_error *error) {
    const json_t *list = json_object_get(root, "inputs");
    size_t i;
    json_t *record;
    json_array_foreach(list, i, record) {
        piece p = {.root = json_incref(record),
                   .source = json_string_value(json_object_get(record, "source")),
                   .text = true,
                   .turn = json_size(record, "turn")};
        if (!keep_piece(parts, p, error)) return false;
    }
    return true;
}

/* The records of a list whose member names one of the documents that are no texts. */
static json_t *records_apart(const json_t *list, const char *member, const json_t *ids) {
    json_t *found = json_array();
    size_t i;
    json_t *record;
    json_array_foreach(list, i, record) {
        bool apart = json_object_get(ids, json_string_value(json_object_get(record, member)));
        if (!found || !apart || json_array_append_new(found, json_deep_copy(record)) == 0) continue;
        json_decref(found);
        return NULL;
    }
    return found;
}

/* What beside the texts the part was made of, as a chronology of its own; null when memory runs out. */
static json_t *make_apart(const json_t *root) {
    const json_t *apart = json_object_get(root, "apart");
    json_t *ids = json_object(), *unit = new_unit(), *events = json_deep_copy(json_object_get(apart, "events"));
    size_t i;
    const json_t *id;
    json_array_foreach(json_object_get(apart, "documents"), i, id)
        json_object_set_new(ids, json_string_value(id), json_true());
    bool made =
        ids && unit && (events || !apart) &&
        json_object_size(ids) == json_array_size(json_object_get(apart, "documents")) &&
        json_object_set_new(unit, "documents", records_apart(json_object_get(root, "documents"), "id", ids)) == 0 &&
        json_object_set_new(unit, "mentions", records_apart(json_object_get(root, "mentions"), "document", ids)) == 0 &&
        (!events || json_object_set(unit, "events", events) == 0);
    json_decref(ids);
    json_decref(events);
    if (made) return unit;
    json_decref(unit);
    return NULL;
}

static bool add_apart(annals_parts *parts, const json_t *root, annals_error *error) {
    json_t *unit = make_apart(root);
    bool added = unit ? add_units(parts, unit, error) : out_of_memory(error);
    json_decref(unit);
    return added;
}

/* ------------------------------------------------------------------ the whole */

static int by_source(const void *a, const void *b) {
    const piece *x = a, *y = b;
    int order = strcmp(x->source ? x->source : "", y->source ? y->source : "");
    if (!order) order = x->text - y->text;
    if (!order) order = (x->turn > y->turn) - (x->turn < y->turn);
    return order ? order : strcmp(x->spelling, y->spelling);
}

static bool put_piece(const piece *p, json_input_rooms *rooms, annals_chronology *to, annals_error *error) {
    annals_input input;
    const source_file file = {.name = p->source ? p->source : ""};
    if (!p->text) return json_put_chronology(to, &file, p->root, error);
    return json_input(p->root, rooms, &input, error) && annals_add_input(to, &input, error) == ANNALS_OK;
}

annals_status annals_put_parts(annals_parts *parts, annals_chronology *chronology, annals_error *error) {
    bool put = true;
    annals_error failure = {0};
    json_input_rooms rooms = {0};
    if (parts->count) qsort(parts->pieces, parts->count, sizeof *parts->pieces, by_source);
    for (size_t i = 0; i < parts->count && put; i++) {
        bool again = i && !strcmp(parts->pieces[i].spelling, parts->pieces[i - 1].spelling);
        if (!again) put = put_piece(&parts->pieces[i], &rooms, chronology, &failure);
    }
    json_input_rooms_free(&rooms);
    if (put) return ANNALS_OK;
    if (error && error->status == ANNALS_OK) *error = failure;
    return failure.status;
}

/* ------------------------------------------------------------------ where lines stood */

static bool put_failure_key(builder *key, annals_text words, annals_text message) {
    builder_clear(key);
    builder_text(key, words);
    builder_string(key, "\n");
    builder_text(key, message);
    return !key->failed;
}

/* The first of those that begin alike. */
static bool note_failure(annals_parts *parts, const json_t *root, annals_error *error) {
    json_t *failure = json_object_get(root, "error");
    builder key = {0};
    if (!failure || !json_object_get(failure, "text")) return true;
    bool noted = put_failure_key(&key, json_text(failure, "text"), json_text(failure, "message"));
    if (noted && !json_object_get(parts->failures, key.data))
        noted = json_object_set(parts->failures, key.data, failure) == 0;
    builder_free(&key);
    return noted || out_of_memory(error);
}

bool annals_part_place(const annals_parts *parts, const annals_notice *notice, annals_text *file, size_t *line) {
    builder key = {0};
    bool made = !notice->line && put_failure_key(&key, notice->file, notice->message);
    const json_t *failure = made ? json_object_get(parts->failures, key.data) : NULL;
    builder_free(&key);
    if (!failure) return false;
    *file = json_text(failure, "source");
    *line = json_size(failure, "line");
    return true;
}

/* ------------------------------------------------------------------ was a part changed? */

static bool put_key(builder *key, annals_text file, size_t line, size_t column, annals_text message) {
    char place[64];
    snprintf(place, sizeof place, ":%zu:%zu:", line, column);
    builder_clear(key);
    builder_text(key, file);
    builder_string(key, place);
    builder_text(key, message);
    return !key->failed;
}

/* What a part tells beside what is told when its texts are read: as a file was unpacked or decoded. */
static bool add_other_notices(annals_parts *parts, const json_t *root, const annals_chronology *anew,
                              annals_error *error) {
    size_t count, i;
    const annals_notice *told = annals_notices(anew, &count);
    json_t *keys = json_object(), *unit = new_unit(), *record;
    builder key = {0};
    bool ok = keys && unit;
    for (size_t at = 0; ok && at < count; at++)
        ok = put_key(&key, told[at].file, told[at].line, told[at].column, told[at].message) &&
             json_object_set_new(keys, key.data, json_true()) == 0;
    json_array_foreach(json_object_get(root, "notices"), i, record) {
        ok = ok && put_key(&key, json_text(record, "source"), json_size(record, "line"), json_size(record, "column"),
                           json_text(record, "message"));
        if (ok && !json_object_get(keys, key.data))
            ok = json_array_append(json_object_get(unit, "notices"), record) == 0;
    }
    ok = ok ? add_units(parts, unit, error) : out_of_memory(error);
    builder_free(&key);
    json_decref(keys);
    json_decref(unit);
    return ok;
}

static bool move_pieces(annals_parts *to, annals_parts *from, annals_error *error) {
    bool moved = true;
    for (size_t i = 0; i < from->count && moved; i++) {
        const piece p = from->pieces[i];
        from->pieces[i] = (piece){0}; /* it is not its own any more, whether there is room or not */
        moved = keep_piece(to, p, error);
    }
    return moved;
}

/* Do the pieces make what the part tells?  Then they take its place. */
static bool try_anew(annals_parts *parts, annals_parts *pieces, const json_t *root, bool *same, annals_error *error) {
    annals_chronology *told = annals_new(NULL, error), *anew = annals_new(NULL, error);
    bool ok = told && anew && json_put_chronology(told, NULL, root, error);
    annals_error failure = {0};
    bool made =
        ok && annals_put_parts(pieces, anew, &failure) == ANNALS_OK && annals_finish(anew, &failure) == ANNALS_OK;
    if (failure.status == ANNALS_MEMORY) ok = out_of_memory(error);
    *same = false;
    if (ok && made) ok = annals_same(told, anew, same, error) == ANNALS_OK;
    if (ok && *same) ok = add_other_notices(parts, root, anew, error) && move_pieces(parts, pieces, error);
    annals_free(told);
    annals_free(anew);
    return ok;
}

static bool add_root(annals_parts *parts, json_t *root, annals_error *error) {
    if (!json_array_size(json_object_get(root, "inputs"))) return add_units(parts, root, error);
    annals_parts pieces = {0};
    bool same, ok = add_texts(&pieces, root, error) && add_apart(&pieces, root, error) &&
                    try_anew(parts, &pieces, root, &same, error);
    free_pieces(&pieces);
    return ok && (same || add_units(parts, root, error));
}

annals_status annals_add_part(annals_parts *parts, const char *source, const char *bytes, size_t length,
                              annals_error *error) {
    annals_text text = without_mark((annals_text){bytes, length});
    annals_error failure = {0};
    bool added = true;
    for (size_t at = 0; added && (at = json_skip_blanks(text, at)) < text.length;) {
        json_t *root = schema_read(parts->schema, text, &at, &failure);
        added = root && note_failure(parts, root, &failure) && add_root(parts, root, &failure);
        json_decref(root);
    }
    if (added) return ANNALS_OK;
    snprintf(failure.file, sizeof failure.file, "%s", source);
    if (error && error->status == ANNALS_OK) *error = failure;
    return failure.status;
}
