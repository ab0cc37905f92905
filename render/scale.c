/* scale.c: which segments an axis has.  A burst is found as the stretch whose share of the stops exceeds its share of
 * the time most (a maximum-sum interval, one pass).  The stretches before and after it, and the burst itself, are
 * looked at in the same way, where the most stops gain first, until there are as many segments as have room. */
#include "scale.h"

enum { MOST_SEGMENTS = 5 };

/* Millimetres that the smallest segment gets: room for a label of the second level. */
static const double least_width = 19;
/* A stretch is a burst when its share of the stops exceeds its share of the time by this much and this many times. */
static const double least_excess = 0.35, least_ratio = 3.5;

/* Millimetres from a mark to the next that let the eye part them: two marks. */
static const double clear_gap = 4.4;

typedef struct run {
    size_t first, last;             /* indexes of stops, inclusive */
    size_t burst_first, burst_last; /* of its densest part */
    double gain;                    /* stops that its burst has more than its share of the time; 0: it has none */
} run;

typedef struct run_list {
    run runs[MOST_SEGMENTS];
    size_t count;
} run_list;

static double middle(const scale_stop *s) {
    return (double)s->low + (double)(s->high - s->low) / 2;
}

/* The stops from `first` to `last`, and the burst among them, unless they are spread evenly enough. */
static run make_run(const scale_stop *stops, size_t first, size_t last) {
    run r = {first, last, first, last, 0};
    double steps = (double)(last - first), time = middle(&stops[last]) - middle(&stops[first]), sum = 0, best = 0;
    if (steps < 2 || time <= 0) return r;
    for (size_t i = first + 1, start = first; i <= last; i++) {
        if (sum <= 0) {
            sum = 0;
            start = i - 1;
        }
        sum += 1 / steps - (middle(&stops[i]) - middle(&stops[i - 1])) / time;
        if (sum <= best) continue;
        best = sum;
        r.burst_first = start;
        r.burst_last = i;
    }
    double share = (double)(r.burst_last - r.burst_first) / steps;
    double part = (middle(&stops[r.burst_last]) - middle(&stops[r.burst_first])) / time;
    if (best >= least_excess && share > least_ratio * part) r.gain = best * steps;
    return r;
}

/* Put the parts of run `at`, before its burst, the burst and after it, into its place. */
static void split(const scale_stop *stops, run_list *list, size_t at) {
    run whole = list->runs[at], parts[3];
    size_t n = 0;
    if (whole.burst_first > whole.first) parts[n++] = make_run(stops, whole.first, whole.burst_first - 1);
    parts[n++] = make_run(stops, whole.burst_first, whole.burst_last);
    if (whole.burst_last < whole.last) parts[n++] = make_run(stops, whole.burst_last + 1, whole.last);
    for (size_t i = list->count; i-- > at + 1;) list->runs[i + n - 1] = list->runs[i];
    for (size_t i = 0; i < n; i++) list->runs[at + i] = parts[i];
    list->count += n - 1;
}

/* Where it is the last split that has room, a burst within the burst matters more. */
static void look_inside(const scale_stop *stops, run *r) {
    for (;;) {
        run inner = make_run(stops, r->burst_first, r->burst_last);
        if (inner.gain <= 0) return;
        r->burst_first = inner.burst_first;
        r->burst_last = inner.burst_last;
    }
}

static run_list find_runs(const scale_stop *stops, size_t count, size_t limit) {
    run_list list = {{make_run(stops, 0, count - 1)}, 1};
    while (list.count + 2 <= limit) {
        size_t best = 0;
        for (size_t i = 1; i < list.count; i++)
            if (list.runs[i].gain > list.runs[best].gain) best = i;
        if (list.runs[best].gain <= 0) break;
        if (list.count + 4 > limit) look_inside(stops, &list.runs[best]);
        split(stops, &list, best);
    }
    return list;
}

/* Around a single moment some time is shown, or the axis would have no length. */
static void widen(scale_segment *s, moment least) {
    moment lack = least - (s->to - s->from);
    if (lack <= 0) return;
    s->from -= lack / 2;
    s->to += lack - lack / 2;
}

