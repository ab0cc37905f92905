/* decode.h: the bytes of a text file become valid UTF-8. */
#ifndef ANNALS_FORMATS_DECODE_H
#define ANNALS_FORMATS_DECODE_H

#include "reader.h"

typedef struct decoded_text {
    annals_text text;
    char *owned; /* what the text lies in, to be freed; null: the file's own bytes */
} decoded_text;

/* What follows a byte order mark of UTF-8, or all. */
annals_text without_mark(annals_text bytes);
/* Does it begin as UTF-16 or UTF-32 do? */
bool begins_wide(annals_text bytes);
/* See annals_read.  ANNALS_INPUT when the bytes are no text. */
annals_status decode(annals_chronology *chronology, const source_file *file, decoded_text *out, annals_error *error);

#endif
