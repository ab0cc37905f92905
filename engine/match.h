/* match.h: tokens -> mentions that are not yet resolved.  Level by level, the longest match from the left wins; a
 * rule's constructor may refuse, and then the next longest is tried. */
#ifndef ENGINE_MATCH_H
#define ENGINE_MATCH_H

#include "recall.h"

/* A token, or what an earlier level made of some tokens. */
typedef struct item {
    uint64_t categories; /* that it may be taken for, by category_bit; none when used up */
    const lex_reading *readings;
    const expr *node;
    uint32_t first, last; /* tokens, inclusive */
    uint32_t levels;      /* at which it may begin a rule, a bit each */
    uint16_t gap;         /* before it */
    uint16_t category;    /* 0: a token; NO_RULE: used up by a trap */
    uint16_t rule;
    uint16_t reading_count;
} item;

/* A rule that matches, and how far. */
typedef struct rule_match {
    uint16_t node;
    size_t begin, end;  /* items of the whole pattern, exclusive */
    size_t first, last; /* of the expression itself, inclusive */
} rule_match;

enum { MAX_CANDIDATES = 12 };

/* Matches one island after the other.  Set `grammar`, `text` and the arenas and leave the rest zero; to remember
 * islands, begin `recall`. */
typedef struct matcher {
    const grammar *grammar;
    annals_text text;
    arena *arena;   /* of the mentions' expressions, which stay */
    arena *nodes;   /* of those that are tried, forgotten with their island */
    arena *scratch; /* of what is needed for one island and used again for the next */
    recall recall;
    /* What follows is the matcher's own. */
    const token *tokens;
    size_t token_count;
    LIST(item) items;
    rule_match found[MAX_CANDIDATES];
    size_t found_count;
    size_t taken; /* up to where the name of an event was taken in */
    outlook around;
    size_t seen_from, seen_to; /* what was looked at since the caller set them */
    bool placed;               /* one of the island's mentions names a place in the text */
    uint32_t levels;           /* at which one of the items may begin a rule */
    bool changed;              /* the pass at hand made something */
    bool failed;               /* memory ran out */
} matcher;

/* Find the expressions in the island that the scanner's run begins with, of a sentence that opens as `opening` says.
 * False when memory runs out. */
bool match_run(matcher *m, scanner *s, unsigned opening, raw_mention_list *out);

#endif
