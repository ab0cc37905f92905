/* emit.c: the tables as C. */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

void put_string(FILE *out, const char *text) {
    fputc('"', out);
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p == '"' || *p == '\\') fprintf(out, "\\%c", *p);
        else if (*p < 0x20 || *p > 0x7e) fprintf(out, "\\%03o", *p);
        else fputc(*p, out);
    }
    fputc('"', out);
}

void emit_key(const char *form, FILE *out) {
    form_key k = key_of_form(form, strlen(form));
    fprintf(out, ", UINT64_C(0x%llx), UINT64_C(0x%llx)", (unsigned long long)k.head, (unsigned long long)k.tail);
}

static void *need(void *p) {
    if (p) return p;
    fputs("annals-gen: out of memory\n", stderr);
    exit(1);
}

/* ---------------------------------------------------------------- perfect hashes */

typedef struct slot_table {
    uint16_t *slots;
    uint32_t mask;
    uint64_t factor;
} slot_table;

/* Forms are null where an earlier one is the same. */
static bool fill_slots(const char *const *forms, size_t count, slot_table *t) {
    memset(t->slots, 0xFF, ((size_t)t->mask + 1) * sizeof *t->slots);
    for (size_t i = 0; i < count; i++) {
        if (!forms[i]) continue;
        uint16_t *slot = &t->slots[form_hash(key_of_form(forms[i], strlen(forms[i])), t->factor) & t->mask];
        if (*slot != NO_RULE) return false;
        *slot = (uint16_t)i;
    }
    return true;
}

/* Try factors until no two forms share a slot; a table of 16 slots a form finds one soon, else it doubles. */
static slot_table make_slots(const char *const *forms, size_t count) {
    enum { TRIES = 20000, GIVE_UP = 5 * TRIES };
    slot_table t = {.mask = 1, .factor = 1};
    while (t.mask < count * 16) t.mask = t.mask * 2 + 1;
    t.slots = need(malloc(((size_t)t.mask + 1) * sizeof *t.slots));
    for (int tries = 1; !fill_slots(forms, count, &t); tries++) {
        t.factor = t.factor * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        t.factor |= 1;
        if (tries % TRIES) continue;
        if (tries == GIVE_UP) {
            fputs("annals-gen: two words have one hash; make form_hash take in more of them\n", stderr);
            exit(1);
        }
        t.mask = t.mask * 2 + 1;
        t.slots = need(realloc(t.slots, ((size_t)t.mask + 1) * sizeof *t.slots));
    }
    return t;
}

static slot_table emit_slots(const char *name, const char *const *forms, size_t count, FILE *out) {
    slot_table t = make_slots(forms, count);
    fprintf(out, "static const uint16_t %s[] = {", name);
    for (uint32_t i = 0; i <= t.mask; i++) fprintf(out, "%s%d,", i % 20 ? " " : "\n    ", t.slots[i]);
    fputs("\n};\n\n", out);
    free(t.slots);
    t.slots = NULL;
    return t;
}

/* Lexemes of one form share a slot, the first of them holds it. */
static slot_table emit_lexeme_slots(const gen *g, FILE *out) {
    const char **forms = need(calloc(g->lexemes.count + 1, sizeof *forms));
    for (size_t i = 0; i < g->lexemes.count; i++) {
        size_t j = 0;
        while (strcmp(g->lexemes.items[j].form, g->lexemes.items[i].form)) j++;
        if (j == i) forms[i] = g->lexemes.items[i].form;
    }
    slot_table t = emit_slots("slots", forms, g->lexemes.count, out);
    free(forms);
    return t;
}

static slot_table emit_word_slots(const gen *g, FILE *out) {
    const char **forms = need(calloc(g->words.count + 1, sizeof *forms));
    for (size_t i = 0; i < g->words.count; i++) forms[i] = g->words.items[i].form;
    slot_table t = emit_slots("word_slots", forms, g->words.count, out);
    free(forms);
    return t;
}

