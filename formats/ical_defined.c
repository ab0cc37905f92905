/* ical_defined.c: VTIMEZONE components, as far as they tell which zone of the world they are (RFC 5545, 3.6.5). */
#include "ical_defined.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_ZONES = 1000 };

static bool is(const builder *text, const char *word) {
    return text->length == strlen(word) && !strncasecmp(text->data, word, text->length);
}

static bool open_definition(ical_definitions *zones) {
    zones->open = zones->count < MOST_ZONES;
    if (zones->open && zones->count == zones->room) {
        size_t room = 2 * zones->room + 4;
        ical_definition *more = realloc(zones->list, room * sizeof *more);
        if (!more) return false;
        zones->list = more;
        zones->room = room;
    }
    if (zones->open) zones->list[zones->count++] = (ical_definition){0};
    return true;
}

static void take_offset(ical_definition *z, const char *offset) {
    z->changes |= *z->offset && strcmp(z->offset, offset) != 0;
    snprintf(z->offset, sizeof z->offset, "%.*s", (int)sizeof z->offset - 1, offset);
}

/* X-LIC-LOCATION is no word of the standard, but many programs write it. */
bool ical_take_definition(ical_definitions *zones, const builder *name, const builder *content) {
    const char *said = content->data ? content->data : "";
    const bool component = is(content, "VTIMEZONE");
    if (component && is(name, "BEGIN")) return open_definition(zones);
    if (component && is(name, "END")) zones->open = false;
    if (!zones->open) return true;
    ical_definition *z = &zones->list[zones->count - 1];
    if (is(name, "TZID")) snprintf(z->name, sizeof z->name, "%.*s", (int)sizeof z->name - 1, said);
    else if (is(name, "X-LIC-LOCATION")) snprintf(z->place, sizeof z->place, "%.*s", (int)sizeof z->place - 1, said);
    else if (is(name, "TZOFFSETTO")) take_offset(z, said);
    return true;
}

annals_text ical_defined_zone(const ical_definitions *zones, const char *name) {
    for (size_t i = 0; i < zones->count; i++) {
        const ical_definition *z = &zones->list[i];
        if (strcmp(z->name, name) != 0) continue;
        return annals_text_of(*z->place ? z->place : z->changes ? "" : z->offset);
    }
    return (annals_text){0};
}

void ical_definitions_free(ical_definitions *zones) {
    free(zones->list);
    *zones = (ical_definitions){0};
}
