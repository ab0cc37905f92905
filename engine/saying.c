/* saying.c: whose words a clause is: who says, writes or wishes so, beside the verb or in the sentence before. */
#include "clause_words.h"

#include "language.h"
#include "text.h"

#include <string.h>

/* Nobody's name begins with them: "of", "and", "that". */
bool is_loose(const clauses *c, size_t i) {
    const context_set loose =
        CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_JOINER | CONTEXT_ADVERSE | CONTEXT_COMPLEMENT | CONTEXT_SUBORDINATE;
    return is(c, i, loose) && !is(c, i, CONTEXT_DETERMINER);
}

bool leads_to(const clauses *c, size_t i) {
    if (i >= c->word_count || is_verb(c, i)) return false; /* "died" leads to a date, and tells */
    return is_loose(c, i) || (has_role(c->x->grammar, word_text(c, i), ROLE_LEAD) && !is(c, i, CONTEXT_DETERMINER));
}

bool is_helper(const clauses *c, size_t i) {
    return is_verb(c, i) || is(c, i, CONTEXT_COPULA | CONTEXT_PERFECT | CONTEXT_NEGATION);
}

/* The words from `first` that name somebody: up to a mark, a verb, a date, or the next article behind a name. */
static size_t name_end(const clauses *c, size_t first) {
    enum { LONGEST = 7 };
    size_t i = first;
    for (; i < c->word_count && i < first + LONGEST; i++) {
        if (c->words[i].date || (i > first && c->words[i].gap) || is_verb(c, i)) break;
        if (i > first &&
            (is(c, i, CONTEXT_OWNER | CONTEXT_DETERMINER | CONTEXT_COMPLEMENT | CONTEXT_SUBJECT) || is_loose(c, i)) &&
            !is(c, i, CONTEXT_GENITIVE))
            break;
    }
    return i;
}

/* Who speaks behind the verb, "said his sister, Ana": the name, where there is one. */
static span speaker_behind(const clauses *c, size_t verb) {
    span who = {verb + 1, name_end(c, verb + 1)};
    bool named = who.last < c->word_count && c->words[who.last].gap == PART_COMMA && begins_upper(c, who.last);
    if (named && !begins_upper(c, who.last - 1)) return (span){who.last, name_end(c, who.last)};
    return who;
}

/* "Captain Ross, head of the mission, said": the name before what is said of it, between commas. */
static span before_apposition(const clauses *c, const clause *k, span who) {
    span name = {who.first, who.first};
    bool between = who.first > k->first && who.last < c->word_count && c->words[who.first].gap == PART_COMMA &&
                   c->words[who.last].gap == PART_COMMA && !begins_upper(c, who.first);
    while (between && name.first > k->first && !is_verb(c, name.first - 1) && !c->words[name.first - 1].date) {
        name.first--;
        if (c->words[name.first].gap) break;
    }
    return name.first < name.last && begins_upper(c, name.first) ? name : who;
}

/* The words that stand right before the verb and its helpers in the clause. */
static span speaker_before(const clauses *c, const clause *k, size_t verb) {
    enum { LONGEST = 7 };
    span who = {verb, verb};
    while (who.last > k->first && is_helper(c, who.last - 1) && !c->words[who.last].gap) who.last--;
    for (who.first = who.last; who.first > k->first && who.last - who.first < LONGEST; who.first--)
        if (c->words[who.first - 1].date || is_verb(c, who.first - 1) ||
            (who.first < who.last && c->words[who.first].gap))
            break;
    while (who.first < who.last && is_loose(c, who.first)) who.first++;
    return before_apposition(c, k, who);
}

static span first_words(const clauses *c, const clause *k) {
    size_t first = k->first;
    for (size_t i = first; i < k->last; i++)
        if (is(c, i, CONTEXT_COMPLEMENT)) first = i + 1; /* "the petitioners show that their town, ..." */
    while (first < k->last && is_loose(c, first)) first++;
    return (span){first, name_end(c, first)};
}

