/* test_pages.c: pages hold every word, nothing lies over anything else, and no heading stands alone at the foot. */
#include "cmocka_first.h"

#include "annals-render.h"
#include "layout_pages.h"
#include "paginate.h"
#include "plain_measure.h"
#include "sample.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct book {
    memory_pool pool;
    annals_chronology *chronology;
    event_order order;
    pages pages;
} book;

static book make_book_of(annals_chronology *c, const char *paper_name, figure_kind kind) {
    book b = {.chronology = c};
    assert_non_null(c);
    assert_true(order_events(&b.pool, c, false, COLOUR_BY_KIND, &b.order));
    annals_text title = text_clean(&b.pool, annals_title(c));
    page_setting setting = {.margin = 18};
    assert_true(paper_find(paper_name, &setting.paper));
    assert_true(pages_layout(&b.pool, c, &b.order, &setting, &(figure_options){.kind = kind}, title,
                             (text_measure){plain_wrap, NULL}, &b.pages));
    return b;
}

static book make_book(annals_chronology *c, const char *paper_name) {
    return make_book_of(c, paper_name, FIGURE_COLUMNS);
}

static void free_book(book *b) {
    annals_free(b->chronology);
    pool_free(&b->pool);
}

static double height_of(const pages *all, const page_piece *p) {
    if (p->kind == PIECE_FIGURE) return all->figure.height;
    return p->block ? (double)p->count * face_of(p->block->style)->leading : 0;
}

static double width_of(const pages *all, const page_piece *p) {
    if (p->kind == PIECE_FIGURE) return all->figure.width;
    return p->block ? p->block->width : 0;
}

static bool overlap(const pages *all, const page_piece *a, const page_piece *b) {
    const double touch = 0.05;
    return a->page == b->page && a->x < b->x + width_of(all, b) - touch && b->x < a->x + width_of(all, a) - touch &&
           a->y < b->y + height_of(all, b) - touch && b->y < a->y + height_of(all, a) - touch;
}

static void check_places(const pages *all) {
    for (size_t i = 0; i < all->piece_count; i++) {
        const page_piece *p = &all->pieces[i];
        assert_true(p->page < all->page_count);
        assert_true(p->x >= 0 && p->x + width_of(all, p) <= all->text_width + 0.01);
        if (p->y < -0.01 || p->y + height_of(all, p) > all->text_height + 0.01)
            fail_msg("piece %zu of kind %d leaves page %zu", i, (int)p->kind, p->page + 1);
        if (i) assert_true(all->pieces[i - 1].page <= p->page);
        for (size_t k = i + 1; k < all->piece_count && k < i + 60; k++)
            if (overlap(all, p, &all->pieces[k])) fail_msg("pieces %zu and %zu overlap on page %zu", i, k, p->page + 1);
    }
}

static bool is_heading(const page_piece *p) {
    return p->kind == PIECE_DAY || p->kind == PIECE_SECTION;
}

/* What follows a heading on its page, the day of the week apart. */
static void check_headings(const pages *all) {
    for (size_t i = 0; i < all->piece_count; i++) {
        if (!is_heading(&all->pieces[i])) continue;
        size_t next = i + 1;
        while (next < all->piece_count && all->pieces[next].kind == PIECE_WEEKDAY) next++;
        assert_true(next < all->piece_count);
        assert_int_equal(all->pieces[next].page, all->pieces[i].page);
        assert_false(is_heading(&all->pieces[next]));
    }
}

/* Notes in the margin end above the rule of the next heading. */
static void check_notes(const pages *all) {
    static const double rule = 1.6, clear = 1;
    for (size_t i = 0; i < all->piece_count; i++) {
        const page_piece *p = &all->pieces[i];
        if (p->kind != PIECE_SOURCE) continue;
        for (size_t k = i + 1; k < all->piece_count && all->pieces[k].page == p->page; k++)
            if (is_heading(&all->pieces[k])) assert_true(p->y + height_of(all, p) + rule + clear < all->pieces[k].y);
    }
}

