/* clause.c: a sentence cut into its clauses, and how each stands to what it tells.
 *
 * A clause begins behind a mark or with a word such as "and" or "which", and has a verb; what has none belongs to the
 * clause before it, or at the beginning to the one behind.  "X said that" makes what follows reported, "X agreed that
 * ... would" planned, up to the next full mark. */
#include "clause_words.h"

#include "amount.h"
#include "language.h"
#include "prospect.h"
#include "stem.h"
#include "text.h"

#include <string.h>

/* ---------------------------------------------------------------- words */

static word_gap gap_between(annals_text text, size_t at, size_t until) {
    word_gap gap = PART_SPACE;
    const size_t first = at;
    if (until - at == 1 && text.data[at] == ' ') return gap; /* as most often */
    for (size_t next; at < until; at = next) {
        uint32_t c = text_decode(text, at, &next);
        bool genitive =
            at == first && at && (c == '\'' || c == 0x2019) && text.data[at - 1] == 's'; /* "the tanners' lane" */
        if (genitive || (c == ',' && text_in_number(text, at))) continue;
        if (c == ',' && gap < PART_COMMA) gap = PART_COMMA;
        bool spaced = next < until && is_space_byte(text.data[next]);
        bool dash = is_dash(c) && (c != '-' || (next < until && text.data[next] == '-') || spaced);
        if (c == ';' || (c == ':' && spaced)) return PART_STOP;
        if (c == 0x2026 || dash || is_opening(c) || is_closing(c)) gap = PART_MARK;
    }
    return gap;
}

/* The first quotation of the block that ends behind a place. */
static size_t quotation_from(const clauses *c, size_t place) {
    size_t first = 0, last = c->quotations.count;
    while (first < last) {
        size_t middle = first + (last - first) / 2;
        if (c->quotations.items[middle].end <= place) first = middle + 1;
        else last = middle;
    }
    return first;
}

static bool in_quotation(const clauses *c, size_t *i, size_t place) {
    while (*i < c->quotations.count && c->quotations.items[*i].end <= place) ++*i;
    return *i < c->quotations.count && c->quotations.items[*i].start <= place;
}

/* "two hundred" ends like a participle. */
static context_set without_count(const grammar *g, annals_text word, context_set found) {
    int64_t amount;
    size_t behind;
    bool ends = found & CONTEXT_PARTICIPLE && !(found & CONTEXT_DONE);
    return ends && amount_at(g, word, 0, word.length, &amount, &behind) ? found & ~CONTEXT_PARTICIPLE : found;
}

/* What the language says of a word; of "n'a" what it says of both its parts. */
static context_set contexts_of_word(const grammar *g, annals_text word, context_set wanted) {
    enum { LONGEST_ELIDED = 2 };
    context_set found = without_count(g, word, contexts_among(g, word, wanted));
    if (text_ends(word, "n't")) /* "wasn't" is a verb too */
        return found | contexts_among(g, text_slice(word, 0, word.length - strlen("n't")), wanted);
    for (size_t i = 1; i <= LONGEST_ELIDED && i + 1 < word.length; i++) {
        annals_text rest = text_slice(word, i, word.length);
        size_t mark = rest.data[0] == '\'' ? 1 : rest.data[0] == *"’" && text_starts(rest, "’") ? strlen("’") : 0;
        if (mark)
            return found | contexts_among(g, text_slice(word, 0, i), wanted) |
                   contexts_among(g, text_slice(rest, mark, rest.length), wanted);
    }
    return found;
}

static void read_words(clauses *c, size_t raw) {
    /* Endings of any word, and what only accounts are compared by, tell nothing of a clause. */
    const context_set wanted = ~(CONTEXT_INFLECTION | CONTEXT_PLURAL | CONTEXT_NOT_PLURAL | CONTEXT_SMALL);
    const analysis *x = c->x;
    const raw_mention *raws = x->raws.items;
    size_t s, e, before = c->start, quoted = quotation_from(c, c->start);
    while (raw && raws[raw - 1].end > c->start) raw--;
    c->word_count = 0;
    for (size_t at = c->start; c->word_count < MOST_WORDS && text_word(x->text, at, &s, &e) && s < c->end;
         at = before) {
        if (e > c->end) e = c->end;
        while (raw < x->raws.count && raws[raw].end <= s) raw++;
        bool date = raw < x->raws.count && raws[raw].start < e;
        c->words[c->word_count++] =
            (clause_word){.start = (uint32_t)s,
                          .end = (uint32_t)e,
                          .contexts = date ? 0 : contexts_of_word(x->grammar, text_slice(x->text, s, e), wanted),
                          .gap = (uint8_t)gap_between(x->text, before, s),
                          .date = date,
                          .quoted = in_quotation(c, &quoted, s)};
        before = text_behind_notes(x->text, e); /* "3 June 1812[1] and ended": they part nothing */
    }
}

