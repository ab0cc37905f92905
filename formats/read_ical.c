/* read_ical.c: a calendar (RFC 5545): each VEVENT becomes an event, with the time that X-ANNALS-WHEN says of it where
 * annals wrote it and nobody moved it since.  Nothing is asked of a library: calendars of history are beyond most. */
#include "decode.h"
#include "ical_defined.h"
#include "ical_edition.h"
#include "ical_rule.h"
#include "ical_words.h"
#include "ical_zone.h"
#include "listing.h"
#include "when_json.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum property {
    PROPERTY_START,
    PROPERTY_END,
    PROPERTY_DURATION,
    PROPERTY_SUMMARY,
    PROPERTY_DESCRIPTION,
    PROPERTY_CATEGORIES,
    PROPERTY_UID,
    PROPERTY_URL,
    PROPERTY_LOCATION,
    PROPERTY_STATUS,
    PROPERTY_RULE,
    PROPERTY_MORE_DAYS,
    PROPERTY_LEFT_DAYS,
    PROPERTY_INSTANCE,
    PROPERTY_SEQUENCE,
    PROPERTY_WHEN,
    PROPERTY_ZONE,
    PROPERTY_LABEL,
    PROPERTY_SET,
    PROPERTY_WHOLE,
    PROPERTIES
};
static const char *const property_names[] = {"DTSTART",       "DTEND",          "DURATION",     "SUMMARY",
                                             "DESCRIPTION",   "CATEGORIES",     "UID",          "URL",
                                             "LOCATION",      "STATUS",         "RRULE",        "RDATE",
                                             "EXDATE",        "RECURRENCE-ID",  "SEQUENCE",     "X-ANNALS-WHEN",
                                             "X-ANNALS-ZONE", "X-ANNALS-LABEL", "X-ANNALS-SET", "X-ANNALS-WHEN-JSON"};

/* One of them, as the event at hand has it. */
typedef struct value {
    builder text; /* unfolded, and without escapes where it is text */
    char zone[64];
    passage where;
    size_t line; /* 0: it is not there */
} value;

typedef struct calendar {
    listing list;
    size_t at, line, next_line; /* where the line at hand ends; its number, and that of the next */
    size_t start;               /* where it begins */
    size_t depth, event_depth;  /* components that are open; the one that is the event, or 0 */
    builder text;               /* of the line, unfolded */
    builder name, content;      /* of it: all before its colon, and behind it */
    builder title;
    value values[PROPERTIES];
    size_t event_line;
    when_json whole;
    ical_zones zones;
    ical_definitions defined;       /* zones of its own */
    size_t zoneless, zoneless_line; /* events of a zone that there is not */
    size_t unheld, unheld_line;     /* events that come again otherwise than sets do; the line of the first */
} calendar;

/* ------------------------------------------------------------------ lines */

/* Lines that begin with a blank go on the one before. */
static void take_line(calendar *c, builder *line) {
    annals_text text = c->list.text;
    builder_clear(line);
    c->start = c->at;
    c->line = c->next_line;
    do {
        const char *from = text.data + c->at + (c->at > c->start);
        const char *end = memchr(text.data + c->at, '\n', text.length - c->at);
        size_t stop = end ? (size_t)(end - text.data) : text.length;
        size_t length = (size_t)(text.data + stop - from);
        if (length && from[length - 1] == '\r') length--;
        builder_text(line, (annals_text){from, length});
        c->at = stop + (end != NULL);
        c->next_line++;
    } while (c->at < text.length && (text.data[c->at] == ' ' || text.data[c->at] == '\t'));
}

/* The colon that ends the name and its parameters, which may have others between quotation marks. */
static size_t colon_of(annals_text line) {
    bool quoted = false;
    for (size_t i = 0; i < line.length; i++) {
        quoted ^= line.data[i] == '"';
        if (line.data[i] == ':' && !quoted) return i;
    }
    return line.length;
}

static bool next_line(calendar *c) {
    if (c->at >= c->list.text.length) return false;
    take_line(c, &c->text);
    annals_text text = {c->text.data ? c->text.data : "", c->text.length};
    size_t colon = colon_of(text), behind = colon < text.length ? colon + 1 : colon;
    builder_clear(&c->name);
    builder_clear(&c->content);
    builder_text(&c->name, (annals_text){text.data, colon});
    builder_text(&c->content, (annals_text){text.data + behind, text.length - behind});
    c->name.failed |= c->text.failed;
    return !c->name.failed && !c->content.failed;
}

