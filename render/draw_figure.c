/* draw_figure.c: the figure's boxes as shapes. */
#include "draw.h"

#include "draw_marks.h"
#include "ticks.h"
#include "words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const paint leader_paint = {.stroke = COLOUR_LEADER, .width = 0.2};
static const paint rule_paint = {.stroke = COLOUR_RULE, .width = 0.15};

/* ------------------------------------------------------------------ marks */

static void draw_arrow(canvas *c, event_look look, double x, double y, double direction) {
    paint p = {.fill = kind_colours_of(look).solid};
    double half = BAR_MM / 2 + 0.1;
    const point head[] = {{x, y + half}, {x - direction * 2, y}, {x - direction * 2, y + BAR_MM + 0.2}};
    c->class->polygon(c, head, 3, true, &p);
}

/* Dots where the axis ends within a bar. */
static void draw_cut(canvas *c, event_look look, double x, double y, double direction) {
    paint p = {.fill = kind_colours_of(look).solid};
    for (int i = 0; i < 3; i++)
        c->class->circle(c, (point){x + direction * (0.45 + 0.5 * i), y + BAR_MM / 2}, 0.17, &p);
}

/* ------------------------------------------------------------------ axis */

static void draw_break(canvas *c, double x, double y) {
    paint p = {.stroke = COLOUR_INK, .width = 0.3};
    for (int i = 0; i < 2; i++) {
        double at = x + i * 1.1 - 0.55;
        c->class->polygon(c, (const point[]){{at - 0.6, y + 1.5}, {at + 0.6, y - 1.5}}, 2, false, &p);
    }
}

static void draw_axis_line(canvas *c, const figure *f, point o, double y) {
    paint p = {.stroke = COLOUR_INK, .width = 0.4};
    for (size_t i = 0; i < f->scale.count; i++) {
        const scale_segment *s = &f->scale.segments[i];
        double left = o.x + s->left - (i ? 1.2 : FIGURE_EDGE), right = o.x + s->right;
        right += i + 1 < f->scale.count ? 1.2 : FIGURE_EDGE;
        c->class->polygon(c, (const point[]){{left, y}, {right, y}}, 2, false, &p);
        if (i) draw_break(c, o.x + s->left - SCALE_BREAK_MM / 2.0, y);
    }
}

static void draw_axis_lines(canvas *c, const figure *f, point o) {
    draw_axis_line(c, f, o, o.y + f->axis_y);
    if (f->both_sides) draw_axis_line(c, f, o, o.y + f->lower_y);
    if (f->bars_axis_y > 0) draw_axis_line(c, f, o, o.y + f->bars_axis_y);
}

/* Ticks of one length in one stroke list. */
static bool draw_ticks(canvas *c, const wording *say, const figure *f, point o) {
    double *x = POOL_ARRAY(say->pool, double, f->ticks.count);
    if (!x) return false;
    static const double lengths[] = {0.9, 1.5, 7.6};
    for (int sort = 0; sort < TICK_SORTS; sort++) {
        size_t count = ticks_of_sort(&f->ticks, (tick_sort)sort, o.x, x);
        paint p = {.stroke = sort == TICK_MAJOR ? COLOUR_RULE : COLOUR_LEADER, .width = 0.18};
        double foot = o.y + f->axis_y + lengths[sort];
        c->class->strokes(c, &(stroke_row){x, count, foot, lengths[sort], false}, &p);
        if (f->bars_axis_y > 0)
            c->class->strokes(c, &(stroke_row){x, count, foot + f->bars_axis_y - f->axis_y, lengths[sort], false}, &p);
        if (f->both_sides && sort != TICK_MAJOR)
            c->class->strokes(c, &(stroke_row){x, count, o.y + f->lower_y, lengths[sort], false}, &p);
    }
    return true;
}

static bool draw_axis(canvas *c, const wording *say, const figure *f, point o) {
    if (!draw_ticks(c, say, f, o)) return false;
    for (size_t i = 0; i < f->ticks.label_count; i++) {
        const tick_label *l = &f->ticks.labels[i];
        double tops[3];
        size_t count = figure_tick_tops(f, l, tops);
        for (size_t k = 0; k < count; k++) canvas_block(c, &l->block, o.x + l->x, o.y + tops[k]);
    }
    return true;
}

/* ------------------------------------------------------------------ events */

