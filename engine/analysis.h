/* analysis.h: one document's way through the stages scan, match, document and resolve. */
#ifndef ENGINE_ANALYSIS_H
#define ENGINE_ANALYSIS_H

#include "chronology.h"
#include "document.h"
#include "match.h"
#include "stated.h"

typedef struct analysis {
    const grammar *grammar;
    annals_text text;
    size_t document; /* index in the chronology */
    size_t line;     /* of its source that it begins with, from 1 */
    size_t head;     /* the block that its head begins with */
    block_list blocks;
    sentence_list sentences;
    raw_mention_list raws;    /* in text order; raw i became mention first_mention + i */
    LIST(size_t) sentence_of; /* a raw mention's sentence */
    LIST(size_t) first_raw;   /* a block's first raw mention; one more at the end */
    size_t first_mention;
    stated_list stated;          /* dates that its format states */
    const annals_document *hint; /* what the properties of its file say of it, while it is analysed; or null */
    bool chronicle;              /* it is one of entries */
    size_t date_raw;             /* the raw mention that states the document's date, or SIZE_MAX */
    size_t opening_raw;          /* the one that opens the text as a dateline, "PARIS, April 3 --", or SIZE_MAX */
    size_t opening_end;          /* ... and where the words begin behind that */
} analysis;

/* The block that a raw mention stands in. */
static inline size_t block_of_raw(const analysis *x, size_t raw) {
    return x->sentences.items[x->sentence_of.items[raw]].block;
}

/* order.c: settles the order of day and month in dates of numbers.  False when memory runs out. */
bool settle_orders(annals_chronology *c, analysis *x);
/* entries.c: marks the blocks that begin with the day of an entry, in a diary, log or chronicle. */
void mark_entries(analysis *x);
/* mode.c: whether the document looks to its day or to its story. */
annals_status choose_mode(annals_chronology *c, const analysis *x, annals_error *error);
/* head.c: what else its head and foot say of the document, once its date is known.  False when memory runs out. */
bool find_head(annals_chronology *c, const analysis *x);
/* "[Received November 3—4:20 p. m.]": the time that a telegram came is another than its own. */
bool is_receipt(const analysis *x, const raw_mention *m);
/* The line at its end that says since when it is whose: "© 1958 The Port Press"; absent if none does. */
annals_text imprint_of(const analysis *x);
/* dateline.c: the day the document was written, from dateline, field, heading or signature; marks those blocks. */
annals_status find_document_date(annals_chronology *c, analysis *x, annals_error *error);
/* resolve.c: turns the raw mentions into mentions of the chronology. */
annals_status resolve_mentions(annals_chronology *c, analysis *x, annals_error *error);

/* The expression's place in code points. */
void mention_offsets(const analysis *x, annals_mention *mention, size_t start, size_t end, size_t *byte, size_t *point);

#endif
