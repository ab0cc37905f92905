/* draw_sample.c: draws one of the tests' chronologies, for looking at.
 *
 *     draw-sample week|century|uniform|bursty|... COUNT svg|png|html|pdf|layout [a4|letter] [THEME] [WIDTH] [LAYOUT]
 * [SCALE] > FILE */
#include "annals-render.h"
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static annals_status put(void *context, const char *data, size_t length) {
    return fwrite(data, 1, length, context) == length ? ANNALS_OK : ANNALS_OUTPUT;
}

static annals_chronology *find_sample(const char *name, size_t count) {
    for (distribution d = 0; d < DISTRIBUTIONS; d++)
        if (!strcmp(name, distribution_name(d))) return sample_distribution(d, count);
    return strcmp(name, "century") ? sample_week() : sample_century();
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    annals_chronology *c = find_sample(argv[1], strtoul(argv[2], NULL, 10));
    annals_render_options options = {.paper = argc > 4 ? argv[4] : NULL, .theme = argc > 5 ? argv[5] : NULL};
    if (argc > 6) options.width_mm = strtod(argv[6], NULL);
    if (argc > 7 && *argv[7]) options.layout = argv[7];
    if (argc > 8) options.scale = argv[8];
    annals_error error = {0};
    annals_render_function *render = annals_render_layout;
    size_t count;
    const annals_renderer *rows = annals_renderers(&count);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(argv[3], rows[i].name)) render = rows[i].render;
    clock_t from = clock(); /* of this process: others may be busy */
    annals_status status = c ? render(c, &options, (annals_sink){put, stdout}, &error) : ANNALS_MEMORY;
    double milliseconds = (double)(clock() - from) * 1e3 / CLOCKS_PER_SEC;
    fprintf(stderr, "%s %s: status %d %s, %.1f ms\n", argv[1], argv[3], (int)status, error.message, milliseconds);
    annals_free(c);
    return status != ANNALS_OK;
}
