/* order.c: which events are drawn, in the order of time. */
#include "order.h"

#include "buffer.h"
#include "series.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* "XXXX-11-16" sorts by what follows the unknown year; anything else after it. */
static int compare_edtf(annals_text a, annals_text b) {
    bool partial_a = a.length > 4 && !memcmp(a.data, "XXXX", 4), partial_b = b.length > 4 && !memcmp(b.data, "XXXX", 4);
    if (partial_a != partial_b) return partial_a ? -1 : 1;
    if (!partial_a) return 0;
    size_t shorter = a.length < b.length ? a.length : b.length;
    int difference = memcmp(a.data, b.data, shorter);
    return difference ? difference : (a.length > b.length) - (a.length < b.length);
}

static int compare(const void *left, const void *right) {
    const ordered_event *a = left, *b = right;
    int difference = 0;
    if (a->span.known != b->span.known) return a->span.known ? -1 : 1;
    if (a->span.known) difference = (a->span.low > b->span.low) - (a->span.low < b->span.low);
    else difference = compare_edtf(a->event->when->edtf, b->event->when->edtf);
    return difference ? difference : (a->index > b->index) - (a->index < b->index);
}

static int compare_ids(const void *left, const void *right) {
    const ordered_event *a = *(ordered_event *const *)left, *b = *(ordered_event *const *)right;
    size_t shorter = a->id.length < b->id.length ? a->id.length : b->id.length;
    int difference = shorter ? memcmp(a->id.data, b->id.data, shorter) : 0;
    if (!difference) difference = (a->id.length > b->id.length) - (a->id.length < b->id.length);
    return difference ? difference : (a > b) - (a < b);
}

static bool same_id(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !memcmp(a.data, b.data, a.length));
}

/* Chronologies made by hand may give an id twice, drawings must not: later ones get a number. */
static bool make_unique(memory_pool *pool, event_order *order) {
    ordered_event **sorted = POOL_ARRAY(pool, ordered_event *, order->count);
    if (!sorted) return false;
    for (size_t i = 0; i < order->count; i++) sorted[i] = &order->events[i];
    if (order->count) qsort(sorted, order->count, sizeof *sorted, compare_ids);
    for (size_t i = 1, first = 0; i < order->count; i++) {
        if (!same_id(sorted[i]->event->id, sorted[first]->event->id)) {
            first = i;
            continue;
        }
        buffer b = {0};
        buffer_text(&b, sorted[i]->id);
        buffer_string(&b, "..");
        buffer_integer(&b, (int64_t)(i - first));
        sorted[i]->id = text_clean(pool, (annals_text){b.data, b.length});
        bool failed = b.failed || !sorted[i]->id.data;
        buffer_free(&b);
        if (failed) return false;
    }
    return true;
}

/* ------------------------------------------------------------------ groups */

static int compare_ranks(const void *left, const void *right) {
    const ordered_event *a = left, *b = right;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

static bool name_again(memory_pool *pool, ordered_event *e, size_t group) {
    buffer b = {0};
    buffer_text(&b, e->id);
    buffer_string(&b, "..g");
    buffer_integer(&b, (int64_t)group);
    e->id = text_clean(pool, (annals_text){b.data, b.length});
    bool failed = b.failed || !e->id.data;
    buffer_free(&b);
    return !failed;
}

/* `places` has for each event of the chronology its place in the order and one, or 0. */
static bool gather(memory_pool *pool, const annals_group *group, const size_t *places, event_order *whole, bool *seen,
                   event_group *out) {
    event_order *o = &out->order;
    *out = (event_group){.name = text_clean(pool, group->name),
                         .order = {.chronology = whole->chronology,
                                   .events = POOL_ARRAY(pool, ordered_event, group->count),
                                   .series_count = whole->series_count}};
    memcpy(out->order.series, whole->series, sizeof whole->series);
    if (!out->name.data || !o->events) return false;
    for (size_t i = 0; i < group->count; i++) {
        size_t place = places[group->events[i]];
        if (!place) continue;
        ordered_event *e = &o->events[o->count++];
        *e = whole->events[place - 1];
        e->again = seen[e->rank];
        o->dated += e->span.known;
        if (e->again && !name_again(pool, e, whole->group_count)) return false;
        seen[e->rank] = true;
    }
    if (o->count) qsort(o->events, o->count, sizeof *o->events, compare_ranks);
    return true;
}

static bool order_groups(memory_pool *pool, const annals_chronology *chronology, event_order *order) {
    size_t count, event_count;
    annals_events(chronology, &event_count);
    const annals_group *groups = annals_groups(chronology, &count);
    if (!count) return true;
    size_t *places = POOL_ARRAY(pool, size_t, event_count);
    bool *seen = POOL_ARRAY(pool, bool, order->count);
    event_group *made = POOL_ARRAY(pool, event_group, count);
    if (!places || !seen || !made) return false;
    memset(places, 0, event_count * sizeof *places);
    memset(seen, 0, order->count * sizeof *seen);
    for (size_t i = 0; i < order->count; i++) places[order->events[i].index] = i + 1;
    order->groups = made;
    for (size_t i = 0; i < count; i++) {
        if (!gather(pool, &groups[i], places, order, seen, &made[order->group_count])) return false;
        order->group_count += made[order->group_count].order.count > 0;
    }
    return true;
}

bool order_events(memory_pool *pool, const annals_chronology *chronology, bool citations, colouring colours,
                  event_order *order) {
    size_t count;
    const annals_event *events = annals_events(chronology, &count);
    *order = (event_order){.chronology = chronology, .events = POOL_ARRAY(pool, ordered_event, count)};
    if (!order->events) return false;
    for (size_t i = 0; i < count; i++) {
        if (events[i].kind == ANNALS_CITATION && !citations) continue;
        ordered_event *e = &order->events[order->count++];
        *e = (ordered_event){.event = &events[i], .index = i, .span = span_of(events[i].when), .id = events[i].id};
        order->dated += e->span.known;
    }
    if (order->count) qsort(order->events, order->count, sizeof *order->events, compare);
    for (size_t i = 0; i < order->count; i++) order->events[i].rank = i;
    return make_unique(pool, order) && series_assign(pool, chronology, colours, order) &&
           order_groups(pool, chronology, order);
}
