/* between.c: what a document that is of one of several days counts from its own: it is read as if the document were of
 * the first of them, and as if it were of the last, and is known as far as the two agree.  Of a document that is only
 * known to be later than another one, half a year is looked at, as letters are answered within it; nothing but what the
 * two readings say alike is taken from that. */
#include "between.h"

#include "civil.h"
#include "events.h"
#include "resolver.h"
#include "stages.h"

#include <string.h>

/* Resolve the document's mentions anew, where they stand. */
static annals_status resolve_as_of(annals_chronology *c, analysis *x, annals_bound day, annals_error *error) {
    annals_document *d = &c->documents.items[x->document];
    const annals_when when = d->when;
    size_t mentions = c->mentions.count, notices = c->notices.count;
    d->when.begin = d->when.end = (annals_bounds){day, day};
    c->mentions.count = x->first_mention;
    annals_status status = resolve_mentions(c, x, error);
    c->mentions.count = mentions;
    c->notices.count = notices; /* they were given before */
    d->when = when;
    return status;
}

static bool same_bound(annals_bound a, annals_bound b) {
    return a.state == b.state && !annals_bound_compare(a, b);
}

static bool same_when(const annals_when *a, const annals_when *b) {
    return same_bound(a->begin.earliest, b->begin.earliest) && same_bound(a->begin.latest, b->begin.latest) &&
           same_bound(a->end.earliest, b->end.earliest) && same_bound(a->end.latest, b->end.latest);
}

static bool is_placed(const annals_when *w) {
    return annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.latest);
}

static annals_bound day_only(annals_bound b) {
    b.second = 0;
    b.state = ANNALS_BOUND_DAY;
    return b;
}

/* One of the days from the one reading to the other; null when memory runs out. */
static const annals_when *join(arena *a, const annals_when *first, const annals_when *last) {
    annals_when *w = arena_copy(a, first, 1, sizeof *w);
    char from[ANNALS_BOUND_SIZE], to[ANNALS_BOUND_SIZE];
    if (!w) return NULL;
    w->begin = (annals_bounds){day_only(first->begin.earliest), day_only(last->begin.latest)};
    w->end = (annals_bounds){day_only(first->end.earliest), day_only(last->end.latest)};
    if (!annals_bound_known(last->begin.latest)) w->begin.latest = last->begin.latest;
    if (!annals_bound_known(first->end.earliest)) w->end.earliest = first->end.earliest;
    if (w->granularity > ANNALS_DAY) w->granularity = ANNALS_DAY;
    w->day_part = ANNALS_DAY_PART_NONE;
    annals_bound_iso(w->begin.earliest, from);
    annals_bound_iso(w->end.latest, to);
    w->edtf = arena_printf(a, "[%s..%s]", from, to);
    return w->edtf.data ? w : NULL;
}

/* What both readings say; where they are not the same, all that lies between them; where one says nothing, what was
 * known before. */
static bool combine(arena *a, bool open, const annals_mention *before, const annals_mention *first,
                    annals_mention *last) {
    if (same_when(first->when, last->when)) {
        if (open) last->resolution = first->resolution; /* that of the day which is known */
        return true;
    }
    bool placed = !open && is_placed(first->when) && is_placed(last->when) &&
                  annals_bound_compare(first->when->begin.earliest, last->when->end.latest) <= 0;
    annals_mention joined = *before;
    if (placed) {
        joined.when = join(a, first->when, last->when);
        joined.resolution = last->resolution;
    }
    *last = joined;
    return joined.when;
}

static void forget_events(annals_chronology *c, const bool *documents) {
    size_t kept = 0;
    for (size_t i = 0; i < c->events.count; i++) {
        const annals_event *e = &c->events.items[i];
        if (e->source_count && documents[e->sources[0].document]) continue;
        c->events.items[kept++] = *e;
    }
    c->events.count = kept;
}

annals_status tell_anew(annals_chronology *c, const bool *documents, annals_error *error) {
    annals_status status = ANNALS_OK;
    if (!memchr(documents, true, c->documents.count)) return status;
    forget_events(c, documents);
    for (size_t i = 0; status == ANNALS_OK && i < c->documents.count; i++)
        if (documents[i]) status = find_events(c, c->analyses.items[i], error);
    return status;
}

/* The last day that a paper of a year can be of, if that is near. */
static int64_t last_of_year(int64_t day, int64_t latest) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(day, &year, &month, &dom);
    int64_t last = annals_day_of_civil(year + 1, 1, 1) - 1;
    return last < latest ? last : latest;
}

annals_status resolve_between(annals_chronology *c, analysis *x, bool of_year, annals_error *error) {
    const annals_when *w = &c->documents.items[x->document].when;
    enum { HALF_A_YEAR = 183 };
    const bool open = !annals_bound_known(w->end.latest);
    annals_bound earliest = w->begin.earliest, latest = open ? earliest : w->end.latest;
    if (open) latest.day += HALF_A_YEAR;
    if (open && of_year) latest.day = last_of_year(earliest.day, latest.day);
    size_t count = x->raws.count;
    annals_mention *here = c->mentions.items + x->first_mention;
    arena scratch = {0};
    annals_mention *before = arena_copy(&scratch, here, count, sizeof *here);
    annals_status status = !count || before ? resolve_as_of(c, x, earliest, error) : no_memory(error);
    here = c->mentions.items + x->first_mention;
    annals_mention *first = arena_copy(&scratch, here, count, sizeof *here);
    if (status == ANNALS_OK && count && !first) status = no_memory(error);
    if (status == ANNALS_OK) status = resolve_as_of(c, x, latest, error);
    here = c->mentions.items + x->first_mention;
    for (size_t i = 0; status == ANNALS_OK && i < count; i++)
        if (!combine(&c->arena, open, &before[i], &first[i], &here[i])) status = no_memory(error);
    arena_free(&scratch);
    return status;
}
