#include "ical_edition.h"

#include "reader.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const uint64_t basis = UINT64_C(14695981039346656037);

/* FNV-1a. */
static uint64_t digest(uint64_t number, annals_text bytes) {
    for (size_t i = 0; i < bytes.length; i++)
        number = (number ^ (unsigned char)bytes.data[i]) * UINT64_C(1099511628211);
    return number;
}

/* The physical line at `at`, without its end; `next` is where the one behind it begins. */
static annals_text line_at(annals_text text, size_t at, size_t *next) {
    const char *from = text.data + at, *end = memchr(from, '\n', text.length - at);
    size_t length = end ? (size_t)(end - from) : text.length - at;
    *next = at + length + (end != NULL);
    if (length && from[length - 1] == '\r') length--;
    return (annals_text){from, length};
}

static bool is_named(annals_text line, const char *name) {
    size_t length = strlen(name);
    return begins_with(line, name) && line.length > length && strchr(":;", line.data[length]);
}

/* A description, line by line: those that say which file it is from, "— letter.txt", do not count, as a file may get
 * another name. */
typedef struct described {
    uint64_t number, line;
    size_t length, dashes; /* bytes of the line, and how many of its first are those of a dash */
    char last;
} described;

static void end_described(described *d) {
    if (d->dashes < strlen("—")) d->number = digest(d->number, (annals_text){(const char *)&d->line, sizeof d->line});
    d->line = basis;
    d->length = d->dashes = 0;
}

static void describe(described *d, annals_text bytes) {
    for (size_t i = 0; i < bytes.length; i++) {
        char c = bytes.data[i];
        bool ends = d->last == '\\' && (c == 'n' || c == 'N');
        d->last = d->last == '\\' ? 0 : c; /* of two backslashes the second escapes nothing */
        if (d->dashes == d->length && d->length < strlen("—")) d->dashes += c == "—"[d->length];
        d->length++;
        d->line = digest(d->line, (annals_text){&c, 1});
        if (ends) end_described(d);
    }
}

/* A line is what other programs give it back as: folded otherwise, and in another order. */
static uint64_t digest_line(annals_text text, annals_text line, size_t *next) {
    described d = {.number = basis, .line = basis};
    bool description = is_named(line, "DESCRIPTION");
    uint64_t number = digest(basis, line);
    if (description) describe(&d, line);
    while (*next < text.length && strchr(" \t", text.data[*next])) {
        annals_text more = line_at(text, *next, next);
        more = (annals_text){more.data + 1, more.length - (more.length > 0)};
        if (description) describe(&d, more);
        else number = digest(number, more);
    }
    if (description) end_described(&d);
    return description ? d.number : number;
}

/* These change though the event does not. */
static bool is_of_no_account(annals_text line) {
    static const char *const names[] = {"DTSTAMP", "CREATED", "LAST-MODIFIED", "BEGIN", "END"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_named(line, names[i])) return true;
    return false;
}

int32_t ical_sequence_read(annals_text text) {
    int32_t number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || number > INT32_MAX / 10 - 1) break;
        number = number * 10 + text.data[i] - '0';
    }
    return number;
}

static int32_t sequence_of(annals_text line) {
    const char *colon = memchr(line.data, ':', line.length);
    size_t behind = colon ? (size_t)(colon + 1 - line.data) : line.length;
    return ical_sequence_read((annals_text){line.data + behind, line.length - behind});
}

/* Without marks of escape and ends of lines, as what must be escaped is not for everybody the same. */
static uint64_t digest_uid(annals_text text, size_t at, size_t behind) {
    const char *colon = memchr(text.data + at, ':', behind - at);
    uint64_t number = basis;
    for (const char *c = colon ? colon + 1 : text.data + behind; c < text.data + behind; c++) {
        if (*c == '\n' && c + 1 < text.data + behind) c++; /* the blank that goes on */
        else if (!strchr("\\\r\n", *c)) number = digest(number, (annals_text){c, 1});
    }
    return number;
}

