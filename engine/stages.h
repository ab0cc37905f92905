/* stages.h: the stages between the mentions' words and their times, in their order; events.h has those behind. */
#ifndef ENGINE_STAGES_H
#define ENGINE_STAGES_H

#include "analysis.h"

/* order.c: settles the order of day and month in dates of numbers.  False when memory runs out. */
bool settle_orders(annals_chronology *c, analysis *x);
/* era.c: gives the years that do not say it the era in which the text counts, and marks those lost that are none then.
 * False when memory runs out. */
bool carry_era(annals_chronology *c, analysis *x);
/* clocks.c: of four figures that would be a year makes a clock where the text writes clocks so.  False when memory runs
 * out. */
bool find_clocks(annals_chronology *c, analysis *x);
/* Does it tell in brackets the same moment as the clock before it, by another zone? */
bool restates_clock(const analysis *x, size_t raw);
/* entries.c: marks the blocks that begin with the day of an entry, in a diary, log or chronicle. */
void mark_entries(analysis *x);
/* mode.c: whether the document looks to its day or to its story. */
annals_status choose_mode(annals_chronology *c, const analysis *x, annals_error *error);
/* The block that greets, "Dear Ada,", at the top or below the head; SIZE_MAX: there is none. */
size_t greeting_block(const analysis *x);
/* head.c: what else its head and foot say of the document, once its date is known.  False when memory runs out. */
bool find_head(annals_chronology *c, const analysis *x);
/* dateline.c: the day the document was written, from dateline, field, heading or signature; marks those blocks. */
annals_status find_document_date(annals_chronology *c, analysis *x, annals_error *error);
/* resolve.c: turns the raw mentions into mentions of the chronology. */
annals_status resolve_mentions(annals_chronology *c, analysis *x, annals_error *error);

/* series.c: of the mentions from `first` on, "each year on 5 May 1950 to 1955" is a day of these years.  False when
 * memory runs out. */
bool series_find(analysis *x, size_t first, arena *a);

#endif
