/* infer_thread.c: the year of a date in a letter or on a page of news that goes on from what was told of another year.
 */
#include "civil.h"
#include "infer_year.h"
#include "when.h"

/* "1. It was begun on 14 March 1898.  2. Work stopped on 2 June.  3. The water failed on 20 August 1898": between two
 * days of one year, in their order. */
static bool is_enclosed(const resolver *r, const expr *e, int64_t first) {
    enum { NEAR = 2 /* blocks */ };
    uint32_t next = r->dated_ahead[r->raw];
    if (next == NONE_AHEAD || year_ahead(r, r->raw) != r->last.year || first < r->last.first) return false;
    const expr *n = r->x->raws.items[next].expr;
    if (n->kind == EXPR_RANGE) n = n->from;
    return n->month > e->month && r->block - r->last.block <= NEAR && block_of_raw(r->x, next) - r->block <= NEAR;
}

/* The year of three that brings an expression nearest to a day of the one between. */
static int32_t year_beside(const expr *e, int64_t day, int64_t year) {
    int64_t nearest = INT64_MAX, first, last;
    expr trial = *e;
    int32_t best = (int32_t)year;
    for (trial.year = best - 1; trial.year <= year + 1; trial.year++) {
        if (!when_days(&trial, &first, &last)) continue;
        int64_t away = first < day ? day - first : first - day;
        if (away < nearest) nearest = away, best = trial.year;
    }
    return best;
}

/* Does the account of the paragraph before go on by days and months alone? */
typedef enum account_kind {
    ACCOUNT_NONE,
    ACCOUNT_LIKELY, /* "On 2 February 2005 he gave notice, which ran out on 3 March 2005.", and "It began in April" */
    ACCOUNT_SURE /* "On 4 March 1999 he came.  On 11 March he forged it.", and "On 7 June"; or the points of a judgment
                  */
} account_kind;

static account_kind account_before(resolver *r) {
    const block_list *blocks = &r->x->blocks;
    const raw_mention *raws = r->x->raws.items;
    const said *s = &r->last, *before = &r->earlier;
    if (!s->known || s->block + 1 != r->block || r->in_note || tense_of(r) != TENSE_PAST) return ACCOUNT_NONE;
    if (s->last >= r->now || s->mention < r->x->first_mention || granularity_said(r, s) < ANNALS_MONTH)
        return ACCOUNT_NONE;
    if (blocks->items[s->block].enumerated && blocks->items[r->block].enumerated) return ACCOUNT_SURE;
    bool two = before->known && before->block == s->block && before->year == s->year &&
               granularity_said(r, before) >= ANNALS_MONTH;
    if (!two) return ACCOUNT_NONE;
    if (!says_year(raws[s->mention - r->x->first_mention].expr)) return ACCOUNT_SURE;
    bool days = s->day_known && before->day_known && before->mention >= r->x->first_mention;
    return days && says_year(raws[before->mention - r->x->first_mention].expr) ? ACCOUNT_LIKELY : ACCOUNT_NONE;
}

/* A page of today that tells of another year goes on telling of it in its next paragraph, and in its tables: close to
 * the day said last, and nearer to that than to its own day; or enclosed by such days; or as its account goes on. */
bool year_told_of(resolver *r, expr *e) {
    enum { CLOSE = 31, SEASON = 92 /* days */, FAR = 5 };
    int64_t now_year, first, last, own, end;
    int month, day;
    bool account = r->last.known && e->month != UNSET && account_before(r) == ACCOUNT_SURE;
    if (!account && (!r->last.known || !r->last.day_known || e->day == UNSET)) return false;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    expr trial = *e, here = *e;
    trial.year = account ? (int32_t)r->last.year : year_beside(e, r->last.first, r->last.year);
    here.year = (int32_t)nearest_year(r, e, now_year, tense_of(r));
    if (r->last.year == now_year || trial.year == now_year || !when_days(&trial, &first, &last) ||
        !when_days(&here, &own, &end))
        return false;
    int64_t away = first < r->last.first ? r->last.first - first : first - r->last.first;
    bool enclosed = is_enclosed(r, e, first);
    int64_t own_away = own < r->now ? r->now - own : own - r->now;
    bool close = away <= CLOSE ? own_away > away : away <= SEASON && own_away > FAR * away;
    if (!enclosed && !close && !account) return false;
    because(r, "no year is given");
    anchor_mention(r, r->last.mention);
    e->year = trial.year;
    because(r, "so it is of %d", e->year);
    if (account) r->block_year = e->year, r->block_year_mention = r->last.mention;
    if (close || r->x->blocks.items[r->block].kind == BLOCK_LIST_ITEM || (account && own_away > away)) return true;
    e->uncertain = true;
    because(r, "but in %d it is nearer to the document's day", here.year);
    return true;
}

