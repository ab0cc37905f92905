/* infer_month.c: the month of a day that stands without one. */
#include "calendar.h"
#include "civil.h"
#include "language.h"
#include "prospect.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

#include <string.h>

/* How much farther off than others a day ahead is that is told of as past, or one behind as yet to come; or one behind
 * that by a timetable or when it was fixed lay ahead. */
enum { FAR_AHEAD = 31, ON_TIMETABLE = 4, FIXED_BEHIND = 8, HAD_AHEAD = 4 };

/* "The fleet, which had left on the 2nd, came on the 27th" */
static bool ends_aside(const resolver *r) {
    const said *s = &r->last;
    bool here = s->known && s->day_known && s->sentence == r->x->sentence_of.items[r->raw];
    return here && !had_happened(r->x, r->raw) && had_happened(r->x, s->mention - r->x->first_mention);
}

/* Would the day a month later lie ahead of who writes, though it is told as past? */
static bool is_too_late(resolver *r, int64_t day) {
    return r->has_now && civil_add_months(day, 1) > r->now && tense_of(r) == TENSE_PAST;
}

/* How much farther off than one ahead a day behind what it is counted from is taken to lie: who tells goes on. */
static int64_t back_weight(resolver *r, int64_t day, bool said_before) {
    enum { STORY = 31, LETTER = 10, LEAST = 2 };
    bool goes_on = said_before && !r->last.until, story = r->mode == ANNALS_MODE_NARRATIVE;
    bool onward = !looks_back(r->x, r->raw) || ends_aside(r);
    if (goes_on && onward && (story || !is_too_late(r, day))) return story ? STORY : LETTER;
    if (goes_on) return LEAST;
    verb_tense tense = tense_of(r);
    return tense == TENSE_FUTURE  ? FAR_AHEAD
           : is_scheduled(tense)  ? ON_TIMETABLE
           : tense == TENSE_FIXED ? FIXED_BEHIND
                                  : 1;
}

/* "On the 20th he answered Grey's telegram of the 18th": written before it is spoken of. */
static bool spoken_of(const resolver *r) {
    return r->last.sentence == r->x->sentence_of.items[r->raw] && is_of_paper(r->x, r->raw);
}

/* "I refer to my despatch of the 22nd", "The fleet, which had left on the 2nd, ...", "He wrote on 30 May that the sale,
 * begun on the 26th, went on" */
static bool looks_aside(const resolver *r) {
    bool here = r->last.sentence == r->x->sentence_of.items[r->raw];
    if (is_of_own(r->x, r->raw) && is_of_paper(r->x, r->raw)) return !opens_with_paper(r->x, r->raw);
    return is_parenthetic(r->x, r->raw) ? had_happened(r->x, r->raw) : here && is_passing(r->x, r->raw);
}

/* How far a day lies from what it is counted from: weighted, since after a said day the story goes on, and told as past
 * a day lies behind the document. */
static int64_t day_distance(resolver *r, int64_t day, int64_t base, bool said_before) {
    enum { NEVER = 366 * FAR_AHEAD /* farther off than any other */ };
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && day > r->now;
    if (letter && is_of_paper(r->x, r->raw)) return NEVER + day - r->now; /* "your letter of the 3rd" */
    if (said_before && letter && day > base && tense_of(r) == TENSE_PAST)
        return (happened_on(r->x, r->raw) ? FAR_AHEAD : ahead_weight(TENSE_PAST)) *
               (day - base); /* letters tell of what has been */
    bool story = said_before && r->mode == ANNALS_MODE_NARRATIVE;
    if (story && spoken_of(r)) return day > base ? NEVER + day - base : base - day;
    if (story && looks_aside(r)) return day < base ? base - day : HAD_AHEAD * (day - base);
    if (day < base) return back_weight(r, day, said_before) * (base - day);
    if (r->in_quotation) return 2 * (day - base); /* "he wrote" tells of no past in what he wrote */
    return (said_before ? 1 : tense_of(r) == TENSE_PAST ? FAR_AHEAD : ahead_weight(tense_of(r))) * (day - base);
}

/* "At the beginning of June he asked, and on the 17th he gave in": the month said last is the one. */
static bool month_was_said(const resolver *r) {
    int64_t year, other;
    int month, other_month, day;
    if (!r->last.known || r->last.day_known) return false;
    if (r->c->mentions.items[r->last.mention].when->granularity < ANNALS_MONTH) return false; /* "by 1936" is a bound */
    annals_civil_of_day(r->last.first, &year, &month, &day);
    annals_civil_of_day(r->last.last, &other, &other_month, &day);
    return year == other && month == other_month;
}

