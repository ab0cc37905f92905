/* story.c: where a story stands: what was said last, the story's own time, and the thread of a paragraph. */
#include "around.h"
#include "calendar.h"
#include "civil.h"
#include "language.h"
#include "reckon.h"
#include "resolver.h"
#include "text.h"

/* Is it the first date of its paragraph? */
static bool heads_block(const analysis *x, size_t raw) {
    return x->first_raw.items[block_of_raw(x, raw)] == raw;
}

/* What an expression says of itself; of a range, its end. */
static bool says_month(const expr *e) {
    return e->kind == EXPR_RANGE ? says_month(e->to) : e->month != UNSET || e->season != UNSET;
}

static bool says_day(const expr *e) {
    return e->day != UNSET || e->hour != UNSET || e->part != ANNALS_DAY_PART_NONE;
}

bool says_year(const expr *e) {
    return e->kind == EXPR_RANGE ? says_year(e->to) : e->year != UNSET && !e->base;
}

/* The year that stands ahead, past a few that a story at `stands` only looks back to; or UNSET. */
static int32_t year_onward(const resolver *r, size_t raw, int64_t stands) {
    enum { FEW = 3 };
    int32_t year = year_ahead(r, raw);
    for (int tries = 0; tries < FEW && year != UNSET && year < stands; tries++) {
        raw = r->dated_ahead[raw];
        if (says_month(r->x->raws.items[raw].expr)) break;
        year = year_ahead(r, raw);
    }
    return year;
}

/* Does a story go on from an earlier year?  Where the next date of its paragraph lies between. */
static bool turns_back(const resolver *r, size_t raw, int64_t year, int64_t stands) {
    int32_t ahead = year_ahead(r, raw);
    return ahead != UNSET && ahead >= year && ahead < stands && block_of_raw(r->x, r->dated_ahead[raw]) == r->block;
}

/* ... from a later one?  Not when it only looks ahead: "as they were to be again in 1909", "it was hidden until 1894",
 * "it was not to be mended before 1834". */
static bool turns_ahead(const resolver *r, const expr *e, int64_t year, int64_t stands, int32_t ahead) {
    enum { FAR = 10 /* years */ };
    bool bare = !says_month(e);
    bool looks_ahead = e->limit == LIMIT_UNTIL && bare; /* "by the end of 1776, and in March 1776" */
    if (tense_around(r->x, r->raw) >= TENSE_FUTURE || (e->limit == LIMIT_BEFORE && bare)) return false;
    if (looks_ahead && !opens_sentence(r->x, r->raw) && year > stands + FAR) return false;
    bool near = !e->limit &&
                year - ahead < ahead - stands; /* what comes next is nearer to this than to where the story stands */
    return ahead == UNSET || ahead > year || near || (ahead == year && !looks_ahead);
}

/* "In February they struck.  In December they had asked for bread": of the year before, and the story stays. */
static bool had_been(const resolver *r, const expr *e) {
    bool month = e->kind == EXPR_POINT && e->year == UNSET && !e->base && says_month(e);
    return month && r->last.first < r->story.first && had_happened(r->x, r->raw);
}

/* "D-Day", "two days after D-Day": everybody knows when, and the story need not be there. */
static bool names_event(const expr *e) {
    int64_t day;
    bool date;
    return reckon_event(e, &day, &date) || (e->of && reckon_event(e->of, &day, &date));
}

/* Does a story that stands at one year go on from another one?  Not when the next date is back where it stood:
 * "the largest attack since 1995", "(published in 2004)", "a plan for 1976". */
static bool turns_to(const resolver *r, const expr *e, int64_t year, int64_t stands) {
    bool begins = r->x->raws.items[r->raw].range == ANNALS_RANGE_BEGIN, opens = opens_sentence(r->x, r->raw);
    bool point = e->kind == EXPR_POINT, back = year < stands, bare = !says_month(e);
    size_t raw = r->raw + begins;
    int32_t ahead = back ? year_ahead(r, raw) : year_onward(r, raw, stands);
    if (back && year < stands - 1 && names_event(e)) return turns_back(r, raw, year, stands);
    if (back && had_been(r, e)) return false;
    bool counted = e->base == BASE_SAID && opens && !back;                        /* "The next year they met" */
    if (counted || (point && e->year == UNSET && !e->base && !bare)) return true; /* it goes by the story itself */
    bool alone = !opens || ahead == UNSET || ahead >= stands;
    bool day = point && e->day != UNSET;                          /* "On 9 June 1914 they met, as in 1890" */
    bool begins_again = day && back && heads_block(r->x, r->raw); /* "The estates met on 3 February 1731" */
    if (back && alone && looks_back(r->x, r->raw)) return false;
    if ((bare || (back && !(begins_again && year == stands - 1))) && is_parenthetic(r->x, r->raw)) return false;
    if (opens && (day || back || ahead == UNSET || ahead > stands)) return true;
    if (begins_again) return true;
    return back ? turns_back(r, raw, year, stands) : turns_ahead(r, e, year, stands, ahead);
}

