/* settle.c: days, short years, decades and weekends that their context settles in ways of their own: named days, other
 * calendars, Roman days, nth weekdays, fiscal years. */
#include "calendar.h"
#include "civil.h"
#include "reckon.h"
#include "resolver.h"
#include "when.h"

/* "the eighties": of the century that brings them nearest, and before the day that is counted from; a story may look
 * ahead. */
static void full_decade(resolver *r, expr *e) {
    enum { NEAREST = 5 /* decades */ };
    int64_t base, year;
    int month, day;
    e->short_year = false;
    because(r, "the decade's century is not given");
    if (!base_day(r, BASE_STORY, UNIT_DAY, &base)) {
        e->decade += 190;
        e->uncertain = true;
        because(r, "nothing says which; %d is assumed", e->decade * 10);
        return;
    }
    annals_civil_of_day(base, &year, &month, &day);
    int64_t full = year / 100 * 10 + e->decade, ahead = full - year / 10;
    bool story = r->mode == ANNALS_MODE_NARRATIVE && !(r->has_now && base == r->now);
    if (ahead > (story ? NEAREST : 0)) full -= 10;
    if (ahead < -NEAREST && r->mode == ANNALS_MODE_NARRATIVE) full += 10;
    e->decade = (int32_t)full;
    because(r, "the last such years were the %llds", (long long)full * 10);
}

/* "The floods of '88 and '93 were told of until 1911": the full year that the paragraph gives next. */
static int64_t year_in_sight(const resolver *r) {
    uint32_t next = r->dated_ahead[r->raw];
    return next != NONE_AHEAD && block_of_raw(r->x, next) == r->block ? year_ahead(r, r->raw) : UNSET;
}

/* '62 and 7-Nov-62: the century that brings it nearest to what is known; who writes knows more of the past. */
void full_year(resolver *r, expr *e) {
    enum { YEARS_AHEAD = 20 /* that two digits can stand for */ };
    int64_t year = UNSET;
    int month, day;
    bool by_story = r->last.known && (r->mode == ANNALS_MODE_NARRATIVE || !r->has_now);
    if (r->has_now && !by_story) annals_civil_of_day(r->now, &year, &month, &day);
    else if (by_story) annals_civil_of_day(r->last.first, &year, &month, &day);
    else year = year_in_sight(r);
    because(r, "the year has two digits");
    e->short_year = false;
    if (year == UNSET) {
        e->year += 1900;
        e->uncertain = true;
        because(r, "nothing says which century; %d is assumed", e->year);
        return;
    }
    if (by_story) anchor_mention(r, r->last.mention);
    else if (r->has_now) anchor_now(r);
    else because(r, "the paragraph goes on to %lld", (long long)year);
    int64_t full = year / 100 * 100 + e->year;
    int64_t ahead = by_story || !r->has_now ? 50 : YEARS_AHEAD;
    e->uncertain |= !by_story && !r->has_now;
    if (full - year > ahead) full -= 100;
    else if (year - full > 100 - ahead) full += 100;
    e->year = (int32_t)full;
    because(r, "%lld is nearest", (long long)full);
}

/* Roman days may leave their month out when it was said before. */
static void infer_roman_month(resolver *r, expr *e) {
    int64_t base, year;
    int month, day;
    if (!base_day(r, BASE_SAID, UNIT_DAY, &base)) return;
    annals_civil_of_day(base, &year, &month, &day);
    e->roman_month = month;
    e->year = (int32_t)year;
}

/* "V-E Day 1985", and "9/11" before there was one, are days of the year like others. */
static void forget_event(const resolver *r, expr *e) {
    int64_t day, year;
    int month, dom;
    bool date;
    if (!reckon_event(e, &day, &date)) return;
    annals_civil_of_day(day, &year, &month, &dom);
    bool another_year = e->year != UNSET && !e->short_year && e->year != year;
    if (!another_year && !(date && r->has_now && day > r->now)) return;
    e->named = UNSET;
    e->month = month;
    e->day = dom;
}

