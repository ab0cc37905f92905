/* voice.c: who speaks: what is quoted looks to the day it was said on, and does not move the story around it. */
#include "around.h"
#include "language.h"
#include "resolver.h"
#include "text.h"

voice voice_of(const resolver *r) {
    return (voice){r->mode, r->has_now, r->now, r->entry, r->last, r->story, r->thread};
}

void speak_as(resolver *r, const voice *v) {
    r->mode = v->mode;
    r->has_now = v->has_now;
    r->now = v->now;
    r->entry = v->entry;
    r->last = v->last;
    r->story = v->story;
    r->thread = v->thread;
}

static bool sentence_holds(const resolver *r, size_t index, size_t place) {
    const sentence *s = &r->x->sentences.items[index];
    return s->start <= place && place <= s->end;
}

/* "..., said Brand, who took charge on 1 July", "..., said Brand, captured on 5 May": the day is another verb's. */
static bool has_verb_of_its_own(const analysis *x, size_t from, size_t date) {
    size_t start, end;
    for (; text_word(x->text, from, &start, &end) && end <= date; from = end) {
        annals_text word = text_slice(x->text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        if (contexts & CONTEXT_SUBORDINATE ||
            (is_past(word, contexts) && !(contexts & (CONTEXT_REPORT | CONTEXT_COPULA))))
            return true;
    }
    return false;
}

/* "..." he said on Tuesday: the last one, or the day of writing itself. */
static bool weekday_behind(const resolver *r, size_t raw, const quotation *q, int64_t *day) {
    enum { WEEK = 7 };
    const analysis *x = r->x;
    const raw_mention *m = &x->raws.items[raw];
    const expr *e = m->expr;
    bool bare = e->weekday != UNSET && e->day == UNSET && e->month == UNSET && !e->nth && !e->near && !e->direction;
    if (!bare || !r->has_now || e->limit || m->range != ANNALS_RANGE_NONE) return false;
    annals_text between = text_slice(x->text, q->end, m->start);
    if (!contexts_in(x->grammar, between, CONTEXT_REPORT)) return false;
    if (contexts_in(x->grammar, between, CONTEXT_FUTURE | CONTEXT_MODAL)) return false;
    *day = r->now - (annals_weekday_of_day(r->now) - e->weekday + WEEK) % WEEK;
    return true;
}

/* "I came yesterday," he said on 5 May, or on Tuesday: the day stands behind, in the same sentence. */
static bool day_behind(resolver *r, size_t raw, const quotation *q, int64_t *day) {
    const analysis *x = r->x;
    while (raw < x->raws.count && x->raws.items[raw].start < q->end) raw++;
    if (raw == x->raws.count || !sentence_holds(r, x->sentence_of.items[raw], q->end)) return false;
    const expr *spoken = x->raws.items[raw].expr;
    expr e;
    if (spoken->kind != EXPR_POINT || has_verb_of_its_own(x, q->end, x->raws.items[raw].start)) return false;
    if (weekday_behind(r, raw, q, day)) return true;
    if (spoken->day == UNSET || spoken->limit || spoken->base == BASE_SAID) return false;
    size_t steps = r->step_count;
    annals_text anchor = r->anchor;
    complete(r, spoken, &e);
    r->step_count = steps;
    r->anchor = anchor;
    if (e.impossible || e.year == UNSET || e.month == UNSET) return false;
    *day = annals_day_of_civil(e.year, e.month, e.day);
    return true;
}

/* "He added that January orders were "better"": the date is of what was said. */
static bool is_of_clause(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    return in_context(x->grammar, word_ending(x->text, s->start, x->raws.items[raw].start), CONTEXT_SUBORDINATE);
}

/* "In 1941 he said, ", "he said in 1941: ", of a time not known to the day: the quotation tells of that time. */
static bool spoken_in(const resolver *r, const quotation *q) {
    enum { REACH = 100 };
    const analysis *x = r->x;
    if (!r->last.known || r->last.day_known || !sentence_holds(r, r->last.sentence, q->start)) return false;
    size_t raw = r->last.mention - x->first_mention, at = x->raws.items[raw].end, start, end;
    if (at > q->start || q->start - at > REACH || is_of_clause(x, raw)) return false;
    if (was_reported(x, raw)) return true;
    bool spoke = false;
    for (; opens_sentence(x, raw) && text_word(x->text, at, &start, &end) && end < q->start && !spoke; at = end)
        spoke = in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_REPORT);
    return spoke;
}