/* What stands behind the colon.  "\\n" is a line end, and what else stands behind a backslash itself. */
static void put_content(builder *to, const calendar *c) {
    annals_text text = {c->content.data ? c->content.data : "", c->content.length};
    size_t at = 0;
    for (; at < text.length; at = ical_next_item(text, at, to))
        if (at) builder_string(to, ",");
    if (at && at == text.length) builder_string(to, ","); /* the last one */
}

/* ------------------------------------------------------------------ properties */

static bool is_named(const builder *name, const char *wanted) {
    size_t length = strlen(wanted);
    return name->length >= length && !strncasecmp(name->data, wanted, length) &&
           (name->length == length || name->data[length] == ';');
}

/* The zone that TZID names; programs put a path or a slash before it. */
static void take_zone(const builder *name, char *zone, size_t size) {
    const char *at = name->data ? strstr(name->data, ";TZID=") : NULL;
    *zone = 0;
    if (!at) return;
    at += strlen(";TZID=");
    at += *at == '"';
    snprintf(zone, size, "%.*s", (int)strcspn(at, "\";"), at);
}

/* Days and categories may be listed on several lines; of others the last counts. */
static void take_value(calendar *c, enum property property) {
    value *v = &c->values[property];
    bool lists = property == PROPERTY_MORE_DAYS || property == PROPERTY_LEFT_DAYS || property == PROPERTY_CATEGORIES;
    bool goes_on = v->line && lists;
    if (goes_on) builder_string(&v->text, ",");
    else builder_clear(&v->text);
    take_zone(&c->name, v->zone, sizeof v->zone);
    if (property == PROPERTY_CATEGORIES) builder_text(&v->text, (annals_text){c->content.data, c->content.length});
    else put_content(&v->text, c);
    v->line = c->line;
    v->where = (passage){c->start + c->name.length + 1, c->at};
    while (v->where.end > v->where.start && strchr("\r\n", c->list.text.data[v->where.end - 1])) v->where.end--;
    if (v->where.start > v->where.end) v->where.start = v->where.end;
}

static bool has(const calendar *c, enum property property) {
    return c->values[property].line && c->values[property].text.length;
}

static annals_text text_of(const calendar *c, enum property property) {
    const value *v = &c->values[property];
    return has(c, property) ? (annals_text){v->text.data, v->text.length} : (annals_text){0};
}

/* ------------------------------------------------------------------ times */

/* A date of the file, and what it says of its zone. */
typedef struct stamp {
    ical_moment at;
    bool timed, universal;
} stamp;

static bool read_stamp(const value *v, stamp *s) {
    *s = (stamp){0};
    return v->line && ical_moment_read((annals_text){v->text.data, v->text.length}, &s->at, &s->timed, &s->universal);
}

/* The span of the event in the calendar: its end is the day behind it, or the moment. */
static bool read_span(const calendar *c, ical_span *span, stamp *start) {
    stamp end;
    *span = (ical_span){0};
    if (!read_stamp(&c->values[PROPERTY_START], start)) return false;
    *span = (ical_span){.timed = start->timed, .start = start->at, .end = start->at};
    int64_t duration = ical_duration_read(text_of(c, PROPERTY_DURATION));
    if (has(c, PROPERTY_END)) {
        if (!read_stamp(&c->values[PROPERTY_END], &end) || end.timed != start->timed) return false;
        if (end.at.day < start->at.day) return false;
        span->end = end.at;
    } else if (duration > 0) {
        ical_span_to_utc(span, 0);
        int64_t seconds = span->end.second + duration;
        span->end = (ical_moment){span->end.day + seconds / 86400, (int32_t)(seconds % 86400)};
    }
    if (!span->timed)
        *span =
            ical_span_of_days(span->start.day, span->end.day > span->start.day ? span->end.day - 1 : span->start.day);
    else span->has_end = span->end.day != span->start.day || span->end.second != span->start.second;
    return span->end.day > span->start.day ||
           (span->end.day == span->start.day && span->end.second >= span->start.second);
}

static void spell_moment(ical_moment moment, const stamp *like, char *buffer) {
    annals_bound bound = {moment.day, moment.second, ANNALS_BOUND_DAY};
    if (like->timed) bound.state = moment.second % 60 ? ANNALS_BOUND_SECOND : ANNALS_BOUND_MINUTE;
    annals_bound_iso(bound, buffer);
    if (like->universal) strcat(buffer, "Z");
}

