/* text.h: text broken into lines.  Layouts see only `text_measure`; Pango stands behind it in the library, and a plain
 * count of characters in tests. */
#ifndef RENDER_TEXT_H
#define RENDER_TEXT_H

#include "annals.h"
#include "pool.h"
#include "theme.h"

typedef struct text_line {
    size_t offset, length;      /* bytes of the block's text, with the blank that ends the line */
    double width;               /* millimetres */
    const struct set_line *set; /* what a measure keeps of it for drawing; or null */
} text_line;

/* A text set in one style, broken into lines. */
typedef struct text_block {
    annals_text text;
    text_style style;
    const text_line *lines;
    size_t count;
    annals_text plain; /* what `text` is without the hyphens of its lines; empty: the same */
    double width;      /* of the widest line */
    double room;       /* to grow to in another font, before it meets something; 0: none is known */
    bool runs_left;    /* it is read from right to left */
    bool flush_right;  /* its lines end below each other */
} text_block;

typedef struct text_measure {
    /* Break `text`, which must be clean, into lines of at most `width` mm.  False when memory runs out. */
    bool (*wrap)(void *context, memory_pool *pool, text_style style, annals_text text, double width, text_block *block);
    void *context;
} text_measure;

/* The same; a time that takes several lines is broken after the dash between its ends, if that takes no more. */
bool text_wrap(text_measure measure, memory_pool *pool, text_style style, annals_text text, double width,
               text_block *block);

/* The same; a few words that would be left over in the last line are shared out, where that takes no more lines and
 * breaks no word. */
bool text_wrap_even(text_measure measure, memory_pool *pool, text_style style, annals_text text, double width,
                    text_block *block);

/* The same, in so many lines at most: what has no room is left out, and an ellipsis tells so. */
bool text_wrap_cut(text_measure measure, memory_pool *pool, text_style style, annals_text text, double width,
                   size_t lines, text_block *block);

/* What a block says, without hyphens that its lines have. */
annals_text text_of_block(const text_block *block);
bool text_same(annals_text a, annals_text b);
/* An account says no more than the headline. */
bool text_repeats(annals_text account, annals_text headline);
/* FNV-1a, its halves folded together; another for another seed. */
uint32_t text_digest(uint32_t seed, annals_text text);
double text_block_height(const text_block *block);

/* The name of a file without its folders, which say nothing about what it holds. */
annals_text text_file_name(annals_text path);

/* `text` fit for printing: valid UTF-8, each run of white space one blank, no control characters.  The text is copied
 * into the pool; its data is null when memory runs out. */
annals_text text_clean(memory_pool *pool, annals_text text);

#endif
