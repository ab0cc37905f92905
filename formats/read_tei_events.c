/* read_tei_events.c: a <listEvent>, such as write_tei.c writes: each <event> with its label, its time and its words. */
#include "listing_sets.h"
#include "tei.h"
#include "tei_events.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum part {
    PART_LABEL,
    PART_TEXT,
    PART_CATEGORY,
    PART_SPEAKER,
    PART_MODALITY,
    PART_SET,
    PART_ZONE,
    PART_WHOLE,
    PART_FIELD,
    PART_ACCOUNT,
    PART_ACCOUNT_LABEL,
    PART_NONE
};

/* Elements of an event, and notes by their type. */
static const struct {
    const char *element, *type;
    enum part part;
} rows[] = {{"label", NULL, PART_LABEL},
            {"head", NULL, PART_LABEL},
            {"eventName", NULL, PART_LABEL},
            {"desc", NULL, PART_TEXT},
            {"p", NULL, PART_TEXT},
            {"note", "category", PART_CATEGORY},
            {"note", "speaker", PART_SPEAKER},
            {"note", "modality", PART_MODALITY},
            {"note", "set", PART_SET},
            {"note", "zone", PART_ZONE},
            {"note", WHEN_JSON, PART_WHOLE},
            {"note", "field", PART_FIELD},
            {"note", "account", PART_ACCOUNT},
            {"note", "conflict", PART_ACCOUNT}};

static enum part part_of(const char *name, const char *type) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].element, name) && (!rows[i].type || !strcmp(rows[i].type, type))) return rows[i].part;
    return PART_NONE;
}

/* EDTF or words by our own attribute, else what the others say. */
static annals_text date_of(tei_events *t, const xml *x) {
    return tei_own_date(t->list.to, tei_calendar_of(t->calendars, t->list.to, t->list.file, x), x);
}

static void begin_event(tei_events *t, const xml *x) {
    t->depth = x->depth;
    t->part = PART_NONE;
    t->part_depth = t->field_count = t->account_count = 0;
    for (size_t i = 0; i < TEI_EVENT_PARTS; i++) builder_clear(&t->parts[i]);
    t->date = date_of(t, x);
    if (!*xml_attribute(x, "xml:id", t->id, sizeof t->id)) xml_attribute(x, "n", t->id, sizeof t->id);
    xml_attribute(x, "type", t->kind, sizeof t->kind);
    t->line = xml_line(x);
}

bool tei_events_words(tei_events *t, annals_text words) {
    bool field = t->part == PART_FIELD && t->field_count < TEI_EVENT_FIELDS;
    builder *to = field ? &t->fields[t->field_count] : &t->parts[t->in_label ? PART_ACCOUNT_LABEL : t->part];
    bool verbatim = t->part == PART_TEXT || t->part == PART_WHOLE || t->part == PART_ACCOUNT || field;
    if (verbatim) builder_text(to, words);
    else builder_line(to, words);
    return !to->failed && !t->sources->failed;
}

/* ------------------------------------------------------------------ accounts */

/* A note that points to a document of the head; what points elsewhere is a note like others. */
static void begin_account(tei_events *t, const xml *x, bool claim) {
    char pointer[sizeof t->id + 1], id[sizeof t->id];
    xml_attribute(x, "source", pointer, sizeof pointer);
    pointer[strcspn(pointer, " ")] = 0;
    const tei_source *from = tei_source_at(t->sources, t->list.to, pointer, t->list.error);
    if (!from) {
        t->part = PART_NONE;
        return;
    }
    if (t->account_count == t->account_room) {
        size_t room = t->account_room ? 2 * t->account_room : 8;
        tei_account *larger = realloc(t->accounts, room * sizeof *larger);
        t->parts[PART_ACCOUNT].failed |= !larger;
        if (!larger) return;
        t->accounts = larger;
        t->account_room = room;
    }
    builder_clear(&t->parts[PART_ACCOUNT]);
    builder_clear(&t->parts[PART_ACCOUNT_LABEL]);
    xml_attribute(x, "n", id, sizeof id);
    t->accounts[t->account_count] =
        (tei_account){.document = from->index, .claim = claim, .id = annals_keep_text(t->list.to, annals_text_of(id))};
}

/* Its own label and time, where several accounts were joined. */
static void begin_in_account(tei_events *t, const xml *x, const char *name) {
    tei_account *a = &t->accounts[t->account_count];
    t->in_label = !strcmp(name, "label");
    if (strcmp(name, "date") != 0) return;
    annals_text date = date_of(t, x);
    a->dated = date.length && annals_read_when(t->list.to, date, &a->when, NULL) == ANNALS_OK;
}

