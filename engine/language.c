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
static inline __attribute__((always_inline)) const context_word *find_word(const grammar *g, annals_text word) {
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

size_t place_said(const grammar *g, saying which, annals_text words) {
    const char *list = g->sayings[which];
    for (size_t place = 0; list && words.length; place++) {
        size_t length = strcspn(list, "|");
        if (length == words.length && text_same_letters(words, (annals_text){list, length}, length)) return place;
        list = list[length] ? list + length + 1 : NULL;
    }
    return SIZE_MAX;
}

bool has_role(const grammar *g, annals_text word, role_set roles) {
    const context_word *w = word.length && word.length <= LONGEST_FORM ? find_word(g, word) : NULL;
    return w && roles_meet(w->roles, roles);
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

/* "Sir A. PELL: I received a report": who speaks, in proceedings. */
static bool names_speaker(const grammar *g, annals_text line, size_t colon) {
    if (line.data[colon] != ':' || colon + 2 >= line.length || line.data[colon + 1] != ' ') return false;
    size_t start = colon;
    while (start && is_letter((unsigned char)line.data[start - 1])) start--;
    return !in_context(g, text_slice(line, start, colon), CONTEXT_SALUTATION); /* "Sir: I have the honour" */
}

annals_text greeting_of(const grammar *g, annals_text line) {
    enum { LONGEST = 60, WORDS = 5 };
    size_t reach = line.length < LONGEST ? line.length : LONGEST, comma = text_find_any(line, 0, reach, ",:");
    annals_text greeting = comma < reach ? text_slice(line, 0, comma) : (annals_text){0};
    if (greeting.length && names_speaker(g, line, comma)) return (annals_text){0};
    return has_context(g, greeting, WORDS, CONTEXT_SALUTATION) ? greeting : (annals_text){0};
}

bool closes_date(const grammar *g, annals_text text, size_t at) {
    size_t start, end;
    if (at >= text.length || byte_in(text.data[at], ".,;)]\r\n")) return true;
    if (text.data[at] != ' ' || !text_word(text, at, &start, &end) || start != at + 1) return false;
    annals_text word = text_slice(text, start, end);
    return !text_begins_upper(word) &&
           in_context(g, word,
                      CONTEXT_JOINER | CONTEXT_WEAK | CONTEXT_PLACE_LEAD | CONTEXT_SUBJECT | CONTEXT_DETERMINER);
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

const grammar *language_of_document(const annals_document *d) {
    const grammar *g = language_of_code(d->language);
    return g ? g : language_by_default();
}

const char *const *annals_languages(void) {
    return language_codes;
}

enum { MOST_LANGUAGES = 64 };

/* How many words of a text are written in the letters of a language, and how many tell of it. */
typedef struct language_count {
    const grammar *language;
    uint32_t script;
    size_t written, told;
} language_count;

enum { LATIN = 1, LAST_LATIN = 2 /* blocks of 256 signs */ };

/* The letters that the text begins with: their block, Latin ones together; 0: none. */
static uint32_t script_of(annals_text text) {
    size_t next;
    uint32_t sign = text.length ? text_decode(text, 0, &next) : 0;
    if (!is_letter(sign)) return 0;
    return sign / 256 <= LAST_LATIN ? LATIN : sign / 256;
}

/* A language is written in the letters of its months, in Latin ones where it does not say them. */
static size_t list_languages(language_count *counts) {
    size_t count = 0;
    for (; grammars[count] && count < MOST_LANGUAGES; count++) {
        const char *months = grammars[count]->sayings[SAY_MONTHS];
        uint32_t script = months ? script_of(annals_text_of(months)) : LATIN;
        counts[count] = (language_count){.language = grammars[count], .script = script};
    }
    return count;
}

/* "l'" of "l'an"; absent where no apostrophe follows. */
static annals_text elided_part(annals_text word) {
    static const char curly[] = "\xE2\x80\x99";
    for (size_t i = 0; i < word.length; i++) {
        size_t mark = word.data[i] == '\''                                   ? 1
                      : text_starts(text_slice(word, i, word.length), curly) ? sizeof curly - 1
                                                                             : 0;
        if (mark) return text_slice(word, 0, i + mark);
    }
    return (annals_text){0};
}

static void count_words(annals_text text, language_count *counts, size_t languages) {
    size_t start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end), elided = elided_part(word);
        uint32_t script = script_of(word);
        for (language_count *c = counts; c < counts + languages; c++) {
            c->written += c->script == script;
            c->told +=
                in_context(c->language, word, CONTEXT_TELLING) || in_context(c->language, elided, CONTEXT_TELLING);
        }
    }
}

/* Of the languages in whose letters most words are, English aside, the one that most words tell of, and how many tell
 * of the next; null where there is none. */
static const language_count *most_told(const language_count *counts, const language_count *end, size_t *next) {
    const language_count *best = NULL;
    size_t written = 0;
    for (const language_count *c = counts; c < end; c++)
        if (c->written > written) written = c->written;
    *next = 0;
    for (const language_count *c = counts; c < end; c++) {
        if (c->written < written || c->language == language_by_default()) continue;
        bool more = !best || c->told > best->told;
        if (best) *next = more ? best->told : c->told > *next ? c->told : *next;
        if (more) best = c;
    }
    return best;
}

/* Letters say more than words.  English is not left for another that is written as it is unless that tells more than
 * once, half as often again, and more than any third. */
const grammar *language_of_text(annals_text text) {
    enum { READ = 8192 /* bytes: some thousand words */, LEAST = 2 };
    size_t end = text.length < READ ? text.length : READ, next;
    while (end < text.length && end && ((unsigned char)text.data[end] & 0xC0) == 0x80) end--;
    language_count counts[MOST_LANGUAGES], *english = counts;
    size_t languages = list_languages(counts);
    count_words(text_slice(text, 0, end), counts, languages);
    while (english->language != language_by_default()) english++;
    const language_count *best = most_told(counts, counts + languages, &next);
    if (!best || english->written < best->written) return best ? best->language : english->language;
    bool told = best->told >= LEAST && best->told > next && best->told > 3 * english->told / 2;
    return told ? best->language : english->language;
}
