/* infer_near.c: the year that brings a date without one nearest to the document's day. */
#include "around.h"
#include "civil.h"
#include "infer_year.h"
#include "language.h"
#include "prospect.h"
#include "reckon.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

enum {
    YEARS_AROUND = 4, /* that are tried for a date without a year */
    DAY_TOLD = 12,    /* how much farther off a day behind is than one ahead, of what "ends on 30 September" */
    MONTH_TOLD = 31,  /* how much farther off a month ahead is than one behind, where it is told of as past; or one
                         behind, where it is on the timetable */
};

/* People tell of the past more than of the future, unless they say that it will be; a past verb says that it has been,
 * though not of a day close ahead ("he was to leave on the 5th"). */
int64_t ahead_weight(verb_tense tense) {
    return tense == TENSE_PAST ? 8 : looks_on(tense) ? 1 : 2;
}

/* What has its day may have had it since: "The fair opens on 3 May", said on the 10th; but not "opens in May" in June.
 */
static int64_t behind_weight(verb_tense tense, bool whole) {
    if (tense == TENSE_FUTURE) return 8;
    if (tense == TENSE_FIXED) return whole ? 8 : 2; /* "he was to be married in October", told in May */
    return !is_scheduled(tense) ? 1 : whole ? MONTH_TOLD : DAY_TOLD;
}

/* Days from `day` to the expression in a year, or a large number when it has no such day. */
static int64_t distance(const expr *e, int64_t year, int64_t day, verb_tense tense) {
    expr trial = *e;
    int64_t first, last;
    trial.year = (int32_t)year;
    if (!when_days(&trial, &first, &last)) return INT64_MAX;
    bool term = e->limit == LIMIT_BEFORE || (e->limit == LIMIT_UNTIL && e->season != UNSET);
    if (term && looks_on(tense) && day >= first)
        return INT64_MAX; /* "unlikely before May", "we stay until the summer" */
    if (day >= first && day <= last) return 0;
    bool whole =
        e->day == UNSET && !e->nth && (e->month != UNSET || e->season != UNSET); /* "in December we lost our cow" */
    int64_t ahead = whole && tense == TENSE_PAST ? MONTH_TOLD : ahead_weight(tense);
    return day < first ? ahead * (first - day) : behind_weight(tense, whole) * (day - last);
}

static bool lies_behind(const expr *e, int64_t year, int64_t day) {
    expr trial = *e;
    int64_t first, last;
    trial.year = (int32_t)year;
    return when_days(&trial, &first, &last) && last < day;
}

/* "The shop has been shut since 5 May": that day has been. */
static bool has_begun(const resolver *r, const expr *e, int64_t year) {
    expr trial = *e;
    int64_t first, last;
    trial.year = (int32_t)year;
    return when_days(&trial, &first, &last) && first <= r->now;
}

/* The year of those around now that brings it nearest, by the weights of a tense; UNSET when none has such a day. */
int64_t nearest_year(const resolver *r, const expr *e, int64_t now_year, verb_tense tense) {
    int64_t best = UNSET, least = INT64_MAX;
    bool ahead = tense == TENSE_FUTURE && lies_ahead(r->x, r->raw); /* "will open in May" */
    if (tense == TENSE_FUTURE && may_lie_behind(r->x, r->raw)) tense = TENSE_FIXED;
    bool since = e->limit == LIMIT_SINCE && tense == TENSE_PAST && tense_around(r->x, r->raw) == TENSE_PAST;
    for (int64_t year = now_year - YEARS_AROUND; year <= now_year + YEARS_AROUND; year++) {
        int64_t d = distance(e, year, r->now, tense);
        if (ahead && lies_behind(e, year, r->now)) continue;
        if (since && !has_begun(r, e, year)) continue;
        if (reckon_once(e, year) && !lies_behind(e, year, r->now + 1)) continue; /* nobody knows of it yet */
        if (d >= least) continue;
        least = d;
        best = year;
    }
    return best;
}

/* "Between August 2010 and January 2011 three letters were sent.  The first, of 9 August": where the paragraph last
 * spoke of a time far from the document's, the year next to that is no more than likely. */
static void doubt_far_year(resolver *r, expr *e) {
    enum { FAR = 366 /* days */ };
    const said *s = &r->last;
    bool near = s->last > r->now - FAR && s->first < r->now + FAR;
    near |= tense_of(r) == TENSE_FUTURE && lies_ahead(r->x, r->raw);
    if (!s->known || s->block != r->block || near || s->year == e->year) return;
    e->uncertain = true;
    because(r, "but the paragraph has spoken of %lld", (long long)s->year);
}

/* "He died on 3 January", "your letter of 3 January", in a letter of December: of the year before, or one of the two
 * days is wrong.  But a note of receipt is of the days behind. */
