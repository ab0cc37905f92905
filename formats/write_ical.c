/* write_ical.c: a chronology as iCalendar (RFC 5545).
 *
 * libical spells, escapes and folds; it computes nothing.  Its own dates end in the year 3000, so dates are handed over
 * as ready texts.  Each event is a component of its own, written and freed before the next. */
#include "ical_edition.h"
#include "ical_set.h"
#include "ical_words.h"
#include "ical_zone.h"
#include "when_json.h"
#include "words.h"
#include "zone_name.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char product[] = "-//annals//annals " ANNALS_VERSION "//EN";
static const char end_of_calendar[] = "END:VCALENDAR\r\n", end_of_event[] = "END:VEVENT\r\n";
enum { SECONDS_PER_DAY = 86400 };
/* 9999-12-31T23:59:59Z */
static const int64_t LAST_STAMP = INT64_C(253402300799);

typedef struct calendar_writer {
    writing all;
    ical_zones zones;
    size_t *groups_of, *first_group;  /* the groups of each event, and where they begin; both owned */
    size_t *repeats;                  /* of each event: how many before it have its id; owned */
    char stamp[ICAL_MOMENT_SIZE + 1]; /* UTC */
    size_t handed_over;               /* bytes of text that the component at work holds */
    builder word, item;               /* a category, and one of a list of them */
    builder own;                      /* its lines that libical does not spell; */
    builder lines;                    /* and all of them */
    ical_editions editions;           /* of the calendar that was written before; */
    ical_editions anew;               /* and of that as it would be written now */
    bool has_anew;
} calendar_writer;

/* An event in the calendar. */
typedef struct entry {
    const annals_event *event;
    ical_span span;
    ical_clock clock;
    char rule[ICAL_RULE_SIZE]; /* empty: it comes once */
    ical_set set;              /* what comes again, "XXXX-WXX-1T19:00" */
    const char *hour;          /* of it, which the rule does not say; empty: none, or the calendar has it */
    bool unsure;               /* whether it comes on those days */
} entry;

/* libical uses what it allocates unchecked.  So it is called only when there is room for all that it does with a
 * component: besides the texts, RESERVE; each text is held, escaped, folded and joined in buffers that double. */
enum { RESERVE = 32768, COPIES = 24 };

static bool has_room(const calendar_writer *w) {
    if (w->handed_over > (SIZE_MAX - RESERVE) / COPIES) return false;
    void *volatile room = malloc(RESERVE + COPIES * w->handed_over); /* volatile, or it is optimised away */
    bool found = room != NULL;
    free(room);
    return found;
}

/* ------------------------------------------------------------------ properties: false when memory runs out */

static bool add(icalcomponent *component, icalproperty *property) {
    if (property) icalcomponent_add_property(component, property);
    return property != NULL;
}

/* A property whose value libical writes as it is, but for backslashes. */
static icalproperty *verbatim(const char *name, const char *value) {
    icalproperty *property = icalproperty_new_x(value);
    if (property) icalproperty_set_x_name(property, name);
    return property;
}

static bool add_parameter(icalproperty *property, icalparameter *parameter) {
    if (parameter) icalproperty_add_parameter(property, parameter);
    return parameter != NULL;
}

/* Whole days, or times of a zone. */
static bool add_form(icalproperty *property, const entry *e) {
    if (!e->span.timed) return add_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE));
    return e->clock.form != ICAL_LOCAL || add_parameter(property, icalparameter_new_tzid(e->clock.zone));
}

static bool add_moment(icalcomponent *component, const char *name, ical_moment moment, const entry *e) {
    char spelling[ICAL_MOMENT_SIZE + 1];
    ical_moment_spelling(moment, e->span.timed, spelling);
    if (e->span.timed && e->clock.form == ICAL_UTC) strcat(spelling, "Z");
    icalproperty *property = verbatim(name, spelling);
    return add(component, property) && add_form(property, e);
}

