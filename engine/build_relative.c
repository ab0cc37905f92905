/* build_relative.c: what is counted from another time. */
#include "builders.h"
#include "text.h"

/* (unit, how many away, part of day) */
bool build_deictic(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->base = BASE_NOW;
    e->unit = (time_unit)a[0].value;
    e->count = a[1].value;
    if (a[2].present) e->part = (annals_day_part)a[2].value;
    return !titled(c);
}

/* (part of a day): "in dieser Nacht", of the story in histories */
bool build_this_part(const build_context *c, expr *e) {
    e->base = BASE_STORY;
    e->unit = UNIT_DAY;
    e->part = (annals_day_part)c->arguments[0].value;
    return !titled(c);
}

/* (unit, how many away, month): "last year", and not "the last year" */
bool build_relative(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    size_t at;
    sign_before(c, &at);
    e->base = BASE_STORY;
    e->unit = (time_unit)a[0].value;
    e->count = a[1].value;
    bool last_day = e->unit == UNIT_DAY && e->count < 0; /* of something, not yesterday */
    bool owned = a[1].value < 0 && in_context(c->grammar, word_before(c, at), CONTEXT_DETERMINER);
    if (e->unit < UNIT_DAY || last_day || owned) return false;
    e->direction = a[1].value ? a[1].value : 2;
    if (a[2].present) e->month = a[2].value;
    return true;
}

/* (which part, unit): "at the end of the last year" */
bool build_third_of_last(const build_context *c, expr *e) {
    e->base = BASE_STORY;
    e->unit = (time_unit)c->arguments[1].value;
    e->count = e->direction = -1;
    e->third = c->arguments[0].value;
    return e->unit > UNIT_DAY;
}

/* (count, unit) */
bool build_ago(const build_context *c, expr *e) {
    e->base = BASE_NOW;
    e->unit = (time_unit)c->arguments[1].value;
    e->count = -c->arguments[0].value;
    if (c->arguments[0].value == COUNT_UNKNOWN) e->kind = EXPR_REF;
    e->direction = -1;
    return true;
}

/* Does the expression open its sentence, with a capital? */
static bool opens(const build_context *c) {
    size_t at;
    uint32_t sign = sign_before(c, &at);
    return text_begins_upper(own_words(c)) && (!sign || (sign < 0x80 && byte_in((char)sign, ".!?")));
}

/* "The day before the wind had been light.": no other verb tells what followed the wind, so that it is the day before
 * what was said. */
static bool had_been(const build_context *c, expr *e) {
    enum { MOST_WORDS = 12 };
    const context_set none = CONTEXT_OPENER | CONTEXT_SUBJECT | CONTEXT_SPECIFIER | CONTEXT_NONE;
    bool had = false, named = false;
    int verbs = 0, words = 0;
    size_t start, end = c->end;
    if (!opens(c)) return false;
    for (; byte_at(c, end) == ' ' && word_from(c, end, &start, &end) && words < MOST_WORDS; words++) {
        annals_text word = look(c, start, end);
        context_set contexts = contexts_of(c->grammar, word);
        if (!words) named = !(contexts & CONTEXT_SUBJECT);
        bool another = words && (contexts & none || text_begins_upper(word)); /* "before the coup he had dined" */
        if (!had && another && !(contexts & CONTEXT_HAD)) return false;
        if (had && contexts & (CONTEXT_HAD | CONTEXT_SUBJECT | CONTEXT_MODAL)) return false;
        had |= (contexts & CONTEXT_HAD) != 0;
        verbs += contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE) && !(contexts & (CONTEXT_DONE | CONTEXT_HAD));
    }
    bool own = had && verbs < 2 && words < MOST_WORDS;
    e->uncertain |= own && named; /* "The day before the battle had been quiet" may be counted from it */
    return own;
}

