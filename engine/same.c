/* same.c: do two chronologies tell the same?  What is ordered by chance, and numbered by that, is not looked at. */
#include "chronology.h"
#include "text.h"

#include <stdlib.h>

static int by_id(const void *left, const void *right) {
    const annals_event *a = *(const annals_event *const *)left, *b = *(const annals_event *const *)right;
    return text_compare(a->id, b->id);
}

static int by_place(const void *left, const void *right) {
    const annals_document *a = *(const annals_document *const *)left, *b = *(const annals_document *const *)right;
    int order = text_compare(a->source, b->source);
    if (!order) order = (a->start > b->start) - (a->start < b->start);
    if (!order) order = (a->length > b->length) - (a->length < b->length);
    return order ? order : text_compare(a->title, b->title);
}

/* Pointers to the items of a list, sorted. */
static const void **sorted(const void *items, size_t count, size_t size, int (*order)(const void *, const void *)) {
    const void **list = malloc((count + 1) * sizeof *list);
    for (size_t i = 0; list && i < count; i++) list[i] = (const char *)items + i * size;
    if (list && count) qsort(list, count, sizeof *list, order);
    return list;
}

static bool same_document(const annals_document *a, const annals_document *b) {
    return text_equal(a->source, b->source) && text_equal(a->title, b->title) && text_equal(a->sender, b->sender) &&
           text_equal(a->recipient, b->recipient) && text_equal(a->place, b->place) &&
           text_equal(a->number, b->number) && whens_equal(&a->when, &b->when) && a->basis == b->basis &&
           text_equal(a->basis_from, b->basis_from) && a->mode == b->mode && text_equal(a->language, b->language) &&
           a->length == b->length && a->start == b->start;
}

/* A number that mentions in any order make the same. */
static uint64_t sum_of_mentions(const annals_chronology *c) {
    uint64_t sum = 0;
    for (size_t i = 0; i < c->mentions.count; i++) {
        const annals_mention *m = &c->mentions.items[i];
        char buffer[ANNALS_BOUND_SIZE];
        uint64_t hash = text_hash(TEXT_HASH_SEED, c->documents.items[m->document].source);
        hash = text_hash(text_hash(text_hash(hash, m->exact), m->timex->value), m->when->edtf);
        hash = text_hash(hash, annals_text_of(annals_bound_iso(m->when->begin.earliest, buffer)));
        hash = text_hash(hash, annals_text_of(annals_bound_iso(m->when->end.latest, buffer)));
        sum += hash + m->start * UINT64_C(0x9E3779B97F4A7C15) + m->end;
    }
    return sum;
}

static bool same_documents(const void *const *a, const void *const *b, size_t count) {
    bool same = true;
    for (size_t i = 0; same && i < count; i++) same = same_document(a[i], b[i]);
    return same;
}

static bool same_events(const void *const *a, const void *const *b, size_t count) {
    bool same = true;
    for (size_t i = 0; same && i < count; i++) {
        const annals_event *x = a[i], *y = b[i];
        same = text_equal(x->id, y->id) && !annals_compare_events(x, y);
    }
    return same;
}

/* Two lists of pointers that a comparison needs, freed. */
static bool compared(const void **a, const void **b, size_t count, bool *same,
                     bool (*equal)(const void *const *, const void *const *, size_t)) {
    bool ready = a && b;
    if (ready) *same = equal(a, b, count);
    free(a);
    free(b);
    return ready;
}

annals_status annals_same(const annals_chronology *a, const annals_chronology *b, bool *same, annals_error *error) {
    size_t documents = a->documents.count, events = a->events.count, size = sizeof *a->events.items;
    *same = documents == b->documents.count && events == b->events.count && a->mentions.count == b->mentions.count &&
            sum_of_mentions(a) == sum_of_mentions(b);
    if (!*same) return ANNALS_OK;
    bool ok = compared(sorted(a->events.items, events, size, by_id), sorted(b->events.items, events, size, by_id),
                       events, same, same_events);
    size = sizeof *a->documents.items;
    if (ok && *same)
        ok = compared(sorted(a->documents.items, documents, size, by_place),
                      sorted(b->documents.items, documents, size, by_place), documents, same, same_documents);
    return ok ? ANNALS_OK : no_memory(error);
}
