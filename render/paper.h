/* paper.h: sizes of paper. */
#ifndef RENDER_PAPER_H
#define RENDER_PAPER_H

#include <stdbool.h>

typedef struct paper {
    double width, height; /* millimetres */
} paper;

/* A row of the paper table, "a4"; one that lies on its side, "a4-landscape"; or a size, "300x400" or "300x400mm".  No
 * name: A4.  False for anything else. */
bool paper_find(const char *name, paper *paper);

#endif
