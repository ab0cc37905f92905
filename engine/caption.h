/* caption.h: the lines that the head of a document is made of. */
#ifndef ENGINE_CAPTION_H
#define ENGINE_CAPTION_H

#include "annals.h"
#include "grammar.h"

/* What a short line says of the document below it; one line may say several things. */
typedef enum caption {
    CAPTION_NUMBER = 1,      /* "No. 2", "DOCUMENT 14", "[3]", "711.41/86: Telegram" */
    CAPTION_SERIES = 2,      /* ... with a word or brackets, not a number alone, as pages have it */
    CAPTION_KIND = 4,        /* "Telegram From the Legation", "Minute by Mr Hale" */
    CAPTION_ROUTE = 8,       /* "Mr Finch to the Earl of Brandon" */
    CAPTION_PARTIES = 16,    /* ... where title, office or name tell that they are people */
    CAPTION_DATE = 32,       /* "Port, 3 March 1958", "Port, undated" */
    CAPTION_ADDRESSEE = 64,  /* "To Captain Rudd, at the Anchor" */
    CAPTION_GREETING = 128,  /* "My Lord," */
    CAPTION_ENCLOSURE = 256, /* "Inclosure 2 in No. 5" */
    CAPTION_REMARK = 512,    /* "(Confidential.)", "[Received March 4]", "SECRET" */
    CAPTION_SENT = 1024,     /* "SENT: 3 March 1911" */
    CAPTION_CHAPTER = 2048   /* "II. Ada Weller to her brother": numbered like the parts of a book */
} caption;

/* All that a line is of those; 0: it is none of a head. */
unsigned captions_of(const grammar *g, annals_text line);

/* ... of the line that begins at `at`, or of it and the next where they are one phrase; `next`: what stands below. */
unsigned captions_at(const grammar *g, annals_text text, size_t at, size_t *next);
/* The line that begins at `at`; absent where it is too long for a head. */
annals_text short_line(annals_text text, size_t at, size_t *next);

/* "FROM: A. Weller", "FM CONSUL PORT": a line that begins with a word of the field; its value. */
bool line_has_field(const grammar *g, annals_text line, context_set field, annals_text *value);
/* Is it a short line with a day, and little else? */
bool is_dated_line(const grammar *g, annals_text line);
/* "From the Mayor of Port to the Board of Trade", "M. Weller, Minister, to Mr Ostrow": a line of two names, though it
 * be broken in two; `parties`, if not null: do their words tell that they are people or offices? */
bool is_route(const grammar *g, annals_text line, bool *parties);
/* Where the recipient of a route begins; `behind`: where the name does.  SIZE_MAX where there is none. */
size_t route_joint(const grammar *g, annals_text line, size_t from, size_t *behind);
/* "Mr Finch to Lord Brandon.—(Received March 14.)": without the remark and the full stop. */
annals_text without_remark(const grammar *g, annals_text line);
/* "At a meeting of the Board held at the Anchor on 3 May 1858. Present: Mr Dorn": do the words that open minutes say
 * when they met, and who was there? */
bool opens_minutes(const grammar *g, annals_text words);
/* "The examination of Ada Weller, taken before me this 4th day of May 1742": do the words that open a paper say whose
 * it is, and then when it was sworn? */
bool opens_deposition(const grammar *g, annals_text words);
/* "No. 2", "[Telegram 14]": a line that numbers what stands below it. */
bool is_number(const grammar *g, annals_text line);
/* The digits, or the letter, of such a line, and what stands before them; false where there are none. */
bool number_in(annals_text line, annals_text *lead, annals_text *number);
/* "No. 2. Captain Rudd to the Board": where the words behind the number begin; 0: the line is no such. */
size_t behind_number(const grammar *g, annals_text line);
bool has_lower(annals_text text);
/* "Taken at Port the 4th day of May 1821, before me.": a line that has a date, and tells nothing. */
bool is_dated_remark(const grammar *g, annals_text line);

/* "CHAPTER II", "Part 3": one of the counted parts of a book, and no more. */
bool counts_division(annals_text line);

#endif
