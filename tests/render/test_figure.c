/* test_figure.c: what every timeline must keep, checked on its layout: nothing lies over anything else, nothing
 * crosses, nothing is outside, nothing is lost. */
#include "cmocka_first.h"

#include "layout_figure.h"
#include "plain_measure.h"
#include "sample.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CURVE_STEPS = 16, MOST_BOXES = 4000 };

typedef struct named_box {
    const char *name;
    box box;
    size_t owner; /* the point that it belongs to, or SIZE_MAX */
} named_box;

typedef struct scene {
    memory_pool pool;
    annals_chronology *chronology;
    event_order order;
    figure figure;
    named_box *boxes;
    size_t box_count;
} scene;

static void add_box(scene *s, const char *name, const text_block *block, double x, double y, size_t owner) {
    if (!block->count) return;
    assert_true(s->box_count < MOST_BOXES);
    s->boxes[s->box_count++] = (named_box){name, {x, y, x + block->width, y + text_block_height(block)}, owner};
}

static void collect_boxes(scene *s) {
    const figure *f = &s->figure;
    add_box(s, "title", &f->title, 0, 0, SIZE_MAX);
    for (size_t i = 0; i < f->point_count; i++) {
        const figure_point *p = &f->points[i];
        double y = p->box.top;
        add_box(s, "date", &p->date, figure_point_left(p, &p->date), y, i);
        add_box(s, "label", &p->label, figure_point_left(p, &p->label), y += text_block_height(&p->date), i);
        add_box(s, "more", &p->more, figure_point_left(p, &p->more), y += text_block_height(&p->label), i);
        assert_true(y + text_block_height(&p->more) <= p->box.bottom + 1e-6);
    }
    for (size_t i = 0; i < f->ticks.label_count; i++) {
        const tick_label *l = &f->ticks.labels[i];
        double tops[3];
        size_t count = figure_tick_tops(f, l, tops);
        for (size_t k = 0; k < count; k++) add_box(s, "tick label", &l->block, l->x, tops[k], SIZE_MAX);
    }
    for (size_t i = 0; i < f->bar_count; i++) {
        const figure_bar *b = &f->bars[i];
        add_box(s, "bar's date", &b->date, b->text_x, b->y + BAR_MM + 0.5, SIZE_MAX);
        add_box(s, "bar's label", &b->label, b->label_x, b->label_y, SIZE_MAX);
    }
    for (size_t i = 0; i < f->note_count; i++) add_box(s, "note", &f->notes[i].block, 0, f->notes[i].y, SIZE_MAX);
    for (size_t i = 0; i < f->key_count; i++)
        add_box(s, "key", &f->keys[i].words, f->keys[i].x + KEY_SIGN_MM, f->keys[i].y, SIZE_MAX);
}

static scene make_scene_of(annals_chronology *c, figure_kind kind, double width, bool citations) {
    scene s = {.chronology = c};
    assert_non_null(c);
    assert_true(order_events(&s.pool, c, citations, COLOUR_BY_KIND, &s.order));
    figure_options o = {.width = width, .label_height = fmax(110, width), .bar_height = fmax(60, width / 2)};
    o.kind = kind;
    o.title = text_clean(&s.pool, annals_title(c));
    assert_true(figure_layout(&s.pool, &s.order, &o, (text_measure){plain_wrap, NULL}, &s.figure));
    s.boxes = POOL_ARRAY(&s.pool, named_box, MOST_BOXES);
    assert_non_null(s.boxes);
    collect_boxes(&s);
    return s;
}

static scene make_scene(annals_chronology *c, double width, bool citations) {
    return make_scene_of(c, FIGURE_COLUMNS, width, citations);
}

static void free_scene(scene *s) {
    annals_free(s->chronology);
    pool_free(&s->pool);
}

static bool overlap(box a, box b) {
    const double touch = 0.01;
    return a.left < b.right - touch && b.left < a.right - touch && a.top < b.bottom - touch && b.top < a.bottom - touch;
}

