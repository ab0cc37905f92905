/* event_kind.c: what an event is by how it is told: what came to pass, a plan, or a citation. */
#include "teller.h"

#include "dateline.h"
#include "language.h"
#include "tense.h"
#include "text.h"

int side_of(const teller *t, const annals_mention *m) {
    const annals_when *w = m->when;
    annals_bound first = annals_bound_known(w->begin.earliest) ? w->begin.earliest : w->end.latest;
    if (!t->has_now || !annals_bound_known(first)) return 0;
    if (first.day > t->now) return 1;
    return annals_bound_known(w->end.latest) && w->end.latest.day < t->now ? -1 : 0;
}

/* "Tomorrow we turn": later than whoever says so, and be it in a diary. */
static bool looks_ahead(const expr *e) {
    return e->base == BASE_NOW && e->kind == EXPR_POINT && e->count > 0;
}

/* A plan is what the document announces: later than itself, and not told as past. */
static bool announced(const teller *t, size_t raw, const passage *p, const annals_mention *m, const standing *s) {
    if (t->document->mode != ANNALS_MODE_DOCUMENT) return false;
    if (looks_ahead(t->x->raws.items[raw].expr)) return true;
    if (!t->has_now) return false;
    verb_tense tense = tense_around(t->x, raw);
    if (side_of(t, m) > 0 && tense == TENSE_NONE && t->x->blocks.items[block_of_raw(t->x, raw)].log)
        return false; /* "0700 Fog", below the day of another page */
    if (side_of(t, m) > 0) return tense != TENSE_PAST || s->conditional || s->wished || passage_has(p, ROLE_COMING);
    bool today = annals_bound_known(m->when->begin.earliest) && m->when->begin.earliest.day == t->now;
    return today && (s->supposed || (!s->past && (tense == TENSE_FUTURE || passage_has(p, ROLE_AHEAD))));
}

/* Words of the future tell of a plan, unless the time is past; what was planned may be known not to have happened. */
static bool is_plan(const teller *t, size_t raw, const passage *p, const annals_mention *m, const standing *s) {
    if (announced(t, raw, p, m, s)) return true;
    return (s->future && side_of(t, m) >= 0) || (s->planned && !s->future && !s->negated);
}

annals_modality modality_of(const standing *s, bool plan) {
    if (s->negated || (plan && s->lacks)) return ANNALS_NEGATED;
    if (s->conditional || (plan && s->possible)) return ANNALS_CONDITIONAL;
    return plan || s->planned ? ANNALS_PLANNED : s->reported ? ANNALS_REPORTED : ANNALS_ASSERTED;
}

/* "Copy No. 2 destroyed 4 May 1972", "approved for release 4 May 1972", "cleared in draft on 4 May": such a word opens
 * the sentence, or leads to the date. */
static bool tells_of_papers(const passage *p) {
    enum { NEAR = 4 /* words */ };
    annals_text first = following_word(p->text, p->start, p->from), last = preceding_word(p->text, p->start, p->from);
    for (int i = 0; i < NEAR; i++) {
        if (has_role(p->grammar, first, ROLE_ARCHIVAL) || has_role(p->grammar, last, ROLE_ARCHIVAL)) return true;
        if (first.length) first = following_word(p->text, offset_of(p->text, first) + first.length, p->from);
        if (last.length) last = preceding_word(p->text, p->start, offset_of(p->text, last));
    }
    return false;
}

/* Does the text say here where one reads it: a note of sources that tells nobody's deed, a line of a list of footnotes
 * without a verb, or a paper with its page or shelf mark? */
static bool cites(const teller *t, size_t raw, const passage *p) {
    const block *b = &t->x->blocks.items[block_of_raw(t->x, raw)];
    bool bare = stands_bare(t->clauses, p->from) || tells_nothing(p);
    bool of_papers = tells_of_papers(p);
    if (b->kind == BLOCK_FOOTNOTE && of_papers) return true;
    if (b->kind == BLOCK_CITATION &&
        (bare || of_papers || names_archive(p) || !tells_deed(t->clauses) || opens_with_receipt(p)))
        return true;
    return bare && (b->note || (b->kind == BLOCK_FOOTNOTE && is_source(p)) || locates(p));
}

/* "Your 77, March 1, 6 p.m.": the number of a telegram before its date, and no more than that it was received. */
static bool cites_number(const passage *p) {
    const context_set between = CONTEXT_WRITING | CONTEXT_NUMBER_FIELD | CONTEXT_NUMBERED | CONTEXT_PAPER;
    annals_text word = following_word(p->text, p->start, p->from);
    bool number = false;
    if (!in_context(p->grammar, word, CONTEXT_POSSESSIVE | CONTEXT_YOURS) || !text_begins_upper(word)) return false;
    while ((word = following_word(p->text, offset_of(p->text, word) + word.length, p->from)).length) {
        bool digits = is_digit((unsigned char)*word.data);
        if (number || (!digits && !in_context(p->grammar, word, between))) return false;
        number = digits;
    }
    word = following_word(p->text, p->to, p->end);
    return number && (!word.length || (in_context(p->grammar, word, CONTEXT_RECEIPT) &&
                                       !says_words(text_slice(p->text, p->to, p->end), 2)));
}

/* The event with its kind, and how the clause stands to it. */
annals_event event_of(const teller *t, size_t raw, const passage *p, const annals_mention *m, block_kind where) {
    bool revised = is_revision(t->x, &t->x->raws.items[raw]); /* "| Last updated 7 June 2019 |" */
    if (revised || cites(t, raw, p) || is_citation(p) || cites_number(p))
        return (annals_event){.kind = ANNALS_CITATION};
    size_t place = t->x->raws.items[raw].start;
    standing s = standing_at(t->clauses, place);
    bool plan = where != BLOCK_FOOTNOTE && is_plan(t, raw, p, m, &s);
    return (annals_event){
        .kind = plan ? ANNALS_PLAN : ANNALS_OCCURRENCE, .modality = modality_of(&s, plan), .speaker = s.speaker};
}

/* Lengths without a place, recurrences and vague references make no events.  Impossible dates do, without a time: what
 * is told of them must not be lost. */
bool makes_event(const annals_mention *m, const expr *e, block_kind where) {
    bool counted_from_event = e->base == BASE_EVENT;
    if (where == BLOCK_FURNITURE || where == BLOCK_TABLE_HEADER || where == BLOCK_DATELINE || where == BLOCK_SIGNATURE)
        return false;
    bool again = e->lone && e->base == BASE_SAID && e->limit == LIMIT_SINCE; /* "since then" only points to a time */
    bool reference = again || text_ends(m->timex->value, "_REF");
    bool placed = annals_bound_known(m->when->begin.earliest) || annals_bound_known(m->when->end.latest);
    return !reference && (placed || !counted_from_event) && m->timex->type != ANNALS_TIMEX_SET &&
           (m->timex->type != ANNALS_TIMEX_DURATION || placed);
}
