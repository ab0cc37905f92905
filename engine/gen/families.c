/* families.c: words that tell the same -> a table by their letters.
 *
 *     @alike NAME WORD...   words of what happens: "burned", "blaze", two that stand together: "went-down", and two
 * that others may part: "blew~up"
 *     @thing NAME WORD...   words of who or what: "vessel"
 *     @office NAME WORD...  words of who, by an office: "mayor"
 *     @rank NAME WORD...    words of which of many: "first"
 *     @opposite NAME NAME... what is not what any of the others is: "open close"
 *     @akin NAME NAME...    what one happening is often told by: "die shoot"
 *     @once NAME...         what happens once: "born"
 *     @deed NOUN WORD...    what the noun names as verbs tell it: "death" */
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
    for (char *form; name && (form = strtok(NULL, " \t"));) {
        *PUSH(&g->families) = (gen_family_word){{letters_of(form), family_of(name), sense}, at};
        if (!strchr(form, PARTED)) continue;
        *PUSH(&g->families) = (gen_family_word){{parted_letters_of(form), family_of(name), sense}, at};
    }
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

void read_ranks(gen *g, char *line, place at) {
    read_family(g, line, FAMILY_RANK, at);
}

static bool is_family(const gen *g, uint32_t family) {
    for (size_t i = 0; i < g->families.count; i++)
        if (g->families.items[i].word.family == family) return true;
    return false;
}

static void relate(gen *g, const char *one, const char *other, family_relation relation, place at) {
    const uint32_t a = family_of(one), b = family_of(other);
    if (!is_family(g, a) || !is_family(g, b))
        complain(at, "words that tell of '%s' and of '%s' must stand above", one, other);
    *PUSH(&g->relations) = (gen_relation){{a < b ? a : b, a < b ? b : a, relation}, at};
}

void read_opposites(gen *g, char *line, place at) {
    const char *name = strtok(line, " \t"), *other = strtok(NULL, " \t");
    if (!other) complain(at, "opposites are two names, or more");
    for (; other; other = strtok(NULL, " \t")) relate(g, name, other, FAMILY_OPPOSED, at);
}

void read_akin(gen *g, char *line, place at) {
    enum { MOST = 16 };
    const char *names[MOST], *name = strtok(line, " \t");
    size_t count = 0;
    for (; name && count < MOST; name = strtok(NULL, " \t")) {
        for (size_t i = 0; i < count; i++) relate(g, names[i], name, FAMILY_AKIN, at);
        names[count++] = name;
    }
    if (name || count < 2) complain(at, "akin are two names, or more, and %d at most", MOST);
}

void read_once(gen *g, char *line, place at) {
    for (const char *name = strtok(line, " \t"); name; name = strtok(NULL, " \t"))
        relate(g, name, name, FAMILY_ONCE, at);
}

void read_deed(gen *g, char *line, place at) {
    const char *noun = strtok(line, " \t"), *verb = strtok(NULL, " \t");
    if (!verb) complain(at, "a deed is a noun and a word that tells it, or more");
    for (; verb; verb = strtok(NULL, " \t")) {
        gen_deed *deed = PUSH(&g->deeds);
        snprintf(deed->noun, sizeof deed->noun, "%s", noun);
        snprintf(deed->verb, sizeof deed->verb, "%s", verb);
    }
}

void emit_deeds(const gen *g, FILE *out) {
    fputs("static const deed_word deeds[] = {\n", out);
    for (size_t i = 0; i < g->deeds.count; i++) {
        fputs("    {", out);
        put_string(out, g->deeds.items[i].noun);
        fputs(", ", out);
        put_string(out, g->deeds.items[i].verb);
        fputs("},\n", out);
    }
    fputs("    {0, 0},\n};\n\n", out);
}

static int by_pair(const void *a, const void *b) {
    const gen_relation *x = a, *y = b;
    if (x->pair.one != y->pair.one) return x->pair.one < y->pair.one ? -1 : 1;
    if (x->pair.other != y->pair.other) return x->pair.other < y->pair.other ? -1 : 1;
    return (x->at.line > y->at.line) - (x->at.line < y->at.line);
}

/* Akin twice over does no harm. */
static void emit_relations(const gen *g, FILE *out) {
    const gen_relation *all = g->relations.items;
    if (g->relations.count) qsort(g->relations.items, g->relations.count, sizeof *all, by_pair);
    fputs("static const family_pair relations[] = {\n", out);
    for (size_t i = 0; i < g->relations.count; i++) {
        const family_pair *p = &all[i].pair, *before = i ? &all[i - 1].pair : p;
        if (p->one == before->one && p->other == before->other && p->relation != before->relation)
            complain(all[i].at, "line %d says otherwise of two names of this one", all[i - 1].at.line);
        fprintf(out, "    {%uu, %uu, %d},\n", p->one, p->other, (int)p->relation);
    }
    fputs("    {0, 0, 0},\n};\n\n", out);
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
    emit_relations(g, out);
}
