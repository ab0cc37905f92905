/* draw_sheets.c: sheets whose time runs down. */
#include "layout_sheets.h"

#include "draw.h"
#include "draw_marks.h"
#include "ticks.h"

static const paint leader_paint = {.stroke = COLOUR_LEADER, .width = 0.2};

static void draw_line(canvas *c, point from, point to, colour stroke, double width) {
    paint p = {.stroke = stroke, .width = width};
    c->class->polygon(c, (const point[]){from, to}, 2, false, &p);
}

static void draw_break(canvas *c, double x, double y) {
    for (int i = 0; i < 2; i++) {
        double at = y + i * 1.1 - 0.55;
        draw_line(c, (point){x - 1.5, at + 0.6}, (point){x + 1.5, at - 0.6}, COLOUR_INK, 0.3);
    }
}

/* Ticks of one length in one row of strokes: left of the axis, and above the names of periods. */
static bool draw_ticks(canvas *c, const wording *say, const figure *f, const figure_sheet *s, point o) {
    const double right = o.x + f->ticks_right + SHEET_TICKS_MM, feet[] = {right, right, o.x + f->periods_right};
    const double lengths[] = {0.5, 1, f->periods_right};
    double *y = POOL_ARRAY(say->pool, double, s->ticks.count);
    if (!y) return false;
    for (int sort = 0; sort < TICK_SORTS; sort++) {
        size_t count = ticks_of_sort(&s->ticks, (tick_sort)sort, o.y, y);
        paint p = {.stroke = sort == TICK_MAJOR ? COLOUR_RULE : COLOUR_LEADER, .width = 0.18};
        c->class->strokes(c, &(stroke_row){y, count, feet[sort], lengths[sort], true}, &p);
    }
    return true;
}

static void draw_axis(canvas *c, const figure *f, const figure_sheet *s, point o) {
    double x = o.x + f->axis_x;
    for (size_t i = 0; i < s->scale.count; i++) {
        const scale_segment *g = &s->scale.segments[i];
        double top = o.y + g->left - (i ? 1.2 : FIGURE_EDGE), bottom = o.y + g->right;
        bottom += i + 1 < s->scale.count ? 1.2 : FIGURE_EDGE;
        draw_line(c, (point){x, top}, (point){x, bottom}, COLOUR_INK, 0.4);
        if (i) draw_break(c, x, o.y + g->left - SCALE_BREAK_MM / 2.0);
    }
    for (size_t i = 0; i < s->ticks.label_count; i++) {
        const tick_label *l = &s->ticks.labels[i];
        canvas_block(c, &l->block, o.x + sheet_label_left(f, l), o.y + l->x);
    }
}

/* Where an axis break cuts a bar, the paper shows. */
static void draw_bar_breaks(canvas *c, const figure_sheet *s, const figure_bar *b, point o) {
    for (size_t i = 1; i < s->scale.count; i++) {
        double y = s->scale.segments[i].left - SCALE_BREAK_MM / 2.0, x = o.x + b->x;
        if (b->low >= y - 1 || b->high <= y + 1) continue;
        for (int k = 0; k < 2; k++) {
            double at = o.y + y + k * 1.1 - 0.55;
            draw_line(c, (point){x - 0.2, at + 0.5}, (point){x + BAR_MM + 0.2, at - 0.5}, COLOUR_PAPER, 0.5);
        }
    }
}

static const double arrow_length = 2, arrow_rise = 1.2; /* of it, beyond the end of a bar */

static void draw_arrow(canvas *c, double x, double y, double direction, colour fill) {
    paint head = {.fill = fill};
    double foot = y - direction * arrow_length;
    const point corners[] = {{x + BAR_MM / 2, y}, {x - 0.1, foot}, {x + BAR_MM + 0.1, foot}};
    c->class->polygon(c, corners, 3, true, &head);
}

/* Pointed where it goes on. */
static void draw_solid(canvas *c, const figure_bar *b, point corner, const paint *look) {
    double left = corner.x, right = left + BAR_MM, middle = left + BAR_MM / 2, length = b->high - b->low;
    double rise = b->goes_on_left ? arrow_rise : 0, fall = b->goes_on_right ? arrow_rise : 0;
    double top = corner.y + (rise > 0 ? arrow_length - rise : 0);
    double bottom = corner.y + length - (fall > 0 ? arrow_length - fall : 0);
    if (top > bottom) *(rise > 0 ? &top : &bottom) = rise > 0 ? bottom : top;
    const point ends[] = {{left, top},     {middle, corner.y - rise},          {right, top},
                          {right, bottom}, {middle, corner.y + length + fall}, {left, bottom}};
    if (rise > 0 || fall > 0) c->class->polygon(c, ends, 6, true, look);
    else c->class->rectangle(c, corner, BAR_MM, length, look);
}

/* As in the figure, the parts of a bar with uncertain ends overlap a little. */
static void draw_core(canvas *c, const figure_bar *b, double x, double y, colour solid, colour tint) {
    double before = b->core_low - b->low, after = b->high - b->core_high, core = b->core_high - b->core_low;
    fade_look in = {tint, solid, false, true}, out = {solid, tint, false, true}, even = {solid, solid, false, true};
    if (before > 0) c->class->fade(c, (point){x, y + b->low}, BAR_MM, before, &in);
    if (after > 0) c->class->fade(c, (point){x, y + b->core_high}, BAR_MM, after, &out);
    double above = before > 0 ? 0.1 : 0, below = after > 0 ? 0.1 : 0;
    if (core > 0) c->class->fade(c, (point){x, y + b->core_low - above}, BAR_MM, core + above + below, &even);
}

