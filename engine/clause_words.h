/* clause_words.h: the words of a sentence that is cut into clauses, for those that read them. */
#ifndef ENGINE_CLAUSE_WORDS_H
#define ENGINE_CLAUSE_WORDS_H

#include "clause.h"
#include "text.h"

static inline annals_text word_text(const clauses *c, size_t i) {
    return text_slice(c->x->text, c->words[i].start, c->words[i].end);
}

static inline bool is(const clauses *c, size_t i, context_set contexts) {
    return i < c->word_count && c->words[i].contexts & contexts;
}

static inline annals_text words_text(const clauses *c, size_t first, size_t last) {
    return first < last ? text_slice(c->x->text, c->words[first].start, c->words[last - 1].end) : (annals_text){0};
}

static inline bool begins_upper(const clauses *c, size_t i) {
    return text_begins_upper(word_text(c, i));
}

/* Names in -ed and nouns with a capital are no verbs. */
bool is_verb(const clauses *c, size_t i);
/* "The Board approved", but not "the bearded man", "was cold" or "is closed". */
bool is_deed(const clauses *c, size_t i);
/* The clause of a place, and its word there; null when it has none. */
const clause *clause_at(clauses *c, size_t place, size_t *word);
/* "he says they came": what is said begins at once, without "that". */
bool says_at_once(const clauses *c, size_t i);

/* ---------------------------------------------------------------- saying.c */

/* Words first to last, the last exclusive. */
typedef struct span {
    size_t first, last;
} span;

/* Nobody's name begins with them: "of", "and", "that". */
bool is_loose(const clauses *c, size_t i);
/* "on", "with", "in the course of": it leads to something, and names nobody. */
bool leads_to(const clauses *c, size_t i);
bool is_helper(const clauses *c, size_t i);
bool begins_with_that(const clauses *c, const clause *k);
/* Of whom a clause tells, and the words that name them. */
span subject_of(const clauses *c, size_t n);
annals_text speaker_text(const clauses *c, span who);
/* Whose words each clause of a sentence that was cut is, where somebody is named for it. */
void find_speakers(clauses *c);

#endif
