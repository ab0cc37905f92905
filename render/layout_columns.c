/* layout_columns.c: search for the column height that costs least, then place. */
#include "layout_columns.h"

#include "isotonic.h"

#include <math.h>
#include <stdint.h>

static const double stem_gap = 0.95, column_gap = 2.5, label_gap = 1.3;
/* Marks this close share a stem; the next value is tried when there is no room for the stems. */
static const double sharing[] = {0.6, 1.5, 3, 6, 12, 25};
enum { SHARINGS = sizeof sharing / sizeof *sharing };
/* Millimetres of height that a millimetre of mean displacement is worth. */
static const double displacement_price = 0.45;

/* Labels that share a stem. */
typedef struct pole {
    size_t first, count;
} pole;

typedef struct arrangement {
    const column_label *labels;
    size_t count;
    column_limits limits;
    size_t *column; /* of each label */
    pole *poles;
    isotonic_item *stems; /* of each pole; the wish is the mean of the marks */
    size_t pole_count;
    isotonic_block *blocks; /* room for the regression */
    double last_width;      /* what the last column needs right of its last stem */
    double mean, most;      /* displacement */
    double height;          /* of the highest column */
} arrangement;

/* Fill columns up to `height`; where marks are far apart a new column begins by itself. */
static void make_columns(arrangement *a, double height) {
    double filled = 0, right = -INFINITY;
    size_t column = 0;
    a->height = 0;
    for (size_t i = 0; i < a->count; i++) {
        const column_label *l = &a->labels[i];
        bool begins = i && (filled + label_gap + l->height > height || l->x >= right + column_gap);
        column += begins;
        filled = i && !begins ? filled + label_gap + l->height : l->height;
        right = begins ? l->x + l->width : fmax(right, l->x + l->width);
        a->column[i] = column;
        a->height = fmax(a->height, filled);
    }
}

static void make_poles(arrangement *a, double share) {
    double edge = 0, offset = 0; /* edge: of the column's labels, counted as stems are */
    a->pole_count = 0;
    for (size_t i = 0; i < a->count; i++) {
        const column_label *l = &a->labels[i];
        bool begins = i && a->column[i] != a->column[i - 1];
        pole *p = a->pole_count ? &a->poles[a->pole_count - 1] : NULL;
        if (p && !begins && l->x - a->labels[p->first].x <= share) {
            isotonic_item *stem = &a->stems[a->pole_count - 1];
            stem->wanted += (l->x - stem->wanted) / (double)++p->count;
            stem->weight++;
        } else {
            if (p) offset = begins ? edge + column_gap : offset + stem_gap;
            a->stems[a->pole_count] = (isotonic_item){.wanted = l->x, .weight = 1, .offset = offset};
            a->poles[a->pole_count++] = (pole){.first = i, .count = 1};
        }
        edge = fmax(edge, offset + l->width);
    }
    a->last_width = edge - offset;
}

static void measure_displacement(arrangement *a) {
    double sum = 0;
    a->most = 0;
    for (size_t i = 0; i < a->pole_count; i++) {
        for (size_t k = 0; k < a->poles[i].count; k++) {
            double d = fabs(a->stems[i].place - a->labels[a->poles[i].first + k].x);
            sum += d;
            a->most = fmax(a->most, d);
        }
    }
    a->mean = sum / (double)a->count;
}

static bool arrange(arrangement *a, double height, double share) {
    make_columns(a, height);
    if (a->height > a->limits.height + 1e-9) return false;
    make_poles(a, share);
    if (!isotonic_place(a->stems, a->pole_count, a->limits.left, a->limits.right - a->last_width, a->blocks))
        return false;
    measure_displacement(a);
    return true;
}

typedef struct choice {
    bool found;
    double height, share, cost;
} choice;

static choice search(arrangement *a) {
    double total = 0, tallest = 0;
    for (size_t i = 0; i < a->count; i++) {
        total += a->labels[i].height + label_gap;
        tallest = fmax(tallest, a->labels[i].height);
    }
    double most = fmin(total, a->limits.height);
    choice best = {.cost = INFINITY};
    for (size_t s = 0; s < SHARINGS && !best.found; s++) {
        double height = fmin(tallest, most);
        for (bool last = false; !last; height = fmin(height * 1.08, most)) {
            last = height >= most;
            if (!arrange(a, height, sharing[s])) continue;
            double cost = a->height + displacement_price * a->mean;
            if (cost < best.cost) best = (choice){true, height, sharing[s], cost};
        }
    }
    return best;
}

static void report(const arrangement *a, column_label *labels) {
    for (size_t p = 0; p < a->pole_count; p++)
        for (size_t k = 0; k < a->poles[p].count; k++) labels[a->poles[p].first + k].stem = a->stems[p].place;
    for (size_t i = 0; i < a->count; i++) labels[i].last = i + 1 == a->count || a->column[i] != a->column[i + 1];
    columns_stack(labels, a->count);
}

double columns_stack(column_label *labels, size_t count) {
    double height = 0;
    for (size_t i = count; i-- > 0;) {
        labels[i].bottom = labels[i].last ? 0 : labels[i + 1].bottom + labels[i + 1].height + label_gap;
        height = fmax(height, labels[i].bottom + labels[i].height);
    }
    return height;
}

bool columns_place(memory_pool *pool, column_label *labels, size_t count, column_limits limits, column_result *result) {
    *result = (column_result){.fits = true};
    if (!count) return true;
    arrangement a = {.labels = labels, .count = count, .limits = limits};
    a.column = POOL_ARRAY(pool, size_t, count);
    a.poles = POOL_ARRAY(pool, pole, count);
    a.stems = POOL_ARRAY(pool, isotonic_item, count);
    a.blocks = POOL_ARRAY(pool, isotonic_block, count);
    if (!a.column || !a.poles || !a.stems || !a.blocks) return false;
    choice best = search(&a);
    result->fits = best.found && arrange(&a, best.height, best.share);
    if (!result->fits) return true;
    report(&a, labels);
    result->height = a.height;
    result->displacement = a.most;
    return true;
}
