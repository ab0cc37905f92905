/* likeness.h: how likely two accounts are of one event. */
#ifndef ENGINE_LIKENESS_H
#define ENGINE_LIKENESS_H

#include "kin.h"

enum {
    LIKELY = 0,        /* accounts that are so much alike are of one event */
    LIKELY_APART = 50, /* those that disagree on its time, when all that agree have found each other */
    UNLIKELY = -600,   /* two that cannot be, and no group has both */
    SAME_WORDS = 3000  /* the same words of the same time */
};

/* From UNLIKELY to SAME_WORDS; the same for (a, b) and (b, a). */
int likeness(const annals_chronology *c, const account_list *list, kin *k, const account *a, const account *b);
/* Do they say other times? */
bool times_apart(const account *a, const account *b);
/* Does one say that it happened, and the other that it did not? */
bool denies_other(const account *a, const account *b);
/* Can both be right on the part of the day?  Where neither tells it, or one tells it of another day, they can. */
bool parts_agree(const account *a, const account *b);

#endif
