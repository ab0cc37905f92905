/* ticks.h: the ticks of an axis and their labels. */
#ifndef RENDER_TICKS_H
#define RENDER_TICKS_H

#include "scale.h"
#include "words.h"

/* Ticks on two levels for every segment.  False when memory runs out. */
bool ticks_make(const wording *say, const time_scale *scale, text_measure measure, ticks *ticks);

#endif
