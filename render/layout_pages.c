/* layout_pages.c: the flow of rows, and where the pages take it. */
#include "layout_pages.h"

#include "layout_pages_parts.h"

#include <math.h>
#include <string.h>

/* Besides the margins: room for the running head, and for the page number. */
static const double room_above = 6, room_below = 4;

/* ------------------------------------------------------------------ the flow */

double flow_source_width(const flow *f) {
    return fmin(fmax(f->out->column_width * 36 / 174, 26), 60);
}

double flow_source_left(const flow *f) {
    return f->out->column_width - flow_source_width(f);
}

/* The only source need not be named beside what it tells; and narrow pages have no margin for notes. */
bool flow_has_notes(const flow *f) {
    static const double least = 100;
    size_t count;
    annals_documents(f->chronology, &count);
    return count > 1 && f->out->column_width >= least;
}

double flow_text_width(const flow *f) {
    static const double widest = 125; /* lines that eyes can follow */
    if (flow_has_notes(f)) return flow_source_left(f) - 6 - TEXT_LEFT;
    return fmin(widest, f->out->column_width - TEXT_LEFT);
}

/* An array of the pool with room for one more; the old one stays behind in the pool. */
static void *room_for_one(flow *f, void *items, size_t count, size_t *room, size_t size) {
    if (count < *room) return items;
    size_t larger = *room ? *room * 2 : 256;
    void *copy = pool_take(f->pool, larger, size);
    f->failed |= !copy;
    if (!copy) return items;
    if (count) memcpy(copy, items, count * size);
    *room = larger;
    return copy;
}

size_t flow_row(flow *f, double before, double height, bool keep) {
    f->rows = room_for_one(f, f->rows, f->row_count, &f->row_room, sizeof *f->rows);
    if (f->failed) return 0;
    f->rows[f->row_count] = (page_row){.before = before, .give = before / 3, .height = height, .keep = keep};
    return f->row_count++;
}

page_piece *flow_piece(flow *f, piece_kind kind, size_t row, double x, double y, const text_block *block) {
    f->pieces = room_for_one(f, f->pieces, f->piece_count, &f->piece_room, sizeof *f->pieces);
    if (f->failed) return &f->lost;
    page_piece *p = &f->pieces[f->piece_count++];
    *p = (page_piece){.kind = kind, .page = row, .x = x, .y = y, .block = block, .item = f->items};
    if (block) p->count = block->count;
    return p;
}

const text_block *flow_set(flow *f, text_style style, annals_text text, double width) {
    static const text_block nothing;
    text_block *block = POOL_ARRAY(f->pool, text_block, 1);
    f->failed |= !text.data || !block;
    if (f->failed) return &nothing;
    bool even = style == STYLE_TITLE || style == STYLE_ENTRY;
    f->failed |= !(even ? text_wrap_even : text_wrap)(f->measure, f->pool, style, text, width, block);
    return block;
}

size_t flow_lines(flow *f, piece_kind kind, const text_block *block, double x, double before, double keep_height,
                  bool keep_last) {
    double leading = face_of(block->style)->leading;
    size_t first = f->row_count, n = block->count;
    for (size_t i = 0; i < n; i++) {
        bool covered = (double)(i + 1) * leading < keep_height;
        bool keep = i + 1 == n ? keep_last : covered || i == 0 || i + 2 == n;
        size_t row = flow_row(f, i ? 0 : before, leading, keep);
        page_piece *p = flow_piece(f, kind, row, x, 0, block);
        p->first = i;
        p->count = 1;
    }
    return first;
}

void flow_heading_of(flow *f, annals_text words, const char *anchor, moment at) {
    f->headings = room_for_one(f, f->headings, f->heading_count, &f->heading_room, sizeof *f->headings);
    if (!f->failed) f->headings[f->heading_count++] = (heading){words, anchor, at};
}

void flow_section(flow *f, heading_word words, const char *anchor) {
    flow_section_of(f, words_heading(&f->words, words), anchor);
}

void flow_section_of(flow *f, annals_text words, const char *anchor) {
    const text_block *block = flow_set(f, STYLE_SECTION, words, f->out->column_width);
    f->failed |= !anchor;
    size_t row = flow_row(f, SECTION_GAP, text_block_height(block) + SECTION_REST, true);
    flow_clear_note(f, row, SECTION_GAP / 2);
    f->note_source = 0;
    flow_piece(f, PIECE_SECTION, row, 0, 0, block)->anchor = anchor;
    flow_heading_of(f, block->text, anchor, INT64_MAX);
}

/* ------------------------------------------------------------------ columns */

static const double column_gap = 10;

page_grid flow_grid(const flow *f) {
    return (page_grid){f->out->text_height, f->out->columns, f->front, f->closed};
}

