/* clause_bounds.c: of a sentence, what a headline takes for one of its dates: the date's own clause, and who acts in
 * it.
 */
#include "clause_words.h"

#include "language.h"
#include "stem.h"
#include "text.h"

/* "Smith reported", and what he reported with it. */
static const clause *last_told(const clauses *c, const clause *k) {
    const clause *next = k + 1, *behind = c->items + c->count;
    bool said = k->reported || k->intended;
    while (next < behind && (is(c, next->first, CONTEXT_COMPLEMENT) ||
                             (!said && next->reported && (!c->words[next->first].gap || c->words[next->first].quoted))))
        next++;
    while (next < behind && is_loose(c, next[-1].last - 1u)) next++; /* "was cast from what they had left" */
    return next - 1;
}

/* ---------------------------------------------------------------- who acts */

static bool says(const clauses *c, size_t i, const char *word) {
    return text_same_word(words_text(c, i, i + 1), word);
}

/* "the keeper", "Captain Ross", "300 men", "it", but not "tide" of "the next spring tide, which". */
static bool names_actor(const clauses *c, size_t first, size_t last) {
    const context_set articles = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_SUBJECT;
    return first < last && (is(c, first, articles | CONTEXT_OPENER) || begins_upper(c, first) ||
                            is_digit((unsigned char)*word_text(c, first).data));
}

/* "of Secretary Teale", "of the Dean": what goes with "which" stands before it. */
static bool names_person(const clauses *c, size_t i) {
    i += is(c, i, CONTEXT_DETERMINER);
    const word_family *family = i < c->word_count ? family_of_word(c->x->grammar, word_text(c, i)) : NULL;
    return is(c, i, CONTEXT_TITLE | CONTEXT_POST) || (family && family->sense == FAMILY_OFFICE);
}

/* What a relative pronoun stands for: the words before it up to a mark, a verb, an article or a preposition; but "the
 * keeper of the gate, who", "the appeal of the Dean, which". */
static annals_text antecedent(const clauses *c, size_t pronoun) {
    enum { LONGEST = 8 };
    bool person = says(c, pronoun, "who"), owner = false;
    size_t first = pronoun;
    while (first && pronoun - first < LONGEST && !is_verb(c, first - 1) && !c->words[first - 1].date) {
        owner |= !person && says(c, first - 1, "of") && names_person(c, first);
        bool told = first > 1 && has_role(c->x->grammar, word_text(c, first - 2), ROLE_OBJECT); /* "it from Ada, who" */
        if (person && told && is(c, first - 1, CONTEXT_PLACE_LEAD)) break;
        if (person && is(c, first - 1, CONTEXT_PLACE_LEAD) && !is_verb(c, first - 2)) { /* "our consul in Port, who" */
            first--;
            continue;
        }
        bool of = says(c, first - 1, "of"), article = is(c, first - 1, CONTEXT_DETERMINER | CONTEXT_OWNER);
        if (of ? !person && !owner : !article && is(c, first - 1, CONTEXT_WEAK | CONTEXT_SURE)) break;
        first--;
        if (c->words[first].gap ||
            (article && !(first && says(c, first - 1, "of") && (person || names_person(c, first)))))
            break;
    }
    bool post = first && c->words[first].gap == PART_COMMA && !names_actor(c, first, pronoun) && person;
    if (post && pronoun - first <= 2) /* "William Hale, constable, who" */
        while (first && begins_upper(c, first - 1) && !c->words[first - 1].date && !is_verb(c, first - 1)) first--;
    while (first < pronoun && !names_actor(c, first, pronoun)) first++;
    return words_text(c, first, pronoun);
}

/* Does the word open something that is said beside who acts: "the wall, fifteen feet high"?  Not "the manager, Isaac
 * Pellow", nor "Her Majesty's ship "Dryad"". */
static bool opens_aside(const clauses *c, size_t i) {
    return is(c, i, CONTEXT_RELATIVE) || (c->words[i].gap && !c->words[i].quoted && !begins_upper(c, i));
}

/* Behind a time and a comma, or before whoever acts, the time is done: "Two days later the men", but not "the
 * 41-year-old man". */
static bool date_leads(const clauses *c, size_t i, size_t verb) {
    return i + 1 < verb && !c->words[i + 1].date && (c->words[i + 1].gap || names_actor(c, i + 1, verb));
}

