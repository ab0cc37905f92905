/* infer_year.h: what finds the year of a date that does not give it. */
#ifndef ENGINE_INFER_YEAR_H
#define ENGINE_INFER_YEAR_H

#include "resolver.h"

/* The year that a date gives, as civil years are counted. */
int32_t year_of(const expr *e);
/* Its month, or one of its season. */
int month_of(const expr *e);

/* ---------------------------------------------------------------- infer_thread.c */

/* The year that the text told of in the paragraph before, ... */
bool year_told_of(resolver *r, expr *e);
/* ... or in this one. */
bool year_of_thread(resolver *r, expr *e);
/* ... or the one that whole dates of the paragraph before gave. */
bool year_goes_on(resolver *r, expr *e);

/* ---------------------------------------------------------------- infer_story.c */

/* The month of the year that a date lies in, as far as it can be told. */
int month_in(const expr *e, int64_t year);
/* What a month without a year goes on from. */
const said *story_at(const resolver *r);
/* Does a day lie within the range that the mention said last closes? */
bool within_range_said(const resolver *r, const said *from, int64_t first);
/* Each says the year, where the story tells it so: where it was left for what lay ahead, ... */
bool year_where_left(resolver *r, expr *e);
/* ... or for what lay behind, ... */
bool year_before_flashback(resolver *r, expr *e);
/* ... or where it stands. */
void year_of_last_said(resolver *r, expr *e);

/* ---------------------------------------------------------------- infer_near.c */

/* The year around now that brings it nearest, by the weights of a tense; UNSET when none has such a day. */
int64_t nearest_year(const resolver *r, const expr *e, int64_t now_year, verb_tense tense);
void year_nearest_now(resolver *r, expr *e);
/* Behind a story that has come to when it was written: does the day lie just ahead? */
bool is_soon(resolver *r, expr *e);

#endif