static bool add_span(icalcomponent *component, const entry *e) {
    return add_moment(component, "DTSTART", e->span.start, e) &&
           (!e->span.has_end || add_moment(component, "DTEND", e->span.end, e)) &&
           (!*e->rule || add(component, verbatim("RRULE", e->rule)));
}

/* A day, or whole months, as "in October" and "to June" are for what comes again; and not "early October". */
static bool is_plain_end(annals_bounds end) {
    int64_t year;
    int month, first, behind;
    annals_civil_of_day(end.earliest.day, &year, &month, &first);
    annals_civil_of_day(end.latest.day + 1, &year, &month, &behind);
    return end.earliest.day == end.latest.day || (first == 1 && behind == 1);
}

/* Each day of a rule is known, though its months only bound them. */
static bool has_known_days(const entry *e) {
    const annals_when *when = e->event->when;
    return when_extent_of(when) == WHEN_FILLS || (*e->rule && is_plain_end(when->begin) && is_plain_end(when->end));
}

static bool is_tentative(const entry *e) {
    const annals_when *when = e->event->when;
    return e->event->kind == ANNALS_PLAN || e->unsure || when->approximate || when->uncertain || !has_known_days(e);
}

/* ------------------------------------------------------------------ the component of an event */

/* The text that was built; null when memory ran out.  libical loses blanks at its ends: there are none. */
static const char *built(calendar_writer *w) {
    while (w->all.text.length && w->all.text.data[w->all.text.length - 1] == '\n')
        w->all.text.data[--w->all.text.length] = 0;
    w->handed_over += w->all.text.length;
    if (w->all.text.failed || !has_room(w)) return NULL;
    return w->all.text.data ? w->all.text.data : "";
}

static bool text_is(annals_text text, const char *word) {
    return text.length == strlen(word) && !strncasecmp(text.data, word, text.length);
}

static bool is_called(const annals_field *field, const char *name) {
    return text_is(field->name, name);
}

/* What the event calls so; absent where it has no such field. */
static annals_text field_of(const annals_event *event, const char *name) {
    for (size_t i = 0; i < event->field_count; i++)
        if (is_called(&event->fields[i], name)) return event->fields[i].value;
    return (annals_text){0};
}

/* Programs keep but one of the events with the same UID: those of tables that number their rows alike get numbers.
 * Another program's stays as it was. */
static const char *spell_uid(calendar_writer *w, const annals_event *event) {
    size_t before = w->repeats[event - w->all.events];
    annals_text own = field_of(event, "UID");
    bool same = own.length == event->id.length && own.length && !memcmp(own.data, event->id.data, own.length);
    builder_clear(&w->all.text);
    builder_line(&w->all.text, event->id);
    if (before) builder_format(&w->all.text, "-%zu", before + 1);
    bool global = same || (event->id.length && memchr(event->id.data, '@', event->id.length));
    if (!global) builder_string(&w->all.text, "@annals");
    return built(w);
}

static bool add_uid(calendar_writer *w, icalcomponent *component, const annals_event *event) {
    const char *uid = spell_uid(w, event);
    return uid && add(component, icalproperty_new_uid(uid));
}

static bool add_summary(calendar_writer *w, icalcomponent *component, const entry *e) {
    builder_clear(&w->all.text);
    ical_put_summary(&w->all.text, e->event, &e->span, e->hour);
    const char *summary = built(w);
    return summary && add(component, icalproperty_new_summary(summary));
}

static bool add_description(calendar_writer *w, icalcomponent *component, const annals_event *event) {
    builder_clear(&w->all.text);
    ical_put_description(&w->all.text, &w->all, event);
    const char *description = built(w);
    return description && add(component, icalproperty_new_description(description));
}

/* Addresses of the web have no blanks. */
static bool is_address(annals_text text) {
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.data[i] <= ' ') return false;
    return (text.length > 7 && !memcmp(text.data, "http://", 7)) ||
           (text.length > 8 && !memcmp(text.data, "https://", 8));
}

