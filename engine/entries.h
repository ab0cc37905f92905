/* entries.h: what heads the entries of diaries, logs, chronicles and minute books. */
#ifndef ENGINE_ENTRIES_H
#define ENGINE_ENTRIES_H

#include "analysis.h"

/* The date that a block begins with as entries do, or null. */
const raw_mention *entry_date(const analysis *x, size_t index);
/* The day of a line that is made of it and of names: "Committee, Friday, 11th July 1913", "Cairo, 14 March 1871"; or
 * null.  `sure`: it has a weekday, or names those who met. */
const raw_mention *session_date(const analysis *x, size_t index, bool *sure);
/* "Camp, Sunday, 4 March 1863. Marched at six": place and day open a paragraph; or null.  `sure`: all of the place is
 * names. */
const raw_mention *placed_date(const analysis *x, size_t index, bool sure);
/* "Sunday. No sermon", "Easter Eve. Snow": only among other entries does a block begin so. */
bool opens_with_weekday(const analysis *x, size_t index);
/* The raw mention that dates a block which is an entry. */
size_t entry_raw(const analysis *x, size_t index);
/* No word stands in text[from, to). */
bool only_marks(const analysis *x, size_t from, size_t to);
bool may_head(const expr *e, bool dated);

#endif
