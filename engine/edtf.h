/* edtf.h: what the files that read and write EDTF share, and what the engine asks of them. */
#ifndef ENGINE_EDTF_H
#define ENGINE_EDTF_H

#include "annals.h"
#include "arena.h"

/* ---------------------------------------------------------------- for the engine */

/* As annals_edtf_parse; the items lie in the arena.  False with the error filled. */
bool edtf_read(arena *a, annals_text expression, annals_edtf *value, annals_error *error);
/* The canonical spelling, in the arena; null data without memory. */
annals_text edtf_spell(arena *a, const annals_edtf *value);
/* The spelling of one date, or of the interval from `first` to `last`.  Where EDTF has no such expression (a season in
 * an interval or with a qualifier, a decade before year 0), the nearest one of months or years; where there is none (a
 * year with Y in an interval), an empty text. */
annals_text edtf_spell_dates(arena *a, const annals_edtf_date *first, const annals_edtf_date *last);
/* The interval from the first date of one expression to the last of another; an absent one leaves it open. */
annals_text edtf_interval(arena *a, annals_text first, annals_text last);
/* The expression with a qualifier on all its dates; times of day and years with Y have none. */
annals_text edtf_qualified(arena *a, annals_text expression, unsigned qualifier);
/* A time of an expression that was read; its texts lie in the arena.  False without memory. */
bool edtf_when(arena *a, const annals_edtf *value, annals_when *when);

/* ---------------------------------------------------------------- edtf_date.c: one date */

typedef struct edtf_reader {
    annals_text text;
    size_t at;
    annals_error *error;
} edtf_reader;

/* The byte at the place, 0 at the end. */
char edtf_peek(const edtf_reader *r);
bool edtf_take(edtf_reader *r, char c);
/* Say what is wrong at a byte offset; false. */
bool edtf_wrong(edtf_reader *r, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Read a date as far as it goes. */
bool edtf_read_date(edtf_reader *r, annals_edtf_date *date);

/* ---------------------------------------------------------------- edtf_bounds.c: which days */

enum { EDTF_FIRST_SEASON = 21, EDTF_FIRST_QUARTER = 33, EDTF_FIRST_HALF = 40, EDTF_LAST_SEASON = 41 };
/* The first month of a sub-year grouping (1 to 12) and its months. */
void edtf_season_months(int season, int *first, int *months);
/* Does a two-digit number fit a part with unspecified digits? */
bool edtf_fits(int number, int written, unsigned unspecified);
/* Fill `earliest` and `latest`; false when there is no such day. */
bool edtf_bound(annals_edtf_date *date);

#endif
