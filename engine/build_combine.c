/* build_combine.c: dates made of dates: parts of them, limits, ranges. */
#include "builders.h"
#include "civil.h"
#include "reckon.h"
#include "text.h"

/* "the thirties of the 18th century" */
static bool decade_of_century(const expr *decade, const expr *century, expr *e) {
    bool fits = is_point(decade) && is_point(century) && decade->decade != UNSET && !decade->third &&
                century->century != UNSET && century->year == UNSET && !century->third && century->era >= 0;
    if (!fits) return false;
    *e = *decade;
    e->decade = (century->century - 1) * 10 + decade->decade % 10;
    e->short_year = false;
    return true;
}

/* "4 June in the third year of Elizabeth I" */
static bool day_of_regnal_year(const expr *d, const expr *y, expr *e) {
    int64_t first, last;
    bool day = is_point(d) && d->month != UNSET && d->day != UNSET && d->year == UNSET && !d->base && !d->reign;
    if (!day || !is_point(y) || !y->reign || !y->count || !reckon_days(y, &first, &last)) return false;
    *e = *d;
    e->year = y->year;
    if (civil_valid(e->year, e->month, e->day) && annals_day_of_civil(e->year, e->month, e->day) < first) e->year++;
    return true;
}

static bool of_year(const expr *d, const expr *y, expr *e) {
    if (decade_of_century(d, y, e) || day_of_regnal_year(d, y, e)) return true;
    if (is_point(y) && y->reign) return false;
    if (is_point(d) && is_point(y) && d->named != UNSET && y->named != UNSET) return false; /* "Easter, Whitsun 1962" */
    if (!is_point(d) || !is_point(y) || d->year != UNSET || d->base != BASE_NONE || d->of || has_clock(d)) return false;
    bool named = y->month != UNSET && y->day == UNSET; /* "the 21st of the following January" */
    bool day_of_month = d->month == UNSET && d->day != UNSET && y->base != BASE_NONE &&
                        (y->unit == UNIT_MONTH || named); /* "the 20th of this month" */
    if (d->month == UNSET && d->season == UNSET && d->named == UNSET && !day_of_month) return false;
    if ((y->month != UNSET && !day_of_month) || y->season != UNSET || y->last_day != UNSET || y->third || has_clock(y))
        return false;
    *e = *d;
    if (y->base != BASE_NONE) {
        e->of = y;
        return y->unit == UNIT_YEAR || day_of_month;
    }
    e->year = y->year;
    e->short_year = y->short_year;
    e->era = y->era;
    return y->year != UNSET;
}

/* (weekday, week): "Monday last week", "the Tuesday of the week before" */
bool build_weekday_in_week(const build_context *c, expr *e) {
    const expr *week = c->arguments[1].node;
    bool whole = is_point(week) && week->base && week->unit == UNIT_WEEK && !week->limit && !week->of;
    if (!whole || week->weekday != UNSET || week->day != UNSET || week->weekend || week->third) return false;
    e->weekday = c->arguments[0].value;
    e->of = week;
    return true;
}

/* (weekday, week, part of day): "Wednesday evening of last week" */
bool build_weekday_part_in_week(const build_context *c, expr *e) {
    e->part = part_said(&c->arguments[2]);
    return build_weekday_in_week(c, e);
}

/* "the morrow of Martinmas 1348": (the day counted, from what) */
static bool next_to_day(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const expr *d = a[0].node;
    if (!is_point(d) || d->base != BASE_SAID || d->count != 1 || a[1].start < a[0].end + sizeof " of") return false;
    build_argument turned[RULE_ARGUMENTS] = {a[1], a[0]};
    build_context inner = *c;
    inner.arguments = turned;
    return build_eve(&inner, e);
}

/* "Mon-Wed of last week", "Mon.-Wed. next week" */
static bool weekdays_of_week(const build_context *c, const expr *days, const expr *week, expr *e) {
    bool range = days && days->kind == EXPR_RANGE && days->from->weekday != UNSET && days->to->weekday != UNSET;
    bool whole = is_point(week) && week->base && week->unit == UNIT_WEEK && !week->limit && !week->of &&
                 week->weekday == UNSET && week->day == UNSET && !week->weekend && !week->third;
    if (!range || !whole || has_clock(days->from) || has_clock(days->to)) return false;
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    from.weekday = days->from->weekday;
    to.weekday = days->to->weekday;
    from.of = to.of = week;
    e->first_end = days->first_end;
    e->second_start = days->second_start;
    return from.weekday < to.weekday && set_ends(c, e, from, to);
}

