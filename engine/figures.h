/* figures.h: diaries whose lines open with day and month in figures: "17.4. They came", "25/4 - Rain", "3.5.79 Home". */
#ifndef ENGINE_FIGURES_H
#define ENGINE_FIGURES_H

#include "annals.h"

/* Does a line open with day and month in figures, and perhaps a year?  Numbers of sections do so too: the text as a
 * whole tells. */
bool opens_with_figures(annals_text line);
/* Three lines of a text and more open so, in the order of time and at no long intervals, and some number of theirs is
 * none of a section: too high, or a year. */
bool is_diary_in_figures(annals_text text);

#endif
