/* dump.c: layouts as text. */
#include "dump.h"

#include "layout_sheets.h"

#include <math.h>

static void put_numbers(buffer *b, const double *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        buffer_string(b, " ");
        buffer_fixed(b, values[i] > -0.005 && values[i] < 0 ? 0 : values[i], 2);
    }
}

static void put_box(buffer *b, const char *name, double x, double y, double width, double height) {
    buffer_string(b, name);
    put_numbers(b, (const double[]){x, y, width, height}, 4);
}

static void put_words(buffer *b, const text_block *block, size_t first, size_t count) {
    for (size_t i = first; i < first + count; i++) {
        const text_line *l = &block->lines[i];
        size_t length = l->length;
        while (length && block->text.data[l->offset + length - 1] == ' ') length--;
        buffer_string(b, i == first ? " | " : " / ");
        buffer_bytes(b, block->text.data + l->offset, length);
    }
    buffer_string(b, "\n");
}

static void put_block(buffer *b, const char *name, const text_block *block, double x, double y) {
    if (!block->count) return;
    put_box(b, name, x, y, block->width, text_block_height(block));
    put_words(b, block, 0, block->count);
}

/* ------------------------------------------------------------------ figure */

static void put_moment(buffer *b, moment at) {
    int64_t day = at / SECONDS_A_DAY - (at % SECONDS_A_DAY < 0);
    annals_bound bound = {day, (int32_t)(at - day * SECONDS_A_DAY), ANNALS_BOUND_SECOND};
    char iso[ANNALS_BOUND_SIZE];
    buffer_string(b, " ");
    buffer_string(b, annals_bound_iso(bound, iso));
}

static void put_axis(buffer *b, const figure *f) {
    for (size_t i = 0; i < f->scale.count; i++) {
        const scale_segment *s = &f->scale.segments[i];
        put_box(b, "segment", s->left, f->axis_y, s->right - s->left, 0);
        put_moment(b, s->from);
        put_moment(b, s->to);
        buffer_string(b, "\n");
    }
    for (size_t i = 0; i < f->ticks.count; i++) {
        const tick *t = &f->ticks.ticks[i];
        put_box(b, t->major ? "major-tick" : t->labelled ? "tick" : "fine-tick", t->x, f->axis_y, 0, 0);
        buffer_string(b, "\n");
    }
    for (size_t i = 0; i < f->ticks.label_count; i++) {
        const tick_label *l = &f->ticks.labels[i];
        double tops[3];
        size_t count = figure_tick_tops(f, l, tops);
        for (size_t k = 0; k < count; k++) put_block(b, l->row ? "period" : "tick-label", &l->block, l->x, tops[k]);
    }
}

static void put_point(buffer *b, const figure *f, const figure_point *p) {
    const figure_leader l = figure_leader_of(f, p);
    put_box(b, "point", p->low, l.axis_y, p->high - p->low, 0);
    buffer_string(b, " at");
    put_numbers(b, &p->x, 1);
    buffer_string(b, " id ");
    buffer_text(b, p->event->id);
    if (p->count > 1) {
        buffer_string(b, " events ");
        buffer_integer(b, (int64_t)p->count);
    }
    if (p->level) {
        buffer_string(b, " raised ");
        buffer_integer(b, (int64_t)p->level);
    }
    if (p->crown > p->level) {
        buffer_string(b, " below ");
        buffer_integer(b, (int64_t)p->crown);
    }
    buffer_string(b, p->hollow ? " hollow\nleader" : "\nleader");
    put_numbers(b, (const double[]){p->x, l.bend_y, p->stem, l.foot_y, l.end_y}, 5);
    buffer_string(b, "\n");
    double y = p->box.top;
    put_block(b, "date", &p->date, figure_point_left(p, &p->date), y);
    put_block(b, "label", &p->label, figure_point_left(p, &p->label), y += text_block_height(&p->date));
    put_block(b, "more", &p->more, figure_point_left(p, &p->more), y + text_block_height(&p->label));
}

static void put_bar(buffer *b, const figure_bar *bar) {
    put_box(b, bar->mark ? "mark" : bar->core ? "bar" : "within", bar->low, bar->y, bar->high - bar->low, BAR_MM);
    buffer_string(b, bar->mark ? " at" : " core");
    if (bar->mark) put_numbers(b, &bar->x, 1);
    else put_numbers(b, (const double[]){bar->core_low, bar->core_high}, 2);
    buffer_string(b, " id ");
    buffer_text(b, bar->event->id);
    if (bar->goes_on_left) buffer_string(b, " from-before");
    if (bar->goes_on_right) buffer_string(b, " goes-on");
    buffer_string(b, bar->hollow ? " hollow\n" : "\n");
    put_block(b, "date", &bar->date, bar->text_x, bar->date_y);
    put_block(b, "label", &bar->label, bar->label_x, bar->label_y);
}

