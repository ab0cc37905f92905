/* ical_defined.c: VTIMEZONE components: which zone of the world they are, or what its clocks show (RFC 5545, 3.6.5). */
#include "ical_defined.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_ZONES = 1000, MOST_OBSERVANCES = 500 /* of one */ };

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
    if (zones->open) zones->list[zones->count++] = (ical_definition){.first = zones->observance_count};
    zones->begun = zones->observance_count;
    return true;
}

/* ------------------------------------------------------------------ what their clocks show */

/* False: memory ran out. */
static bool add_observance(ical_definitions *zones, const ical_moment *start) {
    ical_definition *z = &zones->list[zones->count - 1];
    if (z->count == MOST_OBSERVANCES) return true;
    if (zones->observance_count == zones->observance_room) {
        size_t room = 2 * zones->observance_room + 4;
        ical_observance *more = realloc(zones->observances, room * sizeof *more);
        if (!more) return false;
        zones->observances = more;
        zones->observance_room = room;
    }
    zones->observances[zones->observance_count++] = (ical_observance){.unknown = !start};
    if (start) zones->observances[zones->observance_count - 1].start = *start;
    z->count++;
    return true;
}

static ical_observance *begun(const ical_definitions *zones) {
    return zones->begun < zones->observance_count ? &zones->observances[zones->begun] : NULL;
}

static void take_start(ical_definitions *zones, annals_text said) {
    bool timed, universal;
    ical_observance *o = begun(zones);
    if (o) o->unknown = !ical_moment_read(said, &o->start, &timed, &universal);
}

/* Each of a list of days is one that they change on. */
static bool take_days(ical_definitions *zones, annals_text said) {
    bool added = true, timed, universal;
    for (size_t at = 0; added && at < said.length;) {
        const char *end = memchr(said.data + at, ',', said.length - at);
        size_t stop = end ? (size_t)(end - said.data) : said.length;
        ical_moment day;
        if (ical_moment_read((annals_text){said.data + at, stop - at}, &day, &timed, &universal))
            added = add_observance(zones, &day);
        at = stop + 1;
    }
    return added;
}

static void take_offset(ical_definitions *zones, const char *offset) {
    ical_definition *z = &zones->list[zones->count - 1];
    ical_observance *o = begun(zones);
    if (!o) return;
    snprintf(o->offset, sizeof o->offset, "%.*s", (int)sizeof o->offset - 1, offset);
    z->changes |= strcmp(zones->observances[z->first].offset, o->offset) != 0;
}

static void end_observance(ical_definitions *zones) {
    ical_observance *o = begun(zones);
    if (o && zones->rule.length) ical_observance_rule(o, (annals_text){zones->rule.data, zones->rule.length});
    for (size_t i = zones->begun + 1; i < zones->observance_count; i++)
        memcpy(zones->observances[i].offset, o->offset, sizeof o->offset);
    zones->begun = zones->observance_count;
}

/* RDATE may say what type its values have. */
static bool is_days(const builder *name) {
    return name->length >= strlen("RDATE") && !strncasecmp(name->data, "RDATE", strlen("RDATE"));
}

/* A line of STANDARD or DAYLIGHT.  False: memory ran out. */
static bool take_observance(ical_definitions *zones, const builder *name, const builder *content) {
    annals_text said = {content->data ? content->data : "", content->length};
    if (is(content, "STANDARD") || is(content, "DAYLIGHT")) {
        if (is(name, "END")) end_observance(zones);
        builder_clear(&zones->rule);
        return !is(name, "BEGIN") || add_observance(zones, NULL);
    }
    if (is(name, "DTSTART")) take_start(zones, said);
    else if (is(name, "TZOFFSETTO")) take_offset(zones, said.data);
    else if (is(name, "RRULE")) builder_text(&zones->rule, said);
    else if (is_days(name) && begun(zones)) return take_days(zones, said);
    return !zones->rule.failed;
}

/* ------------------------------------------------------------------ zones */

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
    else return take_observance(zones, name, content);
    return true;
}

/* What its clocks show then; null: it does not say. */
static const char *offset_at(const ical_definitions *zones, const ical_definition *z, ical_moment at) {
    const ical_observance *own = zones->observances + z->first;
    const char *offset = NULL;
    int64_t latest = ICAL_NEVER;
    for (size_t i = 0; i < z->count; i++) {
        if (own[i].unknown) return NULL;
        int64_t onset = ical_observance_onset(&own[i], at);
        if (onset > latest) latest = onset, offset = own[i].offset;
    }
    return offset;
}

annals_text ical_defined_zone(const ical_definitions *zones, const char *name, const ical_span *span, bool again) {
    const ical_definition *z = NULL;
    for (size_t i = 0; !z && i < zones->count; i++)
        if (!strcmp(zones->list[i].name, name)) z = &zones->list[i];
    if (!z || *z->place || !z->count) return z ? annals_text_of(z->place) : (annals_text){0};
    if (!z->changes) return annals_text_of(zones->observances[z->first].offset);
    const char *first = again ? NULL : offset_at(zones, z, span->start);
    const char *last = first ? offset_at(zones, z, span->end) : NULL;
    return annals_text_of(last && !strcmp(first, last) ? first : "");
}

void ical_definitions_free(ical_definitions *zones) {
    free(zones->list);
    free(zones->observances);
    builder_free(&zones->rule);
    *zones = (ical_definitions){0};
}
