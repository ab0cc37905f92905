/* paper.c: the table of papers (ISO 216, ANSI), and sizes said in millimetres. */
#include "paper.h"

#include "annals-render.h"

#include <string.h>

static const struct row {
    const char *name;
    paper size;
} rows[] = {
    {"a4", {210, 297}},         {"a0", {841, 1189}},       {"a1", {594, 841}},          {"a2", {420, 594}},
    {"a3", {297, 420}},         {"a5", {148, 210}},        {"b4", {250, 353}},          {"b5", {176, 250}},
    {"letter", {215.9, 279.4}}, {"legal", {215.9, 355.6}}, {"tabloid", {279.4, 431.8}},
};
enum { ROWS = sizeof rows / sizeof *rows };

const char *const *annals_render_papers(void) {
    static const char *const names[] = {"a4", "a0", "a1",     "a2",    "a3",      "a5",
                                        "b4", "b5", "letter", "legal", "tabloid", NULL};
    _Static_assert(sizeof names / sizeof *names == ROWS + 1, "a name for each row of the paper table");
    return names;
}

/* Up to six digits, with a point at most; the end, or null when it is no number. */
static const char *read_number(const char *text, double *number) {
    const char *at = text;
    double scale = 1;
    *number = 0;
    for (bool point = false; (*at >= '0' && *at <= '9') || (*at == '.' && !point && at > text); at++) {
        if (*at == '.') point = true;
        else *number = *number * 10 + (*at - '0');
        if (*at != '.' && point) scale *= 10;
    }
    *number /= scale;
    return at > text && at - text <= 7 ? at : NULL;
}

static bool read_size(const char *name, paper *out) {
    const char *at = read_number(name, &out->width);
    if (at && *at == 'x') at = read_number(at + 1, &out->height);
    else at = NULL;
    return at && (!*at || !strcmp(at, "mm"));
}

bool paper_find(const char *name, paper *out) {
    static const char side[] = "-landscape";
    if (!name) name = rows[0].name;
    for (size_t i = 0; i < ROWS; i++) {
        size_t length = strlen(rows[i].name);
        *out = rows[i].size;
        if (!strcmp(name, rows[i].name)) return true;
        if (strncmp(name, rows[i].name, length) || strcmp(name + length, side)) continue;
        *out = (paper){rows[i].size.height, rows[i].size.width};
        return true;
    }
    return read_size(name, out);
}

bool annals_render_paper_size(const char *name, double *width_mm, double *height_mm) {
    paper found = {0, 0};
    if (strcmp(name ? name : "", "figure") != 0 && !paper_find(name, &found)) return false;
    *width_mm = found.width;
    *height_mm = found.height;
    return true;
}
