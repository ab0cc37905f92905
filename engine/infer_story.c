/* infer_story.c: the year of a date without one in a story: that where the story stands, or the one next to it. */
#include "civil.h"
#include "infer_year.h"
#include "language.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

/* The month of the year that it lies in, as far as it can be told; the Julian Christmas of a year is of its thirteenth.
 */
int month_in(const expr *e, int64_t year) {
    enum { MONTHS = 12 };
    if (e->season != UNSET) return e->season * 3;
    if (e->month != UNSET) return e->month;
    expr trial = *e;
    int64_t first, last, given;
    int month = 1, day;
    trial.year = (int32_t)year;
    if (!when_days(&trial, &first, &last)) return month;
    annals_civil_of_day(first, &given, &month, &day);
    return month + MONTHS * (int)(given - year);
}

/* The next mention that gives a year, if it is close and of the same section; or NONE_AHEAD. */
static uint32_t next_of_section(const resolver *r) {
    enum { CLOSE = 8 /* blocks */ };
    uint32_t next = r->dated_ahead[r->raw];
    size_t last = next == NONE_AHEAD ? SIZE_MAX : block_of_raw(r->x, next);
    if (last == SIZE_MAX || last - r->block > CLOSE) return NONE_AHEAD;
    for (size_t i = r->block + 1; i <= last; i++)
        if (r->x->blocks.items[i].kind == BLOCK_HEADING) return NONE_AHEAD;
    return next;
}

/* What a month without a year goes on from: the paragraph's own thread, or the story. */
const said *story_at(const resolver *r) {
    return in_thread(r) ? &r->thread : &r->story;
}

/* By how many months stories go back, at least, where they go on to the next year: fewer within a paragraph and when
 * that year comes in sight, and none when the old one is told of again: "... in December 1943.  In March they marched,
 * and on 2 April 1943". */
static int turns_at(const resolver *r, int64_t year, int own) {
    enum { USUAL = 7, IN_SIGHT = 5, NEVER = 12 };
    int32_t ahead = year_ahead(r, r->raw);
    bool goes_on = story_at(r)->block == r->block && !looks_back(r->x, r->raw);
    int usual = goes_on ? IN_SIGHT : USUAL;
    if (ahead == UNSET) return usual;
    if (ahead != year) return ahead > year ? IN_SIGHT : usual;
    uint32_t next = next_of_section(r);
    if (next == NONE_AHEAD) return usual;
    const expr *n = r->x->raws.items[next].expr;
    int month = month_of(n->kind == EXPR_RANGE ? n->from : n);
    bool again = month == UNSET ? block_of_raw(r->x, next) == r->block : month >= own;
    return again ? NEVER : usual;
}

/* Would a date lie behind the next one that is given with its month and year?  Then the story is not there yet. */
static bool lies_behind_next(const resolver *r, const expr *e, int64_t year) {
    int64_t first, last, next, end;
    if (year_ahead(r, r->raw) == UNSET) return false;
    const expr *n = r->x->raws.items[r->dated_ahead[r->raw]].expr;
    if (n->kind == EXPR_RANGE) n = n->from;
    expr trial = *e, ahead = *n;
    trial.year = (int32_t)year;
    ahead.year = year_of(n);
    return month_of(n) != UNSET && when_days(&trial, &first, &last) && when_days(&ahead, &next, &end) && first > end;
}