/* "In the letter of 3 May he wrote: ": a paper's day, to which no story moves. */
static bool day_of_paper(const resolver *r, size_t raw, const quotation *q, int64_t *day) {
    enum { REACH = 100 /* bytes */ };
    const analysis *x = r->x;
    if (!raw || !sentence_holds(r, x->sentence_of.items[raw - 1], q->start)) return false;
    const raw_mention *m = &x->raws.items[raw - 1];
    bool full = m->expr->kind == EXPR_POINT && m->expr->day != UNSET && m->expr->month != UNSET && !m->expr->limit;
    if (!full || m->lost || m->end > q->start || q->start - m->end > REACH || is_of_clause(x, raw - 1)) return false;
    if (!contexts_in(x->grammar, text_slice(x->text, m->end, q->start), CONTEXT_REPORT)) return false;
    const annals_when *w = r->c->mentions.items[x->first_mention + raw - 1].when;
    if (!w || w->begin.earliest.state != ANNALS_BOUND_DAY) return false;
    *day = w->begin.earliest.day;
    return true;
}

static void speak_in_story(resolver *r) {
    r->mode = ANNALS_MODE_NARRATIVE;
    r->has_now = false;
    r->story = r->last;
    r->thread.known = false;
}

/* Who is quoted speaks on the day that the sentence gives, or in a story on the day told of before. */
static void begin_quotation(resolver *r, size_t raw, const quotation *q) {
    r->outside = voice_of(r);
    r->in_quotation = true;
    bool story = r->mode == ANNALS_MODE_NARRATIVE, told = r->last.known && r->last.day_known;
    bool here = told && sentence_holds(r, r->last.sentence, q->start);
    int64_t day;
    r->spoken_behind = !here && (day_behind(r, raw, q, &day) || day_of_paper(r, raw, q, &day));
    if (!r->spoken_behind && !here && !(story && told && r->last.block + 1 >= r->block)) {
        /* The story's time, not the document's, though its day is not known. */
        if (story && r->last.known) r->has_now = false;
        else if (spoken_in(r, q)) speak_in_story(r);
        return;
    }
    if (!r->spoken_behind) {
        r->entry = r->last.mention;
        day = r->last.first;
    }
    r->mode = ANNALS_MODE_DOCUMENT;
    r->has_now = true;
    r->now = day;
}

/* "Last May we were promised work," said Hollis.  "Nine months later they throw us out.": who was interrupted goes on.
 */
static void go_on_speaking(resolver *r, const quotation *q) {
    enum { REACH = 160 /* bytes */ };
    const analysis *x = r->x;
    if (!r->quotation || !r->spoken.known || r->spoken.block != r->block) return;
    size_t spoken = x->raws.items[r->spoken.mention - x->first_mention].start;
    if (spoken < q[-1].start || q->start - q[-1].end > REACH) return;
    if (contexts_in(x->grammar, text_slice(x->text, q[-1].end, q->start), CONTEXT_REPORT)) r->last = r->spoken;
}

/* A speech of several paragraphs opens each with a quotation mark and closes the last. */
static bool goes_on(const resolver *r, const quotation *q, size_t in) {
    const block_list *blocks = &r->x->blocks;
    if (!q->open || in == r->block) return false;
    for (size_t i = r->block + 1; i <= in; i++)
        if (!opens_quotation(r->x->text, blocks->items[i].body)) return false;
    return true;
}

void leave_quotation(resolver *r, size_t raw) {
    if (!r->in_quotation) return;
    const quotation *q = &r->quotations.items[r->quotation];
    size_t start = r->x->raws.items[raw].start, in = block_of_raw(r->x, raw);
    if (start < q->end || goes_on(r, q, in)) return;
    r->in_quotation = r->spoken_behind = false;
    r->spoken = r->last;
    speak_as(r, &r->outside);
}

bool enter_quotation(resolver *r, size_t raw, size_t in) {
    block *b = &r->x->blocks.items[in];
    quotation_list *list = &r->quotations;
    if (r->quoted_block != in) {
        block *first = b->twin ? &r->x->blocks.items[b->twin - 1] : b;
        list->count = r->quotation = 0;
        r->quoted_block = in;
        if (first->unquoted) return true;
        if (!find_quotations(r->x->text, b->start, b->end, &r->c->arena, list)) return false;
        first->unquoted = !list->count;
    }
    const raw_mention *m = &r->x->raws.items[raw];
    while (r->quotation < list->count && list->items[r->quotation].end <= m->start) r->quotation++;
    bool inside = r->quotation < list->count && list->items[r->quotation].start <= m->start;
    if (!inside || r->in_quotation) return true;
    begin_quotation(r, raw, &list->items[r->quotation]);
    go_on_speaking(r, &list->items[r->quotation]);
    return true;
}
