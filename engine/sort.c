/* sort.c: the order of a chronology. */
#include "chronology.h"
#include "text.h"

#include <stdlib.h>

/* Where an event stands among others, and when what happened then was over. */
typedef struct place {
    bool known, begins, sure; /* its beginning is known; and the moment of it */
    annals_bound at, end;
} place;

/* Only times of the clock are told apart so. */
static bool begins_surely(const place *p, const annals_when *w) {
    annals_bound latest = w->begin.latest;
    return p->at.state < ANNALS_BOUND_MINUTE || (annals_bound_known(latest) && !annals_bound_compare(p->at, latest));
}

static place place_of(const annals_when *w) {
    place p = {.at = w->begin.earliest, .end = w->end.latest, .begins = annals_bound_known(w->begin.earliest)};
    /* What is only known to end by a time stands at that time; what has no end, before all that begin with it. */
    if (!annals_bound_known(p.at)) p.at = annals_bound_known(w->begin.latest) ? w->begin.latest : w->end.latest;
    if (!annals_bound_known(p.end)) p.end = p.at;
    p.known = annals_bound_known(p.at);
    p.sure = begins_surely(&p, w);
    return p;
}

static int compare_places(const place *x, const place *y) {
    if (x->known != y->known) return x->known ? -1 : 1;
    if (!x->known) return 0;
    int order = annals_bound_compare(x->at, y->at);
    if (order) return order;
    /* What only ended by then comes behind what was then. */
    if (x->begins != y->begins) return x->begins ? -1 : 1;
    /* What began just then, before what had begun by then; a whole day or month, before the hours in it. */
    if (x->sure != y->sure) return x->sure ? -1 : 1;
    return annals_bound_compare(y->end, x->end);
}

int compare_whens(const annals_when *v, const annals_when *w) {
    place x = place_of(v), y = place_of(w);
    int order = compare_places(&x, &y);
    return order || x.known ? order : text_compare(v->edtf, w->edtf);
}

/* An event by where it stands, so that most are told apart without a look at it. */
typedef struct key {
    place place;
    const annals_event *event;
    const annals_document *document; /* that tells of it first; null: none */
} key;

static key key_of(const annals_chronology *c, const annals_event *e) {
    const annals_document *d = e->source_count ? &c->documents.items[e->sources[0].document] : NULL;
    return (key){place_of(e->when), e, d};
}

/* By their names, so that the order in which they were given does not matter. */
static int compare_documents(const annals_document *a, const annals_document *b) {
    if (a == b || !a || !b) return !b - !a;
    int order = text_compare(a->source, b->source);
    return order ? order : (a->start > b->start) - (a->start < b->start);
}

static int compare(const void *a, const void *b) {
    const key *x = a, *y = b;
    int order = compare_places(&x->place, &y->place);
    if (!order && !x->place.known) order = text_compare(x->event->when->edtf, y->event->when->edtf);
    if (!order) order = compare_documents(x->document, y->document);
    return order ? order : x->event < y->event ? -1 : x->event > y->event;
}

/* Move each event to the place of its key, along the circles that they make. */
static void arrange(annals_event *events, key *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        annals_event first = events[i];
        size_t to = i;
        for (size_t from; (from = (size_t)(keys[to].event - events)) != i; to = from) {
            events[to] = events[from];
            keys[to].event = &events[to];
        }
        events[to] = first;
        keys[to].event = &events[to];
    }
}

static bool sort_events(const annals_chronology *c, annals_event *events, size_t count) {
    key *keys = malloc((count + 1) * sizeof *keys);
    for (size_t i = 0; keys && i < count; i++) keys[i] = key_of(c, &events[i]);
    if (!keys) return false;
    if (count) qsort(keys, count, sizeof *keys, compare);
    arrange(events, keys, count);
    free(keys);
    return true;
}

annals_status chronology_sort(annals_chronology *c, annals_error *error) {
    bool sorted = sort_events(c, c->events.items, c->events.count) && sort_events(c, c->apart.items, c->apart.count);
    return sorted ? ANNALS_OK : no_memory(error);
}
