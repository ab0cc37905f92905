/* infer_year.c: the year of a date that does not give it. */
#include "infer_year.h"
#include "around.h"
#include "civil.h"
#include "language.h"
#include "prospect.h"
#include "reckon.h"
#include "resolver.h"
#include "scan.h"
#include "text.h"
#include "when.h"

int32_t year_of(const expr *e) {
    return e->era < 0 ? 1 - e->year : e->year;
}

int32_t year_ahead(const resolver *r, size_t raw) {
    if (r->x->raws.items[raw].range == ANNALS_RANGE_BEGIN) raw++; /* its end does not tell where the story goes */
    uint32_t next = r->dated_ahead[raw];
    if (next == NONE_AHEAD) return UNSET;
    const raw_mention *dated = &r->x->raws.items[next];
    const expr *e = dated->expr;
    if (e->kind == EXPR_RANGE) e = dated->range == ANNALS_RANGE_END ? e->to : e->from;
    return year_of(e);
}

int month_of(const expr *e) {
    return e->season != UNSET ? 3 * e->season : e->month;
}

/* "On Boxing Day the boat went, and I heard of it until Easter": the end does not lie before what was said last. */
static void end_ahead(resolver *r, expr *e) {
    int64_t first, last;
    bool end = e->limit == LIMIT_UNTIL && r->last.known && r->last.block == r->block;
    if (!end || !when_days(e, &first, &last) || last >= r->last.first) return;
    e->year++;
    because(r, "it ends in the year after");
}

/* "It is to be held between 1 March and 1 June; the 22nd of March was suggested": of the range that was said. */
static bool year_of_range_said(resolver *r, expr *e) {
    int64_t first, last, year;
    int month, day;
    const said *s = &r->last;
    bool here = s->known && s->day_known && s->block == r->block && e->day != UNSET && e->month != UNSET && !e->limit;
    if (!here || s->mention < r->x->first_mention) return false;
    annals_civil_of_day(s->first, &year, &month, &day);
    expr trial = *e;
    trial.year = (int32_t)year;
    if (!when_days(&trial, &first, &last) || last > s->last || !within_range_said(r, s, first)) return false;
    because(r, "no year is given");
    anchor_mention(r, s->mention);
    e->year = trial.year;
    because(r, "it lies within the range said before");
    return true;
}

/* The mention before, if it is a year of the same sentence and no more; else null. */
static const raw_mention *year_before(const resolver *r) {
    const analysis *x = r->x;
    if (!r->raw || x->sentence_of.items[r->raw - 1] != x->sentence_of.items[r->raw]) return NULL;
    const raw_mention *before = &x->raws.items[r->raw - 1];
    const expr *b = before->expr;
    bool year =
        b->kind == EXPR_POINT && b->year != UNSET && month_of(b) == UNSET && !b->short_year && !b->base && !b->era;
    return year ? before : NULL;
}

static void take_year_before(resolver *r, expr *e) {
    because(r, "no year is given");
    anchor_mention(r, r->x->first_mention + r->raw - 1);
    e->year = r->x->raws.items[r->raw - 1].expr->year;
}

/* "and in 2013 on 7 April", "in 1996 it was held on 4 August", "the 2019 floods came in June": the year stands before
 * it in its own clause. */
static bool year_of_clause(resolver *r, expr *e) {
    enum { LONGEST = 40 /* bytes between */ };
    const analysis *x = r->x;
    const raw_mention *m = &x->raws.items[r->raw], *before = year_before(r);
    if (!before || e->limit || before->expr->limit || before->range) return false;
    if (before->end > m->start || m->start - before->end > LONGEST) return false;
    size_t first = x->sentences.items[x->sentence_of.items[r->raw]].start, start, end;
    annals_text between = text_slice(x->text, before->end, m->start);
    const context_set leads = CONTEXT_SURE | CONTEXT_WEAK | CONTEXT_FOLLOWER;
    if (text_find_any(between, 0, between.length, ",.;:()") < between.length) return false;
    if (!in_context(x->grammar, word_ending(x->text, first, before->start), leads)) return false;
    if (!text_word(between, 0, &start, &end)) return false;
    annals_text word = text_slice(between, start, end);
    bool happened = has_role(x->grammar, word, ROLE_HAPPENING) && is_before(x, between, end, CONTEXT_PAST);
    bool only = in_context(x->grammar, word, leads) && !text_word(between, end, &start, &end);
    if (!only && !happened && !in_context(x->grammar, word, CONTEXT_SUBJECT)) return false;
    take_year_before(r, e);
    because(r, "the year of its clause is %d", e->year);
    return true;
}

