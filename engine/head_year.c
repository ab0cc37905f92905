/* head_year.c: in which year a day lies that the head of a document names without one, "PORT, 3 March", "Kelby, Whit
 * Monday": that of a heading above, or the nearest to the documents before it. */
#include "dateline.h"

#include "civil.h"
#include "when.h"

/* "Whit Monday", which has a day of its own in each year. */
static bool feast_of_year(const expr *e) {
    return e->kind == EXPR_POINT && e->named != UNSET && e->unit == UNIT_DAY && e->year == UNSET && !e->whole_week &&
           !e->loose && !e->base && !e->direction && !e->limit && !e->impossible && !e->count;
}

int32_t year_before(const analysis *x, size_t raw) {
    while (raw-- > 0) {
        const expr *e = x->raws.items[raw].expr;
        if (e->kind == EXPR_POINT && e->year != UNSET && !e->short_year && !e->base) return e->year;
    }
    return UNSET;
}

/* The year in which a day is nearest to those that the document before it was written on. */
static int32_t year_beside(const analysis *x, const expr *day) {
    int64_t year, nearest = INT64_MAX;
    int month, dom;
    annals_civil_of_day(x->file_first, &year, &month, &dom);
    int32_t found = UNSET;
    for (int64_t y = year - 1; y <= year + 1; y++) {
        expr of_year = *day;
        int64_t at, last;
        of_year.year = (int32_t)y;
        if (!when_days(&of_year, &at, &last)) continue;
        int64_t gap = at < x->file_first ? x->file_first - at : at > x->file_last ? at - x->file_last : 0;
        if (gap < nearest) nearest = gap, found = (int32_t)y;
    }
    return found;
}

int32_t year_above(const analysis *x, size_t raw) {
    size_t in = block_of_raw(x, raw);
    const expr *day = x->raws.items[raw].expr;
    if (!(day_of_year(day) || feast_of_year(day)) || x->chronicle) return UNSET;
    for (size_t i = raw; i-- > 0;) {
        const expr *e = x->raws.items[i].expr;
        const block *b = &x->blocks.items[block_of_raw(x, i)];
        if (b->kind == BLOCK_HEADING && b < &x->blocks.items[in] && month_or_year(e)) return e->year;
    }
    return x->follows ? year_beside(x, day) : UNSET;
}

void count_feast(expr *day) {
    int64_t first, last, year;
    int month, dom;
    if (day->named == UNSET || !when_days(day, &first, &last)) return;
    annals_civil_of_day(first, &year, &month, &dom);
    day->named = UNSET;
    day->month = month;
    day->day = dom;
}
