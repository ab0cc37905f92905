/* dateline.h: what lines that date a document or a print are known by. */
#ifndef ENGINE_DATELINE_H
#define ENGINE_DATELINE_H

#include "analysis.h"

/* "[Received November 3—4:20 p. m.]": the time that a telegram came is another than its own. */
bool is_receipt(const analysis *x, const raw_mention *m);
/* The line at its end that says since when it is whose: "© 1958 The Port Press"; absent if none does. */
annals_text imprint_of(const analysis *x);
/* Where the words begin behind the date that opens a text or an item. */
size_t behind_dateline(const analysis *x, size_t raw);

#endif
