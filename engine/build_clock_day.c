/* build_clock_day.c: times and parts of the day together with their day. */
#include "builders.h"
#include "civil.h"
#include "text.h"

/* The night of 26-27 is the one that begins on the 26th, its small hours and its dawn are those of the 27th; no other
 * part of the day has two dates. */
static bool part_of_day(const expr *d, const expr *p, expr *e) {
    if (!is_point(d) || has_clock(d) || p->part == ANNALS_DAY_PART_NONE || p->base || p->day != UNSET) return false;
    if (d->day == UNSET && d->weekday == UNSET && d->unit != UNIT_DAY) return false;
    bool late = (int)p->part == PART_SMALL_HOURS || p->part == ANNALS_DAWN;
    if (d->last_day != UNSET && (d->last_day != d->day + 1 || !(late || p->part == ANNALS_NIGHT))) return false;
    *e = *d;
    if (late && d->last_day != UNSET) e->day = d->last_day;
    e->part = p->part;
    e->third = p->third;
    e->approximate |= p->approximate;
    e->last_day = UNSET;
    return true;
}

/* (night, day, the next, said in words?): "the night of 3rd/4th", of the month that is spoken of */
bool build_night_days(const build_context *c, expr *e) {
    const expr *n = c->arguments[0].node;
    expr days = blank(EXPR_POINT);
    days.day = c->arguments[1].value;
    days.last_day = c->arguments[2].value;
    bool next = days.last_day == days.day + 1 &&
                !in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE | CONTEXT_UP_TO); /* "3/4 of the men" */
    bool night = is_point(n) && n->part == ANNALS_NIGHT && !n->several;
    return next && night && (c->arguments[3].present || stands_alone(c)) && part_of_day(&days, n, e);
}

/* (days, month, year): "overnight 5-6 June" */
bool build_night_of_days(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr days = blank(EXPR_POINT), night = blank(EXPR_POINT);
    days.day = a[0].value;
    days.last_day = a[1].value;
    days.month = a[2].value;
    set_year(&days, &a[3]);
    night.part = ANNALS_NIGHT;
    return days.last_day == days.day + 1 && part_of_day(&days, &night, e);
}

/* (night, day that it leads to): "в ночь на 5-е", of the month that is spoken of */
bool build_night_before(const build_context *c, expr *e) {
    expr day = blank(EXPR_POINT);
    day.day = c->arguments[1].value - 1;
    return day.day > 0 && is_point(c->arguments[0].node) && part_of_day(&day, c->arguments[0].node, e) &&
           e->part == ANNALS_NIGHT;
}

/* Is `last` the day after `first`, as far as they say?  Gives the year of the first where the second has one. */
static bool next_day_of(const expr *first, const expr *last, int32_t *year) {
    int64_t of_year = last->year != UNSET ? last->year : first->year != UNSET ? first->year : 2000;
    bool turns = first->month == 12 && last->month == 1;
    int64_t first_year = first->year != UNSET ? first->year : of_year - turns;
    if (last->year == UNSET && first->year != UNSET) of_year = first->year + turns;
    if (!civil_valid(first_year, first->month, first->day) || !civil_valid(of_year, last->month, last->day))
        return false;
    *year = first->year == UNSET && last->year == UNSET ? UNSET : (int32_t)first_year;
    int64_t days = annals_day_of_civil(of_year, last->month, last->day) -
                   annals_day_of_civil(first_year, first->month, first->day);
    return days == 1 || (*year == UNSET && first->month == 2 && first->day == 28 && last->day == 1 && days == 2);
}

static bool whole_day(const expr *e) {
    return is_point(e) && e->day != UNSET && e->month != UNSET && e->last_day == UNSET && !has_clock(e);
}

/* "Tuesday to Wednesday" */
static bool next_weekday(const expr *first, const expr *last) {
    bool weekdays = is_point(first) && is_point(last) && first->weekday != UNSET && last->weekday != UNSET;
    return weekdays && first->day == UNSET && last->day == UNSET && last->weekday == first->weekday % 7 + 1;
}

/* "the 6th to the 7th", of one month */
static bool next_day_of_month(const expr *first, const expr *last) {
    bool days = is_point(first) && is_point(last) && first->day != UNSET && first->month == UNSET && !first->base;
    return days && last->day == first->day + 1 && last->month == UNSET && !last->base;
}

