/* chronology.h: the record that owns everything, shared by the stages of the engine. */
#ifndef ENGINE_CHRONOLOGY_H
#define ENGINE_CHRONOLOGY_H

#include "annals.h"
#include "arena.h"
#include "periods.h"

/* The texts of documents by a hash, so that one that comes again is known. */
typedef struct copy_slot {
    uint64_t hash;
    size_t document; /* and one; 0: the slot is free */
} copy_slot;
typedef struct copy_set {
    copy_slot *slots;
    size_t mask, count;
    size_t documents; /* that were looked at */
} copy_set;

struct annals_chronology {
    arena arena;
    annals_options options;
    annals_when option_when; /* of options.date; its begin is unknown when none was given */
    period_set periods;
    annals_text title;
    LIST(annals_document) documents;
    copy_set copies;
    LIST(struct analysis *) analyses; /* one a document that was read as text; null for one put by hand */
    LIST(annals_mention) mentions;
    LIST(annals_event) events;
    LIST(annals_notice) notices;
    LIST(annals_input) inputs;
    LIST(annals_event) apart; /* events that were put, before they were joined with others */
    LIST(annals_group) groups;
    LIST(annals_change) changes;
    LIST(annals_finding) findings;
};

/* copies.c: look for a document that has this text; SIZE_MAX: there is none.  False when memory runs out. */
bool find_copy(annals_chronology *c, annals_text text, size_t *document);
/* chronology.c: read what follows as these options say; those of the chronology as a whole stay. */
annals_status take_options(annals_chronology *c, const annals_options *options, annals_error *error);
/* inputs.c: the turn of a text that comes next of its source. */
size_t next_turn(const annals_chronology *c, annals_text source);
/* The options with which what follows is read; and copies of what they have of them. */
annals_status turn_to_options(annals_chronology *c, const annals_options *options, annals_error *error);
bool own_options(arena *a, annals_options *o);
/* Of one's own names those that are in the text that was read last: with them alone it reads the same. */
bool keep_used_periods(annals_chronology *c, size_t input);
/* Before events are joined: those that were put. */
bool set_apart(annals_chronology *c);
/* What it was made of does not make it any more. */
void forget_inputs(annals_chronology *c);
/* put.c: the text of a document that is lent is not copied. */
annals_status put_document(annals_chronology *c, const annals_document *document, bool lent, annals_error *error);
/* Say something to the reader; no memory is reported by the status. */
annals_status chronology_notice(annals_chronology *c, annals_text file, size_t line, size_t column, const char *format,
                                ...) __attribute__((format(printf, 5, 6)));
/* A copy of a time whose texts belong to the chronology. */
annals_status chronology_own_when(annals_chronology *c, const annals_when *from, annals_when *to, annals_error *error);
/* Which of two times stands first. */
int compare_whens(const annals_when *v, const annals_when *w);
/* compare.c: are they the same in all they say? */
bool whens_equal(const annals_when *a, const annals_when *b);
/* Sort the events by time, then by where they were told. */
annals_status chronology_sort(annals_chronology *c, annals_error *error);
annals_status no_memory(annals_error *error);
/* Of mentions whose reasons nobody asks for. */
extern const annals_resolution no_resolution;

#endif
