/* write_json.h: a chronology as JSON. */
#ifndef ANNALS_FORMATS_WRITE_JSON_H
#define ANNALS_FORMATS_WRITE_JSON_H

#include "annals-formats.h"

annals_write_function write_json, write_json_line;

#endif
