/* read_record.c: a line of JSON Lines that holds a document. */
#include "decode.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A member's text; absent when there is none, false when it is no text. */
static bool read_member(const json_t *object, const char *key, annals_text *text, annals_error *error) {
    const json_t *value = json_object_get(object, key);
    if (!value || json_is_null(value)) return true;
    if (json_is_string(value)) {
        *text = (annals_text){json_string_value(value), json_string_length(value)};
        return true;
    }
    annals_fail(error, ANNALS_INPUT, "\"%s\" is no text; put quotation marks around it", key);
    return false;
}

static bool is_blank(annals_text line) {
    for (size_t i = 0; i < line.length; i++)
        if (!line.data[i] || !strchr(" \t\r\n", line.data[i])) return false;
    return true;
}

annals_status annals_read_record(annals_text line, annals_record *record, annals_error *error) {
    json_error_t fault;
    *record = (annals_record){0};
    line = without_mark(line); /* a file's first may have one */
    if (is_blank(line))
        return annals_fail(error, ANNALS_INPUT,
                           "this line is empty; leave it out, or give {\"id\": ..., \"text\": ...}");
    json_t *object = json_loadb(line.data ? line.data : "", line.length, JSON_ALLOW_NUL, &fault);
    if (!object) {
        if (error && fault.column > 0) error->column = (size_t)fault.column;
        return annals_fail(error, json_error_code(&fault) == json_error_out_of_memory ? ANNALS_MEMORY : ANNALS_INPUT,
                           "this line is no JSON (%s); put one object on each line", fault.text);
    }
    record->owner = object;
    bool read = read_member(object, "id", &record->id, error) && read_member(object, "text", &record->text, error) &&
                read_member(object, "date", &record->date, error);
    if (read && record->text.data) return ANNALS_OK;
    annals_free_record(record);
    return annals_fail(error, ANNALS_INPUT,
                       "this line has no \"text\"; give {\"id\": ..., \"text\": ...} on each line");
}

void annals_free_record(annals_record *record) {
    json_decref(record->owner);
    *record = (annals_record){0};
}
