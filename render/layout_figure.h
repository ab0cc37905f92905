/* layout_figure.h: events -> a horizontal timeline as boxes, stems and bars.  Pure: text is measured through a
 * callback.
 *
 * From top to bottom: title; labels of points in columns; leaders; the axis with its ticks and their labels; bars of
 * ranges with their labels in rows; where labels stand below, too: the axis line once more, leaders and labels, and
 * bars, if there are many, after them; notes; legend.  Millimetres from the upper left corner. */
#ifndef RENDER_LAYOUT_FIGURE_H
#define RENDER_LAYOUT_FIGURE_H

#include "order.h"
#include "scale.h"
#include "text.h"
#include "ticks.h"

typedef struct box {
    double left, top, right, bottom;
} box;

/* What a reader may want explained; the legend names those that the figure uses. */
typedef enum figure_sign {
    SIGN_OCCURRENCE,
    SIGN_DOCUMENT,
    SIGN_PLAN,
    SIGN_CITATION,
    SIGN_HOLLOW, /* about, or uncertain */
    SIGN_WITHIN, /* at some time within a stretch */
    SIGN_RANGE,
    SIGN_FADE,
    SIGN_GOES_ON,
    SIGN_BEGAN, /* before what is shown, or nobody says when */
    SIGN_CLUSTER,
    SIGN_BREAK,
    SIGN_CONFLICT,
    SIGN_CUT,        /* the axis ends within a range */
    SIGN_HOLLOW_BAR, /* a range that is about, or uncertain */
    SIGN_SERIES,     /* a colour */
    SIGN_COUNT
} figure_sign;

/* Which of the words for signs names it; two for bars say the same as other signs. */
int figure_sign_word(figure_sign sign);

/* An event, or a cluster of events led by one, with a mark on the axis and a label above or below it. */
typedef struct figure_point {
    const annals_event *event; /* the one whose label is shown */
    event_look look;
    annals_text id;   /* of the event, unique in the figure */
    size_t rank;      /* of the event in the order of time */
    size_t count;     /* events that it stands for, itself included */
    double x;         /* of the mark */
    double low, high; /* the stretch it lies in, or its duration */
    bool core, hollow;
    size_t level; /* the mark stands so many times RAISE_MM above the axis */
    size_t crown; /* the level of the highest mark or claim above it, over which its leader begins; or its own */
    const double *members; /* of a cluster: where its events are on the axis, ascending */
    size_t member_count;
    const size_t *ranks;  /* of a cluster: of its events, `count` of them */
    const double *claims; /* where other sources place it on the axis */
    size_t claim_count;
    text_block date, label, more; /* `more` names the rest of a cluster */
    double stem;
    bool below; /* mark and label belong to the lower line of the axis */
    box box;    /* of the label; its left side is the stem, or its right side below the axis */
} figure_point;

/* A range, or an event at some time within a long stretch, as a bar below the axis. */
typedef struct figure_bar {
    const annals_event *event;
    event_look look;
    annals_text id;
    size_t rank; /* of the event in the order of time */
    const span *span;
    double low, core_low, core_high, high;
    bool core, hollow, goes_on_left, goes_on_right;
    bool cut_left, cut_right; /* the axis ends within it */
    bool mark;                /* in a lane: a point, with its mark at `x` */
    double x;
    const double *claims; /* of such a point, as of a figure_point */
    size_t claim_count;
    bool claims_raised; /* above the mark, which would hide them */
    text_block date, label;
    double text_x, date_y, label_x, label_y; /* of the date; of the label, which stands beside the date or below it */
    double y;                                /* of the bar's upper edge */
    box box;                                 /* bar and text */
} figure_bar;

/* Points and ranges of one group or category, between two rules. */
typedef struct figure_lane {
    text_block name; /* no lines: none */
    double y;        /* of the rule above it */
    text_block more; /* counts those that found no room; no lines: all did */
    double more_y;   /* of the strokes that show where they are; the words stand below */
    const double *members;
    size_t member_count;
    const size_t *ranks; /* of the events that found none */
    size_t rank_count;
} figure_lane;

/* Date and label in one line, or one below the other. */
typedef struct figure_words {
    text_block date, label;
    double label_x, label_y; /* of the label, from the date's upper left corner */
} figure_words;

/* An event on a sheet whose time runs down: a mark on the axis, and words beside it. */
typedef struct sheet_entry {
    const annals_event *event;
    event_look look;
    annals_text id;
    size_t rank;
    double at, low, high;  /* on the axis: the mark, and the stretch that it lies in */
    bool point, hollow;    /* not a point: a bar shows how long it lasts */
    bool core;             /* of a point: a short range, of which `low` to `high` is certain */
    const figure_bar *bar; /* of the sheet, that bar; null: there is none, or no row had room for it */
    figure_words words;
    double top, height; /* of the words */
} sheet_entry;

