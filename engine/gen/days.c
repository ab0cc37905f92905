/* days.c: reads the table of named days.
 *
 *     NAME YEARS KIND NUMBER...     years are A..B, A.. or ..B, or .. for all; ../days.h says what the kinds are
 *     # comment
 *
 * A name's lines stand together, one for the years that each rule was in force. */
#include "gen.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    int numbers;
} kinds[] = {
#define X(name, numbers) {#name, numbers},
    DAY_RULES(X)
#undef X
};

static int kind_of(const char *name) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kinds[i].name, name)) return (int)i;
    return -1;
}

static bool read_years(const char *text, day_rule *rule) {
    char *end;
    rule->since = INT32_MIN;
    rule->until = INT32_MAX;
    if (*text != '.') {
        rule->since = (int32_t)strtol(text, &end, 10);
        if (end == text) return false;
        text = end;
    }
    if (strncmp(text, "..", 2)) return false;
    text += 2;
    if (!*text) return true;
    rule->until = (int32_t)strtol(text, &end, 10);
    return end > text && !*end;
}

static int read_numbers(day_rule *rule) {
    int count = 0;
    for (char *word; (word = strtok(NULL, " \t")); count++)
        if (count < DAY_RULE_NUMBERS) rule->numbers[count] = (int16_t)atoi(word);
    return count;
}

static gen_day *day_called(gen *g, const char *name, place at) {
    gen_day *last = g->days.count ? &g->days.items[g->days.count - 1] : NULL;
    if (last && !strcmp(last->name, name)) return last;
    if (day_index(g, name) >= 0) complain(at, "the lines of '%s' stand apart; put them together", name);
    gen_day *made = PUSH(&g->days);
    snprintf(made->name, sizeof made->name, "%s", name);
    made->first = (int)g->day_rules.count;
    return made;
}

static void read_day(gen *g, char *line, place at) {
    line[strcspn(line, "#")] = 0;
    char *name = strtok(line, " \t"), *years = strtok(NULL, " \t"), *kind_name = strtok(NULL, " \t");
    int kind = kind_name ? kind_of(kind_name) : -1;
    day_rule rule = {.kind = (uint8_t)(kind < 0 ? 0 : kind)};
    if (kind < 0 || !read_years(years, &rule) || read_numbers(&rule) != kinds[kind].numbers) {
        complain(at, "a named day is  NAME YEARS KIND NUMBER..., as days.h says");
        return;
    }
    day_called(g, name, at)->count++;
    *PUSH(&g->day_rules) = rule;
}

void read_days(gen *g, const char *path) {
    read_lines(g, path, read_day);
}

int day_index(const gen *g, const char *name) {
    for (size_t i = 0; i < g->days.count; i++)
        if (!strcmp(g->days.items[i].name, name)) return (int)i;
    return -1;
}

void emit_days(const gen *g, const char *language, FILE *out) {
    (void)language;
    fputs("/* Made by annals-gen; edit lang/days instead. */\n#include \"days.h\"\n\nconst day_rule day_rules[] = {\n",
          out);
    for (size_t i = 0; i < g->day_rules.count; i++) {
        const day_rule *r = &g->day_rules.items[i];
        fputs(r->since == INT32_MIN ? "    {INT32_MIN, " : "    {", out);
        if (r->since != INT32_MIN) fprintf(out, "%d, ", r->since);
        if (r->until == INT32_MAX) fputs("INT32_MAX, ", out);
        else fprintf(out, "%d, ", r->until);
        fprintf(out, "%d, {", r->kind);
        for (int n = 0; n < DAY_RULE_NUMBERS; n++) fprintf(out, "%s%d", n ? ", " : "", r->numbers[n]);
        fputs("}},\n", out);
    }
    fputs("};\n\nconst named_day named_days[] = {\n", out);
    for (size_t i = 0; i < g->days.count; i++)
        fprintf(out, "    {\"%s\", %d, %d},\n", g->days.items[i].name, g->days.items[i].first, g->days.items[i].count);
    fprintf(out, "};\n\nconst size_t named_day_count = %zu;\n", g->days.count);
}