/* Who acts in a clause, or in those before it whose verb it shares: "He came and said". */
span subject_of(const clauses *c, size_t n) {
    enum { CLAUSES_BACK = 3 };
    for (size_t back = 0; back <= CLAUSES_BACK && back <= n; back++) {
        const clause *k = &c->items[n - back];
        size_t verb = k->first;
        while (verb < k->last && !is_verb(c, verb)) verb++;
        span who = speaker_before(c, k, verb < k->last ? verb : k->first);
        if (who.first == who.last) who = first_words(c, k);
        while (who.first < who.last && (is_loose(c, who.last - 1) || is(c, who.last - 1, CONTEXT_GENITIVE))) who.last--;
        if (speaker_text(c, who).length) return who; /* "the town, having lost its mill, was besieged" */
    }
    return (span){0};
}

/* "Captain Ross on the bridge": where somebody was is no part of the name. */
static size_t name_alone(const clauses *c, span who) {
    for (size_t i = who.first + 1; i < who.last; i++)
        if (!begins_upper(c, i) && has_role(c->x->grammar, word_text(c, i), ROLE_LEAD)) return i;
    return who.last;
}

/* What has the look of a name: from a capital or an article on, with no denial; or one pronoun. */
annals_text speaker_text(const clauses *c, span who) {
    const context_set before = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE;
    const context_set alone = CONTEXT_OPENER | CONTEXT_PRONOUN | CONTEXT_FIRST_PERSON | CONTEXT_SECOND_PERSON;
    for (size_t i = who.first; i < who.last; i++)
        if (is(c, i, CONTEXT_NEGATION | CONTEXT_NONE)) return (annals_text){0};
    bool one = who.last == who.first + 1 && is(c, who.first, alone);
    while (!one && who.first < who.last && !is(c, who.first, before) && !begins_upper(c, who.first)) who.first++;
    if (!is(c, who.first, before)) who.last = name_alone(c, who);
    return words_text(c, who.first, who.last);
}

/* What a verb of saying makes of what follows. */
typedef struct speech {
    bool awaited; /* its "that" may follow */
    bool inside;  /* behind it */
    bool intent;  /* it is one of wish or order */
    bool own;     /* who writes says so */
    bool denied;  /* that it is so */
    annals_text speaker;
} speech;

/* "From the affidavit of Josiah Hale": whom the heading above names. */
static annals_text named_above(clauses *c) {
    c->looked_up = c->block;
    size_t i = c->block, s, e, first = SIZE_MAX, last = 0;
    while (i && c->x->blocks.items[i].kind != BLOCK_HEADING) i--;
    const block *b = &c->x->blocks.items[i];
    for (size_t at = b->start; b->kind == BLOCK_HEADING && text_word(c->x->text, at, &s, &e) && e <= b->end; at = e) {
        annals_text word = text_slice(c->x->text, s, e);
        bool name = text_begins_upper(word) && !in_context(c->x->grammar, word, CONTEXT_OPENER);
        if (in_context(c->x->grammar, word, CONTEXT_GENITIVE)) first = SIZE_MAX;
        else if (name && first == SIZE_MAX) first = s;
        if (name) last = e;
    }
    return first < last ? text_slice(c->x->text, first, last) : (annals_text){0};
}

static bool is_deponent(const clauses *c, annals_text who) {
    size_t s, e;
    for (size_t at = 0; text_word(who, at, &s, &e); at = e)
        if (in_context(c->x->grammar, text_slice(who, s, e), CONTEXT_DEPONENT)) return true;
    return false;
}

/* A pronoun means who was named last, or nobody; a name is remembered. */
static void name_speaker(clauses *c, speech *s, annals_text who) {
    context_set contexts = contexts_of(c->x->grammar, who);
    s->own = contexts & CONTEXT_FIRST_PERSON;
    if (is_deponent(c, who)) s->speaker = named_above(c);
    if (s->speaker.length) return;
    if (contexts & CONTEXT_PRONOUN) {
        s->speaker = c->named;
        c->named_in = c->block;
    } else if (contexts & CONTEXT_SECOND_PERSON) s->speaker = c->reader;
    else if (!(contexts & CONTEXT_OPENER)) s->speaker = who;
    if (who.length && s->speaker.data == who.data) {
        c->named = who;
        c->named_in = c->block;
    }
}

