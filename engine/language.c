#include "language.h"

#include "text.h"

static const char fallback[] = "en";

/* What the word's ending tells; an ending is no word. */
static context_set contexts_of_ending(const grammar *g, annals_text word, context_set wanted) {
    const ending_row *row = &g->ending_rows[(unsigned char)word.data[word.length - 1]];
    context_set found = 0;
    if (!(row->contexts & wanted)) return 0;
    for (const context_word *x = &g->endings[row->first]; x < &g->endings[row->last]; x++)
        if (x->contexts & wanted && x->length < word.length && text_ends(word, x->form)) found |= x->contexts;
    return found;
}

/* What the language says of the word as a whole; null: nothing. */
static const context_word *find_word(const grammar *g, annals_text word) {
    const form_slots *s = &g->word_slots;
    form_key key = key_of_form(word.data, word.length);
    uint16_t i = s->slots[form_hash(key, s->factor) & s->mask];
    const context_word *w = i == NO_RULE ? NULL : &g->words[i];
    bool same = w && w->head == key.head && w->tail == key.tail && key_is_form(key, word.data, w->form, w->length);
    return same ? w : NULL;
}

context_set contexts_found(const grammar *g, annals_text word, context_set wanted) {
    const context_word *w = find_word(g, word);
    return ((w ? w->contexts : 0) | contexts_of_ending(g, word, wanted)) & wanted;
}

bool has_context(const grammar *g, annals_text text, size_t words, context_set context) {
    size_t start, end;
    for (size_t at = 0; words-- && text_word(text, at, &start, &end); at = end)
        if (in_context(g, text_slice(text, start, end), context)) return true;
    return false;
}

context_set contexts_in(const grammar *g, annals_text text, context_set wanted) {
    context_set found = 0;
    size_t start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end)
        found |= contexts_among(g, text_slice(text, start, end), wanted);
    return found;
}

annals_text greeting_of(const grammar *g, annals_text line) {
    enum { LONGEST = 60, WORDS = 5 };
    size_t reach = line.length < LONGEST ? line.length : LONGEST, comma = text_find_any(line, 0, reach, ",:");
    annals_text greeting = comma < reach ? text_slice(line, 0, comma) : (annals_text){0};
    return has_context(g, greeting, WORDS, CONTEXT_SALUTATION) ? greeting : (annals_text){0};
}

bool closes_letter(const grammar *g, annals_text lines) {
    enum { LONGEST = 120 /* bytes */, WORDS = 24 };
    return lines.length <= LONGEST && has_context(g, lines, WORDS, CONTEXT_CLOSING);
}

const grammar *language_of_code(annals_text code) {
    for (size_t i = 0; grammars[i]; i++)
        if (text_same_word(code, grammars[i]->language)) return grammars[i];
    return NULL;
}

const grammar *language_by_default(void) {
    const grammar *english = language_of_code(annals_text_of(fallback));
    return english ? english : grammars[0];
}

const char *const *annals_languages(void) {
    return language_codes;
}

enum { MOST_LANGUAGES = 64 };

/* How many words of the text tell of each language. */
static void count_telling(annals_text text, size_t *counts) {
    size_t start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end)
        for (size_t i = 0; grammars[i] && i < MOST_LANGUAGES; i++)
            counts[i] += in_context(grammars[i], text_slice(text, start, end), CONTEXT_TELLING);
}

/* Another language must tell more than once, half as often again as English, and more than any third. */
const grammar *language_of_text(annals_text text) {
    enum { READ = 8192 /* bytes: some thousand words */, LEAST = 2 };
    size_t end = text.length < READ ? text.length : READ;
    while (end < text.length && end && ((unsigned char)text.data[end] & 0xC0) == 0x80) end--;
    annals_text opening = text_slice(text, 0, end);
    const grammar *english = language_by_default(), *best = english;
    size_t counts[MOST_LANGUAGES] = {0}, least = 0, most = LEAST - 1;
    count_telling(opening, counts);
    for (size_t i = 0; i < MOST_LANGUAGES && grammars[i]; i++)
        if (grammars[i] == english) least = 3 * counts[i] / 2;
    for (size_t i = 0; i < MOST_LANGUAGES && grammars[i]; i++) {
        size_t count = grammars[i] == english ? 0 : counts[i];
        if (count <= least || count < most) continue;
        best = count > most ? grammars[i] : english;
        most = count;
    }
    return best;
}
