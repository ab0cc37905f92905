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
    bool *told;     /* of each document: whether a notice was given */
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
    t->told = calloc(c->documents.count + 1, sizeof *t->told);
    return t->slots && t->number && t->told;
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

/* Of an id that was given twice, once a document.  One whose text is not at hand was read before, and told of then. */
static annals_status tell(annals_chronology *c, id_table *t, const annals_event *e, annals_error *error) {
    enum { SHOWN = 60 };
    size_t line, column, document = e->source_count ? e->sources[0].document : 0;
    const annals_document *d = e->source_count ? &c->documents.items[document] : NULL;
    if (!d || !d->text.data || t->told[document]) return ANNALS_OK;
    t->told[document] = true;
    text_place(d->text, text_bytes_of(d->text, e->sources[0].start), &line, &column);
    annals_status status = chronology_notice(c, d->source, line, column,
                                             "another event has the id '%.*s', too; give each an id of its own, or "
                                             "edits may change the wrong one",
                                             (int)(e->id.length < SHOWN ? e->id.length : SHOWN), e->id.data);
    return status == ANNALS_OK ? ANNALS_OK : no_memory(error);
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
        if (first == i) continue;
        annals_status status = is_made(e->id) ? ANNALS_OK : tell(c, t, e, error);
        if (status != ANNALS_OK) return status;
        if (!is_made(e->id)) continue;
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
    free(t.told);
    return status;
}