static bool speaks_behind(const clauses *c, const clause *k, size_t verb) {
    return verb == k->first && k != c->items && c->words[verb].gap >= PART_COMMA &&
           !is(c, verb + 1, CONTEXT_COMPLEMENT) && verb + 1 < c->word_count && !c->words[verb + 1].gap &&
           !has_role(c->x->grammar, word_text(c, verb), ROLE_HEARER);
}

/* "Tell father that": no form of a verb that tells when. */
static bool is_bare(const clauses *c, size_t verb) {
    annals_text word = word_text(c, verb);
    return !is(c, verb, CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_OPENER) && !text_ends(word, "s");
}

/* Whoever writes is meant by "I", "my duty", or by nobody at all: "Regret to report". */
static bool is_writers(const clauses *c, const clause *k, size_t to) {
    for (size_t i = k->first; i < to; i++)
        if (is(c, i, CONTEXT_FIRST_PERSON) || has_role(c->x->grammar, word_text(c, i), ROLE_WRITERS)) return true;
    return is_verb(c, k->first) || to - k->first <= 1; /* "Regret to" */
}

/* Who is "to report": whoever was asked to, or else who acts in the clause, "the Consul hastens to report". */
static span speaker_of_infinitive(const clauses *c, const clause *k, size_t to) {
    size_t first = k->first, last = to;
    while (first < to && !is_verb(c, first)) first++;
    while (last > first && !is_verb(c, last - 1)) last--;
    if (last < to && last > first && begins_upper(c, last)) return (span){last, to};
    span who = speaker_before(c, k, first < to ? first : to);
    if (first == to && who.first < who.last) who.last--; /* "The Consul hastens to": a verb that no list has */
    return who;
}

static speech speech_of(clauses *c, const clause *k, size_t verb) {
    speech s = {.awaited = true, .intent = !is(c, verb, CONTEXT_REPORT)};
    s.denied = k->negated || k->lacks ? is(c, verb, CONTEXT_OPINION) : is(c, verb, CONTEXT_DENIAL);
    bool passive = verb > k->first && is(c, verb - 1, CONTEXT_COPULA);
    bool judged = !is(c, verb, CONTEXT_REPORT | CONTEXT_INTENT), bidden = verb == 0 && is_bare(c, verb);
    bool infinitive = !s.intent && verb > k->first && is(c, verb - 1, CONTEXT_INFINITIVE) && is_bare(c, verb);
    s.own = judged || bidden || (infinitive && is_writers(c, k, verb - 1));
    s.intent &= !s.own;
    if (passive || s.own) return s;
    span who = infinitive                  ? speaker_of_infinitive(c, k, verb - 1)
               : speaks_behind(c, k, verb) ? speaker_behind(c, verb)
                                           : speaker_before(c, k, verb);
    if (who.first == who.last && k > c->items) who = subject_of(c, (size_t)(k - c->items) - 1);
    name_speaker(c, &s, speaker_text(c, who));
    return s;
}

static void report(clause *k, const speech *s) {
    k->negated |= s->denied;
    if (s->own && !s->intent) return;
    k->intended |= s->intent;
    k->reported |= !s->intent;
    if (!k->speaker.length) k->speaker = s->speaker;
}

/* "he says" between commas, ", said his sister": what stands around it is said, but not "who came from the town". */
static void report_around(clauses *c, size_t n, const speech *s) {
    for (size_t i = n; i-- > 0 && c->words[c->items[i + 1].first].gap != PART_STOP;) report(&c->items[i], s);
    for (size_t i = n + 1; i < c->count; i++) {
        const clause_word *first = &c->words[c->items[i].first];
        if (first->gap == PART_STOP || (i == n + 1 && first->contexts & CONTEXT_SUBORDINATE)) return;
        report(&c->items[i], s);
    }
}