/* "the report", "their last claim of this size" are none; "they report that" is. */
static bool is_noun(const clauses *c, size_t i) {
    const context_set articles = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE;
    if (is(c, i + 1, CONTEXT_COMPLEMENT)) return false;
    return is(c, i, CONTEXT_WRITING) || is(c, i + 1, CONTEXT_GENITIVE) || (i && is(c, i - 1, articles));
}

/* Names in -ed and nouns with a capital are no verbs. */
bool is_verb(const clauses *c, size_t i) {
    const context_set sure =
        CONTEXT_VERB | CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_UNREAL;
    if (is(c, i, sure) || (is(c, i, CONTEXT_INTENT) && is(c, i + 1, CONTEXT_COMPLEMENT))) return true;
    bool within = i && !c->words[i - 1].date;
    if (!is(c, i, CONTEXT_PARTICIPLE | CONTEXT_REPORT) || (within && text_begins_upper(word_text(c, i)))) return false;
    bool named = i && !c->words[i].gap && is(c, i - 1, CONTEXT_DETERMINER); /* "the accused", "a broken wheel" */
    return !named && (is(c, i, CONTEXT_PARTICIPLE) || !is_noun(c, i));
}

/* ---------------------------------------------------------------- cutting */

/* "Neighbours said a car had burned": what is said begins right behind the verb. */
bool says_at_once(const clauses *c, size_t i) {
    if (!i || !is(c, i - 1, CONTEXT_REPORT) || c->words[i].date || c->words[i].gap) return false;
    bool noun = is(c, i, CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_OPENER) || text_begins_upper(word_text(c, i));
    if (!noun || !is_verb(c, i - 1)) return false;
    for (size_t j = i + 1;
         j < c->word_count && !c->words[j].gap && !is(c, j, CONTEXT_COMPLEMENT | CONTEXT_JOINER | CONTEXT_SUBORDINATE);
         j++)
        if (is_verb(c, j)) return true;
    return false;
}

/* "of that month" begins nothing. */
static bool opens(const clauses *c, size_t i) {
    const context_set openers = CONTEXT_SUBORDINATE | CONTEXT_CONDITION | CONTEXT_UNSETTLED | CONTEXT_COMPLEMENT;
    bool led =
        i && !c->words[i].gap && is(c, i - 1, CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_GENITIVE) && !is_verb(c, i - 1);
    return is(c, i, openers) && !(led && is(c, i, CONTEXT_COMPLEMENT));
}

/* Up to a date stand only words that tie it. */
static bool leads_to_date(const clauses *c, size_t i) {
    while (is(c, i, CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_DETERMINER)) i++;
    return i < c->word_count && c->words[i].date;
}

/* "a hundred and fifty men": the word joins the parts of a number. */
static bool within_number(const clauses *c, size_t i) {
    int64_t amount;
    size_t behind;
    if (!i || i + 1 >= c->word_count || c->words[i].gap || c->words[i + 1].gap || c->words[i - 1].date) return false;
    const clause_word *before = &c->words[i - 1];
    return amount_at(c->x->grammar, c->x->text, before->start, before->end, &amount, &behind) &&
           behind > c->words[i].end;
}

static bool may_begin(const clauses *c, size_t i) {
    bool dated = is(c, i, CONTEXT_DATED) && leads_to_date(c, i + 1); /* "a letter from Port, dated 4 May" */
    if (i && dated && c->words[i].gap < PART_STOP) return false;
    if (i && is(c, i, CONTEXT_JOINER) && within_number(c, i)) return false;
    return !i || c->words[i].gap || is(c, i, CONTEXT_JOINER | CONTEXT_ADVERSE) || opens(c, i) || says_at_once(c, i);
}

static bool has_verb(const clauses *c, size_t first, size_t last) {
    for (size_t i = first; i < last; i++)
        if (is_verb(c, i)) return true;
    return false;
}

/* "he says", "Mr Hale told us", between two marks: nothing but who says so. */
static bool is_aside(const clauses *c, const clause *part) {
    enum { LONGEST = 6 };
    bool marked = part->first && c->words[part->first].gap >= PART_COMMA && c->words[part->first].gap < PART_STOP &&
                  (part->last == c->word_count || c->words[part->last].gap >= PART_COMMA);
    if (!marked || part->last - part->first > LONGEST || part->last - part->first < 2 || opens(c, part->first))
        return false;
    size_t verbs = 0, reports = 0;
    for (size_t i = part->first; i < part->last; i++) {
        if (c->words[i].quoted || c->words[i].date) return false;
        reports += is(c, i, CONTEXT_REPORT);
        verbs +=
            (is_verb(c, i) && !is(c, i, CONTEXT_COPULA)) || (is(c, i, CONTEXT_COPULA) && !is(c, i + 1, CONTEXT_REPORT));
    }
    return reports == 1 && verbs == 1 && !is(c, part->first, CONTEXT_JOINER | CONTEXT_ADVERSE);
}

