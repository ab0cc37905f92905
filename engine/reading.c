#include "reading.h"

#include "when.h"

#include <string.h>

enum {
    MOST_ROWS = 1 << 15,
    WAYS = 4,            /* rows of one hash, the last made first */
    MOST_KEPT = 1 << 13, /* then the oldest makes room: what a text says again it says soon */
};

/* Small, for they are looked up in no order, and what is not in the processor's caches is slow to come. */
typedef struct reading_row {
    uint32_t hash; /* of the key */
    uint32_t kept; /* where it was kept, if no other has its place by now, and one; 0: the row is free */
} reading_row;

/* ---------------------------------------------------------------- one expression */

static bool read_length(arena *a, const expr *e, reading *r) {
    annals_text length = when_duration(a, e);
    r->when = (annals_when){.granularity = granularity_of_unit(e->unit), .duration = length};
    r->when.uncertain = e->least != 0;
    r->timex = (annals_timex){ANNALS_TIMEX_DURATION, length, when_quantity(e->quantity)};
    return length.data;
}

static bool read_set(arena *a, const expr *e, reading *r) {
    annals_text set = when_set(a, e);
    bool apart = e->weekday != UNSET && e->count > 1 && !e->rate; /* "every second Tuesday" */
    r->when = (annals_when){.granularity = granularity_of_unit(e->unit), .set = set};
    if (apart) r->when.duration = when_duration(a, e);
    if (e->nth && e->month == UNSET) r->when.set = when_nth(a, e);
    r->timex = (annals_timex){.type = ANNALS_TIMEX_SET, .value = set};
    return set.data && r->when.set.data && (!apart || r->when.duration.data);
}

static bool read_expr(arena *a, const expr *e, reading *r) {
    switch (e->kind) {
    case EXPR_DURATION:
        return read_length(a, e, r);
    case EXPR_SET:
        return read_set(a, e, r);
    case EXPR_REF:
        r->timex.value = annals_text_of(e->direction < 0 ? "PAST_REF" : e->direction ? "FUTURE_REF" : "PRESENT_REF");
        return true;
    default:
        return when_point(a, e, &r->when, &r->timex);
    }
}

/* ---------------------------------------------------------------- the table */

bool readings_begin(reading_table *t, size_t mentions) {
    size_t rows = WAYS;
    while (rows < mentions && rows < MOST_ROWS) rows *= 2;
    t->rows = arena_alloc(&t->scratch, rows * sizeof *t->rows);
    t->mask = rows - WAYS;
    return t->rows;
}

void readings_end(reading_table *t) {
    arena_free(&t->scratch);
}

/* All that is said, and not where: most say no more, and are not copied. */
static const expr *key_of(const expr *e, expr *copy) {
    if (!e->of && !e->from && !e->to && !e->event && !e->first_end && !e->second_start) return e;
    *copy = *e;
    copy->of = copy->from = copy->to = NULL;
    copy->event = NULL;
    copy->first_end = copy->second_start = 0;
    return copy;
}

static const reading *reading_anew(arena *a, const expr *e) {
    reading *made = arena_alloc(a, sizeof *made);
    return made && read_expr(a, e, made) ? made : NULL;
}

const reading *reading_of(reading_table *t, arena *a, const expr *e) {
    if (e->kind == EXPR_DURATION && e->of && !e->base)
        return reading_anew(a, e); /* "a year and three months" is no year */
    expr copy;
    const expr *key = key_of(e, &copy);
    const uint32_t hash = (uint32_t)expr_hash(key);
    reading_row *rows = &t->rows[hash & t->mask];
    for (reading_row *row = rows; row < rows + WAYS && row->kept; row++) {
        const kept_reading *found = &t->kept.items[row->kept - 1];
        if (row->hash == hash && !memcmp(&found->key, key, sizeof *key)) return found->reading;
    }
    const kept_reading kept = {*key, reading_anew(a, e)};
    if (!kept.reading || (t->kept.count < MOST_KEPT && !ARENA_ROOM(&t->scratch, &t->kept))) return NULL;
    const size_t place = t->made++ % MOST_KEPT;
    if (place == t->kept.count) t->kept.count++;
    t->kept.items[place] = kept;
    memmove(rows + 1, rows, (WAYS - 1) * sizeof *rows);
    *rows = (reading_row){hash, (uint32_t)place + 1};
    return kept.reading;
}
