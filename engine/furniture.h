/* furniture.h: what stands around a text. */
#ifndef ENGINE_FURNITURE_H
#define ENGINE_FURNITURE_H

#include "document.h"

enum { LABEL_ROOM = 24 /* bytes of the longest label, with its end */ };

/* A label that stands before a text, alone on a line or with it, and what it makes of it; some head all that follows,
 * up to the next label. */
struct label_row {
    char label[LABEL_ROOM];
    block_kind kind;
    bool all;
};

/* The row of a label; null when it is none. */
const struct label_row *find_label(annals_text word);
/* "----------", "* * *": a line of marks that parts what stands above from what stands below. */
bool is_rule(annals_text text);

#endif
