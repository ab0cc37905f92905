/* layout_bars.c: ranges and long vague times as bars in rows; those that find no room are counted. */
#include "layout_figure_parts.h"
#include "layout_lanes.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_BARS = 240, FEW_BARS = 12 };

static const double text_gap = 0.5, word_gap = 1.5, shortest_text = 62, unknown_length = 12;

/* An open end is drawn to the end of the axis, an unknown one a little way. */
static void extend(const builder *b, const span *s, figure_bar *bar) {
    const time_scale *scale = &b->figure->scale;
    double left = scale->left, right = scale->right;
    if (s->open_begin) bar->low = left;
    double known = bar->low;
    if (s->unknown_begin) bar->low = fmax(left, bar->high - unknown_length);
    if (s->open_end) bar->high = right;
    if (s->unknown_end) bar->high = fmin(right, known + unknown_length);
    bar->cut_left = !s->open_begin && s->low < scale->segments[0].from;
    bar->cut_right = !s->open_end && s->high > scale->segments[scale->count - 1].to;
    bool sheets = b->options->kind == FIGURE_VERTICAL; /* what one cuts goes on upon the next */
    bar->goes_on_left = s->open_begin || (sheets && bar->cut_left);
    bar->goes_on_right = s->open_end || (sheets && bar->cut_right);
    bar->cut_left &= !sheets;
    bar->cut_right &= !sheets;
    /* What has a known begin or end and no other is certain there only. */
    bar->core |= s->open_begin || s->open_end || s->unknown_begin || s->unknown_end;
    bool before = s->open_begin || s->unknown_begin, after = s->open_end || s->unknown_end;
    if (before) bar->core_low = bar->high - (bar->high - bar->low) / 3;
    if (after) bar->core_high = bar->low + (bar->high - bar->low) / 3;
    if (before && after) bar->core_low = bar->core_high = known;
}

/* The label stands beside the date when both have room, otherwise below it.  No bar is read after another one, which
 * could say its year. */
static bool set_texts(builder *b, const ordered_event *e, figure_bar *bar) {
    double width = b->options->width, room = fmin(width, fmax(bar->high - bar->low, shortest_text));
    annals_text label = text_clean(b->pool, bar->event->label);
    if (!figure_set(b, STYLE_DATE, figure_date_words(b, e, b->year), room, &bar->date)) return false;
    double beside = room - bar->date.width - word_gap;
    if (!figure_set(b, STYLE_LABEL, label, width, &bar->label)) return false;
    bool run_in = bar->date.count == 1 && bar->label.count <= 1 && bar->label.width <= beside;
    if (!run_in && !figure_set_even(b, STYLE_LABEL, label, room, &bar->label)) return false;
    double text = run_in ? bar->date.width + word_gap + bar->label.width : fmax(bar->date.width, bar->label.width);
    bar->text_x = fmax(0, fmin(bar->low, width - text));
    bar->label_x = run_in ? bar->text_x + bar->date.width + word_gap : bar->text_x;
    bar->date_y = BAR_MM + text_gap;
    bar->label_y = bar->date_y + (run_in ? 0 : text_block_height(&bar->date));
    double height = bar->label_y + fmax(text_block_height(&bar->label), run_in ? text_block_height(&bar->date) : 0);
    bar->box = (box){fmin(bar->low, bar->text_x), 0, fmax(bar->high, bar->text_x + text), height};
    return true;
}

/* Where one end only is about or uncertain, the bar fades there and is certain elsewhere. */
static void fade_doubted(figure_bar *bar) {
    static const double longest = 5;
    annals_qualifiers first, last;
    annals_when_qualifiers(bar->event->when, &first, &last);
    bool begin = first.approximate || first.uncertain, end = last.approximate || last.uncertain;
    if (!bar->core || begin == end) return;
    double part = fmin(longest, (bar->core_high - bar->core_low) / 3);
    bar->hollow = false;
    if (begin) bar->core_low += part;
    else bar->core_high -= part;
}

void figure_start_bar(const builder *b, const candidate *c, figure_bar *bar) {
    *bar = (figure_bar){.event = c->event->event,
                        .look = c->event->look,
                        .id = c->event->id,
                        .rank = c->event->rank,
                        .span = &c->event->span,
                        .low = c->low,
                        .core_low = c->core_low,
                        .core_high = c->core_high,
                        .high = c->high,
                        .core = c->event->span.core,
                        .hollow = c->hollow};
    extend(b, &c->event->span, bar);
    fade_doubted(bar);
}

void figure_shift_bar(figure_bar *bar, double down) {
    bar->y += down;
    bar->date_y += down;
    bar->label_y += down;
    bar->box.top += down;
    bar->box.bottom += down;
}

