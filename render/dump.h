/* dump.h: layouts as text, a box a line: what it is, its left upper corner, width and height in millimetres, and its
 * words.  The debugger of layouts, and the form of their golden tests. */
#ifndef RENDER_DUMP_H
#define RENDER_DUMP_H

#include "buffer.h"
#include "layout_pages.h"

void dump_figure(buffer *out, const figure *figure);
void dump_pages(buffer *out, const pages *pages);

#endif