/* A field that is an address, or the place that the first source was saved from. */
static annals_text address_of(const calendar_writer *w, const annals_event *event) {
    for (size_t i = 0; i < event->field_count; i++)
        if (is_address(event->fields[i].value)) return event->fields[i].value;
    annals_text source = event->source_count ? w->all.documents[event->sources[0].document].source : (annals_text){0};
    return is_address(source) ? source : (annals_text){0};
}

static bool add_address(calendar_writer *w, icalcomponent *component, const annals_event *event) {
    annals_text address = address_of(w, event);
    if (!address.length) return true;
    builder_clear(&w->all.text);
    builder_line(&w->all.text, address);
    const char *url = built(w);
    return url && add(component, icalproperty_new_url(url));
}

/* Where it was: a field that says so, or where a document was written. */
static annals_text location_of(const calendar_writer *w, const annals_event *event) {
    static const char *const names[] = {"location", "place", "venue"};
    for (size_t i = 0; i < event->field_count; i++)
        for (size_t j = 0; j < sizeof names / sizeof *names; j++)
            if (is_called(&event->fields[i], names[j])) return event->fields[i].value;
    bool document = event->kind == ANNALS_DOCUMENT && event->source_count;
    return document ? w->all.documents[event->sources[0].document].place : (annals_text){0};
}

static bool add_location(calendar_writer *w, icalcomponent *component, const annals_event *event) {
    annals_text place = location_of(w, event);
    if (!place.length) return true;
    builder_clear(&w->all.text);
    builder_line(&w->all.text, place);
    builder_trim(&w->all.text);
    const char *location = built(w);
    return location && add(component, icalproperty_new_location(location));
}

