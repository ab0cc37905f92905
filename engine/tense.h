/* tense.h: whether a sentence tells of what was or of what will be. */
#ifndef ENGINE_TENSE_H
#define ENGINE_TENSE_H

#include "analysis.h"

/* What the sentence around a date says of its time. */
typedef enum tense {
    TENSE_NONE,
    TENSE_PAST,
    TENSE_FUTURE,
    TENSE_FIXED,     /* "the shop is closed on Monday", "it was to be tried on Monday" */
    TENSE_TIMETABLE, /* "the fair opens on Monday" */
    TENSE_ACTING     /* "the show moves to Bath on Monday": any verb, of what is planned or, in a story, was */
} verb_tense;

static inline bool is_scheduled(verb_tense tense) {
    return tense == TENSE_TIMETABLE || tense == TENSE_ACTING;
}

/* What is told lies ahead of the telling, as far as the verb knows. */
static inline bool looks_on(verb_tense tense) {
    return tense == TENSE_FUTURE || is_scheduled(tense);
}

/* "will", "shall", "'ll" before the date make it future; else a past verb anywhere in the sentence makes it past. */
verb_tense tense_around(const analysis *x, size_t raw);
/* Whether it is TENSE_FUTURE, which is sooner known. */
bool tells_future(const analysis *x, size_t raw);
/* ... and the words that say so govern the date: "will open on 3 May"; or they may not, "the strike on 3 May will
 * cost".
 */
bool lies_ahead(const analysis *x, size_t raw);
bool may_lie_behind(const analysis *x, size_t raw);
/* "The rising was called for 3 May": foreseen then; a story that tells of it so may go on from there. */
bool was_foreseen(const analysis *x, size_t raw);
/* "A visit planned for 3 May": the day of what was or is foreseen, and of no verb. */
bool is_foreseen(const analysis *x, size_t raw);
/* "He returns on Monday after walking out on Friday", "hours after Sunday's vote": another day or deed came after it.
 */
bool came_before(const analysis *x, size_t raw);
/* "Friday's concert", "Monday night's vote" */
bool owns_event(const analysis *x, size_t raw);
/* "the fire of 3 May" */
bool is_of_noun(const analysis *x, size_t raw);
/* "In 1941, ..." */
bool opens_sentence(const analysis *x, size_t raw);
/* "The museum will open in March", "opens in March": foreseen as who writes sees it, and nothing of it told as past. */
bool is_yet_to_come(const analysis *x, size_t raw);
/* "will hear it Wednesday": no preposition leads to the date, and nobody speaks of himself, as in newspapers. */
bool is_newspaper_day(const analysis *x, size_t raw);
/* "is open from 1 May", "runs from 1 May": the last verb before a date. */
bool is_of_present(const analysis *x, size_t raw);
/* Stands it in a sentence that has no verb: "Deadline Friday", "Fire in the docks on Friday"?  Of the first kind, where
 * a word says that it is yet to come, it is NOTICE_AHEAD. */
typedef enum notice { NOTICE_NONE, NOTICE_OPEN, NOTICE_AHEAD } notice;
notice notice_of(const analysis *x, size_t raw);

/* "shut at eight since Thursday": an hour of each day since then. */
bool recurs_since(const analysis *x, size_t raw);
/* ", once planned for January, ": another plan has taken its place. */
bool was_planned_once(const analysis *x, size_t raw);
/* "it will close, he said on Monday" */
bool was_reported(const analysis *x, size_t raw);
/* "he died on 3 January": what the verb before a date says of it lies behind the telling. */
bool happened_on(const analysis *x, size_t raw);

#endif
