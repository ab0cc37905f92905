/* infer.c: what an expression leaves out, from its context: infer_year.c has the years,
 * infer_month.c the months, relative.c what is counted. */
#include "around.h"
#include "calendar.h"
#include "civil.h"
#include "language.h"
#include "prospect.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void add_reason(resolver *r, const char *format, ...) {
    if (r->step_count == MAX_REASONS) return;
    annals_text text = annals_text_of(format);
    if (strchr(format, '%')) { /* a literal is its own text */
        char step[320];
        va_list args;
        va_start(args, format);
        vsnprintf(step, sizeof step, format, args);
        va_end(args);
        text = arena_text(&r->c->arena, annals_text_of(step));
    }
    r->failed |= !text.data;
    r->steps[r->step_count++] = text;
}

const char *day_phrase(int64_t day, char *buffer, size_t size) {
    annals_when w = {.granularity = ANNALS_DAY};
    when_span(&w, day, day);
    annals_when_phrase(&w, buffer, size);
    return buffer;
}

void anchor_now(resolver *r) {
    if (r->entry != SIZE_MAX) {
        anchor_mention(r, r->entry);
        return;
    }
    char day[64];
    if (r->spoken_behind) {
        because(r, "it was said on %s", day_phrase(r->now, day, sizeof day));
        return;
    }
    r->anchor = r->document->basis == ANNALS_BASIS_OPTION ? annals_text_of("option") : r->document->id;
    bool bounded = r->document->basis == ANNALS_BASIS_INFERRED;
    because(r, bounded ? "the document may be of %s" : "the document is of %s", day_phrase(r->now, day, sizeof day));
}

void anchor_mention(resolver *r, size_t mention) {
    const annals_mention *m = &r->c->mentions.items[mention];
    char day[96];
    r->anchor = m->id;
    r->anchored = mention - r->x->first_mention;
    if (!r->explains) return;
    annals_when_phrase(m->when, day, sizeof day);
    because(r, "said before: \"%.*s\", which is %s", (int)(m->exact.length < 60 ? m->exact.length : 60), m->exact.data,
            day);
}

/* "at 1:30 a.m. ... until 5 a.m. on 27 March": the day stands with the later time of the sentence. */
static bool day_follows(resolver *r, expr *e) {
    const analysis *x = r->x;
    size_t next = r->raw + 1;
    if (next >= x->raws.count || x->sentence_of.items[next] != x->sentence_of.items[r->raw]) return false;
    const expr *n = x->raws.items[next].expr;
    bool later = n->kind == EXPR_POINT && n->hour != UNSET && n->day != UNSET && n->month != UNSET &&
                 e->hour != UNSET && n->hour >= e->hour;
    if (!later || n->impossible) return false;
    because(r, "the sentence goes on with a later time of a given day");
    expr whole;
    complete(r, n, &whole);
    e->year = whole.year;
    e->month = whole.month;
    e->day = whole.day;
    return true;
}

/* Does the day said last lie where a report goes on from it: in the same paragraph or the one before, and not ahead? */
static bool goes_on(resolver *r) {
    const block_list *blocks = &r->x->blocks;
    bool same = r->last.block == r->block, next = r->last.block + 1 == r->block;
    bool log = next && blocks->items[r->last.block].log && blocks->items[r->block].log;
    bool prose = r->last.block < blocks->count && blocks->items[r->last.block].kind == BLOCK_PARAGRAPH &&
                 blocks->items[r->block].kind == BLOCK_PARAGRAPH;
    /* "The ship left on 9 November and came in at seven", written on the 5th: one of the two days is wrong. */
    bool told = r->last.sentence == r->x->sentence_of.items[r->raw] &&
                tense_around(r->x, r->last.mention - r->x->first_mention) == TENSE_PAST;
    bool past = tense_of(r) == TENSE_PAST, ahead = r->has_now && r->last.first > r->now && past && !told;
    bool behind = r->has_now && r->mode == ANNALS_MODE_DOCUMENT && r->last.first < r->now && looks_on(tense_of(r));
    ahead |= behind && r->entry == SIZE_MAX; /* "It met on Monday.  It meets again at six" */
    bool points = next && past && blocks->items[r->last.block].enumerated && blocks->items[r->block].enumerated;
    return log || ((same || (next && prose) || points) && !ahead);
}

/* "The index, which rose to a high on May 22, was down at 0840 GMT", "The mine, closed on May 13, opened again at six":
 * what is told beside the sentence does not date it. */
bool said_in_passing(const resolver *r) {
    enum { REACH = 100 };
    const analysis *x = r->x;
    const raw_mention *m = &x->raws.items[r->last.mention - x->first_mention];
    size_t at = m->start, first = x->sentences.items[x->sentence_of.items[r->raw]].start, start, end;
    bool here = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->last.sentence == x->sentence_of.items[r->raw];
    if (!here || r->entry != SIZE_MAX || m->end >= x->text.length || x->text.data[m->end] != ',') return false;
    if (at > first + REACH) first = at - REACH;
    while (at > first && x->text.data[at - 1] != ',') at--;
    if (at == first || !text_word(x->text, at, &start, &end) || end >= m->start) return false;
    return in_context(x->grammar, text_slice(x->text, start, end),
                      CONTEXT_RELATIVE | CONTEXT_PARTICIPLE | CONTEXT_PAST | CONTEXT_DONE);
}

