/* relative_base.c: the day that a relative time is counted from: the writer's, the story's, or that of what was said.
 */
#include "around.h"
#include "civil.h"
#include "language.h"
#include "resolver.h"
#include "scan.h"
#include "text.h"
#include "when.h"

/* "It ended in 445 BC.  Fourteen years later": several years are counted from what was said just before, though the
 * story may stand elsewhere. */
static bool counts_from_last(const resolver *r) {
    const expr *e = r->x->raws.items[r->raw].expr;
    bool close = r->x->sentence_of.items[r->raw] - r->last.sentence <= 1;
    bool several = e->count > 1 || e->count < -1, dated = r->last.mention == r->thread.mention && in_thread(r);
    bool here =
        r->last.sentence == r->x->sentence_of.items[r->raw] && e->count == 1; /* "until 1679, and the year after" */
    bool ahead = r->last.year > r->story.year && (here || !r->last.until);
    return e->base == BASE_SAID && (several || dated || ahead) && close;
}

annals_granularity granularity_said(const resolver *r, const said *s) {
    return r->c->mentions.items[s->mention].when->granularity;
}

/* What is told of before the mention at hand, and known as finely as units need that are counted from it. */
static bool tells(const resolver *r, const said *s, time_unit unit) {
    enum { NEAR = 3 }; /* sentences */
    annals_granularity needed = unit == UNIT_WEEK ? ANNALS_DAY : granularity_of_unit(unit);
    bool near = s->known && r->x->sentence_of.items[r->raw] - s->sentence <= NEAR;
    return near && granularity_said(r, s) >= needed;
}

/* "The club, wound up in 1903 and founded again the following summer": a season or month behind a time of its own
 * sentence, be that no more than a year. */
static bool follows_in_sentence(const resolver *r) {
    const expr *e = r->x->raws.items[r->raw].expr;
    bool part = e->season != UNSET || (e->month != UNSET && e->day == UNSET);
    return part && e->base == BASE_SAID && e->direction == 1 && r->last.known &&
           r->last.sentence == r->x->sentence_of.items[r->raw] && granularity_said(r, &r->last) == ANNALS_YEAR;
}

const said *last_told(const resolver *r) {
    const analysis *x = r->x;
    const said *last = &r->last, *before = last->day_known ? &r->earlier : &r->day;
    if (!last->known || last->block != r->block || last->sentence == x->sentence_of.items[r->raw]) return last;
    bool day = before->known && before->day_known && before->block == r->block && before->first > last->first;
    const expr *e = x->raws.items[r->raw].expr;
    bool onward = e->base == BASE_SAID && e->count > 0; /* no day behind is told of */
    bool over = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && before->first >= r->now + !onward;
    if (!day || over || !had_happened(x, last->mention - x->first_mention) || looks_back(x, r->raw)) return last;
    return before;
}

/* "The bridge fell on 3 May 1863, as a film of 1956 shows.  The next day": no day is counted from a year. */
bool behind_bare_year(const resolver *r) {
    bool year = r->last.known && granularity_said(r, &r->last) <= ANNALS_YEAR && r->last.mention != r->day.mention;
    return year && r->day.block == r->block && tells(r, &r->day, UNIT_DAY);
}

/* "Telegram 650 of June 14 reported that the strike had ended the day before": what a paper tells counts from its day.
 */
static bool counts_from_paper(const resolver *r) {
    const analysis *x = r->x;
    const said *paper = &r->paper;
    size_t here = x->sentence_of.items[r->raw];
    if (!paper->known || paper->sentence != here || (r->last.known && r->last.sentence == here)) return false;
    size_t from = x->raws.items[paper->mention - x->first_mention].end;
    return contexts_in(x->grammar, text_slice(x->text, from, x->raws.items[r->raw].start), CONTEXT_REPORT) != 0;
}

/* The time said last.  But years are counted from the story's, and so is what is finer than the time said last: "On 5
 * May 1911 he came to the town, founded in 1802.  The next day". */