/* "Writing in 1936 he said: "In 1912 we had no water.  The following year ..."": who is quoted tells a story of his
 * own.
 */
static bool opens_quoted_story(const resolver *r, const expr *e) {
    if (!r->in_quotation || !says_year(e)) return false;
    size_t raw = r->story.mention - r->x->first_mention;
    return r->x->raws.items[raw].start < r->quotations.items[r->quotation].start;
}

/* "He did not start until January": then he started. */
static bool began_then(const resolver *r) {
    const analysis *x = r->x;
    size_t from = x->sentences.items[x->sentence_of.items[r->raw]].start, date = x->raws.items[r->raw].start;
    if (r->raw && x->raws.items[r->raw - 1].end > from) from = x->raws.items[r->raw - 1].end;
    return contexts_in(x->grammar, text_slice(x->text, from, date), CONTEXT_NEGATION) != 0;
}

/* "Recollections, 1828." and then "the fair of 1790": no more was told yet than when the story was printed. */
static bool is_before_story(const resolver *r) {
    return r->x->date_raw != SIZE_MAX && r->story.known && r->story.mention == r->x->first_mention + r->x->date_raw;
}

static bool moves_story(const resolver *r, const expr *e) {
    if (!r->story.known || opens_quoted_story(r, e) || (says_year(e) && is_before_story(r))) return true;
    bool looks_ahead = e->limit == LIMIT_UNTIL && e->year == UNSET && e->month != UNSET; /* "by December" */
    if (looks_ahead && !began_then(r)) return false;
    if (e->kind == EXPR_POINT && e->year == UNSET && (e->century != UNSET || e->millennium != UNSET)) return false;
    int64_t year = r->last.year, stands = r->story.year;
    bool that_year = e->base == BASE_SAID && e->unit == UNIT_YEAR && !e->count; /* says no more than was said */
    if (year == stands) return e->kind != EXPR_POINT || says_month(e) || says_day(e) || (e->base && !that_year);
    return e->base != BASE_NOW && turns_to(r, e, year, stands);
}

/* "the May 2007 high": beside what it tells */
static bool is_attribute(const resolver *r, const expr *e) {
    annals_text before = word_ending(r->x->text, 0, r->x->raws.items[r->raw].start);
    return e->kind == EXPR_POINT && e->day == UNSET && in_context(r->x->grammar, before, CONTEXT_DETERMINER);
}

/* "The guide of 1931 tells of the flood of 9 June 1874": a year that does not say when anything happened gives way to
 * a whole date. */
static bool story_only_named(const resolver *r) {
    const analysis *x = r->x;
    size_t raw = r->story.mention - x->first_mention;
    if (r->c->mentions.items[r->story.mention].when->granularity != ANNALS_YEAR) return false;
    if (r->last.sentence != r->story.sentence || !r->last.day_known || is_passing(x, r->raw)) return false;
    return !opens_sentence(x, raw) && (is_parenthetic(x, raw) || is_of_noun(x, raw));
}

/* A paragraph that gave a month with its year goes on from there, until it gives the story's year itself. */
static void follow_thread(resolver *r, const expr *e, bool moved) {
    enum { FAR = 10 }; /* years: "born on 4 April 1790" */
    bool month = says_month(e), year = says_year(e);
    int64_t away = r->last.year - r->story.year;
    bool aside = away < 0 && is_parenthetic(r->x, r->raw);
    bool given = year && !aside && !is_attribute(r, e) && ((away >= -FAR && away <= FAR) || story_only_named(r));
    if (month && (year ? given : in_thread(r)) && !had_been(r, e)) r->thread = r->last;
    if (!month && !away && (year || moved)) r->thread.known = false;
}

/* Where a chapter will end ("The war, 1963-1969"), and how it was years earlier, is not what is said next. */
static bool looks_away(const resolver *r, const expr *e) {
    bool chapter = r->x->blocks.items[r->block].kind == BLOCK_HEADING;
    bool earlier = e->kind == EXPR_POINT && e->base == BASE_SAID && e->unit >= UNIT_YEAR && e->count < 0;
    return earlier || (chapter && r->x->raws.items[r->raw].range == ANNALS_RANGE_END);
}

