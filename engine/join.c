/* join.c: a group of accounts -> one event: all its sources, each with its own words and time; the best label; the
 * sharpest time of those that most sources agree on; and what the others claim. */
#include "cluster.h"
#include "events.h"
#include "likeness.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* One of the different times that a group's accounts tell. */
typedef struct told_time {
    const account *a; /* the first that tells it */
    size_t teller;    /* its place among the accounts */
    int64_t width;
    double confidence; /* of all that tell it, together */
} told_time;

/* The events of a group, in the order of their documents. */
typedef struct circle {
    annals_chronology *c;
    const account_list *list;
    const account **accounts;
    size_t count;
    told_time *times; /* many tell the same: what compares all with all does so with these */
    size_t time_count;
    annals_event joined;
} circle;

static const annals_event *event_of(const circle *g, size_t i) {
    return &g->c->events.items[g->accounts[i]->event];
}

/* ---------------------------------------------------------------- the time */

/* Two hours of one day, or of the days on which a night begins and ends: as near as clocks and memories go. */
static bool hours_agree(const account *a, const account *b) {
    enum { QUARTER = 15, HOUR = 60, HALF_DAY = 12 * 60 };
    int slack = a->rough || b->rough ? HOUR : QUARTER;
    if (a->from <= b->until + slack && b->from <= a->until + slack) return true;
    int apart = a->from > b->from ? a->from - b->from : b->from - a->from;
    return (a->unsure || b->unsure) && (apart + HOUR) % HALF_DAY <= 2 * HOUR; /* "half past eleven" of either half */
}

/* Days that touch, and what is told of their hours, by the clock or by the part of the day. */
static bool agree(const account *a, const account *b) {
    if (times_apart(a, b)) return false;
    if (a->from >= 0 && b->from >= 0) return a->first != b->first || hours_agree(a, b);
    return parts_agree(a, b);
}

/* The seconds that the event may lie in; without an end they are many. */
static int64_t width(const annals_when *w) {
    annals_bound first = w->begin.earliest, last = w->end.latest;
    if (!annals_bound_known(first) || !annals_bound_known(last)) return INT64_MAX;
    int64_t from = first.state > ANNALS_BOUND_DAY ? first.second : 0;
    int64_t until = last.state > ANNALS_BOUND_DAY ? last.second : 86399;
    return (last.day - first.day) * 86400 + until - from;
}

#define COMPARE(x, y, field)                                                                                           \
    if ((x)->field != (y)->field) return (x)->field < (y)->field ? -1 : 1

/* By what `agree` and `width` look at. */
static int by_time(const void *a, const void *b) {
    const told_time *x = a, *y = b;
    COMPARE(x->a, y->a, first);
    COMPARE(x->a, y->a, last);
    COMPARE(x->a, y->a, from);
    COMPARE(x->a, y->a, until);
    COMPARE(x->a, y->a, part);
    COMPARE(x->a, y->a, unsure);
    COMPARE(x->a, y->a, rough);
    COMPARE(x, y, width);
    return 0;
}

static int by_time_and_teller(const void *a, const void *b) {
    int order = by_time(a, b);
    if (order) return order;
    COMPARE((const told_time *)a, (const told_time *)b, teller);
    return 0;
}

static int by_teller(const void *a, const void *b) {
    COMPARE((const told_time *)a, (const told_time *)b, teller);
    return 0;
}

static bool find_times(circle *g) {
    g->times = malloc((g->count + 1) * sizeof *g->times);
    if (!g->times) return false;
    for (size_t i = 0; i < g->count; i++)
        g->times[i] = (told_time){g->accounts[i], i, width(event_of(g, i)->when), event_of(g, i)->confidence};
    qsort(g->times, g->count, sizeof *g->times, by_time_and_teller);
    g->time_count = 0;
    for (size_t i = 0; i < g->count; i++) {
        told_time *last = g->time_count ? &g->times[g->time_count - 1] : NULL;
        if (last && !by_time(last, &g->times[i])) last->confidence += g->times[i].confidence;
        else g->times[g->time_count++] = g->times[i];
    }
    qsort(g->times, g->time_count, sizeof *g->times, by_teller);
    return true;
}