void prepare(resolver *r, expr *e) {
    if (e->short_year && e->decade != UNSET) full_decade(r, e);
    if (e->roman_month == 0) infer_roman_month(r, e);
    if (e->fiscal && !e->fiscal_start) e->fiscal_start = (int16_t)fiscal_start(r);
    forget_event(r, e);
    find_landing(r, e);
}

/* Where centuries meet: of those that are past, or all but past, the last; in a story the nearest. */
void turn_of_century(resolver *r, expr *e, int64_t base) {
    enum { ALL_BUT = 5, HALF = 50 };
    int64_t year;
    int month, day;
    annals_civil_of_day(base, &year, &month, &day);
    if (r->mode == ANNALS_MODE_NARRATIVE) year += HALF;
    else if (tense_of(r) != TENSE_PAST) year += ALL_BUT;
    e->year = (int32_t)(year / 100 * 100);
    because(r, "the turn of a century is that of %d", e->year);
}

/* The weekend of the week that is counted from. */
void infer_weekend(resolver *r, expr *e) {
    int64_t base, year;
    int week;
    if (!base_day(r, e->base, UNIT_DAY, &base)) return;
    int today = weekday_of(r, base);
    bool back = r->mode == ANNALS_MODE_NARRATIVE ? looks_back(r->x, r->raw) : tense_of(r) < TENSE_FUTURE;
    bool past = !e->direction && back && today < 6; /* a story goes on to its weekend */
    civil_week_of_day(base + 7 * (int64_t)(e->direction == 2 ? 0
                                           : e->direction    ? e->direction
                                           : past            ? -1
                                                             : 0),
                      &year, &week);
    e->year = (int32_t)year;
    e->iso_week = week;
    e->base = BASE_NONE;
}

/* A day that only lacks its year, and is not the day of one event. */
bool year_settles(const expr *e) {
    int64_t first, last;
    return reckons_day(e) && !reckon_days(e, &first, &last);
}

/* "on the Ides of March", of a year that nobody said: the same day in all of them, but for the end of February. */
static void take_roman_day(resolver *r, expr *e) {
    enum { COMMON_YEAR = 2001, FEBRUARY = 2, IDES = 13 };
    bool named = e->roman_month != UNSET && e->roman_month > 0 && !e->near && !e->shift;
    if (!named) return;
    calendar_date d =
        calendar_roman_day(COMMON_YEAR, e->roman_month, (calendar_roman_marker)e->roman_marker, e->roman_count, false);
    if (!d.month || (d.month == FEBRUARY && d.day > IDES)) return;
    e->month = d.month;
    e->day = d.day;
    e->roman_month = UNSET;
    because(r, "no year is said; in every year it is the same day");
}

int64_t last_julian_year(const grammar *g) {
    int64_t year = 0;
    for (const char *digit = g->sayings[SAY_JULIAN]; *digit; digit++) year = 10 * year + (*digit - '0');
    return year;
}

/* "surprised on Shrove Tuesday 1688": the Julian Easter was kept then, where the Julian calendar was. */
static void doubt_feast(resolver *r, expr *e) {
    if (!reckon_by_easter(e) || e->year >= last_julian_year(r->x->grammar)) return;
    e->uncertain = true;
    because(r, "but the feast may be one of the Julian calendar");
}

static void settle_day(resolver *r, expr *e) {
    int64_t day, last;
    char phrase[64];
    if (e->reckoning == RECKON_REPUBLICAN && e->year == UNSET && reckon_republic_year(e) != UNSET) {
        e->year = reckon_republic_year(e);
        e->uncertain = true;
        because(r, "no year is said, and the day of that name that is known is of %d", e->year);
    }
    if (!reckon_days(e, &day, &last)) {
        if (e->reckoning == RECKON_REPUBLICAN) e->month = e->day = e->year = UNSET; /* no days of the civil calendar */
        if (e->year == UNSET) {
            take_roman_day(r, e);
            return;
        }
        because(r, "%d has no such day, as its calendar or the rule of that time has it", e->year);
        e->impossible = e->reckoning == RECKON_JULIAN;
        if (e->year_inferred) e->year = UNSET; /* "Bloody Sunday", told of in a year that had none */
        e->month = e->day = e->named = e->roman_month = UNSET;
        e->nth = e->near = e->shift = 0;
        e->first_of = e->last_of = false;
        e->reckoning = RECKON_CIVIL;
        return;
    }
    doubt_feast(r, e);
    r->julian |= e->reckoning == RECKON_JULIAN;
    r->as_spoken |= e->reckoning == RECKON_JULIAN && e->as_spoken;
    if (e->as_spoken && e->reckoning == RECKON_JULIAN) {
        e->spoken_year = e->year;
        e->spoken_month = e->month;
        e->spoken_day = e->day;
    }
    reckon_roman(e);
    bool converted = e->calendar != ANNALS_GREGORIAN;
    reckon_settle(e, day);
    because(r, "%s %s", converted ? "in the Gregorian calendar that is" : "that is",
            day_phrase(day, phrase, sizeof phrase));
}

