/* resolve.c: a raw mention and its context -> a time, with its reasons. */
#include "around.h"
#include "civil.h"
#include "language.h"
#include "marks.h"
#include "resolver.h"
#include "stages.h"
#include "text.h"
#include "twins.h"
#include "when.h"

#include <string.h>

/* "ARRIVING SIXTEENTH": the words before the day were part of what says it. */
static bool said_ahead(const expr *e) {
    return e->kind == EXPR_POINT && !e->base && e->day != UNSET && e->month == UNSET && e->direction > 0;
}

verb_tense tense_of(resolver *r) {
    if (!r->tense_known && said_ahead(r->x->raws.items[r->raw].expr)) r->tense = TENSE_FUTURE;
    else if (!r->tense_known) r->tense = r->in_note ? TENSE_NONE : tense_around(r->x, r->raw);
    r->tense_known = true;
    return r->tense;
}

bool set_reading(resolver *r, const expr *e, annals_mention *m) {
    const reading *found = reading_of(&r->readings, &r->c->arena, e);
    if (!found) return false;
    m->when = &found->when;
    m->timex = &found->timex;
    return true;
}

/* Give the mention a time of its own, a copy of the one it shares, to be changed; null when memory runs out. */
annals_when *own_when(resolver *r, annals_mention *m) {
    annals_when *own = arena_copy(&r->c->arena, m->when, 1, sizeof *own);
    if (own) m->when = own;
    return own;
}

/* "at 2 a.m. ... until 7 a.m.", "at eight ... until dark": the time said before is when it began, or nearly. */
static bool begin_at_last_clock(resolver *r, const expr *e, annals_mention *m) {
    const said *s = &r->last;
    annals_bound end = m->when->end.latest;
    bool clock = (e->hour != UNSET || e->part) && e->limit == LIMIT_UNTIL && s->clock.day == end.day;
    if (!clock || !s->known || !s->clock_known || annals_bound_compare(s->clock, end) >= 0) return true;
    char from[ANNALS_BOUND_SIZE], to[ANNALS_BOUND_SIZE];
    annals_when *w = own_when(r, m);
    if (!w) return false;
    w->begin.earliest = s->clock;
    annals_bound_iso(s->clock, from);
    annals_bound_iso(w->end.latest, to);
    if (e->hour != UNSET) w->end.earliest = w->end.latest;
    w->edtf = arena_printf(&r->c->arena, "%s:00/%s:00", from, to);
    because(r, "it had begun by the time said before");
    return w->edtf.data;
}

/* Keep another reading of the mention beside the one that was chosen. */
static bool keep_other(resolver *r, const expr *other, annals_mention *m, const char *reason) {
    char phrase[96];
    const reading *kept = reading_of(&r->readings, &r->c->arena, other);
    if (!kept) return false;
    m->alternatives = &kept->when;
    m->alternative_count = 1;
    if (!r->explains) return true;
    annals_when_phrase(m->alternatives, phrase, sizeof phrase);
    because(r, "%s it would be %s", reason, phrase);
    return true;
}

/* "5/3/1962" that nothing settles: the other order of day and month is kept too. */
static bool keep_other_order(resolver *r, const expr *e, annals_mention *m) {
    if (e->order != ORDER_UNSURE || e->impossible) return true;
    expr other = *e;
    other.day = e->month;
    other.month = e->day;
    return keep_other(r, &other, m, "with the day first");
}

/* "the 1900s" are ten years or a hundred. */
static bool keep_century(resolver *r, const expr *e, annals_mention *m) {
    if (!e->century_unsure || e->third) return true;
    expr other = *e;
    bool decade = e->decade != UNSET;
    other.century = decade ? e->decade / 10 + 1 : UNSET;
    other.decade = decade ? UNSET : (e->century - 1) * 10;
    return keep_other(r, &other, m, decade ? "if the century is meant," : "if the decade is meant,");
}

/* "30 January 1648 (Old Style)": where the year began in March, its first months are of the next as we count; and there
 * is no telling how whoever wrote that counted. */
static bool may_be_next_year(const resolver *r, const expr *in, const expr *e) {
    enum { FEBRUARY = 2, LEAP_DAY = 29, MARCH = 3, LADY_DAY = 25 };
    bool leap = in->month == FEBRUARY && in->day == LEAP_DAY; /* no two years have one */
    bool early = in->month != UNSET && !leap && (in->month < MARCH || (in->month == MARCH && in->day < LADY_DAY));
    bool old = in->reckoning == RECKON_JULIAN && !in->as_spoken && in->year != UNSET && !in->short_year;
    return early && old && !e->impossible && r->x->grammar == language_by_default() &&
           in->year < last_julian_year(r->x->grammar);
}

