/* infer.c: what an expression leaves out, from its context: years, months, days; what it counts from. */
#include "civil.h"
#include "language.h"
#include "reckon.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

#include <stdarg.h>
#include <stdio.h>

enum {
    YEARS_AROUND = 4, /* that are tried for a date without a year */
    YEARS_AHEAD = 20  /* that two digits can stand for */
};

void add_reason(resolver *r, const char *format, ...) {
    char step[320];
    va_list args;
    va_start(args, format);
    vsnprintf(step, sizeof step, format, args);
    va_end(args);
    if (r->step_count == MAX_REASONS) return;
    annals_text text = arena_text(&r->c->arena, annals_text_of(step));
    r->failed |= !text.data;
    r->steps[r->step_count++] = text;
}

const char *day_phrase(int64_t day, char *buffer, size_t size) {
    annals_when w = {.granularity = ANNALS_DAY};
    when_span(&w, day, day);
    annals_when_phrase(&w, buffer, size);
    return buffer;
}

static void anchor_mention(resolver *r, size_t mention);

static void anchor_now(resolver *r) {
    if (r->entry != SIZE_MAX) {
        anchor_mention(r, r->entry);
        return;
    }
    char day[64];
    if (r->spoken_behind) {
        because(r, "it was said on %s", day_phrase(r->now, day, sizeof day));
        return;
    }
    r->anchor = r->document->basis == ANNALS_BASIS_OPTION ? annals_text_of("option") : r->document->id;
    because(r, "the document is of %s", day_phrase(r->now, day, sizeof day));
}

static void anchor_mention(resolver *r, size_t mention) {
    const annals_mention *m = &r->c->mentions.items[mention];
    char day[96];
    r->anchor = m->id;
    if (!r->explains) return;
    annals_when_phrase(&m->when, day, sizeof day);
    because(r, "said before: \"%.*s\", which is %s", (int)(m->exact.length < 60 ? m->exact.length : 60), m->exact.data,
            day);
}

/* ---------------------------------------------------------------- a year that is not given */

/* People tell of the past more than of the future, unless they say that it will be; a past verb says that it has been,
 * though not of a day close ahead ("he was to leave on the 5th"). */
static int64_t ahead_weight(verb_tense tense) {
    return tense == TENSE_PAST ? 8 : tense == TENSE_FUTURE ? 1 : 2;
}

/* Days from `day` to the expression in a year, or a large number when it has no such day. */
static int64_t distance(const expr *e, int64_t year, int64_t day, verb_tense tense) {
    expr trial = *e;
    int64_t first, last;
    trial.year = (int32_t)year;
    if (!when_days(&trial, &first, &last)) return INT64_MAX;
    if (day >= first && day <= last) return 0;
    return day < first ? ahead_weight(tense) * (first - day) : (tense == TENSE_FUTURE ? 8 : 1) * (day - last);
}

static const char *written(const expr *e, char *buffer, size_t size) {
    static const char *const seasons[] = {"", "spring", "summer", "autumn", "winter"};
    if (e->season != UNSET) snprintf(buffer, size, "%s", seasons[e->season]);
    else if (e->month == UNSET) snprintf(buffer, size, "it");
    else if (e->day != UNSET) snprintf(buffer, size, "%d-%02d", e->month, e->day);
    else snprintf(buffer, size, "month %d", e->month);
    return buffer;
}

static void year_nearest_now(resolver *r, expr *e) {
    int64_t now_year, best = 0, least = INT64_MAX;
    int month, day;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    for (int64_t year = now_year - YEARS_AROUND; year <= now_year + YEARS_AROUND; year++) {
        int64_t d = distance(e, year, r->now, e->limit == LIMIT_SINCE ? TENSE_PAST : tense_of(r));
        if (d < least) {
            least = d;
            best = year;
        }
    }
    because(r, "no year is given");
    anchor_now(r);
    if (least == INT64_MAX) return;
    e->year = (int32_t)best;
    because(r, "the one nearest to that day is in %lld", (long long)best);
}

/* The month of the year that it lies in, as far as it can be told. */
static int month_in(const expr *e, int64_t year) {
    if (e->season != UNSET) return e->season * 3;
    if (e->month != UNSET) return e->month;
    expr trial = *e;
    int64_t first, last;
    int month = 1, day;
    trial.year = (int32_t)year;
    if (when_days(&trial, &first, &last)) annals_civil_of_day(first, &year, &month, &day);
    return month;
}

