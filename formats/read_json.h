/* read_json.h: chronologies in JSON that keep to the schema, for what reads several. */
#ifndef ANNALS_FORMATS_READ_JSON_H
#define ANNALS_FORMATS_READ_JSON_H

#include "reader.h"

#include <jansson.h>

/* Put one into a chronology; where there are documents already, its documents and mentions get new ids.  What is
 * amended is told of `file`, unless that is NULL. */
bool json_put_chronology(annals_chronology *chronology, const source_file *file, const json_t *root,
                         annals_error *error);
size_t json_skip_blanks(annals_text text, size_t at);

#endif