static void check_boxes(const scene *s) {
    for (size_t i = 0; i < s->box_count; i++) {
        const named_box *a = &s->boxes[i];
        if (a->box.left < -0.01 || a->box.top < -0.01 || a->box.right > s->figure.width + 0.01 ||
            a->box.bottom > s->figure.height + 0.01)
            fail_msg("%s at %.2f %.2f %.2f %.2f is outside of the figure", a->name, a->box.left, a->box.top,
                     a->box.right, a->box.bottom);
        for (size_t k = i + 1; k < s->box_count; k++)
            if (overlap(a->box, s->boxes[k].box))
                fail_msg("%s at %.2f %.2f lies over %s at %.2f %.2f", a->name, a->box.left, a->box.top,
                         s->boxes[k].name, s->boxes[k].box.left, s->boxes[k].box.top);
    }
}

/* No bar runs through a text. */
static void check_bars(const scene *s) {
    for (size_t i = 0; i < s->figure.bar_count; i++) {
        const figure_bar *b = &s->figure.bars[i];
        box bar = {b->low, b->y, b->high, b->y + BAR_MM};
        assert_true(b->low >= -0.01 && b->high <= s->figure.width + 0.01 && b->low <= b->high);
        assert_true(b->low <= b->core_low && b->core_low <= b->core_high && b->core_high <= b->high);
        for (size_t k = 0; k < s->box_count; k++)
            if (overlap(bar, s->boxes[k].box)) fail_msg("a bar lies over %s", s->boxes[k].name);
    }
}

typedef struct vertex {
    double x, y;
} vertex;

/* A leader as straight pieces: the curve, then the stem.  It may begin at the axis itself, for marks are no texts. */
static void leader_of(const figure *f, const figure_point *p, vertex out[CURVE_STEPS + 2]) {
    const figure_leader l = figure_leader_of(f, p);
    for (int i = 0; i <= CURVE_STEPS; i++) {
        double t = (double)i / CURVE_STEPS, u = 1 - t, a = u * u * u + 3 * u * u * t;
        out[i].x = p->x * a + p->stem * (1 - a);
        out[i].y = l.axis_y * (u * u * u + 1.5 * u * u * t + 1.5 * u * t * t) +
                   l.foot_y * (1.5 * u * u * t + 1.5 * u * t * t + t * t * t);
    }
    out[CURVE_STEPS + 1] = (vertex){p->stem, l.end_y};
}

static bool hits(vertex a, vertex b, box r) {
    double low_y = fmin(a.y, b.y), high_y = fmax(a.y, b.y), low_x = fmin(a.x, b.x), high_x = fmax(a.x, b.x);
    if (high_y <= r.top + 0.01 || low_y >= r.bottom - 0.01 || high_x <= r.left + 0.01 || low_x >= r.right - 0.01)
        return false;
    /* The part of the piece at the heights of the box. */
    double dy = b.y - a.y, t0 = dy != 0 ? (r.top - a.y) / dy : 0, t1 = dy != 0 ? (r.bottom - a.y) / dy : 1;
    double from = fmax(0, fmin(t0, t1)), to = fmin(1, fmax(t0, t1));
    double x0 = a.x + (b.x - a.x) * from, x1 = a.x + (b.x - a.x) * to;
    return fmax(x0, x1) > r.left + 0.01 && fmin(x0, x1) < r.right - 0.01;
}

/* The last point before one on its side of the axis, or itself. */
static size_t before_on_side(const figure *f, size_t point) {
    for (size_t i = point; i-- > 0;)
        if (f->points[i].below == f->points[point].below) return i;
    return point;
}

