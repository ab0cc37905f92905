#include "match.h"

#include "build.h"
#include "marks.h"
#include "text.h"

/* A token, or what an earlier level made of some tokens. */
typedef struct item {
    size_t first, last; /* tokens, inclusive */
    uint16_t category;  /* 0: a token; NO_RULE: used up by a trap */
    uint16_t rule;
    const expr *node;
} item;

typedef LIST(item) item_list;

typedef struct candidate {
    uint16_t node;
    size_t first, last; /* items of the expression itself, inclusive */
    build_argument captures[8];
} candidate;

enum { MAX_CANDIDATES = 12 };

typedef struct matcher {
    const grammar *grammar;
    annals_text text;
    const token *tokens;
    arena *arena;     /* of the expressions, which stay */
    arena scratch[2]; /* of the items of one level and of the next, in turn */
    item_list items;
    candidate found[MAX_CANDIDATES];
    size_t found_count;
    build_argument captures[8];
    size_t passes; /* over the items */
    bool failed;   /* memory ran out */
} matcher;

/* A word that begins with a capital, and no letter alone: "April", but not the U of "U-1962". */
static bool glued_word(const token *t) {
    return t->capital && t->end - t->start > 1;
}

/* "19-April": what is glued behind is a word of dates, and parts nothing. */
static bool rough_behind(const matcher *m, size_t at) {
    if (!m->tokens[at].rough_right) return false;
    const item *last = &m->items.items[m->items.count - 1];
    return at >= last->last || m->tokens[at + 1].gap != GAP_DASH || !glued_word(&m->tokens[at + 1]);
}

/* "August-24 September" */
static bool rough_before(const matcher *m, size_t at) {
    if (!m->tokens[at].rough_left) return false;
    return at <= m->items.items[0].first || m->tokens[at].gap != GAP_DASH || !glued_word(&m->tokens[at - 1]);
}

static void add_candidate(matcher *m, uint16_t at, size_t begin, size_t end) {
    const grammar_node *n = &m->grammar->nodes[at];
    candidate c = {.node = at, .first = begin + n->before, .last = end - 1 - n->after};
    for (size_t i = 0; i < 8; i++) c.captures[i] = m->captures[i];
    const item *items = m->items.items;
    if (rough_before(m, items[c.first].first) || rough_behind(m, items[c.last].last)) return;
    /* Keep them sorted: more items of the whole pattern first, then the earlier rule. */
    size_t i = m->found_count < MAX_CANDIDATES ? m->found_count++ : MAX_CANDIDATES - 1;
    for (; i > 0; i--) {
        const candidate *other = &m->found[i - 1];
        size_t length = c.last - c.first, other_length = other->last - other->first;
        if (length < other_length || (length == other_length && n->rule >= m->grammar->nodes[other->node].rule)) break;
        m->found[i] = *other;
    }
    m->found[i] = c;
}

static void follow(matcher *m, uint16_t at, size_t begin, size_t next);

static void follow_reading(matcher *m, uint16_t at, size_t begin, size_t next, lex_reading r) {
    const item *x = &m->items.items[next];
    const grammar_node *n = &m->grammar->nodes[at];
    const grammar_edge *edges = m->grammar->edges + n->first_edge;
    size_t low = 0, high = n->edge_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (edges[middle].category < r.category) low = middle + 1;
        else high = middle;
    }
    uint16_t gap = next > begin ? m->tokens[x->first].gap : GAP_NONE;
    for (; low < n->edge_count && edges[low].category == r.category; low++) {
        const grammar_edge *e = &edges[low];
        if (!(e->gaps & gap)) continue;
        build_argument kept = {0};
        if (e->capture >= 0) {
            const token *t = &m->tokens[x->first];
            bool number = !x->node && t->lexeme == NO_RULE;
            if (x->node && x->node->kind == EXPR_NUMBER) r.value = (int16_t)x->node->count;
            kept = m->captures[e->capture];
            m->captures[e->capture] = (build_argument){
                true, number ? t->number : r.value, number ? t->digits : 0, x->node, t->start, m->tokens[x->last].end};
        }
        follow(m, e->target, begin, next + 1);
        if (e->capture >= 0) m->captures[e->capture] = kept;
    }
}

/* Patterns have a bounded length and words few readings, so that this is bounded too. */
static void follow(matcher *m, uint16_t at, size_t begin, size_t next) {
    if (m->grammar->nodes[at].rule != NO_RULE) add_candidate(m, at, begin, next);
    if (next >= m->items.count || !m->grammar->nodes[at].edge_count) return;
    const item *x = &m->items.items[next];
    if (x->category == NO_RULE) return;
    if (x->category) {
        follow_reading(m, at, begin, next, (lex_reading){x->category, 0});
        return;
    }
    reading_cursor cursor = readings_of(m->grammar, &m->tokens[x->first]);
    for (lex_reading r; next_reading(&cursor, &r);) follow_reading(m, at, begin, next, r);
}

static bool construct(matcher *m, const candidate *c, item *out) {
    const grammar_rule *rule = &m->grammar->rules[m->grammar->nodes[c->node].rule];
    const item *first = &m->items.items[c->first], *last = &m->items.items[c->last];
    *out =
        (item){first->first, last->last, rule->result ? rule->result : NO_RULE, m->grammar->nodes[c->node].rule, NULL};
    if (!rule->result) return true;
    build_argument arguments[RULE_ARGUMENTS] = {0};
    for (size_t i = 0; i < rule->argument_count; i++) {
        rule_argument a = rule->arguments[i];
        arguments[i] = a.capture >= 0 ? c->captures[a.capture] : (build_argument){.present = true, .value = a.constant};
    }
    build_context context = {m->grammar,
                             m->text,
                             m->tokens[out->first].start,
                             m->tokens[out->last].end,
                             arguments,
                             m->tokens[out->first].opens_log,
                             NULL};
    expr *e = arena_alloc(m->arena, 3 * sizeof *e);
    if (e) context.ends = e + 1;
    out->node = e;
    m->failed = !e;
    if (!e || !build(rule->constructor, &context, e)) return false;
    if (e->loose) out->category = m->grammar->loose;
    return true;
}