static void doubt_told_ahead(resolver *r, expr *e) {
    enum { SOON = 3 /* days */ };
    int64_t first, last;
    if (r->in_note || e->day == UNSET || e->limit) return; /* notes are written later */
    if (!when_days(e, &first, &last) || first <= r->now + SOON) return;
    if ((!happened_on(r->x, r->raw) || tense_of(r) == TENSE_FIXED) && !is_of_paper(r->x, r->raw)) return;
    if (was_to_have(r->x, r->raw)) return;
    e->uncertain = true;
    because(r, "but it is told as past, and that would lie ahead");
}

/* "It began in November and ended in January": the end is not before the beginning. */
static bool ended_earlier(const resolver *r, const expr *e, const expr *n, int64_t now_year) {
    size_t next = r->raw + 1;
    annals_text lead, verb = word_led(r->x, next, &lead);
    bool over = n->month < e->month && lies_behind(n, now_year, r->now) && has_role(r->x->grammar, verb, ROLE_ENDED);
    return over && !had_happened(r->x, next);
}

/* "He took office in March and resigned in May", told in March: what came of it has been, and so both are of the year
 * before. */
static bool came_before_past(resolver *r, const expr *e, int64_t now_year) {
    const analysis *x = r->x;
    size_t next = r->raw + 1;
    if (e->month == UNSET || e->day != UNSET || next >= x->raws.count || tense_of(r) != TENSE_PAST) return false;
    const expr *n = x->raws.items[next].expr;
    bool later = x->sentence_of.items[next] == x->sentence_of.items[r->raw] && n->kind == EXPR_POINT && !n->limit &&
                 n->month != UNSET && n->day == UNSET && n->year == UNSET && !n->base;
    if (later && ended_earlier(r, e, n, now_year)) return true;
    if (!later || n->month <= e->month || lies_behind(n, now_year, r->now) || tense_around(x, next) != TENSE_PAST)
        return false;
    annals_text between = text_slice(x->text, x->raws.items[r->raw].end, x->raws.items[next].start);
    return contexts_in(x->grammar, between, CONTEXT_PAST | CONTEXT_PARTICIPLE) !=
           0; /* but "prices rose in January from December" */
}

void year_nearest_now(resolver *r, expr *e) {
    int64_t now_year;
    int month, day;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    verb_tense tense = tense_of(r);
    if (e->limit == LIMIT_SINCE) tense = looks_on(tense) ? TENSE_FUTURE : TENSE_PAST; /* "opens not before May" */
    else if (tense == TENSE_PAST && is_of_present(r->x, r->raw)) tense = TENSE_NONE;  /* "who came and is up in May" */
    bool then = tense > TENSE_PAST && was_planned_then(r->x, r->raw);
    int64_t ahead = then ? nearest_year(r, e, now_year, tense) : UNSET;
    if (then || was_planned_once(r->x, r->raw)) tense = TENSE_NONE;
    else if (tense == TENSE_PAST && was_to_have(r->x, r->raw)) /* put off since, and its day may be ahead */
        tense = e->day != UNSET ? TENSE_FIXED : TENSE_NONE;
    int64_t best = nearest_year(r, e, now_year, tense);
    because(r, "no year is given");
    anchor_now(r);
    if (best == UNSET) return;
    if (best == now_year && came_before_past(r, e, now_year)) best--;
    e->year = (int32_t)best;
    because(r, "the one nearest to that day is in %lld", (long long)best);
    if (then && ahead != best) {
        e->uncertain = true;
        because(r, "it was planned for that day, which may also lie ahead");
    }
    doubt_told_ahead(r, e);
    doubt_far_year(r, e);
    /* "He said that he does not want it to last until the summer" */
    if (e->limit != LIMIT_UNTIL || e->day != UNSET || tense_of(r) == TENSE_FUTURE) return;
    if (nearest_year(r, e, now_year, TENSE_NONE) == best) return;
    e->uncertain = true;
    because(r, "it may also lie ahead");
}

/* "He died in 1951.  The funeral is on Easter Monday", in an obituary of that April: what was told of as past has come
 * to what is so when it was written, and such a day lies just ahead. */
bool is_soon(resolver *r, expr *e) {
    enum { SOON = 31 /* days */ };
    int64_t now_year;
    int month, day;
    if (!r->has_now || e->limit || !tells_of_now(r)) return false;
    annals_civil_of_day(r->now, &now_year, &month, &day);
    int64_t next = nearest_year(r, e, now_year, TENSE_FUTURE);
    if (next == UNSET || distance(e, next, r->now, TENSE_FUTURE) > SOON) return false;
    anchor_now(r);
    e->year = (int32_t)next;
    because(r, "no year is given, and the story has come to when it was written; it lies just ahead in %d", e->year);
    return true;
}
