/* month_days.c: registers and diaries whose lines open with the day of the month that stands alone above them. */
#include "month_days.h"

#include "language.h"
#include "text.h"

#include <string.h>

enum { LAST_DAY = 31 };

bool heads_month(const grammar *g, annals_text line) {
    enum { LONGEST = 24 /* bytes */, YEAR = 4 };
    size_t start, end, other, behind;
    if (line.length > LONGEST || !text_begins_upper(line) || !text_word(line, 0, &start, &end) || start) return false;
    if (!in_context(g, text_slice(line, 0, end), CONTEXT_CALENDAR_WORD)) return false;
    if (!text_word(line, end, &other, &behind)) return true;
    bool year = behind - other == YEAR && is_digit((unsigned char)line.data[other]);
    return year && behind + 1 >= line.length;
}

int opens_with_number(annals_text line) {
    enum { DIGITS = 2, ENDING = 2 };
    size_t at = 0;
    int day = 0;
    while (at < line.length && at < DIGITS && is_digit((unsigned char)line.data[at]))
        day = 10 * day + line.data[at++] - '0';
    if (!day || day > LAST_DAY || at + 1 >= line.length) return 0;
    size_t letters = at;
    while (letters < line.length && letters < at + ENDING && is_letter((unsigned char)line.data[letters])) letters++;
    at = letters + (letters < line.length && byte_in(line.data[letters], ".,:"));
    return at < line.length && byte_in(line.data[at], " \t") ? day : 0;
}

/* Lines that open with a number, below months. */
typedef struct numbered_lines {
    int last;            /* of them; -1 above the first month, 0 below a month */
    size_t count, steps; /* and how often a number of them is not the next one */
    bool wrong;          /* some are no days, or not in the order of time */
} numbered_lines;

static void take_line(const grammar *g, annals_text line, numbered_lines *l) {
    int day = opens_with_number(line);
    if (!day && heads_month(g, line)) l->last = 0;
    if (!day) return;
    l->wrong |= day < l->last || l->last < 0;
    l->steps += day > l->last + 1;
    l->count++;
    l->last = day;
}

bool is_month_book(const grammar *g, annals_text text) {
    enum { FEWEST = 3, STEPS = 2 };
    size_t next;
    numbered_lines l = {.last = -1};
    for (size_t at = 0; at < text.length && !l.wrong; at = next) take_line(g, text_trim(line_at(text, at, &next)), &l);
    return !l.wrong && l.count >= FEWEST && l.steps >= STEPS;
}
