/* language.h: the languages there are, the one a text is in, and what a language's words mean to the engine. */
#ifndef ENGINE_LANGUAGE_H
#define ENGINE_LANGUAGE_H

#include "annals.h"
#include "grammar.h"

/* The bits of CONTEXT_... that the language gives a word, by itself or by its ending: those among `wanted`, or all. */
context_set contexts_found(const grammar *g, annals_text word, context_set wanted);
static inline context_set contexts_among(const grammar *g, annals_text word, context_set wanted) {
    if (!word.length || word.length > LONGEST_FORM) return 0;
    uint64_t head = bytes_key(word.data, word.length < 8 ? word.length : 8);
    context_set may = g->hints[core_hash(head, word.length) % HINT_ROWS];
    may |= g->ending_rows[(unsigned char)word.data[word.length - 1]].contexts;
    return may & wanted ? contexts_found(g, word, wanted) : 0; /* seldom is there need to look closer */
}
static inline context_set contexts_of(const grammar *g, annals_text word) {
    return contexts_among(g, word, ~(context_set)0);
}
static inline bool in_context(const grammar *g, annals_text word, context_set context) {
    return word.length && contexts_among(g, word, context) != 0;
}

/* The n-th of several words with '|' between them; the last where there are fewer. */
annals_text nth_word(const char *words, int n);
/* What a language says, or English where it has no words for it. */
const char *wording_of(const grammar *g, saying which);
/* The language of a code; English for none. */
const grammar *language_said(const char *code);
/* Which of the words that a saying has with '|' between them it is, ASCII case aside; SIZE_MAX: none. */
size_t place_said(const grammar *g, saying which, annals_text words);
/* The places in SAY_LIMITS. */
enum { SAID_SINCE, SAID_BEFORE, SAID_AFTER };
/* Has the language given the word one of those roles? */
bool has_role(const grammar *g, annals_text word, role_set roles);
/* Is one of the first words among those? */
bool has_context(const grammar *g, annals_text text, size_t words, context_set context);
/* Those of all its words together, among `wanted`. */
context_set contexts_in(const grammar *g, annals_text text, context_set wanted);
/* Goes the text on behind a year as it does behind a whole date: with a stop, a new line, "and", "in", "we" or "the"?
 */
bool closes_date(const grammar *g, annals_text text, size_t at);
/* What a line greets with, "Dear Ada" or "Ma chère Louise"; absent where it does not. */
annals_text greeting_of(const grammar *g, annals_text line);
/* "Your loving husband," and a name */
bool closes_letter(const grammar *g, annals_text lines);

/* The language of that code; null when there is none. */
const grammar *language_of_code(annals_text code);
/* English, or where there is none the first. */
const grammar *language_by_default(void);
/* That of a document, or where it has none English. */
const grammar *language_of_document(const annals_document *d);
/* The language that most of the text's first words are written in the letters of and tell of; English when in doubt. */
const grammar *language_of_text(annals_text text);

#endif