/* "On 3 May, with ten men, the master of the brig": who acts before a verb, without what leads up to him. */
static annals_text actor_before(const clauses *c, size_t first, size_t verb) {
    enum { LONGEST = 12 };
    bool timed = false;
    for (size_t i = first; i < verb; i++) {
        bool led = leads_to(c, first) || timed; /* "On 4 March 1931 three men" */
        timed = c->words[i].date && (led || (c->words[first].date && date_leads(c, i, verb)));
        if (timed) first = i + 1;
        else if (led && c->words[i].gap == PART_COMMA) first = i;
    }
    size_t last = first, times = 0;
    for (; last < verb && (last == first || !opens_aside(c, last)); last++) times += c->words[last].date;
    bool doing = is(c, first, CONTEXT_DOING) && c->words[first].gap; /* ", having lost" */
    bool none = times == last - first || last - first > LONGEST || leads_to(c, first) || is(c, first, CONTEXT_RELATIVE);
    return none || doing ? (annals_text){0} : words_text(c, first, last);
}

/* ", to be handed over before the 20th": the purpose of what the clause before it tells of. */
static bool is_purpose(const clauses *c, const clause *k) {
    return is(c, k->first, CONTEXT_INFINITIVE) && is(c, k->first + 1u, CONTEXT_COPULA);
}

/* Who acts in a clause that begins with its verb: whoever does in those before it, "He came and said".  Absent where
 * that is not clear. */
static annals_text actor_of(const clauses *c, const clause *k) {
    enum { CLAUSES_BACK = 3 };
    annals_text actor = {0};
    const bool purpose = is_purpose(c, k);
    for (size_t back = 0; !actor.length && k > c->items && back < CLAUSES_BACK; back++) {
        k--;
        size_t first = k->first, verb;
        if (purpose && is(c, first, CONTEXT_RELATIVE)) first++; /* "in which 40,000 crowns are asked" */
        while (first < k->last && is(c, first, CONTEXT_JOINER | CONTEXT_ADVERSE)) first++;
        bool told = false; /* "that the garrison, fed until Easter, would be" */
        for (size_t i = first; i + 1 < k->last; i++)
            if (is(c, i, CONTEXT_COMPLEMENT)) first = i + 1, told = true;
        if (!told && is(c, first, CONTEXT_RELATIVE) && is_helper(c, first + 1)) return antecedent(c, first);
        if (k->aside || (!told && is(c, first, CONTEXT_CONDITION | CONTEXT_SUBORDINATE))) continue;
        for (verb = first; verb < k->last && !is_helper(c, verb) && !is(c, verb, CONTEXT_RELATIVE);) verb++;
        if (verb < k->last || told) actor = actor_before(c, first, verb);
        if (told) break;
    }
    return actor;
}

/* ---------------------------------------------------------------- the clause */

/* "who was arrested on", but not "who came were paid on", "who were fishing found him on": between a relative pronoun
 * and the date stands one verb. */
static bool relates_to_date(const clauses *c, size_t pronoun, size_t date) {
    const context_set auxiliary = CONTEXT_COPULA | CONTEXT_HAD | CONTEXT_PERFECT | CONTEXT_MODAL;
    bool told = false;
    for (size_t i = pronoun + 1; i < date; i++) {
        if (c->words[i].gap || (told && is_helper(c, i))) return false;
        told |= (is_helper(c, i) && !is(c, i, auxiliary)) || is(c, i, CONTEXT_DOING);
    }
    if (c->words[pronoun].gap != PART_COMMA && !says(c, pronoun, "who") && !says(c, pronoun, "which")) return false;
    return is_helper(c, pronoun + 1) && !is(c, pronoun + 1, CONTEXT_COUNTS_FROM) && !says(c, pronoun, "whose");
}

/* "The sloop Wasp, which sailed on 11 April", "the bazaar, closed since the 8th", "The man who came on Monday": where
 * the aside begins whose date it is; else NO_WORD. */
static size_t aside_within(const clauses *c, const clause *k, size_t first, size_t date) {
    for (size_t i = first + 1; i + 1 < date; i++) {
        if (is_helper(c, i) && !c->words[i].gap) return NO_WORD;
        if (is(c, i, CONTEXT_RELATIVE) && relates_to_date(c, i, date)) return i + 1;
        if (c->words[i].gap != PART_COMMA) continue;
        if (says(c, i, "whose")) return i;
        if (is(c, i, CONTEXT_RELATIVE) && is_helper(c, i + 1)) return i + 1;
        if (is(c, i, CONTEXT_PARTICIPLE | CONTEXT_DONE) && i < k->last) return i;
    }
    return NO_WORD;
}