/* A part without a verb leads to what follows: at the beginning, behind a full mark, or "and in May, ...". */
static bool leads_on(const clauses *c, const clause *part) {
    const clause_word *next = &c->words[part->last], *first = &c->words[part->first];
    if (part->verb || part->aside || part->last >= c->word_count || next->gap == PART_STOP) return false;
    if (next->contexts & CONTEXT_ADVERSE) return false;
    if (!part->first || first->gap >= PART_MARK) return true;
    bool ends =
        is(c, part->first + 1u, CONTEXT_DETERMINER) && next->contexts & CONTEXT_COPULA; /* "and the mill, was" */
    bool joins =
        first->contexts & CONTEXT_JOINER && part->first + 1u < part->last && leads_to(c, part->first + 1u) && !ends;
    return joins && next->gap == PART_COMMA && !(next->contexts & CONTEXT_JOINER);
}

static void add_part(clauses *c, clause part) {
    clause *last = c->count ? &c->items[c->count - 1] : NULL;
    bool led = last && leads_on(c, last);
    bool follows = last && !part.verb && !last->aside && !leads_on(c, &part) && c->words[part.first].gap < PART_MARK;
    if (last && !part.aside && (led || follows || c->count == MOST_CLAUSES)) {
        last->last = part.last;
        last->verb |= part.verb;
    } else if (c->count < MOST_CLAUSES) {
        c->items[c->count++] = part;
    }
}

static void cut(clauses *c) {
    for (size_t first = 0, last; first < c->word_count; first = last) {
        for (last = first + 1; last < c->word_count && !may_begin(c, last);) last++;
        clause part = {.first = (uint16_t)first, .last = (uint16_t)last, .planned = NO_WORD, .wish = NO_WORD};
        part.aside = is_aside(c, &part);
        part.verb = has_verb(c, first, last) || (opens(c, first) && last > first + 1);
        add_part(c, part);
    }
}

/* ---------------------------------------------------------------- what a clause says by itself */

/* "No. 4" */
static bool is_numbered(const clauses *c, size_t i) {
    annals_text text = c->x->text;
    return is(c, i, CONTEXT_NUMBERED) && i + 1 < c->word_count && c->words[i].end < text.length &&
           text.data[c->words[i].end] == '.' && is_digit((unsigned char)text.data[c->words[i + 1].start]);
}

/* "Not content with this, they marched", "no hotter than my hand", "bound themselves not to part": what the clause
 * tells of was so all the same. */
static bool denies_aside(const clauses *c, const clause *k, size_t i) {
    if (is(c, i + 2, CONTEXT_THAN)) return true;
    if (!is(c, i, CONTEXT_NEGATION)) return false;
    if (is(c, i + 1, CONTEXT_INFINITIVE)) return i > k->first && !is_verb(c, i - 1) && has_verb(c, k->first, i);
    size_t mark = i + 1;
    while (i == k->first && mark < k->last && !c->words[mark].gap) mark++;
    return i == k->first && mark + 1u < k->last && c->words[mark].gap == PART_COMMA && !has_verb(c, i, mark) &&
           is(c, mark, CONTEXT_SUBJECT) && has_verb(c, mark, k->last);
}

/* "found not guilty": two words for one that the language knows. */
static bool is_half_of_word(const clauses *c, size_t i) {
    return i + 1 < c->word_count && !c->words[i + 1].gap && is(c, i, CONTEXT_NEGATION) &&
           family_of_two(c->x->grammar, word_text(c, i), word_text(c, i + 1));
}

/* "a type not identified", "on the 18th and not before", "bread for them and nothing for us": only this much of a
 * clause that tells something. */
static bool denies_part(const clauses *c, const clause *k, size_t i) {
    bool led = i > k->first && (is_verb(c, i - 1) || is(c, i - 1, CONTEXT_COPULA | CONTEXT_PERFECT));
    bool joined = i > k->first + 1u && is(c, i - 1, CONTEXT_JOINER | CONTEXT_ADVERSE);
    if (is(c, i, CONTEXT_NONE)) return joined && !has_verb(c, i, k->last);
    if (!is(c, i, CONTEXT_NEGATION) || led) return false;
    if (is(c, i + 1, CONTEXT_PARTICIPLE)) return has_verb(c, i + 2, k->last);
    return joined && !has_verb(c, i, c->words[i].gap ? i + 1 : k->last);
}

/* "It was not before the 9th that the gates opened": they did. */
static bool denies_earlier(const clauses *c, size_t i) {
    return is(c, i, CONTEXT_NEGATION) && i + 1 < c->word_count &&
           has_role(c->x->grammar, word_text(c, i + 1), ROLE_EARLIER) && leads_to_date(c, i + 1);
}

/* "did not", "never", "no drill was held", "will make no statement", but not "not later than", nor "not on the 7th, but
 * on the 9th". */
