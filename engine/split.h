/* split.h: the documents that a file holds. */
#ifndef ENGINE_SPLIT_H
#define ENGINE_SPLIT_H

#include "document.h"

/* A document of a file of several: the block that it begins with, and the one that its head begins with, before which
 * only the title of the whole may stand. */
typedef struct part {
    size_t first, head;
} part;

typedef LIST(part) part_list;

/* The documents that the blocks of a file make; none where it is a single one.  False when memory runs out. */
bool find_parts(const grammar *g, annals_text text, const block_list *blocks, arena *a, part_list *out);

/* "FROM: A. Weller", "FM CONSUL PORT": a line that begins with a word of the field; its value. */
bool line_has_field(const grammar *g, annals_text line, context_set field, annals_text *value);
/* Is it a short line with a day, and little else? */
bool is_dated_line(const grammar *g, annals_text line);
/* "From the Mayor of Port to the Board of Trade": a line of two names. */
bool is_route(const grammar *g, annals_text line);
/* "No. 2", "[Telegram 14]": a line that numbers what stands below it. */
bool is_number(const grammar *g, annals_text line);

#endif