/* "In 1936, a year told of everywhere, on the 17th": histories go on in the month that their story stands at. */
static bool story_base(resolver *r, int64_t *base) {
    bool month = r->story.known && r->c->mentions.items[r->story.mention].when->granularity >= ANNALS_MONTH;
    if (r->mode != ANNALS_MODE_NARRATIVE || !month) return false;
    *base = r->story.first;
    anchor_mention(r, r->story.mention);
    return true;
}

/* "The valve had been cast in December 1974.  The trial was on the 26th", "The crane, ordered in July 1972, came on the
 * 3rd": letters and news that only looked back at a month, or named it beside what they tell, tell of another one. */
static bool month_is_background(const resolver *r) {
    enum { FAR = 62 /* days */ };
    const said *s = &r->last;
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && s->known;
    if (!letter) return false;
    size_t raw = s->mention - r->x->first_mention;
    if (s->sentence != r->x->sentence_of.items[r->raw]) return !s->day_known && looks_back(r->x, raw);
    bool far = s->last < r->now - FAR || s->first > r->now + FAR;
    return far && is_passing(r->x, raw) && !is_passing(r->x, r->raw);
}

enum { MONTHS_OF_WEEKDAY = 6 }; /* that are tried for "Tuesday the 4th" */

enum { MONTH_HALF = 15 /* days */ };

bool goes_on_list(const analysis *x, size_t raw) {
    enum { LONGEST = 16 /* bytes */ };
    if (!raw || raw >= x->raws.count || x->sentence_of.items[raw - 1] != x->sentence_of.items[raw]) return false;
    annals_text between = text_slice(x->text, x->raws.items[raw - 1].end, x->raws.items[raw].start);
    size_t start, end;
    if (between.length > LONGEST || text_find_any(between, 0, between.length, ".;:()") < between.length) return false;
    for (size_t at = 0; text_word(between, at, &start, &end); at = end)
        if (!in_context(x->grammar, text_slice(between, start, end),
                        CONTEXT_JOINER | CONTEXT_DETERMINER | CONTEXT_WEAK))
            return false;
    return true;
}

/* The days of a list are of one month, and be it that the document is of a day between them. */
static bool month_of_list(resolver *r, expr *e) {
    const raw_mention *before = r->raw ? &r->x->raws.items[r->raw - 1] : NULL;
    bool day = before && before->expr->kind == EXPR_POINT && before->expr->day != UNSET;
    if (!day || before->expr->month != UNSET || e->day <= before->expr->day || e->weekday != UNSET) return false;
    size_t mention = r->x->first_mention + r->raw - 1;
    annals_bound first = r->c->mentions.items[mention].when->begin.earliest;
    int64_t year;
    int month, dom;
    if (!goes_on_list(r->x, r->raw) || !annals_bound_known(first)) return false;
    annals_civil_of_day(first.day, &year, &month, &dom);
    if (dom != before->expr->day || !civil_valid(year, month, e->day)) return false;
    anchor_mention(r, mention);
    set_date(e, annals_day_of_civil(year, month, e->day));
    because(r, "it is of the same list, and of its month");
    return true;
}

/* "on the 14th and not the 13th of October": the second says which month both are of. */
static bool month_of_denied(resolver *r, expr *e) {
    enum { LONGEST = 24 /* bytes */ };
    const analysis *x = r->x;
    size_t next = r->raw + 1, at, start, end, joined = 0, words = 0;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    const raw_mention *m = &x->raws.items[next];
    const expr *n = m->expr;
    bool dated = n->kind == EXPR_POINT && n->day != UNSET && n->month != UNSET && !n->base && !n->limit && !e->limit;
    if (!dated || m->start - x->raws.items[r->raw].end > LONGEST) return false;
    for (at = x->raws.items[r->raw].end; text_word(x->text, at, &start, &end) && end <= m->start; at = end, words++) {
        annals_text word = text_slice(x->text, start, end);
        joined += in_context(x->grammar, word, CONTEXT_NEGATION);
        if (!in_context(x->grammar, word, CONTEXT_NEGATION | CONTEXT_JOINER | CONTEXT_DETERMINER | CONTEXT_WEAK))
            return false;
    }
    if (!joined) return false;
    e->month = n->month;
    e->year = n->year;
    because(r, "it is of the month of the day that is denied");
    if (e->year == UNSET) infer_year(r, e);
    return true;
}

