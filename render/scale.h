/* scale.h: time <-> position.  A scale is a row of segments, each linear; where two of them meet, time is left out or
 * the scale changes, and the drawing shows a break. */
#ifndef RENDER_SCALE_H
#define RENDER_SCALE_H

#include "pool.h"
#include "span.h"
#include "text.h"

typedef struct scale_segment {
    moment from, to;    /* from < to */
    double left, right; /* millimetres */
    double grain;       /* seconds: the finest granularity of what stands in it; no tick is finer */
} scale_segment;

typedef struct time_scale {
    scale_segment *segments; /* ordered, not overlapping */
    size_t count;            /* 0: nothing to show */
    double left, right;
} time_scale;

/* A stretch of time that something known falls in: a day, a minute, the beginning of a range. */
typedef struct scale_stop {
    moment low, high;
    double grain; /* seconds that the time is known to: a minute, a day, a year; 0: as fine as can be */
} scale_stop;

/* About, in the Gregorian calendar. */
#define MONTH_SECONDS 2629746.0
#define YEAR_SECONDS  31556952.0

enum { SCALE_BREAK_MM = 5 };

/* What is done about bursts: time between them is left out, or only shrunk, or nothing is done; or it is left out where
 * one axis would not keep the stops apart. */
typedef enum scale_kind { SCALE_BREAKS, SCALE_PIECEWISE, SCALE_LINEAR, SCALE_CHOSEN } scale_kind;

/* The scale of `stops` (sorted by their middles) between two positions.  A burst, a stretch that holds many stops in a
 * small part of the time, gets a segment of its own.  False when memory runs out. */
bool scale_make(memory_pool *pool, const scale_stop *stops, size_t count, scale_kind kind, double left, double right,
                time_scale *scale);
double scale_position(const time_scale *scale, moment at);
/* `x`, moved out of a break to the nearer end of a segment. */
double scale_beside_break(const time_scale *scale, double x);

typedef struct tick {
    double x;
    bool labelled, major; /* major: a boundary of the second level */
} tick;

/* A text on the axis.  `row` 0 is the first level, 1 the second. */
typedef struct tick_label {
    text_block block;
    double x;
    int row;
} tick_label;

typedef struct ticks {
    tick *ticks;
    size_t count;
    tick_label *labels;
    size_t label_count;
} ticks;

#endif
