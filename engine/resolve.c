/* resolve.c: a raw mention and its context -> a time, with its reasons. */
#include "analysis.h"
#include "civil.h"
#include "tense.h"
#include "text.h"
#include "when.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_REASONS = 8, FAR_FROM_ANCHOR = 4 };

/* The last time that was said, for what is said relative to it. */
typedef struct said {
    bool known, day_known, clock_known;
    int64_t first, last;       /* days */
    annals_bound begin, clock; /* its first and its last moment */
    size_t mention, block, sentence;
} said;

typedef struct resolver {
    annals_chronology *c;
    analysis *x;
    annals_document *document;
    bool has_now; /* the day the document, or its entry, was written is known */
    int64_t now;
    size_t entry;    /* the mention that heads the entry of a diary or chronicle, or SIZE_MAX */
    said last, kept; /* kept: while a footnote has its own */
    bool in_note;
    size_t block;
    int64_t block_year; /* a year that this paragraph gives itself, or UNSET */
    size_t block_year_mention;
    /* Of the mention at hand: */
    size_t raw;
    verb_tense tense;
    annals_text steps[MAX_REASONS];
    size_t step_count;
    annals_text anchor;
    bool failed;
} resolver;

static void because(resolver *r, const char *format, ...) {
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

static const char *day_phrase(int64_t day, char *buffer, size_t size) {
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
    r->anchor = r->document->basis == ANNALS_BASIS_OPTION ? annals_text_of("option") : r->document->id;
    because(r, "the document is of %s", day_phrase(r->now, day, sizeof day));
}

static void anchor_mention(resolver *r, size_t mention) {
    const annals_mention *m = &r->c->mentions.items[mention];
    char day[96];
    annals_when_phrase(&m->when, day, sizeof day);
    r->anchor = m->id;
    because(r, "said before: \"%.*s\", which is %s", (int)(m->exact.length < 60 ? m->exact.length : 60), m->exact.data,
            day);
}

static void set_date(expr *e, int64_t day) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(day, &year, &month, &dom);
    e->year = (int32_t)year;
    e->month = month;
    e->day = dom;
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
    else if (e->day != UNSET) snprintf(buffer, size, "%d-%02d", e->month, e->day);
    else snprintf(buffer, size, "month %d", e->month);
    return buffer;
}

