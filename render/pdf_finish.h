/* pdf_finish.h: what cairo does not write into a PDF.
 *
 * Added are: one Document element around the sections of the pages, the language, the title in the window's bar, the
 * alternative text of figures, and the "D:" before the creation date.  The file is written anew: its objects but for
 * streams are packed into compressed ones, which makes it a third as large.  A file without such a table (cairo 1.18
 * may use compressed objects) is left as it is. */
#ifndef RENDER_PDF_FINISH_H
#define RENDER_PDF_FINISH_H

#include "buffer.h"

/* `alternative` describes the figures, in clean UTF-8; `language` is the code of that of the words. */
annals_status pdf_finish(buffer *file, annals_text alternative, const char *language, annals_error *error);

#endif
