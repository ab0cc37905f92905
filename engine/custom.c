/* custom.c: what is so every day, week or year: "is open from 15 April to 31 October, every day except Monday",
 * "Reading room hours: Monday to Thursday", "every morning at ten to seven". */
#include "around.h"
#include "language.h"
#include "resolver.h"
#include "text.h"

#include <string.h>

enum { REACH = 200 /* bytes */ };

static bool in_sentence(const analysis *x, size_t raw, size_t other) {
    return x->sentence_of.items[raw] == x->sentence_of.items[other];
}

/* "Reading room hours: Monday to Thursday" */
static bool is_list_of_hours(const analysis *x, size_t raw) {
    size_t date = x->raws.items[raw].start, at = x->sentences.items[x->sentence_of.items[raw]].start, start, end;
    if (date - at > REACH) at = date - REACH;
    if (!memchr(x->text.data + at, ':', date - at)) return false; /* as in most sentences */
    for (; text_word(x->text, at, &start, &end) && end < date; at = end)
        if (has_role(x->grammar, text_slice(x->text, start, end), ROLE_HOURS) && x->text.data[end] == ':') return true;
    return false;
}

/* "is open", "Open" at the head of a line, and nothing but that up to a time */
static bool keeps_hours(const analysis *x, size_t raw) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_FUTURE | CONTEXT_MODAL | CONTEXT_FORETOLD | CONTEXT_INFINITIVE;
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t date = x->raws.items[raw].start, start, end;
    size_t at = date - s->start > REACH ? date - REACH : s->start, until = s->end;
    bool present = false, is = false, keeps = false;
    if (until > date + REACH) until = date + REACH;
    annals_text text = text_slice(x->text, 0, until);
    for (; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        bool before = start < date, opens = has_role(x->grammar, word, ROLE_OPEN);
        if (before && in_context(x->grammar, word, verbs) && !opens) present = keeps = false;
        if (opens && before && (is || start == s->start)) keeps = true;
        if (opens && !before && present) return true; /* "ist von Montag bis Freitag geöffnet" */
        is = in_context(x->grammar, word, CONTEXT_PRESENT) || (is && text_ends(word, "ly"));
        present |= is && before;
    }
    return keeps;
}

static bool is_weekday(const expr *e) {
    return e->kind == EXPR_POINT && e->weekday != UNSET && e->day == UNSET && e->month == UNSET && !e->direction &&
           !e->count && e->base == BASE_STORY;
}

static bool is_day_of_year(const expr *e) {
    bool part = e->month != UNSET || e->named != UNSET || e->season != UNSET;
    return e->kind == EXPR_POINT && part && e->year == UNSET && !e->base && !e->of;
}

/* The word before the mention, past "on" and "the". */
static annals_text word_leading(const analysis *x, size_t raw) {
    enum { MOST_WORDS = 2 };
    size_t end = x->raws.items[raw].start, start = end;
    annals_text word = {0};
    for (int i = 0; i <= MOST_WORDS; i++) {
        while (end && x->text.data[end - 1] == ' ') end--;
        for (start = end; start && is_word_byte(x->text.data[start - 1]);) start--;
        word = text_slice(x->text, start, end);
        if (!in_context(x->grammar, word, CONTEXT_FOLLOWER | CONTEXT_DETERMINER)) break;
        if (has_role(x->grammar, word, ROLE_EXCEPT)) break;
        end = start;
    }
    return word;
}

/* "every day except Monday" */
static bool is_excepted(const analysis *x, size_t raw) {
    if (!raw || !in_sentence(x, raw - 1, raw) || !has_role(x->grammar, word_leading(x, raw), ROLE_EXCEPT)) return false;
    return x->raws.items[raw - 1].expr->kind == EXPR_SET;
}

static bool is_bare_clock(const expr *e);

/* "Call Monday through Friday, 9 a.m. to 5 p.m.", "Monday to Saturday, 7.45pm": hours of each of these days, where
 * nothing is told as past. */
