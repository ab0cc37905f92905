/* layout_points.c: points and their labels; events that find no room are counted in clusters. */
#include "layout_columns.h"
#include "layout_figure_parts.h"
#include "layout_sides.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* That marks are raised by; how near two marks on a level may stand, of one look, and of different looks; and what no
 * eye tells from one place. */
enum { MOST_LEVELS = 12 };
static const double nearest_alike = 1.1, nearest_unlike = 2, one_place = 0.3;

void figure_note_signs(builder *b, const annals_event *event, drawn_shape shape, bool hollow) {
    static const figure_sign kinds[] = {[ANNALS_OCCURRENCE] = SIGN_OCCURRENCE,
                                        [ANNALS_DOCUMENT] = SIGN_DOCUMENT,
                                        [ANNALS_PLAN] = SIGN_PLAN,
                                        [ANNALS_CITATION] = SIGN_CITATION};
    /* A hollow circle, or a bar, says nothing of its kind. */
    bool plain = event->kind == ANNALS_OCCURRENCE, mark = shape == SHAPE_MARK;
    b->signs[kinds[event->kind]] |= !plain || (mark && !hollow);
    b->signs[SIGN_HOLLOW] |= mark && hollow && event->kind != ANNALS_CITATION;
    b->signs[SIGN_CONFLICT] |= event->conflict_count > 0;
}

/* ------------------------------------------------------------------ points and bars */

/* Shorter than this a range is a mark on the axis. */
static const double shortest_bar = 3.2, shortest_vague_bar = 12;

bool figure_is_point(const candidate *c) {
    const span *s = &c->event->span;
    if (s->open_begin || s->open_end || s->unknown_begin || s->unknown_end) return false;
    if (s->core) return c->high - c->low < shortest_bar;
    return c->whole || c->high - c->low <= shortest_vague_bar || s->high - s->low <= SECONDS_A_DAY;
}

/* Among several pieces of the axis, one shows this vague time and not much more: it may be as long as it likes there.
 */
static bool has_piece(const time_scale *scale, const span *s) {
    static const double room = 1.1;
    if (s->core || scale->count < 2) return false;
    for (size_t i = 0; i < scale->count; i++) {
        const scale_segment *g = &scale->segments[i];
        bool within = g->from <= s->low && s->high <= g->to;
        if (within) return (double)(g->to - g->from) < room * (double)(s->high - s->low);
    }
    return false;
}

candidate figure_candidate(const builder *b, const ordered_event *event) {
    const time_scale *scale = &b->figure->scale;
    const span *s = &event->span;
    return (candidate){.event = event,
                       .low = scale_position(scale, s->low),
                       .core_low = scale_position(scale, s->core_low),
                       .core_high = scale_position(scale, s->core_high),
                       .high = scale_position(scale, s->high),
                       .x = scale_position(scale, s->core ? s->core_low : span_middle(s)),
                       .hollow = event->event->when->approximate || event->event->when->uncertain,
                       .whole = has_piece(scale, s)};
}

static int compare_places(const void *left, const void *right) {
    const candidate *a = left, *b = right;
    if (a->x != b->x) return a->x < b->x ? -1 : 1;
    return (a->event > b->event) - (a->event < b->event);
}

/* Marks stand at their own times, a day's in its middle, but in no break, and labels follow the order of their marks.
 */
static void sort_points(builder *b) {
    for (size_t i = 0; i < b->point_count; i++) b->points[i].x = scale_beside_break(&b->figure->scale, b->points[i].x);
    if (b->point_count) qsort(b->points, b->point_count, sizeof *b->points, compare_places);
}

bool figure_sort_out(builder *b) {
    b->points = POOL_ARRAY(b->pool, candidate, b->order->dated);
    b->bars = POOL_ARRAY(b->pool, candidate, b->order->dated);
    if (!b->points || !b->bars) return false;
    for (size_t i = 0; i < b->order->dated; i++) {
        candidate c = figure_candidate(b, &b->order->events[i]);
        if (figure_is_point(&c)) b->points[b->point_count++] = c;
        else b->bars[b->bar_count++] = c;
    }
    sort_points(b);
    return true;
}

