/* read.c: the entry for files of every kind that is read. */
#include "annals-formats.h"

#include "read_json.h"
#include "read_text.h"

annals_status annals_read(annals_chronology *chronology, const char *source, const char *bytes, size_t length,
                          annals_error *error) {
    if (!source || (!bytes && length))
        return annals_fail(error, ANNALS_ARGUMENT, "a file without a name or without bytes; give both");
    annals_text file = without_mark((annals_text){bytes, length});
    if (is_json_chronology(source, file)) return read_json(chronology, source, file, error);
    return read_text(chronology, source, (annals_text){bytes, length}, error);
}
