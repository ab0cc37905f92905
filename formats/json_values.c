#include "json_values.h"

#include <stdlib.h>
#include <string.h>

annals_text json_text_of(const json_t *string) {
    return (annals_text){json_string_value(string), json_string_length(string)};
}

annals_text json_text(const json_t *object, const char *key) {
    return json_text_of(json_object_get(object, key));
}

size_t json_size(const json_t *object, const char *key) {
    return (size_t)json_integer_value(json_object_get(object, key));
}

bool json_truth(const json_t *object, const char *key) {
    return json_is_true(json_object_get(object, key));
}

void *json_make_room(json_room *room, size_t count, size_t size, annals_error *error) {
    if (room->items && count * size <= room->size) return room->items;
    size_t larger = 2 * (count + 1) * size;
    void *items = realloc(room->items, larger);
    if (!items) {
        annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
        return NULL;
    }
    *room = (json_room){items, larger};
    return items;
}

/* ------------------------------------------------------------------ names */

/* Walks the names from the first; those of a schema are all known. */
#define READER_OF(type, function, name_of)                                                                             \
    type function(const json_t *object, const char *key) {                                                             \
        const char *name = json_string_value(json_object_get(object, key));                                            \
        type value = 0;                                                                                                \
        while (name && strcmp(name_of(value), name) != 0) value++;                                                     \
        return value;                                                                                                  \
    }

READER_OF(annals_mode, json_mode, annals_mode_name)
READER_OF(annals_order, json_order, annals_order_name)
READER_OF(annals_when_basis, json_when_basis, annals_when_basis_name)
READER_OF(annals_timex_type, json_timex_type, annals_timex_type_name)
READER_OF(annals_range_end, json_range_end, annals_range_end_name)
READER_OF(annals_event_kind, json_event_kind, annals_event_kind_name)
READER_OF(annals_modality, json_modality, annals_modality_name)
READER_OF(annals_tag_kind, json_tag_kind, annals_tag_kind_name)
static READER_OF(annals_granularity, json_granularity, annals_granularity_name) static READER_OF(
    annals_day_part, json_day_part,
    annals_day_part_name) static READER_OF(annals_calendar, json_calendar,
                                           annals_calendar_name) static READER_OF(annals_zone_basis, json_zone_basis,
                                                                                  annals_zone_basis_name)

    /* ------------------------------------------------------------------ times */

    static int two_digits(const char *at) {
    return 10 * (at[0] - '0') + at[1] - '0';
}

/* "1962-10-27", "+12000-01-01T02:00"; the schema has checked its letters. */
static bool read_moment(const char *text, annals_bound *bound) {
    enum { MOST_DIGITS = 12, DATE = 6, SECONDS = 6 }; /* "-10-27", "T02:00" */
    char *end;
    size_t signs = *text == '-' || *text == '+', digits = strspn(text + signs, "0123456789");
    if (digits > MOST_DIGITS) return false;
    int64_t year = strtoll(text, &end, 10), found;
    int month = two_digits(end + 1), day = two_digits(end + 4), found_month, found_day;
    *bound = (annals_bound){.day = annals_day_of_civil(year, month, day), .state = ANNALS_BOUND_DAY};
    annals_civil_of_day(bound->day, &found, &found_month, &found_day);
    if (found_day != day) return false;
    const char *time = end + DATE;
    if (!*time) return true;
    bool seconds = time[SECONDS];
    bound->second = 3600 * two_digits(time + 1) + 60 * two_digits(time + 4) + (seconds ? two_digits(time + 7) : 0);
    bound->state = seconds ? ANNALS_BOUND_SECOND : ANNALS_BOUND_MINUTE;
    return true;
}

static bool names(const json_t *list, const char *name) {
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(json_string_value(json_array_get(list, i)), name) == 0) return true;
    return false;
}

static bool lies_within(annals_bounds bounds, annals_bound first, annals_bound last) {
    enum { NIGHT = 1 /* days that a part of the day may reach beyond its date */ };
    return (!annals_bound_known(first) || !annals_bound_known(bounds.earliest) ||
            bounds.earliest.day >= first.day - NIGHT) &&
           (!annals_bound_known(last) || !annals_bound_known(bounds.latest) || bounds.latest.day <= last.day + NIGHT);
}

/* Whoever changes only the EDTF by hand moves the event: bounds that lie outside are those that it had before, and so
 * is a day where it gives no more than a month. */
