/* relative.c: times that are counted from another one: yesterday, two weeks later, last May. */
#include "around.h"
#include "civil.h"
#include "language.h"
#include "reckon.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

/* Decades and centuries count backwards before Christ; across his birth there is no telling. */
static void count_periods(expr *e, int64_t year) {
    int32_t length = e->unit == UNIT_DECADE ? 10 : 100, away = e->unit == UNIT_MILLENNIUM ? 10 * e->count : e->count;
    e->era = year <= 0 ? -1 : 0;
    int32_t number = (int32_t)((year <= 0 ? 1 - year : year) / length) + (year <= 0 ? -away : away);
    if (number < 0) return;
    if (e->unit == UNIT_DECADE) e->decade = number;
    else e->century = number + 1;
}

/* What was said last is not known so well: "the next day" after "in June" is a day of June, "four days later" one of
 * the year, and there is no saying which; so are weeks and months after "in 1913". */
static void forget_finer(resolver *r, expr *e) {
    const said *from = said_for(r, e->unit);
    annals_granularity known = granularity_said(r, from);
    e->uncertain |= from == &r->day && behind_bare_year(r);
    bool few = e->count >= -1 && e->count <= 1 && !e->months;
    if (e->unit == UNIT_DAY && !from->day_known) set_date(e, from->first); /* "in June ... the day before": of June */
    if (e->unit == UNIT_DAY && (!from->day_known || e->generic)) e->day = UNSET;
    if (e->unit == UNIT_DAY && (known < ANNALS_MONTH || (known < ANNALS_WEEK && !few))) e->month = UNSET;
    if (e->unit == UNIT_WEEK && known <= ANNALS_MONTH) e->iso_week = UNSET;
    if (e->unit == UNIT_MONTH && known < (e->count ? ANNALS_SEASON : ANNALS_MONTH)) e->month = UNSET;
    if (known < ANNALS_YEAR) e->year = UNSET;
    bool counted = e->unit == UNIT_DAY ? !few : e->count != 0;
    if (counted && e->month == UNSET && e->iso_week == UNSET) e->uncertain = true; /* it may lie in the next year */
}

/* "two months and three days later": first the months, to the day. */
static int64_t months_away(const expr *e, int64_t day) {
    return e->months ? civil_add_months(day, e->count < 0 ? -e->months : e->months) : day;
}

static void count_units(expr *e, int64_t base) {
    int64_t year;
    int month, day, week;
    base = months_away(e, base);
    annals_civil_of_day(base, &year, &month, &day);
    switch (e->unit) {
    case UNIT_DAY:
        set_date(e, base + e->count);
        break;
    case UNIT_WEEK:
        civil_week_of_day(base + 7 * (int64_t)e->count, &year, &week);
        e->year = (int32_t)year;
        e->iso_week = week;
        break;
    case UNIT_MONTH:
        set_date(e, civil_add_months(base, e->count));
        e->day = UNSET;
        break;
    case UNIT_QUARTER:
        annals_civil_of_day(civil_add_months(base, 3 * (int64_t)e->count), &year, &month, &day);
        e->year = (int32_t)year;
        e->quarter = (month + 2) / 3;
        break;
    case UNIT_DECADE:
    case UNIT_CENTURY:
    case UNIT_MILLENNIUM:
        count_periods(e, year);
        break;
    default:
        e->year = (int32_t)((e->fiscal ? reckon_fiscal_year(base, e->fiscal_start) : year) + e->count);
        break;
    }
}

/* "This winter", said in February, began in the year before. */
static bool began_last_year(expr *e, int64_t base) {
    int64_t first, last, before;
    if (e->season == UNSET || !when_days(e, &first, &last)) return false;
    e->year--;
    bool known = when_days(e, &before, &last);
    e->year++;
    return known && last >= annals_day_of_civil(e->year, 1, 1) && base - last < first - base;
}

/* The season or named day that begins after `base`, that ended before it, or that is nearest within its year; where of
 * `base` the year is known and no more, "In 1768 he came; that winter", it is the winter that began in that. */
static void season_by_direction(expr *e, int64_t base, bool whole) {
    int64_t year, first, last;
    int month, day;
    annals_civil_of_day(base, &year, &month, &day);
    e->year = (int32_t)year;
    if (e->direction == 2) {
        if (!whole && began_last_year(e, base)) e->year--;
        return;
    }
    for (int64_t y = e->direction > 0 ? year - 1 : year; y >= year - 2 && y <= year + 1; y += e->direction) {
        e->year = (int32_t)y;
        if (when_days(e, &first, &last) && (e->direction > 0 ? first > base : last < base)) break;
    }
    e->year += e->count; /* "the summer before last", "three Christmases ago" */
}