static bool denies(const clauses *c, const clause *k, size_t i) {
    const context_set helpers = CONTEXT_FUTURE | CONTEXT_UNREAL | CONTEXT_MODAL;
    if (!is(c, i, CONTEXT_NEGATION | CONTEXT_NONE) || is(c, i + 1, CONTEXT_DEGREE)) return false;
    if (is_numbered(c, i) || denies_part(c, k, i) || denies_earlier(c, i)) return false;
    if (denies_aside(c, k, i) || is_half_of_word(c, i)) return false;
    bool behind_verb =
        i > k->first && !c->words[i].gap && (is_verb(c, i - 1) || (i > k->first + 1u && is(c, i - 2, helpers)));
    if (is(c, i, CONTEXT_NEGATION)) return behind_verb || !leads_to_date(c, i + 1);
    return behind_verb || !has_verb(c, k->first, i);
}

/* "is not", unless it goes on "expected". */
static bool lacks(const clauses *c, size_t i) {
    bool present = i && is(c, i - 1, CONTEXT_PRESENT) && is(c, i, CONTEXT_NEGATION);
    return present && !is(c, i + 1, CONTEXT_EXPECTED | CONTEXT_FORESEEN);
}

/* "was planned" says so of the whole, "a visit planned for May" of its own time. */
static bool is_all(const clauses *c, const clause *k, size_t i) {
    for (size_t j = k->first; j < i; j++)
        if (is(c, j, CONTEXT_COPULA)) return true;
    return !has_verb(c, k->first, i) && !has_verb(c, i + 1, k->last);
}

static void plan_from(clause *k, size_t i) {
    if (i < k->planned) k->planned = (uint16_t)i;
}

/* "intended precisely to stop" */
static bool leads_to_verb(const clauses *c, const clause *k, size_t i) {
    enum { REACH = 3 };
    for (size_t j = i + 1; j < k->last && j < i + REACH; j++)
        if (is(c, j, CONTEXT_EXPECTED)) return !is(c, j + 1, CONTEXT_DETERMINER);
    return false;
}

/* "The death on 3 May was due to cyanide": the day is that of what is told, and none follows. */
static bool dates_subject(const clauses *c, const clause *k, size_t i) {
    if (i < k->first + 2u || !c->words[i - 2].date || !is(c, i - 1, CONTEXT_COPULA)) return false;
    while (++i < k->last)
        if (c->words[i].date) return false;
    return true;
}

/* "was due to the carelessness of a watchman": why, and not when. */
static bool gives_cause(const clauses *c, const clause *k, size_t i) {
    const context_set leads = CONTEXT_DETERMINER | CONTEXT_POSSESSIVE | CONTEXT_OWNER;
    return i + 2 < k->last && is(c, i + 1, CONTEXT_EXPECTED) && (is(c, i + 2, leads) || dates_subject(c, k, i));
}

/* "is to", "was to", but "was to have" tells of what did not come about. */
static void take_destiny(const clauses *c, clause *k, size_t i) {
    bool goal = i == k->first && is(c, i, CONTEXT_EXPECTED) && is(c, i + 1, CONTEXT_COPULA); /* ", to be lit by May" */
    if (goal) plan_from(k, i);
    if (!is(c, i, CONTEXT_COPULA) || !is(c, i + 1, CONTEXT_EXPECTED) || gives_cause(c, k, i + 1)) return;
    if (is(c, i + 2, CONTEXT_PERFECT)) k->negated = true;
    k->future |= is(c, i, CONTEXT_PRESENT);
    plan_from(k, k->first);
}

/* "sentenced to twenty years", but not "deferred to the 11th" */
static bool is_sentenced(const clauses *c, const clause *k, size_t i) {
    if (i >= k->last || !c->words[i].date) return false;
    annals_text word = word_text(c, i);
    return is_lower((unsigned char)*word.data) && !in_context(c->x->grammar, word, CONTEXT_DETERMINER);
}

/* "agreed to meet": behind the "to" nothing has happened yet.  "promised for Monday" likewise. */
static void take_intent(const clauses *c, clause *k, size_t i) {
    enum { REACH = 8 };
    bool fixed = is(c, i, CONTEXT_FIXED_FOR); /* "is fixed for Monday" */
    if (!is(c, i, CONTEXT_INTENT | CONTEXT_FIXED_FOR) || (i > k->first && is(c, i - 1, CONTEXT_DETERMINER))) return;
    if (i < k->wish && !fixed) k->wish = (uint16_t)i;
    for (size_t j = i + 1; j < k->last && j < i + REACH; j++) {
        bool verb = !is(c, j + 1, CONTEXT_DETERMINER | CONTEXT_COMPLEMENT) && !is_sentenced(c, k, j + 1);
        verb &= j + 1 >= k->last || !is_count(c->x, word_text(c, j + 1)); /* "by 41 to 33", "by five votes to two" */
        bool to = (!fixed && is(c, j, CONTEXT_EXPECTED) && verb) ||
                  (c->words[j].contexts & CONTEXT_LASTING && c->words[j + 1 < k->last ? j + 1 : j].date);
        if (to) plan_from(k, j);
        if (to || fixed || is_verb(c, j)) return;
    }
}

