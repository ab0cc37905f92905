#include "opening.h"

#include "document.h"
#include "language.h"
#include "text.h"

#include <string.h>

/* ---------------------------------------------------------------- clocks */

/* "8:00 The car leaves": as hour and minute in one number; -1 when the line does not open so.  No verse is counted with
 * a nought: "8:05". */
static int short_clock_of_line(annals_text line, bool *sure) {
    enum { LENGTH = 4, TEN = 10 };
    bool digits = line.length > LENGTH && line.data[1] == ':' && line.data[LENGTH] == ' ';
    for (size_t i = 0; digits && i < LENGTH; i++) digits = i == 1 || is_digit((unsigned char)line.data[i]);
    if (!digits) return -1;
    int minute = (line.data[2] - '0') * TEN + line.data[3] - '0';
    *sure = minute < TEN;
    return (line.data[0] - '0') * TEN * TEN + minute;
}

/* The clock that opens a line, "0430 Sighted a vessel", "04.30 Sighted" or "04:30 - all quiet", as hour and minute in
 * one number; -1 when none does.  `sure`: no year is written so, and no day and month. */
static int clock_of_line(annals_text line, bool *sure) {
    size_t at = 0, digits = 0;
    int clock = short_clock_of_line(line, sure);
    if (clock >= 0) return clock;
    clock = 0;
    bool dot = line.length > 5 && line.data[2] == '.', colon = dot || (line.length >= 5 && line.data[2] == ':');
    for (; at < line.length && at < (colon ? 5U : 4U); at++) {
        if (colon && at == 2) continue;
        if (!is_digit((unsigned char)line.data[at])) return -1;
        clock = clock * 10 + (line.data[at] - '0');
        digits++;
    }
    bool alone = colon && at == line.length; /* "06:15", above what it tells */
    if (digits != 4 || (!alone && (at >= line.length || !byte_in(line.data[at], " \t\n:-,")))) return -1;
    *sure = dot ? clock % 100 > 12 : colon || clock < 1000 || clock >= 2200;
    return clock;
}

/* "6 AM  Weighed", "4:30 p.m. All quiet": an hour opens the line. */
static bool opens_with_hour(const grammar *g, annals_text line) {
    size_t at = 0, start, end;
    while (at < line.length && at < 2 && is_digit((unsigned char)line.data[at])) at++;
    if (!at) return false;
    if (at + 2 < line.length && byte_in(line.data[at], ":.") && is_digit((unsigned char)line.data[at + 1])) at += 3;
    while (at < line.length && line.data[at] == ' ') at++;
    return text_word(line, at, &start, &end) && start == at &&
           in_context(g, text_slice(line, start, end), CONTEXT_CLOCK_WORD);
}

static bool opens_with_moment(const grammar *g, annals_text line) {
    size_t start, end;
    if (!text_word(line, 0, &start, &end) || start || end + 1 >= line.length) return false;
    bool parted = byte_in(line.data[end], ".,:\t") || (line.data[end] == ' ' && line.data[end + 1] == ' ');
    return parted && in_context(g, text_slice(line, 0, end), CONTEXT_CLOCK_WORD);
}

bool opens_with_head(const grammar *g, annals_text line) {
    enum { LONGEST = 12 /* bytes */ };
    size_t head = line.length < LONGEST ? line.length : LONGEST;
    return memchr(line.data, ':', head) && opens_with_moment(g, line);
}

/* Most lines open with a letter, and need no closer look. */
static bool may_open_with_clock(annals_text line) {
    size_t at = 0;
    while (at < line.length && is_space_byte(line.data[at])) at++;
    unsigned char c = at < line.length ? (unsigned char)line.data[at] : 0;
    return is_digit(c) || c >= 0x80;
}

bool opens_with_watch(annals_text words) {
    enum { CLOCK = 4 /* bytes, at least */ };
    bool sure;
    size_t start, end;
    int clock = clock_of_line(words, &sure);
    return clock >= 0 && clock <= 2400 && clock % 100 < 60 && text_word(words, CLOCK + 1, &start, &end) &&
           text_begins_upper(text_slice(words, start, end));
}

