/* merge.c: events of many documents -> one chronology: the same thing told twice is one event with two mentions.
 *
 * First what a document tells twice, in the same words or of the same letter; then what several documents tell. */
#include "account.h"
#include "events.h"
#include "language.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { NEAREST = 32 }; /* earlier events of the same time that one is compared with */

/* What an event is compared by. */
typedef struct trait {
    size_t event;
    uint64_t words;     /* a hash */
    uint64_t author;    /* hash of the name that a document spoken of belongs to; 0: none is said */
    uint64_t recipient; /* of the name that it goes to; 0: none is said */
    int class;          /* of the document spoken of; 0: the event is none */
    size_t document;
} trait;

static uint64_t mix(uint64_t hash, uint64_t number) {
    hash = (hash ^ number) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

/* For comparing only, eight bytes at a time; ids are made with text_hash. */
static uint64_t quick_hash(uint64_t hash, annals_text text) {
    uint64_t word = 0;
    size_t at = 0;
    for (; text.length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text.data + at, sizeof word);
        hash = mix(hash, word);
    }
    word = 0;
    if (at < text.length) memcpy(&word, text.data + at, text.length - at);
    return mix(mix(hash, word), text.length);
}

static uint64_t mix_bound(uint64_t hash, annals_bound bound) {
    if (!annals_bound_known(bound)) return mix(hash, 0);
    uint64_t second = bound.state > ANNALS_BOUND_DAY ? 8 * (uint64_t)bound.second + bound.state : 1;
    return mix(mix(hash, (uint64_t)bound.day), second);
}

static uint64_t time_hash(const annals_when *w) {
    uint64_t h = mix_bound(mix_bound(0, w->begin.earliest), w->end.latest);
    return quick_hash(mix(h, w->day_part), w->edtf);
}

static trait trait_of(const annals_chronology *c, size_t index) {
    const annals_event *e = &c->events.items[index];
    trait t = {.event = index, .words = quick_hash(0, e->label)};
    t.document = e->source_count ? e->sources[0].document : SIZE_MAX;
    /* A document's own event has the title for its words and is no mention of another. */
    bool spoken_of =
        e->kind == ANNALS_DOCUMENT && e->mention_count && e->source_count && !text_equal(e->text, e->label);
    if (!spoken_of) return t;
    document_spoken_of d = document_of_event(language_of_document(&c->documents.items[t.document]), e);
    t.author = d.author;
    t.recipient = d.recipient;
    t.class = d.class;
    return t;
}

static bool agree(uint64_t a, uint64_t b) {
    return !a || !b || a == b;
}

/* How well two events of one time fit: 2 surely the same, 1 the same if nothing else fits as well, 0 different. */
static int fit(const annals_chronology *c, const trait *a, const trait *b) {
    const annals_event *x = &c->events.items[a->event], *y = &c->events.items[b->event];
    if (x->kind != y->kind || a->document != b->document || !x->when->edtf.length) return 0;
    if (a->words == b->words && text_equal(x->label, y->label)) return 2;
    if (!a->class || a->class != b->class || !agree(a->author, b->author) || !agree(a->recipient, b->recipient))
        return 0;
    return a->author && b->author ? 2 : 1;
}

/* The one event among the last few that this one is, or `count`: one that surely fits, or the only one that may. */
static size_t find_same(const annals_chronology *c, const trait *live, size_t count, const trait *t) {
    size_t found = count, may = 0;
    for (size_t j = count, from = count > NEAREST ? count - NEAREST : 0; j-- > from;) {
        int f = fit(c, &live[j], t);
        if (f == 2) return j;
        if (f == 1 && !may++) found = j;
    }
    return may == 1 ? found : count;
}

/* ---------------------------------------------------------------- joining */

/* Events that are one are chained behind the first of them. */
typedef struct chain {
    uint32_t next, last;  /* NO_EVENT: none */
    uint32_t best;        /* the event whose label says most */
    bool gone, by_author; /* the best one's label has an author */
} chain;
#define NO_EVENT UINT32_MAX

