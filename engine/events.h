/* events.h: mentions and the sentences around them -> events; events of many documents -> one chronology. */
#ifndef ENGINE_EVENTS_H
#define ENGINE_EVENTS_H

#include "analysis.h"

/* event.c: the events of one document, appended to the chronology. */
annals_status find_events(annals_chronology *c, analysis *x, annals_error *error);
/* Its id, made of what it says; null data when memory runs out. */
annals_text event_id(arena *a, const annals_event *e);
/* The digits of an id, five bits each, without those that are misread. */
#define EVENT_ID_DIGITS "0123456789abcdefghjkmnpqrstvwxyz"
/* merge.c: events that tell of the same thing become one; those that stay get their ids. */
annals_status merge_events(annals_chronology *c, annals_error *error);
/* namesakes.c: "F. Castro" is called "Fidel Castro" in the tags, where he can be no other.  False when memory runs out.
 */
bool unite_namesakes(annals_chronology *c);
/* ids.c: ids that were given to several events are told of, before events are joined. */
annals_status events_tell_ids(annals_chronology *c, annals_error *error);
/* Once they are in order, made ids that are equal become "x", "x-2" and so on. */
annals_status events_number_ids(annals_chronology *c, annals_error *error);
/* join.c: accounts that several documents give of one event become that event. */
annals_status join_accounts(annals_chronology *c, annals_error *error);

/* label.c: what the words around a date say. */
typedef struct passage {
    const grammar *grammar;
    annals_text text;  /* of the document */
    size_t start, end; /* the sentence */
    size_t from, to;   /* the mention */
} passage;

/* A headline of at most 90 code points, whole words, without the date; never empty. */
annals_text make_label(arena *a, const passage *p);
/* "was not given until 3 May": is the date of what was not done until then? */
bool waits_until(const passage *p);
/* What the headline is made of: the words around the mention up to the next marks that part clauses. */
annals_text label_span(const passage *p);
/* "It began on 3 May, when the mill burned": is what happened told behind the date? */
bool tells_behind(const passage *p);
/* The text made a headline: white space folded, outer marks dropped, cut to 90 code points at a word. */
annals_text headline(arena *a, const grammar *g, annals_text words);

/* File names and the like keep their small letter. */
bool is_plain_word(annals_text text);
/* Where the code point before `at` begins. */
size_t previous_code(annals_text text, size_t at);
/* Has the text so many words at least? */
bool says_words(annals_text text, size_t least);
/* The word that ends before `at`, spaces aside; empty at the start or behind a mark. */
annals_text preceding_word(annals_text text, size_t begin, size_t at);
/* The word that begins at or after `at` and ends by `end`. */
annals_text following_word(annals_text text, size_t at, size_t end);
size_t offset_of(annals_text text, annals_text part);
/* The code point at `at`, or 0 at the end. */
uint32_t code_at(annals_text text, size_t at);

/* reference.c: does the date belong to a document that is spoken of?  Then `label` is its noun phrase ("Weller's
 * letter"), if that names it. */
bool refers_to_document(const passage *p, arena *a, annals_text *label);
/* A document by its number and its date, "# 2187 from 25 March", with or without the sign; absent where none stands. */
annals_text numbered_document(const passage *p, arena *a, bool needs_sign);

/* citation.c: is the date one of literature, archives or editors? */
bool is_citation(const passage *p);
/* Does it stand in brackets that have no verb of their own?  In such that say where one reads it? */
bool in_bare_brackets(const passage *p);
bool in_source(const passage *p);
/* Have they no verb in small letters but those of notes and literature: "Reed to Holm", "printed in"? */
bool tells_nothing(const passage *p);
/* Do the words beside the date name the source of something, and tell nothing themselves? */
bool is_source(const passage *p);
/* Does the sentence say on which page, or by which shelf mark, one finds the paper? */
bool locates(const passage *p);
/* "Received 9 June", "Printed in": does it open with what was done with a paper? */
bool opens_with_receipt(const passage *p);
/* Do the words name an archive or a print? */
bool names_archive(const passage *p);
/* Has the sentence a word of the role? */
bool passage_has(const passage *p, role_set role);

/* table.c: a row's values told by its header, without the date; where they do not fit it, the row as it stands. */
annals_text table_row_label(arena *a, const analysis *x, const block *row, const raw_mention *m);
/* Its cells with the names of their columns, where there are as many.  False when memory runs out. */
bool table_row_fields(arena *a, const analysis *x, const block *row, annals_event *e);
/* Says a row, in the column that has `date` in the row above, that it is of the same day? */
bool table_repeats(const analysis *x, const block *row, const block *above, size_t date);
/* Is the cell of `date`, below "To", when what the row tells ended? */
bool table_row_ends(const analysis *x, const block *row, size_t date);
/* Is the cell of `date` below "Source", where the rest is told? */
bool table_row_cites(const analysis *x, const block *row, size_t date);
/* Do the table's columns name letters, cables or files? */
bool table_lists_documents(const analysis *x, const block *row);

#endif
