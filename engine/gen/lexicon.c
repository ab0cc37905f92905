/* lexicon.c: reads a .lex file.
 *
 *     CATEGORY VALUE FORM...                 words; a form with a capital must have one in the text, a form with a
 * final full stop may have one there
 *     CATEGORY @NAME FORM...                 words whose value is a name: a zone's
 *     @include FILE                          more such lines, of a file beside this one
 *     @number CATEGORY LEAST..MOST DIGITS    what a number can be; DIGITS is 2 or 1-2
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

void add_form(gen *g, const char *form, int category, int value) {
    char folded[MAX_NAME];
    size_t length = strlen(form);
    if (length >= sizeof folded) length = sizeof folded - 1;
    for (size_t i = 0; i < length; i++) folded[i] = (char)tolower((unsigned char)form[i]);
    folded[length] = 0;
    /* "a.m." is one word with inner stops; "Nov." is one that a stop may follow. */
    bool dotted = length > 2 && form[length - 1] == '.' && memchr(form, '.', length - 1);
    bool abbreviation = length > 1 && form[length - 1] == '.' && !dotted;
    if (abbreviation || dotted) folded[length - 1] = 0;
    gen_lexeme *x = lexeme_of(g, folded, isupper((unsigned char)form[0]));
    x->abbreviation |= abbreviation;
    for (size_t i = 0; i < x->readings.count; i++)
        if (x->readings.items[i].category == category) return;
    *PUSH(&x->readings) = (gen_reading){category, value};
}

static void read_shape(gen *g, char *rest, place at) {
    char name[MAX_NAME];
    long least, most;
    unsigned low, high;
    int n = sscanf(rest, "%47s %ld..%ld %u-%u", name, &least, &most, &low, &high);
    if (n == 4) high = low;
    if (n < 4) {
        complain(at, "a number shape is  @number CATEGORY LEAST..MOST DIGITS");
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
    for (char *form; (form = strtok(NULL, " \t"));) add_form(g, form, category, (int)number);
}

static void include(gen *g, const char *file, place at) {
    char path[1024];
    const char *slash = strrchr(at.file, '/');
    int folder = slash ? (int)(slash + 1 - at.file) : 0;
    int length = snprintf(path, sizeof path, "%.*s%s", folder, at.file, file + strspn(file, " \t"));
    if (length > 0 && (size_t)length < sizeof path) read_lexicon(g, copy_of(path, (size_t)length));
    else complain(at, "the name of the file is too long");
}

static void read_lexicon_line(gen *g, char *text, place at) {
    text[strcspn(text, "#")] = 0;
    if (!strncmp(text, "@number ", 8)) read_shape(g, text + 8, at);
    else if (!strncmp(text, "@include ", 9)) include(g, text + 9, at);
    else if (*text) read_words(g, text, at);
}

void read_lexicon(gen *g, const char *path) {
    read_lines(g, path, read_lexicon_line);
}