bool opens_with_zero(annals_text words) {
    enum { CLOCK = 4 /* bytes */, MINUTES = 60, NO_YEAR = 2130, DAY = 2400 };
    int clock = 0;
    if (words.length <= CLOCK + 1 || words.data[CLOCK] != ' ') return false;
    for (size_t i = 0; i < CLOCK; i++) {
        if (!is_digit((unsigned char)words.data[i])) return false;
        clock = 10 * clock + words.data[i] - '0';
    }
    bool year = words.data[0] != '0' && (clock < NO_YEAR || clock >= DAY);
    return !year && clock % 100 < MINUTES && !is_digit((unsigned char)words.data[CLOCK + 1]);
}

bool opens_with_dotted(annals_text words) {
    enum { HOURS = 24, MINUTES = 60, TWO = 2 };
    int hour = 0, minute = 0;
    size_t at = 0, point;
    while (at < TWO && at < words.length && is_digit((unsigned char)words.data[at]))
        hour = 10 * hour + words.data[at++] - '0';
    if (!at || at >= words.length || words.data[at] != '.' || hour >= HOURS) return false;
    for (point = at++; at <= point + TWO && at < words.length && is_digit((unsigned char)words.data[at]); at++)
        minute = 10 * minute + words.data[at] - '0';
    bool nought = at == point + TWO && !minute; /* "4.0" */
    if ((at != point + 1 + TWO && !nought) || minute >= MINUTES || at >= words.length) return false;
    at += byte_in(words.data[at], ".:,");
    return at + 1 < words.length && words.data[at] == ' ' && text_begins_upper(text_slice(words, at + 1, words.length));
}

/* A log is a text of which three lines and more open with a clock: some that no year is written like, and none that
 * only a year is.  Of those that a capital follows two are enough. */
bool is_log(const grammar *g, annals_text text) {
    size_t lines = 0, sure_lines = 0, told = 0, next;
    for (size_t at = 0; at < text.length; at = next) {
        bool sure = false;
        annals_text line = line_at(text, at, &next);
        if (!may_open_with_clock(line)) continue;
        line = text_trim(line);
        int clock = clock_of_line(line, &sure);
        if (clock < 0) {
            bool hour = opens_with_hour(g, line);
            lines += hour;
            sure_lines += hour;
            continue;
        }
        if (clock % 100 > 59 || clock > 2400) return false;
        lines++;
        sure_lines += sure;
        told += (sure || line.data[1] == ':') && opens_with_watch(line);
    }
    return sure_lines > 0 && (lines > 2 || told > 1);
}

bool opens_with_clock(const grammar *g, annals_text line) {
    bool sure;
    return clock_of_line(line, &sure) >= 0 || opens_with_hour(g, line) || opens_with_moment(g, line);
}

/* ---------------------------------------------------------------- dates */

/* What the words that open a line come to. */
typedef struct opening {
    size_t length, words, numbers, ordinals, years;
    size_t reach;  /* ... with the small word behind it, "6th and" */
    bool calendar; /* a month or weekday, or a feast */
} opening;

/* "1911", "1974-78", but not "08:17" */
static bool is_year(annals_text number) {
    enum { DIGITS = 4 };
    for (size_t i = 0; i < DIGITS; i++)
        if (i >= number.length || !is_digit((unsigned char)number.data[i])) return false;
    return number.length == DIGITS || number.data[DIGITS] == '-';
}

/* What may stand between two words of a date. */
static bool joins(annals_text line, size_t from, size_t to) {
    for (size_t at = from, next; at < to; at = next) {
        uint32_t c = text_decode(line, at, &next);
        if (c != ' ' && c != ',' && c != '.' && c != '/' && c != '&' && !is_dash(c)) return false;
    }
    return true;
}

static void take_number(opening *o, annals_text number) {
    o->numbers++;
    o->years += is_year(number);
    o->ordinals += !is_digit((unsigned char)number.data[number.length - 1]);
}

