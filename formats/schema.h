/* schema.h: JSON held against our JSON Schemas, so that what is read is what they describe and nothing else. */
#ifndef ANNALS_FORMATS_SCHEMA_H
#define ANNALS_FORMATS_SCHEMA_H

#include "annals.h"

#include <jansson.h>

typedef struct schema schema;

/* Load a schema of the program itself, a text that lives as long; null when memory runs out. */
schema *schema_load(const char *text, annals_error *error);
void schema_free(schema *s);
/* Does the value keep to it?  If not, the message of `error` (ANNALS_INPUT) begins with the place in the value:
 * "events[3].kind: ...". */
bool schema_check(schema *s, const json_t *value, annals_error *error);

/* Read the bytes of a file as JSON that keeps to the schema, beginning at byte `*at`, which is moved behind it.  Null
 * with the error filled. */
json_t *schema_read(schema *s, annals_text bytes, size_t *at, annals_error *error);

#endif
