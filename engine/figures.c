#include "figures.h"

#include "document.h"
#include "text.h"

enum { MONTHS = 12, DAYS = 31, YEAR = MONTHS * DAYS };

/* What opens a line: two numbers, or three. */
typedef struct figures {
    int first, second;
    bool slash, year;
} figures;

/* One or two digits; 0 when there are more or none. */
static int read_number(annals_text line, size_t *at) {
    int value = 0;
    size_t from = *at;
    while (*at < line.length && is_digit((unsigned char)line.data[*at]))
        value = *at - from < 2 ? value * 10 + (line.data[*at] - '0') : 0, ++*at;
    return *at - from <= 2 ? value : 0;
}

/* ".79", "/1979" */
static bool read_year(annals_text line, char sign, size_t *at) {
    enum { SHORT = 2, LONG = 4 };
    size_t from = *at + 1, end = from;
    if (*at >= line.length || line.data[*at] != sign) return false;
    while (end < line.length && is_digit((unsigned char)line.data[end])) end++;
    if (end - from != SHORT && end - from != LONG) return false;
    *at = end;
    return true;
}

static bool read_figures(annals_text line, figures *f) {
    bool bracket = line.length && *line.data == '['; /* "[3/11/2021, 18:04] Ada: We" */
    size_t at = bracket, next;
    f->first = read_number(line, &at);
    if (!f->first || at >= line.length || !byte_in(line.data[at], "./")) return false;
    char sign = line.data[at++];
    f->second = read_number(line, &at);
    f->slash = sign == '/';
    f->year = read_year(line, sign, &at);
    if (at < line.length && line.data[at] == '.') at++;
    bool parted =
        at >= line.length || byte_in(line.data[at], bracket ? ", ]" : " \t:,") || is_dash(text_decode(line, at, &next));
    return f->second && parted;
}

bool opens_with_figures(annals_text line) {
    figures f;
    return read_figures(line, &f);
}

/* The lines of a text that open so, read in one order of day and month. */
typedef struct figured_lines {
    size_t lines, long_steps, turns, years;
    int before;       /* the last one's day, counted as if every month had 31, */
    int day;          /* ... and within its month */
    bool sure, wrong; /* no numbers of sections; no days, or not in the order of time */
} figured_lines;

/* A number of a section counts on in its last place; the day of an entry changes from line to line. */
static void take_line(figured_lines *l, const figures *f, bool day_first) {
    enum { LONG_STEP = 62 /* days */, FAR = 200 };
    int day = day_first ? f->first : f->second, month = day_first ? f->second : f->first;
    if (day > DAYS || month > MONTHS || (!day_first && !f->slash)) l->wrong = true;
    int at = month * DAYS + day, step = (at - l->before + YEAR) % YEAR;
    l->sure |= f->year || day > MONTHS;
    l->years += f->year;
    if (l->lines++) {
        l->wrong |= step > FAR;
        l->long_steps += step > LONG_STEP;
        l->turns += day != l->day;
    }
    l->before = at;
    l->day = day;
}

static bool is_diary(const figured_lines *l) {
    enum { FEWEST = 3, SHARE = 4 };
    bool turns = 2 * l->turns >= l->lines || l->years == l->lines; /* a day may have many lines that say their year */
    return !l->wrong && l->sure && l->lines >= FEWEST && turns && SHARE * l->long_steps <= l->lines;
}

bool is_diary_in_figures(annals_text text) {
    figured_lines by_day = {0}, by_month = {0};
    size_t next;
    for (size_t at = 0; at < text.length; at = next) {
        figures f;
        if (!read_figures(text_trim(line_at(text, at, &next)), &f)) continue;
        take_line(&by_day, &f, true);
        take_line(&by_month, &f, false);
    }
    return is_diary(&by_day) || is_diary(&by_month);
}
