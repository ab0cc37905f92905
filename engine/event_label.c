/* event_label.c: the headline of one date of a sentence: its own clause, with who acts in it. */
#include "teller.h"

#include "bounds.h"
#include "language.h"
#include "text.h"

#include <string.h>

/* What stands between who acts and what is told of him: "The manager, Isaac Pellow, descended", "I, with frozen hands,
 * read", "The Company's drafts" of "the Company, whose drafts". */
static const char *joint_behind(const analysis *x, annals_text subject, annals_text *label) {
    annals_text first = following_word(*label, 0, label->length);
    bool aside = memchr(subject.data, ',', subject.length) && subject.data[subject.length] == ',';
    bool verb = in_context(x->grammar, first, CONTEXT_COPULA | CONTEXT_PERFECT | CONTEXT_PAST | CONTEXT_PRESENT);
    bool between = !verb && memchr(label->data, ',', label->length) && has_role(x->grammar, first, ROLE_LEFT_OPEN);
    if (text_same_word(first, "whose")) {
        *label = text_slice(*label, first.length + 1, label->length);
        return "'s ";
    }
    return aside || between || has_role(x->grammar, first, ROLE_LEAD) ? ", " : " ";
}

/* "The strike" and "Ended in defeat". */
static annals_text join_subject(arena *a, const analysis *x, annals_text subject, annals_text label) {
    text_buffer b = {0};
    text_put(&b, subject);
    text_put(&b, annals_text_of(joint_behind(x, subject, &label)));
    size_t at = b.length;
    text_put(&b, label);
    if (!b.failed && b.data[at] >= 'A' && b.data[at] <= 'Z') b.data[at] = (char)(b.data[at] + 32);
    annals_text joined = b.failed ? (annals_text){0} : headline(a, x->grammar, (annals_text){b.data, b.length});
    text_free(&b);
    return joined;
}

/* "By 7 November", of "noted that by 7 November, the guards had released nobody": the commas part it from all it tells.
 */
static bool is_date_alone(const teller *t, annals_text label) {
    enum { TIE = 8 /* bytes of a word before it */ };
    annals_text date = t->said.exact;
    if (label.length < date.length || label.length > date.length + TIE) return false;
    return text_equal(text_slice(label, label.length - date.length, label.length), date);
}

/* "He came on 3 May and left on the 5th": has a date of the sentence a clause of its own, and tells of something else?
 * Not "and stayed until the 5th". */
static bool has_own_clause(teller *t, size_t raw, size_t other) {
    const analysis *x = t->x;
    const raw_mention *m = &x->raws.items[other];
    const annals_mention *said = &t->c->mentions.items[x->first_mention + other];
    if (!makes_event(said, m->expr, BLOCK_PARAGRAPH) || times_nest(said->when, t->said.when)) return false;
    if (says_until(x, other) && clause_goes_on(t->clauses, m->start)) return false;
    if (is_condition(t->clauses, m->start)) return false; /* it goes with what it is the condition of */
    return !same_clause(t->clauses, m->start, x->raws.items[raw].start);
}

/* Does the headline say a date by which another clause tells of something else? */
static bool tells_another(teller *t, size_t raw, const passage *p) {
    enum { REACH = 8 /* mentions */ };
    const analysis *x = t->x;
    annals_text label = label_span(p);
    size_t first = raw, last = raw, here = x->sentence_of.items[raw], start = offset_of(x->text, label);
    while (first && raw - first < REACH && x->sentence_of.items[first - 1] == here) first--;
    while (last + 1 < x->raws.count && last - raw < REACH && x->sentence_of.items[last + 1] == here) last++;
    for (size_t i = first; i <= last; i++) {
        const raw_mention *m = &x->raws.items[i];
        const passage there = {p->grammar, p->text, p->start, p->end, m->start, m->end};
        bool within = m->start >= start && m->end <= start + label.length;
        if (i != raw && within && has_own_clause(t, raw, i) && !in_bare_brackets(&there)) return true;
    }
    return false;
}

/* "He called me to say | he has sent a letter": the headline lacks what is said; but not that of "He read a report |
 * which". */
