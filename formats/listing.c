#include "listing.h"

#include "utf8.h"
#include "zone_name.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_LABEL = 90 /* code points */ };

size_t count_points(annals_text text, size_t start, size_t end) {
    size_t points = 0;
    for (size_t i = start; i < end; i++) points += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return points;
}

/* Places are mostly asked for in order. */
static size_t point_of(listing *l, size_t at) {
    if (at < l->point_at) l->point -= count_points(l->text, at, l->point_at);
    else l->point += count_points(l->text, l->point_at, at);
    l->point_at = at;
    return l->point;
}

bool listing_begin(listing *l, const char *reason) {
    annals_documents(l->to, &l->document);
    annals_document d = {.source = annals_text_of(l->file->name),
                         .text = annals_keep_text(l->to, l->text),
                         .length = count_points(l->text, 0, l->text.length),
                         .mode = ANNALS_MODE_NARRATIVE,
                         .mode_reason = annals_text_of(reason)};
    return annals_put_document(l->to, &d, l->error) == ANNALS_OK;
}

/* ------------------------------------------------------------------ times */

bool ends_before(const annals_when *begin, const annals_when *end) {
    annals_bound from = begin->begin.earliest, to = end->end.latest;
    return annals_bound_known(from) && annals_bound_known(to) && annals_bound_compare(from, to) > 0;
}

void join_times(annals_chronology *to, const annals_when *last, annals_when *when) {
    char spelling[128], from[ANNALS_BOUND_SIZE], until[ANNALS_BOUND_SIZE];
    annals_when joined;
    const bool uncertain = when->uncertain || last->uncertain, approximate = when->approximate || last->approximate;
    bool plain = when->edtf.length + last->edtf.length < sizeof spelling - 1 && when->edtf.length &&
                 last->edtf.length && !memchr(when->edtf.data, '/', when->edtf.length) &&
                 !memchr(last->edtf.data, '/', last->edtf.length);
    snprintf(spelling, sizeof spelling, "%.*s/%.*s", plain ? (int)when->edtf.length : 0, when->edtf.data,
             plain ? (int)last->edtf.length : 0, last->edtf.data);
    if (plain && annals_read_when(to, annals_text_of(spelling), &joined, NULL) == ANNALS_OK) {
        *when = joined;
        when->uncertain |= uncertain;
        when->approximate |= approximate;
        return;
    }
    when->uncertain = uncertain;
    when->approximate = approximate;
    when->end = last->end;
    snprintf(spelling, sizeof spelling, "%s/%s", annals_bound_iso(when->begin.earliest, from),
             annals_bound_iso(when->end.latest, until));
    when->edtf = annals_keep_text(to, annals_text_of(spelling));
    when->day_part = ANNALS_DAY_PART_NONE;
}

void open_time(annals_chronology *to, bool begin, annals_when *when) {
    const annals_bound open = {.state = ANNALS_BOUND_OPEN};
    char spelling[128], bound[ANNALS_BOUND_SIZE];
    bool plain = when->edtf.length && when->edtf.length < sizeof spelling - sizeof bound &&
                 !memchr(when->edtf.data, '/', when->edtf.length);
    annals_bound_iso(begin ? when->end.latest : when->begin.earliest, bound);
    const annals_text known = plain ? when->edtf : annals_text_of(bound);
    snprintf(spelling, sizeof spelling, "%s%.*s%s", begin ? "../" : "", (int)known.length, known.data,
             begin ? "" : "/..");
    *(begin ? &when->begin.earliest : &when->end.latest) = open;
    when->edtf = annals_keep_text(to, annals_text_of(spelling));
}

annals_timex timex_of_when(const annals_when *when) {
    annals_timex_type type = when->granularity > ANNALS_DAY ? ANNALS_TIMEX_TIME : ANNALS_TIMEX_DATE;
    return (annals_timex){.type = type, .value = when->edtf};
}

/* Most rows have the zone of the row before. */
annals_text listing_find_zone(listing *l, annals_text name) {
    if (!name.length || name.length >= sizeof l->asked) return (annals_text){0};
    if (strlen(l->asked) == name.length && !memcmp(l->asked, name.data, name.length)) return annals_text_of(l->zone);
    snprintf(l->asked, sizeof l->asked, "%.*s", (int)name.length, name.data);
    if (zone_offset_of(name, l->zone)) return annals_text_of(l->zone);
    annals_text zone = zone_of_name(name);
    snprintf(l->zone, sizeof l->zone, "%.*s", (int)zone.length, zone.data ? zone.data : "");
    return annals_text_of(l->zone);
}