/* (date, year, whether the year may come first): "October 30 of this year", "the spring of 480 BC", "June 20 of 1792"
 */
bool build_of_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *y = c->arguments[1].node;
    if (of_year(d, y, e) || weekdays_of_week(c, d, y, e)) return true;
    *e = blank(EXPR_POINT);
    if (next_to_day(c, e)) return true;
    *e = blank(EXPR_POINT);
    return c->arguments[2].present && is_point(y) && y->season != UNSET && of_year(y, d, e);
}

/* (year, month): "last year in May" */
bool build_month_of_relative(const build_context *c, expr *e) {
    const expr *y = c->arguments[0].node, *m = c->arguments[1].node;
    bool year = is_point(y) && y->base && y->unit == UNIT_YEAR && y->month == UNSET && !y->limit;
    bool month = is_point(m) && m->month != UNSET && m->day == UNSET && m->year == UNSET && !m->base && !has_clock(m);
    return year && month && of_year(m, y, e);
}

/* (a day, what it lies in): "One day in May 1943", "one day last week", and not how long "it took one day in May" */
bool build_one_day_within(const build_context *c, expr *e) {
    const expr *one = c->arguments[0].node, *d = c->arguments[1].node;
    bool day = one && one->kind == EXPR_DURATION && one->unit == UNIT_DAY && one->count == 1 && !one->direction;
    bool coarse = is_point(d) && d->day == UNSET && d->weekday == UNSET && !has_clock(d) && !d->part && !d->limit;
    if (!day || !coarse || d->named != UNSET || (d->base && d->unit < UNIT_WEEK)) return false;
    *e = *d;
    return text_begins_upper(own_words(c)) || (d->base && d->unit == UNIT_WEEK);
}

/* (weekday, day, month): "Friday, the 1st of this month" */
bool build_weekday_of_month_said(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node, *month = c->arguments[2].node;
    if (!is_point(d) || d->weekday != UNSET || !is_point(month) || month->unit != UNIT_MONTH) return false;
    if (!of_year(d, month, e)) return false;
    e->weekday = c->arguments[0].value;
    return true;
}

/* "about the 1st of last month" */
bool build_about_of(const build_context *c, expr *e) {
    e->approximate = of_year(c->arguments[0].node, c->arguments[1].node, e);
    return e->approximate;
}

bool build_third(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    if (!is_point(d) || d->day != UNSET || has_clock(d) || d->weekday != UNSET || d->third || d->last_day != UNSET)
        return false;
    if (d->unit == UNIT_DAY) return false;
    *e = *d;
    e->third = c->arguments[0].value;
    return true;
}

/* Which part of a greater time the first or last of its units are: "the last days", "the opening week"; 0: none. */
static int32_t part_of_units(const build_context *c, const expr *units) {
    const build_argument *said = &c->arguments[0];
    size_t start, end;
    bool whole = units && units->kind == EXPR_DURATION && !units->direction && units->base == BASE_NONE;
    if (!whole || !in_context(c->grammar, word_at(c, said->start), CONTEXT_DETERMINER)) return 0;
    if (!word_from(c, said->start + sizeof "the" - 1, &start, &end)) return 0;
    bool next = is_of_category(c->grammar, word_at(c, end + 1), "long-units") ||
                is_of_category(c->grammar, word_at(c, end + 1), "unit-whole"); /* and not "the last few days" */
    return next ? value_of_word(c->grammar, look(c, start, end), "part-word") : 0;
}

/* (units, a greater time): "the last days of last year", "the final years of the 1930s"; "the last week of last month"
 * is one of its weeks. */
bool build_units_of(const build_context *c, expr *e) {
    enum { EARLY = 1, LATE = 3, LAST_WEEK = 5 };
    const expr *units = c->arguments[0].node, *d = c->arguments[1].node;
    int32_t part = part_of_units(c, units);
    bool coarse = is_point(d) && !d->limit && !d->shift && (d->base == BASE_NONE || d->unit > units->unit);
    bool day =
        d && (d->day != UNSET || d->weekday != UNSET || d->named != UNSET || has_clock(d) || d->last_day != UNSET);
    if (!part || !coarse || day || d->third || d->week_of_month != UNSET) return build_one_day_within(c, e);
    *e = *d;
    e->third = part;
    if (units->count != 1) return true;
    bool month = d->base && d->unit == UNIT_MONTH && d->month == UNSET;
    if (units->unit != UNIT_WEEK || !month || (part != EARLY && part != LATE)) return false;
    *e = blank(EXPR_POINT);
    e->week_of_month = part == EARLY ? 1 : LAST_WEEK;
    e->of = d;
    return true;
}