/* From the first to the last day or moment of the span. */
static bool when_of_span(calendar *c, const ical_span *span, const stamp *start, annals_when *when) {
    char first[ANNALS_BOUND_SIZE + 1], last[ANNALS_BOUND_SIZE + 1], both[2 * ANNALS_BOUND_SIZE + 4];
    ical_moment end = span->end;
    if (!span->timed) end.day--;
    spell_moment(span->start, start, first);
    spell_moment(end, start, last);
    snprintf(both, sizeof both, "%s/%s", first, last);
    if (annals_read_when(c->list.to, annals_text_of(strcmp(first, last) != 0 ? both : first), when, NULL) != ANNALS_OK)
        return false;
    return true;
}

/* Does the event still stand where annals put it by that time?  What comes again does so on the same days. */
static bool stands_by(const ical_span *span, const stamp *start, const annals_when *when,
                      const ical_repetition *again) {
    enum { HOURS_OF_A_ZONE = 15 };
    ical_span own;
    if (ical_span_of(when, &own)) return false;
    if (own.timed && (again || !span->timed)) ical_span_to_days(&own);
    if (again) return ical_repetition_fills(again, span->start.day, &own);
    if (own.timed != span->timed) return false;
    int64_t shift = (own.start.day - span->start.day) * 24 + (own.start.second - span->start.second) / 3600;
    int32_t offset;
    if (start->universal && ical_zone_offset(when->zone, &offset)) ical_span_to_utc(&own, offset);
    else if (start->universal) return shift >= -HOURS_OF_A_ZONE && shift <= HOURS_OF_A_ZONE;
    return own.start.day == span->start.day && own.start.second == span->start.second && own.has_end == span->has_end &&
           (!own.has_end || (own.end.day == span->end.day && own.end.second == span->end.second));
}

/* ------------------------------------------------------------------ an event */

enum { MOST_FIELDS = 12 };
typedef struct draft {
    annals_event event;
    annals_when when;
    ical_span span;
    stamp start;
    bool ours;    /* annals wrote it */
    bool held;    /* its rule says sets */
    bool repeats; /* as a set */
    bool trimmed; /* days at its ends were left out, and no others */
    ical_repetition again;
    char sets[ICAL_MOST_SETS][ICAL_SET_SIZE + 8]; /* with the hour */
    size_t set_count;
    char period[ICAL_SET_SIZE];
    char unknown_zone[64]; /* which the calendar names, and nothing else does */
    char length[32];       /* of what comes again, where it has one: "PT1H30M" */
    size_t mentions[1 + ICAL_MOST_SETS];
    annals_field fields[MOST_FIELDS];
    builder id, label, text, category, categories;
} draft;

/* A time that annals wrote may be that of another zone: then it is not the hour of the calendar. */
static bool is_universal(const draft *d) {
    ical_span own;
    if (!d->start.universal || d->repeats) return d->start.universal;
    return !ical_span_of(&d->when, &own) && own.timed && own.start.day == d->start.at.day &&
           own.start.second == d->start.at.second;
}

static bool comes_again(const calendar *c) {
    return has(c, PROPERTY_RULE) || has(c, PROPERTY_MORE_DAYS);
}

/* The zone as the tz database calls it.  What a calendar calls its own way is no time of day that others know. */
static void know_zone(calendar *c, draft *d) {
    char *named = c->values[PROPERTY_START].zone;
    const size_t size = sizeof c->values[PROPERTY_START].zone;
    if (!*named) return;
    annals_text zone = listing_find_zone(&c->list, annals_text_of(named));
    if (!zone.length)
        zone = listing_find_zone(&c->list, ical_defined_zone(&c->defined, named, &d->span, comes_again(c)));
    if (!zone.length) snprintf(d->unknown_zone, sizeof d->unknown_zone, "%s", named);
    if (!zone.length && !c->zoneless++) c->zoneless_line = c->values[PROPERTY_START].line;
    snprintf(named, size, "%.*s", (int)zone.length, zone.data ? zone.data : "");
}

static void take_zone_of_start(calendar *c, draft *d) {
    const char *zone = is_universal(d) ? "UTC" : c->values[PROPERTY_START].zone;
    if (!*zone || d->when.zone.length) return;
    if (listing_zone(&c->list, annals_text_of(zone), &d->when)) return;
    d->when.zone = annals_keep_text(c->list.to, annals_text_of(zone)); /* of days: that of the hours of a set */
    d->when.zone_basis = ANNALS_ZONE_STATED;
}

