/* annals-formats.h: files go in, text or a chronology comes out; a chronology goes in, files come out.
 *
 *     annals_read(chronology, "havana.txt", bytes, length, &error);
 *     ...
 *     annals_find_writer("json")->write(chronology, &options, sink, &error);
 */
#ifndef ANNALS_FORMATS_H
#define ANNALS_FORMATS_H

#include "annals.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Add the bytes of a file to a chronology.  What it holds tells how it is read, else the ending of its name, else it is
 * plain text.  `source` is the name that messages and documents give.
 *
 * Text that is not UTF-8 is converted, by what it declares or looks like (UTF-16, Windows-1252), with one notice; bytes
 * that are no text in any of them become U+FFFD.  A binary file is refused (ANNALS_INPUT).
 *
 * A chronology that was written as JSON, or a line of them each, is read back with all that is in it: alone it is
 * written again as the same bytes.  What breaks the schema is refused with the place and a sentence: "events[3].when:
 * ...".  In a chronology that has documents already, its documents and mentions get new ids. */
ANNALS_API annals_status annals_read(annals_chronology *chronology, const char *source, const char *bytes,
                                     size_t length, annals_error *error);

/* One row a form of files that is read.  Positions in a document count in the plain text that is made of the file. */
typedef struct annals_reader {
    const char *name;
    const char *extensions; /* without dots, parted by blanks */
    const char *description;
    const char *loses;   /* what the text made of a file does not have */
    const char *missing; /* null, or the library that annals was built without, so that it cannot read these */
    const struct annals_reading *reading; /* the library's own; null when something is missing */
} annals_reader;

ANNALS_API const annals_reader *annals_readers(size_t *count);
/* The reader called `name`, or with such an extension ("docx"), or null; the one for files with such a name, or null.
 */
ANNALS_API const annals_reader *annals_find_reader(const char *name);
ANNALS_API const annals_reader *annals_reader_of_name(const char *file);
/* The reader for the form that the first bytes of a file show, whatever it is called, or null: they show none. */
ANNALS_API const annals_reader *annals_reader_of_bytes(const char *bytes, size_t length);
/* As annals_read, with that reader, whatever the file looks like; null: by what it looks like. */
ANNALS_API annals_status annals_read_as(annals_chronology *chronology, const annals_reader *reader, const char *source,
                                        const char *bytes, size_t length, annals_error *error);

/* All fields may be zero. */
typedef struct annals_write_options {
    size_t columns; /* width of the readable chronology; 0: 80 */
    bool colour;    /* ANSI colours in the readable chronology */
    bool citations; /* write events of kind citation too (JSON has them always) */
    /* Calendars: the time zone, such as "America/Havana", of times of day that have none; without it they are whole
     * days with the time in words, as programs take what has no zone each in its own way.  ANNALS_ARGUMENT: no such
     * zone. */
    annals_text zone;
    bool floating; /* calendars: write them as times of no zone all the same */
    /* Calendars: the bytes of the one that was written before, or absent.  An event whose content is another than in it
     * has a SEQUENCE that is one more (RFC 5545, 3.8.7.4), one that is the same keeps its own; without it all are 0, or
     * what their field SEQUENCE says.  What it had and is no longer there is noted, to count on when it comes back.
     * ANNALS_ARGUMENT: it is no calendar. */
    annals_text previous;
    int64_t stamp; /* seconds after 1970-01-01 UTC where a format demands a time stamp */
    /* Called for each event that the format cannot hold, with its label and the reason ("Return of the delegation: its
     * year is not known"), on one line; may be null. */
    void (*left_out)(void *context, const char *message);
    void *context;
} annals_write_options;

typedef annals_status annals_write_function(const annals_chronology *chronology, const annals_write_options *options,
                                            annals_sink sink, annals_error *error);

/* One row an output format. */
typedef struct annals_writer {
    const char *name, *extension, *description;
    const char *loses; /* what of a chronology the file does not have */
    annals_write_function *write;
    bool by_document; /* it takes the chronology of each document by itself, one after the other */
} annals_writer;

ANNALS_API const annals_writer *annals_writers(size_t *count);
/* Does the system's tz database have the zone, or is it an offset: "UTC-05:00", "-05:00"? */
ANNALS_API bool annals_zone_exists(annals_text name);
/* The writer called `name`, or null. */
ANNALS_API const annals_writer *annals_find_writer(const char *name);

/* ------------------------------------------------------------------ documents one by one */

/* What was found, counted: all fields begin as zero. */
enum { ANNALS_TIMEX_TYPES = ANNALS_TIMEX_SET + 1 };
typedef struct annals_summary {
    size_t documents, bytes;
    size_t mentions[ANNALS_TIMEX_TYPES]; /* by annals_timex_type */
    size_t resolved;                     /* mentions that have a place in time */
    size_t open;                         /* dates and times that have none */
} annals_summary;

