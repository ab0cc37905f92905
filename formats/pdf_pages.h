/* pdf_pages.h: the text of a PDF without what stands at the head and the foot of its pages. */
#ifndef ANNALS_FORMATS_PDF_PAGES_H
#define ANNALS_FORMATS_PDF_PAGES_H

#include "builder.h"

/* Append the text, whose pages are parted by form feeds, to `out`: without the lines that stand alike, numbers of pages
 * aside, at the head or the foot of many pages; what goes on over a page goes on in the next line.  A head stays on the
 * first page, whose title it may be.  `*shown`: one that has words of those that were left out, in `text`, or empty.
 * False: memory ran out. */
bool pdf_join_pages(annals_text text, builder *out, annals_text *shown);

#endif
