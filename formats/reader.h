/* reader.h: what the readers of files have in common.  A reader is a file, read_*.c, and a row of the table in read.c.
 */
#ifndef ANNALS_FORMATS_READER_H
#define ANNALS_FORMATS_READER_H

#include "annals-formats.h"

/* A file, or a part of one that holds several. */
typedef struct source_file {
    const char *name;
    annals_text bytes;
    int depth;      /* how many files it lies in */
    size_t *budget; /* bytes that may still be unpacked from what the user gave */
    bool unpacked;  /* the bytes were made of others, and last no longer than the call */
} source_file;

struct annals_reading {
    /* Do the bytes, without a byte order mark, look like it?  Null: only names of files tell. */
    bool (*fits)(const char *name, annals_text bytes);
    annals_status (*read)(annals_chronology *chronology, const source_file *file, annals_error *error);
    bool decoded; /* it is text: the reader gets valid UTF-8 */
};

extern const struct annals_reading text_reading, json_reading, csv_reading, ical_reading, html_reading,
    markdown_reading, tei_reading, archive_reading, office_reading, mail_reading, pdf_reading;

/* Read a file that lies in another; a null `reader`: what it is tells which. */
annals_status read_file(annals_chronology *chronology, const annals_reader *reader, const source_file *file,
                        annals_error *error);
/* ANNALS_INPUT with the file's name; `line` and `column` may be 0. */
annals_status fail_in_file(const source_file *file, size_t line, size_t column, annals_error *error, const char *format,
                           ...) __attribute__((format(printf, 5, 6)));
annals_status notice_in_file(annals_chronology *chronology, const source_file *file, size_t line, size_t column,
                             annals_error *error, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* What the properties of a file tell is a hint: the day that `made` begins with, as ISO 8601 has it, if any.  `from`
 * says what day that is, for the reader. */
void hint_day(annals_chronology *chronology, annals_text made, const char *from, annals_document *document);

/* Do the bytes begin so, letter case of ASCII aside? */
bool begins_with(annals_text bytes, const char *words);

#endif
