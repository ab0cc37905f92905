/* dump.c: each stage as text: the debugger, and the form of the golden tests. */
#include "analysis.h"
#include "text.h"

#include <string.h>

static void put_quoted(text_buffer *b, annals_text text) {
    text_put(b, annals_text_of("\""));
    for (size_t i = 0; i < text.length; i++) {
        char ch = text.data[i];
        if (ch == '\n') text_put(b, annals_text_of("\\n"));
        else if (ch == '\r') text_put(b, annals_text_of("\\r"));
        else if (ch == '\t') text_put(b, annals_text_of("\\t"));
        else if (ch == '"' || ch == '\\') text_printf(b, "\\%c", ch);
        else text_put(b, (annals_text){&ch, 1});
    }
    text_put(b, annals_text_of("\""));
}

static const char *gap_name(uint16_t gap) {
    static const char *const names[] = {"none", "space",      "comma",   "dash", "slash",     "colon",
                                        "dot",  "apostrophe", "bracket", "plus", "ampersand", "other"};
    size_t i = 0;
    while (gap > 1 && i + 1 < sizeof names / sizeof *names) gap >>= 1, i++;
    return names[i];
}

static void dump_text(text_buffer *b, const annals_chronology *c, const annals_document *d, const analysis *x) {
    (void)c;
    text_put(b, x ? x->file : d->text);
}

static void dump_island(text_buffer *b, const analysis *x, const token_list *tokens) {
    for (size_t i = 0; i < tokens->count; i++) {
        const token *t = &tokens->items[i];
        text_printf(b, "%zu\t%s\t", t->start, gap_name(t->gap));
        put_quoted(b, text_slice(x->text, t->start, t->end));
        const reading_span *span = readings_of(x->grammar, t);
        const lex_reading *readings = &x->grammar->readings[span->first];
        for (size_t j = 0; j < span->count; j++) text_printf(b, "\t%s", x->grammar->categories[readings[j].category]);
        text_put(b, annals_text_of("\n"));
    }
}

/* Tokens are not kept: the text is scanned once more. */
static void dump_tokens(text_buffer *b, const annals_chronology *c, const annals_document *d, const analysis *x) {
    (void)c;
    (void)d;
    arena scratch = {0};
    byte_map map = {0};
    scanner s = {.grammar = x->grammar, .text = x->text, .arena = &scratch};
    size_t at = 0;
    for (size_t i = 0; i < x->blocks.count && !b->failed; i++) {
        const block *k = &x->blocks.items[i];
        b->failed |= !map_bytes(x->text, k->start, k->end, &scratch, &map);
        if (b->failed) break;
        scan_block(&s, &map);
        for (; at < x->sentences.count && x->sentences.items[at].block == i; at++) {
            scan_sentence(&s, x->sentences.items[at].start, x->sentences.items[at].end);
            while (next_island(&s)) dump_island(b, x, &s.tokens);
        }
        b->failed |= s.failed;
    }
    arena_free(&scratch);
}

static void dump_blocks(text_buffer *b, const annals_chronology *c, const annals_document *d, const analysis *x) {
    (void)c;
    text_printf(b, "title\t");
    put_quoted(b, d->title);
    text_printf(b, "\nlanguage\t%s\ndate\t%.*s\t%s\t%.*s\nmode\t%s\t%.*s\n", x->grammar->language,
                (int)d->when.edtf.length, d->when.edtf.length ? d->when.edtf.data : "",
                annals_when_basis_name(d->basis), (int)d->basis_from.length,
                d->basis_from.length ? d->basis_from.data : "", annals_mode_name(d->mode), (int)d->mode_reason.length,
                d->mode_reason.length ? d->mode_reason.data : "");
    size_t s = 0;
    for (size_t i = 0; i < x->blocks.count; i++) {
        const block *k = &x->blocks.items[i];
        text_printf(b, "%s\t%zu\n", block_kind_name(k->kind), k->line);
        for (; s < x->sentences.count && x->sentences.items[s].block == i; s++) {
            text_printf(b, "\t");
            put_quoted(b, text_slice(x->text, x->sentences.items[s].start, x->sentences.items[s].end));
            text_put(b, annals_text_of("\n"));
        }
    }
}

