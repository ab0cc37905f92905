#include "tense.h"

#include "language.h"
#include "text.h"

/* A word in -ed tells of the past when it is long enough to be a verb and no name. */
static bool is_past(annals_text word, uint32_t contexts) {
    enum { SHORTEST = 5 };
    if (contexts & CONTEXT_PAST) return true;
    size_t next;
    return contexts & CONTEXT_PARTICIPLE && word.length >= SHORTEST && is_lower(text_decode(word, 0, &next));
}

verb_tense tense_around(const analysis *x, size_t raw) {
    enum { REACH = 300 };
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t date = x->raws.items[raw].start, at = s->start, until = s->end, start, end;
    if (date - at > REACH) at = date - REACH;
    if (until > date + REACH) until = date + REACH;
    while (at < date && ((unsigned char)x->text.data[at] & 0xC0) == 0x80) at++;
    verb_tense found = TENSE_NONE;
    bool modal = false, present = false; /* "is moved to 5 November" tells of no past, "is to sail" of the future */
    for (; text_word(x->text, at, &start, &end) && end <= until; at = end) {
        annals_text word = text_slice(x->text, start, end);
        uint32_t contexts = contexts_of(x->grammar, word);
        bool coming = contexts & CONTEXT_FUTURE || (present && contexts & CONTEXT_EXPECTED);
        if (coming && start < date) return TENSE_FUTURE;
        if (is_past(word, contexts) && !(present && contexts & CONTEXT_PARTICIPLE)) found = TENSE_PAST;
        present = contexts & CONTEXT_PRESENT;
        modal |= (contexts & CONTEXT_MODAL) != 0;
    }
    return modal ? TENSE_NONE : found;
}
