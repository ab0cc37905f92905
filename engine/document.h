/* document.h: the parts of a text: title, dateline, headings, paragraphs, sentences, footnotes, tables, page furniture.
 */
#ifndef ENGINE_DOCUMENT_H
#define ENGINE_DOCUMENT_H

#include "grammar.h"
#include "mask.h"
#include "repeat.h"

#define BLOCK_KINDS(X)                                                                                                 \
    X(PARAGRAPH, "paragraph")                                                                                          \
    X(HEADING, "heading")                                                                                              \
    X(ENTRY, "entry") /* the date that heads an entry of a diary or chronicle */                                       \
    X(DATELINE, "dateline")                                                                                            \
    X(FIELD, "field")                                                                                                  \
    X(LIST_ITEM, "list-item")                                                                                          \
    X(FOOTNOTE, "footnote")                                                                                            \
    X(TABLE_HEADER, "table-header")                                                                                    \
    X(TABLE_ROW, "table-row")                                                                                          \
    X(SIGNATURE, "signature")                                                                                          \
    X(CITATION, "citation")                                                                                            \
    X(FURNITURE, "furniture")

typedef enum block_kind {
#define X(name, spelling) BLOCK_##name,
    BLOCK_KINDS(X)
#undef X
} block_kind;

/* One line of a heading, one paragraph, one row: dates and sentences never cross from one block into another. */
typedef struct block {
    size_t start, end; /* bytes, without white space at both ends */
    size_t body;       /* where the words begin after "2." or a bullet */
    size_t line;       /* from 1 */
    size_t header;     /* of a table row: the index of its header block, or SIZE_MAX */
    block_kind kind : 8;
    bool enumerated : 1; /* begins with a number: "2." */
    bool log : 1;        /* opens with a clock, as others of the document do */
    bool joined : 1;     /* follows the block before without a blank line */
    bool entry : 1;      /* begins with the day of an entry, or is that */
    bool dated : 1;      /* opens with a day, in the short form that only entries have: "10th." */
    bool numbered : 1;   /* ... with its number alone, below the month: "2. Thomas Aske" */
    bool page : 1;       /* begins a page, or stands below a line of dashes */
    bool dateline : 1;   /* opens with the place and day of an item of news: "LIMA, May 6. -" */
    bool sequel : 1;     /* goes on with a letter on a day that opens it: "P.S. 29th April." */
    bool mail : 1;       /* some line of it begins with the mark of a quoted mail, or the next block does */
    bool unquoted : 1;   /* known to have no quotation */
    bool note : 1;       /* a footnote: a heading says so, or its number does */
    bool field : 1;      /* begins with the name of a field of dates: "Date", "Received" */
    bool copied : 1;     /* it stood further up, below and above the same: as its `twin`, which was no copy */
    uint32_t twin;       /* an earlier block with the same words, and one; 0: none is known */
} block;

/* There are many: a document's are held in a quarter of its own size. */
typedef struct sentence {
    size_t start, end; /* bytes */
    size_t block : 63;
    size_t foretells : 1; /* it may have a word that tells of the future; known where there are mentions */
} sentence;

typedef LIST(block) block_list;
typedef LIST(sentence) sentence_list;

/* What a pass over a long text looks at lies far apart: memory is asked for what stands so far ahead (or behind, where
 * it goes backwards), lest the pass wait for each. */
enum { PASS_AHEAD = 8 /* mentions or blocks */ };

static inline void await_block(annals_text text, const block_list *blocks, size_t index) {
    if (index < blocks->count) __builtin_prefetch(text.data + blocks->items[index].start);
}

const char *block_kind_name(block_kind kind);

/* The line that begins at `at`, and where the next one does. */
annals_text line_at(annals_text text, size_t at, size_t *next);
/* "Label: value"; the label's length, or 0. */
size_t label_length(annals_text line);
/* Does a text look like a heading: short, and no sentence? */
bool is_heading(annals_text text);
/* Is it what stands around a text: marks of secrecy, the menus of a page? */
bool is_furniture(annals_text text);

/* Where the words begin behind marks of secrecy and haste: "TOP SECRET PORT 881", "S E C R E T PORT 881"; 0: there are
 * none. */
size_t behind_marks(annals_text line);

/* Both return false when memory runs out.  `line`: the number of the first; `repeats`: those of the text, or null. */
bool find_blocks(const grammar *g, annals_text text, size_t line, const repeat_list *repeats, arena *a,
                 block_list *out);
bool find_sentences(const grammar *g, annals_text text, const block *blocks, size_t block_index, const byte_map *map,
                    arena *a, sentence_list *out);

#endif
