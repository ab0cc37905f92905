/* scan.h: bytes -> tokens.  Only words of the lexicon and numbers are stored; a token's ordinal is its number among all
 * words of the text, so that neighbours are known without storing the rest. */
#ifndef ENGINE_SCAN_H
#define ENGINE_SCAN_H

#include "arena.h"
#include "grammar.h"

typedef struct token {
    size_t start, end; /* bytes */
    size_t ordinal;
    uint16_t lexeme; /* NO_RULE for a number */
    uint16_t gap;    /* what stands between the token before and this one; GAP_OTHER when they are not neighbours */
    uint8_t digits;  /* of a number; 255 for more */
    bool capital;
    bool opens_log;               /* begins a line of a log */
    bool rough_left, rough_right; /* a number glued to a sign that makes it part of something else: "#17", "17%" */
    int32_t number;
} token;

typedef LIST(token) token_list;

/* Append the tokens of text[start, end) to `out`.  False when memory runs out. */
bool scan(const grammar *g, annals_text text, size_t start, size_t end, size_t *ordinal, arena *a, token_list *out);

/* Call `visit` for every reading of a token until it returns false. */
typedef struct reading_cursor {
    const grammar *grammar;
    const token *token;
    uint16_t lexeme;
    size_t index;
} reading_cursor;
reading_cursor readings_of(const grammar *g, const token *t);
bool next_reading(reading_cursor *cursor, lex_reading *out);

#endif
