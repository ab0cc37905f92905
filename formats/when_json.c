#include "when_json.h"

#include "json_values.h"
#include "words.h"
#include "write_json.h"
#include "zone_name.h"

#include <string.h>

static const char no_room[] = "out of memory; give a smaller file";

static annals_status write_to_builder(void *context, const char *data, size_t length) {
    builder *to = context;
    builder_text(to, (annals_text){data, length});
    return to->failed ? ANNALS_MEMORY : ANNALS_OK;
}

void put_when_json(builder *to, const annals_when *when, annals_status *status) {
    output out;
    emitter e = {.out = &out, .compact = true, .first = true};
    builder_clear(to);
    if (is_spelt_whole(when, status)) return;
    output_begin(&out, (annals_sink){write_to_builder, to});
    emit_when(&e, when);
    if (output_end(&out, NULL) != ANNALS_OK) *status = ANNALS_MEMORY;
}

static bool is_zone(annals_text zone) {
    annals_text found = zone_of_name(zone);
    return !zone.length || is_zone_offset(zone) ||
           (found.length == zone.length && !memcmp(found.data, zone.data, zone.length));
}

/* In memory that lasts longer than the JSON; false with the error filled when there is none. */
static bool keep_texts(annals_chronology *to, annals_when *when, annals_error *error) {
    annals_text *texts[] = {&when->edtf, &when->as_written, &when->zone, &when->duration, &when->set};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!texts[i]->length) continue;
        *texts[i] = annals_keep_text(to, *texts[i]);
        if (!texts[i]->data) return annals_fail(error, ANNALS_MEMORY, "%s", no_room) == ANNALS_OK;
    }
    return true;
}

static bool is_spelt(const annals_when *when, annals_text spelling, annals_error *error) {
    char buffer[WORDS_SIZE];
    annals_status status = ANNALS_OK;
    annals_text own = when_spelling(when, buffer, &status);
    if (status != ANNALS_OK) annals_fail(error, status, "%s", no_room);
    return status == ANNALS_OK && own.length == spelling.length && !memcmp(own.data, spelling.data, own.length);
}

static bool read_value(schema *rules, annals_chronology *to, annals_text json, annals_text spelling, annals_when *when,
                       annals_error *error) {
    annals_when found;
    size_t at = 0;
    json_t *value = schema_read(rules, json, &at, error);
    bool read = value && at == json.length && json_when(value, &found, NULL, error) && is_zone(found.zone) &&
                is_spelt(&found, spelling, error) && keep_texts(to, &found, error);
    if (read) *when = found;
    json_decref(value);
    return read;
}

bool read_when_json(when_json *reader, annals_chronology *to, annals_text json, annals_text spelling, annals_when *when,
                    annals_error *error) {
    static const char rules[] = "{\"$ref\": \"annals.schema.json#/$defs/when\"}";
    annals_error own = {0};
    if (!json.length) return false;
    if (!reader->schema) reader->schema = schema_load(rules, &own);
    bool read = reader->schema && read_value(reader->schema, to, json, spelling, when, &own);
    if (own.status == ANNALS_MEMORY && error && error->status == ANNALS_OK) *error = own;
    return read;
}

void when_json_free(when_json *reader) {
    schema_free(reader->schema);
    reader->schema = NULL;
}