const said *said_for(resolver *r, time_unit unit) {
    bool years = unit >= UNIT_YEAR, story = years && r->mode == ANNALS_MODE_NARRATIVE && r->story.known;
    if (years || unit < UNIT_DAY) return story && !counts_from_last(r) ? &r->story : &r->last;
    if (unit < UNIT_MONTH && counts_from_paper(r)) return &r->paper;
    bool ahead = r->mode == ANNALS_MODE_DOCUMENT && r->last.ahead && tense_of(r) == TENSE_PAST;
    const said *told = unit < UNIT_MONTH ? last_told(r) : &r->last;
    if (follows_in_sentence(r)) return &r->last;
    if (told != &r->last && tells(r, told, unit)) return told;
    if (tells(r, &r->last, unit) && !(ahead && tells(r, &r->day, unit))) return &r->last;
    bool same = !r->x->raws.items[r->raw].expr->count;
    if (ahead && same && tells(r, &r->day, unit))
        return &r->day; /* "It expires in two years.  He wrote the same day" */
    if (in_thread(r) && tells(r, &r->thread, unit)) return &r->thread;
    if (unit == UNIT_DAY && behind_bare_year(r)) return &r->day;
    bool aside = unit < UNIT_MONTH && r->mode == ANNALS_MODE_NARRATIVE && r->last.year < r->story.year;
    return tells(r, &r->story, aside ? UNIT_MONTH : unit) ? &r->story : &r->last;
}

/* "this year", in an entry that a year heads */
static bool year_known(resolver *r, int64_t *day) {
    if (r->entries.year == UNSET) return false;
    anchor_mention(r, r->entries.mention);
    *day = annals_day_of_civil(r->entries.year, 1, 1);
    return true;
}

/* "We leave next month", in a letter that is dated to its month; "forty years ago", in a book of 1923. */
static bool own_time(resolver *r, time_unit unit, int64_t *day) {
    const annals_when *w = &r->document->when;
    bool bounded = annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.latest);
    bool own = bounded && r->document->basis == ANNALS_BASIS_STATED && !r->in_quotation && r->entry == SIZE_MAX;
    if (!own || unit < UNIT_MONTH || w->granularity < granularity_of_unit(unit)) return false;
    *day = w->begin.earliest.day;
    because(r, "the document says no more of its day");
    return true;
}

bool foresees(resolver *r) {
    bool own = r->mode == ANNALS_MODE_NARRATIVE && r->has_now && r->document->basis != ANNALS_BASIS_INFERRED;
    if (!own || r->in_quotation || r->in_note || r->entry != SIZE_MAX || !r->story.known) return false;
    size_t told = r->story.mention - r->x->first_mention;
    return is_yet_to_come(r->x, r->raw) && tense_around(r->x, told) == TENSE_PAST;
}

/* "the day before that", "ten years after that" */
static bool ends_with_that(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    if (m->expr->base != BASE_SAID || !m->expr->count) return false;
    size_t start = m->start, end = m->end;
    for (size_t at = start; text_word(x->text, at, &start, &end) && end < m->end;) at = end;
    return end == m->end && has_role(x->grammar, text_slice(x->text, start, end), ROLE_POINTS_BACK);
}

/* "The previous day he had packed, and the day before that": what was named last, though the story stands elsewhere. */
static bool counts_from_that(const resolver *r) {
    bool here = r->just.known && r->just.block == r->block;
    return here && r->x->sentence_of.items[r->raw] - r->just.sentence <= 1 && ends_with_that(r->x, r->raw);
}

bool counts_from_event_before(const resolver *r, size_t raw) {
    const analysis *x = r->x;
    if (!raw || x->sentence_of.items[raw] - x->sentence_of.items[raw - 1] > 1) return false;
    const raw_mention *before = &x->raws.items[raw - 1];
    const annals_mention *m = &r->c->mentions.items[x->first_mention + raw - 1];
    bool event = before->expr->base == BASE_EVENT && before->range == ANNALS_RANGE_NONE;
    return event && !annals_bound_known(m->when->begin.earliest) && ends_with_that(x, raw);
}

