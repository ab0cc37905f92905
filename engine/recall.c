#include "recall.h"

#include <string.h>

enum { WAYS = 4 /* rows of one hash, the last remembered first */ };

/* Rows enough for what a text says again; a long one says much of that within its first megabytes. */
bool recall_begin(recall *r, size_t text_length, arena *a) {
    enum { BYTES = 128, FEWEST = 16, MOST = 1 << 14, LINE = WAYS * sizeof(recollection) };
    size_t rows = FEWEST;
    while (rows < MOST && rows * BYTES < text_length) rows *= 2;
    char *lines = arena_alloc(a, rows * sizeof *r->rows + LINE);
    if (!lines) return false;
    *r = (recall){.rows = (recollection *)(void *)(lines + (LINE - (uintptr_t)lines % LINE)),
                  .mentions = arena_alloc(a, rows * sizeof *r->mentions),
                  .exprs = arena_alloc(a, rows * sizeof *r->exprs),
                  .mask = rows - WAYS,
                  .expr_mask = rows - 1};
    return r->mentions && r->exprs;
}

static size_t row_of(const recall *r, annals_text words) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = words.length;
    size_t at = 0;
    for (; at + 8 < words.length; at += 8) {
        hash = (hash ^ bytes_key(words.data + at, 8)) * factor;
        hash ^= hash >> 32;
    }
    hash = (hash ^ bytes_key(words.data + at, words.length - at)) * factor;
    return hash >> 32 & r->mask;
}

recall_key recall_key_of(const recall *r, const scanner *s, unsigned opens) {
    const word_run *run = &s->run;
    size_t length = run->end - run->start;
    if (!r->rows || !run->whole || length > LONGEST_RUN) return (recall_key){.start = run->start};
    uint8_t flags = (uint8_t)((run->rough_left ? 1 : 0) | opens << 1);
    run_shape shape = {(uint8_t)length, (uint8_t)(run->core - run->start), run->left, flags};
    return (recall_key){run->start, row_of(r, (annals_text){s->text.data + run->start, length}), shape};
}

/* Is the text around both places the same, as far as it was looked at? */
static bool same_around(const recollection *row, annals_text text, const recall_key *key) {
    size_t behind = text.length - key->start - key->shape.length;
    if (key->start < row->before || behind < row->behind) return false;
    return !memcmp(text.data + row->start - row->before, text.data + key->start - row->before,
                   (size_t)row->before + key->shape.length + row->behind);
}

const recollection *recall_find(const recall *r, annals_text text, const recall_key *key) {
    if (!key->shape.length) return NULL;
    const recollection *row = &r->rows[key->row];
    for (size_t i = 0; i < WAYS; i++, row++)
        if (!memcmp(&row->shape, &key->shape, sizeof key->shape) && same_around(row, text, key)) return row;
    return NULL;
}

/* Of the bytes that were looked at on one side of an island, those that are not of its run. */
static size_t beyond_run(size_t looked_at, size_t of_run) {
    return looked_at > of_run ? looked_at - of_run : 0;
}

/* Behind a blank the scanner looks no further. */
static size_t scanned_behind(const scanner *s) {
    size_t left = s->run.left;
    return left && s->text.data[s->run.end] == ' ' ? 1 : left;
}

void recall_keep(recall *r, const recall_key *key, const scanner *s, const outlook *o, const raw_mention *made,
                 size_t count) {
    const word_run *run = &s->run;
    bool within = o->before <= o->start && o->behind <= o->text.length - o->end && o->end <= run->end;
    if (!key->shape.length || !within || count > RECALL_MENTIONS) return;
    size_t before = beyond_run(o->before, o->start - run->start), behind = beyond_run(o->behind, run->end - o->end);
    if (behind < scanned_behind(s)) behind = scanned_behind(s);
    if (before > UINT8_MAX || behind > UINT8_MAX) return;
    recollection *row = &r->rows[key->row];
    recalled_mention(*mentions)[RECALL_MENTIONS] = &r->mentions[key->row];
    memmove(row + 1, row, (WAYS - 1) * sizeof *row);
    memmove(mentions + 1, mentions, (WAYS - 1) * sizeof *mentions);
    *row = (recollection){.start = key->start,
                          .shape = key->shape,
                          .before = (uint8_t)before,
                          .behind = (uint8_t)behind,
                          .read = (uint8_t)((s->at < run->end ? s->at : run->end) - run->start),
                          .mention_count = (uint8_t)count};
    for (size_t i = 0; i < count; i++) {
        int16_t start = (int16_t)(made[i].start - key->start), end = (int16_t)(made[i].end - key->start);
        (*mentions)[i] = (recalled_mention){made[i].expr, start, end, made[i].rule, (uint16_t)made[i].range};
    }
}

raw_mention recall_mention(const recall *r, const recollection *like, size_t index, size_t start) {
    const recalled_mention *m = &r->mentions[like - r->rows][index];
    return (raw_mention){start + (size_t)m->start, start + (size_t)m->end, m->expr, m->rule,
                         .range = (annals_range_end)m->range};
}

const expr *recall_expr(recall *r, const expr *e, arena *a) {
    const expr *copy = NULL, **kept = r->exprs ? &r->exprs[expr_hash(e) & r->expr_mask] : &copy;
    if (!*kept || memcmp(*kept, e, sizeof *e) != 0) *kept = arena_copy(a, e, 1, sizeof *e);
    return *kept;
}
