/* read_text.c: plain text is what the engine takes. */
#include "reader.h"

#include <string.h>

static bool is_blank(annals_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!text.data[i] || !strchr("\t\n\v\f\r ", text.data[i])) return false;
    return true;
}

static annals_status read_text(annals_chronology *chronology, const source_file *file, annals_error *error) {
    annals_status status = annals_add_text(chronology, file->name, file->bytes, error);
    if (status != ANNALS_OK || !is_blank(file->bytes)) return status;
    return notice_in_file(chronology, file, 0, 0, error, "the file is empty; check that it is the right one");
}

const struct annals_reading text_reading = {.read = read_text, .decoded = true};