/* Count what a chronology holds into the summary, or another summary. */
ANNALS_API void annals_summarize(annals_summary *summary, const annals_chronology *chronology);
ANNALS_API void annals_add_summary(annals_summary *to, const annals_summary *from);
/* Write it as text, a count a line. */
ANNALS_API annals_status annals_write_summary(const annals_summary *summary, annals_sink sink, annals_error *error);

/* A document of JSON Lines, {"id": TEXT, "text": TEXT, "date": TEXT}; what is not there is absent.  Release it with
 * annals_free_record. */
typedef struct annals_record {
    annals_text id, text, date;
    void *owner;
} annals_record;

/* Read one line.  ANNALS_INPUT when it is no such object; `error` says why. */
ANNALS_API annals_status annals_read_record(annals_text line, annals_record *record, annals_error *error);
ANNALS_API void annals_free_record(annals_record *record);

/* Write the line of JSON Lines that stands for a document that could not be read; `line` is what stood there, or absent
 * for a file. */
ANNALS_API annals_status annals_write_failure(const char *source, annals_text line, const annals_error *failure,
                                              annals_sink sink, annals_error *error);

/* ------------------------------------------------------------------ parts of a whole */

/* Partial chronologies, as JSON or JSON Lines, that become one: the same whatever their order, and however the
 * documents were parted among them.  A document that comes twice is taken once.  Their texts are read anew together, so
 * that what several parts tell of one event is put together; a part that was edited or selected from is kept as it is.
 *
 *     annals_parts *parts = annals_parts_new(&error);
 *     annals_add_part(parts, "part-1.jsonl", bytes, length, &error);
 *     ...
 *     annals_put_parts(parts, chronology, &error);
 *     annals_finish(chronology, &error);
 *     annals_parts_free(parts); */
typedef struct annals_parts annals_parts;
ANNALS_API annals_parts *annals_parts_new(annals_error *error);
/* ANNALS_INPUT, with the place, when it breaks the schema; `source` is the file's name. */
ANNALS_API annals_status annals_add_part(annals_parts *parts, const char *source, const char *bytes, size_t length,
                                         annals_error *error);
/* Put them into an empty chronology. */
ANNALS_API annals_status annals_put_parts(annals_parts *parts, annals_chronology *chronology, annals_error *error);
/* The chronology has a line of documents that could not be read by what it begins with, which does not depend on how
 * the lines were cut into parts.  Where it stood when it was read; false where the notice is of something else.  The
 * text lasts as long as the parts. */
ANNALS_API bool annals_part_place(const annals_parts *parts, const annals_notice *notice, annals_text *file,
                                  size_t *line);
ANNALS_API void annals_parts_free(annals_parts *parts);

/* ------------------------------------------------------------------ changes by hand, and reports */

/* The versions of their schemas. */
#define ANNALS_EDITS_VERSION    1
#define ANNALS_CHANGES_VERSION  1
#define ANNALS_FINDINGS_VERSION 1

/* Make the changes of an edits file (annals_edits_schema) to a chronology, after annals_finish: see annals_edit_events.
 * `source` is the file's name. */
ANNALS_API annals_status annals_apply_edits(annals_chronology *chronology, const char *source, const char *bytes,
                                            size_t length, size_t *lost, annals_error *error);
/* Write the edits that make `after`, which was edited by hand, of `before`, which was not.  `options` may be null; what
 * cannot be said by an edit is left out, and `left_out` is told. */
ANNALS_API annals_status annals_write_edits(const annals_chronology *before, annals_chronology *after,
                                            const annals_write_options *options, annals_sink sink, annals_error *error);
/* Write what annals_compare found, to read or as JSON; nothing to read where nothing changed. */
ANNALS_API annals_status annals_write_changes(const annals_chronology *before, const annals_chronology *after,
                                              bool json, annals_sink sink, annals_error *error);
/* Write what annals_check found, a line each: "letter.txt:3:14: '31 November': what is the matter; what to do". */
ANNALS_API annals_status annals_write_findings(const annals_chronology *chronology, bool json, annals_sink sink,
                                               annals_error *error);

/* The JSON Schema (2020-12) of the JSON that is written, as text; and those of edits, of changes and of findings, of
 * which the first two refer to it. */
ANNALS_API const char *annals_json_schema(void);
ANNALS_API const char *annals_edits_schema(void);
ANNALS_API const char *annals_changes_schema(void);
ANNALS_API const char *annals_findings_schema(void);

#ifdef __cplusplus
}
#endif

#endif
