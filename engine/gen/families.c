/* families.c: words that tell the same -> a table by their letters.
 *
 *     @alike NAME WORD...   words of what happens: "burned", "blaze", and two that stand together: "blew-up"
 *     @thing NAME WORD...   words of who or what: "vessel"
 *     @office NAME WORD...  words of who, by an office: "mayor"
 *     @opposite NAME NAME... what is not what any of the others is: "open close" */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

/* A number for the name of words that are alike, the same in every language. */
static uint32_t family_of(const char *name) {
    uint32_t family = 2166136261u;
    for (; *name; name++) family = (family ^ (unsigned char)*name) * 16777619u;
    return family | 1;
}

static void read_family(gen *g, char *line, family_sense sense, place at) {
    char *name = strtok(line, " \t");
    if (!name) complain(at, "words that are alike need a name");
    for (char *form; name && (form = strtok(NULL, " \t"));)
        *PUSH(&g->families) = (gen_family_word){{letters_of(form), family_of(name), sense}, at};
}

void read_alike(gen *g, char *line, place at) {
    read_family(g, line, FAMILY_ACT, at);
}

void read_things(gen *g, char *line, place at) {
    read_family(g, line, FAMILY_THING, at);
}

void read_offices(gen *g, char *line, place at) {
    read_family(g, line, FAMILY_OFFICE, at);
}

static bool is_family(const gen *g, uint32_t family) {
    for (size_t i = 0; i < g->families.count; i++)
        if (g->families.items[i].word.family == family) return true;
    return false;
}

void read_opposites(gen *g, char *line, place at) {
    char *name = strtok(line, " \t");
    family_pair pair = {name ? family_of(name) : 0, 0};
    for (char *other; name && (other = strtok(NULL, " \t"));) {
        pair.other = family_of(other);
        if (!is_family(g, pair.one) || !is_family(g, pair.other))
            complain(at, "words that tell of '%s' and of '%s' must stand above", name, other);
        *PUSH(&g->opposites) = pair.one < pair.other ? pair : (family_pair){pair.other, pair.one};
    }
    if (!pair.other) complain(at, "opposites are two names, or more");
}

static int by_pair(const void *a, const void *b) {
    const family_pair *x = a, *y = b;
    return x->one != y->one ? (x->one > y->one) - (x->one < y->one) : (x->other > y->other) - (x->other < y->other);
}

static void emit_opposites(const gen *g, FILE *out) {
    const family_pair *all = g->opposites.items;
    if (g->opposites.count) qsort(g->opposites.items, g->opposites.count, sizeof *all, by_pair);
    fputs("static const family_pair opposites[] = {\n", out);
    for (size_t i = 0; i < g->opposites.count; i++) fprintf(out, "    {%uu, %uu},\n", all[i].one, all[i].other);
    fputs("    {0, 0},\n};\n\n", out);
}

static int by_letters(const void *a, const void *b) {
    const gen_family_word *x = a, *y = b;
    if (x->word.letters != y->word.letters) return x->word.letters < y->word.letters ? -1 : 1;
    return (x->at.line > y->at.line) - (x->at.line < y->at.line);
}

void emit_families(const gen *g, FILE *out) {
    const gen_family_word *all = g->families.items;
    if (g->families.count) qsort(g->families.items, g->families.count, sizeof *all, by_letters);
    fputs("static const word_family families[] = {\n", out);
    for (size_t i = 0; i < g->families.count; i++) {
        if (i && all[i].word.letters == all[i - 1].word.letters)
            complain(all[i].at, "a word of this line was given before, in line %d", all[i - 1].at.line);
        fprintf(out, "    {UINT64_C(%llu), %uu, %d},\n", (unsigned long long)all[i].word.letters, all[i].word.family,
                (int)all[i].word.sense);
    }
    fputs("    {0, 0, 0},\n};\n\n", out);
    emit_opposites(g, out);
}