static bool night_between(const expr *n, const expr *first, const expr *last, expr *e) {
    bool two = next_weekday(first, last) || next_day_of_month(first, last);
    if (two && is_point(n) && n->part == ANNALS_NIGHT) {
        bool night = part_of_day(first, n, e);
        e->across = night;
        return night;
    }
    if (!whole_day(first) || !whole_day(last) || !is_point(n) || n->part != ANNALS_NIGHT || n->base) return false;
    *e = *first;
    e->part = ANNALS_NIGHT;
    e->third = n->third;
    if (e->year == UNSET) e->short_year = last->short_year;
    return next_day_of(first, last, &e->year);
}

/* (night, its first day, its second): "night of 31 December 1962 to 1 January 1963" */
bool build_night_across(const build_context *c, expr *e) {
    return night_between(c->arguments[0].node, c->arguments[1].node, c->arguments[2].node, e);
}

/* (night, a weekday, the next with its day, and that of the second): "the night from Saturday to Sunday, 30 June to 1
 * July 1934" */
bool build_night_across_dated(const build_context *c, expr *e) {
    const expr *w = c->arguments[1].node, *d = c->arguments[2].node;
    if (!is_point(w) || !is_point(d) || w->weekday == UNSET || w->day != UNSET) return false;
    if (d->weekday != w->weekday % 7 + 1) return false;
    expr first = *d;
    first.weekday = w->weekday;
    return night_between(c->arguments[0].node, &first, c->arguments[3].node, e);
}

/* "9:40 on the morning of 27 March": the part of the day says which half, where the clock does not. */
static bool clock_fits_part(expr *e, annals_day_part part) {
    if (part == ANNALS_DAY_PART_NONE || e->hour == UNSET) return part == ANNALS_DAY_PART_NONE;
    int32_t hour = e->hour;
    if (hour >= 1 && hour <= 12 && hour_in_part(&hour, e->minute, (int32_t)part)) {
        e->hour = hour;
        e->half = HALF_KNOWN;
    }
    return true;
}

void small_hours_follow(const expr *night, expr *e) {
    enum { MORNING = 12 };
    if (night->part != ANNALS_NIGHT || e->hour >= MORNING) return;
    if (night->base == BASE_NOW && night->unit == UNIT_DAY) e->count++;
    else if (night->weekday != UNSET && night->day == UNSET) e->shift++;
    else if (night->base == BASE_NONE && night->day != UNSET && !night->impossible) move_day(e, 1);
}

/* "midnight on 24-25 April" is where the two days meet. */
static bool meets_midnight(const expr *d, const expr *t) {
    return t->part == ANNALS_MIDNIGHT && d->month != UNSET && d->day != UNSET && d->last_day == d->day + 1;
}

/* "8 to 10 a.m. on 5 October": the day is that of the beginning, the end follows it. */
static bool clocks_of_day(const build_context *c, const expr *d, const expr *t, expr *e) {
    bool alone = t->from->hour != UNSET && t->from->day == UNSET && t->from->base == BASE_NONE && t->to->day == UNSET;
    bool night = is_point(d) && d->part == ANNALS_NIGHT && d->hour == UNSET;
    bool dated = is_point(d) && (night || !has_clock(d)) && d->last_day == UNSET &&
                 (d->day != UNSET || d->weekday != UNSET || d->unit == UNIT_DAY);
    if (!alone || !dated || d->limit) return false;
    expr from = *d;
    from.hour = t->from->hour;
    from.minute = t->from->minute;
    from.zone = t->from->zone;
    from.zone_offset = t->from->zone_offset;
    from.part = ANNALS_DAY_PART_NONE;
    small_hours_follow(d, &from);
    e->first_end = t->first_end;
    e->second_start = t->second_start;
    return set_ends(c, e, from, *t->to);
}

/* "Monday night, 20 June 1791": the weekday and the date are one day. */
static bool part_of_weekday(const expr *d, const expr *t, expr *e) {
    bool named = t->weekday != UNSET && t->base == BASE_STORY && !t->direction && !t->count && !t->third;
    if (!named || d->day == UNSET || d->weekday != UNSET) return false;
    expr part = blank(EXPR_POINT);
    part.part = t->part;
    if (!part_of_day(d, &part, e)) return false;
    e->weekday = t->weekday;
    return true;
}