/* "the 24th and 25th inst.": what closes the list says which month it is. */
static bool month_closes_list(resolver *r, expr *e) {
    enum { MOST_DAYS = 8 };
    size_t next = r->raw + 1, last = r->raw + MOST_DAYS;
    int32_t day = e->day;
    for (; next < last && goes_on_list(r->x, next); next++) {
        const expr *n = r->x->raws.items[next].expr;
        if (n->kind != EXPR_POINT || n->day == UNSET || n->day <= day || n->month != UNSET) return false;
        day = n->day;
        if (!n->of) continue;
        expr whole;
        complete(r, n->of, &whole);
        e->year = whole.year;
        e->month = whole.month;
        return e->month != UNSET;
    }
    return false;
}

/* "The battle, which had begun on the 18th, ended on 21 March 1918", "In his letter of the 4th he asked for leave, and
 * got it on 9 June": the sentence's own date lies ahead, and the last such day before it is meant. */
static bool month_ahead(resolver *r, expr *e) {
    const analysis *x = r->x;
    size_t next = r->raw + 1;
    bool aside = had_happened(x, r->raw) || is_passing(x, r->raw) || is_of_paper(x, r->raw);
    if (r->mode != ANNALS_MODE_NARRATIVE || e->weekday != UNSET || e->limit || (r->last.known && !aside)) return false;
    if (r->last.known && r->last.sentence == x->sentence_of.items[r->raw]) return false;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    const expr *n = x->raws.items[next].expr;
    bool dated = n->kind == EXPR_POINT && n->day != UNSET && n->month != UNSET && !n->base && !n->limit;
    if (!dated || x->raws.items[next].range || (had_happened(x, next) && !had_happened(x, r->raw))) return false;
    expr whole;
    complete(r, n, &whole);
    if (whole.year == UNSET || !civil_valid(whole.year, whole.month, whole.day)) return false;
    int64_t there = annals_day_of_civil(whole.year, whole.month, whole.day), year;
    int month, day;
    annals_civil_of_day(e->day < whole.day ? there : civil_add_months(there, -1), &year, &month, &day);
    if (!civil_valid(year, month, e->day)) return false;
    because(r, "the sentence goes on with %s", day_phrase(there, (char[64]){0}, 64));
    set_date(e, annals_day_of_civil(year, month, e->day));
    because(r, "it is the last such day before that");
    return true;
}

/* "5th to 8th July.  In camp; stores came on the 6th": a day of the span said last. */
static bool day_of_span(resolver *r, expr *e) {
    const analysis *x = r->x;
    size_t mention = r->last.mention, raw = mention - x->first_mention;
    if (!r->last.known || !r->last.day_known || e->weekday != UNSET) return false;
    if (mention <= x->first_mention || x->raws.items[raw].range != ANNALS_RANGE_END) return false;
    annals_bound first = r->c->mentions.items[mention - 1].when->begin.earliest;
    int64_t year, day;
    int month, dom;
    if (!annals_bound_known(first)) return false;
    annals_civil_of_day(first.day, &year, &month, &dom);
    day = first.day + e->day - dom + (e->day < dom ? civil_month_length(year, month) : 0);
    if (day <= first.day || day >= r->last.first) return false;
    anchor_mention(r, mention);
    set_date(e, day);
    because(r, "it lies within the days said before");
    return true;
}

/* "28 June 1709, Old Style; on the 30th": where the day that is counted from is of the Julian calendar, so is this. */
static bool counts_on_julian(resolver *r, bool said_before, int64_t *base) {
    if (!said_before || !said_for(r, UNIT_DAY)->julian) return false;
    calendar_date d = calendar_julian_of_day(*base);
    *base = annals_day_of_civil(d.year, d.month, d.day);
    because(r, "it is counted in the Julian calendar too");
    r->as_spoken = said_for(r, UNIT_DAY)->as_spoken;
    return r->julian = true;
}

/* "9 February 1587/8, and on the 23rd": where the value of the one is the day that is written, so is the other's. */
static void take_julian(const resolver *r, expr *e, int64_t day) {
    e->calendar = ANNALS_JULIAN;
    if (!r->as_spoken) return;
    calendar_date d = calendar_julian_of_day(day);
    e->as_spoken = true;
    e->spoken_year = (int32_t)d.year;
    e->spoken_month = d.month;
    e->spoken_day = d.day;
}

