#include "tense.h"

#include "language.h"
#include "text.h"

/* A word in -ed tells of the past when it is long enough to be a verb and no name. */
static bool is_past(annals_text word, context_set contexts) {
    enum { SHORTEST = 5 };
    if (contexts & CONTEXT_PAST) return true;
    size_t next;
    return contexts & CONTEXT_PARTICIPLE && word.length >= SHORTEST && is_lower(text_decode(word, 0, &next));
}

/* The part of the sentence around a mention that is looked at. */
static annals_text surroundings(const analysis *x, size_t raw, size_t *at) {
    enum { REACH = 300 };
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t date = x->raws.items[raw].start, until = s->end;
    *at = s->start;
    if (date - *at > REACH) *at = date - REACH;
    if (until > date + REACH) until = date + REACH;
    while (*at < date && ((unsigned char)x->text.data[*at] & 0xC0) == 0x80) ++*at;
    return text_slice(x->text, 0, until);
}

/* Words of the future stand before the date, or are the first verb behind it: "On Monday the court will sit". */
bool tells_future(const analysis *x, size_t raw) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_MODAL | CONTEXT_PRESENT;
    size_t at, start, end, date = x->raws.items[raw].start;
    if (!x->sentences.items[x->sentence_of.items[raw]].foretells) return false;
    annals_text text = surroundings(x, raw, &at);
    bool present = false, told = false;
    for (; text_word(text, at, &start, &end) && (start < date || !told); at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts =
            contexts_among(x->grammar, word, verbs | CONTEXT_FUTURE | CONTEXT_EXPECTED | CONTEXT_SUBORDINATE);
        if (contexts & CONTEXT_FUTURE || (present && contexts & CONTEXT_EXPECTED)) return true;
        present = contexts & CONTEXT_PRESENT;
        told |= is_past(word, contexts) || contexts & (CONTEXT_MODAL | CONTEXT_PRESENT | CONTEXT_SUBORDINATE);
    }
    return false;
}

verb_tense tense_around(const analysis *x, size_t raw) {
    const context_set wanted = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL;
    if (tells_future(x, raw)) return TENSE_FUTURE;
    size_t at, start, end;
    annals_text text = surroundings(x, raw, &at);
    verb_tense found = TENSE_NONE;
    bool modal = false, present = false; /* "is moved to 5 November" tells of no past, "is to sail" of the future */
    for (; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, wanted);
        if (is_past(word, contexts) && !(present && contexts & CONTEXT_PARTICIPLE)) found = TENSE_PAST;
        present = contexts & CONTEXT_PRESENT;
        modal |= (contexts & CONTEXT_MODAL) != 0;
    }
    return modal ? TENSE_NONE : found;
}