/* What stands between a mention and the next one of its sentence; absent where there is none. */
static annals_text before_next(const resolver *r) {
    const analysis *x = r->x;
    size_t next = r->raw + 1;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return (annals_text){0};
    return text_trim(text_slice(x->text, x->raws.items[r->raw].end, x->raws.items[next].start));
}

/* "the spring offensive against the coast in May 1942", "the Spring Offensive of 1918" */
static bool is_of_event(const resolver *r, annals_text between) {
    size_t start, end;
    if (!between.data || !text_word(between, 0, &start, &end)) return false;
    annals_text noun = text_slice(between, start, end);
    return (in_context(r->x->grammar, noun, CONTEXT_SEASON_NOUN) || has_role(r->x->grammar, noun, ROLE_HAPPENING)) &&
           !memchr(between.data, ',', between.length) && !memchr(between.data, ';', between.length);
}

/* "in the spring and early summer of 1943", "late May/early June 1940": the year stands with the second of two, or
 * behind the event. */
static bool year_of_next(resolver *r, expr *e) {
    annals_text between = before_next(r);
    if (!between.data) return false;
    const expr *n = r->x->raws.items[r->raw + 1].expr;
    bool dated = n->kind == EXPR_POINT && n->year != UNSET && !n->short_year && !n->base && !n->limit;
    bool close = text_same_word(between, "/") || in_context(r->x->grammar, between, CONTEXT_JOINER);
    bool joined = month_of(n) != UNSET && close;
    if (!dated || !(joined || is_of_event(r, between))) return false;
    e->year = year_of(n) - (month_of(n) != UNSET && month_of(e) > month_of(n));
    because(r, joined ? "no year is given; the date joined to it has one"
                      : "no year is given; that of the event stands behind it");
    return true;
}

/* Nothing but a comma, "and" or an article between: "on 3 May and 4 June", but not "in May and in June". */
static bool enumerates(const analysis *x, size_t raw) {
    if (!goes_on_list(x, raw)) return false;
    annals_text between = text_slice(x->text, x->raws.items[raw - 1].end, x->raws.items[raw].start);
    size_t start, end;
    for (size_t at = 0; text_word(between, at, &start, &end); at = end)
        if (!in_context(x->grammar, text_slice(between, start, end), CONTEXT_JOINER | CONTEXT_DETERMINER)) return false;
    return true;
}

/* "on 3 May and 4 June of the following year", "in May, June and July of that year": what closes an enumeration is said
 * of all of it, where that goes on from month to month. */
static bool year_of_enumeration(resolver *r, expr *e) {
    enum { MOST = 6 };
    const analysis *x = r->x;
    const raw_mention *m = &x->raws.items[r->raw];
    if (e->kind != EXPR_POINT || e->month == UNSET || e->limit || e->of) return false;
    for (size_t next = r->raw + 1; next < r->raw + MOST && enumerates(x, next); next++, m++) {
        const expr *n = m[1].expr;
        bool alike = n->kind == EXPR_POINT && n->month != UNSET && (n->day != UNSET) == (e->day != UNSET) && !n->limit;
        if (!alike || n->month < m->expr->month || n->year != UNSET) return false;
        if (!n->of) continue;
        expr whole;
        complete(r, n->of, &whole);
        if (whole.year == UNSET) return false;
        e->year = whole.year;
        because(r, "no year is given; what closes the enumeration says which");
        return true;
    }
    return false;
}

/* "the 15th of March, June and September": the day of the first is that of each. */
static bool says_day_of(const analysis *x, const raw_mention *m) {
    annals_text words = text_slice(x->text, m->start, m->end);
    const expr *e = m->expr;
    if (e->kind != EXPR_POINT || e->day == UNSET || e->month == UNSET || e->year != UNSET || m->range) return false;
    return contexts_in(x->grammar, words, CONTEXT_GENITIVE) != 0;
}