/* "The men who came on Monday | were paid": where a clause ends that no comma parts from its noun. */
static size_t end_of_relative(const clauses *c, size_t first, size_t date, size_t last) {
    if (!first || c->words[first - 1].gap == PART_COMMA || !is(c, first - 1, CONTEXT_RELATIVE)) return last;
    for (size_t i = date + 1; i < last; i++)
        if (is_helper(c, i) || is(c, i, CONTEXT_JOINER)) return i;
    return last;
}

/* Who acts in an aside: whoever the clause begins with, but in "a name for Captain Ross, who" the one named last. */
static annals_text actor_beside(const clauses *c, size_t first, size_t aside) {
    bool told = is(c, first, CONTEXT_SUBJECT); /* "We ask for an answer, which" */
    annals_text last = says(c, aside - 1, "who") || (told && is(c, aside - 1, CONTEXT_RELATIVE))
                           ? antecedent(c, aside - 1)
                           : (annals_text){0};
    return text_begins_upper(last) || (told && last.length) ? last : actor_before(c, first, aside);
}

/* Brackets or a quotation that begin in one clause and end in another. */
static bool is_torn(annals_text text) {
    long open = 0;
    for (size_t i = 0; i < text.length; i++) open += (text.data[i] == '(') - (text.data[i] == ')');
    return open != 0;
}

/* "At a meeting held on 6 June", "Of the forty men arrested": no clause, what it leads to is told behind it. */
static bool only_leads(const clauses *c, const clause *k, size_t first) {
    bool dated = false;
    if (!leads_to(c, first)) return false;
    for (size_t i = first; i < k->last; i++) {
        dated |= c->words[i].date;
        if (is_verb(c, i) && (dated || !is(c, i, CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_DATE_FIELD))) return false;
    }
    return true;
}

/* Does a clause begin with its verb, or with "in October 1929, three weeks before," and its verb? */
static bool lacks_actor(const clauses *c, const clause *k, size_t first) {
    size_t verb = first;
    bool dated = true;
    for (; verb < k->last && !is_helper(c, verb); verb++) dated &= leads_to(c, verb) || c->words[verb].date;
    if (verb == k->last) return false;
    return verb == first || (leads_to(c, first) && (dated || c->words[verb].gap == PART_COMMA));
}

/* ", which sailed", ", whose drafts fell due": a relative clause, its pronoun left out where it is who acts. */
static bool relates(const clauses *c, const clause *k, size_t *first) {
    if (!*first || *first + 1u >= k->last || !is(c, *first, CONTEXT_RELATIVE)) return false;
    if (says(c, *first, "whose")) return true;
    size_t verb = *first + 1;
    while (verb < k->last && !is_helper(c, verb) &&
           (leads_to(c, verb) || c->words[verb].date || is(c, verb, CONTEXT_DETERMINER)))
        verb++; /* "who on the Thursday before secured" */
    bool acts = verb < k->last && is_helper(c, verb);
    if (acts) *first = verb;
    return acts;
}

/* "of informing you" */
static bool is_telling(const clauses *c, size_t i) {
    enum { ENDING = 3 };
    annals_text word = word_text(c, i);
    return is(c, i, CONTEXT_DOING) && word.length > ENDING &&
           in_context(c->x->grammar, text_slice(word, 0, word.length - ENDING), CONTEXT_REPORT);
}

/* "It is my duty to inform you that": does the clause before lead to what it tells? */
static bool is_told(const clauses *c, const clause *k) {
    if (k->reported || k->intended) return true;
    for (size_t i = k > c->items ? k[-1].first : k->first; i < k->first; i++)
        if (is(c, i, CONTEXT_REPORT) || is_telling(c, i)) return true;
    return false;
}

/* "repeated what he wrote on 30 March": that he wrote, whatever it was. */
static bool tells_what(const clauses *c, size_t i, size_t date) {
    bool object = i && has_role(c->x->grammar, word_text(c, i), ROLE_CONTENT);
    if (!object || !names_actor(c, i + 1u, date)) return false;
    for (size_t j = i + 2; j < date; j++)
        if (is(c, j, CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_VERB) && !is(c, j, CONTEXT_UNREAL)) return true;
    return false;
}