static int compare_lengths(const void *left, const void *right) {
    const candidate *a = left, *b = right;
    double x = a->high - a->low, y = b->high - b->low;
    if (a->alone != b->alone) return a->alone ? -1 : 1;
    if (x != y) return x > y ? -1 : 1;
    return (a->event > b->event) - (a->event < b->event);
}

static int compare_times(const void *left, const void *right) {
    const candidate *a = left, *b = right;
    return (a->event > b->event) - (a->event < b->event);
}

/* Put the first `count` bars into rows and shift them below `top`. */
static bool place(builder *b, size_t count, double top, double *height) {
    figure_bar *bars = b->figure->bars;
    lane_box *boxes = POOL_ARRAY(b->pool, lane_box, count);
    size_t rows = count;
    if (!boxes) return false;
    qsort(b->bars, count, sizeof *b->bars, compare_times);
    for (size_t i = 0; i < count; i++) {
        figure_start_bar(b, &b->bars[i], &bars[i]);
        if (!set_texts(b, b->bars[i].event, &bars[i])) return false;
        boxes[i] = (lane_box){bars[i].box.left, bars[i].box.right, bars[i].box.bottom, 0, 0};
    }
    if (!lanes_place(b->pool, boxes, count, &rows, height)) return false;
    for (size_t i = 0; i < count; i++) figure_shift_bar(&bars[i], top + boxes[i].top);
    return true;
}

/* "… and 187 more, 3 March 1960 – 4 May 1969" */
static bool note_rest(builder *b, size_t shown, double *y) {
    if (shown == b->bar_count) return true;
    moment low = INT64_MAX, high = INT64_MIN;
    size_t rest = b->bar_count - shown, *ranks = POOL_ARRAY(b->pool, size_t, rest);
    for (size_t i = shown; ranks && i < b->bar_count; i++) {
        const span *s = &b->bars[i].event->span;
        ranks[i - shown] = b->bars[i].event->rank;
        if (s->low < low) low = s->low;
        if (s->high > high) high = s->high;
    }
    annals_text words = figure_more(b, rest, ", ", words_period(&b->words, low, high, (common_year){0}));
    return words.data && ranks && figure_add_note(b, words, ranks, rest, y);
}

/* A shorter one is not seen. */
static const double least_fade = 0.5;

void figure_note_bar(builder *b, const figure_bar *bar) {
    bool fades = fmax(bar->core_low - bar->low, bar->high - bar->core_high) > least_fade;
    figure_note_signs(b, bar->event, SHAPE_BAR, bar->hollow);
    b->signs[SIGN_RANGE] |= bar->core && !bar->hollow && bar->core_high > bar->core_low && !fades;
    b->signs[SIGN_HOLLOW_BAR] |= bar->core && bar->hollow;
    b->signs[SIGN_WITHIN] |= !bar->core;
    b->figure->dashes |= !bar->core;
    b->signs[SIGN_FADE] |= bar->core && fades;
    b->signs[SIGN_BEGAN] |= bar->goes_on_left;
    b->signs[SIGN_GOES_ON] |= bar->goes_on_right;
    b->signs[SIGN_CUT] |= bar->cut_left || bar->cut_right;
}

/* Find the bars without which a segment of the axis would stand there for nothing. */
static void find_alone(builder *b) {
    const time_scale *scale = &b->figure->scale;
    for (size_t s = 0; s < scale->count; s++) {
        const scale_segment *g = &scale->segments[s];
        bool points = false;
        for (size_t i = 0; i < b->point_count && !points; i++)
            points = b->points[i].x >= g->left && b->points[i].x <= g->right;
        for (size_t i = 0; i < b->bar_count && !points; i++)
            b->bars[i].alone |= b->bars[i].low >= g->left && b->bars[i].high <= g->right;
    }
}

bool figure_make_bars(builder *b, double *y) {
    figure *f = b->figure;
    if (!b->bar_count) return true;
    find_alone(b);
    qsort(b->bars, b->bar_count, sizeof *b->bars, compare_lengths);
    size_t count = b->bar_count < MOST_BARS ? b->bar_count : MOST_BARS;
    f->bars = POOL_ARRAY(b->pool, figure_bar, count);
    if (!f->bars) return false;
    f->bars_top = *y + 2.2;
    double height = 0;
    for (;; count -= count > FEW_BARS ? count / 6 : 1) {
        if (!place(b, count, f->bars_top, &height)) return false;
        if (height <= b->options->bar_height || count <= 1) break;
        /* The shortest go first, but not what stands alone. */
        qsort(b->bars, count, sizeof *b->bars, compare_lengths);
    }
    f->bar_count = count;
    f->bars_left_out = b->bar_count - count;
    for (size_t i = 0; i < count; i++) figure_note_bar(b, &f->bars[i]);
    f->bars_bottom = *y = f->bars_top + height;
    return note_rest(b, count, y);
}
