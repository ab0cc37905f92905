/* kin.h: documents that tell of the same matter, by the names that both have. */
#ifndef ENGINE_KIN_H
#define ENGINE_KIN_H

#include "account.h"

typedef struct kin kin;

/* Null when memory runs out. */
kin *kin_of(const account_list *list);
void kin_free(kin *k);
/* Of two documents by their rank: 0 for strangers; each name that few others have adds to it. */
int kinship(kin *k, uint32_t a, uint32_t b);

#endif
