/* plan.h: what is written where, settled before any work is done. */
#ifndef CLI_PLAN_H
#define CLI_PLAN_H

#include "options.h"
#include "product.h"

struct target {
    const char *path; /* "-" is standard output; borrowed from the command line */
    struct product product;
};

struct plan {
    struct target *targets; /* owned: plan_free */
    size_t count;
};

/* Returns EXIT_DONE, or another exit_status after a message: an unknown ending, a file named twice, a file that is
 * read as well, two things for standard output. */
int plan_make(const struct settings *settings, struct plan *plan);
void plan_free(struct plan *plan);

#endif
