/* lexicon.c: reads a .lex file.
 *
 *     CATEGORY VALUE FORM...                 words; a form with a capital must have one in the text, a form with a
 *                                            final full stop may have one there
 *     CATEGORY @NAME FORM...                 words whose value is a name: a zone's
 *     @include FILE                          more such lines, of a file beside this one
 *     @number CATEGORY LEAST..MOST DIGITS    what a number can be; DIGITS is 2 or 1-2
 *     @common FORM...                        words of nearly every sentence: alone no reason to look for a date
 *     @roman CATEGORY LEAST..MOST ENDING...  Roman numerals; an ending may follow each, and - stands for none
 *     @small-roman ...                       the same in small letters
 *     @compound CATEGORY FIRST JOINT SECOND  all words of a category, the joint (- for none) and all words of another,
 *                                            which stand above; the value is the sum of both
 *     @language NAME                         what English calls the language
 *     @context NAME WORD...                  what the engine asks of words: grammar.h says which names
 *     @role NAME WORD...                     what words are to a headline: likewise
 *     @alike NAME WORD..., @thing NAME WORD..., @office NAME WORD...   words that tell the same: families.c
 *     @rank NAME WORD...                     which of many
 *     @opposite NAME NAME...                 names of those that exclude each other
 *     @akin NAME NAME..., @once NAME...      of those that one happening is told by; that happen once
 *     @deed NOUN WORD...                     words that tell what the noun names, not made of it by an ending
 *     @say NAME "TEXT"                       how the language says a time: grammar.h says which names
 *     # comment */
#include "gen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static gen_lexeme *lexeme_of(gen *g, const char *form, bool capital) {
    for (size_t i = 0; i < g->lexemes.count; i++) {
        gen_lexeme *x = &g->lexemes.items[i];
        if (x->capital == capital && !strcmp(x->form, form)) return x;
    }
    gen_lexeme *x = PUSH(&g->lexemes);
    memset(x, 0, sizeof *x);
    snprintf(x->form, sizeof x->form, "%s", form);
    x->capital = capital;
    return x;
}

static void add_spelling(gen *g, const char *form, bool capital, bool abbreviation, gen_reading reading) {
    gen_lexeme *x = lexeme_of(g, form, capital);
    x->abbreviation |= abbreviation;
    for (size_t i = 0; i < x->readings.count; i++)
        if (x->readings.items[i].category == reading.category) return;
    *PUSH(&x->readings) = reading;
}

void add_form(gen *g, const char *form, int category, int value, place at) {
    char plain[MAX_NAME];
    size_t length = strlen(form);
    if (length > LONGEST_FORM) {
        complain(at, "'%s' is longer than the %d bytes that a word can have", form, LONGEST_FORM);
        return;
    }
    memcpy(plain, form, length + 1);
    /* "a.m." is one word with inner stops; "Nov." is one that a stop may follow. */
    bool dotted = length > 2 && form[length - 1] == '.' && memchr(form, '.', length - 1);
    bool abbreviation = length > 1 && form[length - 1] == '.' && !dotted;
    if (abbreviation || dotted) plain[length - 1] = 0;
    for (int which = ALL_SMALL; which < LETTER_CASES; which++) {
        char spelled[MAX_NAME];
        spell_form(plain, (letter_case)which, spelled);
        add_spelling(g, spelled, begins_with_capital(form), abbreviation, (gen_reading){category, value});
    }
}

static void read_shape(gen *g, char *rest, place at) {
    char name[MAX_NAME];
    long least, most;
    unsigned low, high;
    int n = sscanf(rest, "%47s %ld..%ld %u-%u", name, &least, &most, &low, &high);
    if (n == 4) high = low;
    if (n < 4 || high >= DIGIT_ROWS - 1) {
        complain(at, "a number shape is  @number CATEGORY LEAST..MOST DIGITS, with %d digits at most", DIGIT_ROWS - 2);
        return;
    }
    int category = category_of(g, name);
    list_category(g, category, at);
    *PUSH(&g->shapes) = (number_shape){(uint16_t)category, (int32_t)least, (int32_t)most, (uint8_t)low, (uint8_t)high};
}

static long name_index(gen *g, const char *name) {
    for (size_t i = 0; i < g->names.count; i++)
        if (!strcmp(g->names.items[i].name, name)) return (long)i;
    snprintf(PUSH(&g->names)->name, MAX_NAME, "%s", name);
    return (long)g->names.count - 1;
}

static bool read_value(gen *g, const char *value, long *number) {
    char *end;
    if (!value) return false;
    if (*value == '@') {
        *number = name_index(g, value + 1);
        return value[1];
    }
    *number = strtol(value, &end, 10);
    return !*end;
}

static void read_words(gen *g, char *line, place at) {
    char *name = strtok(line, " \t"), *value = strtok(NULL, " \t");
    long number;
    if (!read_value(g, value, &number)) {
        complain(at, "a line of words is  CATEGORY VALUE FORM...");
        return;
    }
    int category = category_of(g, name);
    list_category(g, category, at);
    for (char *form; (form = strtok(NULL, " \t"));) add_form(g, form, category, (int)number, at);
}

