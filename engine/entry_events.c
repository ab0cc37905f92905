/* entry_events.c: a line that only gives a day -> the events that the sentences below it tell of that day. */
#include "caption.h"
#include "entries.h"
#include "events.h"
#include "language.h"
#include "stem.h"
#include "teller.h"
#include "text.h"
#include "when.h"

/* "16 October", "Reference: # 12 of 16 October": a line that only dates what follows. */
static bool fragment(const teller *t, size_t from, size_t to, const raw_mention *m) {
    static const char *const labels[] = {"reference", "references", "ref", "re", "entry", "number", "remarks", "no"};
    size_t s, e;
    size_t raw = (size_t)(m - t->x->raws.items), in = block_of_raw(t->x, raw);
    if (t->x->blocks.items[in].kind == BLOCK_ENTRY) return true;
    if (to - m->end > 2) return false;
    if (t->x->blocks.items[in].entry && raw == entry_raw(t->x, in)) return true;
    if (t->x->text.data[from] == '#' || !text_word(t->x->text, from, &s, &e) || s >= m->start) return true;
    annals_text word = text_slice(t->x->text, s, e);
    if (text_same_word(word, "no") && t->x->text.data[e] != '.') return false; /* no number */
    return IN(word, labels) && m->start - from < 120;
}

/* "Fri. 8th and Sat. 9th.": an entry of two days, which are all that the sentence says; `raw` is the first of them. */
static bool heads_two_days(const teller *t, size_t raw) {
    const analysis *x = t->x;
    const raw_mention *m = &x->raws.items[raw];
    size_t in = x->sentence_of.items[raw], start, end;
    const sentence *s = &x->sentences.items[in];
    if (raw + 1 >= x->raws.count || x->sentence_of.items[raw + 1] != in) return false;
    if (m->range != ANNALS_RANGE_NONE || m[1].range != ANNALS_RANGE_NONE || m->expr->day == UNSET ||
        m[1].expr->day == UNSET || !only_marks(x, s->start, m->start) || !only_marks(x, m[1].end, s->end))
        return false;
    bool opens = s->start <= x->blocks.items[s->block].body || byte_in(x->text.data[s->start - 1], "\n\r");
    if (!opens) return false;
    annals_text between = text_slice(x->text, m->end, m[1].start);
    if (!text_word(between, 0, &start, &end)) return memchr(between.data, '&', between.length);
    return in_context(x->grammar, text_slice(between, start, end), CONTEXT_JOINER) &&
           only_marks(x, m->end + end, m[1].start);
}

/* What is told below was on one of them, or on both. */
static bool take_two_days(teller *t, size_t raw) {
    const annals_mention *m = &t->c->mentions.items[t->x->first_mention + raw];
    annals_when *both = arena_alloc(&t->c->arena, sizeof *both);
    if (!both || !when_range(&t->c->arena, m->when, m[1].when, both)) return false;
    t->said.when = both;
    t->said_count = 2;
    return true;
}

/* Has the sentence a date that tells of something by itself: not only "eleven days out"? */
static bool is_dated_from(const teller *t, size_t sentence_index, size_t raw) {
    const analysis *x = t->x;
    size_t in = x->sentences.items[sentence_index].block;
    for (size_t i = raw; i < x->first_raw.items[in + 1] && x->sentence_of.items[i] <= sentence_index; i++)
        if (x->sentence_of.items[i] == sentence_index && !x->raws.items[i].expr->generic &&
            makes_event(&t->c->mentions.items[x->first_mention + i], x->raws.items[i].expr, x->blocks.items[in].kind))
            return true;
    return false;
}

static bool is_dated_sentence(const teller *t, size_t sentence_index) {
    return is_dated_from(t, sentence_index, t->x->first_raw.items[t->x->sentences.items[sentence_index].block]);
}

bool tellable(block_kind kind) {
    return kind == BLOCK_PARAGRAPH || kind == BLOCK_LIST_ITEM;
}

