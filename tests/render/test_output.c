/* test_output.c: the public functions: what is written is whole, the same every time, and errors are values. */
#include "cmocka_first.h"

#include "annals-render.h"
#include "sample.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sample_bytes render(annals_render_function *function, annals_chronology *c,
                           const annals_render_options *options) {
    sample_bytes bytes = {0};
    annals_error error = {0};
    assert_non_null(c);
    if (function(c, options, sample_sink(&bytes), &error) != ANNALS_OK) fail_msg("%s", error.message);
    annals_free(c);
    return bytes;
}

static size_t occurrences(const char *text, const char *words) {
    size_t count = 0;
    for (; (text = strstr(text, words)); text += strlen(words)) count++;
    return count;
}

static void test_same_bytes(void **state) {
    annals_render_function *const functions[] = {annals_render_svg, annals_render_pdf, annals_render_layout};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        sample_bytes a = render(functions[i], sample_week(), NULL), b = render(functions[i], sample_week(), NULL);
        assert_int_equal(a.length, b.length);
        assert_memory_equal(a.data, b.data, a.length);
        free(a.data);
        free(b.data);
    }
}

static void test_svg(void **state) {
    (void)state;
    sample_bytes b = render(annals_render_svg, sample_week(), NULL);
    assert_int_equal(occurrences(b.data, "<g id="), 25);
    assert_int_equal(occurrences(b.data, "role=\"graphics-document\""), 1);
    assert_non_null(strstr(b.data, "width=\"174mm\""));
    assert_non_null(strstr(b.data, "<title>6 March 1911, 03:40: The lifeboat Constance is launched</title>"));
    assert_non_null(strstr(b.data, "A model of the ship"));
    assert_null(strstr(b.data, "<script"));
    assert_null(strstr(b.data, "href"));
    assert_null(strchr(b.data, 1));
    free(b.data);
    /* Two drawings in one page: their ids differ. */
    sample_bytes other = render(annals_render_svg, sample_distribution(UNIFORM, 26), NULL);
    assert_true(other.length < 26 * 450 + 4000);
    free(other.data);
}

/* Where time runs down, an event's bar is with its words; it is small however many there are, and however long. */
static void test_vertical_svg(void **state) {
    static const sample_row rows[] = {{{"1911-03-04", "1911-05-11"}, "The salvage", NULL, NULL, 0, 0, 0, 0}};
    annals_render_options vertical = {.layout = "vertical"};
    (void)state;
    sample_bytes b = render(annals_render_svg, sample_rows("Salvage", rows, 1), &vertical);
    const char *event = strstr(b.data, "<g id="), *bar = strstr(b.data, "Z\"");
    assert_true(event && bar > event && bar < strstr(event, "</g>"));
    free(b.data);
    for (distribution d = 0; d < DISTRIBUTIONS; d++)
        for (vertical.width_mm = 84; vertical.width_mm < 200; vertical.width_mm += 90) {
            const size_t count = d == UNIFORM ? 10000 : 1000;
            b = render(annals_render_svg, sample_distribution(d, count), &vertical);
            assert_int_equal(occurrences(b.data, "<g id="), count);
            if (b.length >= count * 450)
                fail_msg("%s, %g mm: %zu bytes", distribution_name(d), vertical.width_mm, b.length);
            free(b.data);
        }
}

