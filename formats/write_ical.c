/* write_ical.c: a chronology as iCalendar (RFC 5545).
 *
 * libical spells, escapes and folds; it computes nothing.  Its own dates end in the year 3000, so dates are handed over
 * as ready texts.  Each event is a component of its own, written and freed before the next. */
#include "ical_span.h"
#include "words.h"
#include "writer.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char product[] = "-//annals//annals " ANNALS_VERSION "//EN";
static const char end_of_calendar[] = "END:VCALENDAR\r\n";
enum { SECONDS_PER_DAY = 86400 };
/* 9999-12-31T23:59:59Z */
static const int64_t LAST_STAMP = INT64_C(253402300799);

typedef struct calendar_writer {
    const annals_write_options *options;
    const annals_document *documents;
    const annals_mention *mentions;
    const annals_event *events;
    const annals_group *groups;
    size_t *groups_of, *first_group;  /* the groups of each event, and where they begin; both owned */
    char stamp[ICAL_MOMENT_SIZE + 1]; /* UTC */
    builder text;                     /* what is being made; kept for its memory */
    size_t handed_over;               /* bytes of text that the component at work holds */
    output out;
} calendar_writer;

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

static bool add_moment(icalcomponent *component, const char *name, ical_moment moment, bool timed) {
    char spelling[ICAL_MOMENT_SIZE];
    icalproperty *property = verbatim(name, ical_moment_spelling(moment, timed, spelling));
    if (!add(component, property) || timed) return property != NULL;
    icalparameter *kind = icalparameter_new_value(ICAL_VALUE_DATE);
    if (kind) icalproperty_add_parameter(property, kind);
    return kind != NULL;
}

static bool add_span(icalcomponent *component, const ical_span *span) {
    return add_moment(component, "DTSTART", span->start, span->timed) &&
           (!span->has_end || add_moment(component, "DTEND", span->end, span->timed));
}

/* ------------------------------------------------------------------ what an event says */

static void put_note(builder *text, size_t *notes, const char *note) {
    builder_string(text, (*notes)++ ? ", " : " (");
    builder_line(text, annals_text_of(note));
}

static const char *within_note(const annals_when *when, char *buffer) {
    char words[WORDS_SIZE];
    when_words(when, words);
    bool the = when->granularity <= ANNALS_DECADE || when->granularity == ANNALS_QUARTER;
    bool whole =
        annals_bound_known(when->begin.latest) && annals_bound_known(when->end.earliest) &&
        annals_bound_compare(when->begin.latest, when->end.earliest) < 0; /* a range: it lasted all the while */
    if (when_is_named(when) && !whole) snprintf(buffer, WORDS_SIZE, "some time in %s%.200s", the ? "the " : "", words);
    else snprintf(buffer, WORDS_SIZE, "%s", words);
    return buffer;
}

/* What the calendar's own date cannot say, or null: "until 7 November 1962", "some time in November 1962". */
static const char *extent_note(const annals_when *when, char *buffer) {
    annals_when certain = *when;
    certain.uncertain = false;
    when_extent extent = when_extent_of(when);
    if (extent == WHEN_UNTIL || extent == WHEN_FROM) return when_words(&certain, buffer);
    if (when->approximate) return NULL;
    if (when->day_part != ANNALS_DAY_PART_NONE) return annals_day_part_name(when->day_part);
    return extent == WHEN_WITHIN ? within_note(&certain, buffer) : NULL;
}

static void put_summary(builder *text, const annals_event *event) {
    char buffer[WORDS_SIZE];
    size_t notes = 0;
    const char *note = extent_note(event->when, buffer);
    builder_line(text, event->label);
    builder_trim(text);
    if (event->kind == ANNALS_PLAN) put_note(text, &notes, "plan");
    if (event->when->approximate && !note) put_note(text, &notes, "about");
    if (note) put_note(text, &notes, note);
    if (event->when->uncertain) put_note(text, &notes, "uncertain");
    if (notes) builder_string(text, ")");
}

static void put_labelled(builder *text, const char *label, annals_text value) {
    if (!value.length) return;
    builder_string(text, label);
    builder_line(text, value);
    builder_trim(text);
    builder_string(text, "\n");
}

static void put_time(builder *text, const annals_event *event) {
    char words[WORDS_SIZE];
    const annals_when *when = event->when;
    put_labelled(text, "Time: ", annals_text_of(when_words(when, words)));
    static const char *const calendars[] = {[ANNALS_JULIAN] = "In the Julian calendar: ",
                                            [ANNALS_FRENCH_REPUBLICAN] = "In the French Republican calendar: "};
    if (when->calendar != ANNALS_GREGORIAN) put_labelled(text, calendars[when->calendar], when->as_written);
    if (when->zone.length) {
        builder_string(text, "Time zone: ");
        builder_line(text, when->zone);
        builder_format(text, " (%s); the calendar has the local time\n", annals_zone_basis_name(when->zone_basis));
    }
    builder_format(text, "Confidence: %.0f %%\n", 100 * event->confidence);
}