static void year_nearest_now(resolver *r, expr *e) {
    int64_t now_year, best = 0, least = INT64_MAX;
    int month, day;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    for (int64_t year = now_year - FAR_FROM_ANCHOR; year <= now_year + FAR_FROM_ANCHOR; year++) {
        int64_t d = distance(e, year, r->now, e->limit == LIMIT_SINCE ? TENSE_PAST : r->tense);
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

/* Stories go forward: a month earlier by seven or more is one of the next year (and the other way round). */
static void year_of_last_said(resolver *r, expr *e) {
    int64_t year;
    int month, day;
    annals_civil_of_day(r->last.first, &year, &month, &day);
    int own = e->season != UNSET ? e->season * 3 : e->month;
    const annals_mention *m = &r->c->mentions.items[r->last.mention];
    bool month_known = m->when.granularity >= ANNALS_SEASON;
    if (month_known && month - own >= 7) year++;
    else if (month_known && own - month >= 10) year--;
    because(r, "no year is given");
    anchor_mention(r, r->last.mention);
    e->year = (int32_t)year;
    because(r, "so it is of %lld", (long long)year);
}

static void infer_year(resolver *r, expr *e) {
    if (r->document->mode == ANNALS_MODE_DOCUMENT && r->has_now) {
        if (r->block_year == UNSET) {
            year_nearest_now(r, e);
            return;
        }
        e->year = (int32_t)r->block_year;
        because(r, "no year is given");
        anchor_mention(r, r->block_year_mention);
    } else if (r->last.known) {
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

/* '62 and 7-Nov-62: the century that brings it nearest to what is known. */
static void full_year(resolver *r, expr *e) {
    int64_t year = UNSET;
    int month, day;
    if (r->has_now) annals_civil_of_day(r->now, &year, &month, &day);
    else if (r->last.known) annals_civil_of_day(r->last.first, &year, &month, &day);
    because(r, "the year has two digits");
    e->short_year = false;
    if (year == UNSET) {
        e->year += 1900;
        e->uncertain = true;
        because(r, "nothing says which century; %d is assumed", e->year);
        return;
    }
    if (r->has_now) anchor_now(r);
    else anchor_mention(r, r->last.mention);
    int64_t full = year / 100 * 100 + e->year;
    if (full - year > 50) full -= 100;
    else if (year - full > 50) full += 100;
    e->year = (int32_t)full;
    because(r, "%lld is nearest", (long long)full);
}

/* ---------------------------------------------------------------- relative times */

/* The day to count from; false when none is known. */
static bool base_day(resolver *r, expr_base base, int64_t *day) {
    bool story = r->document->mode == ANNALS_MODE_NARRATIVE;
    bool use_said = (base == BASE_SAID || (base == BASE_STORY && story)) && r->last.known;
    if (use_said) {
        *day = r->last.first;
        anchor_mention(r, r->last.mention);
        return true;
    }
    if (base == BASE_SAID || !r->has_now) return false;
    *day = r->now;
    anchor_now(r);
    return true;
}

static void count_units(expr *e, int64_t base) {
    int64_t year;
    int month, day, week;
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
    case UNIT_DECADE:
        e->decade = (int32_t)(year / 10 + e->count);
        break;
    case UNIT_CENTURY:
        e->century = (int32_t)(year / 100 + 1 + e->count);
        break;
    default:
        e->year = (int32_t)(year + e->count);
        break;
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
    bool story = r->document->mode == ANNALS_MODE_NARRATIVE;
    if (e->direction == 1 || (!e->direction && r->tense == TENSE_FUTURE && !story)) base += ahead ? ahead : 7;
    else if (e->direction == 2) base += e->weekday - today;
    else if (e->direction < 0) base -= ahead ? 7 - ahead : 7;
    else if (story) base += ahead;
    else base -= (7 - ahead) % 7;
    set_date(e, base);
}

/* "so it is October 1962" */
static void say_result(resolver *r, const expr *e) {
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

static void resolve_relative(resolver *r, expr *e) {
    int64_t base;
    if (weekday_after_said(r, e)) return;
    if (!base_day(r, e->base, &base)) {
        because(r, e->base == BASE_SAID ? "nothing dated was said before it"
                                        : "nothing says when the document was written");
        return;
    }
    if (e->weekday != UNSET) {
        weekday_by_direction(r, e, base);
    } else if (e->month != UNSET) {
        month_by_direction(e, base);
    } else if (e->unit == UNIT_WEEK && e->base == BASE_NOW) {
        set_date(e, base + 7 * (int64_t)e->count); /* two weeks ago: about a day */
        e->approximate = true;
    } else {
        count_units(e, base);
    }
    say_result(r, e);
}

static void complete(resolver *r, const expr *in, expr *e);

/* "the 9th": the month that brings it nearest to what was said before, or to the document's day. */
static void infer_month(resolver *r, expr *e) {
    int64_t base, best = 0, least = INT64_MAX, year;
    int month, day;
    because(r, "no month is given");
    if (!base_day(r, r->last.known && r->last.day_known ? BASE_SAID : BASE_NOW, &base)) return;
    bool said_before = r->last.known && r->last.day_known;
    for (int64_t k = -1; k <= 1; k++) {
        annals_civil_of_day(civil_add_months(base, k), &year, &month, &day);
        if (!civil_valid(year, month, e->day)) continue;
        int64_t candidate = annals_day_of_civil(year, month, e->day);
        int64_t away = candidate < base ? (said_before || r->tense == TENSE_FUTURE ? 2 : 1) * (base - candidate)
                                        : (said_before              ? 1
                                           : r->tense == TENSE_PAST ? 31
                                                                    : ahead_weight(r->tense)) *
                                              (candidate - base);
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
static bool day_was_said(const resolver *r) {
    if (!r->last.known || !r->last.day_known) return false;
    if (r->document->mode == ANNALS_MODE_NARRATIVE) return true;
    const block_list *blocks = &r->x->blocks;
    bool same = r->last.block == r->block, next = r->last.block + 1 == r->block;
    bool prose = r->last.block < blocks->count && blocks->items[r->last.block].kind == BLOCK_PARAGRAPH &&
                 blocks->items[r->block].kind == BLOCK_PARAGRAPH;
    bool ahead = r->has_now && r->last.first > r->now && r->tense != TENSE_FUTURE;
    return (same || (next && prose)) && !ahead;
}

/* A time of day alone takes the day said before, else the document's. */
static void infer_day(resolver *r, expr *e) {
    enum { SMALL_HOURS = 6, EVENING = 17 * 3600 };
    because(r, "no day is given");
    if (day_follows(r, e)) return;
    if (day_was_said(r)) {
        anchor_mention(r, r->last.mention);
        bool past_midnight = r->last.clock_known && r->last.begin.day == r->last.first &&
                             r->last.begin.second >= EVENING && e->hour != UNSET && e->hour < SMALL_HOURS;
        set_date(e, r->last.first + past_midnight);
        if (past_midnight) because(r, "it is after midnight: the next day");
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

static void complete(resolver *r, const expr *in, expr *e) {
    *e = *in;
    if (e->impossible) because(r, "no calendar has this day; check the document");
    if (e->era < 0 && e->year != UNSET) e->year = 1 - e->year;
    if (e->short_year) full_year(r, e);
    if (e->numeric_order_unsure) because(r, "day and month could change places; the month is taken to come first");
    bool dated = e->year != UNSET || e->decade != UNSET || e->century != UNSET;
    if (e->of) {
        expr whole;
        complete(r, e->of, &whole);
        e->year = whole.year;
        if (e->month == UNSET && e->season == UNSET) e->month = whole.month;
    } else if (e->base) {
        resolve_relative(r, e);
    } else if (!dated && (e->month != UNSET || e->season != UNSET)) {
        infer_year(r, e);
    } else if (!dated && e->day != UNSET) {
        infer_month(r, e);
    } else if (!dated && (e->hour != UNSET || e->part != ANNALS_DAY_PART_NONE)) {
        infer_day(r, e);
    }
    if (!e->impossible && e->year != UNSET && e->month != UNSET && e->day != UNSET &&
        !civil_valid(e->year, e->month, e->day)) {
        e->impossible = true;
        because(r, "%d had no such day; check the document", e->year);
    }
    if (e->whole_week && !e->impossible && e->year != UNSET) take_week(e);
}

/* ---------------------------------------------------------------- mentions */

static void remember(resolver *r, const annals_when *w, size_t mention) {
    annals_bound first = w->begin.earliest, last = w->end.latest;
    if (!annals_bound_known(first)) first = annals_bound_known(w->begin.latest) ? w->begin.latest : last;
    if (!annals_bound_known(last)) last = first;
    bool story = r->document->mode == ANNALS_MODE_NARRATIVE;
    if (!annals_bound_known(first) || (story && r->tense == TENSE_FUTURE)) return;
    r->last = (said){.known = true,
                     .block = r->block,
                     .sentence = r->x->sentence_of.items[r->raw],
                     .first = first.day,
                     .last = last.day,
                     .mention = mention};
    r->last.day_known = w->granularity >= ANNALS_DAY && last.day - first.day <= 1;
    r->last.clock_known = first.state >= ANNALS_BOUND_MINUTE;
    r->last.begin = first;
    r->last.clock = last;
}

/* "at 2 a.m. ... until 7 a.m.": the time said before is when it began, or nearly. */
static bool begin_at_last_clock(resolver *r, const expr *e, annals_when *w) {
    const said *s = &r->last;
    bool clock = e->hour != UNSET && e->limit == LIMIT_UNTIL && s->clock.day == w->end.latest.day;
    if (!clock || !s->known || !s->clock_known || annals_bound_compare(s->clock, w->end.latest) >= 0) return true;
    char from[ANNALS_BOUND_SIZE], to[ANNALS_BOUND_SIZE];
    w->begin.earliest = s->clock;
    annals_bound_iso(s->clock, from);
    annals_bound_iso(w->end.latest, to);
    w->end.earliest = w->end.latest;
    w->edtf = arena_printf(&r->c->arena, "%s:00/%s:00", from, to);
    because(r, "it had begun by the time said before");
    return w->edtf.data;
}

static bool resolve_point(resolver *r, const expr *in, annals_when *w, annals_timex *t, bool *impossible) {
    expr e;
    complete(r, in, &e);
    *impossible = e.impossible;
    int64_t first, last;
    char day[64];
    if (e.part == ANNALS_NIGHT && e.hour == UNSET && when_days(&e, &first, &last))
        because(r, "it is the night that begins on %s", day_phrase(first, day, sizeof day));
    return when_point(&r->c->arena, &e, w, t) && begin_at_last_clock(r, in, w);
}

static bool gives_year(const expr *e) {
    return e->year != UNSET || e->decade != UNSET || e->century != UNSET || e->base || e->of;
}

static bool join_ends(resolver *r, const expr *from, const expr *to, annals_when *w, annals_timex *t) {
    annals_when first, last;
    annals_timex first_timex, last_timex;
    arena *a = &r->c->arena;
    if (!when_point(a, from, &first, &first_timex) || !when_point(a, to, &last, &last_timex)) return false;
    t->type = first_timex.type;
    t->value = arena_printf(a, "%.*s/%.*s", (int)first_timex.value.length, first_timex.value.data,
                            (int)last_timex.value.length, last_timex.value.data);
    return t->value.data && when_range(a, &first, &last, w);
}

/* The day of the first time; the second may lie behind midnight. */
static bool resolve_clocks(resolver *r, const expr *range, annals_when *w, annals_timex *t, bool *impossible) {
    expr from, to;
    complete(r, range->from, &from);
    to = *range->to;
    to.year = from.year;
    to.month = from.month;
    to.day = from.day;
    if (from.year != UNSET && to.hour * 60 + to.minute <= from.hour * 60 + from.minute) {
        set_date(&to, annals_day_of_civil(from.year, from.month, from.day) + 1);
        because(r, "it ends after midnight");
    }
    *impossible = from.impossible || to.impossible;
    return join_ends(r, &from, &to, w, t);
}

/* The end that says less takes what it lacks from the other. */
static bool resolve_range(resolver *r, const expr *range, annals_when *w, annals_timex *t, bool *impossible) {
    expr from, to;
    const expr *end = range->to;
    bool clocks =
        range->from->hour != UNSET && end->hour != UNSET && end->day == UNSET && end->month == UNSET && !end->base;
    if (clocks) return resolve_clocks(r, range, w, t, impossible);
    complete(r, range->to, &to);
    from = *range->from;
    bool from_clock = from.hour != UNSET || from.part;
    if (gives_year(&from) && !gives_year(range->to)) {
        complete(r, range->from, &from);
        to = *range->to;
        to.year = from.year;
        if (to.month != UNSET && from.month != UNSET && to.month < from.month) to.year++;
        because(r, "the end takes the year of the beginning");
    } else if (from.day != UNSET && from.month == UNSET && !from.base && to.month != UNSET) {
        from.year = to.year;
        from.month = to.month;
        because(r, "the beginning takes the month of the end");
    } else if (!gives_year(&from) && to.year != UNSET) {
        if (from.month == UNSET && from_clock) {
            from.month = to.month;
            from.day = to.day;
        }
        from.year = to.year;
        if (to.month != UNSET && from.month != UNSET && from.month > to.month) from.year--;
        because(r, "the beginning takes the year of the end");
    } else {
        complete(r, range->from, &from);
    }
    *impossible = from.impossible || to.impossible;
    if (!join_ends(r, &from, &to, w, t)) return false;
    bool reversed = annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.latest) &&
                    annals_bound_compare(w->begin.earliest, w->end.latest) > 0;
    if (reversed) because(r, "it ends before it begins; check the document");
    *impossible |= reversed;
    return true;
}

static int64_t units_before(int64_t day, time_unit unit, int64_t count) {
    switch (unit) {
    case UNIT_WEEK:
        return day + 7 * count;
    case UNIT_MONTH:
        return civil_add_months(day, count);
    case UNIT_YEAR:
        return civil_add_months(day, 12 * count);
    case UNIT_DECADE:
        return civil_add_months(day, 120 * count);
    case UNIT_CENTURY:
        return civil_add_months(day, 1200 * count);
    default:
        return day + count;
    }
}

/* "past two weeks", "next ten days": a length that ends or begins on a known day. */
static void place_span(resolver *r, const expr *e, annals_when *w) {
    int64_t base;
    char from[64], to[64];
    if (!e->direction || e->count == COUNT_UNKNOWN || e->unit < UNIT_DAY || !base_day(r, BASE_STORY, &base)) return;
    int64_t other = units_before(base, e->unit, (int64_t)e->direction * e->count);
    int64_t first = other < base ? other : base, last = other < base ? base : other;
    when_span(w, first, last);
    w->granularity = ANNALS_DAY;
    char a[ANNALS_BOUND_SIZE], b[ANNALS_BOUND_SIZE];
    w->edtf =
        arena_printf(&r->c->arena, "%s/%s", annals_bound_iso(w->begin.earliest, a), annals_bound_iso(w->end.latest, b));
    r->failed |= !w->edtf.data;
    because(r, "so it runs from %s to %s", day_phrase(first, from, sizeof from), day_phrase(last, to, sizeof to));
}

static bool resolve_duration(resolver *r, const expr *e, annals_when *w, annals_timex *t) {
    *w = (annals_when){.granularity = granularity_of_unit(e->unit)};
    *t = (annals_timex){.type = ANNALS_TIMEX_DURATION, .value = when_duration(&r->c->arena, e->unit, e->count)};
    w->duration = t->value;
    place_span(r, e, w);
    return t->value.data && !r->failed;
}

static bool resolve_set(resolver *r, const expr *e, annals_when *w, annals_timex *t) {
    arena *a = &r->c->arena;
    *w = (annals_when){.granularity = granularity_of_unit(e->unit)};
    t->type = ANNALS_TIMEX_SET;
    t->value = e->weekday != UNSET ? arena_printf(a, "XXXX-WXX-%d", e->weekday) : when_duration(a, e->unit, e->count);
    w->set = t->value;
    return t->value.data;
}

static void resolve_reference(const expr *e, annals_when *w, annals_timex *t) {
    *w = (annals_when){0};
    t->value = annals_text_of(e->direction < 0 ? "PAST_REF" : e->direction ? "FUTURE_REF" : "PRESENT_REF");
}

static bool resolve_expr(resolver *r, const expr *e, annals_mention *m) {
    annals_when *w = &m->when;
    annals_timex *t = &m->timex;
    switch (e->kind) {
    case EXPR_POINT:
        return resolve_point(r, e, w, t, &m->impossible);
    case EXPR_RANGE:
        return resolve_range(r, e, w, t, &m->impossible);
    case EXPR_DURATION:
        return resolve_duration(r, e, w, t);
    case EXPR_SET:
        return resolve_set(r, e, w, t);
    case EXPR_REF:
        resolve_reference(e, w, t);
        return true;
    }
    return false;
}

/* Footnotes and citations have a context of their own: what they say is no anchor for the text. */
static void enter_block(resolver *r, size_t block_index) {
    if (block_index == r->block) return;
    block_kind kind = r->x->blocks.items[block_index].kind;
    bool note = kind == BLOCK_FOOTNOTE || kind == BLOCK_CITATION || kind == BLOCK_FURNITURE || kind == BLOCK_TABLE_ROW;
    if (note && !r->in_note) r->kept = r->last;
    if (!note && r->in_note) r->last = r->kept;
    r->in_note = note;
    r->block = block_index;
    r->block_year = UNSET;
}

/* A paragraph that turns to another year keeps it for the dates that follow. */
static void note_year(resolver *r, const expr *e, size_t mention) {
    bool day = e->kind == EXPR_POINT && e->year != UNSET && e->day != UNSET && !e->short_year && e->era >= 0;
    if (!day || !r->has_now || r->in_note) return;
    int64_t now_year;
    int month, dom;
    annals_civil_of_day(r->now, &now_year, &month, &dom);
    r->block_year = e->year == now_year ? UNSET : e->year;
    r->block_year_mention = mention;
}

/* The entry's day is what "today" means until the next one. */
static void note_entry(resolver *r, const annals_when *w, size_t mention) {
    if (r->x->blocks.items[r->block].kind != BLOCK_ENTRY || !annals_bound_known(w->begin.earliest)) return;
    r->has_now = true;
    r->now = w->begin.earliest.day;
    r->entry = mention;
}

void mention_offsets(const analysis *x, annals_mention *mention, size_t start, size_t end, size_t *byte,
                     size_t *point) {
    *point += text_code_points(text_slice(x->text, *byte, start));
    mention->start = *point;
    *point += text_code_points(text_slice(x->text, start, end));
    mention->end = *point;
    mention->exact = text_slice(x->text, start, end);
    *byte = end;
}

static annals_status notice_impossible(resolver *r, const raw_mention *raw) {
    size_t line, column;
    text_place(r->x->text, raw->start, &line, &column);
    return chronology_notice(r->c, r->document->source, line, column,
                             "'%.*s' is no date of any calendar; it is kept without one", (int)(raw->end - raw->start),
                             r->x->text.data + raw->start);
}

static annals_status resolve_one(resolver *r, size_t i, annals_mention *m, annals_error *error) {
    const raw_mention *raw = &r->x->raws.items[i];
    size_t index = r->c->mentions.count;
    arena *a = &r->c->arena;
    enter_block(r, block_of_raw(r->x, i));
    r->step_count = 0;
    r->raw = i;
    r->tense = r->in_note ? TENSE_NONE : tense_around(r->x, i); /* notes are written later, of what came after too */
    r->anchor = (annals_text){0};
    m->id = arena_printf(a, "m%zu", index + 1);
    bool ok = resolve_expr(r, raw->expr, m) && m->id.data && !r->failed;
    if (!ok || !ARENA_ROOM(a, &r->c->mentions)) return no_memory(error);
    if (m->impossible) {
        m->when.edtf = (annals_text){0};
        m->when.begin = m->when.end = (annals_bounds){0};
    }
    if (!r->step_count) because(r, "it says so itself");
    annals_text *steps = arena_copy(a, r->steps, r->step_count, sizeof *steps);
    if (!steps) return no_memory(error);
    const char *rule = r->x->grammar->rules[raw->rule].name;
    m->resolution = (annals_resolution){annals_text_of(rule), r->anchor, steps, r->step_count};
    r->c->mentions.items[r->c->mentions.count++] = *m;
    note_entry(r, &m->when, index);
    note_year(r, raw->expr, index);
    if (raw->expr->kind == EXPR_POINT || raw->expr->kind == EXPR_RANGE) remember(r, &m->when, index);
    return m->impossible ? notice_impossible(r, raw) : ANNALS_OK;
}

annals_status resolve_mentions(annals_chronology *c, analysis *x, annals_error *error) {
    resolver r = {.c = c,
                  .x = x,
                  .document = &c->documents.items[x->document],
                  .block = SIZE_MAX,
                  .block_year = UNSET,
                  .entry = SIZE_MAX};
    r.has_now = annals_bound_known(r.document->when.begin.earliest);
    if (r.has_now) r.now = r.document->when.begin.earliest.day;
    x->first_mention = c->mentions.count;
    size_t byte = 0, point = 0;
    for (size_t i = 0; i < x->raws.count; i++) {
        annals_mention m = {.document = x->document};
        mention_offsets(x, &m, x->raws.items[i].start, x->raws.items[i].end, &byte, &point);
        annals_status status = resolve_one(&r, i, &m, error);
        if (status != ANNALS_OK) return status;
    }
    return ANNALS_OK;
}
