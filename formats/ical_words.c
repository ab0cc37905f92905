#include "ical_words.h"

#include "utf8.h"
#include "words.h"

#include <stdio.h>
#include <string.h>

static void put_note(builder *text, size_t *notes, const char *note) {
    builder_string(text, (*notes)++ ? ", " : " (");
    builder_line(text, annals_text_of(note));
}

static const char *within_note(const annals_when *when, char *buffer) {
    char words[WORDS_SIZE];
    when_words(when, words);
    bool years = strstr(words, "–"); /* of a part of a century */
    bool the = !years && (when->granularity <= ANNALS_DECADE || when->granularity == ANNALS_QUARTER);
    bool whole =
        annals_bound_known(when->begin.latest) && annals_bound_known(when->end.earliest) &&
        annals_bound_compare(when->begin.latest, when->end.earliest) < 0; /* a range: it lasted all the while */
    if (when_is_named(when) && !whole) snprintf(buffer, WORDS_SIZE, "some time in %s%.200s", the ? "the " : "", words);
    else snprintf(buffer, WORDS_SIZE, "%s", words);
    return buffer;
}

/* "{1962-10-01,1962-11-20}": some days of that time, and not all of it. */
static bool is_list(annals_text edtf) {
    return edtf.length && *edtf.data == '{' && memchr(edtf.data, ',', edtf.length);
}

/* What the calendar's own date cannot say, or null: "some time in November 1962", "02:00". */
static const char *extent_note(const annals_when *when, const ical_span *span, char *buffer) {
    annals_when certain = *when;
    certain.uncertain = false;
    when_extent extent = when_extent_of(when);
    bool within_day = extent == WHEN_WITHIN && when->begin.earliest.day == when->end.latest.day;
    bool clock = when->begin.earliest.state >= ANNALS_BOUND_MINUTE && (!span->timed || within_day);
    if (is_list(when->edtf)) return when_words(&certain, buffer);
    if (when->day_part != ANNALS_DAY_PART_NONE && !when->approximate) return annals_day_part_name(when->day_part);
    if (clock && annals_when_clock_phrase(&certain, buffer, WORDS_SIZE)) return buffer;
    if (when->approximate) return NULL;
    return extent == WHEN_WITHIN ? within_note(&certain, buffer) : NULL;
}

void ical_put_summary(builder *text, const annals_event *event, const ical_span *span, const char *again) {
    char buffer[WORDS_SIZE];
    size_t notes = 0;
    const char *note = !again ? extent_note(event->when, span, buffer) : *again ? again : NULL;
    builder_line(text, event->label);
    builder_trim(text);
    if (event->kind == ANNALS_PLAN) put_note(text, &notes, "plan");
    if (event->when->approximate && !note && !again) put_note(text, &notes, "about");
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
        builder_line(text, zone_in_words(when->zone, words));
        builder_format(text, " (%s)\n", annals_zone_basis_name(when->zone_basis));
    }
    builder_format(text, "Confidence: %.0f %%\n", 100 * event->confidence);
}

/* Calendars are passed on: the folders of the machine that made them are nobody's concern.  An address stays whole. */
static annals_text file_name(annals_text source) {
    for (size_t i = 0; i + 2 < source.length; i++)
        if (!memcmp(source.data + i, "://", 3)) return source;
    size_t start = source.length;
    while (start && source.data[start - 1] != '/') start--;
    return start < source.length ? (annals_text){source.data + start, source.length - start} : source;
}

static void put_document(builder *text, const annals_document *document) {
    builder_string(text, "— ");
    builder_line(text, document->title.length ? document->title : file_name(document->source));
    if (document->title.length) {
        builder_string(text, " (");
        builder_line(text, file_name(document->source));
        builder_string(text, ")");
    }
    builder_string(text, "\n");
}

/* A line of an account, with its tabs. */
static void put_line(builder *text, annals_text line) {
    for (size_t at = 0; at < line.length;) {
        const char *tab = memchr(line.data + at, '\t', line.length - at);
        size_t length = tab ? (size_t)(tab - line.data) - at : line.length - at;
        builder_line(text, (annals_text){line.data + at, length});
        if (tab) builder_string(text, "\t");
        at += length + 1;
    }
    builder_trim(text);
    builder_string(text, "\n");
}

static void put_account(builder *text, const annals_source *source, const annals_document *document) {
    annals_text words = source->text;
    while (words.length && strchr(" \t\r\n", words.data[words.length - 1])) words.length--;
    builder_string(text, "\n");
    for (size_t at = 0; at < words.length;) {
        const char *end = memchr(words.data + at, '\n', words.length - at);
        size_t length = end ? (size_t)(end - words.data) - at : words.length - at;
        put_line(text, (annals_text){words.data + at, length});
        at += length + 1;
    }
    put_document(text, document);
}

static void put_conflicts(builder *text, const writing *w, const annals_event *event) {
    if (event->conflict_count) builder_string(text, "\nThe sources disagree:\n");
    for (size_t i = 0; i < event->conflict_count; i++) {
        builder_line(text, event->conflicts[i].claim);
        builder_string(text, " ");
        put_document(text, &w->documents[w->mentions[event->conflicts[i].mention].document]);
    }
}

void ical_put_description(builder *text, const writing *w, const annals_event *event) {
    put_time(text, event);
    for (size_t i = 0; i < event->source_count; i++)
        put_account(text, &event->sources[i], &w->documents[event->sources[i].document]);
    put_conflicts(text, w, event);
}

size_t ical_next_item(annals_text list, size_t at, builder *item) {
    for (; at < list.length && list.data[at] != ','; at++) {
        bool escaped = list.data[at] == '\\' && at + 1 < list.length;
        at += escaped;
        if (escaped && (list.data[at] == 'n' || list.data[at] == 'N')) builder_string(item, "\n");
        else builder_text(item, (annals_text){list.data + at, 1});
    }
    return at + 1;
}

void ical_join_list(builder *to, annals_text list) {
    builder item = {0};
    for (size_t at = 0; at < list.length;) {
        builder_clear(&item);
        at = ical_next_item(list, at, &item);
        size_t before = to->length;
        if (before) builder_string(to, ", ");
        size_t start = to->length;
        builder_line(to, (annals_text){item.data, item.length});
        builder_trim(to);
        if (to->length == start && to->data) to->data[to->length = before] = 0;
    }
    to->failed |= item.failed;
    builder_free(&item);
}
void ical_escape(builder *to, annals_text text) {
    for (size_t i = 0; i < text.length; i++) {
        if (memchr("\\;,", text.data[i], 3)) builder_string(to, "\\");
        builder_text(to, (annals_text){text.data + i, 1});
    }
}

void ical_put_spelt(builder *text, const char *name, annals_text value) {
    enum { WIDEST = 75 };
    size_t column = strlen(name) + 1;
    builder_string(text, name);
    builder_string(text, ":");
    for (size_t at = 0, start = 0; at < value.length; start = at) {
        at += value.data[at] == '\\' && at + 1 < value.length;
        utf8_next(value, &at);
        if (column + at - start > WIDEST) builder_string(text, "\r\n "), column = 1;
        column += at - start;
        builder_text(text, (annals_text){value.data + start, at - start});
    }
    builder_string(text, "\r\n");
}

void ical_put_line(builder *text, const char *name, annals_text value) {
    builder spelt = {0};
    ical_escape(&spelt, value);
    ical_put_spelt(text, name, (annals_text){spelt.data, spelt.length});
    text->failed |= spelt.failed;
    builder_free(&spelt);
}
