/* scale.c: which segments an axis has.  A burst is found as the stretch whose share of the stops exceeds its share of
 * the time most (a maximum-sum interval, one pass); the stretches before and after it are looked at in the same way. */
#include "scale.h"

enum { MOST_SEGMENTS = 5 };

/* Millimetres that the smallest segment gets: room for a label of the second level. */
static const double least_width = 19;
/* A stretch is a burst when its share of the stops exceeds its share of the time by this much and this many times. */
static const double least_excess = 0.35, least_ratio = 3.5;

typedef struct run {
    size_t first, last; /* indexes of stops, inclusive */
} run;

typedef struct run_list {
    run runs[MOST_SEGMENTS];
    size_t count, limit;
} run_list;

static double middle(const scale_stop *s) {
    return (double)s->low + (double)(s->high - s->low) / 2;
}

/* The densest run of stops within `all`; false when the stops are spread evenly enough. */
static bool find_burst(const scale_stop *stops, run all, run *burst) {
    double steps = (double)(all.last - all.first), time = middle(&stops[all.last]) - middle(&stops[all.first]);
    if (steps < 2 || time <= 0) return false;
    double sum = 0, best = 0;
    *burst = all;
    size_t start = all.first;
    for (size_t i = all.first + 1; i <= all.last; i++) {
        if (sum <= 0) {
            sum = 0;
            start = i - 1;
        }
        sum += 1 / steps - (middle(&stops[i]) - middle(&stops[i - 1])) / time;
        if (sum > best) {
            best = sum;
            *burst = (run){start, i};
        }
    }
    if (best < least_excess) return false;
    double share = (double)(burst->last - burst->first) / steps;
    double part = (middle(&stops[burst->last]) - middle(&stops[burst->first])) / time;
    return share > least_ratio * part;
}

/* The runs that `all` falls into, in order, appended to the list. */
static void split(const scale_stop *stops, run all, run_list *list) {
    run burst;
    size_t room = list->limit - list->count;
    if (room < 3 || !find_burst(stops, all, &burst)) {
        list->runs[list->count++] = all;
        return;
    }
    /* A burst within the burst matters more, where there is no room to show both. */
    run inner;
    while (room < 5 && find_burst(stops, burst, &inner)) burst = inner;
    bool before = burst.first > all.first, after = burst.last < all.last;
    list->limit -= 1 + (size_t)after;
    if (before) split(stops, (run){all.first, burst.first - 1}, list);
    list->limit += 1;
    split(stops, burst, list);
    list->limit += (size_t)after;
    if (after) split(stops, (run){burst.last + 1, all.last}, list);
}

/* Around a single moment some time is shown, or the axis would have no length. */
static void widen(scale_segment *s, moment least) {
    moment lack = least - (s->to - s->from);
    if (lack <= 0) return;
    s->from -= lack / 2;
    s->to += lack - lack / 2;
}

static scale_segment extent(const scale_stop *stops, run r) {
    scale_segment s = {.from = stops[r.first].low, .to = stops[r.first].high, .grain = stops[r.first].grain};
    bool clocked = true;
    for (size_t i = r.first; i <= r.last; i++) {
        if (stops[i].low < s.from) s.from = stops[i].low;
        if (stops[i].high > s.to) s.to = stops[i].high;
        if (stops[i].high - stops[i].low >= SECONDS_A_DAY) clocked = false;
        if (stops[i].grain < s.grain) s.grain = stops[i].grain;
    }
    moment pad = (s.to - s.from) / 60;
    s.from -= pad;
    s.to += pad;
    widen(&s, clocked ? 2 * 3600 : 3 * SECONDS_A_DAY);
    return s;
}

/* Segments of neighbouring stops may reach into each other by their padding or by long days: they meet halfway. */
static void separate(time_scale *s) {
    for (size_t i = 1; i < s->count; i++) {
        scale_segment *a = &s->segments[i - 1], *b = &s->segments[i];
        if (a->to <= b->from) continue;
        moment low = a->from > b->from ? a->from : b->from, high = a->to < b->to ? a->to : b->to;
        moment meet = low + (high - low) / 2;
        a->to = meet > a->from ? meet : a->from + 1;
        b->from = a->to;
        if (b->to <= b->from) b->to = b->from + 1;
    }
}

/* Widths in proportion to what each run holds, but none below the least. */
static void place(time_scale *s, const run_list *list) {
    double gaps = (double)(s->count - 1) * SCALE_BREAK_MM, width = s->right - s->left - gaps;
    double least = least_width * (double)s->count > width ? width / (double)s->count : least_width;
    double shared = width - least * (double)s->count, weights = 0, x = s->left;
    for (size_t i = 0; i < s->count; i++) weights += (double)(list->runs[i].last - list->runs[i].first);
    for (size_t i = 0; i < s->count; i++) {
        double weight = (double)(list->runs[i].last - list->runs[i].first);
        double share = weights > 0 ? weight / weights : 1 / (double)s->count;
        s->segments[i].left = x;
        s->segments[i].right = x + least + shared * share;
        x = s->segments[i].right + SCALE_BREAK_MM;
    }
}

static double seconds_per_mm(const scale_segment *s) {
    return (double)(s->to - s->from) / (s->right - s->left);
}

/* Leave no time out: what lies between two segments goes to the coarser one. */
static void fill(time_scale *s) {
    for (size_t i = 1; i < s->count; i++) {
        scale_segment *a = &s->segments[i - 1], *b = &s->segments[i];
        if (seconds_per_mm(a) > seconds_per_mm(b)) a->to = b->from;
        else b->from = a->to;
    }
}

bool scale_make(memory_pool *pool, const scale_stop *stops, size_t count, scale_kind kind, double left, double right,
                time_scale *scale) {
    *scale = (time_scale){.left = left, .right = right};
    if (!count) return true;
    run_list list = {.limit = (size_t)((right - left) / (least_width + SCALE_BREAK_MM))};
    if (list.limit > MOST_SEGMENTS) list.limit = MOST_SEGMENTS;
    if (!list.limit || kind == SCALE_LINEAR) list.limit = 1;
    split(stops, (run){0, count - 1}, &list);
    scale->count = list.count;
    scale->segments = POOL_ARRAY(pool, scale_segment, list.count);
    if (!scale->segments) return false;
    for (size_t i = 0; i < list.count; i++) scale->segments[i] = extent(stops, list.runs[i]);
    separate(scale);
    place(scale, &list);
    if (kind == SCALE_PIECEWISE) fill(scale);
    return true;
}

static double interpolate(moment at, moment from, moment to, double left, double right) {
    return left + (double)(at - from) / (double)(to - from) * (right - left);
}

double scale_position(const time_scale *s, moment at) {
    for (size_t i = 0; i < s->count; i++) {
        const scale_segment *b = &s->segments[i], *a = i ? b - 1 : NULL;
        if (at < b->from && a && b->from > a->to) return interpolate(at, a->to, b->from, a->right, b->left);
        if (at < b->from) return b->left;
        if (at <= b->to) return interpolate(at, b->from, b->to, b->left, b->right);
    }
    return s->right;
}

double scale_beside_break(const time_scale *s, double x) {
    for (size_t i = 1; i < s->count; i++) {
        double before = s->segments[i - 1].right, after = s->segments[i].left;
        if (x > before && x < after) return x - before < after - x ? before : after;
    }
    return x;
}
