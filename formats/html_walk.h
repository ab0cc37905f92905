/* html_walk.h: the way from the elements of a page to its text. */
#ifndef ANNALS_FORMATS_HTML_WALK_H
#define ANNALS_FORMATS_HTML_WALK_H

#include "html_tree.h"
#include "prose.h"

typedef struct html_walk {
    prose *to;
    size_t verbatim; /* elements at hand that keep their lines */
    size_t looked;   /* nodes, to see whether they are menus */
    bool all;
    bool mail;                     /* it is one: what it quotes is passed by */
    bool answer;                   /* to another */
    bool states;                   /* the page lives as long as the text: what its <time>s say can be kept */
    size_t time;                   /* where the words of the <time> at hand begin */
    bool entries;                  /* the page has several under their times of day */
    size_t entry;                  /* where such a time ended last, which was a line's first */
    prose_rows rows;               /* of the table at hand */
    const GumboNode *row;          /* of which no cell was told, as those before were passed by */
    const GumboNode *const *parts; /* of the page, in its order, that are told elsewhere */
    size_t part_count;
} html_walk;

/* The day, month or year of <time datetime="1962-10-27T02:00">; absent for durations, times of day and such. */
annals_text html_day_of_time(const GumboNode *time);
/* Append the text in that part of the page. */
void html_put_tree(html_walk *w, const GumboNode *root);

#endif
