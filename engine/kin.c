#include "kin.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_NAMES = 256,  /* of the document that has fewer, which are looked for in the other */
    DOCUMENTS = 50,    /* of which a rare name is in one: not how many there are, or strangers would make others kin */
    REMEMBERED = 65536 /* pairs, a power of two */
};

typedef struct pair {
    uint64_t key; /* both ranks, and one */
    int kinship;
} pair;

struct kin {
    uint64_t *names; /* document and name, sorted */
    size_t *first;   /* a document's first; one more at the end */
    int *weights;    /* of each name */
    size_t document_count;
    pair remembered[REMEMBERED];
};

static int compare_keys(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The names of all documents, each once a document. */
static size_t gather(const account_list *list, uint64_t *names) {
    size_t count = list->name_count, kept = 0;
    if (count) memcpy(names, list->names, count * sizeof *names);
    for (size_t i = 0; i < list->count; i++) {
        const account *a = &list->items[i];
        for (size_t j = 0; j < a->word_count; j++)
            if (a->words[j].name && a->document < list->document_count)
                names[count++] = (uint64_t)a->document << 32 | a->words[j].word;
    }
    qsort(names, count, sizeof *names, compare_keys);
    for (size_t i = 0; i < count; i++)
        if (!i || names[i] != names[i - 1]) names[kept++] = names[i];
    return kept;
}

static void index_names(kin *k, const account_list *list, size_t count) {
    for (size_t i = 0, d = 0; d <= k->document_count; d++) {
        while (i < count && k->names[i] >> 32 < d) i++;
        k->first[d] = i;
    }
    for (size_t i = 0; i < count; i++) k->weights[(uint32_t)k->names[i]]++;
    for (size_t i = 0; i < list->word_count; i++)
        if (k->weights[i]) k->weights[i] = hundred_ln(DOCUMENTS, (uint64_t)k->weights[i]);
}

kin *kin_of(const account_list *list) {
    size_t most = list->name_count;
    for (size_t i = 0; i < list->count; i++) most += list->items[i].word_count;
    kin *k = calloc(1, sizeof *k);
    if (!k) return NULL;
    k->document_count = list->document_count;
    k->names = malloc((most + 1) * sizeof *k->names);
    k->first = malloc((list->document_count + 1) * sizeof *k->first);
    k->weights = calloc(list->word_count + 1, sizeof *k->weights);
    if (k->names && k->first && k->weights) {
        index_names(k, list, gather(list, k->names));
        return k;
    }
    kin_free(k);
    return NULL;
}

void kin_free(kin *k) {
    if (!k) return;
    free(k->names);
    free(k->first);
    free(k->weights);
    free(k);
}

static bool has_name(const kin *k, uint32_t document, uint32_t name) {
    uint64_t wanted = (uint64_t)document << 32 | name;
    size_t low = k->first[document], high = k->first[document + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (k->names[middle] < wanted) low = middle + 1;
        else high = middle;
    }
    return low < k->first[document + 1] && k->names[low] == wanted;
}

static int names_shared(const kin *k, uint32_t a, uint32_t b) {
    size_t of_a = k->first[a + 1] - k->first[a], of_b = k->first[b + 1] - k->first[b];
    uint32_t fewer = of_a < of_b || (of_a == of_b && a < b) ? a : b, more = a + b - fewer;
    size_t end = k->first[fewer + 1];
    if (end - k->first[fewer] > MOST_NAMES) end = k->first[fewer] + MOST_NAMES;
    int sum = 0;
    for (size_t i = k->first[fewer]; i < end; i++)
        if (has_name(k, more, (uint32_t)k->names[i])) sum += k->weights[(uint32_t)k->names[i]];
    return sum;
}

int kinship(kin *k, uint32_t a, uint32_t b) {
    if (a == b || a >= k->document_count || b >= k->document_count) return 0;
    uint64_t key = (a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a) + 1;
    pair *p = &k->remembered[(key * UINT64_C(0x9E3779B97F4A7C15) >> 32) % REMEMBERED];
    if (p->key != key) *p = (pair){key, names_shared(k, a, b)};
    return p->kinship;
}