/* The items of one pass make those of the next. */
static bool match_pass(matcher *m, uint16_t root, bool *changed) {
    arena *scratch = &m->scratch[++m->passes % 2];
    arena_free(scratch);
    item_list out = {0};
    for (size_t i = 0; i < m->items.count;) {
        m->found_count = 0;
        for (size_t j = 0; j < 8; j++) m->captures[j].present = false;
        follow(m, root, i, i);
        /* One that stands behind words of context competes with those that begin where it does. */
        size_t reach = m->found_count && m->found[0].first > i ? m->found[0].first : i;
        for (size_t j = i + 1; j <= reach; j++) follow(m, root, j, j);
        item made;
        size_t k = 0;
        while (k < m->found_count && !construct(m, &m->found[k], &made) && !m->failed) k++;
        if (m->failed) return false;
        bool matched = k < m->found_count;
        size_t first = matched ? m->found[k].first : i + 1, next = matched ? m->found[k].last + 1 : i + 1;
        for (; i < first; i++) {
            if (!ARENA_ROOM(scratch, &out)) return false;
            out.items[out.count++] = m->items.items[i];
        }
        if (!matched) continue;
        if (!ARENA_ROOM(scratch, &out)) return false;
        out.items[out.count++] = made;
        *changed = true;
        i = next;
    }
    m->items = out;
    return true;
}

/* A list grows by an element a pass; longer ones than these are no prose. */
static bool match_level(matcher *m, size_t level) {
    enum { MOST_PASSES = 12 };
    bool repeated = m->grammar->repeated_levels >> level & 1, changed = true;
    for (int pass = 0; changed && pass < (repeated ? MOST_PASSES : 1); pass++) {
        changed = false;
        if (!match_pass(m, m->grammar->roots[level], &changed)) return false;
    }
    return true;
}

static bool match_levels(matcher *m, size_t first, size_t last) {
    for (size_t i = first; i < last; i++) {
        if (!ARENA_ROOM(&m->scratch[0], &m->items)) return false;
        m->items.items[m->items.count++] = (item){i, i, 0, NO_RULE, NULL};
    }
    for (size_t level = 0; level < m->grammar->level_count; level++)
        if (!match_level(m, level)) return false;
    return true;
}

/* The bytes of the apostrophe that stands for a century: "'45" */
static size_t opens_with_apostrophe(annals_text text, size_t start, size_t end) {
    size_t digits = 0, next;
    while (start + digits < end && is_digit((unsigned char)text.data[start + digits])) digits++;
    if (digits != 2 || !start) return 0;
    if (text.data[start - 1] == '\'') return 1;
    return start >= 3 && text_decode(text, start - 3, &next) == 0x2019 ? 3 : 0;
}

/* "9 a.m. (EST)": the bracket that the expression opened is its own to close. */
static bool closes_bracket(annals_text text, size_t start, size_t end) {
    if (end >= text.length || !byte_in(text.data[end], ")]")) return false;
    int open = 0;
    for (size_t i = start; i < end; i++) open += byte_in(text.data[i], "([") - byte_in(text.data[i], ")]");
    return open > 0;
}

/* A range of dates has two ends that stand apart in the text. */
static bool is_range(const expr *e) {
    return e->kind == EXPR_RANGE || (e->kind == EXPR_POINT && e->last_day != UNSET);
}

static bool keep(matcher *m, raw_mention_list *out, raw_mention mention) {
    if (!ARENA_ROOM(m->arena, out)) return false;
    out->items[out->count++] = mention;
    return true;
}

/* Numbers, zones and bare parts of a day are no times by themselves. */
static bool only_a_part(const expr *e) {
    return e->kind == EXPR_NUMBER || e->kind == EXPR_ZONE || e->bare_part;
}

/* What counts from an event takes in its name, and the dates that are part of that. */
static bool keep_mentions(matcher *m, raw_mention_list *out) {
    size_t taken = 0;
    for (size_t i = 0; i < m->items.count; i++) {
        const item *x = &m->items.items[i];
        if (!x->node || x->category == m->grammar->loose || only_a_part(x->node)) continue;
        size_t start = m->tokens[x->first].start, end = m->tokens[x->last].end;
        if (start < taken) continue;
        end += closes_bracket(m->text, start, end);
        start -= opens_with_apostrophe(m->text, start, end);
        if (x->node->base == BASE_EVENT && x->node->event_end > end) taken = end = x->node->event_end;
        bool range = is_range(x->node);
        if (!range) marks_balance(m->text, &start, &end);
        size_t first_end = range ? x->node->first_end : end;
        if (!keep(m, out,
                  (raw_mention){start, first_end, x->rule, range ? ANNALS_RANGE_BEGIN : ANNALS_RANGE_NONE, x->node}))
            return false;
        if (range && !keep(m, out, (raw_mention){x->node->second_start, end, x->rule, ANNALS_RANGE_END, x->node}))
            return false;
    }
    return true;
}

bool match(const grammar *g, annals_text text, const token_list *tokens, size_t first, size_t last, arena *a,
           raw_mention_list *out) {
    if (first == last) return true;
    matcher m = {.grammar = g, .text = text, .tokens = tokens->items, .arena = a};
    bool ok = match_levels(&m, first, last) && keep_mentions(&m, out);
    arena_free(&m.scratch[0]);
    arena_free(&m.scratch[1]);
    return ok;
}
