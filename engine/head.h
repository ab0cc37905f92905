/* head.h: the head of a document while it is read: title.c finds its title, head.c the rest. */
#ifndef ENGINE_HEAD_H
#define ENGINE_HEAD_H

#include "analysis.h"
#include "text.h"

enum { HEAD_BLOCKS = 12, HEAD_LINES = 24, LONGEST_TITLE = 240 /* bytes */, NAME_WORDS = 3 };

typedef struct document_head {
    const analysis *x;
    const grammar *grammar;
    annals_document *document;
    size_t first, end; /* blocks of the document_head */
    annals_text title; /* its line, as it stands */
    bool letter;       /* a salutation opens it, or a closing ends it */
} document_head;

static inline annals_text words_of(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    return text_slice(x->text, b->body, b->end);
}

static inline annals_text first_word(annals_text text) {
    size_t start, end;
    return text_word(text, 0, &start, &end) ? text_slice(text, start, end) : (annals_text){0};
}

static inline void take(annals_text *field, annals_text value) {
    if (!field->length && value.length) *field = value;
}

/* Names, and an office behind a comma. */
bool is_name(const document_head *h, annals_text line);

/* ---------------------------------------------------------------- title.c */

/* "Ada Weller", "OTTO VON PORT", but not "WHAT I REMEMBER" */
bool is_person(const document_head *h, annals_text line);
size_t count_words(annals_text text);
/* Where the date begins that a text holds, or its length. */
size_t date_in(const analysis *x, annals_text text);
/* "Visit | Exhibitions | Shop", "TOP SECRET - WINTER SUN" */
bool is_furnished(annals_text line);
/* "SECRETARY OF STATE, WASHINGTON.", below the day: to whom it is sent. */
bool addresses_post(const document_head *h, annals_text line);
/* How well a line names the text: not at all, by the office that wrote it, by who did, by any words, as what it is. */
enum { BY_NOTHING, BY_OFFICE, BY_AUTHOR, BY_WORDS, BY_KIND };
int title_rank(const document_head *h, annals_text line);
/* "Major A. Weller, 1931": the name alone. */
annals_text without_year(annals_text line);
/* What the subject field says, where no heading names the parties; else the heading before the first paragraph that
 * says best what it is, else the first heading behind. */
annals_text title_words(const document_head *h);
/* Without marks of headings and the number of a note; white space folded. */
annals_text clean_title(arena *a, annals_text title);

#endif
