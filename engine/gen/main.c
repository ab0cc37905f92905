/* main.c: annals-gen LANGUAGE LEX RULES GRAMMAR.c CASES.c, and annals-gen --list for the table of all languages. */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

static int complaints;

void complain(place at, const char *format, ...) {
    fprintf(stderr, "%s:%d: ", at.file, at.line);
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    complaints++;
}

void *grow(void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return items;
    *capacity = *capacity ? *capacity * 2 : 16;
    items = realloc(items, *capacity * size);
    if (!items) {
        fputs("annals-gen: out of memory\n", stderr);
        exit(1);
    }
    memset((char *)items + count * size, 0, (*capacity - count) * size);
    return items;
}

char *copy_of(const char *text, size_t length) {
    size_t capacity = 0;
    char *copy = NULL;
    while (capacity <= length) copy = grow(copy, capacity, &capacity, 1);
    memcpy(copy, text, length);
    copy[length] = 0;
    return copy;
}

int category_of(gen *g, const char *name) {
    for (size_t i = 0; i < g->categories.count; i++)
        if (!strcmp(g->categories.items[i].name, name)) return (int)i;
    gen_category *c = PUSH(&g->categories);
    memset(c, 0, sizeof *c);
    snprintf(c->name, sizeof c->name, "%s", name);
    return (int)g->categories.count - 1;
}

void define_category(gen *g, int category) {
    g->categories.items[category].defined = true;
}

void list_category(gen *g, int category, place at) {
    gen_category *c = &g->categories.items[category];
    c->defined = true;
    if (!c->first_listed.file) c->first_listed = at;
}

void use_category(gen *g, int category, place at) {
    gen_category *c = &g->categories.items[category];
    if (!c->first_used.file) c->first_used = at;
}

void read_lines(gen *g, const char *path, void (*read)(gen *g, char *text, place at)) {
    FILE *in = fopen(path, "r");
    place at = {path, 0};
    if (!in) {
        complain(at, "cannot be opened");
        return;
    }
    char line[1024];
    while (fgets(line, sizeof line, in)) {
        at.line++;
        line[strcspn(line, "\r\n")] = 0;
        char *text = line + strspn(line, " \t");
        if (*text && *text != '#') read(g, text, at);
    }
    fclose(in);
}

static void check(const gen *g) {
    for (size_t i = 0; i < g->categories.count; i++) {
        const gen_category *c = &g->categories.items[i];
        if (c->first_used.file && !c->defined)
            complain(c->first_used, "unknown category '%s'; give it words in the lexicon or a rule that makes it",
                     c->name);
        if (c->first_listed.file && !c->first_used.file)
            complain(c->first_listed, "no rule uses the category '%s'; take its words out, or write the rule", c->name);
    }
    for (size_t i = 0; i < g->rules.count; i++) {
        const gen_rule *r = &g->rules.items[i];
        if (!r->reachable) complain(r->at, "rule '%s' can never match: earlier rules take all it could", r->name);
        if (!r->examples) complain(r->at, "rule '%s' has no example; add a line  = \"text\" value", r->name);
        if (!r->counter_examples) complain(r->at, "rule '%s' has no counter-example; add a line  ! \"text\"", r->name);
    }
}

static FILE *open_output(const char *path) {
    FILE *out = fopen(path, "w");
    if (!out) perror(path);
    return out;
}

static int close_output(const char *path, FILE *out) {
    if (!fclose(out)) return 0;
    perror(path);
    return 1;
}

static int write_file(const char *path, const gen *g, const char *language,
                      void (*emit)(const gen *, const char *, FILE *)) {
    FILE *out = open_output(path);
    if (!out) return 1;
    emit(g, language, out);
    return close_output(path, out);
}

static int write_list(const char *path, char *const *codes, int count, void (*emit)(char *const *, int, FILE *)) {
    FILE *out = open_output(path);
    if (!out) return 1;
    emit(codes, count, out);
    return close_output(path, out);
}

static int compile_days(char **argv) {
    static gen g;
    read_days(&g, argv[2]);
    return complaints ? 1 : write_file(argv[3], &g, "", emit_days);
}

/* The rules may ask for the days of a table. */
static int compile(char **argv, const char *days) {
    static gen g;
    if (days) read_days(&g, days);
    category_of(&g, "none"); /* category 0 makes nothing */
    define_category(&g, 0);
    category_of(&g, "loose"); /* category LOOSE_CATEGORY is no mention by itself */
    define_category(&g, LOOSE_CATEGORY);
    read_lexicon(&g, argv[2]);
    read_rules(&g, argv[3]);
    check(&g);
    choose_cores(&g);
    if (complaints) return 1;
    return write_file(argv[4], &g, argv[1], emit_grammar) || write_file(argv[5], &g, argv[1], emit_cases);
}

int main(int argc, char **argv) {
    bool option = argc > 1 && !strncmp(argv[1], "--", 2);
    if ((argc == 6 || argc == 7) && !option) return compile(argv, argc == 7 ? argv[6] : NULL);
    if (argc == 4 && !strcmp(argv[1], "--days")) return compile_days(argv);
    if (argc > 4 && !strcmp(argv[1], "--list"))
        return write_list(argv[2], argv + 4, argc - 4, emit_languages) ||
               write_list(argv[3], argv + 4, argc - 4, emit_case_list);
    fputs("usage: annals-gen LANGUAGE LEX RULES GRAMMAR.c CASES.c [DAYS]\n"
          "       annals-gen --days DAYS DAYS.c\n"
          "       annals-gen --list GRAMMARS.c CASES.c LANGUAGE...\n",
          stderr);
    return 2;
}