/* An event that a calendar had as cancelled stays so. */
static enum icalproperty_status status_of(const entry *e) {
    if (text_is(field_of(e->event, "STATUS"), "CANCELLED")) return ICAL_STATUS_CANCELLED;
    return is_tentative(e) ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

/* "19621008,19621015" of "19621008T190000,19621015T190000", or with times where the calendar has them; what is no list
 * of days stays out. */
static bool days_of(annals_text list, const entry *e, builder *days) {
    enum { DAY = 8, TIME = 15 };
    char start[ICAL_MOMENT_SIZE];
    ical_moment_spelling(e->span.start, true, start);
    builder_clear(days);
    for (size_t at = 0; at < list.length;) {
        const char *comma = memchr(list.data + at, ',', list.length - at);
        annals_text item = {list.data + at, (comma ? (size_t)(comma - list.data) : list.length) - at};
        ical_moment moment;
        bool timed, universal;
        at += item.length + 1;
        if (!ical_moment_read(item, &moment, &timed, &universal)) return false;
        if (days->length) builder_string(days, ",");
        builder_text(days, (annals_text){item.data, timed && e->span.timed ? TIME : DAY});
        if (e->span.timed && !timed) builder_string(days, start + DAY);
        if (e->span.timed && e->clock.form == ICAL_UTC) builder_string(days, "Z");
    }
    return days->length > 0;
}

/* The days that a calendar took out of what comes again, or put to it: without them the rule would say too much. */
static bool add_days(calendar_writer *w, icalcomponent *component, const entry *e, const char *name) {
    for (size_t i = 0; *e->rule && i < e->event->field_count; i++) {
        if (!is_called(&e->event->fields[i], name) || !days_of(e->event->fields[i].value, e, &w->all.text)) continue;
        const char *days = built(w);
        icalproperty *property = days ? verbatim(name, days) : NULL;
        return add(component, property) && add_form(property, e);
    }
    return true;
}

static void put_own(calendar_writer *w, const char *name) {
    ical_put_line(&w->own, name, (annals_text){w->all.text.data, w->all.text.length});
    w->own.failed |= w->all.text.failed;
}

/* The zone of the time, where neither that nor the calendar's own says it: other programs turn times into UTC. */
static void add_zone(calendar_writer *w, const entry *e) {
    char words[WORDS_SIZE];
    annals_text zone = unspelt_zone(e->event->when, words);
    const char *shown = e->clock.form == ICAL_LOCAL ? e->clock.zone : "";
    if (!zone.length || (strlen(shown) == zone.length && !memcmp(shown, zone.data, zone.length))) return;
    builder_clear(&w->all.text);
    builder_line(&w->all.text, zone);
    put_own(w, "X-ANNALS-ZONE");
}

/* The time, and the label where the summary says more, as annals reads them back: other programs pass them by. */
static void add_spelling(calendar_writer *w, const entry *e) {
    char words[WORDS_SIZE];
    builder_clear(&w->all.text);
    builder_line(&w->all.text, when_spelling(e->event->when, words, &w->all.out.status));
    put_own(w, "X-ANNALS-WHEN");
    put_when_json(&w->word, e->event->when, &w->all.out.status);
    builder_clear(&w->all.text);
    builder_line(&w->all.text, (annals_text){w->word.data, w->word.length});
    if (w->all.text.length) put_own(w, "X-ANNALS-WHEN-JSON");
    add_zone(w, e);
    if (!e->hour || !*e->hour) return;
    builder_clear(&w->all.text);
    builder_string(&w->all.text, e->set.first);
    put_own(w, "X-ANNALS-SET");
}

static void add_label(calendar_writer *w, const entry *e) {
    builder_clear(&w->all.text);
    ical_put_summary(&w->all.text, e->event, &e->span, e->hour);
    size_t whole = w->all.text.length;
    builder_clear(&w->all.text);
    builder_line(&w->all.text, e->event->label);
    builder_trim(&w->all.text);
    if (w->all.text.length != whole) put_own(w, "X-ANNALS-LABEL");
}

/* A category is one, with its commas. */
static void put_category(calendar_writer *w, annals_text category) {
    builder_clear(&w->word);
    builder_line(&w->word, category);
    builder_trim(&w->word);
    if (!w->word.length) return;
    builder_string(&w->all.text, ",");
    ical_escape(&w->all.text, (annals_text){w->word.data, w->word.length});
}

/* The list of a calendar that the category was read from, as it stood there; absent when it says another one. */
static annals_text list_of(calendar_writer *w, const annals_event *event) {
    for (size_t i = 0; i < event->field_count; i++) {
        if (!is_called(&event->fields[i], "CATEGORIES")) continue;
        builder_clear(&w->word);
        ical_join_list(&w->word, event->fields[i].value);
        bool same = w->word.length == event->category.length &&
                    !memcmp(w->word.data ? w->word.data : "", event->category.data, w->word.length);
        return same ? event->fields[i].value : (annals_text){0};
    }
    return (annals_text){0};
}

/* Commas part the kind, the categories and the groups; libical does not escape those within one. */
static void add_categories(calendar_writer *w, const annals_event *event) {
    size_t index = (size_t)(event - w->all.events);
    annals_text list = event->category.length ? list_of(w, event) : (annals_text){0};
    builder_clear(&w->all.text);
    builder_string(&w->all.text, annals_event_kind_name(event->kind));
    for (size_t at = 0; at < list.length;) {
        builder_clear(&w->item);
        at = ical_next_item(list, at, &w->item);
        put_category(w, (annals_text){w->item.data, w->item.length});
    }
    if (!list.length) put_category(w, event->category);
    for (size_t i = w->groups_of ? w->first_group[index] : 0; w->groups_of && i < w->first_group[index + 1]; i++)
        put_category(w, w->all.groups[w->groups_of[i]].name);
    ical_put_spelt(&w->own, "CATEGORIES", (annals_text){w->all.text.data, w->all.text.length});
    w->own.failed |= w->all.text.failed || w->word.failed || w->item.failed;
}

static bool fill(calendar_writer *w, icalcomponent *component, const entry *e) {
    const annals_event *event = e->event;
    add_categories(w, event);
    add_spelling(w, e);
    add_label(w, e);
    return add_uid(w, component, event) && add(component, verbatim("DTSTAMP", w->stamp)) && add_span(component, e) &&
           add_days(w, component, e, "EXDATE") && add_days(w, component, e, "RDATE") && add_summary(w, component, e) &&
           add_description(w, component, event) && add_address(w, component, event) &&
           add_location(w, component, event) && add(component, icalproperty_new_status(status_of(e))) &&
           add(component, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)) &&
           add(component, verbatim("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"));
}

