#include "tz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char folder[] = "/usr/share/zoneinfo/";
enum { HOUR = 3600, DAY = 86400, LARGEST = 1 << 20, HEADER = 44, LAST_RULE_YEAR = 2150, MOST_OFFSET = 26 * HOUR };

/* Farther than any time that the engine knows. */
static const int64_t MOST_SECONDS = INT64_C(1) << 60;

/* ------------------------------------------------------------------ numbers in the file: big-endian */

static int64_t number(const unsigned char *at, size_t size) {
    uint64_t value = at[0] & 0x80 && size < 8 ? ~UINT64_C(0) : 0;
    for (size_t i = 0; i < size; i++) value = value << 8 | at[i];
    return (int64_t)value;
}

/* The counts of a header, and where its data lie. */
typedef struct block {
    size_t transitions, types, letters, leaps, standards, universals;
    size_t size; /* of a moment: 4 or 8 bytes */
    const unsigned char *data;
} block;

static size_t data_length(const block *b) {
    return b->transitions * (b->size + 1) + b->types * 6 + b->letters + b->leaps * (b->size + 4) + b->standards +
           b->universals;
}

static bool read_header(const unsigned char *bytes, size_t length, size_t size, block *b) {
    if (length < HEADER || memcmp(bytes, "TZif", 4) != 0) return false;
    size_t *const counts[] = {&b->universals, &b->standards, &b->leaps, &b->transitions, &b->types, &b->letters};
    for (size_t i = 0; i < 6; i++) {
        int64_t count = number(bytes + 20 + 4 * i, 4);
        if (count < 0 || count > LARGEST) return false;
        *counts[i] = (size_t)count;
    }
    b->size = size;
    b->data = bytes + HEADER;
    return b->types && data_length(b) <= length - HEADER;
}

/* ------------------------------------------------------------------ observances */

static bool add(tz *zone, int64_t onset, int32_t offset, bool daylight, const char *name, size_t length) {
    if (!(zone->count & (zone->count - 1))) {
        size_t room = zone->count ? 2 * zone->count : 1;
        tz_observance *more = realloc(zone->list, room * sizeof *more);
        if (!more) return false;
        zone->list = more;
    }
    tz_observance *o = &zone->list[zone->count];
    *o = (tz_observance){.onset = onset, .offset = offset, .daylight = daylight};
    o->before = zone->count ? zone->list[zone->count - 1].offset : offset;
    snprintf(o->name, sizeof o->name, "%.*s", (int)length, name);
    zone->count++;
    return true;
}

static annals_status add_type(tz *zone, const block *b, int64_t onset, size_t type) {
    const unsigned char *types = b->data + b->transitions * (b->size + 1), *t = types + 6 * type;
    const char *letters = (const char *)(types + 6 * b->types);
    if (type >= b->types || t[5] >= b->letters) return ANNALS_INPUT;
    int64_t offset = number(t, 4);
    if (offset < -MOST_OFFSET || offset > MOST_OFFSET) return ANNALS_INPUT;
    const char *name = letters + t[5];
    size_t named = 0;
    while (named < b->letters - t[5] && name[named]) named++;
    return add(zone, onset, (int32_t)offset, t[4] != 0, name, named) ? ANNALS_OK : ANNALS_MEMORY;
}

/* Before the first transition the first type holds (RFC 9636, 3.2). */
static annals_status add_all(tz *zone, const block *b) {
    annals_status status = add_type(zone, b, TZ_ALWAYS, 0);
    for (size_t i = 0; i < b->transitions && status == ANNALS_OK; i++) {
        int64_t onset = number(b->data + i * b->size, b->size);
        if (onset < zone->list[zone->count - 1].onset || onset > MOST_SECONDS || onset < -MOST_SECONDS)
            return ANNALS_INPUT;
        status = add_type(zone, b, onset, b->data[b->transitions * b->size + i]);
    }
    return status;
}

/* ------------------------------------------------------------------ the rule for what comes after (POSIX TZ) */

/* The day `week` times the weekday (0: Sunday) of a month, the fifth being the last, and a time of it. */
typedef struct rule {
    char name[16];
    int32_t offset;
    int month, week, weekday;
    int32_t second;
} rule;

static const char *read_name(const char *at, char *name, size_t size) {
    bool quoted = *at == '<';
    at += quoted;
    size_t length = strcspn(at, quoted ? ">" : "+-0123456789,");
    snprintf(name, size, "%.*s", (int)length, at);
    at += length;
    return quoted && *at ? at + 1 : at;
}

/* "5", "-3:30", "02:00:00" */
static const char *read_clock(const char *at, int32_t *seconds) {
    int32_t sign = *at == '-' ? -1 : 1, unit = HOUR;
    at += *at == '-' || *at == '+';
    for (*seconds = 0; *at >= '0' && *at <= '9' && unit; unit /= 60) {
        int32_t part = 0;
        for (; *at >= '0' && *at <= '9' && part < 1000; at++) part = 10 * part + (*at - '0');
        *seconds += part * unit;
        if (*at != ':') break;
        at++;
    }
    *seconds *= sign;
    return at;
}