static bool keep_next_year(resolver *r, const expr *in, const expr *e, annals_mention *m) {
    if (!may_be_next_year(r, in, e)) return true;
    expr next = *in, other;
    size_t steps = r->step_count;
    next.year++;
    complete(r, &next, &other);
    r->step_count = steps;
    other.uncertain = true;
    return keep_other(r, &other, m, "where the year began in March");
}

/* "at six": in the morning, or in the evening. */
static bool keep_other_half(resolver *r, const expr *e, annals_mention *m) {
    enum { NOON = 12, MIDNIGHT = 24 };
    if (!half_open(r, e)) return true;
    expr other = *e;
    other.hour = e->hour != NOON ? (e->hour + NOON) % MIDNIGHT : e->minute > 0 ? 0 : MIDNIGHT;
    return keep_other(r, &other, m, "nothing tells which half of the day; in the other");
}

/* "Map of Velm, 1512?": nothing is asked where there is no verb. */
static bool doubts_title(const resolver *r, const raw_mention *raw) {
    const context_set asking = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE |
                               CONTEXT_VERB | CONTEXT_COPULA | CONTEXT_SUBJECT | CONTEXT_JOINER;
    const sentence *s = &r->x->sentences.items[r->x->sentence_of.items[r->raw]];
    if (raw->end + 1 != s->end || r->x->text.data[raw->end] != '?') return false;
    return !contexts_in(r->x->grammar, text_slice(r->x->text, s->start, raw->start), asking);
}

/* Doubts and supplements of an editor. */
static void heed_marks(resolver *r, expr *e) {
    const raw_mention *raw = &r->x->raws.items[r->raw];
    annals_text text = r->x->text;
    if (raw->range != ANNALS_RANGE_NONE || e->hour != UNSET) return;
    if (marks_supply(text, raw->start, raw->end)) because(r, "brackets say that an editor supplied it");
    if (!marks_doubt(text, raw->start, raw->end) && !doubts_title(r, raw)) return;
    e->uncertain = true;
    because(r, "a question mark doubts it");
}

bool resolve_point(resolver *r, const expr *in, annals_mention *m) {
    expr e;
    complete(r, in, &e);
    m->impossible = e.impossible;
    note_yearless(r, &e);
    heed_marks(r, &e);
    doubt_below_head(r, in, &e);
    doubt_in_span(r, in, &e);
    int64_t first, last;
    char day[64];
    if (e.part == ANNALS_NIGHT && e.hour == UNSET && when_days(&e, &first, &last))
        because(r, "it is the night that begins on %s", day_phrase(first, day, sizeof day));
    e.uncertain |= half_open(r, &e) || may_be_next_year(r, in, &e);
    return set_reading(r, &e, m) && keep_other_order(r, &e, m) && keep_century(r, &e, m) && keep_other_half(r, &e, m) &&
           keep_next_year(r, in, &e, m) && begin_at_last_clock(r, in, m);
}

/* "The ships must be clear by 1800": a time of day, where the year is over or far off. */
static bool clock_meant(const resolver *r, const expr *in) {
    enum { FAR = 100 };
    int64_t year;
    int month, day;
    annals_civil_of_day(r->now, &year, &month, &day);
    return in->year < year || in->year > year + FAR;
}

/* Of the two readings one is chosen, and the other kept; in histories it is a year. */
static bool resolve_year_or_clock(resolver *r, const expr *in, annals_mention *m) {
    expr year = *in, clock;
    year.clock_unsure = false;
    if (r->mode != ANNALS_MODE_DOCUMENT || !r->has_now) return resolve_point(r, &year, m);
    year.uncertain = true;
    clock = year;
    clock.hour = in->year / 100;
    clock.minute = in->year % 100;
    clock.year = UNSET;
    if (clock_meant(r, in)) return resolve_point(r, &clock, m) && keep_other(r, &year, m, "if a year is meant,");
    expr other;
    size_t steps = r->step_count;
    complete(r, &clock, &other);
    r->step_count = steps;
    return resolve_point(r, &year, m) && keep_other(r, &other, m, "if a time of day is meant,");
}

