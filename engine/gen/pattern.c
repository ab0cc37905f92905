/* pattern.c: a rule's pattern, expanded into plain sequences of words for the automaton.
 *
 *     category   name:category   name:one|other   "word"     one word or one thing that an earlier level made
 *     ( A | B )  X?                                          alternatives; X or nothing
 *     , - / : . ' + & ~ {                                    what stands before the next word instead of a space: a
 *                                                            comma, a dash ... ~ nothing, { a bracket; with ? or a
 *                                                            space too
 *     [ ... ]                                                the expression itself; what is outside is its context */
#include "gen.h"

#include <ctype.h>
#include <string.h>

typedef struct expansion {
    sequence *items;
    int count;
} expansion;

typedef struct parser {
    gen *g;
    gen_rule *rule;
    const char *p;
    sequence *pool; /* scratch sequences handed out from the front */
    int used;
} parser;

static expansion take(parser *s, int count) {
    static sequence none[1];
    if (s->used + count > 8 * MAX_SEQUENCES) {
        complain(s->rule->at, "the pattern expands too far; split the rule");
        return (expansion){none, 0};
    }
    expansion e = {s->pool + s->used, count};
    s->used += count;
    return e;
}

static void append(parser *s, sequence *to, const sequence *from) {
    if (to->count + from->count > MAX_STEPS) {
        complain(s->rule->at, "a pattern of more than %d steps", MAX_STEPS);
        return;
    }
    memcpy(to->steps + to->count, from->steps, (size_t)from->count * sizeof *from->steps);
    to->count += from->count;
}

static expansion joined(parser *s, expansion a, expansion b) {
    expansion out = take(s, a.count * b.count);
    for (int i = 0; out.count && i < a.count; i++)
        for (int j = 0; j < b.count; j++) {
            sequence *to = &out.items[i * b.count + j];
            *to = a.items[i];
            append(s, to, &b.items[j]);
        }
    return out;
}

static expansion either(parser *s, expansion a, expansion b) {
    expansion out = take(s, a.count + b.count);
    if (!out.count) return out;
    memcpy(out.items, a.items, (size_t)a.count * sizeof *a.items);
    memcpy(out.items + a.count, b.items, (size_t)b.count * sizeof *b.items);
    return out;
}

static expansion single(parser *s, step one) {
    expansion e = take(s, 1);
    if (!e.count) return e;
    e.items[0].count = 1;
    e.items[0].steps[0] = one;
    return e;
}

static expansion nothing(parser *s) {
    expansion e = take(s, 1);
    if (e.count) e.items[0].count = 0;
    return e;
}

static int gap_of(char sign) {
#define X(name, sign_)                                                                                                 \
    if (sign == (sign_)) return GAP_##name;
    GAPS(X)
#undef X
    return sign == '{' ? GAP_BRACKET : 0;
}

static bool name_char(char c) {
    return isalnum((unsigned char)c) || c == '-' || c == '_';
}

static void read_name(parser *s, char *name) {
    int n = 0;
    while (name_char(*s->p) && n < MAX_NAME - 1) name[n++] = *s->p++;
    name[n] = 0;
}

static int capture_index(parser *s, const char *name) {
    gen_rule *r = s->rule;
    for (int i = 0; i < r->capture_count; i++)
        if (!strcmp(r->captures[i], name)) return i;
    if (r->capture_count >= MAX_CAPTURES) {
        complain(r->at, "more than %d captures", MAX_CAPTURES);
        return -1;
    }
    memcpy(r->captures[r->capture_count], name, MAX_NAME);
    return r->capture_count++;
}

static expansion word(parser *s, const char *category_name, int capture) {
    int category = category_of(s->g, category_name);
    use_category(s->g, category, s->rule->at);
    return single(s, (step){STEP_WORD, 0, category, capture});
}

static expansion parse_category(parser *s) {
    char name[MAX_NAME];
    read_name(s, name);
    int capture = -1;
    if (*s->p == ':' && name_char(s->p[1])) {
        capture = capture_index(s, name);
        s->p++;
        read_name(s, name);
    }
    expansion e = word(s, name, capture);
    while (*s->p == '|' && name_char(s->p[1])) {
        s->p++;
        read_name(s, name);
        e = either(s, e, word(s, name, capture));
    }
    return e;
}

static expansion parse_literal(parser *s) {
    char name[MAX_NAME] = "\"";
    int n = 1;
    for (s->p++; *s->p && *s->p != '"' && n < MAX_NAME - 2; s->p++) name[n++] = *s->p;
    if (*s->p == '"') s->p++;
    char form[MAX_NAME];
    memcpy(form, name + 1, (size_t)n - 1);
    form[n - 1] = 0;
    name[n] = '"';
    name[n + 1] = 0;
    int category = category_of(s->g, name);
    define_category(s->g, category);
    add_form(s->g, form, category, 0, s->rule->at);
    return word(s, name, -1);
}

static expansion parse_alternatives(parser *s);

