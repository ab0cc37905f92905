#include "match.h"

#include "build.h"
#include "language.h"
#include "marks.h"
#include "text.h"

#include <string.h>

/* ---------------------------------------------------------------- candidates */

/* A word that begins with a capital, and no letter alone: "April", but not the U of "U-1962". */
static bool glued_word(const token *t) {
    return t->capital && t->end - t->start > 1;
}

static bool names_day(const matcher *m, size_t at) {
    if (at >= m->token_count) return false;
    const token *t = &m->tokens[at];
    return in_context(m->grammar, text_slice(m->text, t->start, t->end), CONTEXT_CALENDAR_WORD);
}

/* "1957-4 January", "1957-4 de enero", "1957/4 January": a year, a dash, and a day with its month */
static bool day_behind_year(const matcher *m, size_t at) {
    enum { OF_DAY = 2, OF_YEAR = 4 };
    const token *t = &m->tokens[at];
    if (at < 1 || at >= m->token_count || !(t->gap & (GAP_DASH | GAP_SLASH)) || t[-1].digits != OF_YEAR) return false;
    return t->lexeme == NO_RULE && t->digits <= OF_DAY && (names_day(m, at + 1) || names_day(m, at + 2));
}

/* "late 1904-early 1905" */
static bool portion_behind(const matcher *m, size_t at) {
    const token *t = &m->tokens[at];
    return at < m->token_count && t->gap == GAP_DASH && t->lexeme != NO_RULE &&
           is_of_category(m->grammar, text_slice(m->text, t->start, t->end), "third");
}

/* "Q1-Q3": the letter before the number comes again behind it. */
static bool letter_again(const matcher *m, size_t at) {
    if (!at || at + 1 >= m->token_count) return false;
    const token *before = &m->tokens[at - 1], *behind = &m->tokens[at + 1];
    bool letters = before->end - before->start == 1 && behind->end - behind->start == 1 && behind->capital;
    return letters && behind->gap & (GAP_DASH | GAP_SLASH) &&
           m->text.data[before->start] == m->text.data[behind->start];
}

/* "19-April": what is glued behind is a word of dates, and parts nothing. */
static bool rough_behind(const matcher *m, size_t at) {
    if (!m->tokens[at].rough_right || day_behind_year(m, at + 1) || portion_behind(m, at + 1)) return false;
    if (letter_again(m, at)) return false;
    return at + 1 >= m->token_count || m->tokens[at + 1].gap != GAP_DASH || !glued_word(&m->tokens[at + 1]);
}

/* The words of "9 a.m." and "9am" */
static bool counted_word(const matcher *m, size_t at) {
    const token *t = &m->tokens[at];
    return at && t->lexeme != NO_RULE && t->gap & (GAP_NONE | GAP_SPACE) && t[-1].lexeme == NO_RULE;
}

/* "August-24 September", "9 a.m.-5 p.m." */
static bool rough_before(const matcher *m, size_t at) {
    if (!m->tokens[at].rough_left || day_behind_year(m, at)) return false;
    bool glued = at && m->tokens[at].gap == GAP_DASH;
    return !glued || !(glued_word(&m->tokens[at - 1]) || counted_word(m, at - 1));
}

static void add_match(matcher *m, uint16_t at, size_t begin, size_t end) {
    const grammar_node *n = &m->grammar->nodes[at];
    rule_match c = {at, begin, end, begin + n->before, end - 1 - n->after};
    const item *items = m->items.items;
    if (rough_before(m, items[c.first].first) || rough_behind(m, items[c.last].last)) return;
    /* Keep them sorted: more items of the whole pattern first, then the earlier rule. */
    size_t i = m->found_count < MAX_CANDIDATES ? m->found_count++ : MAX_CANDIDATES - 1;
    for (; i > 0; i--) {
        const rule_match *other = &m->found[i - 1];
        size_t length = c.last - c.first, other_length = other->last - other->first;
        if (length < other_length || (length == other_length && n->rule >= m->grammar->nodes[other->node].rule)) break;
        m->found[i] = *other;
    }
    m->found[i] = c;
}