/* The sentence behind one in its block, or SIZE_MAX; `dated` when it has a date of its own. */
static size_t sentence_behind(const analysis *x, size_t index, size_t raw, bool *dated) {
    size_t next = index + 1;
    if (next >= x->sentences.count || x->sentences.items[next].block != x->sentences.items[index].block)
        return SIZE_MAX;
    while (raw < x->raws.count && x->sentence_of.items[raw] < next) raw++;
    *dated = raw < x->raws.count && x->sentence_of.items[raw] == next;
    return next;
}

/* "Arrived on Saturday." */
static bool is_deed(const teller *t, annals_text label) {
    return in_context(t->x->grammar, label, CONTEXT_PAST | CONTEXT_PARTICIPLE);
}

enum { SHORT = 40 /* bytes of a sentence that may say little */ };

enum { FEW_WORDS = 3 }; /* of a headline that may say little */

/* Has the sentence more words than few beside its dates, and the words that tie them? */
static bool says_beside_dates(const teller *t, size_t sentence_index, size_t raw) {
    const analysis *x = t->x;
    const sentence *s = &x->sentences.items[sentence_index];
    size_t start, end, words = 0, ties = 0;
    for (size_t at = s->start; text_word(x->text, at, &start, &end) && start < s->end; at = end) {
        while (raw < x->raws.count && x->raws.items[raw].end <= start) raw++;
        bool dated = raw < x->raws.count && x->raws.items[raw].start <= start;
        bool ties_it = !dated && has_role(x->grammar, text_slice(x->text, start, end), ROLE_TIE);
        if (dated) words -= ties;
        ties = ties_it ? ties + 1 : 0;
        words += !dated;
    }
    return words >= FEW_WORDS;
}

/* "He died": who did it and what, in two words. */
static bool is_whole(const teller *t, annals_text label) {
    size_t start, end, next, behind;
    if (!text_word(label, 0, &start, &end) || !text_word(label, end, &next, &behind)) return false;
    return in_context(t->x->grammar, text_slice(label, start, end), CONTEXT_SUBJECT) &&
           is_deed(t, text_slice(label, next, behind));
}

/* "Capitulation.": one word that says what happened. */
bool names_deed(const teller *t, annals_text label) {
    const word_family *family =
        family_of_word(t->x->grammar, text_ends(label, ".") ? text_slice(label, 0, label.length - 1) : label);
    return family && family->sense == FAMILY_ACT;
}

/* "Fair weather." says little: the sentence behind it goes with it, and when that has a date one word says nothing. */
annals_text enlarge(teller *t, size_t index, size_t raw, annals_text label) {
    const sentence *whole = &t->x->sentences.items[index];
    bool dated = false, brief = whole->end - whole->start < SHORT && !says_words(label, FEW_WORDS);
    size_t next = brief && !is_whole(t, label) ? sentence_behind(t->x, index, raw, &dated) : SIZE_MAX;
    if (next == SIZE_MAX) return label;
    if (dated) return says_words(label, 2) || is_deed(t, label) ? label : (annals_text){0};
    const sentence *s = &t->x->sentences.items[next];
    text_buffer b = {0};
    text_put(&b, label);
    text_put(&b, annals_text_of(text_ends(label, "!") || text_ends(label, "?") ? " " : ". "));
    text_put(&b, text_slice(t->x->text, s->start, s->end));
    annals_text both =
        b.failed ? (annals_text){0} : headline(&t->c->arena, t->x->grammar, (annals_text){b.data, b.length});
    text_free(&b);
    return both;
}