/* Upright strokes where the events of a cluster are, `x` counted from `left`. */
static void draw_strokes(canvas *c, const double *x, size_t count, double left, double foot, const paint *stroke) {
    double shifted[64];
    for (size_t i = 0; i < count;) {
        size_t n = 0;
        for (; n < 64 && i < count; i++) shifted[n++] = left + x[i];
        c->class->strokes(c, &(stroke_row){shifted, n, foot, FIGURE_STROKES_MM, false}, stroke);
    }
}

/* A double dagger where another source places an event, and dashes that lead there from the mark, if it is not
 * beside it. */
static void draw_claims(canvas *c, event_look look, const double *x, size_t count, double left, point mark, double up) {
    static const double rise = CLAIM_MM, half = CLAIM_HALF_MM;
    colour solid = kind_colours_of(look).solid;
    paint dashes = {.stroke = solid, .width = 0.2, .dashed = true}, stroke = {.stroke = solid, .width = 0.25};
    for (size_t i = 0; i < count; i++) {
        double at = left + x[i], y = mark.y - up;
        if (fabs(at - mark.x) >= CLAIM_NEAR_MM)
            c->class->polygon(c, (const point[]){mark, {mark.x, y}, {at, y}}, 3, false, &dashes);
        c->class->strokes(c, &(stroke_row){&at, 1, y + rise / 2, rise, false}, &stroke);
        for (int k = -1; k <= 1; k += 2) {
            double bar = y + k * rise / 5;
            c->class->polygon(c, (const point[]){{at - half, bar}, {at + half, bar}}, 2, false, &stroke);
        }
    }
}

/* A range of a few millimetres in the place of a mark. */
static void draw_short_bar(canvas *c, event_look look, point from, double length) {
    static const double height = 1.4;
    c->class->rectangle(c, (point){from.x, from.y - height / 2}, length, height,
                        &(paint){.fill = kind_colours_of(look).solid});
    draw_motifs(c, look, from, (point){from.x + length, from.y}, COLOUR_PAPER);
}

static void draw_point_mark(canvas *c, const figure_point *p, point o, double y) {
    event_look look = p->look;
    double length = p->high - p->low;
    paint stroke = {.stroke = kind_colours_of(look).solid, .width = 0.25};
    double up = p->below ? -RAISE_MM : RAISE_MM;
    draw_claims(c, look, p->claims, p->claim_count, o.x, (point){o.x + p->x, y}, up * fmax(1, (double)p->level));
    draw_strokes(c, p->members, p->member_count, o.x, y + FIGURE_STROKES_MM / 2, &stroke);
    y -= (double)p->level * up;
    if (figure_shape_of(p->core, p->hollow, length) == SHAPE_BAR)
        draw_short_bar(c, look, (point){o.x + p->low, y}, length);
    else draw_mark(c, look, (point){o.x + p->x, y}, p->hollow);
}

static bool draw_point(canvas *c, const wording *say, const figure *f, const figure_point *p, point o, bool links) {
    if (!draw_begin_event(c, say, (drawn_event){p->event, p->id, p->rank, p->ranks, p->ranks ? p->count : 0, {0}},
                          links))
        return false;
    const figure_leader l = figure_leader_of(f, p);
    double top = p->box.top + o.y, end = l.end_y + (p->below ? -0.3 : 0.3);
    c->class->leader(c, (point){o.x + p->x, o.y + l.begin_y}, o.y + l.bend_y, (point){o.x + p->stem, o.y + l.foot_y},
                     o.y + end, &leader_paint);
    draw_point_mark(c, p, o, o.y + l.axis_y);
    double label = top + text_block_height(&p->date), more = label + text_block_height(&p->label);
    const text_block *blocks[3] = {&p->date, &p->label, &p->more};
    double left[3];
    for (int i = 0; i < 3; i++) left[i] = o.x + figure_point_left(p, blocks[i]);
    bool drawn =
        draw_label(c, say, p->rank, links, blocks, (const point[3]){{left[0], top}, {left[1], label}, {left[2], more}});
    draw_end_event(c);
    return drawn;
}

