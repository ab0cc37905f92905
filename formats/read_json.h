/* read_json.h: a chronology as write_json.c writes it. */
#ifndef ANNALS_FORMATS_READ_JSON_H
#define ANNALS_FORMATS_READ_JSON_H

#include "annals.h"

/* Are the bytes a chronology, or meant as one? */
bool is_json_chronology(const char *source, annals_text bytes);
/* Add the chronologies of a file, one or a line each: see annals_read. */
annals_status read_json(annals_chronology *chronology, const char *source, annals_text bytes, annals_error *error);

#endif