static double support(const circle *g, const told_time *t) {
    double sum = 0;
    for (size_t i = 0; i < g->time_count; i++)
        if (agree(t->a, g->times[i].a)) sum += g->times[i].confidence;
    return sum;
}

/* Who only gives the day agrees with all that give its hours, and settles nothing between them. */
static bool told_finer(const circle *g, const told_time *t) {
    for (size_t i = 0; i < g->time_count; i++) {
        const account *b = g->times[i].a;
        bool within = b->first >= t->a->first && b->last <= t->a->last && agree(t->a, b);
        if (within && g->times[i].width < t->width) return true;
    }
    return false;
}

/* Of the times that no other tells finer, the one that most agree with. */
static size_t best_time(const circle *g) {
    const told_time *best = &g->times[0];
    double most = -1;
    for (size_t i = 0; i < g->time_count; i++) {
        const told_time *t = &g->times[i];
        if (told_finer(g, t)) continue;
        double s = support(g, t);
        bool sharper = s > most - 1e-9 && t->width < best->width;
        if (s <= most + 1e-9 && !sharper) continue;
        best = t;
        most = s;
    }
    return best->teller;
}

/* ---------------------------------------------------------------- the label */

static bool told_by_others(const circle *g, size_t teller, uint32_t word) {
    for (size_t i = 0; i < g->count && i < 8; i++)
        for (size_t j = 0; i != teller && j < g->accounts[i]->word_count; j++)
            if (g->accounts[i]->words[j].word == word) return true;
    return false;
}

/* A document's own title; whose letter it is; then the label that says most, of what others say too above all. */
static int label_worth(const circle *g, size_t i) {
    const account *a = g->accounts[i];
    int worth = 0;
    for (size_t j = 0; j < a->word_count; j++) {
        if (!a->words[j].label) continue;
        int weight = g->list->weights[a->words[j].word];
        worth += told_by_others(g, i, a->words[j].word) ? 2 * weight : weight / 2;
    }
    if (text_ends(event_of(g, i)->label, "…")) worth -= worth / 3;
    return worth + (a->own ? 100000 : 0) + (a->author ? 50000 : 0);
}

/* Is it denied, where others claim it? */
static bool is_denial(const circle *g, size_t i) {
    for (size_t j = 0; j < g->count; j++)
        if (g->accounts[i]->modality == ANNALS_NEGATED && g->accounts[j]->modality != ANNALS_NEGATED) return true;
    return false;
}

/* Of those that agree with the time that was found best; what is claimed rather than that it is denied. */
static size_t best_label(const circle *g, size_t time) {
    size_t best = time;
    int most = -1;
    for (size_t i = 0; i < g->count; i++) {
        int worth = agree(g->accounts[i], g->accounts[time]) ? label_worth(g, i) : -1;
        if (worth >= 0 && is_denial(g, i)) worth = 0;
        if (worth > most) best = i;
        if (worth > most) most = worth;
    }
    return best;
}

/* ---------------------------------------------------------------- conflicts */

/* "20 March 1898 (Mr Crisp)", "20 March 1898: it did not happen"; which document says so, its mention tells. */
static annals_text claim_of(circle *g, size_t i) {
    const annals_event *e = event_of(g, i);
    const char *denied = is_denial(g, i) ? ": it did not happen" : "";
    char phrase[128];
    annals_when_phrase(e->when, phrase, sizeof phrase);
    bool named = e->speaker.length && (e->modality == ANNALS_REPORTED || e->modality == ANNALS_NEGATED);
    if (!named) return arena_printf(&g->c->arena, "%s%s", phrase, denied);
    return arena_printf(&g->c->arena, "%s%s (%.*s)", phrase, denied, (int)e->speaker.length, e->speaker.data);
}

/* Does an account claim something else than the time that the event has?  Or than another account, where both agree
 * with that: a night is of two days, and who names the one contradicts who names the other. */
static bool disputes(const circle *g, size_t i, size_t time) {
    const account *a = g->accounts[i], *taken = g->accounts[time];
    if (is_denial(g, i)) return true;
    if (i == time) return false;
    if (!agree(a, taken)) return true;
    for (size_t j = 0; j < g->time_count; j++)
        if (!agree(a, g->times[j].a) && agree(g->times[j].a, taken)) return true;
    return false;
}

