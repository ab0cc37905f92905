/* ids.c: every event of a chronology has an id of its own.
 *
 * An id that was made is that of what the event says, so that it stays when others come and go; those that say the same
 * are told apart by their order.  An id that was given stays as it is, even when it was given twice. */
#include "chronology.h"
#include "events.h"
#include "text.h"

#include <stdlib.h>

/* Events by their ids. */
typedef struct id_table {
    const annals_chronology *c;
    size_t *slots; /* an event's index and one; 0: free */
    size_t mask;
    size_t *number; /* of each event: the last number that was put behind its id */
} id_table;

/* The slot of the event that has the id, or the free one where it belongs. */
static size_t *slot_of(const id_table *t, annals_text id) {
    size_t at = text_hash(TEXT_HASH_SEED, id) & t->mask;
    while (t->slots[at] && !text_equal(t->c->events.items[t->slots[at] - 1].id, id)) at = (at + 1) & t->mask;
    return &t->slots[at];
}

static bool begin_table(annals_chronology *c, id_table *t) {
    *t = (id_table){.c = c, .mask = 15};
    while (t->mask < 2 * c->events.count) t->mask = 2 * t->mask + 1;
    t->slots = calloc(t->mask + 1, sizeof *t->slots);
    t->number = calloc(c->events.count + 1, sizeof *t->number);
    return t->slots && t->number;
}

/* "e-0123456789", as event_id makes them, with or without a number behind it. */
static bool is_made(annals_text id) {
    enum { LENGTH = 12 };
    bool made = id.length >= LENGTH && text_starts(id, "e-") && (id.length == LENGTH || id.data[LENGTH] == '-');
    for (size_t i = 2; made && i < LENGTH; i++) made = byte_in(id.data[i], EVENT_ID_DIGITS);
    return made;
}

/* The first of "x-2", "x-3" and so on that no event has.  Its data is null when memory runs out. */
static annals_text next_id(id_table *t, arena *a, size_t first) {
    annals_text base = t->c->events.items[first].id, id;
    size_t *number = &t->number[first];
    if (!*number) *number = 1;
    do id = arena_printf(a, "%.*s-%zu", (int)base.length, base.data, ++*number);
    while (id.data && *slot_of(t, id));
    return id;
}

/* Each event has its id, unless one before it has. */
static annals_status number_ids(annals_chronology *c, id_table *t, annals_error *error) {
    for (size_t i = 0; i < c->events.count; i++) {
        size_t *slot = slot_of(t, c->events.items[i].id);
        if (!*slot) *slot = i + 1;
    }
    for (size_t i = 0; i < c->events.count; i++) {
        annals_event *e = &c->events.items[i];
        size_t first = *slot_of(t, e->id) - 1;
        if (first == i || !is_made(e->id)) continue;
        e->id = next_id(t, &c->arena, first);
        if (!e->id.data) return no_memory(error);
        *slot_of(t, e->id) = i + 1;
    }
    return ANNALS_OK;
}

annals_status events_number_ids(annals_chronology *c, annals_error *error) {
    id_table t;
    annals_status status = begin_table(c, &t) ? number_ids(c, &t, error) : no_memory(error);
    free(t.slots);
    free(t.number);
    return status;
}

/* ---------------------------------------------------------------- ids that were given twice */

#define NO_DOCUMENT SIZE_MAX

/* An event whose id was given. */
typedef struct given_id {
    annals_text id;
    size_t document, event;
} given_id;

static int by_id(const void *left, const void *right) {
    const given_id *a = left, *b = right;
    int order = text_compare(a->id, b->id);
    if (!order) order = (a->document > b->document) - (a->document < b->document);
    return order ? order : (a->event > b->event) - (a->event < b->event);
}

static size_t list_given(const annals_chronology *c, given_id *list) {
    size_t count = 0;
    for (size_t i = 0; i < c->events.count; i++) {
        const annals_event *e = &c->events.items[i];
        if (e->id.length && !is_made(e->id))
            list[count++] = (given_id){e->id, e->source_count ? e->sources[0].document : NO_DOCUMENT, i};
    }
    if (count) qsort(list, count, sizeof *list, by_id);
    return count;
}

/* Within one document: where, of the first such event.  One whose text is not at hand was read before, and told of
 * then.
 */
static bool tell_within(annals_chronology *c, const annals_event *e) {
    enum { SHOWN = 60 };
    size_t line, column;
    const annals_document *d = &c->documents.items[e->sources[0].document];
    if (!d->text.data) return true;
    text_place(d->text, text_bytes_of(d->text, e->sources[0].start), &line, &column);
    return chronology_notice(c, d->source, line, column,
                             "another event has the id '%.*s', too; give each an id of its own, or edits may change "
                             "the wrong one",
                             (int)(e->id.length < SHOWN ? e->id.length : SHOWN), e->id.data) == ANNALS_OK;
}

/* Of several documents: once, and in the same words whichever they are. */
static bool tell_across(annals_chronology *c) {
    static const char message[] = "events of several files have the same ids; give each an id of its own, or edits may "
                                  "change the wrong one";
    for (size_t i = 0; i < c->notices.count; i++)
        if (text_equal(c->notices.items[i].message, annals_text_of(message))) return true;
    return chronology_notice(c, (annals_text){0}, 0, 0, "%s", message) == ANNALS_OK;
}

/* `first` is, of each document, the first event that has an id of one before. */
static bool find_twice(const given_id *list, size_t count, size_t *first) {
    bool across = false;
    for (size_t i = 1; i < count; i++) {
        const given_id *a = &list[i - 1], *b = &list[i];
        if (!text_equal(a->id, b->id) || b->document == NO_DOCUMENT) continue;
        across |= a->document != b->document;
        if (a->document == b->document && b->event < first[b->document]) first[b->document] = b->event;
    }
    return across;
}

annals_status events_tell_ids(annals_chronology *c, annals_error *error) {
    given_id *list = malloc((c->events.count + 1) * sizeof *list);
    size_t *first = malloc((c->documents.count + 1) * sizeof *first);
    bool ok = list && first;
    for (size_t i = 0; ok && i < c->documents.count; i++) first[i] = c->events.count;
    bool across = ok && find_twice(list, list_given(c, list), first);
    for (size_t i = 0; ok && i < c->documents.count; i++)
        if (first[i] < c->events.count) ok = tell_within(c, &c->events.items[first[i]]);
    if (ok && across) ok = tell_across(c);
    free(list);
    free(first);
    return ok ? ANNALS_OK : no_memory(error);
}
