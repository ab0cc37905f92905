#include "twins.h"

#include "repeat.h"
#include "text.h"

#include <string.h>

enum {
    SHORTEST = 16, /* bytes of a block that is worth it */
    WAYS = 4       /* rows that a block may stand in; of more that share them the last read is known */
};

bool twins_begin(twins *t, const analysis *x, arena *a) {
    enum { FEWEST = 16, MOST = 1 << 15 };
    size_t rows = FEWEST;
    while (rows < MOST && rows < 2 * x->blocks.count) rows *= 2;
    *t = (twins){.read = arena_alloc(a, (x->blocks.count + 1) * sizeof *t->read),
                 .rows = arena_alloc(a, rows * sizeof *t->rows),
                 .mask = rows - 1};
    return t->read && t->rows;
}

static annals_text words_of(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    return text_slice(x->text, b->start, b->end);
}

static bool same_kind(const block *a, const block *b) {
    return a->kind == b->kind && a->end - a->start == b->end - b->start && a->body - a->start == b->body - b->start &&
           a->log == b->log && a->dated == b->dated && a->header == b->header;
}

/* Are so many bytes from before the one on as those from before the other? */
static bool same_from(const analysis *x, const twin_row *row, const block *a, const block *b, size_t count) {
    return !memcmp(x->text.data + a->start - row->before, x->text.data + b->start - row->before, count);
}

static bool same_around(const analysis *x, const twin_row *row, const block *a, const block *b) {
    if (b->start < row->before || x->text.length - b->end < row->behind) return false;
    return same_from(x, row, a, b, row->before + (b->end - b->start) + row->behind);
}

/* The block that this one is a copy of: its words and what stands behind them are known to be the same. */
static const twin_row *twin_of_copy(const twins *t, const analysis *x, const block *b) {
    const twin_row *row = b->copied && b->twin ? &t->read[b->twin - 1] : NULL;
    if (!row || !row->block || row->behind > REPEAT_AHEAD || b->start < row->before) return NULL;
    const block *a = &x->blocks.items[row->block - 1];
    return same_kind(a, b) && same_from(x, row, a, b, row->before) ? row : NULL;
}

const twin_row *twins_find(const twins *t, const analysis *x, size_t index) {
    annals_text words = words_of(x, index);
    if (!t->rows || words.length < SHORTEST) return NULL;
    const block *b = &x->blocks.items[index];
    const twin_row *copied = twin_of_copy(t, x, b);
    if (copied) return copied;
    size_t first = text_sample(words) & t->mask;
    for (size_t way = 0; way < WAYS && t->rows[first ^ way]; way++) {
        const twin_row *row = &t->read[t->rows[first ^ way] - 1];
        const block *a = &x->blocks.items[row->block - 1];
        if (same_kind(a, b) && same_around(x, row, a, b)) return row;
    }
    return NULL;
}

/* The blanks before a block, and what stands before them, up to which scanners look. */
static size_t indent(const analysis *x, const block *b) {
    size_t n = 0;
    while (n < b->start && x->text.data[b->start - n - 1] == ' ') n++;
    return n + 1;
}

void twins_keep(twins *t, const analysis *x, size_t index, size_t first_sentence, size_t from, size_t to) {
    const block *b = &x->blocks.items[index];
    annals_text words = words_of(x, index);
    if (!t->rows || words.length < SHORTEST || index >= UINT32_MAX) return;
    size_t before = from < b->start ? b->start - from : 0, behind = to > b->end ? to - b->end : 1;
    if (before < indent(x, b)) before = indent(x, b);
    if (before > b->start || behind > x->text.length - b->end || before > UINT16_MAX || behind > UINT16_MAX) return;
    size_t first = text_sample(words) & t->mask, way = 0;
    while (way + 1 < WAYS && t->rows[first ^ way]) way++;
    t->rows[first ^ way] = (uint32_t)index + 1;
    t->read[index] = (twin_row){(uint32_t)index + 1, (uint16_t)before, (uint16_t)behind, first_sentence};
}

/* ---------------------------------------------------------------- what they say */

/* Where its expression names a place in the text, the words there are the same as here. */
static void copy_mention(const raw_mention *like, size_t by, size_t sentence_index, analysis *x) {
    x->raws.items[x->raws.count++] = (raw_mention){
        .start = like->start + by, .end = like->end + by, .expr = like->expr, .rule = like->rule, .range = like->range};
    x->sentence_of.items[x->sentence_of.count++] = sentence_index;
}

bool twins_copy(const twin_row *like, analysis *x, size_t index, arena *a) {
    size_t twin = like->block - 1, from = like->first_sentence, first = x->sentences.count;
    size_t by = x->blocks.items[index].start - x->blocks.items[twin].start;
    size_t raw = x->first_raw.items[twin], last = x->first_raw.items[twin + 1];
    for (size_t i = from; i < first && x->sentences.items[i].block == twin; i++) {
        if (!ARENA_ROOM(a, &x->sentences)) return false;
        sentence s = x->sentences.items[i];
        x->sentences.items[x->sentences.count++] =
            (sentence){.start = s.start + by, .end = s.end + by, .block = index & SIZE_MAX >> 1, s.foretells};
    }
    if (!ARENA_RESERVE(a, &x->raws, last - raw) || !ARENA_RESERVE(a, &x->sentence_of, last - raw)) return false;
    for (; raw < last; raw++) copy_mention(&x->raws.items[raw], by, first + x->sentence_of.items[raw] - from, x);
    x->blocks.items[index].field = x->blocks.items[twin].field;
    x->blocks.items[index].twin = like->block;
    return true;
}

/* The raw mention of the first twin that answers to this one. */
static size_t first_like(const analysis *x, size_t raw) {
    size_t in = block_of_raw(x, raw);
    uint32_t twin = x->blocks.items[in].twin;
    return twin ? x->first_raw.items[twin - 1] + raw - x->first_raw.items[in] : raw;
}

void twins_link(analysis *x) {
    if (x->raws.count > UINT32_MAX - 1) return;
    for (size_t i = 0; i < x->raws.count; i++) x->raws.items[i].like = (uint32_t)(first_like(x, i) + 1);
}

void twins_tell(const analysis *x, size_t raw, raw_trait trait, int answer) {
    uint64_t *answers = &x->raws.items[first_like(x, raw)].answers;
    unsigned at = ANSWER_BITS * (unsigned)trait;
    *answers = (*answers & ~((uint64_t)ANSWER << at)) | (uint64_t)(1 + answer) << at;
}

int twins_ask_first(const analysis *x, size_t raw, raw_trait trait, raw_question *question) {
    raw = first_like(x, raw);
    int answer = twins_answer(x, raw, trait);
    if (answer || !question) return answer ? answer - 1 : 0;
    answer = question(x, raw);
    twins_tell(x, raw, trait, answer);
    return answer;
}
