/* feed.h: the documents of a stream, in pieces that are worked on one by one: a file, or some lines of one. */
#ifndef CLI_FEED_H
#define CLI_FEED_H

#include "input.h"

/* A piece.  Release it with piece_free. */
struct piece {
    const char *path; /* as the user gave it */
    bool lines;       /* of JSON Lines; else a document */
    size_t line;      /* the number of its first line */
    struct input input;
    int code; /* errno of a failure to read; there is nothing in it then */
};

struct feed {
    const char *const *files;
    size_t count;
    bool lines; /* the files hold a document a line */
    /* What follows is the feed's own. */
    size_t next;        /* the file that comes next */
    int file;           /* the one that is open, or -1 */
    size_t line;        /* of it: the number of the line that comes next */
    struct input begun; /* the line whose end was not read yet */
};

void feed_start(struct feed *feed, const char *const *files, size_t count, bool lines);
/* The next piece; false when there is no more.  Files that are documents are not read yet: piece_read does that. */
bool feed_next(struct feed *feed, struct piece *piece);
void feed_stop(struct feed *feed);

/* Read what is not read yet.  False after a failure, whose errno is in `code`. */
bool piece_read(struct piece *piece);
void piece_free(struct piece *piece);

#endif
