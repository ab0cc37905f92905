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
/* What the legend calls a series. */
annals_text words_series(const wording *words, const event_order *order, size_t series);
/* "1 event", "26 events": a noun that the language tables count. */
annals_text words_count(const wording *words, size_t count, const char *noun);
annals_text words_number(memory_pool *pool, size_t number);
/* "… and 13 more" */
annals_text words_more(const wording *words, size_t count);
/* annals_said in the language of the drawing. */
annals_text words_said(const wording *words, const char *name, int n);

/* The first words that the language tables have under "headings". */
typedef enum heading_word {
    HEADING_CHRONOLOGY,
    HEADING_TIMELINE,
    HEADING_OVERVIEW,
    HEADING_ENTRIES,
    HEADING_SOURCES,
    HEADING_SIGNS,
    HEADING_INDEX,
    HEADING_NO_YEAR,
    HEADING_NO_DATE,
    HEADING_OTHER
} heading_word;
annals_text words_heading(const wording *words, heading_word which);
/* "Timeline: 26 events, 14 October – 20 November 1962.": a text for who cannot see it. */
annals_text words_describe(const wording *words, const event_order *order);
/* "14 October – 20 November 1962": from the first event to the last; there must be one with a date. */
annals_text words_extent(const wording *words, const event_order *order);

/* The day number that a moment lies in. */
int64_t words_day_of(moment at);
/* Both bounds of begin and end lie on this one day; false for anything longer or vaguer. */
bool words_single_day(const annals_when *when, int64_t *day);

#endif
