/* misdates.c: figures that have the form of a date or an hour, and that no reading makes one.  Whoever looks a
 * chronology over should see them: a slip of the pen, or of the machine that read the page. */
#include "misdates.h"

#include "civil.h"
#include "events.h"
#include "language.h"
#include "text.h"

#include <stdio.h>

enum { MOST = 256, MOST_NUMBERS = 4, DAYS = 31, MONTHS = 12, HOURS = 24, MINUTES = 60, YEAR_DIGITS = 4 };

/* "13/13/1962": numbers with single marks between. */
typedef struct figure {
    size_t start, end;
    int values[MOST_NUMBERS];
    size_t digits[MOST_NUMBERS];
    char marks[MOST_NUMBERS]; /* behind each; 0: none */
    size_t count;
} figure;

/* Reads on to the end of the figure; one that is longer than any date has no numbers. */
static figure figure_at(annals_text text, size_t at) {
    figure f = {.start = at, .end = at};
    for (size_t count = 0;; count++) {
        size_t from = f.end;
        int value = 0;
        for (; f.end < text.length && is_digit((unsigned char)text.data[f.end]); f.end++)
            if (f.end - from < YEAR_DIGITS) value = 10 * value + text.data[f.end] - '0';
        if (count < MOST_NUMBERS) {
            f.values[count] = value;
            f.digits[count] = f.end - from;
            f.count = count + 1;
        } else f.count = 0;
        bool more = f.end + 1 < text.length && byte_in(text.data[f.end], "/.-:") &&
                    is_digit((unsigned char)text.data[f.end + 1]);
        if (!more) return f;
        if (count < MOST_NUMBERS) f.marks[count] = text.data[f.end];
        f.end++;
    }
}

/* Letters or other marks beside it make it a part of something else: "No4.12", "#12-40-1962", "3/4/19a"; but "32nd" is
 * a number. */
static bool stands_alone(annals_text text, const figure *f) {
    bool before = f->start && (is_word_byte(text.data[f->start - 1]) || byte_in(text.data[f->start - 1], "/.-:#,$_"));
    bool letters = f->end < text.length && is_word_byte(text.data[f->end]) && f->count > 1;
    bool after = letters || (f->end < text.length && byte_in(text.data[f->end], "/-_%"));
    return f->count && !before && !after;
}

/* Does a mention have the whole of it?  `raw` goes on with the text. */
static bool is_read(const analysis *x, const figure *f, size_t *raw) {
    while (*raw < x->raws.count && x->raws.items[*raw].end < f->end) ++*raw;
    return *raw < x->raws.count && x->raws.items[*raw].start <= f->start;
}

static bool year_like(int year) {
    enum { FIRST = 1000, LAST = 2199 };
    return year >= FIRST && year <= LAST;
}

/* Three numbers, one of them a year, and no order makes a day of the others. */
static bool is_no_day(const figure *f) {
    bool shape = f->count == 3 && f->marks[0] == f->marks[1] && byte_in(f->marks[0], "/.-");
    bool first = shape && f->digits[0] == YEAR_DIGITS, last = shape && f->digits[2] == YEAR_DIGITS;
    if (first == last || f->digits[1] > 2 || f->digits[first ? 2 : 0] > 2) return false;
    int a = f->values[first ? 1 : 0], b = f->values[first ? 2 : 1], year = f->values[first ? 0 : 2];
    return year_like(year) && !civil_valid(year, a, b) && !civil_valid(year, b, a);
}

/* In the same line, if it is no long way off. */
static annals_text word_before(annals_text text, size_t at) {
    enum { REACH = 48 /* bytes */ };
    size_t line = at;
    while (line && at - line < REACH && text.data[line - 1] != '\n') line--;
    while (line < at && ((unsigned char)text.data[line] & 0xC0) == 0x80) line++;
    return preceding_word(text, line, at);
}

/* "at 25:00", "on 5 May 1962, 25:00", "12:75 hrs"; results and shares have such figures too. */
static bool is_no_hour(const analysis *x, const figure *f, size_t raw) {
    enum { LONGEST_DAY = 29, NEAR = 3 /* bytes */ };
    size_t start, end;
    bool shape = f->count == 2 && f->marks[0] == ':' && f->digits[0] <= 2 && f->digits[1] == 2;
    bool wrong = f->values[0] > HOURS || f->values[1] >= MINUTES || (f->values[0] == HOURS && f->values[1]);
    if (!shape || !wrong || f->values[0] > LONGEST_DAY) return false;
    if (has_role(x->grammar, word_before(x->text, f->start), ROLE_LEAD)) return true;
    size_t last = raw ? x->raws.items[raw - 1].end : f->start;
    if (last < f->start && f->start - last < NEAR) return true;
    return text_word(x->text, f->end, &start, &end) && start == f->end + 1 &&
           in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_CLOCK_WORD);
}

/* With a day that every month has in its place, do the words read as a date? */
static bool names_month(annals_chronology *c, annals_text word) {
    char words[64];
    annals_when when;
    annals_error error = {0};
    int length = snprintf(words, sizeof words, "28 %.*s", (int)(word.length < 32 ? word.length : 32), word.data);
    return annals_read_when(c, (annals_text){words, (size_t)length}, &when, &error) == ANNALS_OK;
}

