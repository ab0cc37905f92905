/* repeat.h: the stretches of a text that stood further up in it.  Copies, quoted papers and running texts are long, and
 * what was found out of their lines need not be found out again. */
#ifndef ENGINE_REPEAT_H
#define ENGINE_REPEAT_H

#include "arena.h"

#include <stddef.h>

/* text[start, end) is text[start - by, end - by), and so are many lines behind it: whoever looks no more than
 * REPEAT_AHEAD bytes or REPEAT_LINES lines ahead of a place in it sees what was seen there.  It begins with a line. */
typedef struct repeat {
    size_t start, end, by;
} repeat;

typedef LIST(repeat) repeat_list;

enum { REPEAT_AHEAD = 4096, REPEAT_LINES = 64 };

/* In the order of the text; none lies over another.  Takes time by the length of the text.  False when memory runs out.
 */
bool find_repeats(annals_text text, arena *a, repeat_list *out);
/* The one that a place lies in, where places are asked for in their order and `*next`, 0 at first, is kept between;
 * null: there is none. */
const repeat *repeat_at(const repeat_list *repeats, size_t at, size_t *next);

#endif
