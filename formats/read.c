/* read.c: the forms of files that are read, one row each, and the way to them. */
#include "decode.h"
#include "reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A reader whose library was there when annals was built, or the name of the one that was not. */
#define READS_1(row, library)        .reading = &row
#define READS_0(row, library)        .missing = library
#define READS_IF(with, row, library) READS_##with(row, library)
#define READS(with, row, library)    READS_IF(with, row, library)

/* The first that fits is taken; nothing fits plain text, which takes what is left. */
static const annals_reader readers[] = {
    {.name = "text",
     .extensions = "txt text",
     .description = "plain text",
     .loses = "nothing",
     .reading = &text_reading},
    {.name = "json",
     .extensions = "json jsonl",
     .description = "a chronology that was written as JSON, or a line of them each",
     .loses = "nothing",
     .reading = &json_reading},
    {.name = "csv",
     .extensions = "csv tsv tab",
     .description = "a table of events: date (or year, month, day), label, and perhaps end, category, text, id",
     .loses = "nothing; other columns go along as fields",
     .reading = &csv_reading},
    {.name = "ics",
     .extensions = "ics ical ifb",
     .description = "calendars (iCalendar), an event each VEVENT",
     .loses = "alarms, people, tasks, what comes again but by a day of each week, month or year",
     .reading = &ical_reading},
    {.name = "markdown",
     .extensions = "md markdown",
     .description = "Markdown (CommonMark with tables)",
     .loses = "marks of emphasis, what is struck out, links, pictures, HTML in it",
     READS(WITH_MARKDOWN, markdown_reading, "md4c")},
    {.name = "html",
     .extensions = "html htm xhtml",
     .description = "pages of the web: their main text, and each post of several",
     .loses = "menus and what else is around the text, what is struck out, links, pictures",
     READS(WITH_HTML, html_reading, "gumbo")},
    {.name = "tei",
     .extensions = "xml tei",
     .description = "TEI P5, each <div type=\"document\"> a document; the dates it states are kept",
     .loses = "most of the head, marks in the text",
     READS(WITH_TEI, tei_reading, "libxml2")},
    {.name = "office",
     .extensions = "docx odt fodt",
     .description = "documents of word processors",
     .loses = "looks, pictures, text boxes, comments, page heads, tables of contents, changes not accepted",
     READS(WITH_OFFICE, office_reading, "libxml2 and libarchive")},
    {.name = "mail",
     .extensions = "eml mbox",
     .description = "mails, and mailboxes of them; their heads give the dates",
     .loses = "files that were sent along, what is quoted of other mails, signatures",
     READS(WITH_MAIL, mail_reading, "gmime and gumbo")},
    {.name = "pdf",
     .extensions = "pdf",
     .description = "PDF that has text, by the program pdftotext where it is installed",
     .loses = "looks, pictures, the columns of tables, heads and feet that its pages have alike",
     .reading = &pdf_reading},
    {.name = "archive",
     .extensions = "zip tar tgz gz bz2 xz zst 7z",
     .description = "archives and compressed files, each file in them by what it is",
     .loses = "files of no form that is read",
     READS(WITH_ARCHIVE, archive_reading, "libarchive")},
};
enum { READERS = sizeof readers / sizeof *readers };

const annals_reader *annals_readers(size_t *count) {
    *count = READERS;
    return readers;
}

/* Is the word, of which `length` letters count, one of a list parted by blanks? */
static bool in_list(const char *list, const char *word, size_t length) {
    for (const char *at = list; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        if (n == length && !strncasecmp(at, word, n)) return true;
        at += n;
    }
    return false;
}

const annals_reader *annals_find_reader(const char *name) {
    for (size_t i = 0; i < READERS; i++)
        if (!strcmp(readers[i].name, name)) return &readers[i];
    for (size_t i = 0; i < READERS; i++)
        if (in_list(readers[i].extensions, name, strlen(name))) return &readers[i];
    return NULL;
}

const annals_reader *annals_reader_of_name(const char *name) {
    const char *slash = strrchr(name, '/'), *dot = strrchr(slash ? slash : name, '.');
    for (size_t i = 0; dot && i < READERS; i++)
        if (in_list(readers[i].extensions, dot + 1, strlen(dot + 1))) return &readers[i];
    return NULL;
}

static const annals_reader *fitting(const char *name, annals_text bytes) {
    for (size_t i = 0; i < READERS; i++) {
        const struct annals_reading *r = readers[i].reading;
        if (r && r->fits && r->fits(name, bytes)) return &readers[i];
    }
    return NULL;
}

const annals_reader *annals_reader_of_bytes(const char *bytes, size_t length) {
    return fitting("", without_mark((annals_text){bytes ? bytes : "", length}));
}

/* A name in "notes.json" tells less than what stands in it; but what cannot be read is no archive, as a .docx would be.
 */
static const annals_reader *reader_of(const source_file *file) {
    annals_text bytes = without_mark(file->bytes);
    const annals_reader *named = annals_reader_of_name(file->name);
    if (named && named->missing) return named;
    const annals_reader *fits = fitting(file->name, bytes);
    return fits ? fits : named ? named : readers;
}