/* "three days before the feast" counts from the feast, not from what was said; "the day following saw" does not. */
bool leads_on(const build_context *c, expr *e) {
    if (!in_context(c->grammar, word_before(c, c->end), CONTEXT_COUNTS_FROM) || had_been(c, e)) return false;
    const context_set others = CONTEXT_PAST | CONTEXT_JOINER | CONTEXT_PLACE_LEAD | CONTEXT_INFINITIVE;
    size_t next;
    uint32_t sign = sign_at(c, after_spaces(c, c->end), &next);
    annals_text word = word_behind(c);
    bool tie = in_context(c->grammar, word, others) || has_role(c->grammar, word, ROLE_VERB_TIE);
    return (is_letter(sign) || is_digit(sign)) && !tie;
}

/* "He was away for" most of the month; but "for most of the year it is closed" tells of none. */
static bool told_as_past(const build_context *c) {
    enum { REACH = 7 /* words */ };
    size_t at = before_spaces(c, c->start);
    for (int i = 0; i < REACH; i++) {
        annals_text word = word_before(c, at);
        if (!word.length) return false;
        if (in_context(c->grammar, word, CONTEXT_PAST)) return true;
        at = before_spaces(c, at - word.length);
    }
    return false;
}

/* The verb that stands last before it is one of the past: "was married on", and not "said that he will come on". */
static bool verb_was_past(const build_context *c) {
    enum { REACH = 7 /* words */ };
    size_t at = before_spaces(c, c->start);
    for (int i = 0; i < REACH; i++) {
        annals_text word = word_before(c, at);
        context_set contexts = contexts_of(c->grammar, word);
        if (!word.length || contexts & (CONTEXT_FUTURE | CONTEXT_MODAL | CONTEXT_INFINITIVE)) return false;
        if (contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE)) return true;
        if (contexts & CONTEXT_PRESENT) return false;
        at = before_spaces(c, at - word.length);
    }
    return false;
}

/* A verb of the past stands behind in the same clause: "Через два дня он сдался". */
static bool past_behind(const build_context *c) {
    enum { REACH = 6 /* words */ };
    size_t at = c->end, start, end;
    for (int i = 0; i < REACH && byte_at(c, at) == ' ' && word_from(c, at, &start, &end); i++, at = end) {
        if (start != after_spaces(c, at)) return false;
        context_set contexts = contexts_of(c->grammar, look(c, start, end));
        if (contexts & (CONTEXT_FUTURE | CONTEXT_MODAL)) return false;
        if (contexts & CONTEXT_PAST) return true;
    }
    return false;
}

/* (weekday): "he comes on Thursday week", and "they were married on Thursday week" */
bool build_weekday_week(const build_context *c, expr *e) {
    int32_t side = verb_was_past(c) ? -1 : 1;
    const build_argument week[RULE_ARGUMENTS] = {
        c->arguments[0], {.present = true, .value = side}, {.present = true, .value = side}};
    build_context inner = *c;
    inner.arguments = week;
    return build_weekday(&inner, e);
}

/* "This day twelvemonth we were at Hull", "we shall be": a year ago, or a year from now */
bool build_day_twelvemonth(const build_context *c, expr *e) {
    expr *today = &c->room->ends[0];
    *today = blank(EXPR_POINT);
    today->base = BASE_NOW;
    today->unit = UNIT_DAY;
    today->count = 0;
    e->base = BASE_DATE;
    e->of = today;
    e->same = true;
    e->unit = UNIT_YEAR;
    e->count = past_behind(c) || verb_was_past(c) ? -1 : 1;
    return true;
}

/* (count, unit, whether what was done is counted so from where the story stands) */
bool build_hence(const build_context *c, expr *e) {
    bool story = c->arguments[2].present;
    e->base = !story ? BASE_NOW : past_behind(c) || told_as_past(c) ? BASE_SAID : BASE_STORY;
    e->unit = (time_unit)c->arguments[1].value;
    e->count = c->arguments[0].value;
    e->direction = 1;
    return e->count != COUNT_UNKNOWN;
}

/* (unit, how many away, part of day, sign) from what was said last; with a sign nothing else to count from may follow
 */
