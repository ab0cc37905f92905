/* Twice the input, twice the time, whatever it is: each kind of text is read at one length and at four times that, and
 * may take eight times as long and no more; what is quadratic takes sixteen times. */
#define _POSIX_C_SOURCE 199309L
#include "engine_test.h"

#include <stdlib.h>
#include <time.h>

enum { RUNS = 2, MARGIN = 8, LONGER = 4, TRIES = 4 };

/* `before` once, `unit` again and again, `behind` once; without `behind` each unit is a document of its own, with its
 * number. */
static const struct kind {
    const char *name, *before, *unit, *behind;
} kinds[] = {
    {"the month May", "", "May ", ""},
    {"digits", "", "7", ""},
    {"opening brackets", "On (", "(", " 5 May 1962"},
    {"brackets alone", "", "(", ""},
    {"lines of days without a year", "", "May 3\n", ""},
    {"nested brackets", "On ", "([5 May ", ""},
    {"one sentence without an end", "", "on 5 May 1962 nothing came of it, so ", ""},
    {"and", "On 5 May ", "and ", "6 June 1962"},
    {"days without an end", "", "3 May ", ""},
    {"months without an end", "", "in May and ", ""},
    {"weekdays", "", "Monday, ", ""},
    {"days in a list", "On 5 May ", "and 6 May ", "1962"},
    {"years in a list", "In 1914", ", 1915", " and 1916"},
    {"ranges in ranges", "from ", "May to ", "June"},
    {"numbers joined by dashes", "1", "-2", ""},
    {"letters with stops", "", "a.", ""},
    {"full stops", "He came", ". ", ""},
    {"one word", "", "x", ""},
    {"articles", "", "the ", "first"},
    {"blanks", "On 5", "  ", "May 1962"},
    {"blank lines", "On 5", "\n\n", "May 1962"},
    {"lines of a day", "", "5 May 1962\n", ""},
    {"quotation marks", "", "\"On 5 May ", ""},
    {"curly quotation marks", "", "\xE2\x80\x9Con 5 May ", ""},
    {"days that there are not", "", "31 November 1962 was wet. ", ""},
    {"what is to be", "", "On 5 May he will come ", ""},
    {"the next day", "On 5 May 1962 he came. ", "The next day he left. ", ""},
    {"footnotes", "", "1. See 5 May 1962.\n", ""},
    {"sources in brackets", "", "he met them (see the Gazette, 10 March 1834) and ", ""},
    {"what had been", "In 1936 ", "in December they had asked for bread and ", ""},
    {"years that close lists", "In 1936 ", "one fell on 26 January and one on 28 March 1939, ", ""},
    {"a sentence of short years", "By mid-1863 ", "the army lost men (July 1) ", ""},
    {"hours without a verb", "", "7 a.m. Bob ", ""},
    {"a table", "Item Date From\n", "a.pdf 2-Mar-58 PORT\n", ""},
    {"bytes beyond ASCII", "", "\xE2\x80\x94", "5 May 1962"},
    {"letters beyond ASCII", "", "\xC3\xA9t\xC3\xA9 ", ""},
    {"sentences of one paragraph", "", "He came in 1962. ", ""},
    {"lines of a quoted mail", "", "> He came in 1962.\n", ""},
    {"the day before", "", "the day before ", "5 May 1962"},
    {"half of the end", "", "the end of ", "1962"},
    {"lengths without their unit", "", "the last two were built in less than fifteen, ", ""},
    {"clocks on one line", "0545 Tug left. ", "Completed 1030. ", ""},
    {"accounts of one event", "", "On 3 May 1912 the mill at Aske burned to the ground. ", NULL},
    {"accounts of one day", "", "On 3 May 1912 they burned the mill in ward ", NULL},
};

static char *make_text(const struct kind *k, size_t size, size_t *length) {
    size_t before = strlen(k->before), unit = strlen(k->unit), behind = strlen(k->behind);
    char *text = malloc(before + size + unit + behind + 1);
    assert_non_null(text);
    memcpy(text, k->before, before);
    *length = before;
    for (; *length < before + size; *length += unit) memcpy(text + *length, k->unit, unit);
    memcpy(text + *length, k->behind, behind + 1);
    *length += behind;
    return text;
}

static void read_documents(annals_chronology *c, const char *unit, size_t size) {
    char name[32], text[128];
    for (size_t i = 0; i < size / strlen(unit); i++) {
        snprintf(name, sizeof name, "%zu.txt", i);
        snprintf(text, sizeof text, "%s%zu", unit, i);
        assert_int_equal(annals_add_text(c, name, annals_text_of(text), NULL), ANNALS_OK);
    }
}

/* The processor's time that the engine takes, at best. */
static double measure(const struct kind *k, size_t size) {
    size_t length = 0;
    char *text = k->behind ? make_text(k, size, &length) : NULL;
    double best = 1e9;
    for (int run = 0; run < RUNS; run++) {
        struct timespec start, end;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
        annals_chronology *c = annals_new(NULL, NULL);
        assert_non_null(c);
        if (!k->behind) read_documents(c, k->unit, size);
        else assert_int_equal(annals_add_text(c, "a.txt", (annals_text){text, length}, NULL), ANNALS_OK);
        assert_int_equal(annals_finish(c, NULL), ANNALS_OK);
        annals_free(c);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
        double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) * 1e-9;
        if (seconds < best) best = seconds;
    }
    free(text);
    return best;
}

/* Under sanitizers times say little, and cost much: there each kind is only read once. */
#ifdef __SANITIZE_ADDRESS__
static const bool timed = false;
#else
static const bool timed = true;
#endif

static bool stays_linear(const struct kind *k) {
    enum { SMALL = 32 * 1024 };
    const double least = 0.02; /* seconds: less is too little to compare */
    size_t size = SMALL;
    double once = measure(k, size);
    if (!timed) return true;
    while (once < least && size < 16 * SMALL) once = measure(k, size *= 2);
    if (once < least) once = least;
    double more = measure(k, LONGER * size);
    if (more <= MARGIN * once) return true;
    print_error("%s: %zu bytes take %.4f s, %d times as many %.4f s\n", k->name, size, once, LONGER, more);
    return false;
}

/* Four times the input may take eight times as long, where what is quadratic takes sixteen; a busy machine may spoil
 * one measurement, but not all. */
static void test_linear(void **state) {
    (void)state;
    size_t slow = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        int tries = 0;
        while (tries < TRIES && !stays_linear(&kinds[i])) tries++;
        slow += tries == TRIES;
    }
    assert_int_equal(slow, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_linear)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