/* Behind each time of day: "1962-10-27T10:00:00-03:00". */
static annals_text with_offset(annals_chronology *to, annals_text edtf, annals_text offset) {
    char text[128];
    size_t length = 0;
    for (size_t i = 0; i < edtf.length;) {
        bool clock = edtf.data[i] == 'T';
        do {
            if (length + offset.length + 1 >= sizeof text) return edtf;
            text[length++] = edtf.data[i++];
        } while (clock && i < edtf.length && strchr(":0123456789", edtf.data[i]));
        if (clock) memcpy(text + length, offset.data, offset.length), length += offset.length;
    }
    return annals_keep_text(to, (annals_text){text, length});
}

bool listing_zone(listing *l, annals_text name, annals_when *when) {
    if (when->zone.length || when->granularity <= ANNALS_DAY) return false;
    annals_text zone = listing_find_zone(l, name);
    if (!zone.length) return false;
    when->zone = annals_keep_text(l->to, zone);
    when->zone_basis = ANNALS_ZONE_STATED;
    if (is_zone_offset(zone)) when->edtf = with_offset(l->to, when->edtf, zone);
    return true;
}

bool listing_mention(listing *l, passage where, annals_text words, annals_timex timex, const annals_when *when,
                     annals_range_end range, size_t *index) {
    const annals_text open = annals_text_of("day and month could change places; the month is taken to come first");
    const bool wrong = l->weekday.length > 0;
    annals_resolution resolution = {
        .rule = annals_text_of(l->rule), .steps = wrong ? &l->weekday : &open, .step_count = wrong || l->other};
    annals_mention m = {.document = l->document,
                        .start = point_of(l, where.start),
                        .end = point_of(l, where.end),
                        .exact = words,
                        .timex = &timex,
                        .when = when,
                        .resolution = &resolution,
                        .range = range,
                        .wrong_weekday = wrong,
                        .alternatives = l->other,
                        .alternative_count = l->other != NULL};
    annals_mentions(l->to, index);
    return annals_put_mention(l->to, &m, l->error) == ANNALS_OK;
}

/* ------------------------------------------------------------------ events */

static annals_text first_points(annals_text text, size_t limit, bool *whole) {
    size_t at = 0;
    for (size_t points = 0; at < text.length && points < limit; points++) utf8_next(text, &at);
    *whole = at == text.length;
    return (annals_text){text.data, at};
}

/* A headline of what is none: its first words when it is long. */
static void make_label(annals_text text, builder *to) {
    builder line = {0};
    bool whole;
    builder_clear(to);
    builder_line(&line, text);
    builder_trim(&line);
    annals_text words = {line.data ? line.data : "", line.length};
    annals_text cut = first_points(words, LONGEST_LABEL, &whole);
    if (!whole) cut = first_points(words, LONGEST_LABEL - 1, &whole);
    bool shortened = cut.length < words.length;
    while (shortened && cut.length > LONGEST_LABEL / 2 && words.data[cut.length] != ' ') cut.length--;
    builder_text(to, cut);
    if (shortened) builder_string(to, "…");
    builder_free(&line);
}

bool listing_leave_out(listing *l, size_t line, size_t column, const char *format, ...) {
    enum { MOST_TOLD = 20 };
    char message[400];
    va_list args;
    if (l->told == MOST_TOLD) return ++l->untold;
    l->told++;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return notice_in_file(l->to, l->file, line, column, l->error, "%s was left out", message) == ANNALS_OK;
}

bool listing_end(listing *l) {
    if (!l->untold) return true;
    return notice_in_file(l->to, l->file, 0, 0, l->error,
                          "%zu more %s left out in the same way; correct those above, and read it again", l->untold,
                          l->untold == 1 ? "was" : "were") == ANNALS_OK;
}

bool listing_event(listing *l, annals_event *event, bool stated, passage where) {
    builder label = {0};
    if (stated) builder_line(&label, event->label);
    else make_label(event->label, &label);
    builder_trim(&label);
    if (!event->text.length) event->text = event->label;
    annals_source source = {
        .document = l->document, .start = point_of(l, where.start), .end = point_of(l, where.end), .text = event->text};
    event->label = (annals_text){label.data, label.length};
    if (!event->source_count) event->sources = &source, event->source_count = 1;
    l->events++;
    bool put = label.failed ? annals_fail(l->error, ANNALS_MEMORY, "out of memory; give a smaller file") == ANNALS_OK
                            : annals_put_event(l->to, event, l->error) == ANNALS_OK;
    builder_free(&label);
    return put;
}
