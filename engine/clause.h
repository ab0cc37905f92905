/* clause.h: a sentence cut into its clauses, and how each stands to what it tells. */
#ifndef ENGINE_CLAUSE_H
#define ENGINE_CLAUSE_H

#include "analysis.h"
#include "quote.h"

/* What parts a word from the one before it: blanks, a comma, a bracket, dash or quotation mark, a semicolon or colon.
 */
typedef enum word_gap { PART_SPACE, PART_COMMA, PART_MARK, PART_STOP } word_gap;

/* A word of a sentence, and what the language says of it; nothing, when it is a date's. */
typedef struct clause_word {
    uint32_t start, end; /* bytes of the text */
    context_set contexts;
    uint8_t gap;
    bool date, quoted;
} clause_word;

/* Words first to last, the last exclusive.  Indexes are of words, NO_WORD for none. */
typedef struct clause {
    uint16_t first, last;
    uint16_t planned; /* from here on what is told is yet to come */
    uint16_t wish;    /* a verb of wish or order */
    bool verb, past, future, unreal, possible, perfect, negated, condition, unsettled;
    bool conditional; /* a condition stands with it */
    bool supposed;    /* likewise, of what may yet come: "it would be good if he came" */
    bool lacks;       /* "is not", which denies what is yet to come and nothing that was */
    bool lasts;       /* a verb of lasting: "stayed" */
    bool published;
    bool aside;    /* "he says", between commas */
    bool intended; /* the object of a verb of wish or order */
    bool reported;
    annals_text speaker; /* whose words they are; absent: nobody is named */
} clause;

enum { NO_WORD = UINT16_MAX, MOST_WORDS = 640, MOST_CLAUSES = 96 };

/* The sentence that was read last. */
typedef struct clauses {
    const analysis *x;
    annals_text reader; /* to whom the document is written */
    size_t start, end;  /* bytes */
    size_t block;       /* of the quotations */
    quotation_list quotations;
    size_t looked_up;  /* the block above which somebody's name was looked for, or SIZE_MAX */
    size_t named_in;   /* the block in which it was */
    annals_text named; /* who was named last as speaking: the one that a pronoun means */
    clause_word words[MOST_WORDS];
    size_t word_count;
    clause items[MOST_CLAUSES];
    size_t count;
    bool has_cue, is_cut;
    bool tagged;
    const annals_tag *tags;
    size_t tag_count;
} clauses;

/* Read the sentence of a raw mention from `start` to `end`, unless it is the one read last.  False when memory runs
 * out. */
bool read_clauses(clauses *c, arena *a, size_t raw, size_t start, size_t end);
/* Likewise of a sentence of the block that may have no mention; `raw` is the first one of it or behind it. */
bool read_clauses_of(clauses *c, arena *a, size_t in, size_t raw, size_t start, size_t end);

/* Whom a pronoun at the beginning of a block means; absent: nobody was named so lately. */
annals_text named_before(const clauses *c, size_t index);

/* tags.c: the names in the sentence, unless they were found before.  False when memory runs out. */
bool find_tags(clauses *c, arena *a);

/* How the clause around a place stands to what it tells. */
typedef struct standing {
    bool negated, conditional, planned, reported;
    bool future;         /* planned in so many words: "will" */
    bool possible;       /* "could" */
    bool lacks;          /* "is not" */
    bool past;           /* told as past */
    bool supposed;       /* on what condition something would be */
    bool wished;         /* behind a verb of wish or order */
    annals_text speaker; /* whose words they are */
} standing;

standing standing_at(clauses *c, size_t place);
/* Does the sentence tell what somebody did or what was done, and not only what was or will be? */
bool tells_deed(clauses *c);
/* Likewise, in the present tense of a chronology: "Troops enter the capital". */
bool tells_now(clauses *c);
/* Has the clause of a place no verb, or one of printing? */
bool stands_bare(clauses *c, size_t place);
/* Do two places stand in one clause? */
bool same_clause(clauses *c, size_t a, size_t b);
/* Does the clause of a place say on what condition: "unless it is sold by May"? */
bool is_condition(clauses *c, size_t place);
/* Does the clause of a place go on with who acts in the one before: "and stayed until noon", "and did not stop until"?
 */
bool clause_goes_on(clauses *c, size_t place);
/* "and talked": another verb of who acts before it. */
bool clause_joined(clauses *c, size_t place);

/* Is the clause of a place what another tells of: "he repeated what he wrote on 30 March"? */
bool is_content(clauses *c, size_t place);
/* Does the clause of a place tell something beside what the sentence tells: "the mill, which burned on 3 May", "and
 * that two stayed"? */
bool tells_own(clauses *c, size_t place);

/* Where the clause of a place begins and ends; `subject` is who acts in it where it does not say so itself ("and stayed
 * until noon"), else absent.  False when it is the whole sentence. */
bool clause_bounds(clauses *c, size_t place, size_t *start, size_t *end, annals_text *subject);

/* "the code books, which I had burned on 3 May": what it was done to, and where what was done begins. */
bool relative_object(clauses *c, size_t place, size_t *start, annals_text *object);

/* "On 3 May a crowd, led by the weaver, burned the mill": who acts, and where what he did begins and ends. */
bool predicate_apart(clauses *c, size_t place, size_t *start, size_t *end, annals_text *subject);

/* Does a date belong to a noun of which something is said that is of now?  Then its phrase, with the date. */
bool dated_subject(clauses *c, size_t place, size_t *start, size_t *end);

/* Is the sentence no sentence but the name of a document: "Letter of the master to the owner, 3 May"? */
bool names_writing(const clauses *c);

#endif
