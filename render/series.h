/* series.h: which colour each event has, where colours tell categories or sources. */
#ifndef RENDER_SERIES_H
#define RENDER_SERIES_H

#include "order.h"

/* Give the events, which are in order, their looks, and the order the names of its series: those of most events, by
 * their first one, and an empty one for the rest.  False when memory runs out. */
bool series_assign(memory_pool *pool, const annals_chronology *chronology, colouring colours, event_order *order);

#endif
