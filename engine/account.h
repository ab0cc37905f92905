/* account.h: what one document tells of one event, by what it can be compared with the accounts of others. */
#ifndef ENGINE_ACCOUNT_H
#define ENGINE_ACCOUNT_H

#include "chronology.h"
#include "grammar.h"

/* A word's family in the label or the passage. */
typedef struct account_word {
    uint32_t word; /* its number; a list of words is sorted by it */
    bool label, name;
    bool number;
    bool carried;    /* it stands in the sentence before, or in the head of whoever says "I" */
    uint32_t family; /* of words that tell the same; 0: none */
    bool act;        /* it tells what happened */
    bool leads;      /* ... and is the first verb of its label that does */
    bool rank;       /* which it is of its kind: the first */
    bool office;     /* it names who holds one */
    bool thing;      /* it names who or what, as others name it too */
} account_word;

typedef struct account {
    size_t event;        /* in the chronology */
    uint32_t document;   /* in the order of their sources */
    int64_t first, last; /* days */
    bool open;           /* it began or ended nobody knows when */
    bool lasts;          /* it went on for days */
    bool says;           /* that somebody said something is what it tells */
    bool self;           /* who tells it did it */
    bool again;          /* it was so before: "met again" */
    bool unsure;         /* of the half of the day, or else */
    bool rough;          /* "about five" */
    int from, until;     /* minutes of the first and the last day, or -1 */
    annals_event_kind kind;
    annals_modality modality;
    annals_day_part part;
    bool own;                   /* the document itself */
    bool sent;                  /* ... and its head has a sender and somebody it went to */
    uint64_t author, recipient; /* of the document spoken of: hashes of names; 0: none is said */
    uint32_t author_word;       /* the word that names the author; 0: none is said */
    uint32_t letter_word;       /* the word for whom it was that a letter went to or came from; 0: it tells of none */
    int class;                  /* of the document spoken of; 0: the event is none */
    const account_word *words;
    size_t word_count;
    int label_weight; /* of its label's words */
    int others;       /* accounts of its document that are of its day as well */
    /* Of the one thing that its label names by a number, "ward 12", hashes of both; 0: it names none, or several. */
    uint64_t kind_numbered, numbered;
    uint64_t kind_placed; /* of what it says where it is, "mill at": a hash; 0: of nothing, or of several */
    uint32_t place;       /* the first word of where */
} account;

/* The accounts of a chronology's events, in an order that does not depend on that of its documents. */
typedef struct account_list {
    account *items;
    size_t count;
    int *weights; /* of each word: the rarer, the more */
    size_t word_count;
    uint64_t *names; /* that the texts have: a document and a word */
    size_t name_count;
    size_t document_count;
    uint32_t *files; /* of each document: the first document of its file; they stand in a row */
    arena arena;     /* that all of it lives in */
} account_list;

/* Of the events that have a time.  False when memory runs out; free the list in any case. */
bool list_accounts(const annals_chronology *c, account_list *list);
void free_accounts(account_list *list);

/* A hundred times the natural logarithm of n/d, roughly, and 0 when that is less than 1; integers, so that every
 * machine finds the same. */
int hundred_ln(uint64_t n, uint64_t d);

/* spoken.c: whose letter or statement a label speaks of. */
enum { DOCUMENT_LETTER = 1, DOCUMENT_STATEMENT };
typedef struct document_spoken_of {
    uint64_t author, recipient; /* hashes of names; 0: none is said */
    annals_text author_name;
    bool yours; /* of whom the document that says so is written to */
    int class;  /* letters, statements, ...; 0: none */
} document_spoken_of;
document_spoken_of find_spoken_of(const grammar *g, annals_text label);
/* Of an event that is one; whether a letter or a statement the passage may tell alone. */
document_spoken_of document_of_event(const grammar *g, const annals_event *e);
/* Who else had to do with a letter that the label says was written or came: "I wrote to Hale", "the stationmaster's
 * telegram"; absent: it does not. */
annals_text find_correspondent(const grammar *g, annals_text label);
/* Lower-case letters only: "Ost-row's" and "Ostrow" are one name. */
uint64_t name_hash(annals_text word);

#endif
