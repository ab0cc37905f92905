/* layout_sheets.c: time runs down.  Each sheet has an axis of its own, whose scale is that of its events; their words
 * stand beside it in the order of time, each as near to its moment as the others allow. */
#include "layout_sheets.h"

#include "isotonic.h"
#include "layout_figure_parts.h"
#include "layout_lanes.h"
#include "ticks.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_ROWS = 6 };

static const double usual_gap = 1.3, least_gap = 0.8, bar_step = 2.7, bar_clear = 0.5, usual_height = 250,
                    widest_words = 112, roomy = 1.5;

/* Ranges that a sheet begins with. */
typedef struct carried {
    const ordered_event *events[MOST_ROWS];
    size_t count;
} carried;

/* ------------------------------------------------------------------ ticks */

/* A measure for labels along an upright axis: their extent is their height. */
typedef struct upright {
    text_measure measure;
    double width;
} upright;

static bool wrap_upright(void *context, memory_pool *pool, text_style style, annals_text text, double width,
                         text_block *block) {
    upright *u = context;
    if (width > u->width) width = u->width;
    if (!u->measure.wrap(u->measure.context, pool, style, text, width, block)) return false;
    block->width = text_block_height(block);
    return true;
}

/* Words stand beside the axis and say their times: it needs no more ticks than guide the eye. */
static const tick_gaps upright_gaps = {.labels = 7, .ticks = 4};

static bool make_ticks(builder *b, figure_sheet *sheet) {
    upright u = {b->measure, b->figure->periods_right};
    const text_measure measure = {wrap_upright, &u};
    if (!ticks_make(&b->words, &sheet->scale, measure, upright_gaps, &sheet->ticks)) return false;
    double widest = 0; /* of the names of ticks, which those of periods may come near to */
    for (size_t i = 0; i < sheet->ticks.label_count; i++) {
        text_block *block = &sheet->ticks.labels[i].block;
        block->width = 0;
        for (size_t k = 0; k < block->count; k++) block->width = fmax(block->width, block->lines[k].width);
        if (!sheet->ticks.labels[i].row) widest = fmax(widest, block->width);
    }
    for (size_t i = 0; i < sheet->ticks.label_count; i++)
        if (sheet->ticks.labels[i].row) sheet->ticks.labels[i].block.room = b->figure->ticks_right - widest - 1;
    return true;
}

double sheet_label_left(const figure *f, const tick_label *label) {
    return label->row ? 0 : f->ticks_right - label->block.width;
}

/* ------------------------------------------------------------------ one sheet */

/* Of a range that goes on after the sheet, the scale has to show the begin only; but a day whole, and what the next
 * sheet begins with too, or their marks would stand at its end. */
static bool make_scale(builder *b, size_t first, size_t count, figure_sheet *sheet) {
    ordered_event *shown = POOL_ARRAY(b->pool, ordered_event, count);
    bool last = first + count == b->order->dated;
    if (!shown) return false;
    for (size_t i = 0; i < count; i++) {
        shown[i] = b->order->events[first + i];
        span *s = &shown[i].span;
        moment limit = last ? INT64_MAX : b->order->events[first + count].span.low;
        if (s->high <= limit || s->low >= limit || s->high - s->low <= SECONDS_A_DAY) continue;
        s->core = false;
        s->core_low = s->core_high = s->high = s->low;
    }
    return figure_make_scale(b, shown, count, FIGURE_EDGE, sheet->height - FIGURE_EDGE, &sheet->scale) &&
           make_ticks(b, sheet);
}

static bool place_words(builder *b, figure_sheet *sheet) {
    isotonic_item *items = POOL_ARRAY(b->pool, isotonic_item, sheet->entry_count);
    isotonic_block *blocks = POOL_ARRAY(b->pool, isotonic_block, sheet->entry_count);
    if (!items || !blocks) return false;
    double offset = 0, middle = face_of(STYLE_LABEL)->leading / 2, height = 0;
    for (size_t i = 0; i < sheet->entry_count; i++) {
        sheet_entry *e = &sheet->entries[i];
        items[i] = (isotonic_item){.wanted = e->at - middle, .weight = 1, .offset = offset};
        height = e->height;
        offset += height + b->figure->words_gap;
    }
    bool fits = isotonic_place(items, sheet->entry_count, 0, sheet->height - height, blocks);
    for (size_t i = 0; i < sheet->entry_count; i++) sheet->entries[i].top = fits ? items[i].place : items[i].offset;
    return true;
}

static bool goes_on(const ordered_event *e, const time_scale *scale) {
    return e->span.open_end || e->span.high > scale->segments[scale->count - 1].to;
}