/* The day that the paragraph's own year was told of, or the last one of that year. */
static int64_t day_of_thread(const resolver *r) {
    const said *s = &r->last;
    annals_bound first = r->c->mentions.items[r->block_year_mention].when->begin.earliest;
    bool later = s->known && s->block == r->block && s->year == r->block_year;
    return later || !annals_bound_known(first) ? s->first : first.day;
}

/* How many days ahead of the paragraph's thread a date lies in a year; behind it, less than none. */
static bool days_ahead(const resolver *r, const expr *e, int64_t year, int64_t *days) {
    int64_t first, last, thread = day_of_thread(r);
    expr trial = *e;
    trial.year = (int32_t)year;
    if (!when_days(&trial, &first, &last)) return false;
    *days = last < thread ? last - thread : first > thread ? first - thread : 0;
    return true;
}

/* "The mill burnt on 14 May 1968.  The owner was tried on 3 July", but not "The treaty was signed on 4 May 1965.  The
 * Minister complained on 3 February": whether what is told goes on from a day of another year, or that was only named
 * in passing. */
static bool goes_on_in(resolver *r, const expr *e, int64_t *year, int64_t *away) {
    enum { CLOSE = 92, SHORTLY = 31 /* days */ };
    size_t here = r->x->sentence_of.items[r->raw], there = r->block_year_mention - r->x->first_mention;
    *year = r->block_year;
    *away = 0;
    bool beside = here == r->x->sentence_of.items[there] || (r->last.known && r->last.sentence == here);
    if (beside && !is_of_paper(r->x, r->raw)) return true; /* "the treaty of 4 May 1965 and our note of 9 January" */
    if (days_ahead(r, e, *year, away) && *away >= 0 && *away <= CLOSE) return true;
    int64_t behind = -*away;
    if (days_ahead(r, e, *year + 1, away) && *away >= 0 && *away <= CLOSE) {
        ++*year;
        return true;
    }
    *away = behind < 0 ? -behind : behind;
    bool range = r->x->raws.items[r->raw].range != ANNALS_RANGE_NONE; /* whose end may lie far */
    if (looks_back(r->x, r->raw) || e->limit == LIMIT_SINCE || range) return true;
    return behind > 0 ? behind <= SHORTLY : tense_of(r) != TENSE_PAST || e->day != UNSET;
}

/* Does a date without a year go on from a day of another year that its paragraph gave? */
bool year_of_thread(resolver *r, expr *e) {
    int64_t now_year, year, away, first, last;
    int month, day;
    expr trial = *e;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    bool past = r->block_year < now_year && !r->in_note;
    if (past && looks_on(tense_of(r))) return false;
    if (!past) year = r->block_year, away = 0;
    else if (!goes_on_in(r, e, &year, &away)) return false;
    e->year = (int32_t)year;
    because(r, "no year is given");
    anchor_mention(r, r->block_year_mention);
    r->block_year = year;
    trial.year = (int32_t)nearest_year(r, e, now_year, tense_of(r));
    bool apart = !r->last.known || r->last.sentence != r->x->sentence_of.items[r->raw];
    if (e->limit == LIMIT_SINCE && r->block_year < now_year - 1 &&
        apart) { /* "He retired in 1939.  He had been ill since August", of one who died in 1952 */
        e->uncertain = true;
        because(r, "but it may be of a later year");
    }
    if (!away || !when_days(&trial, &first, &last) || (last < r->now ? r->now - last : first - r->now) >= away)
        return true;
    e->uncertain = true;
    because(r, "but in %d it is nearer to the document's day", trial.year);
    return true;
}

/* Where the days of a paragraph are of another year, what the next one tells as past may well be of it too. */
bool year_goes_on(resolver *r, expr *e) {
    const said *s = &r->last;
    int64_t now_year;
    int month, day;
    if (e->limit == LIMIT_SINCE || r->in_quotation || account_before(r) != ACCOUNT_LIKELY) return false;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    if (s->year >= now_year) return false;
    because(r, "no year is given");
    anchor_mention(r, s->mention);
    e->year = year_beside(e, s->first, s->year);
    e->uncertain = true;
    because(r, "so it is likely of %d, as what the paragraph before told", e->year);
    r->block_year = e->year;
    r->block_year_mention = s->mention;
    return true;
}