static void check_leaders(const scene *s) {
    const figure *f = &s->figure;
    vertex a[CURVE_STEPS + 2], b[CURVE_STEPS + 2];
    for (size_t i = 0; i < f->point_count; i++) {
        leader_of(f, &f->points[i], a);
        for (size_t k = 0; k < s->box_count; k++)
            for (int n = 0; n <= CURVE_STEPS; n++)
                if (hits(a[n], a[n + 1], s->boxes[k].box))
                    fail_msg("the leader of point %zu runs through %s of %zu", i, s->boxes[k].name, s->boxes[k].owner);
        /* All leaders of a side have the same heights, so two cross where their order changes. */
        size_t before = before_on_side(f, i);
        if (before == i) continue;
        leader_of(f, &f->points[before], b);
        for (int n = 0; n <= CURVE_STEPS; n++)
            if (b[n].x > a[n].x + 1e-9) fail_msg("the leaders of points %zu and %zu cross", before, i);
    }
}

/* A stem ends at its label; the stem of a label above it must pass on the left. */
static void check_order(const scene *s) {
    const figure *f = &s->figure;
    for (size_t i = 1; i < f->point_count; i++) {
        assert_true(f->points[i - 1].x <= f->points[i].x);
        const figure_point *a = &f->points[before_on_side(f, i)], *b = &f->points[i];
        if (a == b) continue;
        assert_true(a->stem <= b->stem);
        bool below = b->box.top >= a->box.bottom - 0.01, next_column = b->box.left >= a->box.right - 0.01;
        if (!below && !next_column) fail_msg("label %zu is read before label %zu", i, i - 1);
    }
}

static void check_count(const scene *s) {
    const figure *f = &s->figure;
    size_t shown = f->bar_count + f->bars_left_out;
    for (size_t i = 0; i < f->point_count; i++) {
        shown += f->points[i].count;
        assert_true((f->points[i].count > 1) == (f->points[i].more.count > 0));
    }
    assert_int_equal(shown, s->order.dated);
}

/* Every mark is on a segment, inside its stretch, and hidden by none that looks different. */
static void check_marks(const scene *s) {
    const figure *f = &s->figure;
    for (size_t i = 0; i < f->point_count; i++) {
        const figure_point *p = &f->points[i];
        assert_true(fabs(scale_beside_break(&f->scale, p->x) - p->x) < 1e-9);
        assert_true(p->x >= p->low - SCALE_BREAK_MM && p->x <= p->high + SCALE_BREAK_MM);
        double up = p->below ? -1 : 1;
        const figure_leader l = figure_leader_of(f, p);
        assert_true(up * (l.axis_y - l.foot_y) > (double)p->level * RAISE_MM);
        for (size_t k = i + 1; k < f->point_count && f->points[k].x - p->x < 0.5 && p->level < 2; k++) {
            const figure_point *q = &f->points[k];
            bool alike = p->event->kind == q->event->kind && p->hollow == q->hollow;
            if (!alike && p->below == q->below && p->level == q->level && q->level < 2)
                fail_msg("mark %zu hides mark %zu", k, i);
        }
    }
}

static void check(annals_chronology *c, double width) {
    scene s = make_scene(c, width, false);
    check_boxes(&s);
    check_bars(&s);
    check_leaders(&s);
    check_order(&s);
    check_count(&s);
    check_marks(&s);
    if (s.figure.height >= 2.5 * fmax(width, 110)) fail_msg("%g mm are too high", s.figure.height);
    free_scene(&s);
}

static void test_gates(void **state) {
    static const size_t counts[] = {0, 1, 2, 5, 26, 100, 1000};
    static const double widths[] = {60, 90, 174, 400};
    (void)state;
    for (distribution d = 0; d < DISTRIBUTIONS; d++)
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
            for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
                print_message("%s, %zu events, %g mm\n", distribution_name(d), counts[i], widths[w]);
                check(sample_distribution(d, counts[i]), widths[w]);
            }
}

static void test_week(void **state) {
    (void)state;
    for (double width = 60; width < 300; width += 23) {
        check(sample_week(), width);
        check(sample_century(), width);
    }
}