/* "This January he will retire", said in November: the next one. */
static void follow_tense(resolver *r, expr *e, int64_t base) {
    int64_t first, last;
    bool this = e->direction == 2 && e->base == BASE_STORY && r->mode == ANNALS_MODE_DOCUMENT && !r->in_quotation;
    if (!this || !when_days(e, &first, &last)) return;
    if (last < base && looks_on(tense_of(r))) e->year++;
    if (first > base && tense_of(r) == TENSE_PAST) e->year--;
}

/* "In 1866 he spoke; the next spring he fell", or "the next May": that of 1867, though "the next winter" began in 1866.
 */
static int64_t end_of_said(resolver *r, const expr *e, int64_t base) {
    enum { DECEMBER = 31 /* days */ };
    bool story = e->base == BASE_SAID || (e->base == BASE_STORY && r->mode == ANNALS_MODE_NARRATIVE);
    const said *from = story && r->last.known && !r->begun ? said_for(r, counted_unit(e)) : NULL;
    return from && granularity_said(r, from) == ANNALS_YEAR ? from->last - DECEMBER : base;
}

/* "In August he came.  He tried that January to leave": stories go on, so that it is far back only where they say so;
 * of the year alone, the month or season is within it. */
static void take_nearest(resolver *r, expr *e) {
    const said *from = said_for(r, counted_unit(e));
    int64_t nearest = e->year, least = INT64_MAX, next = INT64_MAX, first, last;
    bool had = had_happened(r->x, r->raw);
    int back = had ? 1 : 3, ahead = had ? 12 : 1;
    for (int64_t year = nearest - 1; year <= nearest + 1; year++) {
        e->year = (int32_t)year;
        if (!when_days(e, &first, &last)) continue;
        int64_t away = last < from->first   ? back * (from->first - last)
                       : first > from->last ? ahead * (first - from->last)
                                            : 0;
        if (away < least) nearest = year, next = least, least = away;
        else if (away < next) next = away;
    }
    e->year = (int32_t)nearest;
    if (e->season == UNSET || next / 2 > least) return;
    e->uncertain = true; /* "it closed in May, and was sold that winter" */
    because(r, "another one is about as near");
}

/* Is it "that January", and how the story stands known more finely than to the year? */
static bool is_that(resolver *r, const expr *e) {
    return e->base == BASE_SAID && e->direction == 2 && (e->month != UNSET || e->season != UNSET) && e->day == UNSET &&
           r->last.known && !r->begun && granularity_said(r, said_for(r, counted_unit(e))) > ANNALS_YEAR;
}

static void month_by_direction(expr *e, int64_t base) {
    int64_t year;
    int month, day;
    annals_civil_of_day(base, &year, &month, &day);
    if (e->direction < 0 && e->month >= month) year--;
    if (e->direction == 1 && e->month <= month) year++;
    e->year = (int32_t)year;
}

/* How many weeks off: where the document says "today", "yesterday" and "tomorrow" of its own day and those around it,
 * "on Friday" is not today, "last Thursday" not yesterday and "next Saturday" not tomorrow. */
static int weeks_off(resolver *r, const expr *e, int64_t base, int ahead) {
    enum { TOMORROW = 1, YESTERDAY = 6 };
    bool bare = e->hour == UNSET && !e->part && !e->third; /* "early Monday" is, of today too, */
    bool dateline = is_opening_date(r->x, r->raw);         /* and so is "PARIS, Monday --" */
    if (!r->has_now || base != r->now || e->count || !bare || dateline) return 0;
    if (e->direction < 0) return -(r->says_yesterday && ahead == YESTERDAY);
    if (e->direction) return r->says_tomorrow && e->direction == 1 && e->base != BASE_SAID && ahead == TOMORROW;
    return -(r->says_today > 1 && !ahead && tense_of(r) < TENSE_FUTURE);
}

/* "Next Friday", said on a Thursday or earlier in that week; "last Wednesday", said then: nobody calls tomorrow and
 * yesterday so, and of the days beside them some mean this week's, and some the other.  By how many weeks it is off. */
static int doubt_near(resolver *r, expr *e, int today, int ahead) {
    enum { WEEK = 7, TOMORROW = 1 };
    bool told = e->base != BASE_SAID && !e->count && (e->direction == 1 || e->direction == -1);
    bool next = e->direction == 1 && ahead && today + ahead <= WEEK, last = e->direction < 0 && ahead == WEEK - 1;
    if (!told || !(next || last)) return 0;
    e->uncertain = true;
    because(r, next ? "that is so near that the one after it may be meant" : "nobody calls yesterday so");
    return next && ahead == TOMORROW && !r->in_quotation; /* who is quoted may have said so before */
}

/* How far off the day is that no verb says to lie ahead, so that it lies behind; where there is no verb at all, that is
 * doubted. */
