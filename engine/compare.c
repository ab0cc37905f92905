/* compare.c: in what two events, or two chronologies, differ. */
#include "chronology.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- two events */

static bool same_bound(annals_bound a, annals_bound b) {
    return a.state == b.state && a.day == b.day && a.second == b.second;
}

bool whens_equal(const annals_when *a, const annals_when *b) {
    return text_equal(a->edtf, b->edtf) && same_bound(a->begin.earliest, b->begin.earliest) &&
           same_bound(a->begin.latest, b->begin.latest) && same_bound(a->end.earliest, b->end.earliest) &&
           same_bound(a->end.latest, b->end.latest) && a->granularity == b->granularity && a->day_part == b->day_part &&
           a->approximate == b->approximate && a->uncertain == b->uncertain && a->calendar == b->calendar &&
           text_equal(a->as_written, b->as_written) && text_equal(a->zone, b->zone) && a->zone_basis == b->zone_basis &&
           text_equal(a->duration, b->duration) && text_equal(a->set, b->set);
}

static bool same_tags(const annals_event *a, const annals_event *b) {
    bool same = a->tag_count == b->tag_count;
    for (size_t i = 0; same && i < a->tag_count; i++)
        same = a->tags[i].kind == b->tags[i].kind && text_equal(a->tags[i].name, b->tags[i].name);
    return same;
}

static bool same_fields(const annals_event *a, const annals_event *b) {
    bool same = a->field_count == b->field_count;
    for (size_t i = 0; same && i < a->field_count; i++)
        same = text_equal(a->fields[i].name, b->fields[i].name) && text_equal(a->fields[i].value, b->fields[i].value);
    return same;
}

/* Places shift when a document is mended, and documents are numbered differently elsewhere: the words tell. */
static bool same_sources(const annals_event *a, const annals_event *b) {
    bool same = a->source_count == b->source_count && a->mention_count == b->mention_count;
    for (size_t i = 0; same && i < a->source_count; i++) same = text_equal(a->sources[i].text, b->sources[i].text);
    return same;
}

static bool same_conflicts(const annals_event *a, const annals_event *b) {
    bool same = a->conflict_count == b->conflict_count;
    for (size_t i = 0; same && i < a->conflict_count; i++)
        same = text_equal(a->conflicts[i].claim, b->conflicts[i].claim);
    return same;
}

unsigned annals_compare_events(const annals_event *a, const annals_event *b) {
    const bool same[] = {
        [ANNALS_FIELD_WHEN] = whens_equal(a->when, b->when),
        [ANNALS_FIELD_LABEL] = text_equal(a->label, b->label),
        [ANNALS_FIELD_TEXT] = text_equal(a->text, b->text),
        [ANNALS_FIELD_KIND] = a->kind == b->kind,
        [ANNALS_FIELD_MODALITY] = a->modality == b->modality,
        [ANNALS_FIELD_SPEAKER] = text_equal(a->speaker, b->speaker),
        [ANNALS_FIELD_CATEGORY] = text_equal(a->category, b->category),
        [ANNALS_FIELD_CONFIDENCE] = a->confidence >= b->confidence && a->confidence <= b->confidence,
        [ANNALS_FIELD_TAGS] = same_tags(a, b),
        [ANNALS_FIELD_FIELDS] = same_fields(a, b),
        [ANNALS_FIELD_CONFLICTS] = same_conflicts(a, b),
        [ANNALS_FIELD_SOURCES] = same_sources(a, b),
    };
    unsigned fields = 0;
    for (unsigned i = 0; i < ANNALS_EVENT_FIELDS; i++) fields |= same[i] ? 0 : 1u << i;
    return fields;
}

/* ---------------------------------------------------------------- pairs of events */

#define NO_PAIR SIZE_MAX

typedef struct differ {
    const annals_event *before, *after;
    size_t before_count, after_count;
    size_t *pair_of_before, *pair_of_after; /* the index of the other, or NO_PAIR */
    struct keyed *keys;                     /* room for those of all events */
    struct keyed *sources;                  /* of the events that have more of them than before */
    size_t source_count;
} differ;

/* An event that has no pair yet, by a number made of what a pair has in common. */
typedef struct keyed {
    uint64_t key;
    size_t event;
} keyed;

static int by_key(const void *left, const void *right) {
    const keyed *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return (a->event > b->event) - (a->event < b->event);
}

static uint64_t hash_time(uint64_t hash, const annals_event *e) {
    const annals_when *w = e->when;
    char buffer[ANNALS_BOUND_SIZE];
    hash = text_hash(hash, w->edtf);
    hash = text_hash(hash, annals_text_of(annals_bound_iso(w->begin.earliest, buffer)));
    return text_hash(hash, annals_text_of(annals_bound_iso(w->end.latest, buffer)));
}