/* Writes `component` and our own lines of it without the line that ends it.  libical does not always say by its results
 * that memory ran out on the way: what it noted since the component was begun counts too. */
static bool output_component(calendar_writer *w, icalcomponent *component, const char *end) {
    char *text = icalcomponent_as_ical_string_r(component);
    bool whole = text && icalerrno == ICAL_NO_ERROR;
    builder_clear(&w->lines);
    builder_text(&w->lines, (annals_text){text, whole ? strlen(text) - strlen(end) : 0});
    builder_text(&w->lines, (annals_text){w->own.data, w->own.length});
    icalmemory_free_buffer(text);
    whole = whole && !w->own.failed && !w->lines.failed;
    if (!whole) return false;
    output_text(&w->all.out, (annals_text){w->lines.data, w->lines.length});
    return true;
}

static annals_status write_to_builder(void *context, const char *data, size_t length) {
    builder *to = context;
    builder_text(to, (annals_text){data, length});
    return to->failed ? ANNALS_MEMORY : ANNALS_OK;
}

/* The calendar that was written before, read and written now: other programs spell what is the same in other ways. */
static annals_status write_anew(calendar_writer *w) {
    annals_write_options options = *w->all.options;
    const annals_text before = options.previous;
    builder text = {0};
    options.previous = (annals_text){0};
    options.left_out = NULL;
    annals_chronology *c = annals_new(NULL, NULL);
    annals_status status =
        c ? annals_read_as(c, annals_find_reader("ics"), "", before.data, before.length, NULL) : ANNALS_MEMORY;
    if (status == ANNALS_OK) status = annals_finish(c, NULL);
    if (status == ANNALS_OK) status = write_ical(c, &options, (annals_sink){write_to_builder, &text}, NULL);
    if (status == ANNALS_OK) status = ical_editions_read(&w->anew, (annals_text){text.data, text.length}, NULL);
    annals_free(c);
    builder_free(&text);
    return status == ANNALS_MEMORY ? status : ANNALS_OK; /* one that cannot be read says nothing */
}

/* False when memory runs out. */
static bool is_changed(calendar_writer *w, const ical_edition *old, const ical_edition *now, bool *changed) {
    *changed = old->content != now->content;
    if (!*changed) return true;
    if (!w->has_anew && write_anew(w) != ANNALS_OK) return false;
    w->has_anew = true;
    const ical_edition *anew = ical_editions_find(&w->anew, now->uid);
    *changed = !anew || anew->content != now->content;
    return true;
}

/* Counted on from the calendar that was written before, and not below what a calendar has that was read. */
static bool find_sequence(calendar_writer *w, const annals_event *event, int32_t *sequence) {
    ical_edition now = ical_edition_of((annals_text){w->lines.data, w->lines.length});
    const ical_edition *old = ical_editions_find(&w->editions, now.uid);
    bool changed;
    *sequence = ical_sequence_read(field_of(event, "SEQUENCE"));
    if (!old) return true;
    if (!is_changed(w, old, &now, &changed)) return false;
    int32_t next = old->sequence + (changed && old->sequence < INT32_MAX);
    if (next > *sequence) *sequence = next;
    return true;
}

/* Who has the event already knows by its SEQUENCE whether it is another now. */
static void output_sequence(output *out, int32_t sequence) {
    char line[32];
    snprintf(line, sizeof line, "SEQUENCE:%d\r\n", sequence);
    output_string(out, line);
    output_string(out, end_of_event);
}

static icalcomponent *new_component(calendar_writer *w, icalcomponent_kind kind) {
    w->handed_over = 0;
    builder_clear(&w->own);
    icalerror_clear_errno();
    return has_room(w) ? icalcomponent_new(kind) : NULL;
}