static int32_t year_of(const expr *e) {
    return e->era < 0 ? 1 - e->year : e->year;
}

int32_t year_ahead(const resolver *r, size_t raw) {
    uint32_t next = r->dated_ahead[raw];
    if (next == NONE_AHEAD) return UNSET;
    const raw_mention *dated = &r->x->raws.items[next];
    const expr *e = dated->expr;
    if (e->kind == EXPR_RANGE) e = dated->range == ANNALS_RANGE_END ? e->to : e->from;
    return year_of(e);
}

static int month_of(const expr *e) {
    return e->season != UNSET ? 3 * e->season : e->month;
}

/* Stories go forward: a month earlier by seven or more is one of the next year (and the other way round). */
static void year_of_last_said(resolver *r, expr *e) {
    int64_t year;
    int month, day;
    annals_civil_of_day(r->story.first, &year, &month, &day);
    int own = month_in(e, year);
    const annals_mention *m = &r->c->mentions.items[r->story.mention];
    bool month_known = m->when.granularity >= ANNALS_SEASON;
    if (month_known && month - own >= 7) year++;
    else if (month_known && own - month >= 10) year--;
    because(r, "no year is given");
    anchor_mention(r, r->story.mention);
    e->year = (int32_t)year;
    because(r, "so it is of %lld", (long long)year);
}

/* "in the spring and early summer of 1943": the year stands with the second of two. */
static bool year_of_next(resolver *r, expr *e) {
    const analysis *x = r->x;
    size_t next = r->raw + 1;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    const raw_mention *here = &x->raws.items[r->raw], *other = &x->raws.items[next];
    const expr *n = other->expr;
    bool dated = n->kind == EXPR_POINT && n->year != UNSET && month_of(n) != UNSET && !n->short_year && !n->base;
    annals_text between = text_trim(text_slice(x->text, here->end, other->start));
    if (!dated || !in_context(x->grammar, between, CONTEXT_JOINER)) return false;
    e->year = year_of(n) - (month_of(e) > month_of(n));
    because(r, "no year is given; the date joined to it has one");
    return true;
}

static bool year_of_sentence(resolver *r, expr *e) {
    bool given = r->sentence_year != UNSET && r->year_sentence == r->x->sentence_of.items[r->raw];
    if (!given || tense_of(r) == TENSE_FUTURE) return false;
    because(r, "no year is given");
    anchor_mention(r, r->sentence_year_mention);
    e->year = (int32_t)r->sentence_year;
    return true;
}

static void infer_year(resolver *r, expr *e) {
    if (r->mode == ANNALS_MODE_DOCUMENT && r->has_now) {
        if (year_of_sentence(r, e)) return;
        if (r->block_year == UNSET) {
            year_nearest_now(r, e);
            return;
        }
        e->year = (int32_t)r->block_year;
        because(r, "no year is given");
        anchor_mention(r, r->block_year_mention);
    } else if (year_of_next(r, e)) {
        return;
    } else if (r->story.known) {
        year_of_last_said(r, e);
    } else if (r->has_now) {
        year_nearest_now(r, e);
    } else {
        char own[32];
        because(r, "no year is given for %s, and nothing says when the document was written",
                written(e, own, sizeof own));
        because(r, "so the year stays open");
    }
}

/* '62 and 7-Nov-62: the century that brings it nearest to what is known; who writes knows more of the past. */
static void full_year(resolver *r, expr *e) {
    int64_t year = UNSET;
    int month, day;
    bool by_story = r->last.known && (r->mode == ANNALS_MODE_NARRATIVE || !r->has_now);
    if (r->has_now && !by_story) annals_civil_of_day(r->now, &year, &month, &day);
    else if (by_story) annals_civil_of_day(r->last.first, &year, &month, &day);
    because(r, "the year has two digits");
    e->short_year = false;
    if (year == UNSET) {
        e->year += 1900;
        e->uncertain = true;
        because(r, "nothing says which century; %d is assumed", e->year);
        return;
    }
    if (by_story) anchor_mention(r, r->last.mention);
    else anchor_now(r);
    int64_t full = year / 100 * 100 + e->year;
    int64_t ahead = by_story ? 50 : YEARS_AHEAD;
    if (full - year > ahead) full -= 100;
    else if (year - full > 100 - ahead) full += 100;
    e->year = (int32_t)full;
    because(r, "%lld is nearest", (long long)full);
}

