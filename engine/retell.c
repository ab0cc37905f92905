#include "retell.h"

#include "text.h"

bool retell_begin(retelling *r, const analysis *x, arena *a) {
    size_t count = 0;
    *r = (retelling){0};
    for (size_t i = 0; i < x->blocks.count && !count; i++) count = x->blocks.items[i].twin;
    if (!count) return true;
    r->of = arena_alloc(a, x->blocks.count * sizeof *r->of);
    if (!r->of) return false;
    for (size_t i = count = 0; i < x->blocks.count; i++) {
        uint32_t twin = x->blocks.items[i].twin;
        if (twin && !r->of[twin - 1]) r->of[twin - 1] = (uint32_t)++count;
    }
    r->blocks = arena_alloc(a, count * sizeof *r->blocks);
    return r->blocks;
}

static bool holds_date_of_document(const analysis *x, size_t index) {
    return x->date_raw >= x->first_raw.items[index] && x->date_raw < x->first_raw.items[index + 1];
}

/* Other kinds of blocks are told with those around them. */
static bool may_retell(const analysis *x, size_t index) {
    block_kind kind = x->blocks.items[index].kind;
    return (kind == BLOCK_PARAGRAPH || kind == BLOCK_LIST_ITEM) && !holds_date_of_document(x, index);
}

/* Most equal times are shared. */
static bool same_time(const annals_mention *m, const annals_mention *n) {
    if (m->impossible != n->impossible) return false;
    bool shared = m->when == n->when && m->timex == n->timex;
    return shared || (m->timex->type == n->timex->type && text_equal(m->timex->value, n->timex->value) &&
                      whens_equal(m->when, n->when));
}

/* Did their mentions come to the same? */
static bool same_times(const annals_chronology *c, const analysis *x, size_t a, size_t b) {
    size_t first = x->first_raw.items[a], count = x->first_raw.items[a + 1] - first;
    const annals_mention *m = &c->mentions.items[x->first_mention + first];
    const annals_mention *n = &c->mentions.items[x->first_mention + x->first_raw.items[b]];
    for (size_t i = 0; i < count; i++)
        if (!same_time(&m[i], &n[i])) return false;
    return true;
}

const told_block *retell_find(const retelling *r, const annals_chronology *c, const clauses *k, size_t index) {
    const analysis *x = k->x;
    uint32_t twin = x->blocks.items[index].twin;
    const told_block *like = twin ? &r->blocks[r->of[twin - 1] - 1] : NULL;
    if (!like || !like->block || !may_retell(x, index)) return NULL;
    bool same = text_equal(like->named_before, named_before(k, index)) && same_times(c, x, like->block - 1, index);
    return same ? like : NULL;
}

void retell_keep(retelling *r, const annals_chronology *c, const clauses *k, size_t index, size_t first_event,
                 annals_text named) {
    uint32_t twin = k->x->blocks.items[index].twin, place = r->of ? r->of[twin ? twin - 1 : index] : 0;
    if (!place || !may_retell(k->x, index) || k->looked_up == index) return;
    r->blocks[place - 1] = (told_block){.block = (uint32_t)index + 1,
                                        .first_event = first_event,
                                        .event_count = c->events.count - first_event,
                                        .named_before = named,
                                        .named_behind = k->named,
                                        .names = k->named_in == index};
}

/* ---------------------------------------------------------------- telling again */

/* An event as it stands so many mentions and code points further on. */
static bool move_event(annals_event *e, size_t mentions, size_t points, arena *a) {
    size_t *moved = arena_copy(a, e->mentions, e->mention_count, sizeof *moved);
    annals_source *sources = arena_copy(a, e->sources, e->source_count, sizeof *sources);
    if (!moved || !sources) return false;
    for (size_t i = 0; i < e->mention_count; i++) moved[i] += mentions;
    for (size_t i = 0; i < e->source_count; i++) sources[i].start += points, sources[i].end += points;
    e->mentions = moved;
    e->sources = sources;
    return true;
}

bool retell(const told_block *like, annals_chronology *c, clauses *k, size_t index) {
    const analysis *x = k->x;
    size_t first = x->first_raw.items[like->block - 1], here = x->first_raw.items[index];
    const annals_mention *m = &c->mentions.items[x->first_mention];
    size_t points = here < x->raws.count ? m[here].start - m[first].start : 0;
    if (!ARENA_RESERVE(&c->arena, &c->events, like->event_count)) return false;
    for (size_t i = 0; i < like->event_count; i++) {
        annals_event e = c->events.items[like->first_event + i];
        if (!move_event(&e, here - first, points, &c->arena)) return false;
        c->events.items[c->events.count++] = e;
    }
    if (!like->names) return true;
    k->named = like->named_behind;
    k->named_in = index;
    return true;
}