static scale_segment extent(const scale_stop *stops, const run *r) {
    scale_segment s = {.from = stops[r->first].low, .to = stops[r->first].high, .grain = stops[r->first].grain};
    bool clocked = true;
    for (size_t i = r->first; i <= r->last; i++) {
        if (stops[i].low < s.from) s.from = stops[i].low;
        if (stops[i].high > s.to) s.to = stops[i].high;
        if (stops[i].high - stops[i].low >= SECONDS_A_DAY) clocked = false;
        if (stops[i].grain < s.grain) s.grain = stops[i].grain;
    }
    moment length = s.to - s.from, pad = length / 60;
    s.from -= pad;
    s.to += pad;
    bool several = middle(&stops[r->last]) > middle(&stops[r->first]);
    widen(&s, !clocked ? 3 * SECONDS_A_DAY : length > 120 ? 600 : several ? 150 : 2 * 3600);
    return s;
}

/* The end of what stands in a segment, and its begin. */
static moment end_of(const scale_stop *stops, const run *r) {
    moment end = stops[r->first].high;
    for (size_t i = r->first; i <= r->last; i++)
        if (stops[i].high > end) end = stops[i].high;
    return end;
}

static moment begin_of(const scale_stop *stops, const run *r) {
    moment begin = stops[r->first].low;
    for (size_t i = r->first; i <= r->last; i++)
        if (stops[i].low < begin) begin = stops[i].low;
    return begin;
}

/* Halfway, but well between what the one ends with and what the other begins with, if that is not one time. */
static moment meeting(const scale_segment *a, const scale_segment *b, moment end, moment begin) {
    moment low = a->from > b->from ? a->from : b->from, high = a->to < b->to ? a->to : b->to;
    moment meet = low + (high - low) / 2, clear = (begin - end) / 4;
    if (begin <= end) return meet;
    if (meet < end + clear) return end + clear;
    return meet > begin - clear ? begin - clear : meet;
}

/* Segments of neighbouring stops may reach into each other by their padding or by long days. */
static void separate(time_scale *s, const run_list *list, const scale_stop *stops) {
    for (size_t i = 1; i < s->count; i++) {
        scale_segment *a = &s->segments[i - 1], *b = &s->segments[i];
        if (a->to <= b->from) continue;
        moment meet = meeting(a, b, end_of(stops, &list->runs[i - 1]), begin_of(stops, &list->runs[i]));
        if (meet < a->to) a->to = meet > a->from ? meet : a->from + 1;
        b->from = meet > a->to ? meet : a->to;
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

/* On an axis without breaks, each stop is clear of the next, or at the same place. */
static bool stand_apart(const scale_stop *stops, size_t count, double width) {
    run all = {.last = count - 1};
    scale_segment whole = extent(stops, &all);
    double clear = clear_gap * (double)(whole.to - whole.from) / width;
    for (size_t i = 1; i < count; i++) {
        double gap = middle(&stops[i]) - middle(&stops[i - 1]);
        if (gap > 0 && gap < clear) return false;
    }
    return true;
}

bool scale_make(memory_pool *pool, const scale_stop *stops, size_t count, scale_kind kind, double left, double right,
                time_scale *scale) {
    *scale = (time_scale){.left = left, .right = right};
    if (!count) return true;
    double room = (right - left) / (least_width + SCALE_BREAK_MM);
    bool whole = kind == SCALE_LINEAR || (kind == SCALE_CHOSEN && stand_apart(stops, count, right - left));
    size_t limit = whole || room < 1 ? 1 : room > MOST_SEGMENTS ? MOST_SEGMENTS : (size_t)room;
    run_list list = find_runs(stops, count, limit);
    scale->count = list.count;
    scale->segments = POOL_ARRAY(pool, scale_segment, list.count);
    if (!scale->segments) return false;
    for (size_t i = 0; i < list.count; i++) scale->segments[i] = extent(stops, &list.runs[i]);
    separate(scale, &list, stops);
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
