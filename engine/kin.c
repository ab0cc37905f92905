#include "kin.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_NAMES = 256, /* of the document that has fewer, which are looked for in the other */
    DOCUMENTS = 50,   /* of which a rare name is in one: not how many there are, or strangers would make others kin */
    MOST_DAYS = 256,  /* likewise */
    WEEK = 7,
    REMEMBERED = 65536 /* pairs, a power of two */
};

typedef struct pair {
    uint64_t key; /* both ranks, and one */
    int kinship;
    int step;
} pair;

/* A day that a document tells of. */
typedef struct told_day {
    int64_t day;
    uint32_t document;
} told_day;

struct kin {
    uint64_t *names; /* document and name, sorted */
    size_t *first;   /* a document's first; one more at the end */
    int *weights;    /* of each name */
    told_day *days;  /* sorted by document, each once */
    size_t *first_day;
    size_t document_count, count; /* ... of them, and of the files that hold several */
    uint32_t *files;              /* of each document: the number of its file behind the documents, or its own */
    pair remembered[REMEMBERED];
};

static int compare_keys(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Papers of one file tell of one matter: what all of them name and tell stands under a number of its own. */
static void number_files(kin *k, const account_list *list) {
    k->count = k->document_count;
    for (size_t i = 0; i < k->document_count; i++) {
        bool follows = list->files[i] < i, leads = i + 1 < k->document_count && list->files[i + 1] == i;
        k->files[i] = follows ? k->files[i - 1] : leads ? (uint32_t)k->count++ : (uint32_t)i;
    }
}

/* What stands under documents stands under their files as well. */
static size_t add_files(const kin *k, uint64_t *names, size_t count) {
    for (size_t i = 0, all = count; i < all; i++) {
        uint32_t document = (uint32_t)(names[i] >> 32);
        if (k->files[document] != document) names[count++] = (uint64_t)k->files[document] << 32 | (uint32_t)names[i];
    }
    return count;
}

/* The names of all documents, each once a document. */
static size_t gather(const kin *k, const account_list *list, uint64_t *names) {
    size_t count = list->name_count, kept = 0;
    if (count) memcpy(names, list->names, count * sizeof *names);
    for (size_t i = 0; i < list->count; i++) {
        const account *a = &list->items[i];
        for (size_t j = 0; j < a->word_count; j++)
            if (a->words[j].name && a->document < list->document_count)
                names[count++] = (uint64_t)a->document << 32 | a->words[j].word;
    }
    count = add_files(k, names, count);
    qsort(names, count, sizeof *names, compare_keys);
    for (size_t i = 0; i < count; i++)
        if (!i || names[i] != names[i - 1]) names[kept++] = names[i];
    return kept;
}

static void index_names(kin *k, const account_list *list, size_t count) {
    for (size_t i = 0, d = 0; d <= k->count; d++) {
        while (i < count && k->names[i] >> 32 < d) i++;
        k->first[d] = i;
    }
    for (size_t i = 0; i < k->first[k->document_count]; i++) k->weights[(uint32_t)k->names[i]]++;
    for (size_t i = 0; i < list->word_count; i++)
        if (k->weights[i]) k->weights[i] = hundred_ln(DOCUMENTS, (uint64_t)k->weights[i]);
}

static int by_document(const void *a, const void *b) {
    const told_day *x = a, *y = b;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    return (x->day > y->day) - (x->day < y->day);
}

/* The days that each document tells of, but for its own. */
static void gather_days(kin *k, const account_list *list) {
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const account *a = &list->items[i];
        bool day = a->first == a->last && !a->open && !a->own && a->kind != ANNALS_CITATION;
        if (!day || a->document >= k->document_count) continue;
        uint32_t file = k->files[a->document];
        k->days[count++] = (told_day){a->first, a->document};
        if (file != a->document) k->days[count++] = (told_day){a->first, file};
    }
    qsort(k->days, count, sizeof *k->days, by_document);
    for (size_t i = 0; i < count; i++)
        if (!i || by_document(&k->days[i - 1], &k->days[i])) k->days[kept++] = k->days[i];
    for (size_t i = 0, d = 0; d <= k->count; d++) {
        while (i < kept && k->days[i].document < d) i++;
        k->first_day[d] = i;
    }
}

kin *kin_of(const account_list *list) {
    size_t most = list->name_count;
    for (size_t i = 0; i < list->count; i++) most += list->items[i].word_count;
    kin *k = calloc(1, sizeof *k);
    if (!k) return NULL;
    k->document_count = list->document_count;
    k->files = malloc((list->document_count + 1) * sizeof *k->files);
    k->names = malloc((2 * most + 1) * sizeof *k->names);
    k->first = malloc((2 * list->document_count + 1) * sizeof *k->first);
    k->weights = calloc(list->word_count + 1, sizeof *k->weights);
    k->days = malloc((2 * list->count + 1) * sizeof *k->days);
    k->first_day = malloc((2 * list->document_count + 1) * sizeof *k->first_day);
    if (k->files && k->names && k->first && k->weights && k->days && k->first_day) {
        number_files(k, list);
        index_names(k, list, gather(k, list, k->names));
        gather_days(k, list);
        return k;
    }
    kin_free(k);
    return NULL;
}