/* How long each of them is: the days and hours that the times of a set do not have. */
static void spell_length(draft *d) {
    enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };
    const ical_span *s = &d->span;
    int64_t seconds = (s->end.day - s->start.day) * DAY + s->end.second - s->start.second;
    if (!s->has_end || seconds <= 0 || (!s->timed && seconds == DAY)) return;
    builder text = {0};
    builder_string(&text, "P");
    if (seconds >= DAY) builder_format(&text, "%lldD", (long long)(seconds / DAY));
    if (seconds % DAY) builder_string(&text, "T");
    if (seconds % DAY >= HOUR) builder_format(&text, "%dH", (int)(seconds % DAY / HOUR));
    if (seconds % HOUR >= MINUTE) builder_format(&text, "%dM", (int)(seconds % HOUR / MINUTE));
    if (seconds % MINUTE) builder_format(&text, "%dS", (int)(seconds % MINUTE));
    if (!text.failed) snprintf(d->length, sizeof d->length, "%s", text.data);
    builder_free(&text);
}

/* The days that come again, each with the hour of the calendar, or with that which is but said in the headline, where
 * the calendar has whole days. */
static void spell_sets(const calendar *c, draft *d) {
    char days[ICAL_MOST_SETS][ICAL_SET_SIZE], clock[8] = "";
    *days[0] = 0;
    int minute = d->start.at.second / 60;
    d->set_count = ical_cycle_sets(&d->again.cycle, days);
    ical_cycle_period(&d->again.cycle, d->period);
    annals_text said = text_of(c, PROPERTY_SET);
    size_t known = strlen(days[0]);
    bool more = said.length > known && said.data[known] == 'T' && !memcmp(said.data, days[0], known);
    if (d->start.timed) snprintf(clock, sizeof clock, "T%02u:%02u", (unsigned)minute / 60 % 24, (unsigned)minute % 60);
    else if (more) snprintf(clock, sizeof clock, "%.*s", (int)(said.length - known), said.data + known);
    for (size_t i = 0; i < d->set_count; i++) snprintf(d->sets[i], sizeof d->sets[i], "%s%s", days[i], clock);
}

/* From the first to the last of what comes again, or on and on. */
static bool when_of_repetition(calendar *c, draft *d) {
    char from[ANNALS_BOUND_SIZE + 1], endless[ANNALS_BOUND_SIZE + 4];
    stamp day = {.at = d->span.start};
    if (d->span.timed) ical_span_to_days(&d->span);
    if (!d->again.endless) {
        int64_t length = d->span.end.day - d->span.start.day;
        d->span = ical_span_of_days(d->span.start.day, d->again.last + length - 1);
        return when_of_span(c, &d->span, &day, &d->when);
    }
    spell_moment(d->span.start, &day, from);
    snprintf(endless, sizeof endless, "%s/..", from);
    return annals_read_when(c->list.to, annals_text_of(endless), &d->when, NULL) == ANNALS_OK;
}

/* Does its rule say a set? */
static bool read_rule(calendar *c, draft *d) {
    int32_t ahead;
    annals_text zone = annals_text_of(d->start.universal ? "" : c->values[PROPERTY_START].zone);
    if (!has(c, PROPERTY_RULE)) return false;
    if (ical_zones_ahead(&c->zones, zone, d->span.start, &ahead) != ANNALS_OK)
        return annals_fail(c->list.error, ANNALS_MEMORY, "out of memory; give a smaller file") == ANNALS_OK;
    if (!ical_rule_read(text_of(c, PROPERTY_RULE), &d->span, ahead, &d->again)) return false;
    if (!has(c, PROPERTY_LEFT_DAYS) || has(c, PROPERTY_MORE_DAYS)) return true;
    int64_t first = d->span.start.day;
    ical_left left = ical_rule_leave(text_of(c, PROPERTY_LEFT_DAYS), d->start.universal, &d->span, &d->again);
    d->trimmed = left < ICAL_LEFT_OTHERS;
    d->start.at.day += d->span.start.day - first;
    return left != ICAL_LEFT_NO_MEMORY ||
           annals_fail(c->list.error, ANNALS_MEMORY, "out of memory; give a smaller file") == ANNALS_OK;
}