/* Of the ranges that have a row, those that began on a sheet before come first. */
static void keep_bars(builder *b, const ordered_event *const *events, const lane_box *boxes, size_t count, size_t first,
                      figure_sheet *sheet, carried *before) {
    size_t began = before->count;
    before->count = 0;
    for (size_t i = 0; i < count; i++) {
        if (boxes[i].top < 0) continue;
        figure_bar *bar = &sheet->bars[sheet->bar_count++];
        *bar = sheet->bars[i];
        bar->x = b->figure->axis_x - bar_clear - bar_step - (boxes[i].top / (bar_step + LANE_ROW_GAP)) * bar_step;
        if (i < began) sheet->carried_count++;
        else sheet->entries[events[i] - &b->order->events[first]].bar = bar;
        figure_note_bar(b, bar);
        if (goes_on(events[i], &sheet->scale) && before->count < MOST_ROWS) before->events[before->count++] = events[i];
    }
}

/* Bars of the ranges in rows left of the axis; the words of those that find no row say how long they last. */
static bool make_bars(builder *b, const candidate *own, size_t first, figure_sheet *sheet, carried *before) {
    size_t count = before->count + sheet->entry_count, n = 0, rows = b->figure->sheet_rows;
    const ordered_event **events = POOL_ARRAY(b->pool, const ordered_event *, count);
    lane_box *boxes = POOL_ARRAY(b->pool, lane_box, count);
    sheet->bars = POOL_ARRAY(b->pool, figure_bar, count);
    double height;
    if (!events || !boxes || !sheet->bars) return false;
    for (size_t i = 0; i < before->count; i++) events[n++] = before->events[i];
    for (size_t i = 0; i < sheet->entry_count; i++)
        if (!figure_is_point(&own[i])) events[n++] = own[i].event;
    for (size_t i = 0; i < n; i++) {
        candidate c = figure_candidate(b, events[i]);
        figure_start_bar(b, &c, &sheet->bars[i]);
        boxes[i] = (lane_box){sheet->bars[i].low, sheet->bars[i].high, bar_step, 0, 0};
    }
    if (!lanes_place(b->pool, boxes, n, &rows, &height)) return false;
    keep_bars(b, events, boxes, n, first, sheet, before);
    return true;
}

/* Marks stand at their own times, a day's in its middle; what has a bar is told where that begins. */
static void place_entry(builder *b, const candidate *own, sheet_entry *e) {
    e->low = own->low;
    e->high = own->high;
    e->hollow = own->hollow;
    e->point = figure_is_point(own);
    e->at = scale_beside_break(&b->figure->scale, e->point ? own->x : own->low);
    figure_note_signs(b, e->event, SHAPE_MARK, e->hollow);
    e->core = own->event->span.core;
    bool seen = e->point && e->high - e->low > SHEET_GLOW_MM;
    b->signs[SIGN_WITHIN] |= seen && !e->core;
    b->signs[SIGN_RANGE] |= seen && e->core;
}