bool build_same(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->base = BASE_SAID;
    e->unit = (time_unit)a[0].value;
    e->count = a[1].value;
    if (e->unit < UNIT_DAY) return false;
    bool worded = a[1].start < a[1].end;
    if (a[1].value == COUNT_UNKNOWN && worded && a[3].present) return false;
    if (a[3].present) e->count *= a[3].value;
    if ((a[3].present && leads_on(c, e)) || titled(c)) return false;
    if (a[2].present && a[2].value) e->part = (annals_day_part)a[2].value;
    return true;
}

/* "he left", and not "his arrival" */
static bool names_who(const build_context *c) {
    return in_context(c->grammar, word_behind(c), CONTEXT_SUBJECT) &&
           !in_context(c->grammar, word_behind(c), CONTEXT_OWNER);
}

/* "the day following he left", and not "the day following his arrival": (unit, how many away) */
bool build_same_following(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->base = BASE_SAID;
    e->unit = (time_unit)a[0].value;
    e->count = a[1].value;
    return e->unit >= UNIT_DAY && (names_who(c) || !leads_on(c, e)) && !titled(c);
}

/* "by end of month": (unit, whether before it) */
bool build_end_of_unit(const build_context *c, expr *e) {
    enum { END = 3 };
    e->base = BASE_SAID;
    e->unit = (time_unit)c->arguments[0].value;
    e->third = END;
    if (c->arguments[1].present) e->limit = LIMIT_UNTIL;
    return e->unit >= UNIT_WEEK;
}

/* "For the full year, it earned $9": of accounts, the year of the quarter that was said, or this one, or the last. */
bool build_full_year(const build_context *c, expr *e) {
    e->base = BASE_SAID;
    e->unit = UNIT_YEAR;
    e->uncertain = true;
    return byte_at(c, c->end) == ',';
}

/* "the 26th ult.": (day, how many months away) */
bool build_old_month(const build_context *c, expr *e) {
    expr *month = &c->room->ends[0];
    *month = blank(EXPR_POINT);
    month->base = BASE_NOW;
    month->unit = UNIT_MONTH;
    month->count = c->arguments[1].value;
    e->day = c->arguments[0].value;
    e->of = month;
    return true;
}

/* "first proximo", but "the first instant" of something */
bool build_old_month_ordinal(const build_context *c, expr *e) {
    return c->arguments[1].value && build_old_month(c, e);
}

/* "ARRIVING SIXTEENTH STOP", "LETTER OF TENTH RECEIVED": the day of a month, as telegrams name it */
bool build_telegram_day(const build_context *c, expr *e) {
    size_t at;
    if (!text_in_capitals(own_words(c)) || !is_letter(sign_before(c, &at))) return false;
    annals_text lead = word_before(c, at);
    bool ahead = has_role(c->grammar, lead, ROLE_WIRE_AHEAD);
    e->day = c->arguments[0].value;
    e->direction = ahead;
    return text_in_capitals(lead) && (ahead || has_role(c->grammar, lead, ROLE_WIRE_TIE));
}

/* "at the same time": what was said last, in histories */
bool build_time_said(const build_context *c, expr *e) {
    (void)c;
    e->base = BASE_SAID;
    e->story_only = true;
    e->approximate = true;
    return true;
}

/* "before that date" */
bool build_date_said(const build_context *c, expr *e) {
    (void)c;
    e->base = BASE_SAID;
    return true;
}

/* "since then", where a day was said */
bool build_since_said(const build_context *c, expr *e) {
    (void)c;
    e->base = BASE_SAID;
    e->limit = LIMIT_SINCE;
    e->lone = true;
    return true;
}

/* (unit, third): "year-end" */
bool build_unit_end(const build_context *c, expr *e) {
    e->third = c->arguments[1].value;
    e->base = BASE_SAID;
    e->unit = (time_unit)c->arguments[0].value;
    return e->unit >= UNIT_WEEK;
}

/* (part): "on the seventh day", "on the third evening": some day of the time said before, in histories */
bool build_day_of_story(const build_context *c, expr *e) {
    if (c->arguments[0].present) e->part = (annals_day_part)c->arguments[0].value;
    e->story_only = e->generic = true;
    e->base = BASE_SAID;
    e->unit = UNIT_DAY;
    return true;
}

