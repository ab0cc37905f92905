/* copies.c: a document that was given before, under whatever name, is no second witness. */
#include "chronology.h"
#include "text.h"

/* Eight bytes at a time; only equality is asked for, and the texts themselves are compared then. */
static uint64_t hash_of_text(annals_text text) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = text.length * factor, word;
    size_t at = 0;
    for (; text.length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text.data + at, sizeof word);
        hash = (hash ^ word) * factor;
        hash ^= hash >> 32;
    }
    return text_hash(hash, text_slice(text, at, text.length));
}

static void put_slot(copy_set *set, copy_slot slot) {
    size_t at = slot.hash & set->mask;
    while (set->slots[at].document) at = (at + 1) & set->mask;
    set->slots[at] = slot;
}

static bool grow(arena *a, copy_set *set) {
    copy_set larger = {.mask = set->slots ? 2 * set->mask + 1 : 15, .count = set->count};
    larger.slots = arena_alloc(a, (larger.mask + 1) * sizeof *larger.slots);
    if (!larger.slots) return false;
    for (size_t i = 0; set->slots && i <= set->mask; i++)
        if (set->slots[i].document) put_slot(&larger, set->slots[i]);
    *set = larger;
    return true;
}

bool find_copy(const annals_chronology *c, annals_text text, size_t *document) {
    const copy_set *set = &c->copies;
    if (!set->slots) return false;
    uint64_t hash = hash_of_text(text);
    for (size_t at = hash & set->mask; set->slots[at].document; at = (at + 1) & set->mask) {
        *document = set->slots[at].document - 1;
        if (set->slots[at].hash == hash && text_equal(c->documents.items[*document].text, text)) return true;
    }
    return false;
}

bool remember_text(annals_chronology *c, size_t document) {
    copy_set *set = &c->copies;
    if (2 * set->count >= set->mask && !grow(&c->arena, set)) return false;
    put_slot(set, (copy_slot){hash_of_text(c->documents.items[document].text), document + 1});
    set->count++;
    return true;
}