static bool follow_edtf(annals_when *when, bool *moved, annals_error *error) {
    annals_error own = {0};
    if (when->edtf.length && !strcmp(when->edtf.data, "../..")) return true; /* always so: open at both ends */
    annals_edtf *value = when->edtf.length ? annals_edtf_parse(when->edtf, &own) : NULL;
    if (own.status == ANNALS_MEMORY) annals_fail(error, ANNALS_MEMORY, "%s", own.message);
    else if (own.status != ANNALS_OK)
        annals_fail(error, ANNALS_INPUT, "edtf: '%.*s' is no date of EDTF: %.120s",
                    (int)(when->edtf.length < 40 ? when->edtf.length : 40), when->edtf.data, own.message);
    if (!value) return own.status == ANNALS_OK;
    annals_bound first = value->begin.earliest, last = value->end.latest;
    annals_granularity granularity = value->items[0].first.granularity;
    bool placed = annals_bound_known(first) || annals_bound_known(last);
    bool coarser = value->kind == ANNALS_EDTF_SINGLE && granularity < ANNALS_DAY && when->granularity == ANNALS_DAY;
    bool same = lies_within(when->begin, first, last) && lies_within(when->end, first, last) && !coarser;
    if (placed && !same) {
        when->begin = value->begin;
        when->end = value->end;
        when->granularity = granularity;
        when->day_part = ANNALS_DAY_PART_NONE;
        if (moved) *moved = true;
    }
    annals_edtf_free(value);
    return true;
}

/* By days: a part of one may begin on the day that it ends on. */
static bool in_order(const annals_when *when, annals_error *error) {
    const struct {
        const char *first, *last;
        annals_bound from, to;
    } pairs[] = {{"begin.earliest", "begin.latest", when->begin.earliest, when->begin.latest},
                 {"end.earliest", "end.latest", when->end.earliest, when->end.latest},
                 {"begin.earliest", "end.latest", when->begin.earliest, when->end.latest}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char from[ANNALS_BOUND_SIZE], to[ANNALS_BOUND_SIZE];
        const annals_bound *a = &pairs[i].from, *b = &pairs[i].to;
        if (!annals_bound_known(*a) || !annals_bound_known(*b) || a->day <= b->day) continue;
        annals_fail(error, ANNALS_INPUT, "%s: %s is after %s, %s; correct one of them", pairs[i].first,
                    annals_bound_iso(*a, from), pairs[i].last, annals_bound_iso(*b, to));
        return false;
    }
    return true;
}

bool json_when(const json_t *object, annals_when *when, bool *moved, annals_error *error) {
    if (moved) *moved = false;
    *when = (annals_when){.edtf = json_text(object, "edtf"),
                          .granularity = json_granularity(object, "granularity"),
                          .day_part = ANNALS_DAY_PART_NONE,
                          .approximate = names(json_object_get(object, "qualifiers"), "approximate"),
                          .uncertain = names(json_object_get(object, "qualifiers"), "uncertain"),
                          .calendar = json_calendar(object, "calendar"),
                          .as_written = json_text(object, "asWritten"),
                          .zone = json_text(object, "zone"),
                          .zone_basis = json_zone_basis(object, "zoneBasis"),
                          .duration = json_text(object, "duration"),
                          .set = json_text(object, "set")};
    when->day_part = json_day_part(object, "dayPart");
    const struct {
        const char *side, *edge, *name;
        annals_bound *bound;
    } rows[] = {{"begin", "earliest", "begin.earliest", &when->begin.earliest},
                {"begin", "latest", "begin.latest", &when->begin.latest},
                {"end", "earliest", "end.earliest", &when->end.earliest},
                {"end", "latest", "end.latest", &when->end.latest}};
    const json_t *open = json_object_get(object, "open");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text = json_string_value(json_object_get(json_object_get(object, rows[i].side), rows[i].edge));
        if (!text && names(open, rows[i].name)) rows[i].bound->state = ANNALS_BOUND_OPEN;
        if (!text || read_moment(text, rows[i].bound)) continue;
        annals_fail(error, ANNALS_INPUT, "%s: there is no day '%.40s'; check the month and the day", rows[i].name,
                    text);
        return false;
    }
    return in_order(when, error) && follow_edtf(when, moved, error);
}

/* ------------------------------------------------------------------ what an event is about */

bool json_tags(const json_t *object, json_room *room, annals_event *event, annals_error *error) {
    const json_t *list = json_object_get(object, "tags");
    size_t count = json_array_size(list);
    annals_tag *tags = json_make_room(room, count, sizeof *tags, error);
    for (size_t i = 0; tags && i < count; i++) {
        const json_t *tag = json_array_get(list, i);
        tags[i] = (annals_tag){json_tag_kind(tag, "kind"), json_text(tag, "name")};
    }
    event->tags = tags;
    event->tag_count = count;
    return tags;
}

bool json_fields(const json_t *object, json_room *room, annals_event *event, annals_error *error) {
    const json_t *list = json_object_get(object, "fields");
    size_t count = json_array_size(list);
    annals_field *fields = json_make_room(room, count, sizeof *fields, error);
    for (size_t i = 0; fields && i < count; i++) {
        const json_t *field = json_array_get(list, i);
        fields[i] = (annals_field){json_text(field, "name"), json_text(field, "value")};
    }
    event->fields = fields;
    event->field_count = count;
    return fields;
}