/* What a day tells goes on up to the next date. */
static size_t entry_end(const teller *t, size_t index, size_t raw) {
    const analysis *x = t->x;
    const sentence *first = &x->sentences.items[index], *s = first;
    for (size_t next = index + 1; next < x->sentences.count; next++) {
        const sentence *follower = &x->sentences.items[next];
        while (raw < x->raws.count && x->sentence_of.items[raw] < next) raw++;
        bool here = follower->block == first->block && follower->end - first->start < LONG_SENTENCE;
        if (!here || is_dated_from(t, next, raw)) break;
        s = follower;
    }
    return s->end;
}

/* "Present: Mrs. Hask and the Clerk": who was there, in minutes; what happened is told behind it. */
static bool tells_attendance(const teller *t, size_t sentence_index) {
    const sentence *s = &t->x->sentences.items[sentence_index];
    annals_text value;
    return line_has_field(t->x->grammar, text_slice(t->x->text, s->start, s->end), CONTEXT_ATTENDANCE, &value);
}

/* An hour of the day at hand, in an entry: "At 2 a.m. the watch came aft.  The captain was killed." */
static bool is_hour_of(const teller *t, size_t raw) {
    const annals_when *w = t->c->mentions.items[t->x->first_mention + raw].when, *day = t->said.when;
    bool hour =
        w->granularity > ANNALS_DAY && annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.latest);
    return t->x->chronicle && !t->x->blocks.items[block_of_raw(t->x, raw)].log && hour &&
           day->granularity >= ANNALS_DAY && annals_bound_known(day->begin.earliest) &&
           w->begin.earliest.day == day->begin.earliest.day && w->end.latest.day == w->begin.earliest.day;
}

/* "sentenced to ten years": how long, and not when. */
static bool is_length(const teller *t, size_t raw) {
    const annals_mention *m = &t->c->mentions.items[t->x->first_mention + raw];
    const annals_when *w = m->when;
    bool placed = annals_bound_known(w->begin.earliest) || annals_bound_known(w->end.latest);
    return m->timex->type == ANNALS_TIMEX_DURATION && !placed;
}

/* What is told in a chronology, no log of hours, may be told in the present tense. */
static bool in_chronology(const teller *t, size_t in) {
    return t->x->chronicle && !t->x->blocks.items[in].log;
}

/* Does a date of the sentence lead away from the day at hand, or to its hours?  Not one that only belongs to what
 * somebody reports.  `timed`: an hour of that day is given. */
static bool leads_away(teller *t, size_t sentence_index, size_t raw, bool *timed) {
    const analysis *x = t->x;
    for (; raw < x->raws.count && x->sentence_of.items[raw] <= sentence_index; raw++) {
        if (x->sentence_of.items[raw] < sentence_index || x->raws.items[raw].expr->generic) continue;
        standing s = standing_at(t->clauses, x->raws.items[raw].start);
        if (s.reported || s.planned || is_length(t, raw)) continue;
        if (!is_hour_of(t, raw)) return true;
        *timed = true;
    }
    return false;
}

/* "Captain Rudd was killed", "The cook hid himself", but not "Crowd ran", "He lay there": it says of whom it tells, so
 * that it can stand without the hour before it. */
static bool names_subject(const analysis *x, const sentence *s) {
    size_t start, end, next, behind;
    if (!text_word(x->text, s->start, &start, &end) || !text_word(x->text, end, &next, &behind)) return false;
    context_set first = contexts_of(x->grammar, text_slice(x->text, start, end));
    if (first & CONTEXT_PRONOUN) return false;
    if (first & (CONTEXT_PAST | CONTEXT_PARTICIPLE) && !(first & CONTEXT_COPULA)) return true;
    return first & CONTEXT_DETERMINER || text_begins_upper(text_slice(x->text, next, behind));
}

