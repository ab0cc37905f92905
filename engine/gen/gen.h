/* gen.h: the build-time program that turns a language's two files into static tables and test cases. */
#ifndef ENGINE_GEN_H
#define ENGINE_GEN_H

#include "../days.h"
#include "../grammar.h"

#include <stdarg.h>
#include <stdio.h>

enum { MAX_NAME = 48, MAX_STEPS = 24, MAX_SEQUENCES = 1024, MAX_CAPTURES = 8, LOOSE_CATEGORY = 1 };

/* A growing array of the program; it ends when memory runs out. */
#define ARRAY(type)                                                                                                    \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, capacity;                                                                                        \
    }
#define PUSH(array)                                                                                                    \
    ((array)->items = grow((array)->items, (array)->count, &(array)->capacity, sizeof *(array)->items),                \
     &(array)->items[(array)->count++])
void *grow(void *items, size_t count, size_t *capacity, size_t size);
/* `text` as a string of its own, for as long as the program runs. */
char *copy_of(const char *text, size_t length);

typedef struct place {
    const char *file;
    int line;
} place;

/* Print FILE:LINE: message and count it; the program goes on to find more. */
void complain(place at, const char *format, ...) __attribute__((format(printf, 2, 3)));

typedef struct gen_reading {
    int category, value;
} gen_reading;

/* What a number can be by its value and its count of digits. */
typedef struct number_shape {
    uint16_t category;
    int32_t least, most;
    uint8_t digits_least, digits_most;
} number_shape;

typedef struct gen_lexeme {
    char form[MAX_NAME];
    bool capital, abbreviation;
    bool core; /* worth a closer look where it stands */
    ARRAY(gen_reading) readings;
} gen_lexeme;

typedef struct gen_name {
    char name[MAX_NAME];
} gen_name;

typedef struct gen_form {
    char form[MAX_NAME];
} gen_form;

typedef struct gen_context_word {
    char form[MAX_NAME];
    context_set contexts;
    role_set roles;
} gen_context_word;

typedef struct gen_family_word {
    word_family word;
    place at;
} gen_family_word;

typedef struct gen_relation {
    family_pair pair;
    place at;
} gen_relation;

typedef struct gen_deed {
    char noun[MAX_NAME], verb[MAX_NAME];
} gen_deed;

typedef struct gen_category {
    char name[MAX_NAME];
    place first_used;   /* in a rule's pattern */
    place first_listed; /* in the lexicon */
    bool defined;       /* by the lexicon, a number shape or a rule's result */
} gen_category;

typedef struct gen_rule {
    char name[MAX_NAME];
    place at;
    grammar_rule rule;
    char captures[MAX_CAPTURES][MAX_NAME];
    int capture_count;
    int examples, counter_examples;
    bool reachable;
} gen_rule;

typedef struct gen_case {
    int rule;
    place at;
    char *text, *value;
} gen_case;

/* One step of an expanded pattern. */
typedef struct step {
    enum { STEP_WORD, STEP_GAP, STEP_OPEN, STEP_CLOSE } kind;
    int gaps, category, capture;
} step;

typedef struct sequence {
    step steps[MAX_STEPS];
    int count;
} sequence;

typedef struct gen_node {
    ARRAY(grammar_edge) edges;
    grammar_node node;
} gen_node;

typedef struct gen_day {
    char name[MAX_NAME];
    int first, count; /* in day_rules */
} gen_day;

typedef struct gen {
    ARRAY(gen_category) categories;
    char name[MAX_NAME]; /* of the language, in English */
    const char *sayings[SAYING_COUNT];
    ARRAY(gen_lexeme) lexemes;
    ARRAY(gen_context_word) words;
    ARRAY(gen_family_word) families;
    ARRAY(gen_relation) relations;
    ARRAY(gen_deed) deeds;
    ARRAY(gen_context_word) endings;
    ARRAY(number_shape) shapes;
    ARRAY(gen_rule) rules;
    ARRAY(gen_case) cases;
    ARRAY(gen_node) nodes;
    ARRAY(uint16_t) roots;
    ARRAY(gen_form) common; /* words of nearly every sentence */
    ARRAY(gen_name) names;  /* values that are names */
    ARRAY(gen_day) days;
    ARRAY(day_rule) day_rules;
    uint32_t repeated_levels;
} gen;

/* The category called `name`, made when it is new. */
int category_of(gen *g, const char *name);
void define_category(gen *g, int category);
void list_category(gen *g, int category, place at);
void use_category(gen *g, int category, place at);
void add_form(gen *g, const char *form, int category, int value, place at);

/* How a form may be spelled in a text whose ASCII letters are folded to small ones; other letters are not. */
typedef enum letter_case { ALL_SMALL, FIRST_CAPITAL, ALL_CAPITALS, LETTER_CASES } letter_case;
bool begins_with_capital(const char *form);
void spell_form(const char *form, letter_case which, char spelled[MAX_NAME]);
/* The hash of its letters and digits that a family_word has. */
uint64_t letters_of(const char *form);
uint64_t parted_letters_of(const char *form); /* with the mark between two words */

/* families.c */
void read_alike(gen *g, char *line, place at);
void read_things(gen *g, char *line, place at);
void read_offices(gen *g, char *line, place at);
void read_ranks(gen *g, char *line, place at);
void read_opposites(gen *g, char *line, place at);
void read_akin(gen *g, char *line, place at);
void read_once(gen *g, char *line, place at);
void emit_families(const gen *g, FILE *out);
void read_deed(gen *g, char *line, place at);
void emit_deeds(const gen *g, FILE *out);

/* Call `read` for each line that is neither empty nor a comment, without the white space before it. */
void read_lines(gen *g, const char *path, void (*read)(gen *g, char *text, place at));
void read_lexicon(gen *g, const char *path);
void read_rules(gen *g, const char *path);
void read_days(gen *g, const char *path);
/* The number of a named day, for a rule that asks for it; -1: there is none. */
int day_index(const gen *g, const char *name);
/* Expand the pattern of a rule into sequences of words; returns how many. */
int expand_pattern(gen *g, gen_rule *r, const char *pattern, sequence *out);
void add_to_automaton(gen *g, int rule, const sequence *s);
/* Choose the words without which no rule matches. */
void choose_cores(gen *g);
/* Parts of a language's tables: a string, a form's key, the words and numbers with their readings. */
void put_string(FILE *out, const char *text);
void emit_key(const char *form, FILE *out);
void emit_readings(const gen *g, FILE *out);
void emit_grammar(const gen *g, const char *language, FILE *out);
void emit_cases(const gen *g, const char *language, FILE *out);
void emit_days(const gen *g, const char *language, FILE *out);
/* The tables that list the languages of that many codes. */
void emit_languages(char *const *codes, int count, FILE *out);
void emit_case_list(char *const *codes, int count, FILE *out);

#endif