/* ---------------------------------------------------------------- relative times */

bool base_day(resolver *r, expr_base base, time_unit unit, int64_t *day) {
    bool story = r->mode == ANNALS_MODE_NARRATIVE;
    bool use_said = (base == BASE_SAID || (base == BASE_STORY && story)) && r->last.known;
    if (use_said) {
        const said *from = story && unit >= UNIT_YEAR && r->story.known ? &r->story : &r->last;
        *day = from->first;
        anchor_mention(r, from->mention);
        return true;
    }
    if (base == BASE_SAID || !r->has_now) return false;
    *day = r->now;
    anchor_now(r);
    return true;
}

/* Decades and centuries count backwards before Christ; across his birth there is no telling. */
static void count_periods(expr *e, int64_t year) {
    int32_t length = e->unit == UNIT_DECADE ? 10 : 100, away = e->unit == UNIT_MILLENNIUM ? 10 * e->count : e->count;
    e->era = year <= 0 ? -1 : 0;
    int32_t number = (int32_t)((year <= 0 ? 1 - year : year) / length) + (year <= 0 ? -away : away);
    if (number < 0) return;
    if (e->unit == UNIT_DECADE) e->decade = number;
    else e->century = number + 1;
}

/* "the next day" after "in June": a day of June, and no saying which. */
static void forget_day(const resolver *r, expr *e) {
    const annals_mention *m = &r->c->mentions.items[r->last.mention];
    e->day = UNSET;
    if (m->when.granularity < ANNALS_MONTH) e->month = UNSET;
}

static void count_units(const resolver *r, expr *e, int64_t base) {
    int64_t year;
    int month, day, week;
    annals_civil_of_day(base, &year, &month, &day);
    switch (e->unit) {
    case UNIT_DAY:
        set_date(e, base + e->count);
        if (e->base == BASE_SAID && (!r->last.day_known || e->generic)) forget_day(r, e);
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
    case UNIT_DECADE:
    case UNIT_CENTURY:
    case UNIT_MILLENNIUM:
        count_periods(e, year);
        break;
    default:
        e->year = (int32_t)(year + e->count);
        break;
    }
}

/* The season that begins after `base`, that ended before it, or that is nearest within its year. */
static void season_by_direction(expr *e, int64_t base) {
    int64_t year, first, last;
    int month, day;
    annals_civil_of_day(base, &year, &month, &day);
    e->year = (int32_t)year;
    if (e->direction == 2) return;
    for (int64_t y = e->direction > 0 ? year - 1 : year; y >= year - 2 && y <= year + 1; y += e->direction) {
        e->year = (int32_t)y;
        if (when_days(e, &first, &last) && (e->direction > 0 ? first > base : last < base)) return;
    }
}

static void month_by_direction(expr *e, int64_t base) {
    int64_t year;
    int month, day;
    annals_civil_of_day(base, &year, &month, &day);
    if (e->direction < 0 && e->month >= month) year--;
    if (e->direction == 1 && e->month <= month) year++;
    e->year = (int32_t)year;
}

static void weekday_by_direction(resolver *r, expr *e, int64_t base) {
    int today = annals_weekday_of_day(base), ahead = (e->weekday - today + 7) % 7;
    bool story = r->mode == ANNALS_MODE_NARRATIVE;
    if (e->direction == 1 || (!e->direction && tense_of(r) == TENSE_FUTURE && !story)) base += ahead ? ahead : 7;
    else if (e->direction == 2) base += e->weekday - today;
    else if (e->direction < 0) base -= ahead ? 7 - ahead : 7;
    else if (story) base += ahead;
    else base -= (7 - ahead) % 7;
    set_date(e, base + 7 * (int64_t)e->count);
}

