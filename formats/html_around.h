/* html_around.h: what stands around the text of a page: menus, columns of links, imprints. */
#ifndef ANNALS_FORMATS_HTML_AROUND_H
#define ANNALS_FORMATS_HTML_AROUND_H

#include "html_tree.h"

/* `all`: only what never is text is passed by.  `*looked`, 0 first, counts the nodes that were looked at for it. */
bool html_is_around(const GumboNode *node, bool all, size_t *looked);

#endif
