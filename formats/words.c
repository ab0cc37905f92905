#include "words.h"

#include "zone_name.h"

#include <stdio.h>
#include <string.h>

when_extent when_extent_of(const annals_when *when) {
    bool first = annals_bound_known(when->begin.earliest), last = annals_bound_known(when->end.latest);
    if (!first || !last) return first ? WHEN_FROM : last ? WHEN_UNTIL : WHEN_UNPLACED;
    if (when->day_part != ANNALS_DAY_PART_NONE || when->granularity == ANNALS_HOUR) return WHEN_FILLS;
    if (!annals_bound_known(when->begin.latest)) return WHEN_FILLS;
    return annals_bound_compare(when->begin.earliest, when->begin.latest) < 0 ? WHEN_WITHIN : WHEN_FILLS;
}

bool when_is_named(const annals_when *when) {
    return when->granularity > ANNALS_GRANULARITY_UNKNOWN && when->granularity < ANNALS_WEEK;
}

const char *when_words(const annals_when *when, char *buffer) {
    annals_when_phrase(when, buffer, WORDS_SIZE);
    return buffer;
}

static bool same_bound(annals_bound a, annals_bound b) {
    return a.state == b.state && (!annals_bound_known(a) || (a.day == b.day && a.second == b.second));
}

static bool same_bounds(annals_bounds a, annals_bounds b) {
    return same_bound(a.earliest, b.earliest) && same_bound(a.latest, b.latest);
}

bool source_has_own_time(const annals_event *event, const annals_source *source) {
    if (!source->when || event->conflict_count) return source->when;
    annals_bound here = event->when->begin.earliest, there = source->when->begin.earliest;
    if (event->when->day_part || source->when->day_part) return false;
    return here.state > ANNALS_BOUND_DAY && there.state > ANNALS_BOUND_DAY && annals_bound_compare(here, there);
}

/* The qualifiers of all parts of its dates. */
static unsigned qualifiers_of(const annals_edtf *value) {
    unsigned found = 0;
    for (size_t i = 0; i < value->item_count; i++)
        for (int part = 0; part < ANNALS_EDTF_PARTS; part++)
            found |= value->items[i].first.qualifier[part] | value->items[i].last.qualifier[part];
    return found;
}

static unsigned qualifiers_in(const annals_when *when) {
    return (when->approximate ? ANNALS_EDTF_APPROXIMATE : 0u) | (when->uncertain ? ANNALS_EDTF_UNCERTAIN : 0u);
}

static bool says_all(const annals_edtf *value, const annals_when *when) {
    return when->day_part == ANNALS_DAY_PART_NONE && qualifiers_of(value) == qualifiers_in(when) &&
           same_bounds(value->begin, when->begin) && same_bounds(value->end, when->end);
}

/* EDTF has seconds in every time of day; the engine reads times without them too: "1962-10-27T10:00-04:00". */
static annals_text without_seconds(annals_text edtf, char *buffer) {
    size_t length = 0, colons = 0;
    for (size_t i = 0; i < edtf.length && length < WORDS_SIZE; i++) {
        if (edtf.data[i] == 'T') colons = 0;
        if (edtf.data[i] == ':' && ++colons == 2) i += 2;
        else buffer[length++] = edtf.data[i];
    }
    return (annals_text){buffer, length};
}

/* EDTF's sign of how sure a time is. */
static const char *mark_of(const annals_when *when) {
    if (when->approximate) return when->uncertain ? "%" : "~";
    return when->uncertain ? "?" : "";
}

/* From the first to the last moment, or within them, as EDTF says it.  Its times of day are never unsure, so that of
 * those which are only the days are said. */
static annals_text spell_bounds(const annals_when *when, when_extent extent, char *buffer) {
    char first[ANNALS_BOUND_SIZE], last[ANNALS_BOUND_SIZE];
    const char *mark = mark_of(when);
    annals_bound_iso(when->begin.earliest, first);
    annals_bound_iso(when->end.latest, last);
    bool days = *mark || extent == WHEN_WITHIN;
    if (days) first[strcspn(first, "T")] = last[strcspn(last, "T")] = 0;
    bool day = days && !strcmp(first, last) && extent != WHEN_FROM && extent != WHEN_UNTIL;
    if (day) snprintf(buffer, WORDS_SIZE, "%s%s", first, mark);
    else if (extent == WHEN_FROM) snprintf(buffer, WORDS_SIZE, "%s%s/..", first, mark);
    else if (extent == WHEN_UNTIL) snprintf(buffer, WORDS_SIZE, "../%s%s", last, mark);
    else if (extent == WHEN_FILLS) snprintf(buffer, WORDS_SIZE, "%s%s/%s%s", first, mark, last, mark);
    else snprintf(buffer, WORDS_SIZE, "[%s%s..%s%s]", first, mark, last, mark);
    return annals_text_of(buffer);
}

