/* written.c: what a letter says of its own writing. */
#include "around.h"
#include "dateline.h"
#include "language.h"
#include "stem.h"
#include "text.h"

/* "I write", "escribo": who writes says that it is done now. */
static bool writes_now(const analysis *x, size_t first, size_t start, annals_text word) {
    const word_family *letter = family_of_word(language_by_default(), annals_text_of("letter"));
    const word_family *family = family_of_word(x->grammar, word);
    if (!letter || !family || family->family != letter->family) return false;
    if (has_role(x->grammar, word, ROLE_WRITERS)) return true;
    bool present = in_context(x->grammar, word, CONTEXT_REPORT) && !in_context(x->grammar, word, CONTEXT_PAST);
    return present && in_context(x->grammar, word_ending(x->text, first, start), CONTEXT_FIRST_PERSON);
}

bool is_written_on(const analysis *x, size_t raw) {
    enum { REACH = 100 /* bytes */, MOST_WORDS = 8 };
    const context_set others = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_MODAL | CONTEXT_COMPLEMENT |
                               CONTEXT_SUBORDINATE | CONTEXT_REPORT | CONTEXT_INTENT | CONTEXT_WRITING | CONTEXT_PAPER |
                               CONTEXT_NEGATION | CONTEXT_FUTURE;
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, start, end, words = MOST_WORDS + 1;
    const raw_mention *m = &x->raws.items[raw];
    bool self = false;
    if (m->start - first > REACH) return false;
    annals_text lead = word_ending(x->text, first, m->start);
    if (in_context(x->grammar, lead, CONTEXT_WRITTEN_ON | CONTEXT_GENITIVE)) return false;
    for (size_t at = first; text_word(x->text, at, &start, &end) && start < m->start; at = end) {
        annals_text word = text_slice(x->text, start, end);
        self |= in_context(x->grammar, word, CONTEXT_FIRST_PERSON); /* "je vous écris", but not "vous écris" */
        if (words > MOST_WORDS && !self && in_context(x->grammar, word, CONTEXT_SECOND_PERSON)) return false;
        if (writes_now(x, first, start, word)) words = 0;
        else words += in_context(x->grammar, word, others) ? MOST_WORDS : 1;
        if (words <= MOST_WORDS && text_find_any(x->text, end, m->start, ".,;:") < m->start) words = MOST_WORDS + 1;
    }
    return words <= MOST_WORDS;
}

bool is_subscription(const analysis *x, const raw_mention *m, size_t raw) {
    enum { REACH = 5 /* words */, PREPOSITION = 3, LONGEST = 300 /* bytes */ };
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, since = REACH + 1, from = s->start;
    bool place = false, preposition = false;
    if (m->start - from > LONGEST || !text_word(x->text, from, &start, &end)) return false;
    context_set opening = contexts_of(x->grammar, text_slice(x->text, start, end));
    bool paper = !(opening & (CONTEXT_DETERMINER | CONTEXT_POSSESSIVE));
    bool sworn =
        has_role(x->grammar, text_slice(x->text, start, end), ROLE_SWORN); /* "Sworn at Port on 3 March 1958" */
    if (!sworn && !(opening & (CONTEXT_DATE_FIELD | CONTEXT_SPECIFIER))) return false;
    for (size_t at = from; text_word(x->text, at, &start, &end) && start < m->start; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (in_context(x->grammar, word, CONTEXT_DATE_FIELD) || (sworn && at == from)) since = 0, place = false;
        else since++;
        paper |= in_context(x->grammar, word, CONTEXT_PAPER | CONTEXT_WRITING);
        place |= preposition && text_begins_upper(word);
        preposition = word.length <= PREPOSITION && !text_begins_upper(word);
    }
    return paper && place && since <= REACH;
}

bool points_at_itself(const analysis *x, const raw_mention *m) {
    size_t start, end;
    if (!text_word(x->text, m->start, &start, &end) || start != m->start) return false;
    context_set contexts = contexts_of(x->grammar, text_slice(x->text, start, end));
    return contexts & CONTEXT_OWNER && contexts & CONTEXT_SPECIFIER &&
           !(contexts & (CONTEXT_DETERMINER | CONTEXT_POSSESSIVE));
}