static void follow_item(matcher *m, const grammar_node *n, size_t begin, size_t next);

/* From the first edge of a category on, all of that category, up to `end`; `next` is the item behind it. */
static void follow_edges(matcher *m, size_t edge, size_t end, uint16_t gap, size_t begin, size_t next) {
    const grammar_edge *edges = m->grammar->edges;
    const item *x = next < m->items.count ? &m->items.items[next] : NULL;
    uint64_t categories = x ? x->categories : 0;
    for (uint16_t category = edges[edge].category; edge < end && edges[edge].category == category; edge++) {
        if (!(edges[edge].gaps & gap)) continue;
        const grammar_node *n = &m->grammar->nodes[edges[edge].target];
        if (n->rule != NO_RULE) add_match(m, edges[edge].target, begin, next);
        if (n->categories & categories && n->gaps & x->gap) follow_item(m, n, begin, next);
    }
}

static void follow_category(matcher *m, const grammar_node *n, size_t begin, size_t next, uint16_t category) {
    const grammar_edge *edges = m->grammar->edges;
    size_t low = n->first_edge, end = low + n->edge_count, high = end;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (edges[middle].category < category) low = middle + 1;
        else high = middle;
    }
    if (low < end && edges[low].category == category)
        follow_edges(m, low, end, m->items.items[next].gap, begin, next + 1);
}

/* Patterns have a bounded length and words few readings, so that this is bounded too. */
static void follow_item(matcher *m, const grammar_node *n, size_t begin, size_t next) {
    const item *x = &m->items.items[next];
    if (x->category) follow_category(m, n, begin, next, x->category);
    for (size_t i = 0; i < x->reading_count; i++) {
        uint16_t category = x->readings[i].category;
        if (n->categories & category_bit(category)) follow_category(m, n, begin, next, category);
    }
}

static void follow_root(matcher *m, size_t level, size_t begin, uint16_t category) {
    const grammar *g = m->grammar;
    const grammar_node *root = &g->nodes[g->roots[level]];
    uint16_t edge = g->root_edges[level * g->category_count + category];
    if (edge != NO_RULE) follow_edges(m, edge, root->first_edge + root->edge_count, GAP_NONE, begin, begin + 1);
}

/* All rules of a level that match from an item on. */
static void follow_level(matcher *m, size_t level, size_t begin) {
    const item *x = &m->items.items[begin];
    if (!(x->levels >> level & 1)) return;
    if (x->category) follow_root(m, level, begin, x->category);
    for (size_t i = 0; i < x->reading_count; i++) follow_root(m, level, begin, x->readings[i].category);
}

/* ---------------------------------------------------------------- what a match makes */

static build_argument argument_of(const matcher *m, const item *x, uint16_t category) {
    const token *t = &m->tokens[x->first];
    build_argument a = {.present = true, .node = x->node, .start = t->start, .end = m->tokens[x->last].end};
    if (x->node && x->node->kind == EXPR_NUMBER) a.value = x->node->count;
    if (x->node) return a;
    if (t->lexeme == NO_RULE) {
        a.value = t->number;
        a.digits = t->digits;
        return a;
    }
    const lex_reading *r = x->readings;
    while (r->category != category) r++;
    a.value = r->value;
    return a;
}

/* The way back through the automaton tells which words were captured; of one capture's words the last counts. */
static void find_captures(const matcher *m, const rule_match *c, build_argument *captures) {
    uint16_t node = c->node;
    for (size_t i = c->end; i-- > c->begin; node = m->grammar->nodes[node].parent) {
        const grammar_edge *e = &m->grammar->edges[m->grammar->nodes[node].edge];
        if (e->capture >= 0 && !captures[e->capture].present)
            captures[e->capture] = argument_of(m, &m->items.items[i], e->category);
    }
}