/* "3 August 1962, between 21:00 and 22:00": EDTF has no sets of times of day. */
static bool is_clock_within(const annals_when *when, when_extent extent) {
    return extent == WHEN_WITHIN && when->day_part == ANNALS_DAY_PART_NONE &&
           when->begin.earliest.state > ANNALS_BOUND_DAY && when->end.latest.state > ANNALS_BOUND_DAY;
}

/* "Until 2 November 1962, evening", "from 2 November 1962, 02:00 (?)": what EDTF says of them is the day. */
static bool is_open_clock(const annals_when *when, when_extent extent) {
    if (extent != WHEN_FROM && extent != WHEN_UNTIL) return false;
    annals_bounds known = extent == WHEN_FROM ? when->begin : when->end;
    bool clock = known.earliest.state > ANNALS_BOUND_DAY && known.latest.state > ANNALS_BOUND_DAY;
    return clock && known.earliest.day == known.latest.day && !when->approximate && (when->day_part || when->uncertain);
}

/* "27 September 1931, 02:00 (?)", "about 02:00", "02:00–11:30 (?)" */
static bool is_unsure_clock(const annals_when *when, when_extent extent) {
    bool one = same_bounds(when->begin, when->end);
    bool day = !when->approximate && when->begin.earliest.day == when->end.latest.day &&
               when->end.latest.state > ANNALS_BOUND_DAY && same_bound(when->end.earliest, when->end.latest);
    return when->granularity == ANNALS_MINUTE && (when->approximate || when->uncertain) && extent == WHEN_FILLS &&
           (one || day);
}

/* What words of years before 1000 say is read as something else: "late 300". */
static bool is_read_in_words(const annals_when *when) {
    int64_t first = when->granularity >= ANNALS_DECADE ? 1000 : 1;
    return when->begin.earliest.day >= annals_day_of_civil(first, 1, 1);
}

/* The engine reads its own words for parts of the day and for parts of years and months. */
static bool has_words(const annals_when *when, when_extent extent) {
    bool part_of_day = extent == WHEN_FILLS && when->day_part != ANNALS_DAY_PART_NONE;
    bool part = extent == WHEN_WITHIN && when_is_named(when) && same_bounds(when->begin, when->end) &&
                is_read_in_words(when) && !when->approximate && !when->uncertain;
    return part_of_day || part || is_unsure_clock(when, extent) || is_open_clock(when, extent) ||
           is_clock_within(when, extent);
}

/* The engine does not read the "about" of its words for parts of the day, nor before "between": EDTF's sign says it. */
static annals_text say(const annals_when *when, char *buffer) {
    annals_when said = *when;
    bool within = is_clock_within(when, when_extent_of(when));
    bool about = when->approximate && (when->day_part != ANNALS_DAY_PART_NONE || within);
    if (within) said.begin = said.end = (annals_bounds){when->begin.earliest, when->end.latest};
    said.zone = (annals_text){0};
    if (about) said.approximate = said.uncertain = false;
    when_words(&said, buffer);
    size_t length = strlen(buffer);
    if (about) snprintf(buffer + length, WORDS_SIZE - length, "%s", mark_of(when));
    return annals_text_of(buffer);
}

/* EDTF has the last month of a season that something lasted until, as if it had ended in that. */
static bool is_sharper(const annals_edtf *value, const annals_when *when) {
    annals_bound first = when->begin.latest, last = when->end.earliest;
    bool begins =
        annals_bound_known(first) && annals_bound_known(value->begin.latest) && value->begin.latest.day < first.day;
    bool ends =
        annals_bound_known(last) && annals_bound_known(value->end.earliest) && value->end.earliest.day > last.day;
    return begins || ends;
}

/* Until some day of the month, the year or the decade that the bounds lie in. */
static annals_text spell_wider(annals_bounds bounds, bool until, char *buffer) {
    char first[ANNALS_BOUND_SIZE], last[ANNALS_BOUND_SIZE];
    annals_bound_iso(bounds.earliest, first);
    annals_bound_iso(bounds.latest, last);
    size_t year = 1 + strcspn(first + 1, "-"), month = year + strlen("-MM");
    bool one = !strncmp(first, last, year);
    if (!one) last[year - 1] = 'X';
    last[!strncmp(first, last, month) ? month : year] = 0;
    snprintf(buffer, WORDS_SIZE, until ? "../%s" : "%s/..", last);
    return annals_text_of(buffer);
}