/* Take the line at `at` into the event; returns where the next one begins. */
static size_t take_line(ical_edition *e, annals_text text, size_t at) {
    size_t next;
    annals_text line = line_at(text, at, &next);
    uint64_t number = digest_line(text, line, &next);
    if (is_named(line, "SEQUENCE")) e->sequence = sequence_of(line);
    else if (is_named(line, "UID")) e->uid = digest_uid(text, at, next);
    else if (!is_of_no_account(line)) e->content += number;
    return next;
}

static bool add(ical_editions *editions, const ical_edition *e) {
    if (editions->count == editions->room) {
        size_t room = editions->room ? 2 * editions->room : 64;
        ical_edition *more = realloc(editions->list, room * sizeof *more);
        if (!more) return false;
        editions->list = more;
        editions->room = room;
    }
    editions->list[editions->count++] = *e;
    return true;
}

static int by_uid(const void *a, const void *b) {
    uint64_t first = ((const ical_edition *)a)->uid, second = ((const ical_edition *)b)->uid;
    return (first > second) - (first < second);
}

const char *ical_gone_spelling(const ical_edition *e, char *buffer) {
    snprintf(buffer, ICAL_GONE_SIZE, "%016" PRIX64 "-%016" PRIX64 "-%" PRId32, e->uid, e->content, e->sequence);
    return buffer;
}

static bool read_gone(annals_text line, ical_edition *e) {
    char text[ICAL_GONE_SIZE];
    *e = (ical_edition){0};
    if (!is_named(line, ICAL_GONE)) return false;
    snprintf(text, sizeof text, "%.*s", (int)(line.length - sizeof ICAL_GONE), line.data + sizeof ICAL_GONE);
    int read = sscanf(text, "%16" SCNx64 "-%16" SCNx64 "-%9" SCNd32, &e->uid, &e->content, &e->sequence);
    return read == 3 && e->sequence >= 0;
}

annals_status ical_editions_read(ical_editions *editions, annals_text calendar, annals_error *error) {
    ical_edition e = {0}, gone;
    if (!calendar.length) return ANNALS_OK;
    if (!begins_with(calendar, "BEGIN:VCALENDAR"))
        return annals_fail(error, ANNALS_ARGUMENT,
                           "what should be the older calendar is none; give one that was written before");
    bool whole = false;
    for (size_t at = 0, next; at < calendar.length; at = next) {
        annals_text line = line_at(calendar, at, &next);
        bool added = true;
        if (line.length) whole = begins_with(line, "END:VCALENDAR");
        if (begins_with(line, "BEGIN:VEVENT")) e = (ical_edition){0};
        else if (begins_with(line, "END:VEVENT")) added = add(editions, &e);
        else if (read_gone(line, &gone)) added = add(editions, &gone);
        else next = take_line(&e, calendar, at);
        if (!added) return annals_fail(error, ANNALS_MEMORY, "out of memory; write fewer events");
    }
    if (!whole)
        return annals_fail(
            error, ANNALS_ARGUMENT,
            "the older calendar breaks off, and numbers of its events may be missing; give the whole one");
    if (editions->count) qsort(editions->list, editions->count, sizeof *editions->list, by_uid);
    return ANNALS_OK;
}

ical_edition ical_edition_of(annals_text component) {
    ical_edition e = {0};
    for (size_t at = 0; at < component.length;) at = take_line(&e, component, at);
    return e;
}

uint64_t ical_uid_number(annals_text uid) {
    uint64_t number = basis;
    for (size_t i = 0; i < uid.length; i++)
        if (uid.data[i] != '\\') number = digest(number, (annals_text){uid.data + i, 1});
    return number;
}

const ical_edition *ical_editions_find(const ical_editions *editions, uint64_t uid) {
    const ical_edition e = {.uid = uid};
    if (!editions->count) return NULL;
    return bsearch(&e, editions->list, editions->count, sizeof e, by_uid);
}

/* Those with the same UID are all noted at once. */
void ical_editions_note(ical_editions *editions, uint64_t uid) {
    const ical_edition *found = ical_editions_find(editions, uid);
    if (!found || found->written) return;
    size_t at = (size_t)(found - editions->list);
    while (at && editions->list[at - 1].uid == uid) at--;
    for (; at < editions->count && editions->list[at].uid == uid; at++) editions->list[at].written = true;
}

void ical_editions_free(ical_editions *editions) {
    free(editions->list);
    *editions = (ical_editions){0};
}
