/* language.h: the languages there are, the one a text is in, and what a language's words mean to the engine. */
#ifndef ENGINE_LANGUAGE_H
#define ENGINE_LANGUAGE_H

#include "annals.h"
#include "grammar.h"

/* The bits of CONTEXT_... that the language gives a word, by itself or by its ending: those among `wanted`, or all. */
uint32_t contexts_among(const grammar *g, annals_text word, uint32_t wanted);
static inline uint32_t contexts_of(const grammar *g, annals_text word) {
    return contexts_among(g, word, UINT32_MAX);
}
static inline bool in_context(const grammar *g, annals_text word, enum context_bit context) {
    return word.length && contexts_among(g, word, (uint32_t)context) != 0;
}

/* The language of that code; null when there is none. */
const grammar *language_of_code(annals_text code);
/* The language that most of the text's first words tell of; English when in doubt. */
const grammar *language_of_text(annals_text text);

#endif