/* As many as have room for lines of a good length; sheets take all the room there is. */
static void choose_columns(flow *f) {
    pages *out = f->out;
    out->column_width = out->text_width;
    double least = flow_has_notes(f) ? 150 : 120;
    size_t most = (size_t)fmax(1, (out->text_width + column_gap) / (least + column_gap));
    out->columns = f->overview.kind == FIGURE_VERTICAL ? 1 : most;
    out->column_width = (out->text_width + column_gap) / (double)out->columns - column_gap;
}

/* ------------------------------------------------------------------ front matter */

/* "14 October – 20 November 1962 · 26 events · 2 sources" */
static annals_text subtitle_words(flow *f) {
    size_t documents;
    annals_documents(f->chronology, &documents);
    annals_text period = f->order->dated ? words_extent(&f->words, f->order) : (annals_text){"", 0},
                events = words_count(&f->words, f->order->count, "events"),
                sources = words_count(&f->words, documents, "sources");
    if (!period.data || !events.data || !sources.data) return (annals_text){0};
    return words_join(f->pool, (const char *const[]){period.data, f->order->dated ? " · " : "", events.data,
                                                     documents ? " · " : "", documents ? sources.data : "", NULL});
}

/* Less than this under the overview holds no entries worth beginning. */
static const double least_rest = 45;

/* The overview, in `room` at most; where little would be left under it, it takes that too, if that shows more. */
static bool lay_out_overview(flow *f, double room) {
    figure_options options = {.kind = f->overview.kind,
                              .scale = f->overview.scale,
                              .one_lane = f->overview.one_lane,
                              .phrasing = f->overview.phrasing,
                              .width = f->out->text_width,
                              .label_height = fmin(104, f->out->text_height * 0.42),
                              .bar_height = fmin(48, f->out->text_height * 0.2)},
                   larger = options;
    figure *out = &f->out->figure, first;
    if (!figure_layout_within(f->pool, f->order, &options, f->measure, room, out)) return false;
    if (f->overview.kind == FIGURE_LANES) return true;
    double rest = room - out->height;
    if (rest <= 0 || rest >= least_rest || !out->bars_left_out) return true;
    larger.bar_height = out->bars_bottom - out->bars_top + rest;
    first = *out;
    if (!figure_layout(f->pool, f->order, &larger, f->measure, out)) return false;
    if (out->height > room) *out = first;
    return true;
}

static double height_of_rows(const flow *f) {
    double height = 0;
    for (size_t i = 0; i < f->row_count; i++) height += f->rows[i].before + f->rows[i].height;
    return height;
}

/* How high all is that comes after the sheets; once it is known which signs they have. */
static double height_after_sheets(const flow *f) {
    flow after = {.pool = f->pool,
                  .words = f->words,
                  .measure = f->measure,
                  .chronology = f->chronology,
                  .order = f->order,
                  .overview = f->overview,
                  .out = f->out,
                  .entry_rows = f->entry_rows};
    memcpy(after.signs, f->signs, sizeof after.signs);
    flow_entries(&after);
    flow_sources(&after);
    flow_legend(&after);
    return after.failed ? 0 : height_of_rows(&after);
}

/* What comes after the sheets stands under the last one, if it is not much. */
static bool lay_out_sheets(flow *f, figure_options *options) {
    figure *out = &f->out->figure;
    if (!figure_layout(f->pool, f->order, options, f->measure, out)) return false;
    for (size_t i = 0; i < out->key_count; i++) f->signs[out->keys[i].sign] = true;
    double room = out->sheet_count > 1 ? options->sheet_height : options->first_height,
           free = room - out->sheets[out->sheet_count - 1].height;
    options->sheet_rest = height_after_sheets(f);
    if (options->sheet_rest <= free || options->sheet_rest > options->sheet_height / 2) return true;
    options->set = out->set;
    return figure_layout(f->pool, f->order, options, f->measure, out);
}

/* The figure's sheets, one a page; the legend explains their signs. */
static void flow_sheets(flow *f, double gap, double room) {
    figure_options options = {.kind = FIGURE_VERTICAL,
                              .scale = f->overview.scale,
                              .phrasing = f->overview.phrasing,
                              .width = f->out->text_width,
                              .sheet_height = f->out->text_height,
                              .first_height = room};
    figure *out = &f->out->figure;
    f->failed |= f->failed || !lay_out_sheets(f, &options);
    for (size_t i = 0; i < out->sheet_count && !f->failed; i++) {
        const figure_sheet *s = &out->sheets[i];
        const char *anchor = draw_anchor_name(f->pool, 'h', i);
        size_t row = flow_row(f, i ? 0 : gap, s->height, false);
        page_piece *p = flow_piece(f, PIECE_SHEET, row, 0, 0, NULL);
        for (size_t k = 0; k < s->entry_count; k++) f->entry_rows[s->entries[k].rank] = row + 1;
        p->sheet = i;
        p->anchor = anchor;
        f->items++;
        annals_text name = words_when(&f->words, s->entries[0].event->when, (common_year){0});
        f->failed |= !anchor || !name.data;
        if (!f->failed) flow_heading_of(f, name, anchor, INT64_MAX);
    }
}

