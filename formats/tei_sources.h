/* tei_sources.h: the documents that the head of a TEI file of ours lists, and what each says of an event. */
#ifndef ANNALS_FORMATS_TEI_SOURCES_H
#define ANNALS_FORMATS_TEI_SOURCES_H

#include "tei_dates.h"

/* A <bibl> of the <sourceDesc>: a document, once an account or a claim points to it. */
typedef struct tei_source {
    char id[64]; /* its xml:id */
    annals_document document;
    size_t index; /* among those of the chronology */
} tei_source;

/* Zero is ready; free it with tei_sources_free. */
typedef struct tei_sources {
    tei_source *items; /* in the order of the file; by id once they are put */
    size_t count, room;
    size_t depth;  /* of the <bibl> that is open, or 0 */
    builder words; /* of the element that is open in it */
    annals_text *part;
    bool put, failed;
} tei_sources;

/* What begins, is said and ends in the head. */
void tei_sources_begin(tei_sources *s, annals_chronology *to, const xml *x, const char *name);
void tei_sources_words(tei_sources *s, annals_text words);
void tei_sources_end(tei_sources *s, annals_chronology *to, const xml *x);
/* The document that "#d1" points to; all of them are put when one is first asked for.  Null: there is none, or an error
 * is told. */
const tei_source *tei_source_at(tei_sources *s, annals_chronology *to, const char *pointer, annals_error *error);
/* What our own attributes of a date say, or others of it; absent: it has none. */
annals_text tei_own_date(annals_chronology *to, tei_calendar calendar, const xml *x);
void tei_sources_free(tei_sources *s);

#endif
