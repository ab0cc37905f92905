/* layout_figure_parts.h: what the parts of the figure's layout share. */
#ifndef RENDER_LAYOUT_FIGURE_PARTS_H
#define RENDER_LAYOUT_FIGURE_PARTS_H

#include "buffer.h"
#include "layout_figure.h"
#include "words.h"

/* A dated event on its way into the figure. */
typedef struct candidate {
    const ordered_event *event;
    double low, core_low, core_high, high, x; /* positions on the axis */
    bool hollow;
    bool whole; /* a piece of the axis shows it and no more */
    bool alone; /* of a bar: no point stands on its segment of the axis */
} candidate;

typedef struct builder {
    memory_pool *pool;
    wording words;
    const event_order *order;
    const figure_options *options;
    text_measure measure;
    figure *figure;
    common_year year; /* of all events, which the axis says; unknown when there are several */
    bool signs[SIGN_COUNT];
    double label_width, label_limit; /* of the labels of points: how wide one and how high all may be */
    candidate *points, *bars;        /* points in the order of x, bars in the order of time */
    size_t point_count, bar_count;
} builder;

/* Measure a clean text. */
bool figure_set_even(builder *b, text_style style, annals_text text, double width, text_block *block);
bool figure_set(builder *b, text_style style, annals_text text, double width, text_block *block);
/* The scale of some events, from one position to another. */
bool figure_make_scale(builder *b, const ordered_event *events, size_t count, double left, double right,
                       time_scale *scale);
/* Tell points from bars. */
bool figure_sort_out(builder *b);
candidate figure_candidate(const builder *b, const ordered_event *event);
bool figure_is_point(const candidate *c);
/* A bar without its words, at the top. */
void figure_start_bar(const builder *b, const candidate *c, figure_bar *bar);
void figure_shift_bar(figure_bar *bar, double down);
/* Remember what the legend must explain of a bar. */
void figure_note_bar(builder *b, const figure_bar *bar);
/* Sheets below `y`, which grows to their end. */
bool figure_make_sheets(builder *b, double *y);
/* Date and label of an event in a line of at most `room`, or else at most `narrow` one below the other. */
bool figure_set_words(builder *b, const ordered_event *e, common_year said, double room, double narrow,
                      figure_words *words, double *width);
/* Points and ranges in lanes below `y`, which grows to their end. */
bool figure_make_lanes(builder *b, double *y);
/* Labels above the axis; `y` grows to the axis.  Others stand below it: */
bool figure_make_points(builder *b, double *y);
/* hang them below the axis and its bars; `y` grows to their end. */
void figure_hang_points(builder *b, double *y);
/* Rows of bars below `y`, which grows to their end. */
bool figure_make_bars(builder *b, double *y);
/* A line under the figure that counts some events; at most three. */
bool figure_add_note(builder *b, annals_text text, const size_t *ranks, size_t count, double *y);
/* The time of an event as the figure says it, without the year where that was said just before. */
annals_text figure_date_words(builder *b, const ordered_event *event, common_year said);
/* "… and 13 more, 3–5 November 1962": `where` in time they are. */
annals_text figure_more(builder *b, size_t count, const char *link, annals_text where);
/* Where on the axis other sources place an event. */
bool figure_set_claims(builder *b, const annals_event *event, const double **claims, size_t *count);
/* Remember what the legend must explain of an event. */
void figure_note_signs(builder *b, const annals_event *event, drawn_shape shape, bool hollow);

#endif