static void flow_front(flow *f, annals_text title) {
    const text_block *block = flow_set(f, STYLE_TITLE, title, f->out->text_width);
    flow_piece(f, PIECE_TITLE, flow_row(f, 0, text_block_height(block), true), 0, 0, block)->anchor = "top";
    f->items++;
    block = flow_set(f, STYLE_SUBTITLE, subtitle_words(f), f->out->text_width);
    flow_piece(f, PIECE_SUBTITLE, flow_row(f, 1.5, text_block_height(block), false), 0, 0, block);
    f->items++;
    if (!f->order->dated || f->overview.kind == FIGURE_NONE) return;
    static const double gap = 7;
    double used = gap + height_of_rows(f);
    if (f->overview.kind == FIGURE_VERTICAL) {
        flow_sheets(f, gap, f->out->text_height - used);
        return;
    }
    f->failed |= f->failed || !lay_out_overview(f, f->out->text_height - used);
    if (f->failed) return;
    if (f->out->figure.height > f->out->text_height) { /* the entries tell as much */
        f->overview.kind = FIGURE_NONE;
        return;
    }
    flow_piece(f, PIECE_FIGURE, flow_row(f, gap, f->out->figure.height, false), 0, 0, NULL)->anchor = "overview";
    f->items++;
}

/* ------------------------------------------------------------------ pages */

static bool continues(const page_piece *a, const page_piece *b) {
    return a->block && a->block == b->block && a->page == b->page && a->x == b->x && a->first + a->count == b->first;
}

/* Turn rows into pages; lines of a block that stay together become one piece; pieces are put in the order of pages. */
static bool collect(flow *f) {
    pages *out = f->out;
    size_t *starts = POOL_ARRAY(f->pool, size_t, out->page_count + 1);
    out->pieces = POOL_ARRAY(f->pool, page_piece, f->piece_count);
    if (!starts || !out->pieces) return false;
    size_t merged = 0;
    for (size_t i = 0; i < f->piece_count; i++) {
        page_piece p = f->pieces[i];
        p.y += f->rows[p.page].top;
        p.x += (double)f->rows[p.page].column * (out->column_width + column_gap);
        p.page = f->rows[p.page].page;
        if (merged && continues(&f->pieces[merged - 1], &p)) f->pieces[merged - 1].count += p.count;
        else f->pieces[merged++] = p;
    }
    for (size_t i = 0; i < merged; i++) starts[f->pieces[i].page + 1 < out->page_count ? f->pieces[i].page + 1 : 0]++;
    starts[0] = 0;
    for (size_t i = 1; i < out->page_count; i++) starts[i] += starts[i - 1];
    for (size_t i = 0; i < merged; i++) out->pieces[starts[f->pieces[i].page]++] = f->pieces[i];
    out->piece_count = merged;
    return true;
}

static size_t flow_rest(flow *f) {
    flow_index(f);
    return f->failed ? 0 : paginate(f->rows, f->row_count, flow_grid(f));
}

/* The index and the pages.  Where the last of a few pages would hold little, all rows stand a little closer if none is
 * left for it then. */
static void flow_to_pages(flow *f) {
    enum { FEW_PAGES = 20 };
    static const double steps[] = {0.5, 1};
    flow loose = *f;
    size_t count = f->out->page_count = flow_rest(f);
    const page_row *last = f->row_count ? &f->rows[f->row_count - 1] : NULL;
    if (f->failed || count < 2 || count > FEW_PAGES || f->out->columns > 1 || !last) return;
    if (last->top + last->height > f->out->text_height / 2) return;
    for (size_t i = 0; i <= sizeof steps / sizeof *steps && f->out->page_count == count; i++) {
        *f = loose;
        f->closed = i < sizeof steps / sizeof *steps ? steps[i] : 0;
        f->out->page_count = flow_rest(f);
    }
}

bool pages_layout(memory_pool *pool, const annals_chronology *chronology, const event_order *order,
                  const page_setting *setting, const figure_options *overview, annals_text title, text_measure measure,
                  pages *out) {
    *out = (pages){.paper = setting->paper, .left = setting->margin, .head = title};
    out->text_width = out->paper.width - 2 * setting->margin;
    out->top = setting->margin + room_above;
    out->bottom = setting->margin + room_below;
    out->text_height = out->paper.height - out->top - out->bottom;
    flow f = {.pool = pool,
              .words = {pool, overview->phrasing},
              .measure = measure,
              .chronology = chronology,
              .order = order,
              .overview = *overview,
              .out = out};
    f.entry_rows = POOL_ARRAY(pool, size_t, order->count);
    f.failed = !f.entry_rows;
    choose_columns(&f);
    flow_front(&f, title);
    f.front = out->columns > 1 ? f.row_count : 0;
    flow_entries(&f);
    flow_sources(&f);
    flow_legend(&f);
    flow_to_pages(&f);
    flow_outline(&f);
    return !f.failed && collect(&f);
}
