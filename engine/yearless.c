/* yearless.c: days of a story whose year nothing says.  What is counted from one of them, or leaves out its month or
 * day, is a day of the same unknown year. */
#include "civil.h"
#include "resolver.h"
#include "when.h"

/* Nothing else is known that it could count from. */
static bool counts_on(const resolver *r) {
    bool alone = r->yearless.stated || (!r->last.known && !r->has_now);
    return r->yearless.known && alone && !r->in_note && !r->in_quotation;
}

static bool take_day(const resolver *r, expr *e, int64_t days) {
    return set_date_from(e, &(expr){.year = UNSET, .month = r->yearless.month, .day = r->yearless.day}, days);
}

/* "They came on 1 May.  On 12 May, eleven days later": that day once more. */
static bool told_twice(const resolver *r, const expr *e) {
    expr day = {.year = UNSET, .month = r->yearless_before.month, .day = r->yearless_before.day};
    bool apposed = r->yearless.mention + 1 == r->c->mentions.count && r->yearless_before.known && behind_comma(r);
    return apposed && set_date_from(&day, &day, e->count) && day.month == r->yearless.month &&
           day.day == r->yearless.day;
}

/* "The boats were due at 0645 on 15 September, and came ten minutes earlier" */
static bool count_seconds(const resolver *r, expr *e) {
    static const int32_t seconds[] = {[UNIT_SECOND] = 1, [UNIT_MINUTE] = 60, [UNIT_HOUR] = 3600};
    enum { DAY = 86400 };
    const yearless_day *y = &r->yearless;
    if (y->hour == UNSET || !e->count || e->part || e->third) return false;
    int64_t second = y->hour * 3600 + (y->minute == UNSET ? 0 : y->minute * 60) + (int64_t)e->count * seconds[e->unit];
    int64_t days = (second - (second < 0 ? DAY - 1 : 0)) / DAY;
    if (!take_day(r, e, days)) return false;
    second -= days * DAY;
    e->hour = (int32_t)(second / 3600);
    e->minute = (int32_t)(second / 60 % 60);
    return true;
}

/* "the next day", "two days later", "that evening", "six weeks later", to the day; "the same month" */
static bool count_on(const resolver *r, expr *e) {
    enum { MONTHS = 12, WEEK = 7 };
    bool counted = e->base == BASE_SAID || (e->base == BASE_STORY && r->mode == ANNALS_MODE_NARRATIVE);
    bool plain = e->weekday == UNSET && e->month == UNSET && e->day == UNSET && e->season == UNSET && e->named == UNSET;
    if (!counted || !plain || e->same || e->generic || (e->third && e->unit != UNIT_MONTH)) return false;
    if (e->unit == UNIT_MONTH) e->month = ((r->yearless.month - 1 + e->count) % MONTHS + MONTHS) % MONTHS + 1;
    if (e->unit > UNIT_NONE && e->unit < UNIT_DAY) return count_seconds(r, e);
    if (e->unit == UNIT_WEEK)
        return (e->count > 1 || e->count < -1) && r->yearless.day != UNSET && take_day(r, e, WEEK * (int64_t)e->count);
    return e->unit == UNIT_MONTH || (e->unit == UNIT_DAY && take_day(r, e, told_twice(r, e) ? 0 : e->count));
}

/* "the 6th": of the month said last, or of the next where that day is past. */
static bool month_on(const resolver *r, expr *e) {
    enum { MONTHS = 12, ANY_YEAR = 2001 };
    bool back = r->yearless.day != UNSET && e->day < r->yearless.day;
    int month = back ? r->yearless.month % MONTHS + 1 : r->yearless.month;
    if (e->weekday != UNSET || !civil_valid(ANY_YEAR, month, e->day)) return false;
    if (back && (r->mode != ANNALS_MODE_NARRATIVE || looks_back(r->x, r->raw))) return false;
    e->month = month;
    e->uncertain |= back;
    return true;
}

/* "Land at noon, and the harbour at half past six" */
static void half_on(const resolver *r, expr *e) {
    enum { NOON = 12, SOON = 8 };
    int32_t since = r->yearless.hour, hour = e->hour % NOON + NOON;
    bool here = r->yearless.sentence == r->x->sentence_of.items[r->raw] && since >= NOON && half_open(r, e);
    if (!here || hour < since || hour - since > SOON) return;
    e->hour = hour;
    e->half = HALF_KNOWN;
}

/* "At 2 a.m.", behind an evening: of the day that follows.  What letters do not tell as past may be of their own day.
 */
static bool hour_on(resolver *r, expr *e) {
    enum { SMALL_HOURS = 6 };
    bool here = r->yearless.stated && r->yearless.sentence == r->x->sentence_of.items[r->raw];
    if (r->mode != ANNALS_MODE_NARRATIVE && tense_of(r) != TENSE_PAST && !here) return false;
    half_on(r, e);
    return take_day(r, e, r->yearless.late && e->hour != UNSET && e->hour < SMALL_HOURS);
}

bool infer_yearless(resolver *r, expr *e) {
    bool open = e->kind == EXPR_POINT && e->year == UNSET && e->decade == UNSET && e->century == UNSET && !e->of;
    if (!open || !counts_on(r)) return false;
    bool alone = !e->base && e->month == UNSET && !e->generic;
    bool found = e->base                        ? count_on(r, e)
                 : alone && e->day != UNSET     ? month_on(r, e)
                 : alone && e->weekday == UNSET ? (e->hour != UNSET || e->part) && hour_on(r, e)
                                                : false;
    if (!found) return false;
    e->base = BASE_NONE;
    anchor_mention(r, r->yearless.mention);
    because(r, "of the same year, which nothing says");
    return true;
}

void note_yearless(resolver *r, const expr *e) {
    enum { EVENING = 17 };
    bool day = point_said(e) && e->year == UNSET && e->month != UNSET && !e->base && !e->impossible &&
               e->limit != LIMIT_SINCE; /* what has lasted since is where no story stands */
    if (!day || r->in_note || r->in_quotation || stands_aside(r, r->raw)) return;
    bool late = e->hour >= EVENING || e->part == ANNALS_EVENING || e->part == ANNALS_NIGHT;
    r->yearless_before = r->yearless;
    size_t here = r->x->sentence_of.items[r->raw];
    bool file = e->kind == EXPR_STATED || r->yearless.stated;
    r->yearless = (yearless_day){true, late, file, e->month, e->day, e->hour, e->minute, here, r->c->mentions.count};
}