static bool has_hours(const analysis *x, size_t raw) {
    enum { LONGEST = 8 /* bytes between */ };
    size_t last = raw + (x->raws.items[raw].range == ANNALS_RANGE_BEGIN), next = last + 1;
    if (next >= x->raws.count || !in_sentence(x, next, raw)) return false;
    const expr *hours = x->raws.items[next].expr;
    bool clocks = hours->kind == EXPR_RANGE && hours->from->hour != UNSET && hours->from->day == UNSET &&
                  hours->from->weekday == UNSET;
    size_t between = x->raws.items[next].start - x->raws.items[last].end;
    bool clock = is_bare_clock(hours) && hours->hour != UNSET && between == 2;
    return ((clocks && between <= LONGEST) || (clock && x->text.data[x->raws.items[last].end] == ',')) &&
           tense_around(x, raw) != TENSE_PAST;
}

/* "Reading room open Tuesday to Friday" */
static bool stands_open(const analysis *x, size_t raw) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_FUTURE | CONTEXT_MODAL | CONTEXT_FORETOLD | CONTEXT_INFINITIVE;
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t date = x->raws.items[raw].start;
    if (date - s->start > REACH || !has_role(x->grammar, word_leading(x, raw), ROLE_OPEN)) return false;
    return !contexts_in(x->grammar, text_slice(x->text, s->start, date), verbs);
}

/* "Le musée est fermé le mardi", "Le dimanche il va à la messe": where the article says it of all of them */
static bool is_said_of_each(const analysis *x, size_t raw) {
    size_t start, end;
    if (!text_word(x->text, x->raws.items[raw].start, &start, &end)) return false;
    if (!has_role(x->grammar, text_slice(x->text, start, end), ROLE_EACH)) return false;
    return keeps_hours(x, raw) || (is_of_present(x, raw) && tense_around(x, raw) != TENSE_PAST);
}

/* "The plan would have pupils attend Tuesday through Friday": what a proposal would have so is of no week yet. */
static bool is_proposed(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t date = x->raws.items[raw].start, at = date - s->start > REACH ? date - REACH : s->start, start, end;
    bool plan = false, would = false;
    for (; text_word(x->text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(x->text, start, end);
        plan |= !would && has_role(x->grammar, word, ROLE_PROPOSAL);
        would |= in_context(x->grammar, word, CONTEXT_FORETOLD);
    }
    return plan && would;
}

static bool is_custom_week(const analysis *x, size_t raw) {
    const expr *e = x->raws.items[raw].expr;
    if (e->kind == EXPR_POINT)
        return is_weekday(e) && (is_excepted(x, raw) || is_list_of_hours(x, raw) || is_said_of_each(x, raw));
    if (e->kind != EXPR_RANGE || !is_weekday(e->from)) return false;
    if (is_list_of_hours(x, raw)) return true;
    raw -= x->raws.items[raw].range == ANNALS_RANGE_END && raw;
    return is_weekday(e->to) &&
           (keeps_hours(x, raw) || stands_open(x, raw) || has_hours(x, raw) || is_proposed(x, raw));
}

/* "every day", "on Mondays", "the first Thursday of each month" */
static bool is_set_of_days(const expr *e) {
    bool of_month = e->unit == UNIT_MONTH && (e->weekday != UNSET || e->day != UNSET);
    return e->kind == EXPR_SET && !e->rate && (e->unit == UNIT_DAY || e->unit == UNIT_WEEK || of_month);
}

/* Do days of every week stand before it in its sentence: "montags geschlossen, sonst von 10 bis 18 Uhr geöffnet",
 * "open Tuesday to Friday; closed in December"? */
static bool behind_custom_days(const analysis *x, size_t raw) {
    enum { MOST = 6 /* mentions */ };
    for (size_t i = raw, n = 0; i-- > 0 && n < MOST && in_sentence(x, i, raw); n++)
        if (is_set_of_days(x->raws.items[i].expr) || is_custom_week(x, i)) return true;
    return false;
}

/* ", founded last January, opens": behind the comma that closes the aside stands a verb of the present. */
static bool opens_present(const analysis *x, size_t raw) {
    size_t start, end, behind = x->raws.items[raw].end;
    if (behind >= x->text.length || x->text.data[behind] != ',' || !text_word(x->text, behind, &start, &end))
        return false;
    return start == behind + 2 &&
           in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_PRESENT | CONTEXT_TIMETABLE);
}

