/* schema.c: JSON Schema (2020-12), as far as our schemas use it: a row for each keyword that forbids something.
 *
 * A value that may be of several types has a schema for each in "anyOf"; its type tells which one holds. */
#include "schema.h"

#include "annals-formats.h"
#include "builder.h"
#include "listing.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PATTERNS = 16, MOST_SHOWN = 40 };

struct schema {
    json_t *root, *chronology; /* the definitions of the second one serve the first, too */
    struct {
        const json_t *keyword;
        regex_t regex;
    } patterns[MOST_PATTERNS];
    size_t pattern_count;
};

/* Where a value stands. */
typedef struct place {
    const struct place *parent;
    const char *key; /* null: `index` counts */
    size_t index;
} place;

typedef struct checker {
    schema *schema;
    const place *at;
    annals_error *error;
} checker;

static bool check(checker *c, const json_t *rules, const json_t *value);

/* ------------------------------------------------------------------ complaints */

static void put_place(builder *b, const place *at) {
    if (!at) return;
    put_place(b, at->parent);
    if (!at->key) builder_format(b, "[%zu]", at->index);
    else builder_format(b, "%s%.*s", at->parent ? "." : "", MOST_SHOWN, at->key);
}

/* "events[3].kind: ..." */
static bool __attribute__((format(printf, 2, 3))) complain(const checker *c, const char *format, ...) {
    builder path = {0};
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    put_place(&path, c->at);
    annals_fail(c->error, ANNALS_INPUT, "%s%s%s", path.length ? path.data : "", path.length ? ": " : "", message);
    builder_free(&path);
    return false;
}

/* What a person would call the value. */
static const char *shown(const json_t *value, char *buffer, size_t size) {
    if (json_is_string(value)) snprintf(buffer, size, "'%.*s'", MOST_SHOWN, json_string_value(value));
    else if (json_is_integer(value)) snprintf(buffer, size, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value)) snprintf(buffer, size, "%g", json_real_value(value));
    else snprintf(buffer, size, "this");
    return buffer;
}

/* ------------------------------------------------------------------ types */

static const struct type_row {
    const char *name, *words;
} types[] = {
    [JSON_OBJECT] = {"object", "an object"},     [JSON_ARRAY] = {"array", "a list"},
    [JSON_STRING] = {"string", "a text"},        [JSON_INTEGER] = {"integer", "a whole number"},
    [JSON_REAL] = {"number", "a number"},        [JSON_TRUE] = {"boolean", "true or false"},
    [JSON_FALSE] = {"boolean", "true or false"}, [JSON_NULL] = {"null", "null"},
};

static const struct type_row *type_named(const char *name) {
    size_t i = 0;
    while (strcmp(types[i].name, name) != 0) i++;
    return &types[i];
}

static bool has_type(const json_t *value, const char *name) {
    bool number = json_is_integer(value) && strcmp(name, "number") == 0;
    return number || strcmp(types[json_typeof(value)].name, name) == 0;
}

static bool fits_type(const json_t *type, const json_t *value) {
    if (json_is_string(type)) return has_type(value, json_string_value(type));
    for (size_t i = 0; i < json_array_size(type); i++)
        if (has_type(value, json_string_value(json_array_get(type, i)))) return true;
    return !type;
}

static bool check_type(checker *c, const json_t *type, const json_t *rules, const json_t *value) {
    (void)rules;
    if (fits_type(type, value)) return true;
    const json_t *first = json_is_array(type) ? json_array_get(type, 0) : type;
    return complain(c, "this is %s; give %s", types[json_typeof(value)].words,
                    type_named(json_string_value(first))->words);
}

/* ------------------------------------------------------------------ values */

static bool check_const(checker *c, const json_t *constant, const json_t *rules, const json_t *value) {
    char given[64], wanted[64];
    (void)rules;
    if (json_equal(constant, value)) return true;
    if (json_is_true(constant)) return complain(c, "this can only be true; leave it out where it is not");
    return complain(c, "%s is not known to this program; it reads %s", shown(value, given, sizeof given),
                    shown(constant, wanted, sizeof wanted));
}