static bool is_year(annals_text word) {
    return word.length == YEAR_DIGITS && text_find_digit(word) == 0 && figure_at(word, 0).end == YEAR_DIGITS;
}

/* "32 May 1962", "the 32nd of May"; `end`, behind the month.  A bare number may count anything: "45 March hares". */
static bool is_no_day_of_month(annals_chronology *c, const analysis *x, const figure *f, size_t *behind) {
    size_t start, end, at = f->end;
    if (f->count != 1 || f->digits[0] != 2 || f->values[0] <= DAYS) return false;
    while (at < x->text.length && is_word_byte(x->text.data[at])) at++;
    bool ranked = at > f->end || (at < x->text.length && x->text.data[at] == '.');
    bool any = text_word(x->text, at, &start, &end) && start <= at + 2;
    annals_text word = text_slice(x->text, start, end);
    bool of = any && in_context(x->grammar, word, CONTEXT_GENITIVE);
    if (of && text_word(x->text, end, &start, &end)) word = text_slice(x->text, start, end);
    if (!any || !in_context(x->grammar, word, CONTEXT_CALENDAR_WORD)) return false;
    *behind = end;
    annals_text next = text_word(x->text, end, &start, &end) ? text_slice(x->text, start, end) : (annals_text){0};
    bool year = next.length && is_year(next);
    bool numbers =
        of && !ranked && next.length && !year && is_digit((unsigned char)*next.data); /* "cable 95 of May 12" */
    return !numbers && (ranked || of || year) && names_month(c, word);
}

/* "May 32, 1962" */
static bool is_no_day_behind_month(annals_chronology *c, const analysis *x, const figure *f, size_t *from) {
    size_t start, end;
    if (f->count != 1 || f->digits[0] != 2 || f->values[0] <= DAYS || !f->start) return false;
    annals_text word = word_before(x->text, f->start);
    if (!text_begins_upper(word) || !in_context(x->grammar, word, CONTEXT_CALENDAR_WORD)) return false;
    *from = (size_t)(word.data - x->text.data);
    bool near = *from + word.length + 1 == f->start && f->end < x->text.length && x->text.data[f->end] == ',';
    bool year = near && text_word(x->text, f->end, &start, &end) && is_year(text_slice(x->text, start, end));
    return year && names_month(c, word);
}

/* "May 32, " before a year */
static bool follows_misdate(const analysis *x, size_t year) {
    enum { BEFORE = 4 /* bytes: "32, " */ };
    if (year < BEFORE || x->text.data[year - 2] != ',') return false;
    figure f = figure_at(x->text, year - BEFORE);
    annals_text month = word_before(x->text, f.start);
    return f.count == 1 && f.digits[0] == 2 && f.values[0] > DAYS && text_begins_upper(month) &&
           in_context(x->grammar, month, CONTEXT_CALENDAR_WORD);
}

bool completes_misdate(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    annals_text word = following_word(x->text, m->start, m->end);
    if (!word.length || m->expr->day != UNSET) return false;
    if (is_year(text_slice(x->text, m->start, m->end))) return follows_misdate(x, m->start);
    if (!in_context(x->grammar, word, CONTEXT_CALENDAR_WORD)) return false;
    word = word_before(x->text, m->start);
    if (in_context(x->grammar, word, CONTEXT_GENITIVE)) word = word_before(x->text, offset_of(x->text, word));
    if (!word.length || !is_digit((unsigned char)*word.data)) return false;
    figure f = figure_at(x->text, offset_of(x->text, word));
    return f.count == 1 && f.digits[0] == 2 && f.values[0] > DAYS && stands_alone(x->text, &f);
}

/* Line and column, counted on from the one before. */
typedef struct cursor {
    size_t at, line, column;
} cursor;

static void move_to(cursor *k, annals_text text, size_t at) {
    for (; k->at < at; k->at++) {
        bool end = text.data[k->at] == '\n';
        k->line += end;
        if (end) k->column = 1;
        else k->column += ((unsigned char)text.data[k->at] & 0xC0) != 0x80;
    }
}

/* Is the figure none that it looks like?  What is told of it then, from `from` to `to`. */
static bool is_misdate(annals_chronology *c, const analysis *x, const figure *f, size_t raw, size_t *from, size_t *to,
                       bool *hour) {
    *from = f->start;
    *to = f->end;
    *hour = is_no_hour(x, f, raw);
    return *hour || is_no_day(f) || is_no_day_of_month(c, x, f, to) || is_no_day_behind_month(c, x, f, from);
}

bool list_misdates(annals_chronology *c, const analysis *x, arena *a, misdate_list *out) {
    cursor k = {.line = x->line, .column = 1};
    size_t raw = 0, from, to, first = out->count;
    bool hour;
    for (size_t at = text_find_digit(x->text); at < x->text.length && out->count - first < MOST;) {
        figure f = figure_at(x->text, at);
        bool read = is_read(x, &f, &raw);
        if (!read && stands_alone(x->text, &f) && is_misdate(c, x, &f, raw, &from, &to, &hour)) {
            move_to(&k, x->text, from);
            if (!ARENA_ROOM(a, out)) return false;
            out->items[out->count++] = (misdate){text_slice(x->text, from, to), k.line, k.column, hour};
        }
        at = f.end + text_find_digit(text_slice(x->text, f.end, x->text.length));
    }
    return true;
}
