/* layout_swimlanes.c: points and ranges together in lanes below the axis, one for each group or category.  Each stands
 * at its time with its words beside it; a lane has as many rows as it needs, and where that is too much, what finds no
 * room is counted. */
#include "layout_figure_parts.h"
#include "layout_lanes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LANES = 24, LEAST_ROWS = 2 };

static const double beside = 1.2, mark_half = 1.1, arrow_room = 1.4, lane_gap = 2.6, row_height = 4.2,
                    shortest_words = 12;

typedef struct swimlane {
    annals_text name; /* empty: none */
    const ordered_event **events;
    size_t count, rows; /* rows it may have */
    size_t shown;       /* the first of its bars, which may find room */
    figure_bar *bars;
} swimlane;

typedef struct swimlanes {
    swimlane lanes[MOST_LANES];
    size_t count, most;
} swimlanes;

/* ------------------------------------------------------------------ which lanes */

static bool same_name(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !memcmp(a.data, b.data, a.length));
}

/* The lane of this name; a new one while there is room, then the last; a single one needs no name. */
static swimlane *lane_of(swimlanes *all, annals_text name, const char *language) {
    for (size_t i = 0; i < all->count; i++)
        if (same_name(all->lanes[i].name, name)) return &all->lanes[i];
    if (all->count == all->most) {
        swimlane *last = &all->lanes[all->most - 1];
        last->name = all->most > 1 ? annals_said(language, "headings", HEADING_OTHER) : annals_text_of("");
        return last;
    }
    all->lanes[all->count].name = name;
    return &all->lanes[all->count++];
}

static bool add_event(builder *b, swimlane *lane, const ordered_event *e) {
    if (!lane->events) lane->events = POOL_ARRAY(b->pool, const ordered_event *, b->order->dated);
    if (!lane->events) return false;
    if (lane->count < b->order->dated) lane->events[lane->count++] = e;
    return true;
}

static bool find_lanes(builder *b, swimlanes *all) {
    const event_order *order = b->order;
    const char *language = b->words.phrasing.language;
    for (size_t g = 0; g < order->group_count; g++)
        for (size_t i = 0; i < order->groups[g].order.dated; i++)
            if (!add_event(b, lane_of(all, order->groups[g].name, language), &order->groups[g].order.events[i]))
                return false;
    for (size_t i = 0; !order->group_count && i < order->dated; i++) {
        annals_text name = b->options->one_lane ? annals_text_of("") : order->events[i].event->category;
        if (!add_event(b, lane_of(all, name, language), &order->events[i])) return false;
    }
    return true;
}

/* ------------------------------------------------------------------ one event */

/* Lines before a mark end near it. */
static void end_at(figure_bar *bar, double right) {
    bar->date.flush_right = bar->label.flush_right = true;
    bar->text_x = right - bar->date.width;
    bar->label_x = right - bar->label.width;
}

/* Where the mark would hide a sign, all signs stand above it, and the event has room for them. */
static void raise_claims(figure_bar *bar) {
    for (size_t i = 0; i < bar->claim_count; i++) bar->claims_raised |= fabs(bar->claims[i] - bar->x) < CLAIM_NEAR_MM;
    double down = RAISE_MM + CLAIM_MM / 2 - BAR_MM / 2 - bar->y;
    if (bar->claims_raised && down > 0) {
        double bottom = bar->box.bottom;
        figure_shift_bar(bar, down);
        bar->box = (box){bar->box.left, 0, bar->box.right, bottom + down};
    }
}

/* To the right of the mark; where there is no room, below a bar that is long enough, else to the left of it, else
 * below. */
static void place_words(const builder *b, const figure_words *words, double width, figure_bar *bar) {
    double left = bar->low - (bar->goes_on_left || bar->cut_left ? arrow_room : 0), right = bar->high;
    if (bar->goes_on_right || bar->cut_right) right += arrow_room;
    if (bar->mark) {
        left = fmin(left, bar->x - mark_half);
        right = fmax(right, bar->x + mark_half);
    }
    for (size_t i = 0; i < bar->claim_count; i++) {
        left = fmin(left, bar->claims[i] - mark_half);
        right = fmax(right, bar->claims[i] + mark_half);
    }
    double x = right + beside, down = 0, line = face_of(STYLE_LABEL)->leading;
    bool below = !bar->mark && bar->high - bar->low >= width, before = x + width > b->options->width;
    if (before) x = below ? -1 : left - beside - width;
    if (x < 0) {
        x = fmax(0, fmin(bar->low, b->options->width - width));
        down = BAR_MM + 0.5;
    }
    bar->y = down > 0 ? 0 : (line - BAR_MM) / 2;
    bar->text_x = x;
    bar->date = words->date;
    bar->label = words->label;
    bar->label_x = x + words->label_x;
    bar->date_y = down;
    bar->label_y = down + words->label_y;
    if (before && !(down > 0) && words->label_y > 0) end_at(bar, x + width);
    double bottom = fmax(bar->label_y + text_block_height(&bar->label), down + text_block_height(&bar->date));
    bar->box = (box){fmin(left, x), 0, fmax(right, x + width), bottom};
}

