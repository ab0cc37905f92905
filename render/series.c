/* series.c: the names that events have, counted, and a colour for each of the most frequent. */
#include "series.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

/* An event and the name it goes by; then, of all events of one name, the first, and how many there are. */
typedef struct naming {
    annals_text name;
    size_t rank, count;
} naming;

static int compare_texts(annals_text a, annals_text b) {
    size_t shorter = a.length < b.length ? a.length : b.length;
    int difference = shorter ? memcmp(a.data, b.data, shorter) : 0;
    return difference ? difference : (a.length > b.length) - (a.length < b.length);
}

static int by_name(const void *left, const void *right) {
    const naming *a = left, *b = right;
    int difference = compare_texts(a->name, b->name);
    return difference ? difference : (a->rank > b->rank) - (a->rank < b->rank);
}

static int by_count(const void *left, const void *right) {
    const naming *a = left, *b = right;
    if (a->count != b->count) return a->count > b->count ? -1 : 1;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

static int by_rank(const void *left, const void *right) {
    const naming *a = left, *b = right;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

/* The first source of an event; null: it has none. */
static const annals_document *source_of(const annals_chronology *chronology, const annals_event *event) {
    size_t count;
    const annals_document *documents = annals_documents(chronology, &count);
    if (!event->source_count || event->sources[0].document >= count) return NULL;
    return &documents[event->sources[0].document];
}

static annals_text name_of(const annals_chronology *chronology, const annals_event *event, colouring colours) {
    if (colours == COLOUR_BY_CATEGORY) return event->category;
    const annals_document *d = source_of(chronology, event);
    return !d ? (annals_text){"", 0} : d->title.length ? d->title : d->source;
}

/* What the legend calls it: a file without its folders. */
static annals_text shown_name(const annals_chronology *chronology, const annals_event *event, colouring colours) {
    const annals_document *d = colours == COLOUR_BY_SOURCE ? source_of(chronology, event) : NULL;
    return d && !d->title.length ? text_file_name(d->source) : name_of(chronology, event, colours);
}

/* Of namings sorted by name, the names; those without a name are none.  Returns how many. */
static size_t distinct(const naming *all, size_t count, naming *names) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (!all[i].name.length) continue;
        if (!found || compare_texts(names[found - 1].name, all[i].name)) names[found++] = all[i];
        names[found - 1].count++;
    }
    return found;
}

static unsigned series_of(const naming *chosen, size_t count, annals_text name) {
    for (size_t i = 0; i < count; i++)
        if (name.length && !compare_texts(chosen[i].name, name)) return (unsigned)i + 1;
    return (unsigned)count + 1;
}

bool series_assign(memory_pool *pool, const annals_chronology *chronology, colouring colours, event_order *order) {
    size_t n = order->count;
    for (size_t i = 0; i < n; i++) order->events[i].look = (event_look){order->events[i].event->kind, 0};
    if (colours == COLOUR_BY_KIND || !n) return true;
    naming *all = POOL_ARRAY(pool, naming, n), *names = POOL_ARRAY(pool, naming, n);
    if (!all || !names) return false;
    for (size_t i = 0; i < n; i++)
        all[i] = (naming){.name = name_of(chronology, order->events[i].event, colours), .rank = i};
    qsort(all, n, sizeof *all, by_name);
    size_t count = distinct(all, n, names), chosen = count;
    bool some_without = !all[0].name.length, rest = some_without;
    if (count + some_without > MOST_SERIES) chosen = MOST_SERIES - 1, rest = true;
    qsort(names, count, sizeof *names, by_count);
    qsort(names, chosen, sizeof *names, by_rank);
    for (size_t i = 0; i < n; i++)
        order->events[i].look.series = series_of(names, chosen, name_of(chronology, order->events[i].event, colours));
    for (size_t i = 0; i < chosen; i++) {
        order->series[i] = text_clean(pool, shown_name(chronology, order->events[names[i].rank].event, colours));
        if (!order->series[i].data) return false;
    }
    order->series_count = chosen + rest;
    if (rest) order->series[chosen] = (annals_text){"", 0};
    return true;
}