/* "was dated 11 September": what somebody says of the time. */
static bool gives_date(const clauses *c, size_t i) {
    return is(c, i, CONTEXT_DATED) && i && is(c, i - 1, CONTEXT_COPULA) && leads_to_date(c, i + 1);
}

/* "Perhaps he left", "may have left", but not "perhaps 300 men" */
static bool doubts(const clauses *c, const clause *k, size_t i) {
    if (!is(c, i, CONTEXT_PERHAPS)) return false;
    if (is(c, i, CONTEXT_VERB | CONTEXT_UNREAL)) return is(c, i, CONTEXT_VERB) && is(c, i + 1, CONTEXT_PERFECT);
    bool counts = i + 1 < k->last && is_digit((unsigned char)*word_text(c, i + 1).data);
    return !counts && (i == k->first || is_verb(c, i + 1) || is_verb(c, i - 1) || is(c, i - 1, CONTEXT_COPULA));
}

/* "his own will", "the last will": a thing, where no verb follows. */
static bool is_testament(const clauses *c, const clause *k, size_t i) {
    const context_set owners = CONTEXT_DETERMINER | CONTEXT_POSSESSIVE | CONTEXT_OWNER;
    if (!has_role(c->x->grammar, word_text(c, i), ROLE_ALSO_NOUN)) return false;
    bool ends = i + 1 >= k->last || c->words[i + 1].gap;
    return (i > k->first && is(c, i - 1, owners)) || (ends && i > k->first + 1u && is(c, i - 2, owners));
}

static void read_word(const clauses *c, clause *k, size_t i) {
    context_set contexts = c->words[i].contexts;
    k->published |= (contexts & CONTEXT_PUBLISHED) != 0;
    k->lasts |= (contexts & CONTEXT_LASTS) != 0;
    k->future |= contexts & CONTEXT_FUTURE && !is_testament(c, k, i);
    k->unreal |= (contexts & CONTEXT_UNREAL) != 0;
    k->possible |= (contexts & CONTEXT_POSSIBLE) != 0;
    k->perfect |= contexts & CONTEXT_UNREAL &&
                  (is(c, i, CONTEXT_PERFECT) || is(c, i + 1, CONTEXT_PERFECT) || is(c, i + 2, CONTEXT_PERFECT));
    bool passive = i > k->first && is(c, i - 1, CONTEXT_COPULA); /* "be sent": the form of to be tells when */
    k->past |= !passive && (contexts & CONTEXT_PAST || (contexts & CONTEXT_PARTICIPLE && is_verb(c, i)));
    k->reported |= contexts & CONTEXT_HEARSAY || gives_date(c, i);
    if (lacks(c, i)) k->lacks = true;
    else
        k->negated |= contexts & CONTEXT_UNDONE || denies(c, k, i) ||
                      (contexts & CONTEXT_FAILING && is(c, i + 1, CONTEXT_EXPECTED));
    bool aim = contexts & CONTEXT_INTENT; /* "is intended to stop it" tells what for, "intended for May" when */
    k->unsettled |= doubts(c, k, i);
    bool told = contexts & CONTEXT_FORESEEN && is(c, i + 1, CONTEXT_EXPECTED) && is(c, i + 2, CONTEXT_PERFECT);
    k->reported |= told; /* "is supposed to have left" */
    if (contexts & CONTEXT_FORESEEN && !told && !gives_cause(c, k, i))
        plan_from(k, is_all(c, k, i) && !(aim && leads_to_verb(c, k, i)) ? k->first : i);
    take_destiny(c, k, i);
    take_intent(c, k, i);
}

/* "Had she been lost", "Should the talks fail": the verb before who it is of. */
static bool inverted(const clauses *c, const clause *k) {
    bool verb = is(c, k->first, CONTEXT_PAST | CONTEXT_UNREAL | CONTEXT_COPULA) && !is(c, k->first, CONTEXT_PRESENT);
    return verb && k == c->items && !is_verb(c, k->first + 1u);
}

static void read_clause(const clauses *c, clause *k) {
    size_t opener = k->first + (is(c, k->first, CONTEXT_JOINER) ? 1u : 0u);
    for (size_t i = k->first; i < k->last; i++)
        if (c->words[i].contexts) read_word(c, k, i);
    k->condition = is(c, opener, CONTEXT_CONDITION);
    k->unsettled |= is(c, opener, CONTEXT_UNSETTLED);
}

/* ---------------------------------------------------------------- the whole */

/* "Had she been lost, we should ...": the verb before who it is of, and what would be behind it.  A condition reaches
 * up to the next full mark, or to what somebody says. */
