/* ends.c: the two ends of a range, each of which takes from the other what it leaves out. */
#include "civil.h"
#include "reckon.h"
#include "resolver.h"
#include "when.h"

static bool gives_year(const expr *e) {
    return e->year != UNSET || e->decade != UNSET || e->century != UNSET || e->base || e->of;
}

static bool place_ends(resolver *r, range_end *from, range_end *to) {
    from->expr.uncertain |= half_open(r, &from->expr);
    to->expr.uncertain |= half_open(r, &to->expr);
    from->reading = reading_of(&r->readings, &r->c->arena, &from->expr);
    to->reading = reading_of(&r->readings, &r->c->arena, &to->expr);
    return from->reading && to->reading;
}

/* "on Monday night, between ten and eleven", "from 10 till 4", "from noon till three": the end is in the half of the
 * day that lies behind the beginning. */
static void take_half(const resolver *r, const expr *from, expr *to) {
    enum { NOON = 12 };
    if (from->hour == UNSET || to->hour == UNSET || !half_open(r, to)) return;
    if (to->hour >= from->hour || to->hour >= NOON || to->hour + NOON < from->hour) return;
    to->hour += NOON;
    to->half = HALF_KNOWN;
}

/* The day of the first time; the second may lie behind midnight. */
static void complete_clocks(resolver *r, const expr *range, expr *from, expr *to) {
    complete(r, range->from, from);
    *to = *range->to;
    if (!from->zone && from->zone_offset == UNSET) { /* "9 a.m. to 5 p.m. EST" */
        from->zone = to->zone;
        from->zone_offset = to->zone_offset;
    }
    take_half(r, from, to);
    bool behind_midnight = to->hour * 60 + to->minute <= from->hour * 60 + from->minute;
    if (!set_date_from(to, from, behind_midnight)) to->year = from->year;
    if (behind_midnight) because(r, "it ends after midnight");
}

/* The month that a date begins in, or UNSET: a winter begins in December. */
static int32_t first_month(const expr *e) {
    return e->month != UNSET ? e->month : e->season != UNSET ? 3 * e->season : UNSET;
}

/* "from 9 p.m. to 5 a.m. on Wednesday" */
static bool begins_before_midnight(const expr *from, const expr *to) {
    bool day = to->month != UNSET && to->day != UNSET && civil_valid(to->year, to->month, to->day);
    return day && from->hour != UNSET && to->hour != UNSET &&
           from->hour * 60 + (from->minute == UNSET ? 0 : from->minute) >
               to->hour * 60 + (to->minute == UNSET ? 0 : to->minute);
}

/* "two", which no day stands with */
static bool only_clock(const expr *e) {
    return e->hour != UNSET && e->base == BASE_NONE && e->month == UNSET && e->day == UNSET && e->weekday == UNSET;
}

/* "from midnight to 8 a.m. that day", "from 10 p.m. to 6 a.m. that day": it begins on the day before. */
static void begin_day_before(resolver *r, const expr *range, expr *from, const expr *to) {
    int64_t first, last, other;
    if (!only_clock(range->from) || !begins_before_midnight(from, to)) return;
    if (!when_days(from, &first, &other) || !when_days(to, &last, &other) || first != last) return;
    set_date(from, first - 1);
    because(r, "it begins before midnight");
}

/* "from 9 p.m. to 5 a.m. the following morning" */
static void end_after_beginning(resolver *r, const expr *range, expr *from, expr *to) {
    int64_t last;
    complete(r, range->from, from);
    r->begun = when_days(from, &r->beginning, &last);
    complete(r, range->to, to);
    r->begun = false;
    begin_day_before(r, range, from, to);
}

/* "They landed in June 1897.  Between October and February": the story stands before the one and behind the other. */
static bool said_between(const resolver *r, const expr *from, const expr *to) {
    enum { ONWARD = 2 };
    int64_t first, last, other;
    if (!r->last.known || !when_days(from, &first, &other) || !when_days(to, &other, &last)) return false;
    if (r->c->mentions.items[r->last.mention].when->granularity < ANNALS_MONTH) return false;
    return r->last.first > last && r->last.first < first && first - r->last.first <= ONWARD * (r->last.first - last);
}

/* "next day", at the end of a range */
static bool is_next_day(const expr *e) {
    return e->base == BASE_STORY && e->unit == UNIT_DAY && e->count == 1 && e->weekday == UNSET;
}