bool begins_with_that(const clauses *c, const clause *k) {
    size_t i = k->first;
    while (i < k->last && is(c, i, CONTEXT_JOINER | CONTEXT_ADVERSE)) i++;
    bool relative = is(c, i, CONTEXT_SUBORDINATE) && is_verb(c, i + 1); /* "the ships that came" */
    return i < k->last && is(c, i, CONTEXT_COMPLEMENT) && !relative;
}

/* The verb of saying, or else of wish, in a clause; NO_WORD. */
static size_t speaking_verb(const clauses *c, const clause *k) {
    size_t wish = NO_WORD;
    for (size_t i = k->first; i < k->last; i++) {
        bool noun = i > k->first && is(c, i - 1, CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE);
        if (noun || c->words[i].quoted) continue;
        if (is(c, i, CONTEXT_REPORT)) return i;
        if (is(c, i, CONTEXT_INTENT) && wish == NO_WORD) wish = i;
        bool judged =
            is(c, i, CONTEXT_OPINION | CONTEXT_DENIAL) && is(c, i + 1, CONTEXT_COMPLEMENT); /* "not true that" */
        if (judged && wish == NO_WORD) wish = i;
    }
    return wish;
}

static void listen(clauses *c) {
    speech s = {0};
    for (size_t n = 0; n < c->count; n++) {
        clause *k = &c->items[n];
        bool that = begins_with_that(c, k), at_once = says_at_once(c, k->first);
        if (s.awaited && (that || at_once)) s.inside = true;
        else if (c->words[k->first].gap == PART_STOP && !that) s = (speech){0};
        else if (is(c, k->first, CONTEXT_ADVERSE) && !that) s = (speech){0};
        if (s.inside) report(k, &s);
        size_t verb = speaking_verb(c, k);
        if (verb == NO_WORD) continue;
        speech new = speech_of(c, k, verb);
        if (k->negated && !new.denied) continue; /* "was never told that" */
        if (k->aside || (is(c, verb, CONTEXT_REPORT) && speaks_behind(c, k, verb))) report_around(c, n, &new);
        else if (is(c, verb + 1, CONTEXT_EXPECTED) && !new.intent && verb > k->first &&is(c, verb - 1, CONTEXT_COPULA))
            report(k, &new);
        else if (!s.inside || (n + 1 < c->count && begins_with_that(c, k + 1))) s = new;
    }
}

/* "According to the available data": told, but by nobody. */
static bool is_voiceless(annals_text name) {
    static const char *const voiceless[] = {"data", "figures",  "estimates", "statistics", "information", "evidence",
                                            "plan", "schedule", "law",       "custom",     "tradition"};
    size_t last = name.length;
    while (last && is_word_byte(name.data[last - 1])) last--;
    return IN(text_slice(name, last, name.length), voiceless);
}

/* "According to the mayor": the whole sentence is his; but "forty per cent" and "two pounds per head" are nobody's. */
static void take_authorities(clauses *c) {
    const context_set names = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE;
    for (size_t i = 0; i + 1 < c->word_count; i++) {
        if (!is(c, i, CONTEXT_ACCORDING)) continue;
        bool to = is(c, i + 1, CONTEXT_EXPECTED);
        size_t first = i + 1 + to;
        if (!to && !begins_upper(c, first) && !is(c, first, names)) continue;
        speech s = {.speaker = words_text(c, first, name_end(c, first))};
        if (!s.speaker.length) continue;
        if (is_voiceless(s.speaker)) s.speaker.length = 0;
        if (s.speaker.length) c->named = s.speaker, c->named_in = c->block;
        for (size_t n = 0; n < c->count; n++) report(&c->items[n], &s);
    }
}

/* What stands in quotation marks was said by who is named beside it, or was named before. */
static void take_quotations(clauses *c) {
    for (size_t n = 0; n < c->count; n++) {
        clause *k = &c->items[n];
        bool whole = c->words[k->first].quoted && c->words[k->last - 1].quoted && k->verb;
        if (whole && (k->reported || !n)) report(k, &(speech){.speaker = c->named});
    }
}

void find_speakers(clauses *c) {
    listen(c);
    take_authorities(c);
    take_quotations(c);
}
