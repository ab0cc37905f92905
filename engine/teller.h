/* teller.h: one document while its events are found. */
#ifndef ENGINE_TELLER_H
#define ENGINE_TELLER_H

#include "clause.h"
#include "events.h"
#include "joint.h"
#include "retell.h"

/* Of a longer sentence only so many bytes on either side of a date are looked at. */
enum { LONG_SENTENCE = 3000, WINDOW = 400 };

typedef struct teller {
    annals_chronology *c;
    analysis *x;
    annals_document *document;
    bool has_now;
    int64_t now;
    size_t first_event;  /* of this document */
    annals_mention said; /* the mention at hand; the two of a range as one */
    size_t said_count;
    clauses *clauses;
    retelling retelling;
    size_t first_told; /* the first block that is tellable, or how many there are */
    size_t below;      /* the block whose date was taken for those below it */
    size_t reached;    /* the last of those */
    size_t row_raw;    /* that dated the last row of a table */
    annals_error *error;
} teller;

/* Back from a place to the first byte of its code point. */
size_t code_boundary(annals_text text, size_t at);
/* Append the event with the mention at hand, of text[from, to). */
annals_status add_event(teller *t, annals_event e, size_t mention, size_t from, size_t to);
/* The events of a mention. */
annals_status tell(teller *t, size_t raw);
/* event_document.c: the event of the document itself, if it is known when it was written. */
annals_status tell_document(teller *t);
/* How many bytes of "Nathan Lorne, mate." are his name within a line. */
int name_length(annals_text name);
/* event_kind.c: how the time lies to the day of the document: -1 before it, 1 behind it, 0 neither is known. */
int side_of(const teller *t, const annals_mention *m);
annals_modality modality_of(const standing *s, bool plan);
/* Of a mention at hand: no more than its kind, and how the clause stands to it. */
annals_event event_of(const teller *t, size_t raw, const passage *p, const annals_mention *m, block_kind where);
/* Does a mention of such a block make an event by itself? */
bool makes_event(const annals_mention *m, const expr *e, block_kind where);
/* event_label.c: what the sentence says around the date; its clause alone where that is too long for a headline, or
 * tells of another day. */
annals_text label_of_mention(teller *t, size_t raw, passage p);
/* event_mentions.c: make a mention the one at hand; the two of a range say one time.  False when memory runs out. */
bool take_mention(teller *t, size_t raw);
/* series.c: where it is the first day of what comes again for so long, all of its time.  False when memory runs out. */
bool take_series(teller *t, size_t raw);
/* Does what comes again stand behind a mention, as in "from 4 April to 9 May the court sat every Tuesday"? */
bool series_behind(const analysis *x, size_t raw);
/* The mention at hand is one more of an event, whose time it joins. */
annals_status add_mentions(teller *t, annals_event *e, size_t mention, joint how);
/* event_rows.c: the event of a row that a mention dates, its own or that of the row above. */
annals_status tell_row(teller *t, size_t index, size_t raw);
/* Those of a row: its days, each with the clock; a clock alone belongs to the day of the row above, if that has one. */
annals_status tell_table_row(teller *t, size_t index);
/* within.c: the time of a deed between two dates, of which the mention at hand says both: one of the days, unless what
 * is told lasted.  False when memory runs out. */
bool narrow_to_one(teller *t, size_t raw);

/* entry_events.c: does it hold what paragraphs tell? */
bool tellable(block_kind kind);
/* Is the label one word that says what happened: "Capitulation."? */
bool names_deed(const teller *t, annals_text label);
/* The label with the sentence behind it, where it says little; absent where it says nothing. */
annals_text enlarge(teller *t, size_t index, size_t raw, annals_text label);
/* What an entry tells from sentence `first` of block `in` on was of that day too, up to the next date: each deed is an
 * event.  The mention is of `raw`, which stands before it. */
annals_status tell_deeds(teller *t, size_t mention, size_t raw, size_t first, size_t in);
/* The events of what a line tells that only gives a day; `told` when there are any. */
annals_status tell_fragment(teller *t, size_t raw, size_t mention, bool *told);
/* Those of the blocks below it. */
annals_status tell_below(teller *t, size_t raw, size_t mention, bool *told);
/* Does the line that says who was there stand behind the date, as in minutes? */
bool has_attendance(const teller *t, size_t raw);

#endif
