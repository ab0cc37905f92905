/* doubt.c: what takes its year or its day from a doubtful date is no surer than that. */
#include "resolver.h"
#include "when.h"

/* What of a mention's time is in doubt: its day within a year that is sure, or its year too. */
typedef enum date_doubt { DOUBT_NONE, DOUBT_DAY, DOUBT_YEAR } date_doubt;

/* "4 October", "the summer": all that it lacks is the year. */
static bool lacks_only_year(const expr *e) {
    bool part_of_year = e->month != UNSET || e->season != UNSET || e->quarter != UNSET || e->iso_week != UNSET;
    return !e->base && (part_of_year || year_settles(e));
}

static date_doubt own_doubt(const expr *e) {
    if (e->year != UNSET && !e->short_year) return DOUBT_DAY;
    bool year = lacks_only_year(e) || e->short_year || (e->base && e->unit >= UNIT_YEAR);
    return year ? DOUBT_YEAR : DOUBT_DAY;
}

void inherit_doubt(resolver *r, const expr *in, expr *e) {
    if (r->anchored == NO_MENTION && !e->uncertain) return;
    bool dated = in->year != UNSET && !in->short_year;
    date_doubt from = r->anchored == NO_MENTION || dated ? DOUBT_NONE : (date_doubt)r->doubts[r->anchored];
    if (from == DOUBT_DAY && lacks_only_year(in)) from = DOUBT_NONE;
    bool known = e->year != UNSET || e->decade != UNSET || e->century != UNSET;
    if (from != DOUBT_NONE && known && !e->uncertain) {
        e->uncertain = true;
        because(r, "and what it counts from is uncertain itself");
    }
    date_doubt own = e->uncertain ? own_doubt(in) : DOUBT_NONE;
    r->doubts[r->raw] = (unsigned char)(own > from ? own : from);
}
