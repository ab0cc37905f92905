/* layout_points.c: points and their labels; events that find no room are counted in clusters. */
#include "layout_columns.h"
#include "layout_figure_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* That marks are raised by; how near two marks on a level may stand, of one look, and of different looks; and what no
 * eye tells from one place. */
enum { MOST_LEVELS = 12 };
static const double nearest_alike = 1.1, nearest_unlike = 2, one_place = 0.3;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Ends with a letter of any script, not with a dash, a dagger or an ellipsis? */
static bool ends_with_letter(const char *text, const char *end) {
    if (end == text || (unsigned char)end[-1] < 'A') return false;
    return end - text < 3 || memcmp(end - 3, "\u2026", 2) != 0;
}

/* Whether a line may end at a blank: not between a number and its word, nor before a dash or a time of day. */
static bool may_end(annals_text text, size_t blank) {
    const char *at = text.data + blank;
    if (*at != ' ' || !blank) return false;
    bool dash = blank + 3 < text.length && !memcmp(at + 1, "\u2013", 3);
    bool number = is_digit(at[-1]) && ((unsigned char)at[1] >= 'A');
    bool clock = (at[-1] == ',' || ends_with_letter(text.data, at)) && is_digit(at[1]);
    return !dash && !number && !clock;
}

/* The longest line from `start` on that parts no date; returns where it ends, or `start` where none has room. */
static size_t whole_line(builder *b, const text_block *block, size_t start, double width, text_line *line) {
    annals_text text = block->text;
    size_t end = start;
    for (size_t i = start + 1; i <= text.length; i++) {
        text_block one;
        if (i < text.length && !may_end(text, i)) continue;
        annals_text words = {text.data + start, i - start};
        if (!text_wrap(b->measure, b->pool, block->style, words, width, &one) || one.count != 1) break;
        *line = one.lines[0];
        line->offset += start;
        end = i;
    }
    return end;
}

/* Broken so that no line parts a date, if that takes no more lines. */
static bool keep_dates_whole(builder *b, double width, text_block *block) {
    text_line *lines = POOL_ARRAY(b->pool, text_line, block->count);
    size_t count = 0, at = 0;
    double widest = 0;
    for (; lines && at < block->text.length && count < block->count; count++) {
        size_t end = whole_line(b, block, at, width, &lines[count]);
        if (end == at) return true;
        widest = fmax(widest, lines[count].width);
        at = end + 1;
    }
    if (!lines || at < block->text.length) return lines != NULL;
    *block = (text_block){.text = block->text,
                          .style = block->style,
                          .lines = lines,
                          .count = count,
                          .width = widest,
                          .runs_left = block->runs_left};
    return true;
}

bool figure_set(builder *b, text_style style, annals_text text, double width, text_block *block) {
    if (!text.data || !text_wrap(b->measure, b->pool, style, text, width, block)) return false;
    bool dates = block->count > 1 && (style == STYLE_DATE || style == STYLE_MORE);
    return !dates || keep_dates_whole(b, width, block);
}

bool figure_set_even(builder *b, text_style style, annals_text text, double width, text_block *block) {
    return text.data && text_wrap_even(b->measure, b->pool, style, text, width, block);
}

annals_text figure_date_words(builder *b, const ordered_event *e, common_year said) {
    const annals_event *event = e->event;
    common_year own = words_common_year(e, 1);
    bool repeats = said.known && own.known && said.year == own.year;
    annals_text phrase = words_when(&b->words, event->when, repeats ? said : (common_year){0});
    for (size_t i = 0; phrase.data && i < event->conflict_count; i++) {
        annals_text claim = words_claim(&b->words, b->order->chronology, &event->conflicts[i], b->year),
                    between = words_said(&b->words, "or", 0);
        if (!claim.data || !between.data) return (annals_text){0};
        const char *sign = i ? " " : " ‡ ";
        phrase = words_join(b->pool, (const char *const[]){phrase.data, sign, between.data, " ", claim.data, NULL});
    }
    return phrase;
}

annals_text figure_more(builder *b, size_t count, const char *link, annals_text where) {
    annals_text more = words_more(&b->words, count);
    if (!more.data || !where.data) return (annals_text){0};
    return words_join(b->pool, (const char *const[]){more.data, link, where.data, NULL});
}

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

/* How high marks stand over a point's own, so that its leader does not run through them. */
static size_t crown_of(const figure *f, size_t point) {
    double x = f->points[point].x;
    size_t crown = f->points[point].level;
    for (size_t i = point; i-- > 0 && x - f->points[i].x < nearest_alike;)
        if (f->points[i].level > crown) crown = f->points[i].level;
    for (size_t i = point + 1; i < f->point_count && f->points[i].x - x < nearest_alike; i++)
        if (f->points[i].level > crown) crown = f->points[i].level;
    return crown;
}

/* Room for the leaders to bend: flat ones are hard to follow. */
static double bend_height(double displacement) {
    return fmin(3 + displacement * 0.22, 15);
}

/* Room for raised marks, and above the highest for leaders to begin. */
static double raised_height(size_t levels) {
    return levels ? (double)levels * RAISE_MM + nearest_alike : 0;
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

/* Among labels above each other the first of a day says which: the others need not repeat it. */
static void share_dates(builder *b, column_label *labels, column_result *result) {
    figure *f = b->figure;
    annals_text said = {0};
    for (size_t i = 0; i < f->point_count; i++) {
        figure_point *p = &f->points[i];
        annals_text own = p->date.text;
        if (i && !labels[i - 1].last && !f->points[i - 1].more.count && text_same(own, said)) p->date = (text_block){0};
        said = own;
        labels[i].height = label_height(p);
        labels[i].width = label_width(p);
    }
    result->height = columns_stack(labels, f->point_count);
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
    if (result.fits) share_dates(b, labels, &result);
    double foot = *y + result.height;
    size_t levels = 0;
    for (size_t i = 0; i < f->point_count; i++) {
        figure_point *p = &f->points[i];
        p->stem = labels[i].stem;
        p->box = (box){p->stem, foot - labels[i].bottom - labels[i].height, p->stem + labels[i].width,
                       foot - labels[i].bottom};
        p->crown = crown_of(f, i);
        if (p->level > levels) levels = p->level;
        note_point(b, p);
    }
    f->foot_y = foot + 0.8;
    f->bend_y = f->foot_y + bend_height(result.displacement);
    *y = f->point_count ? f->bend_y + raised_height(levels) : f->foot_y + 2;
    return true;
}