void take_listed_day(const resolver *r, expr *e) {
    enum { MOST = 12 };
    const analysis *x = r->x;
    size_t raw = r->raw;
    bool month = e->kind == EXPR_POINT && e->month != UNSET && e->day == UNSET && e->year == UNSET && !e->third;
    if (!month || e->limit || e->base || e->of || x->raws.items[raw].range) return;
    for (int i = 0; i < MOST && raw && enumerates(x, raw); i++, raw--) {
        const raw_mention *before = &x->raws.items[raw - 1];
        if (says_day_of(x, before)) {
            if (before->expr->month < x->raws.items[raw].expr->month) e->day = before->expr->day;
            return;
        }
        bool listed = before->expr->kind == EXPR_POINT && before->expr->month != UNSET && before->expr->day == UNSET;
        if (!listed || before->expr->month >= x->raws.items[raw].expr->month) return;
    }
}

/* ... and the one that closes it is of the year that it gave the others. */
bool closes_enumeration(resolver *r, expr *e) {
    if (!r->raw || e->month == UNSET || !enumerates(r->x, r->raw)) return false;
    const expr *b = r->x->raws.items[r->raw - 1].expr;
    bool alike = b->kind == EXPR_POINT && b->month != UNSET && (b->day != UNSET) == (e->day != UNSET) && !b->limit;
    if (!alike || b->year != UNSET || b->of || e->month < b->month) return false;
    size_t mention = r->x->first_mention + r->raw - 1;
    annals_bound first = r->c->mentions.items[mention].when->begin.earliest;
    if (!annals_bound_known(first)) return false;
    anchor_mention(r, mention);
    e->year = (int32_t)civil_year_of_day(first.day);
    return true;
}

/* "your letters of 3 May 1961 and 9 June": nothing but "and" parts it from a date of that year, before it. */
static bool year_of_joined(resolver *r, expr *e) {
    if (!goes_on_list(r->x, r->raw)) return false;
    const expr *b = r->x->raws.items[r->raw - 1].expr;
    bool whole = b->kind == EXPR_POINT && b->year != UNSET && b->month != UNSET && b->day != UNSET && !b->short_year;
    bool on = whole && e->month != UNSET && e->day != UNSET && !e->limit && e->month >= b->month;
    if (!on || b->limit) return false;
    e->year = year_of(b);
    because(r, "no year is given; the date joined to it has one");
    return true;
}

/* "The 2019 floods came in June and July": the months that an enumeration goes on with are of one year. */
static bool year_of_month_before(resolver *r, expr *e) {
    bool month = e->kind == EXPR_POINT && e->month != UNSET && e->day == UNSET && !e->limit && !e->third;
    if (!month || !r->raw || !enumerates(r->x, r->raw)) return false;
    const raw_mention *before = &r->x->raws.items[r->raw - 1];
    const expr *b = before->expr;
    bool alike = b->kind == EXPR_POINT && b->month != UNSET && b->day == UNSET && b->year == UNSET && !b->limit;
    return alike && !before->range && b->month < e->month && closes_enumeration(r, e);
}

/* The word before a date; absent where something else stands. */
static annals_text word_before_date(const analysis *x, size_t raw) {
    size_t date = x->raws.items[raw].start, start = date ? date - 1 : 0;
    while (start && is_word_byte(x->text.data[start - 1])) start--;
    return text_slice(x->text, start, date ? date - 1 : 0);
}

/* "... on 26 January and Madrid on": the second part of a list says the verb of the first no more. */
static bool lists(const analysis *x, size_t from, size_t to) {
    enum { LONGEST = 200 /* bytes */ };
    const context_set parting = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB |
                                CONTEXT_SUBORDINATE | CONTEXT_COUNTS_FROM | CONTEXT_GENITIVE | CONTEXT_PRONOUN;
    size_t start, end;
    bool joined = false;
    if (to - from > LONGEST || text_find_any(x->text, from, to, ".;:()[]") < to) return false;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end <= to; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (in_context(x->grammar, word, parting) && !text_begins_upper(word)) return false;
        joined |= in_context(x->grammar, word, CONTEXT_JOINER);
    }
    return joined;
}

