/* kin.h: documents that tell of the same matter, by the names that both have and the days that both tell of. */
#ifndef ENGINE_KIN_H
#define ENGINE_KIN_H

#include "account.h"

typedef struct kin kin;

/* Null when memory runs out. */
kin *kin_of(const account_list *list);
void kin_free(kin *k);
/* Of two documents by their rank: 0 for strangers; each name that few others have adds to it. */
int kinship(kin *k, uint32_t a, uint32_t b);
/* Do both tell of the same days more often than by chance?  From 0, no, to 100: what they tell of one day is nearly
 * always one thing. */
int in_step(kin *k, uint32_t a, uint32_t b);

#endif
