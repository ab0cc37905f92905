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

/* EDTF's years have four digits where there is more than the year. */
static bool has_four_digits(const char *iso) {
    return *iso != '+' && strcspn(iso + (*iso == '-'), "-") == 4;
}

/* The date that both bounds lie in: the moment, its day, month, year, decade or century, and no sharper one.  False:
 * there is none.  EDTF's times of day are never unsure: of those which are the day is said. */
static bool spell_end(annals_bounds bounds, const char *mark, char *buffer) {
    char first[ANNALS_BOUND_SIZE], last[ANNALS_BOUND_SIZE];
    annals_bound_iso(bounds.earliest, first);
    annals_bound_iso(annals_bound_known(bounds.latest) ? bounds.latest : bounds.earliest, last);
    if (!has_four_digits(first) || !has_four_digits(last)) return false;
    if (*mark || strcmp(first, last) != 0) first[strcspn(first, "T")] = last[strcspn(last, "T")] = 0;
    size_t year = 4 + (*first == '-'), lengths[] = {strlen(first), year + 3, year, year - 1, year - 2}, i = 0;
    size_t most = *first == '-' ? 3 : 5; /* before year 0 no X stands for the years of a decade */
    if (strlen(first) != strlen(last)) return false;
    while (i < most && strncmp(first, last, lengths[i]) != 0) i++;
    if (i == most) return false;
    for (size_t x = lengths[i]; x < year; x++) first[x] = 'X';
    first[lengths[i] < year ? year : lengths[i]] = 0;
    snprintf(buffer, WORDS_SIZE / 2, "%s%s", first, mark);
    return true;
}

/* One of the days from the first to the last; the one that is not known is open. */
static annals_text spell_days(const annals_when *when, char *buffer) {
    char first[ANNALS_BOUND_SIZE], last[ANNALS_BOUND_SIZE];
    const char *mark = mark_of(when);
    annals_bound_iso(when->begin.earliest, first);
    annals_bound_iso(when->end.latest, last);
    first[strcspn(first, "T")] = last[strcspn(last, "T")] = 0;
    if ((*first && !has_four_digits(first)) || (*last && !has_four_digits(last))) {
        annals_when years = *when; /* "between 10100 and 10001 BC" */
        years.granularity = ANNALS_YEAR;
        return annals_text_of(when_words(&years, buffer));
    }
    if (!strcmp(first, last)) snprintf(buffer, WORDS_SIZE, "%s%s", first, mark);
    else snprintf(buffer, WORDS_SIZE, "[%s%s..%s%s]", first, *first ? mark : "", last, *last ? mark : "");
    return annals_text_of(buffer);
}

/* From the first to the last moment, or within them, as EDTF says it: rather too wide than with a sharp edge that
 * nobody gave.  "Until late 1776" is until some day of 1776. */