static void put_document(builder *text, const annals_document *document) {
    builder_string(text, "— ");
    builder_line(text, document->title.length ? document->title : document->source);
    if (document->title.length) {
        builder_string(text, " (");
        builder_line(text, document->source);
        builder_string(text, ")");
    }
    builder_string(text, "\n");
}

static void put_account(builder *text, const annals_source *source, const annals_document *document) {
    builder_string(text, "\n");
    put_labelled(text, "", source->text);
    put_document(text, document);
}

static void put_conflicts(builder *text, const calendar_writer *w, const annals_event *event) {
    if (event->conflict_count) builder_string(text, "\nThe sources disagree:\n");
    for (size_t i = 0; i < event->conflict_count; i++) {
        builder_line(text, event->conflicts[i].claim);
        builder_string(text, " ");
        put_document(text, &w->documents[w->mentions[event->conflicts[i].mention].document]);
    }
}

static void put_description(builder *text, const calendar_writer *w, const annals_event *event) {
    put_time(text, event);
    for (size_t i = 0; i < event->source_count; i++)
        put_account(text, &event->sources[i], &w->documents[event->sources[i].document]);
    put_conflicts(text, w, event);
}

static bool is_tentative(const annals_event *event) {
    const annals_when *when = event->when;
    return event->kind == ANNALS_PLAN || when->approximate || when->uncertain || when_extent_of(when) != WHEN_FILLS;
}

/* ------------------------------------------------------------------ the component of an event */

/* The text that was built; null when memory ran out.  libical loses blanks at its ends: there are none. */
static const char *built(calendar_writer *w) {
    while (w->text.length && w->text.data[w->text.length - 1] == '\n') w->text.data[--w->text.length] = 0;
    w->handed_over += w->text.length;
    if (w->text.failed || !has_room(w)) return NULL;
    return w->text.data ? w->text.data : "";
}

static bool add_uid(calendar_writer *w, icalcomponent *component, const annals_event *event) {
    builder_clear(&w->text);
    builder_line(&w->text, event->id);
    builder_string(&w->text, "@annals");
    const char *uid = built(w);
    return uid && add(component, icalproperty_new_uid(uid));
}

static bool add_summary(calendar_writer *w, icalcomponent *component, const annals_event *event) {
    builder_clear(&w->text);
    put_summary(&w->text, event);
    const char *summary = built(w);
    return summary && add(component, icalproperty_new_summary(summary));
}

static bool add_description(calendar_writer *w, icalcomponent *component, const annals_event *event) {
    builder_clear(&w->text);
    put_description(&w->text, w, event);
    const char *description = built(w);
    return description && add(component, icalproperty_new_description(description));
}

/* Commas divide the list of categories; a group's name is one of them, with all its words. */
static void put_groups(calendar_writer *w, size_t index) {
    for (size_t i = w->first_group[index]; i < w->first_group[index + 1]; i++) {
        builder_string(&w->text, ",");
        size_t start = w->text.length;
        builder_line(&w->text, w->groups[w->groups_of[i]].name);
        builder_trim(&w->text);
        for (size_t j = start; j < w->text.length; j++)
            if (w->text.data[j] == ',' || w->text.data[j] == ';') w->text.data[j] = ' ';
    }
}

/* libical leaves commas here as they are: they divide a list.  Semicolons, which it leaves too, would be wrong. */
static bool add_categories(calendar_writer *w, icalcomponent *component, const annals_event *event) {
    builder_clear(&w->text);
    builder_string(&w->text, annals_event_kind_name(event->kind));
    if (event->category.length) builder_string(&w->text, ",");
    builder_line(&w->text, event->category);
    builder_trim(&w->text);
    if (w->groups_of) put_groups(w, (size_t)(event - w->events));
    const char *categories = built(w);
    for (char *c = w->text.data; categories && *c; c++)
        if (*c == ';') *c = ',';
    return categories && add(component, icalproperty_new_categories(categories));
}

static bool fill(calendar_writer *w, icalcomponent *component, const annals_event *event, const ical_span *span) {
    enum icalproperty_status status = is_tentative(event) ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
    return add_uid(w, component, event) && add(component, verbatim("DTSTAMP", w->stamp)) &&
           add(component, icalproperty_new_sequence(0)) && add_span(component, span) &&
           add_summary(w, component, event) && add_description(w, component, event) &&
           add_categories(w, component, event) && add(component, icalproperty_new_status(status)) &&
           add(component, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)) &&
           add(component, verbatim("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"));
}

/* Writes `component` without the last `cut` bytes.  libical does not always say by its results that memory ran out on
 * the way: what it noted since the component was begun counts too. */
static bool output_component(output *out, icalcomponent *component, size_t cut) {
    char *text = icalcomponent_as_ical_string_r(component);
    bool whole = text && icalerrno == ICAL_NO_ERROR;
    if (whole) output_bytes(out, text, strlen(text) - cut);
    icalmemory_free_buffer(text);
    return whole;
}

