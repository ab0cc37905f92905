/* width.h: how many columns of a terminal a text takes. */
#ifndef ANNALS_FORMATS_WIDTH_H
#define ANNALS_FORMATS_WIDTH_H

#include "annals.h"

/* 0 for combining and invisible characters, 2 for wide ones (Chinese, Japanese, Korean, emoji), else 1. */
size_t width_of_character(uint32_t code_point);
size_t width_of_text(annals_text text);

/* The longest beginning of `text` that is at most `columns` wide, with the combining marks that follow. */
annals_text width_prefix(annals_text text, size_t columns);

/* Takes the next line, at most `columns` (at least 2) wide, off the front of `rest`: as many words as fit, or as much
 * of a word that is longer.  Words are divided by single blanks.  Empty when nothing is left. */
annals_text width_next_line(annals_text *rest, size_t columns);

#endif
