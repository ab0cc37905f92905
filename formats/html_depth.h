/* html_depth.h: whether a page can be parsed without harm. */
#ifndef ANNALS_FORMATS_HTML_DEPTH_H
#define ANNALS_FORMATS_HTML_DEPTH_H

#include "annals.h"

/* Does any tag lie in so many others, or have so many attributes, that a parser of HTML would take very long for it?
 * The parser looks through all open elements at each tag.  `*at` is then a byte behind that tag; it may be null. */
bool html_is_too_deep(annals_text page, size_t *at);

#endif
