/* lexicon.c: reads a .lex file.
 *
 *     CATEGORY VALUE FORM...                 words; a form with a capital must have one in the text, a form with a
 * final full stop may have one there
 *     @number CATEGORY LEAST..MOST DIGITS    what a number can be; DIGITS is 2 or 1-2
 *     @common FORM...                        words of so many sentences that none of them alone is a reason to look closer
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

static void read_common(gen *g, char *rest) {
    for (char *form = strtok(rest, " \t"); form; form = strtok(NULL, " \t")) {
        gen_form *f = PUSH(&g->common);
        snprintf(f->form, sizeof f->form, "%s", form);
    }
}

static void read_words(gen *g, char *line, place at) {
    char *name = strtok(line, " \t"), *value = strtok(NULL, " \t");
    char *end = NULL;
    long number = value ? strtol(value, &end, 10) : 0;
    if (!value || *end) {
        complain(at, "a line of words is  CATEGORY VALUE FORM...");
        return;
    }
    int category = category_of(g, name);
    list_category(g, category, at);
    for (char *form; (form = strtok(NULL, " \t"));) add_form(g, form, category, (int)number);
}

static void read_lexicon_line(gen *g, char *text, place at) {
    text[strcspn(text, "#")] = 0;
    if (!strncmp(text, "@number ", 8)) read_shape(g, text + 8, at);
    else if (!strncmp(text, "@common ", 8)) read_common(g, text + 8);
    else if (*text) read_words(g, text, at);
}

void read_lexicon(gen *g, const char *path) {
    read_lines(g, path, read_lexicon_line);
}
