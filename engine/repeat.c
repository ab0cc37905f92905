#include "repeat.h"

#include "document.h"
#include "text.h"

#include <string.h>

enum {
    SHORTEST = 64,        /* bytes of a line that is looked up: shorter ones come again everywhere */
    LEAST = 1024,         /* bytes of a repeat that is worth it */
    FEWEST_ROWS = 1 << 6, /* of the table of lines, */
    MOST_ROWS = 1 << 14,  /* ... of which the one met last of a hash is known */
    BYTES_A_ROW = 256
};

/* Where the lines met last begin, each and one, in the row that its hash gives; 0: the row is free. */
typedef struct line_table {
    size_t *rows, mask;
} line_table;

/* How many bytes from `at` on are those from `before` on. */
static size_t common_length(annals_text text, size_t before, size_t at) {
    enum { PIECE = 256 };
    size_t first = at;
    while (text.length - at >= PIECE && !memcmp(text.data + before, text.data + at, PIECE))
        before += PIECE, at += PIECE;
    while (at < text.length && text.data[before] == text.data[at]) before++, at++;
    return at - first;
}

/* A line so far before `end` that nobody who looks ahead from it sees that; or `start`. */
static size_t short_of(annals_text text, size_t start, size_t end) {
    size_t lines = 0;
    if (end - start <= REPEAT_AHEAD) return start;
    for (end -= REPEAT_AHEAD; end > start; end--)
        if (text.data[end - 1] == '\n' && ++lines > REPEAT_LINES) break;
    return end;
}

/* The line met last that may be the one at `at`, and one; 0: none. */
static size_t look_up(const line_table *t, annals_text line, size_t at) {
    size_t *row = &t->rows[text_sample(line) & t->mask], before = *row;
    *row = at + 1;
    return before;
}

bool find_repeats(annals_text text, arena *a, repeat_list *out) {
    arena scratch = {0};
    size_t rows = FEWEST_ROWS, next;
    while (rows < MOST_ROWS && rows < text.length / BYTES_A_ROW) rows *= 2;
    if (text.length < 2 * LEAST) return true;
    line_table t = {arena_alloc(&scratch, rows * sizeof *t.rows), rows - 1};
    bool ok = t.rows;
    for (size_t at = 0, same = 0; ok && at < text.length; at = next) {
        annals_text line = line_at(text, at, &next);
        size_t before = line.length < SHORTEST ? 0 : look_up(&t, line, at);
        if (!before-- || at < same) continue; /* what was compared is not compared again */
        same = at + common_length(text, before, at);
        size_t end = short_of(text, at, same);
        if (end - at < LEAST) continue;
        ok = ARENA_ROOM(a, out);
        if (ok) out->items[out->count++] = (repeat){at, end, at - before};
        next = end;
    }
    arena_free(&scratch);
    return ok;
}

const repeat *repeat_at(const repeat_list *repeats, size_t at, size_t *next) {
    while (*next < repeats->count && repeats->items[*next].end <= at) ++*next;
    const repeat *found = *next < repeats->count ? &repeats->items[*next] : NULL;
    return found && found->start <= at ? found : NULL;
}
