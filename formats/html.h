/* html.h: the text of a page that is part of something else. */
#ifndef ANNALS_FORMATS_HTML_H
#define ANNALS_FORMATS_HTML_H

#include "prose.h"

/* Append the main text of a page.  False: its tags lie too deep in one another, or memory ran out. */
bool html_put(annals_text page, prose *to);

#endif
