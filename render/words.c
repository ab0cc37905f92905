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

typedef size_t phrase_function(const annals_when *, const annals_phrasing *, char *, size_t);

static annals_text phrase(const wording *words, phrase_function *say, const annals_when *when,
                          const annals_phrasing *how) {
    char room[256];
    size_t length = say(when, how, room, sizeof room);
    return text_clean(words->pool, (annals_text){room, length});
}

annals_text words_when(const wording *words, const annals_when *when, common_year year) {
    annals_phrasing how = words->phrasing;
    how.eras = true;
    how.year_known = year.known;
    how.year = year.year;
    return phrase(words, annals_when_phrase_as, when, &how);
}

annals_text words_without_year(const wording *words, const annals_when *when) {
    annals_phrasing how = words->phrasing;
    how.unknown_year_known = true;
    return phrase(words, annals_when_phrase_as, when, &how);
}

annals_text words_clock(const wording *words, const annals_when *when) {
    return phrase(words, annals_when_clock_phrase_as, when, &words->phrasing);
}

annals_text words_year(const wording *words, int64_t year, bool era) {
    annals_bound first = {.day = annals_day_of_civil(year, 1, 1), .state = ANNALS_BOUND_DAY};
    annals_bound last = {.day = annals_day_of_civil(year + 1, 1, 1) - 1, .state = ANNALS_BOUND_DAY};
    annals_when when = {.begin = {first, last}, .end = {first, last}, .granularity = ANNALS_YEAR};
    annals_phrasing how = words->phrasing;
    how.eras = era;
    return phrase(words, annals_when_phrase_as, &when, &how);
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

/* Its first day and its last, or those of the months or years that they are in. */
static annals_when period_of(moment from, moment to, annals_granularity exactness) {
    int64_t days[] = {words_day_of(from), words_day_of(to > from ? to - 1 : to)};
    for (int i = 0; i < 2 && exactness < ANNALS_DAY; i++) {
        int64_t year;
        int month, day;
        annals_civil_of_day(days[i], &year, &month, &day);
        if (exactness < ANNALS_MONTH) month = i ? 12 : 1;
        bool turns = i && month == 12;
        days[i] = annals_day_of_civil(year + turns, turns ? 1 : month + i, 1) - i;
    }
    annals_bound first = {.day = days[0], .state = ANNALS_BOUND_DAY},
                 last = {.day = days[1], .state = ANNALS_BOUND_DAY};
    return (annals_when){.begin = {first, first}, .end = {last, last}, .granularity = period_granularity(first, last)};
}

annals_text words_period(const wording *words, moment from, moment to, common_year year) {
    annals_when when = period_of(from, to, ANNALS_DAY);
    return words_when(words, &when, year);
}

const annals_when *words_claimed_time(const annals_chronology *chronology, const annals_conflict *conflict) {
    size_t count;
    const annals_mention *mentions = annals_mentions(chronology, &count);
    char room[256];
    if (conflict->mention >= count || !mentions[conflict->mention].when) return NULL;
    size_t length = annals_when_phrase(mentions[conflict->mention].when, room, sizeof room);
    bool same = length == conflict->claim.length && !memcmp(room, conflict->claim.data, length);
    return same ? mentions[conflict->mention].when : NULL;
}

annals_text words_claim(const wording *words, const annals_chronology *chronology, const annals_conflict *conflict,
                        common_year year) {
    const annals_when *when = words_claimed_time(chronology, conflict);
    return when ? words_when(words, when, year) : text_clean(words->pool, conflict->claim);
}

annals_text words_join(memory_pool *pool, const char *const *parts) {
    buffer b = {0};
    for (; *parts; parts++) buffer_string(&b, *parts);
    return finish(pool, &b);
}

annals_text words_number(memory_pool *pool, size_t number) {
    buffer b = {0};
    buffer_integer(&b, (int64_t)number);
    return finish(pool, &b);
}

annals_text words_count(const wording *words, size_t count, const char *noun) {
    buffer b = {0};
    buffer_integer(&b, (int64_t)count);
    buffer_string(&b, " ");
    buffer_text(&b, annals_said_of(words->phrasing.language, noun, count));
    return finish(words->pool, &b);
}

annals_text words_said(const wording *words, const char *name, int n) {
    return text_clean(words->pool, annals_said(words->phrasing.language, name, n));
}

annals_text words_heading(const wording *words, heading_word which) {
    return words_said(words, "headings", (int)which);
}

annals_text words_series(const wording *words, const event_order *order, size_t series) {
    annals_text name = order->series[series];
    return name.length ? name : words_heading(words, HEADING_OTHER);
}

annals_text words_more(const wording *words, size_t count) {
    annals_text before = words_said(words, "more", 0), number = words_number(words->pool, count),
                behind = words_said(words, "more", 1);
    if (!before.data || !number.data || !behind.data) return (annals_text){0};
    return words_join(words->pool, (const char *const[]){before.data, " ", number.data, " ", behind.data, NULL});
}

/* As exactly as a limit of all is known that this event sets: the day, the month or the year. */
static annals_granularity exactness(const annals_when *when) {
    if (when->granularity == ANNALS_GRANULARITY_UNKNOWN || when->granularity > ANNALS_MONTH) return ANNALS_DAY;
    return when->granularity > ANNALS_YEAR ? ANNALS_MONTH : ANNALS_YEAR;
}

annals_text words_extent(const wording *words, const event_order *order) {
    moment low = INT64_MAX, high = INT64_MIN;
    annals_granularity first = ANNALS_DAY, last = ANNALS_DAY;
    for (size_t i = 0; i < order->dated; i++) {
        const span *s = &order->events[i].span;
        annals_granularity own = exactness(order->events[i].event->when);
        if (s->low < low || (s->low == low && own > first)) low = s->low, first = own;
        if (s->high > high || (s->high == high && own > last)) high = s->high, last = own;
    }
    annals_when when = period_of(low, high, first < last ? first : last);
    return words_when(words, &when, (common_year){0});
}

annals_text words_describe(const wording *words, const event_order *order) {
    annals_text what = words_heading(words, HEADING_TIMELINE), count = words_count(words, order->count, "events"),
                period = order->dated ? words_extent(words, order) : (annals_text){"", 0};
    if (!what.data || !count.data || !period.data) return (annals_text){0};
    return words_join(words->pool, (const char *const[]){what.data, ": ", count.data, order->dated ? ", " : "",
                                                         period.data, ".", NULL});
}

bool words_single_day(const annals_when *when, int64_t *day) {
    const annals_bound bounds[] = {when->begin.earliest, when->begin.latest, when->end.earliest, when->end.latest};
    for (size_t i = 0; i < 4; i++)
        if (!annals_bound_known(bounds[i]) || bounds[i].day != bounds[0].day) return false;
    *day = bounds[0].day;
    return true;
}
