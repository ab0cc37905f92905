#include "analysis.h"

#include <stdio.h>
#include <string.h>

/* "XXXX-05-07": a day of a year that the file leaves open. */
static bool take_yearless(const annals_when *w, expr *e) {
    int month, day, end = 0;
    if (sscanf(w->edtf.length ? w->edtf.data : "", "XXXX-%2d-%2d%n", &month, &day, &end) != 2) return false;
    if ((size_t)end != w->edtf.length) return false;
    e->month = month;
    e->day = day;
    return true;
}

/* A day counts as one that words say, to those who look for datelines and for what was said last. */
static expr expr_of(const annals_when *w, size_t index) {
    enum { FARTHEST = 1000000 /* years */ };
    annals_bound first = w->begin.earliest, last = w->end.latest;
    expr e = blank_expr;
    int64_t year = 0;
    int month, day;
    e.kind = EXPR_STATED;
    e.count = (int32_t)index;
    if (take_yearless(w, &e)) return e;
    bool one = annals_bound_known(first) && annals_bound_known(last) && first.day == last.day;
    if (one) annals_civil_of_day(first.day, &year, &month, &day);
    if (!one || w->granularity < ANNALS_DAY || year < -FARTHEST || year > FARTHEST) return e;
    e.year = (int32_t)year;
    e.month = month;
    e.day = day;
    return e;
}

annals_status stated_read(annals_chronology *c, const annals_stated *dates, size_t count, stated_list *out,
                          annals_error *error) {
    *out = (stated_list){0};
    if (!count) return ANNALS_OK;
    out->items = arena_alloc(&c->arena, count * sizeof *out->items);
    if (!out->items) return no_memory(error);
    for (size_t i = 0; i < count; i++) {
        stated *s = &out->items[out->count];
        annals_status status = annals_read_when(c, dates[i].date, &s->when, NULL);
        if (status == ANNALS_MEMORY) return no_memory(error);
        if (status != ANNALS_OK) continue;
        s->start = dates[i].start;
        s->end = dates[i].end;
        s->expr = expr_of(&s->when, out->count++);
    }
    return ANNALS_OK;
}

/* A range of which one end was taken away is none. */
static void mend_ranges(raw_mention_list *raws, size_t first) {
    for (size_t i = first; i < raws->count; i++) {
        raw_mention *m = &raws->items[i];
        bool ends = i + 1 < raws->count && m[1].range == ANNALS_RANGE_END;
        bool begins = i > first && m[-1].range == ANNALS_RANGE_BEGIN;
        if ((m->range == ANNALS_RANGE_BEGIN && !ends) || (m->range == ANNALS_RANGE_END && !begins))
            m->range = ANNALS_RANGE_NONE;
    }
}

/* Put one in its place, over what lies across it. */
static bool put(raw_mention_list *raws, size_t first, const stated *s, size_t end, arena *a) {
    size_t from = first, to;
    while (from < raws->count && raws->items[from].end <= s->start) from++;
    for (to = from; to < raws->count && raws->items[to].start < end; to++) {
    }
    if (from == to && !ARENA_ROOM(a, raws)) return false;
    size_t behind = raws->count - to;
    memmove(raws->items + from + 1, raws->items + to, behind * sizeof *raws->items);
    raws->items[from] = (raw_mention){.start = s->start, .end = end, .expr = &s->expr, .rule = NO_RULE};
    raws->count = from + 1 + behind;
    return true;
}

bool stated_find(analysis *x, const sentence *s, size_t first, arena *a) {
    stated_list *list = &x->stated;
    size_t before = list->next;
    while (list->next < list->count && list->items[list->next].start < s->start) list->next++;
    for (; list->next < list->count && list->items[list->next].start < s->end; list->next++) {
        const stated *one = &list->items[list->next];
        if (!put(&x->raws, first, one, one->end < s->end ? one->end : s->end, a)) return false;
    }
    if (list->next > before) mend_ranges(&x->raws, first);
    return true;
}
