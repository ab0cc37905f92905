/* common.c: which words are worth a closer look.  Most words of the lexicon that a text holds are "the", "of" and "in";
 * the scanner passes them by until a word stands beside them that a date cannot do without.  So every rule must have
 * such a word: a common word that some rule leaves alone with its like is common no more. */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

static bool is_common(const gen *g, const char *form) {
    for (size_t i = 0; i < g->words.count; i++)
        if (!strcmp(g->words.items[i].form, form)) return g->words.items[i].contexts & CONTEXT_COMMON;
    return false;
}

static bool has_reading(const gen_lexeme *x, int category) {
    for (size_t i = 0; i < x->readings.count; i++)
        if (x->readings.items[i].category == category) return true;
    return false;
}

/* How many common words a category has. */
static int common_words(const gen *g, int category) {
    int count = 0;
    for (size_t i = 0; i < g->lexemes.count; i++)
        count += g->lexemes.items[i].common && has_reading(&g->lexemes.items[i], category);
    return count;
}

static void make_rare(gen *g, int category) {
    for (size_t i = 0; i < g->lexemes.count; i++) {
        const gen_lexeme *x = &g->lexemes.items[i];
        if (!has_reading(x, category)) continue;
        for (size_t j = 0; j < g->lexemes.count; j++)
            if (!strcmp(g->lexemes.items[j].form, x->form)) g->lexemes.items[j].common = false;
    }
}

/* Follow the rules as long as common words can; `least` is the category of the fewest common words on the way. */
static void follow_common(gen *g, size_t node, int least) {
    if (g->nodes.items[node].node.rule != NO_RULE && least >= 0) make_rare(g, least);
    for (size_t i = 0; i < g->nodes.items[node].edges.count; i++) {
        grammar_edge e = g->nodes.items[node].edges.items[i];
        int words = common_words(g, e.category);
        if (!words) continue;
        bool fewer = least < 0 || words < common_words(g, least);
        follow_common(g, e.target, fewer ? e.category : least);
    }
}

void settle_common_words(gen *g) {
    for (size_t i = 0; i < g->lexemes.count; i++) g->lexemes.items[i].common = is_common(g, g->lexemes.items[i].form);
    for (size_t i = 0; i < g->roots.count; i++) follow_common(g, g->roots.items[i], -1);
}