/* "dusk", which no day stands with */
static bool only_part(const expr *e) {
    return e->part && e->base == BASE_NONE && e->month == UNSET && e->day == UNSET && e->weekday == UNSET;
}

/* "the 17th", which needs a month */
static bool only_day(const expr *e) {
    return e->day != UNSET && e->month == UNSET && e->base == BASE_NONE && e->weekday == UNSET && e->named == UNSET;
}

/* "from 3 May 1919 until the 17th", "... until the 2nd", which is of June; the year turns as that of other ends does.
 */
static void take_month(const expr *from, expr *to) {
    enum { MONTHS = 12 };
    if (from->month == UNSET || from->day == UNSET || from->year == UNSET) return;
    int32_t month = to->day < from->day ? from->month % MONTHS + 1 : from->month;
    if (to->day <= civil_month_length(from->year, month)) to->month = month;
}

/* "from the 28th to 3 May": of the month before. */
static void take_month_of_end(expr *from, const expr *to) {
    enum { MONTHS = 12 };
    from->year = to->year;
    from->month = to->month;
    bool back = to->day != UNSET && from->day > to->day && to->year != UNSET;
    int32_t year = to->year - (to->month == 1), month = (to->month + MONTHS - 2) % MONTHS + 1;
    if (!back || !civil_valid(year, month, from->day)) return;
    from->year = year;
    from->month = month;
}

/* "from the 1st of June to the 9th": the month stands with the beginning, and its year is found there.  False: it is
 * not. */
static bool complete_to_day(resolver *r, const expr *range, expr *from, expr *to) {
    const expr *begins = range->from;
    if (!only_day(range->to) || begins->kind != EXPR_POINT || begins->base || begins->month == UNSET ||
        begins->day == UNSET)
        return false;
    complete(r, begins, from);
    *to = *range->to;
    take_month(from, to);
    if (to->month == UNSET) return false;
    to->year = from->year + (to->month < from->month);
    to->year_inferred = from->year_inferred;
    because(r, "the end takes the month of the beginning");
    return true;
}

/* "from noon on 16 November till dusk", "... till dawn", which is of the day after */
static void take_day(const expr *from, expr *to) {
    enum { NOON = 12 };
    bool late = from->hour != UNSET ? from->hour >= NOON : from->part >= ANNALS_NOON;
    set_date_from(to, from, late && to->part <= ANNALS_MORNING);
}

/* "last night till two", "on Monday evening until eleven" */
static void take_day_and_half(const resolver *r, const expr *from, expr *to) {
    enum { SIX = 6, NOON = 12 };
    bool night = from->part == ANNALS_NIGHT, late = night || from->part == ANNALS_EVENING;
    if (half_open(r, to)) {
        bool small = night ? to->hour <= SIX || to->hour == NOON : from->part <= ANNALS_MORNING;
        to->hour = small ? to->hour % NOON : to->hour < NOON ? to->hour + NOON : to->hour;
        to->half = HALF_KNOWN;
    }
    set_date_from(to, from, late && to->hour < NOON);
}

/* "from eleven o'clock until dawn", "from dusk till daybreak": the part of the day follows on the clock. */
static void complete_until_part(resolver *r, const expr *range, expr *from, expr *to) {
    enum { SIX = 6, NOON = 12 };
    complete(r, range->from, from);
    *to = *range->to;
    bool evening = to->part <= ANNALS_MORNING && from->hour >= SIX && from->hour < NOON && half_open(r, from);
    if (evening) {
        from->hour += NOON;
        from->half = HALF_KNOWN;
        because(r, "it lasts until the %s: it begins in the evening", to->part == ANNALS_DAWN ? "dawn" : "morning");
    }
    take_day(from, to);
}

/* "from Monday to Friday": the Monday before that Friday; where the one is doubted, so is the other. */
static void follow_weekdays(const resolver *r, const expr *range, expr *from, expr *to) {
    enum { DAYS_OF_WEEK = 7 };
    int64_t first, last, other;
    bool weekdays = range->from->weekday != UNSET && range->to->weekday != UNSET && range->from->day == UNSET &&
                    range->to->day == UNSET && range->from->base == BASE_STORY && range->to->base == BASE_STORY;
    if (!weekdays || !when_days(from, &first, &other) || !when_days(to, &last, &other)) return;
    to->uncertain |= from->uncertain;
    if (first > last || last - first >= DAYS_OF_WEEK)
        set_date(from, last - (weekday_of(r, last) - weekday_of(r, first) + DAYS_OF_WEEK) % DAYS_OF_WEEK);
}