/* "so it is October 1962" */
static void say_result(resolver *r, const expr *e) {
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

/* "arrives on Monday, May 3, and stays through Friday": the weekday after the day said in the same sentence. */
static bool weekday_after_said(resolver *r, expr *e) {
    bool said_here = r->last.known && r->last.day_known && r->last.sentence == r->x->sentence_of.items[r->raw];
    if (e->weekday == UNSET || e->direction || !said_here) return false;
    anchor_mention(r, r->last.mention);
    int ahead = (e->weekday - annals_weekday_of_day(r->last.first) + 7) % 7;
    set_date(e, r->last.first + ahead);
    say_result(r, e);
    return true;
}

/* "on 17 June 1955, one hundred years later": the day is given, and the count only says how long it had been. */
static bool counts_to_said(resolver *r, expr *e) {
    const analysis *x = r->x;
    bool count = e->base == BASE_SAID && (e->count > 1 || e->count < -1) && e->unit >= UNIT_MONTH;
    if (!(count || e->base == BASE_EVENT) || !r->last.known || !r->last.day_known ||
        r->last.sentence != x->sentence_of.items[r->raw] || !r->raw)
        return false;
    const raw_mention *before = &x->raws.items[r->raw - 1], *here = &x->raws.items[r->raw];
    annals_text between = text_trim(text_slice(x->text, before->end, here->start));
    if (!text_starts(between, ",") || between.length > 5) return false;
    anchor_mention(r, r->last.mention);
    set_date(e, r->last.first);
    because(r, "that day itself is given; this says how long it had been");
    return true;
}

/* "two hours later": from the time of day said last, where one was. */
static void count_seconds(resolver *r, expr *e) {
    static const int32_t seconds[] = {[UNIT_SECOND] = 1, [UNIT_MINUTE] = 60, [UNIT_HOUR] = 3600};
    enum { DAY = 86400 };
    if (e->base != BASE_SAID || !r->last.known || !r->last.clock_known) {
        because(r, "no time of day was said before it");
        return;
    }
    int64_t second = r->last.begin.second + (int64_t)e->count * seconds[e->unit];
    int64_t days = (second - (second < 0 ? DAY - 1 : 0)) / DAY;
    set_date(e, r->last.begin.day + days);
    second -= days * DAY;
    e->hour = (int32_t)(second / 3600);
    e->minute = (int32_t)(second / 60 % 60);
    if (e->unit == UNIT_SECOND) e->second = (int32_t)(second % 60);
}

/* "the day after 5 May 1962" */
static bool date_counted_from(resolver *r, const expr *e, int64_t *day) {
    expr whole;
    int64_t last;
    char words[64];
    complete(r, e->of, &whole);
    if (!when_days(&whole, day, &last)) return false;
    if (e->count > 0 && last - *day < 7) *day = last;
    because(r, "it counts from %s", day_phrase(*day, words, sizeof words));
    return true;
}

void count_from_event(resolver *r, expr *e, int64_t day) {
    count_units(r, e, day);
    say_result(r, e);
}

/* "at that time": as far as the time said last is known. */
static bool take_time_said(resolver *r, expr *e) {
    if (!r->last.known || e->weekday != UNSET || e->month != UNSET || e->season != UNSET) return false;
    annals_granularity known = r->c->mentions.items[r->last.mention].when.granularity;
    anchor_mention(r, r->last.mention);
    set_date(e, r->last.first);
    if (known < ANNALS_DAY) e->day = UNSET;
    if (known == ANNALS_SEASON) e->season = e->month % 12 ? e->month / 3 : 4;
    if (known < ANNALS_MONTH) e->month = UNSET;
    if (known >= ANNALS_YEAR) return true;
    e->unit = known == ANNALS_DECADE ? UNIT_DECADE : UNIT_CENTURY;
    count_periods(e, e->year);
    e->year = UNSET;
    return true;
}

/* Letters and news say "the end of the year" and "a year earlier" of their own time where they told of no other. */
static bool now_instead(resolver *r, const expr *e, int64_t *day) {
    bool own = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && e->base == BASE_SAID && !r->last.known;
    if (!own || e->count > 0 || (e->unit < UNIT_MONTH && !e->third) || e->weekday != UNSET) return false;
    *day = r->now;
    anchor_now(r);
    return true;
}

static void resolve_relative(resolver *r, expr *e) {
    int64_t base;
    if (e->base == BASE_EVENT) {
        counts_to_said(r, e); /* or else anchor.c finds it when all is read */
        return;
    }
    if (e->base == BASE_DATE) {
        if (!date_counted_from(r, e, &base)) return;
        count_units(r, e, base);
        say_result(r, e);
        return;
    }
    if (weekday_after_said(r, e) || counts_to_said(r, e)) return;
    if (e->unit == UNIT_NONE && e->base == BASE_SAID && take_time_said(r, e)) return;
    if (!base_day(r, e->base, e->count ? e->unit : UNIT_DAY, &base) && !now_instead(r, e, &base)) {
        because(r, e->base == BASE_SAID ? "nothing dated was said before it"
                                        : "nothing says when the document was written");
        return;
    }
    if (e->turn) {
        turn_of_century(r, e, base);
        return;
    }
    if (e->weekday != UNSET) {
        weekday_by_direction(r, e, base);
    } else if (e->month != UNSET) {
        month_by_direction(e, base);
    } else if (e->season != UNSET) {
        season_by_direction(e, base);
    } else if (e->unit < UNIT_DAY) {
        count_seconds(r, e);
    } else {
        count_units(r, e, base);
    }
    say_result(r, e);
}

/* How far a day lies from what it is counted from: weighted, since after a said day the story goes on, and told as past
 * a day lies behind the document. */
static int64_t day_distance(resolver *r, int64_t day, int64_t base, bool said_before) {
    if (day < base) return (said_before || tense_of(r) == TENSE_FUTURE ? 2 : 1) * (base - day);
    return (said_before ? 1 : tense_of(r) == TENSE_PAST ? 31 : ahead_weight(tense_of(r))) * (day - base);
}

/* "At the beginning of June he asked, and on the 17th he gave in": the month said last is the one. */
static bool month_was_said(const resolver *r) {
    int64_t year, other;
    int month, other_month, day;
    if (!r->last.known || r->last.day_known) return false;
    annals_civil_of_day(r->last.first, &year, &month, &day);
    annals_civil_of_day(r->last.last, &other, &other_month, &day);
    return year == other && month == other_month;
}

/* "the 9th": of the month said last, or the one that brings it nearest to the day said before, or to the document's. */
static void infer_month(resolver *r, expr *e) {
    int64_t base, best = 0, least = INT64_MAX, year;
    int month, day;
    because(r, "no month is given");
    bool said_before = r->last.known && (r->last.day_known || month_was_said(r)), this_month = month_was_said(r);
    if (!base_day(r, said_before ? BASE_SAID : BASE_NOW, UNIT_DAY, &base)) return;
    for (int64_t k = this_month ? 0 : -1; k <= (this_month ? 0 : 1); k++) {
        annals_civil_of_day(civil_add_months(base, k), &year, &month, &day);
        if (!civil_valid(year, month, e->day)) continue;
        int64_t candidate = annals_day_of_civil(year, month, e->day);
        int64_t away = day_distance(r, candidate, base, said_before);
        if (away >= least) continue;
        least = away;
        best = candidate;
    }
    if (least == INT64_MAX) return;
    char buffer[64];
    set_date(e, best);
    because(r, "the nearest is %s", day_phrase(best, buffer, sizeof buffer));
}

/* "at 1:30 a.m. ... until 5 a.m. on 27 March": the day stands with the later time of the sentence. */
static bool day_follows(resolver *r, expr *e) {
    const analysis *x = r->x;
    size_t next = r->raw + 1;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    const expr *n = x->raws.items[next].expr;
    bool later = n->kind == EXPR_POINT && n->hour != UNSET && n->day != UNSET && n->month != UNSET &&
                 e->hour != UNSET && n->hour >= e->hour;
    if (!later || n->impossible) return false;
    because(r, "the sentence goes on with a later time of a given day");
    expr whole;
    complete(r, n, &whole);
    e->year = whole.year;
    e->month = whole.month;
    e->day = whole.day;
    return true;
}

/* Is the day said last the one that a time of day here belongs to?  It is in a story; elsewhere in the same paragraph
 * and in the one after it, and not when it lies ahead. */
static bool day_was_said(resolver *r) {
    if (!r->last.known || !r->last.day_known) return false;
    if (r->mode == ANNALS_MODE_NARRATIVE) return true;
    const block_list *blocks = &r->x->blocks;
    bool same = r->last.block == r->block, next = r->last.block + 1 == r->block;
    bool log = next && blocks->items[r->last.block].log && blocks->items[r->block].log;
    bool prose = r->last.block < blocks->count && blocks->items[r->last.block].kind == BLOCK_PARAGRAPH &&
                 blocks->items[r->block].kind == BLOCK_PARAGRAPH;
    bool ahead = r->has_now && r->last.first > r->now && tense_of(r) != TENSE_FUTURE;
    return log || ((same || (next && prose)) && !ahead);
}

/* Does the clock that follows the one said last belong to the next day?  A log never goes back. */
static bool past_midnight(const resolver *r, const expr *e) {
    enum { SMALL_HOURS = 6, EVENING = 17 * 3600 };
    if (!r->last.clock_known || r->last.begin.day != r->last.first || e->hour == UNSET) return false;
    int32_t second = e->hour * 3600 + (e->minute == UNSET ? 0 : e->minute * 60);
    if (r->x->blocks.items[r->block].log) return second < r->last.begin.second;
    return r->last.begin.second >= EVENING && e->hour < SMALL_HOURS;
}

/* A time of day alone takes the day said before, else the document's. */
static void infer_day(resolver *r, expr *e) {
    because(r, "no day is given");
    if (day_follows(r, e)) return;
    if (day_was_said(r)) {
        anchor_mention(r, r->last.mention);
        bool next_day = past_midnight(r, e);
        set_date(e, r->last.first + next_day);
        if (next_day) because(r, "it is after midnight: the next day");
    } else if (r->has_now) {
        anchor_now(r);
        set_date(e, r->now);
    } else {
        because(r, "nothing says which");
    }
}

static void take_week(expr *e) {
    int64_t year;
    int week;
    civil_week_of_day(annals_day_of_civil(e->year, e->month, e->day), &year, &week);
    e->year = (int32_t)year;
    e->iso_week = week;
    e->month = e->day = UNSET;
}

static void say_order(resolver *r, const expr *e) {
    static const char *const reasons[] = {
        [ORDER_PLAIN] = NULL,
        [ORDER_DAY_FIRST] = "the first number is no month: the day comes first",
        [ORDER_MONTH_FIRST] = "the second number is no month: the month comes first",
        [ORDER_BY_OPTION] = "day and month stand in the order given as an option",
        [ORDER_BY_WEEKDAY] = "of the two orders of day and month, one falls on this weekday",
        [ORDER_BY_HABIT] = "day and month stand in the order of the document's other dates",
        [ORDER_UNSURE] = "day and month could change places; the month is taken to come first"};
    if (reasons[e->order]) because(r, "%s", reasons[e->order]);
}

static void say_zone(resolver *r, const expr *e) {
    if (e->zone && *e->zone == '?') because(r, "%s is the name of several zones; which one stays open", e->zone + 1);
    else if (e->zone) because(r, "the clock is that of %s", e->zone);
}

void complete(resolver *r, const expr *in, expr *e) {
    *e = *in;
    if (e->impossible) because(r, "no calendar has this day; check the document");
    if (e->era < 0 && e->year != UNSET) e->year = 1 - e->year;
    prepare(r, e);
    if (e->short_year) full_year(r, e);
    say_order(r, e);
    say_zone(r, e);
    bool dated = e->year != UNSET || e->decade != UNSET || e->century != UNSET || e->millennium != UNSET;
    if (e->weekend && e->base) {
        infer_weekend(r, e);
    } else if (e->of && e->base != BASE_DATE) {
        expr whole;
        complete(r, e->of, &whole);
        e->year = whole.year;
        if (e->month == UNSET && e->season == UNSET) e->month = whole.month;
    } else if (e->base) {
        resolve_relative(r, e);
    } else if (!dated && (e->month != UNSET || e->season != UNSET || e->quarter != UNSET || e->iso_week != UNSET ||
                          year_settles(e))) {
        infer_year(r, e);
        e->year_inferred = true;
    } else if (!dated && e->day != UNSET) {
        infer_month(r, e);
    } else if (!dated && !e->generic && (e->hour != UNSET || e->part != ANNALS_DAY_PART_NONE)) {
        infer_day(r, e);
    }
    settle(r, e);
    check_weekday(r, in, e);
    if (!e->impossible && e->year != UNSET && e->month != UNSET && e->day != UNSET &&
        !civil_valid(e->year, e->month, e->day)) {
        e->impossible = true;
        because(r, "%d had no such day; check the document", e->year);
    }
    if (e->whole_week && !e->impossible && e->year != UNSET) take_week(e);
}