/* A label runs as its first letter says; where it stands does not change. */
static void test_directions(void **state) {
    static const sample_row rows[] = {
        {{"1911-03-04"}, "\xd7\x90\xd7\x91 (AB) 5.", NULL, NULL, 0, 0, 0, 0},
        {{"1911-03-05"}, "First \xd7\x90\xd7\x91.", NULL, NULL, 0, 0, 0, 0},
    };
    (void)state;
    sample_bytes b = render(annals_render_svg, sample_rows("Directions", rows, 2), NULL);
    assert_int_equal(occurrences(b.data, "direction=\"rtl\" text-anchor=\"end\">\xd7\x90\xd7\x91 (AB) 5.<"), 1);
    assert_int_equal(occurrences(b.data, "direction="), 1);
    free(b.data);
    /* Lines that run to the left begin below each other, at the right. */
#define FOUR                                                                                                           \
    "\xd7\x90\xd7\x91 \xd7\x92\xd7\x93\xd7\x90\xd7\x91\xd7\x92\xd7\x93 \xd7\x90\xd7\x91\xd7\x92 \xd7\x90\xd7\x93 "
    static const sample_row lines[] = {{{"1911-03-04"}, FOUR FOUR FOUR FOUR, NULL, NULL, 0, 0, 0, 0}};
    b = render(annals_render_svg, sample_rows("Directions", lines, 1), &(annals_render_options){.width_mm = 84});
    assert_true(occurrences(b.data, "direction=") > 1);
    const char *last = b.data, *next;
    double least = 1e9, most = 0;
    for (; (next = strstr(last, "direction=")); last = next + 1) {
        const char *x = next;
        while (strncmp(x, " x=", 3)) x--;
        least = fmin(least, strtod(x + 4, NULL));
        most = fmax(most, strtod(x + 4, NULL));
    }
    assert_true(most > least + 5);
    free(b.data);
}

static void test_markup_in_texts(void **state) {
    static const sample_row rows[] = {{{"1911-03-04"},
                                       "A <b>bold</b> & \"quoted\" \x01 label \xff \xe2\x80\xa8 end",
                                       "Text </svg> '",
                                       NULL,
                                       0,
                                       0,
                                       0,
                                       0}};
    (void)state;
    sample_bytes b = render(annals_render_svg, sample_rows("<&>", rows, 1), NULL);
    assert_non_null(strstr(b.data, "&lt;b&gt;bold"));
    assert_int_equal(occurrences(b.data, "</svg>"), 1);
    assert_non_null(strstr(b.data, "\xef\xbf\xbd"));
    free(b.data);
    b = render(annals_render_pdf, sample_rows("It's 'so'", rows, 1), NULL);
    assert_memory_equal(b.data, "%PDF-", 5);
    free(b.data);
}

static void test_empty(void **state) {
    (void)state;
    sample_bytes b = render(annals_render_svg, sample_distribution(UNIFORM, 0), NULL);
    assert_non_null(strstr(b.data, "No events."));
    free(b.data);
    b = render(annals_render_pdf, sample_distribution(UNIFORM, 0), NULL);
    assert_true(b.length > 500);
    free(b.data);
}

/* Where sources give different times, the figure says both and marks both. */
static void test_conflict(void **state) {
    (void)state;
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, &error);
    const char *const texts[] = {
        "Report of the pilot\n9 May 1931\n\nOn 3 May 1931 the ferry Halcyon struck the Gannet Rock in thick fog.\n",
        "Report of the keeper\n12 May 1931\n\nOn 1 May 1931 the ferry Halcyon struck the Gannet Rock in thick fog.\n"};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(annals_add_text(c, i ? "b.txt" : "a.txt", annals_text_of(texts[i]), &error), ANNALS_OK);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    sample_bytes b = render(annals_render_svg, c, &(annals_render_options){.layout = "lanes"});
    assert_non_null(strstr(b.data, "3 May ‡ or 1 May"));
    assert_non_null(strstr(b.data, "the sources differ"));
    free(b.data);
}