/* "the next day", "the autumn of the following year" */
static bool counts_from_said(const expr *e) {
    return e->base == BASE_SAID || (e->of && e->of->base == BASE_SAID);
}

/* The end that says less takes what it lacks from the other. */
static void complete_ends(resolver *r, const expr *range, expr *from, expr *to) {
    if ((range->from->hour != UNSET || only_part(range->from)) && only_part(range->to)) {
        complete_until_part(r, range, from, to);
        return;
    }
    if (complete_to_day(r, range, from, to)) return;
    expr behind = *range->to;
    if (is_next_day(&behind)) behind.base = BASE_SAID;
    if (counts_from_said(&behind) && !range->from->base) {
        end_after_beginning(r, &(expr){.from = range->from, .to = &behind}, from, to);
        return;
    }
    complete(r, range->to, to);
    *from = *range->from;
    bool from_clock = from->hour != UNSET || from->part;
    if (gives_year(from) && !gives_year(range->to)) {
        complete(r, range->from, from);
        *to = *range->to;
        to->year = from->year;
        if (only_day(to)) take_month(from, to);
        if (only_part(to)) take_day(from, to);
        else if (from->part && only_clock(to)) take_day_and_half(r, from, to);
        if (first_month(to) != UNSET && first_month(from) != UNSET && first_month(to) < first_month(from)) to->year++;
        because(r, "the end takes the year of the beginning");
    } else if (from->day != UNSET && from->month == UNSET && !from->base && to->month != UNSET) {
        take_month_of_end(from, to);
        because(r, from->month == to->month ? "the beginning takes the month of the end"
                                            : "the beginning is of the month before the end");
    } else if (!gives_year(from) && to->year != UNSET) {
        bool takes_day = from->month == UNSET && from_clock;
        if (takes_day) {
            from->month = to->month;
            from->day = to->day;
            take_half(r, from, to);
        }
        from->year = to->year;
        if (takes_day && begins_before_midnight(from, to) && set_date_from(from, to, -1))
            because(r, "it begins before midnight: the day before");
        from->year_inferred = true;
        from->uncertain |= to->uncertain && !range->to->uncertain;
        bool turns = first_month(to) != UNSET && first_month(from) != UNSET && first_month(from) > first_month(to);
        if (turns && to->year_inferred && said_between(r, from, to)) to->year++;
        else if (turns) from->year--;
        because(r, "the beginning takes the year of the end");
    } else {
        complete(r, range->from, from);
        follow_weekdays(r, range, from, to);
    }
}

/* "from Thanksgiving to Easter 1962": the beginning lies in the year before, where it would be behind the end. */
static void settle_ends(resolver *r, expr *from, expr *to) {
    int64_t begin, end, last;
    settle(r, to);
    if (reckons_day(from) && from->year != UNSET && when_days(from, &begin, &last) && when_days(to, &end, &last) &&
        begin > end)
        from->year--;
    settle(r, from);
}

/* "26-27 October", "May-June 1962", "1914-18": one expression whose last day, month or year is another. */
static void complete_span(resolver *r, const expr *span, expr *from, expr *to) {
    complete(r, span, from);
    *to = *from;
    from->last_day = to->last_day = UNSET;
    if (span->day != UNSET) to->day = span->last_day;
    else if (span->month != UNSET) to->month = span->last_day;
    else to->year = span->last_day;
}

bool resolve_range(resolver *r, const expr *range, range_end *from, range_end *to, bool *impossible) {
    const expr *end = range->to;
    bool clocks = range->kind == EXPR_RANGE && range->from->hour != UNSET && end->hour != UNSET && end->day == UNSET &&
                  end->month == UNSET && !end->base;
    if (range->kind == EXPR_POINT) complete_span(r, range, &from->expr, &to->expr);
    else if (clocks) complete_clocks(r, range, &from->expr, &to->expr);
    else complete_ends(r, range, &from->expr, &to->expr);
    settle_ends(r, &from->expr, &to->expr);
    if (!place_ends(r, from, to)) return false;
    annals_bound first = from->reading->when.begin.earliest, last = to->reading->when.end.latest;
    bool reversed = annals_bound_known(first) && annals_bound_known(last) && annals_bound_compare(first, last) > 0;
    if (reversed) because(r, "it ends before it begins; check the document");
    r->reversed = reversed;
    *impossible = reversed || from->expr.impossible || to->expr.impossible;
    return true;
}