static bool add_conflicts(circle *g, size_t time) {
    annals_conflict *conflicts = arena_alloc(&g->c->arena, g->count * sizeof *conflicts);
    size_t count = 0;
    for (size_t i = 0; conflicts && i < g->count; i++) {
        const annals_event *e = event_of(g, i);
        if (!e->mention_count || !e->source_count || !disputes(g, i, time)) continue;
        conflicts[count] = (annals_conflict){e->mentions[0], claim_of(g, i)};
        if (!conflicts[count++].claim.data) return false;
    }
    g->joined.conflicts = count ? conflicts : NULL;
    g->joined.conflict_count = count;
    return conflicts;
}

/* ---------------------------------------------------------------- what is gathered */

static size_t count_of(const circle *g, size_t offset) {
    size_t sum = 0;
    for (size_t i = 0; i < g->count; i++) sum += *(const size_t *)(const void *)((const char *)event_of(g, i) + offset);
    return sum;
}
#define COUNT_OF(g, field) count_of(g, offsetof(annals_event, field))

static bool add_mentions(circle *g) {
    size_t *all = arena_alloc(&g->c->arena, (COUNT_OF(g, mention_count) + 1) * sizeof *all), count = 0;
    for (size_t i = 0; all && i < g->count; i++) {
        const annals_event *e = event_of(g, i);
        for (size_t j = 0; j < e->mention_count; j++) all[count++] = e->mentions[j];
    }
    g->joined.mentions = all;
    g->joined.mention_count = count;
    return all;
}

/* Each with the id, the time and the label that its own event had. */
static bool add_sources(circle *g) {
    annals_source *all = arena_alloc(&g->c->arena, (COUNT_OF(g, source_count) + 1) * sizeof *all);
    size_t count = 0;
    for (size_t i = 0; all && i < g->count; i++) {
        const annals_event *e = event_of(g, i);
        for (size_t j = 0; j < e->source_count; j++) {
            all[count] = e->sources[j];
            all[count].id = e->id;
            all[count].when = e->when;
            all[count++].label = e->label;
        }
    }
    g->joined.sources = all;
    g->joined.source_count = count;
    return all;
}

static bool said_before(const circle *g, size_t until, annals_text text) {
    for (size_t i = 0; i < until; i++)
        if (text_equal(event_of(g, i)->text, text)) return true;
    return false;
}

static bool add_text(circle *g) {
    text_buffer b = {0};
    for (size_t i = 0; i < g->count; i++) {
        if (said_before(g, i < 8 ? i : 8, event_of(g, i)->text)) continue;
        if (b.length) text_put(&b, annals_text_of("\n"));
        text_put(&b, event_of(g, i)->text);
    }
    g->joined.text = arena_text(&g->c->arena, (annals_text){b.data ? b.data : "", b.length});
    bool ok = !b.failed && g->joined.text.data;
    text_free(&b);
    return ok;
}

static bool has_tag(const annals_tag *tags, size_t count, const annals_tag *tag) {
    for (size_t i = 0; i < count; i++)
        if (tags[i].kind == tag->kind && text_equal(tags[i].name, tag->name)) return true;
    return false;
}

static bool add_tags(circle *g) {
    enum { MOST_TAGS = 64 };
    annals_tag *all = arena_alloc(&g->c->arena, (COUNT_OF(g, tag_count) + 1) * sizeof *all);
    size_t count = 0;
    for (size_t i = 0; all && i < g->count; i++) {
        const annals_event *e = event_of(g, i);
        for (size_t j = 0; j < e->tag_count && count < MOST_TAGS; j++)
            if (!has_tag(all, count, &e->tags[j])) all[count++] = e->tags[j];
    }
    g->joined.tags = count ? all : NULL;
    g->joined.tag_count = count;
    return all;
}

/* ---------------------------------------------------------------- one event */

/* The smallest of all ids: it does not depend on the order of the sources. */
static annals_text smallest_id(const circle *g) {
    annals_text id = event_of(g, 0)->id;
    for (size_t i = 1; i < g->count; i++) {
        annals_text other = event_of(g, i)->id;
        if (other.length == id.length && memcmp(other.data, id.data, id.length) < 0) id = other;
    }
    return id;
}