/* "Barcelona fell on 26 January and Madrid on 28 March 1939": the year that closes a list is that of all of it. */
static bool year_of_list(resolver *r, expr *e) {
    const analysis *x = r->x;
    uint32_t next = r->dated_ahead[r->raw];
    if (next == NONE_AHEAD || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    const expr *n = x->raws.items[next].expr;
    bool alike = e->kind == EXPR_POINT && n->kind == EXPR_POINT && e->month != UNSET && n->month != UNSET &&
                 (e->day != UNSET) == (n->day != UNSET) && !e->limit && !n->limit;
    annals_text lead = word_before_date(x, r->raw), other = word_before_date(x, next);
    if (!alike || !lead.length || lead.length != other.length || !text_same_letters(lead, other, lead.length))
        return false;
    size_t end = x->raws.items[next].end;
    bool closes = end >= x->sentences.items[x->sentence_of.items[next]].end || byte_in(x->text.data[end], ".,;:!?");
    if (!closes || !lists(x, x->raws.items[r->raw].end, x->raws.items[next].start)) return false;
    e->year = year_of(n) - (e->month > n->month);
    because(r, "no year is given; the date that closes the list is of %d", year_of(n));
    return true;
}

/* " report of ": a thing that the year before it tells apart, and whose day stands behind it. */
static bool is_thing_of_year(const analysis *x, annals_text between) {
    enum { LONGEST = 4 /* words */ };
    size_t start, end;
    annals_text last = {0};
    if (text_find_any(between, 0, between.length, ".,;:()[]") < between.length) return false;
    for (int words = 0; text_word(between, last.data ? end : 0, &start, &end); words++) {
        const context_set parting = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_COPULA | CONTEXT_JOINER;
        last = text_slice(between, start, end);
        bool noun = last.length > 2 && !in_context(x->grammar, last, parting | CONTEXT_WEAK);
        if (words == LONGEST || (!words && !noun)) return false;
    }
    return in_context(x->grammar, last, CONTEXT_GENITIVE);
}

/* ", which ", ", when " */
static bool tells_more(const analysis *x, annals_text between) {
    size_t start, end;
    if (!text_starts(between, ", ") || !text_word(between, 2, &start, &end) || start > 2) return false;
    return in_context(x->grammar, text_slice(between, start, end), CONTEXT_RELATIVE | CONTEXT_SUBORDINATE);
}

/* "the strike of 1909, which lasted from 4 August to 10 September", "in 1909, when it lasted from 4 August", "the 1929
 * report of November 4" */
static bool year_of_antecedent(resolver *r, expr *e) {
    const analysis *x = r->x;
    const raw_mention *before = year_before(r);
    if (!before) return false;
    annals_text between = text_slice(x->text, before->end, x->raws.items[r->raw].start);
    if (!tells_more(x, between) && !is_thing_of_year(x, between)) return false;
    take_year_before(r, e);
    because(r, "what it tells more of is of %d", e->year);
    return true;
}

/* "from 30 November to 22 January in the winter of 1890": one that began in that year, or that ended in it. */
static void doubt_winter(resolver *r, expr *e, const expr *given) {
    enum { WINTER = 4 };
    if (given->season != WINTER || given->month != UNSET) return;
    e->uncertain = true;
    because(r, "but a winter is of two years");
}

/* "On 25 June the army crossed.  In July 1950": a story that opens without a year is of the year that it gives first.
 */
static void year_of_dated_ahead(resolver *r, expr *e) {
    const expr *n = r->x->raws.items[r->dated_ahead[r->raw]].expr;
    int month = month_of(n->kind == EXPR_RANGE ? n->from : n);
    int32_t year = year_ahead(r, r->raw);
    e->year = year - (month != UNSET && month_in(e, year) > month);
    because(r, "no year is given; the next date that has one is of %d", year);
    doubt_winter(r, e, n);
    if (month != UNSET || !r->story.known) return;
    e->uncertain = true; /* "In the 1950s it was rebuilt.  They dated its fall to 12 April; a paper found in 1974" */
    because(r, "but the story was of other years before");
}

/* A decade or a century said before gives no year to a month. */
static bool story_has_year(const resolver *r) {
    const said *s = story_at(r);
    return s->known && r->c->mentions.items[s->mention].when->granularity >= ANNALS_YEAR;
}

/* "It was settled in December 1933, and the last coupon was paid on April 30": would the sentence go back by months,
 * though nothing in it looks back?  Then the day is of a later year. */
static bool goes_back(const resolver *r, const expr *e) {
    enum { CLOSE = 92 /* days */ };
    int64_t first, last;
    expr trial = *e;
    trial.year = (int32_t)r->sentence_year;
    bool latest = r->last.known && r->last.block == r->block && r->last.mention == r->sentence_year_mention;
    return latest && e->day != UNSET && when_days(&trial, &first, &last) && last < r->last.first - CLOSE &&
           !looks_back(r->x, r->raw) && !had_happened(r->x, r->raw);
}

/* "In December 1972 he was ill; in February he recovered": behind a month that had the year. */
static bool turns_in_sentence(const resolver *r, const expr *e) {
    enum { YEAR = 366 /* days */ };
    int64_t first, last;
    expr next = *e;
    const said *s = &r->last;
    next.year++;
    bool here = s->known && s->sentence == r->year_sentence && !r->year_alone;
    bool month = e->month != UNSET && e->kind == EXPR_POINT && !e->limit;
    if (here && month && s->year == r->sentence_year + 1) return true; /* it turned before */
    return here && month && s->year == r->sentence_year && when_days(e, &first, &last) && last < s->first &&
           when_days(&next, &first, &last) && last <= r->now && first - s->last < YEAR / 2 && !looks_back(r->x, r->raw);
}

/* "In June 1961 they met.  In August the Wall went up.": the next sentence opens so too. */
static bool opens_like_year(resolver *r, const expr *e) {
    size_t from = r->sentence_year_mention - r->x->first_mention;
    bool month = e->kind == EXPR_POINT && e->month != UNSET && e->day == UNSET && !e->limit;
    bool next = r->sentence_year != UNSET && r->year_sentence + 1 == r->x->sentence_of.items[r->raw];
    bool opens = next && month && !r->year_alone && r->year_opens && opens_sentence(r->x, r->raw);
    return opens && block_of_raw(r->x, from) == r->block && tense_of(r) == TENSE_PAST;
}

static bool year_of_sentence(resolver *r, expr *e) {
    bool given = r->sentence_year != UNSET && r->year_sentence == r->x->sentence_of.items[r->raw];
    if (!given && opens_like_year(r, e)) {
        given = e->uncertain = true;
        r->year_sentence = r->x->sentence_of.items[r->raw];
    }
    if (!given) return false;
    size_t from = r->sentence_year_mention - r->x->first_mention;
    bool other = r->year_counted != 0, past = tense_of(r) == TENSE_PAST;
    if (other && (r->year_counted > 0) == past) return false; /* "Next year's budget was passed on 3 April" */
    if (!other && (tense_of(r) == TENSE_FUTURE || is_of_present(r->x, r->raw))) return false;
    if (goes_back(r, e)) return false;
    if (r->year_alone && e->season == UNSET && !r->year_opens && !other) return false;
    if (e->limit == LIMIT_SINCE && is_passing(r->x, from))
        return false; /* "who came in May 1990, is ill since 3 June" */
    because(r, "no year is given");
    anchor_mention(r, r->sentence_year_mention);
    e->year = (int32_t)r->sentence_year;
    if (turns_in_sentence(r, e)) {
        e->year++;
        because(r, "the months of the sentence go on: of the year after");
    }
    if (r->year_alone && r->year_opens && !other) {
        r->block_year = r->sentence_year;
        r->block_year_mention = r->sentence_year_mention;
    }
    return true;
}

/* "In 1961 he married Odile, who survives him, with a grandson born on Labor Day": behind what is so now, the day is of
 * no year that the sentence gave before. */
static bool behind_present(const resolver *r) {
    enum { REACH = 150 /* bytes */ };
    const analysis *x = r->x;
    size_t date = x->raws.items[r->raw].start, start, end, at;
    if (!r->last.known || r->last.sentence != x->sentence_of.items[r->raw] || r->last.until) return false;
    at = x->raws.items[r->last.mention - x->first_mention].end;
    if (at > date || date - at > REACH) return false;
    for (bool relative = false; text_word(x->text, at, &start, &end) && start < date; at = end) {
        annals_text word = text_slice(x->text, start, end);
        bool verb = text_ends(word, "s") && !text_ends(word, "ss") && !text_begins_upper(word);
        context_set contexts = contexts_among(x->grammar, word, CONTEXT_PRESENT | CONTEXT_PAST | CONTEXT_POSSESSIVE);
        if (relative && (contexts & CONTEXT_PRESENT || (verb && !contexts))) return true;
        relative = in_context(x->grammar, word, CONTEXT_RELATIVE) || (relative && text_ends(word, "ly"));
    }
    return false;
}

/* "Halloway wrote: "On 3 May 1866 we saw the ruins.  On 2 July we left."": who is quoted goes on with the year that he
 * said himself. */
static bool year_of_quoted(resolver *r, expr *e) {
    enum { DAYS_OF_YEAR = 366 };
    const said *s = &r->last;
    if (!r->in_quotation || !s->known || s->mention < r->x->first_mention || looks_on(tense_of(r))) return false;
    const raw_mention *before = &r->x->raws.items[s->mention - r->x->first_mention];
    bool far = s->last < r->now - DAYS_OF_YEAR; /* he took the story there */
    if (before->start < r->quotations.items[r->quotation].start || !(far || says_year(before->expr))) return false;
    year_of_last_said(r, e);
    return true;
}

/* A letter that is dated to a month and no more: "3 October" in one of October 1962, and "5 December", told as past, of
 * the year before. */
static bool year_of_document(resolver *r, expr *e) {
    const annals_when *w = &r->document->when;
    bool bounded = annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.latest);
    if (r->mode != ANNALS_MODE_DOCUMENT || r->has_now || r->in_quotation || !bounded || w->granularity <= ANNALS_YEAR)
        return false;
    int64_t year, last_year, first, last;
    int month, day;
    annals_civil_of_day(w->begin.earliest.day, &year, &month, &day);
    annals_civil_of_day(w->end.latest.day, &last_year, &month, &day);
    expr trial = *e;
    trial.year = (int32_t)year;
    if (year != last_year || !when_days(&trial, &first, &last)) return false;
    bool ahead = looks_on(tense_of(r));
    int32_t off = first > w->end.latest.day && !ahead ? -1 : last < w->begin.earliest.day && ahead ? 1 : 0;
    e->year = trial.year + off;
    e->uncertain |= off != 0;
    because(r, "no year is given, and the document is of %d", trial.year);
    return true;
}