static int of_notice(resolver *r, expr *e, int ahead) {
    enum { WEEK = 7 };
    bool silent = ahead && !e->direction && r->has_now && !r->in_quotation && tense_of(r) == TENSE_NONE;
    notice found = silent ? notice_of(r->x, r->raw) : NOTICE_NONE;
    if (silent && !found && owns_event(r->x, r->raw)) found = NOTICE_OPEN; /* "Friday's match is a test for both" */
    if (found) because(r, "no verb says whether that lies behind or ahead");
    e->uncertain |= found != NOTICE_NONE;
    return found == NOTICE_AHEAD || !ahead ? ahead : ahead - WEEK;
}

/* "I ask again on Friday.  I keep this open till then.", written on a Friday: the one that the letter waited for. */
static bool was_awaited(const resolver *r, const expr *e) {
    enum { WEEK = 7 };
    const said *s = &r->last;
    return s->known && s->day_known && s->first > r->now && s->first <= r->now + WEEK &&
           weekday_of(r, s->first) == e->weekday;
}

/* "It burned in the night from Tuesday to Wednesday", written on Tuesday: who tells of tonight as past means the one of
 * the week before.  By how many weeks it is off. */
static int of_night_before(resolver *r, expr *e, int ahead) {
    bool tonight = e->across && !ahead && !e->direction && r->has_now && r->mode == ANNALS_MODE_DOCUMENT;
    if (!tonight || looks_on(tense_of(r))) return 0;
    bool told = tense_of(r) == TENSE_PAST;
    e->uncertain |= !told;
    because(r,
            told ? "told as past, it is no night that is yet to come" : "no verb says that it is not the one before");
    return -told;
}

/* "Nobody knew on Saturday that the bank would close on Monday", told on Tuesday: it may have closed. */
static bool foretold_since(resolver *r, const expr *e, int64_t day) {
    enum { WEEK = 7 };
    const said *s = &r->last;
    bool here = s->known && s->day_known && s->sentence == r->x->sentence_of.items[r->raw] && s->first < r->now;
    if (!here || !r->has_now || day <= r->now || tense_of(r) != TENSE_FIXED) return false;
    return s->first + (e->weekday - weekday_of(r, s->first) + WEEK) % WEEK <= r->now;
}

/* "They return on Monday after walking out on Friday": the last one, or one that is still to come before Monday. */
static bool may_come_between(resolver *r, const expr *e, int64_t day) {
    enum { WEEK = 7 };
    const said *s = &r->last;
    bool here = s->known && s->day_known && s->sentence == r->x->sentence_of.items[r->raw] && s->first > r->now;
    return here && r->has_now && !e->direction && tense_of(r) == TENSE_PAST && day < r->now && day + WEEK < s->first;
}

/* "The board meets this Thursday", written on a Sunday, is not of the week that ends; nor "it fell this Friday" of the
 * one that has begun.  What no verb tells is in English rather of the days to come. */
static int64_t this_weekday(resolver *r, expr *e, int64_t base) {
    enum { WEEK = 7 };
    int64_t day = base + e->weekday - weekday_of(r, base);
    verb_tense tense = tense_of(r);
    bool own = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && base == r->now && e->base != BASE_SAID;
    if (!own) return day;
    if (day > base && tense == TENSE_PAST) return day - WEEK;
    bool silent = tense == TENSE_NONE && r->x->grammar != language_by_default();
    if (day >= base || tense == TENSE_PAST || silent) return day;
    e->uncertain |= !looks_on(tense);
    return day + WEEK;
}

static void weekday_by_direction(resolver *r, expr *e, int64_t base) {
    enum { WEEK = 7 };
    int64_t day;
    if (weekday_of_entry(r, e, &day)) {
        set_date(e, day);
        return;
    }
    if (e->direction == 1 && e->limit == LIMIT_SINCE) { /* "ill since Wednesday week" */
        e->direction = -1;
        e->count = -e->count;
        e->uncertain = true;
    }
    int today = weekday_of(r, base), ahead = (e->weekday - today + 7) % 7;
    bool story = r->mode == ANNALS_MODE_NARRATIVE && !foresees(r), now = r->has_now && base == r->now;
    int off = story ? 0 : weeks_off(r, e, base, ahead);
    if (!story && now && !off) off = doubt_near(r, e, today, ahead) + of_night_before(r, e, ahead);
    base += 7 * (int64_t)off;
    bool lies_behind = now && !r->last.known && tense_of(r) == TENSE_PAST; /* a story that has said no day yet */
    /* "it would be read on Saturday", "it will strike Saturday night": of that day too */
    bool foretold =
        !e->direction && (!tells_future(r->x, r->raw) || e->part >= ANNALS_AFTERNOON || is_newspaper_day(r->x, r->raw));
    if (!e->direction && opens_postscript(r)) base += ahead || !was_awaited(r, e) ? ahead : WEEK;
    else if (e->direction == 1 || (!e->direction && (tense_of(r) >= TENSE_FUTURE || is_due(r, e)) && !story))
        base += ahead || foretold ? ahead : 7;
    else if (e->direction == 2) base = this_weekday(r, e, base);
    else if (e->direction < 0 || (story && ahead && (lies_behind || had_happened(r->x, r->raw))))
        base -= ahead ? 7 - ahead : 7;
    else if (story) base += ahead;
    else base += of_notice(r, e, ahead);
    e->uncertain |= !e->direction && !story && foretold_since(r, e, base);
    e->uncertain |= !story && may_come_between(r, e, base);
    bool behind = !e->direction && e->count && tense_of(r) < TENSE_FUTURE; /* "we came Sunday se'nnight" */
    set_date(e, base + 7 * (int64_t)(behind ? -e->count : e->count));
}