static bool write_event(calendar_writer *w, const entry *e) {
    icalcomponent *component = new_component(w, ICAL_VEVENT_COMPONENT);
    if (!component) return false;
    int32_t sequence;
    bool done =
        fill(w, component, e) && output_component(w, component, end_of_event) && find_sequence(w, e->event, &sequence);
    icalcomponent_free(component);
    if (done) output_sequence(&w->all.out, sequence);
    return done;
}

/* ------------------------------------------------------------------ the calendar */

/* What the calendar had before, and has no longer. */
static void add_gone(calendar_writer *w) {
    char line[ICAL_GONE_SIZE];
    for (size_t i = 0; i < w->editions.count; i++)
        if (!w->editions.list[i].written)
            ical_put_line(&w->own, ICAL_GONE, annals_text_of(ical_gone_spelling(&w->editions.list[i], line)));
}

static bool fill_head(calendar_writer *w, icalcomponent *calendar, const char *name) {
    bool done = add(calendar, icalproperty_new_prodid(product)) && add(calendar, icalproperty_new_version("2.0")) &&
                add(calendar, icalproperty_new_calscale("GREGORIAN"));
    add_gone(w);
    if (!done || !*name) return done;
    put_own(w, "X-WR-CALNAME");
    return add(calendar, icalproperty_new_name(name));
}

/* All that stands before the events; the line that ends the calendar is left for later. */
static bool write_head(calendar_writer *w, annals_text title) {
    icalcomponent *calendar = new_component(w, ICAL_VCALENDAR_COMPONENT);
    if (!calendar) return false;
    builder_clear(&w->all.text);
    builder_line(&w->all.text, title);
    builder_trim(&w->all.text);
    const char *name = built(w);
    bool done = name && fill_head(w, calendar, name) && output_component(w, calendar, end_of_calendar);
    icalcomponent_free(calendar);
    return done;
}

static bool exists(const calendar_writer *w, const annals_event *event) {
    for (size_t i = 0; i < event->mention_count; i++)
        if (w->all.mentions[event->mentions[i]].impossible) return false;
    return true;
}

/* "T19:00"; the second of the day, or -1. */
static int32_t second_of(const char *clock) {
    int hour, minute;
    return sscanf(clock, "T%2d:%2d", &hour, &minute) == 2 && hour < 24 && minute < 60 ? hour * 3600 + minute * 60 : -1;
}

static int64_t length_of(const annals_event *event) {
    annals_text length = field_of(event, "DURATION");
    return length.length ? ical_duration_read(length) : 0;
}

/* Each is at its hour, where the zone of that is known, and as long as a calendar had it: of whole days, or of a time.
 * A rule would not follow days that its hour moves on. */
