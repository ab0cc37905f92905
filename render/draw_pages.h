/* draw_pages.h: pages -> PDF. */
#ifndef RENDER_DRAW_PAGES_H
#define RENDER_DRAW_PAGES_H

#include "canvas.h"
#include "layout_pages.h"
#include "words.h"

/* Draw all pages and the outline.  False when memory runs out. */
bool draw_pages(canvas *pdf, const wording *say, const pages *pages, text_measure measure);

#endif