static annals_text part_text(const tei_events *t, enum part part) {
    return (annals_text){t->parts[part].data, t->parts[part].length};
}

static void end_account(tei_events *t) {
    if (t->parts[PART_ACCOUNT].failed) return;
    tei_account *a = &t->accounts[t->account_count++];
    a->text = annals_keep_text(t->list.to, part_text(t, PART_ACCOUNT));
    a->label = annals_keep_text(t->list.to, part_text(t, PART_ACCOUNT_LABEL));
}

/* A claim is that of a mention, of which nothing else is left. */
static bool put_claim(tei_events *t, const tei_account *a, annals_conflict *conflict) {
    annals_when when = {0};
    annals_read_when(t->list.to, a->text, &when, NULL);
    annals_timex timex = timex_of_when(&when);
    annals_resolution resolution = {.rule = annals_text_of(t->list.rule)};
    annals_mention m = {
        .document = a->document, .exact = a->text, .timex = &timex, .when = &when, .resolution = &resolution};
    annals_mentions(t->list.to, &conflict->mention);
    conflict->claim = a->text;
    return annals_put_mention(t->list.to, &m, t->list.error) == ANNALS_OK;
}

/* What the documents say becomes the event's, in room for as many of both. */
static bool take_accounts(tei_events *t, annals_source *sources, annals_conflict *conflicts, annals_event *e) {
    e->sources = sources;
    e->conflicts = conflicts;
    for (size_t i = 0; i < t->account_count; i++) {
        const tei_account *a = &t->accounts[i];
        if (a->claim && !put_claim(t, a, &conflicts[e->conflict_count++])) return false;
        if (a->claim) continue;
        sources[e->source_count++] = (annals_source){.id = a->id,
                                                     .document = a->document,
                                                     .text = a->text,
                                                     .when = a->dated ? &a->when : NULL,
                                                     .label = a->label};
    }
    return true;
}

static bool is_name(annals_text text, const char *name) {
    return text.length == strlen(name) && !memcmp(text.data, name, text.length);
}

/* A rule among the fields says when the event comes again where no sets do. */
static annals_text sets_of(tei_events *t, const annals_event *e, annals_when *when) {
    annals_text sets = part_text(t, PART_SET);
    if (are_listed_sets(sets)) return sets;
    for (size_t i = 0; i < e->field_count; i++)
        if (is_name(e->fields[i].name, "RRULE") && listing_rule(&t->list, e->fields[i].value, when, &t->sets))
            return (annals_text){t->sets.data, t->sets.length};
    return (annals_text){0};
}

/* In the document that tells it first, or in the file. */
static bool put_sets(tei_events *t, annals_text sets, size_t *mentions, annals_event *e) {
    const size_t own = t->list.document;
    if (e->source_count) t->list.document = e->sources[0].document;
    bool put = listing_sets(&t->list, (passage){0}, sets, sets, mentions, &e->mention_count);
    t->list.document = own;
    e->mentions = mentions;
    return put;
}

static bool put_with_accounts(tei_events *t, annals_event *e, annals_text sets, bool label) {
    size_t mentions[LISTING_MOST_SETS];
    size_t room = t->account_count + 1;
    annals_source *sources = calloc(room, sizeof *sources);
    annals_conflict *conflicts = calloc(room, sizeof *conflicts);
    bool put = sources && conflicts;
    if (!put) annals_fail(t->list.error, ANNALS_MEMORY, "out of memory; give a smaller file");
    put = put && take_accounts(t, sources, conflicts, e);
    if (put && !e->source_count && !t->begun) put = t->begun = listing_begin(&t->list, "it is a list of events");
    put = put && put_sets(t, sets, mentions, e) && listing_event(&t->list, e, label, (passage){0});
    free(sources);
    free(conflicts);
    return put;
}

/* ------------------------------------------------------------------ what becomes of it */

static void take_names(const tei_events *t, annals_event *e) {
    for (int kind = 0; kind <= ANNALS_CITATION; kind++)
        if (!strcmp(t->kind, annals_event_kind_name((annals_event_kind)kind))) e->kind = (annals_event_kind)kind;
    for (int modality = 0; modality <= ANNALS_NEGATED; modality++)
        if (is_name(part_text(t, PART_MODALITY), annals_modality_name((annals_modality)modality)))
            e->modality = (annals_modality)modality;
}

