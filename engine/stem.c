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

const deed_word *deeds_of(const grammar *g, annals_text noun) {
    for (const deed_word *deed = g->deeds; deed->noun; deed++)
        if (text_same_word(noun, deed->noun)) return deed;
    return NULL;
}

bool is_genitive(annals_text word) {
    return text_ends(word, "'s") || text_ends(word, "’s") || text_ends(word, "s'") || text_ends(word, "s’");
}

static annals_text without_genitive(annals_text word) {
    static const char *const endings[] = {"'s", "’s"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text_ends(word, endings[i])) return text_slice(word, 0, word.length - strlen(endings[i]));
    return word;
}

/* The first letters and digits of a word, in small ones. */
static uint64_t add_letters(uint64_t letters, annals_text word, size_t most) {
    size_t next;
    for (size_t at = 0, count = 0; at < word.length && count < most; at = next) {
        uint32_t c = text_decode(word, at, &next);
        if (!is_letter(c) && !is_digit(c)) continue;
        letters = add_letter(letters, fold_case(c));
        count++;
    }
    return letters;
}

uint64_t stem_hash(const grammar *g, annals_text word) {
    enum { LETTERS = 8, MORE = 10, LONG = 12 /* "Williamsburg" is not "Williamstown" */ };
    annals_text stem = stem_of(g, without_genitive(word));
    return add_letters(FAMILY_SEED, stem, stem.length < LONG ? LETTERS : MORE);
}

/* ---------------------------------------------------------------- families */

static const word_family *find_family(const grammar *g, uint64_t letters) {
    size_t low = 0, high = g->family_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g->families[middle].letters < letters) low = middle + 1;
        else high = middle;
    }
    return low < g->family_count && g->families[low].letters == letters ? &g->families[low] : NULL;
}

/* "raid(ed)", "seiz(ed)" of "seize", "repl(ied)" of "reply", "stopp(ed)" of "stop" */
static const word_family *family_of_stem(const grammar *g, annals_text stem) {
    uint64_t letters = add_letters(FAMILY_SEED, stem, stem.length);
    const word_family *found = find_family(g, letters);
    if (!found) found = find_family(g, add_letter(letters, 'e'));
    if (!found) found = find_family(g, add_letter(letters, 'y'));
    bool doubled = stem.length > 3 && stem.data[stem.length - 1] == stem.data[stem.length - 2];
    if (!found && doubled) found = find_family(g, add_letters(FAMILY_SEED, stem, stem.length - 1));
    return found;
}

const word_family *family_of_word(const grammar *g, annals_text word) {
    enum { SHORTEST = 3 };
    word = without_genitive(word);
    const word_family *found = find_family(g, add_letters(FAMILY_SEED, word, word.length));
    if (found || !word.length) return found;
    const ending_row *row = &g->ending_rows[(unsigned char)word.data[word.length - 1]];
    for (const context_word *x = &g->endings[row->first]; x < &g->endings[row->last] && !found; x++)
        if (x->contexts & CONTEXT_REGULAR && word.length >= x->length + (size_t)SHORTEST && text_ends(word, x->form))
            found = family_of_stem(g, text_slice(word, 0, word.length - x->length));
    return found;
}

const word_family *family_of_two(const grammar *g, annals_text first, annals_text second) {
    uint64_t letters = add_letters(FAMILY_SEED, first, first.length);
    return find_family(g, add_letters(letters, second, second.length));
}

const word_family *family_of_parted(const grammar *g, annals_text first, annals_text behind) {
    enum { MOST_BETWEEN = 3 };
    const uint64_t letters = add_letter(add_letters(FAMILY_SEED, first, first.length), PARTED);
    size_t start, end;
    if (!text_word(behind, 0, &start, &end)) return NULL;
    for (size_t at = end, words = 0; words < MOST_BETWEEN && text_word(behind, at, &start, &end); at = end, words++) {
        if (text_find_any(behind, 0, start, ",;:.") < start) return NULL;
        annals_text second = text_slice(behind, start, end);
        const word_family *found = find_family(g, add_letters(letters, second, second.length));
        if (found) return found;
    }
    return NULL;
}

family_relation relation_of(uint32_t a, uint32_t b) {
    const grammar *g = language_by_default(); /* families are the same in every language */
    const uint32_t one = a < b ? a : b, other = a < b ? b : a;
    size_t low = 0, high = g->relation_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const family_pair *p = &g->relations[middle];
        if (p->one == one && p->other == other) return p->relation;
        if (p->one < one || (p->one == one && p->other < other)) low = middle + 1;
        else high = middle;
    }
    return FAMILY_UNRELATED;
}

uint64_t family_hash(const word_family *family) {
    return family->family * TEXT_HASH_FACTOR;
}