/* C has no constants of 128 bits: the halves make one. */
#define SET_FORMAT    "(context_set)UINT64_C(%llu) << 64 | UINT64_C(%llu)"
#define SET_HALVES(x) (unsigned long long)((x) >> 64), (unsigned long long)(x)

/* One more than there are, for C has no empty arrays. */
static void emit_context_words(const char *name, const gen_context_word *words, size_t count, FILE *out) {
    fprintf(out, "static const context_word %s[] = {\n", name);
    for (size_t i = 0; i < count; i++) {
        fputs("    {", out);
        put_string(out, words[i].form);
        emit_key(words[i].form, out);
        fprintf(out, ", %zu, {" SET_FORMAT ", " SET_FORMAT "}, " SET_FORMAT "},\n", strlen(words[i].form),
                SET_HALVES(words[i].roles.low), SET_HALVES(words[i].roles.high), SET_HALVES(words[i].contexts));
    }
    fputs("    {.form = \"\"},\n};\n\n", out);
}

/* ---------------------------------------------------------------- rules */

static void emit_rules(const gen *g, FILE *out) {
    fputs("static const grammar_rule rules[] = {\n", out);
    for (size_t i = 0; i < g->rules.count; i++) {
        const grammar_rule *r = &g->rules.items[i].rule;
        fputs("    {", out);
        put_string(out, g->rules.items[i].name);
        fprintf(out, ", %d, %d, %d, %d, {", r->result, r->level, r->constructor, r->argument_count);
        for (int j = 0; j < r->argument_count; j++)
            fprintf(out, "{%d, %d},", r->arguments[j].capture, r->arguments[j].constant);
        fputs(r->argument_count ? "}},\n" : "{0}}},\n", out);
    }
    fputs("};\n\n", out);
}