/* Is all that comes again of it in the set that its rule is? */
static bool is_held(const calendar *c, const draft *d) {
    return d->held == has(c, PROPERTY_RULE) && !has(c, PROPERTY_MORE_DAYS) &&
           (!has(c, PROPERTY_LEFT_DAYS) || d->trimmed) && !has(c, PROPERTY_INSTANCE);
}

/* All of the time, where our own spelling leaves something out. */
static bool read_whole(calendar *c, const draft *d, annals_when *whole) {
    return !d->repeats && has(c, PROPERTY_WHOLE) &&
           read_when_json(&c->whole, c->list.to, text_of(c, PROPERTY_WHOLE), text_of(c, PROPERTY_WHEN), whole,
                          c->list.error);
}

/* In the zone that the calendar says. */
static void take_whole(draft *d, annals_when whole) {
    annals_text zone = d->when.zone;
    bool other = zone.length && (zone.length != whole.zone.length || memcmp(zone.data, whole.zone.data, zone.length));
    if (other && whole.zone.length) return;
    if (other) whole.zone = zone, whole.zone_basis = d->when.zone_basis;
    d->when = whole;
}

/* What was taken of our own time and our own words. */
static bool read_when(calendar *c, draft *d) {
    d->held = read_rule(c, d);
    d->repeats = d->held && (d->again.endless || d->again.last > d->span.start.day);
    if (d->repeats) spell_length(d);
    annals_text spelling = text_of(c, PROPERTY_WHEN);
    annals_when all;
    bool whole = read_whole(c, d, &all);
    d->ours = spelling.length && !d->trimmed && annals_read_when(c->list.to, spelling, &d->when, NULL) == ANNALS_OK;
    if (d->ours) listing_zone(&c->list, text_of(c, PROPERTY_ZONE), &d->when);
    d->ours = d->ours && (stands_by(&d->span, &d->start, &d->when, d->repeats ? &d->again : NULL) ||
                          (whole && stands_by(&d->span, &d->start, &all, NULL)));
    bool read = d->ours || (d->repeats ? when_of_repetition(c, d) : when_of_span(c, &d->span, &d->start, &d->when));
    if (d->repeats) spell_sets(c, d);
    if (read) take_zone_of_start(c, d);
    if (d->ours && whole) take_whole(d, all);
    if (read && !is_held(c, d) && !c->unheld++) c->unheld_line = c->event_line;
    return read;
}

static bool is_name_of(annals_text word, const char *name) {
    return word.length == strlen(name) && !memcmp(word.data, name, word.length);
}

static bool take_kind(draft *d, annals_text word) {
    for (int kind = 0; kind <= ANNALS_CITATION; kind++)
        if (is_name_of(word, annals_event_kind_name((annals_event_kind)kind))) {
            d->event.kind = (annals_event_kind)kind;
            return true;
        }
    return false;
}

/* A kind of ours among the categories is the event's; the others are its category.  Where there are several, the list
 * itself is a field, as the commas of one and those between them look alike in a text. */
static void read_categories(const calendar *c, draft *d) {
    annals_text all = text_of(c, PROPERTY_CATEGORIES);
    builder item = {0}, word = {0};
    size_t count = 0;
    for (size_t at = 0; at < all.length;) {
        builder_clear(&item);
        builder_clear(&word);
        at = ical_next_item(all, at, &item);
        builder_line(&word, (annals_text){item.data, item.length});
        builder_trim(&word);
        if (!word.length || take_kind(d, (annals_text){word.data, word.length})) continue;
        if (count++) builder_string(&d->categories, ",");
        ical_escape(&d->categories, (annals_text){word.data, word.length});
    }
    ical_join_list(&d->category, (annals_text){d->categories.data, d->categories.length});
    d->category.failed |= item.failed || word.failed || d->categories.failed;
    builder_free(&item);
    builder_free(&word);
    d->event.category = (annals_text){d->category.data, d->category.length};
    if (count < 2) return;
    d->fields[d->event.field_count++] =
        (annals_field){annals_text_of("CATEGORIES"), {d->categories.data, d->categories.length}};
}

static bool is_cancelled(const calendar *c) {
    annals_text status = text_of(c, PROPERTY_STATUS);
    return status.length && begins_with(status, "CANCELLED");
}