/* "Tomorrow at dawn I march", of a verb that nobody knows: the day ahead was said in the sentence at hand. */
static bool leads_here(resolver *r) {
    bool here = r->last.known && r->last.day_known && r->last.sentence == r->x->sentence_of.items[r->raw];
    return here && tense_of(r) != TENSE_PAST;
}

/* "No trains have run since midnight on Monday.  At 6 a.m. pickets were out": since when something has been so, not had
 * been, is no day that letters and news go on from. */
static bool is_outset_said(const resolver *r) {
    enum { REACH = 100 /* bytes */ };
    const analysis *x = r->x;
    if (r->mode != ANNALS_MODE_DOCUMENT || !r->has_now || !r->last.known || r->last.first >= r->now) return false;
    const raw_mention *m = &x->raws.items[r->last.mention - x->first_mention];
    if (m->expr->limit != LIMIT_SINCE || r->last.sentence == x->sentence_of.items[r->raw]) return false;
    if (!has_role(x->grammar, word_ending(x->text, 0, m->start), ROLE_SINCE)) return false;
    size_t from = x->sentences.items[r->last.sentence].start;
    if (m->start - from > REACH) from = m->start - REACH;
    return !contexts_in(x->grammar, text_slice(x->text, from, m->start), CONTEXT_HAD);
}

/* "Judgment was reserved until 21 June, at noon.  The court rose at 4.10": told as past, it is of no day to come.  Nor
 * does a term lend its day: "They must leave by Wednesday evening.  A ship is expected during the night". */
static bool is_still_ahead(resolver *r) {
    const said *s = &r->last;
    bool ahead = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && s->known && s->first > r->now;
    if (!ahead || s->sentence == r->x->sentence_of.items[r->raw]) return false;
    bool own = r->day.known && r->day.block == r->block;
    return s->until || (!own && tense_of(r) == TENSE_PAST);
}

/* "The claim was issued on 9 January 1956.", and in another paragraph of minutes "The court rose at one": hardly then.
 */
static bool is_long_past(const resolver *r, const said *from) {
    enum { FAR = 31 /* days */ };
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->entry == SIZE_MAX && !r->in_note;
    return letter && from->block != r->block && from->last < r->now - FAR;
}

/* "I was sent out at 2235 on 17 February.  Two thefts had been reported on the 9th and the 13th.  I left at 2332": a
 * day behind the hour told last, that opens no sentence, is beside the report. */
static bool is_beside_report(const resolver *r) {
    const said *s = &r->last;
    bool report = r->mode == ANNALS_MODE_DOCUMENT && r->clock.known && s->known && s->day_known &&
                  granularity_said(r, s) <= ANNALS_PART_OF_DAY; /* "and on the evening of the 9th" */
    bool behind = report && s->first < r->clock.first && s->block - r->clock.block <= 1;
    return behind && s->sentence != r->x->sentence_of.items[r->raw] && s->mention >= r->x->first_mention &&
           !opens_sentence(r->x, s->mention - r->x->first_mention);
}

/* The day said before that a time of day belongs to; null when there is none. */
static const said *day_said(resolver *r) {
    bool story = r->mode == ANNALS_MODE_NARRATIVE;
    bool beside = r->aside.known && r->aside.day_known && r->aside.sentence == r->x->sentence_of.items[r->raw];
    if (beside) return &r->aside;
    if (is_back(r) || is_outset_said(r)) return NULL;
    if (r->last.known && said_in_passing(r))
        return r->earlier.known && r->earlier.day_known && r->earlier.block == r->block ? &r->earlier : NULL;
    if (is_still_ahead(r)) return NULL;
    if (is_beside_report(r)) return &r->clock;
    const said *from = story && r->last.known ? said_for(r, UNIT_DAY) : &r->last;
    bool here = !story && r->day.known && r->day.block == r->block && tense_of(r) < TENSE_FUTURE;
    if (here && r->last.ahead && !leads_here(r)) return &r->day;
    if (!story && last_told(r) != from) from = last_told(r);
    if (from->known && from->day_known && (story || goes_on(r))) return from;
    bool quoted =
        r->last.block != r->block && r->day.first <= r->now; /* who is quoted said that day, and the news goes on */
    if (here && (r->last.block == r->block || quoted)) return &r->day;
    return r->told.known && r->told.day_known ? &r->told : NULL;
}

/* "The bus left late on Thursday.": at the end of that day. */
static bool is_late(const resolver *r) {
    enum { LATE = 3 };
    const expr *e = r->x->raws.items[r->last.mention - r->x->first_mention].expr;
    return e->kind == EXPR_POINT && e->third == LATE && r->last.day_known && !r->last.clock_known;
}