void say_result(resolver *r, const expr *e) {
    if (!r->explains) return;
    char buffer[96];
    int64_t first, last;
    if (!when_days(e, &first, &last)) return;
    annals_when w = {.granularity = granularity_of_point(e)};
    w.begin = w.end = (annals_bounds){bound_of_day(first), bound_of_day(last)};
    if (w.granularity > ANNALS_DAY) w.granularity = ANNALS_DAY;
    annals_when_phrase(&w, buffer, sizeof buffer);
    because(r, "so it is %s", buffer);
}

/* "They came on 1 May.  On 12 May, eleven days later": from what was said before the time said last, it leads there. */
static bool leads_to_last(const resolver *r, const expr *count) {
    const said *from = &r->earlier, *to = &r->last;
    int64_t first, last;
    expr e = *count;
    if (e.base != BASE_SAID || !from->known || to->mention + 1 != r->x->first_mention + r->raw) return false;
    if (e.unit < UNIT_DAY || (e.unit < UNIT_MONTH && !from->day_known)) return false;
    count_units(&e, from->first);
    return when_days(&e, &first, &last) && first <= to->first && to->first <= last;
}

/* "on 17 June 1955, one hundred years later": the day is given, and the count only says how long it had been. */
static bool counts_to_said(resolver *r, expr *e) {
    const analysis *x = r->x;
    bool count = e->base == BASE_SAID && (e->count > 1 || e->count < -1) && e->unit >= UNIT_MONTH;
    bool known = r->last.known && (r->last.day_known || e->base == BASE_EVENT);
    bool given = ((count || e->base == BASE_EVENT) && known) || leads_to_last(r, e);
    if (!given || r->last.sentence != x->sentence_of.items[r->raw] || !behind_comma(r)) return false;
    anchor_mention(r, r->last.mention);
    set_date(e, r->last.first);
    if (granularity_said(r, &r->last) < ANNALS_DAY) e->day = UNSET;
    if (granularity_said(r, &r->last) < ANNALS_MONTH) e->month = UNSET;
    because(r, "that time itself is given; this says how long it had been");
    return granularity_said(r, &r->last) >= ANNALS_YEAR;
}

/* The clock said last, past a mere part of the day: "At nine he fell.  He died the next morning.  An hour before". */
static const said *clock_said(const resolver *r) {
    if (r->last.known && r->last.clock_known && granularity_said(r, &r->last) > ANNALS_PART_OF_DAY) return &r->last;
    bool day = r->last.known && r->last.block == r->block && granularity_said(r, &r->last) == ANNALS_DAY;
    if (day && r->clock.first != r->last.first && !had_happened(r->x, r->last.mention - r->x->first_mention))
        return NULL; /* another day was said since */
    return r->clock.known && r->clock.block == r->block ? &r->clock : NULL;
}

/* "The order came on the 11th.  Forty-eight hours later": whole days, from a day that was said behind the last clock.
 */
static bool count_whole_days(resolver *r, expr *e, int64_t seconds) {
    enum { DAY = 86400 };
    const said *s = &r->last;
    bool day = s->known && s->day_known && !s->clock_known && s->first == s->last;
    if (!day || e->base != BASE_SAID || !seconds || seconds % DAY) return false;
    anchor_mention(r, s->mention);
    set_date(e, s->first + seconds / DAY);
    return true;
}

/* "two hours ago": of the day of writing, whose hour is not known; many hours may reach into the one beside it. */
static void day_of_hours(const resolver *r, expr *e, int64_t seconds) {
    enum { DAY = 86400, MANY = 6 * 3600 };
    set_date(e, r->now + seconds / DAY);
    e->approximate |= seconds % DAY >= MANY || seconds % DAY <= -MANY;
}