/* Every line of every block is printed once, in order, and no page begins or ends with a single line of a paragraph. */
static void check_lines(const pages *all) {
    for (size_t i = 0; i < all->piece_count; i++) {
        const page_piece *p = &all->pieces[i];
        if (!p->block || p->first || p->kind == PIECE_WEEKDAY) continue;
        size_t lines = p->count;
        if (lines < p->block->count && p->kind == PIECE_BODY) assert_true(lines >= 2);
        for (size_t k = i + 1; k < all->piece_count && lines < p->block->count; k++) {
            if (all->pieces[k].block != p->block) continue;
            assert_int_equal(all->pieces[k].first, lines);
            lines += all->pieces[k].count;
            if (all->pieces[k].kind == PIECE_BODY) assert_true(all->pieces[k].count >= 2);
        }
        assert_int_equal(lines, p->block->count);
    }
}

static size_t entries_of(const pages *all) {
    size_t count = 0;
    for (size_t i = 0; i < all->piece_count; i++) count += all->pieces[i].kind == PIECE_TIME;
    return count;
}

/* The first page that the index names is that of the entry which it leads to. */
static size_t check_index(const pages *all) {
    size_t count = 0;
    for (size_t i = 0; i < all->piece_count; i++) {
        const page_piece *p = &all->pieces[i];
        if (p->kind != PIECE_INDEX) continue;
        const char *number = strstr(p->block->text.data, "\u2002");
        for (size_t k = 0; k < all->piece_count; k++)
            if (all->pieces[k].anchor && !strcmp(all->pieces[k].anchor, p->link))
                assert_int_equal(strtoul(number + strlen("\u2002"), NULL, 10), all->pieces[k].page + 1);
        count++;
    }
    return count;
}

static void check(annals_chronology *c, const char *paper_name) {
    book b = make_book(c, paper_name);
    check_index(&b.pages);
    check_places(&b.pages);
    check_headings(&b.pages);
    check_lines(&b.pages);
    assert_int_equal(entries_of(&b.pages), b.order.count);
    for (size_t i = 0; i < b.pages.outline_count; i++) assert_true(b.pages.outline[i].parent <= i);
    free_book(&b);
}

static void test_pages(void **state) {
    static const size_t counts[] = {0, 1, 5, 26, 100, 1000};
    (void)state;
    for (const char *const *paper_name = annals_render_papers(); *paper_name; paper_name++) {
        check(sample_week(), *paper_name);
        check(sample_century(), *paper_name);
        for (distribution d = 0; d < DISTRIBUTIONS; d++)
            for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
                check(sample_distribution(d, counts[i]), *paper_name);
    }
    paper size;
    assert_false(paper_find("papyrus", &size));
    assert_false(paper_find("300x", &size));
    assert_false(paper_find("300x400cm", &size));
    assert_true(paper_find("300x400.5mm", &size) && size.width == 300 && size.height == 400.5);
    assert_true(paper_find("a3-landscape", &size) && size.width == 420);
}

/* However the pages end, the index is right. */
static void test_index(void **state) {
    size_t entries = 0;
    (void)state;
    for (int height = 130; height < 250; height++) {
        char paper_name[16];
        snprintf(paper_name, sizeof paper_name, "150x%dmm", height);
        book b = make_book(sample_week(), paper_name);
        entries += check_index(&b.pages);
        free_book(&b);
    }
    assert_true(entries > 100);
}

static size_t index_lines(const pages *all, const char *name) {
    size_t count = 0, length = strlen(name);
    for (size_t i = 0; i < all->piece_count; i++) {
        const page_piece *p = &all->pieces[i];
        if (p->kind != PIECE_INDEX || strncmp(p->block->text.data, name, length)) continue;
        count += !strncmp(p->block->text.data + length, "\u2002", strlen("\u2002"));
    }
    return count;
}

