/* output.h: files that are complete or absent.
 *
 * A file is written under another name in the same folder and renamed when it is whole; when writing fails or the
 * program is interrupted it is removed.  Standard output and what is there already but is no ordinary file (a pipe, a
 * device) are written directly. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "annals.h"

enum { OUTFILE_ROOM = 64 * 1024 };

struct outfile {
    int file;
    int code;        /* errno of the first failure; 0 while all is well */
    char *path;      /* where the file will stand; null when written directly */
    char *temporary; /* where it stands until then */
    size_t length;   /* bytes waiting in `room` */
    char room[OUTFILE_ROOM];
};

/* Whether an output's name stands for standard output. */
bool outfile_is_standard(const char *path);
const char *outfile_name(const char *path);

/* Begin to write `path`, "-" for standard output.  Returns 0 or an errno; after 0 exactly one of outfile_finish and
 * outfile_abandon must be called. */
int outfile_begin(struct outfile *output, const char *path);
/* Where the libraries write; `output` is borrowed. */
annals_sink outfile_sink(struct outfile *output);
/* Write the rest and put the file in its place.  Returns 0 or an errno; then there is no new file. */
int outfile_finish(struct outfile *output);
void outfile_abandon(struct outfile *output);

/* Whether two names stand for one file: one that exists, or one to be made in the same folder under the same name. */
bool outfile_same_file(const char *a, const char *b);

#endif