static icalcomponent *new_component(calendar_writer *w, icalcomponent_kind kind) {
    w->handed_over = 0;
    icalerror_clear_errno();
    return has_room(w) ? icalcomponent_new(kind) : NULL;
}

static bool write_event(calendar_writer *w, const annals_event *event, const ical_span *span) {
    icalcomponent *component = new_component(w, ICAL_VEVENT_COMPONENT);
    if (!component) return false;
    bool done = fill(w, component, event, span) && output_component(&w->out, component, 0);
    icalcomponent_free(component);
    return done;
}

/* ------------------------------------------------------------------ the calendar */

static bool fill_head(icalcomponent *calendar, const char *name) {
    bool done = add(calendar, icalproperty_new_prodid(product)) && add(calendar, icalproperty_new_version("2.0")) &&
                add(calendar, icalproperty_new_calscale("GREGORIAN"));
    if (!done || !*name) return done;
    return add(calendar, icalproperty_new_name(name)) && add(calendar, verbatim("X-WR-CALNAME", name));
}

/* All that stands before the events; the line that ends the calendar is left for later. */
static bool write_head(calendar_writer *w, annals_text title) {
    icalcomponent *calendar = new_component(w, ICAL_VCALENDAR_COMPONENT);
    if (!calendar) return false;
    builder_line(&w->text, title);
    builder_trim(&w->text);
    const char *name = built(w);
    bool done = name && fill_head(calendar, name) && output_component(&w->out, calendar, sizeof end_of_calendar - 1);
    icalcomponent_free(calendar);
    return done;
}

static bool exists(const calendar_writer *w, const annals_event *event) {
    for (size_t i = 0; i < event->mention_count; i++)
        if (w->mentions[event->mentions[i]].impossible) return false;
    return true;
}

static void report(calendar_writer *w, const annals_event *event, const char *reason) {
    if (!w->options->left_out) return;
    builder_clear(&w->text);
    builder_line(&w->text, event->label);
    builder_trim(&w->text);
    builder_string(&w->text, ": ");
    builder_string(&w->text, reason);
    const char *message = built(w);
    if (message) w->options->left_out(w->options->context, message);
}

static bool write_or_report(calendar_writer *w, const annals_event *event) {
    ical_span span;
    const char *reason = ical_span_of(event->when, &span);
    if (!reason) return write_event(w, event, &span);
    report(w, event, exists(w, event) ? reason : "there is no such date");
    return !w->text.failed;
}

static void set_stamp(calendar_writer *w) {
    int64_t stamp = w->options->stamp;
    if (stamp < 0 || stamp > LAST_STAMP) stamp = 0;
    ical_moment moment = {stamp / SECONDS_PER_DAY, (int32_t)(stamp % SECONDS_PER_DAY)};
    ical_moment_spelling(moment, true, w->stamp);
    memcpy(w->stamp + strlen(w->stamp), "Z", sizeof "Z");
}

/* Turns the lists of groups into those of events; none where nothing is grouped.  False when memory runs out. */
static bool find_groups(calendar_writer *w, const annals_chronology *chronology, size_t events) {
    size_t count, members = 0;
    w->groups = annals_groups(chronology, &count);
    for (size_t i = 0; i < count; i++) members += w->groups[i].count;
    if (!members) return true;
    w->first_group = calloc(events + 2, sizeof *w->first_group);
    w->groups_of = calloc(members, sizeof *w->groups_of);
    if (!w->first_group || !w->groups_of) return false;
    size_t *next = w->first_group + 1; /* each moves on to where that of the next event begins */
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < w->groups[i].count; j++) next[w->groups[i].events[j] + 1]++;
    for (size_t i = 1; i <= events; i++) next[i] += next[i - 1];
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < w->groups[i].count; j++) w->groups_of[next[w->groups[i].events[j]]++] = i;
    return true;
}

annals_status write_ical(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                         annals_error *error) {
    static const annals_write_options defaults = {0};
    calendar_writer w = {.options = options ? options : &defaults};
    size_t count;
    w.documents = annals_documents(chronology, &count);
    w.mentions = annals_mentions(chronology, &count);
    const annals_event *events = annals_events(chronology, &count);
    output_begin(&w.out, sink);
    set_stamp(&w);
    w.events = events;
    bool done = find_groups(&w, chronology, count) && write_head(&w, annals_title(chronology));
    for (size_t i = 0; i < count && done && w.out.status == ANNALS_OK; i++)
        if (event_is_wanted(&events[i], w.options->citations)) done = write_or_report(&w, &events[i]);
    output_string(&w.out, end_of_calendar);
    builder_free(&w.text);
    free(w.groups_of);
    free(w.first_group);
    if (!done && w.out.status == ANNALS_OK) w.out.status = ANNALS_MEMORY;
    return output_end(&w.out, error);
}