/* "Meeting held on 3 May 1958", above "1. The Chairman welcomed them"; "Minutes of a meeting, 3 May 1958". */
static bool heads_minutes(const analysis *x, size_t in) {
    const block *b = &x->blocks.items[in];
    size_t start, end;
    bool items = in + 1 < x->blocks.count && b[1].enumerated && b[1].kind == BLOCK_LIST_ITEM;
    bool meets = false, paper = false;
    if (b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM) return false;
    for (size_t at = b->body; text_word(x->text, at, &start, &end) && end <= b->end; at = end) {
        annals_text word = text_slice(x->text, start, end);
        paper |= at == b->body && in_context(x->grammar, word, CONTEXT_PAPER);
        meets |= has_role(x->grammar, word, ROLE_SESSION);
    }
    return meets && (items || paper);
}

/* Minutes: behind their date stands who was there, or what was done is numbered; that was of that day. */
bool has_attendance(const teller *t, size_t raw) {
    enum { NEAR = 3 /* blocks */ };
    const analysis *x = t->x;
    size_t in = block_of_raw(x, raw);
    if (heads_minutes(x, in)) return true;
    for (size_t s = x->sentence_of.items[raw] + 1; s < x->sentences.count && x->sentences.items[s].block <= in + NEAR;
         s++)
        if (tells_attendance(t, s)) return true;
    return false;
}

static bool lists_attendance(const teller *t, size_t index) {
    const block *b = &t->x->blocks.items[index];
    annals_text value;
    return line_has_field(t->x->grammar, text_slice(t->x->text, b->body, b->end), CONTEXT_ATTENDANCE, &value);
}

/* Does one of the first blocks say who was there? */
static bool keeps_minutes(const teller *t) {
    enum { HEAD = 8 /* blocks */ };
    for (size_t i = 0; t->x->chronicle && i < HEAD && i < t->x->blocks.count; i++)
        if (lists_attendance(t, i)) return true;
    return false;
}

/* What a body did at its meeting of that day, whatever else it spoke of. */
static bool in_minutes(const teller *t, size_t raw) {
    return raw == t->x->date_raw || has_attendance(t, raw) || keeps_minutes(t);
}

/* "Read a letter of 3 May", "The report, published on 3 May, was received", "Agreed that the taps be shut, and that the
 * mains be cleaned on Tuesday": the sentence has dates, but what it tells first was done at the meeting. */
static bool dates_stand_aside(teller *t, size_t sentence_index, size_t raw) {
    const analysis *x = t->x;
    const sentence *whole = &x->sentences.items[sentence_index];
    bool any = false;
    for (; raw < x->raws.count && x->sentence_of.items[raw] == sentence_index; raw++) {
        const size_t place = x->raws.items[raw].start;
        passage p = {x->grammar, x->text, whole->start, whole->end, place, x->raws.items[raw].end};
        annals_text label = {0};
        if (x->raws.items[raw].expr->generic || is_length(t, raw)) continue;
        if (standing_at(t->clauses, place).reported) return false;
        size_t start = whole->start, end;
        bool apart = clause_bounds(t->clauses, place, &start, &end, &label) && start > whole->start && !label.length;
        if (!apart && !tells_own(t->clauses, place) && !refers_to_document(&p, &t->c->arena, &label)) return false;
        any = true;
    }
    return any;
}

annals_status tell_deeds(teller *t, size_t mention, size_t raw, size_t first, size_t in) {
    enum { MOST = 64 /* sentences */ };
    const analysis *x = t->x;
    bool timed = false; /* a sentence of it gave an hour */
    const bool minutes = in_minutes(t, raw);
    for (size_t next = first; next < x->sentences.count && next < first + MOST; next++) {
        const sentence *s = &x->sentences.items[next];
        if (s->block != in || s->end - s->start > LONG_SENTENCE) break;
        while (raw < x->raws.count && x->sentence_of.items[raw] < next) raw++;
        if (!read_clauses_of(t->clauses, &t->c->arena, in, raw, s->start, s->end)) return no_memory(t->error);
        bool aside = (minutes || in_chronology(t, in)) && dates_stand_aside(t, next, raw);
        if (!aside && leads_away(t, next, raw, &timed)) {
            if (minutes) continue;
            break;
        }
        bool dated = !aside && is_dated_from(t, next, raw);
        bool deed = tells_deed(t->clauses) || (in_chronology(t, in) && tells_now(t->clauses));
        if (dated || tells_attendance(t, next) || !deed || (timed && !names_subject(x, s))) continue;
        standing stands = standing_at(t->clauses, s->start);
        annals_event e = {.label = headline(&t->c->arena, t->x->grammar, text_slice(x->text, s->start, s->end)),
                          .modality = modality_of(&stands, false),
                          .speaker = stands.speaker};
        bool cut = in_context(x->grammar, preceding_word(e.label, 0, e.label.length),
                              CONTEXT_INFINITIVE); /* "what I had to" */
        annals_status status = says_words(e.label, 2) && !cut ? add_event(t, e, mention, s->start, s->end) : ANNALS_OK;
        if (status != ANNALS_OK) return status;
    }
    return ANNALS_OK;
}