static void put_sheet(buffer *b, const figure *f, const figure_sheet *s, double x, double y) {
    for (size_t i = 0; i < s->ticks.label_count; i++) {
        const tick_label *l = &s->ticks.labels[i];
        put_block(b, l->row ? "period" : "tick-label", &l->block, x + sheet_label_left(f, l), y + l->x);
    }
    for (size_t i = 0; i < s->bar_count; i++) {
        const figure_bar *bar = &s->bars[i];
        put_box(b, "upright-bar", x + bar->x, y + bar->low, BAR_MM, bar->high - bar->low);
        buffer_string(b, bar->goes_on_left ? " from-before" : "");
        buffer_string(b, bar->goes_on_right ? " goes-on\n" : "\n");
    }
    for (size_t i = 0; i < s->entry_count; i++) {
        const sheet_entry *e = &s->entries[i];
        double top = y + e->top, left = x + f->words_x;
        put_box(b, "mark", x + f->axis_x, y + e->low, 0, e->high - e->low);
        buffer_string(b, " at");
        put_numbers(b, (const double[]){y + e->at}, 1);
        buffer_string(b, " id ");
        buffer_text(b, e->event->id);
        buffer_string(b, e->hollow ? " hollow\nbend" : "\nbend");
        const double ends[] = {x + f->axis_x - SHEET_TICK_MM, y + e->at, left - SHEET_SIGN_MM,
                               top + face_of(STYLE_LABEL)->leading / 2};
        put_numbers(b, ends, 4);
        buffer_string(b, "\n");
        put_block(b, "date", &e->words.date, left, top);
        put_block(b, "label", &e->words.label, left + e->words.label_x, top + e->words.label_y);
    }
}

static void put_lane(buffer *b, const figure_lane *l) {
    put_block(b, "lane", &l->name, 0, l->y + LANE_NAME_MM);
    put_block(b, "cluster", &l->more, 0, l->more_y + FIGURE_STROKES_MM);
}

void dump_figure(buffer *b, const figure *f) {
    put_box(b, "figure", 0, 0, f->width, f->height);
    buffer_string(b, "\n");
    put_block(b, "title", &f->title, 0, 0);
    put_block(b, "empty", &f->empty, 0, f->empty_y);
    put_axis(b, f);
    for (size_t i = 0; i < f->point_count; i++) put_point(b, f, &f->points[i]);
    for (size_t i = 0; i < f->sheet_count; i++) put_sheet(b, f, &f->sheets[i], 0, f->sheets[i].y);
    for (size_t i = 0; i < f->lane_count; i++) put_lane(b, &f->lanes[i]);
    for (size_t i = 0; i < f->bar_count; i++) put_bar(b, &f->bars[i]);
    for (size_t i = 0; i < f->note_count; i++) put_block(b, "note", &f->notes[i].block, 0, f->notes[i].y);
    for (size_t i = 0; i < f->key_count; i++)
        put_block(b, "key", &f->keys[i].words, f->keys[i].x + KEY_SIGN_MM, f->keys[i].y);
}

/* ------------------------------------------------------------------ pages */

static void put_lines(buffer *b, const char *name, const text_block *block, size_t first, size_t count, double x,
                      double y) {
    double width = 0;
    for (size_t i = first; i < first + count; i++) width = fmax(width, block->lines[i].width);
    put_box(b, name, x, y, width, (double)count * face_of(block->style)->leading);
    put_words(b, block, first, count);
}

/* `beside`: the next piece is in its last line. */
static void put_piece(buffer *b, const pages *all, const page_piece *p, bool beside) {
    static const char *const names[] = {
        [PIECE_TITLE] = "title",     [PIECE_SUBTITLE] = "subtitle", [PIECE_FIGURE] = "overview",
        [PIECE_SECTION] = "section", [PIECE_DAY] = "day",           [PIECE_WEEKDAY] = "weekday",
        [PIECE_TIME] = "time",       [PIECE_ENTRY] = "entry",       [PIECE_BODY] = "body",
        [PIECE_SOURCE] = "source",   [PIECE_SIGN] = "sign",         [PIECE_SHEET] = "sheet",
        [PIECE_INDEX] = "index",
    };
    if (p->block && !p->count) return;
    if (p->kind == PIECE_SHEET) {
        put_sheet(b, &all->figure, &all->figure.sheets[p->sheet], all->left + p->x, all->top + p->y);
        return;
    }
    if (!p->block) {
        const bool overview = p->kind == PIECE_FIGURE;
        put_box(b, names[p->kind], all->left + p->x, all->top + p->y, overview ? all->figure.width : 0,
                overview ? all->figure.height : 0);
        buffer_string(b, "\n");
        return;
    }
    /* Beside the last line of a headline its account goes on. */
    size_t apart = beside && p->count > 1 ? p->count - 1 : 0;
    double x = all->left + p->x, y = all->top + p->y;
    if (apart) put_lines(b, names[p->kind], p->block, p->first, apart, x, y);
    y += (double)apart * face_of(p->block->style)->leading;
    put_lines(b, names[p->kind], p->block, p->first + apart, p->count - apart, x, y);
}

void dump_pages(buffer *b, const pages *all) {
    for (size_t i = 0; i < all->piece_count; i++) {
        if (!i || all->pieces[i].page != all->pieces[i - 1].page) {
            put_box(b, "page", 0, 0, all->paper.width, all->paper.height);
            buffer_string(b, " number ");
            buffer_integer(b, (int64_t)all->pieces[i].page + 1);
            buffer_string(b, "\n");
        }
        put_piece(b, all, &all->pieces[i], i + 1 < all->piece_count && all->pieces[i + 1].beside);
    }
}