/* "1512?-1571": one end of the two. */
static bool heed_mark_of_side(resolver *r, const raw_mention *raw, range_end *side) {
    if (side->expr.hour != UNSET || side->expr.uncertain || !marks_doubt(r->x->text, raw->start, raw->end)) return true;
    side->expr.uncertain = true;
    because(r, "a question mark doubts it");
    side->reading = reading_of(&r->readings, &r->c->arena, &side->expr);
    return side->reading;
}

/* The first mention of a range settles both; the second finds its own here. */
static bool resolve_side(resolver *r, const raw_mention *raw, annals_mention *m) {
    range_end from;
    bool begins = raw->range == ANNALS_RANGE_BEGIN;
    if (begins && !resolve_range(r, raw->expr, &from, &r->end, &r->end_impossible)) return false;
    range_end *side = begins ? &from : &r->end;
    if (!heed_mark_of_side(r, raw, side)) return false;
    m->when = &side->reading->when;
    m->timex = &side->reading->timex;
    m->impossible = r->end_impossible;
    note_yearless(r, &side->expr);
    return keep_other_half(r, &side->expr, m);
}

/* The word that ends before `at`, with white space between. */
static annals_text word_ahead(annals_text text, size_t at) {
    size_t end = at, start;
    while (end && is_space_byte(text.data[end - 1])) end--;
    for (start = end; start && !is_space_byte(text.data[start - 1]) && !byte_in(text.data[start - 1], ",;:.()");)
        start--;
    return end < at ? text_slice(text, start, end) : (annals_text){0};
}

/* "before the Crisis", "avant la Crise": which limit the words before a name make of its time. */
static expr_limit limit_of_period(const analysis *x, size_t start) {
    static const expr_limit limits[] = {
        [SAID_SINCE] = LIMIT_SINCE, [SAID_BEFORE] = LIMIT_BEFORE, [SAID_AFTER] = LIMIT_AFTER};
    enum { MOST_WORDS = 3 };
    for (int i = 0; i < MOST_WORDS; i++) {
        annals_text word = word_ahead(x->text, start);
        size_t which = place_said(x->grammar, SAY_LIMITS, word);
        if (which < sizeof limits / sizeof *limits) return limits[which];
        if (!in_context(x->grammar, word, CONTEXT_DETERMINER | CONTEXT_GENITIVE)) return LIMIT_NONE;
        start = (size_t)(word.data - x->text.data);
    }
    return LIMIT_NONE;
}

/* Of an interval only the day counts that it is limited by. */
static bool limit_period(resolver *r, annals_when *w) {
    expr_limit limit = limit_of_period(r->x, r->x->raws.items[r->raw].start);
    char buffer[ANNALS_BOUND_SIZE];
    if (limit == LIMIT_SINCE && w->begin.earliest.state == ANNALS_BOUND_DAY) {
        w->edtf = arena_text(&r->c->arena, annals_text_of(annals_bound_iso(w->begin.earliest, buffer)));
        if (!w->edtf.data) return false;
    }
    return when_limit(&r->c->arena, limit, w);
}

/* A name of one's own says what its list has. */
static bool resolve_period(resolver *r, const expr *e, annals_mention *m) {
    const period *p = &r->x->periods.periods[e->count];
    annals_when *w = arena_copy(&r->c->arena, &p->when, 1, sizeof *w);
    annals_timex *t = arena_alloc(&r->c->arena, sizeof *t);
    if (!w || !t) return false;
    t->value = p->when.edtf;
    m->timex = t;
    m->when = w;
    if (!limit_period(r, w)) return false;
    if (p->file.data)
        because(r, "\"%.*s\" is %.*s: %.*s, line %zu", (int)p->name.length, p->name.data, (int)w->edtf.length,
                w->edtf.data, (int)p->file.length, p->file.data, p->line);
    else because(r, "\"%.*s\" is given as %.*s", (int)p->name.length, p->name.data, (int)w->edtf.length, w->edtf.data);
    return true;
}

/* What the format of the file says goes before what the words do. */
static bool resolve_stated(resolver *r, const expr *e, annals_mention *m) {
    const annals_when *w = m->when = &r->x->stated.items[e->count].when;
    annals_timex *t = arena_alloc(&r->c->arena, sizeof *t);
    if (!t) return false;
    t->type = w->granularity > ANNALS_DAY ? ANNALS_TIMEX_TIME : ANNALS_TIMEX_DATE;
    t->value = w->edtf;
    m->timex = t;
    note_yearless(r, e);
    because(r, "the file states it: %.*s", (int)w->edtf.length, w->edtf.data);
    return true;
}