static expansion parse_item(parser *s) {
    char c = *s->p;
    if (c == '"') return parse_literal(s);
    if (c == '(') {
        s->p++;
        expansion e = parse_alternatives(s);
        if (*s->p == ')') s->p++;
        else complain(s->rule->at, "a bracket is not closed");
        return e;
    }
    if (c == '[' || c == ']') {
        s->p++;
        return single(s, (step){c == '[' ? STEP_OPEN : STEP_CLOSE, 0, 0, -1});
    }
    if (name_char(c) && c != '-') return parse_category(s);
    int gaps = gap_of(c);
    if (!gaps) complain(s->rule->at, "'%c' is not part of a pattern", c);
    s->p++;
    if (*s->p == '?') {
        s->p++;
        gaps |= GAP_SPACE;
    }
    return single(s, (step){STEP_GAP, gaps, 0, -1});
}

static expansion parse_sequence(parser *s) {
    expansion e = nothing(s);
    for (;;) {
        s->p += strspn(s->p, " \t");
        if (!*s->p || *s->p == '|' || *s->p == ')') return e;
        expansion item = parse_item(s);
        if (*s->p == '?') {
            s->p++;
            item = either(s, item, nothing(s));
        }
        e = joined(s, e, item);
    }
}

static expansion parse_alternatives(parser *s) {
    expansion e = parse_sequence(s);
    while (*s->p == '|') {
        s->p++;
        e = either(s, e, parse_sequence(s));
    }
    return e;
}

int expand_pattern(gen *g, gen_rule *r, const char *pattern, sequence *out) {
    static sequence pool[8 * MAX_SEQUENCES];
    parser s = {g, r, pattern, pool, 0};
    expansion e = parse_alternatives(&s);
    if (*s.p) complain(r->at, "'%c' closes nothing", *s.p);
    if (e.count > MAX_SEQUENCES) complain(r->at, "the pattern expands too far; split the rule");
    int count = e.count < MAX_SEQUENCES ? e.count : MAX_SEQUENCES;
    memcpy(out, e.items, (size_t)count * sizeof *out);
    return count;
}

/* ---------------------------------------------------------------- the automaton */

static int new_node(gen *g, int from, step w) {
    int target = (int)g->nodes.count;
    gen_node *made = PUSH(&g->nodes);
    memset(made, 0, sizeof *made);
    made->node.rule = NO_RULE;
    made->node.parent = (uint16_t)from;
    gen_node *n = &g->nodes.items[from];
    *PUSH(&n->edges) = (grammar_edge){(uint16_t)w.gaps, (uint16_t)w.category, (uint16_t)target, (int8_t)w.capture};
    return target;
}

/* The node behind a step that is not the end of another rule, where one is asked for. */
static int follow(gen *g, int from, step w) {
    gen_node *n = &g->nodes.items[from];
    for (size_t i = 0; i < n->edges.count; i++) {
        grammar_edge *e = &n->edges.items[i];
        if (e->gaps == w.gaps && e->category == w.category && e->capture == w.capture) return e->target;
    }
    return new_node(g, from, w);
}

/* A trap whose constructor asks nothing takes whatever comes to it. */
static bool refuses_nothing(const gen_rule *r) {
    return !r->rule.result && r->rule.constructor == CONSTRUCTOR_none;
}

/* Where two rules are of the same words each has an end of its own: when the constructor of one refuses, it is the
 * other's turn.  Behind a trap that refuses nothing there is none, nor behind the same rule.  A rule that has nothing
 * but such ends can hardly be meant. */
static int end_of(gen *g, int from, step w, int rule) {
    gen_node *n = &g->nodes.items[from];
    bool shared = false;
    for (size_t i = 0; i < n->edges.count; i++) {
        grammar_edge *e = &n->edges.items[i];
        if (e->gaps != w.gaps || e->category != w.category || e->capture != w.capture) continue;
        int ends = g->nodes.items[e->target].node.rule;
        if (ends == rule || (ends != NO_RULE && refuses_nothing(&g->rules.items[ends]))) return NO_RULE;
        if (ends == NO_RULE) {
            g->rules.items[rule].reachable = true;
            return e->target;
        }
        shared = true;
    }
    g->rules.items[rule].reachable |= !shared;
    return new_node(g, from, w);
}

static int last_word(const sequence *s) {
    int last = s->count - 1;
    while (last >= 0 && s->steps[last].kind != STEP_WORD) last--;
    return last;
}

void add_to_automaton(gen *g, int rule_index, const sequence *s) {
    gen_rule *r = &g->rules.items[rule_index];
    int at = g->roots.items[r->rule.level], words = 0, open = 0, close = -1, gaps = 0; /* 0: a space */
    for (int i = 0, last = last_word(s); i < s->count; i++) {
        step w = s->steps[i];
        if (w.kind == STEP_GAP) gaps |= w.gaps; /* what was between two gaps may be left out */
        if (w.kind == STEP_OPEN) open = words;
        if (w.kind == STEP_CLOSE) close = words;
        if (w.kind != STEP_WORD) continue;
        w.gaps = !words ? GAP_ANY : gaps ? gaps : GAP_SPACE;
        at = i < last ? follow(g, at, w) : end_of(g, at, w, rule_index);
        gaps = 0;
        words++;
    }
    if (close < 0) close = words;
    if (close <= open) {
        complain(r->at, "the pattern can match nothing at all");
        return;
    }
    if (at == NO_RULE) return;
    grammar_node *end = &g->nodes.items[at].node;
    end->rule = (uint16_t)rule_index;
    end->before = (uint8_t)open;
    end->after = (uint8_t)(words - close);
}