/* "two hours later": from the clock said last, where one was. */
static void count_seconds(resolver *r, expr *e) {
    static const int32_t seconds[] = {[UNIT_SECOND] = 1, [UNIT_MINUTE] = 60, [UNIT_HOUR] = 3600};
    enum { DAY = 86400 };
    const said *from = clock_said(r);
    if (e->base == BASE_NOW && r->has_now) {
        day_of_hours(r, e, (int64_t)e->count * seconds[e->unit]);
        return;
    }
    if (count_whole_days(r, e, (int64_t)e->count * seconds[e->unit])) return;
    if (e->base != BASE_SAID || !from) {
        because(r, "no time of day was said before it");
        return;
    }
    annals_bound at =
        from->until && from->clock.state >= ANNALS_BOUND_MINUTE ? from->clock : from->begin; /* "by noon" */
    int64_t second = at.second + (int64_t)e->count * seconds[e->unit];
    int64_t days = (second - (second < 0 ? DAY - 1 : 0)) / DAY;
    set_date(e, at.day + days);
    second -= days * DAY;
    e->hour = (int32_t)(second / 3600);
    e->minute = (int32_t)(second / 60 % 60);
    if (e->unit == UNIT_SECOND) e->second = (int32_t)(second % 60);
}

/* "the day after 5 May 1962" */
static bool date_counted_from(resolver *r, const expr *e, int64_t *day) {
    enum { DAYS_OF_WEEK = 7 };
    expr whole;
    int64_t last;
    char words[64];
    complete(r, e->of, &whole);
    if (!when_days(&whole, day, &last)) return false;
    if (e->unit < UNIT_MONTH && last - *day >= DAYS_OF_WEEK) { /* "two days after May 1961" */
        because(r, "it counts from a time that is not known to the day");
        return false;
    }
    if (e->count > 0 && last - *day < DAYS_OF_WEEK) *day = last;
    because(r, "it counts from %s", day_phrase(*day, words, sizeof words));
    return true;
}

/* So many units before or behind a day, to the day. */
static int64_t day_away(const expr *e, int64_t day) {
    day = months_away(e, day);
    if (e->unit < UNIT_MONTH) return day + (int64_t)e->count * (e->unit == UNIT_WEEK ? 7 : 1);
    return civil_add_months(day, e->count * (e->unit == UNIT_YEAR ? 12 : e->unit == UNIT_QUARTER ? 3 : 1));
}

/* "a year ago today", "this day in 1912" */
static void count_same(resolver *r, expr *e) {
    expr from = *e->of, here;
    int64_t day, last, year;
    int month, week;
    if (from.base == BASE_SAID && !r->last.known && r->mode == ANNALS_MODE_DOCUMENT) from.base = BASE_NOW;
    complete(r, &from, &here);
    if (here.kind != EXPR_POINT || !when_days(&here, &day, &last)) {
        because(r, "it counts from the day of whoever reads it");
        return;
    }
    if (here.iso_week != UNSET) day += (last - day) / 2; /* the week that most of those days lie in */
    annals_civil_of_day(day, &year, &month, &week);
    day = e->year != UNSET ? civil_add_months(day, 12 * (e->year - year)) : day_away(e, day);
    if (from.weekday != UNSET) day += (from.weekday - weekday_of(r, day) + 10) % 7 - 3; /* "a year ago Tuesday" */
    set_date(e, day);
    if (here.day == UNSET) e->day = UNSET;
    if (here.season != UNSET) {
        e->season = here.season;
        e->month = e->day = UNSET;
        return;
    }
    if (here.iso_week == UNSET) return;
    civil_week_of_day(day, &year, &week);
    e->year = (int32_t)year;
    e->iso_week = week;
    e->month = UNSET;
}

void count_from_event(resolver *r, expr *e, int64_t day) {
    if (e->same) set_date(e, day_away(e, day));
    else count_units(e, day);
    say_result(r, e);
}

/* "that year (1788)", "that year, 1788, his brother died", "two years later, in 1788, he": what stands there says the
 * same once more. */
static bool is_apposed(const analysis *x, const raw_mention *here, const raw_mention *behind) {
    size_t start, end;
    annals_text text = x->text, between = text_slice(text, here->end, behind->start);
    if (text_equal(between, annals_text_of(" ("))) return behind->end < text.length && text.data[behind->end] == ')';
    if (!text_starts(between, ", ") || (behind->end < text.length && !byte_in(text.data[behind->end], ",.;")))
        return false;
    if (!text_word(between, 0, &start, &end)) return between.length == 2;
    return start == 2 && end + 1 == between.length && !behind->expr->limit &&
           has_role(x->grammar, text_slice(between, start, end), ROLE_TIE);
}

