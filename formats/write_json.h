/* write_json.h: parts of a chronology as JSON. */
#ifndef ANNALS_FORMATS_WRITE_JSON_H
#define ANNALS_FORMATS_WRITE_JSON_H

#include "annals-formats.h"
#include "emit.h"

/* A time as a value. */
void emit_when(emitter *e, const annals_when *when);
/* Members of an event, where it has any; and of a file, its schema's name and number and what wrote it. */
void emit_tags(emitter *e, const annals_event *event);
void emit_fields(emitter *e, const annals_event *event);
void emit_versions(emitter *e, const char *schema, size_t number);

#endif