/* Does a story that has told of the past go on in the present: "It burnt in 1940.  A club opens it from May"? */
bool tells_of_now(resolver *r) {
    bool story = r->mode == ANNALS_MODE_NARRATIVE && r->story.known && !r->in_note && !r->in_quotation;
    if (!story || r->entry != SIZE_MAX) return false;
    verb_tense tense = tense_of(r);
    bool now = tense == TENSE_TIMETABLE || opens_present(r->x, r->raw);
    if (!now && (tense == TENSE_PAST || !is_of_present(r->x, r->raw))) return false;
    return tense_around(r->x, r->story.mention - r->x->first_mention) == TENSE_PAST;
}

static bool is_yearly(const expr *e) {
    return e->kind == EXPR_SET && (e->unit == UNIT_YEAR || e->season != UNSET);
}

/* "The feast is kept on 3 August", in a history: present, and what is done with such days. */
static bool is_observed(const resolver *r) {
    const analysis *x = r->x;
    size_t date = x->raws.items[r->raw].start, at = x->sentences.items[x->sentence_of.items[r->raw]].start, start, end;
    if (r->mode != ANNALS_MODE_NARRATIVE || r->in_quotation || r->entry != SIZE_MAX) return false;
    if (date - at > REACH) at = date - REACH;
    bool present = false, observed = false, ahead = false;
    for (; text_word(x->text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(x->text, start, end);
        context_set contexts = contexts_among(x->grammar, word, CONTEXT_PRESENT | CONTEXT_PAST | CONTEXT_FUTURE);
        if (ahead) contexts &= ~CONTEXT_PRESENT; /* "will be held" */
        ahead = contexts & CONTEXT_FUTURE;
        observed = has_role(x->grammar, word, ROLE_OBSERVED) ? present && !(contexts & CONTEXT_FUTURE) : observed;
        if (contexts & (CONTEXT_PAST | CONTEXT_FUTURE) && !has_role(x->grammar, word, ROLE_OBSERVED)) observed = false;
        if (contexts) present = (contexts & CONTEXT_PRESENT) != 0;
        if (has_role(x->grammar, word, ROLE_OBSERVES)) observed = true;
    }
    return observed;
}

/* "twice a year, at Michaelmas and at Lady Day": the days that the years of a set are told by */
static bool is_listed_of_year(const analysis *x, size_t raw) {
    enum { LONGEST = 10 /* bytes between */, MOST = 4 };
    for (int i = 0; i < MOST && raw && in_sentence(x, raw - 1, raw); i++, raw--) {
        const raw_mention *before = &x->raws.items[raw - 1];
        if (x->raws.items[raw].start - before->end > LONGEST) return false;
        if (is_yearly(before->expr)) return true;
        if (!is_day_of_year(before->expr)) return false;
    }
    return false;
}

/* "from May until September each year", "each year at Michaelmas" */
static bool is_each_year(const analysis *x, size_t raw) {
    enum { LONGEST = 8 /* bytes between */ };
    if (is_listed_of_year(x, raw)) return true;
    size_t last = raw + (x->raws.items[raw].range == ANNALS_RANGE_BEGIN), next = last + 1;
    if (next >= x->raws.count || !in_sentence(x, next, raw) || !is_yearly(x->raws.items[next].expr)) return false;
    return !x->raws.items[next].expr->rate && x->raws.items[next].start - x->raws.items[last].end <= LONGEST;
}

/* "; closed the first two weeks in December" */
static bool opens_with_hours(const analysis *x, size_t raw) {
    size_t date = x->raws.items[raw].start, first = x->sentences.items[x->sentence_of.items[raw]].start, at = date;
    size_t start, end;
    while (at > first && date - at < REACH && !byte_in(x->text.data[at - 1], ",;:")) at--;
    return at > first && text_word(x->text, at, &start, &end) && end < date &&
           has_role(x->grammar, text_slice(x->text, start, end), ROLE_OPENING);
}

/* "The museum, founded in 1907, is open from 15 April to 31 October": a story of the past that speaks of what is so
 * every year. */
static bool is_custom_year(resolver *r) {
    if (is_list_of_hours(r->x, r->raw) || is_each_year(r->x, r->raw) || is_observed(r)) return true;
    const expr *e = r->x->raws.items[r->raw].expr;
    bool month = e->kind == EXPR_POINT && e->month != UNSET && e->day == UNSET && r->mode == ANNALS_MODE_NARRATIVE;
    bool now = month && behind_custom_days(r->x, r->raw) &&
               (opens_with_hours(r->x, r->raw) || tense_of(r) == TENSE_NONE || is_of_present(r->x, r->raw));
    if (now) return true;
    return r->x->raws.items[r->raw].range != ANNALS_RANGE_NONE && tells_of_now(r);
}

/* Of a letter's or newspaper's day: of this year, or of every one. */
bool may_be_custom(const resolver *r) {
    const expr *e = r->x->raws.items[r->raw].expr;
    return e->kind == EXPR_RANGE && is_day_of_year(e->from) && is_day_of_year(e->to) && e->from->day != UNSET &&
           keeps_hours(r->x, r->raw);
}

/* Do only such words as "at", "about" and "on" part two times of a sentence? */
static bool stand_together(const analysis *x, size_t from, size_t to, bool comma) {
    const context_set leads = CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_RANGE_LEAD;
    enum { LONGEST = 24 /* bytes */ };
    size_t start, end;
    if (to < from || to - from > LONGEST || text_find_any(x->text, from, to, comma ? ".;:()" : ",.;:()") < to)
        return false;
    for (size_t at = from; text_word(x->text, at, &start, &end) && start < to; at = end) {
        context_set contexts = contexts_of(x->grammar, text_slice(x->text, start, end));
        if (!(contexts & leads) || contexts & (CONTEXT_JOINER | CONTEXT_PAST | CONTEXT_SUBJECT)) return false;
    }
    return true;
}

/* "at nine", "at dawn": a time of no day of its own */
static bool is_bare_clock(const expr *e) {
    return e->kind == EXPR_POINT && (e->hour != UNSET || e->part) && e->day == UNSET && e->month == UNSET &&
           e->weekday == UNSET && !e->base;
}

/* "at dawn and again at dusk": the first of the clocks that stand together. */
static size_t first_of_clocks(const analysis *x, size_t raw) {
    enum { MOST = 4, LONGEST = 24 /* bytes between two */ };
    for (int i = 0; i < MOST && raw && in_sentence(x, raw - 1, raw) && is_bare_clock(x->raws.items[raw - 1].expr);
         i++) {
        size_t from = x->raws.items[raw - 1].end, until = x->raws.items[raw].start;
        if (until > from + LONGEST || text_find_any(x->text, from, until, ";:()") < until) break;
        raw--;
    }
    return raw;
}

/* "On Thursdays the shop closes at 9 p.m.; on Saturdays it closes at noon": the days that a clause opens with are its
 * own. */
static bool opens_clause(const analysis *x, size_t set, size_t raw) {
    enum { LONGEST = 80, LEAD = 5 /* bytes */ };
    size_t from = x->raws.items[set].end, until = x->raws.items[raw].start, start, end;
    size_t first = x->sentences.items[x->sentence_of.items[set]].start, opening = x->raws.items[set].start;
    size_t lead = opening - first > LEAD ? opening - LEAD : first;
    bool opens = lead == first || text_find_any(x->text, lead, opening, ";") < opening;
    if (!opens || until - from > LONGEST || text_find_any(x->text, from, until, ";:()") < until) return false;
    for (size_t at = from; text_word(x->text, at, &start, &end) && start < until; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_JOINER | CONTEXT_ADVERSE)) return false;
    return true;
}