/* "Anno 1787", "since 1990", "early August" */
static bool leads(const grammar *g, const opening *o, annals_text word) {
    enum { MOST = 2 };
    bool feast = has_role(g, word, ROLE_FEAST);
    return !o->length && o->words < MOST && (feast || in_context(g, word, CONTEXT_ENTRY_LEAD | CONTEXT_SURE));
}

/* A month or weekday, "Thurs." with its full stop too. */
static bool is_calendar_word(const grammar *g, annals_text line, size_t start, size_t end) {
    size_t stop = end + (end < line.length && line.data[end] == '.');
    return in_context(g, text_slice(line, start, end), CONTEXT_CALENDAR_WORD) ||
           in_context(g, text_slice(line, start, stop), CONTEXT_CALENDAR_WORD);
}

/* Goes the date that opens the line on with the word? */
static bool take_word(const grammar *g, opening *o, annals_text line, size_t start, size_t end) {
    enum { SMALL = 3 /* bytes: "of" */ };
    annals_text word = text_slice(line, start, end);
    bool number = is_digit((unsigned char)*word.data), clock = o->numbers && in_context(g, word, CONTEXT_CLOCK_WORD);
    bool named = !number && (is_calendar_word(g, line, start, end) || (o->words && has_role(g, word, ROLE_FEAST)));
    size_t joint = o->reach > o->length ? o->reach : o->length;
    if (o->length && !joins(line, joint, start) && (number || named)) return false;
    if (number) take_number(o, word);
    o->calendar |= named;
    if (number || named || clock) o->length = end;
    if (number || named || clock || leads(g, o, word)) return true;
    bool joint_word = in_context(g, word, CONTEXT_JOINER | CONTEXT_INFINITIVE | CONTEXT_GENITIVE);
    if (joint_word && start == o->length + 1 && line.data[o->length] == ' ') o->reach = end;
    return o->length && word.length <= SMALL;
}

static opening opening_of(const grammar *g, annals_text line) {
    enum { MOST = 8 /* words */ };
    size_t start, end;
    opening o = {0};
    for (size_t at = 0; o.words < MOST && text_word(line, at, &start, &end); at = end, o.words++)
        if (!take_word(g, &o, line, start, end)) break;
    return o;
}

/* A day, a year or a span of them. */
static bool is_date(const opening *o) {
    bool all_ordinals = o->numbers && o->ordinals == o->numbers;
    return (o->numbers && o->calendar) || (o->years && o->years == o->numbers) || all_ordinals;
}

bool is_date_line(const grammar *g, annals_text line) {
    enum { LONGEST = 40 };
    size_t start, end;
    if (line.length > LONGEST) return false;
    opening o = opening_of(g, line);
    return is_date(&o) && !text_word(line, o.length, &start, &end);
}

/* What a line of names and a day has. */
typedef struct session_line {
    bool meets, calendar, number;
    bool dated; /* the last word belongs to the day */
} session_line;

/* Names, small words, and those of a day or an hour; any other ends it. */
static bool take_session_word(const grammar *g, annals_text word, session_line *s) {
    enum { SMALL = 3 /* bytes */ };
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    bool number = is_digit((unsigned char)*word.data),
         meets = has_role(g, word, ROLES_OF(ROLE_GATHERING, ROLE_SESSION, ROLE_FEAST));
    context_set is = contexts_of(g, word);
    s->number |= number;
    s->calendar |= (is & CONTEXT_CALENDAR_WORD) != 0;
    s->meets |= meets;
    if (!number && is & verbs && !(is & CONTEXT_DATE_FIELD) && !text_begins_upper(word)) return false;
    s->dated = number || is & (CONTEXT_CALENDAR_WORD | CONTEXT_CLOCK_WORD);
    return s->dated || s->meets || word.length <= SMALL || text_begins_upper(word) ||
           is & (CONTEXT_DATE_FIELD | CONTEXT_PLACE_LEAD | CONTEXT_PARTICLE);
}