static bool has_own(const circle *g) {
    for (size_t i = 0; i < g->count; i++)
        if (g->accounts[i]->own) return true;
    return false;
}

/* What a source asserts is asserted; what one tells of as having happened is more than a paper, but that somebody wrote
 * it is not. */
static void settle_sense(circle *g) {
    const bool own = has_own(g);
    for (size_t i = 0; i < g->count; i++) {
        const annals_event *e = event_of(g, i);
        bool writing = own && g->accounts[i]->letter_word;
        if (e->kind == ANNALS_OCCURRENCE && !writing) g->joined.kind = ANNALS_OCCURRENCE;
        if (e->modality == ANNALS_ASSERTED) g->joined.modality = ANNALS_ASSERTED;
        if (!g->joined.category.length) g->joined.category = e->category;
        if (!g->joined.field_count) g->joined.fields = e->fields;
        if (!g->joined.field_count) g->joined.field_count = e->field_count;
    }
    if (g->joined.modality == ANNALS_ASSERTED) g->joined.speaker = (annals_text){0};
}

static void settle_confidence(circle *g, size_t time) {
    for (size_t i = 0; i < g->count; i++) {
        double confidence = event_of(g, i)->confidence;
        if (agree(g->accounts[i], g->accounts[time]) && confidence > g->joined.confidence)
            g->joined.confidence = confidence;
    }
    const double disputed = 80, whole = 100, half = 0.5; /* in hundredths, as it is written: "0.68" */
    if (g->joined.conflict_count) g->joined.confidence = (int)(g->joined.confidence * disputed + half) / whole;
}

static int by_place(const void *a, const void *b) {
    const account *x = *(account *const *)a, *y = *(account *const *)b;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    return (x->event > y->event) - (x->event < y->event);
}

static bool join_group(circle *g) {
    qsort(g->accounts, g->count, sizeof *g->accounts, by_place);
    if (!find_times(g)) return false;
    size_t time = best_time(g), label = best_label(g, time);
    g->joined = *event_of(g, label);
    g->joined.id = smallest_id(g);
    g->joined.when = event_of(g, time)->when;
    g->joined.confidence = event_of(g, time)->confidence;
    settle_sense(g);
    bool ok = add_mentions(g) && add_sources(g) && add_text(g) && add_tags(g) && add_conflicts(g, time);
    settle_confidence(g, time);
    free(g->times);
    return ok;
}

/* ---------------------------------------------------------------- all */

/* The joined event takes the place of the group's first. */
static bool join_all(annals_chronology *c, const account_list *list, const account_groups *groups, bool *gone) {
    const account **accounts = malloc((list->count + 1) * sizeof *accounts);
    bool ok = accounts;
    for (size_t i = 0, from = 0; ok && i < groups->count; from = groups->ends[i++]) {
        circle g = {.c = c, .list = list, .accounts = accounts, .count = groups->ends[i] - from};
        for (size_t j = 0; j < g.count; j++) accounts[j] = &list->items[groups->members[from + j]];
        ok = join_group(&g);
        for (size_t j = 0; j < g.count; j++) gone[accounts[j]->event] = true;
        gone[accounts[0]->event] = false;
        c->events.items[accounts[0]->event] = g.joined;
    }
    free(accounts);
    return ok;
}

static bool join_groups_of(annals_chronology *c, const account_list *list) {
    account_groups groups;
    bool *gone = calloc(c->events.count + 1, sizeof *gone);
    bool ok = group_accounts(c, list, &groups) && gone && join_all(c, list, &groups, gone);
    size_t kept = 0;
    for (size_t i = 0; ok && i < c->events.count; i++)
        if (!gone[i]) c->events.items[kept++] = c->events.items[i];
    if (ok) c->events.count = kept;
    free_groups(&groups);
    free(gone);
    return ok;
}

annals_status join_accounts(annals_chronology *c, annals_error *error) {
    account_list list;
    bool ok = list_accounts(c, &list) && join_groups_of(c, &list);
    free_accounts(&list);
    return ok ? ANNALS_OK : no_memory(error);
}
