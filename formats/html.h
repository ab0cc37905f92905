/* html.h: the text of a page that is a mail. */
#ifndef ANNALS_FORMATS_HTML_H
#define ANNALS_FORMATS_HTML_H

#include "prose.h"

/* Append what its writer wrote, without the mails that it quotes and the signature.  `answer`: its head says that it
 * answers another.  False: its tags lie too deep in one another, or memory ran out. */
bool html_put_mail(annals_text page, bool answer, prose *to);

#endif