/* (which, month that is counted from another): "the second week of last month" */
bool build_nth_week_of(const build_context *c, expr *e) {
    enum { MOST = 5 };
    const expr *d = c->arguments[1].node;
    bool month = is_point(d) && d->base && d->unit == UNIT_MONTH && d->month == UNSET && !d->limit && !d->third;
    e->week_of_month = c->arguments[0].value;
    e->of = d;
    return month && d->day == UNSET && !has_clock(d) && e->week_of_month >= 1 && e->week_of_month <= MOST;
}

/* (third, date): "later that year", "later that evening", which is no part of the evening */
bool build_sooner(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    bool day = is_point(d) && d->base == BASE_SAID && d->unit == UNIT_DAY && !d->count;
    if (day) *e = *d;
    return day || build_third(c, e);
}

bool build_approximate(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    bool topic = has_role(c->grammar, word_before(c, before_spaces(c, c->start)), ROLE_TALKED); /* "wrote about 1870" */
    if (!is_point(d) || (topic && !d->era)) return false;
    *e = *d;
    e->approximate = true;
    return true;
}

/* "Shortly before midnight" is of the evening that it ends. */
bool build_shortly_before(const build_context *c, expr *e) {
    if (!build_approximate(c, e)) return false;
    if (e->part != ANNALS_MIDNIGHT || e->hour == UNSET) return true;
    e->part = (annals_day_part)PART_BEFORE_MIDNIGHT;
    e->hour = e->minute = UNSET;
    return true;
}

/* "в ночь на 27 октября": (day, part) of the day before, whose night it is that ends on the day */
bool build_night_to(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!is_point(d) || has_clock(d) || d->limit || d->last_day != UNSET || d->shift) return false;
    bool calendar = d->base == BASE_NONE && (d->day != UNSET || d->named != UNSET);
    if (!calendar && d->weekday == UNSET && d->unit != UNIT_DAY) return false;
    *e = *d;
    e->part = part_said(&c->arguments[1]);
    if (calendar) {
        e->weekday = UNSET;
        if (d->named == UNSET && d->day > 1) e->day--; /* known though the year may stay open */
        else e->shift = -1;
    } else if (d->weekday != UNSET) {
        e->weekday = d->weekday > 1 ? d->weekday - 1 : 7;
        e->across = true;
    } else {
        e->count--;
    }
    return e->part == ANNALS_NIGHT;
}

static bool bounded(const expr *e) {
    return e && (e->kind == EXPR_POINT || e->kind == EXPR_RANGE) && !e->limit;
}

bool is_moved(const build_context *c) {
    size_t end = before_spaces(c, c->start);
    annals_text word = word_before(c, end);
    if (!in_context(c->grammar, word, CONTEXT_RANGE_LEAD)) return false;
    word = word_before(c, before_spaces(c, end - word.length));
    bool aside = has_role(c->grammar, word, ROLE_ASIDE);
    if (aside) word = word_before(c, before_spaces(c, place_of(c, word)));
    if (has_role(c->grammar, word, ROLE_MOVED)) return true;
    if (aside) return has_role(c->grammar, word, ROLE_PUT);
    return has_role(c->grammar, word, ROLE_SHIFTED) &&
           in_context(c->grammar, word_before(c, before_spaces(c, place_of(c, word))), CONTEXT_COPULA);
}

bool in_same_week(const expr *w, const expr *d, expr *e) {
    bool plain = is_point(w) && w->weekday != UNSET && !w->of && !w->direction && !w->count && w->day == UNSET;
    bool week = is_point(d) && d->weekday != UNSET && d->of && d->of->unit == UNIT_WEEK && d->hour == UNSET;
    if (!plain || !week || w->hour != UNSET || w->part || w->limit) return false;
    *e = *d;
    e->weekday = w->weekday;
    return true;
}

bool build_range(const build_context *c, expr *e) {
    const expr *from = c->arguments[0].node, *to = c->arguments[1].node;
    expr begin;
    if (!is_point(from) || !is_point(to) || is_moved(c)) return false;
    part_range(c, e, &c->arguments[0], &c->arguments[1]);
    if (in_same_week(from, to, &begin)) return set_ends(c, e, begin, *to);
    e->kind = EXPR_RANGE;
    e->from = from;
    e->to = to;
    return true;
}