static bool lacks_words_said(const passage *own, const passage *wide, annals_text label) {
    const context_set noun = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_RELATIVE;
    annals_text last = preceding_word(label, 0, label.length), next = following_word(own->text, own->end, wide->end);
    bool joined = next.length && offset_of(own->text, next) <= own->end + 1;
    if (!joined || !has_role(own->grammar, last, ROLE_REPORTER)) return false;
    annals_text before = preceding_word(label, 0, offset_of(label, last));
    return !in_context(own->grammar, before, noun) && !in_context(own->grammar, next, noun);
}

/* ", and was found on Monday": the clause takes who acts from the one before it. */
static bool lacks_subject(const passage *p, annals_text label) {
    annals_text first = following_word(label, 0, label.length);
    bool cut = label_span(p).data > p->text.data + p->start;
    return cut && in_context(p->grammar, first, CONTEXT_COPULA | CONTEXT_PERFECT | CONTEXT_HAD);
}

/* Where the words before `at` begin that say that it was once more so, "and again"; `at` where none do. */
static size_t before_repeat(const passage *p, size_t at) {
    annals_text word = preceding_word(p->text, p->start, at);
    while (has_role(p->grammar, word, ROLE_TIE) || in_context(p->grammar, word, CONTEXT_COMPLEMENT))
        word = preceding_word(p->text, p->start, offset_of(p->text, word));
    size_t again_from = at;
    for (; has_role(p->grammar, word, ROLE_REPEAT); word = preceding_word(p->text, p->start, again_from))
        again_from = offset_of(p->text, word);
    return again_from < at && in_context(p->grammar, word, CONTEXT_JOINER) ? again_from : at;
}

/* "Police cleared the gates at four and again at noon": again they cleared the gates. */
static annals_text label_again(const teller *t, size_t raw, const passage *p) {
    const analysis *x = t->x;
    size_t again_from = before_repeat(p, p->from), last = again_from;
    bool other = again_from < p->from && raw && x->sentence_of.items[raw - 1] == x->sentence_of.items[raw];
    if (!other || x->raws.items[raw - 1].start < p->start) return (annals_text){0};
    annals_text joiner = preceding_word(p->text, p->start, again_from);
    const passage first = {p->grammar,
                           p->text,
                           p->start,
                           offset_of(p->text, joiner),
                           x->raws.items[raw - 1].start,
                           x->raws.items[raw - 1].end};
    if (first.to > first.end) return (annals_text){0};
    for (annals_text word;
         (word = following_word(p->text, last, p->from)).length && has_role(p->grammar, word, ROLE_REPEAT);)
        last = offset_of(p->text, word) + word.length;
    annals_text told = make_label(&t->c->arena, &first);
    return arena_printf(&t->c->arena, "%.*s %.*s", (int)told.length, told.data, (int)(last - again_from),
                        p->text.data + again_from);
}

/* "Once they have gone", "Unless the men are freed": when it would be, or on what condition, and not what. */
static bool only_says_when(const grammar *g, annals_text label) {
    const context_set names = CONTEXT_SUBJECT | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE;
    annals_text first = following_word(label, 0, label.length);
    if (!in_context(g, first, CONTEXT_CONDITION) && !has_role(g, first, ROLE_ONCE)) return false;
    if (text_find_any(label, 0, label.length, ",") < label.length) return false;
    size_t start, end, at = first.length, subjects = 0;
    for (bool next = true; text_word(label, at, &start, &end); at = end, next = false)
        subjects += in_context(g, text_slice(label, start, end), next ? names : CONTEXT_SUBJECT);
    return subjects < 2; /* "If it rains we stay" */
}

/* "Weller's raid", "Our raid on the upper mill", but not "Our last action". */
static bool names_enough(const grammar *g, annals_text label) {
    enum { FEWEST = 4 /* words */ };
    bool ours = in_context(g, following_word(label, 0, label.length), CONTEXT_POSSESSIVE);
    return !ours || says_words(label, FEWEST);
}

/* "Married.  On Tuesday last, at St Olave's, Mr Pell to Miss Rook": the word that stands before the sentence, at the
 * beginning of a line, says what was done. */
