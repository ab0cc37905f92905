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
    bool alone = kind == BLOCK_PARAGRAPH || kind == BLOCK_LIST_ITEM || kind == BLOCK_HEADING;
    return alone && !holds_date_of_document(x, index);
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

/* Mentions and sources of its own, with room for so many tellings; of these it has the first. */
static bool make_room(annals_event *e, size_t tellings, arena *a) {
    LIST(size_t) mentions = {0};
    LIST(annals_source) sources = {0};
    if (!ARENA_RESERVE(a, &mentions, tellings * e->mention_count) ||
        !ARENA_RESERVE(a, &sources, tellings * e->source_count))
        return false;
    if (e->mention_count) memcpy(mentions.items, e->mentions, e->mention_count * sizeof *mentions.items);
    if (e->source_count) memcpy(sources.items, e->sources, e->source_count * sizeof *sources.items);
    e->mentions = mentions.items;
    e->sources = sources.items;
    return true;
}

/* One telling more, of so many mentions and sources as stand first among them. */
static void add_telling(annals_event *e, size_t mention_count, size_t source_count, const told_again *again) {
    size_t *mentions = (size_t *)e->mentions;
    annals_source *sources = (annals_source *)e->sources;
    for (size_t i = 0; i < mention_count; i++) mentions[e->mention_count++] = mentions[i] + again->mentions;
    for (size_t i = 0; i < source_count; i++) {
        annals_source s = sources[i];
        s.start += again->points;
        s.end += again->points;
        sources[e->source_count++] = s;
    }
}

/* What has no time is as many events as it is told: nobody knows that they are one. */
static bool add_untimed(annals_chronology *c, const told_again *again) {
    annals_event e = c->events.items[again->event];
    size_t mentions = e.mention_count, sources = e.source_count;
    if (!make_room(&e, 1, &c->arena) || !ARENA_ROOM(&c->arena, &c->events)) return false;
    e.mention_count = e.source_count = 0;
    add_telling(&e, mentions, sources, again);
    c->events.items[c->events.count++] = e;
    return true;
}

bool retell(retelling *r, const told_block *like, annals_chronology *c, clauses *k, size_t index) {
    const analysis *x = k->x;
    size_t first = x->first_raw.items[like->block - 1], here = x->first_raw.items[index];
    const annals_mention *m = &c->mentions.items[x->first_mention];
    for (size_t i = 0; i < like->event_count; i++) {
        told_again again = {like->first_event + i, here - first, m[here].start - m[first].start};
        bool timed = c->events.items[again.event].when->edtf.length;
        if (timed ? !ARENA_ROOM(r->arena, &r->again) : !add_untimed(c, &again)) return false;
        if (timed) r->again.items[r->again.count++] = again;
    }
    if (!like->names) return true;
    k->named = like->named_behind;
    k->named_in = index;
    return true;
}

bool retell_end(const retelling *r, annals_chronology *c, size_t first_event) {
    if (!r->again.count) return true;
    size_t count = c->events.count - first_event, *told = NULL; /* how often each event is told */
    annals_event *events = c->events.items + first_event;
    if (!(told = arena_alloc(r->arena, count * sizeof *told))) return false;
    for (size_t i = 0; i < r->again.count; i++) told[r->again.items[i].event - first_event]++;
    for (size_t i = 0; i < count; i++) {
        if (told[i] && !make_room(&events[i], 1 + told[i], &c->arena)) return false;
        told[i] = 1;
    }
    for (size_t i = 0; i < r->again.count; i++) {
        size_t at = r->again.items[i].event - first_event, before = told[at]++;
        annals_event *e = &events[at];
        add_telling(e, e->mention_count / before, e->source_count / before, &r->again.items[i]);
    }
    return true;
}
