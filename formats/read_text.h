/* read_text.h: plain text. */
#ifndef ANNALS_FORMATS_READ_TEXT_H
#define ANNALS_FORMATS_READ_TEXT_H

#include "annals.h"

/* What follows a byte order mark, or all. */
annals_text without_mark(annals_text bytes);
/* Add the bytes of a plain text file: see annals_read. */
annals_status read_text(annals_chronology *chronology, const char *source, annals_text bytes, annals_error *error);

#endif
