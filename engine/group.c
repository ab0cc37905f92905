/* group.c: events put together by day, month, year, source or tag. */
#include "chronology.h"
#include "civil.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* That one event stands in one group. */
typedef struct membership {
    size_t group, event;
} membership;

/* A group while it is made. */
typedef struct bundle {
    annals_text name;
    size_t rank; /* among the groups; those of one rank are sorted by name */
    size_t place, count;
} bundle;

typedef struct grouper {
    annals_chronology *c;
    annals_grouping by;
    arena scratch;
    LIST(bundle) bundles;
    LIST(membership) members;
    uint32_t *slots; /* a bundle's index and one by the hash of its name, or 0 */
    size_t slot_count;
} grouper;

#define LAST_RANK SIZE_MAX

/* ---------------------------------------------------------------- names -> groups */

static uint32_t *slot_of(const grouper *g, annals_text name, size_t rank) {
    size_t i = text_hash(TEXT_HASH_SEED + rank, name) & (g->slot_count - 1);
    for (; g->slots[i]; i = (i + 1) & (g->slot_count - 1)) {
        const bundle *b = &g->bundles.items[g->slots[i] - 1];
        if (b->rank == rank && text_equal(b->name, name)) break;
    }
    return &g->slots[i];
}

static bool make_slots(grouper *g) {
    if (2 * (g->bundles.count + 1) <= g->slot_count) return true;
    g->slot_count = g->slot_count ? 4 * g->slot_count : 256;
    g->slots = arena_alloc(&g->scratch, g->slot_count * sizeof *g->slots);
    for (size_t i = 0; g->slots && i < g->bundles.count; i++)
        *slot_of(g, g->bundles.items[i].name, g->bundles.items[i].rank) = (uint32_t)i + 1;
    return g->slots;
}

/* Put the event into the group of that name. */
static bool join(grouper *g, size_t event, annals_text name, size_t rank) {
    if (!make_slots(g) || !ARENA_ROOM(&g->scratch, &g->members)) return false;
    uint32_t *slot = slot_of(g, name, rank);
    if (!*slot) {
        annals_text kept = arena_text(&g->c->arena, name);
        if (!kept.data || !ARENA_ROOM(&g->scratch, &g->bundles)) return false;
        g->bundles.items[g->bundles.count++] = (bundle){.name = kept, .rank = rank};
        *slot = (uint32_t)g->bundles.count;
    }
    size_t group = *slot - 1;
    for (size_t i = g->members.count; i && g->members.items[i - 1].event == event; i--)
        if (g->members.items[i - 1].group == group) return true;
    g->members.items[g->members.count++] = (membership){group, event};
    g->bundles.items[group].count++;
    return true;
}

/* ---------------------------------------------------------------- by time */

/* The day, month or year that both days lie in. */
static bool unit_of(annals_grouping by, int64_t first, int64_t last, annals_when *unit) {
    int64_t year, other_year;
    int month, day, other_month, other_day;
    annals_civil_of_day(first, &year, &month, &day);
    annals_civil_of_day(last, &other_year, &other_month, &other_day);
    bool same_year = year == other_year, same_month = same_year && month == other_month;
    if (by == ANNALS_BY_DAY ? first != last : by == ANNALS_BY_MONTH ? !same_month : !same_year) return false;
    int first_month = by == ANNALS_BY_YEAR ? 1 : month, last_month = by == ANNALS_BY_YEAR ? 12 : month;
    int64_t from = by == ANNALS_BY_DAY ? first : annals_day_of_civil(year, first_month, 1);
    int64_t to =
        by == ANNALS_BY_DAY ? first : annals_day_of_civil(year, last_month, civil_month_length(year, last_month));
    static const annals_granularity names[] = {
        [ANNALS_BY_DAY] = ANNALS_DAY, [ANNALS_BY_MONTH] = ANNALS_MONTH, [ANNALS_BY_YEAR] = ANNALS_YEAR};
    *unit = (annals_when){.granularity = names[by]};
    unit->begin = unit->end = (annals_bounds){bound_of_day(from), bound_of_day(to)};
    return true;
}

/* When it began, as far as the unit asked for, or a longer one, can say it; else as the event says it. */
static annals_when time_of(const grouper *g, const annals_when *w) {
    annals_when unit;
    annals_bound first = w->begin.earliest, last = w->begin.latest;
    if (!annals_bound_known(first)) first = annals_bound_known(last) ? last : w->end.latest;
    if (!annals_bound_known(last)) last = first;
    if (!annals_bound_known(first)) return *w;
    bool night = last.day == first.day + 1 && w->granularity >= ANNALS_PART_OF_DAY; /* that of the day it begins on */
    for (annals_grouping by = g->by; by <= ANNALS_BY_YEAR; by++)
        if (unit_of(by, first.day, night ? first.day : last.day, &unit)) return unit;
    return *w;
}

