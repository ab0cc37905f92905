/* layout_figure.c: the figure from top to bottom. */
#include "layout_figure.h"

#include "layout_columns.h"
#include "layout_figure_parts.h"
#include "layout_lanes.h"
#include "ticks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------ the axis */

static int compare_stops(const void *left, const void *right) {
    const scale_stop *a = left, *b = right;
    moment x = a->low + (a->high - a->low) / 2, y = b->low + (b->high - b->low) / 2;
    return (x > y) - (x < y);
}

/* A vague time, such as a whole year, must not stretch an axis that shows some days of that year. */
static bool is_vague(const span *s) {
    return !s->core && s->high - s->low > SECONDS_A_DAY;
}

static double grain_of(const annals_when *w) {
    static const double grains[] = {
        [ANNALS_MILLENNIUM] = 1000 * YEAR_SECONDS,
        [ANNALS_CENTURY] = 100 * YEAR_SECONDS,
        [ANNALS_DECADE] = 10 * YEAR_SECONDS,
        [ANNALS_YEAR] = YEAR_SECONDS,
        [ANNALS_SEASON] = MONTH_SECONDS,
        [ANNALS_QUARTER] = MONTH_SECONDS,
        [ANNALS_MONTH] = MONTH_SECONDS,
        [ANNALS_WEEK] = SECONDS_A_DAY,
        [ANNALS_DAY] = SECONDS_A_DAY,
        [ANNALS_PART_OF_DAY] = SECONDS_A_DAY / 4.0,
        [ANNALS_HOUR] = 3600,
        [ANNALS_MINUTE] = 60,
        [ANNALS_SECOND] = 0,
    };
    if (w->granularity != ANNALS_GRANULARITY_UNKNOWN) return grains[w->granularity];
    bool clock = w->begin.earliest.state >= ANNALS_BOUND_MINUTE || w->end.latest.state >= ANNALS_BOUND_MINUTE;
    return clock ? 60 : SECONDS_A_DAY;
}

/* The one stop of a short time, or the two ends of a long one, each of them a day, or a minute where hours are told.
 * Returns how many. */
static size_t stops_of(const ordered_event *e, scale_stop *out) {
    const span *s = &e->span;
    double grain = grain_of(e->event->when);
    if (!s->core && s->high - s->low <= SECONDS_A_DAY) {
        out[0] = (scale_stop){s->low, s->high, grain};
        return 1;
    }
    moment step = grain < SECONDS_A_DAY && s->high - s->low < 2 * SECONDS_A_DAY ? (moment)grain : SECONDS_A_DAY;
    moment first = s->core && s->core_low > s->low ? s->core_low : s->low + step;
    moment last = s->core && s->core_high < s->high ? s->core_high : s->high - step;
    out[0] = (scale_stop){s->low, first < s->high ? first : s->high, grain};
    out[1] = (scale_stop){last > s->low ? last : s->low, s->high, grain};
    return 2;
}

typedef struct stop_list {
    scale_stop *stops;
    size_t count, precise; /* the first `precise` are those of times that are not vague, sorted */
    scale_stop all;        /* from the first to the last */
} stop_list;

static void add_stops(stop_list *l, const ordered_event *e, bool whole) {
    const span *s = &e->span;
    scale_stop *added = l->stops + l->count;
    if (whole) *added = (scale_stop){s->low, s->high, grain_of(e->event->when)};
    if (!l->count || s->low < l->all.low) l->all.low = s->low;
    if (!l->count || s->high > l->all.high) l->all.high = s->high;
    l->count += whole ? 1 : stops_of(e, added);
}

/* The axis shows where other sources place an event, too. */
static void add_claims(stop_list *l, const annals_chronology *chronology, const annals_event *event) {
    for (size_t i = 0; i < event->conflict_count; i++) {
        annals_event other = {.when = words_claimed_time(chronology, &event->conflicts[i])};
        ordered_event claimed = {.event = &other, .span = other.when ? span_of(other.when) : (span){0}};
        if (claimed.span.known && !is_vague(&claimed.span)) add_stops(l, &claimed, false);
    }
}