/* "The ferry struck at 5.40 p.m.; she sank in the small hours" */
static bool is_early(annals_day_part part) {
    return part == ANNALS_DAWN || (int)part == PART_SMALL_HOURS;
}

/* A log never goes back; but what one of its lines tells may have come before it: "2.05 a.m. Car in the ditch.  He said
 * he swerved at 1.30". */
static bool log_turns(const resolver *r, int32_t second) {
    enum { HALF_A_DAY = 12 * 3600 };
    bool opens = r->x->first_raw.items[r->block] == r->raw || r->last.block != r->block;
    return r->last.begin.second - second > (opens ? 0 : HALF_A_DAY);
}

/* "He was hurt on Thursday night.  The crash was reported at 4 p.m.", in Friday's paper, and "The shop had been robbed
 * at three": the afternoon before the night. */
static bool is_of_day_before(resolver *r) {
    bool paper = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->entry == SIZE_MAX;
    bool named = r->last.last > r->last.first && r->last.sentence != r->x->sentence_of.items[r->raw];
    bool own = paper && named && r->last.first + 1 >= r->now && tense_of(r) == TENSE_PAST;
    return own || had_happened(r->x, r->raw);
}

/* Does the clock that follows the one said last belong to the next day? */
static bool past_midnight(resolver *r, const expr *e) {
    enum { SMALL_HOURS = 6, FORENOON = 10, NOON = 12, EVENING = 17 * 3600, LATE = 20 * 3600, DUSK = 18 };
    bool night = r->last.last > r->last.first && r->c->mentions.items[r->last.mention].when->day_part == ANNALS_NIGHT;
    night |= r->last.clock_known && r->last.begin.day == r->last.first + 1; /* "at midnight" */
    bool tonight = r->x->raws.items[r->last.mention - r->x->first_mention].expr->base == BASE_NOW;
    if (tonight && r->mode == ANNALS_MODE_DOCUMENT && r->last.first >= r->now && tense_of(r) == TENSE_PAST)
        return false; /* "He said tonight that it was over.  It had begun at noon" */
    if (half_open(r, e) && had_happened(r->x, r->raw)) return false; /* "in the evening ... it had stopped at two" */
    if (is_late(r) && (e->hour != UNSET || is_early(e->part)))
        return (e->hour == UNSET || e->hour < FORENOON) && !looks_back(r->x, r->raw);
    bool entry = r->entry != SIZE_MAX && r->last.sentence != r->x->sentence_of.items[r->raw];
    if (night && entry && e->part == ANNALS_AFTERNOON)
        return false; /* "11th. Rained all night. They came at teatime" */
    if (night && e->hour == UNSET) return e->part >= ANNALS_DAWN && e->part <= ANNALS_AFTERNOON;
    if (e->hour == UNSET)
        return is_early(e->part) && r->last.clock_known && r->last.begin.day == r->last.first &&
               r->last.begin.second >= EVENING && !looks_back(r->x, r->raw);
    if (night && e->hour >= NOON && is_of_day_before(r)) return false;
    if (night) return e->hour < DUSK;
    if (!r->last.clock_known || r->last.begin.day != r->last.first) return false;
    int32_t second = e->hour * 3600 + (e->minute == UNSET ? 0 : e->minute * 60);
    if (r->x->blocks.items[r->block].log) return log_turns(r, second);
    int32_t before = r->last.begin.second >= LATE && !looks_back(r->x, r->raw) ? FORENOON : SMALL_HOURS;
    return r->last.begin.second >= EVENING && e->hour < before;
}

/* "It burned until 12.30 a.m. on the 21st.  The train had been stopped at 5.31 p.m.": the story stands in the evening
 * before what lasted past midnight; or it goes on, on the evening after. */
static bool may_precede_night(const resolver *r, const said *from, const expr *e) {
    enum { SMALL_HOURS = 6, NOON = 12, HOUR = 3600 };
    bool night = from->until && from->clock_known && from->clock.second <= SMALL_HOURS * HOUR &&
                 from->clock.day == from->first && from->sentence != r->x->sentence_of.items[r->raw];
    return night && e->hour >= NOON && !half_open(r, e);
}

/* "All were brought ashore by dawn.  The ferry had left at 11.40 p.m.": on the evening before, most likely. */
static bool precedes_dawn(resolver *r, const said *from, const expr *e) {
    enum { EVENING = 18 };
    bool dawn = from->until && e->hour != UNSET && e->hour >= EVENING;
    if (!dawn || from->sentence == r->x->sentence_of.items[r->raw] || tense_of(r) != TENSE_PAST) return false;
    return r->c->mentions.items[from->mention].when->day_part == ANNALS_DAWN;
}

/* "On Saturday he fell ill, and we sat up until three in the morning": of the night that follows, most likely. */
static bool lasts_past_midnight(const resolver *r, const said *s, const expr *e) {
    enum { SMALL_HOURS = 6 };
    bool day = s->known && s->day_known && !s->clock_known && s->first == s->last;
    bool early = e->hour != UNSET && e->hour < SMALL_HOURS && !half_open(r, e);
    return day && early && e->limit == LIMIT_UNTIL && s->sentence == r->x->sentence_of.items[r->raw] &&
           !had_happened(r->x, r->raw);
}

