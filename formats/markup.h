/* markup.h: text in XML and HTML. */
#ifndef ANNALS_FORMATS_MARKUP_H
#define ANNALS_FORMATS_MARKUP_H

#include "output.h"

/* The text escaped, fit for elements and attributes: valid UTF-8 of characters that XML 1.0 can hold (production Char);
 * what it cannot hold is left out. */
void output_markup(output *out, annals_text text);
void output_markup_string(output *out, const char *string);

/* ` name="value"`; nothing when the value is empty. */
void output_attribute(output *out, const char *name, annals_text value);
/* "<name>text</name>" on a line of its own, so many blanks in; nothing when the text is empty. */
void output_element(output *out, size_t indent, const char *name, annals_text text);

#endif