/* "366–399", a third of a century, would be read as all of these years, and "July 1958 – June 1959", a year of
 * accounts, as from the one to the other. */
static bool says_one_time(annals_text words) {
    if (strstr(words.data, " – ")) return false;
    for (size_t i = 0; i < words.length; i++)
        if ((words.data[i] | 0x20) >= 'a' && (words.data[i] | 0x20) <= 'z') return true;
    return false;
}

annals_text when_spelling(const annals_when *when, char *buffer, annals_status *status) {
    annals_error error = {0};
    annals_edtf *value = when->edtf.length ? annals_edtf_parse(when->edtf, &error) : NULL;
    if (error.status == ANNALS_MEMORY) *status = error.status;
    bool sure = value && qualifiers_of(value) == qualifiers_in(when), sharper = value && is_sharper(value, when);
    bool all = value && says_all(value, when), clock = value && when->granularity == ANNALS_MINUTE;
    bool no_year = value && when->edtf.length >= 4 && !memcmp(when->edtf.data, "XXXX", 4);
    when_extent extent = when_extent_of(when);
    annals_edtf_free(value);
    if (all || no_year) return when->edtf;
    if (extent == WHEN_UNPLACED) return annals_text_of("XXXX-XX-XX");
    bool days = when->day_part && extent == WHEN_FILLS && when->begin.earliest.day + 1 < when->end.latest.day;
    if (days) extent = WHEN_WITHIN; /* a night of a month */
    if (has_words(when, extent) && (says_one_time(say(when, buffer)) || extent != WHEN_WITHIN))
        return annals_text_of(buffer);
    if (clock && sure && extent == WHEN_FILLS) return without_seconds(when->edtf, buffer);
    /* Better too wide than a sharp edge that nobody gave: "until late 1776" is until some day of 1776. */
    if (sure && sharper && (extent == WHEN_FROM || extent == WHEN_UNTIL))
        return spell_wider(extent == WHEN_UNTIL ? when->end : when->begin, extent == WHEN_UNTIL, buffer);
    if (sure && (extent == WHEN_FROM || extent == WHEN_UNTIL)) return without_seconds(when->edtf, buffer);
    return spell_bounds(when, extent, buffer);
}

/* Only EDTF itself says it, and not all times are spelt so. */
static bool spells_zone(const annals_when *when) {
    char buffer[WORDS_SIZE];
    annals_status status = ANNALS_OK;
    annals_text spelling = when_spelling(when, buffer, &status);
    annals_text sign = is_zone_offset(when->zone) ? when->zone : annals_text_of("Z");
    const char *clock = spelling.length ? memchr(spelling.data, 'T', spelling.length) : NULL;
    size_t left = clock ? (size_t)(spelling.data + spelling.length - clock) : 0;
    for (; left >= sign.length && left; clock++, left--)
        if (!memcmp(clock, sign.data, sign.length)) return true;
    return false;
}

annals_text zone_in_words(annals_text zone, char *buffer) {
    if (!is_zone_offset(zone)) return zone;
    snprintf(buffer, WORDS_SIZE, "UTC%.*s", (int)zone.length, zone.data);
    return annals_text_of(buffer);
}

annals_text unspelt_zone(const annals_when *when, char *buffer) {
    bool offset = is_zone_offset(when->zone), utc = when->zone.length == 3 && !memcmp(when->zone.data, "UTC", 3);
    bool named = when->zone.length && (when->zone.data[0] | 0x20) >= 'a' && (when->zone.data[0] | 0x20) <= 'z';
    if ((!named && !offset) || when->granularity <= ANNALS_DAY) return (annals_text){0};
    if ((offset || utc) && spells_zone(when)) return (annals_text){0};
    return zone_in_words(when->zone, buffer);
}

bool is_plain_date(annals_text edtf) {
    for (size_t i = 0; i < edtf.length; i++)
        if (!strchr("0123456789-:TZ+", edtf.data[i]) || !edtf.data[i]) return false;
    return edtf.length > 0;
}

bool event_is_wanted(const annals_event *event, bool citations) {
    return citations || event->kind != ANNALS_CITATION;
}