/* The expression that a constructor made, in memory that stays. */
static const expr *keep(matcher *m, const expr *e, const build_room *room) {
    expr *kept = arena_copy(m->nodes, e, 1, sizeof *e);
    m->failed |= !kept;
    if (!kept) return NULL;
    const expr **parts[] = {&kept->of, &kept->from, &kept->to};
    for (size_t i = 0; i < 3; i++) {
        if (*parts[i] != &room->ends[0] && *parts[i] != &room->ends[1]) continue;
        *parts[i] = keep(m, *parts[i], room);
    }
    if (kept->event != &room->event) return kept;
    kept->event = arena_copy(m->arena, kept->event, 1, sizeof *kept->event);
    m->failed |= !kept->event;
    return kept;
}

/* Of all expressions that were tried, those of the mentions stay, with what they are made of. */
static const expr *keep_for_good(matcher *m, const expr *e) {
    if (!e) return NULL;
    expr copy = *e;
    copy.of = keep_for_good(m, e->of);
    copy.from = keep_for_good(m, e->from);
    copy.to = keep_for_good(m, e->to);
    copy.first_end = copy.second_start = 0;
    m->placed |= copy.event != NULL;
    const expr *kept = recall_expr(&m->recall, &copy, m->arena);
    m->failed |= !kept;
    return kept;
}

/* "Selby Gate", and below it "22 October 1957"; "the Iron Gate 22 October 1957": the number is no gate's, but a day. */
static bool takes_day(const matcher *m, size_t last) {
    enum { OF_DAY = 2, OF_YEAR = 4 };
    const token *t = &m->tokens[last];
    if (!last || t->lexeme != NO_RULE || t->digits > OF_DAY || !names_day(m, last + 1)) return false;
    bool below = memchr(m->text.data + t[-1].end, '\n', t->start - t[-1].end) != NULL;
    return below || (last + 2 < m->token_count && t[2].digits == OF_YEAR);
}

static bool construct(matcher *m, const rule_match *c, item *out) {
    uint16_t rule_index = m->grammar->nodes[c->node].rule;
    const grammar_rule *rule = &m->grammar->rules[rule_index];
    const item *first = &m->items.items[c->first], *last = &m->items.items[c->last];
    *out =
        (item){.first = first->first, .last = last->last, .gap = first->gap, .category = NO_RULE, .rule = rule_index};
    build_argument captures[8] = {0}, arguments[RULE_ARGUMENTS] = {0};
    find_captures(m, c, captures);
    for (size_t i = 0; i < rule->argument_count; i++) {
        rule_argument a = rule->arguments[i];
        arguments[i] = a.capture >= 0 ? captures[a.capture] : (build_argument){.present = true, .value = a.constant};
    }
    expr made;
    build_room room;
    build_context context = {m->grammar,
                             &m->around,
                             m->tokens[out->first].start,
                             m->tokens[out->last].end,
                             arguments,
                             m->tokens[out->first].opens,
                             &room};
    if (!build(rule->constructor, &context, &made)) return false;
    /* What opens an entry is its date, and no trap: "August 9   Agreement signed". */
    if (!rule->result) return !(context.opens & OPENS_ENTRY) && !takes_day(m, out->last);
    out->category = made.loose ? m->grammar->loose : rule->result;
    out->categories = category_bit(out->category);
    out->node = keep(m, &made, &room);
    return !m->failed;
}

/* ---------------------------------------------------------------- levels */

/* What begins at an item, or close behind it: one that stands behind words of context competes with those that begin
 * where it does. */
static void find_matches(matcher *m, size_t level, size_t begin) {
    m->found_count = 0;
    follow_level(m, level, begin);
    size_t reach = m->found_count && m->found[0].first > begin ? m->found[0].first : begin;
    for (size_t i = begin + 1; i <= reach; i++) follow_level(m, level, i);
}

/* The first of what matches from an item on that makes something; null when none does. */
static const rule_match *make(matcher *m, size_t level, size_t begin, item *out) {
    find_matches(m, level, begin);
    for (size_t i = 0; i < m->found_count && !m->failed; i++)
        if (construct(m, &m->found[i], out)) return &m->found[i];
    return NULL;
}

