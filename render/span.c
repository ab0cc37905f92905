/* span.c: the four bounds of a time -> a span. */
#include "span.h"

static moment first_second(annals_bound b) {
    return b.day * SECONDS_A_DAY + (b.state == ANNALS_BOUND_DAY ? 0 : b.second);
}

/* A day lasts until the next midnight; a clock time is a moment. */
static moment last_second(annals_bound b) {
    return b.day * SECONDS_A_DAY + (b.state == ANNALS_BOUND_DAY ? SECONDS_A_DAY : b.second);
}

/* What one of two bounds tells when only one is known. */
static annals_bounds completed(annals_bounds b) {
    if (!annals_bound_known(b.earliest) && annals_bound_known(b.latest)) b.earliest = b.latest;
    if (!annals_bound_known(b.latest) && annals_bound_known(b.earliest)) b.latest = b.earliest;
    return b;
}

static bool exact(annals_bounds b) {
    return b.earliest.state == b.latest.state && !annals_bound_compare(b.earliest, b.latest);
}

static bool same_bounds(annals_bounds a, annals_bounds b) {
    return !annals_bound_compare(a.earliest, b.earliest) && !annals_bound_compare(a.latest, b.latest);
}

/* Begin and end are both known.  An end that is known to the day counts as whole days, not as uncertain. */
static void set_core(span *s, annals_bounds begin, annals_bounds end) {
    s->core_low = exact(begin) ? s->low : last_second(begin.latest);
    s->core_high = exact(end) ? s->high : first_second(end.earliest);
    s->core = !same_bounds(begin, end) && s->core_low < s->core_high;
    if (s->core) return;
    s->core_low = s->low;
    s->core_high = s->high;
}

span span_of(const annals_when *when) {
    /* Without its earliest begin or its latest end, a time is limited on one side only. */
    bool has_begin = annals_bound_known(when->begin.earliest), has_end = annals_bound_known(when->end.latest);
    annals_bounds begin = completed(when->begin), end = completed(when->end);
    bool some_begin = annals_bound_known(begin.earliest), some_end = annals_bound_known(end.earliest);
    span s = {.known = some_begin || some_end};
    if (!s.known) return s;
    s.open_begin = !has_begin && when->begin.earliest.state == ANNALS_BOUND_OPEN;
    s.open_end = !has_end && when->end.latest.state == ANNALS_BOUND_OPEN;
    s.unknown_begin = !has_begin && !s.open_begin;
    s.unknown_end = !has_end && !s.open_end;
    s.low = has_begin || !some_end ? first_second(begin.earliest) : first_second(end.earliest);
    s.high = has_end || !some_begin ? last_second(end.latest) : last_second(begin.latest);
    if (s.high < s.low) s.high = s.low;
    s.core_low = s.low;
    s.core_high = s.high;
    if (has_begin && has_end) set_core(&s, begin, end);
    return s;
}

moment span_middle(const span *s) {
    return s->low + (s->high - s->low) / 2;
}
