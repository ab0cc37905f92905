/* prose.h: the plain text that readers make of marked-up files: blocks parted by blank lines, and lines. */
#ifndef ANNALS_FORMATS_PROSE_H
#define ANNALS_FORMATS_PROSE_H

#include "builder.h"
#include "reader.h"

/* Zero is empty; free it with prose_free. */
typedef struct prose {
    builder text;
    int breaks;            /* line ends that come before the next words; */
    int lines;             /* or these, of what is kept as it stands; */
    bool blank;            /* or a blank; */
    bool joined;           /* but nothing, as they end the word */
    annals_stated *stated; /* dates that the file states, in the order of the text */
    size_t stated_count, stated_room;
} prose;

/* What comes next is a block, or a line, of its own. */
void prose_block(prose *p);
void prose_line(prose *p);
/* The rows of a table: the zero one is of none.  Where the first row names no columns, as it has figures, each is a
 * block of its own; else they are lines, the first of which says what the others have. */
typedef struct prose_rows {
    size_t count, start, at; /* where the first begins, and where the text ended above the last */
    bool named, apart;       /* named: the file says that the first row names the columns */
} prose_rows;
/* What comes next is a row; a cell of it that is not the first.  A row that begins with an empty cell goes on from the
 * one above it. */
void prose_row(prose *p, prose_rows *rows);
void prose_cell(prose *p, const prose_rows *rows);
/* What comes next is the rest of the word before, whose hyphen goes. */
void prose_join(prose *p);
/* Running text: white space of any kind becomes one blank. */
void prose_words(prose *p, annals_text words);
/* As it stands, with its line ends. */
void prose_verbatim(prose *p, annals_text text);
/* Words such as the bullet of an item, with no blank after them. */
void prose_mark(prose *p, const char *mark);
/* Where the next words will stand, in bytes. */
size_t prose_place(prose *p);
/* The words from `start` on say this date; where they are none, nothing is kept. */
void prose_state(prose *p, size_t start, annals_text date);
void prose_free(prose *p);

/* Add the text as a document; `document` says what else is known of it. */
annals_status prose_add(annals_chronology *chronology, const source_file *file, const annals_document *document,
                        prose *p, annals_error *error);

#endif
