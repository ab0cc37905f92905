/* build.h: a matched rule's words -> what they say. */
#ifndef ENGINE_BUILD_H
#define ENGINE_BUILD_H

#include "expr.h"
#include "scan.h"

/* An argument of a constructor: a word's value, a number, or what an earlier level made. */
typedef struct build_argument {
    bool present;
    int32_t value;
    int digits; /* of a number; 0 for a word */
    const expr *node;
    size_t start, end; /* bytes */
} build_argument;

/* Room for what an expression points to when one rule makes it all. */
typedef struct build_room {
    expr ends[2]; /* of a range */
    event_place event;
} build_room;

typedef struct build_context {
    const grammar *grammar;
    struct outlook *around; /* builders.h tells how to see the text */
    size_t start, end;      /* bytes of the expression */
    const build_argument *arguments;
    unsigned opens; /* the line_opening that it begins, or 0 */
    build_room *room;
} build_context;

/* False when the words make no sense together, or mean no date here. */
bool build(int constructor, const build_context *context, expr *out);

#endif