static annals_text spell_bounds(const annals_when *when, when_extent extent, char *buffer) {
    char first[WORDS_SIZE / 2] = "..", last[WORDS_SIZE / 2] = "..";
    annals_bounds end = {when->end.latest,
                         annals_bound_known(when->end.earliest) ? when->end.earliest : when->end.latest};
    bool begins = extent == WHEN_UNTIL || spell_end(when->begin, mark_of(when), first);
    bool ends = extent == WHEN_FROM || spell_end(end, mark_of(when), last);
    bool inner =
        extent != WHEN_FILLS || (annals_bound_known(when->begin.latest) && annals_bound_known(when->end.earliest));
    if (extent == WHEN_WITHIN || !begins || !ends || !inner || !strcmp(first, last)) return spell_days(when, buffer);
    snprintf(buffer, WORDS_SIZE, "%s/%s", first, last);
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

/* Noon and midnight are read as the moments. */
static bool is_read_part(annals_day_part part) {
    return part != ANNALS_DAY_PART_NONE && part != ANNALS_NOON && part != ANNALS_MIDNIGHT;
}

/* The engine reads its own words for parts of the day and for parts of years and months. */
static bool has_words(const annals_when *when, when_extent extent) {
    bool part_of_day = extent == WHEN_FILLS && is_read_part(when->day_part) && same_bounds(when->begin, when->end);
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

/* Is a later than b, a day counting as its first second, or as its last? */
static bool is_later(annals_bound a, annals_bound b, bool last) {
    enum { LAST_SECOND = 86399 };
    if (!annals_bound_known(a) || !annals_bound_known(b)) return false;
    if (last && a.state == ANNALS_BOUND_DAY) a.second = LAST_SECOND;
    if (last && b.state == ANNALS_BOUND_DAY) b.second = LAST_SECOND;
    return annals_bound_compare(a, b) > 0;
}

/* EDTF has the last month of a season that something lasted until, as if it had ended in that. */
static bool is_sharper(const annals_edtf *value, const annals_when *when) {
    return is_later(when->begin.latest, value->begin.latest, true) ||
           is_later(value->end.earliest, when->end.earliest, false) ||
           is_later(value->begin.earliest, when->begin.earliest, false) ||
           is_later(when->end.latest, value->end.latest, true);
}

/* "366–399", a third of a century, would be read as all of these years, and "July 1958 – June 1959", a year of
 * accounts, as from the one to the other. */
static bool says_one_time(annals_text words) {
    if (strstr(words.data, " – ")) return false;
    for (size_t i = 0; i < words.length; i++)
        if ((words.data[i] | 0x20) >= 'a' && (words.data[i] | 0x20) <= 'z') return true;
    return false;
}

/* How its EDTF tells a time. */
typedef struct telling {
    bool all, sure, sharper, no_year;
} telling;

static telling telling_of(const annals_when *when, annals_status *status) {
    annals_error error = {0};
    annals_edtf *value = when->edtf.length ? annals_edtf_parse(when->edtf, &error) : NULL;
    if (error.status == ANNALS_MEMORY) *status = error.status;
    if (!value) return (telling){.sharper = true};
    telling t = {says_all(value, when), qualifiers_of(value) == qualifiers_in(when), is_sharper(value, when), false};
    for (size_t i = 0; i + 4 <= when->edtf.length; i++) t.no_year |= !memcmp(when->edtf.data + i, "XXXX", 4);
    annals_edtf_free(value);
    return t;
}

annals_text when_spelling(const annals_when *when, char *buffer, annals_status *status) {
    telling t = telling_of(when, status);
    when_extent extent = when_extent_of(when);
    if (t.all || t.no_year) return when->edtf;
    if (extent == WHEN_UNPLACED) return annals_text_of("XXXX-XX-XX");
    bool days = when->day_part && extent == WHEN_FILLS && when->begin.earliest.day + 1 < when->end.latest.day;
    if (days) extent = WHEN_WITHIN; /* a night of a month */
    if (has_words(when, extent) && (says_one_time(say(when, buffer)) || extent != WHEN_WITHIN))
        return annals_text_of(buffer);
    bool told = t.sure && !t.sharper && extent != WHEN_WITHIN;
    if (told) return when->granularity == ANNALS_SECOND ? when->edtf : without_seconds(when->edtf, buffer);
    return spell_bounds(when, extent, buffer);
}

/* Is what is read of the spelling the time itself? */
static bool is_read_as(const annals_edtf *value, const annals_when *when) {
    char edtf[WORDS_SIZE];
    size_t length = annals_edtf_write(value, edtf, sizeof edtf);
    bool same = value->granularity == when->granularity && length == when->edtf.length && length < sizeof edtf &&
                !memcmp(edtf, when->edtf.data, length);
    return same && (says_all(value, when) || when_extent_of(when) == WHEN_UNPLACED);
}

bool is_spelt_whole(const annals_when *when, annals_status *status) {
    char buffer[WORDS_SIZE];
    annals_error error = {0};
    bool plain = when->calendar == ANNALS_GREGORIAN && !when->duration.length && !when->set.length && !when->day_part;
    bool zone = !when->zone.length || (when->zone_basis == ANNALS_ZONE_STATED && when->granularity > ANNALS_DAY);
    if (!plain || !zone || !when->edtf.length) return false;
    annals_edtf *value = annals_edtf_parse(when_spelling(when, buffer, status), &error);
    if (error.status == ANNALS_MEMORY) *status = error.status;
    bool whole = value && qualifiers_of(value) == qualifiers_in(when) && is_read_as(value, when);
    annals_edtf_free(value);
    return whole;
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

bool plain_date_of(annals_bounds bounds, char *buffer, annals_status *status) {
    annals_error error = {0};
    if (!annals_bound_known(bounds.earliest) || !spell_end(bounds, "", buffer)) return false;
    if (same_bound(bounds.earliest, bounds.latest)) return true;
    annals_edtf *value =
        is_plain_date(annals_text_of(buffer)) ? annals_edtf_parse(annals_text_of(buffer), &error) : NULL;
    if (error.status == ANNALS_MEMORY) *status = error.status;
    bool same = value && same_bounds(value->begin, bounds);
    annals_edtf_free(value);
    return same;
}

bool event_is_wanted(const annals_event *event, bool citations) {
    return citations || event->kind != ANNALS_CITATION;
}