/* The shapes of letters instead of text; colours for those who prefer dark pages; pixels. */
static void test_forms(void **state) {
    (void)state;
    sample_bytes b = render(annals_render_svg, sample_week(), &(annals_render_options){.outlines = true});
    assert_null(strstr(b.data, "<text"));
    assert_null(strstr(b.data, "font-family"));
    assert_non_null(strstr(b.data, "<title>"));
    free(b.data);
    b = render(annals_render_svg, sample_week(), &(annals_render_options){.theme = "auto"});
    assert_non_null(strstr(b.data, "@media(prefers-color-scheme:dark)"));
    free(b.data);
    b = render(annals_render_png, sample_week(), &(annals_render_options){.dpi = 25.4, .width_mm = 100});
    assert_memory_equal(b.data, "\x89PNG\r\n", 6);
    assert_memory_equal(b.data + 16, "\0\0\0\x64", 4);                  /* 100 pixels wide */
    assert_memory_equal(b.data + 37, "pHYs\0\0\3\xe8\0\0\3\xe8\1", 13); /* 1,000 a metre */
    free(b.data);
    b = render(annals_render_pdf, sample_week(), &(annals_render_options){.paper = "figure"});
    assert_memory_equal(b.data, "%PDF-", 5);
    free(b.data);
    b = render(annals_render_pdf, sample_week(), &(annals_render_options){.layout = "list"});
    free(b.data);
    annals_chronology *c = sample_week();
    annals_error error = {0};
    assert_int_equal(annals_render_svg(c, &(annals_render_options){.layout = "list"}, sample_sink(&b), &error),
                     ANNALS_ARGUMENT);
    annals_free(c);
}

static double height_of(const sample_bytes *b) {
    const char *at = strstr(b->data, " height=\"");
    return at ? strtod(at + strlen(" height=\""), NULL) : 0;
}

/* A figure is as low as is asked, and counts what finds no room. */
static void test_height(void **state) {
    (void)state;
    sample_bytes high = render(annals_render_svg, sample_distribution(UNIFORM, 200), NULL);
    sample_bytes low =
        render(annals_render_svg, sample_distribution(UNIFORM, 200), &(annals_render_options){.height_mm = 90});
    assert_true(height_of(&high) > 150);
    assert_true(height_of(&low) <= 90);
    assert_non_null(strstr(low.data, " more"));
    free(high.data);
    free(low.data);
}

static void test_options(void **state) {
    static const annals_render_options wrong[] = {{.theme = "neon"},      {.paper = "papyrus"},
                                                  {.width_mm = 20},       {.width_mm = 1e9},
                                                  {.dates = "ymd"},       {.words = "xx"},
                                                  {.font = "a;b"},        {.font_size = 5},
                                                  {.margin_mm = 200},     {.paper = "a5", .margin_mm = 40},
                                                  {.paper = "9000x9000"}, {.dpi = 5},
                                                  {.colours = "date"}};
    (void)state;
    annals_chronology *c = sample_week();
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        annals_error error = {0};
        sample_bytes b = {0};
        assert_int_equal(annals_render_pdf(c, &wrong[i], sample_sink(&b), &error), ANNALS_ARGUMENT);
        assert_int_equal(error.status, ANNALS_ARGUMENT);
        assert_non_null(strchr(error.message, ';'));
        assert_int_equal(b.length, 0);
    }
    annals_free(c);
    sample_bytes grey =
        render(annals_render_svg, sample_week(), &(annals_render_options){.theme = "grey", .width_mm = 90});
    assert_non_null(strstr(grey.data, "width=\"90mm\""));
    free(grey.data);
}

/* The date goes into the metadata as PDF wants it, and into nothing else. */
static void test_created(void **state) {
    (void)state;
    sample_bytes b = render(annals_render_pdf, sample_week(), &(annals_render_options){.created = 1700000000});
    const char *found = NULL;
    for (size_t i = 0; i + 40 < b.length && !found; i++)
        if (!memcmp(b.data + i, "/CreationDate (D:20231114221320Z", 32)) found = b.data + i;
    assert_non_null(found);
    free(b.data);
}

static bool holds(const sample_bytes *b, const char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= b->length; i++)
        if (!memcmp(b->data + i, words, length)) return true;
    return false;
}