/* A point in a lane: its mark, on its duration or on the stretch that it lies in. */
static void draw_lane_mark(canvas *c, const figure_bar *b, point o) {
    event_look look = b->look;
    double length = b->high - b->low, y = o.y + b->y + BAR_MM / 2;
    draw_claims(c, look, b->claims, b->claim_count, o.x, (point){o.x + b->x, y}, b->claims_raised ? RAISE_MM : 0);
    if (figure_shape_of(b->core, b->hollow, length) == SHAPE_BAR) {
        draw_short_bar(c, look, (point){o.x + b->low, y}, length);
        return;
    }
    if (!b->core && length > 2.4) draw_within(c, look, o.x + b->low, o.x + b->high, y - 1, 2);
    draw_mark(c, look, (point){o.x + b->x, y}, b->hollow);
}

/* Where an axis break cuts a bar, the paper shows. */
static void draw_bar_breaks(canvas *c, const figure *f, const figure_bar *b, point o) {
    paint paper = {.fill = COLOUR_PAPER};
    for (size_t i = 1; i < f->scale.count; i++) {
        double x = f->scale.segments[i].left - SCALE_BREAK_MM / 2.0;
        if (b->low >= x - 1 || b->high <= x + 1) continue;
        for (int k = 0; k < 2; k++) {
            double at = o.x + x + k * 1.1 - 0.55, top = o.y + b->y - 0.1, bottom = top + BAR_MM + 0.2;
            const point notch[] = {{at - 0.7, bottom}, {at + 0.3, top}, {at + 0.7, top}, {at - 0.3, bottom}};
            c->class->polygon(c, notch, 4, true, &paper);
        }
    }
}

/* The parts of a bar with uncertain ends are all drawn as fades, and overlap a little: else a seam would show. */
static void draw_bar_parts(canvas *c, const figure_bar *b, point o, colour tint, colour solid) {
    double y = o.y + b->y, before = b->core_low - b->low, after = b->high - b->core_high,
           core = b->core_high - b->core_low;
    if (before > 0)
        c->class->fade(c, (point){o.x + b->low, y}, before, BAR_MM, &(fade_look){tint, solid, false, false});
    if (after > 0)
        c->class->fade(c, (point){o.x + b->core_high, y}, after, BAR_MM, &(fade_look){solid, tint, false, false});
    double left = before > 0 ? 0.1 : 0, right = after > 0 ? 0.1 : 0;
    if (core > 0)
        c->class->fade(c, (point){o.x + b->core_low - left, y}, core + left + right, BAR_MM,
                       &(fade_look){solid, solid, false, false});
}

static void draw_bar_shape(canvas *c, const figure_bar *b, point o) {
    event_look look = b->look;
    colour solid = kind_colours_of(look).solid, tint = kind_colours_of(look).tint;
    point corner = {o.x + b->low, o.y + b->y};
    paint about = {.fill = tint, .stroke = solid, .width = 0.3, .dashed = true}, certain = {.fill = solid};
    paint outline = {.stroke = solid, .width = 0.3, .dashed = true};
    bool fades = b->core_low > b->low || b->core_high < b->high;
    if (!b->core) draw_within(c, look, corner.x, o.x + b->high, corner.y, BAR_MM);
    else if (fades) draw_bar_parts(c, b, o, b->hollow ? COLOUR_PAPER : tint, b->hollow ? tint : solid);
    else c->class->rectangle(c, corner, b->high - b->low, BAR_MM, b->hollow ? &about : &certain);
    if (b->core && fades && b->hollow)
        c->class->rectangle(c, (point){o.x + b->core_low, corner.y}, b->core_high - b->core_low, BAR_MM, &outline);
    double y = corner.y, middle = y + BAR_MM / 2;
    draw_motifs(c, look, (point){o.x + (b->core ? b->core_low : b->low), middle},
                (point){o.x + (b->core ? b->core_high : b->high), middle},
                b->core && !b->hollow ? COLOUR_PAPER : solid);
    if (b->goes_on_left) draw_arrow(c, look, o.x + b->low - 1.2, y - 0.1, -1);
    if (b->goes_on_right) draw_arrow(c, look, o.x + b->high + 1.2, y - 0.1, 1);
    if (b->cut_left) draw_cut(c, look, o.x + b->low, y, -1);
    if (b->cut_right) draw_cut(c, look, o.x + b->high, y, 1);
}