/* A surname stands under the one person of that name. */
static void test_surnames(void **state) {
    static const annals_tag names[] = {{ANNALS_PERSON, {"Tilde Marrack", 13}},
                                       {ANNALS_NAME, {"Marrack", 7}},
                                       {ANNALS_PERSON, {"Amory Teale", 11}},
                                       {ANNALS_PERSON, {"Bea Teale", 9}},
                                       {ANNALS_PERSON, {"Teale", 5}},
                                       {ANNALS_PERSON, {"Jorn Holm", 9}},
                                       {ANNALS_PLACE, {"Holm", 4}},
                                       {ANNALS_NAME, {"Rack", 4}}};
    (void)state;
    annals_chronology *c = annals_new(NULL, NULL);
    for (size_t i = 0; i < 80; i++) {
        annals_bound day = {annals_day_of_civil(1911, 3, 6) + (int64_t)i * 9, 0, ANNALS_BOUND_DAY};
        annals_when when = {.begin = {day, day}, .end = {day, day}, .granularity = ANNALS_DAY};
        annals_event event = {.label = annals_text_of("A talk"), .when = &when, .tags = &names[i % 8], .tag_count = 1};
        assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
    }
    book b = make_book(c, NULL);
    static const char *const lines[] = {"Tilde Marrack", "Amory Teale", "Bea Teale", "Teale",
                                        "Jorn Holm",     "Holm",        "Rack"};
    for (size_t i = 0; i < 7; i++) assert_int_equal(index_lines(&b.pages, lines[i]), 1);
    assert_int_equal(index_lines(&b.pages, "Marrack"), 0);
    free_book(&b);
}

/* Letters with accents stand among those without. */
static void test_index_order(void **state) {
    static const char *const names[] = {"Éamon Ryl", "Fane", "Łódan", "Lund", "Øby", "Oland", "Öland", "Zagar", "Яр"};
    enum { NAMES = sizeof names / sizeof *names };
    (void)state;
    annals_chronology *c = annals_new(NULL, NULL);
    for (size_t i = 0; i < 81; i++) {
        annals_bound day = {annals_day_of_civil(1911, 3, 6) + (int64_t)i * 9, 0, ANNALS_BOUND_DAY};
        annals_when when = {.begin = {day, day}, .end = {day, day}, .granularity = ANNALS_DAY};
        annals_tag tag = {ANNALS_PLACE, annals_text_of(names[(i * 5) % NAMES])};
        annals_event event = {.label = annals_text_of("A talk"), .when = &when, .tags = &tag, .tag_count = 1};
        assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
    }
    book b = make_book(c, NULL);
    size_t found = 0;
    for (size_t i = 0; i < b.pages.piece_count; i++) {
        const page_piece *p = &b.pages.pieces[i];
        if (p->kind != PIECE_INDEX) continue;
        assert_true(found < NAMES && !strncmp(p->block->text.data, names[found], strlen(names[found])));
        found++;
    }
    assert_int_equal(found, NAMES);
    free_book(&b);
}

/* What stands on sheets is in the index too. */
static void test_index_of_sheets(void **state) {
    static const annals_tag name = {ANNALS_PERSON, {"Tilde Marrack", 13}};
    (void)state;
    annals_chronology *c = annals_new(NULL, NULL);
    for (size_t i = 0; i < 200; i++) {
        annals_bound day = {annals_day_of_civil(1911, 3, 6) + (int64_t)i * 9, 0, ANNALS_BOUND_DAY};
        annals_when when = {.begin = {day, day}, .end = {day, day}, .granularity = ANNALS_DAY};
        annals_event event = {.label = annals_text_of("A talk"), .when = &when, .tags = &name, .tag_count = i > 180};
        assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
    }
    book b = make_book_of(c, NULL, FIGURE_VERTICAL);
    assert_int_equal(check_index(&b.pages), 1);
    free_book(&b);
    b = make_book_of(sample_week(), "105x148", FIGURE_VERTICAL); /* one event has no date */
    assert_true(check_index(&b.pages) > 0);
    free_book(&b);
}