/* Counted from there, by a unit: before it, after it, or (2) of the same period. */
static void count_from(expr *e, expr_base base, time_unit unit, const build_argument *direction) {
    e->base = base;
    e->unit = unit;
    e->direction = direction->value ? direction->value : 2;
}

/* "He said that Friday traffic was slow": the word leads to what was said, and to no day that was told of. */
static bool joins_clause(const build_context *c) {
    annals_text words = own_words(c), verb = word_before(c, before_spaces(c, c->start));
    return text_starts(words, "that ") && !text_starts(words, "that same ") &&
           has_role(c->grammar, verb, ROLES_OF(ROLE_REPORTER, ROLE_TALKED, ROLE_HOPED));
}

/* (month, direction) from what was said last */
bool build_month_said(const build_context *c, expr *e) {
    count_from(e, BASE_SAID, UNIT_MONTH, &c->arguments[1]);
    e->month = c->arguments[0].value;
    annals_text name = look(c, c->arguments[0].start, c->arguments[0].end);
    bool sure = is_of_category(c->grammar, name, "sure-month"); /* "that June" is found by no other word */
    return c->arguments[1].value || !sure || !joins_clause(c);
}

/* (weekday, direction) from what was said last */
bool build_weekday_said(const build_context *c, expr *e) {
    count_from(e, BASE_SAID, UNIT_WEEK, &c->arguments[1]);
    e->weekday = c->arguments[0].value;
    return !leads_on(c, e) && (c->arguments[1].value || !joins_clause(c));
}

/* (season, direction, years beyond): "the summer before last" */
bool build_season_relative(const build_context *c, expr *e) {
    count_from(e, BASE_STORY, UNIT_SEASON, &c->arguments[1]);
    e->count = value_or(&c->arguments[2], 0);
    e->season = c->arguments[0].value;
    return true;
}

bool build_season_said(const build_context *c, expr *e) {
    build_season_relative(c, e);
    e->base = BASE_SAID;
    return true;
}

/* "the spring following he left", and not "the spring following the siege": (season, direction) */
bool build_season_following(const build_context *c, expr *e) {
    return build_season_said(c, e) && (names_who(c) || !leads_on(c, e));
}

/* (day with a name, direction): "last Easter" */
/* (feast, direction): "the following Easter" */
bool build_named_said(const build_context *c, expr *e) {
    if (!build_named_relative(c, e)) return false;
    e->base = BASE_SAID;
    return true;
}

/* (unit, how many away): "for most of the month", and not "of the month of May" */
bool build_same_alone(const build_context *c, expr *e) {
    return told_as_past(c) && stands_alone(c) && !in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE) &&
           build_same(c, e);
}

/* (unit, 0): "its forecast for the full year" */
bool build_forecast_year(const build_context *c, expr *e) {
    size_t at = before_spaces(c, c->start);
    at = before_spaces(c, at - word_before(c, at).length); /* "for" */
    return has_role(c->grammar, word_before(c, at), ROLE_FORECAST) && build_relative(c, e);
}

/* (unit): "the city's 41st fire of the year", and not "the third quarter of the year" or "the first day of" it */
bool build_year_of_rank(const build_context *c, expr *e) {
    size_t at = before_spaces(c, c->start);
    at = before_spaces(c, at - word_before(c, at).length); /* "of" */
    annals_text thing = word_before(c, at);
    bool time = !thing.length || in_context(c->grammar, thing, CONTEXT_CALENDAR_WORD | CONTEXT_DAY_PART) ||
                is_of_category(c->grammar, thing, "unit") || is_of_category(c->grammar, thing, "season") ||
                is_of_category(c->grammar, thing, "season-after-year") || text_same_word(thing, "quarter") ||
                text_same_word(thing, "half") || text_same_word(thing, "weekend");
    at = before_spaces(c, at - thing.length);
    annals_text rank = word_before(c, at);
    bool nth = is_of_category(c->grammar, rank, "nth") && is_digit((unsigned char)byte_before(c, at - rank.length));
    return !time && (nth || is_of_category(c->grammar, rank, "ordinal")) && build_relative(c, e);
}