/* "the transit of 6 June" only says which one: the story may come to days before it, as to "the 2nd". */
static bool behind_event(const resolver *r, int64_t base, int64_t best) {
    const analysis *x = r->x;
    if (r->mode != ANNALS_MODE_NARRATIVE || !r->last.known || r->last.mention < x->first_mention) return false;
    const raw_mention *m = &x->raws.items[r->last.mention - x->first_mention];
    annals_text before = text_trim(text_slice(x->text, m->start > 4 ? m->start - 4 : 0, m->start));
    size_t space = before.length;
    while (space && before.data[space - 1] != ' ') space--;
    annals_text word = text_slice(before, space, before.length);
    return r->last.first == base && best - base > MONTH_HALF && in_context(x->grammar, word, CONTEXT_GENITIVE);
}

/* "The mate told how he was wrecked on 12 December 1841.  Spoke a ship at noon": who keeps a diary is back at the day
 * of its entry when a sentence is over that only spoke of another time. */
bool is_back(const resolver *r) {
    enum { FAR = 31 /* days */ };
    const said *s = &r->last;
    bool entry =
        r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->entry != SIZE_MAX && !r->in_quotation && !r->in_note;
    if (!entry || !s->known || s->mention <= r->entry || s->sentence == r->x->sentence_of.items[r->raw]) return false;
    if (s->last > r->now - FAR && s->first < r->now + FAR) return false;
    return !opens_sentence(r->x, s->mention - r->x->first_mention);
}

/* Unless somebody told of it, or nothing of that time is known to the day, what follows may go on from there. */
static bool is_surely_back(const resolver *r) {
    enum { REACH = 300 /* bytes */ };
    const context_set told = CONTEXT_REPORT | CONTEXT_SUBORDINATE | CONTEXT_COMPLEMENT;
    const said *s = &r->last;
    const analysis *x = r->x;
    size_t date = x->raws.items[s->mention - x->first_mention].start, from = x->sentences.items[s->sentence].start;
    if (date - from > REACH) from = date - REACH;
    return !s->day_known || contexts_in(x->grammar, text_slice(x->text, from, date), told) != 0;
}

void doubt_back(resolver *r, expr *e) {
    if (e->weekday != UNSET || !is_back(r) || is_surely_back(r)) return; /* "Wed. 6th": the weekday bears it out */
    e->uncertain = true;
    because(r, "but another day was spoken of before it");
}

/* "We shall be ready before the end of May.  I hope to sail on the 22nd": a term is no month that the next sentence
 * goes on in. */
static bool is_behind_term(resolver *r) {
    const said *s = &r->last;
    expr_limit limit = r->x->raws.items[s->mention - r->x->first_mention].expr->limit;
    bool term = (limit == LIMIT_UNTIL || limit == LIMIT_BEFORE) && s->first > r->now;
    if (!term || s->sentence == r->x->sentence_of.items[r->raw]) return false;
    return looks_on(tense_of(r)) || (s->day_known && tense_of(r) != TENSE_PAST);
}

/* Is the day at hand told of as another time than the one said last, in a letter or diary? */
static bool stands_apart(resolver *r) {
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->last.known;
    if (!letter) return false;
    bool ahead = r->last.first > r->now;
    return is_back(r) || is_behind_term(r) ||
           (ahead ? tense_of(r) == TENSE_PAST : tense_of(r) >= TENSE_FUTURE && r->last.first < r->now);
}

/* "The inspector comes on the 22nd.  Send your views by the 18th": a term counts from the day of writing. */
static bool is_term_of_writer(resolver *r, const expr *e) {
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->last.known && e->limit == LIMIT_UNTIL;
    bool apart = letter && r->last.first > r->now && r->last.sentence != r->x->sentence_of.items[r->raw];
    return apart && tense_of(r) != TENSE_PAST;
}

/* "They would meet on the 20th and ask for views by the 18th": of this month or of the next. */
static void doubt_term(resolver *r, expr *e, bool said_before, int64_t best) {
    enum { LONGEST_MONTH = 31 /* days */ };
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && said_before && e->limit == LIMIT_UNTIL;
    if (!letter || best - LONGEST_MONTH < r->now || tense_of(r) == TENSE_PAST) return;
    e->uncertain = true;
    because(r, "but it may be counted from the day of writing");
}