/* "He came in 1911.  In winter the lake freezes": a season without an article, of which nothing is told as past. */
static bool is_any_season(resolver *r, const expr *e) {
    const analysis *x = r->x;
    bool story = e->season != UNSET && r->mode == ANNALS_MODE_NARRATIVE && !r->in_quotation && r->entry == SIZE_MAX;
    const raw_mention *m = &x->raws.items[r->raw];
    if (!story || e->third || memchr(x->text.data + m->start, ' ', m->end - m->start)) return false;
    if (!in_context(x->grammar, word_ending(x->text, 0, m->start), CONTEXT_SEASON_CUE)) return false;
    return tense_of(r) == TENSE_NONE;
}

/* "Their second winter there was mild": which one it was is counted from what began it; the first may be the next. */
static bool is_counted_season(resolver *r, const expr *e) {
    const analysis *x = r->x;
    annals_text before = word_ending(x->text, 0, x->raws.items[r->raw].start);
    bool counted = e->season != UNSET && !e->base && is_of_category(x->grammar, before, "ordinal");
    if (counted) because(r, "no year is given, and it is counted from a beginning that is not told");
    return counted;
}

/* "Prices rose in April from March": the month that another is compared with is the one before it. */
static bool year_of_compared(resolver *r, expr *e) {
    const analysis *x = r->x;
    if (!r->raw || !r->last.known || e->month == UNSET || e->day != UNSET || e->kind != EXPR_POINT || e->limit)
        return false;
    const raw_mention *before = &x->raws.items[r->raw - 1], *m = before + 1;
    bool month = before->expr->kind == EXPR_POINT && before->expr->month != UNSET && before->expr->day == UNSET;
    if (!month || before->range || x->sentence_of.items[r->raw - 1] != x->sentence_of.items[r->raw]) return false;
    if (!text_same_word(text_trim(text_slice(x->text, before->end, m->start)), "from")) return false;
    size_t mention = x->first_mention + r->raw - 1;
    annals_bound first = r->c->mentions.items[mention].when->begin.earliest;
    if (!annals_bound_known(first)) return false;
    int64_t year;
    int of, day;
    annals_civil_of_day(first.day, &year, &of, &day);
    anchor_mention(r, mention);
    e->year = (int32_t)year - (e->month >= of);
    because(r, "no year is given, and it is compared with the month said before");
    return true;
}

