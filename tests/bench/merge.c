/* Measures how long it takes to put the accounts of many documents together: bench-merge [EVENTS...].  Prints, for each
 * number of events, the time of annals_finish, by the clock and of the processor alone, the events that are left, and
 * the growth.  Asserts nothing.
 *
 * "spread": documents of a hundred dated sentences over two centuries, every event told by three of them in other
 * words. "one day": all of one day.  "one sentence": all of one day and in the same words. */
#include "annals.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { A_DOCUMENT = 100, TELLERS = 3, LINE = 200 };

static double now(void) {
    struct timespec t;
    timespec_get(&t, TIME_UTC);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* A name for a number: no two have the same, and they differ in their first eight letters. */
static void name_of(size_t number, char *name) {
    static const char *const syllables[] = {"ba", "de", "ko", "li", "ma", "no", "pe", "ra", "su", "te"};
    size_t length = (size_t)sprintf(name, "%c", (char)('A' + number % 26));
    for (size_t rest = number / 26 + 1000; rest; rest /= 10)
        length += (size_t)sprintf(name + length, "%s", syllables[rest % 10]);
}

static size_t write_spread(char *line, size_t happening, size_t teller) {
    static const char *const acts[][TELLERS] = {{"burned", "was on fire", "went up in flames"},
                                                {"was attacked", "suffered a raid", "was raided"},
                                                {"was founded", "was established", "had its foundation"},
                                                {"surrendered", "was occupied", "was captured"}};
    char place[64], person[64];
    name_of(7 * happening + 1, place);
    name_of(5 * happening + 3, person);
    size_t day = happening * 37 % 73000, year = 1700 + day / 365, month = day % 12 + 1, of_month = day % 28 + 1;
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    return (size_t)snprintf(line, LINE, "On %zu %s %zu the mill of %s at %s %s. ", of_month, months[month - 1], year,
                            person, place, acts[happening % 4][teller]);
}

static size_t write_one_day(char *line, size_t happening, size_t teller) {
    char place[64];
    name_of(happening, place);
    return (size_t)snprintf(line, LINE, "On 3 May 1931 the mill at %s %s. ", place, teller ? "burned" : "was on fire");
}

static size_t write_one_sentence(char *line, size_t happening, size_t teller) {
    (void)happening, (void)teller;
    return (size_t)snprintf(line, LINE, "On 3 May 1931 the mill at Aske burned. ");
}

static annals_chronology *make(size_t events, size_t (*write)(char *, size_t, size_t)) {
    annals_chronology *c = annals_new(NULL, NULL);
    char *text = malloc(A_DOCUMENT * LINE + LINE), source[32];
    if (!c || !text) abort();
    for (size_t d = 0; d * A_DOCUMENT < events; d++) {
        size_t length = (size_t)sprintf(text, "Report number %zu\n\n", d);
        for (size_t i = 0; i < A_DOCUMENT; i++)
            length += write(text + length, d / TELLERS * A_DOCUMENT + i, d % TELLERS);
        sprintf(source, "%zu.txt", d);
        if (annals_add_text(c, source, (annals_text){text, length}, NULL) != ANNALS_OK) abort();
    }
    free(text);
    return c;
}

static double measure(const char *name, size_t events, size_t (*write)(char *, size_t, size_t)) {
    annals_chronology *c = make(events, write);
    size_t before, after;
    annals_events(c, &before);
    const double start = now();
    const clock_t start_of_work = clock();
    if (annals_finish(c, NULL) != ANNALS_OK) abort();
    double taken = now() - start, worked = (double)(clock() - start_of_work) / CLOCKS_PER_SEC;
    annals_events(c, &after);
    printf("%-13s %8zu events: %7.3f s, %.3f s of the processor, %zu are left\n", name, before, taken, worked, after);
    annals_free(c);
    return taken;
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        size_t (*write)(char *, size_t, size_t);
    } kinds[] = {{"spread", write_spread}, {"one day", write_one_day}, {"one sentence", write_one_sentence}};
    static const size_t usual[] = {10000, 100000};
    size_t count = argc > 1 ? (size_t)argc - 1 : sizeof usual / sizeof *usual;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        double last = 0;
        for (size_t j = 0; j < count; j++) {
            double taken = measure(kinds[i].name, argc > 1 ? strtoul(argv[j + 1], NULL, 10) : usual[j], kinds[i].write);
            if (j) printf("%-13s %.1f times as long\n", "", taken / last);
            last = taken;
        }
    }
    return 0;
}