/* A day, and more, since which something has been so. */
static bool is_outset(const analysis *x, size_t raw) {
    const expr *e = x->raws.items[raw].expr;
    annals_text lead = word_ending(x->text, 0, x->raws.items[raw].start);
    return e->kind == EXPR_POINT && e->limit == LIMIT_SINCE && e->hour == UNSET && !e->part &&
           has_role(x->grammar, lead, ROLE_SINCE);
}

bool recurs_since(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    bool clock = m->expr->kind == EXPR_POINT && m->expr->hour != UNSET && m->expr->day == UNSET;
    if (!clock || raw + 1 >= x->raws.count || !in_sentence(x, raw + 1, raw)) return false;
    return is_outset(x, raw + 1) && stand_together(x, m->end, m[1].start, false);
}

/* "Roll is called at five": the deed that leads to the clock, and before it a verb of the present */
static bool is_routine(const analysis *x, size_t raw) {
    annals_text deed = word_leading(x, raw);
    if (!deed.length || !has_role(x->grammar, deed, ROLE_ROUTINE)) return false;
    return in_context(x->grammar, word_ending(x->text, 0, (size_t)(deed.data - x->text.data)), CONTEXT_PRESENT);
}

/* "at weekends or after 8 p.m.": a bound that a joiner ties to the set before it */
static bool is_joined_bound(const analysis *x, size_t raw) {
    enum { LONGEST = 12 /* bytes: " and before " */ };
    const raw_mention *m = &x->raws.items[raw];
    if (!m->expr->limit || m->start - m[-1].end > LONGEST) return false;
    return text_find_any(x->text, m[-1].end, m->start, ".,;:()") == m->start;
}