static bool draw_bar(canvas *c, const wording *say, const figure *f, const figure_bar *b, point o, bool links) {
    if (!draw_begin_event(c, say, (drawn_event){.event = b->event, .id = b->id, .rank = b->rank}, links)) return false;
    if (b->mark) draw_lane_mark(c, b, o);
    else draw_bar_shape(c, b, o);
    if (!b->mark) draw_bar_breaks(c, f, b, o);
    point date = {o.x + b->text_x, o.y + b->date_y}, label = {o.x + b->label_x, o.y + b->label_y};
    bool drawn = draw_label(c, say, b->rank, links, (const text_block *[3]){&b->date, &b->label, NULL},
                            (const point[3]){date, label, {0, 0}});
    draw_end_event(c);
    return drawn;
}

/* ------------------------------------------------------------------ legend */

void draw_sign(canvas *c, figure_sign sign, unsigned series, double x, double y) {
    event_look look = {ANNALS_OCCURRENCE, series};
    if (sign <= SIGN_CITATION) look.kind = (annals_event_kind)(ANNALS_OCCURRENCE + (int)sign - SIGN_OCCURRENCE);
    kind_colours k = kind_colours_of(look);
    paint solid = {.fill = k.solid}, stroke = {.stroke = k.solid, .width = 0.25};
    point middle = {x + 2, y}, bar = {x, y - 0.9};
    switch (sign) {
    case SIGN_OCCURRENCE:
    case SIGN_DOCUMENT:
    case SIGN_PLAN:
    case SIGN_CITATION:
        draw_mark(c, look, middle, false);
        break;
    case SIGN_HOLLOW:
        draw_mark(c, look, middle, true);
        break;
    case SIGN_WITHIN:
        draw_within(c, look, x, x + 4.6, y - 0.9, 1.8);
        break;
    case SIGN_RANGE:
    case SIGN_SERIES:
        c->class->rectangle(c, bar, 4.4, 1.8, &solid);
        draw_motifs(c, look, (point){x, y}, (point){x + 4.4, y}, COLOUR_PAPER);
        break;
    case SIGN_FADE:
        c->class->fade(c, bar, 1.8, 1.8, &(fade_look){k.tint, k.solid, false, false});
        c->class->rectangle(c, (point){x + 1.8, bar.y}, 2.6, 1.8, &solid);
        break;
    case SIGN_GOES_ON:
        draw_arrow(c, look, x + 3.4, y - BAR_MM / 2 - 0.1, 1);
        break;
    case SIGN_BEGAN:
        draw_arrow(c, look, x + 0.6, y - BAR_MM / 2 - 0.1, -1);
        break;
    case SIGN_CUT:
        c->class->rectangle(c, bar, 2.6, 1.8, &solid);
        draw_cut(c, look, x + 2.6, y - BAR_MM / 2, 1);
        break;
    case SIGN_HOLLOW_BAR:
        c->class->rectangle(c, bar, 4.4, 1.8, &(paint){k.tint, k.solid, 0.3, true});
        break;
    case SIGN_CLUSTER:
        draw_strokes(c, (const double[]){0.8, 1.4, 1.9, 2.8, 3.3}, 5, x, y + 0.9, &stroke);
        break;
    case SIGN_BREAK:
        draw_break(c, x + 2, y);
        break;
    case SIGN_CONFLICT:
    case SIGN_COUNT:
        break;
    }
}

/* A mark on the stretch that it lies in, as on the axis. */
static void draw_mark_within(canvas *c, unsigned series, point at) {
    event_look look = {ANNALS_OCCURRENCE, series};
    draw_stretch(c, look, at.x - 0.6, at.x + 4.6, at.y - 1, 2);
    draw_mark(c, look, (point){at.x + 2, at.y}, false);
}

static void draw_keys(canvas *c, const figure *f, point o) {
    double leading = face_of(STYLE_NOTE)->leading;
    for (size_t i = 0; i < f->key_count; i++) {
        const figure_key *k = &f->keys[i];
        point at = {o.x + k->x, o.y + k->y + leading / 2};
        if (k->sign == SIGN_WITHIN && !f->dashes) draw_mark_within(c, k->series, at);
        else draw_sign(c, k->sign, k->series, at.x, at.y);
        canvas_block(c, &k->words, o.x + k->x + KEY_SIGN_MM, o.y + k->y);
        if (k->dagger.count) canvas_block(c, &k->dagger, o.x + k->x + 1.6, o.y + k->y);
    }
}

/* ------------------------------------------------------------------ all of it */

