/* copies.c: a document that was given before, under whatever name, is no second witness. */
#include "chronology.h"
#include "text.h"

/* How a text was wrapped, and how its lines end, is left out of account: white space is as good as one blank. */
static bool next_byte(annals_text text, size_t *at, char *byte) {
    if (*at == text.length) return false;
    *byte = is_space_byte(text.data[*at]) ? ' ' : text.data[*at];
    ++*at;
    while (*byte == ' ' && *at < text.length && is_space_byte(text.data[*at])) ++*at;
    return true;
}

static bool same_words(annals_text a, annals_text b) {
    char one = 0, other = 0;
    a = text_trim(a);
    b = text_trim(b);
    for (size_t i = 0, j = 0; one == other;) {
        bool more = next_byte(a, &i, &one);
        if (more != next_byte(b, &j, &other)) return false;
        if (!more) return true;
    }
    return false;
}

/* Of all bytes but white space, eight at a time; only equality is asked for, and the texts themselves are compared
 * then.
 */
static uint64_t hash_of_text(annals_text text) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = 0, word = 0;
    unsigned held = 0;
    for (size_t at = 0; at < text.length; at++) {
        if (is_space_byte(text.data[at])) continue;
        word = word << 8 | (unsigned char)text.data[at];
        if (++held % sizeof word) continue;
        hash = (hash ^ word) * factor;
        hash ^= hash >> 32;
    }
    return (hash ^ word ^ held) * factor;
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

static bool remember(annals_chronology *c, size_t document) {
    copy_set *set = &c->copies;
    if (2 * set->count >= set->mask && !grow(&c->arena, set)) return false;
    put_slot(set, (copy_slot){hash_of_text(c->documents.items[document].text), document + 1});
    set->count++;
    return true;
}

/* Of a document that stays alone no hash is made. */
bool find_copy(annals_chronology *c, annals_text text, size_t *document) {
    copy_set *set = &c->copies;
    *document = SIZE_MAX;
    for (; set->documents < c->documents.count; set->documents++)
        if (c->documents.items[set->documents].read && !remember(c, set->documents)) return false;
    if (!set->slots) return true;
    uint64_t hash = hash_of_text(text);
    for (size_t at = hash & set->mask; set->slots[at].document; at = (at + 1) & set->mask) {
        size_t other = set->slots[at].document - 1;
        if (set->slots[at].hash != hash || !same_words(c->documents.items[other].text, text)) continue;
        *document = other;
        return true;
    }
    return true;
}