void settle(resolver *r, expr *e) {
    if (reckons_day(e)) settle_day(r, e);
}

static int julian_weekday(int64_t day) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(day, &year, &month, &dom);
    return annals_weekday_of_day(calendar_julian_day(year, month, dom));
}

/* Has a weekday told which calendar the days around it are of? */
static bool calendar_shown(const resolver *r, int64_t day) {
    enum { NEAR = 3653 /* days */ };
    return r->julian_day && day >= r->julian_day - NEAR && day <= r->julian_day + NEAR;
}

int weekday_of(const resolver *r, int64_t day) {
    return r->counts_julian && calendar_shown(r, day) ? julian_weekday(day) : annals_weekday_of_day(day);
}

void doubt_weekday(resolver *r, const expr *in, expr *e) {
    int64_t first, last;
    bool counted = in->weekday != UNSET && in->day == UNSET && in->kind == EXPR_POINT && e->year != UNSET;
    if (!counted || e->year >= last_julian_year(r->x->grammar) || !when_days(e, &first, &last)) return;
    if (r->last.julian || calendar_shown(r, first)) return;
    if (in->near && reckons_julian(in->year != UNSET ? in->year : e->year)) return; /* counted so already */
    e->uncertain = true;
    because(r, "but the weekday may be one of the Julian calendar");
}

/* "Sunday, 2 September 1666": in the last country that kept the Julian calendar it ended in February 1923. */
static bool is_julian_weekday(const expr *e, int64_t day, int weekday) {
    enum { LAST = 1923 };
    return e->year <= LAST && e->calendar == ANNALS_GREGORIAN && julian_weekday(day) == weekday;
}

bool falls_on(const resolver *r, const expr *e, int32_t year) {
    if (!civil_valid(year, e->month, e->day)) return false;
    int64_t day = annals_day_of_civil(year, e->month, e->day);
    expr trial = *e;
    trial.year = year;
    return weekday_of(r, day) == e->weekday || is_julian_weekday(&trial, day, e->weekday);
}

/* "Sunday, 28 October 1962" when it was, and "Monday, 28 October 1962", which is kept with a warning. */
void check_weekday(resolver *r, const expr *in, const expr *e) {
    static const char *const names[] = {"",         "Monday", "Tuesday",  "Wednesday",
                                        "Thursday", "Friday", "Saturday", "Sunday"};
    bool both = in->weekday != UNSET && in->month != UNSET && in->day != UNSET && !in->nth && !in->near && !in->base;
    if (!both || e->impossible || e->year == UNSET || e->day == UNSET || !civil_valid(e->year, e->month, e->day))
        return;
    int64_t day = annals_day_of_civil(e->year, e->month, e->day);
    int weekday = annals_weekday_of_day(day);
    bool shown = calendar_shown(r, day) || r->last.julian || r->julian;
    r->counts_julian = weekday != in->weekday && is_julian_weekday(e, day, in->weekday);
    r->julian_day = day;
    if (r->counts_julian) because(r, "it was a %s in the Julian calendar", names[in->weekday]);
    bool kept = e->year < last_julian_year(r->x->grammar) || shown; /* who writes so late may as well err */
    if (weekday == in->weekday || (r->counts_julian && kept)) return;
    r->wrong_weekday = true;
    because(r, "that day was a %s, not a %s; check the document", names[weekday], names[in->weekday]);
}