static bool is_lone_clock(const expr *e) {
    return is_point(e) && e->hour != UNSET && e->day == UNSET && e->month == UNSET && e->year == UNSET &&
           e->weekday == UNSET && e->base == BASE_NONE && !e->limit;
}

/* "between 10 p.m. and midnight", of whatever day stands beside it */
bool build_clocks_between(const build_context *c, expr *e) {
    return is_lone_clock(c->arguments[0].node) && is_lone_clock(c->arguments[1].node) && build_range(c, e);
}

/* (weekday, another with its hour): "Thursday through Saturday at 8", as what is told once of each of the days */
bool build_weekday_to_clock(const build_context *c, expr *e) {
    const expr *from = c->arguments[0].node, *to = c->arguments[1].node;
    bool days = is_point(from) && is_point(to) && from->weekday != UNSET && to->weekday != UNSET;
    if (!days || has_clock(from) || to->hour == UNSET || from->day != UNSET || to->day != UNSET) return false;
    return from->base == BASE_STORY && to->base == BASE_STORY && !from->limit && build_range(c, e);
}

/* "12 May 1926 - nine days later", "1961 - the year of the landing": a dash joins no clause that counts on from the day
 * before it, or from what happened. */
bool build_range_said(const build_context *c, expr *e) {
    const expr *to = c->arguments[1].node;
    bool counted = is_point(to) && ((to->base == BASE_SAID && to->direction) || to->base == BASE_EVENT);
    bool dash = counted && byte_at(c, c->arguments[0].end) != '-' &&
                !is_letter((unsigned char)byte_at(c, c->arguments[1].start - 2));
    return !dash && build_range(c, e);
}

static bool limited(const build_context *c, expr *e, expr_limit limit) {
    const expr *d = c->arguments[0].node;
    if (!bounded(d) || d->kind != EXPR_POINT || d->last_day != UNSET) return false;
    bool strict = limit == LIMIT_BEFORE || limit == LIMIT_AFTER;
    if (strict && d->approximate) return false; /* "shortly after noon" is about noon */
    *e = *d;
    e->limit = limit;
    return true;
}

/* "goes by Saturday's carrier": no limit, but what it goes by. */
static bool owns_what_follows(const build_context *c) {
    annals_text behind = look(c, c->end, c->end + 4);
    return text_starts(behind, "'s ") || text_starts(behind, "’s");
}

/* "The group 301215Z was followed by 310030Z": what stands behind "by" did it. */
static bool is_followed_by(const build_context *c) {
    annals_text by = word_before(c, before_spaces(c, c->start));
    if (!text_same_word(by, "by")) return false;
    annals_text verb = word_before(c, before_spaces(c, place_of(c, by)));
    return in_context(c->grammar, verb, CONTEXT_COUNTS_FROM) && !in_context(c->grammar, verb, CONTEXT_WEAK);
}

bool build_until(const build_context *c, expr *e) {
    return !owns_what_follows(c) && !is_followed_by(c) && limited(c, e, LIMIT_UNTIL);
}

/* "It was not until 7 May that they came": that day. */
bool build_as_said(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    if (!is_point(d) || d->limit) return false;
    *e = *d;
    return true;
}

bool build_since(const build_context *c, expr *e) {
    return limited(c, e, LIMIT_SINCE);
}

/* "before the end of May" is by its end. */
bool build_before(const build_context *c, expr *e) {
    enum { END = 3 };
    if (!limited(c, e, LIMIT_BEFORE)) return false;
    if (e->third == END || owns_what_follows(c)) e->limit = LIMIT_UNTIL; /* "before Friday's vote" may be on Friday */
    return true;
}

bool build_after(const build_context *c, expr *e) {
    return limited(c, e, owns_what_follows(c) ? LIMIT_SINCE : LIMIT_AFTER); /* "after August's 0.3%" */
}

/* "No coin was struck ": does what is compared begin by saying that there is none? */
static bool is_denied(const build_context *c) {
    enum { REACH = 6 /* words */ };
    size_t at = before_spaces(c, c->start);
    for (int i = 0; i < REACH; i++) {
        annals_text word = word_before(c, at);
        if (!word.length) return false;
        if (has_role(c->grammar, word, ROLE_DENIER)) return true;
        at = before_spaces(c, place_of(c, word));
    }
    return false;
}

/* (date, side): "older than 1340", "later than 1340"; of what there is not, the other side is meant. */
bool build_than(const build_context *c, expr *e) {
    bool later = c->arguments[1].value > 0;
    if (is_denied(c)) return later ? build_until(c, e) : build_since(c, e);
    return later ? build_after(c, e) : build_before(c, e);
}