/* No stop of a time that is not vague lies within. */
static bool stands_apart(const stop_list *l, const span *s) {
    size_t low = 0, high = l->precise;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (l->stops[middle].low + (l->stops[middle].high - l->stops[middle].low) / 2 < s->low) low = middle + 1;
        else high = middle;
    }
    return low == l->precise || l->stops[low].low + (l->stops[low].high - l->stops[low].low) / 2 > s->high;
}

/* A vague time that stands apart from the others is shown whole; another one widens the axis if it is not long. */
static void add_vague(stop_list *l, const ordered_event *e) {
    if (stands_apart(l, &e->span)) add_stops(l, e, true);
    else if (e->span.high - e->span.low < (l->all.high - l->all.low) / 2) add_stops(l, e, false);
}

bool figure_make_scale(builder *b, const ordered_event *events, size_t count, double left, double right,
                       time_scale *scale) {
    size_t claims = 0;
    for (size_t i = 0; i < count; i++) claims += events[i].event->conflict_count;
    stop_list list = {.stops = POOL_ARRAY(b->pool, scale_stop, (count + claims) * 2)};
    if (!list.stops) return false;
    for (size_t i = 0; i < count; i++) {
        if (!is_vague(&events[i].span)) add_stops(&list, &events[i], false);
        add_claims(&list, b->order->chronology, events[i].event);
    }
    if (list.count) qsort(list.stops, list.count, sizeof *list.stops, compare_stops);
    list.precise = list.count;
    for (size_t i = 0; i < count; i++)
        if (is_vague(&events[i].span)) add_vague(&list, &events[i]);
    if (list.count) qsort(list.stops, list.count, sizeof *list.stops, compare_stops);
    if (!scale_make(b->pool, list.stops, list.count, b->options->scale, left, right, scale)) return false;
    b->signs[SIGN_BREAK] |= scale->count > 1;
    return true;
}

static bool make_axis(builder *b) {
    time_scale *scale = &b->figure->scale;
    double right = b->options->width - FIGURE_EDGE;
    return figure_make_scale(b, b->order->events, b->order->dated, FIGURE_EDGE, right, scale) &&
           ticks_make(&b->words, scale, b->measure, (tick_gaps){.labels = 2.2, .ticks = 1.4}, &b->figure->ticks);
}

/* ------------------------------------------------------------------ notes and legend */

/* Put a key beside the last one, or below; one whose words stand after the next sign goes with that. */
static void place_key(builder *b, figure_key *k, bool with_next, double *x, double *y) {
    static const double gap = 5;
    double sign = with_next ? 2 * KEY_SIGN_MM : KEY_SIGN_MM;
    if (*x > 0 && *x + sign + k->words.width > b->options->width) {
        *x = 0;
        *y += face_of(STYLE_NOTE)->leading + 0.4;
    }
    k->x = *x;
    k->y = *y;
    *x += KEY_SIGN_MM + (with_next ? 0 : k->words.width + gap);
    if (with_next) k->words.count = 0;
}

/* The name of a series in one line. */
static bool set_series(builder *b, annals_text name, text_block *block) {
    static const double widest = 55;
    return name.data && text_wrap_cut(b->measure, b->pool, STYLE_NOTE, name, widest, 1, block);
}

const figure_sign figure_sign_order[SIGN_SERIES] = {
    SIGN_OCCURRENCE, SIGN_DOCUMENT, SIGN_PLAN, SIGN_CITATION, SIGN_HOLLOW,  SIGN_HOLLOW_BAR, SIGN_WITHIN,  SIGN_RANGE,
    SIGN_FADE,       SIGN_GOES_ON,  SIGN_CUT,  SIGN_BEGAN,    SIGN_CLUSTER, SIGN_BREAK,      SIGN_CONFLICT};

int figure_sign_word(figure_sign sign) {
    return (int)(sign == SIGN_HOLLOW_BAR ? SIGN_HOLLOW : sign == SIGN_CUT ? SIGN_GOES_ON : sign);
}