/* Hashes that were met before: open addressing in a table of twice the size. */
typedef struct seen {
    uint64_t *slots;
    size_t mask;
} seen;

static bool first_time(seen *s, uint64_t hash) {
    hash |= 1; /* 0 marks a free slot */
    for (size_t i = hash & s->mask;; i = (i + 1) & s->mask) {
        if (s->slots[i] == hash) return false;
        if (s->slots[i]) continue;
        s->slots[i] = hash;
        return true;
    }
}

static uint64_t source_hash(const annals_source *s) {
    size_t place[] = {s->document, s->start, s->end};
    return quick_hash(0, (annals_text){(const char *)place, sizeof place});
}

static void add_source(annals_event *e, annals_source *sources, const annals_source *s, seen *places, seen *words,
                       text_buffer *text) {
    if (!first_time(places, source_hash(s))) return;
    sources[e->source_count++] = *s;
    if (!first_time(words, quick_hash(0, s->text))) return;
    if (text->length) text_put(text, annals_text_of("\n"));
    text_put(text, s->text);
}

static int by_number(const void *a, const void *b) {
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* All are of one document. */
static int by_place(const void *a, const void *b) {
    const annals_source *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

static bool gather(annals_chronology *c, const chain *chains, size_t first, annals_event *e, seen *places, seen *words,
                   text_buffer *text) {
    size_t mentions = 0, sources = 0;
    for (size_t i = first; i != NO_EVENT; i = chains[i].next) {
        mentions += c->events.items[i].mention_count;
        sources += c->events.items[i].source_count;
    }
    size_t size = 4;
    while (size < 2 * sources) size *= 2;
    size_t *all_mentions = arena_alloc(&c->arena, (mentions + 1) * sizeof *all_mentions);
    annals_source *all_sources = arena_alloc(&c->arena, (sources + 1) * sizeof *all_sources);
    *places = (seen){calloc(size, sizeof(uint64_t)), size - 1};
    *words = (seen){calloc(size, sizeof(uint64_t)), size - 1};
    if (!all_mentions || !all_sources || !places->slots || !words->slots) return false;
    *e = c->events.items[first];
    e->mentions = all_mentions;
    e->sources = all_sources;
    e->mention_count = e->source_count = 0;
    for (size_t i = first; i != NO_EVENT; i = chains[i].next) {
        const annals_event *o = &c->events.items[i];
        if (o->mention_count)
            memcpy(all_mentions + e->mention_count, o->mentions, o->mention_count * sizeof *all_mentions);
        e->mention_count += o->mention_count;
        for (size_t j = 0; j < o->source_count; j++) add_source(e, all_sources, &o->sources[j], places, words, text);
        if (o->confidence > e->confidence) e->confidence = o->confidence;
    }
    qsort(all_mentions, e->mention_count, sizeof *all_mentions, by_number);
    qsort(all_sources, e->source_count, sizeof *all_sources, by_place);
    return !text->failed;
}

static annals_status join(annals_chronology *c, const chain *chains, size_t first, annals_error *error) {
    seen places = {0}, words = {0};
    text_buffer text = {0};
    annals_event e;
    bool ok = gather(c, chains, first, &e, &places, &words, &text);
    if (ok) {
        e.label = c->events.items[chains[first].best].label;
        e.text = arena_text(&c->arena, (annals_text){text.data ? text.data : "", text.length});
        c->events.items[first] = e;
    }
    free(places.slots);
    free(words.slots);
    text_free(&text);
    return ok && e.text.data ? ANNALS_OK : no_memory(error);
}

/* The label that says most: one with an author before one without, then the longer. */
static bool says_more(const annals_chronology *c, const trait *t, const chain *head) {
    if ((t->author != 0) != head->by_author) return t->author != 0;
    return t->class && c->events.items[t->event].label.length > c->events.items[head->best].label.length;
}

/* ---------------------------------------------------------------- the whole */

/* An event by its time, of which there are many: small, so that sorting moves little. */
typedef struct timed_event {
    uint64_t time; /* a hash */
    size_t event;
} timed_event;

static int by_time(const void *a, const void *b) {
    const timed_event *x = a, *y = b;
    if (x->time != y->time) return x->time < y->time ? -1 : 1;
    return x->event < y->event ? -1 : x->event > y->event;
}

static void chain_up(const annals_chronology *c, chain *chains, trait *into, const trait *from) {
    chain *head = &chains[into->event];
    chains[head->last].next = (uint32_t)from->event;
    head->last = (uint32_t)from->event;
    chains[from->event].gone = true;
    if (says_more(c, from, head)) {
        head->best = (uint32_t)from->event;
        head->by_author = from->author != 0;
    }
    if (!into->author) into->author = from->author;
    if (!into->recipient) into->recipient = from->recipient;
}

/* Events of one time, in the order they were told; the first of each chain stays in front of the traits. */
static void merge_run(const annals_chronology *c, const timed_event *run, size_t count, trait *traits, chain *chains) {
    size_t live = 0;
    for (size_t i = 0; i < count; i++) {
        trait t = trait_of(c, run[i].event);
        chains[t.event].by_author = t.author != 0;
        size_t same = find_same(c, traits, live, &t);
        if (same < live) chain_up(c, chains, &traits[same], &t);
        else traits[live++] = t;
    }
}

/* Runs of the same time; most events of prose are alone with theirs. */
static bool merge_runs(const annals_chronology *c, const timed_event *events, size_t count, chain *chains) {
    trait *traits = NULL;
    for (size_t i = 0, end, room = 0; i < count; i = end) {
        for (end = i + 1; end < count && events[end].time == events[i].time;) end++;
        if (end == i + 1) continue;
        if (end - i > room) {
            free(traits);
            room = 2 * (end - i);
            traits = malloc(room * sizeof *traits);
        }
        if (!traits) return false;
        merge_run(c, events + i, end - i, traits, chains);
    }
    free(traits);
    return true;
}

static annals_status join_chains(annals_chronology *c, const chain *chains, annals_error *error) {
    size_t kept = 0, count = c->events.count;
    for (size_t i = 0; i < count; i++) {
        annals_event *e = &c->events.items[i];
        if (chains[i].gone) continue;
        if (!e->id.data) e->id = event_id(&c->arena, e);
        if (!e->id.data) return no_memory(error);
        annals_status status = chains[i].next == NO_EVENT ? ANNALS_OK : join(c, chains, i, error);
        if (status != ANNALS_OK) return status;
    }
    while (kept < count && !chains[kept].gone) kept++;
    for (size_t i = kept; i < count; i++)
        if (!chains[i].gone) c->events.items[kept++] = c->events.items[i];
    c->events.count = kept;
    return ANNALS_OK;
}

static annals_status merge_each(annals_chronology *c, annals_error *error) {
    size_t count = c->events.count;
    if (!count) return ANNALS_OK;
    if (count >= NO_EVENT) return no_memory(error);
    timed_event *events = calloc(count, sizeof *events);
    chain *chains = calloc(count, sizeof *chains);
    bool ok = events && chains;
    for (size_t i = 0; ok && i < count; i++) {
        events[i] = (timed_event){time_hash(c->events.items[i].when), i};
        chains[i] = (chain){.next = NO_EVENT, .last = (uint32_t)i, .best = (uint32_t)i};
    }
    if (ok) qsort(events, count, sizeof *events, by_time);
    ok = ok && merge_runs(c, events, count, chains);
    free(events);
    annals_status status = ok ? join_chains(c, chains, error) : no_memory(error);
    free(chains);
    return status;
}

annals_status merge_events(annals_chronology *c, annals_error *error) {
    annals_status status = merge_each(c, error);
    return status == ANNALS_OK && c->documents.count > 1 ? join_accounts(c, error) : status;
}