/* "In 1912 ... She rose at four and slept through the afternoon": of no day, as the hours of its sentence before it. */
static bool goes_with_open_clock(const resolver *r) {
    const analysis *x = r->x;
    if (!r->raw || x->sentence_of.items[r->raw - 1] != x->sentence_of.items[r->raw]) return false;
    const expr *before = x->raws.items[r->raw - 1].expr;
    const annals_when *w = r->c->mentions.items[x->first_mention + r->raw - 1].when;
    bool clock = before->kind == EXPR_POINT && before->hour != UNSET && !before->base && before->day == UNSET;
    return clock && !annals_bound_known(w->begin.earliest) && !annals_bound_known(w->end.latest);
}

/* "In July 1936 they met.  By nightfall": histories tell of some day of July, and not of the day they were written. */
static bool some_day_of_story(resolver *r, expr *e) {
    if (r->mode != ANNALS_MODE_NARRATIVE || !r->last.known || e->hour != UNSET) return false;
    if (goes_with_open_clock(r)) return true;
    if (granularity_said(r, &r->last) <= ANNALS_YEAR && tense_of(r) == TENSE_NONE) {
        because(r, "nothing tells of it as past: it may be any"); /* "In 1911 he came.  The dogs bark all night" */
        return true;
    }
    e->base = BASE_SAID;
    e->unit = UNIT_DAY;
    e->count = 0;
    resolve_relative(r, e);
    return true;
}

/* "She had gone to bed at 10.30 p.m. and was woken at two": behind an evening that had been */
static bool of_night_after(const said *from, const expr *e) {
    enum { SMALL_HOURS = 6, EVENING = 18 * 3600 };
    bool evening = from->clock_known && from->begin.day == from->first && from->begin.second >= EVENING;
    return evening && e->hour != UNSET && e->hour < SMALL_HOURS;
}

/* Of a report on one night, the hours before noon belong to its second day. */
static bool in_second_half(const resolver *r, const said *from, const expr *e) {
    enum { NOON = 12 };
    if (from == &r->aside || from == &r->clock) return of_night_after(from, e);
    return from == &r->told && from->last > from->first && e->hour != UNSET && e->hour < NOON;
}

/* "Monday morning.  He came at midnight": the one before. */
static bool told_in_morning(resolver *r, const expr *e) {
    enum { MIDNIGHT = 24 };
    bool morning = r->entry != SIZE_MAX && r->c->mentions.items[r->entry].when->day_part == ANNALS_MORNING;
    return morning && e->hour == MIDNIGHT && tense_of(r) == TENSE_PAST;
}

/* "The deal, reached shortly after midnight, ends the strike", "It has been in force since midnight": told as past, it
 * is the first hour of the paper's day. */
static bool opens_own_day(resolver *r, const expr *e) {
    enum { MIDNIGHT = 24 };
    const analysis *x = r->x;
    const size_t first = x->sentences.items[x->sentence_of.items[r->raw]].start;
    bool paper = r->mode == ANNALS_MODE_DOCUMENT && r->entry == SIZE_MAX && !r->in_quotation && e->hour == MIDNIGHT;
    if (!paper || tense_of(r) != TENSE_PAST) return false;
    size_t limit = place_said(x->grammar, SAY_LIMITS, word_ending(x->text, first, x->raws.items[r->raw].start));
    return limit == SAID_AFTER || limit == SAID_SINCE;
}

/* "At midnight the ships stopped", in a letter: the one that ends its day, or the one before. */
static bool midnight_told(resolver *r, const expr *e) {
    enum { MIDNIGHT = 24 };
    bool paper = r->mode == ANNALS_MODE_DOCUMENT && r->entry == SIZE_MAX && !r->in_quotation && e->hour == MIDNIGHT;
    return paper && !e->minute && tense_of(r) == TENSE_PAST && !opens_own_day(r, e);
}

/* "The guards fled on Thursday night.", and two paragraphs on "He rode in at a quarter past eleven.": hardly the day of
 * the newspaper that tells of it. */
static bool past_day(resolver *r) {
    enum { NEAR = 3 /* blocks */ };
    bool told = r->day.known && r->day.mention == r->last.mention && r->block - r->day.block <= NEAR && r->has_now &&
                r->day.first < r->now;
    return told && r->mode == ANNALS_MODE_DOCUMENT && r->entry == SIZE_MAX && r->day.block != r->block &&
           tense_of(r) == TENSE_PAST;
}

/* "The men walked out overnight", in the news of a day: the night before it. */
static bool is_night_before(resolver *r, const expr *e, int64_t day) {
    bool over = e->part == ANNALS_NIGHT && e->direction < 0 && r->mode == ANNALS_MODE_DOCUMENT;
    return over && r->has_now && day >= r->now && r->entry == SIZE_MAX && tense_of(r) == TENSE_PAST;
}

