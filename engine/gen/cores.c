/* cores.c: which words are worth a closer look.  The scanner passes all others by until one of these stands beside
 * them, so every pattern must have such a word, or a number, or something that an earlier level made.  Chosen is the
 * category that the most patterns have in common, again and again until no pattern is left; and of words that are in
 * nearly every sentence as few as can be. */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CATEGORIES = 1 << 12 };

/* The categories on the way to a node, and whether one of them was chosen. */
typedef struct way {
    uint16_t categories[MAX_STEPS];
    int count;
    bool covered;
} way;

typedef struct chooser {
    const gen *g;
    ARRAY(way) ways;
    bool has_words[MOST_CATEGORIES]; /* else it is made of numbers, or by a rule */
    bool chosen[MOST_CATEGORIES];
    long common[MOST_CATEGORIES]; /* how often its words come together */
} chooser;

/* How often a word comes, in thousandths of the most common one: those of @common stand in that order, and words follow
 * Zipf's law. */
static long weight_of(const gen *g, const char *form) {
    for (size_t i = 0; i < g->common.count; i++)
        if (!strcmp(g->common.items[i].form, form)) return 1000 / (long)(i + 1);
    return 0;
}

static void count_words(chooser *c) {
    for (size_t i = 0; i < c->g->lexemes.count; i++) {
        const gen_lexeme *x = &c->g->lexemes.items[i];
        long weight = weight_of(c->g, x->form);
        for (size_t j = 0; j < x->readings.count; j++) {
            c->has_words[x->readings.items[j].category] = true;
            c->common[x->readings.items[j].category] += weight;
        }
    }
}

static void find_ways(chooser *c, size_t node, way *so_far) {
    const gen_node *n = &c->g->nodes.items[node];
    if (n->node.rule != NO_RULE && !so_far->covered) *PUSH(&c->ways) = *so_far;
    for (size_t i = 0; i < n->edges.count; i++) {
        way longer = *so_far;
        uint16_t category = n->edges.items[i].category;
        longer.categories[longer.count++] = category;
        longer.covered |= !c->has_words[category];
        find_ways(c, n->edges.items[i].target, &longer);
    }
}

static bool has_category(const way *w, int category) {
    for (int i = 0; i < w->count; i++)
        if (w->categories[i] == category) return true;
    return false;
}

/* How many patterns that are left have the category. */
static long coverage(const chooser *c, int category) {
    long count = 0;
    for (size_t i = 0; i < c->ways.count; i++)
        count += !c->ways.items[i].covered && has_category(&c->ways.items[i], category);
    return count;
}

static void choose(chooser *c, int category) {
    c->chosen[category] = true;
    for (size_t i = 0; i < c->ways.count; i++) c->ways.items[i].covered |= has_category(&c->ways.items[i], category);
}

/* The category whose words come least often for each pattern that it settles; -1: no pattern is left. */
static int best_category(const chooser *c) {
    int best = -1;
    long most = 0;
    for (int i = 0; i < (int)c->g->categories.count; i++) {
        long count = c->chosen[i] ? 0 : coverage(c, i);
        if (!count) continue;
        long here = c->common[i] * most, there = best < 0 ? 0 : c->common[best] * count;
        bool better = best < 0 || here < there || (here == there && count > most);
        if (!better) continue;
        best = i;
        most = count;
    }
    return best;
}

static int chosen_in(const chooser *c, const way *w) {
    int count = 0;
    for (int i = 0; i < w->count; i++) count += c->chosen[w->categories[i]];
    return count;
}

/* Is another category chosen in every pattern that has this one? */
static bool is_spare(const chooser *c, int category) {
    for (size_t i = 0; i < c->ways.count; i++)
        if (has_category(&c->ways.items[i], category) && chosen_in(c, &c->ways.items[i]) < 2) return false;
    return true;
}

/* Later choices make earlier ones needless: the words that come most often go first. */
static void drop_spares(chooser *c) {
    for (;;) {
        int most = -1;
        for (int i = 0; i < (int)c->g->categories.count; i++)
            if (c->chosen[i] && c->common[i] && (most < 0 || c->common[i] > c->common[most]) && is_spare(c, i))
                most = i;
        if (most < 0) return;
        c->chosen[most] = false;
    }
}

void choose_cores(gen *g) {
    static chooser c;
    if (g->categories.count > MOST_CATEGORIES) {
        complain((place){"the rules", 0}, "more than %d categories", MOST_CATEGORIES);
        return;
    }
    c.g = g;
    count_words(&c);
    for (size_t i = 0; i < g->roots.count; i++) find_ways(&c, g->roots.items[i], &(way){.count = 0});
    for (int best; (best = best_category(&c)) >= 0;) choose(&c, best);
    drop_spares(&c);
    for (size_t i = 0; i < g->lexemes.count; i++) {
        gen_lexeme *x = &g->lexemes.items[i];
        for (size_t j = 0; j < x->readings.count; j++) x->core |= c.chosen[x->readings.items[j].category];
    }
    free(c.ways.items);
}
