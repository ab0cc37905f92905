/* html_quoted.h: what a mail in HTML quotes of others. */
#ifndef ANNALS_FORMATS_HTML_QUOTED_H
#define ANNALS_FORMATS_HTML_QUOTED_H

#include "html_tree.h"

/* Is it of another's mail, or the line that introduces one?  `answer`: the mail answers another. */
bool html_is_quoted(const GumboNode *node, bool answer);
/* A mail that follows whole, or a signature: the text ends here. */
bool html_begins_other_mail(const GumboNode *node);

#endif