/* "Some time after midnight I was woken.  I had locked the door at midnight": the same one. */
static bool is_same_midnight(const expr *e, const said *from) {
    enum { MIDNIGHT = 24 };
    return e->hour == MIDNIGHT && from->clock_known && from->begin.second == 0 && from->begin.day == from->first;
}

/* "They were out from 2200 to 0500 on the 5th; some were back before midnight": the one between. */
static bool is_midnight_between(const resolver *r, const expr *e, const said *from) {
    enum { MIDNIGHT = 24 };
    if (e->hour != MIDNIGHT || from->mention <= r->x->first_mention) return false;
    const annals_mention *end = &r->c->mentions.items[from->mention];
    annals_bound begin = end[-1].when->begin.earliest;
    return end->range == ANNALS_RANGE_END && begin.state >= ANNALS_BOUND_MINUTE && begin.day == from->first - 1;
}

bool is_coarse(const expr *e) {
    if (e->kind != EXPR_POINT || e->hour != UNSET || e->part || e->day != UNSET || e->weekday != UNSET) return false;
    if (e->named != UNSET || e->generic) return false;
    return e->base ? e->unit > UNIT_DAY : e->year != UNSET || e->month != UNSET || e->season != UNSET;
}

/* Does such a word, or a mark, part two times of a sentence? */
static bool parted_by(const analysis *x, size_t from, size_t until, context_set words) {
    size_t start, end;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end <= until; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), words)) return true;
    return text_find_any(x->text, from, until, ";:()") < until;
}

/* "He died in September 1891, at two", "In the summer of 1891 the mill burned down at six": no other clause between. */
static bool behind_coarse(const resolver *r) {
    enum { FAR = 120 /* bytes */ };
    const context_set joins = CONTEXT_JOINER | CONTEXT_ADVERSE;
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE |
                              CONTEXT_VERB | CONTEXT_SUBORDINATE | CONTEXT_SUBJECT | CONTEXT_FIRST_PERSON;
    const analysis *x = r->x;
    size_t raw = r->raw, before = raw - 1;
    if (!raw || x->sentence_of.items[before] != x->sentence_of.items[raw]) return false;
    size_t from = x->raws.items[before].end, until = x->raws.items[raw].start;
    if (!is_coarse(x->raws.items[before].expr) || until - from > FAR) return false;
    return !parted_by(x, from, until, opens_sentence(x, before) ? joins : joins | verbs);
}

/* "at noon in the summer of 1891" */
static bool before_coarse(const resolver *r) {
    enum { LONGEST = 16 /* bytes */ };
    const analysis *x = r->x;
    size_t raw = r->raw, behind = raw + 1, start, end;
    if (behind >= x->raws.count || x->sentence_of.items[behind] != x->sentence_of.items[raw]) return false;
    size_t from = x->raws.items[raw].end, until = x->raws.items[behind].start;
    const expr *e = x->raws.items[behind].expr;
    if (!is_coarse(e) || e->limit || until - from > LONGEST || text_find_any(x->text, from, until, ".,;:()") < until)
        return false;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end <= until; at = end)
        if (!in_context(x->grammar, text_slice(x->text, start, end),
                        CONTEXT_SURE | CONTEXT_GENITIVE | CONTEXT_DETERMINER))
            return false;
    return true;
}

/* "16 May, 6.15 a.m.  The line was cut at 4 p.m.": a telegram tells of nothing later than its own clock as past. */
static void keep_behind_clock(resolver *r, expr *e) {
    enum { NOON = 12, DUSK = 18 };
    const analysis *x = r->x;
    if (r->mode != ANNALS_MODE_DOCUMENT || !r->has_now || r->entry != SIZE_MAX || r->in_note) return;
    if (x->date_raw >= r->raw || r->document->basis != ANNALS_BASIS_STATED) return;
    annals_bound own = r->c->mentions.items[x->first_mention + x->date_raw].when->begin.earliest;
    int32_t hour = e->hour != UNSET              ? e->hour
                   : e->part == ANNALS_AFTERNOON ? NOON
                   : e->part == ANNALS_EVENING   ? DUSK
                   : e->part == ANNALS_NIGHT     ? DUSK
                                                 : 0;
    int32_t second = hour * 3600 + (e->minute == UNSET ? 0 : e->minute * 60);
    bool later = own.state >= ANNALS_BOUND_MINUTE && own.day == r->now && second > own.second && e->year != UNSET &&
                 e->day != UNSET && annals_day_of_civil(e->year, e->month, e->day) == r->now;
    if (!later || tense_of(r) != TENSE_PAST || half_open(r, e) || is_of_session(x)) return;
    set_date(e, r->now - 1);
    because(r, "told as past, it is before the document's own hour: of the day before");
}

