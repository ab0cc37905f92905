/* The executable specification: every expression of a line stands in braces with its value, and nothing else is found.
 *
 *     date: 1962-11-02            options for the lines behind: date, mode, lang, order
 *     On {27 October 1962|1962-10-27} he came, and at {2 a.m.|1962-10-27T02:00} he left.
 *     A line without braces is a trap: there is no date in it.
 *     A paragraph.\n\nAnother one.
 *
 * A line is a document of its own, and so is whatever stands between two lines of three hyphens;
 * `{words|VALUE MOD}` asks for the modifier too (- for none), `{words|VALUE or 18:00}` for another reading whose EDTF
 * has that, and `{words|VALUE?}` for a doubt. */
#include "annals.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_EXPECTED = 128, LONGEST_LINE = 1 << 14 };

typedef struct expected {
    size_t start, end; /* bytes of the text without braces */
    char value[64], mod[24], other[32];
} expected;

typedef struct spec {
    const char *file;
    int line;
    char date[64];
    annals_mode mode;
    char language[8];
    annals_order order;
    char text[LONGEST_LINE];
    expected expected[MOST_EXPECTED];
    size_t count;
    size_t cases, traps, wrong;
} spec;

static void refuse(const spec *s, const char *what) {
    fprintf(stderr, "%s:%d: %s\n", s->file, s->line, what);
    exit(1);
}

/* Take a character off the line; backslash and n are the end of a line. */
static const char *take_character(spec *s, const char *p, size_t *length) {
    bool line_end = p[0] == '\\' && p[1] == 'n';
    s->text[(*length)++] = line_end ? '\n' : *p;
    return p + 1 + line_end;
}

/* Take "words|VALUE MOD}" off the line, behind its opening brace. */
static const char *take_expected(spec *s, const char *p, size_t *length) {
    const char *bar = strchr(p, '|'), *close = strchr(p, '}');
    if (!bar || !close || close < bar || s->count == MOST_EXPECTED) refuse(s, "write {words|VALUE}");
    expected *e = &s->expected[s->count++];
    e->start = *length;
    while (p < bar) p = take_character(s, p, length);
    e->end = *length;
    *e->mod = *e->other = 0;
    bool other = sscanf(bar + 1, "%63[^ }] or %31[^}]", e->value, e->other) == 2;
    if (!other && sscanf(bar + 1, "%63[^ }] %23[^ }] or %31[^}]", e->value, e->mod, e->other) < 1)
        refuse(s, "no value stands behind the bar");
    return close + 1;
}

static void read_case(spec *s, const char *line) {
    size_t length = 0;
    s->count = 0;
    for (const char *p = line; *p;) p = *p == '{' ? take_expected(s, p + 1, &length) : take_character(s, p, &length);
    s->text[length] = 0;
}

static bool same(annals_text text, const char *words) {
    return text.length == strlen(words) && (!text.length || !memcmp(text.data, words, text.length));
}

static void say(const spec *s, const char *what, annals_text words, annals_text value, annals_text mod) {
    printf("%s:%d: %s [%.*s] %.*s %.*s\n", s->file, s->line, what, (int)words.length, words.data, (int)value.length,
           value.data, (int)mod.length, mod.data);
}

/* An alternative that EDTF cannot write, such as a set of days, has no words to look in. */
static bool may_mean(const annals_mention *m, const char *other) {
    for (size_t i = 0; i < m->alternative_count; i++)
        if (m->alternatives[i].edtf.data && strstr(m->alternatives[i].edtf.data, other)) return true;
    return !*other;
}

/* "2012-06-29?" asks for a day that is doubted; without the mark it may be. */
static bool has_value(const annals_mention *m, const char *value) {
    size_t length = strlen(value);
    if (!length || value[length - 1] != '?') return same(m->timex->value, value);
    annals_text own = m->timex->value;
    return own.length == length - 1 && !memcmp(own.data, value, own.length) && m->when->uncertain;
}

static bool found_as(const expected *e, const annals_mention *m, const char *text) {
    size_t start = (size_t)(m->exact.data - text);
    return start == e->start && start + m->exact.length == e->end && has_value(m, e->value) &&
           (!*e->mod || same(m->timex->mod, strcmp(e->mod, "-") ? e->mod : "")) && may_mean(m, e->other);
}