static int compare_places(const void *left, const void *right) {
    const sheet_entry *a = left, *b = right;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

/* The entries of a sheet follow the order of their marks. */
static bool make_sheet(builder *b, const sheet_entry *set, size_t first, figure_sheet *sheet, carried *before) {
    size_t count = sheet->entry_count;
    candidate *own = POOL_ARRAY(b->pool, candidate, count);
    sheet->entries = POOL_ARRAY(b->pool, sheet_entry, count);
    if (!own || !sheet->entries || !make_scale(b, first, count, sheet)) return false;
    b->figure->scale = sheet->scale; /* where candidates are placed */
    for (size_t i = 0; i < count; i++) {
        own[i] = figure_candidate(b, &b->order->events[first + i]);
        sheet->entries[i] = set[first + i];
        place_entry(b, &own[i], &sheet->entries[i]);
    }
    if (!make_bars(b, own, first, sheet, before)) return false;
    qsort(sheet->entries, count, sizeof *sheet->entries, compare_places);
    return place_words(b, sheet);
}

/* ------------------------------------------------------------------ all sheets */

/* In the order of time; null when memory runs out. */
static sheet_entry *set_entries(builder *b) {
    sheet_entry *entries = POOL_ARRAY(b->pool, sheet_entry, b->order->dated);
    static const double beyond = 1.5; /* of the paper's margin */
    double room = fmin(b->options->width - b->figure->words_x, widest_words), width;
    common_year said = b->year;
    for (size_t i = 0; entries && i < b->order->dated; i++) {
        const ordered_event *e = &b->order->events[i];
        sheet_entry *s = &entries[i];
        *s = (sheet_entry){.event = e->event, .look = e->look, .id = e->id, .rank = e->rank};
        if (!figure_set_words(b, e, said, room, room, &s->words, &width)) return NULL;
        s->words.label.room = room - s->words.label_x + beyond;
        if (s->words.label_y > 0) s->words.date.room = room + beyond;
        s->height = fmax(text_block_height(&s->words.date), s->words.label_y + text_block_height(&s->words.label));
        said = words_common_year(e, 1);
    }
    return entries;
}

/* How many entries from `first` on fit into `room`; at least one.  Sets their height. */
static size_t entries_for(const builder *b, const sheet_entry *entries, size_t first, double room, double *height) {
    size_t n = 1;
    *height = entries[first].height;
    for (; first + n < b->order->dated; n++) {
        double more = *height + b->figure->words_gap + entries[first + n].height;
        if (more > room) break;
        *height = more;
    }
    return n;
}

/* How high the first sheet may be, and the others. */
typedef struct rooms {
    double first, others;
    bool paged;
} rooms;

/* Where no page says it, all hold about as much. */
static rooms find_rooms(const builder *b, const sheet_entry *entries) {
    const figure_options *o = b->options;
    if (o->sheet_height > 0)
        return (rooms){o->first_height > 0 ? o->first_height : o->sheet_height, o->sheet_height, true};
    double whole = 0, highest = 0;
    for (size_t i = 0; i < b->order->dated; i++) {
        whole += entries[i].height + usual_gap;
        highest = fmax(highest, entries[i].height);
    }
    double even = fmin(usual_height, whole / ceil(whole / usual_height) + highest);
    return (rooms){even, even, false};
}

/* Pages of the sheets, so far from each other, and of what comes after them. */
static size_t count_pages(builder *b, const sheet_entry *entries, const rooms *r, double gap) {
    size_t pages = 0;
    double height = 0, room = 0;
    b->figure->words_gap = gap;
    for (size_t first = 0; first < b->order->dated; pages++) {
        room = pages ? r->others : r->first;
        first += entries_for(b, entries, first, room, &height);
    }
    return pages + (height + b->options->sheet_rest > room);
}

/* Words stand a little closer where that saves a page. */
static void choose_gap(builder *b, const sheet_entry *entries, const rooms *r) {
    size_t pages = r->paged ? count_pages(b, entries, r, usual_gap) : 1;
    if (pages > 1 && count_pages(b, entries, r, least_gap) < pages) return;
    b->figure->words_gap = usual_gap;
}

/* A sheet that fills no page is as high as its words ask for. */
static double sheet_height(const builder *b, const rooms *r, double room, double words, bool last) {
    if (r->paged && !last) return room;
    double most = r->paged ? room - b->options->sheet_rest : usual_height;
    return fmax(words, fmin(most, words * roomy + 20));
}

static bool any_ranges(const builder *b) {
    for (size_t i = 0; i < b->order->dated; i++)
        if (b->order->events[i].span.high - b->order->events[i].span.low > SECONDS_A_DAY) return true;
    return false;
}

/* Columns from the left: names of periods, ticks, bars, the axis, words. */
static void place_columns(builder *b) {
    figure *f = b->figure;
    bool narrow = b->options->width < 120;
    f->sheet_rows = !any_ranges(b) ? 0 : narrow ? MOST_ROWS / 2 : MOST_ROWS;
    f->periods_right = narrow ? 15.5 : 25; /* "22 September 1962" in two lines, or one */
    f->ticks_right = f->periods_right + 9;
    f->axis_x = f->ticks_right + SHEET_TICKS_MM + 0.2 + (double)f->sheet_rows * bar_step;
    if (f->sheet_rows) f->axis_x += bar_clear;
    f->words_x = f->axis_x + (narrow ? 10 : 15);
}

/* Only now is it known how many ranges are long enough for a bar: rows that none stands in are closed. */
static void close_rows(figure *f) {
    double first = f->axis_x, spare = (double)f->sheet_rows * bar_step + (f->sheet_rows ? bar_clear : 0);
    for (size_t i = 0; i < f->sheet_count; i++)
        for (size_t k = 0; k < f->sheets[i].bar_count; k++) first = fmin(first, f->sheets[i].bars[k].x);
    spare -= f->axis_x - first;
    f->axis_x -= spare;
    f->words_x -= spare;
    for (size_t i = 0; i < f->sheet_count; i++)
        for (size_t k = 0; k < f->sheets[i].bar_count; k++) f->sheets[i].bars[k].x -= spare;
}

bool figure_make_sheets(builder *b, double *y) {
    figure *f = b->figure;
    size_t dated = b->order->dated;
    f->sheets = POOL_ARRAY(b->pool, figure_sheet, dated);
    place_columns(b);
    const sheet_entry *entries = f->set = b->options->set ? b->options->set : set_entries(b);
    if (!entries || !f->sheets) return false;
    rooms r = find_rooms(b, entries);
    choose_gap(b, entries, &r);
    carried before = {.count = 0};
    for (size_t first = 0; first < dated;) {
        figure_sheet *sheet = &f->sheets[f->sheet_count++];
        double room = f->sheet_count > 1 ? r.others : r.first, words;
        *sheet = (figure_sheet){.y = *y};
        sheet->entry_count = entries_for(b, entries, first, room, &words);
        sheet->height = sheet_height(b, &r, room, words, first + sheet->entry_count == dated);
        if (!make_sheet(b, entries, first, sheet, &before)) return false;
        first += sheet->entry_count;
        *y += sheet->height + (first < dated ? SHEET_GAP_MM : 0);
    }
    close_rows(f);
    f->scale = (time_scale){0};
    return true;
}
