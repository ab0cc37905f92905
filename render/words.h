/* words.h: the words that drawings and pages say about times and numbers. */
#ifndef RENDER_WORDS_H
#define RENDER_WORDS_H

#include "order.h"

/* The year that every known time of the events lies in, or `none`. */
typedef struct common_year {
    bool known;
    int64_t year;
} common_year;

common_year words_common_year(const ordered_event *events, size_t count);

/* How a drawing says times, and where its words are kept. */
typedef struct wording {
    memory_pool *pool;
    annals_phrasing phrasing;
} wording;

/* Each returns clean text in the pool; the data is null when memory runs out. */

/* The time in words, without `year` where that is known from the context. */
annals_text words_when(const wording *words, const annals_when *when, common_year year);
/* The same where the reader knows that the year is not known. */
annals_text words_without_year(const wording *words, const annals_when *when);
/* The time of day in words; empty for a whole day. */
annals_text words_clock(const wording *words, const annals_when *when);
/* "3–5 November 1962": the days from one moment to another, without `year` where that is known. */
annals_text words_period(const wording *words, moment from, moment to, common_year year);
/* "1962", "3 BC", and where `era` "AD 14" */
annals_text words_year(const wording *words, int64_t year, bool era);
/* What another source says of the time of an event. */
annals_text words_claim(const wording *words, const annals_chronology *chronology, const annals_conflict *conflict,
                        common_year year);
/* The time that it says; null where only words tell it. */
const annals_when *words_claimed_time(const annals_chronology *chronology, const annals_conflict *conflict);
/* The strings joined, up to a null pointer. */
annals_text words_join(memory_pool *pool, const char *const *parts);
/* "1 event", "26 events" */
annals_text words_count(memory_pool *pool, size_t count, const char *one, const char *many);

/* The day number that a moment lies in. */
int64_t words_day_of(moment at);
/* Both bounds of begin and end lie on this one day; false for anything longer or vaguer. */
bool words_single_day(const annals_when *when, int64_t *day);

#endif
