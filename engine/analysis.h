/* analysis.h: what the stages find out of one document. */
#ifndef ENGINE_ANALYSIS_H
#define ENGINE_ANALYSIS_H

#include "chronology.h"
#include "document.h"
#include "match.h"
#include "stated.h"

typedef struct analysis {
    const grammar *grammar;
    annals_text file; /* the text of its source, of which it may be a part: places count in it */
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
    period_set periods;          /* names of one's own */
    int fiscal_start;            /* as in the options */
    stated_list stated;          /* dates that its format states */
    const annals_document *hint; /* what the properties of its file say of it, while it is analysed; or null */
    bool chronicle;              /* it is one of entries, */
    bool by_years;               /* ... which years head */
    bool follows;                /* a dated document of its file stands before it, written on a day of these: */
    int64_t file_first, file_last;
    size_t date_raw;    /* the raw mention that states the document's date, or SIZE_MAX */
    size_t opening_raw; /* the one that opens the text as a dateline, "PARIS, April 3 --", or SIZE_MAX */
    bool items;         /* several of its paragraphs open so, each a dateline of its own, */
    bool reports;       /* ... or lines of place and day head the reports below them */
} analysis;

/* The block that a raw mention stands in. */
static inline size_t block_of_raw(const analysis *x, size_t raw) {
    return x->sentences.items[x->sentence_of.items[raw]].block;
}

static inline void await_mention(const analysis *x, size_t raw) {
    if (raw >= x->raws.count) return;
    __builtin_prefetch(x->raws.items[raw].expr);
    __builtin_prefetch(&x->sentences.items[x->sentence_of.items[raw]]);
}

static inline void await_words(const analysis *x, size_t raw) {
    if (raw < x->raws.count) __builtin_prefetch(x->text.data + x->raws.items[raw].start);
}

/* Is it the date of a dateline that opens a text, or an item of a page of news? */
static inline bool is_opening_date(const analysis *x, size_t raw) {
    if (raw == x->opening_raw) return true;
    size_t in = block_of_raw(x, raw);
    const block *b = &x->blocks.items[in];
    return ((x->reports && b->dateline) || b->sequel) && x->first_raw.items[in] == raw;
}

#endif