/* ",M3.2.0/2"; null when it is of another form. */
static const char *read_day(const char *at, rule *r) {
    int length = 0;
    if (sscanf(at, ",M%2d.%1d.%1d%n", &r->month, &r->week, &r->weekday, &length) != 3 || !length) return NULL;
    bool known = r->month >= 1 && r->month <= 12 && r->week >= 1 && r->week <= 5 && r->weekday >= 0 && r->weekday < 7;
    at += length;
    r->second = 2 * HOUR;
    if (*at == '/') at = read_clock(at + 1, &r->second);
    return known ? at : NULL;
}

/* The seconds after the local 1970-01-01 at which the rule begins to hold in a year. */
static int64_t onset_in(const rule *r, int64_t year) {
    int64_t first = annals_day_of_civil(year, r->month, 1);
    int64_t next = r->month == 12 ? annals_day_of_civil(year + 1, 1, 1) : annals_day_of_civil(year, r->month + 1, 1);
    int64_t day = first + (r->weekday - annals_weekday_of_day(first) + 14) % 7 + 7 * (r->week - 1);
    while (day >= next) day -= 7;
    return day * DAY + r->second;
}

/* "EST5EDT,M3.2.0,M11.1.0": east of Greenwich is negative there.  Other forms say no more than the table does. */
static bool read_rules(const char *footer, rule *standard, rule *daylight) {
    int32_t west;
    const char *at = read_clock(read_name(footer, standard->name, sizeof standard->name), &west);
    standard->offset = -west;
    daylight->offset = standard->offset + HOUR;
    if (!*at || *at == ',') return false;
    at = read_name(at, daylight->name, sizeof daylight->name);
    if (*at && *at != ',') {
        at = read_clock(at, &west);
        daylight->offset = -west;
    }
    at = read_day(at, daylight);
    return at && read_day(at, standard);
}

static bool add_rules(tz *zone, const char *footer) {
    rule standard = {0}, daylight = {0};
    int64_t year;
    int month, day;
    if (!read_rules(footer, &standard, &daylight)) return true;
    int64_t last = zone->list[zone->count - 1].onset;
    annals_civil_of_day(last == TZ_ALWAYS ? 0 : last / DAY, &year, &month, &day);
    for (; year < LAST_RULE_YEAR; year++) {
        int64_t begins = onset_in(&daylight, year) - standard.offset,
                ends = onset_in(&standard, year) - daylight.offset;
        const rule *order[] = {begins < ends ? &daylight : &standard, begins < ends ? &standard : &daylight};
        const int64_t onsets[] = {begins < ends ? begins : ends, begins < ends ? ends : begins};
        for (size_t i = 0; i < 2; i++)
            if (onsets[i] > last &&
                !add(zone, onsets[i], order[i]->offset, order[i] == &daylight, order[i]->name, strlen(order[i]->name)))
                return false;
    }
    return true;
}

/* ------------------------------------------------------------------ files */

annals_status tz_parse(const unsigned char *bytes, size_t length, tz *zone) {
    block b;
    *zone = (tz){0};
    if (!read_header(bytes, length, 4, &b)) return ANNALS_INPUT;
    size_t second = HEADER + data_length(&b);
    bool modern = bytes[4] >= '2';
    if (modern && !read_header(bytes + second, length - second, 8, &b)) return ANNALS_INPUT;
    annals_status status = add_all(zone, &b);
    const unsigned char *end = b.data + data_length(&b);
    char footer[80] = "";
    if (modern && end < bytes + length && *end == '\n')
        snprintf(footer, sizeof footer, "%.*s", (int)strcspn((const char *)end + 1, "\n"), (const char *)end + 1);
    if (status == ANNALS_OK && *footer && !add_rules(zone, footer)) status = ANNALS_MEMORY;
    if (status != ANNALS_OK) tz_free(zone);
    return status;
}

void tz_free(tz *zone) {
    free(zone->list);
    *zone = (tz){0};
}

bool tz_exists(annals_text name) {
    tz zone;
    bool exists = tz_load(name, &zone) == ANNALS_OK;
    tz_free(&zone);
    return exists;
}

/* "America/Argentina/Ushuaia": nothing that could lead out of the folder. */
static bool is_name(annals_text name) {
    bool start = true;
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i], small = (char)(c | 0x20);
        bool letter = small >= 'a' && small <= 'z';
        if (start ? !letter : !letter && !strchr("0123456789_+-/", c)) return false;
        start = c == '/';
    }
    return name.length && !start && name.length < 64;
}

annals_status tz_load(annals_text name, tz *zone) {
    char path[sizeof folder + 64];
    *zone = (tz){0};
    if (!is_name(name)) return ANNALS_INPUT;
    snprintf(path, sizeof path, "%s%.*s", folder, (int)name.length, name.data);
    FILE *file = fopen(path, "rb");
    if (!file) return ANNALS_INPUT;
    unsigned char *bytes = malloc(LARGEST + 1);
    size_t length = bytes ? fread(bytes, 1, LARGEST, file) : 0;
    fclose(file);
    if (bytes) bytes[length] = 0;
    annals_status status = bytes ? tz_parse(bytes, length, zone) : ANNALS_MEMORY;
    free(bytes);
    return status;
}

size_t tz_at(const tz *zone, int64_t local) {
    size_t low = 0, high = zone->count; /* the first one holds before all others */
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (zone->list[middle].onset + zone->list[middle].before <= local) low = middle;
        else high = middle;
    }
    return low;
}