static annals_status read_decoded(annals_chronology *chronology, const struct annals_reading *reading,
                                  const source_file *file, annals_error *error) {
    decoded_text decoded;
    annals_status status = decode(chronology, file, &decoded, error);
    if (status != ANNALS_OK) return status;
    source_file text = *file;
    text.bytes = decoded.text;
    bool lasts = !decoded.owned && !file->unpacked;
    if (!lasts && reading == &text_reading) text.bytes = annals_keep_text(chronology, decoded.text);
    status = text.bytes.data ? reading->read(chronology, &text, error)
                             : annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
    free(decoded.owned);
    return status;
}

/* What is in it shows behind its encoding. */
static annals_status read_wide(annals_chronology *chronology, const annals_reader *reader, const source_file *file,
                               annals_error *error) {
    decoded_text decoded;
    annals_status status = decode(chronology, file, &decoded, error);
    if (status != ANNALS_OK) return status;
    source_file text = *file;
    text.bytes = decoded.text;
    text.unpacked = true;
    status = read_file(chronology, reader, &text, error);
    free(decoded.owned);
    return status;
}

annals_status read_file(annals_chronology *chronology, const annals_reader *reader, const source_file *file,
                        annals_error *error) {
    if (begins_wide(file->bytes)) return read_wide(chronology, reader, file, error);
    if (!reader) reader = reader_of(file);
    if (!reader->reading)
        return fail_in_file(file, 0, 0, error,
                            "annals was built without %s, which reads such files; install it and build annals again, "
                            "or give plain text",
                            reader->missing);
    if (reader->reading->decoded) return read_decoded(chronology, reader->reading, file, error);
    return reader->reading->read(chronology, file, error);
}

/* How many bytes may be unpacked: a hundred times as many as were given, which no texts reach; and no more than a
 * gigabyte, as all of it is held at once, but of larger files as many again as they have themselves. */
static size_t budget_of(size_t length) {
    enum { ANY = 64 * 1024 * 1024, TIMES = 100, MOST = 1 << 30 };
    if (length >= MOST / 2) return length < SIZE_MAX / 2 ? 2 * length : SIZE_MAX;
    size_t times = length < MOST / TIMES ? ANY + TIMES * length : MOST;
    return times < MOST ? times : MOST;
}

annals_status annals_read_as(annals_chronology *chronology, const annals_reader *reader, const char *source,
                             const char *bytes, size_t length, annals_error *error) {
    if (!source || (!bytes && length))
        return annals_fail(error, ANNALS_ARGUMENT, "a file without a name or without bytes; give both");
    size_t budget = budget_of(length);
    source_file file = {source, {bytes ? bytes : "", length}, 0, &budget, false};
    return read_file(chronology, reader, &file, error);
}

annals_status annals_read(annals_chronology *chronology, const char *source, const char *bytes, size_t length,
                          annals_error *error) {
    return annals_read_as(chronology, NULL, source, bytes, length, error);
}

/* ------------------------------------------------------------------ for the readers */

annals_status fail_in_file(const source_file *file, size_t line, size_t column, annals_error *error, const char *format,
                           ...) {
    char message[256];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (error && error->status == ANNALS_OK) {
        snprintf(error->file, sizeof error->file, "%s", file->name);
        error->line = line;
        error->column = column;
    }
    return annals_fail(error, ANNALS_INPUT, "%s", message);
}

static bool same(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !memcmp(a.data, b.data, a.length));
}

/* Just now, of another part of the same file. */
static bool was_said(const annals_chronology *chronology, const annals_notice *notice) {
    size_t count;
    const annals_notice *all = annals_notices(chronology, &count), *last = count ? &all[count - 1] : NULL;
    return last && last->line == notice->line && last->column == notice->column && same(last->file, notice->file) &&
           same(last->message, notice->message);
}

annals_status notice_in_file(annals_chronology *chronology, const source_file *file, size_t line, size_t column,
                             annals_error *error, const char *format, ...) {
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    annals_notice notice = {annals_text_of(file->name), line, column, annals_text_of(message)};
    return was_said(chronology, &notice) ? ANNALS_OK : annals_put_notice(chronology, &notice, error);
}

void hint_day(annals_chronology *chronology, annals_text made, const char *from, annals_document *document) {
    enum { DAY = 10 /* bytes: 1962-10-27 */ };
    document->basis = ANNALS_BASIS_INFERRED;
    document->basis_from = annals_text_of(from);
    bool digits = made.length >= DAY && strspn(made.data, "0123456789-") >= DAY;
    if (!digits || annals_read_when(chronology, (annals_text){made.data, DAY}, &document->when, NULL) != ANNALS_OK)
        document->when = (annals_when){0};
}

bool begins_with(annals_text bytes, const char *words) {
    size_t length = strlen(words);
    return bytes.length >= length && !strncasecmp(bytes.data, words, length);
}