static void take_conditions(clauses *c) {
    for (size_t first = 0, last; first < c->count; first = last) {
        bool conditional = false, unreal = false, perfect = false;
        for (last = first + 1; last < c->count && c->words[c->items[last].first].gap != PART_STOP &&
                               !begins_with_that(c, &c->items[last]);)
            last++;
        for (size_t n = last; n-- > first;) unreal |= c->items[n].unreal;
        if (unreal && c->count > 1 && inverted(c, &c->items[first])) c->items[first].condition = true;
        for (size_t n = first; n < last; n++) {
            conditional |= c->items[n].condition;
            perfect |= c->items[n].perfect;
        }
        for (size_t n = first; n < last; n++) {
            c->items[n].conditional = conditional;
            c->items[n].supposed = conditional && unreal && !perfect;
        }
    }
}

/* Has the sentence a word by which it might do more than tell what was?  Many have none, and need not be cut unless
 * somebody asks for a clause. */
static bool has_cue(const clauses *c) {
    const context_set cues = CONTEXT_NEGATION | CONTEXT_NONE | CONTEXT_UNDONE | CONTEXT_CONDITION | CONTEXT_UNSETTLED |
                             CONTEXT_FUTURE | CONTEXT_UNREAL | CONTEXT_FORESEEN | CONTEXT_INTENT | CONTEXT_REPORT |
                             CONTEXT_ACCORDING | CONTEXT_PUBLISHED | CONTEXT_PAGE | CONTEXT_LASTS | CONTEXT_UP_TO |
                             CONTEXT_CITES | CONTEXT_FAILING | CONTEXT_HEARSAY | CONTEXT_FIXED_FOR | CONTEXT_DATED |
                             CONTEXT_PERHAPS | CONTEXT_OPINION | CONTEXT_DENIAL;
    for (size_t i = 0; i < c->word_count; i++) {
        bool destiny =
            is(c, i, CONTEXT_EXPECTED) && (is(c, i + 1, CONTEXT_COPULA) || (i && is(c, i - 1, CONTEXT_COPULA)));
        if (is(c, i, cues) || destiny || c->words[i].quoted) return true;
    }
    return false;
}

static void read_sentence(clauses *c) {
    if (c->is_cut) return;
    c->is_cut = true;
    cut(c);
    for (size_t n = 0; n < c->count; n++) read_clause(c, &c->items[n]);
    take_conditions(c);
    find_speakers(c);
}

annals_text named_before(const clauses *c, size_t index) {
    return c->named_in + 1 < index ? (annals_text){0} : c->named;
}

bool read_clauses(clauses *c, arena *a, size_t raw, size_t start, size_t end) {
    return (c->start == start && c->end == end) || read_clauses_of(c, a, block_of_raw(c->x, raw), raw, start, end);
}

bool read_clauses_of(clauses *c, arena *a, size_t in, size_t raw, size_t start, size_t end) {
    if (c->start == start && c->end == end) return true;
    const block *b = &c->x->blocks.items[in];
    if (c->block != in) {
        c->block = in;
        c->quotations.count = 0;
        if (!find_quotations(c->x->text, b->start, b->end, a, &c->quotations)) return false;
    }
    c->named = named_before(c, c->block);
    c->start = start;
    c->end = end;
    c->tagged = false;
    read_words(c, raw);
    c->count = 0;
    c->is_cut = false;
    c->has_cue = has_cue(c);
    if (c->has_cue) read_sentence(c);
    return true;
}

/* ---------------------------------------------------------------- asking */

/* "not on the 7th, but on the 9th": the date alone is denied. */
static bool date_denied(const clauses *c, const clause *k, size_t word) {
    size_t i = word;
    while (i > k->first && is(c, i - 1, CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_DETERMINER)) i--;
    return i > k->first && is(c, i - 1, CONTEXT_NEGATION) && !is(c, i, CONTEXT_DEGREE) && !denies_earlier(c, i - 1);
}

const clause *clause_at(clauses *c, size_t place, size_t *word) {
    read_sentence(c);
    for (size_t n = 0; n < c->count; n++)
        for (*word = c->items[n].first; *word < c->items[n].last; ++*word)
            if (c->words[*word].end > place) return &c->items[n];
    return NULL;
}

/* "was not let in after the murder two days before": the murder was. */
static bool spoken_of_before(const clauses *c, const clause *k, size_t word) {
    size_t last = word, i = word;
    while (last + 1 < k->last && c->words[last + 1].date) last++;
    if (!in_context(c->x->grammar, word_text(c, last), CONTEXT_COUNTS_FROM)) return false;
    while (i > k->first && !is(c, i - 1, CONTEXT_COUNTS_FROM)) i--;
    return i > k->first && is(c, i, CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE) && !has_verb(c, i, word);
}

/* "has not answered my enquiry of 6 May": what the date belongs to is only spoken of, and was; but "not before the fair
 * of 6 May", nor "cancelled its meeting of 6 May". */
