/* cyrillic.h: which of the older encodings of Russian a text is in. */
#ifndef ANNALS_FORMATS_CYRILLIC_H
#define ANNALS_FORMATS_CYRILLIC_H

#include "annals.h"

/* The name of the encoding, or null where the bytes are no words of a language in Cyrillic letters.  So many of them
 * are no UTF-8: a text in that with a slip is none of these. */
const char *cyrillic_encoding(annals_text text, size_t faults);

#endif