/* A page explains the marks and bars of its sheets, as the legend of a picture does. */
static void test_signs_of_sheets(void **state) {
    (void)state;
    book b = make_book_of(sample_week(), NULL, FIGURE_VERTICAL);
    bool seen[SIGN_COUNT] = {false};
    for (size_t i = 0; i < b.pages.piece_count; i++)
        if (b.pages.pieces[i].kind == PIECE_SIGN) seen[b.pages.pieces[i].sign] = true;
    assert_true(b.pages.figure.key_count > 0);
    for (size_t i = 0; i < b.pages.figure.key_count; i++) {
        figure_sign sign = b.pages.figure.keys[i].sign;
        assert_true(seen[sign] || sign == SIGN_CONFLICT); /* which is a letter */
    }
    free_book(&b);
}

/* The sign of what sources differ on stands before its words. */
static void test_sign_of_conflict(void **state) {
    (void)state;
    book b = make_book(sample_week(), NULL);
    const page_piece *last = &b.pages.pieces[b.pages.piece_count - 1];
    while (last->kind != PIECE_BODY || !strstr(last->block->text.data, "the sources differ"))
        assert_true(--last > b.pages.pieces);
    assert_string_equal(last[-1].block->text.data, "‡");
    assert_true(last[-1].y == last->y && last[-1].x < last->x);
    free_book(&b);
}