/* A part of the time, with a scale of its own; heights count from the sheet's upper edge. */
typedef struct figure_sheet {
    double y, height;
    time_scale scale;
    ticks ticks;
    sheet_entry *entries;
    figure_bar *bars; /* upright, `x` being the left edge; first those of ranges that began on a sheet before */
    size_t entry_count, bar_count, carried_count;
} figure_sheet;

typedef struct figure_note {
    text_block block;
    double y;
    const size_t *ranks; /* of the events that it counts */
    size_t rank_count;
} figure_note;

typedef struct figure_key {
    figure_sign sign;
    unsigned series;          /* its colour */
    text_block words, dagger; /* dagger: the sign, where that is a letter */
    double x, y;              /* of the sign; the words stand KEY_SIGN_MM to the right */
} figure_key;

typedef struct figure {
    double width, height;
    text_block title; /* no lines: none */
    text_block empty; /* says that there is nothing to draw; no lines otherwise */
    double empty_y;
    time_scale scale;
    ticks ticks;
    double axis_y, bend_y, foot_y, tick_y, major_y; /* leaders bend from bend_y, above all marks, to foot_y, where stems
                                                       begin; tick_y, major_y: tops of the two rows */
    figure_point *points;
    size_t point_count;
    bool both_sides; /* some points are below: */
    double lower_y, lower_bend_y, lower_foot_y;
    double lower_tick_y; /* of the labels of ticks once more, where bars part the two lines; else 0 */
    double bars_axis_y;  /* the axis once more, above bars that stand below all labels; else 0 */
    figure_bar *bars;
    size_t bar_count, bars_left_out; /* those left out are counted in a note */
    double bars_top, bars_bottom;
    figure_lane *lanes; /* of the layout "lanes": all points and ranges are bars in them */
    size_t lane_count;
    figure_sheet *sheets; /* of the layout "vertical" */
    size_t sheet_count, sheet_rows;
    const sheet_entry *set;                             /* all entries with their words set, in the order of time */
    double words_gap;                                   /* between the words beside a sheet */
    double periods_right, ticks_right, axis_x, words_x; /* columns of the sheets */
    figure_note notes[3];
    size_t note_count;
    figure_key keys[SIGN_COUNT + MOST_SERIES];
    size_t key_count;
    bool dashes; /* a bar lies within a stretch; else only marks do */
} figure;

/* The left edge of a label's text. */
double figure_point_left(const figure_point *p, const text_block *block);
/* Where a point's leader begins on the axis, bends and becomes a stem, and where it ends. */
typedef struct figure_leader {
    double axis_y, begin_y, bend_y, foot_y, end_y;
} figure_leader;
figure_leader figure_leader_of(const figure *f, const figure_point *p);
/* Where the labels of a tick stand, the same at each: returns how many places, three at most. */
size_t figure_tick_tops(const figure *f, const tick_label *label, double tops[3]);

/* What stands for an event. */
typedef enum drawn_shape { SHAPE_MARK, SHAPE_BAR } drawn_shape;
/* A short range that is certain and long enough to be seen as one is a bar, else it has a mark: never both. */
drawn_shape figure_shape_of(bool core, bool hollow, double length);
/* The order in which signs are explained. */
extern const figure_sign figure_sign_order[SIGN_SERIES];

#define BAR_MM            1.7
#define STEM_TEXT         0.9 /* from a stem to its label's text */
#define KEY_SIGN_MM       5.5
#define RAISE_MM          2.2
#define FIGURE_MARK_MM    0.95 /* half a mark */
#define CLAIM_MM          2.6  /* height of the sign of a claim */
#define CLAIM_HALF_MM     0.7  /* half its width */
#define CLAIM_NEAR_MM     (FIGURE_MARK_MM + CLAIM_HALF_MM + 0.3)
#define FIGURE_STROKES_MM 1.8 /* height of the strokes of a cluster */
#define LANE_NAME_MM      1.3 /* from a lane's rule to its name */
#define FIGURE_EDGE       1.6 /* room for half a mark at the ends of the axis */

typedef enum figure_kind { FIGURE_COLUMNS, FIGURE_LANES, FIGURE_VERTICAL, FIGURE_NONE } figure_kind;

typedef struct figure_options {
    figure_kind kind;
    scale_kind scale;
    double width;
    double label_height, bar_height;   /* the most that labels of points and rows of bars may have */
    size_t most_lanes;                 /* 0: as usual */
    bool one_lane;                     /* whatever their categories */
    double sheet_height, first_height; /* of sheets, and of the first; 0: as usual */
    double sheet_rest;                 /* what should have room under the last sheet */
    const sheet_entry *set;            /* figure.set of a layout before, whose words are the same; or null */
    annals_text title;                 /* clean; absent: none */
    annals_phrasing phrasing;
} figure_options;

/* False when memory runs out. */
bool figure_layout(memory_pool *pool, const event_order *order, const figure_options *options, text_measure measure,
                   figure *figure);
/* With less of what the options allow, until it is at most so high; the words of one event are shown always. */
bool figure_layout_within(memory_pool *pool, const event_order *order, const figure_options *options,
                          text_measure measure, double height, figure *figure);

#endif