/* "On 5 May the mill burned.  Hours later": on that day, as far as it is told; null where none was said so lately. */
static const said *day_of_hours(const resolver *r, const expr *e) {
    bool hours = e->base == BASE_SAID && e->direction > 0 && e->unit >= UNIT_SECOND && e->unit <= UNIT_HOUR;
    if (!hours) return NULL;
    if (r->last.known && r->last.day_known && r->last.block == r->block) return &r->last;
    return r->day.known && r->day.block + 1 >= r->block ? &r->day : NULL;
}

static bool resolve_hours_later(resolver *r, const expr *e, const said *from, annals_mention *m) {
    expr day = *e;
    day.kind = EXPR_POINT;
    anchor_mention(r, from->mention);
    set_date(&day, from->first);
    because(r, "how many there were is not said: of that day");
    return set_reading(r, &day, m);
}

static bool resolve_expr(resolver *r, const expr *e, annals_mention *m) {
    const said *day;
    expr length;
    switch (e->kind) {
    case EXPR_POINT:
        if (e->clock_unsure) return resolve_year_or_clock(r, e, m);
        return lasts_over(r, e, &length) ? resolve_duration(r, &length, m) : resolve_point(r, e, m);
    case EXPR_PERIOD:
        return resolve_period(r, e, m);
    case EXPR_STATED:
        return resolve_stated(r, e, m);
    case EXPR_RANGE:  /* two mentions */
    case EXPR_NUMBER: /* none */
    case EXPR_ZONE:
    case EXPR_STYLE:
        break;
    case EXPR_DURATION:
        return resolve_duration(r, e, m);
    case EXPR_REF:
        day = day_of_hours(r, e);
        return day ? resolve_hours_later(r, e, day, m) : set_reading(r, e, m);
    case EXPR_SET:
        return set_reading(r, e, m);
    }
    return false;
}

static void enter_note(resolver *r) {
    const said *held[KEPT_SAID] = {&r->last, &r->day, &r->clock, &r->story, &r->thread};
    for (size_t i = 0; i < KEPT_SAID; i++) r->kept[i] = *held[i];
    r->in_note = true;
    r->note_in_quotation = r->in_quotation;
}

static void leave_note(resolver *r) {
    said *held[KEPT_SAID] = {&r->last, &r->day, &r->clock, &r->story, &r->thread};
    for (size_t i = 0; i < KEPT_SAID; i++) *held[i] = r->kept[i];
    r->in_note = false;
}

/* A note may stand in a quotation, and quote: what was entered last is left first. */
static void change_voice(resolver *r, size_t raw) {
    bool note = stands_aside(r, raw), left = r->in_note && !note;
    if (left && r->note_in_quotation) leave_note(r);
    leave_quotation(r, raw);
    if (r->in_note && !note) leave_note(r);
    if (note && !r->in_note) enter_note(r);
}

static void enter_block(resolver *r, size_t raw) {
    size_t index = block_of_raw(r->x, raw);
    if (index != r->block) r->block_year = UNSET;
    if (index != r->block) r->yearless.stated = false;
    if (index != r->block && r->last.back) r->last = r->earlier; /* what had been is over with its paragraph */
    enter_item(r, r->block <= index ? r->block + 1 : 0, raw);
    r->block = index;
    leave_entry(r);
}

/* "In 1941", and not "The 1941 harvest" */
static bool led_by_preposition(const analysis *x, size_t raw) {
    size_t from = x->sentences.items[x->sentence_of.items[raw]].start, start, end;
    bool led = text_word(x->text, from, &start, &end) && end <= x->raws.items[raw].start;
    return led && in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_SURE | CONTEXT_WEAK) &&
           !in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_DETERMINER);
}

/* "In June 1789 they swore, and on 14 July": a month's or season's year holds to the end of the sentence. */
static void note_sentence_year(resolver *r, const expr *e, size_t mention) {
    if (e->limit) return;
    r->year_alone = e->month == UNSET && e->season == UNSET;
    r->year_counted = 0;
    r->year_opens = opens_sentence(r->x, r->raw) && led_by_preposition(r->x, r->raw);
    r->sentence_year = e->year;
    r->sentence_year_mention = mention;
    r->year_sentence = r->x->sentence_of.items[r->raw];
}