/* "I had first come there in 1951.": a paragraph that goes back so is beside the story, which the next one goes on
 * with.
 */
static void turn_back(resolver *r) {
    bool back = r->story.known && r->last.year < r->story.year, opens = r->story.block != r->block;
    bool goes_on = r->before.known && r->flashback == r->block && r->last.year < r->before.year;
    if (r->in_note || goes_on) return;
    r->before.known = false;
    if (!back || !opens || !looks_back(r->x, r->raw)) return;
    r->before = r->story;
    r->flashback = r->block;
}

/* "At his trial, in 1947, ...; he was released in October 1951": where the story was left, it may go on again, for as
 * long as its paragraph stays ahead. */
static void move_story(resolver *r) {
    bool leaps = !r->in_note && r->story.known && r->last.year > r->story.year;
    bool away = r->leap == r->story.mention && r->leap_block == r->block && r->last.year > r->left.year;
    if (leaps && !away) r->left = r->story;
    if (leaps || away) {
        r->leap = r->last.mention;
        r->leap_block = r->block;
    }
    r->story = r->last;
}

/* "He had been on leave since the 10th; he flew back that morning": not on the 10th. */
static bool began_before(const resolver *r, const expr *e, int64_t first) {
    return e->limit == LIMIT_SINCE && r->last.known && first < r->last.first && !opens_sentence(r->x, r->raw);
}

/* "By the end of August he was back where he had started in April": not where the story goes on. */
static bool started_before(const resolver *r, const expr *e, int64_t last) {
    bool here = r->last.known && r->last.sentence == r->x->sentence_of.items[r->raw] && last < r->last.first;
    return here && e->kind == EXPR_POINT && e->month != UNSET && e->year == UNSET && !e->base && !e->limit &&
           had_done_by(r->x, r->raw);
}

/* The same day by the other calendar: as many days on as the one lies behind the other. */
static bool is_julian_name(int64_t julian, int64_t gregorian) {
    int64_t year;
    int month, day;
    annals_civil_of_day(julian, &year, &month, &day);
    return julian != gregorian && calendar_julian_day(year, month, day) == gregorian;
}

/* "on Sunday, 30 November 1718; the enemy wrote 11 December": a second name of the day, which no preposition leads to.
 */
static bool is_second_name(resolver *r, const expr *e, int64_t day) {
    const analysis *x = r->x;
    const said *s = &r->last;
    bool whole = e->kind == EXPR_POINT && e->day != UNSET && e->month != UNSET && !e->base && !e->limit;
    if (!whole || !s->known || !s->day_known || s->sentence != x->sentence_of.items[r->raw]) return false;
    bool julian = is_julian_name(s->first, day);
    annals_text lead = word_ending(x->text, 0, x->raws.items[r->raw].start);
    if (!julian && !is_julian_name(day, s->first)) return false;
    if (!in_context(x->grammar, lead, CONTEXT_REPORT | CONTEXT_RECKONED | CONTEXT_SUBJECT)) return false;
    r->counts_julian = julian;
    r->julian_day = s->first;
    return true;
}

/* "On the 5th, and not on the 6th as his report of the 8th has it, they said on the 9th": denied, or the date of a
 * paper or of a report, told of as having been before, or what another is compared with. */
static bool said_beside(const resolver *r, const expr *e) {
    const analysis *x = r->x;
    bool points_back = e->kind == EXPR_POINT && e->base == BASE_SAID && e->unit == UNIT_NONE && !e->part;
    if (r->mode == ANNALS_MODE_NARRATIVE && is_of_edition(x, r->raw)) return true;
    if (points_back && e->limit) return true; /* "before that date": the story stands at that date, or elsewhere */
    bool here = r->last.known && r->last.sentence == x->sentence_of.items[r->raw];
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->last.known;
    if (letter && is_parenthetic(x, r->raw) && looks_back(x, r->raw)) return true;
    bool dated = r->mode == ANNALS_MODE_DOCUMENT && r->has_now;
    if (here && dated && was_reported(x, r->raw)) return true;
    if (dated && (was_planned_once(x, r->raw) || in_reference_line(x, r->raw))) return true;
    bool coarse = e->kind == EXPR_POINT && e->day == UNSET && !e->limit;
    if (here && dated && coarse && is_compared(x, r->raw) && !looks_on(tense_around(x, r->raw))) return true;
    return (here && is_denied(x, r->raw)) || ((here || dated) && is_of_paper(x, r->raw));
}