/* "Friday night.  The packet goes in the morning.": what is yet to come by a morning comes on the next. */
static bool of_next_morning(resolver *r, expr *e) {
    bool morning = e->part == ANNALS_MORNING && e->hour == UNSET && !e->third && r->mode == ANNALS_MODE_DOCUMENT;
    if (!morning || !r->has_now || r->in_quotation || !looks_on(tense_of(r))) return false;
    bool near = !r->last.known || r->last.first <= r->now || r->last.block != r->block;
    annals_day_part head = r->entry == SIZE_MAX ? ANNALS_DAY_PART_NONE : r->c->mentions.items[r->entry].when->day_part;
    if (!near || (head && head <= ANNALS_MORNING)) return false;
    anchor_now(r);
    set_date(e, r->now + 1);
    e->uncertain |= head < ANNALS_AFTERNOON;
    because(r, "it is yet to come: the next morning");
    return true;
}

/* "1. A notice had been written on 14 August.  2. The call was received at 9.15 p.m.": items of a list may tell of
 * several days, and a day that opened no sentence is hardly that of the next item. */
static bool of_other_item(const resolver *r, const said *from) {
    const block *b = &r->x->blocks.items[r->block];
    return r->mode == ANNALS_MODE_DOCUMENT && b->enumerated && from->block != r->block && r->entry == SIZE_MAX &&
           !opens_sentence(r->x, from->mention - r->x->first_mention);
}

/* "Two mules were lost on Tuesday.  Camp at 4 p.m.": who keeps a diary may be back at the day of its entry, behind a
 * sentence that named another in passing. */
static bool may_be_back(const resolver *r) {
    const said *s = &r->last;
    bool entry = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->entry != SIZE_MAX && s->mention > r->entry;
    if (!entry || r->in_quotation || r->in_note || s->last >= r->now) return false;
    return s->sentence != r->x->sentence_of.items[r->raw] && !opens_sentence(r->x, s->mention - r->x->first_mention);
}

/* "Next Saturday, at three, there will be a meeting", of a Saturday that stays open: so does its hour; and "Eight days
 * afterwards they met at dawn", of a day that nothing says. */
static bool of_open_day(const resolver *r) {
    const analysis *x = r->x;
    if (!r->raw || x->sentence_of.items[r->raw - 1] != x->sentence_of.items[r->raw]) return false;
    const expr *before = x->raws.items[r->raw - 1].expr;
    bool day =
        before->kind == EXPR_POINT && before->hour == UNSET && (before->weekday != UNSET || before->day != UNSET);
    const annals_when *w = r->c->mentions.items[x->first_mention + r->raw - 1].when;
    bool counted = before->kind == EXPR_POINT && before->hour == UNSET && before->base && before->unit == UNIT_DAY;
    if (counted && !before->part && w->granularity < ANNALS_DAY) return true;
    return day && !annals_bound_known(w->begin.earliest) && !annals_bound_known(w->end.latest);
}

/* The verb of saying between the comma before a clock and the clock: "orders issued on Tuesday remain in force, the
 * mayor said at a 7 a.m. briefing".  Behind "and" or "that" it tells the story on. */
static annals_text said_at(const analysis *x, const raw_mention *day, const raw_mention *clock) {
    const context_set others =
        CONTEXT_JOINER | CONTEXT_SUBORDINATE | CONTEXT_COMPLEMENT | CONTEXT_FIRST_PERSON | CONTEXT_PERFECT;
    size_t at = clock->start, start, end;
    annals_text verb = {0};
    while (at > day->end && x->text.data[at - 1] != ',') at--;
    if (at <= day->end + 1) return verb; /* "On Tuesday, the mayor said at 7 a.m." */
    for (; text_word(x->text, at, &start, &end) && end < clock->start; at = end) {
        annals_text word = text_slice(x->text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        if (contexts & others) return (annals_text){0};
        if (contexts & CONTEXT_REPORT && contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE)) verb = word;
    }
    return verb;
}

/* Who is quoted by a newspaper spoke on the day that it writes on, whatever day he spoke of. */
static bool of_saying(resolver *r, const said *from, expr *e) {
    const analysis *x = r->x;
    bool paper = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->entry == SIZE_MAX && !r->in_quotation;
    if (!paper || !from || from->sentence != x->sentence_of.items[r->raw] || from->mention < x->first_mention)
        return false;
    annals_text verb = said_at(x, &x->raws.items[from->mention - x->first_mention], &x->raws.items[r->raw]);
    if (!verb.length) return false;
    anchor_now(r);
    set_date(e, r->now);
    e->uncertain |= has_role(x->grammar, verb, ROLE_HEARER); /* "his wife told the police at noon" */
    because(r, "it is when that was said");
    return true;
}

/* "He left yesterday afternoon.  They sealed his room at half past ten": that day, or the day of writing. */
static bool may_be_of_writing(const resolver *r, const said *from, const expr *e) {
    if (from != &r->last || r->mode != ANNALS_MODE_DOCUMENT || !r->has_now || r->entry != SIZE_MAX) return false;
    const expr *day = r->x->raws.items[from->mention - r->x->first_mention].expr;
    bool yesterday = day->base == BASE_NOW && day->unit == UNIT_DAY && from->first == r->now - 1;
    return yesterday && e->half == HALF_UNSAID && from->sentence != r->x->sentence_of.items[r->raw];
}