static annals_status place_set(calendar_writer *w, int64_t last, entry *e) {
    const annals_write_options *options = w->all.options;
    annals_text zone = e->event->when->zone.length ? e->event->when->zone : e->set.zone;
    const char *clock = strchr(e->set.first, 'T');
    int32_t second = clock ? second_of(clock) : -1;
    int64_t length = length_of(e->event);
    ical_span days = e->span;
    if (length >= SECONDS_PER_DAY) days.end.day = days.start.day + (length + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY;
    e->hour = second < 0 ? "" : clock + 1;
    e->span = days;
    if (second < 0) return ANNALS_OK;
    e->span = (ical_span){.timed = true, .has_end = length > 0, .start = {days.start.day, second}};
    int64_t end = second + (length > 0 ? length : 0);
    e->span.end = (ical_moment){days.start.day + end / SECONDS_PER_DAY, (int32_t)(end % SECONDS_PER_DAY)};
    annals_status status = ical_zones_place(&w->zones, zone, options->zone, options->floating, &e->span, &e->clock);
    bool follows = e->span.timed && e->span.start.day == days.start.day;
    if (follows) e->hour = "";
    else e->span = days;
    if (follows && e->clock.form == ICAL_LOCAL) ical_zones_keep(&w->zones, e->clock.zone, last);
    return status;
}

/* Does it come again, by a rule?  Which of every second week are meant is known when they are counted from the day that
 * is told. */
static bool comes_again(const calendar_writer *w, entry *e) {
    const annals_when *when = e->event->when;
    const int64_t told = e->span.start.day;
    const ical_cycle *cycle = &e->set.cycle;
    if (!ical_set_of(&w->all, e->event, &e->set)) return false;
    bool days = when->granularity >= ANNALS_DAY && when_extent_of(when) == WHEN_FILLS;
    e->unsure = e->set.mixed;
    if (e->set.mixed || (cycle->unset && !days) || !ical_rule_of(cycle, &e->span, e->rule)) return false;
    /* Of "each month" nothing says that it is the day on which that begins. */
    e->unsure = (cycle->interval > 1 && e->span.start.day != told) || (cycle->unset && cycle->unit >= ICAL_MONTHLY);
    return true;
}

/* The day that a rule ends on is none before the event's, and has a time where that has one. */
static bool ends_well(const entry *e, const char *until) {
    ical_moment last;
    bool timed, universal;
    annals_text spelling = {until, strcspn(until, ";")};
    if (!ical_moment_read(spelling, &last, &timed, &universal) || timed != e->span.timed) return false;
    return last.day >= e->span.start.day && (!timed || universal == (e->clock.form != ICAL_FLOATING));
}

/* A rule that is no set of ours, as a calendar had it, goes back where it ends and fits the time. */
static void take_rule(entry *e) {
    enum { MOST = 100000 /* times; what no number holds comes out as another */ };
    const annals_text said = field_of(e->event, "RRULE");
    char words[ICAL_RULE_SIZE];
    if (!said.length || said.length >= sizeof words) return;
    snprintf(words, sizeof words, "%.*s", (int)said.length, said.data);
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(words);
    char *spelt = rule.freq == ICAL_NO_RECURRENCE ? NULL : icalrecurrencetype_as_string_r(&rule);
    const char *until = spelt ? strstr(spelt, "UNTIL=") : NULL;
    bool ends = until ? ends_well(e, until + strlen("UNTIL=")) : rule.count > 0 && rule.count <= MOST;
    bool hours = strstr(words, "HOUR") || strstr(words, "MINUTE") || strstr(words, "SECOND");
    if (spelt && ends && (e->span.timed || !hours) && strlen(spelt) < sizeof e->rule)
        snprintf(e->rule, sizeof e->rule, "%s", spelt);
    icalmemory_free_buffer(spelt);
}

/* Where the event stands in the calendar, or the reason why it does not; null with `status` when memory ran out. */
static const char *place(calendar_writer *w, const annals_event *event, entry *e, annals_status *status) {
    const annals_write_options *options = w->all.options;
    *e = (entry){.event = event};
    *status = ANNALS_OK;
    const char *reason = ical_span_of(event->when, &e->span);
    if (reason) return exists(w, event) ? reason : "there is no such date";
    int64_t last = e->span.end.day;
    if (comes_again(w, e)) {
        *status = place_set(w, last, e);
        return NULL;
    }
    if (e->span.timed)
        *status = ical_zones_place(&w->zones, event->when->zone, options->zone, options->floating, &e->span, &e->clock);
    take_rule(e);
    if (!e->span.timed) return NULL;
    return ical_span_in_range(&e->span) ? NULL : "its year is outside 0100 to 9999";
}

/* The calendar before had it. */
static bool note_written(calendar_writer *w, const annals_event *event) {
    if (!w->editions.count) return true;
    const char *uid = spell_uid(w, event);
    if (uid) ical_editions_note(&w->editions, ical_uid_number(annals_text_of(uid)));
    return uid != NULL;
}

/* All times are placed before the first is written, as the zones that they need come first. */
static bool place_all(calendar_writer *w) {
    entry e;
    annals_status status = ANNALS_OK;
    for (size_t i = 0; i < w->all.event_count && status == ANNALS_OK; i++) {
        const annals_event *event = &w->all.events[i];
        if (!writing_wants(&w->all, event) || place(w, event, &e, &status) || status != ANNALS_OK) continue;
        if (!note_written(w, event)) return false;
    }
    return status == ANNALS_OK;
}

static bool write_or_leave_out(calendar_writer *w, const annals_event *event) {
    entry e;
    annals_status status;
    const char *reason = place(w, event, &e, &status);
    if (!reason) return status == ANNALS_OK && write_event(w, &e);
    writing_leave_out(&w->all, event, reason);
    return !w->all.text.failed;
}

static void set_stamp(calendar_writer *w) {
    int64_t stamp = w->all.options->stamp;
    if (stamp < 0 || stamp > LAST_STAMP) stamp = 0;
    ical_moment moment = {stamp / SECONDS_PER_DAY, (int32_t)(stamp % SECONDS_PER_DAY)};
    ical_moment_spelling(moment, true, w->stamp);
    memcpy(w->stamp + strlen(w->stamp), "Z", sizeof "Z");
}

/* Turns the lists of groups into those of events; none where nothing is grouped.  False when memory runs out. */
static bool find_groups(calendar_writer *w) {
    size_t members = 0, events = w->all.event_count, count = w->all.group_count;
    const annals_group *groups = w->all.groups;
    for (size_t i = 0; i < count; i++) members += groups[i].count;
    if (!members) return true;
    w->first_group = calloc(events + 2, sizeof *w->first_group);
    w->groups_of = calloc(members, sizeof *w->groups_of);
    if (!w->first_group || !w->groups_of) return false;
    size_t *next = w->first_group + 1; /* each moves on to where that of the next event begins */
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < groups[i].count; j++) next[groups[i].events[j] + 1]++;
    for (size_t i = 1; i <= events; i++) next[i] += next[i - 1];
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < groups[i].count; j++) w->groups_of[next[groups[i].events[j]]++] = i;
    return true;
}