/* "The last men left in March.  He flew out on 23 November and resigned on 9 January 1957": of the year before. */
static bool before_next_of_sentence(const resolver *r, const expr *e, int64_t year) {
    const analysis *x = r->x;
    uint32_t next = r->dated_ahead[r->raw];
    if (next == NONE_AHEAD || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    const expr *n = x->raws.items[next].expr;
    bool days = e->kind == EXPR_POINT && e->day != UNSET && n->kind == EXPR_POINT && n->day != UNSET;
    return days && month_of(n) < month_of(e) && !is_parenthetic(x, next) && lies_behind_next(r, e, year) &&
           !lies_behind_next(r, e, year - 1);
}

/* Looked the story ahead with its last date, and does it now go on close behind where it was left?  "He was released in
 * October 1951." and then, in a new paragraph, "The town fell on 30 June", three days after what came before.  What it
 * looked ahead to is years away, or what comes next is before it. */
bool year_where_left(resolver *r, expr *e) {
    enum { CLOSE = 92 /* days */, LEAP = 3 /* years */ };
    int64_t year, ahead, first, last;
    int month, ahead_month, day;
    if (r->in_note || !r->left.known || r->leap != r->story.mention || r->leap_block == r->block) return false;
    if (r->c->mentions.items[r->left.mention].when->granularity < ANNALS_MONTH) return false;
    annals_civil_of_day(r->left.first, &year, &month, &day);
    annals_civil_of_day(r->story.first, &ahead, &ahead_month, &day);
    bool far = ahead - year >= LEAP && !in_thread(r);
    expr trial = *e;
    trial.year = (int32_t)year;
    if (!(far || lies_behind_next(r, e, ahead)) || !when_days(&trial, &first, &last)) return false;
    if (last < r->left.first || first > r->left.first + CLOSE) return false;
    because(r, "no year is given");
    anchor_mention(r, r->left.mention);
    e->year = (int32_t)year;
    because(r, "the story looked ahead; so it is of %d", e->year);
    return true;
}

/* Went the paragraph before back to earlier years, and lies the date close to where the story stood then? */
bool year_before_flashback(resolver *r, expr *e) {
    enum { CLOSE = 92 /* days */ };
    int64_t first, last;
    expr trial = *e;
    if (r->in_note || !r->before.known || r->flashback == r->block || in_thread(r)) return false;
    trial.year = (int32_t)r->before.year;
    if (!when_days(&trial, &first, &last)) return false;
    if (last < r->before.first - CLOSE || first > r->before.first + CLOSE) return false;
    because(r, "no year is given");
    anchor_mention(r, r->before.mention);
    e->year = trial.year;
    because(r, "the story had gone back to earlier years; so it is of %d", e->year);
    return true;
}

/* Would a date go back behind where the story stands, or ahead of the document, that in the document's own year lies
 * shortly before it?  "The jury found for her on 21 February.  Given the 22nd of February 1788." */
static bool fresh_to_document(resolver *r, expr *e, int64_t year) {
    enum { FRESH = 31 /* days */, RECENT = 1 /* years */ };
    int64_t first, last, now_year;
    int month, day;
    if (!r->has_now || r->entry != SIZE_MAX || r->in_note || e->day == UNSET) return false;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    expr trial = *e;
    trial.year = (int32_t)year;
    if (now_year == year || now_year > year + RECENT || !when_days(&trial, &first, &last) || last >= r->story.first)
        return false;
    trial.year = (int32_t)now_year;
    if (!when_days(&trial, &first, &last) || last > r->now || last < r->now - FRESH) return false;
    anchor_now(r);
    e->year = trial.year;
    because(r, "it is shortly before that day");
    return true;
}

/* Has the year that the story gives it put a date ahead of the document that tells of it?  Then it is of the one
 * before.
 */
static int64_t year_told(resolver *r, const expr *e, int64_t year) {
    int64_t first, last;
    expr trial = *e;
    trial.year = (int32_t)year;
    bool told = r->has_now && r->entry == SIZE_MAX && !r->in_note && tense_of(r) == TENSE_PAST;
    return told && when_days(&trial, &first, &last) && first > r->now ? year - 1 : year;
}

/* By how many months a date lies ahead, at least, that is of the year before: fewer where something has lasted since,
 * as in "Kell, besieged since November, fell in February", or had been, as in "In December they had asked for bread".
 */
static int back_by(const resolver *r, const expr *e) {
    enum { USUAL = 11, SINCE_AT_HEAD = 10, SINCE = 6, HAD = 4 };
    if (e->limit == LIMIT_SINCE) return opens_sentence(r->x, r->raw) ? SINCE_AT_HEAD : SINCE;
    return !e->limit && had_happened(r->x, r->raw) ? HAD : USUAL;
}

/* "They had fought since January", "Hobb, who had come in January": not where the story goes on. */
static bool tells_of_before(const resolver *r, const expr *e) {
    if (e->limit == LIMIT_SINCE) return !opens_sentence(r->x, r->raw);
    if (e->limit == LIMIT_UNTIL || !looks_back(r->x, r->raw)) return false;
    return is_parenthetic(r->x, r->raw) || had_done_by(r->x, r->raw);
}

/* "The siege lasted from March until July 1809.  On 3 April": within what was told of as a whole. */
bool within_range_said(const resolver *r, const said *from, int64_t first) {
    size_t raw = from->mention - r->x->first_mention;
    if (!raw || r->x->raws.items[raw].range != ANNALS_RANGE_END) return false;
    annals_bound begin = r->c->mentions.items[from->mention - 1].when->begin.earliest;
    return annals_bound_known(begin) && begin.day <= first;
}

/* "The trial opened on November 20, 1945, and judgment was given on October 1": a date that lies behind the one said in
 * the same paragraph, though nothing looks back there, may be of the year after. */
static void doubt_way_back(resolver *r, expr *e, const said *from) {
    enum { CLOSE = 31 /* days */ };
    int64_t first, last;
    bool story = r->mode == ANNALS_MODE_NARRATIVE && from->block == r->block && !r->in_note && !e->limit;
    if (!story || looks_back(r->x, r->raw) || !when_days(e, &first, &last) || last >= from->first - CLOSE) return;
    if (within_range_said(r, from, first)) return;
    e->uncertain = true;
    because(r, "it lies before that; it may be of the year after");
}

/* "Arrested in September 1942 and held until May 1943, he wrote on Christmas Eve": before the end, perhaps. */
static void doubt_end(resolver *r, expr *e, const said *from) {
    int64_t first, last;
    expr trial = *e;
    bool story = r->mode == ANNALS_MODE_NARRATIVE && from->until && r->left.known && !r->in_note && !e->limit;
    trial.year--;
    if (!story || !when_days(&trial, &first, &last) || first <= r->left.first || last >= from->last) return;
    e->uncertain = true;
    because(r, "that was an end; it may be of the year before");
}

/* "She was born on 3 May 1880.  On 4 October she married" */
static void doubt_birth(resolver *r, expr *e, const said *from) {
    size_t raw = from->mention - r->x->first_mention;
    if (from->sentence == r->x->sentence_of.items[r->raw] || !is_of_birth(r->x, raw)) return;
    e->uncertain = true;
    because(r, "but that is when a life began");
}

/* "the 1920-21 season", "the plague of 1348-9": what began in the one year and ended in the next. */
static bool is_of_two_years(const resolver *r, const said *s) {
    const raw_mention *m = &r->x->raws.items[s->mention - r->x->first_mention];
    const expr *e = m->expr;
    return s->block == r->block && m->range == ANNALS_RANGE_END && e->kind == EXPR_POINT && e->month == UNSET &&
           e->season == UNSET && e->year != UNSET && e->last_day == e->year + 1;
}

/* "It was resumed in April": what had stopped goes on later. */
static bool is_taken_up(const resolver *r) {
    return stands_behind(r->x, r->raw, ROLE_TAKEN_UP) && !looks_back(r->x, r->raw);
}

/* Stories go forward: a month much earlier is one of the next year (and the other way round). */
/* "From 1775 to 1783 the war went on.  On October 17": of one of those years. */
static void doubt_of_years(resolver *r, expr *e, const said *from) {
    const raw_mention *m = &r->x->raws.items[from->mention - r->x->first_mention];
    bool years = m->range == ANNALS_RANGE_END && granularity_said(r, from) == ANNALS_YEAR;
    if (!years || e->limit || from->block != r->block) return;
    e->uncertain = true;
    because(r, "but several years were said");
}

void year_of_last_said(resolver *r, expr *e) {
    int64_t year;
    int month, day;
    const said *from = story_at(r);
    annals_civil_of_day(from->first, &year, &month, &day);
    int own = month_in(e, year);
    const annals_mention *m = &r->c->mentions.items[from->mention];
    enum { PART_OF_YEAR = 200 /* days: "the end of 1237" */, AUGUST = 8 };
    bool part = from->block == r->block && from->last - from->first < PART_OF_YEAR;
    bool month_known = m->when->granularity >= ANNALS_SEASON;
    bool turns = (month_known || part) && (month - own >= turns_at(r, year, own) || (month > own && is_taken_up(r)));
    if (turns && !tells_of_before(r, e)) year++;
    else if (month_known && own - month >= back_by(r, e)) year--;
    else if (before_next_of_sentence(r, e, year)) year--;
    bool first = own >= AUGUST && !e->limit && is_of_two_years(r, from);
    year = year_told(r, e, year - first);
    because(r, "no year is given");
    if (fresh_to_document(r, e, year)) return;
    anchor_mention(r, from->mention);
    e->year = (int32_t)year;
    e->uncertain |= first;
    because(r, first ? "so it is likely of the first year, %lld" : "so it is of %lld", (long long)year);
    if (month_known) doubt_way_back(r, e, from);
    doubt_end(r, e, from);
    doubt_of_years(r, e, from);
    doubt_birth(r, e, from);
}
