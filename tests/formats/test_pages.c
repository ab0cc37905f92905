/* What stands at the head and the foot of the pages of a PDF. */
#include "pdf_pages.h"

#include "cmocka_headers.h"

#include <string.h>

static void becomes(const char *pages, const char *text, const char *shown) {
    builder out = {0};
    annals_text left_out;
    assert_true(pdf_join_pages(annals_text_of(pages), &out, &left_out));
    assert_string_equal(out.data, text);
    assert_int_equal(left_out.length, strlen(shown));
    assert_memory_equal(left_out.length ? left_out.data : "", shown, left_out.length);
    builder_free(&out);
}

#define LONG "The treaty was at last signed by all the ministers on"

/* A head stays on the first page; a number of a page does nowhere. */
static void leaves_out_what_is_alike(void **state) {
    (void)state;
    becomes("The Gazette\n\n1\n\nRain fell.\n\nSaved in 2012\n\n\fThe Gazette\n\nSnow fell.\n\nSaved in "
            "2012\n\n2\n\n\fThe Gazette\n\n3\n\n  Hail fell.\n\nSaved in 2012\n\n\f",
            "The Gazette\n\nRain fell.\n\n\fSnow fell.\n\n\f  Hail fell.\n", "Saved in 2012");
    becomes(
        "Rain fell.\nPage 5 of 7\n\fSnow fell.\n- Page 6 of 7 -\n\fHail fell.\n\nPage 7 of 7\n\fIt ended.\nPage 8 of "
        "7\n",
        "Rain fell.\n\n\fSnow fell.\n- Page 6 of 7 -\n\n\fHail fell.\n\n\fIt ended.\n", "");
    /* Left and right pages have their own. */
    becomes("a\nLeft\n\fb\nRight 2\n\fc\nLeft\n\fd\nRight 4\n\fe\nLeft\n\ff\nRight 6\n",
            "a\n\n\fb\n\n\fc\n\n\fd\n\n\fe\n\n\ff\n", "Left");
}

/* What goes on over the page goes on in the next line; what is whole, or short, does not. */
static void joins_sentences(void **state) {
    (void)state;
    becomes(LONG " 27\n\n\fMarch 1931 in Brenn.\n", LONG " 27\nMarch 1931 in Brenn.\n", "");
    becomes(LONG " Monday.\n\n\fMarch came.\n", LONG " Monday.\n\n\fMarch came.\n", "");
    becomes("March\n\n\fMarch came.\n", "March\n\n\fMarch came.\n", "");
    becomes(LONG "\n\n\f- one\n", LONG "\n\n\f- one\n", "");
}

/* Days, years and what two pages have are text. */
static void keeps_days(void **state) {
    (void)state;
    static const char *const same[] = {
        "12 May 1931\nRain.\n\n\f13 May 1931\nSnow.\n\n\f14 May 1931\nHail.\n",
        "Monday 12 May\nRain.\n\n\fTuesday 13 May\nSnow.\n\n\fWednesday 14 May\nHail.\n",
        "12 May, Diary of Ann\nRain.\n\n\f13 May, Diary of Ann\nSnow.\n\n\f14 May, Diary of Ann\nHail.\n",
        "1931\nRain.\n\n\f1932\nSnow.\n\n\f1933\nHail.\n",
        "The Gazette\nRain.\n\n\fThe Gazette\nSnow.\n",
        "Rain.\n",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) becomes(same[i], same[i], "");
}

static void reads_empty_pages(void **state) {
    (void)state;
    becomes("", "\n", "");
    becomes("\f\f\f", "\n", "");
    becomes("1\n\f2\n\f3\n\f4\n", "\n", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(leaves_out_what_is_alike), cmocka_unit_test(joins_sentences),
                                       cmocka_unit_test(keeps_days), cmocka_unit_test(reads_empty_pages)};
    return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