/* "the 9th": of the month said last, or the one that brings it nearest to the day said before, or to the document's. */
/* "In a letter of 3 May 1848 he wrote: ...  On the 10th he was there": behind a paper of another time, a day of the
 * document's own is no more than likely. */
static void doubt_behind_paper(resolver *r, expr *e, bool said_before) {
    enum { YEAR = 366 /* days */ };
    const said *s = &r->paper;
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && !r->in_quotation && !r->in_note;
    if (!letter || said_before || !s->known || s->block != r->block || s->last > r->now - YEAR) return;
    size_t away = r->x->sentence_of.items[r->raw] - s->sentence;
    if (!away || away > 2 || (r->last.known && r->last.sentence > s->sentence) || tense_of(r) != TENSE_PAST) return;
    e->uncertain = true;
    because(r, "but a paper of %lld was spoken of just before", (long long)s->year);
}

/* "on the 26th of April, O.S., letters of the 2d of that month": of the month as it was written. */
bool day_of_julian_month(resolver *r, expr *e) {
    const expr *month = e->of;
    bool that = month->base == BASE_SAID && month->unit == UNIT_MONTH && !month->count && r->last.known;
    if (!that || e->day == UNSET || e->month != UNSET || !r->last.day_known || !r->last.julian) return false;
    int64_t written = r->last.first, year;
    int of, day;
    anchor_mention(r, r->last.mention);
    if (!counts_on_julian(r, true, &written)) return false;
    annals_civil_of_day(written, &year, &of, &day);
    const int64_t found = calendar_julian_day(year, of, e->day);
    set_date(e, found);
    take_julian(r, e, found);
    return true;
}

void infer_month(resolver *r, expr *e) {
    int64_t base, best = 0, least = INT64_MAX, year;
    int month, day;
    because(r, "no month is given");
    if (month_of_denied(r, e) || month_closes_list(r, e) || month_of_list(r, e) || day_of_span(r, e) ||
        month_ahead(r, e))
        return;
    bool term = is_term_of_writer(r, e), apart = term || stands_apart(r);
    bool background = month_is_background(r);
    bool this_month = !apart && !background && month_was_said(r);
    bool said_before = !apart && r->last.known && (this_month || (r->last.day_known && !background));
    if (this_month) {
        base = r->last.first;
        anchor_mention(r, r->last.mention);
    } else if (!said_before && story_base(r, &base)) {
        said_before = true;
    } else if (!said_before && r->mode == ANNALS_MODE_NARRATIVE && r->last.known) {
        because(r, "and no month was said close before it");
        return;
    } else if (!base_day(r, said_before ? BASE_SAID : BASE_NOW, UNIT_DAY, &base)) {
        return;
    }
    int64_t written = base;
    bool julian = counts_on_julian(r, said_before, &written);
    int64_t around = e->weekday != UNSET ? MONTHS_OF_WEEKDAY : this_month ? 0 : 1;
    for (int64_t k = -around; k <= around; k++) {
        annals_civil_of_day(civil_add_months(written, k), &year, &month, &day);
        if (!civil_valid(year, month, e->day)) continue;
        int64_t candidate =
            julian ? calendar_julian_day(year, month, e->day) : annals_day_of_civil(year, month, e->day);
        if (e->weekday != UNSET && weekday_of(r, candidate) != e->weekday) continue;
        if (e->limit == LIMIT_UNTIL && said_before && !this_month && candidate < base) continue;
        if (term && candidate < r->now) continue;
        int64_t away = day_distance(r, candidate, base, said_before);
        if (away >= least) continue;
        least = away;
        best = candidate;
    }
    if (least == INT64_MAX) return;
    char buffer[64];
    set_date(e, best);
    e->uncertain |= (said_before && behind_event(r, base, best)) || (term && best < r->last.first);
    if (julian) take_julian(r, e, best);
    because(r, e->weekday == UNSET ? "the nearest is %s" : "the nearest on such a weekday is %s",
            day_phrase(best, buffer, sizeof buffer));
    doubt_back(r, e);
    doubt_behind_paper(r, e, said_before);
    doubt_term(r, e, said_before, best);
    if (said_before || best >= base || e->limit) return;
    if (tense_of(r) != TENSE_FIXED && (r->in_quotation || !had_to(r->x, r->raw))) return;
    e->uncertain = true;
    because(r, "but it was yet to come; it may still be");
}
