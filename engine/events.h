/* events.h: mentions and the sentences around them -> events; events of many documents -> one chronology. */
#ifndef ENGINE_EVENTS_H
#define ENGINE_EVENTS_H

#include "analysis.h"

/* event.c: the events of one document, appended to the chronology. */
annals_status find_events(annals_chronology *c, analysis *x, annals_error *error);
/* Its id, made of what it says; null data when memory runs out. */
annals_text event_id(arena *a, const annals_event *e);
/* merge.c: events that tell of the same thing become one; those that stay get their ids. */
annals_status merge_events(annals_chronology *c, annals_error *error);
/* join.c: accounts that several documents give of one event become that event. */
annals_status join_accounts(annals_chronology *c, annals_error *error);

/* label.c: what the words around a date say. */
typedef struct passage {
    annals_text text;  /* of the document */
    size_t start, end; /* the sentence */
    size_t from, to;   /* the mention */
} passage;

/* A headline of at most 90 code points, whole words, without the date; never empty. */
annals_text make_label(arena *a, const passage *p);
/* The noun phrase of a document that the date belongs to ("Weller's letter"), or an absent text. */
annals_text document_reference(const passage *p, arena *a);
/* The text made a headline: white space folded, outer marks dropped, cut to 90 code points at a word. */
annals_text headline(arena *a, annals_text words);

/* table.c: a row's values told by its header, without the date; where they do not fit it, the row as it stands. */
annals_text table_row_label(arena *a, const analysis *x, const block *row, const raw_mention *m);
/* Do the table's columns name letters, cables or files? */
bool table_lists_documents(const analysis *x, const block *row);

#endif