/* "every morning at ten to seven", "at six every day", "Hours: Monday to Friday, 9:30-17:00" */
static bool is_custom_clock(const analysis *x, size_t raw) {
    size_t first = raw - (x->raws.items[raw].range == ANNALS_RANGE_END && raw), last = raw;
    last += x->raws.items[raw].range == ANNALS_RANGE_BEGIN && raw + 1 < x->raws.count;
    first = first_of_clocks(x, first);
    size_t lead = first; /* "Every Sunday for forty years she sang at the ten o'clock Mass" */
    while (lead && in_sentence(x, lead - 1, raw) && x->raws.items[lead - 1].expr->kind == EXPR_DURATION) lead--;
    if (lead && in_sentence(x, lead - 1, raw)) {
        const raw_mention *before = &x->raws.items[lead - 1];
        bool set = is_set_of_days(before->expr), week = !set && is_custom_week(x, lead - 1);
        bool often = before->expr->kind == EXPR_SET && before->expr->rate && before->expr->unit <= UNIT_WEEK;
        /* "except Mondays, 10 a.m. to 6 p.m.", "tous les jours, de 8 h à 19 h" */
        bool hours = x->raws.items[first].range == ANNALS_RANGE_BEGIN;
        if ((set || week || often) && stand_together(x, before->end, x->raws.items[lead].start, week || often || hours))
            return true; /* "six days a week, from 3 in the afternoon", "twice daily at 0600" */
        if (set && is_joined_bound(x, lead)) return true;
        bool yearly = is_yearly(before->expr) && !before->expr->rate;
        if ((set || yearly) && opens_clause(x, lead - 1, first)) return true;
    }
    if (is_routine(x, first) || is_proposed(x, first)) return true;
    if (x->raws.items[raw].range != ANNALS_RANGE_NONE && keeps_hours(x, first) && behind_custom_days(x, first))
        return true;
    if (last + 1 >= x->raws.count || !in_sentence(x, last + 1, raw)) return false;
    const raw_mention *behind = &x->raws.items[last + 1];
    if (recurs_since(x, last)) return true;
    return is_set_of_days(behind->expr) && stand_together(x, x->raws.items[last].end, behind->start, false);
}

