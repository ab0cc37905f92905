/* sort.c: the order of a chronology. */
#include "chronology.h"

#include <stdlib.h>
#include <string.h>

typedef struct key {
    annals_event event;
    size_t index;
    bool known;
    annals_bound at, end;
} key;

static key key_of(const annals_event *e, size_t index) {
    key k = {.event = *e, .index = index, .at = e->when.begin.earliest, .end = e->when.end.latest};
    /* What is only known to end by a time stands at that time; what has no end, before all that begin with it. */
    if (!annals_bound_known(k.at))
        k.at = annals_bound_known(e->when.begin.latest) ? e->when.begin.latest : e->when.end.latest;
    if (!annals_bound_known(k.end)) k.end = k.at;
    k.known = annals_bound_known(k.at);
    return k;
}

/* Only times of the clock are told apart so. */
static bool begins_surely(const key *k) {
    annals_bound latest = k->event.when.begin.latest;
    return k->at.state < ANNALS_BOUND_MINUTE || (annals_bound_known(latest) && !annals_bound_compare(k->at, latest));
}

static int by_edtf(const key *a, const key *b) {
    annals_text x = a->event.when.edtf, y = b->event.when.edtf;
    size_t n = x.length < y.length ? x.length : y.length;
    int order = n ? memcmp(x.data, y.data, n) : 0;
    return order ? order : (x.length > y.length) - (x.length < y.length);
}

static int compare(const void *a, const void *b) {
    const key *x = a, *y = b;
    if (x->known != y->known) return x->known ? -1 : 1;
    int order = x->known ? annals_bound_compare(x->at, y->at) : by_edtf(x, y);
    /* What only ended by then comes behind what was then. */
    bool x_begins = annals_bound_known(x->event.when.begin.earliest),
         y_begins = annals_bound_known(y->event.when.begin.earliest);
    if (!order && x->known && x_begins != y_begins) return x_begins ? -1 : 1;
    /* What began just then, before what had begun by then; a whole day or month, before the hours in it. */
    bool x_sure = begins_surely(x), y_sure = begins_surely(y);
    if (!order && x->known && x_sure != y_sure) return x_sure ? -1 : 1;
    if (!order && x->known) order = annals_bound_compare(y->end, x->end);
    return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

annals_status chronology_sort(annals_chronology *c, annals_error *error) {
    size_t count = c->events.count;
    if (!count) return ANNALS_OK;
    key *keys = malloc(count * sizeof *keys);
    if (!keys) return no_memory(error);
    for (size_t i = 0; i < count; i++) keys[i] = key_of(&c->events.items[i], i);
    qsort(keys, count, sizeof *keys, compare);
    for (size_t i = 0; i < count; i++) c->events.items[i] = keys[i].event;
    free(keys);
    return ANNALS_OK;
}