/* "Occurred: 17 March 2011, between 23:30 and 23:45" */
static bool is_occurred_field(const resolver *r) {
    enum { REACH = 120 /* bytes */ };
    const block *b = &r->x->blocks.items[r->block];
    if (r->x->raws.items[r->raw].start > b->start + REACH) return false;
    annals_text line = text_slice(r->x->text, b->start, b->end), label = text_slice(line, 0, label_length(line));
    size_t start, end;
    for (size_t at = 0; text_word(label, at, &start, &end); at = end)
        if (in_context(r->x->grammar, text_slice(label, start, end), CONTEXT_OCCURRED)) return true;
    return false;
}

/* "Occurred: between 22:00 on the 16th and 07:30 on the 17th" */
static void note_told(resolver *r) {
    bool range = r->told.known && r->told.block == r->block && r->last.first == r->told.first + 1;
    if (range) r->told.last = r->last.first;
    else r->told = r->last;
}

static bool behind_document(const annals_document *d, annals_bound last) {
    annals_bound written = d->when.begin.earliest;
    return annals_bound_known(written) && annals_bound_known(last) && last.day < written.day;
}

/* "By 1911 there were forty": the story stands anywhere in that year, and not at its end. */
static bool by_year(const expr *e, const annals_when *w) {
    return e->limit == LIMIT_UNTIL && w->granularity == ANNALS_YEAR && !e->third;
}

/* "By midnight it had crossed the river.  The next morning": midnight is of the day that it ends. */
static bool ends_day(const expr *e, const annals_when *w) {
    return e->hour == 24 && annals_bound_known(w->end.latest) && w->end.latest.second == 0;
}

/* "Sales rose from $9 a year ago": news that compares goes on from its own year. */
static bool compares_years(const resolver *r, const expr *e) {
    enum { QUARTERS = 4 };
    bool year = (e->unit == UNIT_YEAR && e->count == -1) || (e->unit == UNIT_QUARTER && e->count == -QUARTERS);
    bool back = e->kind == EXPR_POINT && year && e->day == UNSET && e->month == UNSET;
    return back && (e->base == BASE_SAID || e->base == BASE_NOW) && r->mode == ANNALS_MODE_DOCUMENT && r->has_now;
}

static said said_of(const resolver *r, const expr *e, const annals_when *w, annals_bound first, annals_bound last) {
    int ended = ends_day(e, w);
    bool bound = e->limit && is_coarse(e); /* "before the fall of 1834": its last day is none that was told of */
    return (said){.known = true,
                  .block = r->block,
                  .sentence = r->x->sentence_of.items[r->raw],
                  .first = first.day - ended,
                  .last = last.day - ended,
                  .year = civil_year_of_day(first.day - ended),
                  .day_known = w->granularity >= ANNALS_DAY && last.day - first.day <= 1 && !bound,
                  .until = e->limit == LIMIT_UNTIL,
                  .julian = r->julian,
                  .as_spoken = r->as_spoken,
                  .clock_known = first.state >= ANNALS_BOUND_MINUTE,
                  .begin = first,
                  .clock = last};
}

/* "He came on Tuesday, with $50 withdrawn the previous day": told beside the story, and no sentence opens with it. */
static bool is_day_before(const resolver *r, const expr *e) {
    bool before = e->base == BASE_SAID && e->unit == UNIT_DAY && e->count == -1 && e->weekday == UNSET;
    return before && !e->part && e->hour == UNSET && !opens_sentence(r->x, r->raw);
}

/* "He left on Tuesday.  On the Monday he had written", "The army, which had been raised only in August, came on the
 * 21st": told of as having been before, in a story. */
static bool goes_back(const resolver *r, const expr *e, bool story, const said *now) {
    int64_t first = now->first, last = now->last;
    bool counted = e->base == BASE_SAID || (e->weekday != UNSET && e->day == UNSET);
    bool told_more = story && e->year == UNSET && e->month != UNSET && e->day == UNSET && r->last.known &&
                     last < r->last.first && is_parenthetic(r->x, r->raw);
    bool before = counted && e->season != UNSET && e->direction < 0; /* "the spring before, he was well" */
    bool clocks = now->clock_known && r->last.clock_known && first == r->last.first;
    const said *from = r->last.back && r->earlier.known ? &r->earlier : &r->last; /* where the story stands */
    bool back = r->last.known && (first < from->first || (clocks && now->begin.second < r->last.begin.second));
    bool had = counted && (had_happened(r->x, r->raw) || is_day_before(r, e));
    if (back && (before || had || ((counted || told_more) && looks_back(r->x, r->raw)))) return true;
    return story && started_before(r, e, last);
}