/* "shortly after midnight on 26 April": the first hour of that day, and not of the next. */
static bool opens_day(const build_context *c, const expr *t) {
    enum { MIDNIGHT = 24 };
    size_t at;
    sign_before(c, &at);
    bool first = c->arguments[1].start < c->arguments[0].start;
    return first && t->hour == MIDNIGHT && text_same_word(word_before(c, at), "after");
}

/* "Twelve days later, at one in the morning of 27 May": the hour has a day of its own. */
static bool names_day(const build_context *c) {
    annals_text of = word_behind(c);
    if (!in_context(c->grammar, of, CONTEXT_GENITIVE)) return false;
    annals_text day = word_at(c, after_spaces(c, place_of(c, of) + of.length));
    if (in_context(c->grammar, day, CONTEXT_DETERMINER))
        day = word_at(c, after_spaces(c, place_of(c, day) + day.length));
    return day.length && (is_digit((unsigned char)*day.data) || in_context(c->grammar, day, CONTEXT_CALENDAR_WORD));
}

/* "Monday through Friday, 9 a.m. to 5 p.m.": the hours are those of each of the days. */
static bool ends_week(const build_context *c, const expr *d) {
    size_t at;
    if (!is_point(d) || d->weekday == UNSET || d->day != UNSET) return false;
    bool dash = is_dash(sign_before(c, &at));
    size_t end = before_spaces(c, dash ? at - 1 : c->start);
    while (dash && end && !is_letter((unsigned char)byte_before(c, end))) end--; /* of a dash of three bytes */
    annals_text word = word_before(c, end);
    if (!dash) word = word_before(c, before_spaces(c, end - word.length));
    return in_context(c->grammar, word, CONTEXT_CALENDAR_WORD);
}

/* ... and more of them stand behind. */
static bool goes_on(const build_context *c) {
    size_t next;
    return is_dash(sign_at(c, after_spaces(c, c->end), &next)) ||
           in_context(c->grammar, word_behind(c), CONTEXT_UP_TO | CONTEXT_INFINITIVE);
}

/* "Tuesday to Saturday, 7.45pm" */
static bool parted_by_comma(const build_context *c) {
    return byte_at(c, c->arguments[0].end) == ',' && c->arguments[1].start > c->arguments[0].end;
}

/* "Made sail at 4 p.m." and below it, in a line of its own, "Saturday, 8th": the next day's head */
static bool heads_line(const build_context *c, const expr *d) {
    const build_argument *day = &c->arguments[0], *clock = &c->arguments[1];
    if (d->weekday == UNSET || d->day == UNSET || clock->end > day->start) return false;
    annals_text gap = look(c, clock->end, day->start);
    return memchr(gap.data, '\n', gap.length) && !text_trim(gap).length && ends_line(c);
}

/* (date, clock or part of the day, part of the day behind both): "nine o'clock", "on Tuesday" and "evening" */
bool build_with_clock(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *t = c->arguments[1].node;
    expr parted;
    if (c->arguments[2].present) {
        if (!part_of_day(d, c->arguments[2].node, &parted)) return false;
        d = &parted;
    }
    if (d && t && t->kind == EXPR_RANGE) return !ends_week(c, d) && clocks_of_day(c, d, t, e);
    if (!is_point(d) || !is_point(t) || d->hour != UNSET || !has_clock(t) || heads_line(c, d)) return false;
    if (t->hour == UNSET) return part_of_weekday(d, t, e) || part_of_day(d, t, e);
    bool one_day = d->last_day == UNSET || meets_midnight(d, t);
    bool dated = d->day != UNSET || d->weekday != UNSET || d->unit == UNIT_DAY;
    if (d->base == BASE_SAID && names_day(c)) return false;
    if (!one_day || !dated || ((goes_on(c) || parted_by_comma(c)) && ends_week(c, d)) || t->base != BASE_NONE || t->day != UNSET || t->limit)
        return false;
    *e = *d;
    e->last_day = UNSET; /* where 24 and 25 April meet is the end of the 24th */
    e->hour = opens_day(c, t) ? 0 : t->hour;
    e->minute = t->minute;
    e->second = t->second;
    e->half = t->half;
    e->part = t->part;
    e->third = 0;
    e->zone = t->zone;
    e->zone_offset = t->zone_offset;
    e->approximate = d->approximate || t->approximate;
    if (!clock_fits_part(e, d->part) && d->part) return false;
    small_hours_follow(d, e);
    return true;
}

