/* draw_pages.c: the pieces of the pages, in the structure that screen readers follow: a section a page, headings,
 * paragraphs, and the entries between two headings as a list.  Running heads and page numbers stand outside of it. */
#include "draw_pages.h"

#include <math.h>

#include "draw.h"
#include "words.h"

typedef struct printer {
    canvas *canvas;
    memory_pool *pool;
    const wording *say;
    const pages *pages;
    text_measure measure;
    bool list, item, body; /* what is open */
    size_t item_number;
    const text_block *heading; /* the last one */
    bool overview;             /* it was drawn, so that headings lead back to it */
    bool failed;
} printer;

/* Millimetres from the top of the running head to that of the text. */
#define HEAD_RISE 11.5

static void begin(printer *p, part_role role) {
    p->canvas->class->begin(p->canvas, &(part){.role = role});
}

static void end(printer *p, part_role role) {
    p->canvas->class->end(p->canvas, &(part){.role = role});
}

static void close_item(printer *p) {
    if (p->body) end(p, PART_ITEM_BODY);
    if (p->item) end(p, PART_ITEM);
    p->body = p->item = false;
}

static void close_list(printer *p) {
    close_item(p);
    if (p->list) end(p, PART_LIST);
    p->list = false;
}

static void open_item(printer *p, size_t number) {
    if (p->item && p->item_number == number) return;
    close_item(p);
    if (!p->list) begin(p, PART_LIST);
    begin(p, PART_ITEM);
    p->list = p->item = true;
    p->item_number = number;
}

static void open_body(printer *p, size_t number) {
    open_item(p, number);
    if (!p->body) begin(p, PART_ITEM_BODY);
    p->body = true;
}

/* ------------------------------------------------------------------ pieces */

static point place_of(const printer *p, const page_piece *piece) {
    return (point){p->pages->left + piece->x, p->pages->top + piece->y};
}

static void draw_lines(printer *p, const page_piece *piece) {
    point at = place_of(p, piece);
    size_t before = piece->hang > 0;
    if (before) canvas_lines(p->canvas, piece->block, piece->first, before, at.x, at.y);
    canvas_lines(p->canvas, piece->block, piece->first + before, piece->count - before, at.x + piece->hang,
                 at.y + (double)before * face_of(piece->block->style)->leading);
}

static void draw_tagged(printer *p, const page_piece *piece, part_role role) {
    if (!piece->count) return;
    part link = {.role = PART_LABEL, .link = piece->link};
    begin(p, role);
    if (piece->link) p->canvas->class->begin(p->canvas, &link);
    draw_lines(p, piece);
    if (piece->link) p->canvas->class->end(p->canvas, &link);
    end(p, role);
}

/* A hairline above a day's heading. */
static void draw_rule(printer *p, const page_piece *piece) {
    paint rule = {.stroke = COLOUR_RULE, .width = 0.15};
    point at = place_of(p, piece);
    if (piece->y < 1) return;
    const point ends[] = {{at.x, at.y - 1.6}, {at.x + p->pages->column_width, at.y - 1.6}};
    p->canvas->class->polygon(p->canvas, ends, 2, false, &rule);
}

static void draw_margin_sign(printer *p, const page_piece *piece) {
    point at = place_of(p, piece);
    draw_sign(p->canvas, piece->sign, piece->series, at.x, at.y + face_of(STYLE_ENTRY)->leading / 2 + 0.2);
}

static void draw_overview(printer *p, const page_piece *piece) {
    p->overview = true;
    begin(p, PART_FIGURE);
    p->failed |= !draw_figure(p->canvas, p->say, &p->pages->figure, place_of(p, piece), true);
    end(p, PART_FIGURE);
}

/* The day of the week belongs to the heading that was begun with the day. */
static void draw_day(printer *p, const page_piece *piece, const page_piece *next) {
    close_list(p);
    p->heading = piece->block;
    draw_rule(p, piece);
    part link = {.role = PART_LABEL, .link = p->overview ? "overview" : NULL};
    begin(p, PART_HEADING);
    p->canvas->class->begin(p->canvas, &link);
    draw_lines(p, piece);
    if (next && next->kind == PIECE_WEEKDAY && next->page == piece->page) draw_lines(p, next);
    p->canvas->class->end(p->canvas, &link);
    end(p, PART_HEADING);
}

static void draw_piece(printer *p, const page_piece *piece, const page_piece *next) {
    switch (piece->kind) {
    case PIECE_TITLE:
        draw_tagged(p, piece, PART_TITLE);
        break;
    case PIECE_SUBTITLE:
        draw_tagged(p, piece, PART_PARAGRAPH);
        break;
    case PIECE_FIGURE:
        draw_overview(p, piece);
        break;
    case PIECE_SECTION:
        close_list(p);
        p->heading = piece->block;
        draw_tagged(p, piece, PART_HEADING);
        break;
    case PIECE_DAY:
        draw_day(p, piece, next);
        break;
    case PIECE_TIME:
        open_item(p, piece->item);
        draw_tagged(p, piece, PART_ITEM_LABEL);
        break;
    case PIECE_ENTRY:
    case PIECE_BODY:
    case PIECE_SOURCE:
        open_body(p, piece->item);
        draw_tagged(p, piece, PART_PARAGRAPH);
        break;
    case PIECE_INDEX:
        open_body(p, piece->item);
        draw_tagged(p, piece, PART_PARAGRAPH);
        break;
    case PIECE_SIGN:
        open_item(p, piece->item);
        draw_margin_sign(p, piece);
        break;
    case PIECE_SHEET:
        close_list(p);
        begin(p, PART_FIGURE);
        p->failed |= !draw_sheet(p->canvas, p->say, &p->pages->figure, &p->pages->figure.sheets[piece->sheet],
                                 place_of(p, piece), false);
        end(p, PART_FIGURE);
        break;
    case PIECE_WEEKDAY:
        break;
    }
}