/* What pairs have in common, the surest first; 0: the event has no such thing. */
static uint64_t key_of_id(const annals_event *e) {
    return e->id.length ? text_hash(TEXT_HASH_SEED, e->id) | 1 : 0;
}

static uint64_t key_of_words(const annals_event *e) {
    return text_hash(text_hash(TEXT_HASH_SEED, e->label), e->text) | 1;
}

static uint64_t key_of_text_and_time(const annals_event *e) {
    return e->text.length ? hash_time(text_hash(TEXT_HASH_SEED, e->text), e) | 1 : 0;
}

static uint64_t key_of_label_and_time(const annals_event *e) {
    return hash_time(text_hash(TEXT_HASH_SEED, e->label), e) | 1;
}

static uint64_t key_of_text(const annals_event *e) {
    return e->text.length ? text_hash(TEXT_HASH_SEED, e->text) | 1 : 0;
}

static uint64_t key_of_label(const annals_event *e) {
    return text_hash(TEXT_HASH_SEED, e->label) | 1;
}

static uint64_t (*const keys[])(const annals_event *) = {
    key_of_id, key_of_words, key_of_text_and_time, key_of_label_and_time, key_of_text, key_of_label};

static size_t sort_unpaired(const annals_event *events, size_t count, const size_t *pairs,
                            uint64_t (*key)(const annals_event *), keyed *out) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t k = pairs[i] == NO_PAIR ? key(&events[i]) : 0;
        if (k) out[n++] = (keyed){k, i};
    }
    if (n) qsort(out, n, sizeof *out, by_key);
    return n;
}

/* The first with a key is the pair of the first that has it there, the second that of the second. */
static void pair_by(differ *d, uint64_t (*key)(const annals_event *)) {
    keyed *before = d->keys, *after = d->keys + d->before_count;
    size_t m = sort_unpaired(d->before, d->before_count, d->pair_of_before, key, before);
    size_t n = sort_unpaired(d->after, d->after_count, d->pair_of_after, key, after);
    for (size_t i = 0, j = 0; i < m && j < n;) {
        if (before[i].key != after[j].key) {
            if (before[i].key < after[j].key) i++;
            else j++;
            continue;
        }
        d->pair_of_before[before[i].event] = after[j].event;
        d->pair_of_after[after[j++].event] = before[i++].event;
    }
}

/* How many words of one label are in the other, of the words that the longer one has. */
static double likeness(annals_text a, annals_text b) {
    size_t common = 0, words = 0, others = 0, s, e, from, to;
    for (size_t at = 0; text_word(a, at, &s, &e); at = e, words++) {
        bool found = false;
        for (size_t to_at = 0; !found && text_word(b, to_at, &from, &to); to_at = to)
            found = text_equal(text_slice(a, s, e), text_slice(b, from, to));
        common += found;
    }
    for (size_t at = 0; text_word(b, at, &from, &to); at = to) others++;
    return words + others ? (double)common / (double)(words > others ? words : others) : 0;
}

/* Of the events of one time, those that still tell the same for the most part. */
static void pair_alike(differ *d, const keyed *before, size_t m, const keyed *after, size_t n) {
    enum { MOST = 8 };
    for (size_t i = 0; i < m && i < MOST; i++) {
        double most = 0.5;
        size_t best = NO_PAIR;
        for (size_t j = 0; j < n && j < MOST; j++) {
            if (d->pair_of_after[after[j].event] != NO_PAIR) continue;
            double like = likeness(d->before[before[i].event].label, d->after[after[j].event].label);
            if (like < most || (best != NO_PAIR && like <= most)) continue;
            most = like;
            best = after[j].event;
        }
        if (best == NO_PAIR) continue;
        d->pair_of_before[before[i].event] = best;
        d->pair_of_after[best] = before[i].event;
    }
}

static size_t run_length(const keyed *all, size_t at, size_t count) {
    size_t end = at + 1;
    while (end < count && all[end].key == all[at].key) end++;
    return end - at;
}

static uint64_t key_of_time(const annals_event *e) {
    return hash_time(TEXT_HASH_SEED, e) | 1;
}

