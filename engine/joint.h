/* joint.h: dates of one sentence that tell one time together. */
#ifndef ENGINE_JOINT_H
#define ENGINE_JOINT_H

#include "clause.h"
#include "events.h"

/* What an event and a date behind it come to: the time of the event stays, or is that of the date, or lasts from the
 * one to the other. */
typedef enum joint { JOINT_NONE, JOINT_FIRST, JOINT_SECOND, JOINT_RANGE, JOINT_EITHER } joint;

/* `other` is the raw mention of the event that stands last before `raw`. */
joint joint_of(const analysis *x, clauses *c, size_t other, const annals_when *event, size_t raw,
               const annals_when *when);
/* Likewise, of an entry whose date stands before the sentence, and a date in the sentence's first clause: "12 July.
 * Beset since four this morning." */
joint joint_of_entry(const analysis *x, clauses *c, size_t other, const annals_when *event, size_t raw,
                     const annals_when *when);
/* Does "or" stand between a mention and the next one, and may it have been the one or the other? */
bool says_either(const analysis *x, size_t raw, const annals_when *first, const annals_when *second);
/* Is the last word before the date, or its first, "until"? */
bool says_until(const analysis *x, size_t raw);
/* Of two dates of a sentence whose headlines have the same words: it tells of one time, which both are about. */
joint joint_of_tellings(const grammar *g, const annals_event *event, const annals_event *other,
                        const annals_when *when);
/* Lies one time within the other, or begins in its year? */
bool times_nest(const annals_when *a, const annals_when *b);
/* The passage with all dates beside this one taken for one, as far as its label goes. */
passage widest(const analysis *x, size_t raw, passage p);

#endif
