/* correspondence.h: which document answers, encloses or speaks of which other. */
#ifndef ENGINE_CORRESPONDENCE_H
#define ENGINE_CORRESPONDENCE_H

#include "chronology.h"

struct analysis;

enum { NO_YEAR = 2000 /* that days are counted in whose year nobody gives; it has all of them */ };

typedef enum tie_kind {
    TIE_ANSWERS, /* by its number or date */
    TIE_ENCLOSES,
    TIE_REPLIES, /* to "your letter" */
    TIE_SPEAKS   /* of "Weller's letter" */
} tie_kind;

/* `from` is not older than `to`, or than one of those of the `others` ties behind it, if which is meant nobody says. */
typedef struct tie {
    size_t from, to; /* documents */
    tie_kind kind;
    size_t others;
} tie;

typedef LIST(tie) tie_list;

/* What the documents of a chronology say of each other; false when memory runs out. */
bool find_ties(const annals_chronology *c, arena *a, tie_list *out);

/* The head of the document, in which it says what it refers to. */
annals_text opening_words(const struct analysis *x);
/* The day that a mention gives; of one without a year, in a year that stands for any. */
bool day_of_mention(const annals_mention *m, bool yearless, int64_t *day);

#endif
