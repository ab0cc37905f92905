#include "recall.h"

#include <string.h>

enum { WAYS = 4 /* rows of one hash, the last remembered first */ };

/* Rows enough for what a text says again; a long one says much of that within its first megabytes. */
bool recall_begin(recall *r, size_t text_length, arena *a) {
    enum { BYTES = 128, FEWEST = 16, MOST = 1 << 14 };
    size_t rows = FEWEST;
    while (rows < MOST && rows * BYTES < text_length) rows *= 2;
    *r = (recall){.rows = arena_alloc(a, rows * sizeof *r->rows),
                  .exprs = arena_alloc(a, rows * sizeof *r->exprs),
                  .mask = rows - WAYS,
                  .expr_mask = rows - 1};
    return r->rows && r->exprs;
}

static island_shape shape_of(const token_list *tokens) {
    const token *first = tokens->items;
    island_shape shape = {.count = (uint8_t)tokens->count, .opens_log = first->opens_log};
    for (size_t i = 0; i < tokens->count; i++) {
        const token *t = &first[i];
        shape.tokens[i][0] = (uint8_t)(t->start - first->start);
        shape.tokens[i][1] = (uint8_t)(t->end - first->start);
        shape.rough_left |= (uint16_t)(t->rough_left << i);
        shape.rough_right |= (uint16_t)(t->rough_right << i);
    }
    return shape;
}

static size_t row_of(const recall *r, annals_text words) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = words.length;
    size_t at = 0;
    for (; at + 8 < words.length; at += 8) hash = (hash ^ bytes_key(words.data + at, 8)) * factor >> 1;
    hash = (hash ^ bytes_key(words.data + at, words.length - at)) * factor;
    return hash >> 32 & r->mask;
}

recall_key recall_key_of(const recall *r, annals_text text, const token_list *tokens) {
    size_t start = tokens->items[0].start, length = tokens->items[tokens->count - 1].end - start;
    bool fits = r->rows && tokens->count <= RECALL_TOKENS && length <= UINT8_MAX;
    annals_text words = {text.data + start, length};
    return fits ? (recall_key){start, length, row_of(r, words), shape_of(tokens)} : (recall_key){.length = 0};
}

/* Is the text around both places the same, as far as it was looked at? */
static bool same_around(const recollection *row, annals_text text, const recall_key *key) {
    size_t behind = text.length - key->start - key->length;
    if (key->start < row->before || behind < row->behind) return false;
    return !memcmp(text.data + row->start - row->before, text.data + key->start - row->before,
                   row->before + key->length + row->behind);
}

const recollection *recall_find(const recall *r, annals_text text, const recall_key *key) {
    if (!key->length) return NULL;
    const recollection *row = &r->rows[key->row];
    for (size_t i = 0; i < WAYS; i++, row++)
        if (!memcmp(&row->shape, &key->shape, sizeof key->shape) && same_around(row, text, key)) return row;
    return NULL;
}

void recall_keep(recall *r, const recall_key *key, const outlook *o, const raw_mention *made, size_t count) {
    bool within = o->before <= o->start && o->behind <= o->text.length - o->end;
    if (!key->length || !within || o->before > UINT8_MAX || o->behind > UINT8_MAX || count > RECALL_MENTIONS) return;
    recollection *row = &r->rows[key->row];
    memmove(row + 1, row, (WAYS - 1) * sizeof *row);
    *row = (recollection){.start = key->start,
                          .shape = key->shape,
                          .before = (uint8_t)o->before,
                          .behind = (uint8_t)o->behind,
                          .mention_count = (uint8_t)count};
    for (size_t i = 0; i < count; i++) {
        int16_t start = (int16_t)(made[i].start - key->start), end = (int16_t)(made[i].end - key->start);
        row->mentions[i] = (recalled_mention){made[i].expr, start, end, made[i].rule, (uint16_t)made[i].range};
    }
}

raw_mention recall_mention(const recalled_mention *m, size_t start) {
    return (raw_mention){start + (size_t)m->start, start + (size_t)m->end, m->rule, (annals_range_end)m->range,
                         m->expr};
}

const expr *recall_expr(recall *r, const expr *e, arena *a) {
    const expr *copy = NULL, **kept = r->exprs ? &r->exprs[expr_hash(e) & r->expr_mask] : &copy;
    if (!*kept || memcmp(*kept, e, sizeof *e) != 0) *kept = arena_copy(a, e, 1, sizeof *e);
    return *kept;
}