/* (season, direction, how many of them): "three summers later" */
bool build_seasons_on(const build_context *c, expr *e) {
    int32_t direction = c->arguments[1].value, seasons = c->arguments[2].value;
    if (seasons < 2 || !build_season_said(c, e)) return false;
    e->count = direction * (seasons - 1);
    return stands_alone(c) && (direction > 0 || !leads_on(c, e));
}

/* (season, direction, how many of them): "three summers ago" */
bool build_seasons_ago(const build_context *c, expr *e) {
    int32_t seasons = c->arguments[2].value;
    if (seasons < 2 || !build_season_relative(c, e)) return false;
    e->base = BASE_NOW;
    e->count = 1 - seasons;
    return true;
}

bool build_named_relative(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    bool named = is_point(d) && (d->named != UNSET || (d->month != UNSET && d->day != UNSET));
    if (!named || d->year != UNSET || d->base) return false;
    *e = *d;
    count_from(e, BASE_STORY, UNIT_YEAR, &c->arguments[1]);
    return true;
}

/* "the same day", "that month" */
static bool spoken_of_said(const expr *d) {
    if (!is_point(d) || d->base != BASE_SAID || d->count || d->part || d->third || d->same || d->limit) return false;
    bool unit = d->unit == UNIT_DAY || d->unit == UNIT_WEEK || d->unit == UNIT_MONTH;
    return unit && d->weekday == UNSET && d->month == UNSET && d->season == UNSET && !has_clock(d);
}

/* "today", "this week", "this month" */
static bool spoken_of_now(const expr *d) {
    if (!is_point(d) || d->part || d->third || d->same || has_clock(d) || d->weekday != UNSET || d->month != UNSET)
        return false;
    if (d->named != UNSET || d->season != UNSET || d->limit || d->weekend) return false;
    if (d->unit == UNIT_DAY && d->base == BASE_NOW) return true;
    return d->unit >= UNIT_DAY && d->unit <= UNIT_MONTH && d->base == BASE_STORY && d->count >= -1 && d->count <= 1;
}

/* (length or unit, date, unit instead): "the six months ended 30 June", "the year to March 1962" */
bool build_reported(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const expr *length = a[0].node, *end = a[1].node;
    e->kind = EXPR_DURATION;
    e->unit = (time_unit)value_or(&a[2], 0);
    e->count = 1;
    if (!is_point(end) || has_clock(end) || end->limit || (end->day == UNSET && end->month == UNSET)) return false;
    bool unit = !length || names_unit(length);
    if (!unit && (length->kind != EXPR_DURATION || length->direction || length->count == COUNT_UNKNOWN)) return false;
    if (length && !whole_parts(length, e)) return false;
    if (length && unit) e->count = 1;
    e->base = BASE_DATE;
    e->direction = -1;
    e->of = end;
    return e->unit >= UNIT_MONTH;
}

/* So many units, by the first three arguments, with which `whole` begins or ends, shorter than those. */
static bool within_whole(const build_context *c, expr *e, expr *whole, time_unit most) {
    enum { LATE = 3, EARLY = 1 };
    const build_argument *a = c->arguments;
    e->kind = EXPR_DURATION;
    e->base = BASE_DATE;
    e->of = whole;
    e->place = LENGTH_WITHIN;
    e->direction = a[0].value == LATE ? -1 : 1;
    e->count = a[1].value;
    e->unit = (time_unit)a[2].value;
    bool ends = a[0].value == LATE || a[0].value == EARLY;
    return ends && e->count > 0 && e->unit >= UNIT_DAY && e->unit < most;
}

