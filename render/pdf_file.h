/* pdf_file.h: the objects of a PDF, and where they are in it (ISO 32000-1, 7.3 and 7.5).  Objects that are no streams
 * are packed into compressed ones, which makes a file a third as large. */
#ifndef RENDER_PDF_FILE_H
#define RENDER_PDF_FILE_H

#include "buffer.h"

/* Where an object is: at an offset, or in a packed stream. */
typedef struct pdf_location {
    size_t packed; /* number of the stream; 0: none */
    size_t at;     /* offset, or index in the stream */
} pdf_location;

/* All zero is an empty file.  When memory runs out `out.failed` is set. */
typedef struct pdf_file {
    buffer out;
    pdf_location *locations; /* by number; those that are neither are free */
    size_t size, room;       /* size: one more than the highest number */
    buffer heads, packed;    /* numbers and places, and objects, of a stream that is being filled */
    size_t packed_count, packed_number;
} pdf_file;

/* The first lines. */
void pdf_file_start(pdf_file *f);
/* The first of so many free numbers, which are taken. */
size_t pdf_file_take(pdf_file *f, size_t count);
/* The object of this number begins where the file ends now. */
void pdf_file_locate(pdf_file *f, size_t number);
/* Write an object between the lines that hold its number and its end; it is packed. */
void pdf_file_object(pdf_file *f, size_t number, const char *body, size_t length);
/* Write a stream, compressed; `dictionary` is what its dictionary has besides. */
void pdf_file_stream(pdf_file *f, size_t number, const char *dictionary, const buffer *data);
/* Write the table of objects and the end. */
void pdf_file_finish(pdf_file *f, size_t root, size_t info);
/* All but `out`. */
void pdf_file_free(pdf_file *f);

/* "12 0 R" */
void pdf_put_reference(buffer *b, size_t number);
/* A text string as UTF-16 in hexadecimal. */
void pdf_put_text(buffer *b, annals_text text);
/* "1970-01-01T00:00:00Z", of seconds after that; years outside 1 to 9999 become 1970. */
void pdf_date(int64_t seconds, char out[21]);

#endif