static annals_text behind_deed(teller *t, size_t raw, annals_text label) {
    const analysis *x = t->x;
    size_t index = x->sentence_of.items[raw], start, end;
    const sentence *s = &x->sentences.items[index], *before = index ? s - 1 : s;
    bool heads = before->block == s->block && (before->start == x->blocks.items[s->block].body ||
                                               (before->start && x->text.data[before->start - 1] == '\n'));
    annals_text deed = text_trim(text_slice(x->text, before->start, before->end));
    if (!heads || before == s || !text_word(deed, 0, &start, &end) || end + 1 != deed.length || !label.length)
        return label;
    deed = text_slice(deed, 0, end);
    if (!in_context(x->grammar, deed, CONTEXT_PAST | CONTEXT_PARTICIPLE)) return label;
    return headline(
        &t->c->arena, x->grammar,
        arena_printf(&t->c->arena, "%.*s: %.*s", (int)deed.length, deed.data, (int)label.length, label.data));
}

/* "the code books, which I had burned": I had burned the code books. */
static annals_text with_object(teller *t, passage own, annals_text object) {
    arena *a = &t->c->arena;
    own.end = own.to;
    annals_text told = make_label(a, &own);
    return headline(a, t->x->grammar,
                    arena_printf(a, "%.*s %.*s", (int)told.length, told.data, (int)object.length, object.data));
}

static bool has_denial(const grammar *g, annals_text label) {
    size_t start, end;
    for (size_t at = 0; text_word(label, at, &start, &end); at = end) {
        annals_text word = text_slice(label, start, end);
        if (has_role(g, word, ROLE_DENIER) || in_context(g, word, CONTEXT_NEGATION)) return true;
    }
    return false;
}

/* "Nobody believes today that | the fleet sailed": what is denied must not read as if it had been so. */
static bool lacks_denial(const teller *t, size_t raw, annals_text label, annals_text whole) {
    const grammar *g = t->x->grammar;
    return standing_at(t->clauses, t->x->raws.items[raw].start).negated && !has_denial(g, label) &&
           has_denial(g, whole);
}

/* What the sentence says around the date; its clause alone where that is too long for a headline, or tells of another
 * day. */
static annals_text label_in_sentence(teller *t, size_t raw, passage p) {
    arena *a = &t->c->arena;
    passage wide = widest(t->x, raw, p), own = wide;
    annals_text whole = make_label(a, &wide), subject, again = label_again(t, raw, &wide);
    if (tells_behind(&wide)) return whole;
    if (again.length && !text_ends(again, "…")) return headline(a, t->x->grammar, again);
    bool past = t->has_now && side_of(t, &t->said) <= 0 && t->said.when->granularity >= ANNALS_MONTH;
    if (past && dated_subject(t->clauses, p.from, &own.start, &own.end)) {
        annals_text named = make_label(a, &own);
        if (names_enough(t->x->grammar, named)) return named;
        own = wide;
    }
    bool alone = text_ends(whole, "…") || tells_another(t, raw, &wide) || is_content(t->clauses, p.from) ||
                 tells_own(t->clauses, p.from) || lacks_subject(&wide, whole);
    if (alone && predicate_apart(t->clauses, p.from, &own.start, &own.end, &subject))
        return join_subject(a, t->x, subject, text_slice(wide.text, own.start, own.end));
    if (alone && relative_object(t->clauses, p.from, &own.start, &subject)) return with_object(t, own, subject);
    if (!alone || !clause_bounds(t->clauses, p.from, &own.start, &own.end, &subject)) return whole;
    if (subject.length && p.to <= own.start) /* "who on the 5th signed" */
        return join_subject(a, t->x, subject, text_slice(wide.text, own.start, own.end));
    if (own.from < own.start) own.from = p.from; /* the dates beside it are of another clause */
    if (own.to > own.end) own.to = p.to;
    if (own.from < own.start) own.start = own.from;
    if (own.end < own.to) own.end = own.to;
    annals_text label = make_label(a, &own);
    if (subject.length) label = join_subject(a, t->x, subject, label);
    annals_text first = following_word(label, 0, label.length);
    bool leads = in_context(t->x->grammar, first, CONTEXT_CONDITION) && !says_words(label, 3); /* "If it rained" */
    if (lacks_words_said(&own, &wide, label) || only_says_when(t->x->grammar, label)) return whole;
    if (lacks_denial(t, raw, label, whole)) return whole;
    return label.length && !leads && !is_date_alone(t, label) ? label : whole;
}

annals_text label_of_mention(teller *t, size_t raw, passage p) {
    return behind_deed(t, raw, label_in_sentence(t, raw, p));
}
