#include "periods.h"

#include "chronology.h"
#include "edtf.h"
#include "grammar.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

enum { MOST_WORDS = 32 /* of a name, so that every place of a text costs no more than these */ };

/* ---------------------------------------------------------------- words */

typedef struct word {
    annals_text text;
    uint32_t first; /* of a name's first word the sign that it begins with, and `text` is what follows; else 0 */
    bool apart;     /* white space stands before it */
    size_t end;
} word;

static bool word_sign(uint32_t c) {
    return is_letter(c) || is_digit(c);
}

/* The next word or sign at or after `at`: letters and digits together, any other sign by itself. */
static bool next_word(annals_text text, size_t at, size_t end, word *out) {
    size_t next = at, start = at;
    uint32_t c = 0;
    while (at < end && is_space(c = text_decode(text, at, &next))) at = next;
    if (at >= end) return false;
    out->apart = at > start;
    start = at;
    out->first = 0;
    for (at = next; word_sign(c) && at < end; at = next)
        if (!word_sign(text_decode(text, at, &next))) break;
    out->text = text_slice(text, start, at);
    out->end = at;
    return true;
}

/* ---------------------------------------------------------------- the tree of names */

static size_t slot_of(const period_set *set, uint32_t from, const word *w) {
    uint64_t seed = TEXT_HASH_SEED ^ (from + ((uint64_t)w->first << 32)) * UINT64_C(0x9E3779B97F4A7C15);
    size_t i = text_hash(seed, w->text) & set->edge_mask;
    for (const period_edge *e = &set->edges[i]; e->to; e = &set->edges[i]) {
        if (e->from == from && e->first == w->first && text_equal(e->word, w->text)) break;
        i = (i + 1) & set->edge_mask;
    }
    return i;
}

/* Words that differ in the white space before them are different edges: "U-2" is not "U - 2". */
static uint32_t key_of(uint32_t from, const word *w) {
    return 2 * from + (!w->first && w->apart);
}

static const period_edge *edge_of(const period_set *set, uint32_t from, const word *w) {
    const period_edge *e = &set->edges[slot_of(set, key_of(from, w), w)];
    return e->to ? e : NULL;
}

static uint32_t add_edge(period_set *set, uint32_t from, const word *w) {
    uint32_t key = key_of(from, w);
    period_edge *e = &set->edges[slot_of(set, key, w)];
    if (!e->to) *e = (period_edge){key, ++set->nodes, w->first, w->text};
    return e->to;
}

/* The word as the first of a name, whose first sign may be another than the text's. */
static word as_first(word w) {
    size_t next;
    w.first = text_decode(w.text, 0, &next);
    w.text = text_slice(w.text, next, w.text.length);
    return w;
}

static annals_status wrong(const period *p, annals_error *error, const char *what) {
    int length = (int)(p->name.length < 60 ? p->name.length : 60);
    bool first = error && error->status == ANNALS_OK;
    annals_status status =
        annals_fail(error, ANNALS_ARGUMENT, "'%.*s' %s", length, p->name.data ? p->name.data : "", what);
    if (!first) return status;
    snprintf(error->file, sizeof error->file, "%.*s", (int)p->file.length, p->file.data ? p->file.data : "");
    error->line = p->line;
    return status;
}

static annals_status add_name(period_set *set, size_t index, annals_error *error) {
    const period *p = &set->periods[index];
    uint32_t node = 0;
    size_t count = 0;
    word w;
    for (size_t at = 0; next_word(p->name, at, p->name.length, &w); at = w.end) {
        if (++count > MOST_WORDS) return wrong(p, error, "has too many words; give a shorter name");
        word named = count == 1 ? as_first(w) : w;
        if (count == 1 && w.end < p->name.length)
            named.first = fold_case(named.first); /* "The Crisis" is "the Crisis" */
        node = add_edge(set, node, &named);
    }
    if (!count) return wrong(p, error, "is no name; write the name, a tab, and the time in EDTF");
    if (set->ends[node]) return wrong(p, error, "is given twice; keep one of the lines");
    set->ends[node] = (uint32_t)index + 1;
    return ANNALS_OK;
}

static annals_status read_time(arena *a, annals_text edtf, period *p, annals_error *error) {
    annals_edtf value;
    annals_error inner = {0};
    if (!edtf_read(a, text_trim(edtf), &value, &inner)) {
        if (inner.status == ANNALS_MEMORY) return no_memory(error);
        char what[280];
        snprintf(what, sizeof what, "has no time: %.200s", inner.message);
        return wrong(p, error, what);
    }
    return edtf_when(a, &value, &p->when) ? ANNALS_OK : no_memory(error);
}

static annals_status take_period(arena *a, const annals_period *from, period *to, annals_error *error) {
    to->name = arena_text(a, text_trim(from->name));
    to->file = arena_text(a, from->file);
    to->line = from->line;
    if ((from->name.data && !to->name.data) || (from->file.data && !to->file.data)) return no_memory(error);
    return read_time(a, from->edtf, to, error);
}