static bool check_enum(checker *c, const json_t *names, const json_t *rules, const json_t *value) {
    size_t count = json_array_size(names);
    char given[64];
    (void)rules;
    for (size_t i = 0; i < count; i++)
        if (json_equal(json_array_get(names, i), value)) return true;
    builder list = {0};
    for (size_t i = 0; i < count; i++) {
        const char *name = json_string_value(json_array_get(names, i));
        builder_format(&list, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", name ? name : "null");
    }
    complain(c, "%s is not known; choose %s", shown(value, given, sizeof given), list.length ? list.data : "");
    builder_free(&list);
    return false;
}

/* Compiled once; null when memory runs out. */
static const regex_t *pattern_of(schema *s, const json_t *keyword) {
    for (size_t i = 0; i < s->pattern_count; i++)
        if (s->patterns[i].keyword == keyword) return &s->patterns[i].regex;
    if (s->pattern_count == MOST_PATTERNS) return NULL;
    regex_t *regex = &s->patterns[s->pattern_count].regex;
    if (regcomp(regex, json_string_value(keyword), REG_EXTENDED | REG_NOSUB)) return NULL;
    s->patterns[s->pattern_count++].keyword = keyword;
    return regex;
}

static bool check_pattern(checker *c, const json_t *pattern, const json_t *rules, const json_t *value) {
    char given[64];
    if (!json_is_string(value)) return true;
    const regex_t *regex = pattern_of(c->schema, pattern);
    if (!regex) return annals_fail(c->error, ANNALS_MEMORY, "out of memory; give a smaller file") == ANNALS_OK;
    if (!regexec(regex, json_string_value(value), 0, NULL, 0)) return true;
    const char *meaning = json_string_value(json_object_get(rules, "description"));
    if (!meaning) meaning = "see annals --schema";
    return complain(c, "%s cannot stand here; what can: %.*s", shown(value, given, sizeof given),
                    (int)strcspn(meaning, ".;"), meaning);
}

static bool check_minimum(checker *c, const json_t *least, const json_t *rules, const json_t *value) {
    char given[64];
    (void)rules;
    if (!json_is_number(value) || json_number_value(value) >= json_number_value(least)) return true;
    return complain(c, "%s is too little; give %g or more", shown(value, given, sizeof given),
                    json_number_value(least));
}

static bool check_maximum(checker *c, const json_t *most, const json_t *rules, const json_t *value) {
    char given[64];
    (void)rules;
    if (!json_is_number(value) || json_number_value(value) <= json_number_value(most)) return true;
    return complain(c, "%s is too much; give %g or less", shown(value, given, sizeof given), json_number_value(most));
}

static bool check_length(checker *c, const json_t *least, const json_t *rules, const json_t *value) {
    (void)rules;
    if (!json_is_string(value) || json_string_length(value) >= (size_t)json_integer_value(least)) return true;
    return complain(c, "this text is empty; write one");
}

/* ------------------------------------------------------------------ lists and objects */

static bool check_items(checker *c, const json_t *items, const json_t *rules, const json_t *value) {
    place here = {.parent = c->at};
    bool fits = true;
    (void)rules;
    c->at = &here;
    for (size_t count = json_array_size(value); fits && here.index < count; here.index++)
        fits = check(c, items, json_array_get(value, here.index));
    c->at = here.parent;
    return fits;
}

static bool check_least_items(checker *c, const json_t *least, const json_t *rules, const json_t *value) {
    (void)rules;
    if (!json_is_array(value) || json_array_size(value) >= (size_t)json_integer_value(least)) return true;
    return complain(c, "this list is empty; leave it out, or put something in it");
}

static bool check_most_items(checker *c, const json_t *most, const json_t *rules, const json_t *value) {
    (void)rules;
    if (!json_is_array(value) || json_array_size(value) <= (size_t)json_integer_value(most)) return true;
    return complain(c, "this list holds too much; leave %d", (int)json_integer_value(most));
}

/* The lists of our schemas that want it are of a few names. */
static bool check_unique(checker *c, const json_t *unique, const json_t *rules, const json_t *value) {
    (void)unique;
    (void)rules;
    for (size_t i = 0, count = json_array_size(value); i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if (json_equal(json_array_get(value, i), json_array_get(value, j)))
                return complain(c, "something stands in this list twice; take one out");
    return true;
}

static bool check_required(checker *c, const json_t *names, const json_t *rules, const json_t *value) {
    (void)rules;
    for (size_t i = 0; json_is_object(value) && i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        if (json_object_get(value, name)) continue;
        return complain(c, "\"%s\" is missing; %s", name, c->at ? "add it" : "give a file that annals wrote");
    }
    return true;
}

/* All our objects are closed: what is not named in "properties" is a mistake. */
static bool check_properties(checker *c, const json_t *properties, const json_t *rules, const json_t *value) {
    place here = {.parent = c->at};
    const json_t *member;
    bool fits = true;
    (void)rules;
    json_object_foreach((json_t *)value, here.key, member) {
        const json_t *of_member = json_object_get(properties, here.key);
        if (!of_member)
            return complain(c, "\"%.*s\" is not known here; check its spelling, or take it out", MOST_SHOWN, here.key);
        c->at = &here;
        fits = check(c, of_member, member);
        c->at = here.parent;
        if (!fits) return false;
    }
    return true;
}

/* ------------------------------------------------------------------ references */

static const json_t *referred(const schema *s, const char *reference) {
    const char *name = strrchr(reference, '/') + 1;
    const json_t *own = json_object_get(json_object_get(s->root, "$defs"), name);
    return own ? own : json_object_get(json_object_get(s->chronology, "$defs"), name);
}

static bool check_reference(checker *c, const json_t *reference, const json_t *rules, const json_t *value) {
    (void)rules;
    return check(c, referred(c->schema, json_string_value(reference)), value);
}

static bool check_any(checker *c, const json_t *choices, const json_t *rules, const json_t *value) {
    const json_t *type = NULL;
    (void)rules;
    for (size_t i = 0; i < json_array_size(choices); i++) {
        const json_t *choice = json_array_get(choices, i), *reference = json_object_get(choice, "$ref");
        if (reference) choice = referred(c->schema, json_string_value(reference));
        if (fits_type(json_object_get(choice, "type"), value)) return check(c, choice, value);
        if (!type) type = json_object_get(choice, "type");
    }
    return check_type(c, type, choices, value);
}

/* ------------------------------------------------------------------ the keywords */

static const struct keyword {
    const char *name;
    bool (*check)(checker *c, const json_t *keyword, const json_t *rules, const json_t *value);
} keywords[] = {
    {"type", check_type},       {"$ref", check_reference},       {"properties", check_properties},
    {"items", check_items},     {"required", check_required},    {"enum", check_enum},
    {"pattern", check_pattern}, {"minimum", check_minimum},      {"maximum", check_maximum},
    {"anyOf", check_any},       {"minItems", check_least_items}, {"maxItems", check_most_items},
    {"const", check_const},     {"minLength", check_length},     {"uniqueItems", check_unique},
};

static bool check(checker *c, const json_t *rules, const json_t *value) {
    const char *name;
    const json_t *keyword;
    json_object_foreach((json_t *)rules, name, keyword) {
        size_t i = 0, count = sizeof keywords / sizeof *keywords;
        while (i < count && strcmp(keywords[i].name, name) != 0) i++;
        if (i < count && !keywords[i].check(c, keyword, rules, value)) return false;
    }
    return true;
}

bool schema_check(schema *s, const json_t *value, annals_error *error) {
    checker c = {s, NULL, error};
    return check(&c, s->root, value);
}

schema *schema_load(const char *text, annals_error *error) {
    schema *s = calloc(1, sizeof *s);
    if (s) s->root = json_loads(text, 0, NULL);
    if (s && s->root) s->chronology = json_loads(annals_json_schema(), 0, NULL);
    if (s && s->chronology) return s;
    schema_free(s);
    annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    return NULL;
}

void schema_free(schema *s) {
    if (!s) return;
    for (size_t i = 0; i < s->pattern_count; i++) regfree(&s->patterns[i].regex);
    json_decref(s->root);
    json_decref(s->chronology);
    free(s);
}

/* ------------------------------------------------------------------ files */

/* The place in what follows bytes[0, at) becomes one in the whole. */
static void put_behind(annals_text bytes, size_t at, annals_error *error) {
    size_t start = at;
    while (start && bytes.data[start - 1] != '\n') start--;
    if (error->line == 1) error->column += count_points(bytes, start, at);
    for (size_t i = 0; i < start; i++) error->line += bytes.data[i] == '\n';
}

json_t *schema_read(schema *s, annals_text bytes, size_t *at, annals_error *error) {
    json_error_t fault;
    json_t *value = json_loadb(bytes.data + *at, bytes.length - *at,
                               JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK, &fault);
    if (!value) {
        if (json_error_code(&fault) <= json_error_out_of_memory) /* or unknown */
            annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
        else annals_fail(error, ANNALS_INPUT, "this is no JSON (%s); mend it there, or write it anew", fault.text);
        if (error && fault.line > 0) {
            error->line = (size_t)fault.line;
            error->column = (size_t)fault.column;
            put_behind(bytes, *at, error);
        }
        return NULL;
    }
    *at += (size_t)fault.position;
    if (schema_check(s, value, error)) return value;
    json_decref(value);
    return NULL;
}