bool base_day(resolver *r, expr_base base, time_unit unit, int64_t *day) {
    bool story = r->mode == ANNALS_MODE_NARRATIVE && !(base == BASE_STORY && foresees(r));
    if (base == BASE_SAID && r->begun) {
        *day = r->beginning;
        because(r, "it counts from the beginning");
        return true;
    }
    if (base == BASE_SAID && counts_from_that(r)) {
        *day = r->just.first;
        anchor_mention(r, r->just.mention);
        return true;
    }
    bool paper = base == BASE_SAID && unit == UNIT_DAY && counts_from_paper(r);
    if (paper || ((base == BASE_SAID || (base == BASE_STORY && story)) && r->last.known)) {
        const said *from = said_for(r, unit);
        *day = from->first;
        anchor_mention(r, from->mention);
        return true;
    }
    if (base != BASE_SAID && unit >= UNIT_YEAR && year_known(r, day)) return true;
    if (base == BASE_SAID) return false;
    if (!r->has_now) return own_time(r, unit, day);
    *day = r->now;
    anchor_now(r);
    return true;
}

/* "That year" is the year said last, and "two years later" counts from the story's. */
time_unit counted_unit(const expr *e) {
    return e->count || e->unit < UNIT_YEAR ? e->unit : UNIT_NONE;
}

/* "Write by Monday", "if he is not freed by Tuesday": what is not told as past lies ahead of its term. */
bool is_due(resolver *r, const expr *e) {
    return (e->limit == LIMIT_UNTIL || e->limit == LIMIT_BEFORE) && tense_of(r) != TENSE_PAST;
}

/* "It has lost two since the start of the year": what lasts until now. */
static bool lasts_till_now(const resolver *r, const expr *e) {
    size_t at;
    if (e->limit != LIMIT_SINCE) return false;
    annals_text text = surroundings(r->x, r->raw, &at);
    context_set heard =
        contexts_in(r->x->grammar, text_slice(text, at, text.length), CONTEXT_PERFECT | CONTEXT_PRESENT | CONTEXT_HAD);
    return heard & (CONTEXT_PERFECT | CONTEXT_PRESENT) && !(heard & CONTEXT_HAD);
}

/* "The mill, built in 1902, was sold earlier in the year": between commas no other time was told of. */
static bool was_said_aside(const resolver *r) {
    size_t at;
    if (r->last.mention < r->x->first_mention || r->last.sentence != r->x->sentence_of.items[r->raw]) return false;
    surroundings(r->x, r->raw, &at);
    return at && r->x->text.data[at - 1] == ',' && at > r->x->raws.items[r->last.mention - r->x->first_mention].end;
}

/* "The firm, founded in 1923, will close two plants by the end of the year": a time that is past has no year to come.
 */
static bool past_when_told(resolver *r, const expr *e) {
    bool part = e->season == UNSET && e->month == UNSET;
    bool past = !e->count && e->unit >= UNIT_MONTH && r->last.last < r->now && !r->begun;
    return past && (looks_on(tense_of(r)) || (part && (lasts_till_now(r, e) || was_said_aside(r))));
}

/* "informed the board that on the previous day" */
static bool is_said(const resolver *r) {
    const sentence *s = &r->x->sentences.items[r->x->sentence_of.items[r->raw]];
    annals_text before = text_slice(r->x->text, s->start, r->x->raws.items[r->raw].start);
    return contexts_in(r->x->grammar, before, CONTEXT_COMPLEMENT) != 0;
}

/* "He put off a visit planned for Friday and was to speak later in the day": in news that is the paper's own, where the
 * day ahead was named beside what the sentence tells. */
static bool is_later_today(const resolver *r, const expr *e) {
    const analysis *x = r->x;
    bool day = e->unit == UNIT_DAY && !e->count && e->weekday == UNSET && r->last.first > r->now;
    if (!day || r->entry != SIZE_MAX || r->in_quotation || r->last.sentence != x->sentence_of.items[r->raw])
        return false;
    size_t start, end, told = r->last.mention - x->first_mention;
    const raw_mention *m = &x->raws.items[r->raw];
    for (size_t at = m->start; text_word(x->text, at, &start, &end) && end <= m->end; at = end)
        if (has_role(x->grammar, text_slice(x->text, start, end), ROLE_POINTS_BACK)) return false; /* "that day" */
    if (!text_word(x->text, m->start, &start, &end)) return false;
    return is_of_category(x->grammar, text_slice(x->text, start, end), "sooner") &&
           (is_foreseen(x, told) || is_passing(x, told) || said_in_passing(r));
}