/* (date, clock, year): "Sat Oct 27 14:30:15 1962", as computers write it */
bool build_clock_and_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *t = c->arguments[1].node;
    build_argument both[RULE_ARGUMENTS] = {c->arguments[0], c->arguments[1]};
    build_context inner = *c;
    inner.arguments = both;
    bool to_second = is_point(t) && t->second != UNSET;
    if (!to_second || !is_point(d) || d->year != UNSET || d->month == UNSET || !build_with_clock(&inner, e))
        return false;
    set_year(e, &c->arguments[2]);
    e->impossible = !day_possible(e);
    return true;
}

/* (four digits, a day or its part, whether that is a whole date): "at 2230 last night", "0630, 6 June 1944" */
bool build_digits_of_day(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const expr *d = a[1].node;
    bool relative = is_point(d) && d->unit == UNIT_DAY && d->hour == UNSET;
    bool spoken = relative && (d->base == BASE_NOW || (d->base == BASE_SAID && d->count < 0 && d->part));
    int32_t hour = a[0].value / 100, minute = a[0].value % 100;
    if (!(a[2].present ? whole_day(d) : spoken) || hour > 24 || minute > 59 || byte_at(c, c->end) == '\'') return false;
    *e = *d;
    e->part = ANNALS_DAY_PART_NONE;
    e->hour = hour;
    e->minute = minute;
    small_hours_follow(d, e);
    return true;
}

/* (date, part of a weekday): "early Sunday morning, October 28" */
bool build_third_part_dated(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *p = c->arguments[1].node;
    bool day = is_point(d) && d->month != UNSET && d->day != UNSET && d->weekday == UNSET && !d->base;
    bool part = is_point(p) && p->weekday != UNSET && p->part && p->third && p->hour == UNSET && p->day == UNSET;
    if (!day || !part || has_clock(d) || d->limit || d->last_day != UNSET) return false;
    *e = *d;
    e->weekday = p->weekday;
    e->part = p->part;
    e->third = p->third;
    return true;
}

/* (part of a weekday): "Saturday night last" */
bool build_weekday_part_last(const build_context *c, expr *e) {
    const expr *p = c->arguments[0].node;
    bool part = is_point(p) && p->weekday != UNSET && p->part && p->hour == UNSET && p->day == UNSET;
    if (!part || p->base != BASE_STORY || p->direction || p->count || p->limit) return false;
    *e = *p;
    e->direction = -1;
    return true;
}

/* (hour, day): "at six tomorrow", and not what shares stood at yesterday */
bool build_hour_of_day_word(const build_context *c, expr *e) {
    enum { HOURS = 12 };
    const build_argument *a = c->arguments;
    const expr *d = a[1].node;
    bool word = is_point(d) && d->base == BASE_NOW && d->count >= 0 && d->unit == UNIT_DAY && d->hour == UNSET &&
                !d->part && !d->of;
    if (!word || d->limit || a[0].value < 1 || a[0].value > HOURS) return false;
    *e = *d;
    e->hour = a[0].value;
    e->minute = 0;
    e->half = a[0].digits ? HALF_IN_FIGURES : HALF_UNSAID;
    return true;
}

/* (four digits, a whole date): "Received 1 NOV 1962 0805" */
bool build_digits_stamped(const build_context *c, expr *e) {
    build_argument turned[RULE_ARGUMENTS] = {c->arguments[1], c->arguments[0], c->arguments[0]};
    build_context inner = *c;
    inner.arguments = turned;
    return c->arguments[0].node && stands_alone(c) && build_digits_of_day(&inner, e);
}

/* "VELMONT 1205 14TH OCT 1938", as telegrams are headed: behind a place in capitals; but "CABLE 1205 14 OCT 1938" */
bool build_digits_head_day(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    const build_argument *day = &c->arguments[1];
    bool beside = is_digit((unsigned char)byte_at(c, day->start)) && byte_before(c, day->start) == ' ';
    annals_text place = word_before(c, before_spaces(c, c->start));
    bool numbered = is_of_category(c->grammar, place, "reference") || has_role(c->grammar, place, ROLE_LETTER) ||
                    in_context(c->grammar, place, CONTEXT_NUMBERED | CONTEXT_WRITING);
    if (!beside || !is_point(d) || d->year == UNSET || numbered) return false;
    return text_in_capitals(place) && build_digits_of_day(c, e);
}