bool is_session_line(const grammar *g, annals_text line) {
    enum { LONGEST = 120 /* bytes */, SHORTEST = 10, LEAST = 3 /* words */ };
    session_line s = {0};
    size_t start, end, words = 0;
    bool may = line.length >= SHORTEST && line.length <= LONGEST && text_begins_upper(line) && text_has_digit(line);
    for (size_t at = 0; may && text_word(line, at, &start, &end); at = end, words++)
        may = take_session_word(g, text_slice(line, start, end), &s);
    if (!may || words < LEAST || !s.number || !s.calendar || byte_in(line.data[line.length - 1], ",:;")) return false;
    return (s.meets || (s.dated && memchr(line.data, ',', line.length))) && !opening_of(g, line).length;
}

/* "18/03  ", "1.7.1923  ": does a day of numbers open the line, with a wide space behind it? */
static size_t figures_length(annals_text line) {
    size_t at = 0, joints = 0;
    for (; at < line.length; at++) {
        if (is_digit((unsigned char)line.data[at])) continue;
        if (!at || !byte_in(line.data[at], "./") || !is_digit((unsigned char)line.data[at - 1])) break;
        joints++;
    }
    return joints == 1 || joints == 2 ? at : 0;
}

bool is_day_in_figures(annals_text line) {
    return line.length && figures_length(line) == line.length;
}

/* Or a bar: the first cell of a row ends there. */
static bool wide_space(annals_text line, size_t at) {
    if (at < line.length && line.data[at] == '.') at++;
    if (at >= line.length) return false;
    bool cell = byte_in(line.data[at], "\t|");
    return cell || (at + 1 < line.length && line.data[at] == ' ' && byte_in(line.data[at + 1], " \t|"));
}

static bool parting_mark(annals_text line, size_t at) {
    size_t next;
    return byte_in(line.data[at], ".:;\t") || is_dash(text_decode(line, at, &next)) ||
           is_dash(text_decode(line, at + 1, &next));
}

bool opens_with_date(const grammar *g, annals_text line, bool mark) {
    opening o = opening_of(g, line);
    bool date = is_date(&o);
    size_t length = date || o.calendar ? o.length : figures_length(line);
    if (!length || length + 1 >= line.length) return false;
    if (wide_space(line, length)) return true;
    bool alone = mark && line.data[length] == '.';                     /* "Sunday. No sermon" */
    if (!date && o.calendar) return alone || line.data[length] == ':'; /* "March: they met" */
    return mark && parting_mark(line, length);
}

/* "1962-06-01" */
static bool opens_with_iso_day(annals_text line) {
    static const char form[] = "dddd-dd-dd";
    if (line.length < strlen(form)) return false;
    for (size_t i = 0; form[i]; i++)
        if (form[i] == 'd' ? !is_digit((unsigned char)line.data[i]) : line.data[i] != form[i]) return false;
    return true;
}

bool opens_with_full_day(const grammar *g, annals_text line) {
    enum { NUMBERS = 2, FORM = 10 /* bytes: 1962-06-01 */ };
    bool iso = opens_with_iso_day(line);
    if (!iso && !(line.length && (is_digit((unsigned char)*line.data) || text_begins_upper(line)))) return false;
    opening o = iso ? (opening){.length = FORM} : opening_of(g, line);
    bool day = iso || (o.calendar && o.years == 1 && o.numbers == NUMBERS);
    annals_text rest = day ? text_slice(line, o.length, line.length) : (annals_text){0};
    return text_starts(rest, " ") && text_begins_upper(text_trim(rest));
}

bool opens_with_year(annals_text line) {
    size_t start, end;
    return text_word(line, 0, &start, &end) && is_year(text_slice(line, start, end));
}

bool opens_entry(const grammar *g, annals_text line) {
    size_t start, end;
    if (!text_word(line, 0, &start, &end)) return false;
    annals_text word = text_slice(line, start, end);
    if (is_date_line(g, line)) return true;
    if (is_year(word)) return opens_with_date(g, line, true) && line.data[end] != '.';
    bool number = is_digit((unsigned char)*word.data);
    return (number || is_calendar_word(g, line, start, end)) && opens_with_date(g, line, true);
}
