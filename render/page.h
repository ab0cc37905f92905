/* page.h: a chronology as a page for the screen, in one file. */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "buffer.h"
#include "layout_pages.h"
#include "words.h"

typedef struct screen_page {
    const annals_chronology *chronology;
    const wording *say;
    const pages *pages;                  /* one page that holds all entries */
    const theme *look, *dark;            /* dark: for readers who prefer it; or null */
    annals_text title, description, svg; /* svg: the views of the figure */
} screen_page;

/* Begin a picture in the page's figure, so many times as wide as its frame. */
void put_view(buffer *b, double wide, bool hidden);
void put_page(buffer *b, const screen_page *page);

/* The style sheet and the program of the page. */
const char *page_style(void);
const char *page_script(void);

#endif