/* "He will not agree before 31 March.  On the previous day he had asked": told as past, it is no day of what lies
 * ahead. "Talks went on in March.", and in the next paragraph "A day earlier he told reporters": the day before the
 * document's, since no day was said.  Nor does a bare year of another paragraph lend its parts.  An item of minutes
 * looks back to the meeting. */
bool from_own_day(resolver *r, const expr *e) {
    const said *from = said_for(r, UNIT_DAY);
    bool numbered = r->x->blocks.items[r->block].enumerated && from->block != r->block; /* an item of minutes */
    bool own = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->last.known && !r->begun;
    if (!own || e->base != BASE_SAID || (r->entry != SIZE_MAX && !numbered)) return false;
    if (is_later_today(r, e)) return true;
    if (numbered && e->unit == UNIT_DAY && (r->entry != SIZE_MAX ? e->count <= 0 : e->count == -1 && is_said(r)))
        return true;
    bool ahead = e->unit == UNIT_DAY && e->count == -1 && r->last.first > r->now && tense_of(r) == TENSE_PAST;
    if (ahead && !(r->day.known && r->day.block == r->block && r->day.first <= r->now)) return true;
    if (e->unit == UNIT_YEAR && !e->count && e->third && r->last.block != r->block)
        return granularity_said(r, &r->last) == ANNALS_YEAR; /* "the end of the year" */
    return e->unit == UNIT_DAY && e->count == -1 && from->block != r->block && !from->day_known;
}

/* Letters and news say "the end of the year" and "a year earlier" of their own time where they told of no other. */
static bool now_instead(resolver *r, const expr *e, int64_t *day) {
    bool own = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && e->base == BASE_SAID;
    bool told = r->last.known && !past_when_told(r, e);
    bool compared = e->count == -1 && !looks_back(r->x, r->raw); /* "against 7.9% the previous week" */
    bool fine = e->unit < (compared ? UNIT_WEEK : UNIT_MONTH) && !e->third;
    bool onward = !r->last.known && e->count == 1 && looks_on(tense_of(r)); /* "We meet in the following week." */
    bool other = !onward && (told || e->count > 0 || fine || e->weekday != UNSET);
    if (!own || (other && !from_own_day(r, e))) return false;
    *day = r->now;
    anchor_now(r);
    return true;
}

/* "They asked on 26 December.  Reply before the end of the month": a term is of the month of writing. */
static bool is_term(resolver *r, const expr *e) {
    return e->base == BASE_SAID && !e->count && e->unit >= UNIT_WEEK && r->mode == ANNALS_MODE_DOCUMENT && r->has_now &&
           r->last.known && r->last.first < r->now && is_due(r, e);
}

/* "Make no reply before 1 March.  I see him at the end of the week": a term that was set ahead is no time told of, and
 * "the lease ends next March; unless he signs before the end of the year" speaks of what comes first. */
static bool precedes_said(resolver *r, const expr *e) {
    bool part = e->base == BASE_SAID && !e->count && e->third && e->unit >= UNIT_WEEK;
    if (!part || r->mode != ANNALS_MODE_DOCUMENT || !r->has_now || !r->last.known || r->last.first <= r->now)
        return false;
    const raw_mention *told = &r->x->raws.items[r->last.mention - r->x->first_mention];
    bool term = told->expr->limit == LIMIT_UNTIL || told->expr->limit == LIMIT_BEFORE;
    term |= r->last.block != r->block && e->unit < UNIT_YEAR; /* "They rise on 15 May." ... "at the end of the month" */
    if (term || e->unit != UNIT_YEAR || !is_due(r, e)) return term;
    int64_t year;
    int month, day;
    annals_civil_of_day(r->now, &year, &month, &day);
    return r->last.year > year;
}

/* "The claim was made in 1998.  The hearing was in April this year.": who says when he writes, even of a long story,
 * says so of his own year. */
static bool writers_own(const resolver *r, const expr *e) {
    return e->base == BASE_STORY && e->direction == 2 && !e->count && r->has_now &&
           r->document->basis == ANNALS_BASIS_STATED;
}