/* "We learned that the Dean left on Friday | and that two of them stayed": of what is said only what has the date. */
static void part_said(const clauses *c, size_t date, size_t *first, size_t *last) {
    for (size_t i = *first + 1; i + 1 < *last; i++) {
        bool said = is(c, i, CONTEXT_JOINER) && is(c, i + 1, CONTEXT_COMPLEMENT) && !is_helper(c, i + 2);
        if (!said) continue;
        if (i > date) *last = i;
        else *first = i + 2;
    }
}

/* Two things are said, "that ... and that", and the date is of one. */
static bool says_two(const clauses *c, const clause *k, size_t date) {
    size_t first = 0, last = c->word_count;
    if (!is_told(c, k)) return false;
    part_said(c, date, &first, &last);
    return first || last < c->word_count;
}

bool tells_own(clauses *c, size_t place) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    if (!k) return false;
    for (size_t i = k->first; i + 1u < word; i++)
        if (is(c, i, CONTEXT_RELATIVE) && relates_to_date(c, i, word)) return i > 0;
    return says_two(c, k, word);
}

bool is_content(clauses *c, size_t place) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    return k && tells_what(c, k->first, word);
}

/* How long a headline of the words would be, from which the dates are taken out. */
static size_t told_length(const clauses *c, size_t first, size_t last) {
    size_t length = c->words[last - 1].end - c->words[first].start;
    for (size_t i = first; i < last; i++)
        if (c->words[i].date) length -= c->words[i].end - c->words[i].start + 1u;
    return length;
}

/* "and demolished his mill", behind what the same did: where that ends, if it has no day of its own and a headline
 * holds both; else `last`. */
static size_t end_with(const clauses *c, const clause *next, size_t first, size_t last) {
    enum { LONGEST = 84 /* bytes */ };
    if (next == c->items + c->count || next->aside || c->words[next->first].gap > PART_COMMA) return last;
    if (!is(c, next->first, CONTEXT_JOINER) || !is_deed(c, next->first + 1u)) return last;
    size_t end = next->first + 1u;
    while (end < next->last && !c->words[end].gap && !c->words[end].date) end++;
    bool whole = end == next->last || c->words[end].gap == PART_COMMA;
    bool said = is(c, end - 1u, CONTEXT_REPORT) || is(c, end, CONTEXT_COMPLEMENT);
    return whole && !said && told_length(c, first, end) <= LONGEST ? end : last;
}

/* Where a clause ends with all that belongs to it; "an attempt was made, upon | which" leaves nothing to hang. */
static size_t end_of_clause(const clauses *c, const clause *k, size_t first) {
    const clause *told = last_told(c, k);
    size_t last = told->last;
    if (told == k && !k->reported && !k->intended) last = end_with(c, k + 1, first, last);
    bool left_open = last > first + 1 && has_role(c->x->grammar, word_text(c, last - 1u), ROLE_LEFT_OPEN);
    bool hangs = is(c, last, CONTEXT_RELATIVE) && (left_open || (last > first + 1 && leads_to(c, last - 1u)));
    return last - hangs;
}

bool clause_bounds(clauses *c, size_t place, size_t *start, size_t *end, annals_text *subject) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    *subject = (annals_text){0};
    if (!k || !k->verb || k->aside || (c->count < 2 && aside_within(c, k, k->first, word) == NO_WORD)) return false;
    size_t first = k->first, pronoun, aside = NO_WORD;
    while (first + 1 < k->last && is(c, first, CONTEXT_JOINER | CONTEXT_ADVERSE)) first++;
    size_t last = end_of_clause(c, k, first);
    bool said = is_told(c, k), relative;
    pronoun = first;
    relative = relates(c, k, &first);
    if (relative) *subject = antecedent(c, pronoun);
    else if (is(c, first, CONTEXT_WHEREUPON) && !said && names_actor(c, first + 1u, k->last)) first++;
    else if (k->condition) return false;
    else if (tells_what(c, first, word)) first++;
    else if (is(c, first, CONTEXT_SUBORDINATE | CONTEXT_COMPLEMENT) && !said) return false; /* of a noun before it */
    else if (is(c, first, CONTEXT_COMPLEMENT) && first + 1 < k->last) first++;
    if (said) part_said(c, word, &first, &last);
    if (!relative) aside = aside_within(c, k, first, word);
    if (aside != NO_WORD) *subject = actor_beside(c, first, aside);
    if (in_context(c->x->grammar, *subject, CONTEXT_DETERMINER | CONTEXT_COMPLEMENT))
        subject->length = 0; /* "those who" */
    if (aside != NO_WORD && subject->length) first = aside;
    last = end_of_relative(c, first, word, last);
    *end = last < c->word_count ? c->words[last - 1].end : c->end;
    *start = c->words[first].start;
    if (is_torn(text_slice(c->x->text, *start, *end)) || only_leads(c, k, first)) return false;
    if (relative) return subject->length;
    if (k == c->items || subject->length || !lacks_actor(c, k, first)) return true;
    *subject = actor_of(c, k);
    return subject->length;
}