const char *draw_anchor_name(memory_pool *pool, char letter, size_t number) {
    char digits[24], *at = digits + sizeof digits;
    *--at = 0;
    do *--at = (char)('0' + number % 10);
    while (number /= 10);
    *--at = letter;
    size_t size = (size_t)(digits + sizeof digits - at);
    char *name = pool_take(pool, size, 1);
    return name ? memcpy(name, at, size) : NULL;
}

static bool same_stretch(const figure_point *a, const figure_point *b) {
    return a->low == b->low && a->high == b->high && a->below == b->below && same_look(a->look, b->look);
}

/* Under the axis line and its marks; once for neighbours that share a day. */
static void draw_stretches(canvas *c, const figure *f, point o) {
    for (size_t i = 0; i < f->point_count; i++) {
        const figure_point *p = &f->points[i];
        if (p->core || p->high - p->low <= 2.4 || (i && !p[-1].core && same_stretch(p, p - 1))) continue;
        double y = p->below ? f->lower_y : f->axis_y;
        draw_stretch(c, p->look, o.x + p->low, o.x + p->high, o.y + y - 1, 2);
    }
}

typedef struct drawn {
    size_t rank;
    const figure_point *point; /* or */
    const figure_bar *bar;
} drawn;

static int compare_ranks(const void *left, const void *right) {
    const drawn *a = left, *b = right;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

/* Points and bars together, in the order of time, as a reader hears them. */
static bool draw_events(canvas *c, const wording *say, const figure *f, point o, bool links) {
    size_t count = f->point_count + f->bar_count;
    drawn *all = POOL_ARRAY(say->pool, drawn, count);
    if (!all) return false;
    for (size_t i = 0; i < f->point_count; i++) all[i] = (drawn){f->points[i].rank, &f->points[i], NULL};
    for (size_t i = 0; i < f->bar_count; i++) all[f->point_count + i] = (drawn){f->bars[i].rank, NULL, &f->bars[i]};
    if (count) qsort(all, count, sizeof *all, compare_ranks);
    for (size_t i = 0; i < count; i++) {
        bool done =
            all[i].point ? draw_point(c, say, f, all[i].point, o, links) : draw_bar(c, say, f, all[i].bar, o, links);
        if (!done) return false;
    }
    return true;
}

static void draw_lanes(canvas *c, const figure *f, point o) {
    paint stroke = {.stroke = COLOUR_LEADER, .width = 0.25};
    for (size_t i = 0; i < f->lane_count; i++) {
        const figure_lane *l = &f->lanes[i];
        double y = o.y + l->y, foot = o.y + l->more_y + FIGURE_STROKES_MM;
        c->class->polygon(c, (const point[]){{o.x, y}, {o.x + f->width, y}}, 2, false, &rule_paint);
        canvas_block(c, &l->name, o.x, y + LANE_NAME_MM);
        const part rest = {.role = PART_REST, .ranks = l->ranks, .rank_count = l->rank_count};
        if (!l->rank_count) continue;
        c->class->begin(c, &rest);
        draw_strokes(c, l->members, l->member_count, o.x, foot, &stroke);
        canvas_block(c, &l->more, o.x, foot);
        c->class->end(c, &rest);
    }
}

bool draw_figure(canvas *c, const wording *say, const figure *f, point o, bool links) {
    canvas_block(c, &f->title, o.x, o.y);
    canvas_block(c, &f->empty, o.x, o.y + f->empty_y);
    draw_stretches(c, f, o);
    draw_lanes(c, f, o);
    for (size_t i = 0; i < f->sheet_count; i++)
        if (!draw_sheet(c, say, f, &f->sheets[i], (point){o.x, o.y + f->sheets[i].y}, links)) return false;
    if (f->scale.count) draw_axis_lines(c, f, o);
    if (!draw_axis(c, say, f, o) || !draw_events(c, say, f, o, links)) return false;
    for (size_t i = 0; i < f->note_count; i++) {
        const part rest = {.role = PART_REST, .ranks = f->notes[i].ranks, .rank_count = f->notes[i].rank_count};
        c->class->begin(c, &rest);
        canvas_block(c, &f->notes[i].block, o.x, o.y + f->notes[i].y);
        c->class->end(c, &rest);
    }
    if (f->key_count) {
        double y = o.y + f->keys[0].y - 1.3;
        c->class->polygon(c, (const point[]){{o.x, y}, {o.x + f->width, y}}, 2, false, &rule_paint);
    }
    draw_keys(c, f, o);
    return true;
}
