/* edit.c: changes by hand, laid upon the events that were found anew. */
#include "chronology.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* Where an id leads: that of an event, or that of one of its sources alone. */
typedef struct id_entry {
    annals_text id;
    size_t event;
    bool of_source;
} id_entry;

#define NO_EVENT SIZE_MAX

typedef struct editor {
    annals_chronology *c;
    annals_text file; /* the edits are from */
    id_entry *ids;    /* sorted */
    size_t id_count;
    size_t *into; /* the event that each has become part of: itself, another one, or NO_EVENT when it was dropped */
    const annals_edit **by; /* the last edit of each event, or null */
    size_t event_count;
    size_t lost;
    annals_error *error;
} editor;

/* ---------------------------------------------------------------- ids */

static int compare_ids(const void *left, const void *right) {
    const id_entry *a = left, *b = right;
    int order = text_compare(a->id, b->id);
    if (order) return order;
    if (a->of_source != b->of_source) return a->of_source ? 1 : -1;
    return (a->event > b->event) - (a->event < b->event);
}

static bool gather_ids(editor *x) {
    const annals_chronology *c = x->c;
    size_t most = 0;
    x->event_count = c->events.count;
    for (size_t i = 0; i < c->events.count; i++) most += 1 + c->events.items[i].source_count;
    x->ids = malloc((most + 1) * sizeof *x->ids);
    x->into = malloc((c->events.count + 1) * sizeof *x->into);
    x->by = calloc(c->events.count + 1, sizeof *x->by);
    if (!x->ids || !x->into || !x->by) return false;
    for (size_t i = 0; i < c->events.count; i++) {
        const annals_event *e = &c->events.items[i];
        x->into[i] = i;
        x->ids[x->id_count++] = (id_entry){e->id, i, false};
        for (size_t j = 0; j < e->source_count; j++)
            if (e->sources[j].id.length) x->ids[x->id_count++] = (id_entry){e->sources[j].id, i, true};
    }
    qsort(x->ids, x->id_count, sizeof *x->ids, compare_ids);
    return true;
}

/* The event that has the id, or has a source that had it alone; NO_EVENT: there is none, or no more. */
static size_t find_event(const editor *x, annals_text id) {
    size_t low = 0, high = x->id_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(x->ids[middle].id, id) < 0) low = middle + 1;
        else high = middle;
    }
    if (low == x->id_count || !text_equal(x->ids[low].id, id)) return NO_EVENT;
    size_t event = x->ids[low].event;
    while (event != NO_EVENT && x->into[event] != event) event = x->into[event];
    return event;
}

/* ---------------------------------------------------------------- one edit */

static annals_status lose(editor *x, const annals_edit *edit, const char *why) {
    enum { MOST = 90 };
    annals_text label = edit->remembers.length ? edit->remembers : edit->id;
    x->lost++;
    annals_status status =
        chronology_notice(x->c, x->file, 0, 0, "the edit of '%.*s' is not applied: %s",
                          (int)(label.length < MOST ? label.length : text_bytes_of(label, MOST / 2)), label.data, why);
    return status == ANNALS_OK ? ANNALS_OK : no_memory(x->error);
}

/* Put a copy of the event in the place of another one. */
static annals_status replace(editor *x, size_t index, const annals_event *e) {
    annals_chronology *c = x->c;
    annals_status status = annals_put_event(c, e, x->error);
    if (status != ANNALS_OK) return status;
    c->events.items[index] = c->events.items[--c->events.count];
    return ANNALS_OK;
}

static void set_fields(annals_event *e, const annals_edit *edit) {
    const annals_event *v = &edit->values;
    const unsigned fields = edit->fields;
    if (fields & 1u << ANNALS_FIELD_WHEN) e->when = v->when;
    if (fields & 1u << ANNALS_FIELD_LABEL) e->label = v->label;
    if (fields & 1u << ANNALS_FIELD_TEXT) e->text = v->text;
    if (fields & 1u << ANNALS_FIELD_KIND) e->kind = v->kind;
    if (fields & 1u << ANNALS_FIELD_MODALITY) e->modality = v->modality;
    if (fields & 1u << ANNALS_FIELD_SPEAKER) e->speaker = v->speaker;
    if (fields & 1u << ANNALS_FIELD_CATEGORY) e->category = v->category;
    if (fields & 1u << ANNALS_FIELD_CONFIDENCE) e->confidence = v->confidence;
    if (fields & 1u << ANNALS_FIELD_TAGS) e->tags = v->tags, e->tag_count = v->tag_count;
    if (fields & 1u << ANNALS_FIELD_FIELDS) e->fields = v->fields, e->field_count = v->field_count;
    if (fields & 1u << ANNALS_FIELD_CONFLICTS) e->conflicts = NULL, e->conflict_count = 0;
}

