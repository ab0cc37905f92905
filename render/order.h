/* order.h: which events are drawn, in the order of time. */
#ifndef RENDER_ORDER_H
#define RENDER_ORDER_H

#include "annals-render.h"
#include "pool.h"
#include "span.h"
#include "theme.h"

/* What the mark of an event looks like: its shape tells the kind, its colour the kind or the series. */
typedef struct event_look {
    annals_event_kind kind;
    unsigned series; /* 0: coloured by kind; else the number of its category or source in the order */
} event_look;

/* Of a sign that stands for marks of all colours. */
#define NO_SERIES (MOST_SERIES + 1)

/* What the colours of the marks tell. */
typedef enum colouring { COLOUR_BY_KIND, COLOUR_BY_CATEGORY, COLOUR_BY_SOURCE } colouring;

typedef struct ordered_event {
    const annals_event *event;
    size_t index; /* in annals_events */
    span span;
    annals_text id; /* of the event, or made of it where another event has the same */
    size_t rank;    /* its place in the order of all */
    event_look look;
    bool again; /* it stands in a group before this one too */
} ordered_event;

/* Events with a known time by their earliest moment, then those without by month and day where they have one; equal
 * ones keep the chronology's order. */
typedef struct event_order {
    const annals_chronology *chronology;
    ordered_event *events;
    size_t count, dated; /* the first `dated` have a known time */
    const struct event_group *groups;
    size_t group_count;              /* 0: the chronology is not grouped */
    annals_text series[MOST_SERIES]; /* what the colours stand for; empty: all others */
    size_t series_count;             /* 0: for kinds */
} event_order;

/* Those of the events that a group of the chronology has; never none. */
typedef struct event_group {
    annals_text name;
    event_order order;
} event_group;

/* False when memory runs out. */
bool order_events(memory_pool *pool, const annals_chronology *chronology, bool citations, colouring colours,
                  event_order *order);

#endif