/* Is it the label and what annals says in brackets behind one, and no words of another program? */
static bool is_said_of(annals_text summary, annals_text label) {
    size_t behind = label.length;
    if (!behind || summary.length < behind || memcmp(summary.data, label.data, behind) != 0) return false;
    return summary.length == behind || (summary.length > behind + 2 && !memcmp(summary.data + behind, " (", 2) &&
                                        summary.data[summary.length - 1] == ')');
}

/* The summary without what annals said behind the label.  What was cancelled must not read as if it had happened. */
static annals_text read_label(const calendar *c, draft *d) {
    annals_text summary = text_of(c, PROPERTY_SUMMARY), label = text_of(c, PROPERTY_LABEL);
    if (is_said_of(summary, label)) summary = label;
    if (!is_cancelled(c)) return summary;
    for (size_t i = 0; i < summary.length; i++)
        if (begins_with((annals_text){summary.data + i, summary.length - i}, "cancel")) return summary;
    builder_string(&d->label, "Cancelled: ");
    builder_text(&d->label, summary);
    return (annals_text){d->label.data, d->label.length};
}

/* The accounts alone of a description that annals wrote, with the empty lines in them: without the time, and without
 * where they are from.  One that does not begin with the time is another program's. */
static annals_text read_text(const calendar *c, draft *d) {
    annals_text text = text_of(c, PROPERTY_DESCRIPTION);
    if (!has(c, PROPERTY_WHEN) || !begins_with(text, "Time: ")) return text;
    bool told = false; /* what is behind the first empty line */
    size_t empty = 0;
    for (size_t at = 0; at < text.length;) {
        const char *end = memchr(text.data + at, '\n', text.length - at);
        annals_text line = {text.data + at, (end ? (size_t)(end - text.data) : text.length) - at};
        at += line.length + 1;
        if (begins_with(line, "the sources disagree:")) break;
        bool from = line.length > 3 && !memcmp(line.data, "\xE2\x80\x94", 3);
        if (told && line.length && !from) {
            for (size_t i = 0; d->text.length && i <= empty; i++) builder_string(&d->text, "\n");
            builder_text(&d->text, line);
        }
        told |= !line.length;
        empty = line.length || from ? 0 : empty + 1;
    }
    return (annals_text){d->text.data, d->text.length};
}

/* Annals appends to its ids what makes them unique in the world; another program's that has nothing such is a field
 * too, which keeps it so.  One of many that was moved has the id of all. */
static annals_text read_id(const calendar *c, draft *d) {
    static const char own[] = "@annals";
    annals_text id = text_of(c, PROPERTY_UID);
    size_t length = sizeof own - 1;
    bool global = id.length && memchr(id.data, '@', id.length);
    if (id.length && !global && !has(c, PROPERTY_INSTANCE))
        d->fields[d->event.field_count++] = (annals_field){annals_text_of("UID"), id};
    if (id.length > length && !memcmp(id.data + id.length - length, own, length)) id.length -= length;
    if (!id.length || !has(c, PROPERTY_INSTANCE)) return id;
    builder_text(&d->id, id);
    builder_string(&d->id, "-");
    builder_text(&d->id, text_of(c, PROPERTY_INSTANCE));
    return (annals_text){d->id.data, d->id.length};
}

static void read_fields(const calendar *c, draft *d) {
    static const enum property properties[] = {PROPERTY_URL,       PROPERTY_LOCATION,  PROPERTY_RULE,
                                               PROPERTY_MORE_DAYS, PROPERTY_LEFT_DAYS, PROPERTY_INSTANCE,
                                               PROPERTY_STATUS,    PROPERTY_SEQUENCE};
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        annals_text text = text_of(c, properties[i]);
        if (!text.length || (properties[i] == PROPERTY_RULE && d->ours && d->held)) continue;
        if (d->trimmed && (properties[i] == PROPERTY_RULE || properties[i] == PROPERTY_LEFT_DAYS)) continue;
        if (properties[i] == PROPERTY_STATUS && !is_cancelled(c)) continue;
        if (properties[i] == PROPERTY_SEQUENCE && !ical_sequence_read(text)) continue;
        d->fields[d->event.field_count++] = (annals_field){annals_text_of(property_names[properties[i]]), text};
    }
    if (*d->unknown_zone)
        d->fields[d->event.field_count++] = (annals_field){annals_text_of("TZID"), annals_text_of(d->unknown_zone)};
    if (*d->length)
        d->fields[d->event.field_count++] = (annals_field){annals_text_of("DURATION"), annals_text_of(d->length)};
    d->event.fields = d->fields;
}

