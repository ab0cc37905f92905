/* cluster.h: which accounts are of one event. */
#ifndef ENGINE_CLUSTER_H
#define ENGINE_CLUSTER_H

#include "account.h"

/* Groups of more than one account: those of group i end at ends[i]. */
typedef struct account_groups {
    uint32_t *members; /* numbers of accounts */
    size_t *ends;
    size_t count;
} account_groups;

/* False when memory runs out; free the groups in any case. */
bool group_accounts(const annals_chronology *c, const account_list *list, account_groups *groups);
void free_groups(account_groups *groups);

#endif