/* "I was born on Lady Day 1890; ... and at seven I was sent to school": how old one was, and no clock. */
static bool is_age(const resolver *r, const said *from, const expr *e) {
    if (!from || e->half != HALF_UNSAID || from->mention < r->x->first_mention) return false;
    size_t day = from->mention - r->x->first_mention;
    return day + 1 < r->raw && is_of_birth(r->x, day);
}

/* "The hall opens on 16 November.", "The old one burned in April.", and then "A parade is set for ten o'clock": what
 * lies ahead is of the day ahead that was told of, be it a few paragraphs above. */
static const said *day_to_come(resolver *r) {
    enum { NEAR = 8 /* blocks */ };
    const said *s = &r->coming;
    bool news = s->known && r->mode == ANNALS_MODE_DOCUMENT && r->has_now && s->first > r->now;
    if (!news || r->entry != SIZE_MAX || r->in_quotation || r->in_note || r->block - s->block > NEAR) return NULL;
    return looks_on(tense_of(r)) ? s : NULL;
}

/* A time of day alone takes the day said before, else the document's. */
static void infer_day(resolver *r, expr *e) {
    because(r, "no day is given");
    if (day_of_watch(r, e) || day_follows(r, e) || of_next_morning(r, e) || take_session(r, e)) return;
    if (behind_coarse(r) || before_coarse(r) || of_open_day(r)) { /* the clause says another time, and no day */
        because(r, "it is of a day of the time said beside it, and nothing says which");
        return;
    }
    const said *from = day_said(r);
    if (of_saying(r, from, e)) return;
    if (is_age(r, from, e)) {
        because(r, "it may say how old who was born then was");
        return;
    }
    bool back = from == &r->last && may_be_back(r);
    if (back && tense_of(r) == TENSE_NONE) from = NULL;
    if (!from) from = day_to_come(r);
    e->uncertain |= back || from == &r->coming;
    if (from && !told_in_morning(r, e)) {
        bool writing = may_be_of_writing(r, from, e);
        anchor_mention(r, from->mention);
        half_of_meal(r, e);
        half_follows(r, e);
        half_of_evening(r, e);
        bool next_day = from == &r->last ? past_midnight(r, e) : in_second_half(r, from, e);
        bool before = !next_day && (is_night_before(r, e, from->first) || is_same_midnight(e, from) ||
                                    is_midnight_between(r, e, from));
        bool late = !next_day && lasts_past_midnight(r, from, e);
        bool eve = !next_day && !before && precedes_dawn(r, from, e);
        bool either = !next_day && may_precede_night(r, from, e), back_there = either && looks_back(r->x, r->raw);
        set_date(e, from->first + (next_day || late) - (before || back_there || eve));
        e->uncertain |= late || eve || writing || (either && !back_there) || of_other_item(r, from);
        if (writing) because(r, "it may also be of the day of writing");
        if (is_long_past(r, from)) {
            e->uncertain = true;
            because(r, "but another paragraph told of that day, and it is long past");
        }
        if (back_there) because(r, "it had happened before the night that is told of");
        if (next_day || late) because(r, "it is after midnight: the next day");
    } else if (some_day_of_story(r, e)) {
        return;
    } else if (past_day(r)) {
        anchor_mention(r, r->day.mention);
        set_date(e, r->day.first + of_night_after(&r->day, e));
        e->uncertain = true;
    } else if (r->has_now) {
        enum { DAYS_OF_WEEK = 7 };
        bool passing = r->last.known && said_in_passing(r);
        e->uncertain |= passing && r->last.first > r->now - DAYS_OF_WEEK;
        bool told = midnight_told(r, e);
        bool begins = told_in_morning(r, e), night = is_night_before(r, e, r->now);
        e->uncertain |= told;
        anchor_now(r);
        set_date(e, r->now - (begins || night));
        if (opens_own_day(r, e)) e->hour = 0;
        if (told) because(r, "told as past, it may be the midnight before");
        if (begins) because(r, "told as past, it is the midnight before");
        if (night) because(r, "told as past, it is the night before");
        doubt_back(r, e);
    } else {
        because(r, "nothing says which");
    }
}

/* "On 3 May 1914 they met on a Sunday": that day, if it was one; else one of many. */
static void some_weekday(resolver *r, expr *e) {
    if (!r->last.known || !r->last.day_known || weekday_of(r, r->last.first) != e->weekday) {
        because(r, "it is some such day; nothing says which");
        return;
    }
    anchor_mention(r, r->last.mention);
    set_date(e, r->last.first);
    because(r, "the day said before fell on it");
}