/* The subtitle is no more exact than what is known of the first event and the last. */
static void test_extent(void **state) {
    static const struct {
        annals_granularity first, last;
        const char *begins;
    } rows[] = {{ANNALS_DAY, ANNALS_DAY, "2 January 1911 – 29 April 1913"},
                {ANNALS_DAY, ANNALS_MONTH, "January 1911 – April 1913"},
                {ANNALS_YEAR, ANNALS_MONTH, "1911–1913"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_bound from = {annals_day_of_civil(1911, 1, 2), 0, ANNALS_BOUND_DAY},
                     to = {annals_day_of_civil(1913, 4, 29), 0, ANNALS_BOUND_DAY};
        annals_when first = {.begin = {from, from}, .end = {from, from}, .granularity = rows[i].first},
                    last = {.begin = {to, to}, .end = {to, to}, .granularity = rows[i].last};
        assert_int_equal(annals_put_event(c, &(annals_event){.label = annals_text_of("A"), .when = &first}, NULL), 0);
        assert_int_equal(annals_put_event(c, &(annals_event){.label = annals_text_of("B"), .when = &last}, NULL), 0);
        book b = make_book(c, NULL);
        const page_piece *subtitle = &b.pages.pieces[1];
        assert_int_equal(subtitle->kind, PIECE_SUBTITLE);
        if (strncmp(subtitle->block->text.data, rows[i].begins, strlen(rows[i].begins)))
            fail_msg("%s, not %s", subtitle->block->text.data, rows[i].begins);
        free_book(&b);
    }
}

/* What an account begins with is not said twice: the headline is its first words. */
static void test_begun(void **state) {
    (void)state;
    static const sample_row rows[] = {
        {{"1911-03-04"}, "The brig sank off Holm", "The brig sank off Holm with all her crew.", NULL, 0, 0, 0, 0},
        {{"1911-03-05"},
         "Her owners put the loss at a million…",
         "Her owners put the loss at a million crowns, or two thirds of what the Council had lent them for the voyage.",
         NULL,
         0,
         0,
         0,
         0},
        {{"1911-03-06"}, "The brig", "The brigade marched.", NULL, 0, 0, 0, 0},
        {{"1911-03-07"},
         "The wreck, was found…",
         "On the 7th of March, the \"wreck\" was at last found; it burnt.",
         NULL,
         0,
         0,
         0,
         0},
        {{"1911-03-08"},
         "It burnt",
         "The wreck that lay on the rocks of Holm was seen from all the harbours. It burnt.",
         NULL,
         0,
         0,
         0,
         0}};
    book b = make_book(sample_rows("Begun", rows, 5), NULL);
    const pages *all = &b.pages;
    char said[1024] = "";
    for (size_t i = 0; i < all->piece_count; i++) {
        const page_piece *p = &all->pieces[i];
        if (p->kind != PIECE_ENTRY && p->kind != PIECE_BODY) continue;
        const text_line *line = &p->block->lines[p->first];
        strncat(said, p->block->text.data + line->offset, line->length);
        strcat(said, p->kind == PIECE_ENTRY ? "|" : "");
    }
    check_places(all);
    assert_non_null(strstr(said, "The brig sank off Holm|with all her crew."));
    assert_non_null(strstr(said, "put the loss at a million|crowns, or two thirds of what the Council had lent them"));
    assert_non_null(strstr(said, "The brig|The brigade marched."));
    assert_non_null(strstr(said, "On the 7th of March,the \"wreck\" was at last found;|it burnt."));
    assert_non_null(strstr(said, "It burnt|The wreck that lay"));
    free_book(&b);
}

/* A text of many pages is broken, never cut. */
static void test_long_text(void **state) {
    (void)state;
    size_t length = 60000;
    char *text = malloc(length + 1);
    assert_non_null(text);
    for (size_t i = 0; i < length; i++) text[i] = i % 7 == 6 ? ' ' : 'x';
    text[length] = 0;
    sample_row row = {{"1911-03-04"}, "A long account", text, NULL, 0, 0, 0, 0};
    book b = make_book(sample_rows("Long", &row, 1), NULL);
    assert_true(b.pages.page_count > 10);
    check_places(&b.pages);
    check_lines(&b.pages);
    free_book(&b);
    free(text);
}

/* Two sources with long names tell the same day: their notes stay short, and the accounts close together. */
static void test_close_accounts(void **state) {
    (void)state;
    annals_chronology *c = annals_new(&(annals_options){.title = annals_text_of("Notes")}, NULL);
    static const char *const titles[] = {
        "Telegram from the keeper of the light at Holm to the harbour master at Tarnvik on the loss of the coaster "
        "Maren",
        "Report of the harbour master at Tarnvik to the owners of the coaster Maren on the loss of their vessel"};
    for (size_t i = 0; i < 2; i++) {
        annals_document d = {.source = annals_text_of(i ? "papers/report.txt" : "papers/wire.txt"),
                             .title = annals_text_of(titles[i])};
        assert_int_equal(annals_put_document(c, &d, NULL), ANNALS_OK);
    }
    annals_bound day = {annals_day_of_civil(1911, 3, 6), 0, ANNALS_BOUND_DAY};
    annals_source sources[] = {{.document = 0, .text = annals_text_of("A short account.")},
                               {.document = 1, .text = annals_text_of("Another one.")},
                               {.document = 1, .text = annals_text_of("And more of it.")}};
    annals_event event = {.label = annals_text_of("The loss"), .sources = sources, .source_count = 3};
    event.when = &(annals_when){.begin = {day, day}, .end = {day, day}, .granularity = ANNALS_DAY};
    assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
    event = (annals_event){.kind = ANNALS_DOCUMENT, .label = annals_text_of(titles[1]), .when = event.when};
    event.sources = &sources[1];
    event.source_count = 1;
    assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
    for (int64_t i = 1; i < 3; i++) {
        annals_bound next = {day.day + i, 0, ANNALS_BOUND_DAY};
        event = (annals_event){.label = annals_text_of("Later"), .sources = &sources[i - 1], .source_count = 1};
        event.when = &(annals_when){.begin = {next, next}, .end = {next, next}, .granularity = ANNALS_DAY};
        assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
    }
    book b = make_book(c, NULL);
    check_places(&b.pages);
    check_notes(&b.pages);
    size_t bodies = 0, numbers = 0;
    const page_piece *before = NULL;
    for (size_t i = 0; i < b.pages.piece_count; i++) {
        const page_piece *p = &b.pages.pieces[i];
        if (p->kind == PIECE_SOURCE) assert_true(p->link && p->block->count <= 2);
        if (p->kind == PIECE_SOURCE) assert_null(strstr(p->block->text.data, "report.txt"));
        numbers += p->kind == PIECE_SOURCE && !strcmp(p->block->text.data, "[2]");
        if (p->kind != PIECE_BODY || p->item != 3) continue;
        if (before) assert_true(p->y - before->y - height_of(&b.pages, before) < 5);
        before = p;
        bodies++;
    }
    assert_int_equal(bodies, 3);
    assert_int_equal(numbers, 1); /* the entry that is the document names it itself */
    free_book(&b);
}

static bool has_time(const pages *all, const char *words) {
    for (size_t i = 0; i < all->piece_count; i++) {
        const page_piece *p = &all->pieces[i];
        if (p->kind == PIECE_TIME && p->block->text.length == strlen(words) &&
            !memcmp(p->block->text.data, words, strlen(words)))
            return true;
    }
    return false;
}

static void test_times(void **state) {
    static const sample_row rows[] = {{{"1911-03-05T18:00", "1911-03-06T06:00", "1911-03-05T18:00", "1911-03-06T06:00"},
                                       "Storm",
                                       NULL,
                                       NULL,
                                       0,
                                       ANNALS_NIGHT,
                                       0,
                                       0},
                                      {{"1911-03-08", "1911-04-02"}, "Divers", NULL, NULL, 0, 0, 0, 0},
                                      {{"?", "?", "1911-03-08", "1911-03-08"}, "Watch", NULL, NULL, 0, 0, 0, 0},
                                      {{"1911-03-08"}, "Letter", NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    book b = make_book(sample_rows("Times", rows, 4), NULL);
    size_t days = 0;
    for (size_t i = 0; i < b.pages.piece_count; i++) days += b.pages.pieces[i].kind == PIECE_DAY;
    assert_int_equal(days, 2);
    assert_true(has_time(&b.pages, "until 8 March"));
    assert_true(has_time(&b.pages, "night of 5–6"));
    assert_true(has_time(&b.pages, "8 March – 2 April"));
    free_book(&b);
}

/* Pages are filled: the sum of heights over the page's height, and at most 15 % more. */
static void test_full_pages(void **state) {
    (void)state;
    book b = make_book(sample_distribution(UNIFORM, 1000), NULL);
    double used = 0, last = 0;
    for (size_t i = 0; i < b.pages.piece_count; i++) {
        const page_piece *p = &b.pages.pieces[i];
        double end = p->y + height_of(&b.pages, p);
        if (i && p->page != b.pages.pieces[i - 1].page) used += last, last = 0;
        if (end > last) last = end;
    }
    used += last;
    assert_true((double)b.pages.page_count <= 1.15 * used / b.pages.text_height + 1);
    free_book(&b);
}

static void test_paginate(void **state) {
    (void)state;
    page_row rows[] = {
        {.height = 40}, {.before = 5, .height = 40},   {.before = 5, .height = 10, .keep = true},
        {.height = 10}, {.height = 150, .keep = true}, {.height = 20},
    };
    assert_int_equal(paginate(rows, 6, (page_grid){100, 1, 0, 0}), 4);
    assert_int_equal(rows[1].page, 0);
    assert_true(fabs(rows[1].top - (45)) < 1e-9);
    assert_int_equal(rows[2].page, 1);
    assert_true(fabs(rows[2].top - (0)) < 1e-9);
    assert_int_equal(rows[3].page, 1);
    assert_int_equal(rows[4].page, 2);
    assert_int_equal(rows[5].page, 3);
    assert_int_equal(paginate(rows, 0, (page_grid){100, 1, 0, 0}), 1);
    /* What reaches down beside a row must be on its page, and may stand beside the next rows. */
    page_row notes[] = {{.height = 60}, {.height = 10, .reach = 30}, {.height = 10}, {.height = 10, .reach = 30}};
    assert_int_equal(paginate(notes, 4, (page_grid){100, 1, 0, 0}), 2);
    assert_int_equal(notes[2].page, 0);
    assert_true(fabs(notes[2].top - 70) < 1e-9);
    assert_int_equal(notes[3].page, 1);
}

/* Columns beside each other below what begins the first page; those of the last page end together. */
static void test_columns(void **state) {
    (void)state;
    page_row rows[12] = {{.height = 40}, {.before = 5, .height = 45}};
    for (size_t i = 2; i < 12; i++) rows[i] = (page_row){.before = 5, .height = 20};
    assert_int_equal(paginate(rows, 12, (page_grid){100, 2, 1, 0}), 2);
    assert_true(rows[1].page == 0 && rows[1].column == 0 && fabs(rows[1].top - 45) < 1e-9);
    assert_true(rows[2].page == 0 && rows[2].column == 1 && fabs(rows[2].top - 45) < 1e-9);
    assert_true(rows[3].page == 0 && rows[3].column == 1 && fabs(rows[3].top - 70) < 1e-9);
    assert_true(rows[4].page == 1 && rows[4].column == 0 && fabs(rows[4].top) < 1e-9);
    assert_int_equal(paginate(rows, 8, (page_grid){100, 2, 1, 0}), 2);
    assert_true(rows[5].column == 0 && rows[6].column == 1 && fabs(rows[7].top - 25) < 1e-9);
}

/* Rows may stand closer by a part of what they give. */
static void test_closed(void **state) {
    (void)state;
    page_row rows[] = {{.height = 40}, {.before = 6, .give = 2, .height = 49}, {.before = 6, .give = 2, .height = 2}};
    assert_int_equal(paginate(rows, 3, (page_grid){100, 1, 0, 0}), 2);
    assert_int_equal(paginate(rows, 3, (page_grid){100, 1, 0, 0.5}), 2);
    assert_true(fabs(rows[1].top - 45) < 1e-9);
    assert_int_equal(paginate(rows, 3, (page_grid){100, 1, 0, 1}), 1);
    assert_true(fabs(rows[1].top - 44) < 1e-9);
    assert_true(fabs(rows[2].top - 97) < 1e-9);
}

/* A measure that fails after some calls, as when memory runs out: every layout says so and none crashes. */
static bool failing_wrap(void *context, memory_pool *pool, text_style style, annals_text text, double width,
                         text_block *block) {
    size_t *left = context;
    return (*left)-- > 0 ? plain_wrap(NULL, pool, style, text, width, block) : (*left = 0, false);
}

static void test_no_memory(void **state) {
    (void)state;
    annals_chronology *c = sample_week();
    bool done = false;
    size_t calls = 0;
    for (; !done; calls++) {
        memory_pool pool = {0};
        event_order order;
        pages out;
        size_t left = calls;
        assert_true(order_events(&pool, c, false, COLOUR_BY_KIND, &order));
        annals_text title = text_clean(&pool, annals_title(c));
        done = pages_layout(&pool, c, &order, &(page_setting){{210, 297}, 18}, &(figure_options){0}, title,
                            (text_measure){failing_wrap, &left}, &out);
        pool_free(&pool);
    }
    assert_true(calls > 150);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages),           cmocka_unit_test(test_index),
                                       cmocka_unit_test(test_surnames),        cmocka_unit_test(test_begun),
                                       cmocka_unit_test(test_long_text),       cmocka_unit_test(test_close_accounts),
                                       cmocka_unit_test(test_times),           cmocka_unit_test(test_full_pages),
                                       cmocka_unit_test(test_paginate),        cmocka_unit_test(test_columns),
                                       cmocka_unit_test(test_closed),          cmocka_unit_test(test_index_of_sheets),
                                       cmocka_unit_test(test_index_order),     cmocka_unit_test(test_extent),
                                       cmocka_unit_test(test_signs_of_sheets), cmocka_unit_test(test_sign_of_conflict),
                                       cmocka_unit_test(test_no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
