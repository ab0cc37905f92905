/* when_json.h: a time as our JSON has it, beside a spelling of it that says less: "until late 1776" is "../1776" in
 * EDTF.  It counts as long as the spelling is the one that it has: whoever changes that by hand gives another time. */
#ifndef ANNALS_FORMATS_WHEN_JSON_H
#define ANNALS_FORMATS_WHEN_JSON_H

#include "builder.h"
#include "schema.h"

/* What a table and a note of TEI call it. */
#define WHEN_JSON "when_json"

/* Make the text that; empty where the spelling (words.h) says all of the time.  `status` becomes ANNALS_MEMORY when
 * memory runs out. */
void put_when_json(builder *to, const annals_when *when, annals_status *status);

/* The zero one is ready; free it with when_json_free. */
typedef struct when_json {
    schema *schema;
} when_json;

/* Read it back: false where it is none, or is not spelt so, and with the error filled when memory runs out. */
bool read_when_json(when_json *reader, annals_chronology *to, annals_text json, annals_text spelling, annals_when *when,
                    annals_error *error);
void when_json_free(when_json *reader);

#endif