/* "Last year's show", but not "last year's budget" or "last year's champions": what happened then. */
static bool is_happening_of(const resolver *r, int32_t count) {
    const analysis *x = r->x;
    size_t start, end;
    annals_text behind = text_slice(x->text, x->raws.items[r->raw].end, x->text.length);
    bool straight = text_starts(behind, "'s "), curly = text_starts(behind, "\xE2\x80\x99s ");
    if (count > 0 || (!straight && !curly)) return true;
    return text_word(behind, straight ? 2 : 4, &start, &end) &&
           has_role(x->grammar, text_slice(behind, start, end), ROLE_HAPPENING);
}

/* "Next year's fair is on 3 April" */
static void note_counted_year(resolver *r, const expr *e, size_t mention) {
    bool year = e->base && e->unit == UNIT_YEAR && e->kind == EXPR_POINT && e->year == UNSET && e->month == UNSET;
    if (!year || e->season != UNSET || e->of || e->limit || r->mode != ANNALS_MODE_DOCUMENT) return;
    const annals_when *w = r->c->mentions.items[mention].when;
    if (!r->has_now || r->in_quotation || w->granularity != ANNALS_YEAR || !opens_sentence(r->x, r->raw)) return;
    if (!e->count || !is_happening_of(r, e->count)) return;
    r->sentence_year = civil_year_of_day(w->begin.earliest.day);
    r->sentence_year_mention = mention;
    r->year_sentence = r->x->sentence_of.items[r->raw];
    r->year_alone = true;
    r->year_counted = e->count;
    r->year_opens = false;
}

/* A paragraph that turns to another year keeps it for the dates that follow; what has lasted since lasts now. */
static void note_year(resolver *r, const expr *e, size_t mention) {
    bool dated = point_said(e) && e->year != UNSET && !e->short_year && e->era >= 0 && e->limit != LIMIT_SINCE;
    if (!dated || !r->has_now || r->in_quotation) return;
    if ((e->day == UNSET && e->named == UNSET) || is_passing(r->x, r->raw)) {
        note_sentence_year(r, e, mention);
        return;
    }
    int64_t now_year;
    int month, dom;
    annals_civil_of_day(r->now, &now_year, &month, &dom);
    if (r->in_note || (e->year < now_year - 1 && is_of_origin(r->x, r->raw))) return;
    r->block_year = e->year == now_year ? UNSET : e->year;
    r->block_year_mention = mention;
    r->sentence_year = UNSET;
}

static void mention_offsets(const analysis *x, annals_mention *mention, size_t start, size_t end, size_t *byte,
                            size_t *point) {
    *point += text_code_points(text_slice(x->text, *byte, start));
    mention->start = *point;
    *point += text_code_points(text_slice(x->text, start, end));
    mention->end = *point;
    *byte = end;
}

/* Line and column, counted on from the notice before, so that many notices take no longer than the text. */
static void find_place(resolver *r, size_t at) {
    for (; r->place.at < at; r->place.at++) {
        char c = r->x->text.data[r->place.at];
        r->place.line += c == '\n';
        if (c == '\n') r->place.column = 1;
        else r->place.column += ((unsigned char)c & 0xC0) != 0x80;
    }
}

/* 29 February of 1700, 1800, 1900 */
static bool leaps_only_julian(const expr *e) {
    enum { FEBRUARY = 2, LEAP_DAY = 29, LEAP = 4 };
    return e->kind == EXPR_POINT && e->month == FEBRUARY && e->day == LEAP_DAY && e->year != UNSET && !(e->year % LEAP);
}

/* Of a range, once. */
static annals_status notice_impossible(resolver *r, const raw_mention *raw) {
    if (raw->range == ANNALS_RANGE_END) return ANNALS_OK;
    find_place(r, raw->start);
    if (r->reversed)
        return chronology_notice(r->c, r->document->source, r->place.line, r->place.column,
                                 "the range from '%.*s' ends before it begins; it is kept without a time",
                                 (int)(raw->end - raw->start), r->x->text.data + raw->start);
    return chronology_notice(r->c, r->document->source, r->place.line, r->place.column,
                             leaps_only_julian(raw->expr)
                                 ? "'%.*s' is a day of the Julian calendar only, and the text says of no such; it is "
                                   "kept without a date"
                                 : "'%.*s' is no date of any calendar; it is kept without one",
                             (int)(raw->end - raw->start), r->x->text.data + raw->start);
}

