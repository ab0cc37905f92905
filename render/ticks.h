/* ticks.h: the ticks of an axis and their labels. */
#ifndef RENDER_TICKS_H
#define RENDER_TICKS_H

#include "scale.h"
#include "words.h"

/* The least distance from a label to the next, and from a tick to the next. */
typedef struct tick_gaps {
    double labels, ticks;
} tick_gaps;

/* Ticks on two levels for every segment.  False when memory runs out. */
bool ticks_make(const wording *say, const time_scale *scale, text_measure measure, tick_gaps gaps, ticks *ticks);

typedef enum tick_sort { TICK_PLAIN, TICK_LABELLED, TICK_MAJOR, TICK_SORTS } tick_sort;

/* Where the ticks of one sort are, counted from `origin`, in `at`, which has room for all.  Returns how many. */
size_t ticks_of_sort(const ticks *all, tick_sort sort, double origin, double *at);

#endif