/* A day before the one at hand, and no length or limit. */
static bool is_day_before(const teller *t, size_t raw) {
    const expr *e = t->x->raws.items[raw].expr;
    const annals_when *w = t->c->mentions.items[t->x->first_mention + raw].when, *day = t->said.when;
    bool known = annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.earliest);
    return e->kind == EXPR_POINT && !e->limit && known && w->granularity >= ANNALS_DAY &&
           annals_bound_known(day->begin.earliest) && w->end.earliest.day < day->begin.earliest.day;
}

static bool opens_with_pronoun(const analysis *x, const sentence *s) {
    size_t start, end;
    return text_word(x->text, s->start, &start, &end) &&
           in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_SUBJECT);
}

/* "9 May. I crossed on Tuesday", "9 May. They say he crossed on Tuesday": the sentence behind the day of an entry tells
 * of an earlier one, and of nothing else. */
static bool tells_of_earlier(teller *t, size_t sentence_index, size_t raw) {
    const analysis *x = t->x;
    const sentence *s = &x->sentences.items[sentence_index];
    if (!x->blocks.items[s->block].entry) return false;
    for (; raw < x->raws.count && x->sentence_of.items[raw] <= sentence_index; raw++) {
        if (x->sentence_of.items[raw] < sentence_index || !is_day_before(t, raw)) continue;
        standing there = standing_at(t->clauses, x->raws.items[raw].start);
        bool rumour = there.reported && !there.speaker.length && opens_with_pronoun(x, s);
        const size_t place = x->raws.items[raw].start;
        if (rumour) return true;
        /* "To the beadle, who fetched her yesterday": only whom is told of */
        if (!there.reported && same_clause(t->clauses, place, s->start) && !tells_own(t->clauses, place)) return true;
    }
    return false;
}

/* One event for a sentence that takes its date from the line before, and more for what follows. */
static annals_status tell_dated_sentence(teller *t, size_t mention, const raw_mention *m, size_t sentence_index) {
    const sentence *s = &t->x->sentences.items[sentence_index];
    size_t end = s->end - s->start > LONG_SENTENCE ? code_boundary(t->x->text, s->start + WINDOW) : s->end;
    size_t from = s->start - m->start < LONG_SENTENCE ? m->start : s->start, last = end;
    size_t raw = (size_t)(m - t->x->raws.items);
    if (!read_clauses(t->clauses, &t->c->arena, raw, s->start, end)) return no_memory(t->error);
    standing stands = standing_at(t->clauses, s->start);
    annals_event e = {.label = headline(&t->c->arena, t->x->grammar, text_slice(t->x->text, s->start, end))};
    if (end == s->end) last = entry_end(t, sentence_index, raw);
    if (last == end) e.modality = modality_of(&stands, false), e.speaker = stands.speaker;
    if (tells_of_earlier(t, sentence_index, raw + 1)) return tell_deeds(t, mention, raw, sentence_index + 1, s->block);
    annals_text own = e.label;
    e.label = enlarge(t, sentence_index, raw, own);
    annals_status status = e.label.length ? add_event(t, e, mention, from, last) : ANNALS_OK;
    bool enlarged = e.label.length && e.label.data != own.data;
    enlarged |= s->end - s->start < SHORT && is_dated_from(t, sentence_index, raw + 1) &&
                !says_beside_dates(t, sentence_index, raw + 1); /* its own date will do so */
    return status == ANNALS_OK ? tell_deeds(t, mention, raw, sentence_index + 1 + enlarged, s->block) : status;
}