static void pair_by_time(differ *d) {
    keyed *before = d->keys, *after = d->keys + d->before_count;
    size_t m = sort_unpaired(d->before, d->before_count, d->pair_of_before, key_of_time, before);
    size_t n = sort_unpaired(d->after, d->after_count, d->pair_of_after, key_of_time, after);
    for (size_t i = 0, j = 0; i < m && j < n;) {
        bool same = before[i].key == after[j].key, behind = before[i].key > after[j].key;
        size_t of_before = run_length(before, i, m), of_after = run_length(after, j, n);
        if (same) pair_alike(d, before + i, of_before, after + j, of_after);
        if (!behind) i += of_before;
        if (same || behind) j += of_after;
    }
}

/* ---------------------------------------------------------------- the changes */

static bool add_change(annals_chronology *c, annals_change change) {
    if (!ARENA_ROOM(&c->arena, &c->changes)) return false;
    c->changes.items[c->changes.count++] = change;
    return true;
}

/* Sources by their ids and their words: an event that is gone may be one of them. */
static bool list_sources(differ *d) {
    size_t most = 0;
    for (size_t i = 0; i < d->after_count; i++) most += 2 * d->after[i].source_count;
    d->sources = malloc((most + 1) * sizeof *d->sources);
    for (size_t i = 0; d->sources && i < d->after_count; i++) {
        const annals_event *e = &d->after[i];
        size_t pair = d->pair_of_after[i], had = pair == NO_PAIR ? 1 : d->before[pair].source_count;
        for (size_t j = 0; j < e->source_count && e->source_count > had; j++) {
            annals_text names[] = {e->sources[j].id, e->sources[j].text};
            for (size_t k = 0; k < 2; k++)
                if (names[k].length) d->sources[d->source_count++] = (keyed){text_hash(TEXT_HASH_SEED, names[k]), i};
        }
    }
    if (d->source_count) qsort(d->sources, d->source_count, sizeof *d->sources, by_key);
    return d->sources;
}

static size_t find_source(const differ *d, annals_text name) {
    const uint64_t key = text_hash(TEXT_HASH_SEED, name);
    size_t low = 0, high = d->source_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (d->sources[middle].key < key) low = middle + 1;
        else high = middle;
    }
    return name.length && low < d->source_count && d->sources[low].key == key ? d->sources[low].event : NO_PAIR;
}

/* The event that one which is gone was merged with, or NO_PAIR. */
static size_t merged_with(const differ *d, const annals_event *e) {
    size_t with = find_source(d, e->id);
    return with == NO_PAIR && e->source_count == 1 ? find_source(d, e->sources[0].text) : with;
}

/* What is gone and does not come behind `until`, which may be null. */
static bool list_gone(const differ *d, annals_chronology *c, size_t *at, const annals_event *until) {
    for (; *at < d->before_count; ++*at) {
        if (d->pair_of_before[*at] != NO_PAIR) continue;
        if (until && compare_whens(d->before[*at].when, until->when) > 0) return true;
        if (!add_change(c, (annals_change){*at, merged_with(d, &d->before[*at]), 0})) return false;
    }
    return true;
}

/* In the order of time, the later chronology's where both have the event. */
static bool list_changes(const differ *d, annals_chronology *c) {
    size_t gone = 0;
    for (size_t i = 0; i < d->after_count; i++) {
        size_t pair = d->pair_of_after[i];
        unsigned fields = pair == NO_PAIR ? 0 : annals_compare_events(&d->before[pair], &d->after[i]);
        bool changed = pair == NO_PAIR || fields;
        if (!list_gone(d, c, &gone, &d->after[i])) return false;
        if (changed && !add_change(c, (annals_change){pair, i, fields})) return false;
    }
    return list_gone(d, c, &gone, NULL);
}

static bool pair_all(differ *d) {
    size_t total = d->before_count + d->after_count;
    size_t *pairs = malloc((total + 1) * sizeof *pairs);
    d->keys = malloc((total + 1) * sizeof *d->keys);
    d->pair_of_before = pairs;
    d->pair_of_after = pairs ? pairs + d->before_count : NULL;
    for (size_t i = 0; pairs && i < total; i++) pairs[i] = NO_PAIR;
    for (size_t i = 0; pairs && d->keys && i < sizeof keys / sizeof *keys; i++) pair_by(d, keys[i]);
    if (pairs && d->keys) pair_by_time(d);
    return pairs && d->keys;
}

annals_status annals_compare(const annals_chronology *before, annals_chronology *after, annals_error *error) {
    differ d = {.before = before->events.items,
                .after = after->events.items,
                .before_count = before->events.count,
                .after_count = after->events.count};
    after->changes.count = 0;
    bool done = pair_all(&d) && list_sources(&d) && list_changes(&d, after);
    free(d.pair_of_before);
    free(d.keys);
    free(d.sources);
    return done ? ANNALS_OK : no_memory(error);
}