/* ------------------------------------------------------------------ pages */

/* Below the text, or at the lower edge of paper with narrow margins. */
static void draw_folio(printer *p, size_t number) {
    static const double below = 8, edge = 4.2;
    text_block block;
    annals_text digits = words_number(p->pool, number);
    p->failed |= !digits.data || !p->measure.wrap(p->measure.context, p->pool, STYLE_FOLIO, digits, 100, &block);
    if (p->failed) return;
    double middle = p->pages->paper.width / 2, bottom = p->pages->bottom;
    canvas_block(p->canvas, &block, middle - block.width / 2,
                 p->pages->paper.height - bottom + fmin(below, bottom - edge));
}

/* "20 October 1962 – 2 November 1962": the first heading of the entries on a page, from `first` to `end`, and the last;
 * or the one that goes on from the page before. */
static annals_text guide_words(const printer *p, size_t first, size_t end) {
    const page_piece *pieces = p->pages->pieces;
    bool goes_on = p->heading && pieces[first].kind != PIECE_DAY && pieces[first].kind != PIECE_SECTION;
    const text_block *from = goes_on ? p->heading : NULL, *to = from;
    for (size_t i = first; i < end && pieces[i].kind != PIECE_SECTION; i++) {
        if (pieces[i].kind != PIECE_DAY) continue;
        if (!from) from = pieces[i].block;
        to = pieces[i].block;
    }
    if (!from) return (annals_text){"", 0};
    annals_text continued = words_said(p->say, "continued", 0);
    if (!continued.data || (from == to && !goes_on)) return continued.data ? from->text : continued;
    const char *link = from == to ? ", " : " – ", *last = from == to ? continued.data : to->text.data;
    return words_join(p->pool, (const char *const[]){from->text.data, link, last, NULL});
}

/* At the right, what the page has.  Returns what it takes of the line. */
static double draw_guide(printer *p, size_t first, size_t end) {
    text_block block;
    annals_text words = guide_words(p, first, end);
    p->failed |= !words.data ||
                 !p->measure.wrap(p->measure.context, p->pool, STYLE_FOLIO, words, p->pages->text_width * 0.46, &block);
    if (p->failed || block.count != 1) return 0;
    canvas_block(p->canvas, &block, p->pages->left + p->pages->text_width - block.width, p->pages->top - HEAD_RISE);
    return block.width + 4;
}

/* The title above each page but the first. */
static void draw_head(printer *p, size_t page, size_t first) {
    text_block block;
    if (!page) return;
    size_t end = first;
    while (end < p->pages->piece_count && p->pages->pieces[end].page == page) end++;
    double taken = draw_guide(p, first, end);
    p->failed |=
        !text_wrap_cut(p->measure, p->pool, STYLE_FOLIO, p->pages->head, p->pages->text_width - taken, 1, &block);
    if (p->failed) return;
    canvas_block(p->canvas, &block, p->pages->left, p->pages->top - HEAD_RISE);
    paint rule = {.stroke = COLOUR_RULE, .width = 0.15};
    double y = p->pages->top - HEAD_RISE + 4.7, left = p->pages->left;
    p->canvas->class->polygon(p->canvas, (const point[]){{left, y}, {left + p->pages->text_width, y}}, 2, false, &rule);
}

static size_t draw_page(printer *p, size_t page, size_t first) {
    const pages *all = p->pages;
    /* White too: cairo unites the places of all that it draws, which takes a tenth of its time unless one covers all.
     */
    canvas_paper(p->canvas, all->paper.width, all->paper.height);
    draw_head(p, page, first);
    draw_folio(p, page + 1);
    begin(p, PART_SECTION);
    size_t i = first;
    for (; i < all->piece_count && all->pieces[i].page == page; i++) {
        const page_piece *piece = &all->pieces[i];
        point at = place_of(p, piece);
        if (piece->anchor) p->canvas->class->anchor(p->canvas, piece->anchor, (point){all->left, at.y - 2});
        draw_piece(p, piece, i + 1 < all->piece_count ? piece + 1 : NULL);
    }
    close_list(p);
    end(p, PART_SECTION);
    p->canvas->class->end_page(p->canvas, page + 1);
    return i;
}

static bool draw_outline(printer *p) {
    const pages *all = p->pages;
    int *ids = POOL_ARRAY(p->pool, int, all->outline_count + 1);
    if (!ids) return false;
    bool open = all->outline_count <= 40;
    for (size_t i = 0; i < all->outline_count; i++) {
        const outline_item *item = &all->outline[i];
        ids[i + 1] = p->canvas->class->outline(p->canvas, ids[item->parent], item->name.data, item->anchor, open);
    }
    return true;
}

bool draw_pages(canvas *pdf, const wording *say, const pages *all, text_measure measure) {
    printer p = {.canvas = pdf, .pool = say->pool, .say = say, .pages = all, .measure = measure};
    size_t at = 0;
    for (size_t page = 0; page < all->page_count && !p.failed; page++) at = draw_page(&p, page, at);
    return !p.failed && draw_outline(&p);
}