static void start_bar(builder *b, const ordered_event *e, figure_bar *bar) {
    candidate c = figure_candidate(b, e);
    figure_start_bar(b, &c, bar);
    bar->mark = figure_is_point(&c);
    bar->x = c.x;
}

static bool finish_bar(builder *b, const ordered_event *e, figure_bar *bar) {
    double width, all = b->options->width;
    figure_words words;
    if (!figure_set_words(b, e, b->year, fmin(all * 0.65, 105), fmin(all * 0.45, 62), &words, &width)) return false;
    if (bar->mark && !figure_set_claims(b, e->event, &bar->claims, &bar->claim_count)) return false;
    place_words(b, &words, width, bar);
    raise_claims(bar);
    return true;
}

static int compare_lefts(const void *left, const void *right) {
    const figure_bar *a = left, *b = right;
    if (a->box.left != b->box.left) return a->box.left < b->box.left ? -1 : 1;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

/* ------------------------------------------------------------------ one lane */

static lane_box *boxes_of(builder *b, const swimlane *lane) {
    lane_box *boxes = POOL_ARRAY(b->pool, lane_box, lane->shown);
    for (size_t i = 0; boxes && i < lane->shown; i++) {
        const box *at = &lane->bars[i].box;
        boxes[i] = (lane_box){at->left, at->right, at->bottom, lane->bars[i].rank, 0};
    }
    return boxes;
}

/* Start the bars, and set the words of those that would find room in `rows` if their words were as short as can be:
 * measuring text takes far longer than all the rest.  Those stand first. */
static bool start_bars(builder *b, swimlane *lane, size_t rows) {
    lane_box *boxes = POOL_ARRAY(b->pool, lane_box, lane->count);
    double height;
    lane->bars = POOL_ARRAY(b->pool, figure_bar, lane->count);
    if (!boxes || !lane->bars) return false;
    for (size_t i = 0; i < lane->count; i++) {
        figure_bar *bar = &lane->bars[i];
        start_bar(b, lane->events[i], bar);
        boxes[i] = (lane_box){bar->low, fmax(bar->high, bar->low + shortest_words), row_height, 0, 0};
    }
    if (!lanes_place(b->pool, boxes, lane->count, &rows, &height)) return false;
    for (size_t i = 0; i < lane->count; i++) {
        if (boxes[i].top < 0) continue;
        if (!finish_bar(b, lane->events[i], &lane->bars[i])) return false;
        figure_bar bar = lane->bars[lane->shown];
        lane->bars[lane->shown++] = lane->bars[i];
        lane->bars[i] = bar;
    }
    return true;
}

/* How many rows it would like to have, of `rows` at most. */
static bool prepare(builder *b, swimlane *lane, size_t rows) {
    double height;
    if (!start_bars(b, lane, rows)) return false;
    if (lane->shown) qsort(lane->bars, lane->shown, sizeof *lane->bars, compare_lefts);
    lane_box *boxes = boxes_of(b, lane);
    lane->rows = rows;
    return boxes && lanes_place(b->pool, boxes, lane->shown, &lane->rows, &height);
}

static int compare_numbers(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Sorted, near ones as one; returns how many. */
static size_t distinct(double *x, size_t count) {
    size_t kept = 0;
    if (count) qsort(x, count, sizeof *x, compare_numbers);
    for (size_t i = 0; i < count; i++)
        if (!kept || x[i] - x[kept - 1] > 0.15) x[kept++] = x[i];
    return kept;
}

/* "… and 187 more, 3 March 1960 – 4 May 1969", below their marks. */
static bool count_rest(builder *b, figure_lane *out, size_t left_out, span all, double *y) {
    annals_text words = figure_more(b, left_out, ", ", words_period(&b->words, all.low, all.high, b->year));
    if (!figure_set(b, STYLE_MORE, words, b->options->width, &out->more)) return false;
    out->more_y = *y + 1.4;
    *y = out->more_y + FIGURE_STROKES_MM + text_block_height(&out->more);
    b->signs[SIGN_CLUSTER] = true;
    return true;
}

static void note_bar(builder *b, const figure_bar *bar) {
    if (!bar->mark) figure_note_bar(b, bar);
    drawn_shape shape = figure_shape_of(bar->core, bar->hollow, bar->high - bar->low);
    if (bar->mark) figure_note_signs(b, bar->event, shape, bar->hollow);
    b->signs[SIGN_RANGE] |= bar->mark && shape == SHAPE_BAR;
    bool within = bar->mark && !bar->core && bar->high - bar->low > 2.4;
    b->signs[SIGN_WITHIN] |= within;
    b->figure->dashes |= within;
}

/* Move those that have a place to the figure's bars, and count the others. */
static bool take_bars(builder *b, const swimlane *lane, const lane_box *boxes, figure_lane *out, double *y) {
    figure *f = b->figure;
    span rest = {.low = INT64_MAX, .high = INT64_MIN};
    double *members = POOL_ARRAY(b->pool, double, lane->count), height = *y;
    size_t left_out = 0, *ranks = POOL_ARRAY(b->pool, size_t, lane->count);
    if (!members || !ranks) return false;
    for (size_t i = 0; i < lane->count; i++) {
        figure_bar *bar = &lane->bars[i];
        if (i >= lane->shown || boxes[i].top < 0) {
            ranks[left_out] = bar->rank;
            members[left_out++] = bar->mark ? bar->x : bar->low;
            if (bar->span->low < rest.low) rest.low = bar->span->low;
            if (bar->span->high > rest.high) rest.high = bar->span->high;
            continue;
        }
        figure_shift_bar(bar, *y + boxes[i].top);
        height = fmax(height, bar->box.bottom);
        note_bar(b, bar);
        f->bars[f->bar_count++] = *bar;
    }
    out->members = members;
    out->ranks = ranks;
    out->rank_count = left_out;
    out->member_count = distinct(members, left_out);
    f->bars_left_out += left_out;
    *y = height;
    return !left_out || count_rest(b, out, left_out, rest, y);
}

static bool lay_out_lane(builder *b, swimlane *lane, double *y) {
    figure_lane *out = &b->figure->lanes[b->figure->lane_count++];
    *y += lane_gap;
    out->y = *y - LANE_NAME_MM;
    if (lane->name.length) {
        if (!figure_set(b, STYLE_MAJOR, text_clean(b->pool, lane->name), b->options->width, &out->name)) return false;
        *y += text_block_height(&out->name) + 0.6;
    }
    double height;
    lane_box *boxes = boxes_of(b, lane);
    return boxes && lanes_place(b->pool, boxes, lane->shown, &lane->rows, &height) && take_bars(b, lane, boxes, out, y);
}

/* ------------------------------------------------------------------ all lanes */

/* Divide `rows` among the lanes: none gets more than it needs, and those that need more share what is left. */
static void share_rows(swimlanes *all, size_t rows) {
    bool settled[MOST_LANES] = {false};
    size_t open = all->count, share = 0;
    for (bool changed = true; changed && open;) {
        changed = false;
        share = rows / open;
        for (size_t i = 0; i < all->count; i++) {
            if (settled[i] || all->lanes[i].rows > share) continue;
            settled[i] = changed = true;
            rows -= all->lanes[i].rows;
            open--;
        }
    }
    size_t least = all->count > 1 ? LEAST_ROWS : 1;
    if (share < least) share = least;
    for (size_t i = 0; i < all->count; i++)
        if (!settled[i] && all->lanes[i].rows > share) all->lanes[i].rows = share;
}

bool figure_make_lanes(builder *b, double *y) {
    figure *f = b->figure;
    size_t most = b->options->most_lanes;
    swimlanes all = {.most = most && most < MOST_LANES ? most : MOST_LANES};
    size_t rows = (size_t)((b->options->label_height + b->options->bar_height) / row_height), total = 0;
    if (!find_lanes(b, &all)) return false;
    for (size_t i = 0; i < all.count; i++) {
        if (!prepare(b, &all.lanes[i], rows)) return false;
        total += all.lanes[i].count;
    }
    share_rows(&all, rows);
    f->bars = POOL_ARRAY(b->pool, figure_bar, total);
    f->lanes = POOL_ARRAY(b->pool, figure_lane, all.count);
    if (!f->bars || !f->lanes) return false;
    f->bars_top = *y;
    for (size_t i = 0; i < all.count; i++)
        if (!lay_out_lane(b, &all.lanes[i], y)) return false;
    f->bars_bottom = *y;
    return true;
}
