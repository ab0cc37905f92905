/* builder.h: a text that grows. */
#ifndef ANNALS_FORMATS_BUILDER_H
#define ANNALS_FORMATS_BUILDER_H

#include "annals.h"

/* Zero is empty.  `data` ends in a NUL byte unless it is null; free it with builder_free. */
typedef struct builder {
    char *data;
    size_t length, capacity;
    bool failed; /* memory ran out; the text is not whole */
} builder;

void builder_text(builder *b, annals_text text);
void builder_string(builder *b, const char *string);
void builder_format(builder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Append `text` as part of one line, fit for calendars and terminals: valid UTF-8 without control characters, blanks
 * and line ends as single blanks, none at the beginning of the line. */
void builder_line(builder *b, annals_text text);
/* Take a blank off the end. */
void builder_trim(builder *b);
/* Make it empty and keep the memory. */
void builder_clear(builder *b);
void builder_free(builder *b);

#endif