static void read_lexicon_line(gen *g, char *text, place at);

static void include(gen *g, char *file, place at) {
    char path[1024];
    const char *slash = strrchr(at.file, '/');
    int folder = slash ? (int)(slash + 1 - at.file) : 0;
    int length = snprintf(path, sizeof path, "%.*s%s", folder, at.file, file + strspn(file, " \t"));
    if (length > 0 && (size_t)length < sizeof path) read_lines(g, copy_of(path, (size_t)length), read_lexicon_line);
    else complain(at, "the name of the file is too long");
}

/* ---------------------------------------------------------------- Roman numerals */

static void spell_roman(long number, char *out) {
    static const struct {
        long value;
        const char *letters;
    } signs[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
                 {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    *out = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (; number >= signs[i].value; number -= signs[i].value) strcat(out, signs[i].letters);
}

static void add_numerals(gen *g, char *rest, place at, bool small) {
    enum { MOST = 2100 };
    char *name = strtok(rest, " \t"), *bounds = strtok(NULL, " \t"), *ending = strtok(NULL, " \t");
    long least, most;
    if (!ending || sscanf(bounds, "%ld..%ld", &least, &most) != 2 || least < 1 || most > MOST) {
        complain(at, "Roman numerals are  @roman CATEGORY LEAST..MOST ENDING..., of 1 to %d; - is no ending", MOST);
        return;
    }
    int category = category_of(g, name);
    list_category(g, category, at);
    for (; ending; ending = strtok(NULL, " \t"))
        for (long n = least; n <= most; n++) {
            char numeral[24], form[2 * MAX_NAME];
            spell_roman(n, numeral);
            for (char *p = numeral; small && *p; p++) *p = (char)tolower((unsigned char)*p);
            snprintf(form, sizeof form, "%s%s", numeral, strcmp(ending, "-") ? ending : "");
            add_form(g, form, category, (int)n, at);
        }
}

static void read_roman(gen *g, char *rest, place at) {
    add_numerals(g, rest, at, false);
}

static void read_small_roman(gen *g, char *rest, place at) {
    add_numerals(g, rest, at, true);
}

/* ---------------------------------------------------------------- compounds */

/* The value that a word has in a category; false when it is none of it. */
static bool value_in(const gen_lexeme *x, int category, int *value) {
    for (size_t i = 0; i < x->readings.count; i++) {
        *value = x->readings.items[i].value;
        if (x->readings.items[i].category == category) return true;
    }
    return false;
}

static void read_compound(gen *g, char *rest, place at) {
    char name[MAX_NAME], first[MAX_NAME], joint[MAX_NAME], second[MAX_NAME];
    if (sscanf(rest, "%47s %47s %47s %47s", name, first, joint, second) != 4) {
        complain(at, "compounds are  @compound CATEGORY FIRST JOINT SECOND; - is no joint");
        return;
    }
    int category = category_of(g, name), of_first = category_of(g, first), of_second = category_of(g, second);
    int a, b;
    list_category(g, category, at);
    use_category(g, of_first, at);
    use_category(g, of_second, at);
    for (size_t i = 0, count = g->lexemes.count; i < count; i++) {
        if (!value_in(&g->lexemes.items[i], of_first, &a)) continue;
        for (size_t j = 0; j < count; j++) {
            char form[3 * MAX_NAME];
            if (!value_in(&g->lexemes.items[j], of_second, &b) || b < 0) continue;
            snprintf(form, sizeof form, "%s%s%s", g->lexemes.items[i].form, strcmp(joint, "-") ? joint : "",
                     g->lexemes.items[j].form);
            add_form(g, form, category, a + b, at);
        }
    }
}

/* ---------------------------------------------------------------- words for the engine */

static context_set context_of(const char *name) {
    static const char *const names[] = {
#define X(context, spelling) spelling,
        CONTEXTS(X)
#undef X
    };
    for (int i = 0; i < CONTEXT_COUNT; i++)
        if (!strcmp(names[i], name)) return (context_set)1 << i;
    return 0;
}

static gen_context_word *context_word_of(gen *g, bool ending, const char *form) {
    for (size_t i = 0; i < (ending ? g->endings.count : g->words.count); i++) {
        gen_context_word *w = ending ? &g->endings.items[i] : &g->words.items[i];
        if (!strcmp(w->form, form)) return w;
    }
    gen_context_word *w = ending ? PUSH(&g->endings) : PUSH(&g->words);
    memset(w, 0, sizeof *w);
    memcpy(w->form, form, strlen(form) + 1);
    return w;
}

static void add_meaning(gen *g, const char *form, context_set context, role_set role, place at) {
    bool ending = *form == '-' && form[1];
    if (ending) form++;
    if (strlen(form) > LONGEST_FORM) {
        complain(at, "'%s' is longer than the %d bytes that a word can have", form, LONGEST_FORM);
        return;
    }
    for (int which = ALL_SMALL; which < LETTER_CASES; which++) {
        char spelled[MAX_NAME];
        spell_form(form, (letter_case)which, spelled);
        gen_context_word *w = context_word_of(g, ending, spelled);
        w->contexts |= context;
        w->roles = ROLES_OF(w->roles, role);
    }
}

/* All words of a category that stand above, in all spellings. */
static void add_contexts_of(gen *g, const char *name, context_set context, place at) {
    size_t found = 0;
    int category = category_of(g, name);
    for (size_t i = 0; i < g->lexemes.count; i++)
        for (size_t j = 0; j < g->lexemes.items[i].readings.count; j++) {
            if (g->lexemes.items[i].readings.items[j].category != category) continue;
            context_word_of(g, false, g->lexemes.items[i].form)->contexts |= context;
            found++;
        }
    if (!found) complain(at, "the category '%s' has no words above this line", name);
}

static void read_contexts(gen *g, char *line, place at) {
    char *name = strtok(line, " \t");
    context_set context = name ? context_of(name) : 0;
    if (!context) {
        complain(at, "unknown context '%s'; grammar.h lists those there are", name ? name : "");
        return;
    }
    for (char *form; (form = strtok(NULL, " \t"));)
        if (*form == '@') add_contexts_of(g, form + 1, context, at);
        else add_meaning(g, form, context, (role_set){0}, at);
}

/* ROLE_COUNT: there is none of that name. */
static int role_of(const char *name) {
    static const char *const names[] = {
#define X(role, spelling) spelling,
        ROLES(X)
#undef X
    };
    int i = 0;
    while (i < ROLE_COUNT && strcmp(names[i], name) != 0) i++;
    return i;
}

static void read_roles(gen *g, char *line, place at) {
    char *name = strtok(line, " \t");
    int role = name ? role_of(name) : ROLE_COUNT;
    if (role == ROLE_COUNT) {
        complain(at, "unknown role '%s'; grammar.h lists those there are", name ? name : "");
        return;
    }
    for (char *form; (form = strtok(NULL, " \t"));) add_meaning(g, form, 0, (role_set)ROLE_SET(role), at);
}

static void read_common(gen *g, char *rest, place at) {
    (void)at;
    for (char *form = strtok(rest, " \t"); form; form = strtok(NULL, " \t"))
        snprintf(PUSH(&g->common)->form, MAX_NAME, "%s", form);
}

static void read_language(gen *g, char *rest, place at) {
    (void)at;
    snprintf(g->name, sizeof g->name, "%.40s", rest);
}

/* ---------------------------------------------------------------- sayings */

static int saying_of(const char *name, size_t length) {
    static const char *const names[] = {
#define X(saying, spelling) spelling,
        SAYINGS(X)
#undef X
    };
    for (int i = 0; i < SAYING_COUNT; i++)
        if (strlen(names[i]) == length && !memcmp(names[i], name, length)) return i;
    return -1;
}

static void read_saying(gen *g, char *rest, place at) {
    size_t name = strcspn(rest, " \t");
    const char *text = rest + name + strspn(rest + name, " \t"), *end = strrchr(text, '"');
    int which = saying_of(rest, name);
    if (which < 0) complain(at, "unknown saying '%.*s'; grammar.h lists those there are", (int)name, rest);
    else if (*text != '"' || end == text) complain(at, "a saying is  @say NAME \"TEXT\"");
    else g->sayings[which] = copy_of(text + 1, (size_t)(end - text - 1));
}

/* ---------------------------------------------------------------- lines */

static void read_lexicon_line(gen *g, char *text, place at) {
    static const struct {
        const char *word;
        void (*read)(gen *g, char *rest, place at);
    } directives[] = {{"@include ", include},
                      {"@number ", read_shape},
                      {"@common ", read_common},
                      {"@roman ", read_roman},
                      {"@small-roman ", read_small_roman},
                      {"@compound ", read_compound},
                      {"@language ", read_language},
                      {"@context ", read_contexts},
                      {"@role ", read_roles},
                      {"@alike ", read_alike},
                      {"@thing ", read_things},
                      {"@office ", read_offices},
                      {"@rank ", read_ranks},
                      {"@opposite ", read_opposites},
                      {"@akin ", read_akin},
                      {"@once ", read_once},
                      {"@deed ", read_deed},
                      {"@say ", read_saying}};
    text[strcspn(text, "#")] = 0;
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++) {
        size_t n = strlen(directives[i].word);
        if (strncmp(text, directives[i].word, n)) continue;
        directives[i].read(g, text + n, at);
        return;
    }
    if (*text == '@')
        complain(at,
                 "unknown directive; there are @include, @number, @common, @roman, @small-roman, @compound, @language, "
                 "@context, @role, @alike, @thing, @office, @rank, @opposite, @akin, @once, @deed and @say");
    else if (*text) read_words(g, text, at);
}

void read_lexicon(gen *g, const char *path) {
    read_lines(g, path, read_lexicon_line);
    if (!*g->name) complain((place){path, 0}, "the language has no name; add a line  @language NAME");
}