static void draw_bar(canvas *c, const figure_sheet *s, const figure_bar *b, point o) {
    kind_colours k = kind_colours_of(b->look);
    double x = o.x + b->x, low = o.y + b->low, high = o.y + b->high;
    paint dashes = {.stroke = k.solid, .width = 0.25, .dashed = true}, solid = {.fill = k.solid};
    if (!b->core) {
        c->class->fade(c, (point){x, low}, BAR_MM, high - low, &(fade_look){COLOUR_PAPER, k.tint, true, true});
        c->class->polygon(c, (const point[]){{x + BAR_MM / 2, low}, {x + BAR_MM / 2, high}}, 2, false, &dashes);
    } else if (b->hollow) {
        draw_core(c, b, x, o.y, k.tint, COLOUR_PAPER);
        c->class->rectangle(c, (point){x, o.y + b->core_low}, BAR_MM, b->core_high - b->core_low, &dashes);
    } else if (b->core_low > b->low || b->core_high < b->high) {
        draw_core(c, b, x, o.y, k.solid, k.tint);
    } else {
        draw_solid(c, b, (point){x, low}, &solid);
    }
    double middle = x + BAR_MM / 2, first = b->core ? o.y + b->core_low : low,
           last = b->core ? o.y + b->core_high : high;
    draw_motifs(c, b->look, (point){middle, first}, (point){middle, last},
                b->core && !b->hollow ? COLOUR_PAPER : k.solid);
    draw_bar_breaks(c, s, b, o);
    bool pointed = b->core && !b->hollow && b->core_low <= b->low && b->core_high >= b->high;
    if (b->goes_on_left && !pointed) draw_arrow(c, x, low - arrow_rise, -1, k.solid);
    if (b->goes_on_right && !pointed) draw_arrow(c, x, high + arrow_rise, 1, k.solid);
}

/* Under the axis: the stretch that an event lies in; once for neighbours that share it. */
static void draw_shared_stretch(canvas *c, const figure *f, const sheet_entry *e, const sheet_entry *before, point o) {
    if (!e->point || e->core || e->high - e->low <= SHEET_GLOW_MM) return;
    if (before && before->low == e->low && before->high == e->high && same_look(before->look, e->look)) return;
    kind_colours k = kind_colours_of(e->look);
    double axis = o.x + f->axis_x, low = o.y + e->low, high = o.y + e->high;
    c->class->fade(c, (point){axis - 1, low}, 2, high - low, &(fade_look){COLOUR_PAPER, k.tint, true, true});
    c->class->strokes(c, &(stroke_row){(const double[]){axis - 1, axis + 1}, 2, high, high - low, false},
                      &(paint){.stroke = k.solid, .width = 0.2, .dashed = true});
}

/* Too short for a bar of its own, it lies on the axis. */
static void draw_short_range(canvas *c, const figure *f, const sheet_entry *e, point o) {
    paint solid = {.fill = kind_colours_of(e->look).solid};
    c->class->rectangle(c, (point){o.x + f->axis_x - 0.7, o.y + e->low}, 1.4, e->high - e->low, &solid);
}

static bool draw_entry(canvas *c, const wording *say, const figure *f, const figure_sheet *s, const sheet_entry *e,
                       point o, bool links) {
    const drawn_event drawn_as = {
        .event = e->event, .id = e->id, .rank = e->rank, .said = text_of_block(&e->words.date)};
    if (!draw_begin_event(c, say, drawn_as, links)) return false;
    if (e->bar) draw_bar(c, s, e->bar, o);
    if (e->point && e->core) draw_short_range(c, f, e, o);
    double x = o.x + f->axis_x - SHEET_TICK_MM, y = o.y + e->at, words = o.x + f->words_x, top = o.y + e->top;
    double middle = top + face_of(STYLE_LABEL)->leading / 2;
    c->class->bend(c, (point){x, y}, (point){words - SHEET_SIGN_MM, middle}, &leader_paint);
    draw_mark(c, e->look, (point){words - SHEET_SIGN_MM / 2 - 0.2, middle}, e->hollow);
    const figure_words *w = &e->words;
    bool drawn = draw_label(c, say, e->rank, links, (const text_block *[3]){&w->date, &w->label, NULL},
                            (const point[3]){{words, top}, {words + w->label_x, top + w->label_y}, {0, 0}});
    draw_end_event(c);
    return drawn;
}

/* The bars of ranges that began on a sheet before. */
static bool draw_carried(canvas *c, const wording *say, const figure_sheet *s, point o, bool links) {
    for (size_t i = 0; i < s->carried_count; i++) {
        const figure_bar *b = &s->bars[i];
        if (!draw_begin_event(c, say, (drawn_event){.event = b->event, .rank = b->rank}, links)) return false;
        draw_bar(c, s, b, o);
        draw_end_event(c);
    }
    return true;
}

/* Words begin at the sheet's origin, where most of all places are, and short numbers say them. */
bool draw_sheet(canvas *c, const wording *say, const figure *f, const figure_sheet *s, point origin, bool links) {
    const part sheet = {.role = PART_SHEET, .origin = {origin.x + f->words_x, origin.y}};
    const point o = {-f->words_x, 0};
    c->class->begin(c, &sheet);
    for (size_t i = 0; i < s->entry_count; i++)
        draw_shared_stretch(c, f, &s->entries[i], i ? &s->entries[i - 1] : NULL, o);
    draw_axis(c, f, s, o);
    bool drawn = draw_ticks(c, say, f, s, o) && draw_carried(c, say, s, o, links);
    for (size_t i = 0; drawn && i < s->entry_count; i++) drawn = draw_entry(c, say, f, s, &s->entries[i], o, links);
    c->class->end(c, &sheet);
    return drawn;
}