static bool join_time(grouper *g, size_t event) {
    enum { PHRASE = 160 };
    const annals_when *w = g->c->events.items[event].when;
    bool known = annals_bound_known(w->begin.earliest) || annals_bound_known(w->begin.latest) ||
                 annals_bound_known(w->end.latest);
    if (!known) return join(g, event, annals_text_of("Year not known"), LAST_RANK);
    char name[PHRASE];
    annals_when when = time_of(g, w);
    annals_when_phrase(&when, name, sizeof name);
    return join(g, event, annals_text_of(name), 0);
}

/* ---------------------------------------------------------------- by source, by tag */

static bool join_sources(grouper *g, size_t event) {
    const annals_event *e = &g->c->events.items[event];
    for (size_t i = 0; i < e->source_count; i++) {
        const annals_document *d = &g->c->documents.items[e->sources[i].document];
        if (!join(g, event, d->title.length ? d->title : d->source, e->sources[i].document)) return false;
    }
    return e->source_count || join(g, event, annals_text_of("Without a source"), LAST_RANK);
}

static bool join_tags(grouper *g, size_t event) {
    const annals_event *e = &g->c->events.items[event];
    for (size_t i = 0; i < e->tag_count; i++)
        if (!join(g, event, e->tags[i].name, 0)) return false;
    return e->tag_count || join(g, event, annals_text_of("Without a tag"), LAST_RANK);
}

/* ---------------------------------------------------------------- the order of groups */

static int by_letters(annals_text a, annals_text b) {
    size_t i = 0, j = 0;
    while (i < a.length && j < b.length) {
        uint32_t x = fold_case(text_decode(a, i, &i)), y = fold_case(text_decode(b, j, &j));
        if (x != y) return x < y ? -1 : 1;
    }
    return (i < a.length) - (j < b.length);
}

/* By rank, then by name where that is asked for; else as they came. */
typedef struct ordered {
    const bundle *bundle;
    bool by_name;
} ordered;

static int compare(const void *left, const void *right) {
    const ordered *a = left, *b = right;
    if (a->bundle->rank != b->bundle->rank) return a->bundle->rank < b->bundle->rank ? -1 : 1;
    int order = a->by_name ? by_letters(a->bundle->name, b->bundle->name) : 0;
    return order ? order : a->bundle < b->bundle ? -1 : a->bundle > b->bundle;
}

/* Where the events of each group begin among those of all. */
static bool lay_out(grouper *g, size_t *events) {
    annals_chronology *c = g->c;
    size_t count = g->bundles.count, place = 0;
    ordered *sorted = arena_alloc(&g->scratch, count * sizeof *sorted);
    c->groups.count = 0;
    if (!sorted || !ARENA_RESERVE(&c->arena, &c->groups, count)) return false;
    for (size_t i = 0; i < count; i++) sorted[i] = (ordered){&g->bundles.items[i], g->by == ANNALS_BY_TAG};
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 0; i < count; i++) {
        bundle *b = &g->bundles.items[sorted[i].bundle - g->bundles.items];
        c->groups.items[c->groups.count++] = (annals_group){b->name, events + place, b->count};
        b->place = place;
        place += b->count;
    }
    return true;
}

static bool finish(grouper *g) {
    size_t *events = arena_alloc(&g->c->arena, (g->members.count + 1) * sizeof *events);
    if (!events || !lay_out(g, events)) return false;
    for (size_t i = 0; i < g->members.count; i++)
        events[g->bundles.items[g->members.items[i].group].place++] = g->members.items[i].event;
    return true;
}

annals_status annals_group_events(annals_chronology *c, annals_grouping grouping, annals_error *error) {
    grouper g = {.c = c, .by = grouping};
    bool done = true;
    c->groups.count = 0;
    if (grouping == ANNALS_UNGROUPED || !c->events.count) return ANNALS_OK;
    for (size_t i = 0; done && i < c->events.count; i++)
        done = grouping == ANNALS_BY_SOURCE ? join_sources(&g, i)
               : grouping == ANNALS_BY_TAG  ? join_tags(&g, i)
                                            : join_time(&g, i);
    done = done && finish(&g);
    arena_free(&g.scratch);
    return done ? ANNALS_OK : no_memory(error);
}