static bool is_spoken_of(const clauses *c, const clause *k, size_t word) {
    enum { LONGEST = 5 };
    if (word < k->first + 3u || !is(c, word - 1, CONTEXT_GENITIVE)) return false;
    size_t i = word - 1;
    while (i > k->first && word - i <= LONGEST &&
           !is(c, i - 1, CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE) && !is_helper(c, i - 1))
        i--;
    bool article = i > k->first && !is(c, i - 1, CONTEXT_NONE) && word - i <= LONGEST &&
                   is(c, i - 1, CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE);
    if (article && i > k->first + 1u && is(c, i - 2, CONTEXT_COUNTS_FROM)) return false;
    for (size_t j = k->first; article && j < k->last; j++) article = !is(c, j, CONTEXT_UNDONE);
    return article && has_verb(c, k->first, i);
}

/* "Nobody has water after the dam burst on Tuesday": what the date belongs to came before what is denied. */
static bool came_before(const clauses *c, const clause *k, size_t word) {
    bool deed = false;
    for (size_t i = word; i-- > k->first + 1u;) {
        bool after = is(c, i, CONTEXT_COUNTS_FROM) && !leads_to_date(c, i + 1);
        if (after) return deed && has_verb(c, k->first, i);
        deed |= is_deed(c, i) || is(c, i, CONTEXT_VERB);
    }
    return false;
}

standing standing_at(clauses *c, size_t place) {
    size_t word;
    const clause *k = c->has_cue ? clause_at(c, place, &word) : NULL;
    if (!k) return (standing){0};
    if (spoken_of_before(c, k, word)) return (standing){.past = true};
    bool spoken = k->reported || k->intended, leads = c->items[0].condition && k != c->items;
    standing s = {
        .future = k->future, .reported = k->reported, .supposed = k->supposed && k->condition, .speaker = k->speaker};
    s.negated = (k->negated || date_denied(c, k, word)) && !k->condition && !k->unsettled &&
                !is_spoken_of(c, k, word) && !came_before(c, k, word);
    s.lacks = k->lacks;
    s.past = k->past;
    s.wished = k->wish < word;
    s.planned = k->future || k->planned <= word || (spoken && k->unreal && !k->perfect) || (k->intended && !k->past);
    s.conditional = k->condition || (k->unsettled && !k->future && !k->unreal) || (k->unreal && k->perfect) ||
                    (k->conditional && (k->unreal || s.planned || (leads && !k->past)));
    s.possible = k->possible && !k->perfect && !spoken;
    return s;
}

/* "Nine of us were chosen", "Student Renn, fallen from the balcony": not "a broken oar", "is known", nor "has been". */
static bool was_done(const clauses *c, size_t i) {
    const context_set stands = CONTEXT_PRESENT | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE |
                               CONTEXT_PERFECT | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_COPULA;
    if (!i || text_begins_upper(word_text(c, i)) || c->words[i - 1].date) return false;
    if (is(c, i - 1, CONTEXT_COPULA)) return is(c, i - 1, CONTEXT_PAST) && !is(c, i, CONTEXT_COPULA);
    return !is(c, i - 1, stands) && !is(c, i, CONTEXT_COPULA);
}

bool is_deed(const clauses *c, size_t i) {
    const context_set no_deed = CONTEXT_COPULA | CONTEXT_HAD | CONTEXT_PERFECT | CONTEXT_PRESENT | CONTEXT_DATED;
    bool noun = i && is(c, i - 1, CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_PRESENT);
    if (is(c, i, CONTEXT_DONE) && was_done(c, i)) return true;
    return is(c, i, CONTEXT_PAST | CONTEXT_PARTICIPLE) && !is(c, i, no_deed) && is_verb(c, i) && !noun;
}

/* "The house was burning" */
static bool is_going_on(const clauses *c, size_t i) {
    return i && is(c, i, CONTEXT_DOING) && is(c, i - 1, CONTEXT_COPULA) && is(c, i - 1, CONTEXT_PAST);
}

/* "grounded their muskets and would not lift them": from there on it is told what was not done. */
static bool leaves_undone(const clauses *c, const clause *k, size_t i) {
    return is(c, i, CONTEXT_UNREAL | CONTEXT_UNDONE) || denies(c, k, i);
}

bool tells_deed(clauses *c) {
    bool found = false;
    read_sentence(c);
    for (size_t n = 0; n < c->count; n++) {
        const clause *k = &c->items[n];
        if (k->condition) return false;
        for (size_t i = k->first; i < k->last && !found && !k->future; i++) {
            if (leaves_undone(c, k, i)) return false;
            found = (is_deed(c, i) || is_going_on(c, i)) &&
                    !(i + 1u < k->last && leaves_undone(c, k, i + 1u)); /* "did not" */
        }
    }
    return found;
}