/* (four digits, day, month, year): "0311 3 MAY 31: lights", at the beginning of a line or behind "at" */
bool build_head_group(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const build_argument date[RULE_ARGUMENTS] = {a[3], a[2], a[1]};
    size_t at = before_spaces(c, c->start);
    build_context inner = *c;
    inner.arguments = date;
    bool heads = !at || byte_before(c, at) == '\n' || text_same_word(word_before(c, at), "at");
    if (!heads || a[0].digits != 4 || !build_ymd(&inner, e)) return false;
    e->hour = a[0].value / 100;
    e->minute = a[0].value % 100;
    return e->hour <= 24 && e->minute < 60;
}

annals_day_part part_said(const build_argument *part) {
    return is_point(part->node) ? part->node->part : (annals_day_part)part->value;
}

/* (date, part of day), which may be a word or what an earlier level made of one */
bool build_with_part(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *p = c->arguments[1].node;
    expr word = blank(EXPR_POINT);
    word.part = part_said(&c->arguments[1]);
    if (!is_point(p)) p = &word;
    if (p->several) return false;                                              /* of how many days, lists show later */
    if (p->hour != UNSET && is_point(d) && d->last_day == UNSET) return false; /* noon is a clock's */
    if (d && d->kind == EXPR_RANGE) return night_between(p, d->from, d->to, e);
    return part_of_day(d, p, e);
}

/* (date, part of day), side by side: "late afternoon October 22" */
static bool part_beside(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    return is_point(d) && d->month != UNSET && d->day != UNSET && build_with_part(c, e);
}

/* (date, 0 a.m. or 12 p.m.): "yesterday p.m." */
bool build_day_half(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    expr half = blank(EXPR_POINT);
    half.part = c->arguments[1].value ? ANNALS_AFTERNOON : ANNALS_MORNING;
    bool day = is_point(d) && (d->day != UNSET || d->weekday != UNSET || (d->base && d->unit == UNIT_DAY));
    return day && byte_at(c, c->end - 1) == '.' && part_of_day(d, &half, e);
}

/* (date, part of day): "the night before 6 June 1944" */
bool build_part_before(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    expr day;
    if (!is_point(d) || d->month == UNSET || d->day == UNSET || d->base || d->limit || d->shift) return false;
    day = *d;
    move_day(&day, -1);
    return part_of_day(&day, c->arguments[1].node, e);
}

/* (date, part of day, direction): "the evening of the eighth of March last" */
bool build_with_part_last(const build_context *c, expr *e) {
    expr *day = &c->room->ends[0];
    build_argument both[RULE_ARGUMENTS] = {c->arguments[0], c->arguments[2]};
    build_context inner = *c;
    inner.arguments = both;
    *day = blank(EXPR_POINT);
    if (!build_date_by_direction(&inner, day)) return false;
    both[0].node = day;
    both[1] = c->arguments[1];
    return build_with_part(&inner, e);
}

/* (date, noon, midnight or a part; or two days, night): "midnight Friday", "evening Oct 27", "the night 26/27 October"
 */
bool build_with_moment(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *moment = c->arguments[1].node;
    if (d && (d->kind == EXPR_RANGE || (is_point(d) && d->last_day != UNSET))) return build_with_part(c, e);
    if (is_point(moment) && moment->hour == UNSET) return part_beside(c, e);
    return is_point(moment) && moment->hour != UNSET && build_with_clock(c, e);
}

/* (days, a part of each, whether other days stand beside them): "the nights of 24 and 25 March" are from the one to the
 * other, "the nights of 26-27 and 28-29 October" are two. */
bool build_parts_of_days(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *p = c->arguments[1].node;
    if (!is_point(p) || !p->several) return false;
    expr part = blank(EXPR_POINT), first;
    part.part = p->part;
    bool listed = c->arguments[2].present;
    if (d && d->kind == EXPR_RANGE) return night_between(&part, d->from, d->to, e) && (e->several = true);
    if (!is_point(d)) return false;
    first = *d;
    annals_text days = look(c, c->arguments[0].start, c->arguments[0].end);
    bool joined = text_find_any(days, 0, days.length, "-/") < days.length || text_find(days, "\xE2\x80", 0) != SIZE_MAX;
    bool pair = listed && joined && p->part == ANNALS_NIGHT && d->last_day == d->day + 1;
    first.last_day = UNSET;
    if (!part_of_day(&first, &part, e)) return false;
    if (!pair) e->last_day = d->last_day;
    e->several = true;
    return true;
}