static int by_category(const void *a, const void *b) {
    const grammar_edge *x = a, *y = b;
    if (x->category != y->category) return x->category < y->category ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

static void emit_node(const gen_node *n, size_t first_edge, FILE *out) {
    uint64_t categories = 0;
    unsigned gaps = 0;
    for (size_t i = 0; i < n->edges.count; i++) {
        categories |= category_bit(n->edges.items[i].category);
        gaps |= n->edges.items[i].gaps;
    }
    fprintf(out, "    {UINT64_C(0x%llx), %u, %zu, %zu, %d, %d, %d, %d, %d},\n", (unsigned long long)categories, gaps,
            first_edge, n->edges.count, n->node.parent, n->node.edge, n->node.rule, n->node.before, n->node.after);
}

static void emit_automaton(const gen *g, FILE *out) {
    size_t edges = 0;
    fputs("static const grammar_edge edges[] = {\n", out);
    for (size_t i = 0; i < g->nodes.count; i++) {
        const gen_node *n = &g->nodes.items[i];
        if (n->edges.count) qsort(n->edges.items, n->edges.count, sizeof *n->edges.items, by_category);
        for (size_t j = 0; j < n->edges.count; j++) {
            grammar_edge e = n->edges.items[j];
            g->nodes.items[e.target].node.edge = (uint16_t)edges++;
            fprintf(out, "    {%d, %d, %d, %d},\n", e.gaps, e.category, e.target, e.capture);
        }
    }
    fputs("};\n\nstatic const grammar_node nodes[] = {\n", out);
    size_t first = 0;
    for (size_t i = 0; i < g->nodes.count; i++) {
        emit_node(&g->nodes.items[i], first, out);
        first += g->nodes.items[i].edges.count;
    }
    fputs("};\n\nstatic const uint16_t roots[] = {", out);
    for (size_t i = 0; i < g->roots.count; i++) fprintf(out, "%d, ", g->roots.items[i]);
    fputs("};\n\n", out);
}

/* Where the edges of a category begin among those of a root; they are sorted.  NO_RULE: there are none. */
static unsigned root_edge(const gen *g, size_t level, size_t category) {
    const gen_node *root = &g->nodes.items[g->roots.items[level]];
    for (size_t i = 0; i < root->edges.count; i++)
        if (root->edges.items[i].category == category) return g->nodes.items[root->edges.items[i].target].node.edge;
    return NO_RULE;
}

/* The levels at which a category, and it with one behind it, begins a rule. */
typedef struct beginnings {
    uint32_t alone, pairs[CATEGORY_BITS];
} beginnings;

static void gather_beginnings(const gen *g, size_t level, beginnings *of) {
    const gen_node *root = &g->nodes.items[g->roots.items[level]];
    for (size_t i = 0; i < root->edges.count; i++) {
        const gen_node *next = &g->nodes.items[root->edges.items[i].target];
        beginnings *b = &of[root->edges.items[i].category];
        if (next->node.rule != NO_RULE) b->alone |= UINT32_C(1) << level;
        for (size_t j = 0; j < next->edges.count; j++)
            b->pairs[next->edges.items[j].category % CATEGORY_BITS] |= UINT32_C(1) << level;
    }
}

static void emit_beginnings(const gen *g, FILE *out) {
    beginnings *of = calloc(g->categories.count, sizeof *of);
    if (!of) abort();
    for (size_t level = 0; level < g->roots.count; level++) gather_beginnings(g, level, of);
    fputs("static const uint32_t alone[] = {", out);
    for (size_t i = 0; i < g->categories.count; i++) fprintf(out, "%s%u,", i % 16 ? " " : "\n    ", of[i].alone);
    fputs("\n};\n\nstatic const uint32_t pairs[][CATEGORY_BITS] = {", out);
    for (size_t i = 0; i < g->categories.count; i++) {
        fputs("\n    {", out);
        for (size_t j = 0; j < CATEGORY_BITS; j++) fprintf(out, "%u, ", of[i].pairs[j]);
        fputs("},", out);
    }
    fputs("\n};\n\nstatic const uint16_t root_edges[] = {", out);
    for (size_t level = 0; level < g->roots.count; level++)
        for (size_t i = 0; i < g->categories.count; i++)
            fprintf(out, "%s%u,", i % 20 ? " " : "\n    ", root_edge(g, level, i));
    fputs("\n};\n\n", out);
    free(of);
}

static uint32_t hash_of_form(const char *form) {
    size_t length = strlen(form);
    return core_hash(bytes_key(form, length < 8 ? length : 8), length);
}

/* What follows the apostrophe that an ending begins with; null: it begins with none. */
static const char *behind_apostrophe(const char *ending) {
    if (*ending == '\'') return ending + 1;
    return strncmp(ending, "\xE2\x80\x99", 3) ? NULL : ending + 3;
}

static void emit_contexts(const char *name, const context_set *contexts, size_t count, FILE *out) {
    fprintf(out, "static const context_set %s[] = {", name);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s" SET_FORMAT ",", i % 4 ? " " : "\n    ", SET_HALVES(contexts[i]));
    fputs("\n};\n\n", out);
}

static unsigned char last_byte(const gen_context_word *ending) {
    return (unsigned char)ending->form[strlen(ending->form) - 1];
}

static int by_last_byte(const void *a, const void *b) {
    const gen_context_word *x = a, *y = b;
    int difference = last_byte(x) - last_byte(y);
    return difference ? difference : strcmp(x->form, y->form);
}

/* The endings in the order of their last bytes, and where those of each are. */
static void emit_endings(const gen *g, FILE *out) {
    ending_row rows[256] = {0};
    if (g->endings.count) qsort(g->endings.items, g->endings.count, sizeof *g->endings.items, by_last_byte);
    emit_context_words("endings", g->endings.items, g->endings.count, out);
    for (size_t i = 0; i < g->endings.count; i++) {
        ending_row *row = &rows[last_byte(&g->endings.items[i])];
        row->contexts |= g->endings.items[i].contexts;
        if (!row->last) row->first = (uint16_t)i;
        row->last = (uint16_t)(i + 1);
    }
    memcpy(&rows['A'], &rows['a'], 26 * sizeof *rows);
    fputs("static const ending_row ending_rows[] = {", out);
    for (size_t i = 0; i < 256; i++)
        fprintf(out, "\n    {" SET_FORMAT ", %d, %d},", SET_HALVES(rows[i].contexts), rows[i].first, rows[i].last);
    fputs("\n};\n\n", out);
}

static void emit_hints(const gen *g, FILE *out) {
    static context_set words[HINT_ROWS];
    for (size_t i = 0; i < g->words.count; i++)
        words[hash_of_form(g->words.items[i].form) % HINT_ROWS] |= g->words.items[i].contexts;
    for (size_t i = 0; i < g->endings.count; i++) {
        const gen_context_word *e = &g->endings.items[i];
        const char *behind = behind_apostrophe(e->form);
        if (behind) words[hash_of_form(behind) % HINT_ROWS] |= e->contexts; /* a word to the scanner: "'ll" */
    }
    emit_contexts("hints", words, HINT_ROWS, out);
}

static bool foretells(context_set contexts) {
    return contexts & (CONTEXT_FUTURE | CONTEXT_PRESENT | CONTEXT_PURPOSE | CONTEXT_FORESEEN | CONTEXT_FIXED_FOR);
}

/* The words that tell of the future, and what stands behind the apostrophe of an ending that does; any word may have
 * another ending. */
static void mark_verbs(const gen *g, uint8_t *marks) {
    for (size_t i = 0; i < g->words.count; i++) {
        const gen_context_word *w = &g->words.items[i];
        if (!foretells(w->contexts) && !roles_meet(w->roles, ROLE_HOPED)) continue;
        if (w->form[1]) marks[hash_of_form(w->form)] |= MARK_VERB;
        else complain((place){"the lexicon", 0}, "'%s' is too short a verb for the scanner", w->form);
    }
    for (size_t i = 0; i < g->endings.count; i++) {
        const gen_context_word *e = &g->endings.items[i];
        const char *behind = behind_apostrophe(e->form);
        if (!foretells(e->contexts)) continue;
        bool word = behind && behind[0] && behind[1];
        if (word) marks[hash_of_form(behind)] |= MARK_VERB;
        for (size_t row = 0; !word && row < MARK_ROWS; row++) marks[row] |= MARK_VERB;
    }
}

static void emit_marks(const gen *g, FILE *out) {
    static uint8_t marks[MARK_ROWS];
    for (size_t i = 0; i < g->lexemes.count; i++)
        marks[hash_of_form(g->lexemes.items[i].form)] |= MARK_KNOWN | (g->lexemes.items[i].core ? MARK_CORE : 0);
    mark_verbs(g, marks);
    fputs("static const uint8_t marks[] = {", out);
    for (size_t i = 0; i < MARK_ROWS; i++) fprintf(out, "%s%d,", i % 40 ? "" : "\n    ", marks[i]);
    fputs("\n};\n\n", out);
}

static void emit_categories(const gen *g, FILE *out) {
    fputs("static const char *const categories[] = {\n", out);
    for (size_t i = 0; i < g->categories.count; i++) {
        fputs("    ", out);
        put_string(out, g->categories.items[i].name);
        fputs(",\n", out);
    }
    fputs("};\n\nstatic const char *const names[] = {\n", out);
    for (size_t i = 0; i < g->names.count; i++) {
        fputs("    ", out);
        put_string(out, g->names.items[i].name);
        fputs(",\n", out);
    }
    fputs("    0};\n\n", out);
}

static bool has_context(const gen *g, context_set context) {
    for (size_t i = 0; i < g->words.count; i++)
        if (g->words.items[i].contexts & context) return true;
    return false;
}

static bool has_words_of(const gen *g, role_set role) {
    for (size_t i = 0; i < g->words.count; i++)
        if (roles_meet(g->words.items[i].roles, role)) return true;
    return false;
}

static const char head[] = "/* Made by annals-gen; edit the files in lang/ instead. */\n#include \"grammar.h\"\n\n";

static void emit_sayings(const gen *g, FILE *out) {
    fputs("static const char *const sayings[] = {\n", out);
    for (int i = 0; i < SAYING_COUNT; i++) {
        fputs("    ", out);
        if (g->sayings[i]) put_string(out, g->sayings[i]);
        else fputs("NULL", out);
        fputs(",\n", out);
    }
    fputs("};\n\n", out);
}

void emit_grammar(const gen *g, const char *language, FILE *out) {
    fputs(head, out);
    emit_readings(g, out);
    slot_table t = emit_lexeme_slots(g, out);
    emit_rules(g, out);
    emit_automaton(g, out);
    emit_beginnings(g, out);
    emit_hints(g, out);
    emit_marks(g, out);
    emit_categories(g, out);
    emit_context_words("words", g->words.items, g->words.count, out);
    slot_table w = emit_word_slots(g, out);
    emit_endings(g, out);
    emit_families(g, out);
    emit_deeds(g, out);
    emit_sayings(g, out);
    fprintf(out, "extern const grammar grammar_%s;\nconst grammar grammar_%s = {\n", language, language);
    fprintf(out, "    \"%s\", ", language);
    put_string(out, g->name);
    fprintf(out,
            ", lexemes, readings, slots, %u, UINT64_C(%llu), numbers, number_rows, rules, %zu, nodes, edges, "
            "roots, alone, pairs, root_edges, hints, marks, %zu, %u,\n",
            t.mask, (unsigned long long)t.factor, g->rules.count, g->roots.count, g->repeated_levels);
    fprintf(out, "    categories, %zu, names, %d,\n", g->categories.count, LOOSE_CATEGORY);
    fprintf(out,
            "    words, {word_slots, %u, UINT64_C(%llu)}, endings, ending_rows, families, %zu, "
            "relations, %zu, deeds, %d, %d, %d, sayings};\n",
            w.mask, (unsigned long long)w.factor, g->families.count, g->relations.count,
            has_context(g, CONTEXT_ORDINAL_HEAD), has_context(g, CONTEXT_CAPITAL_PLURAL),
            has_words_of(g, ROLE_INVERTED));
}

void emit_cases(const gen *g, const char *language, FILE *out) {
    fputs(head, out);
    fprintf(out, "static const rule_case cases[] = {\n");
    for (size_t i = 0; i < g->cases.count; i++) {
        const gen_case *c = &g->cases.items[i];
        const char *name = strrchr(c->at.file, '/');
        fprintf(out, "    {%d, \"%s\", %d, ", c->rule, name ? name + 1 : c->at.file, c->at.line);
        put_string(out, c->text);
        fputs(", ", out);
        if (c->value) put_string(out, c->value);
        else fputs("NULL", out);
        fputs("},\n", out);
    }
    fprintf(out, "};\n\nextern const rule_cases cases_%s;\n", language);
    fprintf(out, "const rule_cases cases_%s = {\"%s\", cases, %zu};\n", language, language, g->cases.count);
}

static void emit_list(const char *type, const char *prefix, const char *name, char *const *codes, int count,
                      FILE *out) {
    fputs(head, out);
    for (int i = 0; i < count; i++) fprintf(out, "extern const %s %s_%s;\n", type, prefix, codes[i]);
    fprintf(out, "\nconst %s *const %s[] = {\n", type, name);
    for (int i = 0; i < count; i++) fprintf(out, "    &%s_%s,\n", prefix, codes[i]);
    fputs("    NULL,\n};\n", out);
}

void emit_languages(char *const *codes, int count, FILE *out) {
    emit_list("grammar", "grammar", "grammars", codes, count, out);
    fputs("\nconst char *const language_codes[] = {", out);
    for (int i = 0; i < count; i++) fprintf(out, "\"%s\", ", codes[i]);
    fputs("NULL};\n", out);
}

void emit_case_list(char *const *codes, int count, FILE *out) {
    emit_list("rule_cases", "cases", "case_lists", codes, count, out);
}
