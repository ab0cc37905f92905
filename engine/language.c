#include "language.h"

#include "text.h"

#include <string.h>

static const char fallback[] = "en";

uint32_t contexts_of(const grammar *g, annals_text word) {
    char folded[LONGEST_FORM];
    if (word.length > sizeof folded) return CONTEXT_NONE;
    for (size_t i = 0; i < word.length; i++) {
        char c = word.data[i];
        folded[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    uint32_t found = CONTEXT_NONE;
    const form_slots *s = &g->word_slots;
    uint16_t i = s->slots[form_hash(folded, word.length, s->factor) & s->mask];
    bool same = i != NO_RULE && g->words[i].length == word.length && !memcmp(g->words[i].form, folded, word.length);
    if (same) found = g->words[i].contexts;
    for (size_t e = 0; e < g->ending_count; e++) {
        const context_word *x = &g->endings[e];
        if (x->length < word.length && !memcmp(folded + word.length - x->length, x->form, x->length))
            found |= x->contexts;
    }
    return found;
}

const grammar *language_of_code(annals_text code) {
    for (size_t i = 0; grammars[i]; i++)
        if (text_same_word(code, grammars[i]->language)) return grammars[i];
    return NULL;
}

const char *const *annals_languages(void) {
    return language_codes;
}

static size_t telling_words(const grammar *g, annals_text text) {
    size_t count = 0, start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end)
        count += in_context(g, text_slice(text, start, end), CONTEXT_TELLING);
    return count;
}

/* Another language must tell more than once, half as often again as English, and more than any third. */
const grammar *language_of_text(annals_text text) {
    enum { READ = 8192 /* bytes: some thousand words */, LEAST = 2 };
    size_t end = text.length < READ ? text.length : READ;
    while (end < text.length && end && ((unsigned char)text.data[end] & 0xC0) == 0x80) end--;
    annals_text opening = text_slice(text, 0, end);
    const grammar *english = language_of_code(annals_text_of(fallback)), *best = english;
    size_t least = 3 * telling_words(english, opening) / 2, most = LEAST - 1;
    for (size_t i = 0; grammars[i]; i++) {
        size_t count = grammars[i] == english ? 0 : telling_words(grammars[i], opening);
        if (count <= least || count < most) continue;
        best = count > most ? grammars[i] : english;
        most = count;
    }
    return best;
}