/* What is no date has no time; a date of another calendar is kept as it is written. */
static bool adjust_when(resolver *r, annals_mention *m) {
    bool foreign = m->when->calendar != ANNALS_GREGORIAN;
    annals_when *w = m->impossible || foreign ? own_when(r, m) : NULL;
    if (w && m->impossible) {
        w->edtf = (annals_text){0};
        w->begin = w->end = (annals_bounds){0};
    }
    if (w && foreign) w->as_written = m->exact;
    return w || (!m->impossible && !foreign);
}

const annals_resolution *reasons_of(resolver *r, annals_text rule) {
    arena *a = &r->c->arena;
    if (!r->explains) return &no_resolution;
    annals_text *steps = arena_copy(a, r->steps, r->step_count, sizeof *steps);
    annals_resolution *resolution = arena_alloc(a, sizeof *resolution);
    if (!steps || !resolution) return NULL;
    *resolution = (annals_resolution){rule, r->anchor, steps, r->step_count};
    return resolution;
}

/* Most mentions say so themselves, and share that with others of their rule. */
static const annals_resolution *resolution_of(resolver *r, const raw_mention *raw) {
    const grammar *g = r->x->grammar;
    bool of_period = raw->rule == NO_RULE, plain = !r->step_count && !r->anchor.data;
    const annals_resolution **shared = &r->plain[of_period ? g->rule_count : raw->rule];
    if (!r->step_count) because(r, "it says so itself");
    if (plain && *shared) return *shared;
    const char *name = raw->expr->kind == EXPR_STATED ? "stated" : of_period ? "period" : g->rules[raw->rule].name;
    const annals_resolution *own = reasons_of(r, annals_text_of(name));
    if (plain) *shared = own;
    return own;
}

static void begin_reasons(resolver *r) {
    r->step_count = 0;
    r->anchor = (annals_text){0};
    r->anchored = NO_MENTION;
    r->reversed = r->wrong_weekday = r->julian = r->as_spoken = false;
}

/* "the first two months of 1939": the story goes on from 1939. */
static void remember_whole(resolver *r, const expr *e, size_t mention) {
    expr whole;
    complete(r, e->of, &whole);
    const reading *read = reading_of(&r->readings, &r->c->arena, &whole);
    r->failed |= !read;
    if (!read) return;
    note_year(r, e->of, mention);
    remember(r, e->of, &read->when, mention);
}

static annals_status resolve_one(resolver *r, size_t i, annals_mention *m, annals_error *error) {
    const raw_mention *raw = &r->x->raws.items[i];
    size_t index = r->c->mentions.count;
    arena *a = &r->c->arena;
    change_voice(r, i);
    enter_block(r, i);
    enter_mail(r, i);
    if (raw->range != ANNALS_RANGE_END) begin_reasons(r);
    r->raw = i;
    r->tense_known = false;
    if (r->explains) m->id = arena_number(a, "m", index + 1);
    if (!enter_quotation(r, i, block_of_raw(r->x, i))) return no_memory(error);
    bool ok = (raw->range == ANNALS_RANGE_NONE ? resolve_expr(r, raw->expr, m) : resolve_side(r, raw, m)) &&
              (m->id.data || !r->explains) && !r->failed;
    m->resolution = resolution_of(r, raw);
    m->reversed = r->reversed;
    m->wrong_weekday = r->wrong_weekday;
    if (!ok || !m->resolution || !adjust_when(r, m) || !ARENA_ROOM(a, &r->c->mentions)) return no_memory(error);
    r->c->mentions.items[r->c->mentions.count++] = *m;
    note_entry(r, raw->expr, m->when, index);
    note_postscript(r, m->when, index);
    note_watch(r, raw->expr, m->when, index);
    note_later_head(r, raw->expr, m->when);
    note_mail(r, m->when, index);
    note_year(r, raw->expr, index);
    note_counted_year(r, raw->expr, index);
    bool points = point_said(raw->expr) || raw->expr->kind == EXPR_RANGE;
    if (points && !restates_clock(r->x, i)) remember(r, raw->expr, m->when, index);
    if (raw->expr->place == LENGTH_WITHIN) remember_whole(r, raw->expr, index);
    if (r->failed) return no_memory(error);
    return m->impossible ? notice_impossible(r, raw) : ANNALS_OK;
}

