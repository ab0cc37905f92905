/* layout_figure.c: the figure from top to bottom. */
#include "layout_figure.h"

#include "layout_columns.h"
#include "layout_figure_parts.h"
#include "layout_lanes.h"

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

static size_t stops_of(const span *s, scale_stop *out) {
    if (!s->core && s->high - s->low <= SECONDS_A_DAY) {
        out[0] = (scale_stop){s->low, s->high};
        return 1;
    }
    /* A long time is its two ends, each of them a day. */
    moment first = s->core && s->core_low > s->low ? s->core_low : s->low + SECONDS_A_DAY;
    moment last = s->core && s->core_high < s->high ? s->core_high : s->high - SECONDS_A_DAY;
    out[0] = (scale_stop){s->low, first < s->high ? first : s->high};
    out[1] = (scale_stop){last > s->low ? last : s->low, s->high};
    return 2;
}

static bool widens(const span *s, scale_stop all, size_t count) {
    if (!count || s->high < all.low || s->low > all.high) return true;
    return s->high - s->low < (all.high - all.low) / 2;
}

/* The stops of one event; `all` grows with them.  Returns how many. */
static size_t add_stops(const span *s, scale_stop *stops, size_t before, scale_stop *all) {
    size_t added = 1;
    /* A vague time that lies apart from all the rest is shown whole. */
    if (is_vague(s) && (!before || s->high < all->low || s->low > all->high)) stops[0] = (scale_stop){s->low, s->high};
    else added = stops_of(s, stops);
    if (!before || s->low < all->low) all->low = s->low;
    if (!before || s->high > all->high) all->high = s->high;
    return added;
}

static bool make_axis(builder *b) {
    const event_order *order = b->order;
    scale_stop *stops = POOL_ARRAY(b->pool, scale_stop, order->dated * 2), all = {0};
    size_t count = 0;
    if (!stops) return false;
    for (int vague = 0; vague < 2; vague++) {
        for (size_t i = 0; i < order->dated; i++) {
            const span *s = &order->events[i].span;
            if (is_vague(s) == (vague == 1) && (!vague || widens(s, all, count)))
                count += add_stops(s, stops + count, count, &all);
        }
    }
    if (count) qsort(stops, count, sizeof *stops, compare_stops);
    double right = b->options->width - FIGURE_EDGE;
    if (!scale_make(b->pool, stops, count, FIGURE_EDGE, right, &b->figure->scale)) return false;
    b->signs[SIGN_BREAK] = b->figure->scale.count > 1;
    return ticks_make(b->pool, &b->figure->scale, b->measure, &b->figure->ticks);
}

/* ------------------------------------------------------------------ notes and legend */

static const char *const sign_words[SIGN_COUNT] = {
    [SIGN_OCCURRENCE] = "event",
    [SIGN_DOCUMENT] = "document of that date",
    [SIGN_PLAN] = "planned or announced",
    [SIGN_CITATION] = "citation",
    [SIGN_HOLLOW] = "about, or uncertain",
    [SIGN_WITHIN] = "at some time within",
    [SIGN_RANGE] = "lasting",
    [SIGN_FADE] = "begin or end not certain",
    [SIGN_GOES_ON] = "goes on",
    [SIGN_CLUSTER] = "several events",
    [SIGN_BREAK] = "the scale changes",
    [SIGN_CONFLICT] = "the sources differ",
};

static bool make_keys(builder *b, double *y) {
    static const double gap = 5;
    figure *f = b->figure;
    double x = 0, leading = face_of(STYLE_NOTE)->leading + 0.4;
    bool plain = true;
    for (int s = SIGN_OCCURRENCE + 1; s < SIGN_COUNT; s++) plain &= !b->signs[s];
    if (plain) return true;
    *y += 2.6;
    for (int s = 0; s < SIGN_COUNT; s++) {
        if (!b->signs[s]) continue;
        figure_key *k = &f->keys[f->key_count++];
        k->sign = (figure_sign)s;
        if (!figure_set(b, STYLE_NOTE, annals_text_of(sign_words[s]), b->options->width, &k->words)) return false;
        double width = KEY_SIGN_MM + k->words.width;
        if (x > 0 && x + width > b->options->width) {
            x = 0;
            *y += leading;
        }
        k->x = x;
        k->y = *y;
        x += width + gap;
    }
    *y += leading;
    return true;
}

enum { FEW_UNDATED = 6 };

/* "Without a date: 2. First label; Second label." */
static bool note_undated(builder *b, double *y) {
    size_t count = b->order->count - b->order->dated;
    if (!count) return true;
    buffer words = {0};
    buffer_string(&words, "Without a date: ");
    buffer_integer(&words, (int64_t)count);
    for (size_t i = 0; count <= FEW_UNDATED && i < count; i++) {
        buffer_string(&words, i ? "; " : " – ");
        buffer_text(&words, b->order->events[b->order->dated + i].event->label);
    }
    annals_text text = text_clean(b->pool, (annals_text){words.data, words.length});
    bool done = !words.failed && text.data && figure_add_note(b, text, y);
    buffer_free(&words);
    return done;
}

bool figure_add_note(builder *b, annals_text text, double *y) {
    figure_note *note = &b->figure->notes[b->figure->note_count++];
    *y += 1.6;
    note->y = *y;
    if (!figure_set(b, STYLE_NOTE, text, b->options->width, &note->block)) return false;
    *y += text_block_height(&note->block);
    return true;
}

/* ------------------------------------------------------------------ from top to bottom */

static bool make_title(builder *b, double *y) {
    if (!b->options->title.length) return true;
    if (!figure_set(b, STYLE_FIGURE_TITLE, b->options->title, b->options->width, &b->figure->title)) return false;
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

static bool make_body(builder *b, double *y) {
    figure *f = b->figure;
    if (!b->order->dated)
        return figure_set(b, STYLE_NOTE, annals_text_of(b->order->count ? "No event has a known date." : "No events."),
                          b->options->width, &f->empty) &&
               (*y += text_block_height(&f->empty), true);
    if (!make_axis(b) || !figure_sort_out(b) || !figure_make_points(b, y)) return false;
    place_axis(f, *y);
    *y = has_periods(f) ? f->major_y + face_of(STYLE_MAJOR)->leading : f->major_y;
    return figure_make_bars(b, y);
}

bool figure_layout(memory_pool *pool, const event_order *order, const figure_options *options, text_measure measure,
                   figure *f) {
    *f = (figure){.width = options->width};
    builder b = {.pool = pool, .order = order, .options = options, .measure = measure, .figure = f};
    b.year = words_common_year(order->events, order->dated);
    double y = 0;
    if (!make_title(&b, &y) || !make_body(&b, &y) || !note_undated(&b, &y) || !make_keys(&b, &y)) return false;
    f->height = y;
    return true;
}