void kin_free(kin *k) {
    if (!k) return;
    free(k->files);
    free(k->names);
    free(k->first);
    free(k->weights);
    free(k->days);
    free(k->first_day);
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

/* The first day of a document from there on. */
static size_t day_from(const kin *k, uint32_t document, int64_t day) {
    size_t low = k->first_day[document], high = k->first_day[document + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (k->days[middle].day < day) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* How many of the days [from, to) are of each weekday. */
static void count_weekdays(const kin *k, size_t from, size_t to, size_t *counts) {
    for (size_t i = from; i < to; i++) counts[((k->days[i].day % WEEK) + WEEK) % WEEK]++;
}

/* The days that both tell of, and how many it would be by chance, in hundredths, of those weeks of which both tell; a
 * weekly paper meets a preacher's diary on any Sunday. */
static size_t common_days(const kin *k, uint32_t a, uint32_t b, size_t *by_chance) {
    size_t of_a = k->first_day[a + 1], of_b = k->first_day[b + 1];
    if (k->first_day[a] == of_a || k->first_day[b] == of_b) return 0;
    int64_t first_a = k->days[k->first_day[a]].day, first_b = k->days[k->first_day[b]].day;
    int64_t first = first_a > first_b ? first_a : first_b, last_a = k->days[of_a - 1].day, last = k->days[of_b - 1].day;
    if (last > last_a) last = last_a;
    size_t from_a = day_from(k, a, first), from_b = day_from(k, b, first);
    if (from_a + MOST_DAYS < of_a && k->days[from_a + MOST_DAYS].day < last) last = k->days[from_a + MOST_DAYS].day;
    if (from_b + MOST_DAYS < of_b && k->days[from_b + MOST_DAYS].day < last) last = k->days[from_b + MOST_DAYS].day;
    size_t counts_a[WEEK] = {0}, counts_b[WEEK] = {0}, common = 0, to_a = day_from(k, a, last + 1);
    size_t to_b = day_from(k, b, last + 1);
    if (first > last) return 0;
    count_weekdays(k, from_a, to_a, counts_a);
    count_weekdays(k, from_b, to_b, counts_b);
    *by_chance = 0;
    for (size_t i = 0; i < WEEK; i++)
        *by_chance += 100 * WEEK * counts_a[i] * counts_b[i] / (size_t)(last - first + WEEK);
    for (size_t i = from_a, j = from_b; i < to_a && j < to_b;) {
        int64_t x = k->days[i].day, y = k->days[j].day;
        common += x == y;
        i += x <= y;
        j += y <= x;
    }
    return common;
}

/* Where chance would have less than a third of the common days, what both tell of one is one thing in 98 of 100
 * (counted in tests/chronicle); where it would have nearly all of them, that is no sign. */
static int step_of(const kin *k, uint32_t a, uint32_t b) {
    enum { SURE = 45, NO_SIGN = 80, WHOLE = 100 };
    size_t by_chance = 0, common = common_days(k, a, b, &by_chance);
    if (!common) return 0;
    size_t share = (by_chance + WHOLE) / common; /* one more, as a few days are few */
    return share <= SURE ? WHOLE : share >= NO_SIGN ? 0 : (int)(NO_SIGN - share) * WHOLE / (NO_SIGN - SURE);
}

static pair *pair_of(kin *k, uint32_t a, uint32_t b) {
    uint64_t key = (a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a) + 1;
    pair *p = &k->remembered[(key * UINT64_C(0x9E3779B97F4A7C15) >> 32) % REMEMBERED];
    if (p->key != key) *p = (pair){key, names_shared(k, a, b), step_of(k, a, b)};
    return p;
}

static bool are_two(const kin *k, uint32_t a, uint32_t b) {
    return a != b && a < k->document_count && b < k->document_count;
}

/* Of two of different files, their files; else the documents. */
static const pair *widest(kin *k, uint32_t a, uint32_t b) {
    bool apart = k->files[a] != k->files[b];
    return apart ? pair_of(k, k->files[a], k->files[b]) : pair_of(k, a, b);
}

int kinship(kin *k, uint32_t a, uint32_t b) {
    if (!are_two(k, a, b)) return 0;
    int own = pair_of(k, a, b)->kinship, wide = widest(k, a, b)->kinship;
    return own > wide ? own : wide;
}

int in_step(kin *k, uint32_t a, uint32_t b) {
    return are_two(k, a, b) ? widest(k, a, b)->step : 0;
}