static void take_week(expr *e) {
    enum { REFORM = 1582 };
    int64_t year;
    int week;
    bool bounded = e->week_from || e->week_to;
    int64_t day = annals_day_of_civil(e->year, e->month, e->day);
    e->approximate |= !bounded && e->year <= REFORM; /* its days had other weekdays in the calendar in use */
    civil_week_of_day(day, &year, &week);
    if (bounded) e->shift = (int32_t)(day - civil_day_of_week(year, week) - (e->week_to ? 6 : 0));
    e->year = (int32_t)year;
    e->iso_week = week;
    e->month = e->day = UNSET;
}

static void say_order(resolver *r, const expr *e) {
    static const char *const reasons[] = {
        [ORDER_PLAIN] = NULL,
        [ORDER_DAY_FIRST] = "the first number is no month: the day comes first",
        [ORDER_MONTH_FIRST] = "the second number is no month: the month comes first",
        [ORDER_BY_OPTION] = "day and month stand in the order given as an option",
        [ORDER_BY_WEEKDAY] = "of the two orders of day and month, one falls on this weekday",
        [ORDER_BY_HABIT] = "day and month stand in the order of the document's other dates",
        [ORDER_UNSURE] = "day and month could change places; the month is taken to come first"};
    if (reasons[e->order]) because(r, "%s", reasons[e->order]);
}

/* "He was to have been married at Michaelmas": who writes may not have seen that day yet. */
static void doubt_undone(resolver *r, expr *e) {
    bool letter = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && e->base != BASE_SAID && !e->generic;
    if (!letter || tense_of(r) != TENSE_PAST) return;
    bool planned = was_to_have(r->x, r->raw);
    int64_t first, last;
    if (!planned && !had_to(r->x, r->raw)) return; /* "we had to leave on Friday" */
    if (planned && when_days(e, &first, &last) && first > r->now) return;
    e->uncertain = true;
    because(r, planned ? "it was planned and not done; that day may still be to come"
                       : "it had to be; that day may still be to come");
}

static void say_zone(resolver *r, const expr *e) {
    if (e->zone && *e->zone == '?') because(r, "%s is the name of several zones; which one stays open", e->zone + 1);
    else if (e->zone) because(r, "the clock is that of %s", e->zone);
}

/* "30 October of this year", "the 2d of that month" */
static void take_from_whole(resolver *r, expr *e) {
    expr whole;
    complete(r, e->of, &whole);
    e->year = whole.year;
    if (e->month == UNSET && e->season == UNSET) e->month = whole.month;
    if (e->weekday != UNSET && whole.iso_week != UNSET && whole.year != UNSET)
        set_date(e, civil_day_of_week(whole.year, whole.iso_week) + e->weekday - 1);
}

void complete(resolver *r, const expr *in, expr *e) {
    *e = *in;
    if (e->impossible) because(r, "no calendar has this day; check the document");
    if (e->era < 0 && e->year != UNSET) e->year = 1 - e->year;
    if (e->era_carried) because(r, "the text counts the years before Christ here");
    prepare(r, e);
    take_listed_day(r, e);
    if (e->short_year) full_year(r, e);
    say_order(r, e);
    say_zone(r, e);
    bool dated = e->year != UNSET || e->decade != UNSET || e->century != UNSET || e->millennium != UNSET;
    if (take_custom(r, e)) return;
    bool yearless = r->yearless.stated && infer_yearless(r, e);
    if (yearless) {
        /* no year is to be looked for */
    } else if (e->weekend && e->base) {
        infer_weekend(r, e);
    } else if (e->of && e->base != BASE_DATE) {
        if (!day_of_julian_month(r, e) && !closes_enumeration(r, e)) take_from_whole(r, e);
    } else if (e->base) {
        resolve_relative(r, e);
    } else if (e->generic && e->weekday != UNSET) {
        some_weekday(r, e);
    } else if (!dated && infer_entry(r, e)) {
        e->year_inferred = true;
    } else if (!dated && !e->generic &&
               (e->month != UNSET || e->season != UNSET || e->quarter != UNSET || e->iso_week != UNSET ||
                year_settles(e))) {
        infer_year(r, e);
        e->year_inferred = true;
    } else if (!dated && e->day != UNSET) {
        infer_month(r, e);
    } else if (!dated && !e->generic && (e->hour != UNSET || e->part != ANNALS_DAY_PART_NONE)) {
        infer_day(r, e);
        keep_behind_clock(r, e);
    }
    if (!dated && r->tense_known && r->tense == TENSE_FIXED && was_hoped(r->x, r->raw)) {
        e->uncertain = true;
        because(r, "but whether it has come since nobody says");
    }
    half_of_list(r, e);
    half_of_deed(r, e);
    if (!dated && !e->uncertain) doubt_undone(r, e);
    infer_yearless(r, e);
    settle(r, e);
    check_weekday(r, in, e);
    doubt_weekday(r, in, e);
    if (!e->impossible && e->year != UNSET && e->month != UNSET && e->day != UNSET &&
        !civil_valid(e->year, e->month, e->day)) {
        e->impossible = true;
        because(r, "%d had no such day; check the document", e->year);
    }
    doubt_likely(r, e);
    inherit_doubt(r, in, e);
    if (e->whole_week && !e->impossible && e->year != UNSET) take_week(e);
}