/* ------------------------------------------------------------------ groups of points */

/* Points `first` to `first + count - 1`, led by one of them, whose mark they have. */
typedef struct group {
    size_t first, count, leader;
    double x;
    size_t level;
} group;

/* The event that most sources tell of leads. */
static size_t leader_of(const builder *b, size_t first, size_t count) {
    size_t best = first;
    for (size_t i = first + 1; i < first + count; i++)
        if (b->points[i].event->event->source_count > b->points[best].event->event->source_count) best = i;
    return best;
}

/* A gap and the point after it. */
typedef struct gap {
    double width;
    size_t at;
} gap;

static int compare_gaps(const void *left, const void *right) {
    const gap *a = left, *b = right;
    if (a->width != b->width) return a->width < b->width ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* Close gaps from the smallest on until `target` groups are left; no group gets more than `most` members.  `start` and
 * `end` tell, at the two ends of each group, where its other end is.  Returns the groups left. */
static size_t close_gaps(const gap *gaps, size_t n, size_t target, size_t most, size_t *start, size_t *end) {
    size_t left = n;
    for (size_t i = 0; i < n; i++) start[i] = end[i] = i;
    for (size_t i = 0; i + 1 < n && left > target; i++) {
        size_t right_first = gaps[i].at, first = start[right_first - 1], last = end[right_first];
        if (last - first + 1 > most) continue;
        end[first] = last;
        start[last] = first;
        left--;
    }
    return left;
}

/* Group the points that are nearest to each other; no group may swallow a burst whole. */
static bool make_groups(builder *b, size_t target, group *groups, size_t *count) {
    size_t n = b->point_count;
    gap *gaps = POOL_ARRAY(b->pool, gap, n);
    size_t *start = POOL_ARRAY(b->pool, size_t, n), *end = POOL_ARRAY(b->pool, size_t, n);
    if (!gaps || !start || !end) return false;
    for (size_t i = 1; i < n; i++) gaps[i - 1] = (gap){b->points[i].x - b->points[i - 1].x, i};
    if (n > 1) qsort(gaps, n - 1, sizeof *gaps, compare_gaps);
    size_t most = target >= n ? 1 : (n + target - 1) / target * 2;
    while (close_gaps(gaps, n, target, most, start, end) > target) most *= 2;
    *count = 0;
    for (size_t i = 0; i < n; i = end[i] + 1)
        groups[(*count)++] = (group){.first = i, .count = end[i] - i + 1, .leader = leader_of(b, i, end[i] - i + 1)};
    return true;
}

/* Marks that stand at one place, as far as can be seen, get the same. */
static void place_marks(const builder *b, group *groups, size_t count) {
    for (size_t i = 0; i < count; i++) {
        double x = b->points[groups[i].leader].x;
        groups[i].x = i && x - groups[i - 1].x < one_place ? groups[i - 1].x : x;
    }
}

static bool look_alike(const candidate *a, const candidate *b) {
    return a->event->event->kind == b->event->event->kind && a->event->look.series == b->event->look.series &&
           a->hollow == b->hollow;
}

static bool is_bar(const candidate *c) {
    return figure_shape_of(c->event->span.core, c->hollow, c->high - c->low) == SHAPE_BAR;
}

/* True when a mark, or a short bar, does not hide the one before it on its level; marks of one look at one place are
 * one. */
static bool stands_free(const builder *b, const group *before, const group *g) {
    const candidate *left = &b->points[before->leader], *right = &b->points[g->leader];
    double distance = g->x - before->x;
    if (is_bar(left)) return g->x - left->high >= (is_bar(right) ? 0.2 : FIGURE_MARK_MM);
    if (is_bar(right)) return distance >= FIGURE_MARK_MM;
    if (!look_alike(left, right)) return distance >= nearest_unlike;
    return distance <= 0 || distance >= nearest_alike;
}

/* A mark that would hide another one is raised above it; where all levels are taken, the group joins the one before it.
 * Returns the groups left. */
static size_t raise_marks(const builder *b, group *groups, size_t count) {
    const group *last[MOST_LEVELS + 1] = {NULL};
    size_t left = 0;
    for (size_t i = 0; i < count; i++) {
        group g = groups[i];
        while (g.level <= MOST_LEVELS && last[g.level] && !stands_free(b, last[g.level], &g)) g.level++;
        if (g.level > MOST_LEVELS) {
            groups[left - 1].count += g.count;
            continue;
        }
        groups[left] = g;
        last[g.level] = &groups[left++];
    }
    return left;
}

/* ------------------------------------------------------------------ labels */

/* The width of a label's text: columns of about 34 mm, fewer and wider ones in a narrow figure. */
static double text_width(double width) {
    double columns = floor(width / 40);
    if (columns < 1) columns = 1;
    double fit = width / columns - 7.5;
    return fit > 46 ? 46 : fit;
}

/* The stretch of time that a group is spread over. */
static span extent_of(const builder *b, const group *g) {
    span all = b->points[g->first].event->span;
    for (size_t i = g->first + 1; i < g->first + g->count; i++) {
        const span *s = &b->points[i].event->span;
        if (s->low < all.low) all.low = s->low;
        if (s->high > all.high) all.high = s->high;
    }
    return all;
}

/* The year that a reader has in mind after a group's label. */
static common_year year_after(const builder *b, const group *g) {
    return words_common_year(&(ordered_event){.span = extent_of(b, g)}, 1);
}

/* "… and 13 more, 3–5 November 1962", without a year that the label says, or "… and 3 more that day" */
static bool set_more(builder *b, const group *g, double width, text_block *block) {
    const candidate *c = &b->points[g->leader];
    span all = extent_of(b, g);
    bool same_day = words_day_of(all.low) == words_day_of(all.high > all.low ? all.high - 1 : all.high);
    bool says_day =
        c->event->event->when->granularity >= ANNALS_DAY || c->event->span.high - c->event->span.low <= SECONDS_A_DAY;
    bool that_day = same_day && says_day;
    annals_text where =
        that_day ? words_said(&b->words, "more", 2) : words_period(&b->words, all.low, all.high, year_after(b, g));
    annals_text words = figure_more(b, g->count - 1, that_day ? " " : ", ", where);
    return figure_set(b, STYLE_MORE, words, width, block);
}

/* Where the members of a cluster are, near ones as one. */
static bool set_members(builder *b, const group *g, figure_point *p) {
    double *members = POOL_ARRAY(b->pool, double, g->count);
    size_t *ranks = POOL_ARRAY(b->pool, size_t, g->count);
    if (!members || !ranks) return false;
    for (size_t i = 0; i < g->count; i++) {
        ranks[i] = b->points[g->first + i].event->rank;
        double x = b->points[g->first + i].x;
        if (!p->member_count || x - members[p->member_count - 1] > 0.15) members[p->member_count++] = x;
    }
    p->members = members;
    p->ranks = ranks;
    return true;
}

/* Where on the axis the times are that other sources give. */
bool figure_set_claims(builder *b, const annals_event *event, const double **claims, size_t *count) {
    const time_scale *scale = &b->figure->scale;
    double *x = POOL_ARRAY(b->pool, double, event->conflict_count);
    *count = 0;
    *claims = x;
    if (!x || !scale->count) return x != NULL;
    for (size_t i = 0; i < event->conflict_count; i++) {
        const annals_when *when = words_claimed_time(b->order->chronology, &event->conflicts[i]);
        span s = when ? span_of(when) : (span){0};
        moment at = span_middle(&s);
        if (s.known && at >= scale->segments[0].from && at <= scale->segments[scale->count - 1].to)
            x[(*count)++] = scale_beside_break(scale, scale_position(scale, at));
    }
    return true;
}

static bool set_point(builder *b, const group *g, common_year said, figure_point *p) {
    const candidate *c = &b->points[g->leader];
    const annals_event *event = c->event->event;
    double width = b->label_width;
    *p = (figure_point){.event = event,
                        .look = c->event->look,
                        .id = c->event->id,
                        .rank = c->event->rank,
                        .count = g->count,
                        .x = g->x,
                        .level = g->level,
                        .low = c->low,
                        .high = c->high,
                        .core = c->event->span.core,
                        .hollow = c->hollow};
    if (g->count > 1 && (!set_more(b, g, width, &p->more) || !set_members(b, g, p))) return false;
    if (!figure_set_claims(b, event, &p->claims, &p->claim_count)) return false;
    return figure_set(b, STYLE_DATE, figure_date_words(b, c->event, said), width, &p->date) &&
           figure_set(b, STYLE_LABEL, text_clean(b->pool, event->label), width, &p->label);
}

static double label_height(const figure_point *p) {
    return text_block_height(&p->date) + text_block_height(&p->label) + text_block_height(&p->more);
}

static double label_width(const figure_point *p) {
    return STEM_TEXT + fmax(p->date.width, fmax(p->label.width, p->more.width));
}

static bool place_labels(const builder *b, column_label *labels, column_result *result) {
    column_limits limits = {.left = 0, .right = b->options->width, .height = b->label_limit};
    return columns_place(b->pool, labels, b->figure->point_count, limits, result);
}

/* Arrange `target` groups or fewer; `result->fits` tells whether they found room. */
static bool try_groups(builder *b, group *groups, size_t target, column_label *labels, column_result *result) {
    figure *f = b->figure;
    if (!make_groups(b, target, groups, &f->point_count)) return false;
    place_marks(b, groups, f->point_count);
    f->point_count = raise_marks(b, groups, f->point_count);
    common_year said = b->year;
    for (size_t i = 0; i < f->point_count; i++) {
        figure_point *p = &f->points[i];
        if (!set_point(b, &groups[i], said, p)) return false;
        said = year_after(b, &groups[i]);
        labels[i] = (column_label){.x = p->x, .width = label_width(p), .height = label_height(p)};
    }
    return place_labels(b, labels, result);
}

/* More labels than this never fit: a label has at least two lines. */
static size_t most_labels(const builder *b) {
    double columns = fmax(1, floor(b->options->width / 25));
    double rows = b->options->label_height / (face_of(STYLE_DATE)->leading + face_of(STYLE_LABEL)->leading);
    return (size_t)fmax(1, columns * rows);
}

drawn_shape figure_shape_of(bool core, bool hollow, double length) {
    /* A shorter one would look like the square of a document. */
    return core && !hollow && length > 2 * FIGURE_MARK_MM ? SHAPE_BAR : SHAPE_MARK;
}

/* Strokes that no mark covers. */
static bool shows_strokes(const figure_point *p) {
    for (size_t i = 0; i < p->member_count; i++)
        if (p->level || fabs(p->members[i] - p->x) > FIGURE_MARK_MM) return true;
    return false;
}

static void note_point(builder *b, const figure_point *p) {
    drawn_shape shape = figure_shape_of(p->core, p->hollow, p->high - p->low);
    figure_note_signs(b, p->event, shape, p->hollow);
    b->signs[SIGN_CLUSTER] |= shows_strokes(p);
    b->signs[SIGN_WITHIN] |= !p->core && p->high - p->low > 2.4;
    b->signs[SIGN_RANGE] |= shape == SHAPE_BAR;
}

/* How many labels are worth trying after too many did not fit: as many as their area says, and fewer than before. */
static size_t fewer(const builder *b, const column_label *labels, size_t target) {
    double total = 0, widest = 1;
    for (size_t i = 0; i < b->figure->point_count; i++) {
        total += labels[i].height;
        widest = fmax(widest, labels[i].width);
    }
    double room = b->options->label_height * fmax(1, floor(b->options->width / widest));
    size_t estimate = (size_t)((double)target * room / fmax(total, 1)), less = target - target / 10 - 1;
    return estimate < 1 ? 1 : estimate < less ? estimate : less < 1 ? 1 : less;
}

/* The level of the highest claim of a point that stands over a place; 0: none does. */
static size_t claim_over(const figure_point *p, double x) {
    for (size_t i = 0; i < p->claim_count; i++)
        if (fabs(p->claims[i] - x) < nearest_alike) return p->level ? p->level : 1;
    return 0;
}

/* How high marks, and signs of claims, stand over a point's own mark, so that its leader does not run through them. */
static size_t crown_of(const figure *f, size_t point) {
    const figure_point *own = &f->points[point];
    size_t crown = own->level;
    for (size_t i = 0; i < f->point_count; i++) {
        const figure_point *p = &f->points[i];
        if (p->below != own->below) continue;
        size_t mark = fabs(p->x - own->x) < nearest_alike ? p->level : 0, claim = claim_over(p, own->x);
        crown = mark > crown ? mark : crown;
        crown = claim > crown ? claim : crown;
    }
    return crown;
}

/* From the middle of the highest sign above a mark to where its leader begins. */
static const double crown_clear = CLAIM_MM / 2 + 0.1;

/* Room for raised marks and signs, and above the highest for leaders to begin. */
static double raised_height(size_t levels) {
    return levels ? (double)levels * RAISE_MM + crown_clear : 0;
}

/* One label takes what room it needs, in long lines.  False when it does so already. */
static bool widen_last(builder *b) {
    static const double widest = 120;
    if (isinf(b->label_limit)) return false;
    b->label_width = fmax(b->label_width, fmin(b->options->width - 2 * STEM_TEXT, widest));
    b->label_limit = INFINITY;
    return true;
}

/* Few labels have longer lines, where these move none of them further from its mark. */
static bool try_wider(builder *b, group *groups, column_label *labels, column_result *result) {
    enum { FEW_LABELS = 12 };
    static const double wider = 1.6;
    size_t count = b->figure->point_count;
    double usual = b->label_width, most = result->displacement;
    if (!result->fits || count != b->point_count || count > FEW_LABELS || isinf(b->label_limit)) return true;
    b->label_width = fmin(usual * wider, b->options->width / 2);
    if (!try_groups(b, groups, count, labels, result)) return false;
    if (result->fits && result->displacement <= most && b->figure->point_count == count) return true;
    b->label_width = usual;
    return try_groups(b, groups, count, labels, result);
}

/* Lines of even length make labels narrower, never higher, and so leave them more room to stand at their marks. */
static bool set_evenly(builder *b, column_label *labels, column_result *result) {
    figure *f = b->figure;
    for (size_t i = 0; i < f->point_count; i++) {
        figure_point *p = &f->points[i];
        if (!figure_set_even(b, STYLE_LABEL, text_of_block(&p->label), b->label_width, &p->label)) return false;
        labels[i].width = label_width(p);
    }
    column_result again;
    if (!place_labels(b, labels, &again)) return false;
    if (again.fits) *result = again;
    return true;
}

/* ------------------------------------------------------------------ both sides of the axis */

/* Points with their labels, as they were placed. */
typedef struct placing {
    figure_point *points;
    column_label *labels;
    sides_result result;
} placing;

/* The last point before one on its side; `point` itself where it is the first. */
static size_t before_on_side(const figure_point *points, size_t point) {
    for (size_t i = point; i-- > 0;)
        if (points[i].below == points[point].below) return i;
    return point;
}

static void measure_label(const figure_point *p, column_label *label) {
    label->height = label_height(p);
    label->width = label_width(p);
}

/* Each side says the year where it changes there. */
static bool say_dates(builder *b, const group *groups, placing *p) {
    common_year said[2] = {b->year, b->year};
    for (size_t i = 0; i < b->figure->point_count; i++) {
        figure_point *one = &p->points[i];
        const ordered_event *event = b->points[groups[i].leader].event;
        one->below = p->labels[i].below;
        annals_text date = figure_date_words(b, event, said[one->below]);
        if (!figure_set(b, STYLE_DATE, date, b->label_width, &one->date)) return false;
        said[one->below] = year_after(b, &groups[i]);
        measure_label(one, &p->labels[i]);
    }
    return true;
}

/* Marks that would hide others on their side are raised; false where all levels are taken. */
static bool raise_again(const builder *b, const group *groups, figure_point *points) {
    const group *last[2][MOST_LEVELS + 1] = {{NULL}};
    for (size_t i = 0; i < b->figure->point_count; i++) {
        const group **taken = last[points[i].below];
        size_t level = 0;
        while (level <= MOST_LEVELS && taken[level] && !stands_free(b, taken[level], &groups[i])) level++;
        if (level > MOST_LEVELS) return false;
        points[i].level = level;
        taken[level] = &groups[i];
    }
    return true;
}

static bool copy_placing(builder *b, const placing *from, placing *to) {
    size_t count = b->figure->point_count;
    *to = (placing){POOL_ARRAY(b->pool, figure_point, count), POOL_ARRAY(b->pool, column_label, count), from->result};
    if (!to->points || !to->labels) return false;
    memcpy(to->points, from->points, count * sizeof *to->points);
    memcpy(to->labels, from->labels, count * sizeof *to->labels);
    return true;
}

/* Labels of at most some width on both sides. */
static bool try_sides(builder *b, const group *groups, double width, placing *p) {
    const column_limits limits = {.left = 0, .right = b->options->width, .height = b->label_limit};
    size_t count = b->figure->point_count;
    for (size_t i = 0; i < count; i++) {
        figure_point *one = &p->points[i];
        if (!figure_set_even(b, STYLE_LABEL, text_of_block(&one->label), width, &one->label)) return false;
        measure_label(one, &p->labels[i]);
    }
    if (!sides_choose(p->labels, count, limits, &p->result)) return false;
    if (!p->result.fits) return true;
    if (!say_dates(b, groups, p) || !sides_place(p->labels, count, limits, p->result.room, &p->result)) return false;
    p->result.fits &= raise_again(b, groups, p->points);
    return true;
}

/* Labels stand on both sides where that costs less. */
static bool use_both_sides(builder *b, const group *groups, placing *best) {
    enum { FEW_LABELS = 12 };
    static const double wider[] = {1, 1.6}, one_side = 3; /* millimetres that it is worth to have one side to read */
    const placing start = *best;
    if (!best->result.fits || b->figure->point_count < 2) return true;
    for (size_t i = 0; i < (b->figure->point_count > FEW_LABELS ? 1 : 2); i++) {
        placing one;
        double width = fmin(b->label_width * wider[i], b->options->width / 2);
        if (!copy_placing(b, &start, &one) || !try_sides(b, groups, width, &one)) return false;
        one.result.cost += one_side;
        if (one.result.fits && one.result.height[1] > 0 && one.result.cost < best->result.cost) *best = one;
    }
    return true;
}

/* Among labels above each other the first of a day says which: the others need not repeat it. */
static bool share_dates(builder *b, placing *p) {
    figure *f = b->figure;
    annals_text said[2] = {{0}};
    for (size_t i = 0; i < f->point_count; i++) {
        figure_point *one = &p->points[i];
        annals_text own = one->date.text;
        size_t before = before_on_side(p->points, i);
        bool goes_on = before < i && sides_same_column(&p->labels[before], &p->labels[i]);
        if (goes_on && !p->points[before].more.count && text_same(own, said[one->below])) one->date = (text_block){0};
        said[one->below] = own;
        measure_label(one, &p->labels[i]);
    }
    return sides_stack(p->labels, f->point_count, &p->result);
}

double figure_point_left(const figure_point *p, const text_block *block) {
    return p->below ? p->box.right - STEM_TEXT - block->width : p->box.left + STEM_TEXT;
}

figure_leader figure_leader_of(const figure *f, const figure_point *p) {
    double begin = (double)p->crown * RAISE_MM + (p->crown > p->level ? crown_clear : 0);
    if (p->below)
        return (figure_leader){f->lower_y, f->lower_y + begin, f->lower_bend_y, f->lower_foot_y, p->box.bottom};
    return (figure_leader){f->axis_y, f->axis_y - begin, f->bend_y, f->foot_y, p->box.top};
}

/* The highest level of marks, and signs over them, on a side. */
static size_t levels_of(const figure *f, bool below) {
    size_t levels = 0;
    for (size_t i = 0; i < f->point_count; i++)
        if (f->points[i].below == below && f->points[i].crown > levels) levels = f->points[i].crown;
    return levels;
}

/* From the feet of the stems to a label's edge that is nearer to them. */
static void hang(figure_point *p, const column_label *l, double foot) {
    double near = foot + (p->below ? l->bottom : -l->bottom);
    p->stem = l->stem;
    p->box = (box){p->stem, near - l->height, p->stem + l->width, near};
    if (p->below) p->box = (box){p->stem - l->width, near, p->stem, near + l->height};
    p->date.flush_right = p->label.flush_right = p->more.flush_right = p->below;
}

static const double stem_foot = 0.8;

/* Points above the axis get their heights; those below count from the feet of their stems. */
static void finish_points(builder *b, const placing *p, double *y) {
    figure *f = b->figure;
    double foot = *y + p->result.height[0];
    f->points = p->points;
    f->both_sides = p->result.height[1] > 0;
    for (size_t i = 0; i < f->point_count; i++) {
        f->points[i].below = p->labels[i].below;
        hang(&f->points[i], &p->labels[i], f->points[i].below ? 0 : foot);
        note_point(b, &f->points[i]);
    }
    for (size_t i = 0; i < f->point_count; i++) f->points[i].crown = crown_of(f, i);
    f->foot_y = foot + stem_foot;
    f->bend_y = f->foot_y + sides_bend(p->result.displacement[0]);
    f->lower_foot_y = sides_bend(p->result.displacement[1]);
    *y = f->point_count ? f->bend_y + raised_height(levels_of(f, false)) : f->foot_y + 2;
}

void figure_hang_points(builder *b, double *y) {
    static const double lead = 2.4, apart = 1.6, ticks_gap = 1.8;
    figure *f = b->figure;
    if (!f->both_sides) return;
    f->lower_y = *y + lead;
    if (f->bar_count) {
        f->lower_tick_y = *y + apart;
        f->lower_y = f->lower_tick_y + face_of(STYLE_TICK)->leading + ticks_gap;
    }
    f->lower_bend_y = f->lower_y + raised_height(levels_of(f, true));
    f->lower_foot_y += f->lower_bend_y;
    for (size_t i = 0; i < f->point_count; i++) {
        figure_point *p = &f->points[i];
        if (!p->below) continue;
        p->box.top += f->lower_foot_y + stem_foot;
        p->box.bottom += f->lower_foot_y + stem_foot;
        *y = fmax(*y, p->box.bottom);
    }
}

bool figure_make_points(builder *b, double *y) {
    figure *f = b->figure;
    size_t target = b->point_count, most = most_labels(b);
    if (target > most) target = most;
    group *groups = POOL_ARRAY(b->pool, group, b->point_count);
    column_label *labels = POOL_ARRAY(b->pool, column_label, target + 1);
    f->points = POOL_ARRAY(b->pool, figure_point, target + 1);
    if (!groups || !labels || !f->points) return false;
    column_result result = {.fits = true};
    b->label_width = text_width(b->options->width);
    b->label_limit = b->options->label_height;
    while (target) {
        if (!try_groups(b, groups, target, labels, &result)) return false;
        if (result.fits || (target == 1 && !widen_last(b))) break;
        if (target > 1) target = fewer(b, labels, target);
    }
    if (target && (!try_wider(b, groups, labels, &result) || !set_evenly(b, labels, &result))) return false;
    placing best = {f->points, labels, {.fits = result.fits, .height = {result.height}}};
    const column_limits limits = {.left = 0, .right = b->options->width, .height = b->label_limit};
    if (result.fits && (!sides_place(labels, f->point_count, limits, limits.height, &best.result) ||
                        !use_both_sides(b, groups, &best) || !share_dates(b, &best)))
        return false;
    finish_points(b, &best, y);
    return true;
}
