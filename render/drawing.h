/* drawing.h: what every drawing needs: the options, checked, and the events in order. */
#ifndef RENDER_DRAWING_H
#define RENDER_DRAWING_H

#include "layout_pages.h"
#include "text_setter.h"
#include "words.h"

#include <locale.h>

typedef struct drawing {
    memory_pool pool;
    const annals_chronology *chronology;
    annals_render_options options;
    theme theme;
    figure_kind kind;
    scale_kind scale;
    colouring colours;
    page_setting page;
    bool on_paper;     /* pages, not a picture */
    double wider;      /* than was asked; no higher */
    bool on_screen;    /* its height is that of a screen, as none was asked */
    bool poster;       /* one large sheet, on which text may be as large as it likes */
    bool untitled;     /* a figure without its title */
    bool figure_page;  /* a PDF of the figure alone */
    const theme *dark; /* of the theme, or null */
    double zoom;       /* by which what is laid out is drawn larger */
    text_setter *setter;
    event_order order;
    wording words;
    annals_text title;
    locale_t plain, before; /* cairo writes numbers as the locale says: for this thread, the locale is "C" */
} drawing;

/* Check the options and order the events; what is opened must be closed. */
annals_status drawing_open(drawing *d, const annals_chronology *chronology, const annals_render_options *options,
                           bool on_paper, annals_error *error);
void drawing_close(drawing *d);

#endif