static void dump_mentions(text_buffer *b, const annals_chronology *c, const annals_document *d, const analysis *x) {
    (void)c;
    (void)d;
    for (size_t i = 0; i < x->raws.count; i++) {
        const raw_mention *m = &x->raws.items[i];
        text_printf(b, "%zu\t%s\t", m->start,
                    m->rule == NO_RULE ? m->expr->kind == EXPR_STATED ? "stated" : "period"
                                       : x->grammar->rules[m->rule].name);
        put_quoted(b, text_slice(x->text, m->start, m->end));
        text_put(b, annals_text_of("\n"));
    }
}

static void put_bounds(text_buffer *b, annals_bounds bounds) {
    static const char *const absent[] = {[ANNALS_BOUND_UNKNOWN] = "?", [ANNALS_BOUND_OPEN] = ".."};
    char buffer[ANNALS_BOUND_SIZE];
    const annals_bound both[] = {bounds.earliest, bounds.latest};
    for (size_t i = 0; i < 2; i++)
        text_printf(b, "%s%s", i ? ".." : "",
                    annals_bound_known(both[i]) ? annals_bound_iso(both[i], buffer) : absent[both[i].state]);
}

static void put_when(text_buffer *b, const annals_when *w) {
    text_printf(b, "%.*s\t", (int)w->edtf.length, w->edtf.length ? w->edtf.data : "");
    put_bounds(b, w->begin);
    text_put(b, annals_text_of("\t"));
    put_bounds(b, w->end);
    text_printf(b, "\t%s", annals_granularity_name(w->granularity));
}

static void dump_times(text_buffer *b, const annals_chronology *c, const annals_document *d, const analysis *x) {
    (void)d;
    for (size_t i = 0; i < x->raws.count; i++) {
        const annals_mention *m = &c->mentions.items[x->first_mention + i];
        text_printf(b, "%.*s\t", (int)m->id.length, m->id.data);
        put_quoted(b, m->exact);
        text_printf(b, "\t%s\t%.*s\t", annals_timex_type_name(m->timex->type), (int)m->timex->value.length,
                    m->timex->value.data);
        put_when(b, m->when);
        text_printf(b, "\t%.*s%s\n", (int)m->resolution->anchor.length,
                    m->resolution->anchor.length ? m->resolution->anchor.data : "",
                    m->impossible ? "\timpossible" : "");
    }
}

static void dump_events(text_buffer *b, const annals_chronology *c) {
    for (size_t i = 0; i < c->events.count; i++) {
        const annals_event *e = &c->events.items[i];
        text_printf(b, "%.*s\t%s\t", (int)e->id.length, e->id.data, annals_event_kind_name(e->kind));
        put_when(b, e->when);
        text_put(b, annals_text_of("\t"));
        put_quoted(b, e->label);
        for (size_t j = 0; j < e->mention_count; j++) {
            annals_text id = c->mentions.items[e->mentions[j]].id;
            text_printf(b, "%c%.*s", j ? ' ' : '\t', (int)id.length, id.data);
        }
        text_put(b, annals_text_of("\n"));
    }
}

typedef struct stage_row {
    const char *name;
    void (*dump)(text_buffer *, const annals_chronology *, const annals_document *, const analysis *);
} stage_row;

static const stage_row stages[] = {
    {"text", dump_text},         {"tokens", dump_tokens}, {"blocks", dump_blocks},
    {"mentions", dump_mentions}, {"times", dump_times},
};

const char *const *annals_dump_stages(void) {
    static const char *const names[] = {"text", "tokens", "blocks", "mentions", "times", "events", NULL};
    return names;
}

/* The text of a file is shown once, whole: places count in it, whichever of its documents they are in. */
static bool shown_before(const annals_chronology *c, const stage_row *row, size_t i) {
    const analysis *x = c->analyses.items[i], *before = i ? c->analyses.items[i - 1] : NULL;
    return row->dump == dump_text && x && before && x->file.data == before->file.data;
}

static bool is_one_text(const annals_chronology *c, const stage_row *row) {
    size_t i = 1;
    while (i < c->documents.count && shown_before(c, row, i)) i++;
    return row->dump == dump_text && i >= c->documents.count;
}

static void dump_documents(text_buffer *b, const annals_chronology *c, const stage_row *row) {
    bool headed = !is_one_text(c, row);
    for (size_t i = 0; i < c->documents.count; i++) {
        const annals_document *d = &c->documents.items[i];
        if (shown_before(c, row, i)) continue;
        if (headed)
            text_printf(b, "# %.*s %.*s\n", (int)d->id.length, d->id.data, (int)d->source.length, d->source.data);
        /* Tables and calendars have a text, and nothing to find in it. */
        if (c->analyses.items[i] || row->dump == dump_text) row->dump(b, c, d, c->analyses.items[i]);
    }
}

