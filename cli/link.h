/* link.h: from a drawing to the documents that it tells of. */
#ifndef CLI_LINK_H
#define CLI_LINK_H

#include <limits.h>
#include <stddef.h>

struct link {
    char folder[PATH_MAX];      /* that the drawing is to stand in, with a slash at its end; empty: not known */
    char address[PATH_MAX * 2]; /* the last one that was asked for */
};

/* Links from a file that is to be written, or from here for standard output. */
void link_start(struct link *link, const char *path);
/* The way to a file: "../letters/havana.txt".  Null where there is no such file near the drawing, as for a part of an
 * archive.  Good until the next one is asked for. */
const char *link_to(struct link *link, const char *name, size_t length);

#endif