static bool write_calendar(calendar_writer *w) {
    output *out = &w->all.out;
    w->repeats = writing_repeats(&w->all);
    bool done = w->repeats && find_groups(w) && place_all(w) && write_head(w, annals_title(w->all.chronology));
    if (done) ical_zones_write(&w->zones, out);
    for (size_t i = 0; i < w->all.event_count && done && out->status == ANNALS_OK; i++)
        if (writing_wants(&w->all, &w->all.events[i])) done = write_or_leave_out(w, &w->all.events[i]);
    output_string(out, end_of_calendar);
    return done;
}

annals_status write_ical(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                         annals_error *error) {
    calendar_writer w = {0};
    char offset[ZONE_OFFSET_SIZE];
    annals_write_options own = options ? *options : (annals_write_options){0};
    if (own.zone.length && zone_offset_of(own.zone, offset)) own.zone = annals_text_of(offset);
    if (options && options->zone.length && !annals_zone_exists(options->zone))
        return annals_fail(error, ANNALS_ARGUMENT,
                           "there is no time zone '%.*s'; give one such as America/Havana or UTC-05:00",
                           (int)options->zone.length, options->zone.data);
    annals_status status = options ? ical_editions_read(&w.editions, options->previous, error) : ANNALS_OK;
    if (status != ANNALS_OK) return ical_editions_free(&w.editions), status;
    writing_begin(&w.all, chronology, &own, sink);
    set_stamp(&w);
    if (!write_calendar(&w) && w.all.out.status == ANNALS_OK) w.all.out.status = ANNALS_MEMORY;
    ical_zones_free(&w.zones);
    ical_editions_free(&w.editions);
    ical_editions_free(&w.anew);
    builder_free(&w.own);
    builder_free(&w.word);
    builder_free(&w.item);
    builder_free(&w.lines);
    free(w.repeats);
    free(w.groups_of);
    free(w.first_group);
    return writing_end(&w.all, error);
}
