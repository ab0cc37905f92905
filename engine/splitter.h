/* splitter.h: a file while its documents are parted: split.c finds where each begins, issues.c where what was printed
 * or posted does. */
#ifndef ENGINE_SPLITTER_H
#define ENGINE_SPLITTER_H

#include "caption.h"
#include "document.h"
#include "grammar.h"
#include "text.h"

typedef struct splitter {
    const grammar *grammar;
    annals_text text;
    const block_list *blocks;
    annals_text letterhead; /* the first line of the file, if it may be one; else absent */
    annals_text numbered;   /* the line that numbers the last paper; absent if none does */
    bool volume;            /* a paper of it was numbered like the items of a list */
    bool footed;            /* the number of each stands below it, as that of the last does */
    bool wired;             /* a paper of it was sent at an hour, as telegrams are */
    unsigned capitals;      /* papers whose kind stood in capitals: "DEPOSITION OF ADA WELLER" */
    bool minutes;           /* the block at hand opens the minutes of a meeting */
    bool signed_below;      /* each has its day below it, as the last has, and none above */
    bool reports;           /* of a newspaper: place and day, and a headline in capitals below */
    bool dispatches;        /* of an agency: place and day open the paragraphs */
    bool issues;            /* of newspapers: the same name stands above several days */
    bool posts;             /* of a page: below the title of each stands when it was posted */
    bool clippings;         /* below each stands where it was printed, and when */
    bool depositions;       /* several tell whose they are and when they were sworn */
} splitter;

static inline annals_text block_text(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    return text_slice(s->text, b->start, b->end);
}

static inline annals_text first_line(const splitter *s, size_t index) {
    size_t next;
    annals_text line = short_line(s->text, s->blocks->items[index].start, &next);
    return line.data ? line : (annals_text){0};
}

/* How many blocks are looked at for what a file may be full of: one that has none among its first ones has none, and
 * many more tell no more. */
static inline size_t blocks_sought(const splitter *s, size_t found) {
    enum { FIRST = 4096, MOST = 16384 };
    size_t sought = found ? MOST : FIRST;
    return s->blocks->count < sought ? s->blocks->count : sought;
}

/* Has it a number of four digits? */
static inline bool names_year(annals_text line) {
    enum { DIGITS = 4 };
    size_t digits = 0;
    for (size_t i = 0; i < line.length && digits < DIGITS; i++)
        digits = is_digit((unsigned char)line.data[i]) ? digits + 1 : 0;
    return digits == DIGITS;
}

/* Does a block tell something, and is no heading? */
bool is_prose(const splitter *s, const block *b);

/* ---------------------------------------------------------------- issues.c */

/* "THE PORT STAR" above "Monday, May 3, 1921", or before it: the name, and where the line with the day ends; absent: no
 * issue begins there. */
typedef struct issue {
    annals_text name;
    size_t end;
} issue;

issue issue_at(const splitter *s, size_t index);
bool has_issues(const splitter *s);
/* "Orle Mercury, 14 May 1903", "(The Port Star, May 3, 1921, page 4)": where a report was printed. */
bool names_print(const splitter *s, size_t index);
/* Where a text ends with such a line, and others stand below paragraphs, each ends a clipping: the next one begins
 * below it. */
bool has_clippings(const splitter *s);
bool has_posts(const splitter *s);
/* Where the head of a post ends that begins with a block, its title; or 0. */
size_t post_end(const splitter *s, size_t index);

#endif
