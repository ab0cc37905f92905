/* csv_dates.c: dates as tables have them: years alone, and days of numbers, whose order the other rows tell. */
#include "csv_table.h"

#include "words.h"

#include <stdio.h>
#include <string.h>

enum { MONTHS = 12, LONGEST = 60 /* bytes of a date */ };

static bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

static annals_text behind(annals_text text, size_t count) {
    return (annals_text){text.data + count, text.length - count};
}

/* ------------------------------------------------------------------ years */

bool csv_is_year(annals_text text) {
    bool sign = text.length && *text.data == '-';
    for (size_t i = sign; i < text.length; i++)
        if (!is_figure(text.data[i])) return false;
    return text.length > sign && text.length <= 10;
}

void csv_put_year(annals_text year, builder *to) {
    bool sign = year.length && *year.data == '-';
    const annals_text digits = behind(year, sign);
    if (digits.length > 4) builder_string(to, "Y");
    if (sign) builder_string(to, "-");
    for (size_t n = digits.length; n < 4; n++) builder_string(to, "0");
    builder_text(to, digits);
}

unsigned csv_month(table *t, annals_text name) {
    enum { LONGEST_NAME = 20 };
    char date[LONGEST_NAME + 8];
    annals_when when;
    unsigned month = 0;
    if (name.length > LONGEST_NAME) return 0;
    snprintf(date, sizeof date, "%.*s 2000", (int)name.length, name.data);
    bool read = annals_read_when(t->list.to, annals_text_of(date), &when, NULL) == ANNALS_OK &&
                when.edtf.length == strlen("2000-10") && sscanf(when.edtf.data, "2000-%2u", &month) == 1;
    return read && month <= MONTHS ? month : 0; /* spring is 21 */
}

/* ------------------------------------------------------------------ days of numbers */

/* "5/3/1931", "05-03-1931 10:00" */
typedef struct figures {
    unsigned first, second;
    annals_text rest; /* the year, and what follows it */
} figures;

/* One or two digits; 0: there is none. */
static unsigned take_number(annals_text *text) {
    unsigned number = 0, count = 0;
    for (; count < 2 && count < text->length && is_figure(text->data[count]); count++)
        number = number * 10 + (unsigned)(text->data[count] - '0');
    *text = behind(*text, count);
    return number;
}

static bool take_figures(annals_text text, figures *f) {
    f->first = take_number(&text);
    char sign = text.length ? *text.data : 0;
    if (!f->first || (sign != '/' && sign != '-')) return false;
    text = behind(text, 1);
    f->second = take_number(&text);
    if (!f->second || text.length < 3 || *text.data != sign) return false;
    f->rest = behind(text, 1);
    return is_figure(f->rest.data[0]) && is_figure(f->rest.data[1]) && f->rest.length < LONGEST;
}

/* Between full stops the day comes first, and nobody doubts it. */
static annals_text spell_figures(const figures *f, bool month_first, const char *mark, char *buffer, size_t size) {
    int length = snprintf(buffer, size, "%u.%u.%.*s%s", month_first ? f->second : f->first,
                          month_first ? f->first : f->second, (int)f->rest.length, f->rest.data, mark);
    return (annals_text){buffer, (size_t)length};
}

/* Nobody said which comes first. */
static bool is_order_open(table *t) {
    annals_when when;
    return annals_read_when(t->list.to, annals_text_of("1/2/2001"), &when, NULL) == ANNALS_OK && when.uncertain;
}

static void count_row(table *t, size_t *days, size_t *months) {
    figures f;
    for (size_t i = 0; i < t->count && i < t->columns; i++) {
        if (t->kinds[i] != COLUMN_DATE && t->kinds[i] != COLUMN_END) continue;
        if (!take_figures(csv_unquote(t, i, &t->fields[i]), &f)) continue;
        *days += f.first > MONTHS && f.second <= MONTHS;
        *months += f.second > MONTHS && f.first <= MONTHS;
    }
}

