/* mail_heads.h: the heads of mails that stand within others, as programs write them above what they answer or pass on.
 */
#ifndef ANNALS_FORMATS_MAIL_HEADS_H
#define ANNALS_FORMATS_MAIL_HEADS_H

#include "annals-formats.h"

/* "Von: A / Gesendet: Montag, 4. Februar 2019 10:12 / An: B / Betreff: Rain": a place in the text, and what it says. */
typedef struct mail_head {
    size_t start, end;
    annals_text sender, date, recipient, title;
} mail_head;

/* The first behind `from`, in any language that the mail is not in; false: there is none. */
bool mail_find_head(annals_text text, size_t from, mail_head *head);
/* "---------- Forwarded message ---------", "Begin forwarded message:": a mail that is passed on stands below, which is
 * what the writer has to say. */
bool mail_is_passed_on(annals_text line);

#endif
