/* scan.h: bytes -> tokens, island by island.  An island is a run of neighbouring words of the lexicon and numbers, with
 * a word in it that a date may hang on: a date never reaches beyond it. */
#ifndef ENGINE_SCAN_H
#define ENGINE_SCAN_H

#include "arena.h"
#include "grammar.h"
#include "mask.h"

/* What a line may be the beginning of. */
enum line_opening { OPENS_LOG = 1, OPENS_ENTRY = 2, OPENS_DAY = 4 /* the cell of a day */ };

typedef struct token {
    size_t start, end; /* bytes */
    uint16_t lexeme;   /* NO_RULE for a number */
    uint16_t gap;      /* what stands between the token before and this one; GAP_OTHER for the first of an island */
    uint8_t digits;    /* of a number; 255 for more */
    bool capital;
    uint8_t opens;                /* what it begins: a line_opening, or 0 */
    bool rough_left, rough_right; /* a number glued to a sign that makes it part of something else: "#17", "17%" */
    int32_t number;
} token;

typedef LIST(token) token_list;

/* Words in a row that all may be tokens, around one that a date can hang on, from where the island at hand begins. What
 * is read in it depends on its own bytes, on RUN_OUTLOOK behind it as far as the sentence goes, and on `rough_left`. */
typedef struct word_run {
    size_t start, core, end; /* bytes */
    uint8_t left;            /* how many bytes of the sentence follow, up to RUN_OUTLOOK */
    bool rough_left;         /* it begins with such a number */
    bool whole;              /* it begins with a whole word */
} word_run;

enum { LONGEST_RUN = UINT8_MAX, RUN_OUTLOOK = 8 /* two code points */ };

/* Goes through a block's sentences.  Set `grammar`, `text` and `arena` and leave the rest zero. */
typedef struct scanner {
    const grammar *grammar;
    annals_text text;
    arena *arena;
    token_list tokens; /* of the island at hand */
    bool failed;       /* memory ran out */
    /* What follows is the scanner's own. */
    const byte_map *map;
    word_run run;
    size_t start;   /* of the sentence */
    size_t at, end; /* what is left of it */
    size_t core;    /* the next word that a date can hang on is not before */
    bool parted;    /* the word being read is no neighbour of the last token */
} scanner;

/* Begin a block, whose map must live on, then each of its sentences in turn. */
void scan_block(scanner *s, byte_map *map);
void scan_sentence(scanner *s, size_t start, size_t end);
/* Find the next run of the sentence; false when there is none. */
bool next_run(scanner *s);
/* Read the island that the run begins with into `tokens`; false when there is none after all, or memory ran out. */
bool read_island(scanner *s);
/* Go on to the next run that there is an island in, and read it. */
bool next_island(scanner *s);
/* May a part of the block have a word that tells of the future, or one of the present behind which others may? */
static inline bool may_foretell(const scanner *s, size_t start, size_t end) {
    return next_byte_before(s->map, s->map->verb, 0, start, end) < end;
}

/* Does the lexicon list the word in a category? */
bool is_of_category(const grammar *g, annals_text word, const char *category);
/* What it counts there, or 0. */
int value_of_word(const grammar *g, annals_text word, const char *category);
/* All that a token may mean. */
const reading_span *readings_of(const grammar *g, const token *t);

#endif