void csv_find_order(table *t) {
    if (!is_order_open(t)) return;
    const table begin = *t;
    size_t days = 0, months = 0;
    for (row_state state; (state = csv_row(t)) != ROW_NONE;) {
        const cell first = t->cells[0];
        if (state == ROW_WHOLE) count_row(t, &days, &months);
        else csv_skip_line(t, &first);
    }
    csv_go_back(t, &begin);
    if (!days != !months) t->order = days ? ANNALS_ORDER_DMY : ANNALS_ORDER_MDY;
}

/* The other reading of what leaves the order open. */
static void read_other(table *t, const figures *f, csv_time *time) {
    char spelling[LONGEST + 16];
    time->either = annals_read_when(t->list.to, spell_figures(f, false, "?", spelling, sizeof spelling), &time->other,
                                    NULL) == ANNALS_OK &&
                   annals_bound_compare(time->other.begin.earliest, time->when.begin.earliest) != 0;
}

/* ------------------------------------------------------------------ a cell */

/* "900", "-44"; fewer figures may be a day or anything, and what has more without a sign is what spreadsheets make of
 * a day. */
static bool is_sure_year(annals_text text) {
    bool sign = text.length && *text.data == '-';
    return csv_is_year(text) && (sign || text.length == 3);
}

static bool read_year(table *t, annals_text year, csv_time *time) {
    builder spelling = {0};
    csv_put_year(year, &spelling);
    annals_text edtf = {spelling.data, spelling.length};
    bool read = !spelling.failed && annals_read_when(t->list.to, edtf, &time->when, NULL) == ANNALS_OK;
    builder_free(&spelling);
    return read;
}

/* "1939-40", which EDTF has for a part of 1939: nobody writes half-years so, and many write years so. */
static bool read_years(table *t, annals_text words, csv_time *time) {
    char years[16];
    unsigned first, last;
    if (t->ours || words.length != strlen("1939-40") || words.data[4] != '-') return false;
    annals_text ends[] = {{words.data, 4}, {words.data + 5, 2}};
    if (!csv_is_year(ends[0]) || !csv_is_year(ends[1])) return false;
    snprintf(years, sizeof years, "%.7s", words.data);
    if (sscanf(years, "%4u-%2u", &first, &last) != 2 || last <= first % 100 || last <= MONTHS) return false;
    snprintf(years, sizeof years, "%04u/%02u%02u", first % 10000, first / 100 % 100, last % 100);
    return annals_read_when(t->list.to, annals_text_of(years), &time->when, NULL) == ANNALS_OK;
}

/* "05/1931", the month of a year. */
static bool read_month(table *t, annals_text words, csv_time *time) {
    char month[16];
    annals_text year = words;
    unsigned number = take_number(&year);
    bool parted = year.length && strchr("/-.", *year.data);
    if (!number || number > MONTHS || !parted || year.length != strlen("/1931") || !csv_is_year(behind(year, 1)))
        return false;
    snprintf(month, sizeof month, "%.4s-%02u", year.data + 1, number);
    return annals_read_when(t->list.to, annals_text_of(month), &time->when, NULL) == ANNALS_OK;
}

bool csv_read_time(table *t, annals_text words, csv_time *time) {
    char spelling[LONGEST + 16];
    figures f;
    time->either = false;
    time->weekday = (annals_text){0};
    if (is_sure_year(words)) return read_year(t, words, time);
    if (read_years(t, words, time) || read_month(t, words, time)) return true;
    bool open = take_figures(words, &f) && f.first <= MONTHS && f.second <= MONTHS && f.first != f.second;
    if (open && t->order != ANNALS_ORDER_AUTO)
        words = spell_figures(&f, t->order == ANNALS_ORDER_MDY, "", spelling, sizeof spelling);
    if (annals_read_date(t->list.to, words, &time->when, &time->weekday, NULL) != ANNALS_OK) return false;
    if (open && t->order == ANNALS_ORDER_AUTO && time->when.uncertain) read_other(t, &f, time);
    return true;
}