/* "In the third quarter it earned $5, in the year-ago quarter $9": from the quarter said last, and no other time. */
static bool base_quarter(resolver *r, int64_t *base) {
    enum { NEAR = 2 /* blocks */ };
    const said *const recent[] = {&r->last, &r->earlier, &r->quarter};
    for (size_t i = 0; i < 3; i++) {
        const said *s = recent[i];
        bool near = s == &r->quarter ? r->block - s->block <= NEAR : s->block == r->block;
        if (!s->known || !near || granularity_said(r, s) != ANNALS_QUARTER) continue;
        anchor_mention(r, s->mention);
        *base = s->first;
        return true;
    }
    return false;
}

/* "It earned $5 in the three months ended 30 June", "in the second quarter, ended 30 June": of three months that are a
 * quarter of the year, their last day or month was said last. */
static bool ends_quarter(const resolver *r) {
    enum { MONTHS = 3 };
    const analysis *x = r->x;
    size_t end = r->last.mention - x->first_mention;
    if (!end || x->sentence_of.items[end - 1] != x->sentence_of.items[end]) return false;
    const expr *length = x->raws.items[end - 1].expr;
    int32_t needed = length->unit == UNIT_MONTH ? MONTHS : length->unit == UNIT_QUARTER ? 1 : UNSET;
    int64_t year;
    int month, day;
    annals_civil_of_day(r->last.last, &year, &month, &day);
    bool quarter = length->kind == EXPR_DURATION ? length->count == needed : length->quarter != UNSET;
    return quarter && month % MONTHS == 0 && day == civil_month_length(year, month);
}

/* "Revenue for fiscal 2023 was up from $3 the year before": the one before that year of accounts. */
static bool before_fiscal_year(resolver *r, expr *e) {
    const said *s = &r->last;
    bool near = s->known && s->block == r->block && r->x->sentence_of.items[r->raw] - s->sentence <= 1;
    if (!near || s->mention < r->x->first_mention) return false;
    const expr *year = r->x->raws.items[s->mention - r->x->first_mention].expr;
    if (year->kind != EXPR_POINT || !year->fiscal || year->quarter != UNSET || year->month != UNSET) return false;
    expr whole;
    complete(r, year, &whole);
    if (whole.year == UNSET) return false;
    anchor_mention(r, s->mention);
    e->fiscal = true;
    e->fiscal_start = whole.fiscal_start;
    e->year = whole.year - 1;
    return true;
}

/* "Profit for the year to 31 December fell to 2m from 3m a year earlier": the year before that it ended in. */
static bool before_reported_year(resolver *r, expr *e) {
    enum { NEAR = 3, QUARTER = 3 /* months, which are compared with a quarter */ };
    const analysis *x = r->x;
    for (size_t i = 1; i <= NEAR && i <= r->raw; i++) {
        const size_t raw = r->raw - i;
        const expr *length = x->raws.items[raw].expr;
        if (x->sentence_of.items[raw] != x->sentence_of.items[r->raw]) return false;
        if (length->kind != EXPR_DURATION || length->base != BASE_DATE || length->place) continue;
        annals_bound end = r->c->mentions.items[x->first_mention + raw].when->end.latest;
        bool year = length->unit == UNIT_YEAR || (length->unit == UNIT_MONTH && length->count > QUARTER);
        if (!annals_bound_known(end) || length->direction > 0 || !year) return false;
        anchor_mention(r, x->first_mention + raw);
        e->year = (int32_t)civil_year_of_day(end.day) - 1;
        return true;
    }
    return false;
}