static bool put_mentions(calendar *c, draft *d) {
    const value *start = &c->values[PROPERTY_START], *rule = &c->values[PROPERTY_RULE];
    d->event.mentions = d->mentions;
    bool put = listing_mention(&c->list, start->where, text_of(c, PROPERTY_START), timex_of_when(&d->when), &d->when,
                               ANNALS_RANGE_NONE, &d->mentions[d->event.mention_count++]);
    for (size_t i = 0; put && i < d->set_count; i++) {
        annals_text set = annals_text_of(d->sets[i]);
        annals_when when = {.set = set, .duration = annals_text_of(d->period)};
        if (!*d->period) when.duration = (annals_text){0};
        put = listing_mention(&c->list, rule->where, text_of(c, PROPERTY_RULE),
                              (annals_timex){.type = ANNALS_TIMEX_SET, .value = set}, &when, ANNALS_RANGE_NONE,
                              &d->mentions[d->event.mention_count++]);
    }
    return put;
}

static bool put_draft(calendar *c, draft *d) {
    annals_event *e = &d->event;
    *e = (annals_event){.kind = ANNALS_OCCURRENCE, .modality = ANNALS_ASSERTED, .confidence = 1, .when = &d->when};
    if (is_cancelled(c)) e->modality = ANNALS_NEGATED;
    read_categories(c, d);
    e->label = read_label(c, d);
    e->text = read_text(c, d);
    e->id = read_id(c, d);
    read_fields(c, d);
    return put_mentions(c, d) && listing_event(&c->list, e, true, c->values[PROPERTY_SUMMARY].where);
}

/* An event that cannot be read is left out, with a notice. */
static bool put_event(calendar *c) {
    draft d = {0};
    bool spanned = read_span(c, &d.span, &d.start);
    know_zone(c, &d);
    bool dated = spanned && read_when(c, &d), named = has(c, PROPERTY_SUMMARY);
    bool put = true;
    size_t line = dated || !c->values[PROPERTY_START].line ? c->event_line : c->values[PROPERTY_START].line;
    if (dated && named) put = put_draft(c, &d);
    else
        put = listing_leave_out(&c->list, line, 1, "%s; the event",
                                dated ? "it has no SUMMARY; say what happened"
                                      : "its DTSTART and DTEND are no days or times that can be read, one after the "
                                        "other; write them like 19621027 or 19621027T020000");
    builder *builders[] = {&d.id, &d.label, &d.text, &d.category, &d.categories};
    for (size_t i = 0; i < sizeof builders / sizeof *builders; i++) builder_free(builders[i]);
    return put;
}

/* ------------------------------------------------------------------ components */

static bool begin_component(calendar *c) {
    c->depth++;
    if (c->event_depth || !is_named(&c->content, "VEVENT")) return true;
    c->event_depth = c->depth;
    c->event_line = c->line;
    for (size_t i = 0; i < PROPERTIES; i++) c->values[i].line = 0;
    return true;
}

static bool end_component(calendar *c) {
    bool event = c->event_depth && c->depth == c->event_depth;
    c->depth -= c->depth > 0;
    if (!event) return true;
    c->event_depth = 0;
    return put_event(c);
}

static bool take_property(calendar *c) {
    bool named = is_named(&c->name, "NAME"); /* RFC 7986, 5.1; what there was before is X-WR-CALNAME */
    if (c->depth == 1 && (named || (is_named(&c->name, "X-WR-CALNAME") && !c->title.length))) {
        builder_clear(&c->title);
        put_content(&c->title, c);
    }
    for (size_t i = 0; i < PROPERTIES && c->depth == c->event_depth && c->depth; i++)
        if (is_named(&c->name, property_names[i])) take_value(c, (enum property)i);
    return true;
}

static bool read_lines(calendar *c) {
    while (next_line(c)) {
        bool begins = is_named(&c->name, "BEGIN"), ends = is_named(&c->name, "END");
        if (!c->event_depth && !ical_take_definition(&c->defined, &c->name, &c->content)) c->name.failed = true;
        if (!(begins ? begin_component(c) : ends ? end_component(c) : take_property(c))) return false;
    }
    if (c->name.failed || c->content.failed)
        return annals_fail(c->list.error, ANNALS_MEMORY, "out of memory; give a smaller file") == ANNALS_OK;
    if (c->depth)
        return notice_in_file(c->list.to, c->list.file, c->line, 1, c->list.error,
                              "the calendar breaks off here; what is not whole was left out") == ANNALS_OK;
    return true;
}

