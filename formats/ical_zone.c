#include "ical_zone.h"

#include "annals-formats.h"
#include "zone_name.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The tz database has about 600 names. */
enum { MOST_ZONES = 1000, DAY = 86400 };

bool annals_zone_exists(annals_text name) {
    char offset[ZONE_OFFSET_SIZE];
    return zone_offset_of(name, offset) || tz_exists(name);
}

bool ical_zone_offset(annals_text zone, int32_t *offset) {
    *offset = 0;
    if ((zone.length == 3 && !memcmp(zone.data, "UTC", 3)) || (zone.length == 1 && *zone.data == 'Z')) return true;
    if (zone.length != 6 || !strchr("+-", *zone.data) || zone.data[3] != ':') return false;
    for (size_t i = 1; i < 6; i++)
        if (i != 3 && (zone.data[i] < '0' || zone.data[i] > '9')) return false;
    int32_t hours = (zone.data[1] - '0') * 10 + zone.data[2] - '0',
            minutes = (zone.data[4] - '0') * 10 + zone.data[5] - '0';
    *offset = (*zone.data == '-' ? -60 : 60) * (60 * hours + minutes);
    return true;
}

/* The zone, loaded when it comes first; null when there is none. */
static annals_status find(ical_zones *zones, annals_text name, ical_zone **found) {
    *found = NULL;
    for (size_t i = 0; i < zones->count && !*found; i++)
        if (strlen(zones->list[i].name) == name.length && !memcmp(zones->list[i].name, name.data, name.length))
            *found = &zones->list[i];
    if (*found || name.length >= sizeof zones->list->name || zones->count == MOST_ZONES) return ANNALS_OK;
    ical_zone *more = realloc(zones->list, (zones->count + 1) * sizeof *more);
    if (!more) return ANNALS_MEMORY;
    zones->list = more;
    ical_zone *z = *found = &more[zones->count++];
    *z = (ical_zone){0};
    memcpy(z->name, name.data, name.length);
    annals_status status = tz_load(name, &z->table);
    z->known = status == ANNALS_OK;
    return status == ANNALS_MEMORY ? status : ANNALS_OK;
}

static void use(ical_zone *zone, ical_moment moment) {
    size_t at = tz_at(&zone->table, moment.day * DAY + moment.second);
    zone->table.list[at].used = true;
    if (at) zone->table.list[at - 1].used = true;
}

annals_status ical_zones_place(ical_zones *zones, annals_text own, annals_text zone, bool floating, ical_span *span,
                               ical_clock *clock) {
    int32_t offset;
    ical_zone *found = NULL;
    annals_status status = ANNALS_OK;
    *clock = (ical_clock){.form = ICAL_FLOATING};
    if (floating) return status;
    if (own.length && !ical_zone_offset(own, &offset)) status = find(zones, own, &found);
    annals_text wanted = own.length && (!found || found->known) ? own : zone;
    if (wanted.length && ical_zone_offset(wanted, &offset)) {
        ical_span_to_utc(span, offset);
        clock->form = ICAL_UTC;
        return status;
    }
    if (status == ANNALS_OK && zone.length && (!found || !found->known)) status = find(zones, zone, &found);
    if (found && found->known) {
        use(found, span->start);
        use(found, span->end);
        *clock = (ical_clock){ICAL_LOCAL, found->name};
        return status;
    }
    ical_span_to_days(span);
    clock->form = ICAL_DAYS;
    return status;
}

void ical_zones_keep(ical_zones *zones, const char *name, int64_t last) {
    for (size_t i = 0; i < zones->count; i++) {
        tz *table = &zones->list[i].table;
        if (strcmp(zones->list[i].name, name) != 0 || !zones->list[i].known) continue;
        for (size_t at = tz_at(table, (last + 1) * DAY); at && !table->list[at].used; at--) table->list[at].used = true;
    }
}

annals_status ical_zones_ahead(ical_zones *zones, annals_text zone, ical_moment shown, int32_t *ahead) {
    ical_zone *found = NULL;
    *ahead = 0;
    annals_status status = zone.length ? find(zones, zone, &found) : ANNALS_OK;
    if (found && found->known) *ahead = found->table.list[tz_at(&found->table, shown.day * DAY + shown.second)].offset;
    return status;
}

/* ------------------------------------------------------------------ VTIMEZONE (RFC 5545, 3.6.5) */

/* "-0400"; seconds only where there are any. */
static void put_offset(output *out, const char *name, int32_t offset) {
    char line[64];
    int32_t size = offset < 0 ? -offset : offset;
    int n = snprintf(line, sizeof line, "%s:%c%02d%02d", name, offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
    if (size % 60) snprintf(line + n, sizeof line - (size_t)n, "%02d", size % 60);
    output_string(out, line);
    output_string(out, "\r\n");
}

/* What has always held begins where calendars do. */
static void put_observance(output *out, const tz_observance *o) {
    char spelling[ICAL_MOMENT_SIZE], line[64];
    int64_t local = o->onset == TZ_ALWAYS ? annals_day_of_civil(100, 1, 1) * DAY : o->onset + o->before;
    int64_t day = local >= 0 ? local / DAY : -((DAY - 1 - local) / DAY);
    const char *kind = o->daylight ? "DAYLIGHT" : "STANDARD";
    ical_moment_spelling((ical_moment){day, (int32_t)(local - day * DAY)}, true, spelling);
    snprintf(line, sizeof line, "BEGIN:%s\r\nDTSTART:%s\r\n", kind, spelling);
    output_string(out, line);
    put_offset(out, "TZOFFSETFROM", o->before);
    put_offset(out, "TZOFFSETTO", o->offset);
    snprintf(line, sizeof line, "TZNAME:%s\r\nEND:%s\r\n", o->name, kind);
    output_string(out, line);
}

void ical_zones_write(ical_zones *zones, output *out) {
    for (size_t i = 0; i < zones->count; i++) {
        const ical_zone *z = &zones->list[i];
        bool begun = false;
        for (size_t j = 0; j < z->table.count; j++) {
            if (!z->table.list[j].used) continue;
            if (!begun)
                output_string(out, "BEGIN:VTIMEZONE\r\nTZID:"), output_string(out, z->name), output_string(out, "\r\n");
            begun = true;
            put_observance(out, &z->table.list[j]);
        }
        if (begun) output_string(out, "END:VTIMEZONE\r\n");
    }
}

void ical_zones_free(ical_zones *zones) {
    for (size_t i = 0; i < zones->count; i++) tz_free(&zones->list[i].table);
    free(zones->list);
    *zones = (ical_zones){0};
}
