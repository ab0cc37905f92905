/* stem.c: what is left of a word without its ending. */
#include "stem.h"

#include "language.h"
#include "text.h"

annals_text stem_of(const grammar *g, annals_text word) {
    size_t longest = 0;
    if (!word.length) return word;
    const ending_row *row = &g->ending_rows[(unsigned char)word.data[word.length - 1]];
    for (const context_word *x = &g->endings[row->first]; x < &g->endings[row->last]; x++) {
        bool fits =
            x->contexts & CONTEXT_INFLECTION && x->length > longest && word.length >= x->length + (size_t)STEM_KEY;
        if (fits && text_ends(word, x->form)) longest = x->length;
    }
    return text_slice(word, 0, word.length - longest);
}

bool stems_akin(annals_text a, annals_text b) {
    size_t shorter = a.length < b.length ? a.length : b.length, longer = a.length + b.length - shorter;
    if (shorter == longer) return text_same_letters(a, b, shorter);
    return shorter >= STEM_KEY && longer - shorter <= STEM_SPREAD && text_same_letters(a, b, shorter);
}

static annals_text without_genitive(annals_text word) {
    static const char *const endings[] = {"'s", "’s"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text_ends(word, endings[i])) return text_slice(word, 0, word.length - strlen(endings[i]));
    return word;
}

uint64_t stem_hash(const grammar *g, annals_text word) {
    enum { LETTERS = 6 };
    word = without_genitive(word);
    uint32_t family = family_of_word(g, word);
    if (family) return family * TEXT_HASH_FACTOR;
    annals_text stem = stem_of(g, word);
    uint64_t hash = TEXT_HASH_SEED;
    size_t next;
    for (size_t at = 0, letters = 0; at < stem.length && letters < LETTERS; at = next) {
        uint32_t c = text_decode(stem, at, &next);
        if (!is_letter(c) && !is_digit(c)) continue;
        hash = (hash ^ fold_case(c)) * TEXT_HASH_FACTOR;
        letters++;
    }
    return hash;
}