/* "name: value" */
static size_t take_fields(const tei_events *t, annals_field *fields) {
    size_t count = 0;
    for (size_t i = 0; i < t->field_count; i++) {
        const builder *b = &t->fields[i];
        const char *colon = b->data ? strstr(b->data, ": ") : NULL;
        if (!colon) continue;
        size_t name = (size_t)(colon - b->data);
        fields[count++] = (annals_field){{b->data, name}, {colon + 2, b->length - name - 2}};
    }
    return count;
}

/* All of the time, where a note has what the attributes leave out, and no other zone than that. */
static bool read_whole(tei_events *t, annals_when *when) {
    char buffer[WORDS_SIZE];
    annals_text zone = part_text(t, PART_ZONE), own;
    if (!read_when_json(&t->whole, t->list.to, part_text(t, PART_WHOLE), t->date, when, t->list.error)) return false;
    own = unspelt_zone(when, buffer);
    return !own.length || (own.length == zone.length && !memcmp(own.data, zone.data, own.length));
}

static bool read_date(tei_events *t, annals_when *when) {
    if (read_whole(t, when)) return true;
    *when = (annals_when){0};
    return t->date.length && annals_read_when(t->list.to, t->date, when, NULL) == ANNALS_OK;
}

static bool put_event(tei_events *t) {
    annals_field fields[TEI_EVENT_FIELDS];
    annals_when when = {0};
    bool label = t->parts[PART_LABEL].length > 0;
    bool dated = read_date(t, &when);
    if (t->list.error->status != ANNALS_OK) return false;
    if (!label && !t->parts[PART_TEXT].length)
        return listing_leave_out(&t->list, (size_t)t->line, 0, "this event has no label; say what happened; it");
    if (!dated && t->date.length)
        return listing_leave_out(&t->list, (size_t)t->line, 0, "'%.*s' is no date; write it like 1962-10-27; the event",
                                 (int)(t->date.length < 60 ? t->date.length : 60), t->date.data);
    annals_event e = {.id = annals_text_of(t->id),
                      .label = part_text(t, label ? PART_LABEL : PART_TEXT),
                      .text = part_text(t, PART_TEXT),
                      .category = part_text(t, PART_CATEGORY),
                      .speaker = part_text(t, PART_SPEAKER),
                      .when = &when,
                      .confidence = 1,
                      .fields = fields,
                      .field_count = take_fields(t, fields)};
    take_names(t, &e);
    listing_zone(&t->list, part_text(t, PART_ZONE), &when);
    return put_with_accounts(t, &e, sets_of(t, &e, &when), label);
}

static bool end_event(tei_events *t) {
    t->depth = 0;
    for (size_t i = 0; i < TEI_EVENT_PARTS; i++) builder_trim(&t->parts[i]);
    return put_event(t);
}

bool tei_events_begin(tei_events *t, const xml *x, const char *name) {
    char type[16];
    bool event = !strcmp(name, "event");
    if (event && t->depth && !end_event(t)) return true; /* one within another stands by itself */
    if (event) begin_event(t, x);
    if (event) return true;
    if (t->depth && t->part == PART_ACCOUNT && x->depth == t->part_depth + 1) begin_in_account(t, x, name);
    if (!t->depth || t->part_depth) return t->depth > 0;
    t->part = part_of(name, xml_attribute(x, "type", type, sizeof type));
    t->part_depth = x->depth;
    if (t->part == PART_ACCOUNT) begin_account(t, x, !strcmp(type, "conflict"));
    if (t->part == PART_FIELD && t->field_count < TEI_EVENT_FIELDS) builder_clear(&t->fields[t->field_count]);
    return true;
}

bool tei_events_end(tei_events *t, const xml *x) {
    if (x->depth == t->part_depth + 1) t->in_label = false;
    if (x->depth == t->part_depth) {
        if (t->part == PART_ACCOUNT) end_account(t);
        t->field_count += t->part == PART_FIELD && t->field_count < TEI_EVENT_FIELDS;
        t->part_depth = 0;
        t->part = PART_NONE;
    }
    if (x->depth != t->depth) return true;
    return end_event(t);
}

void tei_events_free(tei_events *t) {
    for (size_t i = 0; i < TEI_EVENT_PARTS; i++) builder_free(&t->parts[i]);
    for (size_t i = 0; i < TEI_EVENT_FIELDS; i++) builder_free(&t->fields[i]);
    builder_free(&t->sets);
    free(t->accounts);
    when_json_free(&t->whole);
}