/* Stands a word behind what names somebody or something, and no article, preposition or verb before it? */
static bool follows_subject(const clauses *c, size_t i) {
    const context_set before = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE |
                               CONTEXT_GENITIVE | CONTEXT_JOINER | CONTEXT_NEGATION | CONTEXT_NONE;
    return i && !c->words[i].gap && !c->words[i - 1].date && !is(c, i - 1, before) && !is_helper(c, i - 1);
}

/* "Government declares martial law", "Troops enter the capital": a word that is known to tell what happens, or has an
 * object that begins with an article or a capital. */
static bool is_deed_of_now(const clauses *c, size_t i) {
    const context_set object = CONTEXT_DETERMINER | CONTEXT_POSSESSIVE | CONTEXT_OWNER;
    const grammar *g = c->x->grammar;
    annals_text word = word_text(c, i);
    if (text_begins_upper(word) || c->words[i].date || !follows_subject(c, i)) return false;
    if (is(c, i, CONTEXT_PRESENT))
        return is_verb(c, i + 1) && !is(c, i + 1, CONTEXT_FORESEEN | CONTEXT_PRESENT | CONTEXT_REPORT);
    if (is(c, i, CONTEXT_PERFECT)) return is(c, i + 1, CONTEXT_PARTICIPLE) || is_verb(c, i + 1);
    if (is(c, i,
           CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_GENITIVE | CONTEXT_DETERMINER | CONTEXT_COPULA | CONTEXT_HAD |
               CONTEXT_PAST | CONTEXT_MODAL))
        return false;
    const word_family *family = family_of_word(g, word);
    bool act = (family && family->sense == FAMILY_ACT) || is(c, i, CONTEXT_VERB | CONTEXT_REPORT | CONTEXT_INTENT);
    bool more = i + 1 < c->word_count && !c->words[i + 1].gap;
    if (act || !more) return act;
    return is(c, i + 1, object) || begins_upper(c, i + 1) || has_role(g, word_text(c, i + 1), ROLE_OBJECT);
}

bool tells_now(clauses *c) {
    enum { FEWEST = 3 /* words */ };
    read_sentence(c);
    bool found = false;
    for (size_t n = 0; n < c->count && c->word_count >= FEWEST; n++) {
        const clause *k = &c->items[n];
        if (k->future || k->unreal || k->possible || k->condition || k->negated) return false;
        for (size_t i = k->first; i < k->last && !found; i++) found = is_deed_of_now(c, i);
    }
    const context_set others = CONTEXT_FIRST_PERSON | CONTEXT_SECOND_PERSON | CONTEXT_PERHAPS;
    for (size_t i = 0; i < c->word_count; i++) found &= !is(c, i, others);
    return found;
}

bool stands_bare(clauses *c, size_t place) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    return !k || k->published || !k->verb;
}

bool same_clause(clauses *c, size_t a, size_t b) {
    size_t word;
    return clause_at(c, a, &word) == clause_at(c, b, &word);
}

bool is_condition(clauses *c, size_t place) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    return k && k->condition;
}

bool clause_joined(clauses *c, size_t place) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    return k && is(c, k->first, CONTEXT_JOINER) && is_verb(c, k->first + 1u);
}

bool clause_goes_on(clauses *c, size_t place) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    return k && (k->lasts || k->negated) && clause_joined(c, place);
}

/* "Letter of the master", "Note, 3 May", but not "Report fuel daily", nor "inquire and reply before". */
static bool heads_phrase(const clauses *c, size_t i) {
    const context_set behind = CONTEXT_WEAK | CONTEXT_SENDER | CONTEXT_RECIPIENT | CONTEXT_AUTHOR | CONTEXT_WRITTEN_ON |
                               CONTEXT_GENITIVE | CONTEXT_PLACE_LEAD | CONTEXT_JOINER | CONTEXT_WRITING;
    if (i && is(c, i - 1, CONTEXT_JOINER) && !(i > 1 && is(c, i - 2, CONTEXT_WRITING))) return false;
    bool last = i + 1 >= c->word_count || c->words[i + 1].gap || c->words[i + 1].date;
    return last || is(c, i + 1, behind) || is_digit((unsigned char)*word_text(c, i + 1).data) || begins_upper(c, i + 1);
}

bool names_writing(const clauses *c) {
    enum { HEAD = 8 };
    bool named = false, aside = false;
    for (size_t i = 0; i < c->word_count; i++) {
        bool participle = is(c, i, CONTEXT_PARTICIPLE), writing = is(c, i, CONTEXT_WRITING);
        if (writing && i < HEAD && heads_phrase(c, i)) named = true;
        else if (is(c, i, CONTEXT_INTENT | CONTEXT_PRONOUN) || (is_verb(c, i) && !participle)) return false;
        aside |= c->words[i].gap == PART_COMMA;
        if (participle && !(named && aside)) return false; /* "contract signed", not "letter of the owner, signed" */
        if (!named && aside) return false;
    }
    return named;
}