/* What is written letter by letter needs no cairo; letters that are put together do, as no one else knows them. */
static void test_writers(void **state) {
    static const sample_row plain[] = {{{"1911-03-04"}, "Ærø – Škofja “Loka” (Ω, Жд) ‡ …", NULL, NULL, 0, 0, 0, 0}};
    static const sample_row joined[] = {{{"1911-03-04"}, "غادرت السفينة", NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    for (int i = 0; i < 2; i++) {
        sample_bytes b = render(annals_render_pdf, sample_rows("Two", i ? joined : plain, 1), NULL);
        assert_int_equal(holds(&b, "/Producer (annals"), !i);
        free(b.data);
    }
}

/* Made by hand, a chronology may give two events one id: the drawing has both, with ids of their own. */
static void test_id_given_twice(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) {
        annals_chronology *c = sample_week();
        annals_bound day = {annals_day_of_civil(1911, 3, 8), 0, ANNALS_BOUND_DAY};
        annals_event event = {.id = annals_text_of("twin"), .label = annals_text_of("Twin")};
        event.when = &(annals_when){.begin = {day, day}, .end = {day, day}, .granularity = ANNALS_DAY};
        for (int k = 0; k < 3; k++) assert_int_equal(annals_put_event(c, &event, NULL), ANNALS_OK);
        sample_bytes b = render(i ? annals_render_pdf : annals_render_svg, c, NULL);
        if (!i) assert_int_equal(occurrences(b.data, "-twin\""), 1);
        if (!i) assert_int_equal(occurrences(b.data, "-twin..1\"") + occurrences(b.data, "-twin..2\""), 2);
        free(b.data);
    }
}

static annals_status refuse(void *context, const char *data, size_t length) {
    (void)context, (void)data, (void)length;
    return ANNALS_OUTPUT;
}

static void test_full_disk(void **state) {
    annals_render_function *const functions[] = {annals_render_svg, annals_render_pdf, annals_render_layout};
    (void)state;
    annals_chronology *c = sample_week();
    for (size_t i = 0; i < 3; i++) {
        annals_error error = {0};
        assert_int_equal(functions[i](c, NULL, (annals_sink){refuse, NULL}, &error), ANNALS_OUTPUT);
        assert_int_equal(error.status, ANNALS_OUTPUT);
    }
    annals_free(c);
}

static void count_warning(void *context, const char *message) {
    assert_non_null(strchr(message, ';'));
    ++*(int *)context;
}

/* A code point that no font has: private use, plane 16. */
static void test_missing_glyphs(void **state) {
    static const sample_row rows[] = {
        {{"1911-03-04"}, "A letter \xf4\x8f\xbf\xbd that is in no font", NULL, NULL, 0, 0, 0, 0}};
    (void)state;
    int warnings = 0;
    annals_render_options options = {.warn = count_warning, .context = &warnings};
    sample_bytes b = render(annals_render_svg, sample_rows("Missing", rows, 1), &options);
    free(b.data);
    assert_int_equal(warnings, 1);
    b = render(annals_render_svg, sample_week(), &options);
    free(b.data);
    assert_int_equal(warnings, 1);
}

static void test_tables(void **state) {
    (void)state;
    size_t count;
    const annals_renderer *rows = annals_renderers(&count);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++)
        assert_true(rows[i].render && rows[i].extension[0] == '.' && rows[i].description[0]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bytes),      cmocka_unit_test(test_svg),
        cmocka_unit_test(test_vertical_svg),    cmocka_unit_test(test_directions),
        cmocka_unit_test(test_markup_in_texts), cmocka_unit_test(test_empty),
        cmocka_unit_test(test_conflict),        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_options),         cmocka_unit_test(test_height),
        cmocka_unit_test(test_created),         cmocka_unit_test(test_writers),
        cmocka_unit_test(test_full_disk),       cmocka_unit_test(test_missing_glyphs),
        cmocka_unit_test(test_tables),          cmocka_unit_test(test_id_given_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
