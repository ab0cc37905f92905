/* utf8.h: checking, repairing and walking UTF-8. */
#ifndef ANNALS_FORMATS_UTF8_H
#define ANNALS_FORMATS_UTF8_H

#include "annals.h"

/* Where the invalid bytes of a text are. */
typedef struct utf8_faults {
    size_t count;        /* maximal invalid subparts: each becomes one U+FFFD */
    size_t bytes;        /* the bytes in them */
    size_t first;        /* offset of the first one */
    size_t line, column; /* of the first one, from 1; columns in code points */
    bool zeros;          /* a NUL byte stands in the text, which is valid and yet no text's */
} utf8_faults;

/* Length of the valid sequence at `at` (1 to 4), or 0 after which `*invalid` holds the length of the maximal invalid
 * subpart there (1 to 3; the Unicode Standard, section 3.9).  `left` bytes are there, at least one. */
size_t utf8_sequence(const char *at, size_t left, size_t *invalid);

/* True when there is no fault; `faults` is filled in any case. */
bool utf8_check(annals_text text, utf8_faults *faults);

/* A copy with each fault replaced by U+FFFD, ended by a NUL byte; to be freed.  Null data when memory runs out. */
annals_text utf8_repaired(annals_text text, const utf8_faults *faults);

/* The code point at `*at`, which moves behind it; invalid bytes give U+FFFD.  `*at` must be less than the length. */
uint32_t utf8_next(annals_text text, size_t *at);

#endif
