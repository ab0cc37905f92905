/* namesakes.c: "F. Castro" and "Fidel Castro" are one in the tags of events, where no other Castro has that letter. */
#include "events.h"
#include "text.h"

#include <stdlib.h>

/* A name of two words, by the second of them and the first letter. */
typedef struct full_name {
    annals_text family, name;
    char letter;
} full_name;

typedef struct full_names {
    full_name *items;
    size_t count, capacity;
} full_names;

/* "Fidel Castro", "F. Castro": two words, the first of which may be cut short to its letter. */
static bool read_name(annals_text name, full_name *out, bool *is_short) {
    size_t start, end, next, behind;
    if (!text_word(name, 0, &start, &end) || start || !text_word(name, end, &next, &behind)) return false;
    *is_short = end == 1 && name.length > 1 && name.data[1] == '.';
    if (behind != name.length || next != end + 1 + *is_short || (end == 1 && !*is_short)) return false;
    *out = (full_name){text_slice(name, next, behind), name, *name.data};
    return true;
}

static int by_family(const void *a, const void *b) {
    const full_name *x = a, *y = b;
    int order = text_compare(x->family, y->family);
    if (!order) order = x->letter - y->letter;
    return order ? order : text_compare(x->name, y->name);
}

static bool same_family(const full_name *a, const full_name *b) {
    return a->letter == b->letter && text_equal(a->family, b->family);
}

static bool gather(const annals_chronology *c, arena *scratch, full_names *names) {
    size_t kept = 0;
    for (size_t i = 0; i < c->events.count; i++) {
        const annals_event *e = &c->events.items[i];
        for (size_t j = 0; j < e->tag_count; j++) {
            full_name name;
            bool is_short;
            const annals_tag_kind kind = e->tags[j].kind;
            if (kind != ANNALS_PERSON && kind != ANNALS_NAME) continue;
            if (!read_name(e->tags[j].name, &name, &is_short) || is_short) continue;
            if (!ARENA_ROOM(scratch, names)) return false;
            names->items[names->count++] = name;
        }
    }
    if (names->count) qsort(names->items, names->count, sizeof *names->items, by_family);
    for (size_t i = 0; i < names->count; i++)
        if (!i || by_family(&names->items[i - 1], &names->items[i])) names->items[kept++] = names->items[i];
    names->count = kept;
    return true;
}

/* The one full name that a short one is; else itself. */
static annals_text full_name_of(const full_names *names, annals_text name) {
    full_name wanted;
    bool is_short;
    size_t low = 0, high = names->count;
    if (!read_name(name, &wanted, &is_short) || !is_short) return name;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const full_name *n = &names->items[middle];
        int order = text_compare(n->family, wanted.family);
        if (!order) order = n->letter - wanted.letter;
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    bool found = low < names->count && same_family(&names->items[low], &wanted);
    bool one = low + 1 >= names->count || !same_family(&names->items[low + 1], &wanted);
    return found && one ? names->items[low].name : name;
}

static bool rename_tags(const full_names *names, arena *a, annals_event *e) {
    annals_tag *tags = arena_copy(a, e->tags, e->tag_count, sizeof *tags);
    size_t kept = 0;
    for (size_t i = 0; tags && i < e->tag_count; i++) {
        annals_tag tag = {e->tags[i].kind, full_name_of(names, e->tags[i].name)};
        bool again = false;
        for (size_t j = 0; j < kept; j++) again |= text_equal(tags[j].name, tag.name);
        if (!again) tags[kept++] = tag;
    }
    if (tags) e->tags = tags, e->tag_count = kept;
    return tags;
}

bool unite_namesakes(annals_chronology *c) {
    arena scratch = {0};
    full_names names = {0};
    bool ok = gather(c, &scratch, &names);
    for (size_t i = 0; ok && names.count && i < c->events.count; i++) {
        annals_event *e = &c->events.items[i];
        bool other = false;
        for (size_t j = 0; j < e->tag_count; j++)
            other |= full_name_of(&names, e->tags[j].name).data != e->tags[j].name.data;
        ok = !other || rename_tags(&names, &c->arena, e);
    }
    arena_free(&scratch);
    return ok;
}
