/* rules.c: reads a .rules file.
 *
 *     level NAME                                     later levels see what earlier ones made
 *     level NAME repeated                            and this one what itself made
 *     RESULT NAME: PATTERN => CONSTRUCTOR(arg, ...)   one line; an argument is a capture's name, a number,
 *                                                    or a named day
 *       = "text" VALUE                                an example and the TIMEX3 value it comes to
 *       ! "text"                                      a counter-example: this rule must match nothing in it
 *
 * pattern.c says what a pattern is made of. */
#include "gen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int constructor_of(const char *name) {
    static const char *const names[] = {
#define X(name) #name,
        CONSTRUCTORS(X)
#undef X
    };
    for (int i = 0; i < CONSTRUCTOR_COUNT; i++)
        if (!strcmp(names[i], name)) return i;
    return -1;
}

static int capture_of(const gen_rule *r, const char *name) {
    for (int i = 0; i < r->capture_count; i++)
        if (!strcmp(r->captures[i], name)) return i;
    return -1;
}

static void read_argument(const gen *g, gen_rule *r, const char *word) {
    if (r->rule.argument_count >= RULE_ARGUMENTS) {
        complain(r->at, "more than %d arguments", RULE_ARGUMENTS);
        return;
    }
    rule_argument *a = &r->rule.arguments[r->rule.argument_count++];
    if (isdigit((unsigned char)*word) || *word == '-') {
        *a = (rule_argument){-1, (int16_t)atoi(word)};
        return;
    }
    int capture = capture_of(r, word), day = capture < 0 ? day_index(g, word) : -1;
    if (capture < 0 && day < 0) complain(r->at, "'%s' is not captured by the pattern, and no day has that name", word);
    *a = (rule_argument){(int8_t)capture, (int16_t)(day < 0 ? 0 : day)};
}

static void read_action(const gen *g, gen_rule *r, char *action) {
    char *open = strchr(action, '('), *close = strrchr(action, ')');
    if (!open || !close || close < open) {
        complain(r->at, "after => stands CONSTRUCTOR(argument, ...)");
        return;
    }
    *open = *close = 0;
    action += strspn(action, " \t");
    int which = constructor_of(action);
    if (which < 0) complain(r->at, "unknown constructor '%s'", action);
    r->rule.constructor = (uint16_t)which;
    for (char *word = strtok(open + 1, ", \t"); word; word = strtok(NULL, ", \t")) read_argument(g, r, word);
}

static void read_rule(gen *g, char *line, place at) {
    char *colon = strchr(line, ':'), *arrow = strstr(line, "=>");
    char result[MAX_NAME], name[MAX_NAME];
    if (!colon || !arrow || arrow < colon || sscanf(line, "%47s %47[^:]", result, name) != 2) {
        complain(at, "a rule is  RESULT NAME: PATTERN => CONSTRUCTOR(argument, ...)");
        return;
    }
    if (!g->roots.count) {
        complain(at, "a rule stands below a line  level NAME");
        return;
    }
    gen_rule *r = PUSH(&g->rules);
    memset(r, 0, sizeof *r);
    r->at = at;
    memcpy(r->name, name, sizeof name);
    int category = category_of(g, result);
    define_category(g, category);
    r->rule.result = (uint16_t)category;
    r->rule.level = (uint8_t)(g->roots.count - 1);
    *arrow = 0;
    static sequence sequences[MAX_SEQUENCES];
    int count = expand_pattern(g, r, colon + 1, sequences);
    read_action(g, r, arrow + 2);
    for (int i = 0; i < count; i++) add_to_automaton(g, (int)g->rules.count - 1, &sequences[i]);
}

static void read_case(gen *g, char *line, place at) {
    char sign = *line, *open = strchr(line, '"'), *close = open ? strchr(open + 1, '"') : NULL;
    if (!g->rules.count || !close) {
        complain(at, "a case stands below its rule:  = \"text\" VALUE  or  ! \"text\"");
        return;
    }
    char *value = close + 1 + strspn(close + 1, " \t");
    value[strcspn(value, " \t")] = 0;
    if ((sign == '=') != (*value != 0)) {
        complain(at, sign == '=' ? "an example ends in the value it comes to" : "a counter-example has no value");
        return;
    }
    gen_rule *r = &g->rules.items[g->rules.count - 1];
    *(sign == '=' ? &r->examples : &r->counter_examples) += 1;
    *PUSH(&g->cases) = (gen_case){(int)g->rules.count - 1, at, copy_of(open + 1, (size_t)(close - open - 1)),
                                  sign == '=' ? copy_of(value, strlen(value)) : NULL};
}

static void new_level(gen *g, const char *name, place at) {
    static const char mark[] = " repeated";
    size_t length = strlen(name);
    bool repeated = length >= sizeof mark && !strcmp(name + length - (sizeof mark - 1), mark);
    if (g->roots.count >= 32) complain(at, "more than 32 levels");
    else g->repeated_levels |= (uint32_t)repeated << g->roots.count;
    gen_node *root = PUSH(&g->nodes);
    memset(root, 0, sizeof *root);
    root->node.rule = NO_RULE;
    *PUSH(&g->roots) = (uint16_t)(g->nodes.count - 1);
}

static void read_rule_line(gen *g, char *text, place at) {
    if (*text == '=' || *text == '!') read_case(g, text, at);
    else if (!strncmp(text, "level ", 6)) new_level(g, text + 6, at);
    else read_rule(g, text, at);
}

void read_rules(gen *g, const char *path) {
    read_lines(g, path, read_rule_line);
}