/* (part, count, unit, month, year): "the last three days of March", "the first two quarters of 1917" */
bool build_first_or_last(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr *whole = &c->room->ends[0];
    *whole = blank(EXPR_POINT);
    if (said(&a[3])) whole->month = a[3].value;
    set_year(whole, &a[4]);
    return within_whole(c, e, whole, said(&a[3]) ? UNIT_MONTH : UNIT_SEASON);
}

/* (part, count, unit, unit, how many away, of the writer's): "the first two months of the year", "of last year" */
bool build_first_or_last_of(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr *whole = &c->room->ends[0];
    *whole = blank(EXPR_POINT);
    whole->base = a[5].value ? BASE_STORY : BASE_SAID;
    whole->unit = (time_unit)a[3].value;
    whole->count = a[4].value;
    if (a[5].value) whole->direction = whole->count ? whole->count : 2;
    return whole->unit >= UNIT_WEEK && within_whole(c, e, whole, whole->unit);
}

/* (how many away): "the last fiscal year" */
bool build_fiscal_relative(const build_context *c, expr *e) {
    e->base = BASE_STORY;
    e->unit = UNIT_YEAR;
    e->count = c->arguments[0].value;
    e->direction = e->count ? e->count : 2;
    e->fiscal = true;
    return true;
}

/* "last March", "this May", "in March": the last one; "next March" */
static bool names_month(const expr *d) {
    return is_point(d) && d->month != UNSET && d->day == UNSET && d->year == UNSET && !d->part && !d->third &&
           !d->limit && (!d->base || d->base == BASE_STORY);
}

/* "last Tuesday", "this Tuesday" */
static bool names_weekday(const expr *d) {
    return is_point(d) && d->weekday != UNSET && d->base == BASE_STORY && d->day == UNSET && d->direction &&
           !d->count && !d->part && !d->third && !d->limit && !has_clock(d);
}

/* "a decade ago this week" is ten years ago. */
static void count_in_years(expr *e) {
    enum { MOST = 99 };
    int32_t years = e->unit == UNIT_DECADE ? 10 : e->unit == UNIT_CENTURY ? 100 : 0;
    if (!years || e->count > MOST) return;
    e->unit = UNIT_YEAR;
    e->count *= years;
}

/* (length, today, this, a month or weekday): "a year ago today", "two years ago last March" */
bool build_ago_today(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node, *from = c->arguments[1].node;
    expr *last = &c->room->ends[0];
    bool month = names_month(from), weekday = names_weekday(from);
    bool season = is_point(from) && from->season != UNSET && from->base; /* "ten years ago this summer" */
    if (!month && !weekday && !season && !spoken_of_now(from)) return false;
    if (!length || length->kind != EXPR_DURATION || length->direction) return false;
    if (length->count == COUNT_UNKNOWN || !whole_parts(length, e)) return false;
    count_in_years(e);
    *last = *from;
    last->unit = UNIT_MONTH;
    if (month) last->base = BASE_STORY, last->direction = from->direction == 1 ? 1 : -1;
    e->base = BASE_DATE;
    e->of = month ? last : from;
    e->same = true;
    e->count = -e->count;
    return e->unit >= (month || weekday || season ? UNIT_YEAR : from->unit) && e->unit <= UNIT_YEAR &&
           e->unit != UNIT_SEASON;
}

/* "the 17th of this month" */
static bool day_of_this_month(const expr *d) {
    const expr *month = d->of;
    bool day = d->day != UNSET && d->month == UNSET && d->weekday == UNSET && !has_clock(d) && !d->limit;
    return day && month && is_point(month) && month->unit == UNIT_MONTH && month->base == BASE_STORY && !month->count;
}

/* (so many years ago, a day of this month): "a year ago the 17th of this month" */
bool build_ago_on_day(const build_context *c, expr *e) {
    const expr *ago = c->arguments[0].node, *day = c->arguments[1].node;
    bool years = is_point(ago) && ago->base == BASE_NOW && ago->unit == UNIT_YEAR && ago->count < 0;
    if (!years || !is_point(day) || !day_of_this_month(day)) return false;
    e->base = BASE_DATE;
    e->of = day;
    e->same = true;
    e->unit = UNIT_YEAR;
    e->count = ago->count;
    return true;
}