/* 24 of 26 events in five weeks, one 40 years later: without a break the five weeks would be 0.4 mm wide. */
static void test_outlier_breaks_the_axis(void **state) {
    (void)state;
    scene s = make_scene(sample_week(), 174, false);
    assert_int_equal(s.figure.scale.count, 2);
    assert_true(s.figure.scale.segments[0].right - s.figure.scale.segments[0].left > 100);
    bool explained = false;
    for (size_t i = 0; i < s.figure.key_count; i++) explained |= s.figure.keys[i].sign == SIGN_BREAK;
    assert_true(explained);
    free_scene(&s);
}

static bool date_is(const figure_point *p, const char *words) {
    return p->date.text.length == strlen(words) && !memcmp(p->date.text.data, words, strlen(words));
}

/* What is known to the day stands in its middle, between the hours of that day; the year is said where it changes. */
static void test_order_and_years(void **state) {
    static const sample_row rows[] = {{{"1911-03-04T02:00"}, "First", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-04"}, "Third", NULL, NULL, ANNALS_DOCUMENT, 0, 0, 0},
                                      {{"1911-03-04T07:00"}, "Second", NULL, NULL, 0, 0, 0, 0},
                                      {{"1912-05-06"}, "Last", NULL, NULL, 0, 0, 0, 0},
                                      {{"1912-05-07"}, "Very last", NULL, NULL, 0, 0, 0, 0}};
    static const char *const dates[] = {"4 March 1911, 02:00", "4 March, 07:00", "4 March", "6 May 1912", "7 May"};
    (void)state;
    annals_chronology *c = sample_rows("Order", rows, 5);
    assert_int_equal(annals_finish(c, NULL), ANNALS_OK);
    scene s = make_scene(c, 174, false);
    assert_int_equal(s.figure.point_count, 5);
    for (size_t i = 0; i < 5; i++)
        if (!date_is(&s.figure.points[i], dates[i]))
            fail_msg("label %zu says '%.*s', not '%s'", i, (int)s.figure.points[i].date.text.length,
                     s.figure.points[i].date.text.data, dates[i]);
    check_order(&s);
    check_marks(&s);
    free_scene(&s);
}

/* A piece of the axis with one event known to the year is that year. */
static void test_lone_year(void **state) {
    sample_row rows[14] = {
        {{"1957-01-01", "1957-12-31", "1957-01-01", "1957-12-31"}, "Long ago", NULL, NULL, 0, 0, 0, 0}};
    char days[13][20];
    (void)state;
    for (int i = 0; i < 13; i++) {
        snprintf(days[i], sizeof days[i], "1962-10-%02dT10:00", 14 + i);
        rows[i + 1] = (sample_row){{days[i]}, "Then", NULL, NULL, 0, 0, 0, 0};
    }
    scene s = make_scene(sample_rows("Lone", rows, 14), 174, false);
    const figure *f = &s.figure;
    assert_int_equal(f->scale.count, 2);
    size_t labels = 0;
    for (size_t i = 0; i < f->ticks.label_count; i++) {
        const tick_label *l = &f->ticks.labels[i];
        if (l->x >= f->scale.segments[0].right) continue;
        assert_int_equal(l->block.text.length, 4);
        assert_memory_equal(l->block.text.data, "1957", 4);
        labels++;
    }
    assert_int_equal(labels, 1);
    assert_int_equal(f->bar_count, 0); /* it is not long, only its piece is */
    assert_int_equal(f->point_count, 14);
    free_scene(&s);
}

/* The legend names what is used and nothing else. */
static void test_legend(void **state) {
    static const sample_row plain[] = {{{"1911-03-04"}, "One", NULL, NULL, 0, 0, 0, 0},
                                       {{"1913-05-04"}, "Two", NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    scene s = make_scene(sample_rows("Two", plain, 2), 174, false);
    assert_int_equal(s.figure.key_count, 0);
    free_scene(&s);
    s = make_scene(sample_week(), 174, false);
    bool seen[SIGN_COUNT] = {false};
    for (size_t i = 0; i < s.figure.key_count; i++) seen[s.figure.keys[i].sign] = true;
    assert_true(seen[SIGN_DOCUMENT] && seen[SIGN_PLAN] && seen[SIGN_HOLLOW] && seen[SIGN_GOES_ON] && seen[SIGN_FADE]);
    assert_true(seen[SIGN_WITHIN] && seen[SIGN_CONFLICT] && !seen[SIGN_CITATION] && !seen[SIGN_CLUSTER]);
    free_scene(&s);
}

/* Of ranges, too: none has a dot, and of one that is about at both ends nothing is solid. */
static void test_legend_of_bars(void **state) {
    static const sample_row about[] = {
        {{"1911-03-04", "1911-03-30"}, "One", NULL, "1911-03-04~/1911-03-30~", 0, 0, true, 0}};
    static const sample_row both[] = {
        {{"1911-03-04", "1911-03-30"}, "One", NULL, "1911-03-04~/1911-03-30~", 0, 0, true, 0},
        {{"1911-03-20"}, "Two", NULL, "1911-03-20~", 0, 0, true, 0}};
    static const sample_row end[] = {
        {{"1911-03-04", "1911-03-30"}, "One", NULL, "1911-03-04/1911-03-30~", 0, 0, true, 0}};
    (void)state;
    scene s = make_scene(sample_rows("One", about, 1), 174, false);
    assert_int_equal(s.figure.key_count, 1);
    assert_int_equal(s.figure.keys[0].sign, SIGN_HOLLOW_BAR);
    free_scene(&s);
    s = make_scene(sample_rows("Two", both, 2), 174, false);
    const figure_key *k = s.figure.keys;
    assert_true(k[0].sign == SIGN_HOLLOW && !k[0].words.count && k[1].sign == SIGN_HOLLOW_BAR && k[1].words.count);
    assert_true(k[0].y == k[1].y && k[0].x < k[1].x);
    free_scene(&s);
    s = make_scene(sample_rows("One", end, 1), 174, false);
    assert_int_equal(s.figure.key_count, 1);
    assert_int_equal(s.figure.keys[0].sign, SIGN_FADE);
    const figure_bar *b = s.figure.bars;
    assert_true(!b->hollow && b->core_low == b->low && b->core_high < b->high);
    free_scene(&s);
}

/* A watch of some hours is no day: the axis shows it with what happened in it, and no hours in which nothing did. */
static void test_hours(void **state) {
    static const sample_row rows[] = {{{"1911-03-04T22:00", "1911-03-05T02:00"}, "Watch", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-04T23:50"}, "One", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-04T23:59"}, "Two", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-05T00:10"}, "Three", NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    scene s = make_scene(sample_rows("Hours", rows, 4), 174, false);
    assert_int_equal(s.figure.bar_count, 1);
    assert_false(s.figure.bars[0].cut_left || s.figure.bars[0].cut_right);
    for (size_t i = 0; i < s.figure.scale.count; i++) {
        const scale_segment *g = &s.figure.scale.segments[i];
        bool used = false;
        for (size_t k = 0; k < s.figure.point_count; k++)
            used |= s.figure.points[k].x >= g->left && s.figure.points[k].x <= g->right;
        for (size_t k = 0; k < s.figure.bar_count; k++)
            used |= (s.figure.bars[k].low >= g->left && s.figure.bars[k].low <= g->right) ||
                    (s.figure.bars[k].high >= g->left && s.figure.bars[k].high <= g->right);
        assert_true(used);
    }
    free_scene(&s);
}

/* A day's mark stands in its middle, whatever hours of that day have marks of their own. */
static void test_marks_at_their_times(void **state) {
    static const sample_row rows[] = {{{"1911-03-04"}, "Day", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-04T00:40"}, "Shots", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-18"}, "Later", NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    scene s = make_scene(sample_rows("Three", rows, 3), 174, false);
    assert_int_equal(s.figure.point_count, 3);
    for (size_t i = 0; i < 3; i++) {
        const figure_point *p = &s.figure.points[i];
        assert_true(fabs(p->x - (p->low + p->high) / 2) < 0.3);
        assert_true(!i || p[-1].x <= p->x);
    }
    free_scene(&s);
}

/* Where time runs down, too; the entries are told in the order of their marks. */
static void test_marks_on_sheets(void **state) {
    static const sample_row rows[] = {{{"1911-03-04"}, "Day", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-04T00:40"}, "Shots", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-04T02:00"}, "More shots", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-05"}, "Later", NULL, NULL, 0, 0, 0, 0}};
    static const char *const order[] = {"Shots", "More shots", "Day", "Later"};
    (void)state;
    scene s = make_scene_of(sample_rows("Four", rows, 4), FIGURE_VERTICAL, 174, false);
    assert_int_equal(s.figure.sheet_count, 1);
    const figure_sheet *sheet = s.figure.sheets;
    assert_int_equal(sheet->entry_count, 4);
    for (size_t i = 0; i < 4; i++) {
        const sheet_entry *e = &sheet->entries[i];
        assert_true(fabs(e->at - (e->low + e->high) / 2) < 0.01);
        assert_memory_equal(e->event->label.data, order[i], strlen(order[i]));
        assert_true(!i || (e[-1].at <= e->at && e[-1].top + e[-1].height <= e->top));
    }
    free_scene(&s);
}

/* Many events of one day that take several sheets stand in its middle on each. */
static void test_day_on_sheets(void **state) {
    (void)state;
    scene s = make_scene_of(sample_distribution(SAME_DAY, 70), FIGURE_VERTICAL, 174, false);
    assert_true(s.figure.sheet_count > 1);
    for (size_t i = 0; i < s.figure.sheet_count; i++)
        for (size_t k = 0; k < s.figure.sheets[i].entry_count; k++) {
            const sheet_entry *e = &s.figure.sheets[i].entries[k];
            assert_true(fabs(e->at - (e->low + e->high) / 2) < 0.01);
        }
    free_scene(&s);
}

/* What is known to have ended does not go on, and its bar says the year, whatever stands before it. */
static void test_open_begin(void **state) {
    static const sample_row rows[] = {{{"..", "..", "1911-03-05", "1911-03-05"}, "Fog", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-04", "1911-03-30"}, "Ice", NULL, NULL, 0, 0, 0, 0},
                                      {{"1912-05-04"}, "Two", NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    scene s = make_scene(sample_rows("Fog", rows, 3), 174, false);
    bool seen[SIGN_COUNT] = {false};
    for (size_t i = 0; i < s.figure.key_count; i++) seen[s.figure.keys[i].sign] = true;
    assert_true(seen[SIGN_BEGAN] && !seen[SIGN_GOES_ON]);
    assert_int_equal(s.figure.bar_count, 2);
    for (size_t i = 0; i < 2; i++) assert_non_null(strstr(s.figure.bars[i].date.text.data, "1911"));
    free_scene(&s);
}

/* Few labels take one line each where there is room, and a last word is not left over. */
static void test_even_lines(void **state) {
    static const sample_row few[] = {{{"1066-10-14"}, "Battle on the hill", NULL, NULL, 0, 0, 0, 0},
                                     {{"1588-08-08"}, "The fleet is burnt off the port", NULL, NULL, 0, 0, 0, 0},
                                     {{"2016-06-23"}, "The vote", NULL, NULL, 0, 0, 0, 0}};
    text_block block;
    (void)state;
    scene s = make_scene(sample_rows("Three", few, 3), 174, false);
    for (size_t i = 0; i < 3; i++) assert_int_equal(s.figure.points[i].label.count, 1);
    const text_measure plain = {plain_wrap, NULL};
    annals_text text = annals_text_of("The fleet is burnt off the old port of the city");
    double wide = 0;
    do assert_true(text_wrap(plain, &s.pool, STYLE_LABEL, text, wide += 1, &block));
    while (block.count > 2 || block.lines[1].width > block.width / 3);
    assert_true(text_wrap_even(plain, &s.pool, STYLE_LABEL, text, wide, &block));
    assert_int_equal(block.count, 2);
    assert_true(block.lines[1].width > block.width / 2);
    free_scene(&s);
}

/* Of labels above each other that have the same date, the first says it. */
static void test_shared_dates(void **state) {
    sample_row rows[8] = {{{"1962-11-02"}, "One", NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    for (int i = 1; i < 8; i++)
        rows[i] = (sample_row){{i < 7 ? "1962-11-07" : "1962-11-07T20:00"}, "The ship", NULL, NULL, 0, 0, 0, 0};
    scene s = make_scene(sample_rows("Days", rows, 8), 60, false);
    const figure_point *p = s.figure.points;
    size_t dates = 0;
    assert_int_equal(s.figure.point_count, 8);
    for (size_t i = 0; i < 8; i++) {
        size_t before = before_on_side(&s.figure, i);
        bool above = before < i && p[before].box.bottom <= p[i].box.top, day = before > 0 && i < 7;
        dates += p[i].date.count > 0;
        assert_true((p[i].date.count > 0) != (above && day));
    }
    assert_true(dates < 8);
    check_boxes(&s);
    check_order(&s);
    free_scene(&s);
}

/* Labels that are set again, in even lines, have hyphens at the ends of lines only. */
static void test_hyphens(void **state) {
    static const char word[] = "The Counterrevolutionaryantidisestablishmentarianism of the town";
    static const sample_row rows[] = {{{"1962-11-02"}, word, NULL, NULL, 0, 0, 0, 0},
                                      {{"1962-11-07"}, word, NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    for (double width = 60; width < 120; width++) {
        scene s = make_scene(sample_rows("Two", rows, 2), width, false);
        for (size_t i = 0; i < s.figure.point_count; i++) {
            const text_block *label = &s.figure.points[i].label;
            size_t hyphens = 0, ends = 0;
            for (const char *c = label->text.data; *c; c++) hyphens += *c == '-';
            for (size_t k = 0; k < label->count; k++)
                ends += label->text.data[label->lines[k].offset + label->lines[k].length - 1] == '-';
            assert_int_equal(hyphens, ends);
        }
        free_scene(&s);
    }
}

/* No line parts a time of day from its day. */
static void test_dates_whole(void **state) {
    static const sample_row rows[] = {
        {{"1960-01-21"}, "One", NULL, NULL, 0, 0, 0, 0},
        {{"1960-04-21T17:31", "1960-04-27T12:51"}, "Two", NULL, NULL, 0, 0, 0, 0},
        {{"1968-04-21"}, "Three", NULL, NULL, 0, 0, 0, 0},
    };
    (void)state;
    for (double width = 60; width < 400; width++) {
        scene s = make_scene(sample_rows("Three", rows, 3), width, false);
        const text_block *date = &s.figure.points[1].date;
        for (size_t i = 1; i < date->count; i++)
            assert_true(strncmp(date->text.data + date->lines[i].offset, "12:51", 5) != 0);
        free_scene(&s);
    }
}

/* What even lines make narrower leaves room to stand nearer to the marks. */
static void test_room_of_even_lines(void **state) {
    static const char words[] = "The harbour office of the town reports a ship";
    sample_row rows[6];
    char days[6][20];
    (void)state;
    for (int i = 0; i < 6; i++) {
        snprintf(days[i], sizeof days[i], "1962-11-%02dT12:00", 1 + 4 * i);
        rows[i] = (sample_row){{days[i]}, words, NULL, NULL, 0, 0, 0, 0};
    }
    scene s = make_scene(sample_rows("Six", rows, 6), 240, false);
    double moved = 0;
    for (size_t i = 0; i < s.figure.point_count; i++) moved += fabs(s.figure.points[i].stem - s.figure.points[i].x);
    assert_true(moved < 30);
    free_scene(&s);
}

/* Of words that stand before their mark, each line ends near it. */
static void test_words_before_marks(void **state) {
    static const sample_row rows[] = {
        {{"1911-03-04"}, "One", NULL, NULL, 0, 0, 0, 0},
        {{"1911-05-04"},
         "The keeper of the light at Holm tells at length what he saw that night, and what he did not see",
         NULL,
         NULL,
         0,
         0,
         0,
         0}};
    (void)state;
    scene s = make_scene_of(sample_rows("Two", rows, 2), FIGURE_LANES, 174, false);
    const figure_bar *b = &s.figure.bars[1];
    assert_true(b->label.count > 1 && b->label_x < b->x && b->date.flush_right && b->label.flush_right);
    assert_true(fabs(b->text_x + b->date.width - (b->label_x + b->label.width)) < 0.01);
    free_scene(&s);
}

static void test_citations_on_demand(void **state) {
    static const sample_row rows[] = {{{"1911-03-04"}, "One", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-05-04"}, "Two", NULL, NULL, ANNALS_CITATION, 0, 0, 0}};
    (void)state;
    scene s = make_scene(sample_rows("Two", rows, 2), 174, false);
    assert_int_equal(s.figure.point_count, 1);
    free_scene(&s);
    s = make_scene(sample_rows("Two", rows, 2), 174, true);
    assert_int_equal(s.figure.point_count, 2);
    free_scene(&s);
}

/* The fuzzy parts of a bar are exactly where its bounds are. */
static void test_bounds_of_bars(void **state) {
    (void)state;
    scene s = make_scene(sample_week(), 174, false);
    const figure *f = &s.figure;
    size_t checked = 0;
    for (size_t i = 0; i < f->bar_count; i++) {
        const figure_bar *b = &f->bars[i];
        if (!strncmp(b->event->label.data, "The pier", 8)) {
            moment end = annals_day_of_civil(1911, 3, 20) * SECONDS_A_DAY,
                   late = annals_day_of_civil(1911, 4, 1) * SECONDS_A_DAY;
            assert_true(b->core);
            assert_true(fabs(b->core_low - (b->low)) < 1e-9);
            assert_true(fabs(b->core_high - (scale_position(&f->scale, end))) < 1e-9);
            assert_true(fabs(b->high - (scale_position(&f->scale, late))) < 1e-9);
            checked++;
        } else if (!strncmp(b->event->label.data, "A ring", 6)) {
            assert_false(b->core);
            checked++;
        } else if (!strncmp(b->event->label.data, "A watch", 7)) {
            assert_true(b->goes_on_right && !b->goes_on_left);
            checked++;
        }
    }
    assert_int_equal(checked, 3);
    free_scene(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gates),
        cmocka_unit_test(test_week),
        cmocka_unit_test(test_outlier_breaks_the_axis),
        cmocka_unit_test(test_order_and_years),
        cmocka_unit_test(test_lone_year),
        cmocka_unit_test(test_legend),
        cmocka_unit_test(test_legend_of_bars),
        cmocka_unit_test(test_hours),
        cmocka_unit_test(test_marks_at_their_times),
        cmocka_unit_test(test_marks_on_sheets),
        cmocka_unit_test(test_day_on_sheets),
        cmocka_unit_test(test_open_begin),
        cmocka_unit_test(test_even_lines),
        cmocka_unit_test(test_room_of_even_lines),
        cmocka_unit_test(test_dates_whole),
        cmocka_unit_test(test_hyphens),
        cmocka_unit_test(test_shared_dates),
        cmocka_unit_test(test_words_before_marks),
        cmocka_unit_test(test_citations_on_demand),
        cmocka_unit_test(test_bounds_of_bars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