/* Whatever is expected and not found as it should be, and whatever is found and not expected. */
static bool holds(spec *s, const annals_chronology *c, const char *text) {
    size_t found;
    const annals_mention *mentions = annals_mentions(c, &found);
    bool right = true;
    for (size_t i = 0; i < s->count; i++) {
        const expected *e = &s->expected[i];
        size_t j = 0;
        while (j < found && !found_as(e, &mentions[j], text)) j++;
        if (j < found) continue;
        right = false;
        say(s, "expected", (annals_text){s->text + e->start, e->end - e->start}, annals_text_of(e->value),
            annals_text_of(e->mod));
    }
    for (size_t j = 0; j < found; j++) {
        size_t i = 0;
        while (i < s->count && !found_as(&s->expected[i], &mentions[j], text)) i++;
        if (i < s->count) continue;
        right = false;
        say(s, "found   ", mentions[j].exact, mentions[j].timex->value, mentions[j].timex->mod);
    }
    return right;
}

static void run_case(spec *s) {
    annals_options options = {.date = annals_text_of(*s->date ? s->date : NULL), .mode = s->mode, .order = s->order};
    if (*s->language) options.language = annals_text_of(s->language);
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    if (!c || annals_add_text(c, s->file, annals_text_of(s->text), &error) != ANNALS_OK) refuse(s, error.message);
    size_t count;
    const char *text = annals_documents(c, &count)[0].text.data;
    s->wrong += !holds(s, c, text);
    if (s->count) s->cases += s->count;
    else s->traps++;
    annals_free(c);
}

static bool set_order(spec *s, const char *name) {
    for (annals_order o = ANNALS_ORDER_AUTO; o <= ANNALS_ORDER_MDY; o++) {
        if (strcmp(annals_order_name(o), name)) continue;
        s->order = o;
        return true;
    }
    return false;
}

static bool set_mode(spec *s, const char *name) {
    for (annals_mode m = ANNALS_MODE_AUTO; m <= ANNALS_MODE_NARRATIVE; m++) {
        if (strcmp(annals_mode_name(m), name)) continue;
        s->mode = m;
        return true;
    }
    return false;
}

/* "key: value" with a key that is an option's. */
static bool read_option(spec *s, const char *line) {
    char key[16], value[64];
    if (sscanf(line, "%15[a-z-]: %63[^\n]", key, value) != 2) return false;
    if (!strcmp(key, "date")) snprintf(s->date, sizeof s->date, "%s", strcmp(value, "none") ? value : "");
    else if (!strcmp(key, "lang")) snprintf(s->language, sizeof s->language, "%.7s", value);
    else if (!strcmp(key, "order") && !set_order(s, value)) refuse(s, "no such order");
    else if (!strcmp(key, "mode") && !set_mode(s, value)) refuse(s, "no such mode");
    else return !strcmp(key, "order") || !strcmp(key, "mode");
    return true;
}

/* The lines up to the next "---", as one case. */
static void read_document(spec *s, FILE *file, char *line) {
    size_t length = 0;
    while (fgets(line + length, (int)(LONGEST_LINE - length), file)) {
        s->line++;
        if (!strcmp(line + length, "---\n")) {
            line[length] = 0;
            return;
        }
        length += strlen(line + length);
    }
    refuse(s, "the document does not end, or is too long");
}

static void run_file(spec *s, const char *path) {
    static char line[LONGEST_LINE];
    FILE *file = fopen(path, "r");
    s->file = path;
    s->line = 0;
    *s->date = *s->language = 0;
    s->mode = ANNALS_MODE_DOCUMENT;
    s->order = ANNALS_ORDER_AUTO;
    if (!file) refuse(s, strerror(errno));
    while (fgets(line, sizeof line, file)) {
        s->line++;
        line[strcspn(line, "\n")] = 0;
        if (!*line || *line == '#' || read_option(s, line)) continue;
        if (!strcmp(line, "---")) read_document(s, file, line);
        read_case(s, line);
        run_case(s);
    }
    fclose(file);
}

int main(int argc, char **argv) {
    static spec s;
    for (int i = 1; i < argc; i++) run_file(&s, argv[i]);
    printf("%zu expressions and %zu traps, %zu lines wrong\n", s.cases, s.traps, s.wrong);
    return s.wrong > 0 || s.cases + s.traps == 0;
}
