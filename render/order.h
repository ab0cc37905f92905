/* order.h: which events are drawn, in the order of time. */
#ifndef RENDER_ORDER_H
#define RENDER_ORDER_H

#include "annals-render.h"
#include "pool.h"
#include "span.h"

typedef struct ordered_event {
    const annals_event *event;
    size_t index; /* in annals_events */
    span span;
    annals_text id; /* of the event, or made of it where another event has the same */
    size_t rank;    /* its place in the order of all */
    bool again;     /* it stands in a group before this one too */
} ordered_event;

/* Events with a known time by their earliest moment, then those without by month and day where they have one; equal
 * ones keep the chronology's order. */
typedef struct event_order {
    const annals_chronology *chronology;
    ordered_event *events;
    size_t count, dated; /* the first `dated` have a known time */
    const struct event_group *groups;
    size_t group_count; /* 0: the chronology is not grouped */
} event_order;

/* Those of the events that a group of the chronology has; never none. */
typedef struct event_group {
    annals_text name;
    event_order order;
} event_group;

/* False when memory runs out. */
bool order_events(memory_pool *pool, const annals_chronology *chronology, bool citations, event_order *order);

#endif
