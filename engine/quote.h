/* quote.h: what is said between quotation marks. */
#ifndef ENGINE_QUOTE_H
#define ENGINE_QUOTE_H

#include "arena.h"

/* Bytes between two quotation marks, without them; `open` when the paragraph ends before the quotation does. */
typedef struct quotation {
    size_t start, end;
    bool open;
} quotation;

typedef LIST(quotation) quotation_list;

/* Append the quotations of the paragraph text[start, end) to `out`, in their order; one within another is part of it.
 * False when memory runs out. */
bool find_quotations(annals_text text, size_t start, size_t end, arena *a, quotation_list *out);
/* Does a paragraph that begins there begin with a quotation mark? */
bool opens_quotation(annals_text text, size_t at);

#endif