/* The mentions that stand behind each and give a year, captions and notes left out; one pass from the end. */
static const uint32_t *dated_ahead(const resolver *r) {
    const analysis *x = r->x;
    uint32_t *ahead = arena_alloc(&r->c->arena, (x->raws.count + 1) * sizeof *ahead), next = NONE_AHEAD;
    for (size_t i = x->raws.count; ahead && i-- > 0;) {
        const expr *e = x->raws.items[i].expr;
        await_mention(x, i - PASS_AHEAD);
        ahead[i] = next;
        if (e->kind == EXPR_RANGE) e = x->raws.items[i].range == ANNALS_RANGE_END ? e->to : e->from;
        if (e->place == LENGTH_WITHIN) e = e->of;
        if (e->kind != EXPR_POINT || e->year == UNSET || e->short_year || e->base) continue;
        if (e->limit != LIMIT_SINCE && !stands_aside(r, i)) next = (uint32_t)i;
    }
    return ahead;
}

/* Does it count the hours to 24, surely (2) or as it seems (1)? */
static int counting_of(const expr *e) {
    return e->half == HALF_COUNTED ? 2 : e->half == HALF_OF_TEN;
}

/* How it speaks of its own day and those around it, and counts the hours; and what it counts from events. */
static bool find_habits(resolver *r) {
    for (size_t i = 0; i < r->x->raws.count; i++) {
        const expr *e = r->x->raws.items[i].expr;
        await_mention(r->x, i + PASS_AHEAD);
        r->counts_to_24 |= e->kind == EXPR_RANGE ? counting_of(e->from) | counting_of(e->to) : counting_of(e);
        bool day = e->kind == EXPR_POINT && e->base == BASE_NOW && e->unit == UNIT_DAY;
        r->says_today += day && !e->count;
        r->says_yesterday += day && e->count == -1;
        r->says_tomorrow += day && e->count == 1;
        if (!counts_from_event(&r->x->raws.items[i])) continue;
        if (!ARENA_ROOM(&r->c->arena, &r->of_events)) return false;
        r->of_events.items[r->of_events.count++] = i;
    }
    return true;
}

static annals_status resolve_all(resolver *r, annals_error *error) {
    const analysis *x = r->x;
    arena *a = &r->c->arena;
    if (!ARENA_RESERVE(a, &r->c->mentions, x->raws.count)) return no_memory(error);
    r->dated_ahead = dated_ahead(r);
    r->plain = arena_alloc(a, (x->grammar->rule_count + 1) * sizeof *r->plain);
    r->doubts = arena_alloc(a, x->raws.count + 1);
    if (!r->dated_ahead || !r->plain || !r->doubts || !readings_begin(&r->readings, x->raws.count))
        return no_memory(error);
    size_t byte = 0, point = r->c->documents.items[x->document].start;
    for (size_t i = 0; i < x->raws.count; i++) {
        const raw_mention *raw = &x->raws.items[i];
        await_mention(x, i + PASS_AHEAD);
        await_words(x, i + PASS_AHEAD);
        annals_mention m = {
            .document = x->document, .range = raw->range, .exact = text_slice(x->text, raw->start, raw->end)};
        if (r->explains) mention_offsets(x, &m, raw->start, raw->end, &byte, &point);
        annals_status status = resolve_one(r, i, &m, error);
        if (status != ANNALS_OK) return status;
    }
    return anchor_events(r) ? ANNALS_OK : no_memory(error);
}

annals_status resolve_mentions(annals_chronology *c, analysis *x, annals_error *error) {
    resolver r = {.c = c,
                  .x = x,
                  .document = &c->documents.items[x->document],
                  .mode = c->documents.items[x->document].mode,
                  .block = SIZE_MAX,
                  .explains = !c->options.times_only,
                  .quoted_block = SIZE_MAX,
                  .block_year = UNSET,
                  .sentence_year = UNSET,
                  .place = {0, x->line, 1},
                  .leap = SIZE_MAX,
                  .flashback = SIZE_MAX,
                  .entries = {.year = UNSET, .chapter = UNSET}};
    look_to_document(&r);
    twins_link(x);
    x->first_mention = c->mentions.count;
    annals_status status = find_habits(&r) ? resolve_all(&r, error) : no_memory(error);
    readings_end(&r.readings);
    return status;
}
