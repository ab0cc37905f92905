/* layout_sides.c: share labels out between two sides, and let each place its columns. */
#include "layout_sides.h"

#include <math.h>

static const double column_gap = 2.5, label_gap = 1.3;
/* Millimetres of height that a millimetre of a mean leader is worth. */
static const double leader_price = 1;
/* What the lower side has beside its labels and leaders: a line of the axis, and their ends. */
static const double lower_side = 4;

/* The labels of one side in the order in which columns take them. */
typedef struct side {
    bool below;
    double width; /* from edge to edge: the lower side is turned within it */
    column_label *labels;
    size_t *from, count;
} side;

static bool take(memory_pool *pool, const column_label *labels, size_t count, bool below, double width, side *s) {
    *s = (side){below, width, POOL_ARRAY(pool, column_label, count), POOL_ARRAY(pool, size_t, count), 0};
    if (!s->labels || !s->from) return false;
    for (size_t i = 0; i < count; i++) {
        size_t k = below ? count - 1 - i : i;
        if (labels[k].below != below) continue;
        s->labels[s->count] = labels[k];
        if (below) s->labels[s->count].x = width - labels[k].x;
        s->from[s->count++] = k;
    }
    return true;
}

static void give_back(const side *s, column_label *labels) {
    for (size_t i = 0; i < s->count; i++) {
        column_label *l = &labels[s->from[i]];
        l->stem = s->below ? s->width - s->labels[i].stem : s->labels[i].stem;
        l->bottom = s->labels[i].bottom;
        l->last = s->labels[i].last;
    }
}

double sides_bend(double displacement) {
    return fmin(3 + displacement * 0.22, 15);
}

static double cost_of(const column_label *labels, size_t count, const sides_result *r) {
    double sum = 0, height = 0;
    for (size_t i = 0; i < count; i++) sum += fabs(labels[i].stem - labels[i].x) + labels[i].bottom;
    for (int below = 0; below < 2; below++)
        if (r->height[below] > 0)
            height += r->height[below] + sides_bend(r->displacement[below]) + (below ? lower_side : 0);
    return height + leader_price * sum / (double)(count ? count : 1);
}

static bool place_side(column_label *labels, size_t count, bool below, double width, column_limits limits,
                       sides_result *result) {
    memory_pool scratch = {0};
    side s;
    column_result one;
    bool placed =
        take(&scratch, labels, count, below, width, &s) && columns_place(&scratch, s.labels, s.count, limits, &one);
    if (placed) result->fits = one.fits;
    if (placed && one.fits) {
        give_back(&s, labels);
        result->height[below] = one.height;
        result->displacement[below] = one.displacement;
    }
    pool_free(&scratch);
    return placed;
}

bool sides_place(column_label *labels, size_t count, column_limits limits, double room, sides_result *result) {
    const double width = limits.left + limits.right;
    const column_limits upper = {limits.left, limits.right, room},
                        turned = {width - limits.right, width - limits.left, room};
    *result = (sides_result){.fits = true, .room = room};
    bool placed = true;
    for (int below = 0; placed && result->fits && below < 2; below++)
        placed = place_side(labels, count, below, width, below ? turned : upper, result);
    if (!placed || !result->fits) return placed;
    result->fits = result->height[0] + result->height[1] <= limits.height + 1e-9;
    result->cost = cost_of(labels, count, result);
    return true;
}

/* What is known of a side while labels are shared out: where its last column ends, and where its labels would. */
typedef struct frontier {
    double left, right, filled; /* of its last column */
} frontier;

/* How far a label would be moved as the first of a column. */
static double moved(const frontier *f, const column_label *l, bool below, column_limits limits) {
    double before = fmax(limits.left, f->right + column_gap) - (below ? l->x - l->width : l->x);
    double after = below ? 0 : l->x + l->width - limits.right;
    return fmax(0, fmax(before, after));
}

static void begin_column(frontier *f, const column_label *l, bool below, column_limits limits) {
    f->left = fmax(fmax(limits.left, f->right + column_gap), below ? l->x - l->width : l->x);
    f->right = f->left + l->width;
    f->filled = l->height;
}

/* Columns of at most `height`, each on the side where it is moved less. */
static void share_out(column_label *labels, size_t count, column_limits limits, double height) {
    frontier sides[2] = {{.right = -INFINITY}, {.right = -INFINITY}};
    static const double slight = 2;
    bool below = false;
    for (size_t i = 0; i < count; i++) {
        column_label *l = &labels[i];
        frontier *f = &sides[below];
        bool apart = (below ? l->x - l->width : l->x) >= f->right + column_gap;
        if (i && !apart && f->filled + label_gap + l->height <= height) {
            f->filled += label_gap + l->height;
            f->right = fmax(f->right, f->left + l->width);
        } else {
            below = moved(&sides[1], l, true, limits) + slight < moved(&sides[0], l, false, limits);
            begin_column(&sides[below], l, below, limits);
        }
        l->below = below;
    }
}

/* Heights worth trying for columns: from the least in which all could have room. */
static void heights_to_try(const column_label *labels, size_t count, column_limits limits, double *least,
                           double *most) {
    static const double packed = 0.9, higher = 3;
    double total = 0, area = 0, tallest = 0;
    for (size_t i = 0; i < count; i++) {
        total += labels[i].height + label_gap;
        area += labels[i].width * labels[i].height;
        tallest = fmax(tallest, labels[i].height);
    }
    *least = fmax(tallest, packed * area / (2 * (limits.right - limits.left)));
    *most = fmin(fmin(total, limits.height), higher * *least);
}

bool sides_choose(column_label *labels, size_t count, column_limits limits, sides_result *result) {
    enum { MANY_LABELS = 150 };
    /* What a side has more than the columns that labels were shared out to: they may go on in one column. */
    static const double roomier[] = {1, 1.1, 3};
    double height, most, best = 0, step = count > MANY_LABELS ? 1.25 : 1.08;
    *result = (sides_result){.cost = INFINITY};
    for (heights_to_try(labels, count, limits, &height, &most); height < most * step; height *= step) {
        share_out(labels, count, limits, height);
        for (size_t i = 0; i < sizeof roomier / sizeof *roomier; i++) {
            sides_result one;
            if (!sides_place(labels, count, limits, fmin(height * roomier[i], limits.height), &one)) return false;
            if (!one.fits || one.cost >= result->cost) continue;
            *result = one;
            best = height;
        }
    }
    if (!result->fits) return true;
    share_out(labels, count, limits, best);
    return sides_place(labels, count, limits, result->room, result);
}

bool sides_stack(column_label *labels, size_t count, sides_result *result) {
    bool stacked = true;
    for (int below = 0; stacked && below < 2; below++) {
        memory_pool scratch = {0};
        side s;
        stacked = take(&scratch, labels, count, below, 0, &s);
        if (stacked) result->height[below] = columns_stack(s.labels, s.count);
        for (size_t i = 0; stacked && i < s.count; i++) labels[s.from[i]].bottom = s.labels[i].bottom;
        pool_free(&scratch);
    }
    return stacked;
}

bool sides_same_column(const column_label *before, const column_label *after) {
    return before->below == after->below && !(before->below ? after : before)->last;
}