bool relative_object(clauses *c, size_t place, size_t *start, annals_text *object) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    if (!k || !k->verb || k->aside || !k->first || !is(c, k->first, CONTEXT_RELATIVE)) return false;
    size_t actor = k->first + 1u;
    bool person = says(c, k->first, "who") || says(c, k->first, "whose");
    if (person || actor >= word || !is(c, actor, CONTEXT_SUBJECT) || !is_helper(c, actor + 1)) return false;
    if (c->words[k->first].gap != PART_COMMA || c->words[actor].gap) return false;
    *object = antecedent(c, k->first);
    *start = c->words[actor].start;
    return object->length && !in_context(c->x->grammar, *object, CONTEXT_DETERMINER | CONTEXT_COMPLEMENT);
}

/* ", burned the mill": it goes on with what somebody did who is named before. */
static bool opens_with_deed(const clauses *c, const clause *k) {
    return k < c->items + c->count && c->words[k->first].gap == PART_COMMA && is_deed(c, k->first) && !k->aside;
}

/* Is there nothing but an aside behind who acts, "a crowd, led by the weaver"? */
static bool aside_alone(const clauses *c, size_t first, size_t last) {
    bool aside = false;
    for (size_t i = first; i < last; i++) {
        bool opens = i > first && opens_aside(c, i), deed = is_helper(c, i) && !is(c, i - 1u, CONTEXT_DETERMINER);
        if (deed && (aside ? c->words[i].gap > 0 : !opens)) return false;
        aside |= opens;
    }
    return aside;
}

bool predicate_apart(clauses *c, size_t place, size_t *start, size_t *end, annals_text *subject) {
    size_t word;
    const clause *k = clause_at(c, place, &word), *next = k + 1;
    if (!k || k->aside || k->condition || k->reported || k->intended || !opens_with_deed(c, next)) return false;
    bool within = opens_with_deed(c, next + 1) && leads_to(c, next->first + 1u); /* "a crowd, | led by him, | burned" */
    *subject = actor_before(c, k->first, next->first);
    size_t first = k->first, last = next->first + within;
    while (first < last && c->words[first].start < (size_t)(subject->data - c->x->text.data)) first++;
    next += within;
    if (!subject->length || word >= first || !aside_alone(c, first, last)) return false;
    *start = c->words[next->first].start;
    *end = c->words[end_of_clause(c, next, next->first) - 1u].end;
    return true;
}

/* "Our raid of 5 May is meant to stop them", "The raid of 5 May has cost us ten men": the date belongs to the noun, and
 * what is said of it is of the day that says so. */
bool dated_subject(clauses *c, size_t place, size_t *start, size_t *end) {
    size_t word;
    const clause *k = clause_at(c, place, &word);
    if (!k || k->aside || k->negated || k->future || k->condition || k->planned <= word) return false;
    size_t first = k->first, verb = word;
    while (first < word && (is(c, first, CONTEXT_JOINER | CONTEXT_ADVERSE | CONTEXT_COMPLEMENT))) first++;
    if (first + 2u >= word || !names_actor(c, first, word) || !is(c, word - 1u, CONTEXT_GENITIVE)) return false;
    for (size_t i = first; i < word; i++)
        if (is_helper(c, i) || (i > first && c->words[i].gap)) return false;
    while (verb < k->last && c->words[verb].date) verb++;
    bool led = verb < k->last && leads_to(c, verb); /* "of 5 May at Aske is" */
    while (led && verb < k->last && !is_helper(c, verb) && !c->words[verb].gap) verb++;
    if (verb == k->last || c->words[verb].gap || !is(c, verb, CONTEXT_PRESENT | CONTEXT_PERFECT)) return false;
    *start = c->words[first].start;
    *end = c->words[verb - 1u].end;
    return true;
}