/* (length, weekday): "a year ago Tuesday" */
bool build_ago_weekday(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node;
    expr *day = &c->room->ends[0];
    if (!length || length->kind != EXPR_DURATION || length->direction || length->count == COUNT_UNKNOWN) return false;
    if (!whole_parts(length, e)) return false;
    *day = blank(EXPR_POINT);
    day->weekday = c->arguments[1].value;
    day->base = BASE_STORY;
    day->unit = UNIT_WEEK;
    e->base = BASE_DATE;
    e->of = day;
    e->same = true;
    e->count = -e->count;
    return e->unit == UNIT_YEAR;
}

/* (a day or month as it is now, or as it was said, or none for the time of the year; a year): "this day last year",
 * "this month in 1912", "the same month of the previous year", "this time last year"; and "last year in May" */
bool build_same_in_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *y = c->arguments[1].node;
    bool around = !d;
    if (d && build_month_of_relative(c, e)) return true;
    if (around) {
        expr *month = &c->room->ends[0];
        *month = blank(EXPR_POINT);
        month->base = BASE_STORY;
        month->unit = UNIT_MONTH;
        month->direction = 2;
        d = month;
    }
    bool said = spoken_of_said(d);
    if (!(said || spoken_of_now(d)) || !is_point(y) || y->month != UNSET || y->season != UNSET || y->third || y->limit)
        return false;
    bool counted = y->unit == UNIT_YEAR && (y->base == BASE_STORY || (said && y->base == BASE_SAID && y->count)),
         given = !y->base && y->year != UNSET && !y->short_year;
    e->base = BASE_DATE;
    e->of = d;
    e->same = true;
    e->approximate = around;
    e->unit = UNIT_YEAR;
    e->count = y->count;
    if (given) e->year = y->year;
    if (said && d->unit == UNIT_DAY && y->unit == UNIT_MONTH && y->base == BASE_SAID && y->count) {
        e->unit = UNIT_MONTH; /* "the same day of the following month" */
        return true;
    }
    return counted || (given && y->era >= 0 && y->last_day == UNSET);
}

/* (date without a year, -1 or 1): "the 5th of August last", "May next" */
bool build_date_by_direction(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    bool month = is_point(d) && d->month != UNSET && d->year == UNSET && !d->base && !d->limit && !d->of;
    if (!month || d->last_day != UNSET || d->weekday != UNSET || has_clock(d) || d->third || !stands_alone(c))
        return false;
    *e = *d;
    e->base = BASE_STORY;
    e->direction = c->arguments[1].value;
    return true;
}

/* (month, day, -1 or 1): "last October 5", "next May 3" */
bool build_month_day_directed(const build_context *c, expr *e) {
    e->month = c->arguments[0].value;
    e->day = c->arguments[1].value;
    e->base = BASE_STORY;
    e->direction = c->arguments[2].value;
    return stands_alone(c) && day_possible(e);
}

/* (length, now or a day told from it): "ten days from today", "a week from tomorrow" */
bool build_shifted_from_now(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node, *from = c->arguments[1].node;
    bool now = from->kind == EXPR_REF && !from->direction;
    bool today = is_point(from) && from->base == BASE_NOW && from->unit == UNIT_DAY && !from->count;
    if (!length || length->kind != EXPR_DURATION || length->direction || length->count == COUNT_UNKNOWN) return false;
    if (!whole_parts(length, e)) return false;
    if (now || (today && e->unit > UNIT_YEAR)) {
        e->base = BASE_NOW;
        e->direction = 1;
        return true;
    }
    e->base = BASE_DATE;
    e->of = from;
    e->same = true;                                                             /* a day, though it counts in weeks */
    if (names_month(from) && from->direction == 1) return e->unit == UNIT_YEAR; /* "a year from next October" */
    bool day = spoken_of_now(from) && from->base == BASE_NOW && !is_span(c);
    return day && e->unit >= UNIT_DAY && e->unit <= UNIT_YEAR && e->unit != UNIT_SEASON;
}