/* What is lost of all that comes again, once. */
static bool tell_unheld(const calendar *c) {
    if (!c->unheld) return true;
    return notice_in_file(
               c->list.to, c->list.file, c->unheld_line, 1, c->list.error,
               "%zu %s again, or in place of another, in a way that is not kept, the first here: RRULE, RDATE, "
               "EXDATE and RECURRENCE-ID go along as fields; write each day that counts as an event of its own",
               c->unheld, c->unheld == 1 ? "event comes" : "events come") == ANNALS_OK;
}

static bool tell_zoneless(const calendar *c) {
    if (!c->zoneless) return true;
    return notice_in_file(c->list.to, c->list.file, c->zoneless_line, 1, c->list.error,
                          "%zu %s of a time zone that is not known here, the first here: the time is read without one; "
                          "write the TZID like America/Havana",
                          c->zoneless, c->zoneless == 1 ? "event is" : "events are") == ANNALS_OK;
}

/* The title is that of one calendar, not of several files. */
static bool put_title(calendar *c) {
    if (c->list.document || !c->title.length) return true;
    return annals_put_title(c->list.to, (annals_text){c->title.data, c->title.length}, c->list.error) == ANNALS_OK;
}

static annals_status read_ical(annals_chronology *chronology, const source_file *file, annals_error *error) {
    annals_error own = {0};
    calendar c = {.list = {.to = chronology, .file = file, .text = file->bytes, .error = &own, .rule = "calendar"},
                  .next_line = 1};
    bool read = listing_begin(&c.list, "it is a calendar") && read_lines(&c) && listing_end(&c.list) &&
                tell_unheld(&c) && tell_zoneless(&c) && put_title(&c);
    if (read && !c.list.events)
        fail_in_file(file, c.event_line ? 0 : 1, c.event_line ? 0 : 1, &own, "%s",
                     c.event_line ? "no event of the calendar could be read; see the warnings, and correct it"
                                  : "there is no event in the calendar; check that it is the right file");
    builder *builders[] = {&c.text, &c.name, &c.content, &c.title};
    for (size_t i = 0; i < sizeof builders / sizeof *builders; i++) builder_free(builders[i]);
    for (size_t i = 0; i < PROPERTIES; i++) builder_free(&c.values[i].text);
    when_json_free(&c.whole);
    ical_zones_free(&c.zones);
    ical_definitions_free(&c.defined);
    if (own.status != ANNALS_OK && error && error->status == ANNALS_OK) *error = own;
    return own.status;
}

/* Some programs fold lines within a letter: its bytes are put together before anybody decodes them (RFC 5545, 3.1).
 * Returns a copy to be freed, or null with `*bytes` as they were, where there are none such or no memory. */
static char *join_letters(annals_text *bytes) {
    char *copy = NULL;
    size_t length = 0, done = 0;
    for (size_t i = 1; i + 2 < bytes->length; i++) {
        const char *at = bytes->data + i;
        bool within = *at == '\n' && (at[1] == ' ' || at[1] == '\t') && ((unsigned char)at[2] & 0xC0) == 0x80;
        size_t end = i - (at[-1] == '\r');
        if (!within || end <= done || (unsigned char)bytes->data[end - 1] < 0x80) continue;
        if (!copy && !(copy = malloc(bytes->length))) return NULL;
        memcpy(copy + length, bytes->data + done, end - done);
        length += end - done;
        done = i + 2;
    }
    if (!copy) return NULL;
    memcpy(copy + length, bytes->data + done, bytes->length - done);
    *bytes = (annals_text){copy, length + bytes->length - done};
    return copy;
}

static annals_status read_bytes(annals_chronology *chronology, const source_file *file, annals_error *error) {
    source_file text = *file;
    decoded_text decoded;
    char *joined = join_letters(&text.bytes);
    annals_status status = decode(chronology, &text, &decoded, error);
    if (status == ANNALS_OK) {
        text.bytes = decoded.text;
        status = read_ical(chronology, &text, error);
        free(decoded.owned);
    }
    free(joined);
    return status;
}

static bool is_calendar(const char *name, annals_text bytes) {
    (void)name;
    return begins_with(bytes, "BEGIN:VCALENDAR");
}

const struct annals_reading ical_reading = {.fits = is_calendar, .read = read_bytes};
