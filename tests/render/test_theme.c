/* test_theme.c: what is printed can be read: sizes, and contrast on the paper in every theme, in colour and in grey. */
#include "cmocka_first.h"

#include "annals-render.h"
#include "theme.h"

#include <math.h>

static double linear(uint32_t channel) {
    double v = (channel & 255) / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

/* Relative luminance (WCAG 2.1); a grey print keeps it. */
static double luminance(uint32_t rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
}

static double contrast(const theme *t, colour c) {
    double a = luminance(t->colours[c]), b = luminance(t->colours[COLOUR_PAPER]);
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

static void test_contrast(void **state) {
    static const colour shapes[] = {COLOUR_LEADER, COLOUR_OCCURRENCE, COLOUR_DOCUMENT, COLOUR_PLAN, COLOUR_CITATION};
    (void)state;
    for (const char *const *name = annals_render_themes(); *name; name++) {
        const theme *t = theme_find(*name);
        assert_non_null(t);
        for (text_style s = 0; s < STYLE_COUNT; s++) assert_true(contrast(t, face_of(s)->colour) >= 4.5);
        for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) assert_true(contrast(t, shapes[i]) >= 3);
        for (int i = 0; i < MOST_SERIES; i++) assert_true(contrast(t, (colour)(COLOUR_SERIES + 2 * i)) >= 3);
    }
    assert_null(theme_find("no such theme"));
}

/* What is left of a colour for an eye without one kind of cones (Viénot, Brettel and Mollon 1999, linear light). */
static double apart(uint32_t a, uint32_t b, const double eye[3][3]) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double difference = 0;
        for (int k = 0; k < 3; k++) difference += eye[i][k] * (linear(a >> (16 - 8 * k)) - linear(b >> (16 - 8 * k)));
        sum += difference * difference;
    }
    return sqrt(sum);
}

static void test_colourblind_safe(void **state) {
    static const double eyes[][3][3] = {{{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
                                        {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}};
    static const colour kinds[] = {COLOUR_OCCURRENCE, COLOUR_DOCUMENT, COLOUR_PLAN, COLOUR_CITATION};
    const theme *t = theme_find("colourblind-safe");
    (void)state;
    for (size_t e = 0; e < 2; e++)
        for (size_t i = 0; i < 4; i++)
            for (size_t k = 0; k < i; k++)
                assert_true(apart(t->colours[kinds[i]], t->colours[kinds[k]], eyes[e]) >= 0.15);
}

static void test_sizes(void **state) {
    (void)state;
    for (text_style s = 0; s < STYLE_COUNT; s++) {
        const face *f = face_of(s);
        assert_non_null(f->name);
        assert_true(f->size >= 7);
        assert_true(f->leading >= f->size * MM_PER_POINT * 1.15);
        assert_true(face_ascent(s) < f->leading);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_contrast), cmocka_unit_test(test_colourblind_safe),
                                       cmocka_unit_test(test_sizes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