static annals_status hand_over(text_buffer *b, annals_sink sink, annals_error *error) {
    annals_status status =
        b->failed ? annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once") : ANNALS_OK;
    if (status == ANNALS_OK && b->length) status = sink.write(sink.context, b->data, b->length);
    if (status == ANNALS_OUTPUT) annals_fail(error, status, "the output could not be written; check the disk");
    text_free(b);
    return status;
}

annals_status annals_dump(const annals_chronology *c, const char *stage, annals_sink sink, annals_error *error) {
    text_buffer b = {0};
    bool events = !strcmp(stage, "events"), found = events;
    if (events) dump_events(&b, c);
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        if (strcmp(stage, stages[i].name)) continue;
        dump_documents(&b, c, &stages[i]);
        found = true;
    }
    if (!found)
        return annals_fail(error, ANNALS_ARGUMENT,
                           "unknown stage '%s'; give one of those that annals_dump_stages lists", stage);
    return hand_over(&b, sink, error);
}

/* ---------------------------------------------------------------- explain */

static void explain_mention(text_buffer *b, const annals_mention *m) {
    char phrase[128], first[ANNALS_BOUND_SIZE], last[ANNALS_BOUND_SIZE];
    const annals_when *w = m->when;
    annals_when_phrase(w, phrase, sizeof phrase);
    put_quoted(b, m->exact);
    text_printf(b, "\n  is       %s\n",
                m->impossible                        ? "no date of any calendar"
                : m->timex->type == ANNALS_TIMEX_SET ? "a recurrence"
                                                     : phrase);
    text_printf(b, "  EDTF     %.*s\n", w->edtf.length ? (int)w->edtf.length : 1, w->edtf.length ? w->edtf.data : "-");
    text_printf(b, "  TIMEX3   %s %.*s\n", annals_timex_type_name(m->timex->type), (int)m->timex->value.length,
                m->timex->value.data);
    text_printf(b, "  first    %s\n",
                annals_bound_known(w->begin.earliest)          ? annals_bound_iso(w->begin.earliest, first)
                : w->begin.earliest.state == ANNALS_BOUND_OPEN ? "open"
                                                               : "unknown");
    text_printf(b, "  last     %s\n",
                annals_bound_known(w->end.latest)          ? annals_bound_iso(w->end.latest, last)
                : w->end.latest.state == ANNALS_BOUND_OPEN ? "open"
                                                           : "unknown");
    for (size_t i = 0; i < m->alternative_count; i++) {
        const annals_when *other = &m->alternatives[i];
        annals_when_phrase(other, phrase, sizeof phrase);
        text_printf(b, "  or       %s, %.*s\n", phrase, (int)other->edtf.length, other->edtf.data);
    }
    text_printf(b, "  rule     %.*s\n", (int)m->resolution->rule.length, m->resolution->rule.data);
    text_printf(b, "  anchor   %.*s\n", m->resolution->anchor.length ? (int)m->resolution->anchor.length : 4,
                m->resolution->anchor.length ? m->resolution->anchor.data : "none");
    for (size_t i = 0; i < m->resolution->step_count; i++)
        text_printf(b, "  %s%zu. %.*s\n", i ? "         " : "steps    ", i + 1, (int)m->resolution->steps[i].length,
                    m->resolution->steps[i].data);
}

/* A document that does not say when it was written: the days between which it was, and why. */
static void explain_document(text_buffer *b, const annals_document *d) {
    char phrase[128];
    if (d->basis != ANNALS_BASIS_INFERRED || !d->basis_from.length || !d->title.length) return; /* words, no document */
    annals_when_phrase(&d->when, phrase, sizeof phrase);
    text_printf(b, "%.*s\n  written  %s\n  EDTF     %.*s\n  from     %.*s\n\n", (int)d->title.length, d->title.data,
                phrase, (int)d->when.edtf.length, d->when.edtf.data, (int)d->basis_from.length, d->basis_from.data);
}

annals_status annals_explain(const annals_chronology *c, annals_sink sink, annals_error *error) {
    text_buffer b = {0};
    for (size_t i = 0; i < c->documents.count; i++) explain_document(&b, &c->documents.items[i]);
    for (size_t i = 0; i < c->mentions.count; i++) {
        if (i) text_put(&b, annals_text_of("\n"));
        explain_mention(&b, &c->mentions.items[i]);
    }
    if (!c->mentions.count) text_put(&b, annals_text_of("no date was found\n"));
    return hand_over(&b, sink, error);
}