static bool make_keys(builder *b, double *y) {
    figure *f = b->figure;
    double x = 0;
    bool plain = !b->order->series_count;
    for (int s = SIGN_OCCURRENCE + 1; s < SIGN_COUNT; s++) plain &= !b->signs[s];
    if (plain) return true;
    *y += 2.6;
    unsigned neutral = b->order->series_count ? NO_SERIES : 0;
    for (unsigned i = 0; i < b->order->series_count; i++) {
        figure_key *k = &f->keys[f->key_count++];
        *k = (figure_key){.sign = SIGN_SERIES, .series = i + 1};
        if (!set_series(b, words_series(&b->words, b->order, i), &k->words)) return false;
        place_key(b, k, false, &x, y);
    }
    for (int i = 0; i < SIGN_SERIES; i++) {
        figure_sign s = figure_sign_order[i];
        if (!b->signs[s]) continue;
        figure_key *k = &f->keys[f->key_count++];
        *k = (figure_key){.sign = s, .series = neutral};
        if (!figure_set(b, STYLE_NOTE, words_said(&b->words, "signs", figure_sign_word(s)), b->options->width,
                        &k->words))
            return false;
        if (s == SIGN_CONFLICT && !figure_set(b, STYLE_DATE, annals_text_of("‡"), b->options->width, &k->dagger))
            return false;
        figure_sign next = i + 1 < SIGN_SERIES ? figure_sign_order[i + 1] : s;
        bool same = next != s && b->signs[next] && figure_sign_word(next) == figure_sign_word(s);
        place_key(b, k, same, &x, y);
    }
    *y += face_of(STYLE_NOTE)->leading + 0.4;
    return true;
}

enum { FEW_UNDATED = 6 };

/* "Without a date (2): First label; Second label", or "Without a date: 12 events". */
static bool note_undated(builder *b, double *y) {
    size_t count = b->order->count - b->order->dated;
    if (!count) return true;
    buffer words = {0};
    buffer_text(&words, words_heading(&b->words, HEADING_NO_DATE));
    if (count > FEW_UNDATED) {
        buffer_string(&words, ": ");
        buffer_text(&words, words_count(&b->words, count, "events"));
    } else {
        buffer_string(&words, " (");
        buffer_integer(&words, (int64_t)count);
        buffer_string(&words, ")");
    }
    for (size_t i = 0; count <= FEW_UNDATED && i < count; i++) {
        buffer_string(&words, i ? "; " : ": ");
        buffer_text(&words, b->order->events[b->order->dated + i].event->label);
    }
    annals_text text = text_clean(b->pool, (annals_text){words.data, words.length});
    size_t *ranks = POOL_ARRAY(b->pool, size_t, count);
    for (size_t i = 0; ranks && i < count; i++) ranks[i] = b->order->events[b->order->dated + i].rank;
    bool done = !words.failed && text.data && ranks && figure_add_note(b, text, ranks, count, y);
    buffer_free(&words);
    return done;
}

bool figure_set_words(builder *b, const ordered_event *e, common_year said, double room, double narrow,
                      figure_words *words, double *width) {
    static const double gap = 1.5, roomy = 80;
    annals_text label = text_clean(b->pool, e->event->label);
    if (!figure_set(b, STYLE_DATE, figure_date_words(b, e, said), room, &words->date) ||
        !figure_set(b, STYLE_LABEL, label, room, &words->label))
        return false;
    *width = words->date.width + gap + words->label.width;
    bool run_in = words->date.count == 1 && words->label.count <= 1 && *width <= room;
    words->label_x = run_in ? words->date.width + gap : 0;
    words->label_y = run_in ? 0 : text_block_height(&words->date);
    if (run_in) return true;
    bool one_line = words->label.count <= 1 && words->date.count == 1 && room >= roomy;
    if (!one_line && !figure_set_even(b, STYLE_LABEL, label, narrow, &words->label)) return false;
    *width = fmax(words->date.width, words->label.width);
    return true;
}

bool figure_add_note(builder *b, annals_text text, const size_t *ranks, size_t count, double *y) {
    figure_note *note = &b->figure->notes[b->figure->note_count++];
    note->ranks = ranks;
    note->rank_count = count;
    *y += 1.6;
    note->y = *y;
    if (!figure_set(b, STYLE_NOTE, text, b->options->width, &note->block)) return false;
    *y += text_block_height(&note->block);
    return true;
}

/* ------------------------------------------------------------------ from top to bottom */

static bool make_title(builder *b, double *y) {
    if (!b->options->title.length) return true;
    if (!figure_set_even(b, STYLE_FIGURE_TITLE, b->options->title, b->options->width, &b->figure->title)) return false;
    *y += text_block_height(&b->figure->title) + 3;
    return true;
}

