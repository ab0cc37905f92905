#include "retell.h"

#include "text.h"

#include <string.h>

bool retell_begin(retelling *r, const analysis *x, arena *a) {
    size_t count = 0;
    *r = (retelling){.arena = a};
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

/* What has no time is as many events as it is told: nobody knows that they are one. */
static bool all_timed(const annals_chronology *c, size_t first_event) {
    for (size_t i = first_event; i < c->events.count; i++)
        if (!c->events.items[i].when->edtf.length) return false;
    return true;
}

void retell_keep(retelling *r, const annals_chronology *c, const clauses *k, size_t index, size_t first_event,
                 annals_text named) {
    uint32_t twin = k->x->blocks.items[index].twin, place = r->of ? r->of[twin ? twin - 1 : index] : 0;
    if (!place || !may_retell(k->x, index) || k->looked_up == index || !all_timed(c, first_event)) return;
    r->blocks[place - 1] = (told_block){.block = (uint32_t)index + 1,
                                        .first_event = first_event,
                                        .event_count = c->events.count - first_event,
                                        .named_before = named,
                                        .named_behind = k->named,
                                        .names = k->named_in == index};
}

/* ---------------------------------------------------------------- telling again */

bool retell(retelling *r, const told_block *like, const annals_chronology *c, clauses *k, size_t index) {
    const analysis *x = k->x;
    size_t first = x->first_raw.items[like->block - 1], here = x->first_raw.items[index];
    const annals_mention *m = &c->mentions.items[x->first_mention];
    if (like->event_count) {
        if (!ARENA_ROOM(r->arena, &r->again)) return false;
        r->again.items[r->again.count++] =
            (told_again){like->first_event, like->event_count, here - first, m[here].start - m[first].start};
    }
    if (!like->names) return true;
    k->named = like->named_behind;
    k->named_in = index;
    return true;
}

/* How often an event is told, and of how many mentions and sources each time. */
typedef struct repeated {
    size_t times, mentions, sources;
} repeated;

/* Room for all that tell it; what it has is its first telling. */
static bool make_room(annals_event *e, repeated *p, arena *a) {
    size_t *mentions = arena_alloc(a, p->times * e->mention_count * sizeof *mentions);
    annals_source *sources = arena_alloc(a, p->times * e->source_count * sizeof *sources);
    if (!mentions || !sources) return false;
    p->mentions = e->mention_count;
    p->sources = e->source_count;
    memcpy(mentions, e->mentions, p->mentions * sizeof *mentions);
    memcpy(sources, e->sources, p->sources * sizeof *sources);
    e->mentions = mentions;
    e->sources = sources;
    return true;
}

static void tell_again(annals_event *e, const repeated *p, const told_again *again) {
    size_t *mentions = (size_t *)e->mentions;
    annals_source *sources = (annals_source *)e->sources;
    for (size_t i = 0; i < p->mentions; i++) mentions[e->mention_count++] = mentions[i] + again->mentions;
    for (size_t i = 0; i < p->sources; i++) {
        annals_source s = sources[i];
        s.start += again->points;
        s.end += again->points;
        sources[e->source_count++] = s;
    }
}

bool retell_end(const retelling *r, annals_chronology *c, size_t first_event) {
    annals_event *events = c->events.items + first_event;
    size_t count = c->events.count - first_event;
    repeated *of = r->again.count ? arena_alloc(r->arena, count * sizeof *of) : NULL;
    if (!of) return !r->again.count;
    for (size_t i = 0; i < r->again.count; i++) {
        const told_again *again = &r->again.items[i];
        for (size_t j = 0; j < again->event_count; j++) of[again->first_event - first_event + j].times++;
    }
    for (size_t i = 0; i < count; i++)
        if (of[i].times++ && !make_room(&events[i], &of[i], &c->arena)) return false;
    for (size_t i = 0; i < r->again.count; i++) {
        const told_again *again = &r->again.items[i];
        size_t at = again->first_event - first_event;
        for (size_t j = 0; j < again->event_count; j++) tell_again(&events[at + j], &of[at + j], again);
    }
    return true;
}