/* "the same year (221 BC)", "two years later (218 BC)", "that year, 1788," */
static bool apposition_says(resolver *r, expr *e) {
    const analysis *x = r->x;
    size_t next = r->raw + 1;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    const raw_mention *here = &x->raws.items[r->raw], *behind = &x->raws.items[next];
    const expr *given = behind->expr;
    bool apposed = is_apposed(x, here, behind);
    bool years = e->unit > UNIT_YEAR && granularity_of_point(given) == ANNALS_YEAR; /* "a century later, in 1752" */
    bool as_fine = years || e->unit == UNIT_NONE || granularity_of_point(given) == granularity_of_unit(e->unit);
    bool plain = given->month != UNSET && given->hour == UNSET && !given->part;
    bool finer = e->unit == UNIT_YEAR && plain; /* "ten years before, in May 1856" */
    if (!apposed || !(as_fine || finer) || given->kind != EXPR_POINT || given->year == UNSET || given->base)
        return false;
    complete(r, given, e);
    if (!as_fine) e->month = e->day = UNSET;
    because(r, "the date right behind it says when");
    return true;
}

/* "The next morning, that is Saturday the 14th": the day that stands there, where it is beside the one counted. */
static void heed_day_behind(resolver *r, expr *e) {
    const analysis *x = r->x;
    size_t next = r->raw + 1, start, end;
    if (e->base != BASE_SAID || e->unit != UNIT_DAY || e->day == UNSET || next >= x->raws.count) return;
    if (x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return;
    const raw_mention *here = &x->raws.items[r->raw], *behind = &x->raws.items[next];
    const expr *n = behind->expr;
    bool plain = n->kind == EXPR_POINT && n->day != UNSET && !n->base && !n->limit && n->hour == UNSET && !n->part;
    annals_text between = text_slice(x->text, here->end, behind->start);
    bool closes = behind->end < x->text.length && byte_in(x->text.data[behind->end], ".,;");
    if (!plain || !closes || !text_starts(between, ", ")) return;
    for (size_t at = 1; text_word(between, at, &start, &end); at = end)
        if (!in_context(x->grammar, text_slice(between, start, end), CONTEXT_COMPLEMENT | CONTEXT_PRESENT)) return;
    expr given;
    int64_t first, last, counted, end_counted;
    expr own = *e;
    own.base = BASE_NONE;
    complete(r, n, &given);
    if (!when_days(&given, &first, &last) || !when_days(&own, &counted, &end_counted)) return;
    if (first == counted || first < counted - 1 || first > counted + 1) return;
    set_date(e, first);
    because(r, "but the day right behind it says when");
}

/* "forty years after his death, on 16 June 1989" */
static bool date_behind_says(resolver *r, expr *e) {
    const analysis *x = r->x;
    size_t next = r->raw + 1;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    annals_text between = text_slice(x->text, x->raws.items[r->raw].end, x->raws.items[next].start);
    const expr *given = x->raws.items[next].expr;
    bool dated = given->kind == EXPR_POINT && given->year != UNSET && !given->base && !given->limit;
    if (!dated || !text_starts(between, ", ") || between.length > 5) return false;
    complete(r, given, e);
    because(r, "the date behind it says when");
    return true;
}

/* "On 3 May they gathered to mark the tenth anniversary of the fire": that day is it. */
static bool is_kept_on(resolver *r, expr *e) {
    const said *s = &r->last;
    bool day = s->known && s->day_known && s->sentence == r->x->sentence_of.items[r->raw] && s->first == s->last;
    if (!day || !e->same || e->unit != UNIT_YEAR || e->count < 1) return false;
    annals_text before = word_ending(r->x->text, 0, r->x->raws.items[r->raw].start);
    if (in_context(r->x->grammar, before, CONTEXT_FOLLOWER | CONTEXT_SURE | CONTEXT_WEAK)) return false;
    anchor_mention(r, s->mention);
    set_date(e, s->first);
    because(r, "which is the day that it is kept on");
    return true;
}

/* "at that time": as far as the time said last is known. */
static bool take_time_said(resolver *r, expr *e) {
    const size_t here = r->x->sentence_of.items[r->raw];
    bool beside = r->just.known && r->just.sentence == here && !(r->last.known && r->last.sentence == here);
    const said *from = beside ? &r->just : &r->last; /* "our 77 of 30 October and our 78 of the same date" */
    if (!from->known || e->weekday != UNSET || e->month != UNSET || e->season != UNSET) return false;
    annals_granularity known = granularity_said(r, from);
    anchor_mention(r, from->mention);
    set_date(e, from->first);
    if (known < ANNALS_DAY) e->day = UNSET;
    if (known == ANNALS_SEASON) e->season = e->month % 12 ? e->month / 3 : 4;
    if (known < ANNALS_MONTH) e->month = UNSET;
    if (known >= ANNALS_YEAR) return true;
    e->unit = known == ANNALS_DECADE ? UNIT_DECADE : UNIT_CENTURY;
    count_periods(e, e->year);
    e->year = UNSET;
    return true;
}

/* "It was found three months later": what letters and news tell as past does not lie ahead of them. */
static void keep_behind_now(resolver *r, expr *e) {
    int64_t first, last;
    bool onward = e->count > 0 || (e->direction == 1 && r->last.known && r->last.first < r->now);
    bool counted = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && e->base == BASE_SAID && onward;
    if (r->in_quotation && r->last.known && r->last.first > r->now) return; /* a story of his own */
    if (!counted || r->begun || tense_of(r) != TENSE_PAST || !when_days(e, &first, &last) || first <= r->now) return;
    e->year = e->month = e->day = e->iso_week = UNSET;
    because(r, "that would lie ahead, and it is told as past; so it stays open");
}

/* "It is now a museum, and today" of a history: its reader's day, and not that of the story. */
static bool is_readers_day(const resolver *r, const expr *e) {
    bool today = e->base == BASE_NOW && e->unit == UNIT_DAY && !e->count && !e->part && e->hour == UNSET;
    return today && r->mode == ANNALS_MODE_NARRATIVE && !r->in_quotation && !r->in_note && r->entry == SIZE_MAX;
}

/* "They lost on Saturday.  "We were poor today," said Marr", in Sunday's paper: who is quoted may have said so then. */
static void doubt_quoted_today(resolver *r, expr *e) {
    enum { RECENT = 3 /* days */ };
    const said *told = &r->outside.last;
    bool today = e->base == BASE_NOW && e->unit == UNIT_DAY && !e->count && r->in_quotation && !r->spoken_behind;
    bool paper = r->mode == ANNALS_MODE_DOCUMENT && r->outside.has_now && r->now == r->outside.now;
    if (!today || !paper || r->entry != SIZE_MAX || !told->known || !told->day_known) return;
    bool recent = told->first < r->now && told->first >= r->now - RECENT && told->block + 1 >= r->block;
    if (!recent || looks_on(tense_of(r))) return;
    e->uncertain = true;
    because(r, "who is quoted may have said so on the day that was told of");
}

/* "In the night of 11 to 12 May it burned.  On the evening of the same day": of the day that the night led to. */
static bool after_night(resolver *r, const expr *e) {
    bool same = e->base == BASE_SAID && e->unit == UNIT_DAY && !e->count && e->part != ANNALS_NIGHT;
    if (!same || !r->last.known || !r->last.day_known || r->begun || said_for(r, UNIT_DAY) != &r->last) return false;
    return r->c->mentions.items[r->last.mention].when->day_part == ANNALS_NIGHT;
}

/* From the time of the story, and not, as "last Thursday" of an obituary is, from the day of who writes. */
static bool counts_from_story(resolver *r, const expr *e) {
    if (e->base == BASE_SAID) return true;
    bool writer = r->has_now && e->direction < 0 && is_of_writer(r, e);
    return e->base == BASE_STORY && r->mode == ANNALS_MODE_NARRATIVE && !writer;
}

/* "In 1936 the town fell.  On Sunday": some Sunday of the story. */
static bool week_unknown(resolver *r, const expr *e) {
    bool story = counts_from_story(r, e);
    annals_granularity needed = r->in_quotation ? ANNALS_WEEK : ANNALS_MONTH;
    return story && !r->begun && r->last.known && granularity_said(r, said_for(r, counted_unit(e))) < needed;
}

/* "They were promised in September that it would end before the new year": told of as past, it is the one after what
 * was said before, or the document's own year. */
static bool new_year_told(resolver *r, expr *e) {
    enum { RECENT = 2 /* years */ };
    int64_t now_year;
    int month, day;
    verb_tense tense = tense_of(r);
    const said *s = r->last.until || r->last.ahead ? &r->earlier : &r->last;
    if (r->mode != ANNALS_MODE_DOCUMENT || !r->has_now || tense == TENSE_NONE || looks_on(tense)) return false;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    bool said_here = s->known && s->block == r->block && s->year <= now_year && s->year >= now_year - RECENT;
    bool next = tense == TENSE_FIXED || (said_here && s->year < now_year); /* "They put it off until the new year" */
    if (said_here) anchor_mention(r, s->mention);
    else anchor_now(r);
    e->year = (int32_t)((said_here ? s->year : now_year) + next);
    return true;
}

/* "The treaty expires in two years' time.  Instructions were sent on the same day": not in that year. */
static bool only_ahead(resolver *r, const expr *e) {
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && e->base == BASE_SAID && e->unit == UNIT_DAY;
    if (!letter || e->count || e->weekday != UNSET || !r->last.known || !r->last.ahead) return false;
    const said *s = said_for(r, UNIT_DAY);
    return s->ahead && granularity_said(r, s) < ANNALS_DAY && tense_of(r) == TENSE_PAST;
}

/* "The mill opened in October.  On Monday it burned", "In the 1890s it throve.  The next year": nothing says from where
 * in the month or decade it counts. */
static void doubt_coarse(resolver *r, expr *e) {
    annals_granularity known = granularity_said(r, said_for(r, counted_unit(e)));
    bool week = e->weekday != UNSET && known < ANNALS_WEEK, year = e->unit == UNIT_YEAR && known < ANNALS_YEAR;
    bool life = e->unit == UNIT_YEAR && e->count == 1 && is_of_birth(r->x, r->last.mention - r->x->first_mention) &&
                r->last.sentence != r->x->sentence_of.items[r->raw];
    if (life) { /* "She was born in 1923.  She left school at 13, and Hale the next year" */
        e->uncertain = true;
        because(r, "but a life was told of since its birth");
    }
    if (!week && !year) return;
    e->uncertain = true;
    because(r, "what was said before it is no more exact than that");
}

/* "Between 1850 and 1860 it doubled; in the following decade": the one that begins with the year said last. */
static int64_t before_round_year(resolver *r, const expr *e, int64_t base) {
    int64_t length = e->unit == UNIT_DECADE ? 10 : e->unit == UNIT_CENTURY ? 100 : 0, year;
    int month, day;
    if (!length || e->count <= 0 || granularity_said(r, said_for(r, e->unit)) != ANNALS_YEAR) return base;
    annals_civil_of_day(base, &year, &month, &day);
    return year % length ? base : annals_day_of_civil(year - 1, 1, 1);
}

/* What counts from nothing that was said before: from the reader's day, from what happened, or from a date of its own.
 */
static bool counts_by_itself(resolver *r, expr *e) {
    int64_t base;
    if (is_readers_day(r, e)) {
        e->kind = EXPR_REF;
        e->direction = 0;
        return true;
    }
    doubt_quoted_today(r, e);
    if (e->base == BASE_EVENT) {
        /* or else anchor.c finds it when all is read */
        if (!is_kept_on(r, e) && !counts_to_said(r, e)) date_behind_says(r, e);
        return true;
    }
    if (!e->same && e->base != BASE_DATE) return false;
    if (e->same) count_same(r, e);
    else if (date_counted_from(r, e, &base)) count_units(e, base);
    else return true;
    say_result(r, e);
    return true;
}

/* What the words around it say, so that nothing is counted; or that there is nothing to count from. */
static bool is_said_otherwise(resolver *r, expr *e) {
    if (e->base == BASE_SAID && apposition_says(r, e)) return true;
    if (only_ahead(r, e)) {
        because(r, "only what lies ahead was said before it; so it stays open");
        return true;
    }
    if (weekday_of_story(r, e) || counts_to_said(r, e)) return true;
    if (compares_year_before(r, e)) {
        say_result(r, e);
        return true;
    }
    if (e->unit == UNIT_NONE && e->base == BASE_SAID && take_time_said(r, e)) return true;
    if (!counts_from_event_before(r, r->raw)) return false;
    because(r, "what was named last counts from an event that nothing has dated yet");
    return true;
}

/* So many units from a day, or the weekday, month, season or named day that is meant; `counts`: from the story. */
static void count_from(resolver *r, expr *e, int64_t base, bool counts) {
    int64_t end = e->direction == 1 ? end_of_said(r, e, base) : base;
    if (e->weekday != UNSET) {
        weekday_by_direction(r, e, base);
    } else if (e->month != UNSET && e->day == UNSET) {
        month_by_direction(e, end);
        follow_tense(r, e, base);
    } else if (e->season != UNSET || e->named != UNSET || e->day != UNSET) {
        bool whole = counts && granularity_said(r, said_for(r, counted_unit(e))) == ANNALS_YEAR;
        season_by_direction(e, end, whole);
        put_off_a_year(r, e, base);
    } else if (e->unit < UNIT_DAY) {
        count_seconds(r, e);
    } else {
        count_units(e, counts ? before_round_year(r, e, base) : base);
        if (counts && e->unit < UNIT_QUARTER) forget_finer(r, e);
    }
}

void resolve_relative(resolver *r, expr *e) {
    int64_t base;
    if (counts_by_itself(r, e) || is_said_otherwise(r, e)) return;
    bool new_year = e->turn && e->unit == UNIT_YEAR;
    if (new_year && new_year_told(r, e)) return;
    if (!base_of(r, e, &base)) {
        because(r, e->base == BASE_SAID ? "nothing dated was said before it"
                                        : "nothing says when the document was written");
        return;
    }
    if (after_night(r, e)) base = r->last.last;
    if (e->turn && !new_year) {
        turn_of_century(r, e, base);
        return;
    }
    if (e->weekday != UNSET && week_unknown(r, e)) {
        because(r, "of what was said before it only the year is known; so it stays open");
        return;
    }
    bool own = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && (base == r->now || from_own_day(r, e));
    bool counts = counts_from_story(r, e) && !r->begun && r->last.known && !own;
    if (counts) doubt_coarse(r, e);
    count_from(r, e, base, counts);
    if (is_that(r, e)) take_nearest(r, e);
    say_result(r, e);
    heed_day_behind(r, e);
    keep_behind_now(r, e);
}