static void place_axis(figure *f, double y) {
    f->axis_y = y;
    f->tick_y = y + 1.9;
    f->major_y = f->tick_y + face_of(STYLE_TICK)->leading;
}

/* Whether the axis has labels on its second level. */
static bool has_periods(const figure *f) {
    for (size_t i = 0; i < f->ticks.label_count; i++)
        if (f->ticks.labels[i].row) return true;
    return false;
}

/* Down to the last label of a tick. */
static double axis_height(const figure *f) {
    return (has_periods(f) ? f->major_y + face_of(STYLE_MAJOR)->leading : f->major_y) - f->axis_y;
}

size_t figure_tick_tops(const figure *f, const tick_label *label, double tops[3]) {
    size_t count = 0;
    double down = (label->row ? f->major_y : f->tick_y) - f->axis_y;
    tops[count++] = f->axis_y + down;
    if (f->lower_tick_y > 0 && !label->row) tops[count++] = f->lower_tick_y;
    if (f->bars_axis_y > 0) tops[count++] = f->bars_axis_y + down;
    return count;
}

/* More bars would part the two lines of the axis too far. */
enum { MOST_BARS_BETWEEN = 4 };

/* Bars, and labels on the lower side of the axis. */
static bool make_below(builder *b, double *y) {
    static const double apart = 4;
    figure *f = b->figure;
    if (!f->both_sides || b->bar_count <= MOST_BARS_BETWEEN) {
        if (!figure_make_bars(b, y)) return false;
        figure_hang_points(b, y);
        return true;
    }
    figure_hang_points(b, y);
    f->bars_axis_y = *y + apart;
    *y = f->bars_axis_y + axis_height(f);
    return figure_make_bars(b, y);
}

static bool make_body(builder *b, double *y) {
    figure *f = b->figure;
    f->empty_y = *y;
    if (!b->order->dated)
        return figure_set(b, STYLE_NOTE, words_said(&b->words, "empty", b->order->count ? 0 : 1), b->options->width,
                          &f->empty) &&
               (*y += text_block_height(&f->empty), true);
    if (b->options->kind == FIGURE_VERTICAL) return figure_make_sheets(b, y);
    bool lanes = b->options->kind == FIGURE_LANES;
    if (!make_axis(b) || (!lanes && (!figure_sort_out(b) || !figure_make_points(b, y)))) return false;
    place_axis(f, *y);
    *y += axis_height(f);
    if (lanes) return figure_make_lanes(b, y);
    return make_below(b, y);
}

bool figure_layout(memory_pool *pool, const event_order *order, const figure_options *options, text_measure measure,
                   figure *f) {
    *f = (figure){.width = options->width};
    builder b = {.pool = pool,
                 .words = {pool, options->phrasing},
                 .order = order,
                 .options = options,
                 .measure = measure,
                 .figure = f};
    b.year = words_common_year(order->events, order->dated);
    double y = 0;
    if (!make_title(&b, &y) || !make_body(&b, &y) || !note_undated(&b, &y) || !make_keys(&b, &y)) return false;
    f->height = y;
    return true;
}

/* What the figure may have less of for its next try; false when that is nothing. */
static bool squeeze(const figure *f, double excess, figure_options *o) {
    static const double least_bars = 6, least_lane = 1.5, share = 0.85;
    bool shorter = f->scale.count && o->bar_height > (f->lane_count == 1 ? least_lane : least_bars);
    if (!shorter && f->lane_count < 2) return false;
    o->label_height *= share;
    o->bar_height *= share;
    if (shorter) return true;
    double lane = (f->bars_bottom - f->bars_top) / (double)f->lane_count;
    size_t fewer = 1 + (size_t)fmax(0, excess / lane - 1);
    o->most_lanes = fewer < f->lane_count ? f->lane_count - fewer : 1;
    return true;
}

bool figure_layout_within(memory_pool *pool, const event_order *order, const figure_options *options,
                          text_measure measure, double height, figure *f) {
    figure_options o = *options;
    do {
        if (!figure_layout(pool, order, &o, measure, f)) return false;
    } while (f->height > height && squeeze(f, f->height - height, &o));
    return true;
}