bool compares_year_before(resolver *r, expr *e) {
    enum { MONTHS = 3, YEAR = 12 };
    bool named = r->quarter.known && r->quarter.sentence == r->x->sentence_of.items[r->raw];
    const said *s = named ? &r->quarter : &r->last;
    bool before = e->base == BASE_SAID && e->unit == UNIT_YEAR && e->count == -1 && !e->months && e->month == UNSET;
    bool near = s->known && s->block == r->block && r->x->sentence_of.items[r->raw] - s->sentence <= 1;
    if (before && e->season == UNSET && !e->third && (before_reported_year(r, e) || before_fiscal_year(r, e)))
        return true;
    if (!before || !near || e->season != UNSET || e->third || had_happened(r->x, r->raw)) return false;
    bool of_quarter = granularity_said(r, s) == ANNALS_QUARTER || ends_quarter(r);
    bool of_month = !of_quarter && granularity_said(r, s) == ANNALS_MONTH && is_compared(r->x, r->raw);
    if (!of_month && !of_quarter) return false;
    int64_t year;
    int month, day;
    anchor_mention(r, s->mention);
    annals_civil_of_day(civil_add_months(s->last, -YEAR), &year, &month, &day);
    e->year = (int32_t)year;
    if (of_month) e->month = month;
    else e->quarter = (month + MONTHS - 1) / MONTHS;
    because(r, "a %s is compared with that of the year before", of_month ? "month" : "quarter");
    return true;
}

/* "He had been ill since the previous autumn when he died on 2 May 1519": what had been is counted from the date behind
 * it, where nothing of its sentence was said before. */
static bool base_behind(resolver *r, const expr *e, int64_t *base) {
    const analysis *x = r->x;
    size_t next = r->raw + 1, here = x->sentence_of.items[r->raw], start, end;
    bool back = e->base == BASE_SAID && e->direction < 0 && had_done_by(x, r->raw);
    if (!back || next >= x->raws.count || x->sentence_of.items[next] != here) return false;
    const expr *given = x->raws.items[next].expr;
    bool dated = given->kind == EXPR_POINT && given->year != UNSET && given->month != UNSET && !given->base;
    if (!dated || given->limit || (r->last.known && r->last.sentence == here)) return false;
    text_word(x->text, x->raws.items[r->raw].end, &start, &end);
    annals_text word = text_slice(x->text, start, end);
    if (!in_context(x->grammar, word, CONTEXT_SUBORDINATE | CONTEXT_COUNTS_FROM) ||
        in_context(x->grammar, word, CONTEXT_RELATIVE))
        return false;
    expr whole;
    int64_t last;
    complete(r, given, &whole);
    return when_days(&whole, base, &last);
}

/* "The lamp went out in June 1940.  The society, founded last January, opens the house": of the writer's time. */
bool is_of_writer(resolver *r, const expr *e) {
    bool beside = e->base == BASE_STORY && (e->direction == 1 || e->direction < 0);
    bool last = beside && e->direction < 0 && e->unit >= UNIT_WEEK && r->has_now && !r->in_quotation;
    return beside && r->mode == ANNALS_MODE_NARRATIVE && (last || tells_of_now(r));
}

/* The day that a time is counted from. */
bool base_of(resolver *r, const expr *e, int64_t *base) {
    if (e->base == BASE_SAID && e->unit == UNIT_QUARTER) return base_quarter(r, base);
    expr_base from =
        writers_own(r, e) || is_term(r, e) || precedes_said(r, e) || is_of_writer(r, e) ? BASE_NOW : e->base;
    return base_behind(r, e, base) || now_instead(r, e, base) || base_day(r, from, counted_unit(e), base);
}

/* "The fair is postponed until next summer", said in March: what is put off has missed the summer of its own year. */
void put_off_a_year(resolver *r, expr *e, int64_t base) {
    enum { HALF_YEAR = 183 /* days */, REACH = 200 /* bytes */ };
    const analysis *x = r->x;
    const sentence *s = &x->sentences.items[x->sentence_of.items[r->raw]];
    bool next = e->direction == 1 && e->base == BASE_STORY && e->season != UNSET && r->mode == ANNALS_MODE_DOCUMENT;
    int64_t first, last;
    size_t start, end, date = x->raws.items[r->raw].start;
    if (!next || !when_days(e, &first, &last) || first - base > HALF_YEAR) return;
    size_t at = date - s->start > REACH ? date - REACH : s->start;
    for (; text_word(x->text, at, &start, &end) && end < date; at = end) {
        if (!has_role(x->grammar, text_slice(x->text, start, end), ROLE_PUT_ASIDE)) continue;
        e->year++;
        because(r, "what is put off until it has missed the one of its own year");
        return;
    }
}
