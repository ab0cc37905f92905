/* outlook.h: the text around an island.  The builders see it through builders.h alone, and so it is known how much of
 * it they looked at: where the same stands around the same words again, the same comes of them. */
#ifndef ENGINE_OUTLOOK_H
#define ENGINE_OUTLOOK_H

#include "annals.h"

typedef struct outlook {
    annals_text text;
    size_t start, end;     /* of the island */
    size_t before, behind; /* bytes around it that were looked at; one more than there are where the text's end was */
} outlook;

/* The bytes from `start` to `end` are looked at. */
static inline void outlook_note(outlook *o, size_t start, size_t end) {
    if (start < o->start && o->start - start > o->before) o->before = o->start - start;
    if (end > o->end && end - o->end > o->behind) o->behind = end - o->end;
}

/* So are as many on both sides of a part of the island. */
static inline void outlook_note_near(outlook *o, size_t start, size_t end, size_t bytes) {
    outlook_note(o, start < bytes ? 0 : start - bytes, end + bytes);
    if (start < bytes) o->before = o->start + 1;
}

#endif