/* The items of one pass make those of the next, which take their places: there are never more. */
static void match_pass(matcher *m, size_t level) {
    size_t made = 0;
    item *items = m->items.items, result;
    for (size_t i = 0; i < m->items.count && !m->failed;) {
        const rule_match *c = items[i].levels >> level & 1 ? make(m, level, i, &result) : NULL;
        size_t first = c ? c->first : i + 1;
        if (made < i) memmove(&items[made], &items[i], (first - i) * sizeof *items);
        made += first - i;
        i = first;
        if (!c) continue;
        m->changed = true;
        i = c->last + 1;
        items[made++] = result;
    }
    m->items.count = made;
}

static uint32_t levels_of_category(const grammar *g, uint16_t category, uint64_t next) {
    uint32_t levels = g->alone[category];
    for (; next; next &= next - 1) levels |= g->pairs[category][__builtin_ctzll(next)];
    return levels;
}

/* At which levels the items may begin rules: by what each may be, and the one behind it. */
static void find_levels(matcher *m) {
    m->levels = 0;
    for (size_t i = 0; i < m->items.count; i++) {
        item *x = &m->items.items[i];
        uint64_t next = i + 1 < m->items.count ? x[1].categories : 0;
        x->levels = x->node ? levels_of_category(m->grammar, x->category, next) : 0;
        for (size_t j = 0; j < x->reading_count; j++)
            x->levels |= levels_of_category(m->grammar, x->readings[j].category, next);
        m->levels |= x->levels;
    }
}

/* A list grows by an element a pass; longer ones than these are no prose. */
static void match_level(matcher *m, size_t level) {
    enum { MOST_PASSES = 12 };
    int passes = m->grammar->repeated_levels >> level & 1 ? MOST_PASSES : 1;
    do {
        m->changed = false;
        match_pass(m, level);
        if (m->changed) find_levels(m);
    } while (--passes && m->changed && !m->failed);
}

/* One item a token, with its readings. */
static bool take_tokens(matcher *m, const token_list *tokens) {
    m->tokens = tokens->items;
    m->token_count = tokens->count;
    m->items.count = 0;
    if (!ARENA_RESERVE(m->scratch, &m->items, tokens->count)) return false;
    for (size_t i = 0; i < tokens->count; i++) {
        const reading_span *span = readings_of(m->grammar, &tokens->items[i]);
        m->items.items[m->items.count++] = (item){.categories = span->categories,
                                                  .readings = m->grammar->readings + span->first,
                                                  .reading_count = span->count,
                                                  .first = (uint32_t)i,
                                                  .last = (uint32_t)i,
                                                  .gap = tokens->items[i].gap,
                                                  .rule = NO_RULE};
    }
    return true;
}

/* The bytes of the apostrophe that stands for a century: "'45" */
static size_t opens_with_apostrophe(outlook *o, size_t start, size_t end) {
    enum { LONGEST = 3 };
    annals_text text = o->text;
    size_t digits = 0, next;
    while (start + digits < end && is_digit((unsigned char)text.data[start + digits])) digits++;
    if (digits != 2) return 0;
    outlook_note_near(o, start, end, LONGEST + 1); /* and at a bracket before it */
    if (start && text.data[start - 1] == '\'') return 1;
    return start >= LONGEST && text_decode(text, start - LONGEST, &next) == 0x2019 ? LONGEST : 0;
}

/* "9 a.m. (EST)": the bracket that the expression opened is its own to close. */
static bool closes_bracket(outlook *o, size_t start, size_t end) {
    int open = marks_open(o->text, start, end);
    if (open) outlook_note_near(o, start, end, 2); /* as marks_balance does */
    return open > 0 && marks_closing(o->text, end);
}

/* A range of dates has two ends that stand apart in the text. */
static bool is_range(const expr *e) {
    return e->kind == EXPR_RANGE || (e->kind == EXPR_POINT && e->last_day != UNSET);
}

static bool add_mention(matcher *m, raw_mention_list *out, raw_mention mention) {
    if (!ARENA_ROOM(m->arena, out)) return false;
    out->items[out->count++] = mention;
    return true;
}

