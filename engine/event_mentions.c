/* event_mentions.c: the time of an event: of one mention, of the two of a range, or of more that are joined to it. */
#include "teller.h"

#include "bounds.h"
#include "text.h"
#include "when.h"

#include <string.h>

bool take_mention(teller *t, size_t raw) {
    const raw_mention *r = &t->x->raws.items[raw];
    const annals_mention *m = &t->c->mentions.items[t->x->first_mention + raw];
    t->said = *m;
    t->said_count = 1 + (r->range == ANNALS_RANGE_BEGIN);
    if (r->range != ANNALS_RANGE_BEGIN) {
        const annals_when *day = t->said.when;
        bool taken = take_series(t, raw);
        t->said_count += day != t->said.when && series_behind(t->x, raw);
        return taken;
    }
    t->said_count += series_behind(t->x, raw + 1);
    t->said.exact = text_slice(t->x->text, r->start, r[1].end);
    if (m->impossible) return true;
    annals_when *joined = arena_alloc(&t->c->arena, sizeof *joined);
    t->said.when = joined;
    return joined && when_range(&t->c->arena, m->when, m[1].when, joined);
}

static annals_status append_mention(teller *t, annals_event *e, size_t mention) {
    size_t n = e->mention_count, *all = (size_t *)e->mentions;
    /* The array grows when its count is a power of two: it holds as many. */
    if ((n & (n - 1)) == 0) {
        all = arena_alloc(&t->c->arena, 2 * n * sizeof *all);
        if (!all) return no_memory(t->error);
        memcpy(all, e->mentions, n * sizeof *all);
    }
    all[n] = mention;
    e->mentions = all;
    e->mention_count = n + 1;
    return ANNALS_OK;
}

/* "in 1759 or 1760" */
static bool join_alternative(arena *a, annals_event *e, const annals_when *when) {
    annals_when *either = arena_alloc(a, sizeof *either);
    if (!either || !when_either(a, e->when, when, either)) return false;
    e->when = either;
    return true;
}

static bool join_times(arena *a, annals_event *e, const annals_when *when, joint how) {
    if (how == JOINT_EITHER) return join_alternative(a, e, when);
    if (how == JOINT_SECOND) e->when = when;
    if (how != JOINT_RANGE) return true;
    bool since = when->end.latest.state == ANNALS_BOUND_OPEN;
    annals_when end = since ? *e->when : *when, begin = since ? *when : *e->when,
                *joined = arena_alloc(a, sizeof *joined);
    if (text_starts(end.edtf, "../")) end.edtf = text_slice(end.edtf, strlen("../"), end.edtf.length);
    if (text_ends(begin.edtf, "/..")) begin.edtf = text_slice(begin.edtf, 0, begin.edtf.length - strlen("/.."));
    if (!joined || !when_range(a, &begin, &end, joined)) return false;
    e->when = joined;
    return true;
}

annals_status add_mentions(teller *t, annals_event *e, size_t mention, joint how) {
    annals_status status = ANNALS_OK;
    for (size_t i = 0; i < t->said_count && status == ANNALS_OK; i++) status = append_mention(t, e, mention + i);
    if (status != ANNALS_OK) return status;
    return join_times(&t->c->arena, e, t->said.when, how) ? ANNALS_OK : no_memory(t->error);
}