/* Room for as many nodes as the names have bytes would be too much; for as many as they have words it is enough. */
static bool make_room(arena *a, period_set *set) {
    size_t words = 0, slots = 16;
    word w;
    for (size_t i = 0; i < set->count; i++)
        for (size_t at = 0; next_word(set->periods[i].name, at, set->periods[i].name.length, &w); at = w.end) words++;
    while (slots < 2 * words) slots *= 2;
    set->edges = arena_alloc(a, slots * sizeof *set->edges);
    set->ends = arena_alloc(a, (words + 1) * sizeof *set->ends);
    set->edge_mask = slots - 1;
    return set->edges && set->ends;
}

annals_status periods_compile(arena *a, const annals_period *list, size_t count, period_set *out, annals_error *error) {
    *out = (period_set){.count = count};
    if (!count) return ANNALS_OK;
    out->periods = arena_alloc(a, count * sizeof *out->periods);
    if (!out->periods) return no_memory(error);
    annals_status status = ANNALS_OK;
    for (size_t i = 0; i < count && status == ANNALS_OK; i++) {
        status = take_period(a, &list[i], &out->periods[i], error);
        out->periods[i].expr = (expr){.kind = EXPR_PERIOD, .count = (int32_t)i};
    }
    if (status == ANNALS_OK && !make_room(a, out)) return no_memory(error);
    for (size_t i = 0; i < count && status == ANNALS_OK; i++) status = add_name(out, i, error);
    return status;
}

/* ---------------------------------------------------------------- finding them */

/* The longest name whose first word is this one; null where there is none. */
static const period *name_from(const period_set *set, annals_text text, size_t end, word w, size_t *name_end) {
    const period *found = NULL;
    uint32_t node = 0;
    for (;;) {
        const period_edge *e = edge_of(set, node, &w);
        if (!e) return found;
        node = e->to;
        if (set->ends[node]) {
            found = &set->periods[set->ends[node] - 1];
            *name_end = w.end;
        }
        if (!next_word(text, w.end, end, &w)) return found;
    }
}

/* "The bad winter" opens a sentence where the name is "the bad winter". */
static const period *name_at(const period_set *set, annals_text text, size_t end, const word *first, size_t *name_end) {
    word w = as_first(*first);
    const period *found = name_from(set, text, end, w, name_end);
    if (found || !is_upper(w.first)) return found;
    w.first = fold_case(w.first);
    return name_from(set, text, end, w, name_end);
}

/* Is the name part of a longer expression, or does it lie across the end of a range? */
static bool within_other(const raw_mention *m, size_t start, size_t end) {
    bool longer = m->start <= start && m->end >= end && m->end - m->start > end - start;
    return longer || (m->range != ANNALS_RANGE_NONE && m->start < end && m->end > start);
}

/* The mentions of one part of the text with the names among them, in order. */
typedef struct merged {
    arena *arena;
    raw_mention_list *out;
    const raw_mention *old;
    size_t old_count, taken;
} merged;

static bool keep_one(merged *m, raw_mention mention) {
    if (!ARENA_ROOM(m->arena, m->out)) return false;
    m->out->items[m->out->count++] = mention;
    return true;
}

static bool keep_until(merged *m, size_t start) {
    for (; m->taken < m->old_count && m->old[m->taken].end <= start; m->taken++)
        if (!keep_one(m, m->old[m->taken])) return false;
    return true;
}

/* Keep a name unless something longer holds it; the dates that lie in it go. */
static bool keep_name(merged *m, const period *p, size_t start, size_t end) {
    if (!keep_until(m, start)) return false;
    for (size_t i = m->taken; i < m->old_count && m->old[i].start < end; i++)
        if (within_other(&m->old[i], start, end)) return true;
    while (m->taken < m->old_count && m->old[m->taken].start < end) m->taken++;
    return keep_one(m, (raw_mention){.start = start, .end = end, .expr = &p->expr, .rule = NO_RULE});
}

bool periods_find(const period_set *set, annals_text text, size_t start, size_t end, size_t first, arena *a,
                  raw_mention_list *mentions) {
    if (!set->count) return true;
    merged m = {.arena = a, .out = mentions, .old_count = mentions->count - first};
    m.old = arena_copy(a, mentions->items + first, m.old_count, sizeof *m.old);
    if (m.old_count && !m.old) return false;
    mentions->count = first;
    word w;
    for (size_t at = start, name_end = 0; next_word(text, at, end, &w); at = w.end) {
        size_t begin = (size_t)(w.text.data - text.data);
        const period *p = name_at(set, text, end, &w, &name_end);
        if (!p) continue;
        set->periods[p - set->periods].used = true;
        if (!keep_name(&m, p, begin, name_end)) return false;
        w.end = name_end;
    }
    return keep_until(&m, SIZE_MAX);
}