/* Numbers, zones, styles and bare parts of a day are no times by themselves. */
static bool only_a_part(const expr *e) {
    return e->kind == EXPR_NUMBER || e->kind == EXPR_ZONE || e->kind == EXPR_STYLE || e->bare_part;
}

/* What counts from an event takes in its name, and the dates that are part of that. */
static bool keep_mentions(matcher *m, raw_mention_list *out) {
    for (size_t i = 0; i < m->items.count; i++) {
        const item *x = &m->items.items[i];
        if (!x->node || x->category == m->grammar->loose || only_a_part(x->node)) continue;
        size_t start = m->tokens[x->first].start, end = m->tokens[x->last].end;
        if (start < m->taken) continue;
        end += closes_bracket(&m->around, start, end);
        start -= opens_with_apostrophe(&m->around, start, end);
        if (x->node->base == BASE_EVENT && x->node->event->end > end) m->taken = end = x->node->event->end;
        bool range = is_range(x->node);
        if (!range) marks_balance(m->text, &start, &end);
        const expr *e = keep_for_good(m, x->node);
        if (!e || m->failed) return false;
        size_t first_end = range ? x->node->first_end : end;
        raw_mention first = {.start = start, .end = first_end, .expr = e, .rule = x->rule};
        raw_mention last = {x->node->second_start, end, e, x->rule, .range = ANNALS_RANGE_END};
        if (range) first.range = ANNALS_RANGE_BEGIN;
        if (!add_mention(m, out, first) || (range && !add_mention(m, out, last))) return false;
    }
    return true;
}

/* What the island says, as if it were the first of its kind. */
static bool match_anew(matcher *m, const token_list *tokens, raw_mention_list *out) {
    if (!take_tokens(m, tokens)) return false;
    find_levels(m);
    for (size_t level = 0; level < m->grammar->level_count && !m->failed; level++)
        if (m->levels >> level & 1) match_level(m, level);
    bool kept = !m->failed && keep_mentions(m, out);
    arena_reset(m->nodes);
    return kept;
}

static bool say_again(matcher *m, const recollection *like, size_t start, raw_mention_list *out) {
    for (size_t i = 0; i < like->mention_count; i++)
        if (!add_mention(m, out, recall_mention(&m->recall, like, i, start))) return false;
    return true;
}

/* Before the text's beginning and behind its end there is something to see too. */
static void note_seen(matcher *m, size_t start, size_t before, size_t end, size_t behind) {
    size_t from = before > start ? 0 : start - before, to = end + behind;
    if (before > start) to = SIZE_MAX;
    if (from < m->seen_from) m->seen_from = from;
    if (to > m->seen_to) m->seen_to = to;
}

bool match_run(matcher *m, scanner *s, unsigned opening, raw_mention_list *out) {
    size_t start = s->run.start, before = out->count;
    unsigned opens = start == s->start ? opening : 0;
    recall_key key = recall_key_of(&m->recall, s, opens);
    if (start < m->taken) key.shape.length = 0; /* an event's name reaches into it */
    const recollection *like = recall_find(&m->recall, m->text, &key);
    if (like) {
        s->at = start + like->read;
        note_seen(m, start, like->before, start + like->shape.length, like->behind);
        return say_again(m, like, start, out);
    }
    m->around = (outlook){.text = m->text, .start = start, .end = start};
    m->placed = false;
    if (read_island(s)) {
        token *first = s->tokens.items, *last = &first[s->tokens.count - 1];
        first->opens = first->start == start ? (uint8_t)opens : 0;
        m->around.start = first->start;
        m->around.end = last->end;
        if (!match_anew(m, &s->tokens, out)) return false;
    }
    note_seen(m, m->around.start, m->around.before, m->around.end, m->around.behind);
    const raw_mention *made = out->items ? out->items + before : NULL; /* nothing can be added to null */
    if (!m->placed) recall_keep(&m->recall, &key, s, &m->around, made, out->count - before);
    return !s->failed;
}