/* "On Wednesday they shot Tarrant, who brought our coal on Tuesday.  At ten": on Wednesday. */
static bool is_told_more(const resolver *r, int64_t first) {
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->last.known && r->last.day_known;
    return letter && r->last.block == r->block && first < r->last.first && is_parenthetic(r->x, r->raw);
}

/* "On the evening of 14 April 1912, a Sunday, ...": says no more than that, and less. */
static bool is_apposed_weekday(const resolver *r, const expr *e, int64_t day) {
    const said *s = &r->last;
    bool here = s->known && s->sentence == r->x->sentence_of.items[r->raw] && s->first == day;
    return here && e->weekday != UNSET && e->day == UNSET && !e->part && e->hour == UNSET && behind_comma(r);
}

static bool is_dated_paper(const resolver *r, const expr *e, const annals_when *w) {
    bool day = w->granularity == ANNALS_DAY && e->kind == EXPR_POINT && !e->limit;
    return day && r->mode == ANNALS_MODE_DOCUMENT && r->has_now && is_of_paper(r->x, r->raw);
}

/* "Mrs Tanaka (born 17 April 1952) said": when who acts was born moves no story that stands decades later. */
static bool is_life_beside(const resolver *r, const expr *e) {
    enum { DECADES = 12 * 366 /* days */ };
    if (!point_said(e) || e->day == UNSET || e->year == UNSET || r->in_note) return false;
    const said *s = &r->just;
    bool later = r->has_now && s->first < r->now - DECADES;
    later |= r->last.known && s->first < r->last.first - DECADES;
    return later && is_of_birth(r->x, r->raw) && is_passing(r->x, r->raw);
}

/* Hot: behind so many early returns compilers take its end for rare, and copy what was said byte by byte. */
__attribute__((hot)) void remember(resolver *r, const expr *e, const annals_when *w, size_t mention) {
    annals_bound first = w->begin.earliest, last = w->end.latest;
    if (!annals_bound_known(first)) first = annals_bound_known(w->begin.latest) ? w->begin.latest : last;
    if (!annals_bound_known(last)) last = first;
    if (by_year(e, w)) first = bound_of_day(annals_day_of_civil(civil_year_of_day(first.day), 1, 1));
    /* What is yet to come moves no story on; but "of 1634 I shall say only" looks ahead to the telling. */
    bool story = r->mode == ANNALS_MODE_NARRATIVE || r->document->basis == ANNALS_BASIS_UNKNOWN;
    bool ahead = story && !r->in_note && !behind_document(r->document, last) && tells_future(r->x, r->raw) &&
                 !was_foreseen(r->x, r->raw);
    if (annals_bound_known(first)) r->yearless.stated = false; /* another day is said */
    if (!annals_bound_known(first) || ahead) return;
    if (story && (looks_away(r, e) || began_before(r, e, first.day))) return;
    bool begun = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && e->limit == LIMIT_SINCE && e->hour == UNSET &&
                 first.day <= r->now; /* "I am in town from Monday" goes on from there */
    r->just = said_of(r, e, w, first, last);
    r->just.mention = mention;
    if (is_dated_paper(r, e, w)) r->paper = r->just;
    bool compares = compares_years(r, e);
    if (w->granularity == ANNALS_QUARTER && !compares) r->quarter = r->just;
    if (said_beside(r, e) || begun || compares || is_opening_date(r->x, r->raw)) return; /* "the first since Easter" */
    if (is_apposed_weekday(r, e, first.day) || is_told_more(r, first.day) || is_second_name(r, e, first.day)) return;
    if (is_life_beside(r, e)) return;
    said now = r->just;
    bool with = r->aside.known && r->aside.sentence == now.sentence && r->aside.first == now.first;
    now.back = with || goes_back(r, e, story, &now);
    if (now.back && !with) r->aside = now;
    if (now.back && (story || e->base == BASE_SAID || with)) return;
    if (!r->last.back) r->earlier = r->last;
    r->last = now;
    if (now.back) return;
    if (is_occurred_field(r)) note_told(r);
    if (now.clock_known && w->granularity > ANNALS_PART_OF_DAY) r->clock = r->last;
    bool behind_midnight = now.clock_known && first.day == r->now + 1;
    r->last.ahead = r->has_now && ((first.day > r->now && !behind_midnight) || (!story && tense_of(r) >= TENSE_FUTURE));
    if (r->last.day_known && !r->last.ahead) r->day = r->last;
    else if (r->last.day_known && !r->last.until) r->coming = r->last;
    turn_back(r);
    bool moved = moves_story(r, e);
    if (moved) move_story(r);
    follow_thread(r, e, moved);
}