/* "I was born in May": who writes was born in another year, and nothing says which. */
static bool is_own_birth(const resolver *r) {
    const analysis *x = r->x;
    size_t at = x->sentences.items[x->sentence_of.items[r->raw]].start, start, end, date = x->raws.items[r->raw].start;
    bool self = false, was = false;
    if (r->mode != ANNALS_MODE_DOCUMENT || r->in_quotation || !is_of_birth(x, r->raw)) return false;
    for (; text_word(x->text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (was && has_role(x->grammar, word, ROLE_BIRTH)) return true;
        was = self && in_context(x->grammar, word, CONTEXT_COPULA | CONTEXT_PAST);
        self = in_context(x->grammar, word, CONTEXT_FIRST_PERSON) && in_context(x->grammar, word, CONTEXT_SUBJECT);
    }
    return false;
}

static bool is_bare_year(const expr *e) {
    return e->kind == EXPR_POINT && e->year != UNSET && month_of(e) == UNSET && !e->base;
}

/* "payable half-yearly on 1 January and 1 July", "every year on 3 May" */
static bool recurs_yearly(const analysis *x, size_t raw) {
    enum { MOST = 4, LONGEST = 5 /* bytes: " on " */ };
    for (int i = 0; i < MOST && raw && x->sentence_of.items[raw - 1] == x->sentence_of.items[raw]; i++, raw--) {
        const raw_mention *before = &x->raws.items[raw - 1], *m = before + 1;
        const expr *e = before->expr;
        if (e->kind == EXPR_SET)
            return e->weekday == UNSET && !e->rate && (e->unit == UNIT_YEAR || e->unit == UNIT_MONTH) && e->count > 0 &&
                   (e->unit == UNIT_YEAR || e->count > 1) && m->start > before->end &&
                   m->start - before->end <= LONGEST;
        if (!enumerates(x, raw)) return false;
    }
    return false;
}

/* "Days from 1 January to 24 March before 1752", "Until 1752 the year began on 25 March": of any year before that. */
static bool is_of_any_year(resolver *r, const expr *e) {
    enum { LONGEST = 12 /* bytes between */, FAR = 60, LEAD = 8 /* "before" */ };
    const analysis *x = r->x;
    if (e->day == UNSET || e->month == UNSET || e->base) return false;
    size_t here = x->sentence_of.items[r->raw], next = r->raw + 1;
    const raw_mention *m = &x->raws.items[r->raw];
    if (recurs_yearly(x, r->raw)) return true;
    if (r->raw && x->sentence_of.items[r->raw - 1] == here && is_bare_year(m[-1].expr) && m->start - m[-1].end < FAR) {
        expr_limit limit = m[-1].expr->limit;
        bool apart = text_find_any(x->text, m[-1].end, m->start, ";:()") < m->start;
        bool opens = m[-1].start - x->sentences.items[here].start < LEAD;
        if ((limit == LIMIT_UNTIL || limit == LIMIT_BEFORE) && opens && !apart) return true;
    }
    if (m->range == ANNALS_RANGE_BEGIN) next++;
    if (next >= x->raws.count || x->sentence_of.items[next] != here) return false;
    const raw_mention *year = &x->raws.items[next];
    if (!is_bare_year(year->expr) || year->start - year[-1].end > LONGEST) return false;
    size_t limit = place_said(x->grammar, SAY_LIMITS, text_trim(text_slice(x->text, year[-1].end, year->start)));
    return limit == SAID_BEFORE || limit == SAID_AFTER || limit == SAID_SINCE;
}

static void find_year(resolver *r, expr *e) {
    if (year_of_compared(r, e)) return;
    if (is_of_any_year(r, e)) {
        because(r, "no year is given, and it is of any before or after the one beside it");
        return;
    }
    if (is_own_birth(r)) {
        because(r, "no year is given, and who writes was not born in that of writing");
        return;
    }
    if (is_any_season(r, e)) {
        because(r, "no year is given, and it is told as being so in any");
        return;
    }
    if (is_counted_season(r, e)) return;
    if (year_of_enumeration(r, e) || year_of_clause(r, e) || year_of_entry(r, e) || year_of_list(r, e) ||
        year_of_accounts(r, e) || year_of_antecedent(r, e))
        return;
    if (behind_present(r)) {
        because(r, "no year is given, and the sentence has come to what is so when it was written");
        if (!r->has_now) return;
        year_nearest_now(r, e);
        e->uncertain = true;
        return;
    }
    if (foresees(r)) {
        year_nearest_now(r, e);
    } else if (is_soon(r, e)) {
        return;
    } else if (r->mode == ANNALS_MODE_DOCUMENT && r->has_now) {
        if (year_of_quoted(r, e)) return;
        if (year_of_joined(r, e) || year_of_month_before(r, e) || year_of_range_said(r, e) || year_of_next(r, e) ||
            year_of_sentence(r, e))
            return;
        if (r->block_year == UNSET && (year_told_of(r, e) || year_goes_on(r, e))) return;
        if (r->block_year == UNSET || !year_of_thread(r, e)) {
            year_nearest_now(r, e);
            return;
        }
        end_ahead(r, e);
    } else if (year_of_document(r, e) || year_of_next(r, e)) {
        return;
    } else if (r->mode == ANNALS_MODE_NARRATIVE && (year_where_left(r, e) || year_before_flashback(r, e))) {
        return;
    } else if (story_has_year(r)) {
        year_of_last_said(r, e);
    } else if (r->mode == ANNALS_MODE_NARRATIVE && year_ahead(r, r->raw) != UNSET) {
        year_of_dated_ahead(r, e);
    } else if (r->has_now) {
        year_nearest_now(r, e);
        e->uncertain |= r->mode == ANNALS_MODE_NARRATIVE;
        if (r->mode == ANNALS_MODE_NARRATIVE) because(r, "but a story need not be of its writer's time");
    } else if (year_ahead(r, r->raw) != UNSET && block_of_raw(r->x, r->dated_ahead[r->raw]) == r->block) {
        year_of_dated_ahead(r, e); /* "27 January: they met.  13 February 1945: they parted" */
    } else {
        because(r, "no year is given, and nothing says when the document was written");
        because(r, "so the year stays open");
    }
}

/* "We struck in 1913.  On Thursday, the 26th of June": a year that was said, in which the day falls on its weekday; or
 * UNSET. */
static int64_t year_said_of(const resolver *r, const expr *e) {
    const said *const recent[] = {&r->last, &r->earlier, &r->story, &r->thread};
    for (size_t i = 0; i < sizeof recent / sizeof *recent; i++)
        if (recent[i]->known && falls_on(r, e, (int32_t)recent[i]->year)) return recent[i]->year;
    return UNSET;
}

/* "Thursday 27 August": where that day was no Thursday in the year at hand, it was in one that was said, or beside it.
 */
static void heed_weekday(resolver *r, expr *e) {
    bool dated = e->weekday != UNSET && e->year != UNSET && e->month != UNSET && e->day != UNSET && !e->nth && !e->near;
    if (!dated || falls_on(r, e, e->year)) return;
    bool before = falls_on(r, e, e->year - 1), after = falls_on(r, e, e->year + 1);
    int64_t told = year_said_of(r, e);
    e->uncertain |= told == UNSET;
    if (told == UNSET && before == after) return;
    e->year = told != UNSET ? (int32_t)told : e->year + (after ? 1 : -1);
    because(r, "but on such a weekday it fell in %d", e->year);
}

/* How far from the document's day a date lies that falls on its weekday; a large number where it does not. */
static int64_t weekday_distance(const resolver *r, const expr *e) {
    if (e->year == UNSET || !falls_on(r, e, e->year)) return INT64_MAX;
    int64_t day = annals_day_of_civil(e->year, e->month, e->day);
    return !r->has_now ? 0 : day < r->now ? r->now - day : day - r->now;
}

/* "Sunday 3/4": of the two orders of day and month, the one that falls on its weekday, and the nearer one. */
static void order_by_weekday(resolver *r, expr *e) {
    if (e->order != ORDER_UNSURE || e->weekday == UNSET) return;
    size_t steps = r->step_count;
    expr other = *e;
    other.day = e->month;
    other.month = e->day;
    other.year = UNSET;
    find_year(r, &other);
    int64_t own = weekday_distance(r, e), swapped = weekday_distance(r, &other);
    r->step_count = steps;
    if (own == swapped) return;
    if (swapped < own) *e = other;
    e->order = ORDER_BY_WEEKDAY;
    e->uncertain = false;
    because(r, "of the two orders of day and month, that is the one that falls on this weekday");
}

void infer_year(resolver *r, expr *e) {
    find_year(r, e);
    order_by_weekday(r, e);
    heed_weekday(r, e);
    if (e->year == UNSET || !may_be_custom(r)) return;
    e->uncertain = true;
    because(r, "but it may be so every year");
}
