/* words.c: times and numbers in words. */
#include "words.h"

#include "buffer.h"
#include "text.h"

#include <string.h>

static annals_text finish(memory_pool *pool, buffer *b) {
    annals_text text = text_clean(pool, (annals_text){b->data, b->length});
    if (b->failed) text = (annals_text){0};
    buffer_free(b);
    return text;
}

int64_t words_day_of(moment at) {
    return at / SECONDS_A_DAY - (at % SECONDS_A_DAY < 0);
}

static int64_t year_of(moment at) {
    int64_t year;
    int month, day;
    annals_civil_of_day(words_day_of(at), &year, &month, &day);
    return year;
}

common_year words_common_year(const ordered_event *events, size_t count) {
    common_year common = {0};
    for (size_t i = 0; i < count; i++) {
        const span *s = &events[i].span;
        int64_t first = year_of(s->low), last = year_of(s->high > s->low ? s->high - 1 : s->high);
        if (first != last || first < 1 || (i && first != common.year)) return (common_year){0};
        common = (common_year){true, first};
    }
    return common;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Take " 1962" out of the phrase where a day stands before it: "spring 1962" would say too little without it. */
static size_t drop_year(char *phrase, size_t length, int64_t year) {
    buffer digits = {0};
    buffer_string(&digits, " ");
    buffer_integer(&digits, year);
    bool day = false;
    for (size_t i = 0; !digits.failed && i < length;) {
        bool found = length - i >= digits.length && !memcmp(phrase + i, digits.data, digits.length) &&
                     !is_digit(phrase[i + digits.length]);
        day |= !found && is_digit(phrase[i]);
        if (found && day) {
            memmove(phrase + i, phrase + i + digits.length, length - i - digits.length + 1);
            length -= digits.length;
        } else {
            i++;
        }
    }
    buffer_free(&digits);
    return length;
}

static int64_t year_of_bound(annals_bound b) {
    return annals_bound_known(b) ? year_of(b.day * SECONDS_A_DAY) : 0;
}

/* Among years before Christ and days of a month, a year such as 14 needs its era.  Returns the new length. */
static size_t add_era(char *phrase, size_t length, size_t size, const annals_when *when) {
    static const char era[] = "AD ";
    int64_t last = year_of_bound(annals_bound_known(when->end.latest) ? when->end.latest : when->begin.earliest);
    int64_t first = annals_bound_known(when->begin.earliest) ? year_of_bound(when->begin.earliest) : last;
    size_t at = length, extra = sizeof era - 1;
    if (last < 1 || last > 999 || (first > 0 && first != last) || length + extra >= size) return length;
    while (at && is_digit(phrase[at - 1])) at--;
    int64_t number = 0;
    for (size_t i = at; i < length; i++) number = number * 10 + (phrase[i] - '0');
    if (at == length || number != last) return length;
    memmove(phrase + at + extra, phrase + at, length - at + 1);
    memcpy(phrase + at, era, extra);
    return length + extra;
}

annals_text words_when(memory_pool *pool, const annals_when *when, common_year year) {
    char phrase[256];
    size_t length = annals_when_phrase(when, phrase, sizeof phrase);
    if (year.known) length = drop_year(phrase, length, year.year);
    length = add_era(phrase, length, sizeof phrase, when);
    return text_clean(pool, (annals_text){phrase, length});
}

annals_text words_clock(memory_pool *pool, const annals_when *when) {
    char phrase[256];
    size_t length = annals_when_clock_phrase(when, phrase, sizeof phrase);
    return text_clean(pool, (annals_text){phrase, length});
}

/* Whole years and whole months are said as such. */
static annals_granularity period_granularity(annals_bound first, annals_bound last) {
    int64_t year, next_year;
    int month, day, next_month, next_day;
    annals_civil_of_day(first.day, &year, &month, &day);
    annals_civil_of_day(last.day + 1, &next_year, &next_month, &next_day);
    if (day != 1 || next_day != 1) return ANNALS_DAY;
    return month == 1 && next_month == 1 ? ANNALS_YEAR : ANNALS_MONTH;
}

annals_text words_period(memory_pool *pool, moment from, moment to, common_year year) {
    annals_bound first = {.day = words_day_of(from), .state = ANNALS_BOUND_DAY};
    annals_bound last = {.day = words_day_of(to > from ? to - 1 : to), .state = ANNALS_BOUND_DAY};
    annals_when when = {.begin = {first, first}, .end = {last, last}, .granularity = period_granularity(first, last)};
    return words_when(pool, &when, year);
}

annals_text words_join(memory_pool *pool, const char *const *parts) {
    buffer b = {0};
    for (; *parts; parts++) buffer_string(&b, *parts);
    return finish(pool, &b);
}

annals_text words_count(memory_pool *pool, size_t count, const char *one, const char *many) {
    buffer b = {0};
    buffer_integer(&b, (int64_t)count);
    buffer_string(&b, " ");
    buffer_string(&b, count == 1 ? one : many);
    return finish(pool, &b);
}

bool words_single_day(const annals_when *when, int64_t *day) {
    const annals_bound bounds[] = {when->begin.earliest, when->begin.latest, when->end.earliest, when->end.latest};
    for (size_t i = 0; i < 4; i++)
        if (!annals_bound_known(bounds[i]) || bounds[i].day != bounds[0].day) return false;
    *day = bounds[0].day;
    return true;
}