static annals_status change(editor *x, size_t index, const annals_edit *edit) {
    annals_event e = x->c->events.items[index];
    set_fields(&e, edit);
    return edit->fields ? replace(x, index, &e) : ANNALS_OK;
}

static annals_status add(editor *x, const annals_edit *edit) {
    annals_event e = {.id = edit->id, .confidence = 1};
    if (find_event(x, edit->id) != NO_EVENT) return lose(x, edit, "there is an event with its id already");
    set_fields(&e, edit);
    /* Events behind the known ones have no id that could be looked up: nothing refers to what was added. */
    return annals_put_event(x->c, &e, x->error);
}

/* ---------------------------------------------------------------- merging */

/* The sources of an event, each with what it says itself. */
static void copy_sources(annals_source *to, const annals_event *e) {
    for (size_t i = 0; i < e->source_count; i++) {
        to[i] = e->sources[i];
        if (!to[i].id.length) to[i].id = e->id;
        if (!to[i].when) to[i].when = e->when;
        if (!to[i].label.length) to[i].label = e->label;
    }
}

static annals_text both_texts(arena *a, annals_text one, annals_text other) {
    if (!other.length || text_equal(one, other)) return one;
    return arena_printf(a, "%.*s\n%.*s", (int)one.length, one.data ? one.data : "", (int)other.length, other.data);
}

static annals_status merge(editor *x, size_t index, size_t target) {
    arena *a = &x->c->arena;
    const annals_event *from = &x->c->events.items[index];
    annals_event e = x->c->events.items[target];
    size_t *mentions = arena_alloc(a, (e.mention_count + from->mention_count + 1) * sizeof *mentions);
    annals_source *sources = arena_alloc(a, (e.source_count + from->source_count + 1) * sizeof *sources);
    if (!mentions || !sources) return no_memory(x->error);
    if (e.mention_count) memcpy(mentions, e.mentions, e.mention_count * sizeof *mentions);
    if (from->mention_count) memcpy(mentions + e.mention_count, from->mentions, from->mention_count * sizeof *mentions);
    copy_sources(sources, &e);
    copy_sources(sources + e.source_count, from);
    e.mentions = mentions;
    e.sources = sources;
    e.mention_count += from->mention_count;
    e.source_count += from->source_count;
    e.text = both_texts(a, e.text, from->text);
    if (!e.text.data) return no_memory(x->error);
    x->into[index] = target;
    return replace(x, target, &e);
}

/* Two events that were edited apart are one by now: do both edits say what it is? */
static bool is_told_otherwise(const editor *x, size_t index, const annals_edit *edit) {
    const annals_edit *before = x->by[index];
    return before && !text_equal(before->id, edit->id) && (edit->drop || before->fields & edit->fields);
}

static annals_status apply(editor *x, const annals_edit *edit) {
    if (edit->add) return add(x, edit);
    size_t index = find_event(x, edit->id);
    if (index == NO_EVENT) return lose(x, edit, "its event is gone; take it out, or give the id of another");
    if (is_told_otherwise(x, index, edit))
        return lose(x, edit, "its event is one with another that is edited too; keep one of the two edits");
    x->by[index] = edit;
    if (edit->drop) {
        x->into[index] = NO_EVENT;
        return ANNALS_OK;
    }
    annals_status status = change(x, index, edit);
    if (status != ANNALS_OK || !edit->merge.length) return status;
    size_t target = find_event(x, edit->merge);
    if (target == NO_EVENT) return lose(x, edit, "the event that it merges with is gone; give another, or take it out");
    return target == index ? ANNALS_OK : merge(x, index, target);
}

/* ---------------------------------------------------------------- the whole */

/* Events that were merged or dropped leave; those that were added stand behind and stay. */
static void close_up(editor *x) {
    annals_chronology *c = x->c;
    size_t kept = 0;
    for (size_t i = 0; i < c->events.count; i++)
        if (i >= x->event_count || x->into[i] == i) c->events.items[kept++] = c->events.items[i];
    c->events.count = kept;
}

annals_status annals_edit_events(annals_chronology *c, const char *source, const annals_edit *edits, size_t count,
                                 size_t *lost, annals_error *error) {
    editor x = {.c = c, .file = annals_text_of(source), .error = error};
    annals_status status = gather_ids(&x) ? ANNALS_OK : no_memory(error);
    for (size_t i = 0; i < count && status == ANNALS_OK; i++) status = apply(&x, &edits[i]);
    if (status == ANNALS_OK) close_up(&x);
    if (count) forget_inputs(c);
    free(x.ids);
    free(x.into);
    free(x.by);
    *lost = x.lost;
    return status == ANNALS_OK ? chronology_sort(c, error) : status;
}