/* Do the dates of a sentence leave what is told behind it to the day at hand? */
static bool stays(teller *t, size_t raw, size_t sentence_index) {
    const sentence *s = &t->x->sentences.items[sentence_index];
    bool timed;
    while (raw < t->x->raws.count && t->x->sentence_of.items[raw] < sentence_index) raw++;
    return read_clauses_of(t->clauses, &t->c->arena, s->block, raw, s->start, s->end) &&
           !leads_away(t, sentence_index, raw, &timed);
}

/* A date on a line of its own dates the undated paragraphs below it, up to the next heading or date. */
annals_status tell_below(teller *t, size_t raw, size_t mention, bool *told) {
    const analysis *x = t->x;
    size_t block_index = t->below = block_of_raw(x, raw), s = x->sentence_of.items[raw];
    for (size_t i = block_index + 1; i < x->blocks.count; i++) {
        if (!tellable(x->blocks.items[i].kind) && !lists_attendance(t, i)) break;
        while (s < x->sentences.count && x->sentences.items[s].block < i) s++;
        while (s < x->sentences.count && x->sentences.items[s].block == i && tells_attendance(t, s)) s++;
        if (s < x->sentences.count && x->sentences.items[s].block > i) continue;
        bool dated = s < x->sentences.count && is_dated_sentence(t, s);
        /* "# 12 from 1 November" speaks of the next paragraph, though that speaks of other dates too. */
        bool reference = raw != x->date_raw && x->raws.items[raw].start > x->blocks.items[block_index].start + 1 &&
                         x->blocks.items[block_index].kind != BLOCK_ENTRY;
        if (s >= x->sentences.count || x->sentences.items[s].block != i || (dated && reference && *told)) break;
        bool minutes = in_minutes(t, raw); /* one report of many may be of another day */
        if (dated && !reference && !minutes && !stays(t, raw, s)) break;
        annals_status status = raw == x->date_raw || (dated && !reference)
                                   ? tell_deeds(t, mention, raw, s, i)
                                   : tell_dated_sentence(t, mention, &x->raws.items[raw], s);
        if (status != ANNALS_OK) return status;
        *told = true;
        t->reached = i;
        if (reference) break;
    }
    return ANNALS_OK;
}

annals_status tell_fragment(teller *t, size_t raw, size_t mention, bool *told) {
    const analysis *x = t->x;
    const raw_mention *m = &x->raws.items[raw];
    size_t s = x->sentence_of.items[raw];
    const sentence *here = &x->sentences.items[s];
    *told = raw && heads_two_days(t, raw - 1);
    if (*told) return ANNALS_OK;
    const bool two = heads_two_days(t, raw);
    if (!two && !fragment(t, here->start, here->end, m)) return ANNALS_OK;
    if (two && !take_two_days(t, raw)) return no_memory(t->error);
    if (s + 1 < x->sentences.count && x->sentences.items[s + 1].block == here->block) {
        *told = true;
        bool entry = m->start == x->blocks.items[here->block].start || x->blocks.items[here->block].entry;
        bool coarse = t->said.when->granularity < ANNALS_DAY; /* "Anno 1787. On the first of May two boats ..." */
        return entry && coarse && is_dated_sentence(t, s + 1) ? ANNALS_OK : tell_dated_sentence(t, mention, m, s + 1);
    }
    return tell_below(t, raw, mention, told);
}