/* Is "the winter" of "monthly in the winter" that of every year? */
static bool is_custom_season(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    bool part = m->range == ANNALS_RANGE_NONE && is_day_of_year(m->expr) && m->expr->day == UNSET;
    part |= m->range == ANNALS_RANGE_NONE && m->expr->season != UNSET && m->expr->year == UNSET && !m->expr->base;
    if (!part || m->expr->limit || !raw || !in_sentence(x, raw - 1, raw) ||
        x->raws.items[raw - 1].expr->kind != EXPR_SET)
        return false;
    bool yearly = is_yearly(x->raws.items[raw - 1].expr) && opens_sentence(x, raw - 1); /* "Once a year, in May" */
    if (yearly && stand_together(x, x->raws.items[raw - 1].end, m->start, true)) return true;
    return stand_together(x, x->raws.items[raw - 1].end, m->start, false) && is_of_present(x, raw);
}

/* "It meets on the second Tuesday of the month", but not "of this month". */
static bool is_custom_month(resolver *r, const expr *e) {
    const analysis *x = r->x;
    const raw_mention *m = &x->raws.items[r->raw];
    size_t start, end;
    bool nth = e->nth && e->weekday != UNSET && e->of && e->of->base == BASE_STORY && e->of->unit == UNIT_MONTH;
    if (!nth || e->of->count || e->of->direction || r->in_quotation) return false;
    for (size_t at = m->start; text_word(x->text, at, &start, &end) && start < m->end; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_SPECIFIER & ~CONTEXT_DETERMINER) &&
            !in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_DETERMINER))
            return false;
    verb_tense tense = tense_of(r);
    return tense == TENSE_TIMETABLE || (tense == TENSE_NONE && is_of_present(x, r->raw)) || keeps_hours(x, r->raw) ||
           is_list_of_hours(x, r->raw);
}

/* "The pool is open on Sundays throughout December", in a notice: this December, and not each of them */
static bool is_one_throughout(const resolver *r) {
    return r->mode == ANNALS_MODE_DOCUMENT && r->has_now && text_same_word(word_leading(r->x, r->raw), "throughout");
}

static void be_custom(resolver *r, expr *e, time_unit unit) {
    static const char *const names[] = {
        [UNIT_DAY] = "day", [UNIT_WEEK] = "week", [UNIT_MONTH] = "month", [UNIT_YEAR] = "year"};
    because(r, "it is told as being so every %s", names[unit]);
    e->daily = e->hour != UNSET;
    if (e->daily) return;
    e->kind = EXPR_SET;
    e->base = BASE_NONE;
    e->unit = unit;
    e->count = 1;
}

/* "every morning at ten past seven", and not at seven in the evening */
static void take_half_of_set(const resolver *r, expr *e) {
    enum { NOON = 12 };
    const raw_mention *m = &r->x->raws.items[r->raw];
    if (!r->raw || !in_sentence(r->x, r->raw - 1, r->raw) || m[-1].expr->kind != EXPR_SET || !half_open(r, e)) return;
    annals_day_part part = m[-1].expr->part;
    if (part == ANNALS_DAY_PART_NONE || part == ANNALS_NIGHT) return;
    if (part > ANNALS_NOON && e->hour < NOON) e->hour += NOON;
    e->half = HALF_KNOWN;
}

bool take_custom(resolver *r, expr *e) {
    const analysis *x = r->x;
    if (e->nth && is_custom_month(r, e)) {
        *e = blank_expr;
        be_custom(r, e, UNIT_MONTH);
        return true;
    }
    bool clock = is_bare_clock(e);
    bool week = !clock && is_weekday(e), year = !clock && !week && is_day_of_year(e);
    bool custom = clock ? is_custom_clock(x, r->raw) : week ? is_custom_week(x, r->raw) : year && is_custom_year(r);
    custom |= !clock && e->day == UNSET && is_custom_season(x, r->raw) && !is_one_throughout(r);
    if (custom && e->nth) e->weekday = UNSET, e->nth = 0; /* "the second Sunday of May" of every year: in its May */
    if (custom && clock) take_half_of_set(r, e);
    if (custom) be_custom(r, e, clock ? UNIT_DAY : week ? UNIT_WEEK : UNIT_YEAR);
    return custom;
}
